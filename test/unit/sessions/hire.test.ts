import assert from 'node:assert/strict';
import { readHire } from '../../../src/core/sessions/hire';

const decision = (text: string): string | undefined => readHire(text)?.hire;

describe('A decision in a peer’s words', () => {
  it('is a figure, words, or both', () => {
    for (const [text, hire] of [
      ['3', 'hire'],
      ['2/4', 'no hire'],
      ['4: strong hire', 'strong hire'],
      ['**Strong no hire**, sadly', 'strong no hire'],
      ['no', 'no hire'],
      ['no hire, not yet', 'no hire'],
      ['No-hire at this level', 'no hire'],
      ['yes, hire', 'hire'],
      ['don’t hire', 'no hire'],
    ] as const)
      assert.equal(decision(text.replace(/^\*+/u, '')), hire, text);
  });

  // A peer who had no doubt was written down as one who would not hire.
  it('is not read out of “no” or “not” in front of something else', () => {
    for (const text of ['No doubt: strong hire', 'no hesitation, hire', 'no red flags', 'Not sure yet', 'no opinion'])
      assert.equal(decision(text), undefined, text);
  });

  it('is none where it says two that differ', () => {
    for (const text of [
      'hire or no hire',
      'hire / no hire',
      'no, strong hire',
      'yes and no',
      '3-4',
      '3 or 4',
      '3 no hire',
    ])
      assert.equal(decision(text), undefined, text);
  });

  it('leaves what follows as the remark', () => {
    assert.equal(readHire('hire, if my_team agrees')?.rest, ', if my_team agrees');
  });
});
