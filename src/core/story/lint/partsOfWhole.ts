import { wordIds, wordSet } from '../prose/vocabulary';
import { inWords, type Wrong } from './arithmetic';
import type { StoryContext } from './context';
import type { NumberTold } from './numbersOf';

/** A whole with its parts, or with one of them and its share: "of 46 buses, 31 …, 9 … and 8 …". */

const [OF, AND, WHOM, WHICH, THE] = wordIds('of and whom which the');
/** How many words may stand before a whole or a part that say what it is. */
const NEAR = 3;
/** Between a part and its share: "180 went home the same day, which is 85 %". */
const THUS = wordSet(
  "so that that's i.e thus hence or equals means meaning is which makes exactly about around nearly almost just some roughly a",
);
/** Another thing may be meant from here on. */
const BREAKS_OFF = wordSet('but while although because since though whereas both too also');
/** After a share, these make it another one. */
const ELSE = wordSet('more less fewer higher lower better faster up down than above below of');
/** The last part is all that is left: "and the other 8", "and 160 had not". */
const REST = wordSet('other others remaining rest last');
const NOT = wordSet(
  "not hadn't didn't haven't don't wasn't weren't hasn't doesn't isn't aren't couldn't wouldn't none",
);
const WORDS_OF_NOT = 4;
/** Whoever says one thing may say another. */
const SAYS = wordSet(
  'wanted want asked ask said say named mentioned liked like prefer preferred use used speak play chose',
);
/** "… and 9 cooked": they may have done the rest as well. */
const DID = /ed$/u;
/** Parts that come to far more overlap: nobody meant them to add up. */
const MOST_OVER = 1.2;
/** Percentage points by which a rounded share may be off. */
const POINTS = 1.6;

const isCounted = ({ kind }: NumberTold): boolean => kind === undefined || kind === 'count' || kind === 'money';

/** "Of our 46 buses", "80 parents, of whom": parts of it follow. */
const isWhole = (story: StoryContext, { first, last }: NumberTold): boolean =>
  story.some(
    Math.max(0, first - NEAR),
    first,
    (k) => story.id(k) === OF && !story.some(k + 1, first + 1, (at) => story.tokens.afterBreak(at)),
  ) || isOfThem(story, last);

const isOfThem = (story: StoryContext, last: number): boolean =>
  story.some(last, last + NEAR, (k) => story.id(k) === OF && (story.id(k + 1) === WHOM || story.id(k + 1) === WHICH));

/** "Of 60 nurses, 45 (85 %) signed up", "of the 240 bikes, 180 went home the same day, which is 85 %". */
export function wrongShare(story: StoryContext, numbers: readonly NumberTold[]): Wrong | undefined {
  const at = numbers.findIndex(({ kind }) => kind === 'percent');
  const [whole, part, told] = [numbers[at - 2], numbers[at - 1], numbers[at]];
  if (!whole || !part || !told || !isCounted(whole) || !isCounted(part) || !isWhole(story, whole)) return undefined;
  if (part.value > whole.value || part.value === 0 || told.figure?.quantity.high !== undefined) return undefined;
  if (!isToldOf(story, part, told) || ELSE.has(story.id(told.last))) return undefined;
  const actual = (100 * part.value) / whole.value;
  return Math.abs(actual - told.value) <= POINTS ? undefined : { told, is: `that is ${Math.round(actual)} %` };
}

/** "18 of the 24 families came to at least one evening, that's 80 %". */
export function wrongShareOfRatio(story: StoryContext, numbers: readonly NumberTold[]): Wrong | undefined {
  const at = numbers.findIndex(({ kind }) => kind === 'percent');
  const [ratio, told] = [numbers[at - 1], numbers[at]];
  if (!ratio || !told || ratio.kind !== 'ratio' || ratio.figure?.quantity.from !== undefined) return undefined;
  if (!story.tokens.isFigure(ratio.first) || told.figure?.quantity.high !== undefined) return undefined;
  if (!isToldOf(story, ratio, told) || ELSE.has(story.id(told.last))) return undefined;
  const actual = 100 * ratio.value;
  return Math.abs(actual - told.value) <= POINTS ? undefined : { told, is: `that is ${Math.round(actual)} %` };
}

