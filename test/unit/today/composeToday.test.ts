import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../src/core/days/dates';
import { assembleLoop } from '../../../src/core/loop/assemble';
import type { Loop } from '../../../src/core/loop/loopModel';
import { parseFile } from '../../../src/core/loop/parseFile';
import { composeToday } from '../../../src/core/today/composeToday';
import type { TodayEntry } from '../../../src/core/today/todayModel';
import type { Row } from '../../../src/core/tracker/row';
import { todayRow } from '../../../src/core/tracker/todayRows';
import { builtIn, withTasks } from '../loop/builtIn';

const PLAYBOOK = withTasks(builtIn('confluent-ai-ml-pm'), { 'impact-first': { minutes: 150 } });
const FILES = {
  'loop.md': '---\nplaybook: confluent-ai-ml-pm\nfirstContact: 2026-11-23\ndays: 22\n---\n',
  'preparation.md':
    '- [ ] **Practise the impact-first narrative.** x\n- [x] **Choose the three questions that you will put to the hiring manager.** y\n- [ ] Mine\n',
  'rounds/01-phone-screen.md':
    '---\nround: phone-screen\ndate: 2026-11-25\ntime: 10:00\n---\n# Phone Screen\n\n- [x] A\n- [ ] B\n- [ ] B\n',
  'rounds/02-system-design.md': '---\nround: system-design\ndate: 2026-11-30\nstatus: done\n---\n# System Design\n',
  'rounds/03-product-sense.md': '---\nround: product-sense\ndate: 2026-12-04\n---\n# Product Sense\n',
};

function loopOf(files: Readonly<Record<string, string>>): Loop {
  const parsed = new Map(Object.entries(files).map(([path, text]) => [path, parseFile(text)]));
  return assembleLoop('a', parsed, [], () => PLAYBOOK);
}

const loop = loopOf(FILES);
const on = (today: string) => composeToday({ loop, today, sessions: [], minutesAtHand: 120 });
const labels = (entries: readonly TodayEntry[]): string[] => entries.map(({ label }) => label);

/** A line and those under it: label and description, a level an indent. */
function draw({ label, description, children }: Row, depth = 0): string[] {
  const line = `${'  '.repeat(depth)}${label}${description === undefined || description === '' ? '' : ` (${description})`}`;
  return [line, ...children.flatMap((child) => draw(child, depth + 1))];
}

