/** What may be labels in running text, line by line. */
import type { Block, BlockLine, Container } from '../../markdown/blocks';
import { isAside, namingOf, type Naming } from '../storySections';
import { LONGEST_LABEL, type LabelSource } from './labelTypes';

/** How sure it is that this is a label: a lone line, or one without a colon, counts only among others of its style. */
type Strength = 'firm' | 'weak';

/** What may be a label. */
export interface LabelCandidate {
  readonly title: string;
  readonly naming: Naming | undefined;
  readonly strength: Strength;
  /** The marks it is written with, and how deep in lists: the labels of a story are written alike. */
  readonly style: string;
  readonly depth: number;
  readonly line: number;
  readonly start: number;
  readonly labelEnd: number;
  /** It is the first in its line. */
  readonly leads: boolean;
}

const COLON = 58;

/** `**Situation:**`, `**Situation.**`, `*Situation*:`, `__Situation__ –`, `**Situation**` before a capital letter. */
const MARKED = /^(\*{1,3}|_{1,3})([^*_:]{1,40})(:?)[ \t]*\1([ \t]*:|[ \t]+[-–—](?=[ \t]))?(?=[ \t]|$)/u;
/** `**S**ituation: …` */
const FIRST_LETTER = /^(\*\*|__)(\p{L})\1([\p{L}-]{2,14}):(?=[ \t]|$)/u;
const PLAIN = /^([\p{L}(\d][^:*_|.!?;\t]{0,40}?)[ \t]*(:|[ \t][-–—](?=[ \t]))(?=[ \t]|$)/u;
/** What may stand before a label: an opening quotation mark, which is the text's, or a symbol, which is the label's. */
const QUOTE = /^["“”'«]/u;
const SYMBOL = /^[\p{So}\u{fe0f}\u{200d}]+[ \t]+/u;
const STARTS_SENTENCE = /^[ \t]+[\p{Lu}\d"“$€£]/u;

/** Gives the first colon at or after an offset; offsets are asked for in order. */
export function colonFinder(text: string): (from: number) => number {
  let colon = -2;
  return (from) => {
    if (colon !== -1 && colon < from) colon = text.indexOf(':', from);
    return colon;
  };
}

/** Adds what may be labels in a line of a paragraph. */
export function pushLabels(
  { text, lines }: LabelSource,
  index: number,
  colonAfter: (from: number) => number,
  found: LabelCandidate[],
): void {
  const { content, end, block } = lines[index] as BlockLine;
  const depth = depthOf(block?.container);
  const head = text.slice(content, Math.min(end, content + LONGEST_LABEL));
  const quote = QUOTE.exec(head)?.[0].length ?? 0;
  const symbol = SYMBOL.exec(head.slice(quote))?.[0].length ?? 0;
  const start = content + quote;
  const lead = leadLabel(head.slice(quote + symbol), content + LONGEST_LABEL >= end, block?.first === index);
  let from = content;
  if (lead) {
    const labelEnd = start + symbol + lead.length;
    const { naming, title, strength, mark } = lead;
    found.push({ title, naming, strength, style: `${mark}${depth}`, depth, line: index, start, labelEnd, leads: true });
    from = labelEnd;
  }
  for (let colon = colonAfter(from); colon >= 0 && colon < end; colon = colonAfter(colon + 1)) {
    const within = labelAtColon(text, from, colon, end);
    if (!within) continue;
    found.push({ ...within, style: `${within.mark}${depth}`, depth, line: index, leads: false });
    from = within.labelEnd;
  }
}

interface Lead {
  readonly title: string;
  readonly naming: Naming | undefined;
  readonly strength: Strength;
  readonly mark: string;
  readonly length: number;
}

/** @param head the beginning of the line, whole where `isWhole`. */
function leadLabel(head: string, isWhole: boolean, isFirst: boolean): Lead | undefined {
  const marked = MARKED.exec(head);
  if (marked) return markedLabel(marked, head);
  const first = FIRST_LETTER.exec(head);
  if (first) return leadOf(`${first[2]}${first[3]}`, 'letter', first[0].length, 'firm');
  const plain = PLAIN.exec(head);
  if (plain)
    return leadOf(plain[1] ?? '', plain[2] === ':' ? ':' : '-', plain[0].length, plain[2] === ':' ? 'firm' : 'weak');
  const line = head.trim();
  // A line of a name alone, above its text.
  if (!isWhole || !isFirst || line.length > 24 || /[^\p{L} -]/u.test(line)) return undefined;
  const lone = leadOf(line, 'lone', line.length, 'weak');
  return lone?.naming?.by === 'name' ? lone : undefined;
}

function markedLabel([whole, mark, title, inner, outer]: RegExpExecArray, head: string): Lead | undefined {
  const rest = head.slice(whole.length);
  const hasColon = inner !== '' || outer !== undefined || title?.endsWith('.') === true;
  if (!hasColon && rest.trim() !== '' && !STARTS_SENTENCE.test(rest)) return undefined;
  return leadOf(title ?? '', mark ?? '', whole.length, hasColon || rest.trim() === '' ? 'firm' : 'weak');
}

function leadOf(title: string, mark: string, length: number, strength: Strength): Lead | undefined {
  const name = title.trim().replace(/\.$/u, '');
  const naming = namingOf(name);
  if (naming === undefined && !isAside(name)) return undefined;
  const isInitial = naming?.by === 'initial';
  return { title: name, naming, strength, mark: isInitial ? `initial ${mark}` : mark, length };
}

/** Marks and a name after the end of a sentence, right before a colon. */
const BEFORE_COLON = /[.!?…;][)\]"”’*_]{0,4}[ \t]+((\*{1,2}|__?)?([^:*_.!?…;|]{1,40})(\*{1,2}|__?)?)$/u;

function labelAtColon(
  text: string,
  from: number,
  colon: number,
  end: number,
): (Omit<LabelCandidate, 'style' | 'depth' | 'line' | 'leads'> & { readonly mark: string }) | undefined {
  const before = BEFORE_COLON.exec(text.slice(Math.max(from, colon - LONGEST_LABEL), colon));
  if (!before) return undefined;
  const [, whole = '', opening = '', title = '', closing = ''] = before;
  let labelEnd = colon + 1;
  if (opening !== closing) {
    if (closing !== '' || !text.startsWith(opening, labelEnd)) return undefined;
    labelEnd += opening.length;
    if (text.charCodeAt(labelEnd) === COLON) labelEnd += 1;
  }
  if (labelEnd < end && text[labelEnd] !== ' ' && text[labelEnd] !== '\t') return undefined;
  const naming = namingOf(title.trim());
  if (!naming || naming.by === 'otherName') return undefined;
  const strength = opening === '' ? 'weak' : 'firm';
  const mark = `${naming.by === 'initial' ? 'initial ' : ''}${opening === '' ? ':' : opening}`;
  return { title: title.trim(), naming, strength, mark, start: colon - whole.length, labelEnd };
}

/** A name that is underlined, which Markdown takes for a heading. */
export function pushUnderlined({ text, lines }: LabelSource, block: Block, found: LabelCandidate[]): void {
  const { content, end } = lines[block.first] as BlockLine;
  const title = text.slice(content, Math.min(end, content + LONGEST_LABEL)).trim();
  const naming = namingOf(title);
  if (naming === undefined && !isAside(title)) return;
  const labelEnd = (lines[block.last] as BlockLine).end;
  const depth = depthOf(block.container);
  const place = { depth, line: block.first, start: content, labelEnd, leads: true };
  found.push({ title, naming, strength: 'firm', style: 'underlined', ...place });
}

function depthOf(container: Container | undefined): number {
  let depth = 0;
  for (let at = container; at; at = at.parent) depth += 1;
  return depth;
}
