import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const ID = 'prep-loop.prep-loop';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

function extension(): vscode.Extension<{ readonly version: number }> {
  const found = vscode.extensions.getExtension<{ readonly version: number }>(ID);
  assert.ok(found, `${ID} is not installed in this window`);
  return found;
}

describe('The manifest and the code', () => {
  it('activate, and give the API of version 1', async () => {
    const api = await extension().activate();
    assert.equal(api.version, 1);
  });

  it('name the same commands, both ways', async () => {
    await extension().activate();
    const { contributes } = extension().packageJSON as Manifest;
    const contributed = contributes.commands.map(({ command }) => command).sort();
    const registered = (await vscode.commands.getCommands(true))
      .filter((id) => id.startsWith('prepLoop.') && !isFromView(id))
      .sort();
    assert.deepEqual(registered, contributed);
  });
});

/** VS Code makes commands of its own for a contributed view: `prepLoop.tracker.focus`, `.open`, `.removeView`, … */
const isFromView = (id: string): boolean => /^prepLoop\.(?:tracker|stories)\./.test(id);
