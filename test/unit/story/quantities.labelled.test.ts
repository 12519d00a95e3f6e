/** Sentences that were labelled with the span, the value and the unit of each figure; the bench measures them too. */
import assert from 'node:assert/strict';
import { extractQuantities } from '../../../src/core/story/quantities';
import newsAndWork from '../../fixtures/quantities/news-and-work.json';
import voicesSealed from '../../fixtures/quantities/voices-sealed.json';
import voicesSeen from '../../fixtures/quantities/voices-seen.json';

interface Labelled {
  readonly text: string;
  readonly expected: readonly { readonly span: string; readonly value: number; readonly unit: string | null }[];
}

/** What is read differently from its label; of a part, the label has what it is a part of, and the figure has not. */
const MISREAD: ReadonlySet<string> = new Set([
  'The Oslo shipping index shed 7.85 points, or 1.4 percent, to 552.10.',
  'Two-thirds of delegates backed the amendment, and 11 delegates abstained.',
  'The fossil, dug up in 1998, weighs 1.7 tonnes and measures nearly 4 m from snout to tail.',
  'A daily walk of 30 minutes lowered blood pressure by 4 mm Hg.',
  'Half of the clinics in the district have no doctor on weekends.',
  'The pipeline spilled 9,700 barrels into a creek, and crews recovered two-thirds of the oil.',
  'A three-bedroom house on Elm Street sold for $1.05 million, 15% over asking.',
  'We priced it at $15 per seat, and a third of our trials converted.',
  'Three-quarters of my students speak another language at home.',
  'At 6 feet 4 inches, he is the tallest of the five brothers.',
  'We gave 500 mg twice daily for ten days.',
  'We have ninety-nine problems.',
  'The line makes 55 bottles a minute, 20 more than before.',
  'They want 20 percent off and free delivery for a year.',
  'I gave it 110 percent.',
]);

/** Four digits of a value count. */
const shown = (span: string, value: number, unit: string | null): string =>
  `${span} = ${Number(value.toPrecision(4))} ${unit ?? ''}`;
const read = (text: string): string[] =>
  extractQuantities(text).map((found) => shown(found.text, found.value, found.unit));
const labelled = ({ text, expected }: Labelled): string[] =>
  [...expected]
    .sort((a, b) => text.indexOf(a.span) - text.indexOf(b.span))
    .map(({ span, value, unit }) => shown(span, value, unit));

describe('the figures of a sentence', () => {
  for (const sentence of [...newsAndWork, ...voicesSeen, ...voicesSealed] as readonly Labelled[]) {
    const { text } = sentence;
    if (MISREAD.has(text)) it(`are misread: ${text}`, () => assert.notDeepEqual(read(text), labelled(sentence)));
    else
      it(`are ${labelled(sentence).join(', ') || 'none'}: ${text}`, () =>
        assert.deepEqual(read(text), labelled(sentence)));
  }
});
