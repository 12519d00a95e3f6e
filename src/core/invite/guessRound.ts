/** Which round of a loop an invite is for. */
import type { CalendarDate } from '../days/dates';
import { nextRound } from '../loop/loopDay';
import type { Loop, Round } from '../loop/loopModel';
import type { Invite } from './inviteModel';

interface RoundGuess {
  /** The likeliest first. */
  readonly rounds: readonly Round[];
  /** Whether nobody has to be asked. */
  readonly isCertain: boolean;
}

/** How sure a round is: its title in the title of the invite, in its text, its day, and that it comes next. */
const IN_TITLE = 8;
const IN_TEXT = 4;
const WORD = 1;
const SAME_DAY = 4;
const NEXT = 1;
const OVER = -4;
/** By how much the first must lead. */
const LEAD = 3;

/** Words that many rounds have. */
const COMMON = /^(?:interview|round|call|the|and|with|day|meeting|chat|onsite|final|of)$/u;

/** @param dates the days of the invite, on the user's own clock. */
export function guessRound(
  loop: Loop,
  { title, text }: Pick<Invite, 'title' | 'text'>,
  dates: readonly CalendarDate[],
  today: CalendarDate,
): RoundGuess {
  const [heading, body] = [fold(title), fold(text)];
  const next = nextRound(loop, today);
  const scored = loop.rounds.map((round) => {
    const names = [fold(round.title), fold(round.id)];
    const words = names[0]?.split(' ').filter((word) => word.length > 2 && !COMMON.test(word)) ?? [];
    const score =
      (names.some((name) => has(heading, name)) ? IN_TITLE : 0) +
      (names.some((name) => has(body, name)) ? IN_TEXT : 0) +
      words.filter((word) => has(heading, word) || has(body, word)).length * WORD +
      (round.date !== undefined && dates.includes(round.date) ? SAME_DAY : 0) +
      (round === next ? NEXT : 0) +
      (round.status === 'planned' ? 0 : OVER);
    return { round, score };
  });
  // Sorting keeps the order of rounds that are equally sure.
  const [first, second] = scored.sort((a, b) => b.score - a.score);
  const lead = (first?.score ?? 0) - (second?.score ?? 0);
  return {
    rounds: scored.map(({ round }) => round),
    isCertain: first !== undefined && first.score >= IN_TEXT && (second === undefined || lead >= LEAD),
  };
}

const has = (text: string, words: string): boolean => words !== '' && ` ${text} `.includes(` ${words} `);

function fold(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' ');
}
