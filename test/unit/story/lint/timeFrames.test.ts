import assert from 'node:assert/strict';
import { found } from './sound';

const DEED = ' I rewrote the checklist with the foreman and put it on the machine for everybody to see.';

describe('time-frame-missing, on changes told in other words', () => {
  for (const change of [
    'Waiting lists used to be 70 people long; it is 22 people now.',
    'Punctuality on line 7: 71% before, 93% after.',
    'We took the letter from a 12% open rate to a 29% open rate.',
    'We had 9 breakdowns a shift; now we have 2.',
    'What took 3 hours takes 20 minutes.',
    'Nine breakdowns a shift became two.',
    'We make twice as many parts as before.',
    'The share of rejects is half of what it was.',
    'There are a third fewer rejects.',
    'A drop of 7 points in rejects was the result.',
    'Yield is 12 points higher.',
    'Output is up by a third.',
    'Rejects are at 2%. They were at 9%.',
    'We lose one part in 50; it used to be one in 11.',
  ])
    it(`asks when: ${change}`, () => assert.equal(found('time-frame-missing', change + DEED).length, 1));

  for (const told of [
    'Membership of the choir stood at 31%. I rang everybody who had ever sung. Membership stands at 54%.',
    'The ward answered a bell in 9 minutes. I gave each nurse four rooms. The ward answers a bell in 3 minutes.',
    'Two in five pupils handed in homework late. I let them choose the evening. Now it is one in ten who does.',
  ])
    it(`finds the old level in an earlier sentence: ${told}`, () =>
      assert.equal(found('time-frame-missing', told).length, 1));

  for (const told of [
    'I showed 40 people round and 31 of them bought a season ticket, and they brought their neighbours along.',
    'The nave is 40 metres long and the tower has 31. I measured both for the scaffold and drew the plan myself.',
    'My goal was 90% attendance. I rang the parents myself. In a survey 40% of them thanked me for the attendance.',
  ])
    it(`leaves figures that are no change: ${told}`, () => assert.deepEqual(found('time-frame-missing', told), []));
});

describe('time-frame-missing, on what says when', () => {
  for (const time of [
    'between spring and autumn',
    'by Diwali',
    'in FY23',
    'over two winters',
    'over the next two payrolls',
    'by the third rehearsal',
    'within one heating season',
    'after the second fitting',
    "at year's end",
    'from the very first day',
    'the day after',
    'overnight',
    'all winter',
    'by half-term',
    'three releases later',
    'after two inspections',
    'by May',
    'in March',
  ])
    it(`takes “${time}” for an answer`, () =>
      assert.deepEqual(found('time-frame-missing', `Rejects fell from 9% to 2% ${time}.${DEED}`), []));

  for (const change of [
    'First-year attrition went from 31% to 19%.',
    '30-day readmissions dropped from 14% to 9%.',
    'Renewals of our 12-month licences rose from 61% to 74%.',
    'The error for unpromoted weeks fell from 27% to 18%.',
    'Rejects in the month-end count fell from 9% to 2%.',
    'My Friday seminar grew from 9 students to 31.',
  ])
    it(`does not take a time in a name for an answer: ${change}`, () =>
      assert.equal(found('time-frame-missing', change + DEED).length, 1));

  for (const change of [
    'Rejects fell from 9% to 2%. On Friday nights I drove to the depot and asked.',
    'Rejects fell from 9% to 2%. We put somebody in the summer mornings to sort.',
    'Rejects are 2 parts in a hundred deliveries, down from 9.',
    'A pump stands still for 30 hours per fault where it used to be 55.',
    'I am the one who took our letter from a 12% open rate to a 29% open rate.',
  ])
    it(`does not take a habit, a share or a length for an answer: ${change}`, () =>
      assert.equal(found('time-frame-missing', change + DEED).length, 1));

  for (const told of [
    'Rejects fell from 9% to 2%. That was two nights before the fair.',
    'Rejects fell from 9% to 2% within three nights.',
    'Rejects fell from 9% to 2%. The foreman came round on these mornings in May.',
  ])
    it(`takes nights that are counted or named: ${told}`, () =>
      assert.deepEqual(found('time-frame-missing', told + DEED), []));

  it('takes “two weeks later” under Action for an answer', () =>
    assert.deepEqual(
      found(
        'time-frame-missing',
        '## Impact\nRejects fell from 9% to 2%.\n\n## Action\nI rewrote the list with the foreman. The crew signed it two weeks later.',
      ),
      [],
    ));
});
