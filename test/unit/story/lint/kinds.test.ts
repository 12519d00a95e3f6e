import assert from 'node:assert/strict';
import { lintStory, type LintTarget, type RuleCode } from '../../../../src/core/story/lint';
import { found, storyWith } from './sound';

/** For each text, whether the rule is raised in it. */
function texts(code: RuleCode, raised: boolean, list: readonly string[]): void {
  for (const text of list)
    it(`${code} is ${raised ? 'raised by' : 'quiet on'} “${text.replace(/\n+/gu, ' ')}”`, () =>
      assert.equal(found(code, text).length > 0, raised));
}

const impact = (sentence: string): string => storyWith({ Impact: `${sentence} It mattered to all of us.` });
const result = (sentence: string): string => storyWith({ Impact: 'Diners came back.', Result: sentence });
const action = (sentence: string): string =>
  storyWith({ Impact: 'Visitors like it.', Action: sentence, Result: 'It is used every day.' });
const tradeOff = (sentence: string): string => storyWith({ 'Trade-offs': sentence });

describe('A loss, a price, a demand, a load or a state before', () => {
  describe('does not count as impact', () => {
    texts(
      'impact-first',
      true,
      [
        'We lost two of our largest accounts, 18 % of revenue.',
        'The strike cost us €400k.',
        'The hotline got five times more complaints than in the year before.',
        'Sales fell by a quarter.',
        'The flaw exposed 9,000 accounts.',
        'Before I joined, 40 customers had left.',
        'We had to cut costs by 15 %.',
        'I was to win 30 dealers by autumn.',
        'A contract worth $3M was at risk.',
        'Our depot handles 4,000 orders a day.',
      ].map(impact),
    );
    texts(
      'impact-first',
      false,
      [
        'We won back two of our largest accounts, 18 % of revenue.',
        'We stopped losing €40k a month.',
        'Complaints fell to a fifth, from 50 to 10 a week.',
        'I kept a contract worth $3M that was at risk.',
        'Sales rose by a quarter.',
        'Lost parcels went from 90 a week to 4 a week.',
        'I had to rebuild the form, and sign-ups rose by 15 %.',
        'Customer complaints dropped by 40 %.',
        'The cost per customer fell 20 %.',
        'The sales cycle dropped from 60 to 40 days.',
      ].map(impact),
    );
  });

  describe('does not count as an outcome with a figure', () => {
    const only = (sentence: string): string => storyWith({ Impact: sentence, Result: 'It went well in the end.' });
    texts(
      'metric-missing',
      true,
      [
        'The repair cost us $12,000.',
        'We replaced it for $900 a month.',
        'The page must load within 300 ms.',
        'We lost 300 subscribers that spring.',
        'The desk received ten times more tickets than usual.',
        'Volume had grown by 35 % before that.',
      ].map(only),
    );
    texts(
      'metric-missing',
      false,
      [
        'We sold it for $12,000.',
        'I wrote a weekly column, and it has 3,000 readers.',
        'Both apprentices passed their exam.',
        'There was one complaint, where there had been six a week.',
        'Forms go out in two days now.',
        'The handover went from days to 20 minutes.',
      ].map(only),
    );
  });

  it('A story without Impact that begins with its setting buries what came of it', () => {
    const story =
      '## Situation\nA third of the beds stood empty.\n## Action\nI rang the doctors.\n## Result\nOccupancy rose from 60 % to 85 % in May.\n';
    assert.deepEqual(found('impact-first', story), ['A third of the beds stood empty.']);
    const turned =
      '## Result\nOccupancy rose from 60 % to 85 % in May.\n## Situation\nBeds stood empty.\n## Action\nI rang the doctors.\n';
    assert.deepEqual(found('impact-first', turned), []);
  });

  it('A blank does not count as an outcome once the rest is written; until then its figure may wait', () => {
    const written = { Impact: 'We cut the waiting list by {{how much}} within a year.', Result: 'The ward is calm.' };
    assert.equal(found('impact-first', storyWith(written)).length, 1);
    assert.equal(found('metric-missing', storyWith(written)).length, 1);
    const begun = storyWith({ ...written, Action: '{{what I did}}' });
    assert.deepEqual([...found('impact-first', begun), ...found('metric-missing', begun)], []);
  });
});

