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

  for (const [task, result, short] of [
    ['The ministry demands an attendance of 92%.', 'Attendance rose from 81% to 88% by Easter.', 'from 81% to 88%'],
    [
      'Time to a first loan: three weeks.',
      'The time to a first loan fell from 50 days to 30 in May.',
      'from 50 days to 30',
    ],
    ['Halve the lost keys within a year.', 'Lost keys are down by 38% since May.', '38%'],
    ['Lower the falls on the ward by half.', 'Falls on the ward fell by 35% within a year.', '35%'],
    ['Reduce the heating bill by 15%.', 'The heating bill is 11% lower than a year ago.', '11%'],
    [
      'The plan asked for 650 boxes an hour.',
      'We pack 540 boxes an hour, up from 380.',
      '540 boxes an hour, up from 380',
    ],
    ['The council had set 2% or less.', 'Spoiled ballots went from 5.1% to 2.6% in a year.', 'from 5.1% to 2.6%'],
    ['The board expected 400 classes or more.', 'Last year 340 classes came, after 190.', '340 classes'],
    [
      'The owner set 70 seconds as the mark.',
      'A table is laid in 85 seconds, down from 130.',
      '85 seconds, down from 130',
    ],
    [
      'My aunt wanted spoiled jars at 3 %, tops.',
      'Spoiled jars were 4 % this year, and 9 % last year.',
      '4 % this year, and 9 %',
    ],
    [
      'The figure was no more than 5 late buses a day.',
      'Late buses fell to 7 a day; the winter before it was 16.',
      '7 a day',
    ],
    [
      'I had to bring wrong labels to 4 in a hundred.',
      'Wrong labels: 7 in a hundred, and it was 15.',
      '7 in a hundred, and it was 15',
    ],
    ['Build a search that answers in under 60 ms.', 'The page takes 85 ms at p95 since May.', '85 ms'],
    ['Halve the empty trips.', 'Empty trips fell from 30 % to 21 % within a year.', 'from 30 % to 21 %'],
    ['The owner asked for 15 % off the heating bill.', 'The heating bill is lower, 12 %, since May.', '12 %'],
    [
      'She wished for 8,000 family tickets.',
      'Family tickets rose from 5,200 to 7,900 in a season.',
      'from 5,200 to 7,900',
    ],
    [
      '90 % of the permits within four days.',
      '78 % of the permits go out within four days, up from 35 % in May.',
      '78 % of the permits go out within four days, up from 35 %',
    ],
    [
      'Pilots asked for at most 5 late bags per thousand; 5 per thousand was the mark.',
      'Late bags fell from 12 per thousand to 7.5 in a year.',
      'from 12 per thousand to 7.5',
    ],
  ] as const)
    it(`whose direction, size or subject the outcome tells is missed by “${result}”: “${task}”`, () =>
      assert.deepEqual(found('target-missed', told(task, result)), [short]));

  for (const [task, result] of [
    ['The ministry demands an attendance of 92%.', 'Attendance rose from 81% to 94% by Easter.'],
    ['The ministry demands an attendance of 92%.', 'Lettings rose from 60% to 70% by Easter.'],
    ['My aunt wanted spoiled jars at 3 %, tops.', 'Spoiled jars were 2 % this year, and 9 % last year.'],
    ['Build a search that answers in under 60 ms.', 'The page takes 85 ms at p95, though the search takes 40 ms.'],
    ['Halve the empty trips.', 'Empty trips fell from 30 % to 14 % within a year.'],
    ['The board wanted a margin above 20 %.', 'Refunds fell from 12 % to 9 % by June.'],
    ['The ministry demands an attendance of 92%.', 'Attendance rose from 81% to 88%, short of what they demand.'],
    ['Halve the lost keys within a year.', 'Lost keys are down by 61% since May.'],
    ['Halve the lost keys within a year.', 'Lost keys fell from 40 a month to 12, and complaints by 20%.'],
    ['Halve the lost keys within a year.', 'Lost keys are 8% of all our calls.'],
    ['The board expected 400 classes or more.', 'Last year 12 classes came from abroad.'],
    ['I had promised to double sales and keep the burn under $60k.', 'Sales rose from $22k to $51k a month by June.'],
    ['The board expected 400 classes or more.', 'Last year 440 classes came, after 190 the year before.'],
    ['Sign 100 pilot schools by September.', '118 signed up, 35 of them in Wales.'],
    [
      'We had 95% of the seats full on Mondays, and the rest was to follow.',
      'Full seats rose from 60% to 80% in a year.',
    ],
  ] as const)
    it(`whose direction, size or subject the outcome tells is not missed by “${result}”: “${task}”`, () =>
      assert.deepEqual(found('target-missed', told(task, result)), []));

  it('is held against the one level that the story ends with, in Impact and again in Result', () => {
    const story = (task: string, days: number): string =>
      `## Impact\n\nPosts in our homes are filled after ${days} days.\n\n${told(task, `${days} days over all our homes.`)}`;
    assert.deepEqual(found('target-missed', story('The director asked for 50 days at the most.', 66)), ['66 days']);
    assert.deepEqual(found('target-missed', story('I had to see posts filled in less than 50 days.', 66)), ['66 days']);
    assert.deepEqual(found('target-missed', story('The director asked for 50 days at the most.', 48)), []);
    assert.deepEqual(found('target-missed', story('Write a plan in less than 50 days.', 66)), []);
    assert.deepEqual(found('target-missed', story('The director wanted it within 50 days at the most.', 66)), []);
  });

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
    ['My job was to shorten the wait for a stair.', 'The rating rose from 3.8 to 4.7, and many letters mention it.'],
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

