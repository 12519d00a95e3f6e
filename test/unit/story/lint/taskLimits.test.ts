import assert from 'node:assert/strict';
import { found } from './sound';

const told = (task: string, result: string): string =>
  `Task: ${task}\nAction: I sorted the requests by topic and wrote three templates.\nResult: ${result}`;

describe('A limit that the task sets in a clause of its own', () => {
  for (const [task, result] of [
    ['Get the phones answered faster, and the receptionists must not work Saturdays.', 'Callers wait 40 seconds now.'],
    ['Swap the motor, the line was not to stop.', 'The new motor draws 22 % less power.'],
    ["Renew the signs and don't disturb the pupils.", 'All 90 signs hung by the first of May.'],
    ['Lift renewals; discounts were off the table.', 'Renewals climbed from 71 % to 83 % in a year.'],
    [
      'Close the books by the fifth, never at the price of accuracy.',
      'We close on the fourth now; it was the eleventh.',
    ],
    ['Cut the report from six weeks to two, provided that the auditors accept it.', 'It took eleven days this year.'],
    ['Bring the lunch queue down to five minutes on the same budget.', 'The queue takes four minutes; it took eleven.'],
    ['Shorten the checkout, keeping the fraud rate where it was.', 'Checkout takes 38 seconds instead of 70.'],
    ['Double the tours with the garden kept open.', 'Tours rose from 20 to 44 a month.'],
    ['Answer letters within a day, and not one clerk more.', 'Letters are answered in 20 hours, down from 90.'],
    ['Raise the pass rate, at no extra teaching hours.', '78 % passed in June, 61 % the year before.'],
  ] as const)
    it(`is asked for: “${task}”, “${result}”`, () =>
      assert.equal(found('task-unanswered', told(task, result)).length, 1));

  for (const [task, result] of [
    ['Get the phones answered faster, and the receptionists must not work Saturdays.', 'Saturdays stayed free.'],
    ['Swap the motor, the line was not to stop.', 'The line ran all weekend, and we use 22 % less power.'],
    ["Renew the signs and don't disturb the pupils.", 'All 90 signs hung by May, and no lesson was interrupted.'],
    ['Shorten the checkout, keeping the fraud rate where it was.', 'It takes 38 seconds, and fraud is at 0.2 %.'],
    ['I joined a team with no tester and had to bring out the app.', 'The app came out on 12 May with 4,000 users.'],
    ['Reply on the same day.', 'We reply within five hours, it was three days.'],
  ] as const)
    it(`is not asked for where it is answered, or none: “${task}”, “${result}”`, () =>
      assert.deepEqual(found('task-unanswered', told(task, result)), []));
});

describe('One of two things that were asked for', () => {
  it('is asked for where only the other is heard of', () => {
    for (const [task, result] of [
      ['Roll out the rota to Leeds and Hull before the summer.', 'Leeds uses it since June, and swaps fell by 40 %.'],
      ['A sorter that works for apples and for pears.', 'It sorts apples at 96 %, up from 80 %.'],
      ['Translate the app into Dutch and Danish.', 'The Dutch app has 4,000 users after three months.'],
    ] as const)
      assert.equal(found('task-unanswered', told(task, result)).length, 1, task);
  });
  it('is not asked for where both are', () => {
    for (const [task, result] of [
      ['Roll out the rota to Leeds and Hull before the summer.', 'Both use it since June, and swaps fell by 40 %.'],
      ['Get Anna and Tom to ship the app by May.', 'The app shipped on 12 May and has 4,000 users.'],
    ] as const)
      assert.deepEqual(found('task-unanswered', told(task, result)), [], task);
  });
});

describe('A task in running text', () => {
  for (const text of [
    'I was asked to merge two libraries without losing readers. I drew up a plan and moved the shelves. The merge was done in May, and we save £40,000 a year.',
    'The brief from the CFO was to close two depots, and nobody should be dismissed. I spoke to every driver. Both depots closed in June, and rent fell by 30 %.',
    'Our matron handed me the night rota: make it fair, and don’t let overtime go up. I built a points system. Swaps fell from 30 to 8 a month.',
  ])
    it(`has its limit asked for: “${text}”`, () => assert.equal(found('task-unanswered', text).length, 1));

  for (const text of [
    'I was asked to merge two libraries without losing readers. I drew up a plan. The merge was done in May, and 98 % of the readers came along.',
    'I was new and had no access to the data. My task was to find out why orders were lost. I asked for the logs. Lost orders fell from 40 to 3 a week.',
    'The ward had run without a matron for years. I was asked to shorten the handover. I wrote a one-page sheet. The handover takes 12 minutes instead of 30.',
    'I moved the shelves without a plan. It took five days, and we saved £40,000 a year.',
  ])
    it(`has nothing asked for: “${text}”`, () => assert.deepEqual(found('task-unanswered', text), []));
});
