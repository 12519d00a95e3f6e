/** What a figure measures: the phrase after it (“35 ms p99 latency”) or before it (“p99 latency fell to 35 ms”). */
import type { StoryContext } from '../story/lint/context';
import type { JudgedFigure } from '../story/lint/figures';
import type { Quantity } from '../story/quantities';
import type { FigureMode } from './claimModel';

export const wordList = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** They end a noun phrase. */
const STOPS = wordList(`
  a an the this that these those which who whom whose what when where why how if then than as and or but nor so yet because
  since while before after until during i we you he she it they i'd i've i'm we'd we've my our your his her its their me us
  him them to from by at in on of for with without within into onto over under above below between across through about
  around nearly almost roughly approximately only just even also now today currently there here not no never is are was were
  be been being am has have had do does did will would can could should may might must per each every all both some any more
  most fewer less least other another such same again still already once twice up down off out ago later earlier
  against versus vs previously instead together respectively down overall total
  ms s sec second seconds minute minutes hour hours day days week weeks month months quarter quarters year years percent usd eur gbp
`);
/** Skipped between a figure and the phrase before it. */
const SKIPPED = wordList(`
  to from by at of is are was were be been being now about around nearly almost roughly approximately over under above
  below only just even up down it in as low high than stands stood sits sat runs ran takes took remains remained averages
  averaged stayed stays still already had has have went gone got reached reaches hit hits some well
  the then between more less least most no another further within
`);
const VERBS = wordList(`
  took take takes brought bring brings raised cut cuts grew fell rose dropped went got made kept led ran run won signed
  hired filled shipped launched built moved saved saves saving save earned earns earning worth spent lost gained added
  delivered drove held reached hit doubled halved tripled improved reduced lowered increased decreased ended end handled
  handle handles served serve serves shared brings used uses came comes become became left gave give gives
  projected shows showed found find draw drew tested ran stopped trained rewrote keep keeps put measured measure say
  says converts convert
`);
/** What money does where nothing else says what it is. */
const MONEY_VERBS: ReadonlyMap<string, string> = new Map([
  ['saved', 'saved'],
  ['saves', 'saved'],
  ['saving', 'saved'],
  ['save', 'saved'],
  ['savings', 'saved'],
  ['worth', 'worth'],
  ['earned', 'earned'],
  ['earns', 'earned'],
  ['earning', 'earned'],
]);
const COMPARATIVES = wordList(`
  more fewer less higher lower better worse faster slower cheaper shorter longer larger smaller greater quicker
`);
const CHANGE_NOUNS = wordList(`
  increase increases growth rise drop drops fall reduction decrease uplift lift gain improvement cut decline
`);
/** They say nothing about what is measured where another word does. */
export const WEAK = wordList(`
  time times rate rates number numbers share level levels average total overall amount figure value own new additional extra incremental whole new previous early good
`);
export const DETERMINERS = wordList('the our my your their its his her all a an these those them');
const QUALIFIER =
  /^(?:p\d{1,2}(?:\.\d{1,3})?|median|mean|average|peak|maximum|minimum|worst|best|gross|net|first|second|third)$/u;

const PERCENTILE = /^p\d/u;

/** “tier-1”, “day7”: with its number, a word names one of several. */
export const isQualifier = (word: string): boolean => QUALIFIER.test(word) || /\d/u.test(word);
/** “Time to hire”, “cost to serve”: they go on with what is done. */
const TO_DO = wordList('time cost costs days hours minutes seconds price effort');

const MOST_WORDS = 5;
const MOST_SKIPPED = 8;

/** They tie a noun to the one before: “the error rate of the API”. */
const OF = wordList('of');
/** They say where a figure holds: “conversion in Germany”, “latency on mobile”. */
export const PLACES = wordList('in on for at across among within');

interface Measure {
  /** As written: “NPS”, “error rate of the API”. */
  readonly written: string;
  readonly words: readonly string[];
  /** Where it holds, as the words before the figure say: “conversion on mobile”. */
  readonly where: readonly string[];
  /** The last word of the phrase that the others describe. */
  readonly head: string | undefined;
  readonly qualifiers: ReadonlySet<string>;
  readonly mode: FigureMode;
}

