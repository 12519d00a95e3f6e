/**
 * What a peer is sent to hold a mock interview: a round of a playbook, and only what was chosen of the candidate's own
 * material.
 */
import type { CalendarDate } from '../days/dates';
import { formatDate } from '../days/dates';
import { judgedIn } from '../playbook/judged';
import type { FollowUp } from '../playbook/followUps';
import { clockText } from '../playbook/promptClock';
import type { LoadedPlaybook, LoadedRound } from '../playbook/loadPlaybook';
import type { Pair } from '../playbook/rounds';
import type { Competency } from '../playbook/schema';
import { quiet, quietLine } from './quiet';
import { plural } from '../words';

/** A story that the candidate chose to send along. */
export interface PackStory {
  readonly title: string;
  /** Markdown without its front matter. */
  readonly body: string;
}

/** When and with whom. */
export interface PackMock {
  readonly peer: string | undefined;
  readonly date: CalendarDate | undefined;
  /** `HH:MM`. */
  readonly time: string | undefined;
  /** An IANA name: the peer may sit in another one. */
  readonly timeZone: string | undefined;
  /** The title of the prompt agreed on. */
  readonly prompt: string | undefined;
}

export interface PackPhase {
  readonly title: string;
  /** Minutes from the round's start. */
  readonly from: number;
  readonly to: number;
  readonly cue: string;
}

export interface PackPrompt {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** The titles of what it shows. */
  readonly competencies: readonly string[];
  /** How long it takes, in words; left out where the playbook does not say. */
  readonly clock?: string | undefined;
  /** What to ask next, one after the other. */
  readonly followUps: readonly FollowUp[];
}

/**
 * All that both files of a pack are made of. Titles and names are plain text, bodies Markdown without HTML comments.
 */
export interface Pack {
  readonly title: string;
  /** The company and the role. */
  readonly loop: string;
  readonly facts: readonly string[];
  readonly judges: string;
  readonly minutes: number;
  readonly phases: readonly PackPhase[];
  readonly prompts: readonly PackPrompt[];
  readonly competencies: readonly Competency[];
  readonly signals: readonly string[];
  readonly pairs: readonly Pair[];
  readonly stories: readonly PackStory[];
  /** Where the playbook's figures come from. */
  readonly source: string;
}

/** Puts a pack together. Nothing but the arguments goes into it: no notes, no scores, no offer. */
export function makePack(
  playbook: LoadedPlaybook,
  round: LoadedRound,
  mock: PackMock,
  stories: readonly PackStory[] = [],
): Pack {
  const agreed = round.prompts.filter(({ title }) => title === mock.prompt);
  const prompts = agreed.length > 0 ? agreed : round.prompts;
  const titleOf = (id: string): string => playbook.competencies.find((each) => each.id === id)?.title ?? id;
  return {
    title: round.title,
    loop: `${playbook.company} ${playbook.role}`.trim(),
    facts: facts(round, mock),
    judges: round.judges,
    minutes: round.minutes,
    phases: timetable(round.phases),
    prompts: prompts.map((prompt) => ({
      title: prompt.title,
      body: quiet(prompt.body),
      competencies: prompt.competencies.map(titleOf),
      clock: clockText(prompt, round),
      followUps: (prompt.followUps ?? []).map(({ push, good, bad }) => ({
        push: quietLine(push),
        good: quietLine(good),
        bad: quietLine(bad),
      })),
    })),
    competencies: judgedIn(playbook, round),
    signals: round.signals ?? [],
    pairs: round.pairs.map((pair) => ({
      ...pair,
      weak: quiet(pair.weak),
      strong: quiet(pair.strong),
      ...(pair.why === undefined ? {} : { why: quiet(pair.why) }),
    })),
    stories: stories.map(({ title, body }) => ({ title, body: quiet(body) })),
    source: playbook.source,
  };
}

function facts({ minutes }: LoadedRound, { peer, date, time, timeZone }: PackMock): string[] {
  const zone = timeZone === undefined ? '' : ` (${timeZone})`;
  const when =
    date === undefined ? undefined : time === undefined ? formatDate(date) : `${formatDate(date)}, ${time}${zone}`;
  return [plural(minutes, 'minute'), when, peer === undefined ? undefined : `for ${peer}`].filter(
    (fact) => fact !== undefined,
  );
}

function timetable(phases: LoadedRound['phases']): PackPhase[] {
  let from = 0;
  return phases.map(({ title, minutes, cue }) => {
    const phase = { title, from, to: from + minutes, cue };
    from = phase.to;
    return phase;
  });
}
