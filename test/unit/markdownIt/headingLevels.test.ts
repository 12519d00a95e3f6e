import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import fc from 'fast-check';
import { lowerHeadings } from '../../../src/core/markdownIt/headingLevels';

const md = new MarkdownIt();
const levels = (written: readonly number[], level = 2): number[] => {
  const tokens = md.parse(written.map((each) => `${'#'.repeat(each)} T`).join('\n\n'), {});
  lowerHeadings(tokens, level);
  return tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => Number(tag.slice(1)));
};

describe('The headings of a text that is shown below a heading', () => {
  it('stay siblings where a level is skipped above them', () => {
    assert.deepEqual(levels([1, 3, 3, 3]), [3, 4, 4, 4]);
    assert.deepEqual(levels([2, 4, 4, 2, 6, 5]), [3, 4, 4, 3, 4, 4]);
  });

  it('property: those of one level below one heading are of one level, and none is skipped', () => {
    const written = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(written, fc.integer({ min: 1, max: 3 }), (each, level) => {
        const lowered = levels(each, level);
        lowered.reduce((above, own) => {
          assert.ok(own > level && own <= above + 1, `${each.join(' ')}: ${lowered.join(' ')}`);
          return own;
        }, level);
        each.forEach((own, at) => {
          const next = each.findIndex((other, index) => index > at && other <= own);
          if (each[next] === own) assert.equal(lowered[next], lowered[at], `${each.join(' ')}: ${lowered.join(' ')}`);
        });
      }),
      { numRuns: 200 },
    );
  });
});
