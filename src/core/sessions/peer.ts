/** What a peer sent back, written into the mock's file. */
import { hasLines } from '../markdown/text';
import { addFeedback, inTurn, setPeerHire, setScores, setSection, type Edits } from './editSession';
import type { Hire } from './hire';
import type { Scores } from './sessionModel';
import { contained, sectionMarkdown, sessionBody } from './sessionSections';

export interface PeerVerdict {
  readonly scores: Scores;
  /** Undefined where the peer did not decide: what the file says stays. */
  readonly hire?: Hire | undefined;
  /** Markdown. */
  readonly comments: string;
  readonly points: readonly string[];
}

/**
 * Sets the scores and the decision that are given and leaves the others; comments go after those that are there, points
 * among the feedback, each once. Undefined where the file is broken, so that nothing may be written; empty where it
 * says all of it.
 */
export function takeVerdict(text: string, { scores, hire, comments, points }: PeerVerdict): Edits {
  return inTurn(text, [
    (now) => setScores(now, 'peerScores', scores),
    (now) => (hire === undefined ? [] : setPeerHire(now, hire)),
    (now) => addComments(now, comments),
    (now) => addFeedback(now, points),
  ]);
}

function addComments(text: string, comments: string): Edits {
  const present = sectionMarkdown(sessionBody(text), 'Peer’s comments');
  const added = contained(comments);
  if (added === '' || hasLines(present, added)) return [];
  return setSection(text, 'Peer’s comments', present === '' ? added : `${present}\n\n${added}`);
}
