import assert from 'node:assert/strict';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { convertIcsCalendar } from 'ts-ics';
import type { CalendarEvent } from '../../../src/core/calendar/event';
import { isOwnCalendar } from '../../../src/core/calendar/previous';
import { event, NOON, write } from './sample';

interface Read {
  readonly uid: string;
  readonly title: string;
  /** Milliseconds since the epoch; a whole day as its date. */
  readonly start: number | string;
  readonly end: number | string;
  readonly sequence: number;
  readonly status: string;
}

/** Reads a calendar with ical.js, its own time zones registered, as a calendar program would. */
function read(text: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const entry = new ICAL.Event(component);
    const moment = (time: ICAL.Time): number | string => (time.isDate ? time.toString() : time.toUnixTime() * 1000);
    return {
      uid: entry.uid,
      title: entry.summary,
      start: moment(entry.startDate),
      end: moment(entry.endDate),
      sequence: entry.sequence,
      status: String(component.getFirstPropertyValue('status')),
    };
  });
}

const at = (text: string): number => Temporal.ZonedDateTime.from(text).epochMilliseconds;

describe('a calendar as iCalendar', () => {
  it('knows an entry again that has a control character of the upper range in its title', () => {
    // U+0085 got into the file; the next export took the entry for damaged, and never cancelled it.
    const { text } = write([event({ title: 'Acme\u0085Design' })]);
    assert.ok(!text.includes('\u0085'));
    assert.equal(write([], { previous: text }).cancelled, 1);
  });

  it('is read back by two other programs as what was written', () => {
    const events = [
      event(),
      event({
        uid: 'x',
        title: 'Mock; with, Ada\\Bea',
        description: 'First line\nand “second”',
        date: '2026-12-01',
        time: undefined,
      }),
    ];
    const { text } = write(events);
    assert.deepEqual(read(text), [
      {
        uid: events[0]?.uid,
        title: 'Acme: System Design',
        start: at('2026-11-30T10:00[Europe/Berlin]'),
        end: at('2026-11-30T10:45[Europe/Berlin]'),
        sequence: 0,
        status: 'CONFIRMED',
      },
      {
        uid: 'x',
        title: 'Mock; with, Ada\\Bea',
        start: '2026-12-01',
        end: '2026-12-02',
        sequence: 0,
        status: 'CONFIRMED',
      },
    ]);
    const second = convertIcsCalendar(undefined, text).events ?? [];
    assert.deepEqual(
      second.map(({ uid, start }) => [uid, start.date.getTime()]),
      [
        [events[0]?.uid, at('2026-11-30T10:00[Europe/Berlin]')],
        ['x', Date.UTC(2026, 11, 1)],
      ],
    );
    assert.equal(second[0]?.alarms?.[0]?.trigger.type, 'relative');
  });

  it('ends each line with CRLF and keeps it within 75 octets, also in the middle of an emoji', () => {
    const { text } = write([event({ title: '🧭 Straßenbahn ängstigt '.repeat(20) })]);
    assert.ok(text.endsWith('END:VCALENDAR\r\n'));
    assert.doesNotMatch(text, /[^\r]\n|\r[^\n]/u);
    for (const line of text.split('\r\n')) assert.ok(new TextEncoder().encode(line).length <= 75, line);
    assert.equal(read(text)[0]?.title, '🧭 Straßenbahn ängstigt '.repeat(20));
  });

  it('writes when it was made in UTC, whatever the zone of the events', () => {
    assert.match(write([event()], { timeZone: 'Pacific/Apia' }).text, /^DTSTAMP:20261122T120000Z\r$/mu);
  });

  it('reminds before the start', () => {
    const alarms = [...write([event({ reminders: [1440, 60] })]).text.matchAll(/^TRIGGER:(.*)\r$/gmu)].map(
      (match) => match[1],
    );
    assert.deepEqual(alarms, ['-P1D', '-PT1H']);
  });

  it('carries a zone’s rules for its days, whether clocks change in them, never change, or change by half an hour', () => {
    // In each: a round on the day before the clocks change, on that day, and on the day after.
    const zones: Record<string, string> = {
      'America/Los_Angeles': '2027-03-14',
      'Europe/Berlin': '2026-10-25',
      'Asia/Kolkata': '2027-02-28',
      'Australia/Lord_Howe': '2027-04-04',
      'Europe/Dublin': '2027-03-28',
    };
    for (const [timeZone, change] of Object.entries(zones)) {
      const days = [-1, 0, 1].map((days) => Temporal.PlainDate.from(change).add({ days }).toString());
      const { text } = write(
        days.map((date, index) => event({ uid: String(index), date, time: '09:30' })),
        { timeZone },
      );
      const starts = days.map((date) => at(`${date}T09:30[${timeZone}]`));
      assert.deepEqual(
        read(text).map(({ start }) => start),
        starts,
        timeZone,
      );
      assert.deepEqual(
        (convertIcsCalendar(undefined, text).events ?? []).map(({ start }) => start.date.getTime()),
        starts,
        timeZone,
      );
      assert.equal(text.match(/^BEGIN:VTIMEZONE/gmu)?.length, 1);
    }
  });

  it('moves a time that the clocks skip forward by as much', () => {
    const [skipped] = read(write([event({ date: '2027-03-28', time: '02:30' })]).text);
    assert.equal(skipped?.start, at('2027-03-28T03:30[Europe/Berlin]'));
  });

  it('needs no zone for UTC, nor for whole days', () => {
    for (const text of [write([event()], { timeZone: 'Etc/UTC' }).text, write([event({ time: undefined })]).text])
      assert.doesNotMatch(text, /VTIMEZONE|TZID/u);
  });

  it('cannot be broken out of by a title or by the calendar’s name', () => {
    const hostile = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0000\u0007';
    const { text } = write([event({ title: hostile, description: hostile })], { name: hostile });
    assert.equal(read(text).length, 1);
    assert.ok([...text].every((character) => character >= ' ' || character === '\r' || character === '\n'));
  });
});

