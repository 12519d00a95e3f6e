/** Minimal edits of the people in a round's front matter. */
import { addListItem, changeListItem, listItems, removeListItem } from '../frontMatter/editListItems';
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { isRecord, wordsIn } from '../frontMatter/valueReaders';
import type { TextEdit } from '../markdown/text';
import { INTERVIEWER_KEYS, plainLine, type Interviewer, type InterviewerFields } from './interviewers';

const KEY = 'interviewers';

/** Names a person of a round: the name, and which one of several with that name, 0-based. */
export interface InterviewerName {
  readonly name: string;
  readonly nth?: number | undefined;
}

/** Adds a person after the others; no edit where one of that name is there. Undefined where nothing may be written. */
export function addInterviewer(text: string, person: Interviewer): TextEdit[] | undefined {
  const { name } = person;
  if (placeOf(text, { name }) !== undefined) return [];
  return addListItem(text, KEY, filled(person));
}

/**
 * Gives a person the fields that are given; a blank one is taken out. Undefined where the person is gone, or nothing
 * may be written.
 */
export function changeInterviewer(
  text: string,
  who: InterviewerName,
  fields: InterviewerFields,
): TextEdit[] | undefined {
  const index = placeOf(text, who);
  if (index === undefined) return undefined;
  const item = listItems(parseFrontMatter(text).data[KEY])[index];
  const before = isRecord(item) ? item : { name: item };
  const changes = INTERVIEWER_KEYS.flatMap((key) => {
    const value = plainLine(fields[key] ?? '');
    const isSame = fields[key] === undefined || asLine(before[key]) === value;
    return isSame ? [] : [[key, value === '' ? undefined : value] as const];
  });
  return changes.length === 0 ? [] : changeListItem(text, KEY, index, Object.fromEntries(changes));
}

/** Takes a person out; undefined as in {@link changeInterviewer}. */
export function removeInterviewer(text: string, who: InterviewerName): TextEdit[] | undefined {
  const index = placeOf(text, who);
  return index === undefined ? undefined : removeListItem(text, KEY, index);
}

/** The index of a person in the list as it is written. */
function placeOf(text: string, { name, nth = 0 }: InterviewerName): number | undefined {
  const named = listItems(parseFrontMatter(text).data[KEY]).flatMap((item, index) =>
    asLine(isRecord(item) ? item['name'] : item) === plainLine(name) ? [index] : [],
  );
  return named[nth];
}

/** A field as it is read: a list is words with commas between them. */
function asLine(value: unknown): string {
  const parts = Array.isArray(value) ? value.map(wordsIn) : [wordsIn(value)];
  return plainLine(parts.filter((part) => part !== undefined).join(', '));
}

function filled(person: Interviewer): Record<string, string> {
  return Object.fromEntries(
    INTERVIEWER_KEYS.flatMap((key) => {
      const value = plainLine(person[key] ?? '');
      return value === '' ? [] : [[key, value]];
    }),
  );
}
