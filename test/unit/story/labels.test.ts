import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyseStory, lintStory } from '../../../src/core/story/lint';
import { storyOutlook } from '../../../src/core/story/outlook';
import { parseStory } from '../../../src/core/story/parseStory';
import { cueCards } from '../../../src/core/story/rehearse';
import { costAtOnce } from '../../host/processorTime';

const SAYS = [
  'We lost shops in May.',
  'I had to stop it.',
  'I rang thirty shops and fixed it.',
  'Churn fell from 8% to 5%.',
] as const;
const NAMES = ['Situation', 'Task', 'Action', 'Result'] as const;

/** A story in which each part is written by `write`. */
const labelled = (write: (name: string, says: string, index: number) => string, gap = '\n\n'): string =>
  NAMES.map((name, index) => write(name, SAYS[index] as string, index)).join(gap);

/** One story with its labels as people write them. */
const FORMS: Readonly<Record<string, string>> = {
  'in bold': labelled((name, says) => `**${name}:** ${says}`),
  'in bold before the colon': labelled((name, says) => `**${name}**: ${says}`),
  'in italics': labelled((name, says) => `*${name}:* ${says}`),
  'with underscores': labelled((name, says) => `__${name}:__ ${says}`),
  'in bold with a dash': labelled((name, says) => `**${name}** – ${says}`),
  'in bold with a full stop': labelled((name, says) => `**${name}.** ${says}`),
  'in bold alone': labelled((name, says) => `**${name}** ${says}`),
  'in bold on lines of their own': labelled((name, says) => `**${name}**\n\n${says}`),
  plain: labelled((name, says) => `${name}: ${says}`),
  'plain, in lines of one paragraph': labelled((name, says) => `${name}: ${says}`, '\n'),
  'in capitals': labelled((name, says) => `${name.toUpperCase()}: ${says}`),
  'as words on lines of their own': labelled((name, says) => `${name}\n${says}`),
  'as first letters': labelled((name, says) => `${name[0]}: ${says}`, '\n'),
  'as first letters in bold': labelled((name, says) => `**${name[0]}:** ${says}`),
  'with the first letter in bold': labelled((name, says) => `**${name[0]}**${name.slice(1)}: ${says}`),
  'in list items': labelled((name, says) => `- **${name}:** ${says}`, '\n'),
  'in numbered items': labelled((name, says, index) => `${index + 1}. ${name}: ${says}`, '\n'),
  underlined: labelled((name, says) => `${name}\n------\n\n${says}`),
  'in one line': labelled((name, says) => `**${name}:** ${says}`, ' '),
  'plain in one line': labelled((name, says) => `${name}: ${says}`, ' '),
  'with a remark': labelled((name, says) => `**${name} (30 s):** ${says}`),
  'after a symbol': labelled((name, says) => `🎯 **${name}:** ${says}`),
  'with a number': labelled((name, says, index) => `**${index + 1}. ${name}:** ${says}`),
  'in the rows of a table': `| Part | Story |\n|---|---|\n${labelled((name, says) => `| **${name}** | ${says} |`, '\n')}`,
  'in the head of a table': `| ${NAMES.join(' | ')} |\n|---|---|---|---|\n| ${SAYS.join(' | ')} |`,
  'in a quotation that is the whole answer': labelled((name, says) => `> **${name}:** ${says}`, '\n>\n'),
  'under a title': `# The import\n\n${labelled((name, says) => `**${name}:** ${says}`)}`,
};

const namesOf = (text: string): string[] => parseStory(text).sections.map(({ names }) => names.join(' and '));

describe('What an answer opens with is its Impact', () => {
  for (const label of ['In one line', 'In a nutshell', 'Outcome'])
    it(label, () =>
      assert.deepEqual(namesOf(`**${label}:** Churn fell to 5 % in May.\n\n${FORMS['in bold'] as string}`), [
        'Impact',
        ...NAMES,
      ]),
    );
  it('but an Outcome where no Result is', () =>
    assert.deepEqual(namesOf('**Outcome:** Churn fell.\n\n**Situation:** We lost shops.\n\n**Action:** I rang them.'), [
      'Result',
      'Situation',
      'Action',
    ]));
  it('and what it cost is a trade-off', () =>
    assert.deepEqual(namesOf(`${FORMS.plain as string}\n\nWhat it cost: We gave up the redesign.`), [
      ...NAMES,
      'Trade-offs',
    ]));
});