describe('A level claimed as the outcome', () => {
  texts(
    'baseline-missing',
    true,
    [
      'Occupancy reached 93 %.',
      'The pass rate is 84 %.',
      'We finished with a rating of 4.9.',
      'The ranker has a precision of 0.81.',
      'Shrinkage stands at 0.7 %.',
      'The till gives 2.1 s starts.',
      'Trains arrive on time in 94 % of cases.',
      'My estimate was off by only 4 %.',
      'Guests now get a room within 9 minutes.',
      'We answer within two hours.',
      'Only 2 % of the jars come back.',
      'A claim is paid in six days.',
      'Parents rate the club 4.2 out of 5.',
      '84 % of the apprentices passed their exam.',
    ].map(result),
  );
  texts(
    'baseline-missing',
    false,
    [
      'Occupancy reached 93 %, against 71 % the summer before.',
      'The pass rate is 84 %. It had been two thirds.',
      'Orders used to take weeks. They now take 2 days.',
      'We went from monthly to weekly counts, and 98 % of them are right.',
      'Refusals fell to 24 % while those of the other site stayed at 41 %.',
      'The handover went from days to 20 minutes.',
      'Savings reached 12 %.',
      'Partners are 70 % of the traffic.',
      'We gave it to 20 % of the guests.',
      'It has to stay at 99.9 %.',
      'The dropout rate is 6 %, half of what it was.',
      'We answered within two hours on the day of the fair.',
      '62 % of the staff use it every week.',
      '90 % of the forms come as files.',
      'Two faults in three months.',
      'A claim is paid in six days; in spring they waited 40.',
      'A third of the rooms is 40 % full-time students.',
    ].map(result),
  );
  const twice = (impact: string, was = ''): string =>
    storyWith({
      Impact: `${impact} and the council noticed.`,
      Result: `${/\d[^ ]* \S+/u.exec(impact)?.[0]} over the whole year${was}.`,
    });
  it('is one where Impact and Result tell the same, in any tense', () => {
    for (const impact of ['Callers held the line for only 110 seconds,', 'Misprints were down to 8 % of the jobs,']) {
      assert.equal(found('baseline-missing', twice(impact)).length, 1, impact);
      assert.equal(found('baseline-missing', twice(impact, ', and it had been twice that')).length, 0, impact);
    }
  });
  it('needs no old value where it is what was asked for', () => {
    const story = (asked: string): string =>
      storyWith({
        Impact: 'Crews like it.',
        Task: `Redo the course, with ${asked} per group.`,
        Result: 'Each group is through in half a day.',
      });
    assert.equal(found('baseline-missing', story('no more than half a day')).length, 0);
    assert.equal(found('baseline-missing', story('a good lunch')).length, 1);
  });
  it('is not compared with a limit that others set, with what was wanted, or with what was done', () => {
    const story = (situation: string, task = 'I was asked to find out why.'): string =>
      storyWith({
        Impact: 'Doctors noticed.',
        Situation: situation,
        Task: task,
        Action: 'I rang 3 % of them myself.',
        Result: 'Losses stand at 0.6 %.',
      });
    assert.equal(found('baseline-missing', story('The law fines anyone above 1.5 %.')).length, 1);
    assert.equal(found('baseline-missing', story('Nobody knew why.', 'Bring losses below 1.5 %.')).length, 1);
    assert.equal(found('baseline-missing', story('Other shops are content with 1.5 %.')).length, 1);
    assert.equal(found('baseline-missing', story('We lost 1.5 % of the stock.')).length, 0);
  });
  texts(
    'baseline-missing',
    true,
    ['Occupancy reached 93 %.', 'The pass rate is 84 %.'].map((Impact) => storyWith({ Impact, Result: 'It works.' })),
  );
  texts(
    'baseline-missing',
    false,
    ['Occupancy reached 93 %.', 'The pass rate is 84 %.'].map((Situation) => storyWith({ Situation })),
  );
  it('A scene that is set without headings claims nothing', () => {
    const plain =
      'Our pass rate was 61 % and nobody knew why. I rang ten parents and changed the hours of the library.';
    assert.deepEqual(found('baseline-missing', plain), []);
  });
});

describe('What one owns up to', () => {
  const spoken = (end: string): string =>
    'Breakdowns of our vans fell from 40 to 16 within a year. I am the foreman. I looked at what broke, made a card for ' +
    `the drivers and ordered spare parts ahead. Nobody had to rent a van. ${end}`;
  texts('trade-off-missing', false, [
    spoken('The oil gets changed later, so engines will age sooner, and I signed for that.'),
    spoken('In exchange a till at the back invites thieves.'),
    spoken('Who we lose are the parents with day jobs. I knew that.'),
    tradeOff('Labels that are printed early go to waste. I was willing to throw away paper.'),
    'Situation: Alarms came late.\n\nAction: I moved the scoring to a stream.\n\nResult: Alarms fell by 40 % in May.\n\nWhat it cost: Double alarms, about four a shift.',
  ]);
  texts('trade-off-missing', true, [
    spoken('It was the best thing that I ever did, and I would choose it again.'),
    spoken('The drivers love the card, and we chose well.'),
    'Situation: Alarms came late.\n\nAction: I moved the scoring to a stream.\n\nResult: Alarms fell by 40 % in May.\n\nWhat it cost: Nothing really, everyone is happy with it.',
  ]);
});

