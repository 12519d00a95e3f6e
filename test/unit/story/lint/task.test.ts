import assert from 'node:assert/strict';
import { found } from './sound';

const told = (task: string, result: string): string =>
  `## Task\n\n${task}\n\n## Action\n\nI talked to everybody.\n\n## Result\n\n${result}\n`;

describe('A target that the task sets', () => {
  for (const [task, result, short] of [
    ['I was asked to raise punctuality to 97%.', 'Punctuality rose from 88% to 93% within a year.', 'from 88% to 93%'],
    ['The goal was to get churn below 3%.', 'By December churn stood at 3.4%, after 6%.', '3.4%'],
    ['I was to hire eight cooks before the summer.', 'By August we had hired six cooks, and all stayed.', 'six cooks'],
    ['Reduce the cost of a meal by 20%.', 'The cost of a meal fell by 14% in two quarters.', '14%'],
    ['I had to raise £50,000 for the roof.', 'By June we had raised £41,000.', '£41,000'],
    ['I had promised a margin of 30%.', 'The margin came to 27% in the third quarter.', '27%'],
    ['Cut late parcels to fewer than ten a week.', 'Late parcels fell to 13 a week by June.', '13 a week'],
    ['I had to enrol at least 50 helpers.', 'By July there were 43 of them; before, 20.', '43 of them'],
  ] as const)
    it(`is missed by “${result}” where the task is “${task}”`, () =>
      assert.deepEqual(found('target-missed', told(task, result)), [short]));

  for (const [task, result] of [
    ['Reduce the cost of a meal by 20%.', 'The cost of a meal fell by 24% in two quarters, and waste by 10%.'],
    ['I had to keep the wait under 20 minutes.', 'The average wait was 18 minutes in March, down from 45.'],
    ['Bring churn below 5%.', 'The NPS rose by 12% in a year.'],
    ['I had to fill 12 places with a budget of $40,000.', 'All 12 places were taken by May, for $31,000.'],
    ['Churn was above 8%, and I was asked to bring it down.', 'Churn fell to 5% within a year.'],
    ['Reach 90% on-time departures.', 'On-time departures rose from 81% to 92% in May.'],
    ['I had to cut waste by a third within a year.', 'Waste fell from 60 kg to 38 kg a day by Christmas.'],
    ['I had to get churn below 3%.', 'Churn fell from 6% to 3.4% in a year, so I missed the goal.'],
    ['I had to enrol at least 50 helpers.', 'By July there were 61 of them.'],
  ] as const)
    it(`is not missed by “${result}” where the task is “${task}”`, () =>
      assert.deepEqual(found('target-missed', told(task, result)), []));

  it('makes of a count that answers it an outcome', () => {
    const result = 'All 12 places were taken by May.';
    assert.deepEqual(found('metric-missing', told('I had to fill 12 places.', result)), []);
    assert.equal(found('metric-missing', told('I had to calm the parents.', 'We met 12 times.')).length, 1);
  });
});

describe('A task', () => {
  for (const [task, result] of [
    ['I was asked to reduce the number of returned parcels.', 'Our rating rose from 3.9 to 4.4 within a year.'],
    ['Win back three former clients.', 'Website traffic grew by 30% in the spring.'],
    ['My job was to cut the time that guests wait.', 'The brochure had 4,000 readers in May, after 900.'],
    ['I had to save $40k of our yearly water bill.', 'Visitors rose from 300 to 420 a day by June.'],
  ] as const)
    it(`is not answered by figures for something else: “${task}”, “${result}”`, () =>
      assert.deepEqual(found('task-unanswered', told(task, result)), [task]));

  for (const [task, result] of [
    ['I had to stop the leaks in the roof.', 'We have had three dry winters, and it cost £300.'],
    ['I was asked to fill the four open posts.', 'Four nurses started in May, after two years of vacancies.'],
    ['My goal was to cut the time that patients wait.', 'They are now seen within 20 minutes instead of 55.'],
    ['I was asked to make the payments reliable.', 'Outages fell from nine a quarter to one within a year.'],
    ['I was asked to end the quarrel.', 'In two months there has been one complaint, after five a month.'],
    ['I had to raise the number of readers by a third.', 'We reached the goal in May, and donations rose 12%.'],
  ] as const)
    it(`is answered in other words: “${task}”, “${result}”`, () =>
      assert.deepEqual(found('task-unanswered', told(task, result)), []));

  for (const [task, condition] of [
    ['Ship the release on time while keeping the error budget.', 'keeping the error budget'],
    ['I was to lower fuel use, but keep the delivery windows.', 'keep the delivery windows'],
    ['Halve the falls on the ward and preserve the right to walk.', 'preserve the right to walk'],
  ] as const)
    it(`has a condition beside it: “${task}”`, () => {
      const result = 'Of 31 there were 14 left within a quarter.';
      assert.deepEqual(found('task-unanswered', told(task, result)), [condition]);
      assert.deepEqual(found('task-unanswered', told(task, `${result} All else stayed as it was.`)), []);
    });
});

describe('The time frame', () => {
  const plain = (text: string): string[] => found('time-frame-missing', text);
  for (const [text, claim] of [
    ['## Result\n\nStaff turnover fell from 24% to 15%.', 'from 24% to 15%'],
    ['## Result\n\nThe build takes 12 minutes instead of 50, and nobody waits for it.', '12 minutes'],
    ['I led the sales of the district, and they grew by 40 %. I visited every shop myself.', '40 %'],
    ['I raised the share of repeat buyers from 21% to 29% with a card in each parcel.', 'from 21% to 29%'],
  ] as const)
    it(`is asked for in a short story, too: “${text.replace(/\n/gu, ' ')}”`, () =>
      assert.deepEqual(plain(text), [claim]));

  for (const text of [
    '## Result\n\nStaff turnover fell from 24% to 15% in one season.',
    '## Result\n\nThe build takes 12 minutes instead of 50 since the release in May.',
    'I led the sales of the district, and they grew by 40 % last year. I visited every shop myself.',
    '## Result\n\n## Task\n\nStaff turnover fell from 24% to 15%.',
  ])
    it(`is not asked for: “${text.replace(/\n/gu, ' ')}”`, () => assert.deepEqual(plain(text), []));
});