describe('Today', () => {
  it('asks for the day’s rounds and feedback, and for the open tasks of that day and before', () => {
    assert.deepEqual(labels(on('2026-11-22').due), []);
    assert.deepEqual(labels(on('2026-11-23').due), ['Practise the impact-first narrative']);
    assert.deepEqual(labels(on('2026-11-25').due), ['Phone Screen', 'Practise the impact-first narrative']);
    assert.deepEqual(
      labels(on('2026-11-30').due),
      ['Practise the impact-first narrative'],
      'a round that is done is not due',
    );
    assert.deepEqual(labels(on(loop.feedback?.date ?? '').due), [
      'Practise the impact-first narrative',
      'Feedback turnaround day',
    ]);
  });

  it('does the same for offers without a loop, and tells of an answer at once where the loop is over', () => {
    const labelled = (label: string) => ({ label, advice: 'Compare the two.' });
    const other = (name: string, date: string, collisions: readonly string[]) => ({
      name,
      date,
      uri: `file:///offers/${name}.md`,
      path: `offers/${name}.md`,
      collisions: collisions.map(labelled),
    });
    const otherAnswers = [
      other('Globex', '2026-11-25', ['Initech wants an answer 2 days later (2026-11-27)']),
      other('Initech', '2026-11-27', []),
      other('Past', '2026-11-20', ['x']),
    ];
    const day = composeToday({ loop, today: '2026-11-25', sessions: [], minutesAtHand: 120, otherAnswers });
    assert.deepEqual(
      labels(day.notices).filter((label) => label.includes('deadline')),
      ['The deadline of Globex (2026-11-25) collides: Initech wants an answer 2 days later (2026-11-27)'],
    );
    const due = day.due.find(({ label }) => label === 'Answer the offer of Globex');
    assert.deepEqual(due?.command?.argument, { uri: 'file:///offers/Globex.md' });

    const over = composeToday({
      loop,
      today: '2027-01-10',
      sessions: [],
      minutesAtHand: 120,
      answer: { date: '2027-01-15', path: 'a/offer.md', collisions: [] },
    });
    const notice = over.notices.find(({ label }) => label === 'Answer the offer');
    assert.equal(notice?.detail, 'its last day is Fri 15 Jan');
  });

  it('asks for the answer to an offer on its last day, and says at once what the deadline collides with', () => {
    const collision = { label: 'Globex wants an answer 2 days later (2026-11-27)', advice: 'Compare the two.' };
    const withAnswer = (today: string, collisions: readonly (typeof collision)[]) =>
      composeToday({
        loop,
        today,
        sessions: [],
        minutesAtHand: 120,
        answer: { date: '2026-11-25', path: 'a/offer.md', collisions },
      });
    assert.deepEqual(labels(withAnswer('2026-11-22', [collision]).notices), [
      `The offer’s deadline (2026-11-25) collides: ${collision.label}`,
    ]);
    assert.deepEqual(labels(withAnswer('2026-11-22', []).notices), []);
    assert.ok(labels(withAnswer('2026-11-25', []).due).includes('Answer the offer'));
    assert.ok(!labels(withAnswer('2026-11-26', [collision]).due).includes('Answer the offer'));
  });

  it('asks for drill cards that are about to be forgotten, a sitting of them at most', () => {
    const cards = (dueCards: number) =>
      composeToday({ loop, today: '2026-11-22', sessions: [], minutesAtHand: 120, dueCards }).due.map(
        ({ label, minutes, command }) => [label, minutes, command?.id],
      );
    assert.deepEqual(cards(0), []);
    assert.deepEqual(cards(1), [['Review 1 drill card', 1, 'prepLoop.reviewCards']]);
    assert.deepEqual(cards(55), [['Review 20 drill cards', 10, 'prepLoop.reviewCards']]);
  });

  it('says when fewer than three questions for the hiring manager are chosen before the first round', () => {
    const noticed = (today: string, managerQuestions?: number) =>
      composeToday({ loop, today, sessions: [], minutesAtHand: 120, managerQuestions }).notices.flatMap(
        ({ id, label, detail, command }) => (id === 'questions' ? [[label, detail, command?.id]] : []),
      );
    assert.deepEqual(noticed('2026-11-23', 1), [
      ['Choose three questions for the hiring manager', '1 of 3, for Phone Screen in 2 days', 'prepLoop.askNext'],
    ]);
    assert.equal(noticed('2026-11-25', 0).length, 1, 'on the day itself');
    assert.deepEqual(noticed('2026-11-23', 3), []);
    assert.deepEqual(noticed('2026-11-23'), [], 'without a file of questions');
    assert.deepEqual(noticed('2026-11-10', 0), [], 'long before');
    assert.deepEqual(noticed('2026-11-26', 0), [], 'once it is over');
  });

  it('says what slipped, since when, and how long all of it takes', () => {
    const today = on('2026-11-25');
    assert.equal(today.slipped, 1);
    assert.equal(today.minutes, 30 + 150, 'all that is not done, on the last day there is');
    assert.deepEqual(draw(todayRow('Today', today)), [
      'Today (2 due · 1 late · 180 of 120 min)',
      '  Phone Screen (10:00 · 30 min · 3 of 4 to do)',
      '    Practise the impact-first narrative',
      '    B',
      '    B',
      '  Practise the impact-first narrative (since Tue 24 Nov · 150 min)',
      '  Next: Feedback turnaround day (Wed 2 Dec · 60 min)',
    ]);
  });

  it('has tomorrow’s round on top, with what is to be done for it', () => {
    const [, full, tomorrow, ...rest] = draw(todayRow('Today', on('2026-11-24')));
    assert.equal(
      full,
      '  The preparation does not fit (it would take 150 minutes a day)',
      '150 minutes are open, and one day is left',
    );
    assert.equal(tomorrow, '  Tomorrow: Phone Screen, 10:00 (30 min · 3 of 4 to do)');
    assert.deepEqual(rest.slice(0, 3), ['    Practise the impact-first narrative', '    B', '    B']);
    assert.deepEqual(
      on('2026-12-03').tomorrow.map(({ steps, allSteps }) => [steps?.length, allSteps]),
      [[0, 0]],
    );
  });

  it('says what is next only once, and nothing where nothing is to come', () => {
    assert.equal(on('2026-11-22').next?.label, 'Practise the impact-first narrative');
    assert.equal(on('2026-11-30').next?.label, 'Feedback turnaround day');
    assert.equal(on('2026-12-03').next, undefined, 'Product Sense stands on top already');
    assert.deepEqual(draw(todayRow('Today', composeToday({ loop: loopOf({}), today: '2026-11-24', sessions: [] }))), [
      'Today (nothing due)',
    ]);
  });

  it('is composed of what its providers give', () => {
    const mock: TodayEntry = {
      id: 'mock',
      label: 'Mock with Ada',
      date: '2026-11-24',
      time: '18:00',
      minutes: 45,
      isAppointment: true,
    };
    const own = composeToday({ loop, today: '2026-11-24', sessions: [] }, [({ today }) => [{ ...mock, date: today }]]);
    assert.deepEqual([labels(own.due), own.minutes], [['Mock with Ada'], 45]);
  });

  it('loses nothing and shows nothing twice (property)', () => {
    const entry = fc.record({
      id: fc.uuid(),
      label: fc.constantFrom('a', 'b'),
      date: fc.integer({ min: -5, max: 5 }).map((days) => addDays('2026-11-24', days)),
      isAppointment: fc.boolean(),
      minutes: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const { due, tomorrow, next, slipped } = composeToday({ loop, today: '2026-11-24', sessions: [] }, [
          () => entries,
        ]);
        assert.deepEqual(
          due.map(({ id }) => id).sort(),
          entries
            .filter(({ date }) => date <= '2026-11-24')
            .map(({ id }) => id)
            .sort(),
        );
        assert.ok(tomorrow.every(({ date, isAppointment }) => date === '2026-11-25' && isAppointment));
        assert.ok(next === undefined || (next.date > '2026-11-24' && !tomorrow.includes(next)));
        assert.ok(next !== undefined || entries.every(({ date }) => date <= '2026-11-25'));
        assert.equal(slipped, entries.filter(({ date }) => date < '2026-11-24').length);
      }),
    );
  });

  it('no longer counts as late what was carried over to a day ahead', () => {
    const carried = (due: string) =>
      composeToday({
        loop: loopOf({ ...FILES, 'preparation.md': `- [ ] Mine (due ${due}, was 2026-11-26)\n` }),
        today: '2026-11-28',
        sessions: [],
      });
    assert.deepEqual([carried('2026-11-30').slipped, labels(carried('2026-11-30').due)], [0, []], 'a Saturday');
    assert.equal(carried('2026-11-30').next?.date, '2026-11-30');
    assert.deepEqual(
      carried('2026-11-27').due.map(({ label, slippedFrom }) => [label, slippedFrom]),
      [['Mine', '2026-11-27']],
      'late again',
    );
  });

  it('asks for as much of a task as the plan has on the day', () => {
    const study = loopOf({
      ...FILES,
      'preparation.md': '- [ ] **Study the streaming-first product material.** x (due 2026-11-27)\n',
    });
    const shares = (today: string) =>
      composeToday({ loop: study, today, sessions: [] }).due.map(({ label, minutes, by }) => [label, minutes, by]);
    assert.deepEqual(shares('2026-11-26'), [['Study the streaming-first product material', 120, '2026-11-27']]);
    assert.deepEqual(shares('2026-11-27'), [['Study the streaming-first product material', 120, '2026-11-27']]);
    assert.deepEqual(
      shares('2026-11-28'),
      [['Study the streaming-first product material', undefined, '2026-11-27']],
      'late, on a day off',
    );
  });

  it('asks how a round went when its day is over and its file still says planned, and does not count that as due', () => {
    const asked = (today: string) =>
      on(today).notices.flatMap(({ id, label, detail, round, menu }) =>
        id.startsWith('unmarked/') ? [[label, detail, round, menu]] : [],
      );
    assert.deepEqual(asked('2026-11-25'), [], 'on its day');
    const phone = ['How did Phone Screen go?', 'it was on Wed 25 Nov', 'phone-screen', 'unmarkedRound'];
    assert.deepEqual(asked('2026-11-26'), [phone]);
    assert.deepEqual(asked('2026-12-01'), [phone], 'a round that is done is not asked about');
    assert.deepEqual(labels(on('2026-11-26').due), ['Practise the impact-first narrative']);
    const closed = { ...loop, closed: { outcome: undefined, date: undefined } };
    assert.deepEqual(composeToday({ loop: closed, today: '2026-11-26', sessions: [] }).notices, []);
  });

  it('lets a task be given another day, where it is due and the day before its round', () => {
    const menus = (entries: readonly Pick<TodayEntry, 'label' | 'menu'>[]) =>
      entries.map(({ label, menu }) => [label, menu]);
    assert.deepEqual(menus(on('2026-11-23').due), [['Practise the impact-first narrative', 'task']]);
    assert.deepEqual(menus(on('2026-11-24').tomorrow[0]?.steps ?? []), [
      ['Practise the impact-first narrative', 'task'],
      ['B', undefined],
      ['B', undefined],
    ]);
  });

  it('offers to close a loop that is over, and asks for nothing in it', () => {
    const over = composeToday({ loop, today: '2026-12-20', sessions: [], dueCards: 9 });
    assert.deepEqual([over.due, over.tomorrow, over.next, over.slipped, over.minutes], [[], [], undefined, 0, 0]);
    assert.deepEqual(
      over.notices.map(({ label, command }) => [label, command?.id, command?.argument]),
      [['This loop is over: close it', 'prepLoop.closeLoop', { loop: 'a' }]],
    );
    assert.deepEqual(draw(todayRow('Today', over)), ['Today (nothing due)', '  This loop is over: close it']);
    const closed = { ...loop, closed: { outcome: undefined, date: undefined } };
    assert.deepEqual(composeToday({ loop: closed, today: '2026-12-20', sessions: [] }).notices, []);
  });
});
