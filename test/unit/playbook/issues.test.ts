import assert from 'node:assert/strict';
import { describeIssue } from '../../../src/core/playbook/issues';

describe('what is wrong with a value of playbook.json', () => {
  // A random playbook had such an object where a number belongs, and loading it threw.
  it('is said of an object that cannot be made a text', () => {
    const value = { days: { toString: '', valueOf: '' } };
    for (const code of ['too_small', 'too_big'] as const) {
      const bound = code === 'too_small' ? { minimum: 1 } : { maximum: 9 };
      const issue = { code, origin: 'number', path: ['days'], message: '', input: value.days, ...bound } as Parameters<
        typeof describeIssue
      >[0];
      assert.match(
        describeIssue(issue, value)[0]?.message ?? '',
        /^“days” is an object: make it at (?:least 1|most 9)\.$/u,
      );
    }
  });
});
