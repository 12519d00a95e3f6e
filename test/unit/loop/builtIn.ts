import assert from 'node:assert/strict';
import { loadPlaybook, type LoadedPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { builtInFiles } from '../playbook/builtIn';

/** A playbook that ships, read from content/. */
export function builtIn(id: string): LoadedPlaybook {
  const { playbook } = loadPlaybook(builtInFiles(id), id);
  assert.ok(playbook, `${id} cannot be used`);
  return playbook;
}
