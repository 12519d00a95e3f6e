/** What a timer is for: a round of a loop, or a story that is rehearsed. A window's one timer is for one of them. */

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

export type TimerSubject = TimedRound | TimedStory;

/** A round as a timer's subject. */
export function timedRound({ loop, round }: { readonly loop: string; readonly round: string }): TimedRound {
  return { kind: 'round', loop, round };
}

/** Whether both are the same round, or the same version of the same story. Nothing is the same as no subject. */
export function isSameSubject(a: TimerSubject | undefined, b: TimerSubject | undefined): boolean {
  if (a?.kind === 'round') return b?.kind === 'round' && a.loop === b.loop && a.round === b.round;
  return a?.kind === 'story' && b?.kind === 'story' && a.uri === b.uri && a.version === b.version;
}

/** A subject as two names, as timers were kept before there were subjects, and as the API still has them. */
export interface SubjectNames {
  /** The loop's folder, or the story's file. */
  readonly loop: string;
  /** The round's id, which has no colon; or `rehearsal:` and the version of the story. */
  readonly round: string;
}

const REHEARSAL = 'rehearsal:';

/** A subject's two names; {@link subjectOfNames} reads them back. */
export function subjectNames(subject: TimerSubject): SubjectNames {
  return subject.kind === 'round'
    ? { loop: subject.loop, round: subject.round }
    : { loop: subject.uri, round: REHEARSAL + subject.version };
}

/** The subject that two names stand for. */
export function subjectOfNames({ loop, round }: SubjectNames): TimerSubject {
  return round.startsWith(REHEARSAL)
    ? { kind: 'story', uri: loop, version: round.slice(REHEARSAL.length) }
    : timedRound({ loop, round });
}
