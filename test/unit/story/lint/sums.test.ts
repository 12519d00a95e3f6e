import { table } from './sound';

const result = (Result: string): { Result: string } => ({ Result });

describe('Figures of one sentence that do not add up', () => {
  table(
    'wrong-arithmetic',
    true,
    [
      'The build got twice as fast last winter: 18 minutes instead of 54.',
      'Throughput doubled within a month, from 150 to 450 parcels an hour.',
      'Sales tripled from 20 to 80 cars a month by June.',
      'We halved the bill in May, from $80,000 to $60,000 a year.',
      'There was a 5x increase by June, from 20 to 60 orders a day.',
      'We saved €4,000 a month, so €60,000 a year, with one van.',
      'It earns $300 a week, or $40,000 a year.',
      'That is £9,000 a quarter, which makes £50,000 a year.',
      'We raised $120,000 from 400 donors, an average of $450 each.',
      'I booked 12 rooms at £80 each, £1,200 in all.',
      'In May we spent $3,000 on 60 pupils, $80 each.',
      'I asked 80 parents, of whom 52 wanted later hours and 38 earlier ones.',
      'Of the 14 tickets, of which 9 were ours and 8 theirs, none is left.',
      'We had 31 guests, of whom 20 came by train and 19 by car.',
      'Costs fell from $5M to $4M, saving $2M.',
      'The wait went from 40 days to 10, a cut of 20 days.',
      'The stay fell from 9 days to 6, 5 days less.',
      'The build takes 18 minutes instead of 54, a cut of 40%.',
      'We need 5 hours instead of 10, a reduction of 80%.',
      'A bill is $30 instead of $40, 50% less.',
      'In the spring 30 of 40 pupils passed, or 60%.',
      'By then 9 of 12 shops had renewed (90%).',
      'At the exam 18 out of 20 passed, so 70%.',
    ],
    result,
  );
  table(
    'wrong-arithmetic',
    false,
    [
      'The build got three times as fast last winter: 18 minutes instead of 54.',
      'Sales tripled in May, and the queue fell from 20 people to 8.',
      'Orders more than doubled, from 20 to 50 a day by June.',
      'Revenue nearly doubled from $1.1M to $2M in a year.',
      'Profit doubled while costs went from $20 to $25 a unit.',
      'We saved €4,000 a month, so €48,000 a year, with one van.',
      'We saved €400 a day, so €100,000 a year, with one van.',
      'It cost $300 a week, and we earned $40,000 a year.',
      'We raised $120,000 from 400 donors, an average of $300 each.',
      'I booked 12 rooms at £80 each, £960 in all.',
      'I asked 80 parents, of whom 52 wanted later hours and 28 earlier ones.',
      'Of 80 parents, of whom 52 wanted later hours, 38 came in May.',
      'Costs fell from $5M to $4M, saving $1M.',
      'The wait went from 40 days to 10, a cut of 30 days, and it took 60 days.',
      'The build takes 18 minutes instead of 54, a cut of two thirds or 67%.',
      'The build takes 18 minutes instead of 54, and 40% of the teams noticed.',
      'In the spring 30 of 40 pupils passed, or 75%.',
      'By then 9 of 12 shops had renewed (20% more than before).',
      'We answered 9 of 10 calls, and 40% of them within a minute.',
    ],
    result,
  );
});
