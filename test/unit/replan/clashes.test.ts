import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../src/core/days/dates';
import type { Loop, Round } from '../../../src/core/loop/loopModel';
import { clashDays, findClashes, type RunningLoop } from '../../../src/core/replan/clashes';
import { runs } from '../../support/properties';

const TODAY = '2026-11-23'; // A Monday.

function round(id: string, date: string | undefined, more: Partial<Round> = {}): Round {
  return {
    id,
    number: 1,
    title: id,
    path: `x/rounds/01-${id}.md`,
    items: [],
    date,
    time: undefined,
    pinned: false,
    status: 'planned',
    interviewers: [],
    minutes: 45,
    ...more,
  };
}

function running(
  name: string,
  rounds: readonly Round[],
  more: Partial<Loop> = {},
  minutes: Readonly<Record<string, number>> = {},
): RunningLoop {
  const loop = {
    id: name,
    days: 22,
    firstContact: TODAY,
    rounds,
    preparation: undefined,
    feedback: undefined,
    ...more,
  } as unknown as Loop;
  return { name, loop, minutesOn: (date) => minutes[date] ?? 0 };
}

const limit = (minutes: number) => (): number => minutes;
const told = (loops: readonly RunningLoop[], minutesFor: (date: string) => number | undefined = limit(120)): string[] =>
  findClashes(loops, TODAY, minutesFor).map((clash) => `${clashDays(clash)}: ${clash.title} (${clash.detail})`);

