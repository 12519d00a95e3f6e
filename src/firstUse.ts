/** Finds out when this window is first used to prepare: until then nothing but the entry is read. */
import * as vscode from 'vscode';
import { Owner, Replaceable } from './lifecycle';
import { onDidChangeSetting, prepFolderIn } from './store/settings';

/**
 * Calls `begin` where there is a prep folder, and where the extension kept something of this workspace or had a panel
 * in it. What this registers is gone before that.
 */
export class FirstUse extends Owner {
  private readonly watchers = this._register(new Replaceable());

  constructor(
    private readonly kept: vscode.Memento,
    private readonly begin: () => void,
  ) {
    super();
    this._register(vscode.workspace.onDidChangeWorkspaceFolders(() => void this.look()));
    this._register(onDidChangeSetting(['folder'], () => void this.look()));
  }

  /** Looks whether the window is used to prepare, and watches where a prep folder would come. */
  async look(): Promise<void> {
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => ({
      uri,
      names: prepFolderIn(uri),
    }));
    this.watchers.hold(vscode.Disposable.from(...folders.map(({ uri, names }) => this.watch(uri, names))));
    const found = await Promise.all(folders.map(({ uri, names }) => exists(vscode.Uri.joinPath(uri, ...names))));
    if (!this.isDisposed && (found.includes(true) || this.kept.keys().length > 0 || hasPanel())) this.begin();
  }

  /** A folder that comes with others in it is told of by the outermost. */
  private watch(folder: vscode.Uri, names: readonly string[]): vscode.Disposable {
    const paths = names.map((_, index) => names.slice(0, index + 1).join('/'));
    const pattern = new vscode.RelativePattern(folder, paths.length > 1 ? `{${paths.join()}}` : paths.join());
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, true);
    watcher.onDidCreate(() => void this.look());
    return watcher;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    // One that cannot be read is told of by whoever reads it.
    (error: unknown) => !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound'),
  );
}

/** Whether a panel of the extension is open from before the window was loaded. */
function hasPanel(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('prepLoop.')),
  );
}
