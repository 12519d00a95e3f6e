import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { loadPlaybook } from '../../../src/core/playbook/load';
import { BUILT_IN, builtInFiles } from './builtIn';

describe('the playbooks that ship', () => {
  const folders = readdirSync(BUILT_IN);

  for (const folder of folders) {
    it(`${folder} has no problem`, () => assert.deepEqual(loadPlaybook(builtInFiles(folder), folder).problems, []));
  }
});
