import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  MOST_ROUNDS,
  READY_SCORE,
  READY_SECTIONS,
  READY_WORDS,
  SOLE_COVER,
  coverageOf,
  isReady,
  storiesThatFit,
  type Coverage,
  type CoverageStory,
} from '../../../src/core/story/coverage';
import { processorTime } from '../../host/processorTime';

const PLAYBOOK = {
  competencies: [
    { id: 'impact', title: 'Impact first' },
    { id: 'scale', title: 'Serving at scale' },
    { id: 'trade-offs', title: 'Trade-offs' },
    { id: 'influence', title: 'Influence' },
  ],
  rounds: [
    { id: 'screen', title: 'Phone Screen', competencies: ['impact', 'influence'] },
    { id: 'design', title: 'System Design', competencies: ['scale', 'trade-offs'] },
    { id: 'case', title: 'Case Study', competencies: ['impact', 'trade-offs'] },
    { id: 'committee', title: 'Hiring Committee', competencies: ['impact', 'trade-offs', 'influence'] },
  ],
};
const ROUNDS = new Set(PLAYBOOK.rounds.map(({ id }) => id));

function story(
  path: string,
  competencies: readonly string[],
  rounds: readonly string[] = [],
  rest: Partial<CoverageStory> = {},
): CoverageStory {
  return { path, title: `Story ${path}`, competencies, rounds, sectionsFilled: 6, ...rest };
}

const of = (...stories: CoverageStory[]): Coverage => coverageOf(PLAYBOOK, stories);

/** `round/competency: paths`, drafts in brackets, as a reader would draw it. */
function drawn({ rounds }: Coverage): string[] {
  return rounds.flatMap(({ id, competencies }) =>
    competencies.map(
      (cover) =>
        `${id}/${cover.id}: ${cover.stories.map(({ path, ready }) => (ready ? path : `(${path})`)).join(' ') || '–'}`,
    ),
  );
}

