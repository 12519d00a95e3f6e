import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dashboardOf } from '../../../src/core/dashboard/dashboard';
import type { SpeechTrendView } from '../../../src/core/dashboard/dashboardModel';
import { waitInWords } from '../../../src/core/dashboard/dashboardDrills';
import { roundedTo } from '../../../src/core/dashboard/rounded';
import type { Session, Speech } from '../../../src/core/sessions/sessionModel';
import { sessionOf } from '../readiness/world';
import { inputOf, loopOf, PLAYBOOK } from './sample';

const { view, actions } = dashboardOf(inputOf());

describe('The dashboard', () => {
  it('says where the loop is and what comes next', () => {
    assert.deepEqual(
      [view.title, view.day, view.next],
      ['Acme AI PM', 'day 6 of 22', 'Next: System Design, Tue 24 Nov, in 2 days'],
    );
  });

  it('knows each click by a key that it gave out itself', () => {
    const json = JSON.parse(JSON.stringify(view)) as unknown;
    const keys: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, each] of Object.entries(value))
        if (name === 'action') keys.push(each as string);
        else collect(each);
    };
    collect(json);
    assert.ok(keys.length > 20);
    assert.deepEqual(
      keys.filter((key) => !actions.has(key)),
      [],
    );
    assert.deepEqual(dashboardOf(inputOf()), { view, actions });
  });

  it('says what to do where there is nothing to show', () => {
    const empty = dashboardOf(
      inputOf({
        loop: loopOf({ 'loop.md': '---\ncompany: Acme\n---\n' }),
        playbook: undefined,
        stories: [],
        sessions: [],
        reviews: { reviews: [], problems: [] },
      }),
    ).view;
    assert.equal(empty.strip, undefined);
    assert.deepEqual(
      [empty.day, empty.matrix, empty.drills.summary],
      [
        '',
        { columns: [], rows: [], others: 0, gaps: [] },
        'The playbook has no drill cards: write them in its drills.md.',
      ],
    );
    assert.match(empty.troubles[0]?.message ?? '', /playbook “” can’t be used/u);
  });

  it('compares own scores with the peers’, and says where there are too few cases', () => {
    const mock = {
      ...sessionOf('system-design', 1),
      kind: 'mock',
      scores: { scale: 4 },
      peerScores: { scale: 3 },
    } as const;
    const of = (count: number) => {
      const sessions = Array.from({ length: count }, () => mock);
      return dashboardOf(inputOf({ loops: [{ sessions, rounds: [] }] })).view.calibration;
    };
    assert.equal(of(0), undefined);
    assert.match(of(2)?.claims[0] ?? '', /^Too few cases to say: it takes 3 mocks/u);
    assert.deepEqual(of(3)?.claims, ['You rate scale 1.0 higher than peers do (3 mocks).']);
    assert.deepEqual(of(3)?.rows, [
      { title: 'scale', againstPeers: '+1.0 (3 mocks)', passed: 'no rounds', failed: 'no rounds' },
    ]);
  });

  it('shows three problems and counts the rest', () => {
    const problems = [1, 2, 3, 4, 5].map((start) => ({
      path: 'acme/reviews.jsonl',
      start,
      end: 9,
      message: `Bad line ${start}`,
      severity: 'warning' as const,
    }));
    const { view: shown, actions: acts } = dashboardOf(inputOf({ reviews: { reviews: [], problems } }));
    assert.deepEqual(
      shown.troubles.map(({ message }) => message),
      ['Bad line 1', 'Bad line 2', 'Bad line 3', 'There are 2 more: see Problems.'],
    );
    assert.deepEqual(acts.get(shown.troubles[1]?.action ?? ''), { kind: 'open', path: 'acme/reviews.jsonl', start: 2 });
  });
});

