import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, dateOfDay, daysBetween, isWorkingDay } from '../../../src/core/schedule/dates';
import { planSchedule, type GivenRound, type Plannable } from '../../../src/core/schedule/plan';

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
  it('puts rounds on their days of the playbook, day 1 being the first contact', () => {
    assert.deepEqual(dates(SMALL, '2026-11-24'), ['2026-11-25', '2026-11-30', '2026-12-02'], 'day 6 is a Sunday: the Monday after');
  });

  it('moves a round off the weekend to the next working day, or to the one before where the loop is over by then', () => {
    assert.deepEqual(dates({ days: 30, rounds: [{ id: 'a', day: 6 }] }, MONDAY), ['2026-11-30']);
    assert.deepEqual(dates({ days: 6, rounds: [{ id: 'a', day: 6 }] }, MONDAY), ['2026-11-27']);
  });

  it('keeps the order when one round is moved onto the next', () => {
    const playbook = { days: 12, rounds: [{ id: 'a', day: 6 }, { id: 'b', day: 8 }] };
    assert.deepEqual(dates(playbook, MONDAY), ['2026-11-30', '2026-12-01']);
  });

  it('keeps every date that is given, and plans the others around it', () => {
    const plan = planSchedule({ playbook: SMALL, firstContact: MONDAY, rounds: [{ id: 'b', date: '2026-11-25', time: '14:30', pinned: true }] });
    assert.deepEqual(plan.rounds.map(({ id, date, time, pinned }) => [id, date, time, pinned]), [
      ['a', '2026-11-23', undefined, false],
      ['b', '2026-11-25', '14:30', true],
      ['c', '2026-12-01', undefined, false],
    ]);
    assert.equal(plan.feedbackDay, '2026-11-24');
  });

  it('plans nothing without a date before today', () => {
    assert.deepEqual(dates(SMALL, MONDAY, [{ id: 'a', date: '2026-11-24' }], '2026-11-30'), ['2026-11-24', '2026-11-30', '2026-12-01']);
  });

  it('never plans a task after the round that it serves', () => {
    const plan = planSchedule({ playbook: SMALL, firstContact: MONDAY, rounds: [{ id: 'c', date: '2026-11-26' }] });
    assert.deepEqual(plan.tasks, [
      { title: 'Read', date: '2026-11-23', round: 'a' },
      { title: 'Rehearse', date: '2026-11-25', round: 'c' },
    ]);
  });

  it('says what does not fit, and gives the rest', () => {
    const codes = (rounds: readonly GivenRound[]): string[] => planSchedule({ playbook: SMALL, firstContact: MONDAY, rounds }).problems.map(({ code }) => code);
    assert.deepEqual(codes([{ id: 'x' }]), ['unknown-round']);
    assert.deepEqual(codes([{ id: 'a', date: 'soon' }]), ['bad-date']);
    assert.deepEqual(codes([{ id: 'c', date: '2027-01-01' }]), ['outside-window']);
    assert.deepEqual(codes([{ id: 'a', date: '2026-11-26' }, { id: 'b', date: '2026-11-24' }]), ['out-of-order', 'no-feedback-day']);
    assert.deepEqual(planSchedule({ playbook: SMALL, firstContact: 'soon' }).problems.map(({ code }) => code), ['bad-date']);
  });

  it('holds for the Confluent loop from every day of a year', () => {
    for (let offset = 0; offset < 366; offset += 1) {
      const firstContact = addDays('2026-01-01', offset);
      const plan = planSchedule({ playbook: CONFLUENT, firstContact });
      const rounds = plan.rounds.map(({ date }) => date);
      assert.deepEqual(plan.problems, [], firstContact);
      assert.equal(rounds.length, 5);
      assert.ok(rounds.every(isWorkingDay), `${firstContact}: ${rounds.join()}`);
      assert.ok(rounds.every((date, index) => index === 0 || date > (rounds[index - 1] ?? '')), firstContact);
      assert.ok((rounds[4] ?? '') <= dateOfDay(firstContact, 22), firstContact);
      const { feedbackDay = '' } = plan;
      assert.ok(feedbackDay > (rounds[1] ?? '') && feedbackDay < (rounds[2] ?? ''), `${firstContact}: feedback ${feedbackDay}`);
      for (const { date, round } of plan.tasks) {
        assert.ok(date >= firstContact && date <= (plan.rounds.find(({ id }) => id === round)?.date ?? '9'), `${firstContact}: ${round}`);
      }
    }
  });

  it('keeps order, window, given dates and tasks, or says so, whatever the playbook (property)', () => {
    const playbook = fc
      .record({ days: fc.integer({ min: 1, max: 60 }), offsets: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }) })
      .map(({ days, offsets }): Plannable => {
        const rounds = offsets.sort((a, b) => a - b).map((day, index) => ({ id: `r${index}`, day: Math.min(day, days) }));
        return { days, rounds, feedback: { day: 3, after: 'r0' }, preparation: [{ title: 't', day: days, before: 'r0' }] };
      });
    const given = fc.array(fc.record({ id: fc.integer({ min: 0, max: 6 }).map((n) => `r${n}`), date: fc.integer({ min: -5, max: 70 }).map((n) => addDays(MONDAY, n)) }), { maxLength: 3 });
    fc.assert(
      fc.property(playbook, given, fc.option(fc.integer({ min: -3, max: 70 }), { nil: undefined }), (plannable, rounds, today) => {
        const plan = planSchedule({ playbook: plannable, firstContact: MONDAY, rounds, today: today === undefined ? undefined : addDays(MONDAY, today) });
        assert.equal(plan.rounds.length, plannable.rounds.length);
        for (const round of plan.rounds) {
          const fixed = rounds.find(({ id }) => id === round.id);
          if (fixed) assert.equal(round.date, fixed.date);
        }
        if (plan.problems.length === 0) {
          plan.rounds.forEach(({ date }, index) => index > 0 && assert.ok(date >= (plan.rounds[index - 1]?.date ?? '')));
          assert.ok(plan.rounds.every(({ date }) => date >= MONDAY && daysBetween(MONDAY, date) < plannable.days));
        }
        for (const task of plan.tasks) {
          assert.ok(task.date <= (plan.rounds.find(({ id }) => id === task.round)?.date ?? task.date));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on any dates (property)', () => {
    fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (firstContact, date, today) => void planSchedule({ playbook: SMALL, firstContact, rounds: [{ id: 'a', date }], today })));
  });
});
