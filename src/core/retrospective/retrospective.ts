/** `retrospective.md`: what a loop took and brought, in figures, and room for what to make of it. */
import { checklistProgress } from '../checklist/checklist';
import type { CalendarDate } from '../days/dates';
import { dayOf, formatDate, formatShortDate } from '../days/dates';
import { loopTitle, type Loop, type Outcome, type Round } from '../loop/loopModel';
import { escapeMarkdown } from '../markdown/escape';
import { meanOf, sum } from '../numbers';
import type { Review } from '../recall/reviewLog';
import { toldInWords, type Telling } from '../debrief/tellings';
import { calibrationReport, type CalibratedLoop } from '../sessions/calibration';
import { isHire } from '../sessions/hire';
import { overtimeOf } from '../sessions/roundTrend';
import { isPractice, type Session } from '../sessions/sessionModel';
import { minutesInWords, plural } from '../words';

export const RETROSPECTIVE_FILE = 'retrospective.md';

export interface RetrospectiveFacts {
  readonly loop: Loop;
  readonly outcome: Outcome;
  readonly closed: CalendarDate;
  readonly sessions: readonly Session[];
  /** The stories that were there for this loop. */
  readonly stories: readonly {
    readonly title: string;
    /** 0 to 100. */
    readonly score: number | undefined;
    /** In all loops; left out where it was told in none. */
    readonly told?: readonly Telling[];
  }[];
  /** All loops of the workspace, this one too; left out, own scores are compared with nothing. */
  readonly loops?: readonly CalibratedLoop[];
  readonly reviews: readonly Review[];
}

const OUTCOME_TEXT: Readonly<Record<Outcome, string>> = {
  offer: 'an offer',
  rejected: 'a rejection',
  withdrawn: 'withdrawn',
};
const FEWEST_TO_COMPARE = 2;

/** The file's text. Its figures are those of the day it is written on; it is the user's from then on. */
export function retrospective(facts: RetrospectiveFacts): string {
  const { loop, outcome, closed } = facts;
  const name = loopTitle(loop);
  const parts = [
    `# Retrospective: ${escapeMarkdown(name)}`,
    `Closed on ${formatDate(closed)}: ${OUTCOME_TEXT[outcome]}.`,
    '## In figures',
    table(['What', 'How much'], figures(facts)),
    ...roundsPart(facts),
    ...storiesPart(facts),
    ...calibrationPart(facts),
    '## What worked',
    '## What to change',
    '## For the next loop',
  ];
  return `${parts.join('\n\n')}\n`;
}

const wasRun = (session: Session): boolean => session.started !== undefined && isPractice(session);

function figures({ loop, closed, sessions, reviews }: RetrospectiveFacts): string[][] {
  const runs = sessions.filter(wasRun);
  const mocks = runs.filter(({ kind }) => kind === 'mock').length;
  const decisions = runs.flatMap(({ peerHire }) => peerHire ?? []);
  const points = sessions.flatMap(({ feedback }) => feedback);
  const items = checklistProgress(loop.rounds.flatMap((round) => round.items));
  const tasks = checklistProgress(loop.preparation?.items ?? []);
  const results = (['passed', 'done', 'failed', 'planned'] as const).flatMap((status) => {
    const count = loop.rounds.filter((round) => round.status === status).length;
    return count === 0 ? [] : [`${count} ${status === 'planned' ? 'still planned' : status}`];
  });
  return [
    [
      'Days',
      loop.firstContact === undefined
        ? 'no first contact in loop.md'
        : `${Math.max(0, dayOf(loop.firstContact, closed))} of ${loop.days}`,
    ],
    ['Rounds', results.length === 0 ? 'none' : results.join(', ')],
    ['Preparation', `${tasks.done} of ${plural(tasks.all, 'task')} done`],
    ['Checklists', `${items.done} of ${plural(items.all, 'item')} done`],
    [
      'Practice runs',
      runs.length === 0
        ? 'none'
        : `${runs.length}, ${mocks} of them mocks; ${inHours(sum(runs.map(lengthOf)))}, ${inHours(sum(runs.map(overTime)))} of it over time`,
    ],
    ...(decisions.length === 0
      ? []
      : [['Peers who would hire', `${decisions.filter(isHire).length} of ${decisions.length}`]]),
    [
      'Feedback points',
      points.length === 0 ? 'none' : `${points.filter(({ taken }) => taken).length} of ${points.length} taken`,
    ],
    [
      'Drills',
      reviews.length === 0
        ? 'none'
        : `${plural(reviews.length, 'review')} of ${plural(new Set(reviews.map(({ card }) => card)).size, 'card')}`,
    ],
  ];
}