describe('A technology as the achievement', () => {
  texts(
    'constraint-missing',
    true,
    [
      'I moved our whole search to Vespa.',
      'I rebuilt the batch as a streaming pipeline.',
      'I introduced Workday in the district.',
      'I led the migration of our reports to Snowflake.',
      'I replaced the rules with a gradient-boosted classifier.',
      'I am proudest of our agent platform.',
      'I deployed it to Kubernetes.',
    ].map(action),
  );
  texts(
    'constraint-missing',
    false,
    [
      'I moved the team to Leeds.',
      'I introduced Anna to the board.',
      'I introduced weekly tastings.',
      'I wrote the list in Excel and mailed it to the foremen.',
      'I rebuilt the batch as a streaming pipeline, capped at the old bill.',
      'I built a classifier on the old laptops, as no record may leave the house.',
      'I asked the team that runs the Kafka cluster.',
      'I moved all accounts to Vespa before the deadline.',
    ].map(action),
  );
});

describe('Weighing alternatives', () => {
  texts(
    'trade-off-missing',
    true,
    [
      'The parents welcomed it, and the board accepted it without objections.',
      'Everybody is proud of it, but nobody was surprised.',
      'The clerks like the new desk and would recommend it.',
      'We would have failed without her.',
      'I would choose it again at any time.',
      'A form takes 2 minutes instead of 9.',
    ].map(tradeOff),
  );
  texts(
    'trade-off-missing',
    false,
    [
      'I negotiated to cut the second phase.',
      'I could have hired a clerk, but the budget ended in June.',
      'Buying it would have been faster than building it.',
      'We opened on Sundays at the price of a closed Monday.',
      'Above thirty orders a minute I would go back to the old one.',
      'It is slower by a day, but 14 % cheaper.',
      'Retrieval takes hours instead of seconds.',
      'I patched it instead of a rewrite because the fair was near.',
    ].map(tradeOff),
  );
  it('“inside instead of outside” only describes', () => {
    const plain = storyWith({ 'Trade-offs': 'We met inside the hall instead of the porch.' });
    assert.equal(found('trade-off-missing', plain).length, 1);
  });
});

describe('Words in the place of a figure', () => {
  texts(
    'vague-quantity',
    true,
    [
      'Numerous guests came back.',
      'It is striking how many visitors return.',
      'There was a marked improvement in attendance.',
      'We saw exponential growth.',
      'A great many errors were avoided.',
      'A multitude of customers found us.',
      'Sales grew strongly.',
    ].map(result),
  );
  texts(
    'vague-quantity',
    false,
    [
      'I asked how many guests had left.',
      'We measured how many orders came late.',
      'There was a marked improvement in attendance, from 61 % to 80 %.',
      'We saw exponential growth: sign-ups went from 40 to 900 a week.',
      'His was a marked card.',
      'Sales grew strongly, by 31 %.',
    ].map(result),
  );
  it('give way to a blank as a whole', () => {
    const text = result('A great many errors were avoided.');
    const [finding] = lintStory(text).filter(({ code }) => code === 'vague-quantity');
    const [edit] = finding?.fixes[0]?.edits ?? [];
    assert.equal(text.slice(edit?.start, edit?.end), 'A great many');
  });
});

describe('An Action that “we” did', () => {
  texts(
    'ownership',
    true,
    [
      'We built the form and we ran the pilot. I took notes.',
      'We wrote the rules and we trained the staff. I was happy to help and attended each session.',
      'The route was changed. We informed the drivers and we moved the signs. I supported the team.',
    ].map(action),
  );
  texts(
    'ownership',
    false,
    [
      'We built the form and we ran the pilot. I chose the questions.',
      'We could not agree, so I built both and we shipped one.',
      'I supported twelve nurses on their first ward.',
      'We met on Fridays and we wrote the list. My idea was to ask the drivers.',
    ].map(action),
  );
});

describe('A figure far from the playbook’s target', () => {
  const targets: readonly LintTarget[] = [
    { title: 'Events per second', kind: 'rate', unit: 'events', value: 1_000_000, direction: 'at-least' },
    { title: 'End-to-end latency', kind: 'duration', unit: 'ms', value: 40, direction: 'at-most' },
  ];
  const missed = (sentence: string): number =>
    lintStory(storyWith({ Result: sentence }), { playbook: { targets } }).filter(({ code }) => code === 'target-missed')
      .length;

  for (const sentence of [
    'Latency of the monthly report fell to 9 seconds.',
    'It takes in 900 events per second.',
    'Latency of the nightly backup is 300 ms.',
    'The build has a latency of 700 ms.',
  ])
    it(`is of another kind of system: “${sentence}”`, () => assert.equal(missed(sentence), 0));
  for (const sentence of ['Request latency fell to 310 ms.', 'It takes in 300,000 events per second.'])
    it(`falls short where it is near: “${sentence}”`, () => assert.equal(missed(sentence), 1));
});

