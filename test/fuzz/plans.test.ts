import assert from 'node:assert/strict';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { isOwnCalendar, readPrevious } from '../../src/core/calendar/previous';
import { DEFAULT_WORK_TIME } from '../../src/core/days/calendar';
import { addDays, parseDate } from '../../src/core/days/dates';
import { assembleLoop } from '../../src/core/loop/assemble';
import { parseFile } from '../../src/core/loop/parseFile';
import { replan } from '../../src/core/replan/replan';
import { planSchedule } from '../../src/core/schedule/plan';
import { readPlanInput } from '../../src/core/schedule/planInput';
import { processorTime } from '../host/processorTime';
import { event, NOON, write } from '../unit/calendar/sample';
import { builtIn } from '../unit/loop/builtIn';
import { fuzz } from './support/fuzz';
import { anyText, characters } from './support/texts';

const PLAYBOOK = builtIn('confluent-ai-ml-pm');
const day = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -400, max: 400 }).map((days) => addDays('2026-11-23', days)) },
  { weight: 1, arbitrary: fc.constantFrom('2026-02-30', '0001-01-01', '9999-12-31', '2926-01-01', '', 'soon') },
);
const number = fc.oneof(fc.integer({ min: -3, max: 60 }), fc.constantFrom(NaN, Infinity, -Infinity, 1e7, 0.5, 2 ** 53));
const id = fc.constantFrom('a', 'b', 'c', 'a', '', 'constructor');
const odd = fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.anything() });
const or = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.tuple(odd, arbitrary).map(([wrong, right]) => wrong ?? right);

const asked = or(
  fc.record({
    playbook: or(
      fc.record(
        {
          days: or(number),
          rounds: or(fc.array(or(fc.record({ id, day: number, minutes: number })), { maxLength: 6 })),
          feedback: or(fc.record({ day: number, after: id })),
          preparation: or(
            fc.array(fc.record({ title: id, day: number, before: id, minutes: number }), { maxLength: 6 }),
          ),
        },
        { requiredKeys: ['days', 'rounds'] },
      ),
    ),
    firstContact: or(day),
    rounds: or(fc.array(fc.record({ id, date: day, pinned: fc.boolean() }), { maxLength: 4 })),
    today: or(day),
    minutesPerDay: or(number),
    calendar: or(
      fc.record({
        weekend: fc.array(fc.integer({ min: 1, max: 7 })),
        holidays: fc.array(fc.record({ from: day, to: day })),
      }),
    ),
  }),
);

/** The files of a loop that somebody has edited. */
const loop = fc
  .record({
    first: day,
    days: number,
    rounds: fc.array(
      fc.record({
        round: fc.constantFrom(...PLAYBOOK.rounds.map((round) => round.id)),
        date: day,
        pinned: fc.boolean(),
        status: fc.constantFrom('planned', 'done', 'x'),
      }),
      { maxLength: 5 },
    ),
    tasks: fc.array(fc.tuple(fc.constantFrom(...PLAYBOOK.preparation.map((task) => task.title)), day, fc.boolean()), {
      maxLength: 6,
    }),
    noise: anyText,
  })
  .map(({ first, days, rounds, tasks, noise }) => {
    const files: [string, string][] = [
      ['loop.md', `---\nplaybook: ${PLAYBOOK.id}\nfirstContact: ${first}\ndays: ${days}\n---\n${noise}`],
      [
        'preparation.md',
        tasks.map(([title, due, done]) => `- [${done ? 'x' : ' '}] **${title}.** (due ${due})\n`).join('') + noise,
      ],
      ...rounds.map(({ round, date, pinned, status }, index): [string, string] => [
        `rounds/0${index + 1}-${round}.md`,
        `---\nround: ${round}\ndate: ${date}\npinned: ${pinned}\nstatus: ${status}\n---\n${noise}`,
      ]),
    ];
    return assembleLoop('l', new Map(files.map(([path, text]) => [path, parseFile(text)])), [], () => PLAYBOOK);
  });

