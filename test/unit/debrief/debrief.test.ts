import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LANDINGS, weakest, type DebriefedQuestion } from '../../../src/core/debrief/debriefModel';
import { readDebrief } from '../../../src/core/debrief/readDebrief';
import { debriefEdits, type DebriefChange } from '../../../src/core/debrief/writeDebrief';
import { applyEdits } from '../../../src/core/markdown/text';
import { runs } from '../../support/properties';

const FILE = `---
round: phone-screen
status: done
---

# Phone Screen

- [x] Slept well

## Debrief

They were late. A good talk.

### Tell me about a failure

I said too much here.

- **Story:** [Checkout](../../stories/checkout.md)
- Landed: Solid.
- Pushed on: the cost
  of the second region
- pushed on: who decided
- Contradicted:
- Contradicted: they run 40 clusters
  - said twice
- Felt: fine

### Why Kafka?

#### Aside

- Landed: gap

## Notes

### Not asked

- Landed: strong
`;

const asked = (question: string, rest: Partial<DebriefedQuestion> = {}): DebriefedQuestion => ({
  asked: question,
  story: undefined,
  landed: undefined,
  pushedOn: [],
  contradicted: [],
  ...rest,
});

function written(text: string, changes: readonly DebriefChange[], link?: (story: string) => string): string {
  const edits = debriefEdits(text, changes, link);
  assert.ok(edits);
  return applyEdits(text, edits);
}

