import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { closeEdits, reopenEdits } from '../../../src/core/loop/closeEdits';
import { parseFile } from '../../../src/core/loop/parseFile';
import { applyEdits } from '../../../src/core/markdown/text';
import { retrospective } from '../../../src/core/retrospective/retrospective';
import { EMPTY_SESSION, type Session } from '../../../src/core/sessions/sessionModel';
import { loopDescription } from '../../../src/core/tracker/loopRows';
import { builtIn } from './builtIn';
import { runs } from '../../support/properties';

const closed = (text: string): string =>
  applyEdits(text, closeEdits(text, 'offer', '2026-12-01') ?? assert.fail('not closed'));
const reopened = (text: string): string => applyEdits(text, reopenEdits(text) ?? assert.fail('not reopened'));

describe('closing a loop', () => {
  it('writes two keys and leaves every other byte', () => {
    assert.equal(
      closed('---\ndays: 22 # mine\n---\nBody\n'),
      '---\ndays: 22 # mine\noutcome: offer\nclosed: 2026-12-01\n---\nBody\n',
    );
    assert.equal(
      closed('---\noutcome: rejected # why\ndays: 22\nclosed: 2026-11-30\n---\n'),
      '---\noutcome: offer # why\ndays: 22\nclosed: 2026-12-01\n---\n',
    );
    assert.equal(closed('Body\n'), '---\noutcome: offer\nclosed: 2026-12-01\n---\n\nBody\n');
  });

  it('leaves broken front matter unchanged, as reopening does', () => {
    for (const text of ['---\n[oops\n---\n', '---\ndays: 22\n']) {
      assert.equal(closeEdits(text, 'offer', '2026-12-01'), undefined);
      assert.equal(reopenEdits(text), undefined);
    }
    assert.equal(reopenEdits('---\noutcome: >\n  offer\n---\n'), undefined, 'a value on several lines');
  });

  it('writes nothing into a file with a merge conflict, as reopening does not', () => {
    const text = '---\nplaybook: x\noutcome: offer\n---\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n';
    assert.equal(closeEdits(text, 'offer', '2026-12-14'), undefined);
    assert.equal(reopenEdits(text), undefined);
  });

  it('is undone by reopening, byte for byte (property)', () => {
    const line = fc.constantFrom(
      'days: 22',
      'company: "Acme: x"',
      '# a comment',
      'role: PM  # mine',
      'list: [a, b]',
      '',
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF'),
        fc.string(),
        (lines, eol, mark, body) => {
          const text = `${mark}---${eol}${[...new Set(lines)].join(eol)}${eol}---${eol}${body}`;
          const after = closed(text);
          assert.deepEqual(
            [parseFrontMatter(after).data['outcome'], parseFrontMatter(after).data['closed']],
            ['offer', '2026-12-01'],
          );
          assert.equal(reopened(after), text);
          assert.equal(reopened(text), text, 'an open loop stays as it is');
        },
      ),
      runs(100),
    );
  });

  it('is read again: a loop says how it ended, and points at an invalid outcome', () => {
    const read = (text: string) => assembleLoop('l', new Map([['loop.md', parseFile(text)]]), [], () => undefined);
    const front = 'playbook: x\nfirstContact: 2026-11-23\ndays: 22\n';
    assert.equal(
      loopDescription(read(`---\n${front}outcome: offer\nclosed: 2026-12-01\n---\n`), '2026-12-05'),
      'offer · closed Tue 1 Dec',
    );
    assert.equal(read(`---\n${front}---\n`).closed, undefined);
    const wrong = read(`---\n${front}outcome: perhaps\n---\n`);
    assert.equal(wrong.closed, undefined);
    assert.ok(
      wrong.problems.some(
        ({ message }) => message === '“outcome” is “perhaps”: write one of offer, rejected, withdrawn.',
      ),
    );
  });
});

