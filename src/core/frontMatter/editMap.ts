/**
 * Edits of maps in front matter, `key:` with `name: value` below it or in braces, that touch nothing but what changes.
 */
import { isCollection, isMap, isNode, isScalar, type Pair, type YAMLMap } from 'yaml';
import { locateFrontMatter } from '../markdown/frontMatter';
import { findConflict } from '../markdown/outline';
import { endOfLine, insertion, lineAt, lineStartAt, type TextEdit } from '../markdown/text';
import { between, cutOf } from './cutItems';
import { doesOnly, keyIndent } from './editFrontMatter';
import { parseFrontMatter } from './parseFrontMatter';
import { isSameData } from './sameData';
import { isRecord } from './valueReaders';
import { findPair, isNothing, parseYaml, placeOf } from './yamlDocument';
import { hasCommentIn, yamlMarks, type YamlMarks } from './yamlMarks';
import { yamlBraces, yamlMap, yamlScalar } from './yamlText';

/** What each name is to have; undefined takes it out. */
export type MapChanges = Readonly<Record<string, string | number | undefined>>;

/**
 * The edits that change some entries of the map that `key` has, and no other byte.
 * @returns undefined when the front matter is missing or broken, or the key has something other than a map: then
 * nothing may be written.
 */
export function setFrontMatterEntries(text: string, key: string, changes: MapChanges): TextEdit[] | undefined {
  const edits = findConflict(text) ? undefined : entryEdits(text, key, changes);
  if (!edits || edits.length === 0) return edits;
  const wanted = changedMap(parseFrontMatter(text).data[key] ?? {}, changes);
  return doesOnly(text, edits, key, (now) => isSameData(now ?? {}, wanted)) ? edits : undefined;
}

/** The map with the changes; undefined for what is no map. */
export function changedMap(map: unknown, changes: MapChanges): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(map)) return undefined;
  const fields = new Map<string, unknown>(Object.entries(map));
  for (const [field, value] of Object.entries(changes))
    if (value === undefined) fields.delete(field);
    else fields.set(field, value);
  return Object.fromEntries(fields);
}

