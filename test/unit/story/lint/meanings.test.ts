import assert from 'node:assert/strict';
import { found, table } from './sound';

// Words that mean one thing in one sentence and another in the next. Each of these was once read the wrong way.

describe('A share of what it was before', () => {
  // A speed-up may be relative to the new value, and so "a 60% reduction" passed for 30 of 50 minutes.
  table(
    'wrong-arithmetic',
    true,
    [
      'We shortened the test run from 40 minutes to 25 minutes, a 60 % reduction.',
      'The round went from 90 minutes to 60 minutes, down 50 %.',
      'Answers went from 10 days to 8 days, a 25 % drop.',
      'Nurses cut the handover by 50 %, from 30 minutes to 20 minutes.',
      'The handover went from 30 minutes to 20 minutes, 50 % less time.',
      'We went from €20,000 to €26,000 of sales a month (+25 %).',
      'Complaints went from 80 to 60 letters a week (−20 %).',
    ],
    (Result) => ({ Result }),
  );
  table(
    'wrong-arithmetic',
    false,
    [
      'The test run went from 40 minutes to 25 minutes, 60 % faster.',
      'The test run went from 40 minutes to 25 minutes, a 60 % improvement.',
      'We went from €20,000 to €26,000 of sales a month (+30 %).',
      'The round went from 90 minutes to 60 minutes, down 33 %.',
      'Nurses cut the handover by 33 %, from 30 minutes to 20 minutes.',
    ],
    (Result) => ({ Result }),
  );
});

describe('Abbreviations', () => {
  table(
    'acronym-unexplained',
    true,
    [
      'I took the QBRF out of the PGT and put it into the weekly RCM, so that the lead could sign it before noon.',
      'Every order went through the KVB first, then to the SRG and then back to the KVB, and nobody knew why.',
      'The DZA sent the form to the VKL, which asked the LFB, and the LFB asked the DZA for it again.',
    ],
    (Situation) => ({ Situation }),
  );
  // Most of these sentences is in capitals.
  table(
    'acronym-unexplained',
    false,
    [
      'THE NIGHT SHIFT IS CANCELLED, said the note.',
      'The codes were QBR, PGT, RCM and VKL.',
      'The low-dose heparin, LDWH for short, was often started a day late.',
      'It said DO NOT, EVER, TOUCH THIS.',
    ],
    (Situation) => ({ Situation }),
  );
});

describe('A time of something else', () => {
  const story = (Action: string, Impact = 'Unpaid bills fell from 60 to 35.'): string =>
    `## Impact\n\n${Impact}\n\n## Action\n\n${Action}\n\n## Result\n\nThe shops are still with us.\n`;
  for (const action of [
    'I offered a discount of 1 % for payment within ten days.',
    'I promised each shop an answer within two days and kept the promise.',
    'I gave new shops a two-month warranty on the first parcel.',
    'I bought a tool for €40 a month and taught the clerks to use it.',
    'I held a weekly review with the drivers and wrote down what they said.',
    'I rang every shop twice a month and asked what held them up.',
    'I corrected for the route, since drivers stop where it is easy.',
    'I found out that the lamps break after three days in the van, and changed the box.',
    'I changed the box, which has to be recycled within two years by law.',
    'I asked a clerk with twenty years of experience to help me.',
    'I wrote a new rule: a lamp may lie in the van for two days at most.',
  ])
    it(`does not say when the outcome came: “${action}”`, () =>
      assert.equal(found('time-frame-missing', story(action)).length, 1));
  it('does not, either, where it is what something costs', () => {
    const impact = 'Unpaid bills fell from 60 to 35, and we gave back the loan, which cost us €900 a month.';
    assert.equal(found('time-frame-missing', story('I rang the shops myself.', impact)).length, 1);
  });
  for (const action of [
    'I rewrote the letters within ten days and rang the shops myself.',
    'I spent three weeks on the phone with the shops.',
    'Within the first ten days I had spoken to all of the shops.',
    'I rang the shops, and wrote to the rest of them within three weeks.',
    'Since the change I have rung the shops myself.',
    'I rang the shops myself, since June with a second clerk.',
    'In March I rang the shops myself.',
  ])
    it(`is not to be mistaken for one that does: “${action}”`, () =>
      assert.deepEqual(found('time-frame-missing', story(action)), []));
});

