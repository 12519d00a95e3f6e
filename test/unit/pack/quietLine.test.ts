import assert from 'node:assert/strict';
import { quietLine } from '../../../src/core/pack/quiet';
import { PackRenderer } from '../../../src/core/pack/render';

const renderer = new PackRenderer();

describe('A line of a playbook in a pack', () => {
  it('keeps the code and the emphasis that it begins with', () => {
    assert.equal(
      renderer.inline(quietLine('`EXPLAIN` is read, then `ANALYZE`')),
      '<code>EXPLAIN</code> is read, then <code>ANALYZE</code>',
    );
    assert.equal(renderer.inline(quietLine('**Names** the users first')), '<strong>Names</strong> the users first');
  });

  it('opens no block', () => {
    for (const line of ['# Title', '> quoted', '- item', '* item', '+ item', '| a |', '```', '~~~', '---', '* * *'])
      assert.match(renderer.render(quietLine(line), 2), /^<p>/u, line);
  });
});
