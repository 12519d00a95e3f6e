/** What the dashboard of a loop with 300 stories and 500 sessions costs, without the editor around it. */
import { dashboardOf, type DashboardInput } from '../../src/core/dashboard/dashboard.js';
import { isWorkingDay } from '../../src/core/days/calendar';
import { assembleLoop } from '../../src/core/loop/assemble.js';
import { isLoopFile, parseFile } from '../../src/core/loop/parseFile.js';
import { readReviews } from '../../src/core/recall/reviewLog';
import { workPlan } from '../../src/core/replan/workload';
import { parseSession } from '../../src/core/sessions/readSession';
import { parseStory } from '../../src/core/story/parseStory';
import { decodeToDashboard } from '../../src/webview/protocol/dashboard.js';
import { loopInUse, type LoopInUse } from '../host/loopInUse.js';
import { processorTime } from '../host/processorTime.js';
import { median } from './median.js';

const TODAY = '2026-11-22';
const NOW = Date.parse(`${TODAY}T12:00:00Z`);
const FOLDER = 'confluent-ai-ml-pm/';

/** Reads all of a workspace's files, as the stores do the first time. */
export function inputOf({ files, playbook }: LoopInUse): DashboardInput {
  const all = Object.entries(files).map(([path, text]) => [path.replace(/^prep\//u, ''), text] as const);
  const own = all
    .filter(([path]) => path.startsWith(FOLDER))
    .map(([path, text]) => [path.slice(FOLDER.length), text] as const);
  const loop = assembleLoop(
    'confluent-ai-ml-pm',
    new Map(own.filter(([path]) => isLoopFile(path)).map(([path, text]) => [path, parseFile(text)])),
    [],
    () => playbook,
  );
  const stories = all
    .filter(([path]) => path.startsWith('stories/'))
    .map(([path, text]) => {
      const { title, competencies, rounds, filledCount } = parseStory(text);
      return { path, title: title ?? path, competencies, rounds, sectionsFilled: filledCount, score: 80 };
    });
  const work = workPlan(loop, TODAY);
  return {
    loop,
    playbook,
    stories,
    sessions: own
      .filter(([path]) => path.startsWith('sessions/'))
      .map(([path, text]) => parseSession(`${FOLDER}${path}`, text)),
    reviews: readReviews(files[`prep/${FOLDER}reviews.jsonl`] ?? '', `${FOLDER}reviews.jsonl`),
    plan: {
      workOn: (date) => work.on(date),
      minutesOn: (date) => (isWorkingDay(date) ? 120 : 0),
      minutesPerDay: 120,
    },
    today: TODAY,
    now: NOW,
  };
}

export function printDashboard(): void {
  const sizes = [
    { stories: 30, sessions: 50 },
    { stories: 300, sessions: 500 },
  ];
  const loops = sizes.map((size) => ({
    name: `${size.stories} stories, ${size.sessions} sessions`,
    files: loopInUse({ ...size, today: TODAY }),
  }));
  const rows = loops.flatMap(({ name, files }) => {
    const input = inputOf(files);
    const message = {
      type: 'dashboard',
      view: dashboardOf(input).view,
      reading: false,
      loop: 'file:///prep/acme',
      loops: [],
    };
    const json = JSON.stringify(message);
    return [
      { name: `${name}: read all files`, run: () => inputOf(files) },
      { name: `${name}: work out the dashboard`, run: () => dashboardOf(input) },
      {
        name: `${name}: decode its message (${Math.round(json.length / 1000)} KB)`,
        run: () => decodeToDashboard(JSON.parse(json)),
      },
    ];
  });
  console.log(
    '\nThe dashboard, in milliseconds of the processor here (medians); the larger loop has ten times the files of the smaller',
  );
  for (const { name, run } of rows) console.log(`${name.padEnd(72)}${medianTime(run).toFixed(1).padStart(8)}`);
}

/** The median of many. */
function medianTime(run: () => unknown): number {
  for (let i = 0; i < 5; i += 1) run();
  return median(Array.from({ length: 25 }, () => processorTime(run)));
}
