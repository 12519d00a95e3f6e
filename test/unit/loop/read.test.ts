import assert from 'node:assert/strict';
import fc from 'fast-check';
import { taskTitle } from '../../../src/core/checklist/taskTitle';
import { DEFAULT_CALENDAR, type WorkCalendar } from '../../../src/core/days/calendar';
import { loopDay, nextRound } from '../../../src/core/loop/loopDay';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { parseFile } from '../../../src/core/loop/parseFile';
import { loopDescription } from '../../../src/core/tracker/loopRows';
import { trackerRows } from '../../../src/core/tracker/trackerRows';
import { CONFLUENT, LOOP, read } from './readLoop';
import { runs } from '../../support/properties';

/** The problems as `file: what they point at`. */
function pointedAt(files: Readonly<Record<string, string>>): string[] {
  return read(files).problems.map(
    ({ path, start, end }) => `${path}: ${files[path.slice(2)]?.slice(start, end) ?? ''}`,
  );
}

describe('a loop that is read', () => {
  it('has its rounds by number, with what their front matter and the playbook say', () => {
    const { rounds, problems } = read({
      'loop.md': LOOP,
      'rounds/02-system-design.md':
        '---\nround: system-design\ndate: 2026-12-01\ntime: 9:30\npinned: true\nstatus: passed\n---\n# My title\n',
      'rounds/01-phone-screen.md': '# Call\n- [x] One\n',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rounds.map(({ id, number, title, path, date, time, pinned, status, minutes }) => [
        id,
        number,
        title,
        path,
        date,
        time,
        pinned,
        status,
        minutes,
      ]),
      [
        ['phone-screen', 1, 'Call', 'l/rounds/01-phone-screen.md', undefined, undefined, false, 'planned', 30],
        ['system-design', 2, 'My title', 'l/rounds/02-system-design.md', '2026-12-01', '09:30', true, 'passed', 45],
      ],
    );
  });

  it('points at what is wrong, value by value, and carries on', () => {
    const round =
      '---\nround: nonsense\ndate: 2026-02-30\ntime: noon\npinned: maybe\nstatus: great\n---\n# R\n- [ ] Kept\n';
    const files = {
      'loop.md': LOOP.replace('Europe/Berlin', 'Mars/Olympus').replace('days: 22', 'days: many'),
      'rounds/01-a.md': round,
    };
    assert.deepEqual(pointedAt(files).sort(), [
      'l/loop.md: Mars/Olympus',
      'l/loop.md: many',
      'l/rounds/01-a.md: 2026-02-30',
      'l/rounds/01-a.md: great',
      'l/rounds/01-a.md: maybe',
      'l/rounds/01-a.md: nonsense',
      'l/rounds/01-a.md: noon',
    ]);
    const { rounds, days, timeZone } = read(files);
    assert.equal(rounds[0]?.items.length, 1);
    assert.equal(days, 22);
    assert.equal(timeZone, undefined);
  });

  it('has which story answers which question, by the name of the story’s file, and the gaps', () => {
    const assigned =
      'assigned:\n  - { prompt: A failure, story: rewrite.md }\n  - prompt: "Why us?"\n  - { prompt: 7, story: outage }\n';
    const { rounds, problems } = read({ 'loop.md': LOOP, 'rounds/01-phone-screen.md': `---\n${assigned}---\n` });
    assert.deepEqual(problems, []);
    assert.deepEqual(rounds[0]?.assigned, [
      { prompt: 'A failure', story: 'rewrite' },
      { prompt: 'Why us?', story: undefined },
      { prompt: '7', story: 'outage' },
    ]);
    assert.equal(read({ 'loop.md': LOOP, 'rounds/01-phone-screen.md': '' }).rounds[0]?.assigned, undefined);
  });

  it('leaves out an assigned story that cannot be read, and points at it', () => {
    const assigned = (list: string) => ({ 'loop.md': LOOP, 'rounds/01-phone-screen.md': `---\n${list}\n---\n` });
    const files = assigned('assigned: [{ prompt: One, story: a }, two, { story: b }, { prompt: Three, story: [c] }]');
    assert.deepEqual(read(files).rounds[0]?.assigned, [{ prompt: 'One', story: 'a' }]);
    assert.deepEqual(pointedAt(files), [
      'l/rounds/01-phone-screen.md: two',
      'l/rounds/01-phone-screen.md: { story: b }',
      'l/rounds/01-phone-screen.md: { prompt: Three, story: [c] }',
    ]);
    assert.deepEqual(pointedAt(assigned('assigned: rewrite')), ['l/rounds/01-phone-screen.md: rewrite']);
  });

  it('says once that front matter is broken, not that its keys are missing', () => {
    const { problems, rounds } = read({
      'loop.md': '---\nplaybook: [\n---\n',
      'rounds/01-phone-screen.md': '---\nround: phone-screen\n',
    });
    assert.deepEqual(
      problems.map(({ path, severity }) => [path, severity]),
      [
        ['l/loop.md', 'error'],
        ['l/rounds/01-phone-screen.md', 'error'],
      ],
    );
    assert.equal(rounds[0]?.id, 'phone-screen', 'from the file’s name');
  });

  it('says what loop.md lacks, or that it is not there', () => {
    assert.deepEqual(
      read({ 'loop.md': '# Mine\n' }).problems.map(({ message }) => /“(\w+)”/u.exec(message)?.[1]),
      ['playbook', 'firstContact', 'days'],
    );
    assert.match(read({ 'rounds/01-a.md': '' }).problems[0]?.message ?? '', /has no loop\.md/u);
    assert.match(
      read({ 'loop.md': LOOP.replace('confluent-ai-ml-pm', 'gone') }).problems[0]?.message ?? '',
      /No playbook “gone”/u,
    );
  });

  it('reports only the merge conflict in loop.md, and reads the user’s own side', () => {
    const conflict = LOOP.replace(/^firstContact: (.*)$/mu, (own) =>
      ['<<<<<<< HEAD', own, '||||||| base', 'firstContact: 2026-01-01', '=======', 'firstContact: [', '>>>>>>> b'].join(
        '\n',
      ),
    );
    const { problems, company, firstContact } = read({ 'loop.md': conflict });
    assert.deepEqual(
      problems.map(({ message, start }) => [/merge conflict/u.test(message), conflict.slice(start, start + 7)]),
      [[true, '<<<<<<<']],
    );
    const plain = read({ 'loop.md': LOOP });
    assert.deepEqual([company, firstContact], [plain.company, plain.firstContact]);
  });

  it('finds a merge conflict and a round that two files claim', () => {
    const conflict = `${LOOP}<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n`;
    assert.match(read({ 'loop.md': conflict }).problems[0]?.message ?? '', /merge conflict/u);
    const twice = read({
      'loop.md': LOOP,
      'rounds/01-a.md': '---\nround: phone-screen\n---\n',
      'rounds/02-b.md': '---\nround: phone-screen\n---\n',
    });
    assert.deepEqual(
      twice.problems.map(({ path }) => path),
      ['l/rounds/02-b.md'],
    );
  });

  it('knows a renamed round by its front matter or its id, and says when a file belongs to no round', () => {
    const { rounds, problems } = read({
      'loop.md': LOOP,
      'rounds/01-phone-screen.md': '# Call\n',
      'rounds/product-sense-final.md': '---\nround: product-sense\ndate: 2026-12-04\n---\n',
      'rounds/system-design.md': '',
      'rounds/notes.md': '# Notes\n',
    });
    assert.deepEqual(
      rounds.map(({ id, number, path, date }) => [id, number, path, date]),
      [
        ['phone-screen', 1, 'l/rounds/01-phone-screen.md', undefined],
        ['system-design', 2, 'l/rounds/system-design.md', undefined],
        ['product-sense', 3, 'l/rounds/product-sense-final.md', '2026-12-04'],
      ],
    );
    assert.deepEqual(
      problems.map(({ path, severity }) => [path, severity]),
      [['l/rounds/notes.md', 'warning']],
    );
    assert.match(
      problems[0]?.message ?? '',
      /does not belong to a known round: write “round: phone-screen” into its front/u,
    );
  });

  it('begins its preparation where loop.md says, and says where that leads to no plan', () => {
    const from = (day: string) =>
      read({
        'loop.md': LOOP.replace('days', `prepareFrom: ${day}\ndays`),
        'preparation.md': '- [ ] **Practise the impact-first narrative.** x\n',
      });
    assert.equal(from('2026-11-16').prepareFrom, '2026-11-16');
    assert.equal(from('2026-11-16').preparation?.items[0]?.from, '2026-11-16');
    for (const wrong of ['2026-12-15', '1926-11-16', 'soon']) {
      assert.equal(from(wrong).prepareFrom, undefined, wrong);
      assert.equal(from(wrong).problems.length, 1, wrong);
      assert.equal(from(wrong).preparation?.items[0]?.from, '2026-11-23', wrong);
    }
  });

  it('takes a task’s date from its own line, else from the plan; the line’s text shows without it', () => {
    const loop = read({
      'loop.md': LOOP,
      'preparation.md':
        '- [ ] **Practise the impact-first narrative.** More (due 2026-12-02, was 2026-11-27)\n- [ ] **Rehearse the committee script.**\n- [ ] My own (due 2026-11-26)\n- [ ] Someday\n- [ ] Odd (due 2026-02-30)\n',
    });
    const items = loop.preparation?.items ?? [];
    assert.deepEqual(
      items.map(({ due, from, before, minutes }) => [due, from, before, minutes]),
      [
        ['2026-12-02', '2026-11-28', 'phone-screen', 90],
        ['2026-12-09', '2026-12-08', 'hiring-committee', 90],
        ['2026-11-26', '2026-11-26', undefined, undefined],
        [undefined, undefined, undefined, undefined],
        [undefined, undefined, undefined, undefined],
      ],
    );
    assert.deepEqual(items[0]?.own, { due: '2026-12-02', was: '2026-11-27' });
    assert.deepEqual(
      loop.problems.map(({ path, message }) => [path, /“(.*?)”/u.exec(message)?.[1]]),
      [['l/preparation.md', '2026-02-30']],
    );
    const drawn = JSON.stringify(trackerRows({ loop, today: '2026-12-03', sessions: [] }, { hideDone: false }), [
      'label',
      'tooltip',
      'children',
      'spoken',
    ]);
    assert.doesNotMatch(drawn, /\(due 2026-(?:12-02|11-26)/u);
    const [item] =
      trackerRows({ loop, today: '2026-11-23', sessions: [] }, { hideDone: false }).find(
        (row) => row.kind === 'preparation',
      )?.children ?? [];
    assert.equal(item?.item.text, items[0]?.text, 'ticking compares the whole line');
  });

  it('plans around the days off that the user has', () => {
    const holidays = [{ from: '2026-12-07', to: '2026-12-09' }];
    const files = new Map([['loop.md', parseFile(LOOP)]]);
    const plan = (calendar: WorkCalendar): string[] =>
      assembleLoop('l', files, [], () => CONFLUENT, { calendar, minutesPerDay: 120 }).plan?.rounds.map(
        ({ date }) => date,
      ) ?? [];
    assert.ok(plan(DEFAULT_CALENDAR).includes('2026-12-08'));
    assert.ok(plan({ weekend: [6, 7], holidays }).includes('2026-12-10'));
  });

  it('moves the feedback day with the rounds around it', () => {
    const rounds = (second: string, third: string): Readonly<Record<string, string>> => ({
      'loop.md': LOOP,
      'rounds/02-system-design.md': `---\nround: system-design\ndate: ${second}\n---\n`,
      'rounds/03-product-sense.md': `---\nround: product-sense\ndate: ${third}\n---\n`,
    });
    assert.equal(read(rounds('2026-12-07', '2026-12-09')).feedback?.date, '2026-12-08');
    assert.equal(read(rounds('2026-12-07', '2026-12-08')).feedback?.date, undefined);
  });

  it('never throws, whatever the files say (property)', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom(
            '---\n',
            'round: a\n',
            'date: 2026-99-99\n',
            'days: -1\n',
            '- [ ] x\n',
            '  - [x] y\n',
            'firstContact: 2026-01-01\n',
            'timeZone: ""\n',
            'playbook: confluent-ai-ml-pm\n',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, text, (loop, preparation, round) => {
        const model = read({ 'loop.md': loop, 'preparation.md': preparation, 'rounds/01-phone-screen.md': round });
        trackerRows({ loop: model, today: '2026-11-23', sessions: [] }, { hideDone: true });
        for (const { start, end } of model.problems) assert.ok(start <= end);
      }),
      runs(100),
    );
  });
});

