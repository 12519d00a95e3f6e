import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedCards, renameLine } from '../../../src/core/recall/cardRenames';
import { likeliestFirst, lostHistories } from '../../../src/core/recall/lostHistories';
import { readOwnCards } from '../../../src/core/recall/ownCards';
import { cardId, recallCards } from '../../../src/core/recall/recallCards';
import { markLine, RATINGS, readReviews, reviewLine, undoLine } from '../../../src/core/recall/reviewLog';

const AT = Date.UTC(2026, 10, 22, 18, 5);
const HOUR = 3_600_000;
const reviewed = (card: string, hours: number): string => reviewLine({ card, at: AT + hours * HOUR, rating: 'good' });
const renamed = (was: string, card: string, hours: number): string => renameLine({ card, was, at: AT + hours * HOUR });
const read = (...lines: string[]) => readReviews(lines.join('\n'), 'acme/reviews.jsonl');
const histories = (...lines: string[]): string[] =>
  read(...lines).reviews.map(({ card, at }) => `${card} ${(at - AT) / HOUR}`);

describe('A card whose question was changed', () => {
  it('has the reviews of the question before, up to the moment when that was said', () => {
    const lines = [reviewed('old', 1), reviewed('old', 2), renamed('old', 'new', 3), reviewed('new', 4)];
    assert.deepEqual(histories(...lines), ['new 1', 'new 2', 'new 4']);
    assert.deepEqual(read(...lines).problems, []);
    assert.deepEqual(histories(...lines, reviewed('old', 5)).at(-1), 'old 5', 'a new card may ask what it asked');
  });

  it('can be changed again, and back', () => {
    const lines = [reviewed('a', 0), renamed('a', 'b', 1), reviewed('b', 2), renamed('b', 'a', 3), reviewed('a', 4)];
    assert.deepEqual(histories(...lines), ['a 0', 'a 2', 'a 4']);
    assert.deepEqual(histories(...lines, renamed('a', 'c', 5)), ['c 0', 'c 2', 'c 4']);
    const sameMoment = [reviewed('a', 0), renamed('a', 'b', 1), renamed('b', 'a', 1)];
    assert.equal(histories(...sameMoment).length, 1, 'going round in a circle comes to an end');
  });

  it('keeps its marks too, and loses a review that is undone under either name', () => {
    const mark = markLine({ card: 'old', at: AT, mark: 'suspend' });
    assert.deepEqual(
      read(mark, renamed('old', 'new', 1)).marks?.map(({ card }) => card),
      ['new'],
    );
    for (const card of ['old', 'new'])
      assert.deepEqual(
        histories(reviewed('old', 0), renamed('old', 'new', 1), undoLine({ card, at: AT }, AT + 2 * HOUR)),
        [],
      );
  });

  it('is another card again once that line is undone', () => {
    const undo = undoLine({ card: 'new', at: AT + HOUR }, AT + 2 * HOUR);
    assert.deepEqual(histories(reviewed('old', 0), renamed('old', 'new', 1), undo), ['old 0']);
  });

  it('takes nothing back for a reader that knows no such lines', () => {
    const line = JSON.parse(renamed('old', 'new', 1)) as Record<string, unknown>;
    assert.equal(line['undo'], line['at']);
    delete line['was'];
    assert.deepEqual(read(reviewed('old', 0), JSON.stringify(line)), read(reviewed('old', 0)));
  });

  it('has the same history whatever the order of the lines, doubled ones included (property)', () => {
    const card = fc.constantFrom('a', 'b', 'c');
    const hours = fc.integer({ min: 0, max: 4 });
    const line = fc.oneof(
      fc
        .record({ card, hours, rating: fc.constantFrom(...RATINGS) })
        .map((each) => reviewLine({ card: each.card, at: AT + each.hours * HOUR, rating: each.rating })),
      fc.record({ card, was: card, hours }).map((each) => renamed(each.was, each.card, each.hours)),
      fc
        .record({ card, hours })
        .map((each) => undoLine({ card: each.card, at: AT + each.hours * HOUR }, AT + 9 * HOUR)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.func(fc.nat()), (lines, order) => {
        const shuffled = [...lines, ...lines].sort((a, b) => order(a) - order(b));
        assert.deepEqual(read(...shuffled).reviews, read(...lines).reviews);
      }),
    );
  });
});

