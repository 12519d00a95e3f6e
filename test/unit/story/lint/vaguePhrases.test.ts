import assert from 'node:assert/strict';
import { found } from './sound';

const DEED = ' I rewrote the checklist with the foreman and put it on the machine for everybody to see.';

describe('vague-quantity, on amounts in other words', () => {
  for (const [told, at] of [
    ['Breakages tumbled.', 'tumbled'],
    ['Demand for the course shot up.', 'shot up'],
    ['Bookings went through the roof.', 'through the roof'],
    ['Complaints dropped off a cliff.', 'off a cliff'],
    ['Hardly anybody leaves the queue any more.', 'Hardly anybody'],
    ['We won a slew of new contracts.', 'a slew of'],
    ['A fair number of parents now come to the evening.', 'A fair number of'],
    ['The majority of tenants signed.', 'majority of'],
    ['Only a few pupils failed.', 'Only a few'],
    ['Very few trains leave late now.', 'Very few'],
    ['There was a steep rise in enrolments.', 'steep rise'],
    ['Sick days fell by a wide margin.', 'a wide margin'],
    ['Passengers wait far less for their luggage.', 'far less'],
    ['We save loads of fuel.', 'loads of'],
  ] as const)
    it(`asks how much: ${told}`, () => assert.deepEqual(found('vague-quantity', told + DEED), [at]));

  for (const told of [
    'Breakages tumbled from 9% to 2%.',
    'I asked a handful of questions and listened, and 12 of 14 tenants signed.',
    'He shot up from his chair when the alarm rang, and 3 of 4 pumps were saved.',
    'For a number of reasons we chose the old press, and waste fell from 9% to 4%.',
    'I plunged into the work at once.',
    'Hardly anyone believed me at first.',
    'Few people know the inside of an organ.',
    'The bit of paper on the door named the next patient.',
    'A huge number of parcels, 1,200 a day, came through.',
  ])
    it(`leaves it: ${told}`, () => assert.deepEqual(found('vague-quantity', told + DEED), []));

  // "Huge" and "a huge number of" were both marked, one within the other.
  it('marks an amount once', () =>
    assert.deepEqual(found('vague-quantity', `It reached a huge number of users.${DEED}`), ['huge']));
});

describe('vague-quantity, on what is compared or counted in a result', () => {
  const inResult = (told: string): string[] => found('vague-quantity', `## Result\n${told}${DEED}`);
  for (const [told, at] of [
    ['The stalls need far less repair.', 'far less'],
    ['The mornings have become a whole lot busier.', 'a whole lot busier'],
    ['Renewals are at 91%, and considerably bigger groups come on Sundays.', 'considerably'],
    ['We got many new members.', 'many'],
    ['Numerous farms now deliver by noon.', 'Numerous'],
    ['The bill is well below the budget.', 'well below'],
    ['There was a big drop in complaints.', 'big drop'],
    ['Errors went from 9% to 4% and the claims have dropped dramatically.', 'dramatically'],
    ['Books come back far more often, and three of the readers joined the choir.', 'far more'],
    ['Queues got noticeably shorter. The takings went from 8,000 to 9,000 euros.', 'noticeably'],
    ['The deaths became much less.', 'much less'],
    ['Waste is down to 4%, and significantly more of them compost.', 'significantly'],
  ] as const)
    it(`asks how much: ${told}`, () => assert.deepEqual(inResult(told), [at]));

  for (const told of [
    'We feel much calmer now.',
    'It was far more important to listen.',
    'The queue is much shorter: 4 minutes instead of 9.',
    'Not many parents complained.',
    'Many thanks to the crew.',
    'Many choirs, 23 in all, sing on Sundays.',
    'The bill is well below 400 euros.',
    'Errors dropped dramatically. From 9% in May they went to 4%.',
    'Calls fell from 90 to 40 a day, and they are considerably shorter.',
    'It paid off, and the patients got the drug that much sooner.',
    'We are far from the end, and the new hall is way over there.',
    'I stood at the door and marked where people went.',
  ])
    it(`leaves it: ${told}`, () => assert.deepEqual(inResult(told), []));
});
