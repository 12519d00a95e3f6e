import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lintStory, type RuleCode } from '../../../../src/core/story/lint';
import { found, storyWith, table } from './sound';

const LONG_ACTION =
  'I rang thirty shops, found the broken import, had it rebuilt with two people from the data team, and wrote to every shop that had left, with a date by which its catalogue would be read again without an error.';
const LONG_RESULT =
  'Renewals are up 9% on the year before, two of three shops that had left came back within a month, and the import has not failed since.';

describe('setup-too-long', () => {
  const withSetUp = (Situation: string): string => storyWith({ Situation, Action: LONG_ACTION, Result: LONG_RESULT });
  const sentences = [
    'The importer had been written in the first year of the company and had been handed from one team to the next.',
    'There were several views on whether to replace it, and a first attempt had been given up in spring.',
    'Shops with many articles had trouble with it, and the hotline knew that, and so did sales.',
    'The market had changed as well, and two of our rivals had a newer one.',
  ];

  it('is raised where Situation and Task take 40 % of the words or more', () => {
    assert.deepEqual(found('setup-too-long', withSetUp(sentences.join(' '))), ['## Situation']);
    assert.deepEqual(found('setup-too-long', withSetUp(`${sentences.join(' ')} ${sentences.join(' ')}`)), [
      '## Situation',
    ]);
    const task = storyWith({ Task: sentences.join(' '), Action: LONG_ACTION, Result: LONG_RESULT });
    assert.equal(found('setup-too-long', task).length, 1);
  });

  it('is quiet on a shorter one, on a story that is only begun, and where nothing came of it yet', () => {
    const { length } = sentences;
    assert.deepEqual(found('setup-too-long', withSetUp(sentences.slice(0, 1).join(' '))), []);
    assert.deepEqual(found('setup-too-long', storyWith({ Situation: sentences.join(' '), Action: '' })), []);
    assert.deepEqual(
      found('setup-too-long', storyWith({ Situation: sentences.join(' '), Result: '{{result}}', Impact: '{{x}}' })),
      [],
    );
    assert.deepEqual(found('setup-too-long', sentences.join(' ').repeat(length)), []);
  });
});

describe('time-frame-missing', () => {
  const story = (Result: string): string =>
    storyWith({
      Impact: 'Churn among small shops fell from 8% to 5%.',
      Situation: 'Shops left after a while, since the import of their catalogues broke and nobody told them.',
      Result,
    });
  for (const result of ['Renewals are up 9%.', 'Complaints went from 40 to 12.', 'All shops but two came back.'])
    it(`is raised where nothing says when: “${result}”`, () =>
      assert.deepEqual(found('time-frame-missing', story(result)), ['from 8% to 5%']));
  for (const result of [
    'Renewals are up 9%, and we closed the second warehouse.',
    'Shops may choose, and the first of them have.',
    'Prices fall, and shops are next to the door.',
  ])
    it(`is raised where a word of time means something else: “${result}”`, () =>
      assert.deepEqual(found('time-frame-missing', story(result)), ['from 8% to 5%']));
  // "40 a week" was taken for the time in which the change came, and so was every Friday, and "now".
  for (const result of [
    'Complaints went from 40 to 12 a month.',
    'We save €900 a month, and shops have to ring us twice a week less.',
    'The board looks at it every Friday and in each monthly meeting.',
    'Shops now know whom to ring.',
    'A quarter of the shops came back, and the hotline can breathe.',
    'Two shops have renewed for three years, with a five-year guarantee.',
  ])
    it(`is raised where a time only says how often, or for how long it is agreed: “${result}”`, () =>
      assert.deepEqual(found('time-frame-missing', story(result)), ['from 8% to 5%']));
  it('is raised by a change in people', () => {
    const text = storyWith({
      Impact: 'Guests wait less at the gate and come back to us more gladly.',
      Situation: 'Guests left the queue, since the gate was slow and nobody in the house knew why.',
      Task: 'I was asked by the manager to make it shorter without a new gate.',
      Result: 'The queue got shorter, from 30 people to 6.',
    });
    assert.deepEqual(found('time-frame-missing', text), ['from 30 people to 6']);
  });
  for (const result of [
    'Renewals are up 9% on the year before.',
    'It took three weeks.',
    'It has held since the autumn.',
    'Since June no import has failed.',
    'Complaints went from 40 to 12 in the second half of 2024.',
    'A year on, complaints are down to 12 a month.',
    'It was 8% until the autumn.',
    'Within a week of the change the first shops were back.',
  ])
    it(`is quiet where something does: “${result}”`, () =>
      assert.deepEqual(found('time-frame-missing', story(result)), []));
  for (const [outcome, at] of [
    ['Wrong parcels dropped from 60 a day to 18.', 'from 60 a day to 18'],
    ['The share of shops that leave has come down to 3%.', '3%'],
    ['We cut the waste by a third.', 'a third'],
    ['Truancy halved.', 'halved'],
    ['Of 90 shops 71 use the import, up from 12.', '90 shops'],
    ['We pay $95 to win a shop, down from $310.', '$95'],
    ['We sell 46 desserts a night instead of 20.', '46 desserts'],
  ] as const) {
    const told = (when: string): string =>
      `## Result\n\n${outcome}${when}\n\n## Action\n\nI drew the clock on the door.\n`;
    it(`is raised by a change, however it is told: “${outcome}”`, () => {
      assert.deepEqual(found('time-frame-missing', told('')), [at]);
      assert.deepEqual(found('time-frame-missing', told(' That took us one season.')), []);
    });
  }
  for (const text of [
    '## Result\n\nThe score came to 88%, and 40 shops use it.\n\n## Action\n\nI drew the clock on the door.\n',
    '## Result\n\nShops are glad.\n\n## Trade-offs\n\nThe bill for disks went from $40 to $70.\n',
  ])
    it(`is quiet where nothing that came of it changed: “${text.replace(/\n/gu, ' ')}”`, () =>
      assert.deepEqual(found('time-frame-missing', text), []));
  it('does not take the years somebody has been at it for the time of the change', () => {
    const told = (Impact: string): string =>
      `${Impact} I took waste from 40 kilos a day to 19 with a smaller menu, and we gave up the buffet.\n`;
    assert.deepEqual(found('time-frame-missing', told('I have been a head chef for eleven years.')), [
      'from 40 kilos a day to 19',
    ]);
    assert.deepEqual(found('time-frame-missing', told('I spent eleven months on it.')), []);
  });
  it('is quiet without a change in figures', () =>
    assert.deepEqual(
      found('time-frame-missing', storyWith({ Impact: 'We earned $1.2M.', Result: 'Shops came back.' })),
      [],
    ));
});

