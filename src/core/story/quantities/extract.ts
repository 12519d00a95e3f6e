import { isDigit, isHyphen, isLetter } from './chars.js';
import { composed } from './compose.js';
import { Markup } from './markdown.js';
import { vulgar } from './lexicon.js';
import { isMeasure, measureAt } from './measure.js';
import { tokenEnd, type NotANumber } from './number.js';
import { partOf, slashed, vulgarShare } from './ratio.js';
import { resolved } from './resolve.js';
import { currencySigns, dollarPrefixes } from './units.js';
import { triggerAt, wordMeasure, type Trigger } from './words.js';
import type { Measure, Quantity } from './types.js';

export interface ExtractOptions {
  /** False reads the text as plain prose: no front matter, headings, code or links to leave out. Default true. */
  readonly markdown?: boolean;
}

const PLAIN = 0, LETTER = 1, DIGIT = 2, CURRENCY = 3, NEWLINE = 4, TICK = 5, ANGLE = 6, BRACKET = 7, WIDE = 8;
const classes = new Uint8Array(128);
for (let c = 0; c < 128; c++) if (isLetter(c)) classes[c] = LETTER;
    else if (isDigit(c)) classes[c] = DIGIT;
classes[36] = CURRENCY;
classes[10] = NEWLINE;
classes[96] = TICK;
classes[60] = ANGLE;
classes[93] = BRACKET;

/** What may stand directly before a figure's sign or digits. */
function opensFigure(text: string, at: number): boolean {
  if (at === 0) return true;
  const c = text.charCodeAt(at - 1);
  const before = text.charCodeAt(at - 2);
  switch (c) {
    case 35: case 64: case 92: // # @ \
      return c === 92 && text[at] === '$';
    case 39: case 0x2019:
      return !isLetter(before) && !isDigit(before);
    case 45: case 47: case 95: case 46: case 58: case 44: case 0x2010: case 0x2011: // - / _ . : ,
      return !isLetter(before) && !isDigit(before) && before !== 95 && before !== 41 && before !== 37;
    default:
      return !isLetter(c) && !isDigit(c);
  }
}

/** The figure in digits or after a currency sign at `p`, with the sign or point before it. */
function numericMeasure(text: string, p: number): Measure | NotANumber | undefined {
  let start = p;
  const c = p === 0 ? 32 : text.charCodeAt(p - 1);
  if (c === 46 && opensFigure(text, p) && isDigit(text.charCodeAt(p))) start = p - 1;
  else if ((c === 43 || c === 45 || c === 0x2212 || (c === 0x2013 && (p < 2 || text.charCodeAt(p - 2) === 32))) && opensFigure(text, p - 1) && opensFigure(text, p)) start = p - 1;
  else if (text[p] === '$' && isLetter(c)) {
    while (start > p - 4 && isLetter(text.charCodeAt(start - 1))) start--;
    if (!dollarPrefixes.has(text.slice(start, p)) || !opensFigure(text, start)) return undefined;
  }
  if (start === p && !opensFigure(text, p)) return { skipTo: tokenEnd(text, p) };
  const measure = measureAt(text, start);
  const isSlashed = isMeasure(measure) && measure.kind === undefined && text.charCodeAt(measure.end) === 47;
  return isSlashed ? (slashed(text, start) ?? measure) : measure;
}

/**
 * Finds every metric in English prose or Markdown: money, percentages, durations, rates, sizes, counts, multipliers, points and ratios,
 * with ranges and changes put together. Left alone is what only looks like one: years, dates, versions, names with numbers, headings, code,
 * links and front matter. One pass, linear in the text; any string is accepted. Sorted by place, never overlapping.
 */
