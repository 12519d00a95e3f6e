import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/markdown/text';
import { renameLine } from '../../../src/core/recall/cardRenames';
import { cardId } from '../../../src/core/recall/recallCards';
import {
  appendLine,
  markLine,
  RATINGS,
  readReviews,
  reviewLine,
  undoLine,
  type Review,
} from '../../../src/core/recall/reviewLog';

const AT = Date.UTC(2026, 10, 22, 18, 5);
const review = (card: string, minutes = 0, rating: Review['rating'] = 'good'): Review => ({
  card,
  at: AT + minutes * 60_000,
  rating,
});
const reviews: fc.Arbitrary<Review> = fc.record({
  card: fc.constantFrom('a', 'b', 'c'),
  at: fc.integer({ min: AT, max: AT + 1e9 }),
  rating: fc.constantFrom(...RATINGS),
});
const read = (...lines: string[]) => readReviews(lines.join('\n'), 'acme/reviews.jsonl');

describe('A card’s id', () => {
  it('can be read, and stays the same while the question does', () => {
    const id = cardId('What is consumer lag, and what does it not tell?');
    assert.match(id, /^what-is-consumer-lag-and-what-does-it-[\da-f]{8}$/u);
    assert.equal(cardId('  what is consumer  lag, and what does it not tell'), id);
    assert.notEqual(cardId('What is consumer lag, and what does it not show?'), id);
  });

  it('is the one under which logs already have it, and the final mark makes no other', () => {
    const id = cardId('What is lag?');
    assert.equal(id, 'what-is-43e3b295');
    for (const same of ['What is lag', 'what is LAG.', ' What is lag ! ', 'What is lag?!', 'What\nis  lag?'])
      assert.equal(cardId(same), id, same);
    for (const other of ['What? Is lag', 'What is lag, then', 'Is what lag']) assert.notEqual(cardId(other), id, other);
  });

  it('is there for any text', () => {
    fc.assert(fc.property(fc.string(), (question) => assert.match(cardId(question), /^\S+-[\da-f]{8}$/u)));
  });
});

