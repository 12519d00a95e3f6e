import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Loop } from '../../../src/core/loop/loopModel';
import type { Row } from '../../../src/core/tracker/row';
import { loopRow } from '../../../src/core/tracker/loopRows';
import { trackerRows } from '../../../src/core/tracker/trackerRows';
import { LOOP, read } from '../loop/readLoop';
import { sessionWith } from '../sessions/sample';

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

  it('call what a round judges by its title where they tell of practice', () => {
    const loop = read({ 'loop.md': LOOP, 'rounds/02-system-design.md': '---\nround: system-design\n---\n' });
    const session = sessionWith({ started: '2026-11-24T10:00:00Z', scores: { 'streaming-scale': 2 } });
    const rows = all(trackerRows({ loop, today: '2026-11-24', sessions: [session] }, { hideDone: false }));
    for (const kind of ['round', 'practice']) {
      const tooltip = rows.find((row) => row.kind === kind)?.tooltip ?? '';
      assert.match(tooltip, /^Serving at streaming scale: 2/mu, kind);
      assert.doesNotMatch(tooltip, /^streaming.scale/mu);
    }
  });

  it('tell menus which document is the cheat sheet, and which are scripts', () => {
    const loop = read({
      'loop.md': LOOP,
      'cheat-sheet.md': '# Sheet\n',
      'scripts/intro.md': '# Intro\n',
      'questions.md': 'x',
    });
    const menus = all(rowsOf(loop)).flatMap((row) =>
      row.kind === 'document' ? [[row.id, 'menu' in row ? row.menu : undefined]] : [],
    );
    assert.deepEqual(
      menus.map(([id = '', menu]) => [id.split('/').at(-1), menu]),
      [
        ['cheat-sheet.md', 'cheatSheet'],
        ['questions.md', undefined],
        ['intro.md', 'script'],
      ],
    );
  });

  it('mark the round that is being timed, and no other', () => {
    const loop = read({
      'loop.md': LOOP,
      'rounds/01-phone-screen.md': '---\nround: phone-screen\n---\n',
      'rounds/02-system-design.md': '---\nround: system-design\n---\n',
    });
    const marked = (isPaused: boolean): unknown =>
      trackerRows(
        { loop, today: '2026-11-24', sessions: [], timed: { round: 'system-design', isPaused } },
        { hideDone: false },
      )
        .filter(({ kind }) => kind === 'round')
        .map(({ icon, description, spoken }) => [icon, description?.split(' · ')[0], /timed|timer/u.test(spoken)]);
    assert.deepEqual(marked(false), [
      ['planned', 'no date', false],
      ['timed', 'being timed', true],
    ]);
    assert.deepEqual((marked(true) as unknown[])[1], ['paused', 'timer paused', true]);
  });

  it('name each unsaved run by when it began, also two of one round', () => {
    const loop = read({ 'loop.md': LOOP, 'rounds/01-phone-screen.md': '---\nround: phone-screen\n---\n' });
    const run = { round: 'phone-screen', title: 'Phone Screen', date: '2026-11-24', minutes: 3 };
    const unsaved = [
      { ...run, startedAt: 1000 },
      { ...run, startedAt: 2000 },
    ];
    const rows = all(trackerRows({ loop, today: '2026-11-24', sessions: [], unsaved }, { hideDone: false }));
    assert.deepEqual(
      rows.flatMap((row) => ('run' in row && row.run !== undefined ? [row.run] : [])),
      [1000, 2000],
    );
  });

  it('name a loop by its folder where it has neither a company nor a role', () => {
    // Its row said “Loop  , day 3” to a screen reader, and its tooltip began with a blank line.
    const loop = { ...read({ 'loop.md': LOOP }), company: '', role: '' };
    const { spoken, tooltip } = loopRow(loop, 'day 3', true);
    assert.deepEqual([spoken, tooltip], [`Loop ${loop.id}, day 3`, loop.id]);
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