describe('An outcome given as a contrast with before', () => {
  const only = (sentence: string): string => storyWith({ Impact: 'It went well.', Result: sentence });
  texts(
    'metric-missing',
    false,
    [
      'By Easter there were 31 of them; in the previous year there had been 12.',
      'We needed 26 minutes, compared with 80 the year before.',
      'The auditor noted two faults, after nine at the one before.',
      'The line at the gate got shorter, from 30 people to 6.',
      'We cook 300 meals a day instead of the 180 we managed before.',
      'An order used to take three weeks. Since May it has taken five days.',
      'Parents hear from us the same morning; it used to take weeks.',
      'The two depots were merged without a single resignation.',
      'They delivered as much as in the quarter before, 17 and 16 releases.',
      'The crew had two accidents that quarter, down from twelve.',
      'Two crates were lost, as opposed to forty a year ago.',
      'A year ago it was ten days, today it is three.',
      'Last year nine cooks had left, this year none.',
      'One bus broke down; in the winter before it had been seven.',
    ].map(only),
  );
  texts(
    'metric-missing',
    true,
    [
      'We opened on time, held three demos and wrote a manual of 40 pages.',
      'I coached 50 nurses in eight workshops.',
      'After two weeks we showed 20 slides to the board.',
      'I used to work with three people in four shops.',
      'Before the fair we held two talks and hung up ten posters.',
      'The planners used to complain about it.',
      'The team has grown from 4 to 7 people.',
      'It was all as we had wished before.',
      'The form is used to check 30 pages.',
      'It saved enormous amounts of money.',
    ].map(only),
  );
  it('does not count in the setting', () => {
    const set = storyWith({
      Impact: 'It went well.',
      Situation: 'An order took three weeks; it used to take five days.',
      Result: 'Everybody is glad.',
    });
    assert.equal(found('metric-missing', set).length, 1);
  });
  it('does not count where a story without sections says only what used to be', () => {
    const plain =
      'It used to take two weeks on average, and often three. I wrote a small tool for my desk and everyone liked it.';
    assert.equal(found('metric-missing', plain).length, 1);
    assert.deepEqual(found('metric-missing', `${plain} Now it is done in five days.`), []);
  });
});

describe('A story without Result and Impact', () => {
  const begun =
    '## Situation\nParcels came back to us and nobody knew why.\n## Task\nI was asked to find out why it was so.\n';
  it('is told about the missing sections, and not about a missing metric as well', () => {
    assert.deepEqual(found('metric-missing', begun), []);
    assert.deepEqual(found('metric-missing', `${begun}## Result\n\n## Impact\n`), []);
    assert.equal(found('section-missing', begun).length, 1);
  });
  it('is told about the metric once one of the two has text', () => {
    for (const name of ['Result', 'Impact'])
      assert.equal(found('metric-missing', `${begun}## ${name}\nEverybody was glad of it.\n`).length, 1);
  });
});

describe('A model put to use, or chosen, as the achievement', () => {
  const done = (Action: string, Result = 'It is used every day.'): string =>
    storyWith({ Impact: 'Visitors like it.', Action, Result });
  texts('constraint-missing', true, [
    done('I asked them.', 'We put a deep neural network with two heads into production.'),
    done('I asked them.', 'We are now running on BigQuery, dbt and Kafka, automated with Terraform.'),
    done('I picked an LSTM and then a transformer with eight layers.'),
  ]);
  texts('constraint-missing', false, [
    done('I asked them.', 'We put a new menu into production.'),
    done('I asked them.', 'We are now running courses in four towns.'),
    done('I picked the smaller hall.'),
    done('I picked a transformer, and the error rate fell from 9 % to 4 %.', 'It holds 300 requests a second.'),
  ]);
});

describe('Trade-offs that are only named', () => {
  texts(
    'trade-off-missing',
    true,
    [
      'There were naturally several trade-offs to consider.',
      'There were some compromises along the way, and we found the right balance between all of them.',
      'As always there were downsides, and all went well.',
    ].map(tradeOff),
  );
  texts(
    'trade-off-missing',
    false,
    [
      'There was a trade-off between speed and quality.',
      'There were trade-offs: the report comes a day late.',
      'There were compromises, as the old form had to go.',
      'I found a balance between the price and the wait.',
    ].map(tradeOff),
  );
});
