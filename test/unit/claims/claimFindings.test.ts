import assert from 'node:assert/strict';
import type { ClaimFinding, FileFigures } from '../../../src/core/claims/claimModel';
import { findClaims } from '../../../src/core/claims/findClaims';
import { digitsIn } from '../../../src/core/claims/figureSupport';
import { figureSource, readFigures } from '../../../src/core/claims/readFigures';
import { readRetractions } from '../../../src/core/claims/retractions';

type Files = Readonly<Record<string, string>>;
const read = (files: Files): FileFigures[] =>
  Object.entries(files).map(([path, text]) => readFigures(path, text, figureSource(path) ?? assert.fail(path)));
const found = (files: Files, options?: Parameters<typeof findClaims>[2]): ClaimFinding[] =>
  findClaims(read(files), [], options);
const story = (text: string): string => `# A\n\n## Impact\n\n${text}\n`;
const STORY = 'stories/a.md';
const SCRIPT = 'loop/scripts/b.md';
/** The codes of what is said of a script beside a story. */
const saidOf = (told: string, script: string, more: Files = {}): string[] =>
  found({ [STORY]: story(told), [SCRIPT]: `${script}\n`, ...more })
    .filter(({ path }) => path === SCRIPT)
    .map(({ code }) => code);

describe('a finding about a figure', () => {
  const files = {
    [STORY]: story('p99 latency fell from 120 ms to 35 ms.'),
    [SCRIPT]: 'I brought p99 latency to 80 ms.\n',
  };

  it('names both figures and where the other one stands', () => {
    assert.deepEqual(
      found(files).map(({ message }) => message),
      [
        'P99 latency is “from 120 ms to 35 ms” here and “80 ms” in loop/scripts/b.md, line 1: which one holds?',
        'P99 latency is “80 ms” here and “from 120 ms to 35 ms” in stories/a.md, line 5: which one holds?',
      ],
    );
    const within = found({ [STORY]: `${story('p99 latency is 35 ms.')}\n## Result\n\np99 latency is 28 ms.\n` });
    assert.match(within[0]?.message ?? '', /here and “28 ms” in line 9: which/u);
  });

  it('offers the other figure, in place of the new one of a change alone', () => {
    const use = found(files).map(({ path, fixes }) =>
      fixes.map(({ title, start, end, newText }) => [
        title,
        (files[path as never] as string).slice(start, end),
        newText,
      ]),
    );
    assert.deepEqual(use, [[['Use 80 ms here', '35 ms', '80 ms']], [['Use 35 ms here', '80 ms', '35 ms']]]);
    const arrow = found({ [STORY]: story('p99 latency: 120 → 35 ms.'), [SCRIPT]: 'I brought p99 latency to 80 ms.\n' });
    assert.deepEqual(
      arrow.map(({ fixes }) => fixes.length),
      [0, 0],
      'where the new figure does not stand by itself, nothing is offered',
    );
  });

  it('leads to the others, eight at most, and offers each figure once, three at most', () => {
    const scripts = Object.fromEntries(
      [80, 80, 81, 82, 83, 84, 85, 86, 87, 88].map((ms, index) => [
        `loop/scripts/s${index}.md`,
        `I brought p99 latency to ${ms} ms.\n`,
      ]),
    );
    const [first] = found({ [STORY]: story('p99 latency fell to 35 ms.'), ...scripts });
    assert.equal(first?.related.length, 8);
    assert.deepEqual(first.related[1], {
      path: 'loop/scripts/s1.md',
      start: 'I brought p99 latency to '.length,
      end: 'I brought p99 latency to 80 ms'.length,
      message: '“80 ms”',
    });
    assert.deepEqual(
      first.fixes.map(({ title }) => title),
      ['Use 80 ms here', 'Use 81 ms here'],
    );
  });

  it('is of the level that is set for its rule, and none where that is off', () => {
    assert.deepEqual(
      found(files).map(({ severity }) => severity),
      ['warning', 'warning'],
    );
    assert.deepEqual(
      found(files, { rules: { 'figure-differs': 'error' } }).map(({ severity }) => severity),
      ['error', 'error'],
    );
    assert.deepEqual(found(files, { rules: { 'figure-differs': 'off' } }), []);
    assert.equal(found(files, { rules: { 'figure-unsupported': 'off' } }).length, 2, 'another rule’s level');
  });

  it('is silenced by a comment in the line above it, for its own rule, and not by one within code', () => {
    const silenced = (comment: string): number =>
      found({ ...files, [SCRIPT]: `${comment}\nI brought p99 latency to 80 ms.\n` }).filter(
        ({ path }) => path === SCRIPT,
      ).length;
    assert.equal(silenced('<!-- prep-loop-disable-next-line figure-differs -->'), 0);
    assert.equal(silenced('<!-- prep-loop-disable-next-line figure-unsupported -->'), 1);
    assert.equal(silenced('<!-- prep-loop-disable-next-line figure-differs -->\n'), 1, 'not the next line');
    assert.equal(silenced('    <!-- prep-loop-disable-next-line figure-differs -->'), 1);
  });

  it('says what was retracted, why, and where that is written', () => {
    const claims = '- 3% churn · retracted: counted twice\n';
    const [finding] = findClaims(read({ [SCRIPT]: 'I cut churn to 3%.\n' }), readRetractions(claims).retractions);
    assert.equal(finding?.message, 'You have retracted “3%” for churn: counted twice');
    assert.deepEqual(finding.related, [
      { path: 'claims.md', start: 2, end: claims.length - 1, message: 'Retracted here' },
    ]);
    const [bare] = findClaims(
      read({ [SCRIPT]: 'I won 12 customers.\n' }),
      readRetractions('- 12 customers retracted').retractions,
    );
    assert.equal(bare?.message, 'You have retracted “12 customers”', 'what is counted is in the figure');
  });

  it('shortens what is long', () => {
    const [finding] = found({ [SCRIPT]: `I cut ${'x'.repeat(80)} to 3 ms.\n` });
    assert.match(finding?.message ?? '', /“3 ms” for x{59}…: add it/u);
  });
});

