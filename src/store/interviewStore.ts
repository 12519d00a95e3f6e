/** The files of the interviews that the user holds for peers: read when asked for, since nothing else rests on them. */
import * as vscode from 'vscode';
import { isInterviewPath, INTERVIEWS_FOLDER, readInterview, readInterviewKeys } from '../core/pack/interview';
import type { FilledInterview, Interview } from '../core/pack/interview';
import { judgedIn } from '../core/playbook/judged';
import type { LoadedPlaybook, LoadedRound } from '../core/playbook/loadPlaybook';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from './api';
import { listFolder, pathUnder } from './files';
import { roundOfPlaybook } from './playbookRound';

const { t } = vscode.l10n;

/** An interview's file, what it says, and the round of the playbook that it is of. */
export interface LocatedInterview {
  readonly uri: vscode.Uri;
  readonly located: LocatedLoop;
  readonly playbook: LoadedPlaybook;
  readonly round: LoadedRound;
  readonly interview: FilledInterview;
}

/** The folder of a loop that holds the interviews of peers. */
export const interviewsOf = (loop: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(loop, INTERVIEWS_FOLDER);

export class InterviewStore {
  constructor(
    private readonly store: PrepStore,
    private readonly files: TextFiles,
  ) {}

  /** Whether a file lies where interviews do. */
  isInterview(uri: vscode.Uri): boolean {
    return this.store.roots.some((root) => isInterviewPath(pathUnder(root.uri, uri) ?? ''));
  }

  /** The interview in a file. @throws Refusal where it is none, or of a round that the playbook does not have. */
  async read(uri: vscode.Uri): Promise<LocatedInterview> {
    const text = this.isInterview(uri) ? await this.files.read(uri) : undefined;
    const found = text === undefined ? undefined : await this.readText(uri, text);
    if (found) return found;
    throw new Refusal('absent', t('“{0}” is not the interview of a peer.', vscode.workspace.asRelativePath(uri)));
  }

  /**
   * As {@link read}, of a text that is given; undefined where no loop is around the file.
   * @param text without a byte-order mark.
   */
  async readText(uri: vscode.Uri, text: string): Promise<LocatedInterview | undefined> {
    const located = (await this.store.loops()).find((loop) => pathUnder(loop.uri, uri) !== undefined);
    if (!located) return undefined;
    const content = await roundOfPlaybook(this.store, located, readInterviewKeys(text).round);
    return { uri, located, ...content, interview: readInterview(text, judgedIn(content.playbook, content.round)) };
  }

  /** The interviews of some loops, the latest first, as far as their front matter says. */
  async list(
    loops: readonly LocatedLoop[],
  ): Promise<{ readonly uri: vscode.Uri; readonly located: LocatedLoop; readonly interview: Interview }[]> {
    const all = await Promise.all(
      loops.map(async (located) => {
        const folder = interviewsOf(located.uri);
        const uris = (await listFolder(folder)).map(({ name }) => vscode.Uri.joinPath(folder, name));
        return Promise.all(
          uris
            .filter((uri) => this.isInterview(uri))
            .map(async (uri) => ({ uri, located, interview: readInterviewKeys((await this.files.read(uri)) ?? '') })),
        );
      }),
    );
    return all.flat().sort((a, b) => ((a.interview.date ?? '') > (b.interview.date ?? '') ? -1 : 1));
  }
}
