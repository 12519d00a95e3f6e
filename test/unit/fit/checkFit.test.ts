import assert from 'node:assert/strict';
import { checkFit } from '../../../src/core/fit/checkFit';
import { CASES, fitStories, playbookOf } from './support';

describe('the fit check', () => {
  for (const labelled of CASES) {
    const asked = typeof labelled.requirement === 'string' ? labelled.requirement : labelled.requirement.id;
    it(`${asked}: ${labelled.name} → ${labelled.expect}`, () => {
      const [row] = checkFit(playbookOf(labelled), fitStories(labelled));
      assert.equal(row?.state, labelled.expect, row?.reason);
    });
  }
});
