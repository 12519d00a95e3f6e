/** The people of a round, as its front matter names them: `interviewers: [{ name, role, cares, link }]`. */
import type { Given, KeyReader } from '../frontMatter/frontMatterReader';
import { isRecord, wordsIn } from '../frontMatter/valueReaders';
import { shown } from '../shown';

/** Someone whom the user meets in a round. */
export interface Interviewer {
  readonly name: string;
  /** What they do, such as “Director of PM”. */
  readonly role?: string | undefined;
  /** What they care about, in the user's words. */
  readonly cares?: string | undefined;
  /** A page about them; only ever `http:` or `https:`. */
  readonly link?: string | undefined;
}

/** The keys of one person, in the order in which they are written. */
export const INTERVIEWER_KEYS = ['name', 'role', 'cares', 'link'] as const;
export type InterviewerKey = (typeof INTERVIEWER_KEYS)[number];

/** Some fields of a person; '' for none. */
export type InterviewerFields = { readonly [Key in InterviewerKey]?: string | undefined };

/** More people than this are not read. */
export const MOST_INTERVIEWERS = 50;
/** What is longer is a text that got into the wrong place; in UTF-16 units. */
export const LONGEST_OF_INTERVIEWER: Readonly<Record<InterviewerKey, number>> = {
  name: 200,
  role: 200,
  cares: 1000,
  link: 2000,
};

const AN_INTERVIEWER = 'such as { name: Jane Doe, role: Director of PM }';

/**
 * The people of a round. A bare string is a name, and so is each word of a list; one map is one person. A person
 * without a name is left out, and so is each field that cannot be read.
 */
export function interviewers(): KeyReader<readonly Interviewer[]> {
  return (given) => {
    const { value, wrong } = given;
    if (value === undefined) return [];
    const isList = Array.isArray(value);
    const items: unknown[] = isList ? value : typeof value === 'string' ? value.split(',') : [value];
    if (items.length > MOST_INTERVIEWERS)
      wrong(`A round has at most ${MOST_INTERVIEWERS} interviewers: take the others out.`, MOST_INTERVIEWERS);
    return items
      .slice(0, MOST_INTERVIEWERS)
      .flatMap((item, index) => interviewer(item, given, ...(isList ? [index] : [])) ?? []);
  };
}

function interviewer(item: unknown, given: Given, ...within: readonly number[]): Interviewer | undefined {
  if (item === null || (typeof item === 'string' && item.trim() === '')) return undefined;
  if (!isRecord(item) && wordsIn(item) === undefined)
    return given.wrong(`An interviewer is a name, or a map ${AN_INTERVIEWER}.`, ...within);
  const fields = isRecord(item) ? item : { name: item };
  const read = (key: InterviewerKey): string | undefined => field(key, fields[key], given, ...within);
  const name = read('name');
  const others = { role: read('role'), cares: read('cares'), link: read('link') };
  if (name !== undefined) return { name, ...others };
  // A name that is wrong has its own problem.
  const isMissing = wordsIn(fields['name']) === undefined && typeof fields['name'] !== 'object';
  return isMissing || fields['name'] === null
    ? given.wrong(`This interviewer has no name: write “name”, ${AN_INTERVIEWER}.`, ...within)
    : undefined;
}

/** One field in one line; what cannot be used is reported and left out. */
function field(key: InterviewerKey, value: unknown, given: Given, ...within: readonly number[]): string | undefined {
  if (value === undefined || value === null) return undefined;
  const wrong = (message: string): undefined => given.wrong(message, ...within, key);
  const listed = Array.isArray(value) ? value.map(wordsIn) : [wordsIn(value)];
  if (key !== 'cares' && Array.isArray(value)) return wrong(`“${key}” has to be text: put it in quotes.`);
  const isText = listed.every((words) => words !== undefined) || value === '' || typeof value === 'string';
  if (!isText) return wrong(`“${key}” has to be text: put it in quotes.`);
  const text = plainLine(listed.filter((words) => words !== undefined).join(', '));
  if (text === '') return undefined;
  const most = LONGEST_OF_INTERVIEWER[key];
  if (text.length > most) return wrong(`“${key}” is longer than ${most} characters: shorten it.`);
  if (key !== 'link' || isWebAddress(text)) return text;
  return wrong(`“link” is ${shown(text)}: write a web address, such as https://www.linkedin.com/in/jane.`);
}

/** Line breaks, tabs and characters that nobody sees become single spaces. */
export function plainLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

/** Whether a text is a whole address of a page, `http:` or `https:`, without a name and password in it. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s"'<>\\^`{|}\p{C}]+$/iu.test(text) && !/^https?:\/\/[^/?#]*@/iu.test(text);
}

/** A person in one line: the name, and the role after a comma. */
export function interviewerInWords({ name, role }: Interviewer): string {
  return role === undefined ? name : `${name}, ${role}`;
}