const SOME_TIME_MS = 2000;
/** The clock is asked first, since asking for the processor's time takes longer than most runs. */
function bounded<T>(run: () => T): T {
  const before = performance.now();
  const result = run();
  if (performance.now() - before < SOME_TIME_MS) return result;
  const busy = processorTime(run);
  assert.ok(busy < SOME_TIME_MS, `took ${busy} ms`);
  return result;
}

describe('A fuzzed plan', () => {
  fuzz('is made, or refused in words, whatever is asked for', asked, (value) => {
    bounded(() => {
      const read = readPlanInput(value);
      if ('problem' in read) assert.ok(read.problem.message.length > 0);
      else {
        const plan = planSchedule(read.input);
        for (const { date } of [...plan.rounds, ...plan.tasks]) assert.ok(parseDate(date), date);
      }
    });
  });

  fuzz(
    'is put right once: replanning what was replanned changes nothing',
    fc.tuple(loop, fc.integer({ min: -30, max: 60 })),
    ([given, later]) => {
      const today = addDays(parseDate(given.firstContact ?? '') ?? '2026-11-23', later);
      bounded(() => {
        for (const { to } of replan({ loop: given, playbook: PLAYBOOK, today, time: DEFAULT_WORK_TIME }).changes)
          assert.ok(parseDate(to), to);
      });
    },
  );
});

const entry = fc
  .record({
    uid: fc.integer({ min: 0, max: 9 }).map((number) => `${number}@prep-loop`),
    title: fc.oneof(characters, fc.string({ maxLength: 100 })),
    description: anyText,
    date: fc.integer({ min: 0, max: 200 }).map((days) => addDays('2026-01-01', days)),
    time: fc.constantFrom('00:00', '02:30', '09:15', '23:59', undefined),
    minutes: fc.integer({ min: 1, max: 600 }),
    reminders: fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 2 }),
  })
  .map((given) => event(given));
const entries = fc.uniqueArray(entry, { selector: ({ uid }) => uid, maxLength: 2 });
const zone = fc.constantFrom('Europe/Berlin', 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe');

describe('A fuzzed calendar', () => {
  fuzz(
    'is read by a calendar program as it was written, and by us as it was before',
    fc.tuple(entries, entries, zone, fc.nat()),
    ([first, second, timeZone, cut]) => {
      const { text } = write(first, { timeZone });
      assert.ok(isOwnCalendar(text));
      const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
      const read = component.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
      const shown = (title: string): string => title.replace(/\s+/gu, '').replace(/\p{C}/gu, '');
      assert.deepEqual(
        read.map(({ uid, summary }) => [uid, shown(summary ?? '')]),
        first.map(({ uid, title }) => [uid, shown(title)]),
      );
      assert.deepEqual(
        [...readPrevious(text).keys()],
        first.map(({ uid }) => uid),
      );
      assert.equal(write(first, { timeZone, previous: text }).text, text);
      const next = write(second, { timeZone, previous: text, now: NOON + 60_000 });
      ICAL.parse(next.text);
      // A file that was cut off, as by a disk that was full.
      const damaged = text.slice(0, cut % (text.length + 1)) + text.slice((cut % (text.length + 1)) + 7);
      ICAL.parse(write(second, { timeZone, previous: damaged }).text);
    },
  );

  fuzz(
    'of before may be any text',
    fc.oneof(
      anyText,
      fc
        .array(
          fc.constantFrom(
            'BEGIN:VEVENT',
            'END:VEVENT',
            'UID:a',
            'UID:',
            'DTSTART:20261122',
            'DTSTART;TZID=X:20261122T100000',
            'DTSTAMP:20261122T100000Z',
            'SEQUENCE:1e9',
            'BEGIN:VALARM',
            'END:VALARM',
            ' folded',
            'X:\u0007',
          ),
        )
        .map((lines) => lines.join('\r\n')),
    ),
    (text) => {
      readPrevious(text);
      ICAL.parse(write([], { previous: `BEGIN:VCALENDAR\r\nPRODID:Prep Loop\r\n${text}` }).text);
    },
  );
});
