import assert from 'node:assert/strict';
import type { ClaimFinding, FileFigures } from '../../../src/core/claims/claimModel';
import { findClaims } from '../../../src/core/claims/findClaims';
import { figureSource, readFigures } from '../../../src/core/claims/readFigures';
import { readRetractions } from '../../../src/core/claims/retractions';
import { claimLoops, type ClaimLoop } from './claimFixtures';

/** What is found in a loop's files. */
function findingsOf(files: ReadonlyMap<string, string>): ClaimFinding[] {
  const read = [...files].flatMap(([path, text]): FileFigures[] => {
    const source = figureSource(path);
    return source ? [readFigures(path, text, source)] : [];
  });
  return findClaims(read, readRetractions(files.get('claims.md') ?? '').retractions);
}

interface Count {
  right: number;
  wrong: string[];
  missed: string[];
}

function compare(loops: readonly ClaimLoop[]): Count {
  const count: Count = { right: 0, wrong: [], missed: [] };
  for (const { name, files, expected } of loops) {
    const found = findingsOf(files).map(({ path, code, start, end }) => ({
      path,
      code,
      start,
      text: (files.get(path) ?? '').slice(start, end),
    }));
    const keyOf = ({ path, code, start, text }: (typeof found)[number]): string =>
      `${name} ${path} ${code} ${start} “${text}”`;
    const wanted = new Set(expected.map(keyOf));
    for (const one of found)
      if (wanted.delete(keyOf(one))) count.right += 1;
      else count.wrong.push(keyOf(one));
    count.missed.push(...wanted);
  }
  return count;
}

describe('figures across the files of a loop', () => {
  const loops = claimLoops();

  const saidOf = (story: string, script: string): string[] => {
    const text = `# X\n\n${script}\n`;
    const files = new Map([
      ['stories/a.md', `# A\n\n## Impact\n\n${story}\n`],
      ['loop/scripts/b.md', text],
    ]);
    return findingsOf(files).map(
      ({ code, path, start, end }) => `${code} ${(files.get(path) ?? '').slice(start, end)}`,
    );
  };

  for (const [why, story, script] of [
    ['two measures of one thing', 'The error rate of the API fell to 0.2%. The availability of the API is 99.9%.', ''],
    ['two times', 'Churn fell to 3% in Q1. Churn fell to 2% in Q2.', ''],
    ['two spans', 'Activation reached 30% in the first week. Activation reached 45% by the end of the year.', ''],
    ['two places', 'Conversion rose to 4.1% on mobile. Conversion rose to 3% on desktop.', ''],
    ['then and now', 'Deploy time was 50 minutes. Deploy time is 9 minutes.', ''],
    ['a change without “by”', 'Churn fell 40% in a year. Churn is 2%.', ''],
    [
      'a competitor',
      'p99 latency fell to 35 ms.',
      'I brought it to 35 ms, while the competitor’s p99 latency is 80 ms.',
    ],
    ['the reader’s own', 'p99 latency fell to 35 ms.', 'Your p99 latency is 80 ms today.'],
    ['the distance to a goal', 'Serving cost fell to $80k a month.', 'I brought serving cost $20k below the target.'],
    ['a year left out', 'I saved $600k a year.', 'I saved $600k.'],
    ['a score as percent', 'Precision rose from 0.81 to 0.93.', 'I raised precision to 93%.'],
    ['what a change implies', 'Build time fell from 40 minutes to 8 minutes.', 'I made our pipeline 80% faster.'],
  ] as const)
    it(`say nothing of ${why}`, () => assert.deepEqual(saidOf(story, script), []));

  it('are held against each other beside a goal, and by where they begin', () => {
    assert.deepEqual(
      saidOf(
        'Serving cost fell to $80k a month.',
        'I cut serving cost to $60k a month against a target of $90k a month.',
      ),
      ['figure-differs $80k a month', 'figure-differs $60k a month'],
    );
    assert.deepEqual(
      saidOf('Median review time fell from 5 days to 2 days.', 'I cut median review time from 8 days to 2 days.'),
      ['figure-differs from 5 days to 2 days', 'figure-differs from 8 days to 2 days'],
    );
  });

  it('are only supported by their noun', () => {
    assert.deepEqual(saidOf('Refunds fell by 75%.', 'I grew bookings by 75%.'), ['figure-unsupported 75%']);
    assert.deepEqual(saidOf('Refunds fell by 75%.', 'I cut refunds by 75%.'), []);
  });

  it('are labelled in thirty-five loops', () => {
    assert.equal(loops.length, 35);
    const expected = loops.flatMap((loop) => loop.expected);
    for (const { text } of expected) assert.ok(text.length > 0);
    assert.ok(expected.length >= 25, `${expected.length} labels`);
  });

  it('are found with a precision of at least 0.95', () => {
    const { right, wrong, missed } = compare(loops);
    const report = `precision ${right}/${right + wrong.length}, recall ${right}/${right + missed.length}\nwrong:\n${wrong.join('\n')}\nmissed:\n${missed.join('\n')}`;
    if (process.env['CLAIMS_REPORT']) console.log(report);
    assert.ok(right / (right + wrong.length) >= 0.95, report);
    assert.ok(right / (right + missed.length) >= 0.8, report);
  });
});
