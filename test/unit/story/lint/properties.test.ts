import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/markdown/text';
import { analyseStory, lintStory, type Finding, type Fix } from '../../../../src/core/story/lint';
import { leastProcessorTime } from '../../../host/processorTime';
import { runs } from '../../../support/properties';

const FOLDER = 'test/fixtures/stories';
const stories = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(join(FOLDER, name), 'utf8').replace(/<!-- expect: .*? -->\n\n?/u, ''),
}));

/** Stories put together at random from the pieces that rules look for, so that odd combinations come up. */
const SENTENCES = [
  'I cut churn from 8% to 5%.',
  'Latency is now 35 ms.',
  'We built a transformer.',
  'In my 3 years there I led 12 engineers.',
  'It grew a lot.',
  'Revenue rose significantly, by $2M.',
  '“We lost a lot of money,” he said.',
  'Cost fell to $0.42 from $1.10!',
  'We gave up freshness to get it.',
  'TODO: say more',
  '${metric} of users',
  '{{metric}} of users',
  '- Doubled sign-ups',
  '1. Rang 40 customers.',
  '> quoted',
  '| a | 5% |',
  '**Bold. Move** on.',
  'p99 fell to 35 ms\nfor 2M users. It',
  '<!-- a comment -->',
  '```\ncode\n```',
  'e.g. 3 of 7 teams',
  '`code`',
  'Ünïcödé — “ok”… yes',
  '[link](http://x.y) 40%',
  '',
  '   indented I wrote it.',
  '# Title',
  '### Deeper',
  '## Notes',
];
const HEADINGS = [
  '## Impact',
  '## Situation',
  '## Task',
  '## Action',
  '## Result',
  '## Trade-offs',
  '## Learned',
  '## Other',
];
const FRONT = [
  '',
  '---\ntitle: A story\ncompetencies: []\n---\n',
  '---\nspoken: 20\ntitle: "${title}"\n---\n\n',
  '---\nbase: 100\n---\n',
  '---\nopen: [\n---\n',
  '\uFEFF---\ntitle: x\n---\n',
  '---\nnever closed\n',
];

const story = fc
  .tuple(
    fc.constantFrom(...FRONT),
    fc.array(
      fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...HEADINGS) },
        { weight: 5, arbitrary: fc.constantFrom(...SENTENCES) },
      ),
      { maxLength: 24 },
    ),
    fc.constantFrom('\n\n', '\n', ' '),
  )
  .map(
    ([front, pieces, gap]) =>
      front + pieces.map((piece) => (piece.startsWith('#') ? `\n\n${piece}\n\n` : piece + gap)).join(''),
  );

const rest = ({ code }: Finding): string => code;
const without = (codes: readonly string[], code: string): string[] => {
  const index = codes.indexOf(code);
  return codes.filter((_, i) => i !== index);
};
const apply = (text: string, fix: Fix): string => applyEdits(text, fix.edits);
/** Takes a fix back in the text that it made, one edit after the other, the last first. */
function undo(text: string, { edits }: Fix, made: string): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let grown = sorted.reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), 0);
  return sorted.reduceRight((back, { start, end, newText }) => {
    grown -= newText.length - (end - start);
    return back.slice(0, start + grown) + text.slice(start, end) + back.slice(start + grown + newText.length);
  }, made);
}
const crlf = (text: string): string => text.replace(/\r?\n/gu, '\r\n');

describe('linting', function () {
  this.timeout(30_000);

  it('never throws, and every range is inside the text, on any string', () => {
    const check = (text: string): void => {
      for (const { start, end, fixes } of lintStory(text)) {
        assert.ok(start >= 0 && start <= end && end <= text.length);
        for (const fix of fixes) apply(text, fix);
      }
    };
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 })), check),
      runs(400),
    );
    fc.assert(fc.property(story, check), runs(400));
  });

  it('finds in the order of the text, and nothing twice', () => {
    fc.assert(
      fc.property(story, (text) => {
        const findings = lintStory(text);
        const keys = findings.map(({ code, start, end }) => `${code} ${start} ${end}`);
        assert.equal(new Set(keys).size, keys.length);
        findings.forEach(({ start }, i) => assert.ok(i === 0 || start >= (findings[i - 1] as Finding).start));
      }),
    );
  });

  it('says the same of the same text', () => {
    fc.assert(
      fc.property(story, (text) => assert.deepEqual(analyseStory(text), analyseStory(text))),
      runs(50),
    );
  });

  it('says the same whatever the line breaks are, at the same places', () => {
    const check = (text: string): void => {
      const lines = crlf(text);
      /** An offset of the text with CRLF, in the text with LF. */
      const back = (offset: number): number => offset - (lines.slice(0, offset).match(/\r\n/gu)?.length ?? 0);
      const summary = (findings: readonly Finding[], at: (offset: number) => number): unknown[] =>
        findings.map(({ code, severity, start, end, message }) => [code, severity, at(start), at(end), message]);
      const lf = lines.replace(/\r\n/gu, '\n');
      assert.deepEqual(
        summary(lintStory(lines), back),
        summary(lintStory(lf), (offset) => offset),
      );
    };
    for (const { text } of stories) check(text);
    fc.assert(fc.property(story, check), runs(200));
  });
});