export function extractQuantities(text: string, options: ExtractOptions = {}): Quantity[] {
  const found: Quantity[] = [];
  const markdown = options.markdown ?? true;
  const markup = new Markup(text);
  const length = text.length;
  let p = markdown ? markup.lineStart(markup.frontMatterEnd()) : 0;
  let floor = 0;
  let paragraph = p;

  /** The scan's next place after a line break; forgets what was found in a paragraph that turns out to be a heading. */
  const nextLine = (start: number): number => {
    const c = text.charCodeAt(start);
    if (c === 10 || c === 13) paragraph = start + (c === 13 ? 2 : 1);
    else if ((c === 61 || c === 45) && start - 1 > paragraph && markup.isUnderline(start)) {
      if (markup.isPlainParagraph(paragraph)) while ((found[found.length - 1]?.start ?? -1) >= paragraph) found.pop();
      paragraph = start;
    }
    return markup.lineStart(start);
  };

  /** Takes what a measure begins; returns where the scan goes on, at least at `next`. */
  const take = (measure: Measure | NotANumber | undefined, next: number): number => {
    if (measure === undefined) return next;
    if (!isMeasure(measure)) return Math.max(next, measure.skipTo);
    const whole = composed(text, partOf(text, measure) ?? measure, floor);
    if ('nothing' in whole) return Math.max(next, whole.end);
    const quantity = resolved(text, whole);
    if (!quantity) return Math.max(next, measure.kind === undefined ? measure.end : next);
    found.push(quantity);
    floor = quantity.end;
    return Math.max(next, quantity.end);
  };

  /** The scan's next place after a word that may begin a quantity, or that runs on into digits ("S3", "p99"). */
  const takeWord = (trigger: Trigger | undefined, start: number, end: number): number => {
    const code = end < length ? text.charCodeAt(end) : 32;
    if (isDigit(code) || code === 95) return tokenEnd(text, end);
    if (trigger === undefined || (start > 0 && isHyphen(text.charCodeAt(start - 1)))) return end;
    if (trigger === 'url') return text.startsWith('://', end) || code === 46 ? markup.urlEnd(end) : end;
    return take(wordMeasure(text, trigger, start, end), end);
  };

  while (p < length) {
    const c = text.charCodeAt(p);
    const kind = c < 128 ? classes[c] : WIDE;
    switch (kind) {
      case PLAIN:
        p++;
        break;
      case LETTER: {
        let first = c;
        // Word after word: nearly all of a story is this loop.
        for (;;) {
          let end = p + 1;
          let code = 0;
          for (; end < length; end++) {
            code = text.charCodeAt(end);
            if (code < 128 ? classes[code] !== LETTER : !isLetter(code)) break;
          }
          const trigger = triggerAt(text, p, end, first);
          if (trigger !== undefined || isDigit(code) || code === 95) {
            p = takeWord(trigger, p, end);
            break;
          }
          p = end;
          if (code !== 32 || end + 1 >= length) break;
          first = text.charCodeAt(end + 1);
          p = end + 1;
          if (first >= 128 || classes[first] !== LETTER) break;
        }
        break;
      }
      case DIGIT:
        p = take(numericMeasure(text, p), p + 1);
        break;
      case CURRENCY:
        if (markdown && text.charCodeAt(p + 1) === 123) p = markup.placeholderEnd(p);
        else p = take(numericMeasure(text, p), p + 1);
        break;
      case NEWLINE:
        p = markdown ? nextLine(p + 1) : p + 1;
        break;
      case TICK:
        p = markdown ? markup.codeSpanEnd(p) : p + 1;
        break;
      case ANGLE:
        p = markdown ? markup.tagEnd(p) : p + 1;
        break;
      case BRACKET:
        p = markdown && text.charCodeAt(p + 1) === 40 ? markup.destinationEnd(p + 1) : p + 1;
        break;
      default:
        if (isLetter(c)) {
          while (p < length && isLetter(text.charCodeAt(p))) p++;
        } else if (c >= 0xa2 && currencySigns.has(text[p] ?? '')) p = take(numericMeasure(text, p), p + 1);
        else if (c >= 0xbc && vulgar.has(text[p] ?? '')) p = take(vulgarShare(text, p), p + 1);
        else p++;
    }
  }
  return found;
}