describe('one measure', () => {
  it('differs from what it was elsewhere, unless that is the old figure or the goal', () => {
    const STORY_TEXT = `${story('Trial conversion rose from 6.2% to 9%.')}\n## Task\n\nBring trial conversion to 8%.\n`;
    const said = (script: string): string[] =>
      found({ [STORY]: STORY_TEXT, [SCRIPT]: `${script}\n` })
        .filter(({ path }) => path === SCRIPT)
        .map(({ code }) => code);
    for (const script of ['Trial conversion is 9%.', 'Trial conversion is 6.2%.', 'Trial conversion is 8%.'])
      assert.deepEqual(said(script), [], script);
    for (const script of [
      'Trial conversion is 7%.',
      'Trial conversion rose from 6.2% to 7%.',
      'Trial conversion rose from 7% to 9%.',
    ])
      assert.deepEqual(said(script), ['figure-differs'], script);
  });

  it('is another in another place, another way, another time, or another percentile', () => {
    for (const [told, script] of [
      ['Churn in Germany is 4%.', 'Churn in France is 3%.'],
      ['Churn is 4%.', 'Churn is 3% on mobile.'],
      ['Churn is 4% in Q1.', 'Churn is 3% in Q2.'],
      ['Ticket volume fell 40%.', 'Ticket volume rose 12%.'],
      ['p99 latency is 40 ms.', 'p50 latency is 9 ms.'],
      ['Cost is $4M a month.', 'Cost is $4 per user.'],
      ['The cost is 40% lower.', 'The cost is 30%.'],
    ] as const)
      assert.deepEqual(saidOf(told, script), [], script);
    assert.deepEqual(saidOf('Ticket volume fell 40%.', 'Ticket volume fell 12%.'), ['figure-differs']);
    assert.deepEqual(saidOf('Churn in Germany is 4%.', 'Churn in Germany is 3%.'), ['figure-differs']);
  });

  it('of two stories is neither’s, unless a place says which is meant', () => {
    const other = { 'stories/c.md': story('Churn is 7%.') };
    assert.deepEqual(saidOf('Churn is 4%.', 'Churn is 3%.', other), []);
    const placed = { 'stories/c.md': story('Churn in France is 7%.') };
    assert.deepEqual(saidOf('Churn in Germany is 4%.', 'Churn in Germany is 3%.', placed), ['figure-differs']);
  });

  it('that many a story has needs another word to say which is meant', () => {
    assert.deepEqual(saidOf('Revenue grew to $4M.', 'Revenue is $3M.'), []);
    assert.deepEqual(saidOf('Ad revenue grew to $4M.', 'Ad revenue is $3M.'), ['figure-differs']);
    assert.deepEqual(saidOf('Revenue from ads grew to $4M.', 'Revenue is $3M, all from ads.'), ['figure-differs']);
    assert.deepEqual(saidOf('Downtime fell to 4 hours.', 'Downtime is 3 hours.'), ['figure-differs']);
  });

  it('may be counted more than once in one story, and once only by what it is called', () => {
    const within = (text: string): number => found({ [STORY]: story(text) }).length;
    assert.equal(within('We trained 40 users. We asked 12 users.'), 0);
    assert.equal(within('We have 40 weekly users. Then we have 12 weekly users.'), 2);
    assert.equal(within('Churn is 4%. Churn is 3%.'), 2);
    assert.equal(within('Churn is 4% and churn is 3%.'), 0, 'in one sentence');
    assert.equal(within('Churn was 4%. Churn is 3%.'), 0, 'then and now');
  });

  it('is a step on the way where a section tells of deeds', () => {
    const deed = '\n## Action\n\nI cut churn from 9% to 5%.\n';
    assert.deepEqual(found({ [STORY]: `${story('Churn is 4%.')}${deed}` }), []);
  });

  it('is spoken of with what its story knows, and with nothing else', () => {
    const told = 'The checkout team brought p99 latency to 35 ms.';
    assert.deepEqual(saidOf(told, 'Checkout has a p99 latency of 80 ms.'), ['figure-differs']);
    assert.deepEqual(saidOf(told, 'Search has a p99 latency of 80 ms.'), []);
    const titled = { [STORY]: story('p99 latency fell to 35 ms.').replace('# A', '# Checkout') };
    assert.equal(found({ ...titled, [SCRIPT]: 'Checkout has a p99 latency of 80 ms.\n' }).length, 2);
  });

  it('of what is counted is the same where two sentences say the same of it, at the same time', () => {
    const told = '38,000 pupils finished the course in Q1.';
    assert.deepEqual(saidOf(told, '41,000 pupils finished the course in Q1.'), ['figure-differs']);
    // It was taken for the first, told in its own words.
    assert.deepEqual(saidOf(told, '41,000 pupils finished the course in Q2.'), []);
    assert.deepEqual(saidOf(told, '41,000 pupils left the school.'), []);
  });

  it('is not counted where it is a flow of bytes', () => {
    assert.deepEqual(saidOf('Throughput rose to 3 GB/s.', 'Throughput is 2 GB/s.'), ['figure-differs']);
  });

  it('in a story without sections may go through several values', () => {
    assert.deepEqual(found({ [STORY]: 'Churn is 4%. Later on, churn is 3%.\n' }), []);
  });
});