describe('The log of reviews', () => {
  it('is read in the order of time, whatever the order of its lines', () => {
    const log = read(reviewLine(review('b', 2)), reviewLine(review('a', 1, 'again')), '');
    assert.deepEqual(log, { reviews: [review('a', 1, 'again'), review('b', 2)], problems: [] });
    assert.equal(reviewLine(review('a')), '{"card":"a","at":"2026-11-22T18:05:00.000Z","rating":"good"}');
  });

  it('keeps how long a card took, where a line says it and it can be', () => {
    const line = reviewLine({ ...review('a'), ms: 4200 });
    assert.equal(line, '{"card":"a","at":"2026-11-22T18:05:00.000Z","rating":"good","ms":4200}');
    assert.deepEqual(read(line).reviews, [{ ...review('a'), ms: 4200 }]);
    for (const ms of [-1, 1.5, 1e9, '4200', null]) {
      const odd: string = JSON.stringify({ ...(JSON.parse(line) as object), ms });
      assert.deepEqual(read(odd), { reviews: [review('a')], problems: [] });
    }
  });

  it('counts a line once that a merge has brought in twice, and both sides of a merge that is not resolved', () => {
    const [a, b] = [reviewLine(review('a')), reviewLine(review('b', 1))];
    const log = read(a, a, '<<<<<<< HEAD', b, '=======', reviewLine(review('c', 2)), '>>>>>>> theirs');
    assert.deepEqual(
      log.reviews.map(({ card }) => card),
      ['a', 'b', 'c'],
    );
    assert.equal(log.problems.length, 3);
    assert.match(log.problems[0]?.message ?? '', /merge conflict/u);
  });

  it('reports a broken line where it is, and reads the rest', () => {
    const bad = [
      '{"card": "a", "at"',
      'null',
      '{"at":"2026-11-22T18:05:00Z","rating":"good"}',
      '{"card":"a","at":"yesterday","rating":"good"}',
      '{"card":"a","at":"2026-11-22T18:05:00","rating":"good"}',
      '{"card":"a","at":"2026-11-22T18:05:00Z","rating":5}',
      '{"card":"a","at":"2026-11-22T18:05:00Z","undo":5}',
    ];
    const text = [...bad, reviewLine(review('a'))].join('\r\n');
    const log = readReviews(text, 'acme/reviews.jsonl');
    assert.deepEqual(log.reviews, [review('a')]);
    assert.deepEqual(
      log.problems.map(({ start, end }) => text.slice(start, end)),
      bad,
    );
    assert.ok(log.problems.every(({ path, severity }) => path === 'acme/reviews.jsonl' && severity === 'warning'));
  });

  it('reports twenty broken lines and no more, and still reads what follows them', () => {
    const log = read(...Array.from({ length: 25 }, () => 'broken'), reviewLine(review('a')));
    assert.deepEqual([log.problems.length, log.reviews.length], [20, 1]);
  });

  it('reads a time with its offset from UTC, with or without seconds, and no other text as one', () => {
    const line = (at: string): string => JSON.stringify({ card: 'a', at, rating: 'good' });
    for (const at of ['2026-11-22T18:05Z', '2026-11-22T19:05:00+01:00', '2026-11-22T18:05:00.000000Z'])
      assert.deepEqual(read(line(at)).reviews, [review('a')], at);
    for (const at of ['2026-11-22', 'on 2026-11-22T18:05:00Z', '2026-11-22T18:05:00Z or so', '2026-13-45T18:05:00Z'])
      assert.deepEqual([read(line(at)).reviews, read(line(at)).problems.length], [[], 1], at);
  });

  it('keeps times of up to ten minutes: whoever leaves a card open over night has not thought about it', () => {
    const kept = (ms: number) => read(reviewLine({ ...review('a'), ms })).reviews[0]?.ms;
    assert.deepEqual([0, 600_000, 600_001].map(kept), [0, 600_000, undefined]);
  });

  it('counts the worse of two ratings of one moment, and of two times the longer', () => {
    const [good, bad] = [review('a', 0, 'good'), review('a', 0, 'again')];
    assert.deepEqual(read(reviewLine(good), reviewLine(bad)).reviews, [bad]);
    const timed = [{ ...good, ms: 5 }, good, { ...good, ms: 9 }];
    assert.deepEqual(read(...timed.map(reviewLine)).reviews, [{ ...good, ms: 9 }]);
    assert.deepEqual(read(reviewLine(good), reviewLine({ ...good, ms: 0 })).reviews, [{ ...good, ms: 0 }]);
  });

  it('means the same in whatever order its lines are, even where two say different things of one moment (property)', () => {
    const few = fc.record({
      card: fc.constantFrom('a', 'b'),
      at: fc.constantFrom(AT, AT + 1),
      rating: fc.constantFrom(...RATINGS),
      ms: fc.constantFrom(1, 2),
    });
    fc.assert(
      fc.property(fc.array(few), (list) => {
        const lines = list.map(reviewLine);
        assert.deepEqual(read(...lines.slice().reverse()), read(...lines));
      }),
    );
  });

  it('leaves out what a wrong clock has dated more than a day ahead, and says where', () => {
    const text = [review('a'), review('a', 23 * 60), review('a', 25 * 60)].map(reviewLine).join('\n');
    const { reviews: counted, problems } = readReviews(text, 'acme/reviews.jsonl', AT);
    assert.deepEqual(counted, [review('a'), review('a', 23 * 60)]);
    assert.deepEqual(
      problems.map(({ start, message }) => [start, /future/u.test(message)]),
      [[text.lastIndexOf('{'), true]],
    );
  });

  it('lets no mark and no new name count that a wrong clock has dated ahead', () => {
    const later = AT + 3 * 86_400_000;
    const lines = [
      reviewLine(review('old')),
      markLine({ card: 'old', at: later, mark: 'suspend' }),
      renameLine({ card: 'new', was: 'old', at: later }),
    ];
    const log = readReviews(lines.join('\n'), 'acme/reviews.jsonl', AT);
    assert.deepEqual([log.reviews, log.marks], [[review('old')], undefined]);
    const then = readReviews(lines.join('\n'), 'acme/reviews.jsonl', later);
    assert.deepEqual([then.reviews.map(({ card }) => card), then.marks?.length], [['new'], 1]);
  });

  it('undoes a review with a line, wherever that line is', () => {
    const [a, b] = [review('a'), review('a', 1)];
    assert.deepEqual(read(undoLine(b, AT + 90_000), reviewLine(a), reviewLine(b)).reviews, [a]);
  });

  it('keeps every byte and adds one line, whatever was there', () => {
    fc.assert(
      fc.property(fc.string(), reviews, (text, added) => {
        const result = applyEdits(text, [appendLine(text, reviewLine(added))]);
        assert.ok(result.startsWith(text));
        assert.ok(readReviews(result, '').reviews.some(({ card, at }) => card === added.card && at === added.at));
      }),
    );
    assert.equal(appendLine('a\r\nb', 'c').newText, '\r\nc\r\n');
    assert.equal(appendLine('a\n', 'c').newText, 'c\n', 'no empty line where the last is whole');
    assert.deepEqual(
      ['', '\uFEFF'].map((empty) => appendLine(empty, 'c').newText),
      ['c\n', 'c\n'],
    );
  });

  it('is the same however two machines’ lines are merged', () => {
    fc.assert(
      fc.property(fc.uniqueArray(reviews, { selector: ({ card, at }) => `${card} ${at}` }), fc.nat(), (list, seed) => {
        const lines = list.map(reviewLine);
        const shuffled = lines
          .map((line, index) => ({ line, key: ((index + 1) * (seed + 7)) % 101 }))
          .sort((a, b) => a.key - b.key)
          .map(({ line }) => line);
        assert.deepEqual(read(...shuffled, ...lines).reviews, read(...lines).reviews);
      }),
    );
  });

  it('loses nothing of 20,000 lines out of order, each there twice, but the last that is cut off', () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => reviewLine(review(`card-${index % 300}`, index)));
    const doubled = [...lines.slice(5000), ...lines, ...lines.slice(0, 5000)];
    const text = [...doubled, '{"card":"card-1","at":"2026-11-2'].join('\n');
    const { reviews: found, problems } = readReviews(text, 'acme/reviews.jsonl');
    assert.equal(problems.length, 1);
    assert.deepEqual(
      found.map(({ at }) => at),
      lines.map((_, index) => review('', index).at),
    );
  });
});
