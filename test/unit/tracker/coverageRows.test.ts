import assert from 'node:assert/strict';
import { coverageOf, type CoverageStory } from '../../../src/core/story/coverage';
import { coverageRows, coverageSummary } from '../../../src/core/tracker/coverageRows';
import type { Row } from '../../../src/core/tracker/row';

const PLAYBOOK = {
  competencies: [
    { id: 'impact', title: 'Impact first' },
    { id: 'scale', title: 'Serving at scale' },
    { id: 'trade-offs', title: 'Trade-offs' },
  ],
  rounds: [
    { id: 'screen', title: 'Phone Screen', competencies: ['impact'] },
    { id: 'design', title: 'System Design', competencies: ['scale', 'trade-offs'] },
    { id: 'case', title: 'Case Study', competencies: ['impact', 'trade-offs'] },
    { id: 'committee', title: 'Hiring Committee', competencies: ['impact'] },
  ],
};

const STORIES: readonly CoverageStory[] = [
  {
    path: 'stories/bid.md',
    title: 'Bid model',
    competencies: ['impact', 'scale'],
    rounds: ['screen', 'design', 'case', 'committee'],
    sectionsFilled: 6,
  },
  { path: 'stories/cache.md', title: 'The cache', competencies: ['trade-offs'], rounds: [], sectionsFilled: 2 },
  { path: 'stories/typo.md', title: 'Typo', competencies: ['impcat'], rounds: ['lunch'], sectionsFilled: 6 },
];

/** A line for each row: icon, label, description. */
function draw(rows: readonly Row[], depth = 0): string[] {
  return rows.flatMap(({ icon, label, description, children }) => [
    `${'  '.repeat(depth)}${icon}: ${label}${description === undefined ? '' : ` (${description})`}`,
    ...draw(children, depth + 1),
  ]);
}

const all = (rows: readonly Row[]): Row[] => rows.flatMap((row) => [row, ...all(row.children)]);

describe('the tree of coverage', () => {
  const coverage = coverageOf(PLAYBOOK, STORIES);
  const tree = coverageRows(coverage);

  it('has the rounds with what they judge and the stories that show it, then what is over-used and unknown', () => {
    assert.deepEqual(draw(tree), [
      'covered: Phone Screen (1 of 1 covered)',
      '  covered: Impact first (1 story)',
      '    overUsed: Bid model (over-used: in 4 rounds)',
      'gap: System Design (1 of 2 covered)',
      '  covered: Serving at scale (1 story)',
      '    overUsed: Bid model (over-used: in 4 rounds)',
      '  draft: Trade-offs (only a draft)',
      '    unfinished: The cache (draft)',
      'gap: Case Study (1 of 2 covered)',
      '  covered: Impact first (1 story)',
      '    overUsed: Bid model (over-used: in 4 rounds)',
      '  draft: Trade-offs (only a draft)',
      '    unfinished: The cache (draft)',
      'covered: Hiring Committee (1 of 1 covered)',
      '  covered: Impact first (1 story)',
      '    overUsed: Bid model (over-used: in 4 rounds)',
      'overUsed: Over-used stories (1)',
      '  overUsed: Bid model (in 4 rounds)',
      'unknown: Unknown ids (2)',
      '  unknown: “impcat” is not a competency of this loop (Typo · did you mean “impact”?)',
      '  unknown: “lunch” is not a round of this loop (Typo)',
    ]);
  });

  it('offers to write a story where there is none, for the competency that lacks it', () => {
    const write = all(coverageRows(coverageOf(PLAYBOOK, []))).filter((row) => row.kind === 'coverage-write');
    assert.deepEqual(
      write.map(({ command }) => command.argument?.competencies),
      [['impact'], ['scale'], ['trade-offs'], ['impact'], ['trade-offs'], ['impact']],
    );
    assert.deepEqual(
      [write[0]?.label, write[0]?.description, write[0]?.spoken],
      ['Impact first', 'no story yet', 'Gap: Impact first, no story yet: write one'],
    );
    assert.deepEqual(
      write.flatMap(({ children }) => children),
      [],
      'the gap is the row to click: there is none under it that says so again',
    );
  });

  it('opens the best story that is not ready where one is there, an untouched template among them', () => {
    const untouched = { ...(STORIES[1] as CoverageStory), written: 0 };
    const rows = all(coverageRows(coverageOf(PLAYBOOK, [untouched])));
    const gap = rows.find(({ kind, label }) => kind === 'coverage-competency' && label === 'Trade-offs');
    assert.ok(gap?.kind === 'coverage-competency');
    assert.deepEqual([gap.description, gap.icon, gap.place?.path], ['not written yet', 'gap', 'stories/cache.md']);
    assert.equal(gap.children[0]?.description, 'not written yet');
  });

  it('says in a tooltip which rounds and competencies make a story over-used', () => {
    const [story] = all(tree).filter(({ kind, icon }) => kind === 'coverage-story' && icon === 'overUsed');
    assert.match(
      story?.tooltip ?? '',
      /Over-used: needed in more than 3 rounds \(Phone Screen, System Design, Case Study, Hiring Committee\)/u,
    );
    const sole = coverageRows(
      coverageOf(PLAYBOOK, [
        {
          path: 'a',
          title: 'A',
          competencies: ['impact', 'scale', 'trade-offs'],
          rounds: ['design', 'case'],
          sectionsFilled: 6,
        },
      ]),
    );
    const group = sole.find(({ id }) => id === 'coverage/over-used');
    assert.equal(group?.children[0]?.description, 'the only story for 3 competencies');
    assert.match(
      group?.children[0]?.tooltip ?? '',
      /the only ready story for Impact first, Serving at scale, Trade-offs/u,
    );
  });

  it('opens the gaps, and leaves closed what is covered', () => {
    const competencies = all(tree).filter(({ kind }) => kind === 'coverage-competency');
    assert.ok(competencies.every(({ open, icon }) => open === (icon !== 'covered')));
    assert.ok(tree.filter(({ kind }) => kind === 'coverage-round').every(({ open }) => !open));
  });

  it('has ids that are unique, and stay when other stories come and go', () => {
    const ids = all(tree).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const fewer = all(coverageRows(coverageOf(PLAYBOOK, STORIES.slice(0, 1)))).filter(
      ({ kind }) => kind === 'coverage-round' || kind === 'coverage-story',
    );
    assert.ok(fewer.every(({ id }) => ids.includes(id)));
  });

  it('says to a screen reader what the icons show', () => {
    const spoken = all(tree).map((row) => row.spoken);
    assert.ok(spoken.includes('System Design, 1 of 2 competencies covered'));
    assert.ok(spoken.includes('Gap: Trade-offs, only a draft'));
    assert.ok(spoken.includes('Bid model, over-used: in 4 rounds'));
  });

  it('is summed up in a few words', () => {
    assert.equal(coverageSummary(coverage), '2 gaps · 1 over-used · 2 unknown ids');
    assert.equal(coverageSummary(coverageOf({ competencies: [], rounds: [] }, [])), 'no gaps');
    assert.equal(
      coverageSummary(coverageOf({ competencies: [], rounds: [{ id: 'r', title: 'R', competencies: ['x'] }] }, [])),
      '1 gap',
    );
  });
});
