/**
 * Speed as ratios in one run: the rows of a table take turns, and the medians of their time on the processor are
 * compared, so that a busy machine slows all alike.
 */
import MarkdownIt from 'markdown-it';
import { blockDrawings } from '../../src/core/blocks/blockDrawings';
import { readBlocks } from '../../src/core/blocks/readBlocks';
import { analyseStory, lintStory } from '../../src/core/story/lint/index.js';
import { parseStory, type Story } from '../../src/core/story/parseStory';
import { extractQuantities } from '../../src/core/story/quantities/index.js';
import { median } from './median.js';
import { adversarial, fixtureStories, storiesOf, story } from './story.js';

export interface Row {
  readonly name: string;
  readonly run: () => unknown;
}

let sink: unknown;
/** What the last run returned: kept so that no engine drops the work. */
export const lastResult = (): unknown => sink;

/** Milliseconds that this process has had a processor for: unlike a clock, it stands still while others have it. */
function busyTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Median milliseconds of one run of each row. Rows are interleaved; `batch` runs make one sample. */
export function medians(rows: readonly Row[], { samples = 60, batch = 20, warmUp = 300 } = {}): Map<string, number> {
  for (const { run } of rows) for (let i = 0; i < warmUp; i++) sink = run();
  const times = new Map(rows.map(({ name }) => [name, [] as number[]]));
  for (let sample = 0; sample < samples; sample++) {
    for (const { name, run } of rows) {
      const start = busyTime();
      for (let i = 0; i < batch; i++) sink = run();
      times.get(name)?.push((busyTime() - start) / batch);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

/** Rows of some stories, each compared with markdown-it's parse of the same texts. */
export function storyRows(stories: readonly string[]): Row[] {
  const markdown = new MarkdownIt();
  const read = stories.map((text) => ({ text, parsed: parseStory(text) }));
  const each = (name: string, one: (text: string, parsed: Story) => unknown): Row => ({
    name,
    run: () => {
      let last: unknown;
      for (const { text, parsed } of read) last = one(text, parsed);
      return last;
    },
  });
  return [
    each('markdown-it parse', (text) => markdown.parse(text, {})),
    each('quantities', (text) => extractQuantities(text)),
    each('quantities and lint', (text, parsed) => lintStory(text, { parsed })),
    each('story with its front matter', (text) => parseStory(text)),
    each('story, quantities and lint', (text) => analyseStory(text)),
  ];
}

function printRows(title: string, rows: readonly Row[], times: ReadonlyMap<string, number>): void {
  const base = times.get('markdown-it parse') ?? Number.NaN;
  console.log(`\n${title} (markdown-it parse = 1, ${(base * 1000).toFixed(0)} µs here)`);
  for (const { name } of rows) console.log(`${name.padEnd(28)}${((times.get(name) ?? Number.NaN) / base).toFixed(2)}`);
}

const BLOCKS: Readonly<Record<string, string>> = {
  'latency-budget':
    'slo: 40 ms p99\ningest: 2 ms\nfeature look-up: 5-8 ms\nparallel scoring:\n  model: 11 ms\n  rules: 3 ms\nauction: 13 ms',
  capacity:
    'events: 1M/s\nevent size: 500 B\nnodes: 10\nconsumer groups: 2\nretention: 7 days\nconsumer capacity: 10k/s\nutilisation: 67 %',
  estimate:
    'customers: 40,000\nshare: 30 % (20-40 %)\nadoption: 8 % (4-12 %)\nprice: $180 a month\narr = customers × share × adoption × price × 12 months\ngoal: $2M',
};

/** What a block costs, beside markdown-it's parse of the same text. */
function printBlocks(): void {
  const markdown = new MarkdownIt();
  const drawing = new MarkdownIt().use(blockDrawings);
  for (const [kind, lines] of Object.entries(BLOCKS)) {
    const text = `\`\`\`${kind}\n${lines}\n\`\`\`\n`;
    const rows = [
      { name: 'markdown-it parse', run: () => markdown.parse(text, {}) },
      { name: 'read and worked out', run: () => readBlocks(text) },
      { name: 'drawn', run: () => drawing.render(text) },
    ];
    printRows(`One block ${kind} of ${text.length} characters`, rows, medians(rows, { batch: 50 }));
  }
}

export function printSpeed(): void {
  const rows = storyRows([story]);
  // Long enough for every row to be compiled as far as it will be.
  printRows(`One story of ${story.length} characters`, rows, medians(rows, { samples: 100, batch: 20, warmUp: 3000 }));
  const stories = fixtureStories();
  const all = storyRows(stories);
  printRows(
    `The ${stories.length} stories of the fixtures, ${Math.round(stories.join('').length / stories.length)} characters on average`,
    all,
    medians(all, { samples: 60, batch: 1, warmUp: 60 }),
  );

  printBlocks();

  // The same characters, as one file and as one story read again and again: samples of one length, so that a busy
  // machine slows both alike.
  const small = storiesOf(1);
  const large = storiesOf(200);
  const copies = Math.round(large.length / small.length);
  const times = (run: (text: string) => unknown): { readonly small: number; readonly ratio: number } => {
    const oneByOne = (): unknown => {
      let last: unknown;
      for (let i = 0; i < copies; i++) last = run(small);
      return last;
    };
    const scale = medians(
      [
        { name: 'small', run: oneByOne },
        { name: 'large', run: () => run(large) },
      ],
      { samples: 41, batch: 1, warmUp: 60 },
    );
    const perSmall = (scale.get('small') ?? Number.NaN) / (copies * small.length);
    return { small: perSmall, ratio: (scale.get('large') ?? Number.NaN) / large.length / perSmall };
  };
  const quantities = times((text) => extractQuantities(text));
  const everything = times((text) => analyseStory(text));
  const perSmall = quantities.small;
  console.log(
    `\nA file of ${Math.round(large.length / 1000)} KB, a KB, beside the small one (at most 1.2): quantities ${quantities.ratio.toFixed(2)}, everything ${everything.ratio.toFixed(2)}`,
  );

  console.log(
    '\nMade to be slow: cost of 200 KB a KB, beside an ordinary story; and of 200 KB beside 100 KB (2 = linear)',
  );
  const half = adversarial(100_000);
  for (const [name, text] of adversarial(200_000)) {
    const short = half.get(name) ?? '';
    const slow = medians(
      [
        { name: 'long', run: () => extractQuantities(text) },
        { name: 'short', run: () => extractQuantities(short) },
      ],
      { samples: 7, batch: 1, warmUp: 2 },
    );
    const long = slow.get('long') ?? Number.NaN;
    console.log(
      `${name.padEnd(14)}${(long / text.length / perSmall).toFixed(2).padStart(7)}${(long / (slow.get('short') ?? Number.NaN)).toFixed(2).padStart(7)}`,
    );
  }
}
