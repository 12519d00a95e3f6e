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
  | 'silent';

/** A file system in memory whose calls go wrong when they are told to. */
export class FaultyFiles {
  readonly scheme = 'prep-loop-faulty';
  readonly files = new Map<string, Uint8Array>();
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
        if (this.fault('read')) throw vscode.FileSystemError.Unavailable('The server does not answer.');
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
    this.files.set(path, new TextEncoder().encode(text));
  }

  /** Everything that the files say. */
  all(): Record<string, string> {
    return Object.fromEntries([...this.files.keys()].sort().map((path) => [path, this.text(path) ?? '']));
  }

  dispose(): void {
    Object.defineProperty(vscode.workspace, 'fs', { configurable: true, get: () => this.original });
  }

  private write(uri: vscode.Uri, bytes: Uint8Array): void {
    this.time += 1;
    const fault = this.fault('write');
    if (fault === 'halfway' || fault === 'silent') this.files.set(uri.path, bytes.slice(0, bytes.length >> 1));
    else if (fault !== 'refused') this.files.set(uri.path, bytes.slice());
    if (fault && fault !== 'silent') throw vscode.FileSystemError.Unavailable('The disk is full.');
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
