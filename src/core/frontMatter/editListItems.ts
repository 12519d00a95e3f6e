/** Changes and takes out single items of a list in front matter, and changes no other byte. */
import { isMap, isScalar, isSeq, type YAMLSeq } from 'yaml';
import { locateFrontMatter } from '../markdown/frontMatter';
import { findConflict } from '../markdown/outline';
import type { TextEdit } from '../markdown/text';
import { appendToList, type ListEntry } from './appendToList';
import { cutBesideComments, cutOf, itemPlaces } from './cutItems';
import { doesOnly } from './editFrontMatter';
import { changedMap, mapEdits, type MapChanges } from './editMap';
import { parseFrontMatter } from './parseFrontMatter';
import { isSameData } from './sameData';
import { wordsIn } from './valueReaders';
import { findPair, parseYaml, placeOf, spanOf } from './yamlDocument';
import { yamlMarks } from './yamlMarks';
import { yamlBraces, yamlScalar } from './yamlText';

/** The items of a list as they are written; words with commas between them, and one map, are lists too. */
export function listItems(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return value.split(',').map((item) => item.trim());
  return value === undefined || value === null ? [] : [value];
}

/**
 * The edits that put a map at the end of the list, whatever way the list is written.
 * @returns undefined when the front matter is broken, or its list is written in a way that cannot be added to without
 * changing something else: then nothing may be written.
 */
export function addListItem(text: string, key: string, entry: ListEntry): TextEdit[] | undefined {
  if (isList(text, key)) return appendToList(text, key, entry);
  const items = listItems(parseFrontMatter(text).data[key]).filter((item) => item !== '');
  return rewritten(text, key, [...items, entry]);
}

/**
 * The edits that change some fields of the item at an index; undefined takes a field out. A bare word is the field
 * `name`, and becomes a map where it gets others.
 * @param after the field that new ones come after in a map; the last one where it is not there.
 * @returns undefined as in {@link addListItem}.
 */
export function changeListItem(
  text: string,
  key: string,
  index: number,
  changes: MapChanges,
  after?: string,
): TextEdit[] | undefined {
  const items = listItems(parseFrontMatter(text).data[key]);
  const item = items[index];
  const changed = changedItem(item, changes);
  if (changed === undefined) return undefined;
  const wanted = replacedAt(items, index, changed);
  if (!isList(text, key)) return rewritten(text, key, wanted);
  const found = itemsOf(text, key);
  const node = found?.list.items[index];
  const edits =
    found && (isMap(node) ? mapEdits(text, found.base, node, changes, after) : inPlace(text, found, index, changed));
  return edits && doesOnly(text, edits, key, (now) => isSameData(now, wanted)) ? edits : undefined;
}

/**
 * The edits that take out the item at an index. Its comments stay, as all that the user wrote for themselves.
 * @returns undefined as in {@link addListItem}.
 */
export function removeListItem(text: string, key: string, index: number): TextEdit[] | undefined {
  const items = listItems(parseFrontMatter(text).data[key]);
  if (!(index in items)) return undefined;
  const rest = items.filter((_, at) => at !== index);
  if (!isList(text, key)) return rewritten(text, key, rest);
  const found = itemsOf(text, key);
  const edits = found && withoutItem(text, found, index);
  return edits && doesOnly(text, edits, key, (now) => isSameData(now ?? [], rest)) ? edits : undefined;
}

interface FoundList {
  readonly list: YAMLSeq;
  /** Where the YAML begins, which the nodes' offsets count from. */
  readonly base: number;
}

function itemsOf(text: string, key: string): FoundList | undefined {
  const range = locateFrontMatter(text);
  if (typeof range !== 'object' || findConflict(text)) return undefined;
  const document = parseYaml(text, range);
  const value = document.errors.length > 0 ? undefined : findPair(document, key)?.value;
  return isSeq(value) ? { list: value, base: range.yamlStart } : undefined;
}

function isList(text: string, key: string): boolean {
  const value = parseFrontMatter(text).data[key];
  return value === undefined || value === null ? !hasWrittenNull(text, key) : Array.isArray(value);
}

/** Whether a null is written out, as `~` or `null`: an entry cannot stand below it. */
function hasWrittenNull(text: string, key: string): boolean {
  const range = locateFrontMatter(text);
  const value = typeof range === 'object' ? findPair(parseYaml(text, range), key)?.value : undefined;
  return value !== null && spanOf(value) !== undefined;
}

/** The item with the changes; undefined where it can have no fields. */
function changedItem(item: unknown, changes: MapChanges): unknown {
  const name = wordsIn(item);
  const after = changedMap(name === undefined ? item : { name }, changes);
  const isStillName = after && name !== undefined && Object.keys(after).length === 1;
  return isStillName ? after['name'] : after;
}

const replacedAt = (items: readonly unknown[], index: number, item: unknown): unknown[] =>
  items.map((each, at) => (at === index ? item : each));

/** An item as one line of YAML; undefined where it holds more than words and numbers. */
function written(item: unknown): string | undefined {
  if (typeof item === 'string' || typeof item === 'number') return yamlScalar(item);
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const isPlain = Object.values(item).every((value) => typeof value === 'string' || typeof value === 'number');
  return isPlain ? yamlBraces(item as Readonly<Record<string, string | number>>) : undefined;
}

/** Replaces a value that is no list yet by one. */
function rewritten(text: string, key: string, items: readonly unknown[]): TextEdit[] | undefined {
  const range = locateFrontMatter(text);
  if (typeof range !== 'object' || findConflict(text)) return undefined;
  const document = parseYaml(text, range);
  const value = document.errors.length > 0 ? undefined : findPair(document, key)?.value;
  const place = placeOf(text, range.yamlStart, value);
  const parts = items.map(written);
  // A value on several lines may have comments in it.
  if (!place || parts.includes(undefined) || /[\r\n]/u.test(text.slice(place.start, place.end))) return undefined;
  const comment = yamlMarks(text).comments.find(({ start }) => start >= place.start);
  const end = place.start + text.slice(place.start, Math.min(place.end, comment?.start ?? place.end)).trimEnd().length;
  const edits = [{ start: place.start, end, newText: `[${parts.join(', ')}]` }];
  return doesOnly(text, edits, key, (now) => isSameData(now, items)) ? edits : undefined;
}

/** Replaces one word. */
function inPlace(text: string, { list, base }: FoundList, index: number, item: unknown): TextEdit[] | undefined {
  const node = list.items[index];
  const place = placeOf(text, base, node);
  const newText = written(item);
  if (!isScalar(node) || !place || newText === undefined) return undefined;
  return /[\r\n]/u.test(text.slice(place.start, place.end)) ? undefined : [{ ...place, newText }];
}

/** Takes an item out with its lines, or with the comma beside it. */
function withoutItem(text: string, { list, base }: FoundList, index: number): TextEdit[] | undefined {
  const marks = yamlMarks(text);
  const cut = cutOf(text, marks, itemPlaces(text, base, list), index, index + 1);
  return cut && cutBesideComments(text, marks, cut);
}
