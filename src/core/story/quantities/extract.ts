import { parseBlocks, type BlockLine } from '../../markdown/blocks';
import {
  AT_SIGN,
  BACKSLASH,
  BACKTICK,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  COLON,
  COMMA,
  DOLLAR,
  EN_DASH,
  FULL_STOP,
  isApostrophe,
  isAscii,
  isDigit,
  isHyphen,
  isLetter,
  isWord,
  LESS_THAN,
  NEWLINE,
  NUMBER_SIGN,
  OPEN_BRACE,
  OPEN_PARENTHESIS,
  PERCENT_SIGN,
  SLASH,
  SPACE,
  UNDERSCORE,
} from '../prose/chars';
import type { Prose } from '../prose/prose';
import { withProse } from '../prose/prose';
import { composed } from './compose';
import { dollarPrefixes } from './currencies';
import { currencyBefore, currencyOf } from './currency';
import { withLastUnit } from './ellipsis';
import { vulgarFractions } from './lexicon';
import { Markup } from './markdown';
import { isMeasure, measureAt } from './measure';
import { pastToken, tokenEnd, type NotANumber } from './number';
import { resolved } from './resolve';
import { partOf, slashed, vulgarShare } from './share';
import { isSign } from './sign';
import type { Measure, Quantity } from './types';
import { TRIGGERS, wordMeasure } from './words';

export interface ExtractOptions {
  /** False reads the text as plain prose: no front matter, headings, code or links to leave out. Default true. */
  readonly markdown?: boolean;
}

/** The last character of a number: a digit or "½". */
const endsNumber = (c: number): boolean => isDigit(c) || vulgarFractions.has(c);

/** What may join a word or a figure to the next: "v-1", "10:30", "and/or". */
const joinsTokens = (c: number): boolean =>
  isHyphen(c) || c === SLASH || c === UNDERSCORE || c === FULL_STOP || c === COLON || c === COMMA;

/** What may stand directly before a figure's sign or digits. */
function opensFigure(prose: Prose, at: number): boolean {
  if (at === 0) return true;
  const c = prose.code(at - 1);
  if (c === SPACE || c === NEWLINE) return true;
  // "\$5" is a sum whose dollar sign is written out; "#5" and "@5" are names.
  if (c === BACKSLASH) return prose.code(at) === DOLLAR;
  if (c === NUMBER_SIGN || c === AT_SIGN) return false;
  if (isApostrophe(c)) return !isWord(prose.before(at - 1));
  return joinsTokens(c) ? !endsToken(prose.before(at - 1)) : !isLetter(c) && !endsNumber(c);
}

/** The last character of a word or a figure, after which "-", "/" and the like join. */
const endsToken = (c: number): boolean =>
  isLetter(c) || endsNumber(c) || c === UNDERSCORE || c === CLOSE_PARENTHESIS || c === PERCENT_SIGN;

/** The figure in digits or after a currency sign at `p`, with the sign or point before it. */
function numericMeasure(prose: Prose, p: number): Measure | NotANumber | undefined {
  const start = figureStart(prose, p);
  if (start === undefined) return undefined;
  if (start === p && !opensFigure(prose, p)) return pastToken(prose, p);
  const measure = measureAt(prose, start);
  const isSlashed = isMeasure(measure) && measure.kind === undefined && prose.code(measure.end) === SLASH;
  return isSlashed ? (slashed(prose, start) ?? measure) : measure;
}

/** Where the figure with its digits or currency sign at `p` starts; undefined where letters before a "$" spoil it. */
function figureStart(prose: Prose, p: number): number | undefined {
  const before = prose.before(p);
  if (before === FULL_STOP && opensFigure(prose, p) && isDigit(prose.code(p))) return p - 1;
  if (isSignBefore(prose, p) && opensFigure(prose, p - 1) && opensFigure(prose, p)) return p - 1;
  // "€(4.2)": the sign stands before the bracket.
  if (before === OPEN_PARENTHESIS && currencyOf(prose.before(p - 1)) !== undefined) return p - 2;
  return prose.code(p) === DOLLAR && isLetter(before) ? dollarStart(prose, p) : p;
}

/** A plus or minus stands before `p`; an en dash is a minus only after a space. */
function isSignBefore(prose: Prose, p: number): boolean {
  const c = prose.before(p);
  return isSign(c) && (c !== EN_DASH || p < 2 || prose.code(p - 2) === SPACE);
}

const LONGEST_PREFIX = 4;

/** Where "US$" or "C$" starts, at its dollar sign. */
function dollarStart(prose: Prose, dollar: number): number | undefined {
  let start = dollar;
  while (start > dollar - LONGEST_PREFIX && isLetter(prose.before(start))) start--;
  return dollarPrefixes.has(prose.text.slice(start, dollar)) && opensFigure(prose, start) ? start : undefined;
}

/**
 * Finds every metric in English prose or Markdown: money, percentages, durations, rates, sizes, counts, multipliers,
 * points and ratios, with ranges and changes put together. It skips what only looks like one: years, dates, versions,
 * names with numbers, headings, code, links and front matter. One pass, linear in the text; any string is accepted.
 * Sorted by place, never overlapping.
 */