function entryEdits(text: string, key: string, changes: MapChanges): TextEdit[] | undefined {
  const range = locateFrontMatter(text);
  if (typeof range !== 'object') return undefined;
  const document = parseYaml(text, range);
  const root = document.contents;
  if (document.errors.length > 0 || (root !== null && !isMap(root)) || root?.flow) return undefined;
  const pair = findPair(document, key);
  const added = Object.fromEntries(
    Object.entries(changes).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
  const eol = endOfLine(text);
  const indent = keyIndent(text, range, document);
  const lines = yamlMap(key, added).map((line) => indent + line);
  if (!pair) return insertion(range.yamlEnd, lines.map((line) => line + eol).join(''));
  const editor = new MapEditor(text, range.yamlStart, eol, changes);
  if (isMap(pair.value)) return pair.value.flow ? editor.inBraces(pair.value) : editor.asLines(pair.value);
  if (!isNothing(pair.value) || !isNode(pair.key) || !pair.key.range) return undefined;
  if (lines.length === 0) return [];
  const written = placeOf(text, range.yamlStart, pair.value);
  if (written) return [{ ...written, newText: yamlBraces(added) }];
  const { end } = lineAt(text, range.yamlStart + pair.key.range[1]);
  return insertion(
    end,
    lines
      .slice(1)
      .map((line) => eol + line)
      .join(''),
  );
}

/**
 * The edits that change some entries of a map that stands anywhere in the front matter, such as in a list.
 * @param base where the YAML begins, which the map's offsets count from.
 * @param after the entry that new ones come after; the last one where it is not there.
 * @returns undefined where that would change something else. Whether it does only this is for the caller to check.
 */
export function mapEdits(
  text: string,
  base: number,
  map: YAMLMap,
  changes: MapChanges,
  after?: string,
): TextEdit[] | undefined {
  const editor = new MapEditor(text, base, endOfLine(text), changes, after);
  return map.flow ? editor.inBraces(map) : editor.asLines(map);
}

class MapEditor {
  private readonly marks: YamlMarks;

  constructor(
    private readonly text: string,
    /** Where the YAML begins, which the nodes' offsets count from. */
    private readonly base: number,
    private readonly eol: string,
    private readonly changes: MapChanges,
    private readonly after?: string,
  ) {
    this.marks = yamlMarks(text);
  }

  /** Edits of `name: value` lines. */
  asLines(map: YAMLMap): TextEdit[] | undefined {
    const places = this.placesOf(map);
    const [first, beside] = [places?.[0], this.placeBefore(places ?? [])];
    if (!places || !first || !beside) return undefined;
    const replaced = this.replaced(places);
    const added = this.newNames(places);
    const before = this.text.slice(lineStartAt(this.text, first.start), first.start);
    const isDashed = DASH.test(before);
    const indent = isDashed ? before.replace('-', ' ') : before;
    if (!replaced || indent.trim() !== '') return undefined;
    const kept = places.findIndex(({ name }) => !this.isTakenOut(name));
    if (isDashed && kept < 0) return this.allAnew(first.start, places, added.join(this.eol + indent) || '{}');
    // What stands after a dash goes with all that is taken out below it: what stays moves up to the dash.
    const lead = isDashed ? kept : 0;
    const up = lead > 0 ? this.allAnew(first.start, places.slice(0, lead), '', places[lead]?.start) : [];
    const cuts = places.slice(lead).map((place) => (this.isTakenOut(place.name) ? this.cutLines(place) : []));
    if (!up || !cuts.every((cut) => cut !== undefined)) return undefined;
    const below = added.map((entry) => indent + entry + this.eol).join('');
    return [...replaced, ...up, ...cuts.flat(), ...insertion(lineAt(this.text, beside.end).next, below)];
  }

  /** Entries in a row that become another text, unless more stands between them. */
  private allAnew(
    start: number,
    places: readonly Place[],
    newText: string,
    end = places.at(-1)?.end ?? start,
  ): TextEdit[] | undefined {
    const isAlone = between(this.text, start, end, places).trim() === '' && !places.some((place) => place.isLost);
    return isAlone ? [{ start, end, newText }] : undefined;
  }

  /** Takes an entry out with its lines; a comment after it stays, on a line of its own. */
  private cutLines(place: Place): TextEdit[] | undefined {
    const start = lineStartAt(this.text, place.start);
    const last = lineAt(this.text, place.end);
    const after = this.text.slice(place.end, last.end);
    if (this.text.slice(start, place.start).trim() !== '' || place.isLost) return undefined;
    const comment = after.trimStart();
    if (comment === '') return [{ start, end: last.next, newText: '' }];
    return comment.startsWith('#') ? [{ start: place.start, end: last.end - comment.length, newText: '' }] : undefined;
  }

  /** Edits of `{ name: value }`. */
  inBraces(map: YAMLMap): TextEdit[] | undefined {
    const places = this.placesOf(map);
    const replaced = places && this.replaced(places);
    if (!replaced || !map.range) return undefined;
    const [open, close] = [this.base + map.range[0], this.base + map.range[1]];
    const added = this.newNames(places).join(', ');
    const last = this.placeBefore(places.filter(({ name }) => !this.isTakenOut(name)));
    if (last) {
      const cuts = this.cutsInBraces(places, open + 1, close - 1);
      return cuts && [...replaced, ...cuts, ...insertion(last.end, added === '' ? '' : `, ${added}`)];
    }
    // Nothing stays: all of the inside is replaced, unless there is a comment in it.
    const beside = between(this.text, open + 1, close - 1, places);
    if (/[^\s,]/u.test(beside) || places.some((place) => place.isLost)) return undefined;
    return [{ start: open + 1, end: close - 1, newText: added === '' ? '' : ` ${added} ` }];
  }

  /** Entries that are taken out, each with the comma beside it; undefined where more than a comma stands there. */
  private cutsInBraces(places: readonly Place[], from: number, to: number): TextEdit[] | undefined {
    const cuts: TextEdit[] = [];
    for (let first = 0; first < places.length; first += 1) {
      let after = first;
      while (after < places.length && this.isTakenOut((places[after] as Place).name)) after += 1;
      if (after === first) continue;
      const cut = cutOf(this.text, this.marks, { spans: places, inside: { start: from, end: to } }, first, after);
      const [before, behind] = [places[first - 1]?.end ?? from, places[after]?.start ?? to];
      if (!cut || hasCommentIn(this.marks, before, behind) || places.slice(first, after).some(({ isLost }) => isLost))
        return undefined;
      cuts.push({ ...cut, newText: '' });
      first = after;
    }
    return cuts;
  }

  /** Where each entry is; undefined where one is not a word with a value of its own. */
  private placesOf(map: YAMLMap): Place[] | undefined {
    const places = (map.items as Pair[]).map((pair) => this.placeOf(pair));
    return places.every((place) => place !== undefined) ? places : undefined;
  }

  private placeOf({ key, value }: Pair): Place | undefined {
    if (!isScalar(key) || !key.range) return undefined;
    const [start, keyEnd] = [this.base + key.range[0], this.base + key.range[1]];
    const afterColon = /^\s*:/u.exec(this.text.slice(keyEnd, keyEnd + MOST_BEFORE_COLON))?.[0].length;
    if (afterColon === undefined) return undefined;
    const [name, colon] = [String(key.value), keyEnd + afterColon];
    const place = placeOf(this.text, this.base, value);
    if (!place)
      return isNothing(value) ? { name, value: undefined, start, colon, valueStart: colon, end: colon } : undefined;
    const { start: valueStart, end } = place;
    const isLost =
      hasCommentIn(this.marks, valueStart, end) ||
      (isOnLines(value) && this.text.slice(colon, valueStart).trim() !== '');
    const known = isScalar(value) && !isOnLines(value) ? value.value : OTHER;
    return {
      name,
      value: known,
      start,
      colon,
      valueStart,
      end,
      isLost,
      isOnLines: isOnLines(value),
    };
  }

  /** Edits of values; undefined where a comment within one would be lost. */
  private replaced(places: readonly Place[]): TextEdit[] | undefined {
    const changed = places.filter(
      ({ name, value }) => Object.hasOwn(this.changes, name) && !this.isTakenOut(name) && this.changes[name] !== value,
    );
    if (changed.some(({ isLost }) => isLost)) return undefined;
    return changed.map(({ name, colon, valueStart, end, isOnLines: isBelow }) => {
      const start = isBelow ? colon : valueStart;
      return { start, end, newText: (start === colon ? ' ' : '') + this.written(name) };
    });
  }

  /** The entry that new ones come after. */
  private placeBefore(places: readonly Place[]): Place | undefined {
    return places.find(({ name }) => name === this.after) ?? places.at(-1);
  }

  private newNames(places: readonly Place[]): string[] {
    const known = new Set(places.map(({ name }) => name));
    const added = Object.keys(this.changes).filter((name) => !known.has(name) && !this.isTakenOut(name));
    return added.map((name) => `${yamlScalar(name)}: ${this.written(name)}`);
  }

  private isTakenOut(name: string): boolean {
    return Object.hasOwn(this.changes, name) && this.changes[name] === undefined;
  }

  private written(name: string): string {
    return yamlScalar(this.changes[name] ?? '');
  }
}

/** Stands for a value that is no word and no number. */
const OTHER = Symbol('other');

/** A colon may be apart from its key. */
const MOST_BEFORE_COLON = 1000;

/** Whether a value stands on lines of its own: a list with dashes, a map of lines, a text after `|` or `>`. */
function isOnLines(value: unknown): boolean {
  if (isCollection(value)) return value.flow !== true;
  return isScalar(value) && (value.type === 'BLOCK_FOLDED' || value.type === 'BLOCK_LITERAL');
}

/** What stands before the first entry of an item of a list. */
const DASH = /^[ \t]*-[ \t]+$/u;

/** An entry of a map: offsets into the whole text. */
interface Place {
  readonly name: string;
  /** Undefined where nothing is written after the colon. */
  readonly value: unknown;
  readonly start: number;
  /** Just after the colon. */
  readonly colon: number;
  readonly valueStart: number;
  readonly end: number;
  /** Whether a comment, a tag or an anchor would be lost with the value. */
  readonly isLost?: boolean;
  readonly isOnLines?: boolean;
}
