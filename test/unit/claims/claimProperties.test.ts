import assert from 'node:assert/strict';
import fc from 'fast-check';
import { figureRegister, figuresPage } from '../../../src/core/claims/figureRegister';
import { findClaims } from '../../../src/core/claims/findClaims';
import { readFigures } from '../../../src/core/claims/readFigures';
import { readRetractions } from '../../../src/core/claims/retractions';
import { toldFigures } from '../../../src/core/claims/scriptSources';
import { runs } from '../../support/properties';

const piece = fc.constantFrom(
  'p99 latency ',
  'fell from 120 ms to 35 ms',
  'I cut ',
  '$2.1M a year',
  ' by 40%',
  ' of users',
  '. ',
  '\n\n',
  '## Impact\n\n',
  '## Result\n\n',
  ', and ',
  '15-person team',
  '1.5 GB/s',
  '- ',
  '{{x}}',
  'retracted: ',
  '> ',
  '```estimate\na: 5\n```\n',
  '\u{1F600}',
  '0',
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 200 }),
);

describe('the register of figures, whatever the texts are', () => {
  it('never throws, and every finding and every fix lies in its text', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (story, script, claims) => {
        const files = [
          readFigures('stories/a.md', story, 'story'),
          readFigures('loop/scripts/b.md', script, 'script'),
          readFigures('loop/offer.md', script, 'offer'),
        ];
        const found = findClaims(files, readRetractions(claims).retractions);
        for (const { path, start, end, fixes } of found) {
          const { length } = path.startsWith('stories') ? story : script;
          assert.ok(start < end && end <= length);
          for (const fix of fixes) assert.ok(fix.start >= start && fix.end <= end);
        }
        figuresPage('loop', figureRegister(files, found), (path, line) => `${path}#L${line + 1}`);
      }),
      runs(300),
    );
  });

  it('reads the names that every object has as words like any other (property)', () => {
    const name = fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'a constructor');
    const sentence = fc
      .tuple(
        fc.constantFrom('We saved ', 'We cut ', 'I won ', 'In all, '),
        name,
        fc.constantFrom(' $40k ', ' 12% ', ' 30 of 40 ', ' fell from $5k to $3k per '),
        name,
        fc.constantFrom('.', ', $9,000 a year.', ', so $5 per constructor, or $70 per name.'),
      )
      .map((parts) => parts.join(''));
    const text = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => `## Impact\n\n${parts.join(' ')}`);
    fc.assert(
      fc.property(text, text, name, (story, script, key) => {
        const block = `\n\n\`\`\`estimate\n${key}: $5k\nall = ${key} × 2\n\`\`\`\n`;
        const offer = `---\nbase: 200000\nstated: [{ date: 2026-12-02, to: ${key}, base: 200000 }]\n${key}: 5\n---\n`;
        const files = [
          readFigures('stories/a.md', `---\n${key}: 12\n---\n\n${story}${block}`, 'story'),
          readFigures('loop/scripts/b.md', `${script}\n\nI ask for a base of $190k per ${key}.`, 'script'),
          readFigures('loop/offer.md', offer, 'offer'),
        ];
        assert.ok(files[0]?.figures.length, story);
        const found = findClaims(files, readRetractions(`retracted: ${story}`).retractions);
        figuresPage('loop', figureRegister(files, found), (path, line) => `${path}#L${line + 1}`);
        for (const { phrase } of toldFigures(files)) assert.doesNotMatch(phrase, /function|\[native code\]/u);
      }),
      runs(200),
    );
  });

  it('takes time in proportion to the text, however alike the figures are', () => {
    const time = (count: number): number => {
      const story = `## Impact\n\n${'I cut p99 latency from 120 ms to 35 ms, 40% of users. '.repeat(count)}`;
      const script = 'I cut p99 latency to 28 ms and won 12% of users. '.repeat(count);
      const began = performance.now();
      findClaims([readFigures('stories/a.md', story, 'story'), readFigures('loop/scripts/b.md', script, 'script')]);
      return performance.now() - began;
    };
    time(500);
    const [small, large] = [time(500), time(4000)];
    assert.ok(large < small * 40 + 500, `${small} ms for 500, ${large} ms for 4000`);
  });
});
