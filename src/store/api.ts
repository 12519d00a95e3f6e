import type * as vscode from 'vscode';
import type { LoopName } from '../commandTable';
import type { Loop } from '../core/loop/loopModel';
import type { TextEdit } from '../core/markdown/text';
import type { LoadedPlaybook } from '../core/playbook/loadPlaybook';
import type { FileLook, Problem } from '../core/ports';
import type { PracticeDraft, RoundPlace } from '../core/practice/draft';
import type { Session } from '../core/sessions/sessionModel';
import type { FileRefusalKind } from '../refusal';

/** A workspace folder's prep folder, whether it exists yet or not. */
export interface PrepRoot {
  readonly folder: vscode.WorkspaceFolder;
  /** `<folder>/<prepLoop.folder>`. */
  readonly uri: vscode.Uri;
}

/** A loop and where it is. */
export interface LocatedLoop {
  readonly root: PrepRoot;
  /** The loop's folder. */
  readonly uri: vscode.Uri;
  readonly loop: Loop;
}

/** A playbook that can be started: a built-in one, or one of the workspace's. */
export interface PlaybookEntry {
  readonly id: string;
  readonly origin: 'built-in' | 'workspace';
  readonly uri: vscode.Uri;
  /** Its text files, by their path in it. */
  readonly files: ReadonlyMap<string, string>;
  /** Undefined where the playbook is too broken to use; `problems` says why. */
  readonly playbook: LoadedPlaybook | undefined;
  /** Paths are relative to `uri`. */
  readonly problems: readonly Problem[];
}

/**
 * What the rest of the extension reads of the user's files. Reading is cached by file; only what changed is read again.
 *
 * The verbs of the stores and of what is built on them, each with one meaning:
 * - `refresh`: look at the disk again, and fire for those who listen.
 * - `invalidate`: what is cached no longer counts; nothing is read and nothing fires until somebody asks.
 * - `lookAgain`: any file may have changed; those that look changed by time and size are read again when asked for.
 * - `fileChanged`: a change at a Uri was reported. `announce`: fire for what was reported, after a moment. Both
 *   private.
 * - `dispose`: let go of everything; nothing fires after it.
 */
export interface PrepStore {
  readonly roots: readonly PrepRoot[];
  /**
   * Fires after files changed, with the entries of the prep folder that did (a loop's folder, `stories`, `playbooks`,
   * `templates`); undefined means: anything may have.
   */
  readonly onDidChange: vscode.Event<readonly vscode.Uri[] | undefined>;
  /**
   * Fires at once with a file or folder of a prep folder that was changed, made, deleted or renamed, typing in an open
   * document included; more than once for one change. For what it misses, `onDidChange` fires with undefined.
   */
  readonly onDidChangeFile: vscode.Event<vscode.Uri>;
  loops(): Promise<readonly LocatedLoop[]>;
  /** Finds a loop by its folder's name or its Uri (or the Uri's string). */
  findLoop(loop: LoopName): Promise<LocatedLoop | undefined>;
  /** The playbooks at hand in a root; the workspace's win over built-in ones of the same id. */
  playbooks(root: PrepRoot | undefined): Promise<readonly PlaybookEntry[]>;
  /** The playbook that a loop names. */
  playbookOf(loop: LocatedLoop): Promise<PlaybookEntry | undefined>;
  /**
   * Looks at the disk again for changes of loops that no watcher reported, and fires `onDidChange` with the loops that
   * did change: nothing happens where none did. Costs a stat for each file.
   */
  refreshLoops(): Promise<void>;
  /** Drops all that is cached, fires `onDidChange` with undefined, so that everything is read again. */
  refresh(): void;
}

/** The practice runs and mocks of the loops. Read when asked for, and then only what changed. */
export interface SessionStore {
  /** Fires with the folders of the loops whose sessions changed; undefined means: any may have. */
  readonly onDidChange: vscode.Event<readonly vscode.Uri[] | undefined>;
  /** In the order of their files' names, which is that of time. */
  sessions(loop: LocatedLoop): Promise<readonly Session[]>;
  /** As `sessions`, but looks at every file first: the next write must not rely on what a watcher has yet to report. */
  sessionsNow(loop: LocatedLoop): Promise<readonly Session[]>;
  /** Looks again at every file of the loops that were asked for, and fires where one changed, came or went unseen. */
  refreshSessions(): Promise<void>;
}

/**
 * What was practised and is not saved as a session yet: one draft for each round of each loop. A draft outlives a
 * closed panel, a reload and a crash.
 */
export interface PracticeDrafts {
  /** Fires with the round whose draft was changed by anyone. */
  readonly onDidChange: vscode.Event<RoundPlace>;
  /** The round's draft; an empty one where there is none. */
  read(place: RoundPlace): Promise<PracticeDraft>;
  /** Changes the round's draft as it is then: it counts for `read` at once, and is kept soon after. */
  change(place: RoundPlace, change: Partial<Omit<PracticeDraft, keyof RoundPlace>>): Promise<void>;
  /** Forgets the draft: it was saved, or is not wanted. */
  discard(place: RoundPlace): Promise<void>;
  /** Takes the draft out, to be kept with the run that it is of. Only after all that was kept has been read. */
  take(place: RoundPlace): PracticeDraft;
  /** Puts back a draft that was taken out. */
  putBack(draft: PracticeDraft): void;
}

/** Values by key, as JSON, that outlive a crash. What `get` gives before `ready` may be older than what was kept. */
export interface DurableState {
  readonly ready: Promise<void>;
  get(key: string): unknown;
  /** Keeps a value from now on; undefined removes it. */
  update(key: string, value: unknown): void;
}

/** What became of an edit; `editFile` in `refusals` throws what is not 'done' or 'unchanged'. */
export type EditOutcome =
  'done' | 'unchanged' | Extract<FileRefusalKind, 'stale' | 'readonly' | 'missing' | 'encoding'>;

/** The one place that reads and writes the user's text files. */
export interface TextFiles {
  /**
   * The text as the user sees it: the open document's, unsaved changes included, else the file's. Undefined where there
   * is no such file. Without a byte-order mark, as in the editor, so that offsets are the editor's.
   */
  read(uri: vscode.Uri): Promise<string | undefined>;
  /** What the file looks like on its disk; undefined where there is none, or that cannot be found out. */
  lookAt(uri: vscode.Uri): Promise<FileLook | undefined>;
  /**
   * Edits a file by what `change` makes of its present text: undefined refuses ('stale'), no edits is 'unchanged'.
   * An open document is edited in place, undoable and not saved; a closed file is written at once. Edits of one file
   * take turns.
   */
  edit(uri: vscode.Uri, change: (text: string) => readonly TextEdit[] | undefined): Promise<EditOutcome>;
  /**
   * Creates a file with its content, and its folder where that is missing; never overwrites one (names compared
   * case-folded). Rejects with a FileSystemError where the place cannot be written to.
   */
  create(uri: vscode.Uri, text: string): Promise<'created' | 'exists'>;
}
