import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isWorkingDay, DEFAULT_WORK_TIME, type WorkTime } from '../../../src/core/days/calendar';
import { addDays } from '../../../src/core/days/dates';
import { assembleLoop } from '../../../src/core/loop/assemble';
import type { Loop } from '../../../src/core/loop/loopModel';
import { parseFile } from '../../../src/core/loop/parseFile';
import { startFiles } from '../../../src/core/loop/startFiles';
import { applyEdits } from '../../../src/core/markdown/text';
import { replan, type PlanChange, type ReplanInput } from '../../../src/core/replan/replan';
import { roundEdits, taskEdits, writesOf } from '../../../src/core/replan/replanWrites';
import { builtIn, withTasks } from '../loop/builtIn';
import { patience, runs } from '../../support/properties';
import { workingDays } from '../../support/workingDays';

/** Tight on purpose: two tasks before the first round, which do not fit once a day is missed. */
const PLAYBOOK = withTasks(builtIn('confluent-ai-ml-pm'), {
  'streaming-material': { day: 1, minutes: 240, before: 'system-design' },
  'structured-system': { day: 2, minutes: 360, before: 'product-sense' },
  'impact-first': { day: 1, minutes: 150, before: 'phone-screen' },
  'mock-interviews': { day: 3, minutes: 240, before: 'ml-case-study' },
  'probing-questions': { day: 2, minutes: 45, before: 'phone-screen' },
});
const MONDAY = '2026-11-23';

/** The files of a loop by path, as Start makes them; `change` is told of each. */
function started(change: (path: string, text: string) => string = (_path, text) => text): Map<string, string> {
  return new Map(
    startFiles(PLAYBOOK, { firstContact: MONDAY, timeZone: 'UTC' }).map(({ path, text }) => [path, change(path, text)]),
  );
}

