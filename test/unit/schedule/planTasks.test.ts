import assert from 'node:assert/strict';
import { Days, DEFAULT_CALENDAR } from '../../../src/core/days/calendar';
import { planTasks, type TaskSpan, type TaskToPlan } from '../../../src/core/schedule/planTasks';

/** From a Monday on: 5 and 6 are the first weekend. */
const DAYS = new Days('2026-11-23', DEFAULT_CALENDAR);
const ROUND = { id: 'a', title: 'A', day: 4 };
const span = (more: Partial<TaskSpan> = {}): TaskSpan => ({
  start: 0,
  last: 13,
  minutesPerDay: 60,
  isSet: true,
  taken: () => 0,
  ...more,
});
const task = (title: string, minutes: number, more: Partial<TaskToPlan> = {}): TaskToPlan => ({
  title,
  minutes,
  from: 0,
  round: ROUND,
  ...more,
});
/** When each task is worked on: “0: 60, 1: 30”. */
const worked = (tasks: readonly TaskToPlan[], more: Partial<TaskSpan> = {}): string[] =>
  planTasks(tasks, DAYS, span(more)).shares.map((shares) =>
    shares.map(({ day, minutes }) => `${day}: ${minutes}`).join(', '),
  );
const due = (tasks: readonly TaskToPlan[], more: Partial<TaskSpan> = {}): readonly number[] =>
  planTasks(tasks, DAYS, span(more)).due;
const said = (tasks: readonly TaskToPlan[], more: Partial<TaskSpan> = {}): string[] =>
  planTasks(tasks, DAYS, span(more)).problems.map(({ message }) => message);

