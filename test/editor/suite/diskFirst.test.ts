import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Disk } from '../../../src/core/ports';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { toggleInFile } from '../../../src/store/toggle';
import { emptyWorkspace, extension, onDisk, workspaceUri, write } from '../support';

const LIST = '- [ ] Read the brief\n';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A disk of one file that the editor knows nothing of: what is asked of the editor finds no such file. */
class OneFile implements Disk {
  isMarked = false;
  reads = 0;

  constructor(public bytes: Uint8Array) {}

  lookAt = (): ReturnType<Disk['lookAt']> => Promise.resolve({ mtime: 1, size: this.bytes.length, isFolder: false });
  read = (): ReturnType<Disk['read']> => {
    this.reads += 1;
    return Promise.resolve(this.bytes);
  };
  edit = (_path: string, change: Parameters<Disk['edit']>[1]): ReturnType<Disk['edit']> => {
    this.bytes = change(this.bytes) ?? this.bytes;
    return Promise.resolve('done');
  };
  isReadonly = (): boolean => this.isMarked;
  create = (): ReturnType<Disk['create']> => Promise.resolve('exists');
  onDidKeep = (): void => undefined;
  onDidMiss = (): void => undefined;
  dispose = (): void => undefined;
}

describe('A tick in a file of this machine', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  after(emptyWorkspace);

  const tick = (disk: Disk, file: vscode.Uri): Promise<boolean> =>
    toggleInFile(new WorkspaceTextFiles(disk), file, 0, 'Read the brief');

  // Each question to the editor goes to its window and back: three of them took a tick longer than the writing.
  it('asks the disk, and nothing of the editor', async () => {
    const disk = new OneFile(encode(LIST));
    assert.equal(await tick(disk, workspaceUri('only-there.md')), true);
    assert.equal(new TextDecoder().decode(disk.bytes), '- [x] Read the brief\n');
    disk.isMarked = true;
    await assert.rejects(tick(disk, workspaceUri('only-there.md')), /read-only/u);
  });

  it('that is open is compared with what the disk says', async () => {
    const file = workspaceUri('open.md');
    await write(file, LIST);
    await vscode.window.showTextDocument(file);
    // The editor shows such bytes as other letters, and would save those.
    await assert.rejects(tick(new OneFile(Uint8Array.of(...encode(LIST), 0xff)), file), /not UTF-8/u);
    const disk = new OneFile(encode(LIST));
    assert.equal(await tick(disk, file), true);
    assert.ok(disk.reads > 0);
    assert.equal(await onDisk(file), LIST, 'an open document is not saved');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
