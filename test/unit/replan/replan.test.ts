import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isWorkingDay, workingDays, DEFAULT_WORK_TIME, type WorkTime } from '../../../src/core/days/calendar';
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
  });

  it('brings preparation before a round that moves ahead', () => {
    const { changes } = plan(started(), MONDAY, { round: 'hiring-committee', date: '2026-12-09' });
    assert.deepEqual(shown(changes), [
      'round Hiring Committee: 12-14 → 12-09, rescheduled',
      'task Rehearse the committ: 12-09 → 12-08, to come before Hiring Committee',
    ]);
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
