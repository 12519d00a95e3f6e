import assert from 'node:assert/strict';
import { found, table } from './sound';

const OUTCOME = 'In one year I brought our refunds down from 18% to 7%, and nobody had to work at night for it.';
const SETTING = 'I work for a mill by the river with forty people, and I have been there since 2019, in planning.';

describe('The opening of an answer', () => {
  for (const before of [
    'Hello everybody, can you hear me?',
    'Yeah, hi, good to meet you.',
    'Thanks a lot for making the time.',
    'Let me give you the outcome first.',
    'Hi, I’m Ann-Marie.',
    '“We would have closed without her,” the owner told the paper.',
    '“He talks to people,” my boss wrote.',
    '“It was chaos before,” said the head nurse.',
  ])
    it(`comes after “${before}”`, () => {
      assert.deepEqual(found('impact-first', `${before} ${OUTCOME}`), []);
      assert.deepEqual(found('impact-first', `${before} ${SETTING}`), [SETTING]);
    });

  it('may stand before the first section', () => {
    const rest = 'S: The mill was slow.\n\nA: I moved the saw.\n\nR: Refunds are at 7% since May, from 18%.';
    for (const label of ['**In short:** ', 'Result up front: ', ''])
      assert.deepEqual(found('impact-first', `${label}${OUTCOME}\n\n${rest}`), []);
  });

  it('is the setting where a story has no Impact, whatever is written yet', () => {
    for (const text of [
      'The unit has twenty stations on two floors.',
      'The broken printer made us lose £6,000 a week.',
      'I look after 140 customers worth £3.2 million a year.',
    ])
      assert.deepEqual(found('impact-first', `## Situation\n\n${text}\n\n## Task\n\nI was to look at it.\n`), [text]);
  });
});

describe('An Impact that is told against before', () => {
  table(
    'impact-first',
    false,
    [
      'Nobody here has fallen at night since May; in the same months a year earlier we counted eleven falls.',
      'Pickers walk 5.1 km a shift instead of 8.4.',
      'We now answer on the same day; before, a customer waited for a week.',
    ],
    (Impact) => ({ Impact }),
  );
  table(
    'impact-first',
    true,
    [
      'A page used to take 4 seconds and takes 900 ms today.',
      'Everybody is happier with the new plan.',
      'The tool is live now.',
    ],
    (Impact) => ({ Impact }),
  );
});

describe('Trade-offs', () => {
  const section = (text: string): { 'Trade-offs': string } => ({ 'Trade-offs': text });
  table(
    'trade-off-missing',
    false,
    [
      'People in wheelchairs cannot begin at the top.',
      'Two of the eleven left us.',
      'The brand director is out.',
      'Relatives find the site ugly.',
      'The classifier doesn’t read handwriting.',
    ],
    section,
  );
  table(
    'trade-off-missing',
    true,
    [
      'The board was impressed by the speed of the rollout.',
      'The stewards were proud and the fans sang.',
      'It was a wonderful project, and even the sceptics use it.',
    ],
    section,
  );
  const told = 'I raised repeat orders from 20% to 31% within a year with a card in each parcel.';
  for (const price of [
    'It is slower, and I prefer it.',
    'It was a gamble.',
    'I had the choice between him and the boys.',
    'I lost a friend over it.',
    'My deputy wanted a deposit, and I was against it.',
  ])
    it(`are weighed in plain speech by “${price}”`, () => {
      assert.deepEqual(found('trade-off-missing', `${told} ${price}`), []);
      assert.equal(found('trade-off-missing', `${told} It was a good year.`).length, 1);
    });
});

describe('A baseline', () => {
  table(
    'baseline-missing',
    false,
    ['Lifts are freed in 9 minutes now, it was 34.', 'The pass rate is 71%, it was 48.', 'Churn is at 3%, it was 7.'],
    (Result) => ({ Result }),
  );
  table(
    'baseline-missing',
    true,
    [
      'Our error rate is down at 0.6% since May.',
      'We reached a first-call resolution of 84% in April.',
      'The defect rate is down at 2% of parcels.',
    ],
    (Result) => ({ Result }),
  );
  table(
    'baseline-missing',
    false,
    ['I cut the talk to twenty minutes.', 'I brought the meeting down to 15 minutes.', 'I cut the form to 2 minutes.'],
    (Action) => ({ Action }),
  );
  table(
    'baseline-missing',
    true,
    ['I cached the model. Latency is now 35 ms.', 'I cut p99 to 35 ms.', 'I split the build. It now takes 12 minutes.'],
    (Action) => ({ Action }),
  );
});

describe('A percentage that restates a change', () => {
  table(
    'wrong-arithmetic',
    true,
    [
      'Losses fell from 32% to 24% over two years, a decline of 8%.',
      'Orders went from £40 to £52 between January and Easter, that’s a 12% uplift.',
      'Late bills went from 150 to 90 a month in the last year, a 60% drop.',
      'Absence fell from 12% to 9% of shifts over two years, a drop of 3%.',
    ],
    (Result) => ({ Result }),
  );
  table(
    'wrong-arithmetic',
    false,
    [
      'Losses fell from 32% to 24% over two years, a decline of 25%.',
      'Orders went from £40 to £52 between January and Easter, that’s a 30% uplift.',
      'Orders went from 20 to 65 a day in the first year; calls fell by half.',
      'Late bills went from 150 to 90 a month, and we had a 60% drop in calls.',
    ],
    (Result) => ({ Result }),
  );
});

describe('A condition of the task', () => {
  for (const condition of [
    'without any more overtime for the engineers',
    'without a loss of accessibility',
    'without embarrassing anyone in front of others',
  ])
    it(`is not answered by words that speak of something else: “${condition}”`, () => {
      const text = `## Task\n\nI was to do it ${condition}.\n\n## Action\n\nI asked.\n\n## Result\n\nThe engineers need 4 days, no longer 15. Three of four guests came back.\n\n## Trade-offs\n\nWithout a test, June was chaos.`;
      assert.equal(found('task-unanswered', text).length, 1);
    });
  for (const report of ['without saying what', 'without knowing how', 'without telling me why'])
    it(`is not “${report}”`, () => {
      const text = `## Task\n\nI was asked to do it ${report}.\n\n## Action\n\nI asked.\n\n## Result\n\n151,000 loans in the first year.`;
      assert.deepEqual(found('task-unanswered', text), []);
    });
});
