/**
 * Writes a new session's file. `readSession.ts` reads its content back unchanged, apart from white space at the ends.
 */
import { yamlBraces, yamlMap, yamlScalar } from '../frontMatter/yamlText';
import { oneLine, writeMarker } from './markers';
import type { Session, SessionPhase, Speech } from './sessionModel';
import { contained, SECTION_TITLES, type SectionTitle } from './sessionSections';

/** A session to be written. */
export interface NewSession extends Omit<Session, 'path' | 'problems' | 'feedback'> {
  /** The points' texts, each to become an open item. */
  readonly feedback?: readonly string[];
}

/**
 * The text of a new session's file.
 * @param heading the file's first heading, such as the round's title and the day.
 */
export function writeSession(session: NewSession, heading: string): string {
  const front = ['---', ...frontMatter(session), '---'];
  const bodies: Readonly<Record<SectionTitle, string>> = {
    Notes: contained(session.notes),
    Markers: session.markers.map(writeMarker).join('\n'),
    'Peer’s comments': contained(session.peerComments),
    Feedback: (session.feedback ?? []).map(feedbackLine).join('\n'),
  };
  // A solo run has no peer: a section for one would only be noise.
  const titles = SECTION_TITLES.filter(
    (title) => title !== 'Peer’s comments' || session.kind === 'mock' || bodies[title] !== '',
  );
  const sections = titles.map((title) => `## ${title}\n${bodies[title] === '' ? '' : `\n${bodies[title]}\n`}`);
  return `${front.join('\n')}\n\n# ${oneLine(heading)}\n\n${sections.join('\n')}`;
}

/** A point of feedback as an open item, without its line break. */
export function feedbackLine(text: string): string {
  return `- [ ] ${oneLine(text)}`;
}

/** A phase as it stands in the list of phases. */
export function phaseEntry({ title, planned, actual }: SessionPhase): string {
  return yamlBraces({ title: oneLine(title), planned, actual });
}

/** How the candidate spoke, in the order in which it is written; undefined for what is not known. */
export function speechFields({
  wordsPerMinute,
  fillers,
  hedges,
  share,
  longest,
  firstFigure,
}: Speech): Readonly<Record<keyof Speech, number | undefined>> {
  return { wordsPerMinute, fillers, hedges, share, longest, firstFigure };
}

function speechEntry(speech: Speech): string {
  const known = Object.entries(speechFields(speech)).filter(
    (entry): entry is [string, number] => entry[1] !== undefined,
  );
  return known.length === 0 ? '{}' : yamlBraces(Object.fromEntries(known));
}

/** A prompt's title as it stands in the list of prompts. */
export function promptEntry(title: string): string {
  return yamlScalar(oneLine(title));
}

/** A mock's day and, where it is known, its time. */
export function writeScheduled({ date, time }: NonNullable<Session['scheduled']>): string {
  return time === undefined ? date : `${date}T${time}`;
}

function frontMatter({
  round,
  kind,
  peer,
  scheduled,
  started,
  prompt,
  prompts,
  phases,
  scores,
  peerScores,
  peerHire,
  signals,
  arithmetic,
  speech,
}: NewSession): string[] {
  const lines = [`round: ${yamlScalar(round)}`, `kind: ${kind}`];
  if (peer)
    lines.push(
      ...yamlMap('peer', {
        name: oneLine(peer.name),
        ...(peer.shipped === undefined ? {} : { shipped: oneLine(peer.shipped) }),
      }),
    );
  if (scheduled) lines.push(`scheduled: ${writeScheduled(scheduled)}`);
  if (started !== undefined) lines.push(`started: ${started}`);
  if (prompt !== undefined) lines.push(`prompt: ${yamlScalar(oneLine(prompt))}`);
  if (prompts.length > 0) lines.push('prompts:', ...prompts.map((title) => `  - ${promptEntry(title)}`));
  if (phases.length > 0) lines.push('phases:', ...phases.map((phase) => `  - ${phaseEntry(phase)}`));
  lines.push(...yamlMap('scores', scores), ...yamlMap('peerScores', peerScores));
  if (peerHire !== undefined) lines.push(`peerHire: ${peerHire}`);
  if (arithmetic) {
    const { right, of, seconds, seed } = arithmetic;
    lines.push(`arithmetic: ${yamlBraces({ right, of, seconds, seed })}`);
  }
  if (speech) lines.push(`speech: ${speechEntry(speech)}`);
  if (signals.length > 0) lines.push(`signals: [${signals.map((signal) => yamlScalar(oneLine(signal))).join(', ')}]`);
  return lines;
}