describe('a figure that is claimed', () => {
  const SAME: readonly (readonly [string, string, string])[] = [
    ['is held by its noun', 'Refunds fell by 75%.', 'I cut refunds by 75%.'],
    ['is held without one', 'Refunds fell by 75%.', 'I cut it by 75%.'],
    ['is held by so many digits', 'Refunds fell by 71.4%.', 'I cut cost by 71.4%.'],
    [
      'is held by what its sentence shares',
      'The checkout team cut refunds by 75%.',
      'I led the checkout and cut cost by 75%.',
    ],
    ['is held in other words of a part', 'Of those who called, 34% stayed.', 'I kept 34% of callers.'],
    ['is held so with a word more', 'Of those who called, 34% stayed.', 'I kept 34% of vip callers.'],
    ['is the rest of a part', '3 of 120 customers left.', 'I kept 97.5% of customers.'],
    ['is what a change implies', 'Build time fell from 40 minutes to 8 minutes.', 'I made it 5 times faster.'],
    ['is what a change saved', 'Build time fell from 40 minutes to 8 minutes.', 'I saved 32 minutes of build time.'],
    ['is a product', 'We won 40 customers at $25k a year each.', 'I won $1M a year.'],
    ['is said without its year', 'I saved $600k a year.', 'I saved $600k.'],
    ['is said with its year', 'I saved $600k.', 'I saved $600k a year.'],
    ['is a score in percent', 'Precision rose to 0.93.', 'I raised precision to 93%.'],
    ['has its noun left out', 'Picking cost fell to $4.50 an order.', 'I cut picking to $4.50.'],
    ['is of people, called people', 'We hired 12 engineers.', 'I hired 12 people.'],
    [
      'began where the story has it',
      'Tickets were 22,000 once, and fell by 58%.',
      'I cut tickets from 22,000 to about 9,240.',
    ],
    ['is a length of service', 'Sales grew.', 'I led it for 11 years.'],
    ['is a small time in passing', 'Sales grew.', 'I ran it 3 times.'],
    ['is in words', 'Sales grew.', 'I won twelve customers.'],
  ];
  for (const [why, told, script] of SAME)
    it(`is supported where it ${why}: ${script}`, () => assert.deepEqual(saidOf(told, script), []));

  const OTHER: readonly (readonly [string, string, string])[] = [
    ['nothing has it', 'Refunds fell by 75%.', 'I cut payroll by 60%.'],
    ['the figure is of another noun', 'Refunds fell by 75%.', 'I grew bookings by 75%.'],
    ['it counts something else', 'We hired 12 engineers.', 'I won 12 customers.'],
    ['it counts people and the story does not', 'We hired 12 engineers.', 'I trained 12 nurses.'],
    ['it is of another percentile', 'p99 latency is 35 ms.', 'I cut p50 latency to 35 ms.'],
    ['it is a part of something else', 'Of those who called, 34% stayed.', 'I kept 34% of merchants.'],
    ['points are no score', 'The score is 0.5 points.', 'I raised the score to 50%.'],
    ['a count is no product', 'We won 40 customers and 25 prizes.', 'I won 1,000 awards.'],
  ];
  for (const [why, told, script] of OTHER)
    it(`is not supported where ${why}: ${script}`, () =>
      assert.deepEqual(saidOf(told, script), ['figure-unsupported']));

  it('is supported by what a block takes or works out, in two digits or three', () => {
    const block = {
      'loop/case.md':
        '# Case\n\n```estimate\nseats: 412\nprice: $50 a month (40-60)\narr = seats × price × 12 months\n```\n',
    };
    const told = 'Sales grew.';
    for (const script of ['I sold 412 seats.', 'I won $247k a year.', 'I won $250k.', 'I won $197,760 a year.'])
      assert.deepEqual(saidOf(told, script, block), [], script);
    for (const script of ['I won 412 customers.', 'I won $270k a year.', 'I won €247k a year.'])
      assert.deepEqual(saidOf(told, script, block), ['figure-unsupported'], script);
  });

  it('is asked for in scripts and offers only', () => {
    assert.deepEqual(found({ [STORY]: story('I cut refunds by 60%.') }), []);
    assert.equal(found({ 'loop/offer.md': 'I cut refunds by 60%.\n' }).length, 1);
    assert.equal(found({ 'loop/cheat-sheet.md': 'I cut refunds by 60%.\n' }).length, 0);
  });
});

describe('the digits of a figure', () => {
  it('are those between its zeros', () => {
    for (const [text, digits] of [
      ['22,000', 2],
      ['0.045', 2],
      ['71.4%', 3],
      ['1,010', 3],
      ['0', 0],
      ['none', 0],
    ] as const)
      assert.equal(digitsIn(text), digits, text);
  });
});
