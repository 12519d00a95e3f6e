/**
 * A loop that somebody has worked in for a while, as files: to look at, to test and to measure. The same arguments, the
 * same files.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { addDays } from '../../src/core/days/dates';
import { startFiles } from '../../src/core/loop/startFiles';
import { loadPlaybook, type LoadedPlaybook } from '../../src/core/playbook/loadPlaybook';
import { recallCards } from '../../src/core/recall/recallCards';
import { RATINGS, reviewLine } from '../../src/core/recall/reviewLog';
import { EMPTY_SESSION, type CompetencyScore, type Scores, type Speech } from '../../src/core/sessions/sessionModel';
import { sessionFileName } from '../../src/core/sessions/sessionName';
import { writeSession } from '../../src/core/sessions/writeSession';

export interface LoopInUse {
  /** Of the workspace: path → text. */
  readonly files: Readonly<Record<string, string>>;
  readonly playbook: LoadedPlaybook;
}

export interface LoopSize {
  readonly stories: number;
  readonly sessions: number;
  /** The loop is on its sixth day. */
  readonly today: string;
  readonly folder?: string;
  /** For so many of the latest sessions a transcript was read. */
  readonly transcripts?: number;
}

const DAY = 86_400_000;
const WORDS = ['Fraud', 'Bids', 'Search', 'Alerts', 'Pricing', 'Feeds', 'Churn', 'Routing', 'Budgets', 'Schemas'];

/** Some number between 0 and 1 for each whole number, with nothing left to chance. */
const some = (index: number): number => Math.abs(Math.sin(index * 12.9898) * 43758.5453) % 1;

