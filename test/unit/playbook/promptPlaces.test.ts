import assert from 'node:assert/strict';
import { promptPlaces } from '../../../src/core/playbook/promptPlaces';

describe('The prompts of a file', () => {
  it('are the headings under “Prompts”, each with its first paragraph in one line', () => {
    const text =
      '# R\r\n\r\n## Prompts\r\n\r\n### One\r\n\r\nTell me\r\nmore.\r\n\r\nListen for:\r\n- x\r\n\r\n### Two\r\n\r\n## Weak and strong\r\n\r\n### Other\r\n';
    assert.deepEqual(promptPlaces(text), [
      { title: 'One', question: 'Tell me more.', line: 4 },
      { title: 'Two', question: '', line: 12 },
    ]);
  });

  it('are none where there is no such heading, or it stands in code', () => {
    assert.deepEqual(promptPlaces('# R\n### One\n'), []);
    assert.deepEqual(promptPlaces('```\n## Prompts\n### One\n```\n'), []);
  });
});
