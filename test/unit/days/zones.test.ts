import assert from 'node:assert/strict';
import { addDays, dateAt, daysBetween, untilNextDay } from '../../../src/core/days/dates';
import { planSchedule } from '../../../src/core/schedule/plan';
import { builtIn } from '../loop/builtIn';

const HOUR = 3_600_000;
const PLAYBOOK = builtIn('confluent-ai-ml-pm');
/** Clocks change by an hour twice a year, by half an hour, never; Apia is a day ahead of its neighbours. */
const ZONES = ['America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];
/** From before the leap day of 2028 on, two years. */
const FIRST = '2027-07-01';
const DAYS = 731;

describe('two years of days', () => {
  for (const zone of ZONES) {
    it(`follow each other without a gap in ${zone}`, () => {
      let now = Date.parse(`${FIRST}T12:00:00Z`);
      let date = dateAt(now, zone);
      const lengths = new Set<number>();
      for (let day = 0; day < DAYS; day += 1) {
        const start = now + untilNextDay(now, zone);
        assert.equal(dateAt(start - 1, zone), date);
        assert.equal(dateAt(start, zone), addDays(date, 1), `after ${date}`);
        const length = untilNextDay(start, zone);
        lengths.add(length / HOUR);
        assert.equal(dateAt(start + length - 1, zone), addDays(date, 1), 'the day’s last moment is still its own');
        now = start;
        date = addDays(date, 1);
      }
      const expected = { 'Asia/Kolkata': [24], 'Pacific/Apia': [24], 'Australia/Lord_Howe': [23.5, 24, 24.5] }[
        zone
      ] ?? [23, 24, 25];
      assert.deepEqual([...lengths].sort(), expected);
    });

    it(`begin loops that hold, today being the day it is in ${zone}`, function () {
      this.timeout(30_000);
      for (let day = 0; day < DAYS; day += 3) {
        const now = Date.parse(`${FIRST}T00:00:00Z`) + day * 24 * HOUR + 30 * 60_000;
        const today = dateAt(now, zone);
        const plan = planSchedule({ playbook: PLAYBOOK, firstContact: today, today });
        assert.deepEqual(plan.problems, [], today);
        const dates = plan.rounds.map(({ date }) => date);
        assert.deepEqual([...dates].sort(), dates);
        assert.ok(daysBetween(today, dates[4] ?? '') <= 21 && (dates[0] ?? '') > today);
        assert.ok(
          plan.tasks.every(
            ({ date, round }) => date >= today && date < (plan.rounds.find(({ id }) => id === round)?.date ?? ''),
          ),
          today,
        );
      }
    });
  }

  it('have a leap day where the calendar has one', () => {
    const plan = planSchedule({ playbook: PLAYBOOK, firstContact: '2028-02-21' });
    assert.equal(plan.rounds[1]?.date, '2028-02-28');
    assert.equal(plan.feedbackDay, '2028-03-01', 'day 10');
    assert.equal(planSchedule({ playbook: PLAYBOOK, firstContact: '2027-02-22' }).feedbackDay, '2027-03-03');
  });
});