describe('Which cards of a file may have another question now', () => {
  const cards = (text: string) => readOwnCards(text, 'drills.md', { competencies: new Set(), rounds: new Set() }).cards;
  const changed = (before: string, after: string): string[] =>
    changedCards(cards(before), cards(after)).map(({ was, card }) => `${was.question} → ${card.question}`);
  const card = (question: string, answer = 'An answer.'): string => `### ${question}\n\n${answer}\n\n`;

  it('are those that stand where another was', () => {
    assert.deepEqual(changed(card('A?') + card('B?') + card('C?'), card('A?') + card('B, then?') + card('C?')), [
      'B? → B, then?',
    ]);
    assert.deepEqual(changed(card('A?') + card('B?'), card('A, then?') + card('B, then?')), [
      'A? → A, then?',
      'B? → B, then?',
    ]);
  });

  it('are none where a card was added, removed or moved', () => {
    assert.deepEqual(changed(card('A?') + card('B?'), card('A?') + card('New?') + card('B?')), []);
    assert.deepEqual(changed(card('A?') + card('B?'), card('B?')), []);
    assert.deepEqual(changed(card('A?') + card('B?'), card('B?') + card('A?')), []);
    assert.deepEqual(changed(card('A?'), card('a')), [], 'letter case and the final mark make no other question');
  });

  it('are found by their answer where they were moved as well', () => {
    const before = card('A?', 'Yes.') + card('B?') + card('C?');
    assert.deepEqual(changed(before, card('B?') + card('C?') + card('New?', 'No.') + card('A, then?', 'Yes.')), [
      'A? → A, then?',
    ]);
  });

  it('are both ways of one that is asked both ways, and each text that is left out', () => {
    assert.equal(changed(card('A?', '<-> Yes.'), card('A, then?', '<-> Yes.')).length, 2);
    const gaps = changedCards(cards(card('A?', '==one== and ==two==')), cards(card('A?', '==one== and ==three==')));
    assert.deepEqual(
      gaps.map(({ was, card: now }) => [was.id, now.id]),
      [[cardId('A? ==two=='), cardId('A? ==three==')]],
    );
  });

  it('are each paired with at most one, and none that is still there (property)', () => {
    const file = fc
      .array(fc.tuple(fc.constantFrom('A?', 'B?', 'C?', 'D?', 'E?'), fc.constantFrom('Yes.', 'No.')), { maxLength: 6 })
      .map((list) => list.map(([question, answer]) => card(question, answer)).join(''));
    fc.assert(
      fc.property(file, file, (before, after) => {
        const pairs = changedCards(cards(before), cards(after));
        const [was, now] = [pairs.map((pair) => pair.was.id), pairs.map((pair) => pair.card.id)];
        assert.equal(new Set(was).size, was.length);
        assert.equal(new Set(now).size, now.length);
        const [old, current] = [cards(before), cards(after)].map((all) => new Set(all.map(({ id }) => id)));
        assert.ok(was.every((id) => !current?.has(id)) && now.every((id) => !old?.has(id)));
      }),
    );
  });
});

describe('The reviews of cards that are gone', () => {
  const asked = (...questions: string[]) =>
    recallCards(questions.map((question) => ({ group: '', question, answer: 'Yes.', competencies: [] })));

  it('say when the last one was, and come with the cards whose questions have most words in common with theirs', () => {
    const log = read(
      reviewed(cardId('Which topics are compacted?'), 2),
      reviewed(cardId('Which topics are compacted?'), 5),
    );
    const [lost] = lostHistories(log.reviews, []);
    assert.ok(lost);
    assert.equal(lost.last, AT + 5 * HOUR);
    assert.deepEqual(
      likeliestFirst(asked('Why Kafka?', 'What are topics?', 'Which topics are kept?'), lost).map(
        ({ question }) => question,
      ),
      ['Which topics are kept?', 'What are topics?', 'Why Kafka?'],
    );
  });

  it('are found by what no card asks, the last reviewed first, with the words that it began with', () => {
    const log = read(
      reviewed(cardId('What does lag tell?'), 1),
      reviewed(cardId('Which topics are compacted?'), 2),
      reviewed(cardId('What does lag tell?'), 3),
      reviewed(cardId('Still there?'), 4),
    );
    const lost = lostHistories(log.reviews, asked('Still there?'));
    assert.deepEqual(
      lost.map(({ words, reviews }) => [words, reviews]),
      [
        ['what does lag', 2],
        ['which topics are', 1],
      ],
    );
    const [first] = lost;
    assert.ok(first);
    assert.equal(
      likeliestFirst(asked('Still there?', 'What does consumer lag tell?'), first)[0]?.question,
      'What does consumer lag tell?',
    );
  });
});