describe('a preparation task', () => {
  it('is known by its bold beginning, without the dot', () => {
    assert.equal(taskTitle('**Do this.** And that.'), 'Do this');
    assert.equal(taskTitle('Plain task.'), 'Plain task');
    assert.equal(taskTitle('**Not closed'), '**Not closed');
  });
});

describe('a day of a loop', () => {
  const loop = read({
    'loop.md': LOOP,
    'preparation.md':
      '- [ ] **Practise the impact-first narrative.** x\n- [x] **Choose the three questions that you will put to the hiring manager.** y\n- [ ] Mine\n',
    'rounds/01-phone-screen.md': '---\nround: phone-screen\ndate: 2026-11-25\n---\n# Phone Screen\n',
    'rounds/02-system-design.md': '---\nround: system-design\ndate: 2026-11-30\nstatus: done\n---\n# System Design\n',
    'rounds/03-product-sense.md': '---\nround: product-sense\ndate: 2026-12-04\n---\n# Product Sense\n',
  });

  it('is counted from the first contact', () => {
    assert.equal(loopDescription(loop, '2026-11-25'), 'day 3 of 22');
    assert.equal(loopDescription(loop, '2026-11-22'), 'starts in 1 day');
    assert.equal(loopDescription(loop, '2026-12-15'), 'over after 22 days');
    assert.equal(loopDescription({ ...loop, days: 1 }, '2026-12-15'), 'over after 1 day');
    assert.deepEqual(loopDay(loop, '2026-12-14'), { kind: 'running', day: 22 });
  });

  it('knows the round that comes next', () => {
    assert.equal(nextRound(loop, '2026-11-24')?.id, 'phone-screen');
    assert.equal(nextRound(loop, '2026-11-25')?.id, 'product-sense');
    assert.equal(nextRound(loop, '2026-12-04'), undefined);
  });
});

