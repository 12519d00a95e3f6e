import * as vscode from 'vscode';

const SCHEME = 'prep-loop-locked';

/** A workspace folder on a file system that writes nothing, as a mounted archive or a repository seen over http is. */
export class ReadonlyFolder {
  readonly name = 'locked';
  readonly uri = vscode.Uri.from({ scheme: SCHEME, path: '/locked' });
  /** Paths that came to be written all the same. */
  readonly written: string[] = [];
  private readonly provider: vscode.Disposable;

  constructor() {
    const never = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const refuse = (uri: vscode.Uri): never => {
      throw vscode.FileSystemError.NoPermissions(uri);
    };
    const write = (uri: vscode.Uri): void => void this.written.push(uri.path);
    const stat = (uri: vscode.Uri): vscode.FileStat => {
      if (uri.path !== this.uri.path) throw vscode.FileSystemError.FileNotFound(uri);
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    };
    const readDirectory = (uri: vscode.Uri): [string, vscode.FileType][] => (stat(uri), []);
    const readFile = (uri: vscode.Uri): never => {
      throw vscode.FileSystemError.FileNotFound(uri);
    };
    const changes = { createDirectory: write, writeFile: write, delete: refuse, rename: refuse };
    this.provider = vscode.workspace.registerFileSystemProvider(
      SCHEME,
      { onDidChangeFile: never.event, watch: () => never, stat, readDirectory, readFile, ...changes },
      { isReadonly: true },
    );
  }

  async add(): Promise<void> {
    await this.change(() =>
      vscode.workspace.updateWorkspaceFolders(vscode.workspace.workspaceFolders?.length ?? 0, 0, {
        uri: this.uri,
        name: this.name,
      }),
    );
  }

  async remove(): Promise<void> {
    await this.change(() => vscode.workspace.updateWorkspaceFolders(this.at() ?? 0, 1));
    this.provider.dispose();
  }

  /** The folders change at once, and extensions hear of it when the window has agreed. */
  private async change(change: () => boolean): Promise<void> {
    const told = new Promise<void>((resolve) => {
      const listener = vscode.workspace.onDidChangeWorkspaceFolders(() => {
        listener.dispose();
        resolve();
      });
    });
    if (!change()) throw new Error('The workspace’s folders cannot be changed.');
    await told;
  }

  private at(): number | undefined {
    return vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === SCHEME)?.index;
  }
}
