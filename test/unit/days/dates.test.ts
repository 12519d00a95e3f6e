import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isWorkingDay } from '../../../src/core/days/calendar';
import {
  addDays,
  dateAt,
  dateFrom,
  dateOfDay,
  dayOf,
  daysBetween,
  formatDate,
  formatShortDate,
  instantAt,
  isTimeZone,
  parseDate,
  parseTime,
  startOfDay,
  timeOfDay,
  timeOfMinute,
  untilNextDay,
  weekdayOfDate,
  yearsAway,
} from '../../../src/core/days/dates';
import { runs } from '../../support/properties';

const HOUR = 3_600_000;
const date = fc.integer({ min: 0, max: 300_000 }).map((days) => addDays('1950-01-01', days));

describe('a calendar date', () => {
  it('is YYYY-MM-DD and a day of the calendar', () => {
    assert.equal(parseDate(' 2028-02-29 '), '2028-02-29');
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-1-1',
      '20261101',
      '2026-11-01T10:00',
      '+002026-11-01',
      '0026-11-01',
      '',
      'today',
    ]) {
      assert.equal(parseDate(text), undefined, text);
    }
  });

  it('has a year from 1900 to 2999, as every other year is a slip of the pen', () => {
    for (const text of ['1900-01-01', '2999-12-31']) assert.equal(parseDate(text), text);
    for (const text of ['1899-12-31', '3000-01-01', '12026-11-01', '2026-11-011', '2026-11-1x'])
      assert.equal(parseDate(text), undefined, text);
  });

  it('is made of its numbers where the calendar has such a day', () => {
    assert.equal(dateFrom(2026, 3, 5), '2026-03-05');
    assert.equal(dateFrom(2028, 2, 29), '2028-02-29');
    assert.equal(dateFrom(2027, 2, 29), undefined);
    assert.equal(dateFrom(2026, 13, 1), undefined);
  });

  it('is on a weekday, from Monday, 1, to Sunday, 7', () => {
    assert.deepEqual([weekdayOfDate('2026-11-23'), weekdayOfDate('2026-11-29')], [1, 7]);
  });

  it('that is years away is so in whole years, before or after', () => {
    assert.equal(yearsAway(328_718), '900 years');
    assert.equal(yearsAway(-36_524), '100 years');
    assert.equal(yearsAway(370), '1 year');
  });

  it('counts the first contact as day 1', () => {
    assert.equal(dateOfDay('2026-11-23', 1), '2026-11-23');
    assert.equal(dateOfDay('2026-11-23', 22), '2026-12-14');
    assert.equal(dayOf('2026-11-23', '2026-12-14'), 22);
    assert.equal(dayOf('2026-11-23', '2026-11-22'), 0);
  });

  it('is a working day from Monday to Friday', () => {
    const week = Array.from({ length: 7 }, (_, index) => isWorkingDay(addDays('2026-11-23', index)));
    assert.deepEqual(week, [true, true, true, true, true, false, false]);
  });

  it('is the same after adding days and counting back (property)', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        assert.equal(daysBetween(from, addDays(from, days)), days);
        assert.equal(parseDate(from), from);
      }),
      runs(100),
    );
  });

  it('is written for reading', () => {
    assert.equal(formatDate('2026-11-24'), 'Tue 24 Nov 2026');
    assert.equal(formatShortDate('2026-12-06'), 'Sun 6 Dec');
  });

  it('never throws on any text (property)', () => {
    fc.assert(
      fc.property(fc.string(), (text) => void [parseDate(text), parseTime(text), isTimeZone(text)]),
      runs(100),
    );
  });
});

