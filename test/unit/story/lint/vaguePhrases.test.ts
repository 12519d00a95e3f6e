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