describe('a second export', () => {
  const LATER = NOON + 86_400_000;

  it('of the same loop is the same file, byte for byte', () => {
    const first = write([event(), event({ uid: 'b', time: undefined })]);
    assert.deepEqual(
      write([event(), event({ uid: 'b', time: undefined })], { now: LATER, previous: first.text }),
      first,
    );
  });

  it('gives what moved its next revision, and leaves the rest', () => {
    const first = write([event(), event({ uid: 'b' })]).text;
    const second = write([event({ date: '2026-12-01' }), event({ uid: 'b' })], { now: LATER, previous: first }).text;
    assert.deepEqual(
      read(second).map(({ sequence }) => sequence),
      [1, 0],
    );
    assert.match(second, /DTSTAMP:20261123T120000Z/u);
    assert.match(second, /DTSTAMP:20261122T120000Z/u);
  });

  it('cancels what is gone, once, and brings it back when it returns', () => {
    const first = write([
      event(),
      event({ uid: 'b', title: 'Gone, with a long and winding title that has to be folded over lines' }),
    ]).text;
    const second = write([event()], { now: LATER, previous: first });
    assert.equal(second.cancelled, 1);
    assert.deepEqual(
      read(second.text).map(({ uid, sequence, status }) => [uid, sequence, status]),
      [
        [event().uid, 0, 'CONFIRMED'],
        ['b', 1, 'CANCELLED'],
      ],
    );
    assert.equal(second.text.match(/BEGIN:VALARM/gu)?.length, 1);
    assert.deepEqual(write([event()], { now: LATER + 1e6, previous: second.text }), {
      text: second.text,
      cancelled: 0,
    });
    const third = write([event(), event({ uid: 'b' })], { now: LATER, previous: second.text });
    assert.deepEqual(
      read(third.text).map(({ sequence, status }) => [sequence, status]),
      [
        [0, 'CONFIRMED'],
        [2, 'CONFIRMED'],
      ],
    );
  });

  it('leaves what was done where it was', () => {
    const first = write([event(), event({ uid: 'done' })]).text;
    const second = write([event()], { now: LATER, previous: first, settled: new Set(['done']) });
    assert.equal(second.cancelled, 0);
    assert.deepEqual(
      read(second.text).map(({ uid, sequence, status }) => [uid, sequence, status]),
      [
        [event().uid, 0, 'CONFIRMED'],
        ['done', 0, 'CONFIRMED'],
      ],
    );
  });

  it('keeps the zone of an entry that was cancelled in another', () => {
    const first = write([event({ uid: 'b' })], { timeZone: 'Asia/Kolkata' }).text;
    const second = write([event()], { previous: first, now: LATER }).text;
    assert.equal(read(second).find(({ uid }) => uid === 'b')?.start, at('2026-11-30T10:00[Asia/Kolkata]'));
  });

  it('empties the calendar of a loop that has nothing left', () => {
    const first = write([event()]).text;
    assert.deepEqual(
      read(write([], { previous: first }).text).map(({ status }) => status),
      ['CANCELLED'],
    );
    assert.deepEqual(read(write([]).text), []);
  });

  it('reads nothing out of a file that was broken or is another’s', () => {
    for (const previous of [
      '',
      'BEGIN:VEVENT',
      'END:VEVENT\r\nUID:x',
      'BEGIN:VEVENT\nUID:x\nDTSTART:nonsense\nDTSTAMP:20261122T120000Z\nEND:VEVENT',
      '\u0000'.repeat(99),
    ]) {
      assert.deepEqual(write([event()], { previous }), write([event()]));
    }
    assert.ok(isOwnCalendar(write([event()]).text));
    assert.ok(!isOwnCalendar('BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n'));
    assert.ok(!isOwnCalendar('# Notes\nPRODID: Prep Loop'));
  });

  it('is read by others however the file before it was damaged (property)', () => {
    // Lines of a damaged entry were written again as they were, and no calendar program read the next export.
    const whole = write([event(), event({ uid: 'b', time: undefined }), event({ uid: 'c', date: '2026-12-02' })]).text;
    const lines = whole.split('\r\n');
    const damage = fc.record({
      at: fc.nat(lines.length),
      drop: fc.nat(4),
      put: fc.array(fc.constantFrom(...lines, 'END:VALARM', 'x', 'DTEND:soon', 'BEGIN:X', '\u0000')),
    });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), fc.nat(whole.length), (damages, length) => {
        const broken = damages.reduce(
          (text, { at, drop, put }) => [...text.slice(0, at), ...put, ...text.slice(at + drop)],
          lines,
        );
        for (const previous of [broken.join('\r\n'), whole.slice(0, length)]) {
          const { text } = write([event({ uid: 'new' })], { now: LATER, previous });
          assert.ok(read(text).some(({ uid }) => uid === 'new'));
        }
      }),
    );
  });

  it('is read by others where the name of a line was damaged', () => {
    // Seven characters were missing, and the line was taken for whole: DTSTART;ATE:20270403.
    const first = write([event({ time: undefined })]).text;
    for (const [part, cut] of [
      [';VALUE=DATE', ';ATE'],
      [';VALUE=DATE', ';VALUE'],
      [';VALUE=DATE', ';=DATE'],
      [';VALUE=DATE', ';'],
      [';VALUE=DATE', ';VALUE=D"ATE'],
    ] as const) {
      const previous = first.replaceAll(part, cut);
      assert.notEqual(previous, first);
      assert.ok(read(write([event({ uid: 'new' })], { now: LATER, previous }).text).some(({ uid }) => uid === 'new'));
    }
  });

  it('is read by others where the start of an entry had come to stand in its reminder', () => {
    // The start was taken for the entry's own. Cancelled without its reminders, the entry had none.
    const first = write([event({ time: undefined })]).text;
    const [start = ''] = /^DTSTART.*\r\n/mu.exec(first) ?? [];
    const previous = first.replace(start, '').replace('BEGIN:VALARM\r\n', `BEGIN:VALARM\r\n${start}`);
    assert.notEqual(previous, first);
    assert.ok(previous.includes(start));
    assert.ok(read(write([event({ uid: 'new' })], { now: LATER, previous }).text).some(({ uid }) => uid === 'new'));
  });

  it('holds for any events: each is read back at its instant, and exporting twice changes nothing', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 120 });
    const dates = fc
      .integer({ min: 0, max: 730 })
      .map((days) => Temporal.PlainDate.from('2027-01-01').add({ days }).toString());
    const times = fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
        .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`),
      { nil: undefined },
    );
    const shape = fc.record({
      title: texts,
      description: texts,
      date: dates,
      time: times,
      minutes: fc.integer({ min: 1, max: 600 }),
    });
    const zones = fc.constantFrom('America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC');
    fc.assert(
      fc.property(fc.array(shape, { maxLength: 6 }), zones, (shapes, timeZone) => {
        const events = shapes.map((each, index): CalendarEvent => event({ ...each, uid: `e${index}` }));
        const { text } = write(events, { timeZone });
        const expected = events.map(({ date, time }) =>
          time === undefined
            ? date
            : Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds,
        );
        // An hour that the clocks give twice is the first of the two, and readers differ in which they take.
        const ambiguous = events.map(({ date, time }) => time !== undefined && isTwice(`${date}T${time}`, timeZone));
        read(text).forEach(({ start }, index) => ambiguous[index] || assert.equal(start, expected[index]));
        assert.equal(read(text).length, events.length);
        assert.equal(write(events, { timeZone, previous: text, now: LATER }).text, text);
      }),
    );
  });
});

function isTwice(local: string, timeZone: string): boolean {
  const time = Temporal.PlainDateTime.from(local);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    time.toZonedDateTime(timeZone, { disambiguation }),
  );
  return earlier?.epochMilliseconds !== later?.epochMilliseconds;
}
