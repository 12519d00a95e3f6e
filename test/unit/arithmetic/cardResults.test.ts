import assert from 'node:assert/strict';
import { cardExercise, cardProblems, judgeCard, suggestedRating } from '../../../src/core/arithmetic/cardResults';
import type { Drill } from '../../../src/core/playbook/playbookDrills';
import { loadPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { builtInFiles } from '../playbook/builtIn';
import { sampleFiles } from '../playbook/sample';

const BLOCK = '```capacity\nevents: 1M/s\nevent size: 500 B\nnodes: 10\nconsumer capacity: 10k/s\n```';

/** The cards of a drills.md, with the problems of what they ask for. */
function cardsOf(drills: string): { readonly cards: readonly Drill[]; readonly wrong: readonly string[] } {
  const files = sampleFiles();
  files.set('drills.md', drills);
  const { playbook } = loadPlaybook(files, 'acme-pm');
  const cards = playbook?.drills ?? assert.fail();
  return {
    cards,
    wrong: cardProblems(cards, 'drills.md').map(
      ({ start, end, message }) => `⟦${drills.slice(start, end)}⟧ ${message}`,
    ),
  };
}

const card = (line: string, block = BLOCK): string =>
  `# Drills\n\n### How many?\n\n${block}\n\n${line}\n\nAbout so many.\n`;

describe('A drill card that asks for a result', () => {
  it('has a block and a line “Result: …”, which is no part of the answer', () => {
    const [first] = cardsOf(card('Result: partitions')).cards;
    assert.equal(first?.answer, `${BLOCK}\n\nAbout so many.`.replace('\n\nAbout', '\n\n\nAbout'));
    assert.deepEqual([first?.asks?.name, first?.asks?.tolerance], ['partitions', undefined]);
  });

  for (const [line, name, tolerance] of [
    ['Result: partitions ± 5 %', 'partitions', 0.05],
    ['**Result:** written per node ±2.5%', 'written per node', 0.025],
    ['result: writtenPerNode', 'writtenPerNode', undefined],
    ['Result: Written, a node', 'Written, a node', undefined],
  ] as const)
    it(`may be written as “${line}”`, () => {
      const { cards, wrong } = cardsOf(card(line));
      assert.deepEqual([cards[0]?.asks?.name, cards[0]?.asks?.tolerance], [name, tolerance]);
      assert.deepEqual(wrong, []);
      assert.ok(cards[0] && cardExercise(cards[0]));
    });

  it('is judged with its tolerance, and a rating is suggested', () => {
    const [tight] = cardsOf(card('Result: partitions ± 5 %')).cards;
    const [usual] = cardsOf(card('Result: partitions')).cards;
    const [tightly, usually] = [tight && cardExercise(tight), usual && cardExercise(usual)];
    assert.ok(tightly && usually);
    assert.equal(usually.question.value, 143);
    assert.equal(suggestedRating(judgeCard(usually, '150')), 'good');
    assert.equal(suggestedRating(judgeCard(tightly, '150')), 'good');
    assert.equal(suggestedRating(judgeCard(usually, '155')), 'good');
    assert.equal(suggestedRating(judgeCard(tightly, '155')), 'again');
    assert.equal(suggestedRating(judgeCard(usually, '150 nodes')), 'again');
  });

  it('has a problem at the name of a result that does not exist, with the closest one', () => {
    assert.deepEqual(cardsOf(card('Result: partitons')).wrong, [
      '⟦partitons⟧ The card’s block has no result “partitons”. Did you mean “partitions”?',
    ]);
    assert.match(
      cardsOf(card('Result: zebra ± 5 %')).wrong[0] ?? '',
      /^⟦zebra⟧ The card’s block has no result “zebra”. It has: ingress, written, /u,
    );
  });

  it('has a problem where its block cannot be worked out', () => {
    const { cards, wrong } = cardsOf(card('Result: partitions', '```capacity\nevents: 1M/s\nnodes: 10\n```'));
    assert.match(wrong[0] ?? '', /^⟦partitions⟧ The card’s block cannot be worked out: /u);
    assert.equal(cards[0] && cardExercise(cards[0]), undefined);
  });

  it('stays a usual card where it has no block, and where the line stands in a fence', () => {
    const plain = '# Drills\n\n### What came out?\n\nResult: 5 % more.\n';
    assert.deepEqual(
      cardsOf(plain).cards.map(({ answer, asks }) => [answer, asks]),
      [['Result: 5 % more.', undefined]],
    );
    const inside = card('So.', '```estimate\nresult: 4\nb = result × 2\n```');
    assert.equal(cardsOf(inside).cards[0]?.asks, undefined);
  });

  it('works with the line breaks of Windows', () => {
    const { cards, wrong } = cardsOf(card('Result: partitions ± 5 %').replaceAll('\n', '\r\n'));
    assert.deepEqual([cards[0]?.asks?.tolerance, wrong], [0.05, []]);
    assert.ok(cards[0] && cardExercise(cards[0]));
  });
});

describe('The cards that ship', () => {
  for (const folder of ['confluent-ai-ml-pm', 'general-pm'])
    it(`ask for results that exist in ${folder}, two or more of them`, () => {
      const cards = loadPlaybook(builtInFiles(folder), folder).playbook?.drills ?? [];
      assert.deepEqual(cardProblems(cards, 'drills.md'), []);
      const asking = cards.filter(({ asks }) => asks);
      assert.ok(asking.length >= 2);
      for (const one of asking) assert.ok(cardExercise(one), one.question);
    });
});
