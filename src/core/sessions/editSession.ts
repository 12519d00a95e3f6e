/**
 * Minimal edits of a session's file. Each is undefined where the file is broken or in a merge conflict, so that nothing
 * may be written, and empty where the file says it already.
 */
import { setFrontMatterList, setFrontMatterValue } from '../frontMatter/editFrontMatter';
import { setFrontMatterEntries } from '../frontMatter/editMap';
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { yamlScalar } from '../frontMatter/yamlText';
import { findConflict } from '../markdown/outline';
import { applyEdits, difference, endOfLine, hasLines, textStart, tidy, type TextEdit } from '../markdown/text';
import { oneLine, writeMarker } from './markers';
import { parseSession } from './readSession';
import type { Marker, Peer, CompetencyScore, Session, SessionKind, SessionPhase, Speech } from './sessionModel';
import {
  contained,
  findSection,
  SECTION_TITLES,
  sectionMarkdown,
  sessionBody,
  type SectionTitle,
} from './sessionSections';
import type { Hire } from './hire';
import { feedbackLine, phaseEntry, promptEntry, speechFields } from './writeSession';

export type Edits = TextEdit[] | undefined;

/** Scores by competency; undefined takes one out, and what is not named stays. */
export type ScoreChanges = Readonly<Record<string, CompetencyScore | undefined>>;

/** Sets the candidate's own scores or the peer's. */
export function setScores(text: string, key: 'scores' | 'peerScores', changes: ScoreChanges): Edits {
  return writable(text, () => setFrontMatterEntries(text, key, changes));
}

/** Sets what stands under a heading; the section is added where it is missing. Line breaks become the file's. */
export function setSection(text: string, title: SectionTitle, markdown: string): Edits {
  return writable(text, () => sectionEdits(text, title, contained(markdown)));
}

/** Adds points of feedback as open items, each once: one that is there, open or taken, is not added again. */
export function addFeedback(text: string, points: readonly string[]): Edits {
  return writable(text, () => {
    const known = new Set(parseSession('', text).feedback.map((point) => point.text));
    const added = [...new Set(points.map(oneLine))]
      .filter((point) => point !== '' && !known.has(point))
      .map(feedbackLine);
    if (added.length === 0) return [];
    return appended(text, 'Feedback', added.join('\n'));
  });
}

/** What a run adds to a session. */
export interface RunFacts extends Pick<Session, 'prompt' | 'prompts' | 'phases' | 'markers' | 'signals' | 'notes'> {
  readonly started: string;
  readonly scores: ScoreChanges;
}

/** Makes a planned mock one that was run. Notes that were there stay before those of the run. */
export function markAsRun(text: string, run: RunFacts): Edits {
  return inTurn(text, [
    (now) => setFrontMatterValue(now, 'started', run.started),
    (now) => (run.prompt === undefined ? [] : setPrompt(now, run.prompt)),
    (now) => setPrompts(now, run.prompts),
    (now) => setPhases(now, run.phases),
    (now) => setSignals(now, run.signals),
    (now) => setFrontMatterEntries(now, 'scores', run.scores),
    (now) => addNotes(now, run.notes),
    (now) => addMarkers(now, run.markers),
  ]);
}

/** Says whether it was a run alone or a mock. */
export function setKind(text: string, kind: SessionKind): Edits {
  return writable(text, () => setFrontMatterValue(text, 'kind', kind));
}

/** Says which prompt was practised, in place of all that were drawn. */
export function setPrompt(text: string, prompt: string): Edits {
  return inTurn(text, [
    (now) => setFrontMatterValue(now, 'prompt', oneLine(prompt)),
    (now) => ('prompts' in parseFrontMatter(now).data ? setList(now, 'prompts', '[]') : []),
  ]);
}

/** Says whether the peer would hire the candidate. */
export function setPeerHire(text: string, hire: Hire): Edits {
  return writable(text, () => setFrontMatterValue(text, 'peerHire', hire));
}

/** Sets the judgement signals that were shown. */
export function setSignals(text: string, signals: readonly string[]): Edits {
  const present = parseFrontMatter(text).data['signals'];
  if (JSON.stringify(present ?? []) === JSON.stringify(signals)) return [];
  return setList(text, 'signals', `[${signals.map((signal) => yamlScalar(oneLine(signal))).join(', ')}]`);
}

/** Sets how the candidate spoke, in place of what was there. */
export function setSpeech(text: string, speech: Speech): Edits {
  return writable(text, () => setFrontMatterEntries(text, 'speech', speechFields(speech)));
}

/** Says who the mock is with. */
export function setPeer(text: string, { name, shipped }: Peer): Edits {
  return writable(text, () =>
    setFrontMatterEntries(text, 'peer', {
      name: oneLine(name),
      ...(shipped === undefined ? {} : { shipped: oneLine(shipped) }),
    }),
  );
}