describe('The strip of days', () => {
  const days = view.strip?.days ?? [];

  it('has the loop’s days, today among them, with weekends and the months', () => {
    assert.equal(days.length, 22);
    assert.deepEqual(
      days.filter(({ today }) => today).map(({ day }) => day),
      [6],
    );
    assert.deepEqual(
      days.filter(({ off }) => off).map(({ day }) => day),
      [5, 6, 12, 13, 19, 20],
    );
    assert.deepEqual(
      days.filter(({ month }) => month !== '').map(({ month, dayOfMonth }) => `${dayOfMonth} ${month}`),
      ['17 Nov', '1 Dec'],
    );
    assert.deepEqual([days[0]?.weekday, days[0]?.column, days[0]?.past, days[5]?.past], ['Tue', 2, true, false]);
  });

  it('has the rounds, the feedback day and planned mocks on their days', () => {
    const events = days.flatMap(({ day, events: on }) =>
      on.map(({ kind, title, detail, done }) => [day, kind, title, detail, done]),
    );
    assert.deepEqual(
      events.filter(([, kind]) => kind !== 'feedback'),
      [
        [3, 'round', 'Phone Screen', '10:00, passed', true],
        [7, 'mock', 'Mock: System Design', '18:00 with Ada', false],
        [8, 'round', 'System Design', '10:00', false],
        [11, 'round', 'Product Sense', '10:00', false],
      ],
    );
    assert.equal(events.filter(([, kind]) => kind === 'feedback').length, 1);
    assert.deepEqual(actions.get(days[7]?.events[0]?.action ?? ''), { kind: 'round', round: 'system-design' });
  });

  it('has each day’s work, and says where it is more than the user has', () => {
    assert.deepEqual(
      [days[6]?.minutes, days[6]?.load, days[6]?.over, view.strip?.limit, view.strip?.legend],
      [150, 1, true, 0.8, '2 h a day'],
    );
    assert.equal(
      days[6]?.spoken,
      'Mon 23 Nov 2026, day 7. Mock: System Design 18:00 with Ada. 2 h 30 min of work, more than 2 h: Write stories 2 h 30 min',
    );
    assert.equal(days[5]?.spoken, 'Sun 22 Nov 2026, day 6, today, day off');
  });

  it('begins where preparation does, and goes on to today where the loop is over and not closed', () => {
    const loop = { ...loopOf(), prepareFrom: '2026-11-15' };
    const early = dashboardOf(inputOf({ loop })).view.strip?.days ?? [];
    assert.deepEqual([early[0]?.day, early[0]?.dayOfMonth, early[0]?.month, early[2]?.day], [-1, '15', 'Nov', 1]);
    assert.match(early[0]?.spoken ?? '', /before the first contact/u);
    const late = dashboardOf(inputOf({ loop: loopOf(), today: '2026-12-20' })).view.strip?.days ?? [];
    assert.deepEqual([late.at(-1)?.today, late.at(-1)?.dayOfMonth], [true, '20']);
    const closed = { ...loopOf(), closed: { outcome: undefined, date: undefined } };
    assert.equal(dashboardOf(inputOf({ loop: closed, today: '2026-12-20' })).view.strip?.days.length, 22);
  });

  it('goes on to a round that is later than the loop’s last day', () => {
    const later = dashboardOf(
      inputOf({ loop: loopOf({ 'rounds/03-product-sense.md': '---\ndate: 2026-12-20\n---\n' }) }),
    ).view.strip;
    assert.equal(later?.days.length, 34);
  });
});

describe('Readiness on the dashboard', () => {
  const design = view.readiness.find(({ round }) => round === 'system-design');

  it('has a card for each round, and marks the next one and any that is behind', () => {
    assert.deepEqual(
      view.readiness.map(({ title, when, next, done }) => [title, when, next, done]),
      [
        ['Phone Screen', 'passed', false, true],
        ['System Design', 'Tue 24 Nov, in 2 days', true, false],
        ['Product Sense', 'Fri 27 Nov, in 5 days', false, false],
        ['ML Case Study', 'no date yet', false, false],
      ],
    );
  });

  it('shows whole points that add up, and what would raise it, the most first', () => {
    assert.ok(design);
    assert.equal(
      design.parts.reduce((sum, { points }) => sum + points, 0),
      design.score,
    );
    assert.equal(
      design.parts.reduce((sum, { weight }) => sum + weight, 0),
      100,
    );
    assert.deepEqual(
      design.parts.map(({ title }) => title),
      ['Practice', 'Stories', 'Drills', 'Checklist'],
    );
    const points = design.gains.map((gain) => Number.parseInt(gain.points.replace('<', ''), 10));
    assert.deepEqual(
      points,
      [...points].sort((a, b) => b - a),
    );
    assert.deepEqual(design.gains.map(({ action }) => actions.get(action)?.kind).sort(), [
      'item',
      'practise',
      'practise',
      'review',
      'story',
    ]);
  });

  it('rounds to whole points that keep their sum (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 1, maxLength: 6 }), (values) => {
        const total = Math.round(values.reduce((sum, value) => sum + value, 0));
        const rounded = roundedTo(values, total);
        assert.equal(
          rounded.reduce((sum, value) => sum + value, 0),
          total,
        );
        rounded.forEach((value, index) => assert.ok(Math.abs(value - (values[index] ?? 0)) <= 1 + 1e-6));
      }),
    );
  });
});