function roundsPart({ loop, sessions }: RetrospectiveFacts): string[] {
  if (loop.rounds.length === 0) return [];
  return [
    '## Rounds',
    table(
      ['Round', 'Day', 'Result', 'Checklist', 'Runs', 'Score (1 to 4)', 'Over time'],
      loop.rounds.map((round) => roundRow(round, sessions)),
    ),
  ];
}

function roundRow(round: Round, sessions: readonly Session[]): string[] {
  const runs = sessions
    .filter((session) => session.round === round.id && wasRun(session))
    .sort((a, b) => Date.parse(a.started ?? '') - Date.parse(b.started ?? ''));
  const { done, all } = checklistProgress(round.items);
  return [
    round.title,
    round.date === undefined ? 'no date' : formatShortDate(round.date),
    round.status,
    `${done}/${all}`,
    String(runs.length),
    trend(runs.flatMap((run) => meanScore(run) ?? [])),
    inHours(sum(runs.map(overTime))),
  ];
}

function storiesPart({ stories, loop }: RetrospectiveFacts): string[] {
  if (stories.length === 0) return [];
  const toldHere = (told: readonly Telling[] = []): string => toldInWords(told.filter((each) => each.loop === loop.id));
  const wasTold = stories.some(({ told }) => toldHere(told) !== '');
  const inOrder = [...stories].sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
  return [
    '## Stories',
    table(
      ['Story', 'Score (0 to 100)', ...(wasTold ? ['Told in this loop'] : [])],
      inOrder.map(({ title, score, told }) => [
        title,
        score === undefined ? 'not judged' : String(score),
        ...(wasTold ? [toldHere(told)] : []),
      ]),
    ),
  ];
}

/** Own scores beside the peers' and the results, over all loops. */
function calibrationPart({ loops = [] }: RetrospectiveFacts): string[] {
  const report = calibrationReport(loops);
  if (!report) return [];
  const { claims, heads, rows } = report;
  return [
    '## Calibration',
    claims.map((claim) => `- ${escapeMarkdown(claim)}`).join('\n'),
    table(
      heads,
      rows.map(({ title, againstPeers, passed, failed }) => [title, againstPeers, passed, failed]),
    ),
  ];
}

/** From the first to the last: “2.3 → 3.1”. */
function trend(scores: readonly number[]): string {
  const [first, last] = [scores[0], scores.at(-1)];
  if (first === undefined || last === undefined) return '';
  return scores.length < FEWEST_TO_COMPARE ? first.toFixed(1) : `${first.toFixed(1)} → ${last.toFixed(1)}`;
}

/** The mean over the competencies, the candidate's and the peer's scores alike; undefined where there is none. */
function meanScore({ scores, peerScores }: Session): number | undefined {
  return meanOf([...Object.values(scores), ...Object.values(peerScores)]);
}

/** In seconds. */
const lengthOf = ({ phases }: Session): number => sum(phases.map(({ actual }) => actual));

/** In seconds: what the phases took beyond their plans; time saved in one does not make up for time lost in another. */
const overTime = ({ phases }: Session): number => sum(phases.map(overtimeOf));

const inHours = (seconds: number): string => minutesInWords(Math.round(seconds / 60));

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}