describe('clashes between loops', () => {
  it('are two rounds on one day, in the order of their hours; the place is the one that can be moved', () => {
    const loops = [
      running('Acme', [round('design', '2026-11-26', { time: '14:00' })]),
      running('Globex', [round('screen', '2026-11-26', { time: '10:00', pinned: true })]),
    ];
    assert.deepEqual(told(loops), ['Thu 26 Nov: Two rounds on one day (Globex: screen 10:00, Acme: design 14:00)']);
    const [clash] = findClashes(loops, TODAY, limit(120));
    assert.deepEqual(
      [clash?.loop.name, clash?.path, clash?.advice],
      ['Acme', 'x/rounds/01-design.md', 'Ask Acme for another day for design, and move it.'],
    );
  });

  it('are not: rounds of one loop, rounds that are over, days that are past, and anything in a loop that is alone', () => {
    const design = round('design', '2026-11-26');
    assert.deepEqual(told([running('Acme', [design, round('screen', '2026-11-26')]), running('Globex', [])]), []);
    assert.deepEqual(
      told([running('Acme', [design]), running('Globex', [round('screen', '2026-11-26', { status: 'done' })])]),
      [],
    );
    assert.deepEqual(
      told([running('Acme', [round('a', '2026-11-20')]), running('Globex', [round('b', '2026-11-20')])]),
      [],
    );
    assert.deepEqual(told([running('Acme', [design], {}, { '2026-11-24': 900 })]), []);
  });

  it('begin today, and are listed by their day whatever kind they are', () => {
    const feedback = { title: 'Feedback turnaround day', date: '2026-11-24', after: 'x', note: undefined };
    const loops = [
      running(
        'Acme',
        [round('a', TODAY), round('c', '2026-11-24'), round('d', '2026-11-26')],
        {},
        { '2026-11-25': 90 },
      ),
      running('Globex', [round('b', TODAY), round('e', '2026-11-26')], { feedback }, { '2026-11-25': 90 }),
    ];
    assert.deepEqual(
      findClashes(loops, TODAY, limit(120)).map(({ date, kind }) => `${date} ${kind}`),
      ['2026-11-23 rounds', '2026-11-24 feedback', '2026-11-25 overload', '2026-11-26 rounds'],
    );
  });

  it('of several rounds on one day name all, by their hours, those without one last', () => {
    const loops = [
      running('Acme', [round('later', '2026-11-26', { time: '16:00' }), round('open', '2026-11-26')]),
      running('Globex', [round('early', '2026-11-26', { time: '09:30' })]),
    ];
    assert.deepEqual(told(loops), [
      'Thu 26 Nov: 3 rounds on one day (Globex: early 09:30, Acme: later 16:00, Acme: open)',
    ]);
    assert.equal(findClashes(loops, TODAY, limit(120))[0]?.loop.name, 'Globex', 'the loop that came last can move');
  });

  it('can only be solved by a company where all the rounds are pinned', () => {
    const pinned = (id: string) => round(id, '2026-11-26', { pinned: true });
    const [clash] = findClashes([running('Acme', [pinned('a')]), running('Globex', [pinned('b')])], TODAY, limit(120));
    assert.deepEqual(
      [clash?.advice, clash?.loop.name, clash?.path],
      ['All of them are pinned: ask one company for another day.', 'Globex', 'x/rounds/01-b.md'],
    );
  });

  it('on a feedback day say whose feedback it is, and lead to the round', () => {
    const feedback = { title: 'Feedback turnaround day', date: '2026-11-25', after: 'x', note: undefined };
    const undated = { ...feedback, date: undefined };
    const acme = running('Acme', [round('design', '2026-11-25'), round('undated', undefined)]);
    const [clash] = findClashes([acme, running('Globex', [], { feedback })], TODAY, limit(120));
    assert.deepEqual(
      [clash?.advice, clash?.loop.name, clash?.path, clash?.until],
      [
        'The day is for using Globex’s feedback: move design, or keep an hour of it free.',
        'Acme',
        'x/rounds/01-design.md',
        '2026-11-25',
      ],
    );
    assert.deepEqual(told([acme, running('Globex', [], { feedback: undated })]), []);
  });

  it('are a round on the day that another loop keeps for feedback, and not on its own', () => {
    const feedback = { title: 'Feedback turnaround day', date: '2026-11-25', after: 'x', note: undefined };
    assert.deepEqual(
      told([
        running('Acme', [round('design', '2026-11-25')]),
        running('Globex', [round('own', '2026-11-25', { status: 'done' })], { feedback }),
      ]),
      ['Wed 25 Nov: A round on a feedback day (Acme: design, on Globex’s feedback turnaround day)'],
    );
    assert.deepEqual(told([running('Acme', [round('design', '2026-11-25')], { feedback }), running('Globex', [])]), []);
  });

  it('are days that ask for more time than there is, reported together where they follow each other, with days off apart', () => {
    const acme = running('Acme', [], {}, { '2026-11-24': 100, '2026-11-27': 90, '2026-11-28': 300, '2026-11-30': 90 });
    const globex = running('Globex', [], {}, { '2026-11-24': 50, '2026-11-27': 40, '2026-11-30': 80 });
    const workdays = (date: string): number | undefined =>
      ['2026-11-28', '2026-11-29'].includes(date) ? undefined : 120;
    assert.deepEqual(told([acme, globex], workdays), [
      'Tue 24 Nov: 150 of 120 min (more than you have, for Acme and Globex)',
      'Fri 27 Nov to Mon 30 Nov: up to 170 of 120 min a day (more than you have, for Acme and Globex)',
    ]);
    assert.equal(findClashes([acme, globex], TODAY, workdays)[0]?.path, 'Acme/loop.md');
  });

  it('are days above the limit, not at it, and separate where a day between them fits', () => {
    const at = (first: number, second: number, third: number) => [
      running('Acme', [], {}, { [TODAY]: first - 50, '2026-11-24': second - 50, '2026-11-25': third - 50 }),
      running('Globex', [], {}, { [TODAY]: 50, '2026-11-24': 50, '2026-11-25': 50 }),
    ];
    const days = (loops: readonly RunningLoop[]) => findClashes(loops, TODAY, limit(120)).map(clashDays);
    assert.deepEqual(days(at(120, 120, 120)), []);
    assert.deepEqual(days(at(121, 120, 121)), ['Mon 23 Nov', 'Wed 25 Nov']);
    assert.deepEqual(days(at(121, 121, 120)), ['Mon 23 Nov to Tue 24 Nov']);
  });

  it('on days without enough time lead to the plan of the loop that asks for most on the worst of them', () => {
    const preparation = { path: 'Globex/preparation.md', items: [] } as unknown as Loop['preparation'];
    const acme = running('Acme', [], {}, { [TODAY]: 100, '2026-11-24': 90, '2026-11-25': 100 });
    const globex = running('Globex', [], { preparation }, { [TODAY]: 40, '2026-11-24': 200, '2026-11-25': 30 });
    const [clash] = findClashes([acme, globex], TODAY, limit(120));
    assert.deepEqual(
      [clash?.title, clash?.loop.name, clash?.path, clash?.advice],
      [
        'up to 290 of 120 min a day',
        'Globex',
        'Globex/preparation.md',
        'Do less of what is not fixed, or do it later; Globex needs the most time on Tue 24 Nov.',
      ],
    );
    // A short day may be worse than a long one.
    const free = (date: string): number => (date === '2026-11-24' ? 280 : 60);
    assert.equal(findClashes([acme, globex], TODAY, free)[0]?.loop.name, 'Acme');
  });

  it('are found up to the last day of a loop, of a round or of a task, whichever is last', () => {
    const late = '2027-02-01';
    const minutes = { [late]: 100 };
    const due = { items: [{ due: late }], path: 'p' } as unknown as Loop['preparation'];
    const found = (more: Partial<Loop>, rounds: readonly Round[] = []) =>
      told([running('Acme', rounds, more, minutes), running('Globex', [], {}, minutes)]).length;
    assert.equal(found({}), 0, 'the loops are over by then');
    assert.equal(found({}, [round('a', late)]), 1);
    assert.equal(found({ preparation: due }), 1);
    assert.equal(found({ days: 71 }), 1, 'its 71st day');
    assert.equal(found({ days: 70 }), 0);
    assert.equal(found({ firstContact: undefined, days: 71 }), 0);
  });

  it('are not days that one loop alone makes too long: that is for its own plan to say', () => {
    assert.deepEqual(told([running('Acme', [], {}, { '2026-11-24': 200 }), running('Globex', [])]), []);
  });

  it('come in the order of their days, none before today, each at a file of a loop that is part of it (property)', () => {
    const date = fc.option(
      fc.integer({ min: -3, max: 12 }).map((days) => addDays(TODAY, days)),
      { nil: undefined },
    );
    const loop = fc.record({
      dates: fc.array(date, { maxLength: 5 }),
      minutes: fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 13, maxLength: 13 }),
    });
    fc.assert(
      fc.property(fc.array(loop, { maxLength: 4 }), (given) => {
        const loops = given.map(({ dates, minutes }, at) =>
          running(
            `L${at}`,
            dates.map((day, index) => round(`r${index}`, day)),
            {},
            Object.fromEntries(minutes.map((value, index) => [addDays(TODAY, index), value])),
          ),
        );
        const clashes = findClashes(loops, TODAY, limit(120));
        assert.deepEqual(
          clashes.map((clash) => clash.date),
          clashes.map((clash) => clash.date).sort(),
        );
        for (const clash of clashes)
          assert.ok(clash.date >= TODAY && clash.until >= clash.date && clash.detail.includes(clash.loop.name));
        const shared = new Set(
          loops.flatMap(({ loop: { rounds } }, at) =>
            rounds.flatMap(({ date: day }) =>
              loops.some(
                (other, index) =>
                  index !== at &&
                  day !== undefined &&
                  day >= TODAY &&
                  other.loop.rounds.some((each) => each.date === day),
              )
                ? [day]
                : [],
            ),
          ),
        );
        assert.deepEqual(new Set(clashes.filter(({ kind }) => kind === 'rounds').map((clash) => clash.date)), shared);
      }),
      runs(100),
    );
  });
});
