import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isWorkingDay, readCalendar } from '../../../src/core/days/calendar';
import { addDays, dateOfDay, daysBetween } from '../../../src/core/days/dates';
import { planSchedule, type GivenRound, type Plannable } from '../../../src/core/schedule/plan';
import { patience, runs } from '../../support/properties';
import { workingDays } from '../../support/workingDays';

const CONFLUENT = JSON.parse(readFileSync('content/playbooks/confluent-ai-ml-pm/playbook.json', 'utf8')) as Plannable;
const MONDAY = '2026-11-23';

const SMALL: Plannable = {
  days: 10,
  rounds: [
    { id: 'a', title: 'A', day: 2 },
    { id: 'b', title: 'B', day: 6 },
    { id: 'c', title: 'C', day: 9 },
  ],
  feedback: { day: 4, after: 'a' },
  preparation: [
    { title: 'Read', day: 1, before: 'a' },
    { title: 'Rehearse', day: 5, before: 'c' },
  ],
};

const dates = (playbook: Plannable, firstContact: string, rounds?: readonly GivenRound[], today?: string): string[] =>
  planSchedule({ playbook, firstContact, rounds, today }).rounds.map(({ date }) => date);

describe('the plan of a loop', () => {
  it('puts rounds on the playbook’s days, day 1 being the first contact', () => {
    assert.deepEqual(
      dates(SMALL, '2026-11-24'),
      ['2026-11-25', '2026-11-30', '2026-12-02'],
      'day 6 is a Sunday: the Monday after',
    );
  });

  it('moves a round off the weekend to the next working day, or to the one before where the loop is over by then', () => {
    assert.deepEqual(dates({ days: 30, rounds: [{ id: 'a', day: 6 }] }, MONDAY), ['2026-11-30']);
    assert.deepEqual(dates({ days: 6, rounds: [{ id: 'a', day: 6 }] }, MONDAY), ['2026-11-27']);
  });

  it('keeps the order when one round is moved onto the next', () => {
    const playbook = {
      days: 12,
      rounds: [
        { id: 'a', day: 6 },
        { id: 'b', day: 8 },
      ],
    };
    assert.deepEqual(dates(playbook, MONDAY), ['2026-11-30', '2026-12-01']);
  });

  it('keeps every date that is given, and plans the others around it', () => {
    const plan = planSchedule({
      playbook: SMALL,
      firstContact: MONDAY,
      rounds: [{ id: 'b', date: '2026-11-25', time: '14:30', pinned: true }],
    });
    assert.deepEqual(
      plan.rounds.map(({ id, date, time, pinned }) => [id, date, time, pinned]),
      [
        ['a', '2026-11-23', undefined, false],
        ['b', '2026-11-25', '14:30', true],
        ['c', '2026-12-01', undefined, false],
      ],
    );
    assert.equal(plan.feedbackDay, '2026-11-24');
  });

  it('plans nothing without a date before today', () => {
    assert.deepEqual(dates(SMALL, MONDAY, [{ id: 'a', date: '2026-11-24' }], '2026-11-30'), [
      '2026-11-24',
      '2026-11-30',
      '2026-12-01',
    ]);
  });

  it('never plans a task after the round that it serves', () => {
    const plan = planSchedule({ playbook: SMALL, firstContact: MONDAY, rounds: [{ id: 'c', date: '2026-11-26' }] });
    assert.deepEqual(plan.tasks, [
      { title: 'Read', date: '2026-11-23', round: 'a' },
      { title: 'Rehearse', date: '2026-11-25', round: 'c' },
    ]);
  });

  it('has a task that serves no round, in an hour where it does not say how long it takes', () => {
    const { tasks, work } = planSchedule({
      playbook: {
        ...SMALL,
        preparation: [
          { title: 'Read', day: 1 },
          { title: 'Rest', day: 1, minutes: 0 },
        ],
      },
      firstContact: MONDAY,
    });
    assert.deepEqual(tasks[0], { title: 'Read', date: MONDAY });
    assert.deepEqual(
      work.map(({ minutes }) => minutes),
      [60, 0],
    );
  });

  it('is empty where there is no first contact to count from', () => {
    const problem = {
      code: 'bad-date',
      message: '“soon” is not a calendar day: write the first contact as YYYY-MM-DD.',
    };
    assert.deepEqual(planSchedule({ playbook: SMALL, firstContact: 'soon' }), {
      rounds: [],
      feedbackDay: undefined,
      tasks: [],
      work: [],
      load: [],
      mocks: [],
      drills: [],
      problems: [problem],
    });
  });

  it('counts no round that is over as work, and knows a task that is done however it is written', () => {
    const playbook: Plannable = {
      days: 10,
      rounds: [{ id: 'a', day: 1, minutes: 30 }],
      preparation: [{ title: 'Read', day: 1, minutes: 1000 }],
    };
    const input = { playbook, firstContact: MONDAY, rounds: [{ id: 'a', date: MONDAY }], today: '2026-11-24' };
    assert.deepEqual(planSchedule({ ...input, done: [' READ '] }).load, []);
    assert.deepEqual(planSchedule(input).problems, [], 'nobody said that there is less time');
  });

  it('says what does not fit, and gives the rest', () => {
    const codes = (rounds: readonly GivenRound[]): string[] =>
      planSchedule({ playbook: SMALL, firstContact: MONDAY, rounds }).problems.map(({ code }) => code);
    assert.deepEqual(codes([{ id: 'x' }]), ['unknown-round']);
    assert.deepEqual(codes([{ id: 'a', date: 'soon' }]), ['bad-date']);
    assert.deepEqual(codes([{ id: 'c', date: '2027-01-01' }]), ['outside-window']);
    assert.deepEqual(
      codes([
        { id: 'a', date: '2026-11-26' },
        { id: 'b', date: '2026-11-24' },
      ]),
      ['out-of-order', 'no-feedback-day'],
    );
    assert.deepEqual(
      planSchedule({ playbook: SMALL, firstContact: 'soon' }).problems.map(({ code }) => code),
      ['bad-date'],
    );
  });

  it('holds for the Confluent loop from every day of a year', () => {
    for (let offset = 0; offset < 366; offset += 1) {
      const firstContact = addDays('2026-01-01', offset);
      const plan = planSchedule({ playbook: CONFLUENT, firstContact });
      const rounds = plan.rounds.map(({ date }) => date);
      assert.deepEqual(plan.problems, [], firstContact);
      assert.equal(rounds.length, 5);
      assert.ok(
        rounds.every((date) => isWorkingDay(date)),
        `${firstContact}: ${rounds.join()}`,
      );
      assert.ok(
        rounds.every((date, index) => index === 0 || date > (rounds[index - 1] ?? '')),
        firstContact,
      );
      assert.ok((rounds[4] ?? '') <= dateOfDay(firstContact, 22), firstContact);
      const { feedbackDay = '' } = plan;
      assert.ok(
        feedbackDay > (rounds[1] ?? '') && feedbackDay < (rounds[2] ?? ''),
        `${firstContact}: feedback ${feedbackDay}`,
      );
      for (const { date, round } of plan.tasks) {
        assert.ok(
          date >= firstContact && date <= (plan.rounds.find(({ id }) => id === round)?.date ?? '9'),
          `${firstContact}: ${round}`,
        );
      }
    }
  });

  it('keeps order, window, given dates and tasks, or says so, whatever the playbook (property)', () => {
    const playbook = fc
      .record({
        days: fc.integer({ min: 1, max: 60 }),
        offsets: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }),
      })
      .map(({ days, offsets }): Plannable => {
        const rounds = offsets
          .sort((a, b) => a - b)
          .map((day, index) => ({ id: `r${index}`, day: Math.min(day, days) }));
        return {
          days,
          rounds,
          feedback: { day: 3, after: 'r0' },
          preparation: [{ title: 't', day: days, before: 'r0' }],
        };
      });
    const given = fc.array(
      fc.record({
        id: fc.integer({ min: 0, max: 6 }).map((n) => `r${n}`),
        date: fc.integer({ min: -5, max: 70 }).map((n) => addDays(MONDAY, n)),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(
        playbook,
        given,
        fc.option(fc.integer({ min: -3, max: 70 }), { nil: undefined }),
        (plannable, rounds, today) => {
          const plan = planSchedule({
            playbook: plannable,
            firstContact: MONDAY,
            rounds,
            today: today === undefined ? undefined : addDays(MONDAY, today),
          });
          assert.equal(plan.rounds.length, plannable.rounds.length);
          for (const round of plan.rounds) {
            const fixed = rounds.find(({ id }) => id === round.id);
            if (fixed) assert.equal(round.date, fixed.date);
          }
          if (plan.problems.length === 0) {
            plan.rounds.forEach(
              ({ date }, index) => index > 0 && assert.ok(date >= (plan.rounds[index - 1]?.date ?? '')),
            );
            assert.ok(plan.rounds.every(({ date }) => date >= MONDAY && daysBetween(MONDAY, date) < plannable.days));
          }
          for (const task of plan.tasks) {
            assert.ok(task.date <= (plan.rounds.find(({ id }) => id === task.round)?.date ?? task.date));
          }
        },
      ),
      runs(500),
    );
  });

  it('never throws on any dates (property)', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        (firstContact, date, today) =>
          void planSchedule({ playbook: SMALL, firstContact, rounds: [{ id: 'a', date }], today }),
      ),
      runs(100),
    );
  });
});

