/** Reads and writes the user's text files: minimal edits where a file is open, whole bytes where it is not. */
import * as vscode from 'vscode';
import { sameBytes } from '../core/bytes';
import { applyEdits, withoutBom, type TextEdit } from '../core/markdown/text';
import type { Disk, FileLook } from '../core/ports';
import { Owner } from '../lifecycle';
import { Refusal, report } from '../refusal';
import type { EditOutcome, TextFiles } from './api';
import { listFolderOrThrow, nameOf, parentOf, readBytes, stat, statOrThrow, unlessNotFound } from './files';
import { fileRefusal, isNotFound, isReadonlyError } from './refusals';
import { WorkspaceWriter } from './workspaceWriter';

/** How long the editor may take to show what another program wrote, in milliseconds. */
const LAG = 1000;
/** How often a refused edit starts again where another program is writing into the same file, and how soon. */
const MOST_TRIES = 5;
const PAUSE = 30;

export class WorkspaceTextFiles extends Owner implements TextFiles {
  private readonly didWrite = this._register(new vscode.EventEmitter<vscode.Uri>());
  /** Fires right after this class changed a file or an open document: sooner than any watcher. */
  readonly onDidWrite = this.didWrite.event;
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly writer = this._register(new WorkspaceWriter());

  /** @param disk writes the files of this machine; left out, `workspace.fs` does. */
  constructor(private readonly disk?: Disk) {
    super();
    disk?.onDidKeep((path, copy) => {
      const file = vscode.Uri.file(path);
      report(fileRefusal('edit', 'kept', file, nameOf(vscode.Uri.file(copy))));
    });
    disk?.onDidMiss((path, bytes, cause) => {
      report(fileRefusal('edit', 'failed', vscode.Uri.file(path), cause, decode(bytes)));
    });
  }

  override dispose(): void {
    this.disk?.dispose();
    super.dispose();
  }

  async read(uri: vscode.Uri): Promise<string | undefined> {
    const document = openDocument(uri);
    return document ? document.getText() : this.readClosed(uri);
  }

  // Asking this machine's disk takes a tenth of what asking through the editor does; what the disk does not answer, the
  // editor says in its own words.
  async lookAt(uri: vscode.Uri): Promise<FileLook | undefined> {
    return (await this.diskOf(uri)?.lookAt(uri.fsPath)) ?? lookThroughEditor(uri);
  }

  edit(uri: vscode.Uri, change: (text: string) => readonly TextEdit[] | undefined): Promise<EditOutcome> {
    return this.inTurn(uri, async () => {
      const document = openDocument(uri);
      const outcome = document ? await this.editOpen(document, change) : await this.editClosed(uri, change);
      if (outcome === 'done') this.didWrite.fire(uri);
      return outcome;
    });
  }

  create(uri: vscode.Uri, text: string): Promise<'created' | 'exists'> {
    // Creations in one folder take turns, so that two names that differ in case only cannot both find it empty.
    return this.inTurn(parentOf(uri), async () => {
      const folder = parentOf(uri);
      const wanted = fold(nameOf(uri));
      const present = await listFolderOrThrow(folder);
      if (present.some(({ name }) => fold(name) === wanted) || (await statOrThrow(uri))) return 'exists';
      if (present.length === 0) await vscode.workspace.fs.createDirectory(folder);
      const disk = this.diskOf(uri);
      const bytes = encode(text);
      const outcome = await (disk ? disk.create(uri.fsPath, bytes) : this.writer.create(uri, bytes));
      if (outcome === 'created') this.didWrite.fire(uri);
      return outcome;
    });
  }

  private async readClosed(uri: vscode.Uri): Promise<string | undefined> {
    const bytes = await this.diskOf(uri)?.read(uri.fsPath);
    return bytes ? withoutBom(decode(bytes)) : readDisk(uri);
  }

  // A tick waits for this and for what comes below: the disk answers at once, the editor asks its window each time.
  private async isThere(uri: vscode.Uri): Promise<boolean> {
    return ((await this.diskOf(uri)?.lookAt(uri.fsPath)) ?? (await statOrThrow(uri))) !== undefined;
  }

