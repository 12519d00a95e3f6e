import assert from 'node:assert/strict';
import { readCalendar, type WorkTime } from '../../../src/core/days/calendar';
import { addDays } from '../../../src/core/days/dates';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { parseFile } from '../../../src/core/loop/parseFile';
import { workPlan } from '../../../src/core/replan/workload';
import { builtIn, withTasks } from '../loop/builtIn';

const CONFLUENT = withTasks(builtIn('confluent-ai-ml-pm'), { 'impact-first': { minutes: 150 } });
const MONDAY = '2026-11-23';
const LOOP = '---\nplaybook: confluent-ai-ml-pm\nfirstContact: 2026-11-23\ndays: 22\n---\n';

function read(preparation: string, time?: Parameters<typeof assembleLoop>[4]): ReturnType<typeof assembleLoop> {
  const files = {
    'loop.md': LOOP,
    'preparation.md': preparation,
    'rounds/01-phone-screen.md': '---\ndate: 2026-11-25\n---\n',
  };
  return assembleLoop(
    'l',
    new Map(Object.entries(files).map(([path, text]) => [path, parseFile(text)])),
    [],
    () => CONFLUENT,
    time,
  );
}

const tasksOn = (loop: ReturnType<typeof read>, today: string, date: string, time?: WorkTime): number[] =>
  workPlan(loop, today, time)
    .on(date)
    .filter(({ kind }) => kind === 'task')
    .map(({ minutes }) => minutes);

