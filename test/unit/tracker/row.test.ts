import assert from 'node:assert/strict';
import { roundOpenedBy, row, type Row } from '../../../src/core/tracker/row';

const common = { id: 'a', label: 'Label' };

describe('a row', () => {
  it('has its label as its tooltip, says it and its description, and has nothing under it', () => {
    assert.deepEqual(row({ ...common, kind: 'feedback', description: 'Wed 2 Dec' }), {
      ...common,
      kind: 'feedback',
      description: 'Wed 2 Dec',
      tooltip: 'Label',
      spoken: 'Label · Wed 2 Dec',
      children: [],
      open: false,
    });
  });

  it('keeps what it is given', () => {
    const child = row({ ...common, kind: 'today' });
    const given = { tooltip: 'Tip', spoken: 'Said', children: [child], open: true };
    assert.deepEqual(row({ ...common, kind: 'today', ...given }), { ...common, kind: 'today', ...given });
  });

  it('opens the round that it names; a mock opens its own file', () => {
    const place = { path: 'a/b.md' };
    const state = { pinned: false, status: 'planned' } as const;
    const rows: readonly Row[] = [
      row({ ...common, kind: 'round', place, round: 'screen', state }),
      row({ ...common, kind: 'practice', round: 'screen' }),
      row({ ...common, kind: 'due', round: 'screen' }),
      row({ ...common, kind: 'due', place }),
      row({ ...common, kind: 'mock', place, round: 'screen', menu: 'mock-planned' }),
      row({ ...common, kind: 'document', place }),
    ];
    assert.deepEqual(rows.map(roundOpenedBy), ['screen', 'screen', 'screen', undefined, undefined, undefined]);
  });
});
