import assert from 'node:assert/strict';
import type { Closeness, Figure, FigureMode, FigureRole, FigureSource } from '../../../src/core/claims/claimModel';
import { figureSource, readFigures } from '../../../src/core/claims/readFigures';

const figures = (text: string, source: FigureSource = 'script'): readonly Figure[] =>
  readFigures('loop/scripts/a.md', text, source).figures;
/** The last figure of a text. */
const last = (text: string, source?: FigureSource): Figure => figures(text, source).at(-1) ?? assert.fail(text);
const all = (words: ReadonlySet<string>): string => [...words].join(' ');

describe('a file whose figures are compared', () => {
  it('is a story, or a script, offer, cheat sheet or case of a loop', () => {
    for (const [path, source] of [
      ['stories/a.md', 'story'],
      ['loop/scripts/a.md', 'script'],
      ['loop/offer.md', 'offer'],
      ['loop/cheat-sheet.md', 'sheet'],
      ['loop/case.md', 'case'],
      ['case.md', undefined],
      ['a/loop/case.md', undefined],
      ['.git/cheat-sheet.md', undefined],
      ['loop/notes.md', undefined],
    ] as const)
      assert.equal(figureSource(path), source, path);
  });

  it('is called by its title, or otherwise by its name', () => {
    const title = (text: string): string => readFigures('stories/Big-Win.MD', text, 'story').title;
    assert.deepEqual([title('# A win\n'), title('Nothing.\n')], ['A win', 'Big-Win']);
  });

  it('is about what its title and its outcome say', () => {
    const { subject } = readFigures(
      'stories/a.md',
      '# The fraud model\n\n## Impact\n\nChargebacks fell.\n\n## Action\n\nI hired.\n\n## Result\n\nBanks signed.\n',
      'story',
    );
    assert.equal(all(subject), 'fraud model charge fell banks signed'.replace('banks', 'bank'));
  });

  it('has the values of its worked blocks: what is given, and what comes out', () => {
    const text = '# Case\n\n```estimate\nusers: 40 (30-50)\nall = users × 2\n```\n';
    const { blocks } = readFigures('loop/case.md', text, 'case');
    assert.deepEqual(
      blocks
        .filter(({ title }) => title === 'users' || title === 'all')
        .map(({ title, value, low, high, unit, isResult, start, end }) => [
          title,
          value,
          low,
          high,
          unit,
          isResult,
          text.slice(start, end),
        ]),
      [
        ['all', 80, 60, 100, null, true, 'users × 2'],
        ['users', 40, 30, 50, null, false, '40 (30-50)'],
      ],
    );
    assert.deepEqual(readFigures('loop/case.md', '# Case\n', 'case').blocks, []);
  });
});

