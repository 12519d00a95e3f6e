import * as vscode from 'vscode';

/** What goes wrong with a call. */
export type Fault =
  /** It throws, and nothing is done. */
  | 'refused'
  /** It is done, and throws all the same. */
  | 'unanswered'
  /** Half of what was to be written is written, and it throws. */
  | 'halfway'
  /** Half of what was to be written is written, and nobody says so. */
  | 'silent'
  /** It is done, a moment later. */
  | 'late'
  /** It says what the file said before it was last written. */
  | 'stale';

/** How late a late call is, in milliseconds: others that are under way get in between. */
const LATE = 15;

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LATE));

/** A file system in memory whose calls go wrong when they are told to. */
export class FaultyFiles {
  readonly scheme = 'prep-loop-faulty';
  readonly files = new Map<string, Uint8Array>();
  private readonly former = new Map<string, Uint8Array>();
  /** Called with each call's name: what is to go wrong with it. */
  fault: (call: 'read' | 'write') => Fault | undefined = () => undefined;
  private time = 1;
  private readonly original = vscode.workspace.fs;

  /** Stands in for the editor's file systems, until `dispose`: the way through the window takes too long. */
  install(): void {
    const { original, scheme } = this;
    const refuse = (): Promise<never> => Promise.reject(vscode.FileSystemError.NoPermissions('Not here.'));
    const ours = {
      stat: async (uri: vscode.Uri) => this.stat(uri),
      readDirectory: async (uri: vscode.Uri) => this.list(uri),
      readFile: async (uri: vscode.Uri) => {
        const fault = this.fault('read');
        if (fault === 'late') await later();
        else if (fault === 'stale') return this.former.get(uri.path) ?? this.bytesAt(uri);
        else if (fault) throw vscode.FileSystemError.Unavailable('The server does not answer.');
        return this.bytesAt(uri);
      },
      createDirectory: async () => undefined,
      writeFile: async (uri: vscode.Uri, bytes: Uint8Array) => this.write(uri, bytes),
      delete: async (uri: vscode.Uri) => void this.files.delete(uri.path),
    };
    const of = (uri: vscode.Uri): Pick<vscode.FileSystem, keyof typeof ours> =>
      uri.scheme === scheme ? ours : original;
    const faulty: vscode.FileSystem = {
      isWritableFileSystem: (name) => name === scheme || original.isWritableFileSystem(name),
      stat: (uri) => of(uri).stat(uri),
      readDirectory: (uri) => of(uri).readDirectory(uri),
      readFile: (uri) => of(uri).readFile(uri),
      createDirectory: (uri) => of(uri).createDirectory(uri),
      writeFile: (uri, bytes) => of(uri).writeFile(uri, bytes),
      delete: (uri, options) => of(uri).delete(uri, options),
      rename: refuse,
      copy: refuse,
    };
    Object.defineProperty(vscode.workspace, 'fs', { configurable: true, get: () => faulty });
  }

  uri(path: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.scheme, path });
  }

  text(path: string): string | undefined {
    const bytes = this.files.get(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  put(path: string, text: string): void {
    this.set(path, new TextEncoder().encode(text));
  }

  /** Everything that the files say. */
  all(): Record<string, string> {
    return Object.fromEntries([...this.files.keys()].sort().map((path) => [path, this.text(path) ?? '']));
  }

  dispose(): void {
    Object.defineProperty(vscode.workspace, 'fs', { configurable: true, get: () => this.original });
  }

  private async write(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const fault = this.fault('write');
    if (fault === 'late') await later();
    this.time += 1;
    if (fault === 'halfway' || fault === 'silent') this.set(uri.path, bytes.slice(0, bytes.length >> 1));
    else if (fault !== 'refused') this.set(uri.path, bytes.slice());
    if (fault && fault !== 'silent' && fault !== 'late') throw vscode.FileSystemError.Unavailable('The disk is full.');
  }

  private set(path: string, bytes: Uint8Array): void {
    const before = this.files.get(path);
    if (before) this.former.set(path, before);
    this.files.set(path, bytes);
  }

  private bytesAt(uri: vscode.Uri): Uint8Array {
    const bytes = this.files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  private stat(uri: vscode.Uri): vscode.FileStat {
    const isFolder = !this.files.has(uri.path) && (uri.path === '/' || this.list(uri).length > 0);
    const size = isFolder ? 0 : this.bytesAt(uri).length;
    return { type: isFolder ? vscode.FileType.Directory : vscode.FileType.File, ctime: 0, mtime: this.time, size };
  }

  private list(uri: vscode.Uri): [string, vscode.FileType][] {
    const under = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    const found = new Map<string, vscode.FileType>();
    for (const path of this.files.keys()) {
      if (!path.startsWith(under)) continue;
      const [name = '', ...rest] = path.slice(under.length).split('/');
      found.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...found];
  }
}
