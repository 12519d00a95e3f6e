/** What a story's front matter says. */
import { tellings } from '../debrief/tellings';
import { FrontMatterReader, type KeyReader, type ValuesOf } from '../frontMatter/frontMatterReader';
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { date, list, words } from '../frontMatter/valueReaders';
import type { TextProblem } from '../ports';

const LONGEST_TARGET = 3600;

const KEYS = {
  title: words('The title has to be text: put it in quotes.'),
  competencies: list(),
  /** Round ids. */
  rounds: list(),
  date: date('The date has to be a day such as 2026-11-23.'),
  /** The seconds that the story should take to say at most. */
  spoken: spokenTarget(),
  told: tellings(),
};

export interface StoryFrontMatter extends ValuesOf<typeof KEYS> {
  readonly problems: readonly TextProblem[];
  readonly bodyStart: number;
}

/** Reads a story's front matter. Never throws; a value of the wrong kind counts as missing and is reported. */
export function readStoryFrontMatter(text: string): StoryFrontMatter {
  const front = parseFrontMatter(text);
  const reader = new FrontMatterReader(front, isTemplateBlank);
  const values = reader.readAll(KEYS);
  return { ...values, problems: [...front.errors, ...reader.problems], bodyStart: front.bodyStart };
}

/** Seconds as a number, or as m:ss. */
function spokenTarget(): KeyReader<number | undefined> {
  return ({ value, wrong }) => {
    if (value === undefined) return undefined;
    const clock = typeof value === 'string' ? /^(\d{1,2}):([0-5]\d)$/u.exec(value) : null;
    const seconds = clock ? Number(clock[1]) * 60 + Number(clock[2]) : value;
    if (typeof seconds === 'number' && seconds > 0 && seconds <= LONGEST_TARGET) return seconds;
    return wrong((key) => `“${key}” has to be the seconds that the story may take, such as 150.`);
  };
}

/** A template's blank that nobody has filled in yet: `{{…}}`, or `${…}` as older files have it. */
function isTemplateBlank(value: unknown): boolean {
  return typeof value === 'string' && /^(?:\$\{[^{}]*\}|\{\{[^{}]*\}\})$/u.test(value.trim());
}