describe('the section “Debrief” of a round’s file', () => {
  it('has a question in each heading of the third level, and what came of it in the list below', () => {
    assert.deepEqual(readDebrief(FILE), {
      questions: [
        asked('Tell me about a failure', {
          story: 'checkout',
          landed: 'solid',
          pushedOn: ['the cost of the second region', 'who decided'],
          contradicted: ['they run 40 clusters'],
        }),
        asked('Why Kafka?'),
      ],
      problems: [],
    });
  });

  it('takes a story by its link, its file’s name or the words that stand there', () => {
    const story = (value: string) => readDebrief(`## Debrief\n\n### A?\n\n- Story: ${value}\n`).questions[0]?.story;
    assert.equal(story('[A](../../stories/two%20words.md)'), 'two words');
    assert.equal(story('[A](<../../stories/two words.md>)'), 'two words');
    assert.equal(story('checkout.md'), 'checkout');
    assert.equal(story('the one on caching'), 'the one on caching');
    assert.equal(story('[A](https://example.com/a.md)'), '[A](https://example.com/a.md)');
  });

  it('reports a landing that it does not know at its place', () => {
    const text = '## Debrief\n\n### A?\n\n- Landed: so so\n';
    const { questions, problems } = readDebrief(text);
    assert.equal(questions[0]?.landed, undefined);
    assert.deepEqual(
      problems.map(({ start, end, message }) => [text.slice(start, end), message]),
      [['so so', '“Landed” is “so so”: write one of strong, solid, gap.']],
    );
  });

  it('is not looked for in code, in quotations or under other headings', () => {
    for (const text of ['```\n## Debrief\n### A?\n```\n', '> ## Debrief\n> ### A?\n', '# Debrief\n\n### A?\n'])
      assert.deepEqual(readDebrief(text).questions, [], text);
    assert.equal(readDebrief('## Debrief\n\n### A?\n\n> - Landed: gap\n').questions[0]?.landed, undefined);
  });

  it('is added at the end of the file, its questions one after the other', () => {
    const link = (story: string) => `[Checkout](../../stories/${story}.md)`;
    const text = written(
      '# Phone Screen\n\nNotes.\n',
      [
        { asked: 'Tell me about\na failure', story: 'checkout', landed: 'gap', pushedOn: ['the cost'] },
        { asked: 'Why Kafka?' },
      ],
      link,
    );
    assert.equal(
      text,
      `# Phone Screen

Notes.

## Debrief

### Tell me about a failure

- Story: [Checkout](../../stories/checkout.md)
- Landed: gap
- Pushed on: the cost

### Why Kafka?
`,
    );
    assert.equal(written(text, [{ asked: 'tell me about a failure', story: 'checkout' }], link), text);
  });

  it('changes what is new of a question that stands there, and keeps the rest byte by byte', () => {
    const text = written(FILE, [
      {
        asked: 'Tell me about a failure',
        story: 'other',
        landed: 'strong',
        pushedOn: ['Who decided', 'the date'],
        contradicted: ['They run 40 clusters'],
      },
      { asked: 'Why Kafka?', landed: 'gap' },
    ]);
    assert.equal(
      text,
      FILE.replace('[Checkout](../../stories/checkout.md)', 'other')
        .replace('Landed: Solid.', 'Landed: strong')
        .replace('  - said twice\n', '  - said twice\n- Pushed on: the date\n')
        .replace('### Why Kafka?\n', '### Why Kafka?\n\n- Landed: gap\n'),
    );
  });

  it('loses the story or the landing that a question had after all not, and no other line', () => {
    const none = written(FILE, [{ asked: 'tell me about a failure', story: null, landed: null }]);
    assert.equal(none, FILE.replace(/- \*\*Story.*\n- Landed: Solid\.\n/u, ''));
    assert.equal(written(none, [{ asked: 'Tell me about a failure', story: null, landed: null }]), none);
    const [question] = readDebrief(none).questions;
    assert.deepEqual([question?.story, question?.landed], [undefined, undefined]);
    assert.equal(
      written(FILE, [{ asked: 'Tell me about a failure', landed: null }]),
      FILE.replace('- Landed: Solid.\n', ''),
    );
    assert.equal(
      written(FILE, [{ asked: 'Tell me about a failure', story: null, landed: 'gap' }]),
      FILE.replace(/- \*\*Story.*\n/u, '').replace('Landed: Solid.', 'Landed: gap'),
    );
    assert.equal(written(FILE, [{ asked: 'Why Kafka?', story: null, landed: null }]), FILE);
  });

  it('keeps what the user wrote into the item of a landing that is taken out', () => {
    const change = { asked: 'A?', landed: null };
    const nested = '## Debrief\n\n### A?\n\n- Landed: gap\n  - they yawned\n';
    assert.equal(written(nested, [change]), nested.replace('gap', ''));
    assert.equal(written(written(nested, [change]), [{ asked: 'A?', landed: 'gap' }]), nested);
    const own = '## Debrief\n\n### A?\n\n- Landed: gap\nThey yawned.\n- Story:\n';
    assert.equal(written(own, [{ ...change, story: null }]), own);
  });

  it('goes on with the marks and the line breaks that the file has', () => {
    const text = '## Debrief\r\n\r\n### A?\r\n\r\n* Landed: gap\r\nText.\r\n';
    assert.equal(
      written(text, [{ asked: 'A?', pushedOn: ['cost'] }, { asked: 'B?' }]),
      '## Debrief\r\n\r\n### A?\r\n\r\n* Landed: gap\r\nText.\r\n* Pushed on: cost\r\n\r\n### B?\r\n',
    );
  });

  it('closes code that was left open before anything is added after it', () => {
    const text = written('# Round\n\n```\ncode', [{ asked: 'A?', landed: 'gap' }]);
    assert.equal(text, '# Round\n\n```\ncode\n```\n\n## Debrief\n\n### A?\n\n- Landed: gap\n');
  });

  it('keeps the text below a heading a paragraph of its own', () => {
    const text = written('## Debrief\n### A?\nText.\n', [{ asked: 'A?', landed: 'gap' }]);
    assert.equal(text, '## Debrief\n### A?\n\n- Landed: gap\n\nText.\n');
  });

  it('is not written into a file with a merge conflict', () => {
    assert.equal(debriefEdits('<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n', [{ asked: 'A?' }]), undefined);
  });

  const line = fc
    .oneof(fc.string(), fc.string({ unit: fc.constantFrom('#', '\\', ' ', '*', '-', ':', '`', '<', '!', '~', 'a') }))
    .map((text) => text.replace(/\s+/gu, ' ').trim());
  const words = line.filter((text) => text !== '');
  const question = fc.record({
    asked: words,
    story: fc.option(fc.constantFrom('checkout', 'two-words'), { nil: undefined }),
    landed: fc.option(fc.constantFrom(...LANDINGS), { nil: undefined }),
    pushedOn: fc.array(words, { maxLength: 3 }),
    contradicted: fc.array(words, { maxLength: 2 }),
  });
  const fold = (text: string): string => text.toLowerCase();
  const debrief = fc.array(question, { maxLength: 4 }).map((all) => {
    const unique = <T>(list: readonly T[], key: (each: T) => string): T[] =>
      list.filter((each, index) => list.findIndex((other) => key(other) === key(each)) === index);
    return unique(all, (each) => fold(each.asked)).map((each) => ({
      ...each,
      pushedOn: unique(each.pushedOn, fold),
      contradicted: unique(each.contradicted, fold),
    }));
  });
  const before = fc.oneof(
    fc.constantFrom(
      '',
      FILE,
      '# A\r\n\r\n## Debrief\r\n\r\nMine.\r\n\r\n## Notes\r\n',
      '```\ncode',
      '<!-- open',
      '\uFEFF',
    ),
    fc.string({ unit: fc.constantFrom('#', '-', ' ', '\n', '`', '>', 'a', '<!--', '## Debrief\n', '### A?\n') }),
  );

  it('is read again as it was written (property)', () => {
    fc.assert(
      fc.property(debrief, before, (questions, text) => {
        const known = readDebrief(text).questions.map(({ asked: title }) => fold(title));
        const added = questions.filter(({ asked: title }) => !known.includes(fold(title)));
        const after = written(text, added);
        const own = readDebrief(after).questions.filter(({ asked: title }) => !known.includes(fold(title)));
        assert.deepEqual(own, added);
      }),
      runs(500),
    );
  });

  it('says nothing twice, and loses no line that was there (property)', () => {
    fc.assert(
      fc.property(debrief, before, (questions, text) => {
        const once = written(text, questions);
        assert.equal(written(once, questions), once);
        // What is replaced is a story or a landing of a question that was there.
        const kept = text.split(/\r\n|[\r\n]/u).filter((each) => !/^\s*[-*+] .*(?:story|landed)/iu.test(each));
        let from = 0;
        const lines = once.split(/\r\n|[\r\n]/u);
        for (const each of kept) {
          if (each.trim() === '') continue;
          from = lines.findIndex((candidate, index) => index >= from && candidate.trimEnd() === each.trimEnd()) + 1;
          assert.ok(from > 0, each);
        }
      }),
      runs(500),
    );
  });
});

describe('the weakest landing', () => {
  it('is the one nearest to a gap', () => {
    assert.equal(weakest(['strong', undefined, 'solid']), 'solid');
    assert.equal(weakest([undefined]), undefined);
  });
});
