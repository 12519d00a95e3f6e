/** Which of a transcript’s speakers is the candidate. */
import { countWords } from '../story/countWords';
import type { Transcript } from './transcriptModel';

export interface GuessedSpeaker {
  /** '' where the transcript names nobody. */
  readonly speaker: string;
  /** Whether it follows from a name or an earlier answer, and not only from who talks most. */
  readonly isSure: boolean;
}

const CANDIDATE = /^(?:you|me|myself|candidate|interviewee|applicant|a)$/u;
const INTERVIEWER = /^(?:interviewer|recruiter|hiring manager|panel|host|moderator|q)\b/u;
/** Words that a question weighs: an interviewer asks more than he says. */
const QUESTION_WEIGHT = 20;

/**
 * Guesses by the names that were chosen before, by labels such as “Me” and “Interviewer”, by the names of the people of
 * the round; else it is who talks most and asks least.
 * @param remembered names that were chosen before.
 * @param interviewers names of the people of the round.
 */
export function guessSpeaker(
  { speakers, turns }: Pick<Transcript, 'speakers' | 'turns'>,
  remembered: readonly string[] = [],
  interviewers: readonly string[] = [],
): GuessedSpeaker {
  const [first] = speakers;
  if (first === undefined || speakers.length === 1) return { speaker: first ?? '', isSure: true };
  const sure =
    only(speakers, (name) => remembered.some((each) => isSameSpeaker(each, name))) ??
    only(speakers, (name) => /\(you\)$/u.test(fold(name)) || CANDIDATE.test(fold(name))) ??
    only(speakers, (name) => !INTERVIEWER.test(fold(name)) && !interviewers.some((each) => isSameSpeaker(each, name)));
  if (sure !== undefined) return { speaker: sure, isSure: true };
  const weights = new Map<string, number>();
  for (const { speaker, text } of turns) {
    const questions = text.split('?').length - 1;
    weights.set(speaker, (weights.get(speaker) ?? 0) + countWords(text) - QUESTION_WEIGHT * questions);
  }
  const best = speakers.reduce((a, b) => ((weights.get(b) ?? 0) > (weights.get(a) ?? 0) ? b : a));
  return { speaker: best, isSure: false };
}

/** The one speaker that a test holds for; undefined where it holds for none or several. */
function only(speakers: readonly string[], isIt: (name: string) => boolean): string | undefined {
  const found = speakers.filter(isIt);
  return found.length === 1 ? found[0] : undefined;
}

const fold = (name: string): string => name.trim().toLowerCase();

/** Whether two names are one speaker’s, in whatever letters. */
export function isSameSpeaker(a: string, b: string): boolean {
  return fold(a) === fold(b);
}
