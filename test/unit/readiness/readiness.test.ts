import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readinessOf } from '../../../src/core/readiness/readiness';
import { RATINGS } from '../../../src/core/recall/reviewLog';
import type { Scores, Session } from '../../../src/core/sessions/sessionModel';
import {
  CARDS,
  COMPETENCIES,
  DAY,
  DONE,
  EMPTY,
  inputOf,
  NOW,
  readiness,
  sessionOf,
  storyOf,
  type World,
} from './world';
import { runs } from '../../support/properties';

const ids = COMPETENCIES.map(({ id }) => id);
const score = (world: World, round = 'design', now = NOW): number =>
  readiness(world, now).find((each) => each.round === round)?.score ?? -1;
const part = (world: World, id: string, round = 'design') =>
  readiness(world)
    .find((each) => each.round === round)
    ?.parts.find((each) => each.id === id);
/** Without the rounding error in the last bit of a sum. */
const exact = (points = NaN): number => Math.round(points * 1e9) / 1e9;
const texts = (world: World, id: string, round = 'design') => part(world, id, round)?.gains.map(({ text }) => text);

const scores = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(1, 2, 3, 4)) as fc.Arbitrary<Scores>;
const phases = fc.array(
  fc.record({
    title: fc.constant('Frame'),
    planned: fc.integer({ min: 0, max: 900 }),
    actual: fc.integer({ min: 0, max: 1200 }),
  }),
  { maxLength: 3 },
);
const sessions: fc.Arbitrary<Session> = fc
  .tuple(
    fc.constantFrom('screen', 'design', 'chat', 'unknown'),
    fc.integer({ min: 0, max: 60 }),
    scores,
    phases,
    scores,
  )
  .map(([round, days, own, run, peerScores]) => ({ ...sessionOf(round, days, own, run), peerScores }));
const stories = fc.record({
  path: fc.string({ minLength: 1, maxLength: 3 }),
  title: fc.constant('A story'),
  competencies: fc.subarray([...ids, 'other']),
  rounds: fc.subarray(['screen', 'design', 'other']),
  score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  sectionsFilled: fc.integer({ min: 0, max: 6 }),
});
const reviews = fc.record({
  card: fc.constantFrom(...CARDS.map(({ id }) => id)),
  at: fc.integer({ min: NOW - 60 * DAY, max: NOW }),
  rating: fc.constantFrom(...RATINGS),
});
const worlds: fc.Arbitrary<World> = fc.record({
  items: fc.array(fc.boolean(), { maxLength: 6 }),
  stories: fc.uniqueArray(stories, { maxLength: 5, selector: ({ path }) => path }),
  sessions: fc.array(sessions, { maxLength: 6 }),
  reviews: fc.array(reviews, { maxLength: 12 }).map((list) => list.sort((a, b) => a.at - b.at)),
});

/** One thing that is done, as a change to the world. */
type Deed = (world: World) => World;
const at = <T>(list: readonly T[], index: number, change: (item: T) => T): T[] =>
  list.map((item, i) => (i === index % Math.max(1, list.length) ? change(item) : item));
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.nat(9).map((index): Deed => (world) => ({ ...world, items: at(world.items, index, () => true) })),
  stories.map(
    (story): Deed =>
      (world) =>
        world.stories.some(({ path }) => path === story.path)
          ? world
          : { ...world, stories: [...world.stories, story] },
  ),
  fc.nat(9).map((index): Deed => (world) => ({
    ...world,
    stories: at(world.stories, index, (story) => ({ ...story, score: 100, sectionsFilled: 6 })),
  })),
  sessions.map((session): Deed => (world) => ({ ...world, sessions: [...world.sessions, session] })),
  fc
    .tuple(
      fc.nat(9),
      fc.constantFrom(...ids),
      fc.constantFrom(1, 2, 3, 4),
      fc.constantFrom('scores' as const, 'peerScores' as const),
    )
    .map(([index, id, given, whose]): Deed => (world) => ({
      ...world,
      // Only what was not scored yet is scored now: correcting a score does not count as doing something.
      sessions: at(world.sessions, index, (session) =>
        id in session[whose] ? session : { ...session, [whose]: { ...session[whose], [id]: given as 1 } },
      ),
    })),
  reviews.map((review): Deed => (world) => ({ ...world, reviews: [...world.reviews, { ...review, at: NOW }] })),
);