describe('the day of a task', () => {
  it('is the last on which it is worked on, and before its round', () => {
    assert.deepEqual(due([task('Read', 90)]), [1]);
    assert.deepEqual(due([task('Read', 240)]), [3]);
    assert.deepEqual(worked([task('Read', 60, { from: 2 })]), ['2: 60']);
  });

  it('is the last one before its round where it is done or takes no time', () => {
    assert.deepEqual(due([task('Read', 90, { isDone: true }), task('Sign', 0)]), [3, 3]);
    assert.deepEqual(worked([task('Read', 90, { isDone: true }), task('Sign', 0)]), ['', '']);
  });

  it('keeps its own due date where that can be: it is done before what is due later', () => {
    const late = task('Late', 60);
    assert.deepEqual(worked([late, task('Early', 60, { due: { day: 0, fixed: false } })]), ['1: 60', '0: 60']);
    assert.deepEqual(worked([late, task('Early', 60)]), ['0: 60', '1: 60'], 'without one it stands second');
    const two = [
      task('B', 60, { due: { day: 0, fixed: false } }),
      task('A', 60, { due: { day: 0, fixed: false } }),
      late,
    ];
    assert.deepEqual(worked(two), ['0: 60', '1: 60', '2: 60'], 'only one of two can be kept');
    assert.deepEqual(said(two), [], 'and that is no problem');
  });

  it('keeps the earlier of two due dates that cannot both be kept', () => {
    const long = task('Long', 120, { due: { day: 1, fixed: false } });
    assert.deepEqual(worked([long, task('Short', 60, { due: { day: 0, fixed: false } })]), ['1: 60, 2: 60', '0: 60']);
  });

  it('keeps its due date also where there is more to do than time', () => {
    const early = task('Early', 30, { due: { day: 0, fixed: false } });
    assert.deepEqual(worked([task('Read', 240), early])[1], '0: 30');
  });

  it('counts from today: what is due before it is due with the others', () => {
    const [late, early] = [task('Late', 60), task('Early', 60, { due: { day: 2, fixed: false } })];
    assert.deepEqual(worked([late, early], { start: 1 }), ['2: 60', '1: 60']);
    assert.deepEqual(worked([late, early], { start: 2 }), ['3: 60', '2: 60']);
    assert.deepEqual(worked([late, early], { start: 3 }), ['3: 60', '3: 60'], 'too late for both');
    assert.deepEqual(worked([task('Read', 90)], { start: 1, taken: (day) => (day === 1 ? 45 : 0) }), [
      '1: 15, 2: 60, 3: 15',
    ]);
  });

  it('may be after the end of the loop where it serves no round', () => {
    const alone = { round: undefined, from: 14 };
    assert.deepEqual(worked([task('Write', 60, alone)]), ['11: 60'], 'the last day of work of the loop');
    assert.deepEqual(worked([task('Write', 60, { ...alone, due: { day: 15, fixed: false } })]), ['14: 60']);
    assert.deepEqual(due([task('Write', 0, { ...alone, due: { day: 15, fixed: false } })]), [15]);
  });

  it('is its round’s own where the round is over, on whatever day that was', () => {
    // One whose round was on a Saturday was due on the Friday, and one whose round was on a Sunday on that Sunday.
    for (const day of [4, 5, 6])
      assert.deepEqual(due([task('Missed', 60, { round: { ...ROUND, day } })], { start: 8 }), [day]);
  });

  it('is a day off only where the user put it there', () => {
    const sunday = { day: 6, fixed: true };
    const later = { ...ROUND, day: 9 };
    assert.deepEqual(worked([task('Read', 30, { due: sunday, from: 5, round: later })]), ['6: 30']);
    assert.deepEqual(
      worked([task('Read', 30, { due: { ...sunday, fixed: false }, from: 5, round: later })]),
      ['4: 30'],
      'otherwise it is done before',
    );
    const next = task('Next', 30, { from: 8, round: { ...ROUND, id: 'b', day: 11 } });
    const before = task('Read', 30, { from: 6, round: { ...ROUND, day: 7 } });
    assert.deepEqual(worked([before, next]), ['4: 30', '8: 30'], 'Sunday’s task does not pull the others forward');
    assert.deepEqual(
      worked([task('Read', 30, { from: 3, due: { day: 1, fixed: false } }), next]),
      ['1: 30', '8: 30'],
      'nor does one whose due date was set before its day',
    );
    assert.deepEqual(
      worked([task('Read', 30, { due: sunday, from: 4, round: later })]),
      ['4: 30'],
      'Friday is still a day for it',
    );
    const put = task('Read', 60, { due: sunday, from: 5, round: later });
    assert.deepEqual(
      worked([put, task('Next', 60, { from: 4, round: later })]),
      ['6: 60', '4: 60'],
      'Friday stays free',
    );
    assert.deepEqual(said([put]), [], 'and that is no problem');
    assert.deepEqual(worked([put], { start: 7 }), ['7: 60'], 'a Sunday that is over');
    assert.deepEqual(worked([task('Read', 60, { due: sunday, from: 5, round: ROUND })]), ['3: 60'], 'after its round');
  });

  it('is in the loop’s remaining days where its round is over, after what is urgent', () => {
    const missed = task('Missed', 60, { round: { ...ROUND, day: 1 } });
    const next = task('Next', 60, { round: { ...ROUND, id: 'b', day: 9 } });
    assert.deepEqual(worked([missed, next], { start: 2 }), ['3: 60', '2: 60']);
    assert.deepEqual(due([missed, next], { start: 2 }), [1, 2], 'it was to be done by its round');
  });

  it('is the round’s own where no working day is left, and that is said', () => {
    const monday = task('Read', 30, { round: { id: 'a', title: 'A', day: 7 } });
    assert.deepEqual([worked([monday], { start: 5 }), due([monday], { start: 5 })], [['7: 30'], [7]]);
    assert.deepEqual(said([monday], { start: 5 }), [
      'No working day is left for “Read” before “A” on Mon 30 Nov: move the round, or work on a day off.',
    ]);
    assert.deepEqual(said([task('Read', 30, { round: undefined })], { start: 5, last: 6 }), [
      'No working day is left for “Read”: give the loop more days, or work on a day off.',
    ]);
    assert.deepEqual(said([{ ...monday, isDone: true }], { start: 5 }), [], 'done is done');
    assert.deepEqual(due([{ ...monday, isDone: true }], { start: 5 }), [7]);
    const next = task('Next', 60, { from: 7, round: { ...ROUND, id: 'b', day: 11 } });
    const both = [monday, { ...monday, title: 'Write', minutes: 10 }, next];
    assert.deepEqual(worked(both, { start: 5 }), ['7: 30', '7: 10', '7: 20, 8: 40'], 'they take their time there');
  });
});

describe('preparation that is too much', () => {
  it('is a problem only where the user said how much time there is', () => {
    assert.equal(said([task('Read', 241)]).length, 1);
    assert.deepEqual(said([task('Read', 240)]), []);
    assert.deepEqual(said([task('Read', 241)], { isSet: false }), []);
  });

  it('names each way that alone is enough: minutes, a later round, the smallest task that can be left out', () => {
    const b = { id: 'b', title: 'B', day: 4 };
    const tasks = [task('Long', 200), task('Short', 50), task('Tiny', 5), task('Other', 60, { round: b })];
    assert.deepEqual(said(tasks), [
      'The preparation does not fit into 60 minutes a day. It would take 79 minutes a day, or “A” 4 days later, or leaving out “Long”.',
    ]);
  });

  it('names the smallest of the tasks that could be left out, and the first way by itself', () => {
    const tasks = [task('Small', 50), task('Large', 220)];
    const [{ message, enough } = assert.fail()] = planTasks(tasks, DAYS, span()).problems;
    assert.match(message, /or leaving out “Small”\.$/u);
    assert.equal(enough, '68 minutes a day');
  });

  it('counts what the rounds of a day take', () => {
    assert.deepEqual(worked([task('Read', 90)], { taken: (day) => (day === 0 ? 45 : 0) }), ['0: 15, 1: 60, 2: 15']);
    assert.equal(said([task('Read', 240)], { taken: (day) => (day === 1 ? 1 : 0) }).length, 1);
  });
});
