import assert from 'node:assert/strict';
import { figureRegister, figuresPage } from '../../../src/core/claims/figureRegister';
import { findClaims } from '../../../src/core/claims/findClaims';
import { readFigures } from '../../../src/core/claims/readFigures';
import { figureRows, figuresRow } from '../../../src/core/tracker/figureRows';

const FILES = [
  readFigures(
    'stories/a.md',
    '## Impact\n\nChurn fell from 5% to 2%.\n\n## Task\n\nMRR of $3M was the goal.\n',
    'story',
  ),
  readFigures('loop/scripts/b.md', 'After the new churn model, churn fell to 3%. Churn of 5% was before.\n', 'script'),
];
const MEASURES = figureRegister(FILES, findClaims(FILES));

describe('The figures of a loop in the tracker', () => {
  it('stand under what they measure, those to look at first, with where each stands', () => {
    const [churn] = figureRows(MEASURES);
    assert.equal(churn?.label, 'Churn'.toLowerCase());
    assert.equal(churn?.children[0]?.label, 'from 5% to 2%');
    const place = churn?.children[0];
    assert.ok(place && 'place' in place);
    assert.equal(place.place?.path, 'stories/a.md');
  });

  it('have different ids', () => {
    const ids = figureRows(MEASURES).flatMap((row) => [row.id, ...row.children.map(({ id }) => id)]);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('say what to do where there is none', () => {
    const [none, ...others] = figureRows([]);
    assert.equal(none?.label, 'No figure yet');
    assert.deepEqual(others, []);
    assert.equal(figuresRow([]).description, 'none yet');
    assert.equal(figuresRow(undefined).description, undefined);
    assert.match(
      figuresPage('Acme', [], () => ''),
      /There is no figure yet\. Write a story/u,
    );
  });

  it('say which are goals or old values', () => {
    const spoken = figureRows(MEASURES).flatMap((row) => row.children.map((child) => child.spoken));
    assert.ok(
      spoken.some((words) => words.includes('goal')),
      spoken.join('\n'),
    );
  });
});
