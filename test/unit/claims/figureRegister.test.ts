import assert from 'node:assert/strict';
import type { FileFigures } from '../../../src/core/claims/claimModel';
import { figureRegister, figuresPage, type MeasuredFigures } from '../../../src/core/claims/figureRegister';
import { findClaims } from '../../../src/core/claims/findClaims';
import { figureSource, readFigures } from '../../../src/core/claims/readFigures';

const read = (path: string, text: string): FileFigures =>
  readFigures(path, text, figureSource(path) ?? assert.fail(path));
const story = (text: string, path = 'stories/a.md'): FileFigures => read(path, `# A\n\n## Impact\n\n${text}\n`);
const script = (text: string): FileFigures => read('loop/scripts/b.md', `# B\n\n${text}\n`);
const register = (...files: readonly FileFigures[]): MeasuredFigures[] => figureRegister(files, findClaims(files));
/** Each measure with its figures. */
const listed = (...files: readonly FileFigures[]): (readonly [string, ...string[]])[] =>
  register(...files).map(({ measure, places }) => [measure, ...places.map(({ text }) => text)]);

describe('the register of a loop’s figures', () => {
  it('has each measure once, with every place where it is said, the stories’ first', () => {
    assert.deepEqual(
      listed(
        script('I brought p99 latency to 35 ms. Churn is 3%.'),
        read('loop/case.md', '# Case\n\np99 latency is 35 ms.\n'),
        read('loop/cheat-sheet.md', '# Sheet\n\np99 latency 35 ms\n'),
        read('loop/offer.md', '# Offer\n\np99 latency is 35 ms.\n'),
        story('p99 latency fell to 35 ms.'),
      ),
      [
        ['p99 latency', '35 ms', '35 ms', '35 ms', '35 ms', '35 ms'],
        ['churn', '3%'],
      ],
    );
    const [latency] = register(
      read('loop/offer.md', '# Offer\n\nLatency is 35 ms.\n'),
      script('Latency is 35 ms.'),
      read('loop/cheat-sheet.md', '# Sheet\n\nLatency 35 ms\n'),
      read('loop/case.md', '# Case\n\nLatency is 35 ms.\n'),
      story('Latency is 35 ms.'),
    );
    assert.deepEqual(
      latency?.places.map(({ source }) => source),
      ['story', 'case', 'sheet', 'script', 'offer'],
    );
  });

  it('tells measures apart by their words, their percentile, their unit, and a part from a level', () => {
    assert.deepEqual(listed(story('p99 latency is 35 ms. p50 latency is 9 ms. Latency is 3%.')).length, 3);
    assert.deepEqual(
      listed(story('We reached 40% of the users.'), script('Users grew by 12%.')).map(([measure]) => measure),
      ['share of users', 'users'],
    );
    assert.deepEqual(listed(story('Error rate fell to 3%. The rate of error is 3%.')).length, 1, 'in any order');
  });

  it('leaves out a figure that does not say what it measures', () => {
    assert.deepEqual(listed(story('It is 35 ms.')), []);
  });

  it('has first what differs, then what is said most often', () => {
    const measures = register(
      story('Churn is 3%. Orders grew by 5%. p99 latency fell to 35 ms.'),
      script('Churn is 3% today. I brought p99 latency to 80 ms.'),
    );
    assert.deepEqual(
      measures.map(({ measure, hasProblem, places }) => [measure, hasProblem, places.map(({ problem }) => problem)]),
      [
        ['p99 latency', true, ['figure-differs', 'figure-differs']],
        ['churn', false, [undefined, undefined]],
        ['orders', false, [undefined]],
      ],
    );
  });

  it('knows where each figure stands and what it is there', () => {
    const file = story('p99 latency fell to 35 ms.\n\n## Situation\n\np99 latency was\n120 ms.');
    const [{ places } = assert.fail()] = register(file);
    assert.deepEqual(
      places.map(({ path, title, line, role, start, end }) => [path, title, line, role, file.text.slice(start, end)]),
      [
        ['stories/a.md', 'A', 4, 'current', '35 ms'],
        ['stories/a.md', 'A', 9, 'old', '120 ms'],
      ],
    );
  });

  it('shows a figure on one line', () => {
    assert.deepEqual(listed(story('p99 latency fell from 120 ms\n  to 35 ms.')), [
      ['p99 latency', 'from 120 ms to 35 ms'],
    ]);
  });

  it('has an ask that contradicts what was stated, also where its sentence does not say what it is of', () => {
    const offer = read('loop/offer.md', '---\ncurrency: USD\nstated: [{ date: 2026-12-02, base: 205000 }]\n---\n');
    const asking = script('First.\n\nI’m looking for $190k.');
    const [{ measure, hasProblem, places } = assert.fail()] = register(
      offer,
      asking,
      read('loop/scripts/c.md', 'Nothing.\n'),
    );
    assert.deepEqual([measure, hasProblem, places.length], ['pay asked for', true, 1]);
    const [{ start, end, ...place } = assert.fail()] = places;
    assert.deepEqual(place, {
      path: 'loop/scripts/b.md',
      title: 'B',
      source: 'script',
      line: 4,
      role: 'plan',
      problem: 'contradicts-stated',
      text: asking.text.slice(start, end),
    });
    assert.match(place.text, /190k/u);
  });
});

describe('the page of a loop’s figures', () => {
  const page = (...files: readonly FileFigures[]): string =>
    figuresPage('Acme *One*', register(...files), (path, line) => `${path}#L${line + 1}`);

  it('says what to do where there is no figure', () => {
    assert.match(page(), /^# Figures: Acme \\\*One\\\*\n\nThere is no figure yet\. /u);
  });

  it('lists what differs first, then what agrees, each place with a link and what the figure is there', () => {
    assert.equal(
      page(
        story('p99 latency fell to 35 ms. Churn is 3%.', 'stories/a (old).md'),
        script('I brought p99 latency to 80 ms. Your churn is 5%.'),
      ),
      [
        '# Figures: Acme \\*One\\*',
        '4 figures of 2 measures.',
        '## To look at',
        '### p99 latency',
        [
          '- **35 ms** (differs): [stories/a (old).md, line 5](stories/a%20%28old%29.md#L5)',
          '- **80 ms** (differs): [loop/scripts/b.md, line 3](loop/scripts/b.md#L3)',
        ].join('\n'),
        '## In agreement',
        '### churn',
        [
          '- **3%**: [stories/a (old).md, line 5](stories/a%20%28old%29.md#L5)',
          '- **5%** (of others): [loop/scripts/b.md, line 3](loop/scripts/b.md#L3)',
        ].join('\n'),
        '',
      ]
        .join('\n\n')
        .trimEnd() + '\n',
    );
  });

  it('has no heading for what there is none of', () => {
    const agreeing = page(story('Churn is 3%.'));
    assert.match(agreeing, /\n\n1 figure of 1 measure\.\n\n## In agreement\n/u);
    assert.doesNotMatch(agreeing, /To look at/u);
    const differing = page(story('p99 latency fell to 35 ms.'), script('I brought p99 latency to 80 ms.'));
    assert.doesNotMatch(differing, /In agreement/u);
  });
});
