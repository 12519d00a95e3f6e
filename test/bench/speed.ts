/** Speed as ratios in one run: the rows of a table take turns, and their medians are compared, so that a busy machine slows all alike. */
import MarkdownIt from 'markdown-it';
import { analyseStory, lintStory } from '../../src/core/story/lint/index.js';
import { parseStory } from '../../src/core/story/parse.js';
import { extractQuantities } from '../../src/core/story/quantities/index.js';
import { adversarial, storiesOf, story } from './story.js';

export interface Row {
  readonly name: string;
  readonly run: () => unknown;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

let sink: unknown;
/** What the last run returned: kept so that no engine drops the work. */
export const lastResult = (): unknown => sink;

/** Median milliseconds of one run of each row. Rows are interleaved; `batch` runs make one sample. */
export function medians(rows: readonly Row[], { samples = 60, batch = 20, warmUp = 300 } = {}): Map<string, number> {
  for (const { run } of rows) for (let i = 0; i < warmUp; i++) sink = run();
  const times = new Map(rows.map(({ name }) => [name, [] as number[]]));
  for (let sample = 0; sample < samples; sample++) {
    for (const { name, run } of rows) {
      const start = process.hrtime.bigint();
      for (let i = 0; i < batch; i++) sink = run();
      times.get(name)?.push(Number(process.hrtime.bigint() - start) / 1e6 / batch);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

/** Rows of one story, each compared with markdown-it's parse of the same text. Further stages (lint, pipeline) are added here. */
export function storyRows(): Row[] {
  const markdown = new MarkdownIt();
  const parsed = parseStory(story);
  return [
    { name: 'markdown-it parse', run: () => markdown.parse(story, {}) },
    { name: 'quantities', run: () => extractQuantities(story) },
    { name: 'quantities and lint', run: () => lintStory(story, { parsed }) },
    { name: 'story, quantities and lint', run: () => analyseStory(story) },
  ];
}

export function printSpeed(): void {
  const rows = storyRows();
  const times = medians(rows);
  const base = times.get('markdown-it parse') ?? Number.NaN;
  console.log(`\nOne story of ${story.length} characters (markdown-it parse = 1, ${(base * 1000).toFixed(0)} µs here)`);
  for (const { name } of rows) console.log(`${name.padEnd(24)}${((times.get(name) ?? Number.NaN) / base).toFixed(2)}`);

  // The same characters, as one file and as one story read again and again: samples of one length, so that a busy machine slows both alike.
  const small = storiesOf(1);
  const large = storiesOf(200);
  const copies = Math.round(large.length / small.length);
  const oneByOne = (): number => {
    let count = 0;
    for (let i = 0; i < copies; i++) count += extractQuantities(small).length;
    return count;
  };
  const scale = medians([{ name: 'small', run: oneByOne }, { name: 'large', run: () => extractQuantities(large) }], { samples: 41, batch: 1, warmUp: 12 });
  const perSmall = (scale.get('small') ?? Number.NaN) / (copies * small.length);
  const perLarge = (scale.get('large') ?? Number.NaN) / large.length;
  console.log(`\nQuantities in a file of ${Math.round(large.length / 1000)} KB, a KB, beside the small one: ${(perLarge / perSmall).toFixed(2)} (at most 1.2)`);

  console.log('\nMade to be slow: cost of 200 KB a KB, beside an ordinary story; and of 200 KB beside 100 KB (2 = linear)');
  const half = adversarial(100_000);
  for (const [name, text] of adversarial(200_000)) {
    const short = half.get(name) ?? '';
    const slow = medians([{ name: 'long', run: () => extractQuantities(text) }, { name: 'short', run: () => extractQuantities(short) }], { samples: 7, batch: 1, warmUp: 2 });
    const long = slow.get('long') ?? Number.NaN;
    console.log(`${name.padEnd(14)}${(long / text.length / perSmall).toFixed(2).padStart(7)}${(long / (slow.get('short') ?? Number.NaN)).toFixed(2).padStart(7)}`);
  }
}
