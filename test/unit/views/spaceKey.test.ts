import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { SpaceKey } from '../../../src/views/spaceKey';

interface Row {
  readonly id: string;
}
const [first, second, third] = ['first', 'second', 'third'].map((id): Row => ({ id })) as [Row, Row, Row];

/** The editor's side: its list has a focus and a selection; it names no row while it draws the tree again. */
class Editor {
  focused: Row = first;
  private selected: readonly Row[] = [];
  private drawing = false;
  private reported = '';
  private readonly listeners: ((event: { readonly selection: readonly Row[] }) => void)[] = [];

  readonly view = {
    onDidChangeSelection: (listener: (event: { readonly selection: readonly Row[] }) => void) => {
      this.listeners.push(listener);
      return { dispose: () => undefined };
    },
    reveal: (row: Row) => {
      this.click(row);
      return Promise.resolve();
    },
  } as unknown as vscode.TreeView<Row>;
  readonly key: SpaceKey<Row>;

  constructor() {
    Object.defineProperty(this.view, 'selection', { get: () => (this.drawing ? [] : this.selected) });
    this.key = new SpaceKey(this.view, () => this.drawing);
  }

  /** What a click on a row does. */
  click(row: Row): void {
    this.focused = row;
    this.select([row]);
  }

  /** What the key does before the extension is asked. */
  space(): Promise<Row | undefined> {
    const without = this.selected.filter((row) => row !== this.focused);
    this.select(without.length < this.selected.length ? without : [...this.selected, this.focused]);
    return this.key.take();
  }

  /** Time enough to look at the rows again. */
  looked(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 100));
  }

  beginDrawing(): void {
    this.drawing = true;
  }

  endDrawing(): void {
    this.drawing = false;
  }

  /** The event comes where other rows are selected, whether they can be named or not. */
  select(selected: readonly Row[]): void {
    this.selected = selected;
    const handles = selected.map(({ id }) => id).join();
    if (handles === this.reported) return;
    this.reported = handles;
    for (const listener of this.listeners) listener({ selection: this.view.selection });
  }
}

describe('Space in a tree', () => {
  it('means the focused row: one that was not selected, and the selected one', async () => {
    const editor = new Editor();
    assert.equal(await editor.space(), first);
    editor.focused = second;
    assert.equal(await editor.space(), second);
    assert.equal(await editor.space(), second);
    editor.click(third);
    assert.equal(await editor.space(), third);
  });

  it('means the row that was gone on to, though the editor was drawing when it selected the one before', async () => {
    const editor = new Editor();
    editor.click(first);
    editor.beginDrawing();
    editor.select([]);
    editor.select([first]);
    editor.endDrawing();
    editor.focused = second;
    assert.equal(await editor.space(), second);
  });

  it('means the same row again, though the editor was drawing when it was clicked', async () => {
    const editor = new Editor();
    editor.click(third);
    editor.beginDrawing();
    editor.click(first);
    editor.endDrawing();
    await editor.looked();
    assert.equal(await editor.space(), first);
  });

  it('waits for the rows while they are being drawn: only then it is known which are selected', async () => {
    for (const meant of [first, second]) {
      const editor = new Editor();
      editor.click(first);
      editor.focused = meant;
      editor.beginDrawing();
      const taken = editor.space();
      editor.endDrawing();
      assert.equal(await taken, meant);
    }
  });

  it('means no row where that cannot be known, never one that was selected earlier, and the next press finds it', async () => {
    const editor = new Editor();
    editor.click(third);
    editor.beginDrawing();
    editor.click(first);
    const taken = editor.space();
    editor.endDrawing();
    assert.equal(await taken, undefined);
    assert.equal(await editor.space(), first);
  });
});