function read(files: ReadonlyMap<string, string>, time: WorkTime = DEFAULT_WORK_TIME): Loop {
  const own = [...files].filter(([path]) => /^(?:loop|preparation)\.md$|^rounds\//u.test(path));
  return assembleLoop('l', new Map(own.map(([path, text]) => [path, parseFile(text)])), [], () => PLAYBOOK, time);
}

/** The files after accepted changes were written. */
function written(
  files: ReadonlyMap<string, string>,
  accepted: readonly PlanChange[],
  time = DEFAULT_WORK_TIME,
  declined: readonly PlanChange[] = [],
): Map<string, string> {
  const { rounds, tasks } = writesOf(read(files, time), PLAYBOOK, time, accepted, declined);
  const result = new Map(files);
  for (const round of rounds) {
    const path = round.path.slice(2);
    const text = files.get(path) ?? '';
    result.set(path, applyEdits(text, roundEdits(text, round) ?? assert.fail(`refused ${path}`)));
  }
  const preparation = files.get('preparation.md') ?? '';
  result.set(
    'preparation.md',
    applyEdits(preparation, taskEdits(preparation, tasks) ?? assert.fail('refused preparation.md')),
  );
  return result;
}

const plan = (
  files: ReadonlyMap<string, string>,
  today: string,
  moved?: ReplanInput['moved'],
  time = DEFAULT_WORK_TIME,
) => replan({ loop: read(files, time), playbook: PLAYBOOK, today, time, moved });
const shown = (changes: readonly PlanChange[]): string[] =>
  changes.map(
    ({ kind, title, from, to, why }) =>
      `${kind} ${title.slice(0, 20)}: ${from?.slice(5) ?? ''} → ${to.slice(5)}, ${why}`,
  );
const doneUpTo =
  (count: number) =>
  (path: string, text: string): string => {
    let left = count;
    return path === 'preparation.md' ? text.replace(/- \[ \]/gu, (box) => (left-- > 0 ? '- [x]' : box)) : text;
  };

describe('the writes of a replan', () => {
  const ROUND = { path: 'l/rounds/02-system-design.md', was: '2026-11-30', values: { date: '2026-12-04' } };
  const edited = (text: string, write = ROUND as Parameters<typeof roundEdits>[1]): string | undefined => {
    const edits = roundEdits(text, write);
    return edits && applyEdits(text, edits);
  };

  it('change the round’s date and keep every other byte', () => {
    assert.equal(
      edited('---\r\ndate:  2026-11-30 # fixed\r\npinned: false\r\n---\r\nNotes\r\n'),
      '---\r\ndate:  2026-12-04 # fixed\r\npinned: false\r\n---\r\nNotes\r\n',
    );
    assert.equal(edited('---\ndate: " 2026-11-30 "\n---\n')?.includes('2026-12-04'), true);
    assert.equal(
      edited('---\ndate:\n---\n', { ...ROUND, was: undefined }),
      '---\ndate: 2026-12-04\n---\n',
      'it had none',
    );
  });

  it('refuse a round whose file has another date by now, is in conflict or cannot be read', () => {
    for (const text of [
      '---\ndate: 2026-12-01\n---\n',
      '---\ndate:\n---\n',
      '---\ndate: 2026-11-30\n---\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n',
      '---\ndate: 2026-11-30\nnot: [closed\n---\n',
    ])
      assert.equal(edited(text), undefined, text);
  });

  it('refuse all of preparation.md where one line says something else by now', () => {
    const tasks = [
      { line: 0, text: 'A', date: { due: '2026-12-01' } },
      { line: 1, text: 'B', date: { due: '2026-12-02' } },
    ];
    assert.equal(taskEdits('- [ ] A\n- [ ] B\n', tasks)?.length, 2);
    assert.equal(taskEdits('- [ ] A\n- [ ] B, and more\n', tasks), undefined);
  });
});

describe('replanning a loop', () => {
  it('changes nothing of a loop that has just begun', () => {
    assert.deepEqual(plan(started(), MONDAY), { changes: [], problems: [] });
  });

  it('moves only what has to follow a round that moves, by as little as possible', () => {
    const { changes } = plan(started(), MONDAY, { round: 'system-design', date: '2026-12-04' });
    assert.deepEqual(shown(changes), [
      'round System Design: 11-30 → 12-04, rescheduled',
      'round Product Sense: 12-04 → 12-08, to stay after the round before it',
      'round ML Case Study: 12-08 → 12-09, to stay after the round before it',
      'feedback Feedback turnaround : 12-02 → 12-07, follows the rounds',
      'task Answer streaming cas: 12-03 → 12-02, follows the rounds',
      'task Book two mocks with : 12-07 → 12-04, follows the rounds',
    ]);
    assert.deepEqual(
      changes.map(({ follows = false }) => follows),
      [false, false, false, true, true, true],
      'the plan has the feedback day and the tasks there by itself',
    );
    assert.deepEqual(
      writesOf(read(started()), PLAYBOOK, DEFAULT_WORK_TIME, changes).tasks,
      [],
      'so no line is written',
    );
  });

  it('writes the day of a task that would follow its round where the round’s own move was not accepted', () => {
    const files = started();
    const { changes } = plan(files, MONDAY, { round: 'system-design', date: '2026-12-04' });
    const accepted = changes.filter(({ title }) => title.startsWith('Book two mocks'));
    assert.match(written(files, accepted).get('preparation.md') ?? '', /Book two mocks.* \(due 2026-12-04\)$/mu);
    assert.deepEqual(writesOf(read(files), PLAYBOOK, DEFAULT_WORK_TIME, [], changes), { rounds: [], tasks: [] });
  });

  it('moves a round ahead too, off the day of one that was put there', () => {
    const files = started((path, text) =>
      path.startsWith('rounds/04') ? text.replace(/^date: .*$/mu, 'date: 2026-12-14') : text,
    );
    const { changes } = plan(files, MONDAY, { round: 'hiring-committee', date: '2026-12-14' });
    assert.deepEqual(shown(changes.filter(({ round, kind }) => kind === 'round' && round === 'ml-case-study')), [
      'round ML Case Study: 12-14 → 12-11, to stay before the round after it',
    ]);
  });

  it('puts a round after both of two that are fixed in the wrong order', () => {
    const files = started((path, text) => {
      if (path.startsWith('rounds/01'))
        return text.replace(/^date: .*$/mu, 'date: 2026-12-07').replace('pinned: false', 'pinned: true');
      return path.startsWith('rounds/02') ? text.replace('pinned: false', 'pinned: true') : text;
    });
    const rounds = plan(files, MONDAY).changes.filter(({ kind }) => kind === 'round');
    assert.deepEqual(
      rounds.map(({ round, to }) => [round, to]),
      [
        ['product-sense', '2026-12-08'],
        ['ml-case-study', '2026-12-09'],
      ],
    );
  });

  it('leaves a round on the day of the first contact', () => {
    const files = started((path, text) =>
      path.startsWith('rounds/01') ? text.replace(/^date: .*$/mu, `date: ${MONDAY}`) : doneUpTo(7)(path, text),
    );
    assert.deepEqual(plan(files, MONDAY), { changes: [], problems: [] });
  });

  it('keeps the rounds that are to keep their day, and moves the others around them', () => {
    const kept = new Set(['product-sense']);
    const moved = { round: 'system-design', date: '2026-12-03' };
    const input = { loop: read(started()), playbook: PLAYBOOK, today: MONDAY, time: DEFAULT_WORK_TIME, kept };
    const { changes, problems } = replan({ ...input, moved });
    assert.deepEqual(
      changes.filter(({ kind }) => kind === 'round').map(({ round }) => round),
      ['system-design'],
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['no-feedback-day'],
      'they are a day apart',
    );
    assert.deepEqual(replan(input).changes, []);
  });

  it('says what is missing where the loop has no day of first contact', () => {
    const loop = { ...read(started()), firstContact: undefined };
    assert.deepEqual(replan({ loop, playbook: PLAYBOOK, today: MONDAY, time: DEFAULT_WORK_TIME }), {
      changes: [],
      problems: [{ code: 'bad-date', message: 'loop.md has no “firstContact”: add it as YYYY-MM-DD.' }],
    });
  });

  it('gives a round without a date none where no playbook plans it, and leaves its tasks on their days', () => {
    const undated = started((path, text) =>
      path.startsWith('rounds/03') ? text.replace(/^date: .*$/mu, 'date:') : text,
    );
    const input = { loop: read(undated), today: MONDAY, time: DEFAULT_WORK_TIME };
    const one = { ...PLAYBOOK, rounds: PLAYBOOK.rounds.filter(({ id }) => id !== 'product-sense') };
    assert.deepEqual(
      [undefined, one].map((playbook) => replan({ ...input, playbook }).changes.filter(({ kind }) => kind === 'round')),
      [[], []],
    );
    const loop = { ...read(started()), plan: undefined };
    assert.deepEqual(replan({ ...input, loop, playbook: undefined }), { changes: [], problems: [] });
  });

  it('needs neither a feedback day nor a list of preparation', () => {
    const loop = { ...read(started()), feedback: undefined, preparation: undefined };
    const moved = { round: 'system-design', date: '2026-12-03' };
    const { changes } = replan({ loop, playbook: PLAYBOOK, today: MONDAY, time: DEFAULT_WORK_TIME, moved });
    assert.deepEqual(shown(changes), ['round System Design: 11-30 → 12-03, rescheduled'], 'no day between is kept');
  });

  it('lists no task of a round that is over, unless that round itself moves', () => {
    const passed = started((path, text) =>
      path.startsWith('rounds/01') ? text.replace('status: planned', 'status: passed') : text,
    );
    const tasksOf = (moved: ReplanInput['moved']) =>
      plan(passed, '2026-11-27', moved).changes.filter(
        ({ kind, round }) => kind === 'task' && round === 'phone-screen',
      );
    assert.deepEqual(tasksOf({ round: 'system-design', date: '2026-12-04' }), []);
    const corrected = tasksOf({ round: 'phone-screen', date: '2026-11-24' });
    assert.deepEqual(
      corrected.map(({ to, why, follows }) => [to, why, follows]),
      Array.from({ length: 2 }, () => ['2026-11-23', 'follows the rounds', true]),
    );
  });

  it('does not ask what became of a round that is being rescheduled', () => {
    const { problems } = plan(started(doneUpTo(7)), '2026-11-26', { round: 'phone-screen', date: '2026-11-27' });
    assert.deepEqual(problems, []);
  });

  it('says for which round no day is left, or that the loop has none', () => {
    const { problems } = plan(started(), '2026-11-30');
    assert.deepEqual(
      problems
        .filter(({ code }) => code === 'no-day')
        .map(({ message, round }) => [message.replace(/^.*” before /u, ''), round]),
      Array.from({ length: 2 }, () => ['“System Design”: move the round, or leave the task out.', 'system-design']),
    );
    // A loop of 20 days ends on a Saturday. A task that serves no round has no round that could be moved.
    const loop = { ...read(new Map([...started(), ['preparation.md', '- [ ] Mine (due 2026-12-10)\n']])), days: 20 };
    const rounds = loop.rounds.map((round) => ({ ...round, status: 'passed' as const }));
    const late = { loop: { ...loop, rounds }, playbook: PLAYBOOK, today: '2026-12-12', time: DEFAULT_WORK_TIME };
    assert.deepEqual(replan(late), {
      changes: [],
      problems: [
        {
          code: 'no-day',
          message: 'No working day of the loop is left for “Mine”: give the loop more days, or leave the task out.',
        },
      ],
    });
  });

  it('carries a task over to today after the loop, too', () => {
    const files = new Map([...started(), ['preparation.md', '- [ ] Mine (due 2026-12-10)\n']]);
    assert.deepEqual(shown(plan(files, '2026-12-16').changes), ['task Mine: 12-10 → 12-16, not done by Thu 10 Dec']);
  });

  it('moves what today has no time for, and not what is due today and fits', () => {
    const mine = ['A', 'B', 'C', 'D'].map((name) => `- [ ] ${name} (due 2026-11-26)\n`).join('');
    const { changes } = plan(new Map([...started(), ['preparation.md', `${mine}- [ ] Some time\n`]]), '2026-11-26');
    assert.deepEqual(shown(changes), [
      'task C: 11-26 → 11-27, no time is left by Thu 26 Nov',
      'task D: 11-26 → 11-27, no time is left by Thu 26 Nov',
    ]);
  });

  it('writes the day of a task that the moved rounds would put too late, where it is right as it is', () => {
    const { changes } = plan(started(), '2026-11-25', { round: 'phone-screen', date: MONDAY });
    const kept = changes.filter(({ why }) => why === 'to keep its day');
    assert.deepEqual(
      kept.map(({ title, from, to }) => [title.slice(0, 20), from, to]),
      [
        ['Answer streaming cas', '2026-12-03', '2026-12-03'],
        ['Book two mocks with ', '2026-12-07', '2026-12-07'],
      ],
    );
    const { tasks } = writesOf(read(started()), PLAYBOOK, DEFAULT_WORK_TIME, changes);
    assert.deepEqual(
      tasks.filter(({ line }) => kept.some((change) => change.line === line)).map(({ date }) => date),
      [
        { due: '2026-12-03', was: undefined },
        { due: '2026-12-07', was: undefined },
      ],
      'it is not carried over: that is its day',
    );
  });

  it('brings preparation before a round that moves ahead', () => {
    const { changes } = plan(started(), MONDAY, { round: 'hiring-committee', date: '2026-12-09' });
    assert.deepEqual(shown(changes), [
      'round Hiring Committee: 12-14 → 12-09, rescheduled',
      'task Rehearse the committ: 12-09 → 12-08, to come before Hiring Committee',
    ]);
    assert.match(
      written(started(), changes).get('preparation.md') ?? '',
      /Rehearse the committee script\.\*\*.* \(due 2026-12-08\)$/mu,
      'brought forward is not carried over: no “was”',
    );
  });

  it('carries what was missed over to the first day with time left; what was due is kept on the line', () => {
    const files = started();
    const { changes, problems } = plan(files, '2026-11-25');
    const tasks = changes.filter(({ kind }) => kind === 'task');
    assert.deepEqual(
      tasks.map(({ to }) => to >= '2026-11-25'),
      tasks.map(() => true),
    );
    assert.deepEqual(
      problems.map(({ code, round }) => [code, round]),
      [
        ['overload', undefined],
        ['no-day', 'phone-screen'],
        ['no-day', 'phone-screen'],
      ],
      'the phone screen is today, and nothing is done',
    );
    const late = started((path, text) =>
      path === 'preparation.md' ? text.replace(/^(- \[ \] \*\*Book two mocks.*)$/mu, '$1 (due 2026-12-02)') : text,
    );
    const missed = plan(late, '2026-12-03').changes.filter(({ title }) => title.startsWith('Book two mocks'));
    assert.deepEqual(shown(missed), ['task Book two mocks with : 12-02 → 12-07, not done by Wed 2 Dec']);
    assert.match(
      written(late, missed).get('preparation.md') ?? '',
      /into the second\. \(due 2026-12-07, was 2026-12-02\)$/mu,
    );
  });

  it('keeps the first day of a task that is carried over twice', () => {
    const files = new Map([...started(), ['preparation.md', '- [ ] Mine (due 2026-11-26, was 2026-11-24)\n']]);
    const { changes } = plan(files, '2026-11-30');
    assert.deepEqual(shown(changes), ['task Mine: 11-26 → 11-30, not done by Thu 26 Nov']);
    assert.equal(written(files, changes).get('preparation.md'), '- [ ] Mine (due 2026-11-30, was 2026-11-24)\n');
  });

  it('spreads what was missed over days by the time there is', () => {
    const mine = ['A', 'B', 'C', 'D'].map((name) => `- [ ] ${name} (due 2026-11-24)\n`).join('');
    const { changes } = plan(new Map([...started(), ['preparation.md', mine]]), '2026-11-26');
    assert.deepEqual(
      changes.map(({ to }) => to),
      ['2026-11-26', '2026-11-26', '2026-11-27', '2026-11-27'],
    );
  });

  it('leaves tasks unchanged that are done, or whose round is over', () => {
    const files = started((path, text) =>
      path.startsWith('rounds/01') ? text.replace('status: planned', 'status: passed') : doneUpTo(3)(path, text),
    );
    assert.deepEqual(plan(files, '2026-11-26'), { changes: [], problems: [] });
  });

  it('asks what became of a round that is over and still planned, and does not move it', () => {
    const { changes, problems } = plan(started(doneUpTo(7)), '2026-11-26');
    assert.deepEqual(changes, []);
    assert.match(
      problems[0]?.message ?? '',
      /“Phone Screen” was on Wed 25 Nov and is still planned: mark it as done, or reschedule it/u,
    );
  });

  it('names the smallest change that would help when pinned dates do not fit, and moves no other round', () => {
    const files = started((path, text) =>
      path.startsWith('rounds/04') ? text.replace('pinned: false', 'pinned: true') : text,
    );
    const { changes, problems } = plan(files, MONDAY, { round: 'system-design', date: '2026-12-07' });
    assert.deepEqual(shown(changes.filter(({ kind }) => kind === 'round')), [
      'round System Design: 11-30 → 12-07, rescheduled',
    ]);
    assert.match(
      problems[0]?.message ?? '',
      /do not fit.*another date for “System Design”, or another date for “ML Case Study”/u,
    );
  });

  it('gives a round without a date one', () => {
    const files = started((path, text) =>
      path.startsWith('rounds/03') ? text.replace(/^date: .*$/mu, 'date:') : text,
    );
    assert.deepEqual(shown(plan(files, MONDAY).changes), ['round Product Sense:  → 12-04, had no date']);
  });

  it('moves a round off a new holiday', () => {
    const time = {
      ...DEFAULT_WORK_TIME,
      calendar: { weekend: [6, 7], holidays: [{ from: '2026-12-04', to: '2026-12-04' }] },
    };
    const rounds = plan(started(), MONDAY, undefined, time).changes.filter(({ kind }) => kind === 'round');
    assert.deepEqual(shown(rounds), ['round Product Sense: 12-04 → 12-03, Fri 4 Dec is a day off']);
  });

  it('begins a task when the plan of the moved rounds does, so that a due date on a day off is judged the same again', () => {
    const dates = ['', '', '2026-12-15', '2026-11-26', '2026-11-23'];
    const files = started((path, text) => {
      const round = /^rounds\/0(\d)/u.exec(path);
      if (round) return text.replace(/^date: .*$/mu, `date: ${dates[Number(round[1]) - 1] ?? ''}`.trimEnd());
      return path === 'preparation.md' ? text.replace(/^(- \[ \] \*\*Answer.*)$/mu, '$1 (due 2026-11-28)') : text;
    });
    const saturdaysOff = { calendar: { weekend: [6], holidays: [] }, minutesPerDay: 120 };
    const { changes } = plan(files, MONDAY, undefined, saturdaysOff);
    // While Product Sense is on 15 December its task is begun that Saturday at the earliest; on 2 December, before it.
    assert.deepEqual(shown(changes.filter(({ title }) => /^(?:Product Sense|Answer streaming)/u.test(title))), [
      'round Product Sense: 12-15 → 12-02, the loop is over by then',
      'task Answer streaming cas: 11-28 → 11-30, no time is left by Sat 28 Nov',
    ]);
    const again = plan(written(files, changes, saturdaysOff), MONDAY, undefined, saturdaysOff);
    assert.deepEqual(again.changes, []);
  });

  it('gives the tasks of rounds that are over no more time once another is due after the loop’s end', () => {
    const files = started((path, text) => {
      const round = /^rounds\/0(\d)/u.exec(path);
      if (!round) return text;
      return round[1] === '1'
        ? text.replace(/^date: .*$/mu, 'date: 2026-12-19').replace('pinned: false', 'pinned: true')
        : text.replace(/^date: .*$/mu, `date: ${MONDAY}`);
    });
    const noDaysOff = { calendar: { weekend: [], holidays: [] }, minutesPerDay: 120 };
    // The loop ends on 14 December, the phone screen is on the 19th. Seven tasks were missed.
    const { changes } = plan(files, '2026-12-07', undefined, noDaysOff);
    assert.deepEqual(shown(changes), [
      'task Practise the impact-: 11-25 → 12-16, not done by Wed 25 Nov',
      'task Choose the three que: 11-25 → 12-16, not done by Wed 25 Nov',
    ]);
    assert.deepEqual(plan(written(files, changes, noDaysOff), '2026-12-07', undefined, noDaysOff).changes, []);
  });

  it('writes the date of a task whose move with its round was not accepted', () => {
    const files = started();
    const { changes } = plan(files, MONDAY, { round: 'hiring-committee', date: '2026-12-09' });
    const isRound = ({ kind }: PlanChange): boolean => kind === 'round';
    const after = written(
      files,
      changes.filter(isRound),
      DEFAULT_WORK_TIME,
      changes.filter((change) => !isRound(change)),
    );
    assert.match(after.get('preparation.md') ?? '', /Rehearse the committee script\.\*\*.* \(due 2026-12-09\)$/mu);
    const before = read(files).preparation?.items.map(({ due }) => due);
    assert.deepEqual(
      read(after).preparation?.items.map(({ due }) => due),
      before,
      'no other task moved by itself',
    );
  });

  it('keeps order, window, pins, days off and preparation before rounds; nothing done or pinned moves; twice changes nothing (property)', function () {
    this.timeout(patience(60_000));
    const day = fc.integer({ min: -3, max: 26 }).map((offset) => addDays(MONDAY, offset));
    const round = fc.record({
      date: fc.option(day, { nil: undefined }),
      pinned: fc.boolean(),
      status: fc.constantFrom('planned', 'planned', 'planned', 'passed'),
    });
    const task = fc.record({ done: fc.boolean(), due: fc.option(day, { nil: undefined }) });
    const calendar = fc.record({
      weekend: fc.subarray([3, 6, 7]),
      holidays: fc.array(
        day.map((from) => ({ from, to: addDays(from, 1) })),
        { maxLength: 2 },
      ),
    });
    const moved = fc.option(fc.record({ round: fc.constantFrom(...PLAYBOOK.rounds.map(({ id }) => id)), date: day }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(
        fc.array(round, { minLength: 5, maxLength: 5 }),
        fc.array(task, { minLength: 7, maxLength: 7 }),
        calendar,
        day,
        moved,
        (rounds, tasks, own, today, move) => {
          const time = { calendar: own, minutesPerDay: 120 };
          let index = 0;
          const files = started((path, text) => {
            const at = /^rounds\/0(\d)/u.exec(path);
            if (at) {
              const { date, pinned, status } = rounds[Number(at[1]) - 1] ?? assert.fail();
              return text
                .replace(/^date: .*$/mu, `date: ${date ?? ''}`.trimEnd())
                .replace('pinned: false', `pinned: ${String(pinned)}`)
                .replace('status: planned', `status: ${status}`);
            }
            if (path !== 'preparation.md') return text;
            return text.replace(/^- \[ \] .*$/gmu, (line) => {
              const { done, due } = tasks[index++] ?? assert.fail();
              return `${done ? line.replace('[ ]', '[x]') : line}${due === undefined ? '' : ` (due ${due})`}`;
            });
          });
          const before = read(files, time);
          const result = plan(files, today, move, time);
          assert.deepEqual(plan(files, today, move, time), result, 'the same again');
          for (const { kind, round: id, line, to, why } of result.changes) {
            if (kind === 'round') {
              const old = before.rounds.find((each) => each.id === id) ?? assert.fail();
              if (id === move?.round) assert.equal(to, move?.date);
              else {
                assert.ok(old.status === 'planned' || old.date === undefined, 'is not over');
                assert.ok(!(old.pinned && old.date !== undefined), 'is not pinned');
                assert.ok(
                  isWorkingDay(to, own) && to >= today && to >= MONDAY && to <= addDays(MONDAY, before.days - 1),
                  `${String(id)} on ${to}`,
                );
              }
            } else if (kind === 'task') {
              assert.equal(before.preparation?.items.find((item) => item.line === line)?.checked, false);
              if (why !== 'follows the rounds') assert.ok(isWorkingDay(to, own) && to >= today, `a task on ${to}`);
            }
          }
          const after = read(written(files, result.changes, time), time);
          const listed = new Map(
            result.changes.filter(({ kind }) => kind === 'task').map(({ line, to }) => [line, to]),
          );
          before.preparation?.items.forEach(({ line, due, checked, before: served }, at) => {
            const serving = before.rounds.find(({ id }) => id === served);
            // What is done, or served a round that is over, asks for nothing any more.
            if (checked || serving?.status !== 'planned' || (serving.date ?? today) < today) return;
            assert.equal(after.preparation?.items[at]?.due, listed.get(line) ?? due, 'nothing unlisted moves');
          });
          const feedback = result.changes.find(({ kind }) => kind === 'feedback')?.to ?? before.feedback?.date;
          const isLost = result.problems.some(({ code }) => code === 'no-feedback-day');
          assert.equal(after.feedback?.date, isLost ? undefined : feedback, 'nor does the feedback day');
          const fits = !result.problems.some(({ message }) => message.startsWith('The rounds do not fit'));
          after.rounds.forEach((each, at) => {
            const previous = after.rounds[at - 1];
            const isFree = (one: typeof each): boolean =>
              result.changes.some(({ kind, round: id }) => kind === 'round' && id === one.id && id !== move?.round);
            if (fits && previous?.date !== undefined && each.date !== undefined && (isFree(each) || isFree(previous)))
              assert.ok(each.date > previous.date, 'in order');
          });
          for (const item of after.preparation?.items ?? []) {
            const serving = after.rounds.find(({ id }) => id === item.before);
            const until = serving?.date === undefined ? undefined : addDays(serving.date, -1);
            if (
              item.checked ||
              !until ||
              serving?.status !== 'planned' ||
              until < today ||
              workingDays(today, until, own) === 0
            )
              continue;
            assert.ok(
              (item.due ?? '') <= until && (item.due ?? '') >= today,
              `${item.text.slice(0, 20)}: ${item.due ?? ''} for ${serving.date ?? ''}`,
            );
          }
          const again = plan(written(files, result.changes, time), today, undefined, time);
          if (!move && fits) assert.deepEqual(again.changes, [], 'replanned twice');
        },
      ),
      runs(120),
    );
  });
});
