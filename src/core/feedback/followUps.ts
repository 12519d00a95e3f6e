/** What feedback asks of the next practice of a round. */
import { plainText } from '../checklist/checklist';
import type { Loop, Round } from '../loop/loopModel';
import { resolvePath } from '../markdown/links';
import { percentDecoded } from '../percentDecoded';
import type { Session } from '../sessions/sessionModel';
import { readCarried } from './points';

/** A prompt made from a point of feedback. */
export interface FollowUp {
  /** For a list: the point in plain words. */
  readonly title: string;
  /** What to do, as Markdown. */
  readonly question: string;
  /** The title of the round that the feedback is on. */
  readonly on: string;
  /** The file that the feedback is in, relative to the prep folder; undefined where its link leads nowhere. */
  readonly source: string | undefined;
}

/**
 * The follow-up prompts of a round: the open points that were carried into its checklist, and those that its own
 * practice runs and mocks were given, the latest first. Each point makes only one prompt. The files are the list: tick
 * an item, or take a point out of its file, and it is gone.
 * @param sessions the loop's; without them only the checklist counts.
 */
export function followUps(
  { rounds }: Pick<Loop, 'rounds'>,
  roundId: string,
  sessions: readonly Session[] = [],
): FollowUp[] {
  const round = rounds.find(({ id }) => id === roundId);
  const own = sessions.filter((session) => session.round === roundId).reverse();
  const given = own.flatMap(({ path, feedback }) =>
    feedback.map(({ text }) => followUp(text, round?.title ?? roundId, path)),
  );
  const found = new Map<string, FollowUp>();
  for (const each of [...(round ? carried(round) : []), ...given])
    if (!found.has(each.title.toLowerCase())) found.set(each.title.toLowerCase(), each);
  // A point that was carried here and ticked is done with, even where its source still has it.
  for (const { text, checked } of round?.items ?? [])
    if (checked) found.delete(plainText(readCarried(text)?.point ?? text).toLowerCase());
  return [...found.values()];
}

/** Where the points of a round's feedback go: the next round that is still to come; undefined after the last. */
export function nextRoundAfter({ rounds }: Pick<Loop, 'rounds'>, roundId: string): Round | undefined {
  const number = rounds.find(({ id }) => id === roundId)?.number ?? 0;
  return rounds.find((round) => round.number > number && round.status === 'planned');
}

function carried({ path, items }: Round): FollowUp[] {
  return items.flatMap(({ text, checked }) => {
    const from = checked ? undefined : readCarried(text);
    return from ? [followUp(from.point, from.title, resolvePath(path, percentDecoded(from.path) ?? from.path))] : [];
  });
}

function followUp(point: string, on: string, source: string | undefined): FollowUp {
  return {
    title: plainText(point),
    question: `Feedback on ${on} was: “${point}” Take a prompt of this round, and answer so that nobody could say it again.`,
    on,
    source,
  };
}