describe('what a figure is in its text', () => {
  const ROLES: Readonly<Record<FigureRole, readonly string[]>> = {
    current: [
      'p99 latency fell to 35 ms.',
      'I had 12 engineers.',
      'It cost us £400 a file before lunch.',
      'p99 latency is 40 ms, a goal of ours.',
      'I ran a budget of $2M.',
      'I ran the whole yearly budget of $2M.',
      'p99 latency fell to 20 ms, and I would do it again.',
      'You have read it, p99 latency is 80 ms.',
      'Beside you, I brought p99 latency to 80 ms.',
      'I beat your record: p99 latency is 80 ms.',
      'Serving cost is $20k, below the target.',
      'It is 30 ms or so.',
      'I proposed a cache and cut p99 latency to 5 ms.',
      'I proposed a cache, p99 latency fell to 5 ms.',
      'The forecast error is 9%.',
      'The plan with ads made $41M.',
      'In May churn fell to 3%.',
      'May churn fell to 3%.',
      'Churn fell from 5% to 3%, as planned.',
      '| Queue time | 28 s |',
    ],
    old: [
      'Before that, p99 latency was 120 ms.',
      'When I started, p99 latency was 120 ms.',
      'p99 latency had been 120 ms.',
      'p99 latency is 35 ms against 120 ms.',
      'Churn is 3%, previously 5%.',
      'Churn was 5% before.',
      'Churn was 5% at the start, and 9% initially.',
      'It cost us £400 a file before we began.',
      'The error rate of the old API was 3%.',
      'The former error rate was 3%.',
    ],
    goal: [
      'The target is a p99 latency of 50 ms.',
      'The target, they say, is 50 ms.',
      'We met the 40 ms p99 latency objective.',
      'The budget is $2M.',
      'They set a budget of $2M.',
      'I ran it to a limit of $2M.',
      'I led it within budget at $2M.',
      'I ran a team with a budget of 5%, a limit of $2M.',
      'It passes at 30 ms or less.',
    ],
    plan: [
      'p99 latency would fall to 20 ms.',
      'p99 latency falls to 20 ms if you hire me.',
      'Is p99 latency 20 ms?',
      'Each 10 ms costs us money.',
      'A 1% lift means $750k a year.',
      'We had promised a churn of 5%.',
      'We forecast 9% churn.',
      'Planned churn was 5%.',
      'Their analysts forecast 9% churn.',
      'The plan was $41M.',
      'Our plan is $41M.',
      'Churn may fall to 3%.',
      'Finance asked for 40 ms until May.',
    ],
    passing: [
      'Serving cost is $20k below the target.',
      'Conversion rose 12% ± 1.5%.',
      'Conversion rose 12% plus or minus 1.5%.',
      '| Queue time | 28 s | 95 s |',
      '| 2026 | 95 s |',
    ],
    theirs: [
      'Your p99 latency is 80 ms.',
      'The competitor’s p99 latency is 80 ms.',
      'She brought p99 latency to 80 ms.',
      'I cut churn to 3%, and your churn is 5%.',
    ],
  };
  for (const [role, texts] of Object.entries(ROLES))
    for (const text of texts) it(`is ${role}: ${text}`, () => assert.equal(last(text).role, role));

  it('is old in a story’s Situation, a goal in its Task, and on the way in its Action, unless it is a change', () => {
    const text = ['Impact', 'Situation', 'Task', 'Action', 'Result']
      .map((name) => `## ${name}\n\nChurn is 5% now. Churn fell from 9% to 7%.\n`)
      .join('\n');
    assert.deepEqual(
      figures(text, 'story').map(({ role, part }) => [role, part]),
      [
        ['current', 'outcome'],
        ['current', 'outcome'],
        ['old', 'other'],
        ['current', 'other'],
        ['goal', 'other'],
        ['current', 'other'],
        ['passing', 'other'],
        ['current', 'other'],
        ['current', 'outcome'],
        ['current', 'outcome'],
      ],
    );
    assert.equal(last('Churn is 5%.', 'story').part, undefined, 'without sections');
  });

  it('is the result of a story also where it became of others', () => {
    assert.deepEqual(
      [last('They reached a churn of 5%.', 'story').role, last('They reached a churn of 5%.').role],
      ['current', 'theirs'],
    );
    assert.equal(last('The rival’s churn is 5%.', 'story').role, 'theirs');
  });
});

describe('how closely a figure is meant', () => {
  const SAID: Readonly<Record<Closeness, readonly string[]>> = {
    exact: ['The list has 400 users.', 'At last 400 users came.', 'It is down to 400 users.'],
    // “~35 ms” was compared to the digit, as if it were exact.
    about: [
      'It has about 400 users.',
      'Latency is ~35 ms.',
      'Latency is ≈ 35 ms.',
      'It is close to 400 users.',
      'Some 400 users left.',
      'Doctors save almost an hour a day.',
    ],
    more: ['It has more than 400 users.', 'It has over 400 users.', 'It has at least 400 users.'],
    less: [
      'It has less than 400 users.',
      'It has fewer than 400 users.',
      'It has up to 400 users.',
      'Latency is under 35 ms.',
      'It is within 35 ms.',
    ],
  };
  for (const [closeness, texts] of Object.entries(SAID))
    for (const text of texts) it(`${closeness}: ${text}`, () => assert.equal(last(text).closeness, closeness));

  it('is said in its own sentence', () => {
    assert.equal(last('It is more than that. 400 users came.').closeness, 'exact');
    assert.equal(last('It is about. 400 users came.').closeness, 'exact');
  });
});

describe('a figure that its sentence claims for the user', () => {
  for (const text of [
    'I cut churn to 3%.',
    'We won 12 customers.',
    'I trained 12 engineers.',
    'My team built it for $3M.',
    'I led 12 engineers.',
    'We have 34 customers.',
    'I have 10 ideas.',
    'The case study projected $2M of revenue.',
    'My model shows $2M of revenue.',
    'I work with you, and cut churn to 3%.',
  ])
    it(`is one: ${text}`, () => assert.equal(last(text).isClaimed, true));

  for (const [why, text] of [
    ['nobody says whose it is', 'Churn fell to 3%.'],
    ['a case only has it', 'The case study has $2M of revenue.'],
    ['it is what others have', 'I cut churn, while your churn is 5%.'],
    ['it is asked for', 'I ask for a base of $200k, which I earned.'],
    ['it is what one is paid', 'I earn $150,000 now.'],
    ['it is a salary', 'My salary was $60,000, and I built a team.'],
    ['these are few', 'I have 9 ideas.'],
    ['one was only there', 'I was with 12 engineers.'],
    ['it is not counted, only had', 'We have a churn of 3%.'],
  ] as const)
    it(`is none where ${why}: ${text}`, () => assert.equal(last(text).isClaimed, false));
});

