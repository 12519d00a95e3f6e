/**
 * What a timer is for: a round of a loop, a story that is rehearsed, or an interview that the user holds for a peer. A
 * window's one timer is for one of them.
 */

export interface TimedRound {
  readonly kind: 'round';
  /** The loop's folder, as a Uri's string. */
  readonly loop: string;
  /** The round's id. */
  readonly round: string;
}

export interface TimedStory {
  readonly kind: 'story';
  /** The story's file, as a Uri's string. */
  readonly uri: string;
  /** How much of the story is said: the seconds it has, or `full`. */
  readonly version: string;
}

/** The user keeps time for somebody else here, so it is never a practice run of theirs. */
export interface TimedInterview {
  readonly kind: 'interview';
  /** The interview's file, as a Uri's string. */
  readonly uri: string;
}

export type TimerSubject = TimedRound | TimedStory | TimedInterview;

/** A round as a timer's subject. */
export function timedRound({ loop, round }: { readonly loop: string; readonly round: string }): TimedRound {
  return { kind: 'round', loop, round };
}

/** Whether both are the same round, version of a story, or interview. Nothing is the same as no subject. */
export function isSameSubject(a: TimerSubject | undefined, b: TimerSubject | undefined): boolean {
  if (a?.kind === 'round') return b?.kind === 'round' && a.loop === b.loop && a.round === b.round;
  if (a?.kind === 'interview') return b?.kind === 'interview' && a.uri === b.uri;
  return a?.kind === 'story' && b?.kind === 'story' && a.uri === b.uri && a.version === b.version;
}

/** A subject as two names, as timers were kept before there were subjects, and as the API still has them. */
export interface SubjectNames {
  /** The loop's folder, or the file of the story or the interview. */
  readonly loop: string;
  /** The round's id, which has no colon; or `rehearsal:` and the version of the story; or `interview:`. */
  readonly round: string;
}

const REHEARSAL = 'rehearsal:';
const INTERVIEW = 'interview:';

/** A subject's two names; {@link subjectOfNames} reads them back. */
export function subjectNames(subject: TimerSubject): SubjectNames {
  switch (subject.kind) {
    case 'round':
      return { loop: subject.loop, round: subject.round };
    case 'story':
      return { loop: subject.uri, round: REHEARSAL + subject.version };
    case 'interview':
      return { loop: subject.uri, round: INTERVIEW };
  }
}

/** The subject that two names stand for. */
export function subjectOfNames({ loop, round }: SubjectNames): TimerSubject {
  if (round === INTERVIEW) return { kind: 'interview', uri: loop };
  return round.startsWith(REHEARSAL)
    ? { kind: 'story', uri: loop, version: round.slice(REHEARSAL.length) }
    : timedRound({ loop, round });
}