describe('“Silence here”', function () {
  this.timeout(30_000);

  const check = (text: string): void => {
    for (const finding of lintStory(text)) {
      const fix = finding.fixes.find(({ title }) => title === 'Silence here') as Fix;
      const after = lintStory(apply(text, fix)).map(rest).sort();
      // One comment silences its code on the whole of the next line: two vague words there go together.
      const before = lintStory(text).map(rest);
      assert.ok(after.length < before.length, `${finding.code} stays`);
      const left = [...after];
      for (const code of before) if (left.includes(code)) left.splice(left.indexOf(code), 1);
      assert.deepEqual(left, [], `${finding.code}: silencing adds a finding`);
    }
  };

  it('removes its finding and adds none, in every fixture', () => {
    for (const { text } of stories) {
      check(text);
      check(crlf(text));
    }
  });

  it('removes it in stories put together at random', () => {
    fc.assert(fc.property(story, check), runs(150));
  });
});

describe('the other fixes', function () {
  this.timeout(30_000);

  /** These put a blank where the user has to write: a `placeholder-left` comes for each, and nothing else. */
  const BLANKS = new Set([
    'State the baseline',
    'Add the missing section',
    'Add the missing sections',
    'Ask for the figure: put a blank in its place',
    'Ask what you did: put a blank before the sentence',
  ]);

  const check = (text: string): void => {
    for (const finding of lintStory(text)) {
      for (const fix of finding.fixes) {
        if (fix.title === 'Silence here') continue;
        const fixed = apply(text, fix);
        const before = without(lintStory(text).map(rest), finding.code);
        const after = lintStory(fixed).map(rest);
        const count = (codes: readonly string[], code: string): number =>
          codes.filter((other) => other === code).length;
        assert.ok(
          count(after, finding.code) <= count(before, finding.code),
          `${fix.title}: ${finding.code} stays in\n${fixed}`,
        );
        const added = after.filter((code, i) => after.indexOf(code) === i && count(after, code) > count(before, code));
        assert.deepEqual(
          added,
          BLANKS.has(fix.title) ? added.filter((code) => code === 'placeholder-left') : [],
          `${fix.title} adds to\n${fixed}`,
        );
        // All blanks of a text are one finding: there may have been some before.
        if (BLANKS.has(fix.title))
          assert.ok(after.includes('placeholder-left'), `${fix.title} leaves a blank to fill in`);
      }
    }
  };

  it('remove their finding and add none, in every fixture, with either line break', () => {
    for (const { text } of stories) {
      check(text);
      check(crlf(text));
    }
  });

  it('can be undone, byte for byte, in stories put together at random', () => {
    fc.assert(
      fc.property(story, fc.boolean(), (text, hasCarriageReturns) => {
        const before = hasCarriageReturns ? crlf(text) : text;
        for (const { fixes } of lintStory(before))
          for (const fix of fixes) assert.equal(undo(before, fix, apply(before, fix)), before, fix.title);
      }),
      runs(200),
    );
  });

  it('keep the line breaks of the text', () => {
    for (const { text } of stories) {
      for (const { fixes } of lintStory(crlf(text)))
        for (const fix of fixes) assert.doesNotMatch(apply(crlf(text), fix), /[^\r]\n/u);
    }
  });
});

describe('linting a text made to be slow', function () {
  this.timeout(60_000);
  const SMALL = 64 * 1024;
  const GROWTH = 16;
  /**
   * How much longer one large text may take than the same text in small pieces. Time in proportion would be 1, the
   * square of the length would be {@link GROWTH}; collecting the garbage of a large text takes up to 6.
   */
  const MOST = 8;
  const pieces: Readonly<Record<string, string>> = {
    'new values': 'Latency is now 35 ms. ',
    'vague words': 'It grew a lot. ',
    'sections out of order': '## Result\n\nR.\n\n## Impact\n\nI led it. Churn fell 4%.\n\n',
    'empty headings': '## Action\n## Impact\n',
    asides: '## Notes\n\nIt grew a lot.\n\n## Impact\n\nx y z.\n\n',
    blanks: 'Latency is now 35 ms ${x} {{y}} [your metric] TODO ',
    'open blanks': '{{a ${ {{ ',
    'sentences with blanks': 'It fell to {{x}}. I did it. ',
    quotes: '“a “b ',
    'stops and hyphens': 'a.b-c-d-e.g. ',
    'one long word': 'a-',
    apostrophes: "a'b'c ",
    comments: '<!-- prep-loop-disable-next-line vague-quantity -->\nIt grew a lot.\n',
    technologies: 'We built a transformer and I trained it. ',
    figures: 'It cost $5 and 40% of 3 users in 5 ms. ',
    spaces: ' \n',
  };
  for (const [name, piece] of Object.entries(pieces)) {
    it(`takes time in proportion to its length: ${name}`, () => {
      const long = piece.repeat(Math.ceil((SMALL * GROWTH) / piece.length));
      // A text is linted as often as makes both sides read the same number of characters: their times are alike then.
      const small = leastProcessorTime(() => {
        for (let i = 0; i < GROWTH; i += 1) lintStory(long.slice(0, SMALL));
      }, 1);
      const large = leastProcessorTime(() => lintStory(long), 2);
      assert.ok(
        large < small * MOST,
        `1 MB at once takes ${large.toFixed(0)} ms, in pieces of 64 KB ${small.toFixed(0)} ms`,
      );
    });
  }
});
