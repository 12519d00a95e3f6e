import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../../src/core/markdown/text';
import { askedEdits, chosenEdits } from '../../../src/core/questions/markQuestions';
import { nextQuestions } from '../../../src/core/questions/nextQuestions';
import { chosenForManager } from '../../../src/core/questions/questionModel';
import { readQuestions } from '../../../src/core/questions/readQuestions';
import { runs } from '../../support/properties';
import { shipped } from '../fit/support';

const ROUNDS = [
  { id: 'phone-screen', title: 'Phone Screen' },
  { id: 'system-design', title: 'System Design' },
];

const FILE = `# Questions for the hiring manager

Ask three.

## Roadmap

For: phone-screen

1. How long is it from a model to the stream? (asked 2026-12-02, round: phone-screen)

   Six weeks; the shadow stage takes the longest.

2. What was taken off the roadmap?
   And why? (chosen, round: phone-screen)
3. Who agrees?

## System Design

- What breaks first? (for: data engineers)
- [x] Who is called?
- Where do you pay for freshness?

## Notes

- Bring a pen.
`;

const read = (text: string) => readQuestions(text, ROUNDS);
const applied = (text: string, edits: TextEdit[] | string): string => {
  assert.ok(typeof edits !== 'string', String(edits));
  return applyEdits(text, edits);
};

describe('questions.md', () => {
  it('has a question in each list item, in one line and without its marks', () => {
    assert.deepEqual(
      read(FILE).map(({ text }) => text),
      [
        'How long is it from a model to the stream?',
        'What was taken off the roadmap? And why?',
        'Who agrees?',
        'What breaks first?',
        'Who is called?',
        'Where do you pay for freshness?',
      ],
    );
  });

  it('says in its headings, in a line “For: …” and after a question which round and whom it is for', () => {
    const [first, , , breaks] = read(FILE);
    assert.deepEqual([first?.rounds, first?.people], [['phone-screen'], ['hiring manager']]);
    assert.deepEqual([breaks?.rounds, breaks?.people], [['system-design'], ['data engineers']]);
  });

  it('takes “the manager” for the hiring manager, and knows a round by its title', () => {
    const [question] = read('# Questions for the manager\n\nFor: Phone Screen\n\n- Why?\n');
    assert.deepEqual([question?.rounds, question?.people], [['phone-screen'], ['hiring manager']]);
  });

  it('is for anybody where it names nobody', () => {
    const [question] = read('- Why?\n');
    assert.deepEqual([question?.rounds, question?.people], [[], []]);
  });

  it('says when and in which round a question was asked, and has the answer below it', () => {
    const [first, second] = read(FILE);
    assert.deepEqual(first?.mark, { kind: 'asked', date: '2026-12-02', round: 'phone-screen' });
    assert.equal(first?.answer, 'Six weeks; the shadow stage takes the longest.');
    assert.deepEqual(second?.mark, { kind: 'chosen', date: undefined, round: 'phone-screen' });
    assert.equal(second?.answer, '');
  });

  it('takes an answer that goes on in the question’s paragraph, or stands below the list', () => {
    const near = read('1. Why? (asked 2026-12-02, round: phone-screen)\n   Because.\n2. Who?\n');
    assert.deepEqual(
      near.map(({ text, answer }) => [text, answer]),
      [
        ['Why?', 'Because.'],
        ['Who?', ''],
      ],
    );
    const below = read('1. Why? (asked 2026-12-02)\n\nBecause of\n\n- this\n\n## More\n');
    assert.equal(below[0]?.answer.startsWith('Because of'), true);
  });

  it('was asked where that is said in emphasis, before a full stop, or with a date of any form', () => {
    const marks = ['*(asked 2026-12-02)*', '_(asked 2026-12-02)_', '**(asked, round: phone-screen)**.'];
    const dates = ['(asked 2 Dec 2026)', '(asked on 02.12.2026).', '(Asked yesterday)', '(asked)'];
    for (const mark of [...marks, ...dates]) {
      const text = `- Why? ${mark}\n`;
      const [question] = read(text);
      assert.deepEqual([question?.text, question?.mark?.kind], ['Why?', 'asked'], mark);
      assert.deepEqual(askedEdits(text, ROUNDS, { text: 'Why?' }, '2026-12-04', 'phone-screen'), [], mark);
    }
    assert.equal(read('- **Why (asked of many)**\n')[0]?.mark?.kind, undefined);
  });

  it('keeps the emphasis and the full stop around a mark that is replaced', () => {
    const text = '- Why? *(chosen)*.\r\n';
    const edits = askedEdits(text, ROUNDS, { text: 'Why?' }, '2026-12-04', 'phone-screen');
    assert.equal(applied(text, edits), '- Why? *(asked 2026-12-04, round: phone-screen)*.\r\n');
  });

  it('takes a ticked question for one that was asked', () => {
    assert.equal(read(FILE)[4]?.mark?.kind, 'asked');
  });

  it('takes what is nested in a question for its answer, and an item without a question mark for a group', () => {
    assert.deepEqual(
      read('- Roadmap\n  - Who decides?\n  - Since when?\n- Why now?\n  - not yet clear?\n').map(({ text }) => text),
      ['Who decides?', 'Since when?', 'Why now?'],
    );
  });

  it('is not in code, comments, quotations or notes', () => {
    assert.deepEqual(read('```\n- Why?\n```\n\n<!--\n- Why?\n-->\n\n> - Why?\n\n## Notes\n\n- Why?\n'), []);
  });

  it('keeps brackets that are part of a question', () => {
    assert.equal(
      read('- Who owns Kafka (the layer below)?\n- Which (asked of many) is it (really)')[0]?.mark,
      undefined,
    );
    assert.equal(read('- Which is it (really)')[0]?.text, 'Which is it (really)');
  });
});

