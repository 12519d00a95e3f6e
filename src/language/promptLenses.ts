/** Over each prompt in the editor: the search for a story that answers it. */
import * as vscode from 'vscode';
import { promptPlaces } from '../core/playbook/promptPlaces';
import { commandOf } from '../editorCommands';
import type { LocatedLoop, PrepRoot, PrepStore } from '../store/api';
import { pathUnder } from '../store/files';
import { isSameUri } from '../store/uris';

const PLAYBOOK_ROUND = /^playbooks\/([^/]+)\/rounds\/([^/]+)\.md$/u;

/** Which loop and round a prompt belongs to, as far as its file says. */
interface PromptOwner {
  readonly loop?: vscode.Uri;
  readonly round?: string;
}

export class PromptCodeLenses implements vscode.CodeLensProvider {
  constructor(private readonly store: PrepStore) {}

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const root = this.store.roots.find((each) => pathUnder(each.uri, document.uri) !== undefined);
    const owner = root && (await this.ownerOf(root, document.uri));
    if (!owner) return [];
    return promptPlaces(document.getText()).map(({ line, title, question }) => {
      const asked = question === '' ? title : question;
      const command = commandOf('prepLoop.findStory', 'Find a story', { ...owner, question: asked, ask: true });
      return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command);
    });
  }

  /** Undefined for a file that has no prompts of a round. */
  private async ownerOf(root: PrepRoot, uri: vscode.Uri): Promise<PromptOwner | undefined> {
    const path = pathUnder(root.uri, uri) ?? '';
    const loops = (await this.store.loops()).filter((each) => isSameUri(each.root.uri, root.uri));
    const [, playbook, round] = PLAYBOOK_ROUND.exec(path) ?? [];
    if (playbook !== undefined && round !== undefined) {
      const users = loops.filter(({ loop }) => loop.playbook === playbook);
      // Where several loops use the playbook, the command asks for which one a story is looked for.
      return { ...only(users), ...(users.length === 1 ? { round } : {}) };
    }
    for (const { uri: loop, loop: read } of loops) {
      const own = read.rounds.find((each) => each.path === path);
      if (own) return { loop, round: own.id };
    }
    return undefined;
  }
}

function only(loops: readonly LocatedLoop[]): Pick<PromptOwner, 'loop'> {
  const [first, ...more] = loops;
  return first && more.length === 0 ? { loop: first.uri } : {};
}
