import * as assert from 'node:assert';
import { found } from './sound';

const CODE = 'trade-off-missing';
function isQuiet(text: string): void {
  it(`hears a price in “${text}”`, () => assert.deepEqual(found(CODE, text), []));
}
function isRaised(text: string): void {
  it(`hears none in “${text}”`, () => assert.equal(found(CODE, text).length, 1));
}

describe('A price that is told without a word of weighing', () => {
  for (const text of [
    'I moved the choir to Tuesdays. Two altos left over it. Attendance rose from 22 to 41 within a year.',
    'I locked the schedule on Fridays. Sales were furious at first. Late orders fell from 20 to 4 a month.',
    'We opened the new clinic without a pharmacy. Visits rose from 40 to 90 a week by June.',
    'I put three fitters on the hospital job. The school’s boiler had to wait until May. Turnover rose by 9%.',
    'I made the exam open-book. Marking takes me two hours longer per class. Pass rates rose from 60% to 81%.',
    'The committee would have liked a gala. I stuck to the jumble sale. We raised £9,000, up from £4,000.',
    'I sold the second van to pay for it. Deliveries rose from 20 to 34 a day within the year.',
    'I turned off suggestions, which some customers still miss. Load time fell from 4 s to 1.2 s in a month.',
    'Guests found the new bell rude. I kept it. Waits fell from 9 to 3 minutes in a month.',
  ])
    isQuiet(text);
  for (const text of [
    'I run the parcel desk. Complaints rose to 40 a week. I labelled every shelf, and complaints fell to 9 by May.',
    'Customers hated the old form. I cut it to one page, and completion rose from 31% to 60% in a month.',
    'I asked the drivers. Most complained about the scanner. I replaced it, and losses fell from 30 to 4 by June.',
    'The nurses complained, so I moved the cupboard. Walking fell from 30 to 12 minutes a shift by May.',
    'I wrote a checklist. Before, cooks had to guess. Now we deliver in 2 days, down from 9.',
    'I shipped it without a single incident. Load time fell from 4 s to 1 s in a month.',
    'I refused to give up and asked every supplier. Costs fell by 12% by May.',
    'I phoned all 60 members who had left. Within a year 31 came back, and revenue rose by 12%.',
  ])
    isRaised(text);
});

describe('A section about trade-offs that tells of none', () => {
  const told = '## Result\n\nI cut the wait from 9 to 3 minutes in a month.\n\n## Trade-offs\n\n';
  for (const text of [
    'I cannot think of any. The children love it.',
    'A big thank-you to Priya, without whom this would never have happened.',
    'The mayor cut the ribbon and smiled.',
    'The club has nothing but good to say.',
  ])
    isRaised(told + text);
  isRaised('I made a form, and errors fell from 9 to 3 in a month.\nTrade-offs: The boss was very satisfied.');
  isQuiet('I made a form, and errors fell from 9 to 3 in a month.\nTrade-offs: Two old forms had to go.');
});
