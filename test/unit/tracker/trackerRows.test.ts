import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Loop } from '../../../src/core/loop/loopModel';
import type { Row } from '../../../src/core/tracker/row';
import { trackerRows } from '../../../src/core/tracker/trackerRows';
import { LOOP, read } from '../loop/readLoop';

describe('the tracker’s nodes', () => {
  const rowsOf = (loop: Loop, hideDone = false): Row[] =>
    trackerRows({ loop, today: '2026-11-24', sessions: [] }, { hideDone });
  const all = (rows: readonly Row[]): Row[] => rows.flatMap((row) => [row, ...all(row.children)]);

  it('nest items by their indent, in the order of the file', () => {
    const loop = read({ 'loop.md': LOOP, 'preparation.md': '- [ ] A\n  - [x] B\n    - [ ] C\n  - [ ] D\n- [ ] E\n' });
    const drawn = (rows: readonly Row[]): unknown =>
      rows.map((row) => (row.children.length > 0 ? [row.label, drawn(row.children)] : row.label));
    const preparation = rowsOf(loop).find(({ kind }) => kind === 'preparation');
    assert.deepEqual(drawn(preparation?.children ?? []), [['A', [['B', ['C']], 'D']], 'E']);
    assert.equal(preparation?.description, '1/5');
  });

  it('have ids that are unique, also for items that say the same', () => {
    const loop = read({
      'loop.md': LOOP,
      'preparation.md': '- [ ] A\n- [ ] A\n',
      'rounds/01-phone-screen.md': '- [ ] A\n- [ ] A\n',
    });
    const ids = all(rowsOf(loop)).map(({ id }) => id);
    assert.deepEqual([...new Set(ids)], ids);
  });

  it('have something to say to a screen reader', () => {
    const loop = read({ 'loop.md': LOOP, 'preparation.md': '- [ ]\n', 'rounds/01-phone-screen.md': '' });
    for (const { label, spoken } of all(rowsOf(loop))) assert.ok(label !== '' && spoken !== '');
  });

  it('hide done items only where nothing open is under them (property)', () => {
    const line = fc
      .record({ indent: fc.integer({ min: 0, max: 3 }), done: fc.boolean() })
      .map(({ indent, done }) => `${'  '.repeat(indent)}- [${done ? 'x' : ' '}] t\n`);
    fc.assert(
      fc.property(fc.array(line), (written) => {
        const loop = read({ 'loop.md': LOOP, 'preparation.md': written.join('') });
        const shown = all(rowsOf(loop, true)).filter((row) => row.kind === 'item');
        assert.equal(
          shown.filter(({ item }) => item.checked === false).length,
          written.filter((text) => text.includes('[ ]')).length,
          'every open item is shown',
        );
        for (const { item, children } of shown) assert.ok(!item.checked || children.length > 0);
      }),
    );
  });
});