export function extractQuantities(text: string, options: ExtractOptions = {}): Quantity[] {
  const lines = (options.markdown ?? true) ? parseBlocks(text).lines : undefined;
  return withProse(text, (prose) => quantitiesIn(prose, lines));
}

/** As above, for a text that has been read. `lines` are those of the text as Markdown; left out for plain prose. */
export function quantitiesIn(prose: Prose, lines?: readonly BlockLine[]): Quantity[] {
  return new Scan(prose, lines).run();
}

/** One walk over the places where a figure, a line or markup may begin. */
class Scan {
  private readonly found: Quantity[] = [];
  private readonly markup: Markup;
  /** Where the last quantity ended. */
  private floor = 0;
  /** What it measured. */
  private last: Measure | undefined;
  private readonly markdown: boolean;

  constructor(
    private readonly prose: Prose,
    lines: readonly BlockLine[] | undefined,
  ) {
    this.markdown = lines !== undefined;
    this.markup = new Markup(prose, lines ?? []);
  }

  run(): Quantity[] {
    const { prose } = this;
    let p = this.markdown ? this.markup.lineStart(0) : 0;
    for (let next = 0; ;) {
      // What was read last may end within a word: the rest of it is treated as a word.
      while (isLetter(prose.code(p)) && isLetter(prose.before(p))) p = this.word(p);
      while (next < prose.markCount && prose.mark(next) < p) next++;
      if (next === prose.markCount) return this.found;
      p = this.mark(prose.mark(next));
    }
  }

  /** Reads what begins at `p`; returns where the scan goes on. */
  private mark(p: number): number {
    const { prose } = this;
    const c = prose.code(p);
    if (isDigit(c)) return this.take(numericMeasure(prose, p), p + 1);
    if (isLetter(c)) return this.word(p);
    return (this.markdown ? this.markupEnd(p, c) : undefined) ?? this.sign(p, c);
  }

  /** "$" and other signs of currencies, "½". */
  private sign(p: number, c: number): number {
    if (currencyOf(c) !== undefined) return this.take(numericMeasure(this.prose, p), p + 1);
    return vulgarFractions.has(c) ? this.take(vulgarShare(this.prose, p), p + 1) : p + 1;
  }

  /** Where prose goes on after the markup that begins at `p`; undefined where none does. */
  private markupEnd(p: number, c: number): number | undefined {
    const { prose, markup } = this;
    switch (c) {
      case NEWLINE:
        return markup.lineStart(p + 1);
      case BACKTICK:
        return markup.codeSpanEnd(p);
      case LESS_THAN:
        return markup.tagEnd(p);
      case CLOSE_BRACKET:
        return prose.code(p + 1) === OPEN_PARENTHESIS ? markup.destinationEnd(p + 1) : undefined;
      case DOLLAR:
        return prose.code(p + 1) === OPEN_BRACE ? markup.placeholderEnd(p) : undefined;
      case OPEN_BRACE:
        return prose.code(p + 1) === OPEN_BRACE ? markup.bracedEnd(p) : undefined;
      default:
        return undefined;
    }
  }

  /** A word that may begin a quantity, or that runs on into digits ("S3", "p99"). */
  private word(start: number): number {
    const { prose } = this;
    let end = prose.lettersEnd(start);
    while (isLetter(prose.code(end))) end++;
    const code = prose.code(end);
    if (!isAscii(prose.code(start))) return end;
    if (isDigit(code) && currencyBefore(prose, start) && opensFigure(prose, start))
      return this.take(measureAt(prose, start), tokenEnd(prose, end));
    if (isDigit(code) || code === UNDERSCORE) return tokenEnd(prose, end);
    const trigger = TRIGGERS.get(prose.wordIn(start, end));
    if (trigger === undefined || isHyphen(prose.before(start))) return end;
    if (trigger === 'url')
      return (code === COLON && prose.text.startsWith('://', end)) || code === FULL_STOP
        ? this.markup.urlEnd(end)
        : end;
    return this.take(wordMeasure(prose, trigger, start, end), end);
  }

  /** Takes what a measure begins; returns where the scan goes on, at least at `next`. */
  private take(measure: Measure | NotANumber | undefined, next: number): number {
    const { prose } = this;
    if (measure === undefined) return next;
    if (!isMeasure(measure)) return Math.max(next, measure.skipTo);
    // What the quantity before it has taken is not taken twice: the S of "1 S$one".
    if (measure.start < this.floor) return next;
    const part = partOf(prose, measure);
    if (part?.suspect) return Math.max(next, part.end);
    const whole = composed(prose, part ?? measure, this.floor);
    if ('nothing' in whole) return Math.max(next, whole.end);
    const quantity = resolved(prose, whole) ?? this.elliptical(whole.main);
    if (!quantity) return Math.max(next, measure.kind === undefined ? measure.end : next);
    this.found.push(quantity);
    this.floor = quantity.end;
    this.last = whole.main;
    return Math.max(next, quantity.end);
  }

  /** A bare figure that is of what the last one was of. */
  private elliptical(bare: Measure): Quantity | undefined {
    const whole = this.last && withLastUnit(this.prose, bare, this.last);
    return whole && resolved(this.prose, { start: whole.start, end: whole.end, main: whole });
  }
}
