/** From a run that was timed, and what was noted in it, to a session. */
import {
  addMarkers,
  addNotes,
  inTurn,
  markAsRun,
  setKind,
  setPeer,
  setPrompt,
  setScores,
  setSignals,
  type Edits,
} from '../sessions/editSession';
import { hasLines, tidy } from '../markdown/text';
import { readMarker } from '../sessions/markers';
import type { Marker, Peer, Scores, Session, SessionKind, SessionPhase } from '../sessions/sessionModel';
import { dayOfSession, instantOf, areOfOneRun, startedAt } from '../sessions/sessionName';
import type { NewSession } from '../sessions/writeSession';
import { shownTime } from '../timer/shownTime';
import type { PracticeDraft } from './draft';
import type { PracticeRun } from './runs';

/** What is said about a run when it is saved, besides what was noted in it. */
export interface SaveDetails {
  readonly kind?: SessionKind | undefined;
  readonly peer?: Peer | undefined;
  readonly prompt?: string | undefined;
  /** The titles of several prompts; left out where it was one. */
  readonly prompts?: readonly string[] | undefined;
  readonly scores?: Scores | undefined;
  readonly peerScores?: Scores | undefined;
  readonly signals?: readonly string[] | undefined;
  readonly notes?: string | undefined;
}

/** The session that a run makes. @param timeZone the loop's, in which the run's start is written. */
export function sessionOfRun(
  run: PracticeRun,
  draft: PracticeDraft,
  details: SaveDetails,
  timeZone: string,
): NewSession & { readonly started: string } {
  const phases = run.phases.map(phaseOf);
  const { notes, markers } = splitNotes(
    joined(draft.notes, details.notes ?? ''),
    phases.map(({ title }) => title),
  );
  return {
    round: run.round,
    kind: details.kind ?? (details.peer || draft.mock ? 'mock' : 'solo'),
    peer: details.peer ?? peerOf(draft),
    scheduled: undefined,
    started: startedAt(run.startedAt, timeZone),
    ...promptsOf(draft, details),
    phases,
    markers,
    scores: { ...draft.scores, ...details.scores },
    peerScores: details.peerScores ?? {},
    peerHire: undefined,
    signals: [...new Set([...draft.signals, ...(details.signals ?? [])])],
    notes,
    peerComments: '',
  };
}

/** One prompt, or several; one that is named when the run is saved counts alone. */
function promptsOf(
  draft: PracticeDraft,
  { prompt, prompts = [] }: SaveDetails,
): Pick<NewSession, 'prompt' | 'prompts'> {
  const isSeveral = prompt === undefined && prompts.length > 1;
  return isSeveral ? { prompt: undefined, prompts } : { prompt: prompt ?? prompts[0] ?? draft.prompt, prompts: [] };
}

function peerOf({ mock }: PracticeDraft): Peer | undefined {
  return mock && mock.peer !== '' ? { name: mock.peer, shipped: undefined } : undefined;
}

/** Where a run is to be written. */
export type Home =
  /** A new file. */
  | { readonly kind: 'new' }
  /** The file that it was saved in before. */
  | { readonly kind: 'saved'; readonly session: Session }
  /** The planned mock that it was. */
  | { readonly kind: 'planned'; readonly session: Session };

/**
 * Finds where a run belongs: to its own file if it has one, however that is named; to a mock that was planned for its
 * round and its day; as a mock, to the planned one whose day is the nearest.
 * @param kind what the caller says it is; undefined leaves that to the plan.
 * @param held the path of the mock that it was begun as.
 */
export function homeOf(
  made: Pick<NewSession, 'round' | 'started' | 'peer'>,
  kind: SessionKind | undefined,
  sessions: readonly Session[],
  held?: string,
): Home {
  const saved = sessions.find((session) => areOfOneRun(session, made));
  if (saved) return { kind: 'saved', session: saved };
  if (kind === 'solo') return { kind: 'new' };
  const begun = sessions.find(({ path, kind: its }) => path === held && its === 'mock');
  if (begun && instantOf(begun) === undefined) return { kind: 'planned', session: begun };
  const day = made.started?.slice(0, 10) ?? '';
  const samePeer = ({ peer }: Session): boolean =>
    made.peer === undefined || peer === undefined || peer.name.toLowerCase() === made.peer.name.toLowerCase();
  const planned = sessions.filter(
    (session) =>
      session.kind === 'mock' && session.round === made.round && instantOf(session) === undefined && samePeer(session),
  );
  const away = (session: Session): number =>
    Math.abs(Date.parse(dayOfSession(session)?.date ?? '1970-01-01') - Date.parse(day));
  const nearest = planned.reduce<Session | undefined>(
    (best, session) => (best && away(best) <= away(session) ? best : session),
    undefined,
  );
  return nearest && (kind === 'mock' || away(nearest) === 0) ? { kind: 'planned', session: nearest } : { kind: 'new' };
}

/** The edits of a planned mock's file that make it this run. */
export function runEdits(text: string, made: NewSession & { readonly started: string }): Edits {
  return inTurn(text, [
    (now) => markAsRun(now, made),
    (now) => setScores(now, 'peerScores', made.peerScores),
    (now) => (made.peer ? setPeer(now, made.peer) : []),
  ]);
}

/**
 * The edits of a run's own file for what was added since it was saved; what is in it stays, except for scores that
 * differ.
 */
export function againEdits(text: string, present: Session, made: NewSession, details: SaveDetails): Edits {
  // Naming a peer now says that it was a mock.
  const kind = details.kind ?? (details.peer ? made.kind : undefined);
  return inTurn(text, [
    (now) => (kind === undefined || kind === present.kind ? [] : setKind(now, kind)),
    (now) => (details.prompt === undefined ? [] : setPrompt(now, details.prompt)),
    (now) => setScores(now, 'scores', made.scores),
    (now) => setScores(now, 'peerScores', made.peerScores),
    (now) => (made.signals.length === 0 ? [] : setSignals(now, [...new Set([...present.signals, ...made.signals])])),
    (now) => addNotes(now, made.notes),
    (now) => addMarkers(now, made.markers),
    (now) => (details.peer ? setPeer(now, details.peer) : []),
  ]);
}

/** Notes without the lines that mark a moment, and those lines as markers, in the order of time. */
export function splitNotes(
  notes: string,
  phases: readonly string[],
): { readonly notes: string; readonly markers: readonly Marker[] } {
  const markers: Marker[] = [];
  const kept = notes.split(/\r\n|[\r\n]/u).filter((line) => {
    const marker = /^[-*+] /u.test(line) ? readMarker(line, phases) : undefined;
    // A list may begin with a time and be no marker.
    if (!marker || !phases.includes(marker.phase)) return true;
    markers.push(marker);
    return false;
  });
  return { notes: kept.join('\n'), markers: markers.sort((a, b) => a.at - b.at) };
}

function phaseOf(phase: PracticeRun['phases'][number]): SessionPhase {
  const { allottedMs, elapsedMs } = shownTime(phase);
  return { title: phase.title.replace(/\s+/gu, ' ').trim(), planned: allottedMs / 1000, actual: elapsedMs / 1000 };
}

function joined(first: string, second: string): string {
  if (first.trim() === '' || second.trim() === '') return first + second;
  return hasLines(tidy(first), tidy(second)) ? first : `${first.trimEnd()}\n\n${second}`;
}