describe('A blank that a sentence quotes as code', () => {
  const story = (Situation: string): string =>
    `## Situation\n\n${Situation}\n\n## Action\n\nI stopped the mailing and wrote an apology.\n\n## Result\n\nSince then no mail has gone out wrong.\n`;
  for (const sentence of [
    'The letter went out with "Dear `${customer_name}`" at the top.',
    'The label said `${size}` where the size should have been.',
    'Each bill began with `${salutation}` and nobody saw it.',
  ])
    it(`is a name: ${sentence}`, () => assert.deepEqual(found('placeholder-left', story(sentence)), []));
  for (const [sentence, blank] of [
    ['The letter went out to ${customers} in May.', '${customers}'],
    ['The command `send` reached ${customers} and `all`.', '${customers}'],
    ['The label said `{{size}}`, and ${count} boxes came back.', '${count}'],
  ] as const)
    it(`is not to be mistaken for one that is left: ${sentence}`, () =>
      assert.deepEqual(found('placeholder-left', story(sentence)), [blank]));
});

describe('Trade-offs of which there were none', () => {
  table(
    'trade-off-missing',
    true,
    [
      'There were none really. The new plan simply gave better meals, and the guests ate more of what they like.',
      'No real trade-offs were needed. The team was happy, and it did not take more people than planned.',
      'Nothing much. The rota is fair, the nurses like it, and only praise came in.',
      'The new rota gave us more free weekends and a better mood on the ward.',
    ],
    (sentence) => ({ 'Trade-offs': sentence }),
  );
  table(
    'trade-off-missing',
    false,
    [
      'There were none for the guests, but the cooks start an hour earlier.',
      'None that the users saw. The nightly run is slower, and two reports are late.',
      'No big downsides, although I gave up the second menu.',
    ],
    (sentence) => ({ 'Trade-offs': sentence }),
  );
});

describe('A word of weighing', () => {
  const story = (sentence: string): string =>
    `${sentence} I told the staff of the shop, and we were done in May. Sales grew from 40 to 60 loaves a day.`;
  for (const sentence of [
    'I weighed forty loaves of each batch.',
    'I weighed every parcel of the morning.',
    'I moved the cut-off from evening to noon.',
    'We cut the wait from 30 minutes to 8.',
    'The cut from 8 % to 5 % came in spring.',
  ])
    it(`weighs no alternatives where it means something else: “${sentence}”`, () =>
      assert.equal(found('trade-off-missing', story(sentence)).length, 1));
  for (const sentence of [
    'I weighed the options with the baker.',
    'I weighed forty small loaves against ten large ones.',
    'I cut two breads from the list.',
    'It was not all good: some guests waited longer.',
    'I decided it like this on purpose, and some guests waited.',
    'I deliberately left the old bread on the shelf.',
  ])
    it(`does where it is a choice: “${sentence}”`, () =>
      assert.deepEqual(found('trade-off-missing', story(sentence)), []));
});

describe('Figures of the work itself', () => {
  const story = (Action: string): string => `## Action\n\n${Action}\n\n## Result\n\nThe board is happy with it.\n`;
  for (const action of [
    'I collected pictures from the belt and labelled them with the help of two workers.',
    'I used what we had, and I made three shelves, so that nobody could mix them up.',
    'I helped the clerks, and I wrote four letters to the shops.',
  ])
    it(`are not what came of it: “${action}”`, () => assert.equal(found('metric-missing', story(action)).length, 1));
  for (const action of [
    'I rang the shops and won 12 dealers.',
    'I rebuilt the stand, and 80 readers joined.',
    'I packed the loaves in paper, and only two were lost.',
  ])
    it(`are not to be mistaken for what came of it: “${action}”`, () =>
      assert.deepEqual(found('metric-missing', story(action)), []));
});