describe('what a figure measures', () => {
  const MEASURES: readonly (readonly [string, string, FigureMode])[] = [
    ['I reached 35 ms p99 latency.', 'p99 latency', 'level'],
    ['p99 latency fell quickly to 35 ms.', 'p99 latency', 'level'],
    ['Latency fell by 35 ms.', 'latency', 'change'],
    ['Latency fell 35%.', 'latency', 'change'],
    ['Latency is 35% lower.', 'latency', 'change'],
    ['I won 40% fewer tickets.', 'tickets', 'change'],
    ['A 40% increase in orders came.', 'orders', 'change'],
    ['An increase of 40% in orders came.', '', 'change'],
    ['Churn is up 2 points.', 'churn', 'change'],
    ['We lost 40% of the users.', 'users', 'part'],
    ['22 of 310 tests failed.', 'failed', 'part'],
    ['I saved $2M in chargebacks.', 'chargebacks', 'level'],
    ['I won $5M of budget.', 'budget', 'level'],
    ['I saved $2M.', 'saved', 'change'],
    ['The cache is worth $2M.', 'cache', 'level'],
    ['All of it was worth $2M.', 'worth', 'level'],
    ['That is $2M saved.', 'saved', 'level'],
    ['We have 34 customers.', 'customers', 'level'],
    ['Average revenue per account rose to $5k.', 'average revenue per account', 'level'],
    ['The error rate of the API fell to 0.2%.', 'error rate of the API', 'level'],
    ['Conversion in Germany rose to 4%.', 'conversion', 'level'],
    ['Build time for 220 engineers fell to 9 minutes.', 'build time', 'level'],
    ['The build takes 9 minutes.', 'build', 'level'],
    ['Time to hire fell to 30 days.', 'time to hire', 'level'],
    ['Trips to hire fell to 30 days.', 'hire', 'level'],
    ['NPS rose to 41.', 'NPS', 'level'],
    ['iOS crashes fell to 2%.', 'iOS crashes', 'level'],
    ['Failed builds fell to 3%.', 'failed builds', 'level'],
    ['Serving cost $80k a month.', 'serving', 'level'],
    ['Serving cost is $80k a month.', 'serving cost', 'level'],
    ['Churn, so they say, is 3%.', '', 'level'],
    ['Churn, at 3%, is low.', '', 'level'],
    ['Sales grew in a year, to $3M.', '', 'level'],
    ['The latency of the API, now 35 ms, is fine.', '', 'level'],
    ['I reached 35 ms latency, churn aside.', 'latency', 'level'],
    ['40% fewer, tickets were down.', '', 'change'],
    ['I won $5M revenue per the plan.', 'revenue', 'level'],
    // It was that of the next sentence, which begins with a small letter.
    ['p99 latency is 35 ms. p50 latency is better.', 'p99 latency', 'level'],
    ['35 ms · latency', '', 'level'],
    ['| 35 ms | latency', '', 'level'],
    // A hyphen ties a preposition into a name: these were “time delivery” and “time”.
    ['Our on-time delivery rose to 98%.', 'on-time delivery', 'level'],
    ['On-time delivery rose to 98%.', 'on-time delivery', 'level'],
    ['Look-up time fell to 35 ms.', 'look-up time', 'level'],
    ['35 ms look-up time is what I reached.', 'look-up time', 'level'],
    ['Sign-up completion rose to 79%.', 'sign-up completion', 'level'],
  ];
  for (const [text, measure, mode] of MEASURES)
    it(`${text} ${measure}, a ${mode}`, () => {
      const figure = last(text);
      assert.deepEqual([figure.measure, figure.mode], [measure, mode]);
    });

  it('has a noun that the other words describe', () => {
    for (const [text, head] of [
      ['p99 scoring latency fell to 35 ms.', 'latenc'],
      ['Revenue per account rose to $5k.', 'revenu'],
      ['The error rate of the API fell to 0.2%.', 'error'],
      ['A p99 of 35 ms is what I reached.', 'latenc'],
      ['A median of 35 ms is what I reached.', undefined],
      ['The average time was 35 ms.', 'time'],
    ] as const)
      assert.equal(last(text).head, head, text);
  });

  it('is one of several by its percentile or its number', () => {
    for (const [text, qualifiers] of [
      ['p99 latency fell to 35 ms.', 'p99'],
      ['Latency fell to 35 ms at p99.', 'p99'],
      ['Latency fell to 35 ms and p99 is fine.', ''],
      ['The median latency is 35 ms.', 'median'],
      ['Day-7 retention is 23%.', '7'],
      ['Tier-1 tickets are 23%.', 'tier1'],
      ['Retention is 23%.', ''],
    ] as const)
      assert.equal(all(last(text).qualifiers), qualifiers, text);
  });

  it('is the same in one and several, and in two names of one thing', () => {
    const stems = (text: string): string => all(last(text).stems);
    for (const [one, other] of [
      ['We have 34 customers.', 'We have 34 clients.'],
      ['Sales grew to $5M.', 'Revenue grew to $5M.'],
      ['Queries fell to 3%.', 'Query fell to 3%.'],
      ['Deploys fell to 3%.', 'Deploy fell to 3%.'],
      ['I trained 34 people.', 'I trained 34 persons.'],
      ['The team’s churn is 3%.', 'The team churn is 3%.'],
    ] as const)
      assert.equal(stems(one), stems(other), one);
  });
});