// A goal in figures was only taken for unanswered where the result had figures, and words for people, money or time
// anywhere in the result answered it.
describe('A goal in figures', () => {
  for (const [task, result] of [
    [
      'I was asked to get the pass rate in maths above 70 %.',
      'The pupils took part more, and one of them is a tutor now. They thanked me with a card.',
    ],
    [
      'My job was to bring overtime on the ward below 5 %.',
      'In the survey in autumn the mood in the team went from 3.1 to 3.9 out of 5.',
    ],
    [
      'I had to shorten the waiting time at the counter to under five minutes.',
      'We had a nice article in the local paper, and eleven branches copied the coffee corner.',
    ],
    [
      'The goal was to raise punctuality to 95 %.',
      'The drivers like the new uniform very much, and the depot has a new roof now.',
    ],
    [
      'I was to cut energy use by 20 %.',
      'The staff were enthusiastic about the campaign, and the poster won a prize in the town.',
    ],
    [
      'I had to get the share of organic meals above 30 %.',
      'Parents wrote us kind letters, and the cooks have a new kitchen with a larger window.',
    ],
    [
      'I was asked to reduce sick leave to below 4 %.',
      'We had a summer party with live music, and the boxes were popular with the whole team.',
    ],
    [
      'I had to reduce the waste by 30 %.',
      'Guest satisfaction rose by 7 % over the year before, and the mood in the kitchen is good.',
    ],
    [
      'I was asked to get the rate of complaints below 3 %.',
      'Revenue grew by 12 % in the spring, and two more shops were opened in the town.',
    ],
    [
      'The target was to shorten delivery to under two days.',
      'Revenue grew by 12 % in the spring, and two more shops were opened in the town.',
    ],
  ] as const)
    it(`is left open: “${task}”, “${result}”`, () =>
      assert.deepEqual(found('task-unanswered', told(task, result)), [task]));

  for (const [task, result] of [
    [
      'I was asked to get the pass rate in maths above 70 %.',
      'Nineteen of the twenty-six passed their exam, and one of them is a tutor now.',
    ],
    [
      'I was asked to get the pass rate in maths above 70 %.',
      'Three out of four made it, and one of them is a tutor now for the next class.',
    ],
    [
      'My job was to bring overtime on the ward below 5 %.',
      'Since June nobody has stayed longer than planned, and the nurses go home at four.',
    ],
    [
      'I had to shorten the waiting time at the counter to under five minutes.',
      'Nobody queues for long any more, and the benches were taken away in May.',
    ],
    [
      'I had to shorten the waiting time at the counter to under five minutes.',
      'People are served within four minutes, and the benches were taken away in May.',
    ],
    [
      'The goal was to raise punctuality to 95 %.',
      'We reached it in May, and the drivers like the new plan very much indeed.',
    ],
    [
      'The goal was to raise punctuality to 95 %.',
      'Only one tram in thirty comes late now, and the drivers like the new plan.',
    ],
    [
      'I had to get scrap below 2 %.',
      'Of a hundred housings, one is thrown away, and the customer has lifted the inspection.',
    ],
    ['I had to get scrap below 2 %.', 'It is at 1.4 % now, and the customer has lifted the inspection of the line.'],
    ['I had to get churn below 3 %.', 'Fewer shops leave us: one in forty a month, and the sales team is glad of it.'],
    [
      'I was to cut energy use by 20 %.',
      'The bill fell by a quarter within a year, and the board was pleased with us.',
    ],
    [
      'I was to cut energy use by 20 %.',
      'We burn a third less gas than in the year before, and the board was pleased.',
    ],
    [
      'I had to get the response time under 30 minutes.',
      'Callers now hear from us in a quarter of an hour, and they write kind letters.',
    ],
    [
      'I had to bring the error rate under 1 %.',
      'We succeeded, and the client has renewed the contract for three more years.',
    ],
    [
      'I was asked to lower sick leave to 4 %.',
      'The goal was missed by a point, and I told the board why I thought it was so.',
    ],
    [
      'I had to increase the fill rate to 95 %.',
      'The shelves are never empty now, and the shops have stopped calling us about it.',
    ],
    [
      'I was asked to find the leak. I was given 10 % of the budget.',
      'The leak was a valve in the cellar, and the cellar has been dry since then.',
    ],
    ['I had to get churn below 3 %.', 'Renewals are at 97.5 %, and the sales team is glad of the new contract.'],
    ['I had to reduce the cost of a meal by 20 %.', 'The margin went up by 9 %, since we paid so much less for meat.'],
    ['I had to get the no-show rate under 5 %.', 'Of the patients who book, 97 % come, and the waiting room is calm.'],
    ['I had to get the error rate below 1 %.', 'Accuracy is at 99.4 %, and the auditor signed the report in June.'],
    [
      'I was to raise the share of repeat buyers to 40 %.',
      'Four in ten come back within a year, and they tell their friends.',
    ],
    [
      'I was to raise the retention of nurses to 90 %.',
      'Of forty nurses, two have left, and both moved to another town for their partners.',
    ],
    [
      'I had to get the wait below ten minutes.',
      'Guests are greeted within seven minutes, and they tell their friends about it.',
    ],
    [
      'We had to cut the lead time to three weeks.',
      'Parts arrive in 18 days, and the line has not stood still since the autumn.',
    ],
    [
      'I was to bring occupancy above 85 %.',
      'In the winter nine of ten rooms were taken, and we hired two more cooks.',
    ],
    [
      'The brief was to cut the bounce rate to 40 %.',
      'Readers stay on the page now, and six in ten read a second story.',
    ],
    [
      'I was asked to get attendance above 90 %.',
      'Nearly every pupil came every day, and the head wrote to the parents.',
    ],
    [
      'I was asked to get the vaccination rate above 75 %.',
      'By March 312 of the 400 patients had had their shot, and the rest had an appointment.',
    ],
    [
      'I was asked to halve the handling time to 12 minutes.',
      'A case takes 11 minutes, and the clerks have time for a coffee again.',
    ],
    [
      'I was to lower the noise to 70 decibels and idle time by 15 %.',
      'The presses stand still less, and the neighbours wrote us a letter of thanks.',
    ],
    [
      'I was asked to reduce the paper use of the office by 50 %.',
      'We print half of what we printed, and the second printer has been sold.',
    ],
  ] as const)
    it(`is answered in other words: “${task}”, “${result}”`, () =>
      assert.deepEqual(found('task-unanswered', told(task, result)), []));

  const task = 'I was asked to get the pass rate above 70 %.';
  const result = 'The pupils took part more, and one of them is a tutor now.';
  it('is left open beside a blank that no figure goes into', () =>
    assert.deepEqual(found('task-unanswered', told(task, `${result} [Add a quote from the head here]`)), [task]));
  it('may be what a blank is for', () => {
    assert.deepEqual(found('task-unanswered', told(task, `${result} {{new rate}}`)), []);
    assert.deepEqual(found('task-unanswered', told(task, `${result}\n\nTODO: the rate`)), []);
  });
});