describe('A level that has been held', () => {
  const story = (sentence: string): string =>
    `## Result\n\n${sentence}, and nobody checks the list by hand any more.\n`;
  for (const [sentence, level] of [
    ['Uptime of the till has been 99.9 % since April', '99.9 %'],
    ['Returns have been below 3 % for five months', '3 %'],
    ['The average wait has been four minutes since May', 'four minutes'],
    ['Scrap has remained at 1.2 % since the new mould', '1.2 %'],
    ['Delivery time has always been two days since June', 'two days'],
  ] as const)
    it(`is claimed without its baseline: “${sentence}”`, () =>
      assert.deepEqual(found('baseline-missing', story(sentence)), [level]));
  for (const sentence of [
    'Uptime of the till has been 99.9 % since April, up from 98 %',
    'Punctuality has been at 96 % since May, after 81 % in the year before',
    'The team has been 40 % part-time since April',
  ])
    it(`is not: “${sentence}”`, () => assert.deepEqual(found('baseline-missing', story(sentence)), []));
});

describe('A technology', () => {
  const story = (Action: string, result = 'The manager is happy.'): string =>
    `## Action\n\n${Action}\n\n## Result\n\n${result}\n`;
  const outcome = 'Click-through rose from 3 % to 4 % in May.';
  for (const [action, result] of [
    ['I put tables on object storage, with Spark for the big jobs, dbt for the models and Airflow around it.'],
    ['The chat was finished with a modern LLM architecture, and the website shows it.', outcome],
    ['The forecast was delivered with an LSTM and a layer for the holidays.'],
    ['A retrieval pipeline was built over the manuals, and I tested the prompts.', outcome],
    ['An agent framework was introduced, and I tested the prompts.', outcome],
  ] as const)
    it(`is the achievement: “${action}”`, () =>
      assert.equal(found('constraint-missing', story(action, result)).length, 1));
  for (const action of [
    'The audit was completed with the help of two clerks who knew Kafka.',
    'I asked the Kafka team about the delay and wrote the report with dbt.',
    'The stock list was done with a pencil, and I read the LLM news at night.',
  ])
    it(`is named in passing: “${action}”`, () => assert.deepEqual(found('constraint-missing', story(action)), []));
});

describe('Errors that people make', () => {
  // Errors are a system's, and so the number of a pharmacy's was taken for a technical figure.
  table(
    'impact-first',
    false,
    [
      'We brought dispensing errors on two wards down from nine a month to two.',
      'Picking errors dropped from 50 a week to 35 in one quarter.',
      'I cut billing mistakes from 4 % to 1 % of invoices in a year.',
    ],
    (Impact) => ({ Impact }),
  );
  table(
    'impact-first',
    true,
    ['I cut the error rate of the cache from 4 % to 1 %.', 'Server errors dropped from 50 a minute to 3.'],
    (Impact) => ({ Impact }),
  );
});

describe('“Without” in a task', () => {
  const told = (task: string): string =>
    `## Task\n\n${task}\n\n## Action\n\nI did one stair first.\n\n## Result\n\nWe finished on 9 December. The longest cut was three hours.\n`;

  it('is a condition, unless it says who was to be without something', () => {
    const raised = (task: string): boolean => found('task-unanswered', told(task)).length > 0;
    assert.ok(raised('I was to renew the risers without a second crew.'));
    for (const task of [
      'Renew the risers, with nobody without power for more than four hours.',
      'I had to see to it that no flat, and no one without a lift, had to wait.',
      'No patient was to be left without power for more than four hours.',
    ])
      assert.ok(!raised(task), task);
  });
});
