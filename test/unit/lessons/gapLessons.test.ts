import assert from 'node:assert/strict';
import type { DebriefedQuestion } from '../../../src/core/debrief/debriefModel';
import { gapCard, gapPoint, gapsOf, hasCard, type GapFacts } from '../../../src/core/lessons/gapLessons';
import { cardToAppend, readOwnCards } from '../../../src/core/recall/ownCards';
import { shipped } from '../fit/support';

const GAP: DebriefedQuestion = {
  asked: 'Why Kafka?',
  story: 'checkout',
  landed: 'gap',
  pushedOn: ['the cost of it.', 'who decided'],
  contradicted: [],
};
const ROUNDS = [
  { id: 'phone-screen', number: 1, status: 'done' },
  { id: 'system-design', number: 2, status: 'planned' },
  { id: 'hiring-manager', number: 3, status: 'passed' },
  { id: 'on-site', number: 4, status: 'planned' },
] as const;
const FACTS: GapFacts = {
  round: { id: 'phone-screen', number: 1, title: 'Phone Screen' },
  rounds: ROUNDS,
  playbook: undefined,
  titleOf: () => 'Checkout',
};

describe('a gap of a debrief', () => {
  it('is a question that landed as one', () => {
    assert.deepEqual(gapsOf([GAP, { ...GAP, landed: 'solid' }, { ...GAP, landed: undefined }]), [GAP]);
  });

  it('becomes a point that says the same each time, whatever else is known of it', () => {
    assert.equal(gapPoint(GAP), 'No good answer yet to “Why Kafka?”');
    assert.equal(gapPoint({ ...GAP, pushedOn: [] } as DebriefedQuestion), gapPoint(GAP));
  });

  it('becomes a card of the rounds that are still to come', () => {
    const card = gapCard(GAP, FACTS);
    assert.deepEqual(card, {
      question: 'Why Kafka?',
      answer: `A gap in Phone Screen. “Checkout” did not answer it. Write the answer here, with a figure and a decision of yours in it.

They pushed on 2 points: the cost of it; who decided.

Round: system-design, on-site`,
      competencies: [],
    });
    const known = { competencies: new Set<string>(), rounds: new Set(['system-design', 'on-site']) };
    const text = cardToAppend('', card.question, card.answer, card.competencies);
    const { cards, problems } = readOwnCards(text, 'drills.md', known);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      cards.map(({ question, rounds }) => ({ question, rounds })),
      [{ question: 'Why Kafka?', rounds: ['system-design', 'on-site'] }],
    );
    assert.ok(hasCard(text, 'why  kafka?'));
    assert.ok(!hasCard(text, 'Why Flink?'));
  });

  it('becomes a card of those rounds alone that judge what the playbook’s prompt asks about', () => {
    const playbook = shipped('confluent-ai-ml-pm');
    const [first] = playbook.rounds;
    const prompt = first?.prompts[0];
    assert.ok(first && prompt);
    const rounds = playbook.rounds.map(({ id }, index) => ({ id, number: index + 1, status: 'planned' as const }));
    const card = gapCard(
      { ...GAP, asked: prompt.title },
      { ...FACTS, round: { ...FACTS.round, id: first.id }, rounds, playbook },
    );
    assert.deepEqual(card.competencies, prompt.competencies);
    const judging = playbook.rounds
      .slice(1)
      .filter(({ competencies }) => competencies.some((id) => prompt.competencies.includes(id)))
      .map(({ id }) => id);
    assert.ok(judging.length > 0);
    assert.match(card.answer, new RegExp(`^Round: ${judging.join(', ')}$`, 'mu'));
  });
});