describe('a date with a wrong year', () => {
  it('is a problem at its place, and is left out of the plan', () => {
    // “(due 2926-11-28)” had every day of nine centuries walked for each day that was drawn: twelve seconds.
    const loop = assembleLoop(
      'acme',
      new Map([
        ['loop.md', parseFile('---\nplaybook: general-pm\nfirstContact: 2026-11-23\ndays: 20\n---\n')],
        ['preparation.md', parseFile('- [ ] **Read** (due 2926-11-28)\n- [ ] Write (due 2026-11-28)\n')],
        ['rounds/01-screen.md', parseFile('---\nround: screen\ndate: 1926-11-28\n---\n')],
      ]),
      [],
      () => undefined,
    );
    assert.deepEqual(
      loop.problems
        .map(({ path, message }) => [path, message])
        .filter(([, message]) => message?.includes('check the year')),
      [
        ['acme/rounds/01-screen.md', '“1926-11-28” is 100 years away from the first contact: check the year.'],
        ['acme/preparation.md', '“2926-11-28” is 900 years away from the first contact: check the year.'],
      ],
    );
    assert.deepEqual(
      loop.preparation?.items.map(({ due }) => due),
      [undefined, '2026-11-28'],
    );
    assert.equal(loop.rounds[0]?.date, undefined);
  });
});