  private async isReadonly(uri: vscode.Uri): Promise<boolean> {
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
    const disk = this.diskOf(uri);
    if (disk) return disk.isReadonly(uri.fsPath);
    // Where that cannot be found out, writing says what is wrong.
    const { permissions } = (await statOrThrow(uri).catch(() => undefined)) ?? {};
    return permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0;
  }

  /**
   * Whether a document is read and saved as UTF-8. One whose file has other bytes shows them as `\uFFFD`, and saving it
   * would write that.
   */
  private async isUtf8(document: vscode.TextDocument): Promise<boolean> {
    // Only newer editors say which encoding they read a file with.
    const { encoding } = document as { readonly encoding?: unknown };
    if (typeof encoding === 'string' && !/^utf8(?:bom)?$/u.test(encoding)) return false;
    const { uri } = document;
    // A document without a file, or whose file is gone: nothing is lost with it.
    const none = (): undefined => undefined;
    const bytes =
      (await this.diskOf(uri)?.read(uri.fsPath)) ??
      (await vscode.workspace.fs.readFile(uri).then((found) => found, none));
    return bytes === undefined || decodeExactly(bytes) !== undefined;
  }

  private diskOf({ scheme }: vscode.Uri): Disk | undefined {
    return scheme === 'file' ? this.disk : undefined;
  }

  private async editOpen(
    document: vscode.TextDocument,
    change: (text: string) => readonly TextEdit[] | undefined,
  ): Promise<EditOutcome> {
    if (await this.isReadonly(document.uri)) return 'readonly';
    if (!document.isDirty) await caughtUp(document, await this.readClosed(document.uri));
    const isSafe = await this.isUtf8(document);
    const { version } = document;
    const edits = change(document.getText());
    if (edits === undefined) return 'stale';
    if (edits.length === 0) return 'unchanged';
    if (!isSafe) return 'encoding';
    const edit = new vscode.WorkspaceEdit();
    for (const { start, end, newText } of edits) {
      edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText);
    }
    if (document.version !== version) return 'stale';
    return (await vscode.workspace.applyEdit(edit)) ? 'done' : 'stale';
  }

  /** A refusal counts only if the file stays as it is for a moment: a program may be in the middle of writing it. */
  private async editClosed(
    uri: vscode.Uri,
    change: (text: string) => readonly TextEdit[] | undefined,
  ): Promise<EditOutcome> {
    if (!(await this.isThere(uri))) return 'missing';
    const attempt = new ClosedEdit(change, await this.isReadonly(uri));
    for (let tries = 1; ; tries += 1) {
      try {
        const outcome = await this.tryClosed(uri, attempt);
        if (outcome !== 'stale' || !(await this.isChanging(uri, attempt, tries))) return outcome;
      } catch (error) {
        if (isReadonlyError(error)) return 'readonly';
        if (isNotFound(error)) return 'missing';
        if (!(error instanceof Refusal) || !(await this.isChanging(uri, attempt, tries))) throw error;
      }
    }
  }

  private async tryClosed(uri: vscode.Uri, attempt: ClosedEdit): Promise<EditOutcome> {
    const disk = this.diskOf(uri);
    const change = (bytes: Uint8Array): Uint8Array | undefined => attempt.change(bytes);
    const outcome = await (disk ? disk.edit(uri.fsPath, change) : this.writer.edit(uri, change));
    return outcome === 'overtaken' ? 'stale' : attempt.outcome;
  }

  private async isChanging(uri: vscode.Uri, { read }: ClosedEdit, tries: number): Promise<boolean> {
    if (!read || tries === MOST_TRIES) return false;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const now = await unlessNotFound(vscode.workspace.fs.readFile(uri));
    return now !== undefined && !sameBytes(now, read);
  }

  /** Runs the jobs on one Uri one after the other: two quick toggles must not both start from the same text. */
  private inTurn<T>(uri: vscode.Uri, job: () => Promise<T>): Promise<T> {
    const key = uri.toString();
    const result = (this.queues.get(key) ?? Promise.resolve()).then(job, job);
    this.queues.set(key, result);
    const forget = (): void => {
      if (this.queues.get(key) === result) this.queues.delete(key);
    };
    result.then(forget, forget);
    return result;
  }
}

