import type { CalendarDate } from '../days/dates';
import { locateFrontMatter, parseFrontMatter } from '../markdown/frontMatter';
import { readSimpleMapping } from '../markdown/simpleYaml';
import { textStart } from '../markdown/text';

/** Something wrong in a text, at offsets into it. */
export interface TextProblem {
  readonly start: number;
  readonly end: number;
  /** One sentence: what is wrong and what to do about it. */
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export interface StoryFrontMatter {
  readonly title: string | undefined;
  readonly competencies: readonly string[];
  /** Round ids. */
  readonly rounds: readonly string[];
  readonly date: CalendarDate | undefined;
  /** The seconds that the story should take to say at most; undefined where it sets no target. */
  readonly spokenTarget: number | undefined;
  readonly problems: readonly TextProblem[];
  readonly bodyStart: number;
}

const LONGEST_TARGET = 3600;

/** Reads a story's front matter. Never throws; a value of the wrong kind counts as absent and is told in `problems`. */
export function readStoryFrontMatter(text: string): StoryFrontMatter {
  const range = locateFrontMatter(text);
  if (range === undefined) return new Reader(text, {}, []).read(textStart(text));
  const simple = typeof range === 'object' ? readSimpleMapping(text, range.yamlStart, range.yamlEnd) : undefined;
  if (simple && typeof range === 'object') return new Reader(text, simple, []).read(range.bodyStart);
  const { data, errors, bodyStart } = parseFrontMatter(text);
  return new Reader(
    text,
    data,
    errors.map((error) => ({ ...error, severity: 'error' as const })),
  ).read(bodyStart);
}

class Reader {
  constructor(
    private readonly text: string,
    private readonly data: Readonly<Record<string, unknown>>,
    private readonly problems: TextProblem[],
  ) {}

  read(bodyStart: number): StoryFrontMatter {
    return {
      title: this.title(),
      competencies: this.list('competencies'),
      rounds: this.list('rounds'),
      date: this.date(),
      spokenTarget: this.seconds('spoken'),
      problems: this.problems,
      bodyStart,
    };
  }

  private title(): string | undefined {
    const value = this.value('title');
    if (value === undefined) return undefined;
    if (typeof value === 'object') return this.wrong('title', 'The title has to be words: put them in quotes.');
    return String(value).trim() || undefined;
  }

  /** A list of words; a single word, or words with commas between them, will do. */
  private list(key: string): readonly string[] {
    const value = this.value(key);
    if (value === undefined) return [];
    const items: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value];
    if (items.some((item) => typeof item === 'object' && item !== null)) {
      return this.wrong(key, `“${key}” has to be a list of words, such as [first, second].`) ?? [];
    }
    const words = items.map((item) => String(item ?? '').trim());
    return words.filter((word, index) => word !== '' && words.indexOf(word) === index).slice(0, 100);
  }

  private date(): CalendarDate | undefined {
    const value = this.value('date');
    if (value === undefined) return undefined;
    const written = String(value);
    if (/^\d{4}-\d{2}-\d{2}$/u.test(written) && isCalendarDay(written)) return written;
    return this.wrong('date', 'The date has to be a day such as 2026-11-23.');
  }

  /** Seconds as a number, or as m:ss. */
  private seconds(key: string): number | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    const clock = typeof value === 'string' ? /^(\d{1,2}):([0-5]\d)$/u.exec(value) : null;
    const seconds = clock ? Number(clock[1]) * 60 + Number(clock[2]) : value;
    if (typeof seconds === 'number' && seconds > 0 && seconds <= LONGEST_TARGET) return seconds;
    return this.wrong(key, `“${key}” has to be the seconds that the story may take, such as 150.`);
  }

  /** A key's value; one that is still a template's blank counts as absent. */
  private value(key: string): unknown {
    const value = Object.hasOwn(this.data, key) ? this.data[key] : undefined;
    return value === null || (typeof value === 'string' && /^\$\{[^{}]*\}$/u.test(value.trim())) ? undefined : value;
  }

  private wrong(key: string, message: string): undefined {
    const { start, end } = parseFrontMatter(this.text).valueRange(key) ?? { start: 0, end: 0 };
    this.problems.push({ start, end, message, severity: 'warning' });
    return undefined;
  }
}

function isCalendarDay(written: string): boolean {
  const time = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
}