/** The playbook that ships, read from the current folder. */
function playbookOf(id: string): LoadedPlaybook {
  const root = join('content', 'playbooks', id);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  const { playbook } = loadPlaybook(
    new Map(paths.map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')])),
    id,
  );
  if (!playbook) throw new Error(`The playbook ${id} cannot be used.`);
  return playbook;
}

export function loopInUse({
  stories,
  sessions,
  today,
  folder = 'confluent-ai-ml-pm',
  transcripts = 0,
}: LoopSize): LoopInUse {
  const playbook = playbookOf('confluent-ai-ml-pm');
  const files: Record<string, string> = {};
  for (const { path, text } of startFiles(playbook, { firstContact: addDays(today, -5), timeZone: 'UTC' }))
    files[`prep/${folder}/${path}`] = ticked(path, text);
  for (let i = 0; i < stories; i += 1) files[`prep/stories/story-${i + 1}.md`] = story(i, playbook);
  for (let i = 0; i < sessions; i += 1) {
    const speech = i < sessions - transcripts ? undefined : speechOf(i);
    Object.assign(files, session(i, sessions, today, folder, playbook, speech));
  }
  files[`prep/${folder}/reviews.jsonl`] = reviews(playbook, today);
  return { files, playbook };
}

/** The first round is over, and some of each list is done. */
function ticked(path: string, text: string): string {
  let item = 0;
  const done = text.replace(/- \[ \]/gu, (open) => (some((item += 1) + path.length) < 0.45 ? '- [x]' : open));
  return path.includes('phone-screen') ? done.replace('status: planned', 'status: passed') : done;
}

function story(index: number, { competencies }: LoadedPlaybook): string {
  const shown = competencies
    .filter((_, column) => some(index * 31 + column) < 0.22 && column !== competencies.length - 1)
    .map(({ id }) => id);
  const title = `${WORDS[index % WORDS.length] ?? ''} ${index < WORDS.length ? 'in real time' : `in real time, part ${Math.floor(index / WORDS.length) + 1}`}`;
  const sections = ['Impact', 'Situation', 'Task', 'Action', 'Result', 'Trade-offs'].slice(
    0,
    some(index) < 0.3 ? 3 : 6,
  );
  const body = sections.map(
    (name) =>
      `## ${name}\n\nI cut latency from 120 ms to ${20 + (index % 30)} ms for ${index + 2},000 users and raised revenue by $${index + 1}M a year, instead of adding nodes.\n`,
  );
  return `---\ntitle: ${title}\ncompetencies: [${shown.join(', ')}]\n---\n\n${body.join('\n')}`;
}

/** Slower and with fewer fillers each time. */
const speechOf = (index: number): Speech => ({
  wordsPerMinute: 190 - 3 * index + Math.round(6 * some(index)),
  fillers: Math.round(60 - 3 * index + 4 * some(index)) / 10,
});

function session(
  index: number,
  count: number,
  today: string,
  folder: string,
  { rounds }: LoadedPlaybook,
  speech: Speech | undefined,
): Record<string, string> {
  const round = rounds[index % rounds.length];
  if (!round) return {};
  const date = addDays(today, -Math.floor(((count - 1 - index) / count) * (count > 60 ? 90 : 12)));
  const level = 1.6 + 1.7 * (index / Math.max(1, count - 1));
  const scores = Object.fromEntries(
    round.competencies.map((id, column): [string, CompetencyScore] => [
      id,
      Math.max(1, Math.min(4, Math.round(level + some(index * 7 + column) - 0.3))) as CompetencyScore,
    ]),
  ) satisfies Scores;
  const kind = index % 6 === 5 ? 'mock' : 'solo';
  const text = writeSession(
    {
      ...EMPTY_SESSION,
      round: round.id,
      kind,
      peer: kind === 'mock' ? { name: 'Ada', shipped: 'a fraud model on a live stream' } : undefined,
      started: `${date}T18:00:00Z`,
      phases: round.phases.map(({ title, minutes }) => ({
        title,
        planned: minutes * 60,
        actual: Math.round(minutes * (50 + 20 * some(index))),
      })),
      scores,
      ...(speech ? { speech } : {}),
      notes: 'Said the figure first, and then how it was reached.',
    },
    `${round.title}, ${date}`,
  );
  const name = sessionFileName(round.id, {
    date,
    time: `${String(8 + (index % 12)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
  });
  return { [`prep/${folder}/sessions/${name}`]: text };
}

/** A loop with four mocks in which the peer scored too, a little lower than the user did. */
export function calibratedLoop(today: string): Readonly<Record<string, string>> {
  const { files, playbook } = loopInUse({ stories: 2, sessions: 6, today });
  const [, round] = playbook.rounds;
  if (!round) return files;
  const scored = (at: (column: number) => number): Scores =>
    Object.fromEntries(round.competencies.map((id, column) => [id, at(column) as CompetencyScore]));
  const mocks = [-4, -3, -2, -1].map((ago): [path: string, text: string] => {
    const date = addDays(today, ago);
    const mock = {
      ...EMPTY_SESSION,
      round: round.id,
      kind: 'mock' as const,
      peer: { name: 'Ada', shipped: undefined },
      started: `${date}T07:00:00Z`,
      scores: scored((column) => 3 + (column % 2)),
      peerScores: scored((column) => (column === 0 ? 3 + (ago % 2) : 3)),
    };
    const name = sessionFileName(round.id, { date, time: '07:00' });
    return [`prep/confluent-ai-ml-pm/sessions/${name}`, writeSession(mock, `${round.title}, ${date}`)];
  });
  return { ...files, ...Object.fromEntries(mocks) };
}

/** Four days of reviews of two thirds of the cards. */
function reviews({ drills }: LoadedPlaybook, today: string): string {
  const noon = Date.parse(`${today}T12:00:00Z`);
  const cards = recallCards(drills).filter((_, index) => index % 3 !== 2);
  const lines = [4, 1].flatMap((daysAgo) =>
    cards
      .filter((_, index) => daysAgo === 4 || index % 2 === 0)
      .map(({ id }, index) =>
        reviewLine({
          card: id,
          at: noon - daysAgo * DAY + index * 20_000,
          rating: RATINGS[Math.floor(some(index + daysAgo) * 4)] ?? 'good',
        }),
      ),
  );
  return `${lines.join('\n')}\n`;
}