describe('marking a question as asked', () => {
  it('writes the day and the round after it, and nothing else', () => {
    const text = applied(FILE, askedEdits(FILE, ROUNDS, { text: 'Who agrees?' }, '2026-12-04', 'phone-screen'));
    assert.equal(text, FILE.replace('Who agrees?', 'Who agrees? (asked 2026-12-04, round: phone-screen)'));
  });

  it('takes the place of what said that it was chosen', () => {
    const name = { text: 'What was taken off the roadmap? And why?' };
    const text = applied(FILE, askedEdits(FILE, ROUNDS, name, '2026-12-04', 'phone-screen'));
    assert.equal(text, FILE.replace('(chosen, round: phone-screen)', '(asked 2026-12-04, round: phone-screen)'));
  });

  it('changes nothing where it was asked already', () => {
    const name = { text: 'How long is it from a model to the stream?' };
    assert.deepEqual(askedEdits(FILE, ROUNDS, name, '2026-12-04', 'phone-screen'), []);
  });

  it('is refused where the question has changed, or the file is in a merge conflict', () => {
    assert.equal(askedEdits(FILE, ROUNDS, { text: 'Who agreed?' }, '2026-12-04', 'phone-screen'), 'changed');
    const conflict = `<<<<<<< ours\n- Why?\n=======\n- Who?\n>>>>>>> theirs\n`;
    assert.equal(askedEdits(conflict, ROUNDS, { text: 'Why?' }, '2026-12-04', 'phone-screen'), 'conflict');
  });

  it('chooses a question once, however often it is named', () => {
    const text = '- Why?\n';
    const edits = chosenEdits(text, ROUNDS, [{ text: 'Why?' }, { text: 'Why?' }], 'phone-screen');
    assert.equal(applied(text, edits), '- Why? (chosen, round: phone-screen)\n');
  });

  it('tells two questions of the same words apart', () => {
    const text = '- Why?\r\n- Why?  \r\n';
    assert.equal(
      applied(text, askedEdits(text, ROUNDS, { text: 'Why?', nth: 1 }, '2026-12-04', 'phone-screen')),
      '- Why?\r\n- Why? (asked 2026-12-04, round: phone-screen)  \r\n',
    );
  });

  const piece = fc.constantFrom(
    '- ', '1. ', '  ', '\t', '> ', '# ', '## ', '```\n', '<!-- ', ' -->', '[ ] ', '[x] ', 'For: ', 'phone-screen', ', ',
    'Why?', 'Who decides', ' (asked 2026-12-02, round: phone-screen)', ' (chosen, round: x)', ' (for: sales)', '(', ')',
    '\n', '\r\n', '\r', '\n\n', '---\n', '😀', '\\', '*',
  ); // prettier-ignore
  const file = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));

  it('property: adds a mark to one question of any text, and reads the same questions afterwards', () => {
    fc.assert(
      fc.property(file, fc.nat(), (text, pick) => {
        const before = read(text);
        const question = before[pick % Math.max(1, before.length)];
        if (!question) return;
        const edits = askedEdits(text, ROUNDS, question, '2026-12-04', 'phone-screen');
        if (typeof edits === 'string') return;
        assert.ok(edits.length <= 1);
        const after = read(applyEdits(text, edits));
        assert.deepEqual(
          after.map(({ text: words }) => words),
          before.map(({ text: words }) => words),
        );
        const index = before.indexOf(question);
        assert.equal(after[index]?.mark?.kind, 'asked');
        after.forEach(({ mark }, at) => at === index || assert.deepEqual(mark, before[at]?.mark));
        // Without the mark, every other byte is as it was.
        const [edit] = edits;
        if (edit && question.mark === undefined) assert.equal(applyEdits(text, edits).replace(edit.newText, ''), text);
      }),
      runs(500),
    );
  });
});