/** A mark sets the share apart, and only words that say "that is" lead to it. */
function isToldOf(story: StoryContext, part: NumberTold, told: NumberTold): boolean {
  if (story.hasWord(BREAKS_OFF, part.last, told.first)) return false;
  let from = told.first;
  while (from > part.last && THUS.has(story.id(from - 1)) && !story.tokens.afterBreak(from)) from -= 1;
  if (!story.tokens.afterBreak(from)) return false;
  // "31 got new brakes, 85 % of them in May": right after the part, the share needs no word before it.
  // Between two marks it is of what was said.
  return from < told.first || from === part.last || story.tokens.afterBreak(told.last);
}

/** "$100k: $50k for staff, …"; "of the 200 answers, 120 …, 60 … and 50 …"; "of the 520, 310 had it and 160 hadn't". */
export function wrongParts(story: StoryContext, numbers: readonly NumberTold[]): Wrong | undefined {
  const [whole, ...parts] = numbers.filter(({ kind }) => kind !== 'duration');
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (!whole || !first || !last || parts.length < 2 || !isCounted(whole)) return undefined;
  if (!parts.every((part) => isCounted(part) && (part.kind !== 'money' || whole.kind === 'money'))) return undefined;
  if (!isListed(story, parts) || parts.some(({ value }) => value >= whole.value)) return undefined;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (sum === whole.value || sum > 2 * whole.value) return undefined;
  const between = story.text.slice(story.tokens.end(whole.last - 1), story.tokens.start(first.first));
  const colon = between.lastIndexOf(':');
  // A currency's sign may stand between.
  const isList = colon >= 0 && between.slice(colon + 1).trim().length <= 1;
  if (!(isList && parts.length > 2) && !isAll(story, whole, parts, sum)) return undefined;
  return { told: whole, is: `the parts come to ${inWords(sum)}` };
}

/** They are separated by marks, and the last by "and". */
function isListed(story: StoryContext, parts: readonly NumberTold[]): boolean {
  const last = parts[parts.length - 1] as NumberTold;
  const isPart = ({ first }: NumberTold, at: number): boolean =>
    at === 0 || story.tokens.afterBreak(first) || story.id(leadOf(story, first)) === AND;
  const from = parts[0]?.last ?? 0;
  return (
    parts.every(isPart) &&
    story.id(leadOf(story, last.first)) === AND &&
    !story.hasWord(BREAKS_OFF, from, last.last + NEAR)
  );
}

/** The word before "the other 8". */
function leadOf(story: StoryContext, first: number): number {
  let k = first - 1;
  while (REST.has(story.id(k)) || story.id(k) === THE) k -= 1;
  return k;
}

/** The parts are all there is, or more than there can be. */
function isAll(story: StoryContext, whole: NumberTold, parts: readonly NumberTold[], sum: number): boolean {
  if (!isWhole(story, whole)) return false;
  const { first, last } = parts[parts.length - 1] as NumberTold;
  const isRest = story.hasWord(REST, first - 1, last + 2) || story.hasWord(NOT, last, last + WORDS_OF_NOT);
  if (isRest) return true;
  if (sum < whole.value || isSaid(story, whole, last)) return false;
  // "Of our 20 pupils, 12 sing and 15 dance": some do both.
  if (parts.length > 2) return sum <= MOST_OVER * whole.value && !DID.test(story.tokens.word(last));
  return isOfThem(story, whole.last) && isShort(story, last);
}

/** "… and 38 wanted a longer lunch": who wants the one may want the other. */
const isSaid = (story: StoryContext, whole: NumberTold, last: number): boolean =>
  story.hasWord(SAYS, whole.last, last + NEAR) && !isShort(story, last);

/** "… and 38 the other", "… and 8 theirs", "… and 19 by car": with more words it may be another thing. */
function isShort(story: StoryContext, last: number): boolean {
  const [rest = ''] = /^[^,.;:!?()\n]*/u.exec(story.text.slice(story.tokens.end(last - 1))) ?? [];
  return story.id(last) === THE || rest.trim().split(/\s+/u).length < NEAR;
}
