/**
 * The loops' practice runs and mocks, read when asked for and kept in step with the files: see the interface {@link
 * SessionStore}.
 */
import * as vscode from 'vscode';
import { looksLikeSession, parseSession } from '../core/sessions/readSession';
import type { Session } from '../core/sessions/sessionModel';
import { SESSIONS_FOLDER } from '../core/sessions/sessionName';
import { Owner } from '../lifecycle';
import type { LocatedLoop, PrepStore, SessionStore, TextFiles } from './api';
import { nameOf } from './files';
import { ParsedFolder } from './parsedFolder';

interface LoopSessions {
  readonly loop: vscode.Uri;
  readonly folder: ParsedFolder<Session>;
}

export class WorkspaceSessionStore extends Owner implements SessionStore {
  private readonly didChange = this._register(new vscode.EventEmitter<readonly vscode.Uri[] | undefined>());
  readonly onDidChange = this.didChange.event;

  private readonly loops = new Map<string, LoopSessions>();
  /** Loops whose sessions were reported as changed, and which we have not announced. */
  private readonly changed = new Map<string, vscode.Uri>();

  constructor(
    store: PrepStore,
    private readonly files: TextFiles,
  ) {
    super();
    this._register(store.onDidChangeFile((uri) => this.fileChanged(uri)));
    this._register(store.onDidChange((entries) => this.announce(entries)));
  }

  sessions(loop: LocatedLoop): Promise<readonly Session[]> {
    return this.folderOf(loop).read();
  }

  sessionsNow(loop: LocatedLoop): Promise<readonly Session[]> {
    const folder = this.folderOf(loop);
    folder.lookAgain();
    return folder.read();
  }

  async refreshSessions(): Promise<void> {
    const loops = [...this.loops.values()];
    const changed = await Promise.all(loops.map(({ folder }) => folder.refresh()));
    const uris = loops.filter((_, index) => changed[index]).map(({ loop }) => loop);
    if (uris.length > 0) this.didChange.fire(uris);
  }

  private folderOf({ uri }: LocatedLoop): ParsedFolder<Session> {
    const key = uri.toString();
    let sessions = this.loops.get(key);
    if (!sessions) {
      const prefix = `${nameOf(uri)}/${SESSIONS_FOLDER}`;
      const parse = (text: string, file: vscode.Uri): Session | undefined => {
        const path = `${prefix}/${nameOf(file)}`;
        return looksLikeSession(path, text) ? parseSession(path, text) : undefined;
      };
      sessions = { loop: uri, folder: new ParsedFolder(sessionsOf(uri), this.files, parse) };
      this.loops.set(key, sessions);
    }
    return sessions.folder;
  }

  private fileChanged(uri: vscode.Uri): void {
    for (const [key, { loop, folder }] of this.loops) if (folder.invalidate(uri)) this.changed.set(key, loop);
  }

  /**
   * Announces what changed once the store announces: its loops are up to date by then. Other files of a loop are not
   * ours.
   */
  private announce(entries: readonly vscode.Uri[] | undefined): void {
    const changed = [...this.changed.values()];
    this.changed.clear();
    if (entries === undefined) {
      for (const { folder } of this.loops.values()) folder.lookAgain();
      this.didChange.fire(undefined);
    } else if (changed.length > 0) {
      this.didChange.fire(changed);
    }
  }
}

/** The folder of a loop's sessions. */
export function sessionsOf(loop: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(loop, SESSIONS_FOLDER);
}
