import assert from 'node:assert/strict';
import { trendLines } from '../../../src/core/sessions/trendWords';
import { setScores } from '../../../src/core/sessions/editSession';
import { applyEdits } from '../../../src/core/markdown/text';
import { runsOf } from '../../../src/core/readiness/practiceValue';
import { parseSession } from '../../../src/core/sessions/readSession';
import { trendOf } from '../../../src/core/sessions/roundTrend';
import { EMPTY_SESSION, type ArithmeticScore } from '../../../src/core/sessions/sessionModel';
import { writeSession } from '../../../src/core/sessions/writeSession';
import { practiceRow } from '../../../src/core/tracker/practiceRows';
import type { Round } from '../../../src/core/loop/loopModel';

const PATH = 'acme/sessions/2026-11-22T1805-system-design.md';
const SCORE: ArithmeticScore = { right: 4, of: 5, seconds: 180, seed: 7 };
const drill = (arithmetic: ArithmeticScore, started = '2026-11-22T18:05:00+01:00') => ({
  ...EMPTY_SESSION,
  path: PATH,
  round: 'system-design',
  kind: 'solo' as const,
  started,
  arithmetic,
});
const withKey = (value: string): string =>
  `---\nround: system-design\nkind: solo\nstarted: 2026-11-22T18:05:00+01:00\narithmetic: ${value}\n---\n\n## Notes\n`;

describe('A drill in arithmetic as a session', () => {
  it('is written as one line of front matter and read back', () => {
    const text = writeSession(drill(SCORE), 'System Design, arithmetic');
    assert.match(text, /^arithmetic: \{ right: 4, of: 5, seconds: 180, seed: 7 \}$/mu);
    const read = parseSession(PATH, text);
    assert.deepEqual([read.arithmetic, read.problems], [SCORE, []]);
  });

  it('is kept by an edit of something else', () => {
    const text = writeSession(drill(SCORE), 'System Design');
    const edits = setScores(text, 'scores', { 'streaming-scale': 3 }) ?? assert.fail();
    const after = applyEdits(text, edits);
    assert.deepEqual(parseSession(PATH, after).arithmetic, SCORE);
    assert.match(after, /^arithmetic: \{ right: 4, of: 5, seconds: 180, seed: 7 \}$/mu);
  });

  it('may be written over several lines by hand', () => {
    const text = withKey('\n  right: 3\n  of: 5\n  seconds: 61\n  seed: 2');
    assert.deepEqual(parseSession(PATH, text).arithmetic, { right: 3, of: 5, seconds: 61, seed: 2 });
  });

  for (const wrong of [
    '4',
    '{ right: 6, of: 5, seconds: 1, seed: 1 }',
    '{ right: 1, of: 5 }',
    '{ right: a, of: 5, seconds: 1, seed: 1 }',
    '[4, 5]',
    '{ right: 1, of: 5, seconds: -1, seed: 1 }',
  ])
    it(`has a problem at its place where it says ${wrong}`, () => {
      const text = withKey(wrong);
      const { arithmetic, problems } = parseSession(PATH, text);
      assert.equal(arithmetic, undefined);
      assert.match(problems[0]?.message ?? '', /^“arithmetic” has to say how many answers were right/u);
      assert.ok((problems[0]?.start ?? 0) >= text.indexOf('arithmetic'));
    });

  it('is no run of its round: it changes neither the trend of scores and time, nor readiness', () => {
    const sessions = [drill(SCORE)];
    assert.deepEqual(trendOf(sessions, 'system-design').runs, []);
    assert.deepEqual(runsOf(sessions, ['a'], Date.parse('2026-11-23')), []);
  });

  it('counts as a run beside its score where phases were timed too', () => {
    const both = { ...drill(SCORE), phases: [{ title: 'Frame', planned: 300, actual: 300 }] };
    assert.equal(trendOf([both], 'system-design').runs.length, 1);
  });

  it('has a line of its own in the trend, and a row under Practice', () => {
    const sessions = [drill({ ...SCORE, right: 3 }, '2026-11-21T18:05:00+01:00'), drill(SCORE)];
    const trend = trendOf(sessions, 'system-design');
    assert.deepEqual(trendLines(trend, '2026-11-23'), [
      'Not practised yet',
      'Arithmetic: 3 of 5 → 4 of 5 right in 3:00',
    ]);
    const round: Round = {
      id: 'system-design',
      path: 'acme/rounds/02.md',
      title: 'System Design',
    } as unknown as Round;
    const row = practiceRow(round, trend, '2026-11-22');
    assert.equal(row.description, '2 drills');
    assert.deepEqual(
      row.children.map(({ label, description }) => [label, description]),
      [
        ['Today · arithmetic', '4 of 5 right in 3:00'],
        ['Sat 21 Nov · arithmetic', '3 of 5 right in 3:00'],
      ],
    );
  });
});
