/**
 * Reads a session's file. What is broken is told at its place and left out; the rest is used. No input makes it throw.
 */
import { parseChecklist } from '../checklist/checklist';
import { parseDate, parseTime } from '../days/dates';
import { locateFrontMatter, parseFrontMatter, type FrontMatter } from '../markdown/frontMatter';
import { findConflict } from '../markdown/outline';
import { readSimpleMapping } from '../markdown/simpleYaml';
import type { Problem } from '../ports';
import { shown } from '../shown';
import { readMarker } from './markers';
import type { FeedbackPoint, Marker, Peer, Score, Scores, Session, SessionKind, SessionPhase } from './model';
import { findSection, sectionMarkdown, sessionBody, type SessionBody } from './sections';

const FILE_NAME = /^\d{4}-\d{2}-\d{2}T\d{4}-(.+)\.md$/u;
const STARTED =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;
const SCHEDULED = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2})(?::\d{2})?)?$/u;

/** A run longer than a day, or a round with more phases, is a slip of the pen. */
const MOST_SECONDS = 86_400;
const MOST_PHASES = 200;
const MOST_MARKERS = 2000;

/**
 * Reads a session.
 * @param path relative to the prep folder, with `/`.
 * @param text without a byte-order mark, so that offsets are the editor's.
 */
export function parseSession(path: string, text: string): Session {
  return new Reader(path, text).session();
}

/**
 * Whether a file in the folder of sessions is one: by its name, or by having front matter. Others are the user's own.
 */
export function looksLikeSession(path: string, text: string): boolean {
  return FILE_NAME.test(path.slice(path.lastIndexOf('/') + 1)) || locateFrontMatter(text) !== undefined;
}

class Reader {
  private readonly problems: Problem[] = [];
  private readonly data: Readonly<Record<string, unknown>>;
  private readonly body: SessionBody;
  private front: FrontMatter | undefined;
  private readonly isReadable: boolean;

  constructor(
    private readonly path: string,
    private readonly text: string,
  ) {
    const range = locateFrontMatter(text);
    const simple = typeof range === 'object' ? readSimpleMapping(text, range.yamlStart, range.yamlEnd) : undefined;
    const bodyStart = typeof range === 'object' ? range.bodyStart : undefined;
    this.data = simple ?? this.places().data;
    const errors = simple ? [] : this.places().errors;
    for (const error of errors) this.problems.push({ ...error, path, severity: 'error' });
    this.isReadable = errors.length === 0;
    this.body = sessionBody(text, bodyStart);
  }

  session(): Session {
    const conflict = findConflict(this.text);
    if (conflict) {
      const message = 'The file has a merge conflict: resolve it; until then nothing is written here.';
      this.problems.unshift({ path: this.path, ...conflict, message, severity: 'error' });
    }
    const round = this.round();
    const phases = this.phases();
    const scheduled = this.scheduled();
    const peer = this.peer();
    return {
      path: this.path,
      round,
      kind: this.kind(scheduled !== undefined || peer !== undefined),
      peer,
      scheduled,
      started: this.started(),
      prompt: this.words('prompt'),
      phases,
      markers: this.markers(phases.map(({ title }) => title)),
      scores: this.scores('scores'),
      peerScores: this.scores('peerScores'),
      signals: this.signals(),
      notes: sectionMarkdown(this.body, 'Notes'),
      peerComments: sectionMarkdown(this.body, 'Peer’s comments'),
      feedback: this.feedback(),
      problems: this.problems,
    };
  }

  private round(): string {
    const round = this.words('round');
    if (round !== undefined) return round;
    const named = FILE_NAME.exec(this.path.slice(this.path.lastIndexOf('/') + 1))?.[1] ?? '';
    if (this.isReadable)
      this.wrong(['round'], 'The session does not say which round it is of: add “round” with the round’s id.');
    return named;
  }

  private kind(isMock: boolean): SessionKind {
    const kind = this.value('kind');
    if (kind === 'solo' || kind === 'mock') return kind;
    if (kind !== undefined) this.wrong(['kind'], `“kind” is ${shown(kind)}: write solo or mock.`);
    return isMock ? 'mock' : 'solo';
  }

  private peer(): Peer | undefined {
    const value = this.value('peer');
    if (value === undefined) return undefined;
    if (isRecord(value)) {
      const name = asWords(value['name']);
      if (name !== undefined) return { name, shipped: asWords(value['shipped']) };
    } else {
      const name = asWords(value);
      if (name !== undefined) return { name, shipped: undefined };
    }
    return this.wrong(
      ['peer'],
      '“peer” has to be who the mock is with: write “name” below it, and “shipped” if you like.',
    );
  }

