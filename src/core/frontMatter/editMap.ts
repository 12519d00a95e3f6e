/**
 * Edits of maps in front matter, `key:` with `name: value` below it or in braces, that touch nothing but what changes.
 */
import { isMap, isNode, isScalar, isSeq, type Pair, type Range, type Scalar, type YAMLMap } from 'yaml';
import { locateFrontMatter } from '../markdown/frontMatter';
import { findConflict } from '../markdown/outline';
import { endOfLine, lineAt, withoutRanges, type TextEdit } from '../markdown/text';
import { doesOnly, keyIndent } from './editFrontMatter';
import { findPair, parseYaml, spanOf } from './yamlDocument';
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
  return doesOnly(text, edits, key, (now) => hasEntries(now, changes)) ? edits : undefined;
}

/** Whether a map has what each name is to have. */
function hasEntries(map: unknown, changes: MapChanges): boolean {
  const entries = new Map(typeof map === 'object' && map !== null ? Object.entries(map) : []);
  return Object.entries(changes).every(([name, value]) => entries.get(name) === value);
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
  const isEmpty = pair.value === null || (isScalar(pair.value) && pair.value.value === null);
  if (!isEmpty || !isNode(pair.key) || !pair.key.range) return undefined;
  if (lines.length === 0) return [];
  const written = spanOf(pair.value);
  if (written) {
    const [start, end] = [range.yamlStart + written.start, range.yamlStart + written.end];
    return [{ start, end, newText: yamlBraces(added) }];
  }
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
 * @returns undefined where that would change something else. Whether it does only this is for the caller to check.
 */
export function mapEdits(text: string, base: number, map: YAMLMap, changes: MapChanges): TextEdit[] | undefined {
  const editor = new MapEditor(text, base, endOfLine(text), changes);
  return map.flow ? editor.inBraces(map) : editor.asLines(map);
}

class MapEditor {
  constructor(
    private readonly text: string,
    /** Where the YAML begins, which the nodes' offsets count from. */
    private readonly base: number,
    private readonly eol: string,
    private readonly changes: MapChanges,
  ) {}

  /** Edits of `name: value` lines. */
  asLines(map: YAMLMap): TextEdit[] | undefined {
    const places = this.placesOf(map);
    const last = places?.at(-1);
    if (!places || !last) return undefined;
    const edits = this.replaced(places);
    for (const place of places) {
      if (!this.isTakenOut(place.name)) continue;
      const { start, next } = this.lineOf(place.start);
      const before = this.text.slice(start, place.start);
      const following = places[places.indexOf(place) + 1];
      // The first entry of a list's item stands after the dash: the next one moves up to it.
      if (DASH.test(before) && following && this.text.slice(place.end, following.start).trim() === '') {
        edits.push({ start: place.start, end: following.start, newText: '' });
        continue;
      }
      // An entry that shares its line, or goes over several, is not this simple.
      if (before.trim() !== '' || place.end > next) return undefined;
      edits.push({ start, end: next, newText: '' });
    }
    const before = this.text.slice(this.lineOf(last.start).start, last.start);
    const indent = DASH.test(before) ? before.replace(/-/gu, ' ') : before;
    const added = this.newNames(places)
      .map((entry) => indent + entry + this.eol)
      .join('');
    if (added !== '' && (indent.trim() !== '' || indent === '')) return undefined;
    return [...edits, ...insertion(lineAt(this.text, last.end).next, added)];
  }

  /** Edits of `{ name: value }`. */
  inBraces(map: YAMLMap): TextEdit[] | undefined {
    const places = this.placesOf(map);
    if (!places || !map.range) return undefined;
    const [open, close] = [this.base + map.range[0], this.base + map.range[1]];
    const added = this.newNames(places).join(', ');
    const last = places.filter(({ name }) => !this.isTakenOut(name)).at(-1);
    if (last) {
      const cuts = this.cutsInBraces(places, open + 1, close - 1);
      return cuts && [...this.replaced(places), ...cuts, ...insertion(last.end, added === '' ? '' : `, ${added}`)];
    }
    // Nothing stays: all of the inside is replaced, unless there is a comment in it.
    const between = withoutRanges(this.text.slice(0, close - 1), [{ start: 0, end: open + 1 }, ...places]);
    if (/[^\s,]/u.test(between)) return undefined;
    return [{ start: open + 1, end: close - 1, newText: added === '' ? '' : ` ${added} ` }];
  }

  /** Entries that are taken out, each with the comma beside it; undefined where more than a comma stands there. */
  private cutsInBraces(places: readonly Place[], from: number, to: number): TextEdit[] | undefined {
    const cuts: TextEdit[] = [];
    for (let first = 0; first < places.length; first += 1) {
      let after = first;
      while (after < places.length && this.isTakenOut((places[after] as Place).name)) after += 1;
      if (after === first) continue;
      const [previous, next] = [places[first - 1], places[after]];
      const start = next ? (places[first] as Place).start : (previous as Place).end;
      const end = next ? next.start : (places[after - 1] as Place).end;
      const beside = withoutRanges(this.text.slice(0, next?.start ?? to), [
        { start: 0, end: previous?.end ?? from },
        ...places.slice(first, after),
      ]);
      if (/[^\s,]/u.test(beside)) return undefined;
      cuts.push({ start, end, newText: '' });
      first = after;
    }
    return cuts;
  }

  /** Where each entry is; undefined where one is not a word and a value on its line. */
  private placesOf(map: YAMLMap): Place[] | undefined {
    const places = (map.items as Pair[]).map(({ key, value }): Place | undefined => {
      if (!isScalar(key) || !key.range) return undefined;
      if (isSeq(value) && value.flow && value.range) return this.listPlace(key, value.range);
      if (!isScalar(value) || !value.range) return undefined;
      if (value.type === 'BLOCK_FOLDED' || value.type === 'BLOCK_LITERAL') return undefined;
      const [start, keyEnd] = [this.base + key.range[0], this.base + key.range[1]];
      const name = String(key.value);
      if (value.range[1] > value.range[0])
        return {
          name,
          value: value.value,
          start,
          valueStart: this.base + value.range[0],
          end: this.base + value.range[1],
        };
      const colon = this.text.indexOf(':', keyEnd) + 1;
      return { name, value: undefined, start, valueStart: colon, end: colon };
    });
    return places.every((place) => place !== undefined) ? places : undefined;
  }

  /** A value in brackets can be replaced whole. */
  private listPlace(key: Scalar, [from, to]: Range): Place {
    const start = this.base + (key.range?.[0] ?? 0);
    return { name: String(key.value), value: LISTED, start, valueStart: this.base + from, end: this.base + to };
  }

  private replaced(places: readonly Place[]): TextEdit[] {
    const changed = places.filter(
      ({ name, value }) => Object.hasOwn(this.changes, name) && !this.isTakenOut(name) && this.changes[name] !== value,
    );
    return changed.map(({ name, valueStart, end }) => ({
      start: valueStart,
      end,
      newText: (valueStart === end ? ' ' : '') + this.written(name),
    }));
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

  private lineOf(offset: number): { start: number; next: number } {
    const before = Math.max(this.text.lastIndexOf('\n', offset - 1), this.text.lastIndexOf('\r', offset - 1)) + 1;
    const start = Math.max(before, this.base);
    return { start, next: lineAt(this.text, start).next };
  }
}

/** Stands for a list, which is no word. */
const LISTED = Symbol('list');

/** What stands before the first entry of an item of a list. */
const DASH = /^[ \t]*-[ \t]+$/u;

/** An entry of a map: offsets into the whole text. */
interface Place {
  readonly name: string;
  /** Undefined where nothing is written after the colon. */
  readonly value: unknown;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

function insertion(at: number, newText: string): TextEdit[] {
  return newText === '' ? [] : [{ start: at, end: at, newText }];
}