describe('today', () => {
  it('is the local day: after midnight here, before it there', () => {
    const now = Date.parse('2026-11-22T23:30:00Z');
    assert.equal(dateAt(now, 'Europe/Berlin'), '2026-11-23');
    assert.equal(dateAt(now, 'America/Los_Angeles'), '2026-11-22');
    assert.equal(dateAt(now, 'Pacific/Kiritimati'), '2026-11-23');
  });

  it('is asked of a clock that has fractions of a millisecond', () => {
    const now = Date.parse('2026-11-22T23:00:00Z');
    assert.equal(dateAt(now - 0.25, 'Europe/Berlin'), '2026-11-22', 'a moment before midnight is still before it');
    assert.equal(dateAt(now + 0.25, 'Europe/Berlin'), '2026-11-23');
    assert.equal(untilNextDay(now + 0.25, 'Europe/Berlin'), 24 * HOUR);
  });

  it('ends after 23 or 25 hours where the clocks change', () => {
    assert.equal(untilNextDay(Date.parse('2026-03-28T23:00:00Z'), 'Europe/Berlin'), 23 * HOUR);
    assert.equal(untilNextDay(Date.parse('2026-10-24T22:00:00Z'), 'Europe/Berlin'), 25 * HOUR);
    assert.equal(untilNextDay(Date.parse('2026-11-22T12:00:00Z'), 'UTC'), 12 * HOUR);
  });

  it('changes exactly when the next day begins (property)', () => {
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'America/Sao_Paulo',
      'Asia/Kolkata',
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), zone, (now, timeZone) => {
        const wait = untilNextDay(now, timeZone);
        assert.ok(wait > 0 && wait <= 25 * HOUR);
        assert.equal(dateAt(now + wait - 1, timeZone), dateAt(now, timeZone));
        assert.notEqual(dateAt(now + wait, timeZone), dateAt(now, timeZone));
      }),
      runs(100),
    );
  });
});

describe('a time of day', () => {
  it('is HH:MM on a 24-hour clock', () => {
    assert.equal(parseTime('9:05'), '09:05');
    assert.equal(parseTime(' 23:59 '), '23:59');
    for (const text of ['24:00', '12:60', '12', '12:5', '1:00 pm', '-1:00', '123:00', '12:000', '12.30'])
      assert.equal(parseTime(text), undefined, text);
  });
});

describe('a time on the clocks of a zone', () => {
  const utc = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

  it('is an instant, and the instant is that time', () => {
    assert.equal(utc(instantAt('2026-11-24', '14:30', 'Europe/Berlin')), '2026-11-24T13:30');
    assert.equal(timeOfDay(Date.parse('2026-11-24T13:30:59Z'), 'Europe/Berlin'), '14:30');
    assert.equal(timeOfDay(Date.parse('2026-11-24T13:30Z'), 'Asia/Kolkata'), '19:00');
  });

  it('is moved on where the clocks skip it, and is the first of the two where they repeat it', () => {
    assert.equal(utc(instantAt('2026-03-29', '02:30', 'Europe/Berlin')), '2026-03-29T01:30', '03:30 in summer time');
    assert.equal(utc(instantAt('2026-10-25', '02:30', 'Europe/Berlin')), '2026-10-25T00:30', 'still summer time');
  });

  it('begins a day later where midnight is skipped', () => {
    assert.equal(utc(startOfDay('2018-11-04', 'America/Sao_Paulo')), '2018-11-04T03:00', 'at one o’clock');
    assert.equal(utc(startOfDay('2018-11-04', 'America/Sao_Paulo', '04:00')), '2018-11-04T06:00');
    assert.equal(utc(startOfDay('1919-03-31', 'America/Toronto')), '1919-03-31T04:30', 'from 23:30 on to 00:30');
  });

  it('is known only where the zone is', () => {
    assert.equal(isTimeZone('Europe/Berlin'), true);
    assert.equal(isTimeZone('Mars/Olympus'), false);
    assert.throws(() => dateAt(0, 'Mars/Olympus'), RangeError);
  });

  it('is written from the minute of the day', () => {
    assert.deepEqual([0, 59, 60, 545, 1439].map(timeOfMinute), ['00:00', '00:59', '01:00', '09:05', '23:59']);
  });
});

describe('A day that begins at four', () => {
  const at = (text: string): number => Date.parse(text);

  it('has the night after it', () => {
    assert.equal(dateAt(at('2026-11-23T02:59:59Z'), 'Europe/Berlin', '04:00'), '2026-11-22');
    assert.equal(dateAt(at('2026-11-23T03:00:00Z'), 'Europe/Berlin', '04:00'), '2026-11-23');
    assert.equal(untilNextDay(at('2026-11-23T02:00:00Z'), 'Europe/Berlin', '04:00'), 3_600_000);
  });

  it('follows on the one before without a gap, also where the clocks change (property)', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Havana', 'UTC'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom('00:00', '01:30', '02:30', '04:00'),
        fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-12-31T00:00Z') }),
        (zone, start, now) => {
          const wait = untilNextDay(now, zone, start);
          const date = dateAt(now, zone, start);
          assert.ok(wait > 0 && wait <= 26 * 3_600_000);
          assert.equal(dateAt(now + wait - 1, zone, start), date);
          assert.equal(dateAt(now + wait, zone, start), addDays(date, 1));
          assert.ok(startOfDay(date, zone, start) <= now);
        },
      ),
    );
  });
});