describe('when and where a figure holds', () => {
  it('is said after it', () => {
    for (const [text, circumstances] of [
      ['Churn fell to 3% in Q1.', 'q1'],
      ['Churn fell to 3% by the end of 2026.', 'end 2026'],
      ['Retention is 31% after nine months.', 'nine months'],
      ['Conversion is 4% on the mobile site.', 'mobile site'],
      ['Conversion is 4% on mobile and web.', 'mobile'],
      ['Activation reached 30% in the first week.', 'first'],
      ['Activation reached 45% by email.', ''],
      ['I cut churn to 3% at my last company.', ''],
      ['I cut churn to 3% at a company.', ''],
      ['Churn is 3% for now, and 2% in Q1.', ''],
    ] as const)
      assert.equal(all(figures(text)[0]?.circumstances ?? new Set()), circumstances, text);
  });

  it('is said where its sentence opens with a limit, but not with a time or a job', () => {
    for (const [text, limits] of [
      ['On mobile, conversion is 4%.', 'mobile'],
      ['On windy days the error is 9%.', 'wind'],
      ['With two servers the latency is 9 ms.', 'two server'],
      ['Churn is 3%, in the north it is 5%.', 'north'],
      ['In the second year, conversion is 4%.', ''],
      ['In my last job I cut the latency to 9 ms.', 'last'],
      ['On-time delivery rose to 98%.', ''],
      ['Mobile conversion is 4%.', ''],
    ] as const)
      assert.equal(all(last(text).limits), limits, text);
  });

  it('is said by a name within its sentence', () => {
    for (const [text, scope] of [
      ['In Europe latency fell to 35 ms.', 'europe'],
      ['Latency for phones fell to 35 ms.', 'phone'],
      ['Europe has a latency of 35 ms.', ''],
      ['The ARR of it rose, and latency fell to 35 ms.', ''],
      ['Here I cut latency to 35 ms.', ''],
    ] as const)
      assert.equal(all(last(text).scope), scope, text);
  });

  it('may be in the past', () => {
    for (const [text, isPast] of [
      ['Deploy time was 50 minutes.', true],
      ['Deploy time used to be 50 minutes.', true],
      ['Deploy time is 50 minutes.', false],
      ['It was so. 50 minutes it takes.', false],
      ['Deploy time was cut from 50 minutes to 9 minutes.', false],
    ] as const)
      assert.equal(last(text).isPast, isPast, text);
  });

  it('goes up or down, or does not say', () => {
    for (const [text, direction] of [
      ['Churn grew to 3%.', 'up'],
      ['Churn fell to 3%.', 'down'],
      ['Churn is 3%.', undefined],
      ['Orders grew, and churn is 3%.', undefined],
      ['Orders grew 5% and churn is 3%.', undefined],
    ] as const)
      assert.equal(last(text).direction, direction, text);
  });

  it('may be of something else that its sentence names', () => {
    for (const [text, others] of [
      ['Finance wanted latency at 35 ms.', 'wanted financ'],
      ['The p99 latency is now 35 ms.', ''],
      ['p99 latency fell quickly to 35 ms.', ''],
      ['I cut latency in the north to 35 ms.', ''],
    ] as const)
      assert.equal(all(last(text).others), others, text);
  });
});
