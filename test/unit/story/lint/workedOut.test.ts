import assert from 'node:assert/strict';
import { found } from './sound';

const CONTEXT = ' I did it with the night shift in the spring.';

describe('Figures that are worked out from others', () => {
  for (const [text, wrong] of [
    ['Our rating climbed 18 points, from 31 to 44.', '18 points'],
    ['The wait was cut by two thirds, from 90 minutes to 45.', 'two thirds'],
    ['A third of our 240 stores, 120 of them, joined.', '120 of them'],
    ['In total 100 people came: 40 nurses, 35 doctors and 45 managers.', '100 people'],
    ['Of the 600 crates 90, or 20 %, were sent back.', '20 %'],
    ['Response time improved by 60 %: it was 10 hours and is now 6.', '60 %'],
    ['Delivery used to take 10 days and now takes 8, a 30 % improvement.', '30 %'],
    ['Sales grew 40 % to $500k from $400k.', '40 %'],
    ['8 trainers with 15 sessions each gave 200 sessions.', '200 sessions'],
    ['Each of our 20 agents saves 6 hours a week, 200 hours a week in total.', '200 hours a week'],
    ['We save 10 hours a week, about 900 hours a year.', '900 hours a year'],
    ['Of 60 nurses, 45 (85 %) signed up.', '85 %'],
    ['The wait fell by 20 minutes, from 50 minutes to 38 minutes.', '20 minutes'],
    ['Two thirds of our 240 stores, 100 of them, joined.', '100 of them'],
    ['A quarter of the 80 pupils (30) failed.', '30'],
    ['We got 100 leads: 19 from fairs, 12 from partners, 20 from ads, 30 from calls and 40 from mail.', '100 leads'],
    ['Of the 300 that came back, we sold another 90, or 45 %, by mail.', '45 %'],
    ['We spent $100k: $50k for staff, $30k for tools and $40k for training.', '$100k'],
    ['In eight months I trained 40 nurses, 9 a month on average.', '9 a month'],
    ['I read 1,200 letters in six months, 350 a month on average.', '350 a month'],
    ['We took in €60,000 in twelve months, €3,000 a month on average.', '€3,000 a month'],
    ['Of the 80 pupils who sat the exam in May, 60 passed at the first go, which is 85 %.', '85 %'],
    ['It is 60 of the 80 pupils who went home, so 85 %.', '85 %'],
    ['The press turns 66 kilos of every 100 into juice, up from 60, a rise of 6 %.', '6 %'],
    ['Of the 410 who came, 250 had got a card and 140 had not.', '410'],
    ['Of our 52 boats, 30 got new ropes, 15 were painted and 9 went to the yard.', '52 boats'],
    ['Of 90 flats, 50 were let and the other 30 stood empty.', '90 flats'],
    ['They order for €3,500 a month together, or €36,000 a year.', '€36,000 a year'],
    ['This saves 240,000 euros per year, about 30,000 per month.', '30,000 per month'],
    ['We sold 14 in May and 17 in June, 35 in all.', '35'],
  ] as const)
    it(`are wrong in “${text}”`, () => assert.equal(found('wrong-arithmetic', text + CONTEXT).length, 1, wrong));

  for (const text of [
    'Our rating climbed 13 points, from 31 to 44.',
    'The wait was cut by half, from 90 minutes to 45.',
    'A third of our 240 stores, 80 of them, joined.',
    'In total 100 people came: 40 nurses, 35 doctors and 25 managers.',
    'Response time improved by 40 %: it was 10 hours and is now 6.',
    'The team grew from 8 to 12, and output rose by 75 %.',
    'Of the 200 answers, 120 asked for more light, 60 for quiet and 50 for both.',
    'We save 10 hours a week, 40 hours a year of them in audits.',
    'We sold 300 licences at $200, and $90,000 in support.',
    'I led 3 teams: 4 engineers, 2 designers and 5 testers.',
    'Revenue rose by $2M, from 3 countries to 8.',
    'In eight months I trained 40 nurses, 5 a month on average.',
    'In eight months I trained 40 nurses, and the ward sees 9 a month on average.',
    'Of the 80 pupils who sat the exam in May, 60 passed at the first go, which is 75 %.',
    'Of the 80 pupils, 60 passed at the first go, and 85 % of them came back.',
    'The press turns 66 kilos of every 100 into juice, up from 60, a rise of 10 %.',
    'Of the 410 who came, 250 had got a card and 160 had not.',
    'Of the 410 who came, 250 had got a card and 140 bought one.',
    'Of our 20 pupils, 12 sing and 15 dance.',
    'Of our 20 cooks, 12 baked, 15 fried and 9 cleaned.',
    'They order for €3,500 a month together, or €42,000 a year.',
    'This saves 240,000 euros per year, about 20,000 per month.',
    'We keep 120 beds a month free, for half a year.',
    'We sold 14 in May and 17 in June, 31 in all.',
    'We sold 14 chairs in May and 17 tables in June, for 35 rooms in all.',
  ])
    it(`are right, or of different things, in “${text}”`, () =>
      assert.deepEqual(found('wrong-arithmetic', text + CONTEXT), []));
});