/** Adds notes after those that are there, unless they are already among them. */
export function addNotes(text: string, notes: string): Edits {
  const added = contained(notes);
  if (added.trim() === '' || hasLines(sectionMarkdown(sessionBody(text), 'Notes'), added)) return [];
  return appended(text, 'Notes', added, '\n\n');
}

/** Adds the markers whose lines are not there yet. */
export function addMarkers(text: string, markers: readonly Marker[]): Edits {
  const known = new Set(sectionMarkdown(sessionBody(text), 'Markers').split('\n'));
  const added = markers.map(writeMarker).filter((line) => !known.has(line));
  return added.length === 0 ? [] : appended(text, 'Markers', added.join('\n'));
}

/** One edit for several that build on each other: from the first byte that changes to the last. */
export function inTurn(text: string, steps: readonly ((text: string) => Edits)[]): Edits {
  return writable(text, () => {
    let after = text;
    for (const step of steps) {
      const edits = step(after);
      if (edits === undefined) return undefined;
      after = applyEdits(after, edits);
    }
    return difference(text, after);
  });
}

function setPrompts(text: string, prompts: readonly string[]): Edits {
  if (prompts.length === 0) return [];
  const entries = prompts.map(promptEntry);
  return setList(
    text,
    'prompts',
    `[${entries.join(', ')}]`,
    entries.map((entry) => `  - ${entry}`),
  );
}

function setPhases(text: string, phases: readonly SessionPhase[]): Edits {
  return phases.length === 0
    ? []
    : setList(
        text,
        'phases',
        `[${phases.map(phaseEntry).join(', ')}]`,
        phases.map((phase) => `  - ${phaseEntry(phase)}`),
      );
}

/**
 * Gives a key a list.
 * @param written in brackets, to take the place of the value that is there.
 * @param lines the same as lines below the key, for where the key is not there.
 */
function setList(text: string, key: string, written: string, lines?: readonly string[]): Edits {
  return setFrontMatterList(text, key, { line: written, below: lines });
}

function writable(text: string, edits: () => Edits): Edits {
  return findConflict(text) ? undefined : edits();
}

/** @param markdown contained, with `\n`. */
function sectionEdits(text: string, title: SectionTitle, markdown: string): Edits {
  const section = findSection(sessionBody(text), title);
  if (!section) return markdown === '' ? [] : appended(text, title, markdown);
  const content = text.slice(section.contentStart, section.end);
  if (tidy(content) === markdown) return [];
  const eol = endOfLine(text);
  const isLast = section.end === text.length;
  const written = markdown === '' ? '' : `${eol}${markdown.replace(/\n/gu, eol)}${eol}`;
  // A heading on the file's last line has no line break to write after.
  const newText = (section.contentStart === section.headingEnd ? eol : '') + written + (isLast ? '' : eol);
  return [{ start: section.contentStart, end: section.end, newText }];
}

/** Adds Markdown after what a section has; where the section is missing, adds it in its place among the others. */
function appended(text: string, title: SectionTitle, markdown: string, gap = '\n'): TextEdit[] {
  const eol = endOfLine(text);
  const body = sessionBody(text);
  const section = findSection(body, title);
  const own = (written: string): string => written.replace(/\n/gu, eol);
  // What comes after an open fence or comment would be part of it.
  const closing = body.missingEnd === undefined ? '' : `\n${body.missingEnd}`;
  if (section) {
    const end = section.contentStart + text.slice(section.contentStart, section.end).trimEnd().length;
    const isEmpty = end === section.contentStart;
    const isLast = section.end === text.length;
    if (!isEmpty) return [{ start: end, end, newText: own(`${isLast ? closing : ''}${gap}${markdown}`) }];
    const isUnbroken = section.contentStart === section.headingEnd;
    return [
      {
        start: section.contentStart,
        end: section.contentStart,
        newText: own(`${isUnbroken ? '\n' : ''}\n${markdown}\n`),
      },
    ];
  }
  const following = SECTION_TITLES.slice(SECTION_TITLES.indexOf(title) + 1)
    .map((later) => findSection(body, later))
    .filter((found) => found !== undefined);
  const next = following.reduce((first: number | undefined, { start }) => Math.min(first ?? start, start), undefined);
  if (next !== undefined) return [{ start: next, end: next, newText: own(`## ${title}\n\n${markdown}\n\n`) }];
  const end = Math.max(textStart(text), text.trimEnd().length);
  return [
    {
      start: end,
      end,
      newText:
        own(`${closing}${end === textStart(text) ? '' : '\n\n'}## ${title}\n\n${markdown}`) +
        (text.endsWith('\n') && end < text.length ? '' : eol),
    },
  ];
}