describe('A task in running text', () => {
  const opening = (lost: string): string =>
    `Last winter we lost ${lost} of the bulbs in store, and the winter before it was 12 %. The committee had told me to ` +
    'bring that to 5 % at most, and the heating bill must not rise. I hung a curtain in front of the door and turned ' +
    'the boxes every week. The bill was €900, after €950.';
  it('is answered by a sentence that the answer opens with', () => {
    assert.equal(found('target-missed', opening('8 %')).length, 1);
    assert.deepEqual(found('target-missed', opening('4 %')), []);
    assert.deepEqual(found('task-unanswered', opening('8 %')), []);
  });
});

describe('A second job of the task', () => {
  const first = 'Parcels leave on the same day in 93 % of cases, after 71 % in May.';
  for (const task of [
    'The owner gave me two jobs: get the parcels out sooner, and teach the apprentices the forklift.',
    'I was to get the parcels out sooner and to close the cellar in Mill Lane.',
  ]) {
    it(`is left open: “${task}”`, () => assert.deepEqual(found('task-unanswered', told(task, first)), [task]));
    it(`is answered by a word of it: “${task}”`, () =>
      assert.deepEqual(
        found('task-unanswered', told(task, `${first} Both apprentices passed, and the cellar is let.`)),
        [],
      ));
  }
});