  private scheduled(): Session['scheduled'] {
    const value = this.value('scheduled');
    if (value === undefined) return undefined;
    const match = typeof value === 'string' ? SCHEDULED.exec(value.trim()) : null;
    const date = match && parseDate(match[1] as string);
    const time = match?.[2] === undefined ? undefined : parseTime(match[2]);
    if (date && (match[2] === undefined || time !== undefined)) return { date, time };
    return this.wrong(
      ['scheduled'],
      `“scheduled” is ${shown(value)}: write a day, such as 2026-11-28, or a day and a time, such as 2026-11-28T18:00.`,
    );
  }

  private started(): string | undefined {
    const value = this.value('started');
    if (value === undefined) return undefined;
    const written = typeof value === 'string' ? value.trim() : '';
    const date = STARTED.exec(written)?.[1];
    if (date !== undefined && parseDate(date) !== undefined) return written;
    return this.wrong(
      ['started'],
      `“started” is ${shown(value)}: write the day, the time and its offset, such as 2026-11-22T18:05:00+01:00.`,
    );
  }

  private phases(): SessionPhase[] {
    const value = this.value('phases');
    if (value === undefined) return [];
    const message =
      'A phase needs its title and the seconds “planned” and “actual”, such as { title: Frame, planned: 300, actual: 312 }.';
    if (!Array.isArray(value)) return this.wrong(['phases'], message) ?? [];
    return value.slice(0, MOST_PHASES).flatMap((phase: unknown, index): SessionPhase[] => {
      const { title, planned, actual } = isRecord(phase) ? phase : {};
      const name = asWords(title);
      const [planSeconds, actualSeconds] = [asSeconds(planned), asSeconds(actual)];
      if (name !== undefined && planSeconds !== undefined && actualSeconds !== undefined)
        return [{ title: name, planned: planSeconds, actual: actualSeconds }];
      return this.wrong(['phases', index], message) ?? [];
    });
  }

  private scores(key: 'scores' | 'peerScores'): Scores {
    const value = this.value(key);
    if (value === undefined) return {};
    const message = (what: string): string => `${what}: write a whole number from 1 to 4 behind a competency’s id.`;
    if (!isRecord(value)) return this.wrong([key], message(`“${key}” is ${shown(value)}`)) ?? {};
    const scores = Object.entries(value).filter(([id, score]) => {
      if (isScore(score)) return true;
      if (score !== null) this.wrong([key, id], message(`The score of “${id}” is ${shown(score)}`));
      return false;
    });
    return Object.fromEntries(scores) as Scores;
  }

  private signals(): readonly string[] {
    const value = this.value('signals');
    if (value === undefined) return [];
    const items: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value];
    const words = items.map(asWords);
    if (words.includes(undefined))
      this.wrong(['signals'], '“signals” has to be a list of words, such as [latency, cost].');
    return [...new Set(words.filter((word) => word !== undefined))];
  }

  private markers(phases: readonly string[]): Marker[] {
    const section = findSection(this.body, 'Markers');
    if (!section) return [];
    const { lines, kinds } = this.body;
    const markers: Marker[] = [];
    for (
      let index = section.line + 1;
      (lines[index]?.start ?? section.end) < section.end && markers.length < MOST_MARKERS;
      index += 1
    ) {
      const line = lines[index];
      if (!line || kinds[index] !== 'text') continue;
      const content = this.text.slice(line.start, line.end);
      const marker = readMarker(content, phases);
      if (marker) markers.push(marker);
      else if (/^[-*+] /u.test(content))
        this.report(
          line.start,
          line.end,
          'A marker begins with its time in minutes and seconds, such as “- 03:12 · Frame · latency”.',
        );
    }
    return markers;
  }

  private feedback(): FeedbackPoint[] {
    const section = findSection(this.body, 'Feedback');
    if (!section || this.text.slice(section.contentStart, section.end).trim() === '') return [];
    return parseChecklist(this.text)
      .filter(({ markOffset }) => markOffset >= section.contentStart && markOffset < section.end)
      .map(({ line, text, checked }) => ({ line, text, taken: checked }));
  }

  private words(key: string): string | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    const words = asWords(value);
    return words ?? this.wrong([key], `“${key}” has to be words: put them in quotes.`);
  }

  private value(key: string): unknown {
    const value = Object.hasOwn(this.data, key) ? this.data[key] : undefined;
    return value === null || value === '' ? undefined : value;
  }

  private places(): FrontMatter {
    this.front ??= parseFrontMatter(this.text);
    return this.front;
  }

  private wrong([key, ...within]: readonly [string, ...(string | number)[]], message: string): undefined {
    const { start, end } = this.places().valueRange(key, ...within) ?? {
      start: 0,
      end: Math.max(0, this.text.search(/[\r\n]|$/u)),
    };
    this.report(start, end, message);
    return undefined;
  }

  private report(start: number, end: number, message: string): void {
    this.problems.push({ path: this.path, start, end, message, severity: 'warning' });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScore(value: unknown): value is Score {
  return value === 1 || value === 2 || value === 3 || value === 4;
}

function asWords(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Whole seconds; a fraction is rounded. */
function asSeconds(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= MOST_SECONDS ? Math.round(value) : undefined;
}
