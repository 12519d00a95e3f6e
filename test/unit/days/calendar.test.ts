import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  Days,
  DEFAULT_CALENDAR,
  DEFAULT_WORK_TIME,
  isWorkingDay,
  minutesOn,
  mostMinutes,
  readCalendar,
} from '../../../src/core/days/calendar';
import { addDays } from '../../../src/core/days/dates';
import { runs } from '../../support/properties';
import { workingDays } from '../../support/workingDays';

describe('the user’s calendar', () => {
  const calendar = readCalendar(['Friday', 'saturday', 'Friday'], ['2026-12-24..2026-12-26', '2027-01-01']);

  it('is read from settings: weekdays by name, single days and ranges of days', () => {
    assert.deepEqual(calendar, {
      weekend: [5, 6],
      holidays: [
        { from: '2026-12-24', to: '2026-12-26' },
        { from: '2027-01-01', to: '2027-01-01' },
      ],
    });
    assert.deepEqual(readCalendar([], ['2026-12-24/2026-12-26']).holidays, [{ from: '2026-12-24', to: '2026-12-26' }]);
  });

  it('leaves out invalid entries', () => {
    assert.deepEqual(readCalendar('Sunday', 'soon'), { weekend: [6, 7], holidays: [] });
    assert.deepEqual(readCalendar([1, 'Caturday', null], ['2026-02-30', '2026-12-26..2026-12-24', '2026-12-26..', 5]), {
      weekend: [],
      holidays: [],
    });
  });

  it('says which days are for work', () => {
    const week = Array.from({ length: 7 }, (_, index) => isWorkingDay(addDays('2026-12-21', index), calendar));
    assert.deepEqual(week, [true, true, true, false, false, false, true], 'Monday 21 to Sunday 27');
    assert.equal(workingDays('2026-12-21', '2026-12-27', calendar), 4);
    assert.equal(isWorkingDay('2027-01-01', calendar), false);
    const off = readCalendar(['Sunday'], ['2026-12-22..2026-12-23', '2026-12-25']);
    const days = ['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25', '2026-12-26'];
    assert.deepEqual(
      days.filter((date) => isWorkingDay(date, off)),
      ['2026-12-21', '2026-12-24', '2026-12-26'],
      'the first and the last day of a holiday are off',
    );
  });

  it('counts the same by index as by date (property)', () => {
    const day = fc.integer({ min: -800, max: 800 }).map((offset) => addDays('2027-06-15', offset));
    const weekend = fc.subarray([1, 2, 3, 4, 5, 6, 7]);
    fc.assert(
      fc.property(
        day,
        day,
        weekend,
        fc.array(fc.tuple(day, fc.nat(20)), { maxLength: 3 }),
        (first, date, off, holidays) => {
          const own = {
            weekend: off,
            holidays: holidays.map(([from, length]) => ({ from, to: addDays(from, length) })),
          };
          const days = new Days(first, own);
          assert.equal(days.isOff(days.index(date)), !isWorkingDay(date, own));
          assert.equal(days.date(days.index(date)), date);
        },
      ),
      runs(100),
    );
  });

  it('counts working days as going through them one by one would (property)', () => {
    // A mistyped year, “(due 2926-11-28)”, had 330,000 days walked for each day that was drawn: twelve seconds.
    const day = fc.integer({ min: -400, max: 400 });
    const range = fc.tuple(day, fc.nat(20)).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(
        day,
        day,
        fc.subarray([1, 2, 3, 4, 5, 6, 7]),
        fc.array(range, { maxLength: 4 }),
        fc.array(day, { maxLength: 2 }),
        (from, to, weekend, holidays, worked) => {
          const at = (index: number): string => addDays('2027-06-15', index);
          const own = { weekend, holidays: holidays.map((off) => ({ from: at(off.from), to: at(off.to) })) };
          const days = worked.reduce((all, index) => all.workingOn(index), new Days(at(0), own));
          assert.equal(days.count(from, to), days.working(from, to).length);
        },
      ),
      runs(100),
    );
    assert.equal(workingDays('2026-11-28', '2926-11-28', DEFAULT_CALENDAR), 234_799);
  });

  it('takes a weekday as it is typed, and leaves out a range whose first day is no day', () => {
    assert.deepEqual(readCalendar([' SUNDAY '], ['soon..2026-12-26', ' 2026-12-31 ', '2026-12-24 .. 2026-12-24']), {
      weekend: [7],
      holidays: [
        { from: '2026-12-31', to: '2026-12-31' },
        { from: '2026-12-24', to: '2026-12-24' },
      ],
    });
    assert.deepEqual(readCalendar(['Sunday', 'Monday'], []).weekend, [1, 7], 'in the order of the week');
  });

  it('counts a day once that two holidays share, in whatever order they are written', () => {
    const count = (...holidays: readonly string[]): number =>
      workingDays('2026-12-21', '2027-01-01', readCalendar(['Saturday', 'Sunday'], holidays));
    assert.equal(count(), 10);
    assert.equal(count('2026-12-24..2026-12-25', '2026-12-25..2026-12-28'), 7, 'both have Christmas Day');
    assert.equal(count('2026-12-25..2026-12-28', '2026-12-24..2026-12-25'), 7);
    assert.equal(count('2026-12-21..2026-12-31', '2026-12-24'), 1, 'one lies within the other');
    assert.equal(count('2026-12-24', '2026-12-25'), 8, 'one follows on the other');
    assert.equal(count('2026-12-01..2026-12-21', '2027-01-01..2027-01-06'), 8, 'they reach out of the days counted');
    assert.equal(workingDays('2026-12-21', '2026-12-21'), 1, 'both ends count');
    assert.equal(workingDays('2026-12-22', '2026-12-21'), 0, 'from a day to the one before there is none');
  });

  it('counts the days off on which the user works', () => {
    const days = new Days('2026-12-21', calendar).workingOn(3).workingOn(5);
    assert.deepEqual(days.working(0, 6), [0, 1, 2, 3, 5, 6], 'Christmas Eve and Saturday; Christmas Day stays off');
    assert.deepEqual([days.count(0, 6), days.count(3, 5), days.count(4, 4)], [6, 2, 0]);
    assert.equal(new Days('2026-12-21', calendar).workingOn(0).count(0, 6), 4, 'a day that is for work anyway is one');
  });

  it('finds the next working day and the one before, a year away at most', () => {
    const days = new Days('2026-12-21', calendar);
    assert.deepEqual([days.next(2), days.next(3), days.previous(6), days.previous(5)], [2, 6, 6, 2]);
    const off = (from: string, to: string): Days => new Days('2027-01-01', { weekend: [], holidays: [{ from, to }] });
    assert.equal(off('2027-01-01', '2028-01-01').next(0), 366, '366 days off, and the first one after');
    assert.equal(off('2027-01-01', '2028-01-02').next(0), undefined, 'one more is too far to look');
    assert.equal(off('2025-12-31', '2027-01-01').previous(0), undefined);
    assert.equal(off('2026-01-01', '2027-01-01').previous(0), -366);
  });
});

describe('the minutes that the user has on a day', () => {
  const holiday = { weekend: [6, 7], holidays: [{ from: '2026-11-25', to: '2026-11-25' }] };
  const week = (minutesPerDay: Parameters<typeof mostMinutes>[0]): number[] =>
    Array.from({ length: 7 }, (_, index) =>
      minutesOn(addDays('2026-11-23', index), { calendar: holiday, minutesPerDay }),
    );

  it('are the same on every working day, or those of its weekday, also at the weekend', () => {
    assert.deepEqual(week(90), [90, 90, 0, 90, 90, 0, 0]);
    assert.deepEqual(week({ mon: 30, wed: 45, sun: 240 }), [30, 0, 0, 0, 0, 0, 240], 'Wednesday is a holiday');
  });

  it('are two hours on Monday to Friday where the user says nothing', () => {
    assert.deepEqual(
      ['2026-11-27', '2026-11-28'].map((date) => minutesOn(date, DEFAULT_WORK_TIME)),
      [120, 0],
    );
  });

  it('are most on the fullest day', () => {
    assert.equal(mostMinutes(90), 90);
    assert.equal(mostMinutes({ mon: 30, sat: 240, sun: 60 }), 240);
    assert.equal(mostMinutes({}), 0);
  });
});
