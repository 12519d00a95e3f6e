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
  private readonly provider: vscode.Disposable;
  private time = 1;

  constructor() {
    const never = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    this.provider = vscode.workspace.registerFileSystemProvider(this.scheme, {
      onDidChangeFile: never.event,
      watch: () => never,
      stat: (uri) => this.stat(uri),
      readDirectory: (uri) => this.list(uri),
      readFile: (uri) => {
        if (this.fault('read')) throw vscode.FileSystemError.Unavailable('The server does not answer.');
        return this.bytesAt(uri);
      },
      createDirectory: () => undefined,
      writeFile: (uri, bytes) => this.write(uri, bytes),
      delete: (uri) => void this.files.delete(uri.path),
      rename: () => {
        throw vscode.FileSystemError.NoPermissions('Nothing is renamed here.');
      },
    });
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
    this.provider.dispose();
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