describe('wrong-arithmetic', () => {
  table(
    'wrong-arithmetic',
    true,
    [
      'Renewals rose from 58 % to 86 %, a 28 % improvement.',
      'Picking went from 90 to 110 lines an hour, an increase of more than 40 %.',
      'Waste fell from 50 kg to 40 kg (30 %).',
      'Costs went from $61k to $38k a month, a cut of 60 %.',
      'Support time improved by 500 %, from 200 ms to 150 ms.',
      'Answers took from 10 hours to 9 hours, down 50 %.',
      'Rejects went down from 40 to 30 pieces a day in June, which is 10 % less.',
      'Renewals rose from 50 % to 65 %, or by 25 percentage points.',
      '30 of 40 pupils came to the club in May, that is 80 %.',
      'Of 1,200 guests who had been asked, 300 came back by June, 35 %, which filled the rooms.',
      'Rejects fell from 60 to 45 per thousand in May, a third fewer.',
    ],
    (Result) => ({ Result }),
  );
  table(
    'wrong-arithmetic',
    false,
    [
      'Renewals rose from 58 % to 86 %, an improvement of 28 points.',
      'Renewals rose from 58 % to 86 %, a 48 % improvement.',
      '30 of 40 pupils came to the club in May, which is 12 % more than last year.',
      'Of 1,200 guests who had been asked, 300 came back by June, 25 %, which filled the rooms.',
      'Renewals rose from 50 % to 65 %, or by 15 percentage points.',
      'Renewals rose from 50 % to 65 % (+15 percentage points).',
      'Renewals rose from 50 % to 65 %, up 15 pp.',
      'Renewals rose from 50 % to 65 %, or +15 points.',
      'Rejects went down from 40 to 30 pieces a day in June, which is 25 % less.',
      'Rejects went down from 40 to 30 pieces a day, and 10 % of the crew left.',
      'Picking went from 90 to 110 lines an hour, an increase of 22 %.',
      'Costs went from $61k to $38k a month, a cut of more than a third, or 38 %.',
      'Costs went from $61k to $38k a month, a cut of almost 40 %.',
      'The bill went from $61k to $38k, and 60 % of the teams noticed.',
      'Renewals rose from 58 % to 86 %, while 28 % of the shops had a new contract.',
      'Latency fell from 120 ms to 35 ms, 71 % less.',
      'Latency fell from 120 ms to 35 ms, which is 243 % faster.',
      'Orders rose from 0 to 40, 100 % of the goal.',
    ],
    (Result) => ({ Result }),
  );
  it('is quiet on the right points and on the right percentage, whatever they are', () => {
    const level = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(level, level, (from, to) => {
        fc.pre(from !== to);
        const points = Math.abs(to - from);
        const share = Math.round((100 * points) / from);
        const verb = to > from ? 'rose' : 'fell';
        for (const told of [
          `or by ${points} percentage points`,
          `${points} pp`,
          `which is ${share} % ${to > from ? 'more' : 'less'}`,
        ])
          assert.deepEqual(
            found('wrong-arithmetic', storyWith({ Result: `Renewals ${verb} from ${from} % to ${to} %, ${told}.` })),
            [],
          );
        const counted = `Rejects ${verb} from ${from} to ${to} pieces a day, which is ${share} % ${to > from ? 'more' : 'less'}.`;
        assert.deepEqual(found('wrong-arithmetic', storyWith({ Result: counted })), []);
      }),
      { numRuns: 60 },
    );
  });
});

