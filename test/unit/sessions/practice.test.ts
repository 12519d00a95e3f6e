import assert from 'node:assert/strict';
import { proposalsFor } from '../../../src/core/sessions/proposals';
import { parseSession } from '../../../src/core/sessions/readSession';
import { differenceOf, trendOf } from '../../../src/core/sessions/roundTrend';
import { EMPTY_SESSION, type Session } from '../../../src/core/sessions/sessionModel';
import { timeOf, trendLines } from '../../../src/core/sessions/trendWords';
import { writeSession } from '../../../src/core/sessions/writeSession';

const run = (day: string, fields: Partial<Session> = {}): Session =>
  parseSession(
    `acme/sessions/${day}.md`,
    writeSession(
      {
        ...EMPTY_SESSION,
        round: 'design',
        kind: 'solo',
        started: `2026-11-${day}T18:00:00+01:00`,
        ...fields,
        feedback: [],
      },
      'x',
    ),
  );
const phases = (frame: number, design: number) => [
  { title: 'Frame', planned: 300, actual: frame },
  { title: 'Design', planned: 1200, actual: design },
];

const SESSIONS = [
  run('12', {
    scores: { scale: 3 },
    peerScores: { scale: 2, 'product-sense': 3 },
    kind: 'mock',
    phases: phases(420, 1100),
  }),
  run('10', { scores: { scale: 2, 'product-sense': 3 }, phases: phases(360, 1300) }),
  run('11', { phases: phases(310, 0) }),
  run('11', { round: 'other', started: '2026-11-11T08:00:00+01:00' }),
  run('20', { kind: 'mock', started: undefined, scheduled: { date: '2026-11-20', time: undefined } }),
];

describe('the trend of practice, in words', () => {
  const design = trendOf(SESSIONS, 'design');

  it('has self against peer, and how far a phase usually runs over', () => {
    assert.equal(differenceOf(design), 1);
    assert.deepEqual(
      design.phases.map(({ title, median }) => [title, median]),
      [
        ['Frame', 60],
        // A run that was cut short before it does not count as one that kept to its time.
        ['Design', 50],
      ],
    );
  });

  it('is told in a few lines', () => {
    assert.deepEqual(trendLines(design, '2026-11-14', [{ id: 'scale', title: 'Streaming scale' }]), [
      'Practised 3 times, last 2 days ago: 25 of 25 min',
      'Scores: 2.5 → 3.0 of 4',
      'Streaming scale: 2 → 3 (peer 2)',
      'product sense: 3 → peer 3',
      'Most overtime: Frame, usually 1 min, 2 min lately',
      'You score yourself 1.0 higher than your peers do',
    ]);
    const decided = [run('10', { peerHire: 'no hire' }), run('11', { peerHire: 'hire' })];
    assert.ok(
      trendLines(trendOf(decided, 'design'), '2026-11-14').includes('Your peers: no hire (2 of 4) → hire (3 of 4)'),
    );
    assert.deepEqual(trendLines(trendOf(SESSIONS, 'other'), '2026-11-11'), [
      'Practised once, last today: no time taken',
      'Not scored yet',
    ]);
    assert.deepEqual(trendLines(trendOf([], 'x'), '2026-11-11'), ['Not practised yet']);
    assert.equal(timeOf({ planned: 2700, actual: 2520 }), '42 of 45 min');
    assert.equal(timeOf({ planned: 2700, actual: 34, brokenOff: true }), 'under a minute of 45 min, cut short');
  });
});

describe('what a weak score proposes', () => {
  const card = (question: string, ...competencies: string[]) => ({ group: '', question, answer: 'a', competencies });
  const story = (title: string, score: number, sectionsFilled: number, ...competencies: string[]) => ({
    path: `stories/${title}.md`,
    title,
    competencies,
    rounds: [],
    score,
    sectionsFilled,
  });
  const sources = {
    competencies: [
      { id: 'scale', title: 'Scale' },
      { id: 'sense', title: 'Product sense' },
      { id: 'cost', title: 'Cost' },
    ],
    drills: [card('Both?', 'scale', 'sense'), card('Scale?', 'scale'), card('Cost?', 'cost')],
    stories: [
      story('draft', 90, 3, 'scale'),
      story('good', 70, 6, 'scale'),
      story('best', 95, 6, 'scale'),
      story('none', 99, 6, 'cost'),
    ],
  };

  it('is the competency’s cards, its own first, and its stories, the best first; the weakest competency leads', () => {
    const proposals = proposalsFor({ scale: 2, sense: 1, cost: 3 }, {}, sources);
    assert.deepEqual(
      proposals.map(({ id, score, cards, stories }) => [
        id,
        score,
        cards.map(({ question }) => question),
        stories.map(({ title, ready }) => [title, ready]),
      ]),
      [
        ['sense', 1, ['Both?'], []],
        [
          'scale',
          2,
          ['Scale?', 'Both?'],
          [
            ['best', true],
            ['good', true],
            ['draft', false],
          ],
        ],
      ],
    );
  });

  it('takes the lower of one’s own score and the peer’s, and leaves out what the playbook does not know', () => {
    assert.deepEqual(
      proposalsFor({ cost: 4, ghost: 1 }, { cost: 2 }, sources).map(({ id, score }) => [id, score]),
      [['cost', 2]],
    );
    assert.deepEqual(proposalsFor({ cost: 3 }, {}, sources), []);
  });
});