describe('The matrix of stories and competencies', () => {
  const { columns, rows, others, gaps } = view.matrix;
  const column = (title: string) => columns.find((each) => each.title === title);

  it('has a row for each story that shows something, ready ones first, and counts the others', () => {
    assert.deepEqual(
      rows.map(({ title, ready, cells }) => [title, ready, cells]),
      [
        ['Story stories/a.md', true, '.r...r..'],
        ['Story stories/b.md', false, '...d....'],
      ],
    );
    assert.equal(others, 1);
    assert.deepEqual(actions.get(rows[0]?.action ?? ''), { kind: 'story', path: 'stories/a.md' });
  });

  it('has a column for each competency with the rounds that judge it, and says where one is bare', () => {
    assert.deepEqual(column('Trade-offs'), {
      title: 'Trade-offs',
      rounds: 'System Design, Product Sense, ML Case Study, Hiring Committee',
      state: 'covered',
      ready: 1,
      drafts: 0,
    });
    assert.equal(column('Running ML on live data')?.state, 'draft');
    assert.equal(column('Business case')?.state, 'none');
  });

  it('has each gap once, with what closes it', () => {
    assert.equal(gaps.length, columns.filter(({ state }) => state !== 'covered').length);
    const gap = (text: string) => gaps.find((each) => each.text.includes(text));
    assert.deepEqual(
      [gap('Business case')?.text, gap('Business case')?.detail],
      ['Write a story that shows Business case', 'ML Case Study, Hiring Committee'],
    );
    assert.deepEqual(actions.get(gap('Business case')?.action ?? ''), { kind: 'write', competency: 'business-case' });
    assert.deepEqual(actions.get(gap('Running ML')?.action ?? ''), { kind: 'story', path: 'stories/b.md' });
  });
});

describe('The trend of practice', () => {
  it('has the runs of each round in the order of time, with the mean of their scores', () => {
    const [, design] = view.trends;
    assert.deepEqual(design?.points, [
      { date: '2026-11-18', mock: false, score: 2.5 },
      { date: '2026-11-21', mock: false, score: 3.5 },
    ]);
    assert.deepEqual(design?.at, [0, 0.75]);
    assert.equal(design?.summary, '2 runs, the last on Sat 21 Nov. Scored 3.5 of 4 lately, 3.5 at best, rising.');
    assert.equal(view.trends[0]?.summary, 'Not practised yet.');
  });

  it('leaves out what is planned, to come, or of no round', () => {
    const sessions = [
      sessionOf('system-design', -3),
      sessionOf('elsewhere', 2),
      { ...sessionOf('system-design', 1), started: 'soon' },
      sessionOf('system-design', 2),
    ];
    const { trends } = dashboardOf(inputOf({ sessions })).view;
    assert.deepEqual(
      trends.map(({ points }) => points.length),
      [0, 1, 0, 0],
    );
    assert.equal(trends[1]?.summary, '1 run, the last on Fri 20 Nov; not scored yet.');
  });
});

