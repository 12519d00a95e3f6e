import { isDigit, isHyphen, isLetter } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { readProse } from '../prose/prose';
import { composed } from './compose';
import { vulgar } from './lexicon';
import { Markup } from './markdown';
import { isMeasure, measureAt } from './measure';
import { tokenEnd, type NotANumber } from './number';
import { partOf, slashed, vulgarShare } from './ratio';
import { resolved } from './resolve';
import type { Measure, Quantity } from './types';
import { currencyOf, dollarPrefixes } from './units';
import { TRIGGERS, wordMeasure } from './words';

export interface ExtractOptions {
  /** False reads the text as plain prose: no front matter, headings, code or links to leave out. Default true. */
  readonly markdown?: boolean;
}

const NEWLINE = 10,
  RETURN = 13,
  DOLLAR = 36,
  PARENTHESIS = 40,
  FULL_STOP = 46,
  SLASH = 47,
  COLON = 58,
  ANGLE = 60,
  BRACKET = 93,
  UNDERSCORE = 95,
  TICK = 96,
  BRACE = 123;

/** The last character of a number: a digit or "½". */
const endsNumber = (c: number): boolean => isDigit(c) || vulgar.has(c);

/** What may stand directly before a figure's sign or digits. */
function opensFigure(prose: Prose, at: number): boolean {
  if (at === 0) return true;
  const c = prose.code(at - 1);
  if (c === 32 || c === NEWLINE) return true;
  const before = prose.before(at - 1);
  switch (c) {
    case 35:
    case 64:
    case 92: // # @ \
      return c === 92 && prose.code(at) === DOLLAR;
    case 39:
    case 0x2019:
      return !isLetter(before) && !isDigit(before);
    case 45:
    case 47:
    case 95:
    case 46:
    case 58:
    case 44:
    case 0x2010:
    case 0x2011: // - / _ . : ,
      return !isLetter(before) && !endsNumber(before) && before !== 95 && before !== 41 && before !== 37;
    default:
      return !isLetter(c) && !endsNumber(c);
  }
}

/** The figure in digits or after a currency sign at `p`, with the sign or point before it. */
function numericMeasure(prose: Prose, p: number): Measure | NotANumber | undefined {
  let start = p;
  const c = p === 0 ? 32 : prose.code(p - 1);
  if (c === FULL_STOP && opensFigure(prose, p) && isDigit(prose.code(p))) start = p - 1;
  else if (
    (c === 43 || c === 45 || c === 0x2212 || (c === 0x2013 && (p < 2 || prose.code(p - 2) === 32))) &&
    opensFigure(prose, p - 1) &&
    opensFigure(prose, p)
  )
    start = p - 1;
  else if (prose.code(p) === DOLLAR && isLetter(c)) {
    while (start > p - 4 && isLetter(prose.before(start))) start--;
    if (!dollarPrefixes.has(prose.text.slice(start, p)) || !opensFigure(prose, start)) return undefined;
  }
  if (start === p && !opensFigure(prose, p)) return { skipTo: tokenEnd(prose, p) };
  const measure = measureAt(prose, start);
  const isSlashed = isMeasure(measure) && measure.kind === undefined && prose.code(measure.end) === SLASH;
  return isSlashed ? (slashed(prose, start) ?? measure) : measure;
}

/**
 * Finds every metric in English prose or Markdown: money, percentages, durations, rates, sizes, counts, multipliers,
 * points and ratios,
 * with ranges and changes put together. Left alone is what only looks like one: years, dates, versions, names with
 * numbers, headings, code,
 * links and front matter. One pass, linear in the text; any string is accepted. Sorted by place, never overlapping.
 */
export function extractQuantities(text: string, options: ExtractOptions = {}): Quantity[] {
  return quantitiesIn(readProse(text), options.markdown ?? true);
}

/** As above, for a text that has been read. `markdown` is false for plain prose. */
export function quantitiesIn(prose: Prose, markdown = true): Quantity[] {
  return new Scan(prose, markdown).run();
}

