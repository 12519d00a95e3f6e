/**
 * Reads a session's file. What is broken is reported at its place and left out; the rest is used. No input makes it
 * throw.
 */
import { parseChecklist } from '../checklist/checklist';
import { FrontMatterReader } from '../frontMatter/frontMatterReader';
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { conflictProblems, ourSide } from '../markdown/conflict';
import { locateFrontMatter } from '../markdown/frontMatter';
import type { Problem, TextProblem } from '../ports';
import { readMarker } from './markers';
import { SESSION_KEYS } from './sessionKeys';
import type { FeedbackPoint, Marker, Session } from './sessionModel';
import { findSection, sectionMarkdown, sessionBody, type SessionBody } from './sessionSections';

const FILE_NAME = /^\d{4}-\d{2}-\d{2}T\d{4}-(.+)\.md$/u;
/** A longer list of markers is a slip of the pen. */
const MOST_MARKERS = 2000;

/**
 * Whether a file in the folder of sessions is one: by its name, or by having front matter. Others are the user's own.
 */
export function looksLikeSession(path: string, text: string): boolean {
  return FILE_NAME.test(nameOf(path)) || locateFrontMatter(text) !== undefined;
}

/**
 * Reads a session.
 * @param path relative to the prep folder, with `/`.
 * @param file its text without a byte-order mark, so that offsets are the editor's.
 */
export function parseSession(path: string, file: string): Session {
  const text = ourSide(file);
  const front = parseFrontMatter(text);
  const reader = new FrontMatterReader(front);
  const { round, kind, peer, scheduled, arithmetic, speech, ...keys } = reader.readAll(SESSION_KEYS);
  const body = sessionBody(text, front.range?.bodyStart);
  const { markers, problems } = readMarkers(
    body,
    keys.phases.map(({ title }) => title),
  );
  return {
    ...keys,
    path,
    round: round ?? FILE_NAME.exec(nameOf(path))?.[1] ?? '',
    kind: kind ?? (scheduled || peer ? 'mock' : 'solo'),
    peer,
    scheduled,
    ...(arithmetic ? { arithmetic } : {}),
    ...(speech ? { speech } : {}),
    markers,
    notes: sectionMarkdown(body, 'Notes'),
    peerComments: sectionMarkdown(body, 'Peer’s comments'),
    feedback: readFeedback(body),
    problems: [...conflictProblems(file, 'file'), ...front.errors, ...reader.problems, ...problems].map(
      (problem): Problem => ({ ...problem, path }),
    ),
  };
}

/** @param phases the titles of the run's phases. */
function readMarkers(body: SessionBody, phases: readonly string[]): { markers: Marker[]; problems: TextProblem[] } {
  const { text, lines, kinds } = body;
  const section = findSection(body, 'Markers');
  const markers: Marker[] = [];
  const problems: TextProblem[] = [];
  if (!section) return { markers, problems };
  for (let index = section.line + 1; markers.length < MOST_MARKERS; index += 1) {
    const line = lines[index];
    if (!line || line.start >= section.end) break;
    if (kinds[index] !== 'text') continue;
    const { start, end } = line;
    const content = text.slice(start, end);
    const marker = readMarker(content, phases);
    if (marker) markers.push(marker);
    else if (/^[-*+] /u.test(content)) {
      const message = 'A marker begins with its time in minutes and seconds, such as “- 03:12 · Frame · latency”.';
      problems.push({ start, end, message, severity: 'warning' });
    }
  }
  return { markers, problems };
}

function readFeedback(body: SessionBody): FeedbackPoint[] {
  const section = findSection(body, 'Feedback');
  if (!section || body.text.slice(section.contentStart, section.end).trim() === '') return [];
  return parseChecklist(body.text)
    .filter(({ markOffset }) => markOffset >= section.contentStart && markOffset < section.end)
    .map(({ line, text, checked }) => ({ line, text, taken: checked }));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