describe('The trend of speaking', () => {
  const spoken = (daysAgo: number, speech: Speech, round = 'system-design'): Session => ({
    ...sessionOf(round, daysAgo),
    phases: [],
    speech,
  });
  const speechOf = (...sessions: readonly Session[]): SpeechTrendView | undefined =>
    dashboardOf(inputOf({ sessions })).view.speech;

  it('has words a minute and fillers of each transcript, in the order of time', () => {
    const speech = speechOf(
      spoken(0, { wordsPerMinute: 142, fillers: 3.1, share: 60 }),
      spoken(8, { wordsPerMinute: 170, fillers: 5.4 }, 'product-sense'),
      spoken(4, { wordsPerMinute: 156, fillers: 5 }),
    );
    assert.deepEqual(
      speech?.measures.map(({ title, summary }) => [title, summary]),
      [
        ['Words a minute', '142 on Sun 22 Nov: from 142 to 170 in 3 transcripts, falling.'],
        ['Fillers in 100 words', '3.1 on Sun 22 Nov: from 3.1 to 5.4 in 3 transcripts, falling.'],
      ],
    );
    assert.deepEqual(speech.measures[0]?.points, [
      { at: 0, level: 1 },
      { at: 0.5, level: 0.5 },
      { at: 1, level: 0 },
    ]);
    assert.deepEqual(
      speech.rows.map(({ date, round, values }) => [date, round, ...values]),
      [
        ['2026-11-14', 'Product Sense', '170', '5.4'],
        ['2026-11-18', 'System Design', '156', '5'],
        ['2026-11-22', 'System Design', '142', '3.1'],
      ],
    );
  });

  it('says what is not known of a transcript, and leaves a measure out that none has', () => {
    const speech = speechOf(spoken(3, { fillers: 2 }), spoken(1, { fillers: 2.1 }), spoken(0, { share: 60 }));
    assert.deepEqual(
      speech?.measures.map(({ summary }) => summary),
      ['2.1 on Sat 21 Nov: from 2 to 2.1 in 2 transcripts, steady.'],
    );
    assert.deepEqual(
      speech.rows.map(({ values }) => values),
      [
        ['not known', '2'],
        ['not known', '2.1'],
      ],
    );
    assert.equal(
      speechOf(spoken(0, { wordsPerMinute: 150 }))?.measures[0]?.summary,
      '150 on Sun 22 Nov: the only transcript so far.',
    );
  });

  it('is not there without a transcript, nor for one of another loop’s round or a day to come', () => {
    assert.equal(speechOf(), undefined);
    assert.equal(speechOf(sessionOf('system-design', 1)), undefined);
    const speech = { wordsPerMinute: 150 };
    assert.equal(speechOf(spoken(1, { share: 60 }), spoken(1, speech, 'knitting'), spoken(-1, speech)), undefined);
  });

  it('stays within its chart, whatever the transcripts say (property)', () => {
    const speech = fc.record({ wordsPerMinute: fc.nat(1000), fillers: fc.nat(100) }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40), speech), { maxLength: 12 }), (all) => {
        const view = speechOf(...all.map(([day, each]) => spoken(day, each)));
        const known = all.filter(([, each]) => Object.keys(each).length > 0);
        assert.equal(view?.rows.length ?? 0, known.length);
        for (const { at, level } of view?.measures.flatMap(({ points }) => points) ?? [])
          assert.ok(at >= 0 && at <= 1 && level >= 0 && level <= 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('The drills on the dashboard', () => {
  it('are those due and those never seen, and how much is retained', () => {
    const { drills } = view;
    assert.deepEqual([drills.cards, drills.due, drills.fresh], [PLAYBOOK.drills.length, 1, PLAYBOOK.drills.length - 1]);
    assert.equal(drills.summary, `1 card due, ${PLAYBOOK.drills.length - 1} never seen.`);
    assert.equal(
      drills.groups.reduce((sum, { cards }) => sum + cards, 0),
      drills.cards,
    );
    assert.deepEqual(actions.get(drills.action), { kind: 'review' });
    const [group] = drills.groups;
    assert.deepEqual(group && actions.get(group.action), { kind: 'review', group: group?.title });
  });

  it('say how long there is nothing to do', () => {
    assert.deepEqual([30_000, 10 * 60_000, 5 * 3_600_000, 3 * 86_400_000].map(waitInWords), [
      'in 1 minute',
      'in 10 minutes',
      'in 5 hours',
      'in 3 days',
    ]);
  });
});
