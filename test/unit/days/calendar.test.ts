import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Days, DEFAULT_CALENDAR, isWorkingDay, readCalendar, workingDays } from '../../../src/core/days/calendar';
import { addDays } from '../../../src/core/days/dates';
import { runs } from '../../support/properties';

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
});
