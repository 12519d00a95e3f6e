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
