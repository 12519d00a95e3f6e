/**
 * What a prep folder of 10,000 stories costs: to list them, to list them again after a restart, to type and to tick
 * beside them; and what is left in memory after an hour of use. Everything is compared with something in the same run.
 */
import { median } from '../bench/median';
import { story } from '../bench/story';
import type { Indexing } from '../bench/window/indexing';
import type { Remembering } from '../bench/window/remembering';
import type { Typing } from '../bench/window/typing';
import { benchInHost } from './benchInHost';
import type { ServerHost } from './hosts';
import { loopInUse } from './loopInUse';
import { TaskWindow } from './windowTask';
import { workspaceOf } from './workspace';

const STORIES = Number(process.env['BENCH_STORIES'] ?? 10_000);
const FEW = 10;
/** Which figures: all of them without it. */
const ONLY = process.env['BENCH_ONLY']?.split(',');

/** Stories of the usual size. */
function storyFiles(prep: string, stories: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: stories }, (_, i) => [
      `${prep}/stories/story-${i + 1}.md`,
      story.replace(/^title: .*$/mu, `title: Fraud scoring, part ${i + 1}`),
    ]),
  );
}

/** A loop, and so many stories. */
function folderOf(stories: number): string {
  const { files } = loopInUse({ stories: 0, sessions: 20, today: new Date().toISOString().slice(0, 10) });
  return workspaceOf({ ...files, ...storyFiles('prep', stories) });
}

async function inWindow<T>(host: ServerHost, folder: string, ...modules: readonly string[]): Promise<T[]> {
  const window = await TaskWindow.open(host, folder);
  try {
    const found: T[] = [];
    for (const module of modules) found.push(await window.run<T>(module));
    return found;
  } finally {
    await window.close();
  }
}

const milliseconds = (numbers: readonly number[]): string => numbers.map((each) => each.toFixed(0)).join(' ');

function row(name: string, value: number, unit: string, rest: string): void {
  console.log(`${name.padEnd(46)}${value.toFixed(unit === '×' ? 2 : 1).padStart(9)} ${unit.padEnd(3)} ${rest}`);
}

async function indexing(host: ServerHost): Promise<void> {
  const [found] = await inWindow<Indexing>(host, workspaceOf(storyFiles('elsewhere', STORIES)), 'indexing');
  if (!found) return;
  row('Reading the files', median(found.reading), 'ms', milliseconds(found.reading));
  row('The view filled for the first time', median(found.first), 'ms', milliseconds(found.first));
  row('… beside reading', ratio(found.first, found.reading), '×', 'at most 1.3');
  row('The view filled after a restart', median(found.again), 'ms', milliseconds(found.again));
  row('… beside the first time', ratio(found.again, found.first), '×', 'at most 0.2');
}

/** The median of turn beside turn. */
function ratio(some: readonly number[], others: readonly number[]): number {
  return median(some.map((each, turn) => each / (others[turn] ?? 0)));
}

async function typing(host: ServerHost): Promise<void> {
  const [few] = await inWindow<Typing>(host, folderOf(FEW), 'typing');
  const [many] = await inWindow<Typing>(host, folderOf(STORIES), 'typing');
  if (!few || !many) return;
  const keys = (found: Typing): string => found.key.map((each) => each.toFixed(2)).join(' ');
  row(`A keystroke beside ${FEW} stories`, median(few.key), 'ms', keys(few));
  row(`A keystroke beside ${STORIES}`, median(many.key), 'ms', keys(many));
  row('… beyond that beside few', median(many.key) - median(few.key), 'ms', 'at most 1');
  row(`A tick beside ${FEW} stories`, median(few.tick), 'ms', milliseconds(few.tick));
  row(`A tick beside ${STORIES}`, median(many.tick), 'ms', `at most 50; ${milliseconds(many.tick)}`);
}

async function remembering(host: ServerHost): Promise<void> {
  const [found] = await inWindow<Remembering>(host, folderOf(300), 'remembering');
  const heaps = found?.heap ?? [];
  const growth = 100 * ((heaps.at(-1) ?? 0) / (heaps[0] ?? 0) - 1);
  row(
    'Memory after an hour, beyond ten minutes',
    growth,
    '%',
    `at most 5; MB: ${heaps.map((each) => each.toFixed(1)).join(' ')}`,
  );
}

async function index(host: ServerHost): Promise<void> {
  console.log(`\nA prep folder of ${STORIES} stories, medians (${host.title})\n`);
  for (const [name, part] of Object.entries({ indexing, typing, remembering }))
    if (ONLY === undefined || ONLY.includes(name)) await part(host);
}

benchInHost(index);