describe('Labels are sections', () => {
  for (const [form, text] of Object.entries(FORMS)) {
    it(form, () => {
      for (const variant of [text, text.replace(/\n/gu, '\r\n')]) {
        const { sections, words, filledCount, missing } = parseStory(variant);
        assert.deepEqual(
          sections.map(({ name, words: said }) => [name, said]),
          [
            ['Situation', 5],
            ['Task', 5],
            ['Action', 7],
            ['Result', 6],
          ],
        );
        assert.equal(filledCount, 4);
        assert.deepEqual(missing, ['Impact', 'Trade-offs']);
        // A label is not said, nor is the head of a table.
        assert.equal(words, 23);
      }
    });
  }

  it('are judged, rehearsed and shown as sections with headings are', () => {
    const headed = labelled((name, says) => `## ${name}\n\n${says}`);
    const about = (text: string): unknown => {
      const { findings, score, parsed } = analyseStory(text);
      return {
        findings: findings.map(({ code, message }) => [code, message]).sort(),
        score: score?.score,
        outlook: storyOutlook(parsed, 'x', 130).sections.map(({ name, progress, description }) => [
          name,
          progress,
          description,
        ]),
        cards: cueCards(text).cards.map(({ sentences }) => sentences.map(({ words }) => words)),
      };
    };
    for (const [form, text] of Object.entries(FORMS)) {
      if (form === 'under a title') continue;
      assert.deepEqual(about(text), about(headed), form);
    }
  });

  it('have the words that others use', () => {
    assert.deepEqual(
      namesOf(
        '**Context:** a b\n\n**My role:** c d\n\n**What I did:** e f\n\n**The outcome:** g h\n\n**Learnings:** i',
      ),
      ['Situation', 'Task', 'Action', 'Result', 'Learned'],
    );
    assert.deepEqual(namesOf('Background: a\n\nMy goal: b\n\nMy approach: c\n\nOutcomes: d\n\nKey takeaways: e'), [
      'Situation',
      'Task',
      'Action',
      'Result',
      'Learned',
    ]);
    assert.deepEqual(namesOf('## Context\n\na\n\n## What I did\n\nb\n\n## Outcome\n\nc\n'), [
      'Situation',
      'Action',
      'Result',
    ]);
  });

  it('may name two sections at once', () => {
    const text = '**Situation/Task:** a b\n\n**Action:** c d\n\n**Result and impact:** e f';
    assert.deepEqual(namesOf(text), ['Situation and Task', 'Action', 'Result and Impact']);
    assert.deepEqual(parseStory(text).missing, ['Trade-offs']);
  });

  it('a challenge is the situation, or the task where there is a situation', () => {
    assert.deepEqual(namesOf('**Challenge:** a\n\n**Action:** b\n\n**Result:** c'), ['Situation', 'Action', 'Result']);
    assert.deepEqual(namesOf('**Context:** a\n\n**Challenge:** b\n\n**Action:** c\n\n**Result:** d'), [
      'Situation',
      'Task',
      'Action',
      'Result',
    ]);
  });

  it('end at the next heading, and notes are not part of them', () => {
    const text = '# T\n\n**Situation:** a b\n\n**Action:** c d\n\n**Notes:** ask Ann\n\n## Notes\n\n**Result:** none';
    assert.deepEqual(namesOf(text), ['Situation', 'Action']);
    assert.equal(parseStory(text).words, 4);
    assert.equal(parseStory(text).title, 'T');
  });

  it('keep a blank in one section from leaving another unwritten', () => {
    const text = 'S: We lost three shops\nT: {{what you had to do}}\nA: I rang them\nR: They came back';
    assert.deepEqual(
      parseStory(text).sections.map(({ written }) => written),
      [true, false, true, true],
    );
  });
});

