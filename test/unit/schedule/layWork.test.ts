import assert from 'node:assert/strict';
import { extraNeeded, fits, layWork, workDays, type Job, type WorkDays } from '../../../src/core/schedule/layWork';

const HOUR = 60;
/** Days with so many minutes each; `taken` of them go to something else. */
const days = (minutes: readonly number[], taken: readonly number[] = []): WorkDays =>
  workDays(
    minutes.length,
    (day) => minutes[day] ?? 0,
    (day) => taken[day] ?? 0,
  );
const job = (minutes: number, from: number, until: number): Job => ({ minutes, from, until });
/** What is done on each day, by job: “0: 60, 1: 30”. */
const laid = (jobs: readonly Job[], able: WorkDays): string[] =>
  layWork(jobs, able).shares.map((shares) => shares.map(({ day, minutes }) => `${day}: ${minutes}`).join(', '));

describe('work laid on days', () => {
  it('begins on its day, and goes on where the day is full', () => {
    assert.deepEqual(laid([job(90, 1, 3)], days([HOUR, HOUR, HOUR, HOUR])), ['1: 60, 2: 30']);
  });

  it('begins earlier only where it does not fit otherwise', () => {
    assert.deepEqual(laid([job(120, 2, 3)], days([HOUR, HOUR, HOUR, HOUR])), ['2: 60, 3: 60']);
    assert.deepEqual(laid([job(121, 2, 3)], days([HOUR, HOUR, HOUR, HOUR])), ['0: 60, 1: 60, 2: 1']);
  });

  it('has the most urgent first, and of two that are as urgent the one that stands first', () => {
    assert.deepEqual(laid([job(60, 0, 3), job(60, 0, 1)], days([HOUR, HOUR, HOUR, HOUR])), ['1: 60', '0: 60']);
    assert.deepEqual(laid([job(60, 0, 1), job(60, 0, 1)], days([HOUR, HOUR])), ['0: 60', '1: 60']);
  });

  it('keeps off days without time, and leaves what a meeting takes', () => {
    assert.deepEqual(laid([job(100, 0, 3)], days([HOUR, 0, HOUR, HOUR], [20, 60])), ['0: 40, 2: 60']);
    assert.deepEqual(laid([job(60, 0, 1)], days([HOUR, HOUR], [90])), ['1: 60'], 'a day that is overfull has no room');
  });

  it('has no day where none for work is left, and takes no room from the others', () => {
    assert.deepEqual(laid([job(60, 0, 1), job(60, 0, 2)], days([0, 0, HOUR])), ['', '2: 60']);
    assert.equal(layWork([job(60, 0, 1)], days([0, 0, HOUR])).extra, 0);
  });

  it('that is due on a day off is done by the last day of work before it', () => {
    assert.deepEqual(laid([job(60, 0, 2), job(60, 0, 1)], days([HOUR, HOUR, 0])), ['0: 60', '1: 60']);
    assert.deepEqual(laid([job(60, 0, 9)], days([HOUR, HOUR])), ['0: 60'], 'the days end before it is due');
  });

  it('that would begin after its last day of work begins on it, and moves no other work', () => {
    // A task of the Sunday before a Monday’s round had all work of the loop begin on the first day.
    const able = days([HOUR, HOUR, HOUR, 0, 0, HOUR, HOUR]);
    assert.deepEqual(laid([job(30, 4, 4), job(60, 6, 6)], able), ['2: 30', '6: 60']);
  });

  it('that is too much makes the days before it longer, evenly, and no later day', () => {
    const able = days([HOUR, HOUR, HOUR, HOUR]);
    const jobs = [job(150, 0, 1), job(90, 2, 3)];
    assert.deepEqual(laid(jobs, able), ['0: 75, 1: 75', '2: 60, 3: 30']);
    assert.equal(layWork(jobs, able).extra, 15);
    const both = [job(150, 0, 1), job(130, 2, 3)];
    assert.deepEqual(laid(both, able), ['0: 75, 1: 75', '2: 65, 3: 65'], 'each stretch as much as it needs');
    assert.equal(layWork(both, able).extra, 15, 'the most that any day needs');
    const later = [job(60, 0, 0), job(200, 0, 2)];
    assert.deepEqual(laid(later, able), ['0: 60', '0: 27, 1: 87, 2: 86'], 'all days up to the late one share it');
  });

  it('may have fractions of a minute, without a day for what is lost in rounding', () => {
    assert.deepEqual(laid([job(0.1, 0, 0), job(0.2, 0, 0)], days([0.3])), ['0: 0.1', '0: 0.19999999999999998']);
    assert.equal(fits([job(0.1, 0, 0), job(0.2, 0, 0)], days([0.3])), true);
    assert.deepEqual(laid([job(0, 0, 1)], days([HOUR, HOUR])), [''], 'no minutes, no day');
  });

  it('fits or needs a whole number of minutes more, the least that is enough', () => {
    const needed = (minutes: number): number => extraNeeded([job(minutes, 2, 2)], days([HOUR, HOUR, HOUR]));
    assert.deepEqual([180, 181, 183, 184, 300, 1800].map(needed), [0, 1, 1, 2, 40, 540]);
    assert.equal(fits([job(181, 0, 2)], days([HOUR, HOUR, HOUR])), false);
    assert.equal(fits([job(121, 0, 1), job(1, 0, 2)], days([HOUR, HOUR, HOUR])), false, 'time comes too late');
    assert.equal(fits([job(60, 0, 0)], days([0, HOUR])), true, 'what has no day at all is not in the way');
  });
});