describe('A condition of the task', () => {
  const said = 'Orders rose from 40 to 62 a day within a year.';
  for (const [task, condition] of [
    ['I was to raise orders, with no drop in the margin.', 'no drop in the margin'],
    ['I was to raise orders with the volunteers we already had.', 'with the volunteers we already had'],
    ['The boss made me promise that nobody would work Sundays; I was to raise orders.', 'nobody would work Sundays'],
    ['I was to raise orders, and the old shop had to keep its hours.', 'the old shop had to keep its hours'],
    [
      'I was to raise orders; my aunt was promised that we would not ring after six.',
      'my aunt was promised that we would not ring after six',
    ],
    ['I was to raise orders while the crew stays at seven.', 'while the crew stays at seven'],
    ['I was to raise orders, and nobody should stay late for it.', 'nobody should stay late'],
    ['I was to raise orders, and she did not want anybody to stay late.', 'anybody to stay late'],
    ['I was to raise orders and lose no more guests than before.', 'no more guests than'],
    ['Double the orders of pies, without losing orders of rolls.', 'without losing orders of rolls'],
  ] as const)
    it(`is one, and left open: “${task}”`, () =>
      assert.deepEqual(found('task-unanswered', told(task, said)), [condition]));

  for (const [task, result] of [
    ['I was to raise orders, with no drop in the margin.', `${said} The margin is at 31%.`],
    ['I was to raise orders without stopping the presses, because paper was on order.', said],
    ['I was to raise orders without disturbing the pupils.', `${said} No lesson was interrupted.`],
    ['I was to raise orders, without a minute more for each.', `${said} To pick one takes no longer than before.`],
    ['I was to raise orders without losing people.', `${said} All nine are still with us.`],
    ['I was to raise orders, with no drop in the grades.', `${said} The average mark is 2.3.`],
    ['I was to raise orders while the crew stays at seven.', `${said} The crew is as it was.`],
    ['I was to raise orders, and nobody should stay late for it.', `${said} We go home at four.`],
    ['I was to raise orders without buying a lorry.', `${said} We did it with the 31 vehicles that we had.`],
    ['I was to raise orders and keep the price under €12.', `${said} We pay €11.40.`],
    ['I was to raise orders with no layoffs.', `${said} Two people had to go, which I had wanted to avoid.`],
    ['I was to raise orders no later than May.', said],
    ['I was to raise orders so that nobody is left without bread.', said],
  ] as const)
    it(`is not, or not left open: “${task}”, “${result}”`, () =>
      assert.deepEqual(found('task-unanswered', told(task, result)), []));

  // "I read the stock count" answered "without raising the stock", and the loans of one thing those of another.
  for (const aside of [
    'The control group stayed at 40.',
    'We had thought of a second van and could still buy one.',
    'Nobody in the trade believed it.',
  ])
    it(`is not answered by what stayed or did not happen elsewhere: “${aside}”`, () =>
      assert.deepEqual(
        found('task-unanswered', told('I was to raise orders without raising the stock.', `${said} ${aside}`)),
        ['without raising the stock'],
      ));

  it('is not answered by what was done, unless that says that it held', () => {
    const story = (action: string): string =>
      `## Task\n\nI was to raise orders without raising the stock.\n\n## Action\n\n${action}\n\n## Result\n\n${said}\n`;
    assert.equal(found('task-unanswered', story('I read the stock every night.')).length, 1);
    assert.deepEqual(found('task-unanswered', story('I kept the stock as it was.')), []);
  });
});