describe('a plan', () => {
  const dayOf = (date: string): number => daysBetween(MONDAY, date) + 1;
  const four = (days: number): Plannable => ({
    days,
    rounds: ['a', 'b', 'c', 'd'].map((id, index) => ({ id, title: id.toUpperCase(), day: 1 + index * 2 })),
  });
  const said = (input: Parameters<typeof planSchedule>[0]): string[] =>
    planSchedule(input).problems.map(({ message }) => message);

  it('keeps off the user’s own weekend and holidays', () => {
    const calendar = readCalendar(['Friday'], ['2026-12-01..2026-12-02']);
    const plan = planSchedule({ playbook: SMALL, firstContact: '2026-11-26', calendar });
    assert.deepEqual(
      plan.rounds.map(({ date }) => date),
      ['2026-11-28', '2026-12-03', '2026-12-05'],
      'Friday 27 is off, and so is 1 December',
    );
    assert.equal(plan.feedbackDay, '2026-11-29', 'a Sunday, which is a working day here');
  });

  it('spreads preparation by its minutes, the most urgent first, and no day gets more than there is time', () => {
    const playbook: Plannable = {
      days: 12,
      rounds: [
        { id: 'a', day: 4, minutes: 30 },
        { id: 'b', day: 11, minutes: 45 },
      ],
      preparation: [
        { title: 'Long', day: 1, before: 'b', minutes: 300 },
        { title: 'Urgent', day: 1, before: 'a', minutes: 150 },
      ],
    };
    const plan = planSchedule({ playbook, firstContact: MONDAY, minutesPerDay: 100 });
    assert.deepEqual(
      plan.work.map(({ title, from, date }) => [title, dayOf(from), dayOf(date)]),
      [
        ['Long', 2, 5],
        ['Urgent', 1, 2],
      ],
    );
    assert.deepEqual(plan.problems, []);
  });

  it('says what would help where it does not fit: time a day, a later round or one task less', () => {
    const playbook: Plannable = {
      days: 10,
      rounds: [{ id: 'a', title: 'A', day: 3 }],
      preparation: [
        { title: 'Long', day: 1, before: 'a', minutes: 160 },
        { title: 'Short', day: 1, before: 'a', minutes: 40 },
      ],
    };
    const plan = planSchedule({ playbook, firstContact: MONDAY, minutesPerDay: 95 });
    assert.deepEqual(
      plan.problems.map(({ code }) => code),
      ['overload'],
    );
    assert.match(
      plan.problems[0]?.message ?? '',
      /into 95 minutes a day\. It would take 100 minutes a day, or “A” a day later, or leaving out “Short”\./u,
    );
    assert.deepEqual(
      planSchedule({ playbook, firstContact: MONDAY, minutesPerDay: 100 }).problems,
      [],
      'what it says is enough',
    );
    assert.deepEqual(
      planSchedule({ playbook, firstContact: MONDAY, minutesPerDay: 99 }).problems.length,
      1,
      'and is the least',
    );
    assert.deepEqual(
      planSchedule({ playbook, firstContact: MONDAY }).problems,
      [],
      'nobody said how much time there is',
    );
  });

  it('leaves a working day before a round that needs preparing', () => {
    const plan = planSchedule({ playbook: SMALL, firstContact: '2026-11-28' });
    assert.equal(plan.rounds[0]?.date, '2026-12-01', 'first contact on a Saturday: Monday is for the preparation');
    assert.equal(plan.tasks[0]?.date, '2026-11-30');
  });

  it('names the smallest change that helps: days', () => {
    assert.match(
      said({ playbook: four(3), firstContact: MONDAY })[0] ?? '',
      /^No day is left for “C” up to Wed 25 Nov\. It would take one day more\.$/u,
    );
    assert.deepEqual(said({ playbook: four(4), firstContact: MONDAY }), []);
  });

  it('names the smallest change that helps: a fixed date, a day off, the feedback day', () => {
    const pinned = said({
      playbook: four(14),
      firstContact: MONDAY,
      rounds: [
        { id: 'a', date: '2026-11-24' },
        { id: 'c', date: '2026-11-25' },
      ],
    });
    assert.deepEqual(pinned, [
      'No day is left for “B” up to Tue 24 Nov. It would take another date for “A”, or another date for “C”.',
    ]);
    const weekend = said({
      playbook: { days: 5, rounds: four(5).rounds.slice(0, 2) },
      firstContact: '2026-11-27',
      rounds: [{ id: 'b', date: '2026-11-29' }],
      today: '2026-11-28',
    });
    assert.match(weekend[0] ?? '', /It would take another date for “B”, or Sat 28 Nov as a working day\.$/u);
    const feedback = said({
      playbook: { ...four(14), feedback: { day: 2, after: 'a' } },
      firstContact: MONDAY,
      rounds: [{ id: 'c', date: '2026-11-25' }],
    });
    assert.match(feedback[0] ?? '', /or no day for feedback\.$/u);
  });

  it('may have a round on the first day of the loop and on its last, and says what is beyond', () => {
    const on = (date: string): string[] =>
      said({
        playbook: { days: 5, rounds: [{ id: 'a', title: 'A', day: 2 }] },
        firstContact: MONDAY,
        rounds: [{ id: 'a', date }],
      });
    assert.deepEqual([on('2026-11-23'), on('2026-11-27')], [[], []]);
    assert.deepEqual(on('2026-11-28'), ['“A” on Sat 28 Nov is outside the loop, Mon 23 Nov to Fri 27 Nov.']);
    assert.deepEqual(on('2026-11-22'), ['“A” on Sun 22 Nov is outside the loop, Mon 23 Nov to Fri 27 Nov.']);
  });

  it('may have two rounds fixed on one day, and says where one is before the round that it follows', () => {
    const two = (a: string, b: string): string[] =>
      said({
        playbook: {
          days: 14,
          rounds: [
            { id: 'a', title: 'A', day: 2 },
            { id: 'b', day: 3 },
          ],
        },
        firstContact: MONDAY,
        rounds: [
          { id: 'a', date: a },
          { id: 'b', date: b },
        ],
      });
    assert.deepEqual(two('2026-11-25', '2026-11-25'), []);
    assert.deepEqual(two('2026-11-25', '2026-11-24'), [
      '“b” on Tue 24 Nov is before the round it follows, on Wed 25 Nov.',
    ]);
  });

  it('has its day for feedback on the day of the playbook, or on the next working day before the next round', () => {
    const day = (wanted: number, next?: string): string | undefined =>
      planSchedule({
        playbook: { days: 14, rounds: four(14).rounds.slice(0, 2), feedback: { day: wanted, after: 'a' } },
        firstContact: MONDAY,
        rounds: [
          { id: 'a', date: '2026-11-24' },
          { id: 'b', date: next ?? '2026-12-04' },
        ],
      }).feedbackDay;
    assert.equal(day(4), '2026-11-26');
    assert.equal(day(6), '2026-11-30', 'day 6 is a Saturday');
    assert.equal(day(14), '2026-12-03', 'the last one before the next round');
    assert.equal(day(1), '2026-11-25', 'the first one after the round');
    assert.equal(day(3, '2026-11-25'), undefined);
    const last = { days: 10, rounds: four(10).rounds.slice(0, 1), feedback: { day: 9, after: 'a' } };
    assert.equal(planSchedule({ playbook: last, firstContact: MONDAY }).feedbackDay, '2026-12-01', 'no round follows');
    const lost = { ...last, feedback: { day: 9, after: 'x' } };
    assert.equal(planSchedule({ playbook: lost, firstContact: MONDAY }).feedbackDay, '2026-12-01');
  });

  it('has a mock two days before a round where there are two, and never on the day for feedback', () => {
    const mocks = (round: number, today?: string): string[] =>
      planSchedule({
        playbook: { days: 14, rounds: [{ id: 'a', day: round }] },
        firstContact: MONDAY,
        today,
      }).mocks.map(({ date }) => date);
    assert.deepEqual(mocks(4), ['2026-11-24']);
    assert.deepEqual(mocks(2), ['2026-11-23'], 'the day before is better than none');
    assert.deepEqual(mocks(1), []);
    assert.deepEqual(mocks(8), ['2026-11-27'], 'Friday for a Monday');
    assert.deepEqual(mocks(4, '2026-11-25'), ['2026-11-25'], 'nothing is suggested for the past');
    const feedback = planSchedule({
      playbook: {
        days: 14,
        rounds: [
          { id: 'a', day: 1 },
          { id: 'b', day: 4 },
        ],
        feedback: { day: 2, after: 'a' },
      },
      firstContact: MONDAY,
    });
    assert.deepEqual([feedback.feedbackDay, feedback.mocks], ['2026-11-24', [{ round: 'b', date: '2026-11-25' }]]);
  });

  it('has drills from today to the last round, and none after it', () => {
    const plan = planSchedule({
      playbook: {
        days: 14,
        rounds: [
          { id: 'a', day: 2 },
          { id: 'b', day: 8 },
        ],
      },
      firstContact: MONDAY,
      rounds: [{ id: 'a', date: '2026-11-24' }],
      today: '2026-11-26',
    });
    assert.deepEqual(plan.drills, ['2026-11-26', '2026-11-27']);
  });

  it('shows the load of today, and counts a round and an hour for the feedback', () => {
    const { load } = planSchedule({
      playbook: {
        days: 14,
        rounds: [
          { id: 'a', day: 1, minutes: 30 },
          { id: 'b', day: 3, minutes: 45 },
        ],
        feedback: { day: 2, after: 'a' },
        preparation: [{ title: 'Read', day: 1, before: 'b' }],
      },
      firstContact: MONDAY,
      minutesPerDay: 80,
    });
    assert.deepEqual(
      load.map(({ date, minutes }) => [dayOf(date), minutes]),
      [
        [1, 80],
        [2, 70],
        [3, 45],
      ],
      'an hour’s task: 50 minutes beside the round, 10 beside the feedback',
    );
  });

  it('does not have all of its work begin early for one task of a weekend', () => {
    // The task of Sunday, for Monday’s round, had the work for the last round begin on the first day too.
    const { work } = planSchedule({
      playbook: {
        days: 21,
        rounds: [
          { id: 'a', day: 8 },
          { id: 'b', day: 19 },
        ],
        preparation: [
          { title: 'Look up the way', day: 7, before: 'a', minutes: 30 },
          { title: 'Prepare the talk', day: 15, before: 'b', minutes: 60 },
        ],
      },
      firstContact: MONDAY,
    });
    assert.deepEqual(
      work.map(({ from, date }) => [dayOf(from), dayOf(date)]),
      [
        [5, 5],
        [15, 15],
      ],
      'Friday, and the Monday of the third week',
    );
  });

  it('suggests a mock before each round that leaves a day, and drills on working days without a round', () => {
    const plan = planSchedule({ playbook: CONFLUENT, firstContact: MONDAY });
    const rounds = plan.rounds.map(({ date }) => date);
    assert.equal(plan.mocks.length, 5);
    plan.mocks.forEach(({ round, date }, index) => {
      assert.ok(date < (rounds[index] ?? '') && date > (rounds[index - 1] ?? ''), round);
      assert.ok(isWorkingDay(date) && date !== plan.feedbackDay);
    });
    assert.ok(plan.drills.every((date) => isWorkingDay(date) && !rounds.includes(date)));
    assert.equal(plan.drills.length, 11);
  });

  it('keeps order, window, days off, given dates and preparation before its round, whatever the calendar; the same again gives the same (property)', function () {
    this.timeout(patience(30_000));
    const calendar = fc.record({
      weekend: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 5 }),
      holidays: fc.array(
        fc
          .tuple(fc.integer({ min: -5, max: 70 }), fc.nat(6))
          .map(([at, more]) => ({ from: addDays(MONDAY, at), to: addDays(MONDAY, at + more) })),
        { maxLength: 3 },
      ),
    });
    const playbook = fc
      .record({
        days: fc.integer({ min: 1, max: 60 }),
        offsets: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }),
        tasks: fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(5), fc.integer({ min: 5, max: 600 })), {
          maxLength: 6,
        }),
      })
      .map(({ days, offsets, tasks }): Plannable => {
        const rounds = offsets
          .sort((a, b) => a - b)
          .map((day, index) => ({ id: `r${index}`, day: Math.min(day, days), minutes: 45 }));
        return {
          days,
          rounds,
          feedback: { day: 3, after: 'r0' },
          preparation: tasks.map(([day, round, minutes], index) => ({
            title: `t${index}`,
            day: Math.min(day, days),
            before: `r${round % rounds.length}`,
            minutes,
          })),
        };
      });
    const given = fc.array(
      fc.record({
        id: fc.nat(5).map((n) => `r${n}`),
        date: fc.integer({ min: -5, max: 70 }).map((n) => addDays(MONDAY, n)),
      }),
      { maxLength: 2 },
    );
    fc.assert(
      fc.property(
        playbook,
        given,
        calendar,
        fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
        (plannable, rounds, own, offset) => {
          const today = offset === undefined ? undefined : addDays(MONDAY, offset);
          const input = { playbook: plannable, firstContact: MONDAY, rounds, calendar: own, today };
          const plan = planSchedule(input);
          assert.deepEqual(planSchedule(input), plan);
          const fixed = new Map([...rounds].reverse().map(({ id, date }) => [id, date]));
          for (const { id, date } of plan.rounds) {
            if (fixed.has(id)) assert.equal(date, fixed.get(id));
            else {
              assert.ok(isWorkingDay(date, own), `${id} on ${date}`);
              assert.ok(date >= (today ?? MONDAY));
            }
          }
          const isWhole = plan.problems.every(({ code }) => code === 'unknown-round' || code === 'no-day');
          if (isWhole) {
            plan.rounds.forEach(({ date, id }, index) => {
              const before = plan.rounds[index - 1];
              if (before && !(fixed.has(id) && fixed.has(before.id)))
                assert.ok(date > before.date, 'in order, a day each');
              assert.ok(daysBetween(MONDAY, date) < plannable.days, 'in the window');
            });
            assert.ok(plan.feedbackDay === undefined || isWorkingDay(plan.feedbackDay, own));
          }
          plan.tasks.forEach(({ date, round }, index) => {
            const at = plan.rounds.find(({ id }) => id === round)?.date ?? '';
            assert.ok(date <= at && (plan.work[index]?.from ?? '9') <= date);
            const isAble =
              addDays(at, -1) >= (today ?? MONDAY) && workingDays(today ?? MONDAY, addDays(at, -1), own) > 0;
            if (isAble)
              assert.ok(date < at && isWorkingDay(date, own) && date >= (today ?? MONDAY), `${date} for ${at}`);
          });
          for (const { date } of [...plan.mocks, ...plan.drills.map((drill) => ({ date: drill }))])
            assert.ok(isWorkingDay(date, own));
        },
      ),
      runs(300),
    );
  });
});
