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
