import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileFigures, Retraction } from '../../../src/core/claims/claimModel';
import { compareClaims, findClaims, type Comparison } from '../../../src/core/claims/findClaims';
import { figureSource, readFigures } from '../../../src/core/claims/readFigures';
import { readRetractions } from '../../../src/core/claims/retractions';
import { runs } from '../../support/properties';

const SENTENCES = [
  'Cut p99 scoring latency from 120 ms to 35 ms.',
  'p99 scoring latency is now 28 ms.',
  'I brought p99 scoring latency to 28 ms.',
  'I cut churn to 3%.',
  'Churn fell to 2% in Germany.',
  'We had 40 customers at $25k a year each.',
  'I won $1M a year.',
  '38,000 pupils finished the course in 2025.',
  '52,000 pupils finished the course in 2025.',
  'Precision rose from 0.81 to 0.93.',
  'I raised precision to 87%.',
  '3 of our 120 customers left.',
  '<!-- prep-loop-disable-next-line figure-differs -->',
  '```capacity\nrequests: 200/s\n```',
];

const PATHS = [
  ...Array.from({ length: 5 }, (_, i) => `stories/${i}.md`),
  'loop/scripts/close.md',
  'loop/scripts/open.md',
  'loop/offer.md',
  'loop/cheat-sheet.md',
  'loop/case.md',
];

const text = fc
  .tuple(
    fc.constantFrom('## Impact', '## Situation', '# Notes'),
    fc.array(fc.constantFrom(...SENTENCES), { maxLength: 6 }),
    // Some have more figures than are compared.
    fc.constantFrom(1, 1, 1, 1, 1, 1, 40),
  )
  .map(([heading, parts, times]) => `${heading}\n\n${`${parts.join('\n\n')}\n\n`.repeat(times)}`);

/** A file that says something else from now on, or is gone. */
const edit = fc.record({ path: fc.constantFrom(...PATHS), text: fc.option(text, { nil: undefined }) });

/** The files of a loop, each read again only where it says something else. */
class Folder {
  private readonly read = new Map<string, FileFigures>();

  write(path: string, now: string | undefined): void {
    const source = figureSource(path);
    if (now === undefined || !source) this.read.delete(path);
    else if (this.read.get(path)?.text !== now) this.read.set(path, readFigures(path, now, source));
  }

  get files(): FileFigures[] {
    return [...this.read.values()].sort((a, b) => PATHS.indexOf(a.path) - PATHS.indexOf(b.path));
  }
}

const NONE: readonly Retraction[] = [];

const story = (name: string, said: string): FileFigures =>
  readFigures(`stories/${name}.md`, `# ${name}\n\n## Impact\n\n${said}\n`, 'story');

/** A file that counts how often its figures are looked at. */
function counted(file: FileFigures): { readonly file: FileFigures; readonly count: () => number } {
  let looks = 0;
  const { figures } = file;
  return {
    file: Object.defineProperty({ ...file }, 'figures', {
      get: () => {
        looks += 1;
        return figures;
      },
    }),
    count: () => looks,
  };
}

describe('figures that are compared again after a change', () => {
  it('are found as in a comparison from the start, whatever was changed before (property)', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 4, maxLength: 10 }),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('', '- 28 ms p99 scoring latency · retracted: a bad clock\n'),
        (written, edits, claims) => {
          const folder = new Folder();
          const { retractions } = readRetractions(claims);
          for (const { path, text: now } of written) folder.write(path, now);
          let comparison = compareClaims(folder.files, retractions);
          for (const { path, text: now } of edits) {
            folder.write(path, now);
            comparison = compareClaims(folder.files, retractions, {}, comparison);
            assert.deepEqual(comparison.findings, findClaims(folder.files, retractions));
            found += comparison.findings.length;
          }
        },
      ),
      runs(100),
    );
    assert.ok(found > 0, 'no change led to a finding');
  });

  it('follow other levels of the rules and other retractions', () => {
    const files = [story('a', 'Churn fell to 3%. Churn fell to 2%.')];
    const { retractions } = readRetractions('- 3% churn · retracted\n');
    const codes = ({ findings }: Comparison): string[] => findings.map(({ code, severity }) => `${code} ${severity}`);
    const first = compareClaims(files, NONE);
    assert.deepEqual(codes(first), ['figure-differs warning', 'figure-differs warning']);
    const hints = compareClaims(files, NONE, { rules: { 'figure-differs': 'hint' } }, first);
    assert.deepEqual(codes(hints), ['figure-differs hint', 'figure-differs hint']);
    assert.deepEqual(codes(compareClaims(files, retractions, {}, first)), ['claim-retracted warning']);
  });

  it('are let go of where a longer story takes their place among those that are compared', () => {
    const second = story('b', 'Churn fell to 3%. Churn fell to 2%.');
    const files = (times: number): FileFigures[] => [story('a', 'NPS rose by 5%. '.repeat(times)), second];
    const before = compareClaims(files(1), NONE);
    assert.equal(before.findings.length, 2);
    assert.deepEqual(compareClaims(files(300), NONE, {}, before).findings, findClaims(files(300)));
    assert.deepEqual(findClaims(files(300)), []);
  });

  it('are not looked at in the files that the change does not concern', () => {
    const other = counted(story('other', 'Revenue grew to $5M. Revenue grew to $6M.'));
    const script = counted(readFigures('loop/scripts/b.md', 'I grew revenue to $7M.\n', 'script'));
    const compare = (said: string, known?: Comparison): Comparison =>
      compareClaims([story('a', said), other.file, script.file], NONE, {}, known);
    const before = compare('Churn fell to 3%.');
    const looks = [other.count(), script.count()];
    const after = compare('Churn fell to 3%. Churn fell to 2%.', before);
    assert.deepEqual([other.count(), script.count()], looks);
    const of = ({ findings }: Comparison): unknown[] => findings.filter(({ path }) => path === 'stories/other.md');
    assert.equal(of(before).length, 2);
    of(after).forEach((finding, index) => assert.equal(finding, of(before)[index], 'it was compared again'));
  });
});