/** An edit of a closed file, which starts again as often as another program is faster. */
class ClosedEdit {
  outcome: EditOutcome = 'unchanged';
  /** What the edit was last asked of. */
  read: Uint8Array | undefined;
  private hasWritten = false;

  constructor(
    private readonly editsOf: (text: string) => readonly TextEdit[] | undefined,
    private readonly isReadonly: boolean,
  ) {}

  /** The bytes that the file is to have; undefined, where it is left as it is, and `outcome` says why. */
  change(bytes: Uint8Array): Uint8Array | undefined {
    this.read = bytes;
    const text = decodeExactly(bytes);
    const edits = this.editsOf(text ?? decode(bytes));
    const isEdit = edits !== undefined && edits.length > 0;
    if (!isEdit) this.outcome = edits === undefined ? 'stale' : this.hasWritten ? 'done' : 'unchanged';
    // Writing back what was not UTF-8 would change bytes that nobody asked to change.
    else if (text === undefined) this.outcome = 'encoding';
    else if (this.isReadonly) this.outcome = 'readonly';
    else {
      this.hasWritten = true;
      this.outcome = 'done';
      return encode(applyEdits(text, edits));
    }
    return undefined;
  }
}

/**
 * The document that the user has open: one in a tab, or with unsaved changes. Others that are in memory (an extension
 * looked at them, a tab was closed a moment ago) follow their file late, and to the user they are closed.
 */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  const document = vscode.workspace.textDocuments.find(
    (candidate) => !candidate.isClosed && candidate.uri.toString() === key,
  );
  return document && (document.isDirty || isShown(key)) ? document : undefined;
}

/**
 * Says which state of a file one reads: an open document's version, or a closed file's time and size. Undefined where
 * there is no such file.
 */
export async function stateOf(files: TextFiles, uri: vscode.Uri): Promise<string | undefined> {
  const document = openDocument(uri);
  if (document) return `open ${document.version}`;
  const now = await files.lookAt(uri);
  return now && `${now.mtime} ${now.size}`;
}

async function lookThroughEditor(uri: vscode.Uri): Promise<FileLook | undefined> {
  const found = await stat(uri);
  if (!found) return undefined;
  const { mtime, size, type } = found;
  return { mtime, size, isFolder: (type & vscode.FileType.Directory) !== 0 };
}

/** The files that a tab shows as text. */
export function urisOf({ input }: vscode.Tab): vscode.Uri[] {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return [input.uri];
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}

function isShown(key: string): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some((tab) => urisOf(tab).some((uri) => uri.toString() === key)),
  );
}

/**
 * Waits for a document without unsaved changes to show what its file says, where that was changed just now by another
 * program.
 *
 * @param text what the file says; undefined where there is none.
 */
async function caughtUp(document: vscode.TextDocument, text: string | undefined): Promise<void> {
  if (text === undefined || sameLines(text, document.getText())) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, LAG);
    const listener = vscode.workspace.onDidChangeTextDocument((event) => event.document === document && done());
  });
}

/** A document has one kind of line break throughout. */
function sameLines(file: string, shown: string): boolean {
  const normal = (text: string): string => text.replace(/\r\n?/gu, '\n');
  return normal(file) === normal(shown);
}

/** A file's text without its byte-order mark, as the editor shows it: offsets are the editor's. */
async function readDisk(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await readBytes(uri);
  return bytes && withoutBom(decode(bytes));
}

/** Names are equal on some file systems when they differ in case or in how accents are composed. */
const fold = (name: string): string => name.normalize('NFC').toLowerCase();

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The bytes as UTF-8 text, a byte-order mark kept. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * As {@link decode}, but undefined where the bytes are not UTF-8, so that encoding the text would not give them back.
 */
export function decodeExactly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
