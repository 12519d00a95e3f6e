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

  it('list every ask that is not what was stated, also one that is only a bare number', () => {
    const offer = '---\ncurrency: USD\nstated: [{date: 2026-12-02, base: 205000}]\n---\n';
    const ask = '# Ask\n\nMy fraud model holds.\n\nI’m looking for around 190.\r\nI’m looking for $195k.\n';
    const files = [readFigures('loop/offer.md', offer, 'offer'), readFigures('loop/scripts/b.md', ask, 'script')];
    const findings = findClaims(files);
    const [asked] = figureRegister(files, findings);
    assert.equal(findings.length, 2);
    assert.deepEqual([asked?.measure, asked?.hasProblem], ['pay asked for', true]);
    assert.deepEqual(
      asked?.places.map(({ text, line, role, problem }) => [text, line, role, problem]),
      [
        ['190', 4, 'plan', 'contradicts-stated'],
        ['$195k', 5, 'plan', 'contradicts-stated'],
      ],
    );
    assert.equal(asked?.places[0]?.start, ask.indexOf('190'));
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
