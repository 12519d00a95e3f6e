import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('In the web worker host', () => {
  it('there is no Node', () => {
    assert.equal(typeof process, 'undefined');
  });

  it('the workspace is a virtual file system', () => {
    assert.equal(vscode.workspace.workspaceFolders?.[0]?.uri.scheme, 'tmp');
  });

  it('the extension activates from its web entry', async () => {
    const extension = vscode.extensions.getExtension<{ readonly version: number }>('prep-loop.prep-loop');
    assert.ok(extension, 'the extension is not installed in this window');
    assert.equal((await extension.activate()).version, 1);
  });
});
