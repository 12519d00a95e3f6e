import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/markdown/text';
import { parseStory } from '../../../src/core/story/parseStory';
import { processorTime } from '../../host/processorTime';

const STORY = `---
title: Fraud scores before the payment clears
competencies: [streaming-scale, product-sense]
rounds: [system-design]
date: 2026-11-22
spoken: 150
---

## Impact

We kept **$2M** a year of fraud from clearing.

## Situation

Scores came four hours late.

## Task

\${what was asked of you}

## Action

I moved the model onto the stream.

### What I tried first

A nightly batch.

## Result

Latency fell from 120 ms to 35 ms, TODO check the date.

## Trade-offs
`;

/** The same story as other editors save it. */
const VARIANTS = [
  ['with CRLF', (text: string) => text.replace(/\n/gu, '\r\n')],
  ['with a byte-order mark', (text: string) => `\ufeff${text}`],
  ['with both', (text: string) => `\ufeff${text.replace(/\n/gu, '\r\n')}`],
] as const;

describe('a story', () => {
  it('has its title, competencies, rounds, date and target from the front matter', () => {
    const story = parseStory(STORY);
    assert.equal(story.title, 'Fraud scores before the payment clears');
    assert.deepEqual(story.competencies, ['streaming-scale', 'product-sense']);
    assert.deepEqual(story.rounds, ['system-design']);
    assert.equal(story.date, '2026-11-22');
    assert.equal(story.spokenTarget, 150);
    assert.deepEqual(story.problems, []);
  });

  it('takes the first level-one heading as its title where the front matter has none', () => {
    assert.equal(parseStory('Hello\n\n## Context\n\n# The title #\n\n# Another').title, 'The title');
    assert.equal(parseStory('# Impact\n\n$2M\n').title, undefined);
    assert.equal(parseStory('').title, undefined);
    assert.equal(parseStory('---\ntitle: ${Your title}\n---\n# Real').title, 'Real');
  });

  it('knows which sections say something: a blank left in one keeps it from being filled', () => {
    const { sections, missing, filledCount } = parseStory(STORY);
    assert.deepEqual(
      sections.map(({ name, words, blanks, filled }) => [name, words, blanks, filled]),
      [
        ['Impact', 9, 0, true],
        ['Situation', 5, 0, true],
        ['Task', 0, 1, false],
        ['Action', 10, 0, true],
        ['Result', 11, 1, false],
        ['Trade-offs', 0, 0, false],
      ],
    );
    assert.deepEqual(missing, []);
    assert.equal(filledCount, 3);
  });

  it('matches headings whatever their case and level', () => {
    const levels = ['#', '###', '######'];
    for (const mark of levels) {
      const story = parseStory(
        `${mark} IMPACT:\n\nA gain.\n\n${mark} tradeoffs ${mark}\n\nA loss.\n\n${mark} What I learned\n\nMuch.\n`,
      );
      assert.deepEqual(
        story.sections.map(({ name }) => name),
        ['Impact', 'Trade-offs', 'Learned'],
      );
      assert.deepEqual(story.missing, ['Situation', 'Task', 'Action', 'Result']);
    }
  });

  it('takes the level that most sections have, and the rest as subsections', () => {
    const story = parseStory('# A launch\n## Impact\na\n## Action\nb\n### Result\nc\n## Result\nd\n');
    assert.deepEqual(
      story.sections.map(({ name, level, words }) => [name, level, words]),
      [
        ['Impact', 2, 1],
        ['Action', 2, 2],
        ['Result', 2, 1],
      ],
    );
  });

  it('keeps unknown sections apart, and does not count notes as said', () => {
    const story = parseStory('# T\n## Hook\none two\n## Impact\nthree\n## Notes\nask Ann about this\n### More\nfour\n');
    assert.deepEqual(
      story.others.map(({ title, aside }) => [title, aside]),
      [
        ['Hook', false],
        ['Notes', true],
      ],
    );
    assert.equal(story.words, 3);
  });

  it('without headings is its body', () => {
    const story = parseStory('We doubled weekly active users.\n');
    assert.deepEqual([story.sections.length, story.missing.length, story.words], [0, 6, 5]);
  });

  it('says where a section is, with its subsections', () => {
    const action = parseStory(STORY).sections[3];
    assert.ok(action);
    assert.match(STORY.slice(action.start, action.end), /^## Action\n[\s\S]*A nightly batch\.\n\n$/u);
  });

  for (const [name, change] of VARIANTS) {
    it(`reads the same ${name}`, () => {
      const plain = parseStory(STORY);
      const text = change(STORY);
      const story = parseStory(text);
      assert.deepEqual(
        [story.title, story.words, story.filledCount, story.problems],
        [plain.title, plain.words, plain.filledCount, []],
      );
      assert.deepEqual(
        story.sections.map((s) => text.slice(s.start, s.headingEnd)),
        plain.sections.map((s) => STORY.slice(s.start, s.headingEnd)),
      );
      assert.equal(story.said.length, text.length);
    });
  }
});

describe('a story that is broken', () => {
  const wrong = (front: string): string[] => {
    const text = `---\n${front}\n---\n\n## Impact\n\nA gain.\n`;
    const { problems, sections } = parseStory(text);
    assert.equal(sections.length, 1, 'the rest is read');
    return problems.map((problem) => text.slice(problem.start, problem.end));
  };

  it('says at which value of the front matter', () => {
    assert.deepEqual(wrong('date: 2026-02-30'), ['2026-02-30']);
    assert.deepEqual(wrong('date: tomorrow\nspoken: soon'), ['tomorrow', 'soon']);
    assert.deepEqual(wrong('spoken: 2:30\ncompetencies: alone, together'), []);
    assert.deepEqual(wrong('competencies: [a, {b: c}]'), ['[a, {b: c}]']);
    assert.deepEqual(wrong('title:\n  a: b'), ['a: b\n']);
  });

  it('says where the YAML is invalid, and where the block is not closed', () => {
    const [problem] = parseStory('---\ntitle: [a\n---\n').problems;
    assert.equal(problem?.severity, 'error');
    assert.ok(problem && problem.start >= 4 && problem.start <= 15);
    assert.match(parseStory('---\ntitle: a\n\n## Impact\n').problems[0]?.message ?? '', /not closed/u);
  });

  it('recognises a merge conflict', () => {
    assert.match(
      parseStory('## Impact\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n').problems[0]?.message ?? '',
      /merge-conflict/u,
    );
  });

  it('never throws, and its offsets stay inside and in order (property)', function () {
    this.timeout(20_000);
    const piece = fc.constantFrom(
      '---\n',
      'title: x\n',
      'title: [\n',
      '# A\n',
      '## Impact\n',
      '## result\r\n',
      '```\n',
      '<!--',
      '-->',
      '${',
      '}',
      '[',
      '](',
      ')',
      '[your x]',
      'TODO',
      'word ',
      '\n',
      '\r',
      '\ufeff',
      '$1',
      '|',
      '—',
      '日本語',
      '😀',
      '\\',
      '- [ ] ',
      '&nbsp;',
      '<b>',
      '## Notes\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const story = parseStory(text);
        assert.equal(story.said.length, text.length);
        let position = 0;
        for (const blank of story.placeholders) {
          assert.ok(blank.start >= position && blank.end > blank.start && blank.end <= text.length);
          position = blank.end;
        }
        for (const section of story.sections)
          assert.ok(section.contentStart <= section.end && section.end <= text.length);
        for (const problem of story.problems) assert.ok(problem.start <= problem.end && problem.end <= text.length);
        assert.ok(story.words >= 0);
        // What is blanked out is spaces, and what is not is the text's own.
        for (let i = 0; i < text.length; i += 1) assert.ok(story.said[i] === text[i] || story.said[i] === ' ');
      }),
    );
  });

  it('takes linear time, whatever is left open', function () {
    this.timeout(30_000);
    for (const unit of [
      '${',
      '[](',
      '<!--',
      '<a',
      '[a](b',
      '`',
      'TODO',
      '${a}',
      '[your ',
      '- ',
      '# a\n',
      '[[',
      '&a',
      'http://',
      '\\',
      '—',
      '$',
      '## Impact\n${x}\n',
    ]) {
      const took = processorTime(() => parseStory(unit.repeat(100_000 / unit.length)));
      assert.ok(took < 1500, `${JSON.stringify(unit)}: ${Math.round(took)} ms`);
    }
  });
});

describe('the words of a story', () => {
  it('add up to those of its sections where it has nothing else (property)', function () {
    this.timeout(20_000);
    const names = ['Impact', 'Situation', 'Task', 'Action', 'Result', 'Trade-offs'];
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { minLength: 6, maxLength: 6 }), (counts) => {
        const text = counts.map((count, i) => `## ${names[i]}\n\n${'word '.repeat(count)}\n`).join('\n');
        const story = parseStory(text);
        assert.deepEqual(
          story.sections.map((section) => section.words),
          counts,
        );
        assert.equal(
          story.words,
          counts.reduce((sum, count) => sum + count, 0),
        );
      }),
    );
  });

  it('do not change when something unsaid is put in', () => {
    const at = STORY.indexOf('## Situation');
    for (const unsaid of [
      '<!-- a note -->\n',
      '```\ncode here\n```\n',
      '![a picture](x.png)\n',
      '### A heading\n',
      '[ref]: https://example.org/a-b\n',
      '${a blank}\n',
    ]) {
      const text = applyEdits(STORY, [{ start: at, end: at, newText: `${unsaid}\n` }]);
      assert.equal(parseStory(text).words, parseStory(STORY).words, unsaid);
    }
  });
});
