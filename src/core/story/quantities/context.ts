import { isUpper, startsSentence, wordBefore, type Word } from './chars.js';
import { averages, changeVerbs, groups, hedges, months, namesWithNumbers, reachVerbs, replacements, scoreLinks, scoreNames, sentenceOpeners } from './lexicon.js';
import { wordSet } from './wordTable.js';

/** ~ < > ≈ ≤ ≥ ± */
const isHedgeSign = (c: number): boolean => c === 126 || c === 60 || c === 62 || c === 0x2248 || c === 0x2264 || c === 0x2265 || c === 0xb1;

/** The word before `pos`, past hedges such as "about", "more than" and "~". */
export function leadWord(text: string, pos: number): Word | undefined {
  let at = pos;
  for (let i = 0; i < 4; i++) {
    while (at > 0 && isHedgeSign(text.charCodeAt(at - 1))) at--;
    const word = wordBefore(text, at);
    if (!word) return undefined;
    const average = word.low === 'of' ? wordBefore(text, word.start) : undefined;
    if (average && averages.has(average.low)) at = average.start;
    else if (hedges.has(word.low)) at = word.start;
    else return word;
  }
  return wordBefore(text, at);
}

/** A number after `word` belongs to it: "Route 53", "HTTP 500", "section 4", "Nov 22", "top 3". */
export function isNamePart(text: string, word: Word): boolean {
  if (scoreNames.has(word.low)) return false;
  if (namesWithNumbers.has(word.low)) return true;
  if (!isUpper(text.charCodeAt(word.start))) return false;
  if (months.has(word.low)) return true;
  if (word.low === 'i' || sentenceOpeners.has(word.low)) return false;
  return !startsSentence(text, word.start);
}

const beforeYears = wordSet('in since by during until till from early late mid before after of through between for fy the and to calendar fiscal year spring summer autumn fall winter end');

/** 1900 to 2099 in four digits after a word that a year would follow. */
export function isYear(word: Word | undefined, value: number, hasNoun: boolean): boolean {
  if (!Number.isInteger(value) || value < 1900 || value > 2099) return false;
  if (!hasNoun || value % 100 !== 0) return true;
  return word !== undefined && (beforeYears.has(word.low) || months.has(word.low)) && word.low !== 'for' && word.low !== 'of' && word.low !== 'from' && word.low !== 'to';
}

const CLAUSE = 90;

/** The word of the clause before `pos`, past signs and brackets; undefined beyond `floor` or where the clause begins. */
function clauseWord(text: string, pos: number, floor: number): Word | undefined {
  let at = pos;
  for (; at > floor; at--) {
    const c = text.charCodeAt(at - 1);
    // + = ( : " and the hedging signs
    if (c !== 32 && c !== 43 && c !== 61 && c !== 40 && c !== 58 && c !== 34 && c !== 0x201c && !isHedgeSign(c)) break;
  }
  const word = wordBefore(text, at);
  return word && word.start >= floor ? word : undefined;
}

/** The score a bare figure is of: NPS in "NPS rose from 31 to 47". Null where none is named just before. */
export function scoreBefore(text: string, pos: number): string | null {
  const floor = Math.max(0, pos - CLAUSE);
  let word = clauseWord(text, pos, floor);
  for (let i = 0; i < 6 && word; i++) {
    if (scoreNames.has(word.low) && (word.low !== 'map' || text.charCodeAt(word.end - 1) === 80)) {
      const name = wordBefore(text, word.start);
      // "NPS score of 45" is of NPS.
      if ((word.low === 'score' || word.low === 'rating') && name && scoreNames.has(name.low)) return text.slice(name.start, name.end);
      if (word.low === 'score' && name?.low === 'promoter') return 'NPS';
      return text.slice(word.start, word.end);
    }
    if (!scoreLinks.has(word.low) && !hedges.has(word.low)) return null;
    word = clauseWord(text, word.start, floor);
  }
  return null;
}

/** A verb of change, or of replacement, in the clause before `pos`: whichever is nearer. */
function verbBefore(text: string, pos: number): 'change' | 'replacement' | undefined {
  const floor = Math.max(0, pos - CLAUSE);
  let word = clauseWord(text, pos, floor);
  for (let i = 0; i < 8 && word; i++) {
    if (changeVerbs.has(word.low)) return 'change';
    if (replacements.has(word.low)) return 'replacement';
    word = clauseWord(text, word.start, floor);
  }
  return undefined;
}

/** A bare figure that is the outcome of a change: "grew the team to 12", "cut it by 3", "reached 40". */
export function isOutcome(text: string, pos: number): boolean {
  const lead = leadWord(text, pos);
  if (!lead) return false;
  if (reachVerbs.has(lead.low)) return true;
  if (lead.low === 'of') return groups.has(wordBefore(text, lead.start)?.low ?? '');
  return (lead.low === 'to' || lead.low === 'by') && verbBefore(text, lead.start) === 'change';
}

/** The clause before speaks of replacing one version by another. */
export const isReplacement = (text: string, pos: number): boolean => verbBefore(text, pos) === 'replacement';