describe('Readiness for a round', () => {
  it('is nothing where nothing was done, and all where all was', () => {
    assert.deepEqual(
      readiness(EMPTY).map((each) => each.score),
      [0, 0, 0],
    );
    assert.deepEqual(
      readiness(DONE).map((each) => each.score),
      [100, 100, 100],
    );
    assert.deepEqual(
      readiness(DONE).flatMap(({ parts }) => parts.flatMap(({ gains }) => gains)),
      [],
    );
  });

  it('weighs practice most, then stories, recall and the checklist, and shares out the weight of what does not apply', () => {
    const weights = (round: number) => readiness(EMPTY)[round]?.parts.map(({ id, weight }) => [id, Math.round(weight)]);
    assert.deepEqual(weights(1), [
      ['practice', 40],
      ['stories', 30],
      ['drills', 15],
      ['checklist', 15],
    ]);
    assert.deepEqual(weights(0), [
      ['practice', 47],
      ['stories', 35],
      ['drills', 18],
    ]);
    assert.deepEqual(weights(2), [
      ['practice', 73],
      ['drills', 27],
    ]);
  });

  it('is raised by each item that is ticked, and leads to those that are open', () => {
    const world = { ...EMPTY, items: [true, false, true, false] };
    assert.equal(score(world), 8);
    assert.equal(part(world, 'checklist')?.summary, '2 of 4 done');
    assert.deepEqual(
      part(world, 'checklist')?.gains,
      [1, 3].map((line) => ({
        points: 3.75,
        text: `Item ${line}`,
        action: { kind: 'item', path: 'acme/rounds/design.md', line },
      })),
    );
  });

  // Four untouched templates gave 12 of 30 points.
  it('is raised by what is written of a draft, and not at all by an untouched template', () => {
    const draft = (written: number): World => ({
      ...EMPTY,
      stories: [{ ...storyOf('b', ['scale', 'judgement']), sectionsFilled: 0, score: 0, written }],
    });
    const points = (world: World): number => part(world, 'stories')?.points ?? NaN;
    assert.equal(points(draft(0)), 0);
    assert.ok(points(draft(0.5)) > 0);
    assert.ok(points(draft(1)) > points(draft(0.5)));
    assert.match(part(draft(0), 'stories')?.gains[0]?.text ?? '', /^Write “Story b”, which shows /u);
  });

  it('is raised by a story for what the round judges, in part by a draft', () => {
    const draft = { ...storyOf('b', ['judgement']), sectionsFilled: 2 };
    const world = { ...EMPTY, stories: [storyOf('a', ['scale']), draft] };
    assert.equal(score(world), 21);
    assert.deepEqual(part(world, 'stories')?.gains, [
      { points: 9, text: 'Finish “Story b”, which shows JUDGEMENT', action: { kind: 'story', path: 'b' } },
    ]);
    assert.deepEqual(part(EMPTY, 'stories')?.gains[0]?.action, { kind: 'write', competency: 'scale' });
  });

  it('is raised most by two runs that were scored well, lately, to their end', () => {
    const practised = (...runs: Session[]): number => exact(part({ ...EMPTY, sessions: runs }, 'practice')?.points);
    const good = { scale: 4, judgement: 4 } as const;
    assert.equal(practised(sessionOf('design', 0, good)), 28);
    assert.equal(practised(sessionOf('design', 7, good), sessionOf('design', 2, good)), 40);
    assert.equal(practised(sessionOf('design', 21, good)), 14, 'a run halves every two weeks after the first');
    assert.equal(
      practised(sessionOf('design', 0, good, [{ title: 'All', planned: 1200, actual: 450 }])),
      14,
      'a run that was cut short counts in part',
    );
    assert.equal(practised(sessionOf('design', 0)), 11.2, 'one that was not scored shows that it was done');
    assert.equal(
      practised({ ...sessionOf('design', 0, { scale: 2, judgement: 4 }), peerScores: { scale: 4 } }),
      28,
      'the peer’s score counts where it is the better one',
    );
    assert.equal(
      practised(sessionOf('design', -1, good), { ...sessionOf('design', 0, good), started: undefined }),
      0,
      'what is planned is not done',
    );
  });

  it('says what to practise for', () => {
    assert.deepEqual(texts(EMPTY, 'practice'), ['Practise it once against the clock']);
    assert.deepEqual(texts({ ...EMPTY, sessions: [sessionOf('design', 1, { scale: 2, judgement: 3 })] }, 'practice'), [
      'Practise it a second time: one good run may be luck',
      'Practise it again, especially for SCALE',
    ]);
    assert.equal(
      texts({ ...EMPTY, sessions: [sessionOf('design', 40, { scale: 4, judgement: 4 })] }, 'practice')?.[0],
      'Practise it again: the best run was 40 days ago',
    );
    assert.equal(
      texts(
        {
          ...EMPTY,
          sessions: [sessionOf('design', 0, { scale: 4, judgement: 4 }, [{ title: 'All', planned: 1200, actual: 60 }])],
        },
        'practice',
      )?.[0],
      'Run it to the end: the best run was cut short',
    );
    assert.equal(
      texts({ ...EMPTY, sessions: [sessionOf('design', 0)] }, 'practice')?.[0],
      'Practise it again, and score how it went',
    );
    assert.equal(
      part({ ...EMPTY, sessions: [sessionOf('design', 3), sessionOf('design', 1)] }, 'practice')?.summary,
      '2 runs, the last yesterday',
    );
  });

  it('has the cards that serve the round, those of no competency included, and lets them fade', () => {
    assert.equal(part(EMPTY, 'drills')?.summary, '0 % of 3 cards retained');
    assert.equal(part(EMPTY, 'drills', 'screen')?.summary, '0 % of 1 card retained');
    const seen = { ...EMPTY, reviews: [{ card: 'lag', at: NOW, rating: 'good' as const }] };
    assert.equal(part(seen, 'drills')?.points, 5);
    assert.deepEqual(
      part(seen, 'drills')?.gains.map((gain) => ({ ...gain, points: exact(gain.points) })),
      [{ points: 10, text: 'Review the drill cards: 2 never seen', action: { kind: 'review', round: 'design' } }],
    );
    const faded = readiness(DONE, NOW + 60 * DAY).find(({ round }) => round === 'design');
    assert.match(faded?.parts.find(({ id }) => id === 'drills')?.gains[0]?.text ?? '', /3 faded$/u);
  });

  it('explains every point: what there is and what would raise it add up to 100 (property)', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        for (const { score: sum, parts } of readiness(world)) {
          const has = parts.reduce((total, { points }) => total + points, 0);
          assert.ok(Math.abs(has - sum) <= 0.5 + 1e-6 && sum >= 0 && sum <= 100);
          assert.ok(Math.abs(parts.reduce((total, { weight }) => total + weight, 0) - 100) < 1e-9);
          for (const each of parts) {
            const lost = each.gains.reduce((total, { points }) => total + points, 0);
            assert.ok(Math.abs(each.points + lost - each.weight) < 1e-6, JSON.stringify(each));
            assert.ok(each.gains.every(({ points, text }) => points > 0 && text !== ''));
          }
        }
      }),
    );
  });

  it('never falls by anything that is done (property)', () => {
    fc.assert(
      fc.property(worlds, deeds, (world, deed) => {
        const [before, after] = [readiness(world), readiness(deed(world))];
        before.forEach(({ round, score: was }, index) =>
          assert.ok((after[index]?.score ?? -1) >= was, `${round}: ${was} → ${after[index]?.score}`),
        );
      }),
      runs(500),
    );
  });

  // A round that names no competencies took the mean of what was scored: a peer had given a 3, and one's own 1 on
  // something else made 33 of 46.
  it('does not fall by a low score of one’s own beside a peer’s, where the round does not say what it judges', () => {
    const run = { ...sessionOf('chat', 0), peerScores: { impact: 3 } } satisfies Session;
    assert.equal(score({ ...EMPTY, sessions: [run] }, 'chat'), 46);
    assert.equal(score({ ...EMPTY, sessions: [{ ...run, scores: { scale: 1 } }] }, 'chat'), 46);
  });

  // The peer's score replaced one's own, so that entering a strict one cost points; it counts in what to practise for.
  it('does not fall by a stricter score of a peer, which says what to practise for', () => {
    const own = sessionOf('design', 0, { scale: 3, judgement: 3 });
    const both: Session = { ...own, peerScores: { scale: 2 } };
    assert.equal(score({ ...EMPTY, sessions: [both] }), score({ ...EMPTY, sessions: [own] }));
    assert.ok(texts({ ...EMPTY, sessions: [both] }, 'practice')?.includes('Practise it again, especially for SCALE'));
  });

  it('follows from files and time alone, whatever the order of the sessions (property)', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        assert.deepEqual(readinessOf(inputOf(world)), readinessOf(inputOf(world)));
        const turned = { ...world, sessions: [...world.sessions].reverse() };
        assert.deepEqual(
          readiness(turned).map((each) => each.score),
          readiness(world).map((each) => each.score),
        );
      }),
    );
  });
});
