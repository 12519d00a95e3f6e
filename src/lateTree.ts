import * as vscode from 'vscode';
import { Owner } from './lifecycle';

type Changed<T> = T | T[] | undefined;

/** How long the editor draws a tree at most after it was told to, or after it asked for rows, in milliseconds. */
const DRAWING = 500;

/**
 * A view that the editor knows from the start, and whose tree comes later. It is never registered a second time: while
 * the editor is still taking in the first registration, its end takes the second with it, and the view stays empty.
 */
export class LateTree<T> extends Owner implements vscode.TreeDataProvider<T> {
  readonly view: vscode.TreeView<T>;
  private readonly didChange = this._register(new vscode.EventEmitter<Changed<T>>());
  readonly onDidChangeTreeData = this.didChange.event;
  private tree: vscode.TreeDataProvider<T> | undefined;
  private drawn = -Infinity;

  /** @param whenSeen called where the view is seen before its tree is there. */
  constructor(
    id: string,
    options: Omit<vscode.TreeViewOptions<T>, 'treeDataProvider'>,
    private readonly whenSeen: () => void,
  ) {
    super();
    this.view = this._register(vscode.window.createTreeView(id, { ...options, treeDataProvider: this }));
  }

  /** The view shows this tree from now on. */
  fill(tree: vscode.TreeDataProvider<T>): void {
    this.tree = tree;
    if (tree.onDidChangeTreeData)
      this._register(tree.onDidChangeTreeData((changed) => this.draw(changed ?? undefined)));
    this.draw(undefined);
  }

  /** Whether the editor may be drawing the tree: until it is done, it names no rows that are selected. */
  get isDrawing(): boolean {
    return performance.now() - this.drawn < DRAWING;
  }

  getChildren(element?: T): vscode.ProviderResult<T[]> {
    this.drawn = performance.now();
    if (this.tree) return this.tree.getChildren(element);
    // The editor still waits for this answer when the tree comes.
    queueMicrotask(() => this.tree || this.isDisposed || this.whenSeen());
    return [];
  }

  getTreeItem(element: T): vscode.TreeItem | Thenable<vscode.TreeItem> {
    return this.tree?.getTreeItem(element) ?? {};
  }

  resolveTreeItem(
    item: vscode.TreeItem,
    element: T,
    token: vscode.CancellationToken,
  ): vscode.ProviderResult<vscode.TreeItem> {
    return this.tree?.resolveTreeItem?.(item, element, token) ?? item;
  }

  getParent(element: T): vscode.ProviderResult<T> {
    return this.tree?.getParent?.(element);
  }

  private draw(changed: Changed<T>): void {
    this.drawn = performance.now();
    this.didChange.fire(changed);
  }
}
