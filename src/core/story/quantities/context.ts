import { isUpper, startsSentence, wordBefore, type Word } from './chars.js';
import { changeVerbs, hedges, months, namesWithNumbers, reachVerbs, replacements, scoreLinks, scoreNames, sentenceOpeners } from './lexicon.js';

/** ~ < > ≈ ≤ ≥ ± */
const isHedgeSign = (c: number): boolean => c === 126 || c === 60 || c === 62 || c === 0x2248 || c === 0x2264 || c === 0x2265 || c === 0xb1;

/** The word before `pos`, past hedges such as "about", "more than" and "~". */
export function leadWord(text: string, pos: number): Word | undefined {
  let at = pos;
  for (let i = 0; i < 4; i++) {
    while (at > 0 && isHedgeSign(text.charCodeAt(at - 1))) at--;
    const word = wordBefore(text, at);
    if (!word || !hedges.has(word.low)) return word;
    at = word.start;
  }
  return wordBefore(text, at);
}

/** The number at `pos` belongs to the word before it: "Route 53", "HTTP 500", "section 4", "Nov 22", "top 3". */
export function isNamePart(text: string, pos: number): boolean {
  const word = wordBefore(text, pos);
  if (!word) return false;
  if (scoreNames.has(word.low)) return false;
  if (namesWithNumbers.has(word.low)) return true;
  if (!isUpper(word.raw.charCodeAt(0))) return false;
  if (months.has(word.low)) return true;
  if (word.raw === 'I' || sentenceOpeners.has(word.low)) return false;
  return !startsSentence(text, word.start);
}

const beforeYears = new Set('in since by during until till from early late mid before after of through between for fy the and to calendar fiscal year spring summer autumn fall winter end'.split(' '));

/** 1900 to 2099 in four digits where a year would stand. */
export function isYear(text: string, pos: number, value: number, hasNoun: boolean): boolean {
  if (!Number.isInteger(value) || value < 1900 || value > 2099) return false;
  if (!hasNoun || value % 100 !== 0) return true;
  const word = wordBefore(text, pos);
  return word !== undefined && (beforeYears.has(word.low) || months.has(word.low)) && word.low !== 'for' && word.low !== 'of' && word.low !== 'from' && word.low !== 'to';
}

const CLAUSE = 90;

/** The words of the clause before `pos`, nearest first, at most `limit`. */
function* clauseBefore(text: string, pos: number, limit: number): Generator<Word> {
  let at = pos;
  const floor = Math.max(0, pos - CLAUSE);
  for (let i = 0; i < limit; i++) {
    while (at > floor && '+=~≈><:("“'.includes(text[at - 1] ?? '.')) at--;
    const word = wordBefore(text, at);
    if (!word || word.start < floor) return;
    yield word;
    at = word.start;
  }
}

/** The score a bare figure is of: NPS in "NPS rose from 31 to 47". Null where none is named just before. */
export function scoreBefore(text: string, pos: number): string | null {
  for (const word of clauseBefore(text, pos, 6)) {
    if (scoreNames.has(word.low) && (word.low !== 'map' || word.raw === 'mAP' || word.raw === 'MAP')) {
      const name = wordBefore(text, word.start);
      // "NPS score of 45" is of NPS.
      if ((word.low === 'score' || word.low === 'rating') && name && scoreNames.has(name.low)) return name.raw;
      if (word.low === 'score' && name?.low === 'promoter') return 'NPS';
      return word.raw;
    }
    if (!scoreLinks.has(word.low) && !hedges.has(word.low)) return null;
  }
  return null;
}

/** A bare figure that is the outcome of a change: "grew the team to 12", "cut it by 3", "reached 40". */
export function isOutcome(text: string, pos: number): boolean {
  const lead = leadWord(text, pos);
  if (!lead) return false;
  if (reachVerbs.has(lead.low)) return true;
  if (lead.low !== 'to' && lead.low !== 'by') return false;
  for (const word of clauseBefore(text, lead.start, 8)) {
    if (changeVerbs.has(word.low)) return true;
    if (replacements.has(word.low)) return false;
  }
  return false;
}

/** The clause before speaks of replacing one version by another. */
export function isReplacement(text: string, pos: number): boolean {
  for (const word of clauseBefore(text, pos, 8)) if (replacements.has(word.low)) return true;
  return false;
}