/** The first letters of a word, which words of one family share. */
export function stemOf(word: string): string {
  const plain = CANONICAL.get(word) ?? word.replace(/['’]s$/u, '');
  // “Query” and “queries” are one, and so are “deploy” and “deploys”.
  const singular = plain.length > 3 ? plain.replace(/(?:ies|(?<![aeou])ys?|s)$/u, '') : plain;
  return singular.slice(0, 6);
}

/** Several names of one thing. */
const CANONICAL: ReadonlyMap<string, string> = new Map([
  ['client', 'customer'],
  ['clients', 'customer'],
  ['customers', 'customer'],
  ['people', 'person'],
  ['persons', 'person'],
  ['costs', 'cost'],
  ['sales', 'revenue'],
]);

/** A word that says what a sentence is about. */
export const isContent = (word: string): boolean =>
  word.length > 2 && !STOPS.has(word) && !SKIPPED.has(word) && /^\p{L}/u.test(word);

/**
 * What a figure measures, as its sentence says.
 * @param from the first token that may say so.
 */
export function measureOf(story: StoryContext, figure: JudgedFigure, from: number): Measure {
  const { quantity } = figure;
  const after = phraseAfter(story, figure);
  const unit = unitWords(quantity.kind === 'count' || quantity.kind === 'rate' ? quantity.unit : null);
  const before = unit.length > 0 || after.words.length > 0 ? NO_PHRASE : phraseBefore(story, figure, from);
  const phrase = after.words.length > 0 ? after : before;
  const said = unit.length > 0 ? unit : phrase.words;
  const qualifiers = new Set(
    [...said, ...(qualifierBeside(story, figure) ?? []), ...phrase.numbered].filter((word) => isQualifier(word)),
  );
  const found = isBarePercentile(quantity, said, qualifiers) ? [...said, 'latency'] : said;
  const plain = found.filter((word) => !isQualifier(word));
  const telling = plain.filter((word) => !WEAK.has(word));
  const named = telling.length > 0 ? telling : plain;
  const joint = named.findIndex((word) => word === 'per' || OF.has(word));
  return {
    written: unit.length > 0 ? found.join(' ') : phrase.written,
    words: found.filter(isTelling),
    where: unit.length > 0 ? [] : phrase.where,
    head: (joint > 0 ? named[joint - 1] : named.at(-1)) ?? undefined,
    qualifiers,
    // “Brought in $5M of revenue”, “won 40 customers”: so much of it, not a change of what it was.
    mode:
      after.mode ?? modeBefore(story, figure, unit.length > 0 || (quantity.kind === 'money' && after.words.length > 0)),
  };
}

/** “A p99 of 35 ms” is one of latency, whether or not that is said. */
function isBarePercentile({ kind }: Quantity, said: readonly string[], qualifiers: ReadonlySet<string>): boolean {
  return kind === 'duration' && said.every(isQualifier) && [...qualifiers].some((word) => PERCENTILE.test(word));
}

const unitWords = (unit: string | null): string[] =>
  unit === null || unit === 'bytes'
    ? []
    : unit
        .toLowerCase()
        .split(/[\s-]+/u)
        .filter((word) => word !== '');

/** Before a figure they say that it is what something stands at. */
const LEVELS = wordList('to at is are was were from reached hit stands');

/** What something lasts: “a build takes 9 minutes”. */
const TAKES = wordList('take takes took taking last lasts lasted need needs needed');

/** “By 12%”, “fell 12%”, “an increase of 12%”: the figure is a change. */
function modeBefore(story: StoryContext, { first, sentence, quantity }: JudgedFigure, isAmount: boolean): FigureMode {
  if (quantity.from !== undefined) return 'level';
  const from = story.sentences[sentence]?.first ?? first;
  for (let k = first - 1; k >= Math.max(from, first - 3); k -= 1) {
    const word = story.tokens.word(k);
    const isUpOrDown = (word === 'up' || word === 'down') && k === first - 1;
    if (word === 'by' || isUpOrDown || (CHANGE_NOUNS.has(word) && !story.is(k).change)) return 'change';
    if (LEVELS.has(word) || (quantity.kind === 'duration' && TAKES.has(word))) return 'level';
    // “Churn fell 2 points”, “cut costs 20%”.
    if (!isAmount && story.is(k).change) return 'change';
  }
  return quantity.kind === 'multiplier' ? 'change' : 'level';
}

/** “120 ms at p99”. */
function qualifierBeside(story: StoryContext, { last, sentence }: JudgedFigure): string[] | undefined {
  const end = story.sentences[sentence]?.last ?? last;
  for (let k = last; k < Math.min(end, last + 3) && !story.tokens.afterBreak(k); k += 1) {
    const word = story.tokens.word(k);
    if (word === 'and') return undefined;
    if (PERCENTILE.test(word)) return [word];
  }
  return undefined;
}

interface Phrase {
  readonly words: readonly string[];
  readonly written: string;
  readonly where: readonly string[];
  /** “day 7” before it, as one word. */
  readonly numbered: readonly string[];
  readonly mode?: FigureMode;
}

const NO_PHRASE: Phrase = { words: [], written: '', where: [], numbered: [] };

const isTelling = (word: string): boolean => word !== 'per' && word !== 'to' && !OF.has(word) && !DETERMINERS.has(word);

/** The words of tokens `first` to `last` (exclusive), as a phrase. @param begin the first token of their sentence. */
function phraseOf(story: StoryContext, begin: number, first: number, last: number): Phrase {
  const { tokens, text } = story;
  const words: string[] = [];
  let written = '';
  for (let k = first; k < last; k += 1) {
    words.push(tokens.word(k));
    const shown = text.slice(tokens.start(k), tokens.end(k));
    // The first word of a sentence has its capital from there; “NPS” and “iOS” have theirs everywhere.
    const isPlain = /^\p{Lu}[\p{Ll}-]*$/u.test(shown) && k === begin;
    const joint = k === first ? '' : isTied(story, k - 1) ? '-' : ' ';
    written += joint + (isPlain ? shown.toLowerCase() : shown);
  }
  return { words, written, where: [], numbered: [] };
}

/** “35 ms p99 latency”, “40% fewer tickets”, “40% of the users”, “$2M in chargebacks”. */
function phraseAfter(story: StoryContext, figure: JudgedFigure): Phrase {
  const { tokens } = story;
  const { quantity } = figure;
  const end = story.sentences[figure.sentence]?.last ?? figure.last;
  let k = figure.last;
  if (k >= end || isApart(story, k)) return NO_PHRASE;
  const word = tokens.word(k);
  const money = quantity.kind === 'money' ? MONEY_VERBS.get(word) : undefined;
  if (money !== undefined) return { words: [money], written: money, where: [], numbered: [] };
  const isShare = quantity.kind === 'percent' || quantity.kind === 'ratio';
  if (COMPARATIVES.has(word)) return { ...nounPhrase(story, k + 1, end), mode: 'change' };
  if (CHANGE_NOUNS.has(word)) return { ...nounPhrase(story, k + 2, end), mode: 'change' };
  if (word === 'of' || ((word === 'in' || word === 'on') && quantity.kind === 'money')) {
    k += 1;
    while (k < end && DETERMINERS.has(tokens.word(k))) k += 1;
    const found = nounPhrase(story, k, end);
    return isShare && found.words.length > 0 ? { ...found, mode: 'part' } : found;
  }
  return nounPhrase(story, k, end);
}

/** A comma, a full stop, a dot between items or the edge of a table’s cell stands before token `k`. */
function isApart({ tokens, text }: StoryContext, k: number): boolean {
  if (tokens.afterBreak(k)) return true;
  const start = tokens.start(k);
  return start > 0 && /(?:[·•|;→⇒]\s*|\.\s+)$/u.test(text.slice(Math.max(0, start - 4), start));
}

/** The words of a noun phrase from token `k` on. */
export function nounPhrase(story: StoryContext, k: number, end: number): Phrase {
  const { tokens } = story;
  let at = k;
  for (; at < Math.min(end, k + MOST_WORDS); at += 1) {
    const word = tokens.word(at);
    if (isApart(story, at)) break;
    if (!(word === 'per' && at > k) && !isNoun(story, at, word)) break;
  }
  while (at > k && tokens.word(at - 1) === 'per') at -= 1;
  return phraseOf(story, -1, k, at);
}

/** A hyphen ties token `k` to the next one: “on-time”. */
export function isTied({ tokens, text }: StoryContext, k: number): boolean {
  const end = tokens.end(k);
  return text[end] === '-' && tokens.start(k + 1) === end + 1;
}

function isNoun(story: StoryContext, k: number, word: string): boolean {
  // “On-time delivery”, “look-up time”: within such a word, a preposition is a part of a name.
  if (/^\p{L}/u.test(word) && (isTied(story, k) || isTied(story, k - 1))) return true;
  if (story.tokens.isFigure(k) || STOPS.has(word) || VERBS.has(word) || !/^\p{L}/u.test(word)) return false;
  return !/(?:ly|ed)$/u.test(word) || word === 'weekly' || word === 'daily' || word === 'monthly' || word === 'failed';
}

/** “p99 latency fell to”, “average revenue per account from”. */
function phraseBefore(story: StoryContext, figure: JudgedFigure, from: number): Phrase {
  const { at, verb } = skipBack(story, figure, from);
  const first = at === undefined ? undefined : nounPhraseBack(story, at, from);
  if (at === undefined || first === undefined || first > at) {
    const said = moneyVerb(figure, verb);
    return { words: said, written: said.join(' '), where: [], numbered: [] };
  }
  const joint = jointBefore(story, first, from);
  const nearest = { ...phraseOf(story, from, first, at + 1), numbered: numberedBefore(story, first, from) };
  if (joint === undefined) return nearest;
  const told = nounPhraseBack(story, joint - 1, from);
  if (told >= joint) return nearest;
  if (story.tokens.word(joint) === 'to') return phraseOf(story, from, told, at + 1);
  // “The error rate of the API” is another thing than its uptime; “conversion in Germany” than that in France.
  if (OF.has(story.tokens.word(joint))) return phraseOf(story, from, told, at + 1);
  return {
    ...phraseOf(story, from, told, joint),
    where: nearest.words,
    numbered: [...nearest.numbered, ...numberedBefore(story, told, from)],
  };
}

/** “Day-7 retention”, “level 2 support”: the number that stands before token `first`, with its word. */
function numberedBefore({ tokens }: StoryContext, first: number, from: number): string[] {
  const k = first - 1;
  if (k < from || tokens.afterBreak(first) || !tokens.isFigure(k)) return [];
  const word = k > from && !tokens.afterBreak(k) ? tokens.word(k - 1) : '';
  return [`${STOPS.has(word) ? '' : word}${tokens.word(k)}`];
}

/** The preposition that ties the phrase that begins with token `first` to a noun before it. */
function jointBefore({ tokens }: StoryContext, first: number, from: number): number | undefined {
  let k = first - 1;
  if (k > from && DETERMINERS.has(tokens.word(k)) && !tokens.afterBreak(k + 1)) k -= 1;
  // “Build time for 220 engineers”.
  else if (k > from + 1 && tokens.isFigure(k) && PLACES.has(tokens.word(k - 1))) k -= 1;
  const word = tokens.word(k);
  if (k <= from || tokens.afterBreak(k) || tokens.afterBreak(k + 1)) return undefined;
  if (word === 'to') return TO_DO.has(tokens.word(k - 1)) ? k : undefined;
  return OF.has(word) || PLACES.has(word) ? k : undefined;
}

/** Where the phrase before a figure ends, past its verb and prepositions; undefined where a comma stands between. */
function skipBack(
  story: StoryContext,
  figure: JudgedFigure,
  from: number,
): { readonly at: number | undefined; readonly verb: string | undefined } {
  const { tokens } = story;
  let verb: string | undefined;
  let k = figure.first - 1;
  for (let skipped = 0; k >= from && skipped < MOST_SKIPPED; k -= 1, skipped += 1) {
    const word = tokens.word(k);
    const isVerb = isVerbAt(story, k, word, k + 1 === figure.first);
    if (isVerb) verb = word;
    else if (!SKIPPED.has(word) && !tokens.isFigure(k) && !/ly$/u.test(word)) break;
    // Before a comma something else is spoken of, unless “to 3.1 million” goes on with it.
    const isOther = isVerb || k === figure.first - 1 || !isNoun(story, k - 1, tokens.word(k - 1));
    if (tokens.afterBreak(k) && word !== 'to' && isOther) return { at: undefined, verb };
  }
  return { at: k, verb };
}

/** The first token of the noun phrase that ends with token `k`; `k + 1` where there is none. */
function nounPhraseBack(story: StoryContext, k: number, from: number): number {
  const { tokens } = story;
  let first = k + 1;
  for (let at = k; at >= Math.max(from, k - MOST_WORDS + 1); at -= 1) {
    const word = tokens.word(at);
    const goesOn = first <= k && word === 'per';
    if (!goesOn && !isNoun(story, at, word)) break;
    first = at;
    if (isApart(story, at)) break;
  }
  return first;
}

/** “Serving cost $80k”, where the figure follows at once; in “serving cost is $80k” it is a noun. */
function isVerbAt(story: StoryContext, k: number, word: string, isBeside: boolean): boolean {
  if (word === 'cost' || word === 'costs') return isBeside;
  return VERBS.has(word) || story.is(k).change || story.is(k).achieve;
}

const moneyVerb = ({ quantity }: JudgedFigure, verb: string | undefined): string[] => {
  const said = quantity.kind === 'money' && verb !== undefined ? MONEY_VERBS.get(verb) : undefined;
  return said === undefined ? [] : [said];
};