describe('coverage of a loop by stories', () => {
  it('has every round with what it judges, in the playbook’s order; without a story all of it is a gap', () => {
    const coverage = of();
    assert.deepEqual(drawn(coverage), [
      'screen/impact: –',
      'screen/influence: –',
      'design/scale: –',
      'design/trade-offs: –',
      'case/impact: –',
      'case/trade-offs: –',
      'committee/impact: –',
      'committee/trade-offs: –',
      'committee/influence: –',
    ]);
    assert.equal(coverage.gaps.length, 9);
    assert.deepEqual(coverage.gaps[0], { round: 'screen', competency: 'impact', drafts: [] });
  });

  it('counts a story in the rounds that it lists, for what they judge and it shows', () => {
    const coverage = of(story('a', ['impact', 'scale'], ['screen', 'design']));
    assert.deepEqual(
      drawn(coverage).filter((line) => line.endsWith('a')),
      ['screen/impact: a', 'design/scale: a'],
    );
    assert.deepEqual(coverage.stories[0]?.rounds, [
      { id: 'screen', listed: true, competencies: ['impact'] },
      { id: 'design', listed: true, competencies: ['scale'] },
    ]);
  });

  it('counts a story that lists no round wherever it shares a competency', () => {
    assert.deepEqual(
      drawn(of(story('a', ['trade-offs']))).filter((line) => line.endsWith('a')),
      ['design/trade-offs: a', 'case/trade-offs: a', 'committee/trade-offs: a'],
    );
  });

  it('treats a story that lists only another loop’s rounds as one that lists none', () => {
    const coverage = of(story('a', ['scale'], ['recruiter-screen']));
    assert.deepEqual(
      drawn(coverage).filter((line) => line.endsWith('a')),
      ['design/scale: a'],
    );
  });

  it('shows a round a story that lists it, though it covers nothing judged there', () => {
    const round = of(story('a', ['scale'], ['screen'])).rounds[0];
    assert.deepEqual(
      round?.stories.map(({ path }) => path),
      ['a'],
    );
    assert.deepEqual(
      round?.competencies.map(({ state }) => state),
      ['none', 'none'],
    );
  });

  it('does not let a draft close a gap, and names it', () => {
    const coverage = of(story('a', ['scale'], [], { sectionsFilled: 2 }));
    assert.deepEqual(coverage.rounds[1]?.competencies[0]?.state, 'draft');
    assert.deepEqual(
      coverage.gaps.find(({ competency }) => competency === 'scale'),
      { round: 'design', competency: 'scale', drafts: ['a'] },
    );
  });

  it('puts the best story first: ready, then listed, then sharing more, then scoring higher, then by title', () => {
    const [, , , committee] = PLAYBOOK.rounds;
    assert.ok(committee);
    const stories = [
      story('draft', ['impact', 'trade-offs', 'influence'], ['committee'], { sectionsFilled: 1 }),
      story('b-plain', ['impact']),
      story('a-plain', ['impact']),
      story('scored', ['impact'], [], { score: 90 }),
      story('shares-two', ['impact', 'influence']),
      story('listed', [], ['committee']),
      story('elsewhere', ['impact'], ['screen']),
    ];
    const best = storiesThatFit(committee, stories, ROUNDS).map(({ path }) => path);
    assert.deepEqual(best, ['listed', 'shares-two', 'scored', 'a-plain', 'b-plain', 'draft']);
  });

  describe('a story is ready', () => {
    it(`with ${READY_SECTIONS} of six sections filled`, () => {
      assert.ok(isReady(story('a', [], [], { sectionsFilled: READY_SECTIONS })));
      assert.ok(!isReady(story('a', [], [], { sectionsFilled: READY_SECTIONS - 1 })));
    });
    it(`without sections, with ${READY_WORDS} words`, () => {
      assert.ok(isReady(story('a', [], [], { sectionsFilled: undefined, words: READY_WORDS })));
      assert.ok(!isReady(story('a', [], [], { sectionsFilled: undefined, words: READY_WORDS - 1 })));
      assert.ok(!isReady(story('a', [], [], { sectionsFilled: undefined })));
    });
    it(`and, where it has a score, with one of ${READY_SCORE}`, () => {
      assert.ok(isReady(story('a', [], [], { score: READY_SCORE })));
      assert.ok(!isReady(story('a', [], [], { score: READY_SCORE - 1 })));
    });
  });

  describe('a story is over-used', () => {
    const overUse = (coverage: Coverage, path: string) => coverage.stories.find((row) => row.path === path)?.overUse;
    const others = PLAYBOOK.competencies.map(({ id }) => story(`other-${id}`, [id]));

    it(`when it lists more than ${MOST_ROUNDS} rounds`, () => {
      assert.equal(overUse(of(...others, story('a', ['impact'], ['screen', 'design', 'case'])), 'a'), undefined);
      const used = overUse(of(...others, story('a', ['impact'], ['screen', 'design', 'case', 'committee'])), 'a');
      assert.deepEqual(used, { rounds: ['screen', 'design', 'case', 'committee'], soleCoverOf: [] });
    });

    it(`when ${SOLE_COVER} competencies or more rest on it alone`, () => {
      const used = overUse(
        of(story('a', ['impact', 'scale', 'influence'], ['screen', 'design']), story('b', ['trade-offs'])),
        'a',
      );
      assert.deepEqual(used, { rounds: [], soleCoverOf: ['impact', 'influence', 'scale'] });
      assert.equal(overUse(of(story('a', ['impact', 'scale', 'influence']), story('b', ['impact'])), 'a'), undefined);
    });

    it('when more rounds would be bare without it, listed or not', () => {
      assert.deepEqual(overUse(of(story('a', ['impact', 'trade-offs'])), 'a')?.rounds, [
        'screen',
        'design',
        'case',
        'committee',
      ]);
    });

    it('and not because it could be told in every round, where others cover them', () => {
      assert.equal(overUse(of(...others, story('a', ['impact', 'trade-offs'])), 'a'), undefined);
    });

    it('and a draft covers nothing alone', () => {
      assert.equal(
        overUse(of(story('a', ['impact', 'scale', 'influence', 'trade-offs'], [], { sectionsFilled: 0 })), 'a'),
        undefined,
      );
    });
  });

  describe('an id that the playbook does not have', () => {
    it('is reported once, with the id that was meant', () => {
      const { unknown } = of(story('a', ['trade-off', 'trade-off', 'impact'], ['desing', 'lunch']));
      assert.deepEqual(unknown, [
        { path: 'a', key: 'competencies', id: 'trade-off', suggestion: 'trade-offs' },
        { path: 'a', key: 'rounds', id: 'desing', suggestion: 'design' },
        { path: 'a', key: 'rounds', id: 'lunch', suggestion: undefined },
      ]);
    });

    it('is not reported when another loop’s playbook has it', () => {
      const others = { competencies: new Set(['delivery']), rounds: new Set(['lunch']) };
      const { unknown } = coverageOf(PLAYBOOK, [story('a', ['delivery', 'lunch'], ['lunch'])], others);
      assert.deepEqual(
        unknown.map(({ key, id }) => [key, id]),
        [['competencies', 'lunch']],
      );
    });
  });

  it('takes a competency that the playbook’s list lacks by its id', () => {
    const coverage = coverageOf(
      { competencies: [], rounds: [{ id: 'r', title: 'R', competencies: ['ghost', 'ghost'] }] },
      [story('a', ['ghost'])],
    );
    assert.deepEqual(
      coverage.rounds[0]?.competencies.map(({ title, state }) => [title, state]),
      [['ghost', 'covered']],
    );
  });

  describe('whatever the stories', () => {
    const id = fc.constantFrom<string>(
      'impact',
      'scale',
      'trade-offs',
      'influence',
      'screen',
      'design',
      'case',
      'committee',
      '__proto__',
      'constructor',
      'trade-off',
      '',
    );
    const ids = fc.array(id, { maxLength: 5 });
    const anyStory = fc.record({
      title: fc.string({ maxLength: 5 }),
      competencies: ids,
      rounds: ids,
      score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      sectionsFilled: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
      words: fc.integer({ min: 0, max: 200 }),
    });
    const anyStories = fc
      .array(anyStory, { maxLength: 8 })
      .map((list) => list.map((entry, index) => ({ ...entry, path: `s${index}` })));

    it('a story covers only what it names, where it is judged, in a round that it fits', () => {
      fc.assert(
        fc.property(anyStories, (stories) => {
          const coverage = coverageOf(PLAYBOOK, stories);
          for (const row of coverage.stories) {
            const source = stories.find(({ path }) => path === row.path);
            assert.ok(source);
            const listsHere = source.rounds.some((round) => ROUNDS.has(round));
            for (const { id: round, listed, competencies } of row.rounds) {
              const judged = PLAYBOOK.rounds.find((candidate) => candidate.id === round)?.competencies ?? [];
              assert.equal(listed, source.rounds.includes(round));
              assert.ok(listed || !listsHere);
              assert.deepEqual(
                competencies,
                judged.filter((competency) => source.competencies.includes(competency)),
              );
            }
          }
        }),
      );
    });

    it('the gaps are the places without a ready story, and both ways of reading the matrix agree', () => {
      fc.assert(
        fc.property(anyStories, (stories) => {
          const coverage = coverageOf(PLAYBOOK, stories);
          const ready = new Set(stories.filter(isReady).map(({ path }) => path));
          const gaps = PLAYBOOK.rounds.flatMap((round) =>
            round.competencies
              .filter(
                (competency) =>
                  !coverage.stories.some(
                    (row) =>
                      ready.has(row.path) &&
                      row.rounds.some((cell) => cell.id === round.id && cell.competencies.includes(competency)),
                  ),
              )
              .map((competency) => `${round.id}/${competency}`),
          );
          assert.deepEqual(
            coverage.gaps.map(({ round, competency }) => `${round}/${competency}`),
            gaps,
          );
        }),
      );
    });

    it('one more ready story opens no gap', () => {
      fc.assert(
        fc.property(anyStories, ids, ids, (stories, competencies, rounds) => {
          const before = coverageOf(PLAYBOOK, stories).gaps.map(({ round, competency }) => `${round}/${competency}`);
          const after = coverageOf(PLAYBOOK, [...stories, story('new', competencies, rounds)]).gaps.map(
            ({ round, competency }) => `${round}/${competency}`,
          );
          assert.deepEqual(
            after.filter((gap) => !before.includes(gap)),
            [],
          );
        }),
      );
    });

    it('their order changes nothing but the order of their rows, and the result is plain data', () => {
      fc.assert(
        fc.property(anyStories, (stories) => {
          const one = coverageOf(PLAYBOOK, stories);
          const other = coverageOf(PLAYBOOK, [...stories].reverse());
          assert.deepEqual(other.rounds, one.rounds);
          assert.deepEqual(other.gaps, one.gaps);
          assert.deepEqual([...other.stories].reverse(), one.stories);
          assert.deepEqual(JSON.parse(JSON.stringify(one.gaps)), one.gaps);
        }),
      );
    });
  });

  it('works out 10,000 stories against a loop in under two seconds of processor time', () => {
    const stories = Array.from({ length: 10_000 }, (_, i) =>
      story(`s${i}`, ['impact', 'scale', i % 2 ? 'trade-offs' : 'tradeoff'], i % 3 ? [] : ['design']),
    );
    const took = processorTime(() => assert.equal(coverageOf(PLAYBOOK, stories).stories.length, 10_000));
    assert.ok(took < 2000, `took ${took} ms`);
  });
});