describe('A goal that the result only praises', () => {
  for (const [task, result] of [
    ['We had to get the search page under one second.', 'Search was much faster, and the team was praised.'],
    ['I was to bring the queue at the counter under 20 minutes.', 'The queue became a great deal shorter for all.'],
    ['I was to win dealers with discounts of no more than 10%.', 'By December six dealers had signed, worth €800k.'],
    [
      'I was to redo the course so that the pass rate comes above 90 %.',
      'The course takes half a day now, and the foremen want to go on with it.',
    ],
    ['I had to bring the burn under $60k.', 'Revenue went from $22k to $51k between January and July.'],
    [
      'I was to translate it with no more than three errors a page.',
      'It went live in May, and two customers visited us.',
    ],
  ] as const)
    it(`is left open: “${task}”, “${result}”`, () =>
      assert.deepEqual(found('task-unanswered', told(task, result)), [task]));
  for (const [task, result] of [
    ['We had to get the search page under one second.', 'Search was much faster: it answers in 0.7 seconds since May.'],
    [
      'I was to bring the queue at the counter under 20 minutes.',
      'The queue is significantly shorter: we reached the goal.',
    ],
    [
      'I was to win dealers with discounts of no more than 10%.',
      'Six dealers signed, and the largest discount was 8%.',
    ],
    ['I had to bring the burn under $60k.', 'Revenue went to $51k between January and July, and the burn is $54k.'],
    ['I was to translate it with no more than three errors a page.', 'It went live in May with two errors a page.'],
  ] as const)
    it(`is not: “${task}”, “${result}”`, () => assert.deepEqual(found('task-unanswered', told(task, result)), []));
});

describe('A second thing that the task asks for', () => {
  const first = 'I was asked to make the payments reliable.';
  for (const [second, result] of [
    ['I also had to open payouts in Chile and Peru.', 'Owners trust us, and nobody waits in the hall.'],
    ['I was also to find a dealer in Slovenia.', 'Payments arrive on time in 99 % of cases.'],
    ['I also had to move the archive into Salzburg before winter.', 'Payments arrive on time, and owners trust us.'],
  ] as const)
    it(`is left open where nothing names its places: “${second}”, “${result}”`, () =>
      assert.deepEqual(found('task-unanswered', told(`${first} ${second}`, result)), [second]));
  for (const [second, result] of [
    ['I also had to open payouts in Chile and Peru.', 'Payments arrive on time, and Peruvian owners were first.'],
    ['I also had to open payouts in Chile and Peru.', 'Payments arrive on time, in both countries as well.'],
    ['I also had to convince Annegret.', 'Payments arrive on time, and she thanked me for it.'],
    ['I also had to write the guide.', 'Payments arrive on time, and owners trust us.'],
  ] as const)
    it(`is not: “${second}”, “${result}”`, () =>
      assert.deepEqual(found('task-unanswered', told(`${first} ${second}`, result)), []));
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
