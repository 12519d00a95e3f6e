import assert from 'node:assert/strict';
import { readCalendar } from '../../../src/core/days/calendar';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { parseFile } from '../../../src/core/loop/parseFile';
import { dayLoad, dayWork, loopLoad, type Workload } from '../../../src/core/replan/workload';
import { planSchedule, type Plan } from '../../../src/core/schedule/plan';
import { builtIn } from '../loop/builtIn';

const CONFLUENT = builtIn('confluent-ai-ml-pm');
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

/** The work of a plan of the playbook, as that of a loop. */
function loadOf(plan: Plan): Workload {
  return {
    rounds: plan.rounds.map(({ id, date }) => {
      const round = CONFLUENT.rounds.find((candidate) => candidate.id === id);
      return { id, date, title: round?.title ?? id, minutes: round?.minutes ?? 0 };
    }),
    tasks: plan.work.map((work, index) => ({ ...work, round: plan.tasks[index]?.round })),
    drills: plan.drills,
  };
}

describe('the load of a day', () => {
  it('is a plan’s rounds, its share of the tasks, and drills; the tasks’ minutes add up', () => {
    const plan = planSchedule({ playbook: CONFLUENT, firstContact: '2026-11-23' });
    const load = loadOf(plan);
    assert.deepEqual(
      dayWork(load, '2026-11-25').filter(({ kind }) => kind === 'round'),
      [{ kind: 'round', title: 'Phone Screen', minutes: 30, round: 'phone-screen' }],
    );
    const days = Array.from(
      { length: 30 },
      (_, index) => `2026-${index < 8 ? '11' : '12'}-${String(index < 8 ? index + 23 : index - 7).padStart(2, '0')}`,
    );
    const tasks = days.flatMap((date) => dayWork(load, date)).filter(({ kind }) => kind === 'task');
    const sum = tasks.reduce((total, { minutes }) => total + minutes, 0);
    assert.ok(
      Math.abs(sum - CONFLUENT.preparation.reduce((total, { minutes }) => total + (minutes ?? 60), 0)) <= 10,
      String(sum),
    );
    assert.equal(dayLoad(load, '2026-11-28'), 0, 'a Saturday');
    assert.equal(dayLoad(load, '2027-01-01'), 0, 'after the loop');
  });

  it('is what a loop still asks for: done tasks weigh nothing, a task’s own date counts, and so does the calendar', () => {
    const open = '- [ ] **Practise the impact-first narrative.** (due 2026-11-24)\n';
    const tasks = (loop: ReturnType<typeof read>, date: string): number[] =>
      dayWork(loopLoad(loop), date)
        .filter(({ kind }) => kind === 'task')
        .map(({ minutes }) => minutes);
    assert.deepEqual([tasks(read(open), '2026-11-23'), tasks(read(open), '2026-11-24')], [[75], [75]]);
    assert.deepEqual(tasks(read(open.replace('[ ]', '[x]')), '2026-11-24'), []);
    assert.deepEqual(tasks(read('- [ ] Mine (due 2026-11-28)\n'), '2026-11-28'), [60], 'put on a Saturday by the user');
    const calendar = readCalendar(['Tuesday'], []);
    assert.deepEqual(
      dayWork(loopLoad(read(open)), '2026-11-24', calendar).filter(({ kind }) => kind === 'task'),
      [],
    );
  });
});
