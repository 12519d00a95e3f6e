/** From the rounds in a story's front matter to the files of those rounds. */
import * as vscode from 'vscode';
import type { StoryAnalyses } from '../analysis/storyAnalyses';
import { frontMatterLists } from '../core/frontMatter/lists';
import type { Round } from '../core/loop/loopModel';
import type { LocatedLoop, PrepStore } from '../store/api';
import { uriIn } from '../store/files';
import { rangeOf } from './convert';

export class StoryLinks implements vscode.DocumentLinkProvider {
  constructor(
    private readonly analyses: StoryAnalyses,
    private readonly store: PrepStore,
  ) {}

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const file = this.analyses.fileOf(document);
    if (file?.kind !== 'story') return [];
    const items = frontMatterLists(document.getText(), ['rounds']).flatMap((list) => list.items);
    if (items.length === 0) return [];
    const { version } = document;
    const loops = (await this.store.loops()).filter(({ root }) => root.uri.toString() === file.root.uri.toString());
    if (document.version !== version) return [];
    return items.flatMap((item) => {
      const found = findRound(loops, item.value);
      if (!found) return [];
      const link = new vscode.DocumentLink(rangeOf(document, item), uriIn(file.root.uri, found.round.path));
      link.tooltip = `Open ${found.round.title}, ${found.located.loop.company}`;
      return [link];
    });
  }
}

/** Where several loops have a round of that id: the first that is still to come, else the last one. */
function findRound(loops: readonly LocatedLoop[], id: string): { located: LocatedLoop; round: Round } | undefined {
  const found = loops.flatMap((located) =>
    located.loop.rounds.filter((round) => round.id === id).map((round) => ({ located, round })),
  );
  return found.find(({ round }) => round.status === 'planned') ?? found.at(-1);
}
