/** What a round panel can have opened: which file, and where in it. */
import * as vscode from 'vscode';
import type { PlaceArgument } from '../../commandTable';
import { CHEAT_SHEET } from '../../core/loop/parseFile';
import { readLink, resolvePath } from '../../core/markdown/links';
import { outline } from '../../core/markdown/outline';
import { runCommand } from '../../editorCommands';
import { Refusal } from '../../refusal';
import type { LocatedLoop, PlaybookEntry } from '../../store/api';
import { pathUnder, uriIn } from '../../store/files';
import { questionsUri } from '../../store/questionStore';
import { clip } from '../protocol/common';
import type { LinkBase, OpenTarget } from '../protocol/round';

/** What a panel knows of its round at the moment. */
export interface PanelRound {
  readonly located: LocatedLoop | undefined;
  readonly entry: PlaybookEntry | undefined;
  readonly roundId: string;
}

/** A file beside the panel. */
const beside = (uri: vscode.Uri, range: Pick<PlaceArgument, 'start' | 'end'> = {}): PlaceArgument => ({
  uri,
  ...range,
  beside: true,
});

/** Opens a place, where there is one. */
export async function openPlace(place: PlaceArgument | undefined): Promise<void> {
  if (place) await runCommand('prepLoop.openFile', place);
}

/** The round's own file; undefined where it is gone. */
export function panelRoundUri({ located, roundId }: PanelRound): vscode.Uri | undefined {
  const round = located?.loop.rounds.find(({ id }) => id === roundId);
  return located && round && uriIn(located.root.uri, round.path);
}

/** One of the panel's files; undefined where there is nothing to open. @throws Refusal where it is gone. */
export async function placeToOpen(
  place: PanelRound & {
    readonly session: string | undefined;
    /** Where the question ends that was asked last: its answer goes below it. */
    readonly lastAsked: number;
  },
  target: OpenTarget,
): Promise<PlaceArgument | undefined> {
  const { located, entry, session } = place;
  if (target === 'loop') return located && beside(vscode.Uri.joinPath(located.uri, 'loop.md'));
  if (target === 'questions') return located && beside(questionsUri(located.uri), { start: place.lastAsked });
  if (target === 'session') return located && session ? beside(uriIn(located.root.uri, session)) : undefined;
  if (target === 'playbook') {
    if (!entry) throw new Refusal('absent', 'The playbook is not there.');
    const problem = entry.problems.find(({ severity }) => severity === 'error') ?? entry.problems[0];
    const file = uriIn(entry.uri, problem?.path ?? 'playbook.json');
    return beside(file, problem && { start: problem.start, end: problem.end });
  }
  const uri = panelRoundUri(place);
  if (!uri) throw new Refusal('absent', 'The round’s file is not there any more.');
  return beside(uri, target === 'notes' ? await endOfNotes(uri) : {});
}

/**
 * Where a link of a text leads: a web page, or a file of the workspace or the playbook.
 * @throws Refusal where it leads elsewhere.
 */
export function linkTarget(place: PanelRound, href: string, base: LinkBase): PlaceArgument | { readonly url: string } {
  const target = readLink(href);
  if (!target)
    throw new Refusal(
      'argument',
      'That link leads neither to the web nor to a file beside this one, so it was not opened.',
    );
  if (target.kind === 'web') return { url: target.url };
  const uri = fileOf(place, base);
  const root = base === 'playbook' ? place.entry?.uri : place.located?.root.folder.uri;
  const from = uri && root && pathUnder(root, uri);
  const path = from === undefined ? undefined : resolvePath(from, target.path);
  if (!root || path === undefined)
    throw new Refusal('argument', `The link “${href}” leads out of the folder, so it was not opened.`);
  return beside(vscode.Uri.joinPath(root, path));
}

/** The file that a text of the panel is from. */
function fileOf(place: PanelRound, base: LinkBase): vscode.Uri | undefined {
  const { entry, located, roundId } = place;
  switch (base) {
    case 'round':
      return panelRoundUri(place);
    case 'loop':
      return located && vscode.Uri.joinPath(located.uri, CHEAT_SHEET);
    case 'playbook':
      return entry && vscode.Uri.joinPath(entry.uri, 'rounds', `${roundId}.md`);
  }
}

/** A story that the panel lists. @throws Refusal where its title is not the one that was shown any more. */
export function storyPlace(
  { located }: Pick<PanelRound, 'located'>,
  story: { readonly path: string; readonly title: string } | undefined,
  shown: string,
): PlaceArgument {
  if (!located || !story || clip(story.title) !== shown)
    throw new Refusal('changed', 'The stories have changed in the meantime. This is how they are now.');
  return beside(uriIn(located.root.uri, story.path));
}

/** Where the next note goes: after what stands under “## Notes”, or at the end of the file. */
async function endOfNotes(uri: vscode.Uri): Promise<Pick<PlaceArgument, 'start'>> {
  const document = await vscode.workspace.openTextDocument(uri).then(
    (opened) => opened,
    // Opening it says why it cannot be read.
    () => undefined,
  );
  if (!document) return {};
  const text = document.getText();
  const notes = outline(text).find(({ level, title }) => level === 2 && title.toLowerCase() === 'notes');
  const body = text.slice(0, notes?.end ?? text.length);
  const end = document.positionAt(Math.max(notes?.headingEnd ?? 0, body.trimEnd().length));
  const below = end.line + 1 < document.lineCount ? new vscode.Position(end.line + 1, 0) : end;
  return { start: document.offsetAt(below) };
}
