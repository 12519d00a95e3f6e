/** Filled-in forms, for properties. */
import fc from 'fast-check';
import { tidy } from '../../../src/core/markdown/text';
import type { Filled } from '../../../src/core/pack/sheetModel';
import { HIRES } from '../../../src/core/sessions/hire';
import { samplePack } from './sample';

const { competencies } = samplePack();

/** What a peer may write into a field, or paste: all of it is text. */
const hostile = fc.constantFrom(
  'Sized the state at 40 GB',
  '',
  '## Comments',
  '# Score sheet',
  '### Trade-offs',
  '- Trade-offs (trade-offs): 4',
  '- Red flags: none at all',
  'Evidence: again',
  '- Hire or no hire: hire',
  '```',
  '~~~js',
  '<script>alert(1)</script>',
  '<!-- hidden',
  '-->',
  '<div>',
  '---',
  '===',
  '    code',
  '> quoted',
  '| a | b |',
  '1. one',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> theirs',
  'peerHire: hire',
  '* * *',
  '日本語 “quotes” \\ \\`',
);
const field = fc
  .array(hostile, { maxLength: 6 })
  .map((lines) => tidy(lines.join('\n')))
  .filter((text) => text === '' || /^[A-Za-z日]/u.test(text) || /\w{3}/u.test(text))
  .map((text) => text.trim());
const ids = competencies.map(({ id }) => id);
const scores = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(1, 2, 3, 4) as fc.Arbitrary<1 | 2 | 3 | 4>, {
  minKeys: 1,
  noNullPrototype: true,
});

/** A filled-in form: evidence and red flags only where there is a score, as the form wants it. */
export const filled: fc.Arbitrary<Filled> = scores.chain((given) => {
  const scored = Object.keys(given);
  return fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...scored), field, field), { maxLength: 3 }),
      fc.constantFrom(undefined, ...HIRES),
      fc.constantFrom('', 'Good pace.', 'Would work with them.\n\n## Comments\n\n> twice'),
    )
    .map(([entries, hire, comments]): Filled => {
      const evidence = Object.fromEntries(
        entries
          .filter(([, seen, flags]) => seen !== '' || flags !== '')
          .map(([id, seen, flags]) => [id, { evidence: seen, redFlags: flags }]),
      );
      return {
        scores: given,
        ...(Object.keys(evidence).length > 0 ? { evidence } : {}),
        ...(hire ? { hire } : {}),
        comments,
        points: ['Price it'],
      };
    });
});
