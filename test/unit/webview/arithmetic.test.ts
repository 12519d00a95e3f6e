import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exerciseOf } from '../../../src/core/arithmetic/arithmeticSitting';
import { figureWords } from '../../../src/core/arithmetic/arithmeticQuestions';
import { recallCards } from '../../../src/core/recall/recallCards';
import { readReviews } from '../../../src/core/recall/reviewLog';
import { makeArithmeticView, type ArithmeticSources } from '../../../src/webview/host/arithmeticView';
import { makeDrillsView } from '../../../src/webview/host/drillsView';
import {
  decodeArithmeticState,
  decodeFromArithmeticPanel,
  decodeToArithmeticPanel,
  type ArithmeticPanelState,
} from '../../../src/webview/protocol/arithmetic';
import { decodeFromDrillsPanel, decodeToDrillsPanel } from '../../../src/webview/protocol/drills';
import { loopOf, NOW, PLAYBOOK } from '../dashboard/sample';

const BLOCK = '```capacity\nevents: 1M/s\nevent size: 500 B\nnodes: 10\nconsumer capacity: 10k/s\n```';
const exercise = exerciseOf(BLOCK, 7) ?? assert.fail();
const state: ArithmeticPanelState = {
  uri: 'file:///prep/acme/cheat-sheet.md',
  block: 0,
  seed: 7,
  began: NOW,
  answers: [],
  loop: 'file:///prep/acme',
};
const view = (changes: Partial<ArithmeticSources> = {}) =>
  makeArithmeticView({ state, file: 'cheat-sheet.md', exercise, loop: loopOf(), today: '2026-11-22', ...changes });
const answered = (count: number): ArithmeticPanelState => ({
  ...state,
  answers: exercise.questions
    .slice(0, count)
    .map(({ value, unit }, index) => ({ text: figureWords(value, unit), seconds: index + 1 })),
});

describe('what the panel of mental arithmetic shows', () => {
  it('is the block without its fences, and the first question', () => {
    const { title, block, question, all, answers, summary, place } = view();
    assert.deepEqual([title, all, answers, summary], ['Capacity', exercise.questions.length, [], undefined]);
    assert.match(block, /^events: .+\nevent size: /u);
    assert.doesNotMatch(block, /`/u);
    assert.equal(question?.text, exercise.questions[0]?.text);
    assert.match(place, /^cheat-sheet\.md · Acme/u);
  });

  it('is the verdict with the solution of each answer, and then the next question', () => {
    const { answers, question } = view({ state: answered(2) });
    assert.deepEqual(
      answers.map(({ isRight, seconds }) => [isRight, seconds]),
      [
        [true, 1],
        [true, 2],
      ],
    );
    assert.ok((answers[0]?.steps.length ?? 0) > 0);
    assert.equal(question?.text, exercise.questions[2]?.text);
  });

  it('is what it came to once all are answered', () => {
    const all = exercise.questions.length;
    const { summary, question } = view({ state: answered(all) });
    assert.equal(question, undefined);
    assert.deepEqual([summary?.right, summary?.of, summary?.seconds], [all, all, (all * (all + 1)) / 2]);
    assert.match(summary?.aloud ?? '', /come in, .*\.$/u);
  });

  it('offers the rounds of the loop, first the one that was named, and none without a loop', () => {
    const rounds = loopOf().rounds.map(({ id }) => id);
    assert.deepEqual(
      view().rounds.map(({ id }) => id),
      rounds,
    );
    const last = rounds.at(-1) ?? assert.fail();
    assert.equal(view({ state: { ...state, round: last } }).round, last);
    assert.ok(rounds.includes(view({ state: { ...state, round: 'gone' } }).round));
    assert.deepEqual([view({ loop: undefined }).rounds, view({ loop: undefined }).round], [[], '']);
  });

  it('says what is wrong where the block is gone', () => {
    assert.match(view({ exercise: undefined }).trouble ?? '', /not in cheat-sheet\.md any more/u);
  });
});

describe('messages between the extension and the panel of mental arithmetic', () => {
  it('are understood, and nothing when forged or malformed', () => {
    const message = { type: 'arithmetic', arithmetic: view({ state: answered(3) }) };
    assert.deepEqual(decodeToArithmeticPanel(JSON.parse(JSON.stringify(message))), message);
    const answer = { type: 'answer', seed: 7, number: 0, text: '150', seconds: 3 };
    assert.deepEqual(decodeFromArithmeticPanel(answer), answer);
    for (const forged of [
      { ...answer, seconds: -1 },
      { ...answer, seconds: 1.5 },
      { ...answer, text: 'x'.repeat(201) },
      { ...answer, path: '/etc' },
      { type: 'save' },
      { type: 'open', target: '/etc/passwd' },
      { type: 'another' },
    ])
      assert.equal(decodeFromArithmeticPanel(forged), undefined);
    assert.deepEqual(decodeArithmeticState({ ...state, read: 2, spent: 1200 }), state);
    for (const broken of [
      { ...state, uri: 'prep/a.md' },
      { ...state, answers: [{ text: 1 }] },
      { uri: state.uri },
      null,
    ])
      assert.equal(decodeArithmeticState(broken), undefined);
  });

  it('never make a decoder throw (property)', () => {
    fc.assert(
      fc.property(fc.anything(), (value) =>
        [decodeFromArithmeticPanel, decodeToArithmeticPanel, decodeArithmeticState].forEach((decode) => decode(value)),
      ),
    );
  });
});

describe('a drill card that asks for a result, in its panel', () => {
  const drill = {
    group: 'Kafka',
    question: 'How many partitions?',
    answer: `${BLOCK}\n\nAs many as consumers.`,
    competencies: [],
    asks: { name: 'partitions', tolerance: undefined, start: 0, end: 1 },
  };
  const [card] = recallCards([drill]);
  const shown = (text?: string, done = 0) =>
    makeDrillsView(
      {
        name: 'acme',
        loop: loopOf(),
        playbook: { ...PLAYBOOK, drills: [drill] },
        log: readReviews('', 'acme/reviews.jsonl'),
        began: NOW,
        now: NOW,
        ...(text === undefined ? {} : { typed: { card: card?.id ?? '', done, text } }),
      },
      { render: (markdown) => markdown, renderInline: (markdown) => markdown },
    );

  it('has the block in front, the solution, and no verdict before something is typed', () => {
    const asked = shown().card?.asked;
    assert.match(asked?.block ?? '', /^events: 1M\/s\n/u);
    assert.equal(asked?.verdict, undefined);
    assert.equal(asked?.steps.at(-1)?.result, '143 partitions');
  });

  it('is judged and suggests a rating, for the card that was next then alone', () => {
    assert.deepEqual(shown('150').card?.asked?.verdict, {
      text: '150',
      isRight: true,
      words: 'Right, within 10 %: it is 143 partitions.',
      suggested: 'good',
    });
    assert.equal(shown('100').card?.asked?.verdict?.suggested, 'again');
    assert.equal(shown('150', 3).card?.asked?.verdict, undefined);
  });

  it('is said in messages that are understood', () => {
    const message = { type: 'drills', drills: shown('150') };
    assert.deepEqual(decodeToDrillsPanel(JSON.parse(JSON.stringify(message))), message);
    const check = { type: 'check', card: 'a', done: 0, text: '150' };
    assert.deepEqual(decodeFromDrillsPanel(check), check);
    assert.equal(decodeFromDrillsPanel({ ...check, text: '' }), undefined);
  });
});
