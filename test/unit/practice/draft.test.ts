import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeDraft, emptyDraft, hasContent, MAX_NOTES, type PracticeDraft } from '../../../src/core/practice/draft';

const PLACE = { loop: 'file:///w/prep/acme', round: 'system-design' };
const DRAFT: PracticeDraft = {
  ...PLACE,
  prompt: 'A scorer',
  notes: 'Ask first.\n- 03:12 · Frame · latency',
  scores: { scale: 3 },
  signals: ['latency'],
};

describe('A draft of a practice run', () => {
  it('is read back as it was kept', () => {
    for (const draft of [DRAFT, emptyDraft(PLACE)])
      assert.deepEqual(decodeDraft(JSON.parse(JSON.stringify(draft))), draft);
  });

  it('is nothing when something else was kept', () => {
    for (const change of [
      { notes: 'x'.repeat(MAX_NOTES + 1) },
      { scores: { scale: 5 } },
      { signals: 'latency' },
      { loop: 7 },
    ])
      assert.equal(decodeDraft({ ...DRAFT, ...change }), undefined);
    fc.assert(fc.property(fc.anything(), (value) => assert.equal(decodeDraft(value), undefined)));
  });

  it('has content once something was noted, scored or ticked', () => {
    const empty = emptyDraft(PLACE);
    assert.deepEqual([empty, { ...empty, prompt: 'A scorer' }, { ...empty, notes: ' \n' }].map(hasContent), [
      false,
      false,
      false,
    ]);
    assert.deepEqual(
      [
        { ...empty, notes: 'x' },
        { ...empty, scores: { a: 1 as const } },
        { ...empty, signals: ['a'] },
      ].map(hasContent),
      [true, true, true],
    );
  });
});