describe('the work of a day', () => {
  it('is the day’s rounds and feedback, and what the plan has of the open tasks', () => {
    const loop = read('- [ ] **Practise the impact-first narrative.** x\n');
    const plan = workPlan(loop, '2026-11-23');
    assert.deepEqual(plan.on('2026-11-25'), [
      { kind: 'round', title: 'Phone Screen', minutes: 30, round: 'phone-screen' },
    ]);
    assert.deepEqual(
      ['2026-11-23', '2026-11-24', '2026-11-26'].map((date) => plan.minutesOn(date)),
      [120, 30, 0],
    );
    assert.deepEqual(
      plan.on(loop.feedback?.date ?? '').map(({ kind, minutes }) => [kind, minutes]),
      [['feedback', 60]],
    );
    assert.equal(plan.minutesOn('2027-01-01'), 0, 'after the loop');
  });

  it('is all that is open, from today on: what was missed is not left on days that are past', () => {
    const loop = read('- [ ] **Study the streaming-first product material.** (due 2026-11-25)\n');
    const plan = workPlan(loop, '2026-11-30');
    assert.deepEqual(
      ['2026-11-24', '2026-11-30', '2026-12-01'].map((date) => plan.minutesOn(date)),
      [0, 120, 120],
    );
    assert.deepEqual(plan.sharesOf(0), [
      { date: '2026-11-30', minutes: 120 },
      { date: '2026-12-01', minutes: 120 },
    ]);
  });

  it('is nothing for done tasks; a task’s own date counts, and so do days off', () => {
    const open = '- [ ] **Practise the impact-first narrative.** (due 2026-11-24)\n';
    assert.deepEqual([tasksOn(read(open), MONDAY, MONDAY), tasksOn(read(open), MONDAY, '2026-11-24')], [[120], [30]]);
    assert.deepEqual(tasksOn(read(open.replace('[ ]', '[x]')), MONDAY, '2026-11-24'), []);
    assert.deepEqual(tasksOn(read('- [ ] Mine (due 2026-11-28)\n'), MONDAY, '2026-11-28'), [60], 'a Saturday');
    const time = { calendar: readCalendar(['Tuesday'], []), minutesPerDay: 120 };
    assert.deepEqual(tasksOn(read(open, time), MONDAY, '2026-11-24', time), []);
  });

  it('has the feedback day while it is to come, and where it moves to', () => {
    const loop = read('');
    const day = loop.feedback?.date ?? '';
    const kinds = (today: string, feedback?: string): string[] =>
      workPlan(loop, today, undefined, feedback === undefined ? undefined : { rounds: new Map(), feedback })
        .on(feedback ?? day)
        .map(({ kind }) => kind);
    assert.deepEqual(kinds(day), ['feedback'], 'today');
    assert.deepEqual(kinds(addDays(day, 1)), [], 'it is over');
    assert.deepEqual(kinds(MONDAY, '2026-12-03'), ['feedback']);
    assert.deepEqual(workPlan(loop, MONDAY, undefined, { rounds: new Map() }).on(day), [], 'it has no day any more');
    assert.deepEqual(
      workPlan({ ...loop, feedback: undefined }, MONDAY, undefined, { rounds: new Map(), feedback: day }).on(day),
      [],
    );
  });

  it('has a round where it moves to; one without a date, and a task without one, are on no day', () => {
    const loop = read('- [ ] Some time\n');
    const rounds = loop.rounds.map((round) => ({ ...round, minutes: undefined }));
    const plan = workPlan({ ...loop, rounds }, MONDAY, undefined, {
      rounds: new Map([['phone-screen', '2026-11-27']]),
    });
    assert.deepEqual(plan.on('2026-11-25'), []);
    assert.deepEqual(plan.on('2026-11-27'), [
      { kind: 'round', title: 'Phone Screen', minutes: 0, round: 'phone-screen' },
    ]);
    const undated = workPlan({ ...loop, rounds: rounds.map((round) => ({ ...round, date: undefined })) }, MONDAY);
    assert.deepEqual([undated.on(undefined as never), undated.sharesOf(0), undated.problems], [[], [], []]);
    assert.deepEqual(workPlan({ ...loop, preparation: undefined, feedback: undefined }, MONDAY).problems, []);
  });

  it('begins on the day on which preparation does, and at once where that is past', () => {
    const mine = '- [ ] Mine (due 2026-12-04)\n';
    const first = (prepareFrom: string): string | undefined => {
      const loop = { ...read(mine.repeat(3)), prepareFrom };
      return [0, 1, 2]
        .flatMap((line) =>
          workPlan(loop, MONDAY)
            .sharesOf(line)
            .map(({ date }) => date),
        )
        .sort()[0];
    };
    const own = (prepareFrom: string, due: string): readonly unknown[] =>
      workPlan({ ...read(`- [ ] Mine (due ${due})\n`), prepareFrom }, '2026-11-25').sharesOf(0);
    assert.ok((first('2026-12-03') ?? '') >= '2026-12-03', String(first('2026-12-03')));
    assert.deepEqual(own('2026-11-20', '2026-11-24'), [{ date: '2026-11-25', minutes: 60 }], 'missed: today');
  });

  it('is before its round while that is to come, and by the loop’s end once it is over', () => {
    const loop = read('- [ ] **Practise the impact-first narrative.** (due 2026-11-24)\n');
    const laid = (today: string, status: 'planned' | 'passed'): readonly string[] => {
      const rounds = loop.rounds.map((round) => ({ ...round, status }));
      const plan = workPlan({ ...loop, rounds }, today);
      return [...plan.sharesOf(0).map(({ date }) => date.slice(5)), ...plan.problems.map(({ code }) => code)];
    };
    // Two and a half hours, of which a day has two; the round is on the 25th.
    assert.deepEqual(laid('2026-11-24', 'planned'), ['11-24', 'overload'], 'the last day before it');
    assert.deepEqual(laid('2026-11-25', 'planned'), ['11-25', 'no-day'], 'its own day');
    assert.deepEqual(laid('2026-11-26', 'planned'), ['11-26', '11-27'], 'past');
    assert.deepEqual(laid('2026-11-24', 'passed'), ['11-24', '11-25'], 'held earlier than planned');
  });

  it('keeps the earliest dates that can be kept, where not all can', () => {
    const items = [
      'A (due 2026-11-30)',
      'B (due 2026-11-24)',
      'C (due 2026-11-24)',
      'D (due 2026-11-24)',
      'E (due 2026-11-24)',
      'F (due 2026-11-24)',
    ];
    const plan = workPlan(read(items.map((item) => `- [ ] ${item}\n`).join('')), MONDAY);
    assert.deepEqual(
      items.map((_item, line) => plan.sharesOf(line).at(-1)?.date.slice(5)),
      ['11-25', '11-23', '11-23', '11-24', '11-24', '11-26'],
    );
  });

  it('is nothing in a loop that is closed or over; a round that is still to come keeps it going', () => {
    const open = '- [ ] **Practise the impact-first narrative.** x\n';
    const loop = read(open);
    assert.equal(tasksOn(loop, '2026-12-14', '2026-12-14').length, 1, 'the last day');
    assert.deepEqual(tasksOn(loop, '2026-12-15', '2026-12-15'), []);
    assert.deepEqual(tasksOn({ ...loop, closed: { outcome: 'offer', date: undefined } }, MONDAY, MONDAY), []);
    const rounds = loop.rounds.map((round) => ({ ...round, date: '2026-12-18' }));
    assert.equal(tasksOn({ ...loop, rounds }, '2026-12-15', '2026-12-15').length, 1);
  });
});
