import type { DashboardInput } from '../../../src/core/dashboard/dashboard';
import { isWorkingDay } from '../../../src/core/days/calendar';
import { addDays } from '../../../src/core/days/dates';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { parseFile } from '../../../src/core/loop/parseFile';
import type { LoadedPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { cardId } from '../../../src/core/recall/recallCards';
import { builtIn } from '../loop/builtIn';
import { storyOf, sessionOf } from '../readiness/world';

export const TODAY = '2026-11-22';
export const NOW = Date.UTC(2026, 10, 22, 18);
export const PLAYBOOK: LoadedPlaybook = builtIn('confluent-ai-ml-pm');

const round = (date: string, status = 'planned', items = '- [x] One\n- [ ] Two\n'): string =>
  `---\ndate: ${date}\ntime: "10:00"\nstatus: ${status}\n---\n\n${items}`;

/** A loop on its sixth day: the first round is behind, two have a date, the last have none. */
export function loopOf(changes: Readonly<Record<string, string>> = {}) {
  const files = {
    'loop.md':
      '---\nplaybook: confluent-ai-ml-pm\ncompany: Acme\nrole: AI PM\nfirstContact: 2026-11-17\ndays: 22\n---\n',
    'rounds/01-phone-screen.md': round('2026-11-19', 'passed'),
    'rounds/02-system-design.md': round('2026-11-24'),
    'rounds/03-product-sense.md': round('2026-11-27'),
    'rounds/04-ml-case-study.md': '---\nstatus: planned\n---\n',
    ...changes,
  };
  return assembleLoop(
    'acme',
    new Map(Object.entries(files).map(([path, text]) => [path, parseFile(text)])),
    [],
    () => PLAYBOOK,
  );
}

export const FIRST_CARD = cardId(PLAYBOOK.drills[0]?.question ?? '');

export function inputOf(changes: Partial<DashboardInput> = {}): DashboardInput {
  return {
    loop: loopOf(),
    playbook: PLAYBOOK,
    stories: [
      storyOf('stories/a.md', ['streaming-scale', 'trade-offs']),
      { ...storyOf('stories/b.md', ['ml-operations']), sectionsFilled: 2 },
      storyOf('stories/c.md', ['cooking']),
    ],
    sessions: [
      sessionOf('system-design', 4, { 'streaming-scale': 2, 'trade-offs': 3 }),
      sessionOf('system-design', 1, { 'streaming-scale': 3, 'trade-offs': 4 }),
      {
        ...sessionOf('system-design', 0),
        started: undefined,
        kind: 'mock',
        peer: { name: 'Ada', shipped: undefined },
        scheduled: { date: addDays(TODAY, 1), time: '18:00' },
      },
    ],
    reviews: { reviews: [{ card: FIRST_CARD, at: NOW - 30 * 86_400_000, rating: 'good' }], problems: [] },
    plan: {
      workOn: (date) => (date === '2026-11-23' ? [{ title: 'Write stories', minutes: 150 }] : []),
      minutesOn: (date) => (isWorkingDay(date) ? 120 : 0),
      minutesPerDay: 120,
    },
    today: TODAY,
    now: NOW,
    ...changes,
  };
}
