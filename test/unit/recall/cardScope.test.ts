import assert from 'node:assert/strict';
import { cardsIn, isNarrow, scopeInWords, type CardScope } from '../../../src/core/recall/cardScope';
import type { RecallCard } from '../../../src/core/recall/recallCards';

const card = (id: string, group: string, competencies: readonly string[], rounds?: readonly string[]): RecallCard => ({
  id,
  group,
  question: id,
  answer: '',
  competencies,
  ...(rounds ? { rounds } : {}),
});
const cards = [
  card('lag', 'Kafka', ['scale']),
  card('cac', 'Money', ['cost']),
  card('topics', 'Kafka', ['cost'], ['screen']),
  card('any', 'Money', []),
];
const names = {
  competencies: [{ id: 'scale', title: 'Scale' }],
  rounds: [
    { id: 'design', title: 'System Design', competencies: ['scale'] },
    { id: 'screen', title: 'Phone Screen', competencies: [] },
  ],
};
const chosen = (scope: CardScope): string[] => cardsIn(cards, scope, names).map(({ id }) => id);

describe('The cards that somebody chose to drill', () => {
  it('are all where nothing is named, and a number alone does not choose among them', () => {
    assert.deepEqual(chosen({ limit: 2 }), ['lag', 'cac', 'topics', 'any']);
    assert.equal(isNarrow({ limit: 2 }), false);
    assert.deepEqual(
      [{ competency: 'scale' }, { round: 'design' }, { group: 'Kafka' }].map((scope) => isNarrow(scope)),
      [true, true, true],
    );
  });

  it('are those of a competency, of a group, or that serve a round; of several, those that are all of them', () => {
    assert.deepEqual(chosen({ competency: 'cost' }), ['cac', 'topics']);
    assert.deepEqual(chosen({ group: 'Kafka' }), ['lag', 'topics']);
    assert.deepEqual(chosen({ round: 'design' }), ['lag', 'any']);
    assert.deepEqual(chosen({ round: 'screen' }), ['topics', 'any']);
    assert.deepEqual(chosen({ group: 'Kafka', competency: 'cost', round: 'screen' }), ['topics']);
  });

  it('are none of a round that the playbook does not know', () => {
    assert.deepEqual(chosen({ round: 'lunch' }), []);
  });

  it('are said by their titles, by the id where there is none', () => {
    assert.equal(
      scopeInWords({ competency: 'scale', round: 'screen', group: 'Kafka' }, names),
      'Scale, Phone Screen, Kafka',
    );
    assert.equal(scopeInWords({ competency: 'cost' }, names), 'cost');
    assert.equal(scopeInWords({}, names), '');
  });
});