describe('the next questions', () => {
  const next = (text: string, round: string, heard: string[] = []) =>
    nextQuestions(read(text), round, heard).map(({ question }) => question.text);

  it('are three: what is chosen for the round, and then what fits it and was not asked', () => {
    assert.deepEqual(next(FILE, 'phone-screen'), ['What was taken off the roadmap? And why?', 'Who agrees?']);
    assert.deepEqual(next(FILE, 'system-design'), ['What breaks first?', 'Where do you pay for freshness?']);
    assert.equal(nextQuestions(readQuestions(shipped('general-pm').questions, []), 'any').length, 3);
  });

  it('follow up on what was heard', () => {
    const many = '- Who decides?\n- Which metric wins?\n- What do data engineers wish?\n- How is latency paid for?\n';
    const [first] = nextQuestions(read(many), 'phone-screen', ['They said that latencies were a problem.']);
    assert.equal(first?.question.text, 'How is latency paid for?');
    assert.deepEqual(first?.heard, ['latency']);
  });

  it('come from different parts of the file', () => {
    const parts = '## A\n\n- a1?\n- a2?\n- a3?\n\n## B\n\n- b1?\n\n## C\n\n- c1?\n';
    assert.deepEqual(next(parts, 'phone-screen'), ['a1?', 'b1?', 'c1?']);
  });

  it('are chosen with a mark, which another round’s does not take away unless it is needed', () => {
    const names = nextQuestions(read(FILE), 'system-design').map(({ question }) => question);
    const text = applied(FILE, chosenEdits(FILE, ROUNDS, names, 'system-design'));
    assert.match(text, /- What breaks first\? \(for: data engineers\) \(chosen, round: system-design\)/u);
    assert.deepEqual(chosenEdits(text, ROUNDS, names, 'system-design'), []);
  });

  it('are counted for the hiring manager, where they are chosen or were asked', () => {
    assert.equal(chosenForManager(read(FILE)), 3);
  });
});

describe('the questions of the built-in playbooks', () => {
  for (const id of ['confluent-ai-ml-pm', 'general-pm'])
    it(`say in ${id} which round each fits, and have three for each round`, () => {
      const { questions, rounds } = shipped(id);
      const found = readQuestions(questions, rounds);
      assert.deepEqual(
        found.filter((question) => question.rounds.length === 0).map(({ text }) => text),
        [],
      );
      for (const round of rounds) assert.equal(nextQuestions(found, round.id).length, 3, round.id);
      const forManager = found.filter(({ people }) => people.includes('hiring manager'));
      assert.ok(forManager.length >= 10);
    });
});