describe('No section is', () => {
  const sections = (text: string): (readonly [string, string])[] =>
    parseStory(text).sections.map(({ name, form }) => [name, form] as const);

  it('a label in a story with headings', () => {
    assert.deepEqual(
      sections(
        '## Situation\n\nWe lost shops.\n\nResult: none of us slept.\n\n## Action\n\n**Task:** one\n\n**Result:** two',
      ),
      [
        ['Situation', 'heading'],
        ['Action', 'heading'],
      ],
    );
  });

  it('a sentence that begins like one, in a story whose labels look otherwise', () => {
    const text =
      '**Situation:** We lost shops.\n\n**Action:** I rang.\n\nResult: none of us slept.\n\n**Result:** Churn fell.';
    assert.deepEqual(
      sections(text).map(([name]) => name),
      ['Situation', 'Action', 'Result'],
    );
  });

  it('a label within a part: a point of a list below it', () => {
    const text =
      '- **Situation:** We lost shops.\n- **Action:**\n  - I rang.\n  - Result: none of us slept.\n- **Result:** Churn fell.';
    assert.deepEqual(
      sections(text).map(([name]) => name),
      ['Situation', 'Action', 'Result'],
    );
  });

  it('one word before a colon in prose', () => {
    for (const text of [
      'We lost shops in May. Result: none of us slept.',
      'Result: none of us slept.',
      '**Result:** none of us slept.\n\nWe went on.',
      'A: I would.\n\nQ: Why?\n\nA: Because.',
      'Goal: none.\n\nProblem: all of it.',
      'The task was clear: stop it. The result is this: it stopped.',
      'Action\n\nwas what we needed. Results\n\nwere not.',
      '> **Situation:** theirs\n>\n> **Task:** theirs\n\nI said this in reply.',
      '```\nSituation: a\nTask: b\nAction: c\nResult: d\n```\n',
      '| a | b |\n|---|---|\n| Result | 4 |',
    ])
      assert.deepEqual(sections(text), [], text);
  });

  it('a heading in other words that stands alone, or beside the contract’s own', () => {
    assert.deepEqual(sections('# T\n\n## Background\n\nWe lost shops.'), []);
    assert.deepEqual(sections('## Situation\n\na\n\n## Background\n\nb\n\n## Result\n\nc\n\n### Outcome\n\nd'), [
      ['Situation', 'heading'],
      ['Result', 'heading'],
    ]);
  });
});

describe('Reading labels', () => {
  it('never throws, and what it finds lies in order (property)', () => {
    const piece = fc.constantFrom(
      '**Situation:** a',
      'Task: b. **Action:** c.',
      '- **Result:** d',
      '| Situation | Task |',
      '|---|---|',
      '| a | b | c |',
      '> Action: e',
      'Result\n---',
      'S: f',
      'T: g',
      'A: h',
      '## Notes',
      '**Notes:** i',
      '{{blank}}',
      '',
      '  - Task: j',
      '"Situation: k"',
      '**Situation/Task**',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('\n', '\n\n', '\r\n'), (pieces, eol) => {
        const text = pieces.join(eol);
        const { sections, words, said } = parseStory(text);
        assert.equal(said.length, text.length);
        let end = 0;
        for (const section of sections) {
          assert.ok(section.start < section.headingEnd && section.contentStart <= section.end, text);
          assert.ok(section.contentStart >= end, text);
          end = section.end;
          assert.ok(section.words <= words);
        }
        lintStory(text);
      }),
      { numRuns: 600 },
    );
  });

  it('takes time that grows with the text', () => {
    for (const piece of [
      '**Situation:** a b. ',
      'Result: none\n',
      'x. y: ',
      '| Task | b |\n',
      'no colon here\n',
      '**a ',
    ])
      assert.ok(costAtOnce((size) => parseStory(piece.repeat(size / piece.length)), 65_536, 8) < 5, piece);
  });
});