describe('task-unanswered', () => {
  const story = (Task: string, Result: string): string => storyWith({ Task, Result });
  for (const task of [
    'I was asked to stop it without slowing checkout down.',
    'I had to do it without hiring anybody from outside.',
    'My goal was to stop it by June, without losing warehouse clients.',
  ])
    it(`is raised where nothing takes it up: “${task}”`, () =>
      assert.equal(found('task-unanswered', story(task, 'Renewals are up 9% on the year before.')).length, 1));
  for (const [task, result] of [
    ['I was asked to stop it without slowing checkout down.', 'Renewals are up 9%, and checkout is as fast as it was.'],
    ['I had to do it without hiring.', 'Renewals are up 9%, with the same five people.'],
    ['I had to stop it without losing warehouse clients.', 'Renewals are up 9%, and no client left.'],
    ['I had to do it without raising prices.', 'Renewals are up 9%. Shops paid 40 a month, as in the year before.'],
    ['I had to do it without losing quality.', 'Renewals are up 9%. Returns came to 2%.'],
    ['I had to do it without slowing checkout down.', 'Renewals are up 9%, and payments held their pace.'],
    ['I had to do it without raising prices.', 'Renewals are up 9%, for as much money as ever.'],
    ['I was asked to stop it.', 'Renewals are up 9%.'],
    ['I was asked to stop it without slowing checkout down.', ''],
  ] as const)
    it(`is quiet on “${task}” with “${result}”`, () =>
      assert.deepEqual(found('task-unanswered', story(task, result)), []));
});

describe('acronym-unexplained', () => {
  table(
    'acronym-unexplained',
    true,
    [
      'The NPX run of the API failed at night.',
      'The CRM NPX run failed.',
      'The NPX run failed at night.',
      'Our QZT counts were late.',
      'Shops sent their HVRs by post.',
    ],
    (Situation) => ({ Situation }),
  );
  table(
    'acronym-unexplained',
    false,
    [
      'The nightly price exchange (NPX) failed.',
      'The NPX (nightly price exchange) failed.',
      'The NPX, our nightly exchange, failed.',
      'The API of the CRM was slow in the EU.',
      'The ICU had no MRI, and the CEO of IBM knew.',
      'Team “KITE” was late.',
      'It was Part XII of the plan, and the file was ABC-123.',
      'NEVER DO THIS AGAIN, they wrote.',
      'The board at the door said KEEP OUT in red.',
      'He cried STOP THAT TRAIN and ran.',
    ],
    (Situation) => ({ Situation }),
  );
  it('is raised once in a story', () =>
    assert.equal(
      found('acronym-unexplained', storyWith({ Situation: 'The NPX run failed.', Task: 'I was to fix the QZT count.' }))
        .length,
      1,
    ));
});

describe('a hint', () => {
  it('is no more than a hint, unless the settings say so', () => {
    const text = storyWith({ Situation: 'The NPX run failed.', Result: 'Renewals rose from 58 % to 86 %, up 28 %.' });
    const hints: readonly RuleCode[] = ['acronym-unexplained', 'wrong-arithmetic'];
    const severities = lintStory(text)
      .filter(({ code }) => hints.includes(code))
      .map(({ severity }) => severity);
    assert.deepEqual(severities, ['hint', 'hint']);
    const [finding] = lintStory(text, { rules: { 'wrong-arithmetic': 'warning' } }).filter(
      ({ code }) => code === 'wrong-arithmetic',
    );
    assert.equal(finding?.severity, 'warning');
  });
});