/** One walk over the places where a figure, a line or markup may begin. */
class Scan {
  private readonly found: Quantity[] = [];
  private readonly markup: Markup;
  /** Where the last quantity ended. */
  private floor = 0;
  private paragraph = 0;

  constructor(
    private readonly prose: Prose,
    private readonly markdown: boolean,
  ) {
    this.markup = new Markup(prose);
  }

  run(): Quantity[] {
    const { prose } = this;
    const { marks } = prose;
    let p = this.markdown ? this.markup.lineStart(this.markup.frontMatterEnd()) : 0;
    this.paragraph = p;
    for (let next = 0; ;) {
      // What was read last may end within a word, whose rest is looked at as if it were one.
      while (isLetter(prose.code(p)) && isLetter(prose.before(p))) p = this.word(p);
      while (next < marks.length && (marks[next] as number) < p) next++;
      if (next === marks.length) return this.found;
      p = this.mark(marks[next] as number);
    }
  }

  /** Reads what begins at `p`; returns where the scan goes on. */
  private mark(p: number): number {
    const { prose, markdown, markup } = this;
    const c = prose.code(p);
    if (isDigit(c)) return this.take(numericMeasure(prose, p), p + 1);
    if (isLetter(c)) return this.word(p);
    switch (c) {
      case DOLLAR:
        return markdown && prose.code(p + 1) === BRACE
          ? markup.placeholderEnd(p)
          : this.take(numericMeasure(prose, p), p + 1);
      case NEWLINE:
        return markdown ? this.line(p + 1) : p + 1;
      case TICK:
        return markdown ? markup.codeSpanEnd(p) : p + 1;
      case ANGLE:
        return markdown ? markup.tagEnd(p) : p + 1;
      case BRACKET:
        return markdown && prose.code(p + 1) === PARENTHESIS ? markup.destinationEnd(p + 1) : p + 1;
      default:
        if (currencyOf(c) !== undefined) return this.take(numericMeasure(prose, p), p + 1);
        return vulgar.has(c) ? this.take(vulgarShare(prose, p), p + 1) : p + 1;
    }
  }

  /** A word that may begin a quantity, or that runs on into digits ("S3", "p99"). */
  private word(start: number): number {
    const { prose } = this;
    let end = prose.lettersEnd(start);
    while (isLetter(prose.code(end))) end++;
    const code = prose.code(end);
    if (prose.code(start) >= 128) return end;
    if (isDigit(code) || code === UNDERSCORE) return tokenEnd(prose, end);
    const trigger = TRIGGERS.get(prose.wordIn(start, end));
    if (trigger === undefined || isHyphen(prose.before(start))) return end;
    if (trigger === 'url')
      return (code === COLON && prose.text.startsWith('://', end)) || code === FULL_STOP
        ? this.markup.urlEnd(end)
        : end;
    return this.take(wordMeasure(prose, trigger, start, end), end);
  }

  /** The scan's next place after a line break; forgets what was found in a paragraph that turns out to be a heading. */
  private line(start: number): number {
    const { markup, found, paragraph } = this;
    const c = this.prose.code(start);
    if (c === NEWLINE || c === RETURN) this.paragraph = start + (c === RETURN ? 2 : 1);
    else if ((c === 61 || c === 45) && start - 1 > paragraph && markup.isUnderline(start)) {
      if (markup.isPlainParagraph(paragraph)) while ((found[found.length - 1]?.start ?? -1) >= paragraph) found.pop();
      this.paragraph = start;
    }
    return markup.lineStart(start);
  }

  /** Takes what a measure begins; returns where the scan goes on, at least at `next`. */
  private take(measure: Measure | NotANumber | undefined, next: number): number {
    const { prose } = this;
    if (measure === undefined) return next;
    if (!isMeasure(measure)) return Math.max(next, measure.skipTo);
    const whole = composed(prose, partOf(prose, measure) ?? measure, this.floor);
    if ('nothing' in whole) return Math.max(next, whole.end);
    const quantity = resolved(prose, whole);
    if (!quantity) return Math.max(next, measure.kind === undefined ? measure.end : next);
    this.found.push(quantity);
    this.floor = quantity.end;
    return Math.max(next, quantity.end);
  }
}
