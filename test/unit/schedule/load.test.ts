import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isWorkingDay, minutesOn, type MinutesPerDay } from '../../../src/core/days/calendar';
import { addDays, daysBetween } from '../../../src/core/days/dates';
import { planSchedule, type Plan, type PlanInput, type Plannable } from '../../../src/core/schedule/plan';
import { patience, runs } from '../../support/properties';

const CONFLUENT = JSON.parse(readFileSync('content/playbooks/confluent-ai-ml-pm/playbook.json', 'utf8')) as Plannable;
const MONDAY = '2026-11-23';

const total = ({ load }: Plan): number => load.reduce((sum, { minutes }) => sum + minutes, 0);
const most = ({ load }: Plan): number => Math.max(0, ...load.map(({ minutes }) => minutes));
const shown = ({ load }: Plan): string[] => load.map(({ date, minutes }) => `${date.slice(5)} ${minutes}`);
const one = (days: number, round: number, minutes: number): Plannable => ({
  days,
  rounds: [{ id: 'a', title: 'A', day: round }],
  preparation: [{ title: 'Read', day: 1, before: 'a', minutes }],
});

describe('the load of the days ahead', () => {
  it('is all that is not done, from today on: what was missed is spread over the days that are left', () => {
    const input = { playbook: one(10, 8, 150), firstContact: MONDAY, minutesPerDay: 120 };
    assert.deepEqual(shown(planSchedule(input)), ['11-23 120', '11-24 30']);
    assert.deepEqual(shown(planSchedule({ ...input, today: '2026-11-26' })), ['11-26 120', '11-27 30']);
    assert.deepEqual(shown(planSchedule({ ...input, done: ['read'] })), []);
  });

  it('keeps to the time there is on each day, for the Confluent loop from every day of a month', () => {
    for (let offset = 0; offset < 31; offset += 1) {
      const firstContact = addDays(MONDAY, offset);
      const plan = planSchedule({ playbook: CONFLUENT, firstContact, minutesPerDay: 120 });
      assert.ok(most(plan) <= 120 || plan.problems.some(({ code }) => code === 'overload'), firstContact);
    }
    const plan = planSchedule({ playbook: CONFLUENT, firstContact: MONDAY, minutesPerDay: 120 });
    const minutes = [...(CONFLUENT.preparation ?? []), ...CONFLUENT.rounds].reduce(
      (sum, each) => sum + (each.minutes ?? 0),
      0,
    );
    assert.equal(total(plan), minutes + 60, 'the tasks, the rounds and an hour for the feedback');
  });

  it('uses the days before the first contact, from today or from the day that is given', () => {
    const input = { playbook: CONFLUENT, firstContact: '2026-12-14', minutesPerDay: 120 };
    assert.equal(planSchedule({ ...input, today: '2026-11-25' }).load[0]?.date, '2026-11-25');
    assert.equal(
      planSchedule({ ...input, today: '2026-11-25', prepareFrom: '2026-12-02' }).load[0]?.date,
      '2026-12-02',
    );
    assert.equal(planSchedule({ ...input, prepareFrom: '2026-12-02' }).load[0]?.date, '2026-12-02');
    assert.ok(most(planSchedule({ ...input, today: '2026-11-25' })) <= 120);
    assert.equal(planSchedule(input).load[0]?.date, '2026-12-14');
    for (const none of ['2027-06-01', '1990-01-01', 'soon'])
      assert.equal(planSchedule({ ...input, prepareFrom: none }).load[0]?.date, '2026-12-14', none);
  });

  it('has days off from work of its own where each weekday has its minutes', () => {
    const input = { playbook: one(12, 11, 500), firstContact: MONDAY, minutesPerDay: { mon: 60, sat: 240, sun: 200 } };
    assert.deepEqual(shown(planSchedule(input)), ['11-23 60', '11-28 240', '11-29 200']);
    const calendar = { weekend: [6, 7], holidays: [{ from: '2026-11-28', to: '2026-11-28' }] };
    const { problems, load } = planSchedule({ ...input, calendar });
    assert.deepEqual(
      load.map(({ date }) => date),
      ['2026-11-23', '2026-11-29', '2026-11-30'],
    );
    assert.match(
      problems[0]?.message ?? '',
      /into the minutes that you have each day\. It would take 60 more minutes a day, or/u,
    );
  });

  it('names the smallest change that helps where it does not fit, and fills the days evenly', () => {
    const plan = planSchedule({ playbook: one(10, 4, 450), firstContact: MONDAY, minutesPerDay: 120 });
    assert.deepEqual(shown(plan), ['11-23 150', '11-24 150', '11-25 150']);
    assert.match(plan.problems[0]?.message ?? '', /It would take 150 minutes a day, or “A” a day later/u);
    const [little] = planSchedule({ playbook: one(10, 4, 6), firstContact: MONDAY, minutesPerDay: 1 }).problems;
    assert.match(little?.message ?? '', /does not fit into 1 minute a day\. It would take 2 minutes a day/u);
  });

  it('puts a task whose round is over on the days that the loop still has, after what is urgent', () => {
    const playbook: Plannable = {
      days: 12,
      rounds: [
        { id: 'a', day: 2 },
        { id: 'b', day: 11 },
      ],
      preparation: [
        { title: 'Missed', day: 1, before: 'a', minutes: 100 },
        { title: 'Next', day: 1, before: 'b', minutes: 100 },
      ],
    };
    const plan = planSchedule({
      playbook,
      firstContact: MONDAY,
      rounds: [{ id: 'a', date: '2026-11-24' }],
      today: '2026-11-26',
      minutesPerDay: 100,
    });
    assert.deepEqual(shown(plan), ['11-26 100', '11-27 100']);
    assert.equal(plan.tasks[1]?.date, '2026-11-26');
  });

  it('overfills no day while an earlier one has room, loses nothing, and names the smallest change that is enough (property)', function () {
    this.timeout(patience(30_000));
    const minutesPerDay = fc.oneof<fc.Arbitrary<MinutesPerDay>[]>(
      fc.integer({ min: 30, max: 300 }),
      fc.record({ mon: fc.nat(300), wed: fc.nat(300), sat: fc.nat(300) }, { requiredKeys: [] }),
    );
    const playbook = fc
      .record({
        days: fc.integer({ min: 2, max: 40 }),
        rounds: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
        tasks: fc.array(
          fc.record({ day: fc.integer({ min: 1, max: 40 }), of: fc.nat(4), minutes: fc.integer({ min: 0, max: 500 }) }),
          { maxLength: 7 },
        ),
      })
      .map(({ days, rounds, tasks }): Plannable => ({
        days,
        rounds: [...rounds]
          .sort((a, b) => a - b)
          .map((day, index) => ({ id: `r${index}`, title: `R${index}`, day: Math.min(day, days) })),
        preparation: tasks.map(({ day, of, minutes }, index) => ({
          title: `t${index}`,
          day,
          minutes,
          ...(of < rounds.length ? { before: `r${of}` } : {}),
        })),
      }));
    const input = fc.record({
      playbook,
      firstContact: fc.constant(MONDAY),
      minutesPerDay,
      today: fc.option(
        fc.integer({ min: -30, max: 35 }).map((days) => addDays(MONDAY, days)),
        { nil: undefined },
      ),
      done: fc.subarray(['t0', 'T1', 't2']),
      calendar: fc.record({
        weekend: fc.subarray([5, 6, 7]),
        holidays: fc.array(
          fc.nat(30).map((at) => ({ from: addDays(MONDAY, at), to: addDays(MONDAY, at + 1) })),
          { maxLength: 2 },
        ),
      }),
    });
    fc.assert(
      fc.property(input, (given: PlanInput) => {
        const plan = planSchedule(given);
        const time = {
          calendar: given.calendar ?? { weekend: [], holidays: [] },
          minutesPerDay: given.minutesPerDay ?? 120,
        };
        const from = given.today ?? MONDAY;
        const done = new Set(given.done?.map((title) => title.toLowerCase()));
        const open = (given.playbook.preparation ?? []).filter(({ title }) => !done.has(title));
        assert.ok(
          Math.abs(total(plan) - open.reduce((sum, { minutes = 60 }) => sum + minutes, 0)) < 1e-3,
          'nothing is lost',
        );
        assert.ok(plan.load.every(({ date, minutes }) => date >= from && minutes > 0));
        assert.deepEqual(
          [...plan.load].sort((a, b) => (a.date < b.date ? -1 : 1)),
          plan.load,
        );
        const isUnable = plan.problems.some(({ code }) => code === 'no-day');
        const hasDay = Array.from({ length: 60 }, (_, at) => addDays(from, at)).some(
          (date) => minutesOn(date, time) > 0,
        );
        if (isUnable || !hasDay) return;
        const load = new Map(plan.load.map(({ date, minutes }) => [date, minutes]));
        for (const { date, minutes } of plan.load) {
          const limit = minutesOn(date, time);
          if (typeof time.minutesPerDay === 'number') assert.ok(isWorkingDay(date, time.calendar), date);
          if (minutes <= limit) continue;
          for (let day = from; day < date; day = addDays(day, 1))
            assert.ok(
              minutesOn(day, time) === 0 || (load.get(day) ?? 0) >= minutesOn(day, time),
              `room on ${day} before ${date}`,
            );
        }
        const overload = plan.problems.find(({ code }) => code === 'overload');
        assert.equal(
          overload === undefined,
          plan.load.every(({ date, minutes }) => minutes <= minutesOn(date, time) + 1e-6),
          'said if and only if',
        );
        const enough = Number(/It would take (\d+) minutes? a day/u.exec(overload?.message ?? '')?.[1]);
        if (Number.isNaN(enough)) return;
        const isToo = (minutes: number): boolean =>
          planSchedule({ ...given, minutesPerDay: minutes }).problems.some(({ code }) => code === 'overload');
        assert.ok(!isToo(enough) && isToo(enough - 1), 'what is said is enough, and the least');
      }),
      runs(300),
    );
  });

  it('is laid in a moment, however many tasks there are', () => {
    const preparation = Array.from({ length: 1000 }, (_, index) => ({
      title: `t${index}`,
      day: 1,
      before: `r${index % 100}`,
      minutes: 1000,
    }));
    const rounds = Array.from({ length: 100 }, (_, index) => ({ id: `r${index}`, day: 30 + index * 30 }));
    const begun = performance.now();
    const plan = planSchedule({
      playbook: { days: 3660, rounds, preparation },
      firstContact: MONDAY,
      minutesPerDay: 15,
    });
    assert.equal(Math.round(total(plan)), 1_000_000);
    assert.ok(performance.now() - begun < 10_000);
    assert.ok(plan.tasks.every(({ date }) => daysBetween(MONDAY, date) < 3660));
  });
});