describe('a retrospective', () => {
  const files = {
    'loop.md': '---\nplaybook: confluent-ai-ml-pm\ncompany: Acme\nrole: PM\nfirstContact: 2026-11-23\ndays: 22\n---\n',
    'preparation.md': '- [x] a\n- [ ] b\n',
    'rounds/01-phone-screen.md':
      '---\nround: phone-screen\ndate: 2026-11-25\nstatus: passed\n---\n# Phone Screen\n\n- [x] A\n- [ ] B\n',
    'rounds/02-system-design.md': '---\nround: system-design\ndate: 2026-11-30\nstatus: failed\n---\n# System Design\n',
  };
  const loop = assembleLoop(
    'acme',
    new Map(Object.entries(files).map(([path, text]) => [path, parseFile(text)])),
    [],
    () => builtIn('confluent-ai-ml-pm'),
  );
  const run = (started: string, more: Partial<Session>): Session => ({
    ...EMPTY_SESSION,
    path: '',
    round: 'phone-screen',
    kind: 'solo',
    started,
    ...more,
  });
  const sessions = [
    run('2026-11-24T09:00:00+01:00', {
      kind: 'mock',
      scores: { a: 4, b: 2 },
      peerScores: { a: 3 },
      phases: [{ title: 'x', planned: 600, actual: 540 }],
    }),
    run('2026-11-23T09:00:00+01:00', {
      scores: { a: 2 },
      phases: [{ title: 'x', planned: 600, actual: 3600 }],
      feedback: [
        { line: 1, text: 'p', taken: true },
        { line: 2, text: 'q', taken: false },
      ],
    }),
  ];

  it('reports days, rounds, checklists, runs with their trend, overtime, feedback, drills and stories', () => {
    const text = retrospective({
      loop,
      outcome: 'rejected',
      closed: '2026-12-01',
      sessions: [...sessions, { ...run('', {}), started: undefined }],
      stories: [
        { title: 'Low', score: 40 },
        { title: 'High | bar', score: 90 },
        { title: 'New', score: undefined },
      ],
      reviews: [
        { card: 'a', at: 1, rating: 'good' },
        { card: 'a', at: 2, rating: 'good' },
      ],
    });
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    assert.deepEqual(
      rows.filter((row) => !row.startsWith('| ---')),
      [
        '| What | How much |',
        '| Days | 9 of 22 |',
        '| Rounds | 1 passed, 1 failed |',
        '| Preparation | 1 of 2 tasks done |',
        '| Checklists | 1 of 2 items done |',
        '| Practice runs | 2, 1 of them mocks; 1 h 9 min, 50 min of it over time |',
        '| Feedback points | 1 of 2 taken |',
        '| Drills | 2 reviews of 1 card |',
        '| Round | Day | Result | Checklist | Runs | Score (1 to 4) | Over time |',
        '| Phone Screen | Wed 25 Nov | passed | 1/2 | 2 | 2.0 → 3.0 | 50 min |',
        '| System Design | Mon 30 Nov | failed | 0/0 | 0 |  | 0 min |',
        '| Story | Score (0 to 100) |',
        '| High \\| bar | 90 |',
        '| Low | 40 |',
        '| New | not judged |',
      ],
    );
    assert.match(text, /^# Retrospective: Acme PM\n\nClosed on Tue 1 Dec 2026: a rejection\.\n/u);
    assert.match(text, /## What worked\n\n## What to change\n\n## For the next loop\n$/u);
  });

  const facts = { loop, outcome: 'rejected', closed: '2026-12-01', stories: [], reviews: [] } as const;

  it('counts the peers who would hire, where any said so', () => {
    const said = (...hires: Session['peerHire'][]): string =>
      retrospective({
        ...facts,
        sessions: hires.map((peerHire) => ({ ...run('2026-11-20T09:00:00Z', {}), peerHire })),
      });
    assert.match(said('hire', 'no hire', undefined, 'strong hire'), /^\| Peers who would hire \| 2 of 3 \|$/mu);
    assert.doesNotMatch(said(undefined), /would hire/u);
  });

  it('says full hours without minutes', () => {
    const two = run('2026-11-20T09:00:00Z', { phases: [{ title: 'x', planned: 7200, actual: 7200 }] });
    assert.match(retrospective({ ...facts, sessions: [two] }), /^\| Practice runs \| 1, [^;]*; 2 h, 0 min of it/mu);
  });

  it('says how often each story was told in the loop, and how own scores compare over all loops', () => {
    const telling = (of: string, landed: 'strong' | 'gap') =>
      ({ loop: of, round: 'phone-screen', landed, date: undefined, to: [] }) as const;
    const mock = {
      ...run('2026-11-20T09:00:00Z', {}),
      kind: 'mock',
      scores: { clarity: 4 },
      peerScores: { clarity: 3 },
    } as const;
    const text = retrospective({
      loop,
      outcome: 'offer',
      closed: '2026-12-01',
      sessions: [],
      stories: [{ title: 'Told', score: 80, told: [telling(loop.id, 'strong'), telling('other', 'gap')] }],
      reviews: [],
      loops: [{ rounds: [], sessions: [mock, mock, mock] }],
    });
    assert.match(text, /^\| Told \| 80 \| 1 round: 1 strong \|$/mu);
    assert.match(text, /^## Calibration\n\n- You rate clarity 1\.0 higher than peers do \(3 mocks\)\.$/mu);
    assert.match(text, /^\| clarity \| \+1\.0 \(3 mocks\) \| no rounds \| no rounds \|$/mu);
  });

  it('has something to say about a loop with nothing known', () => {
    const bare = assembleLoop('bare', new Map(), [], () => undefined);
    const text = retrospective({
      loop: bare,
      outcome: 'withdrawn',
      closed: '2026-12-01',
      sessions: [],
      stories: [],
      reviews: [],
    });
    assert.match(text, /\| Days \| no first contact in loop\.md \|\n\| Rounds \| none \|/u);
    assert.ok(!text.includes('## Stories') && !text.includes('## Rounds'));
  });
});
