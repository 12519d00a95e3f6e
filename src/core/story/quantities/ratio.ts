import { isDigit } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordSet, wordIds } from '../prose/vocabulary';
import { scoreBefore } from './context';
import { vulgar } from './lexicon';
import { isMeasure, measureAt } from './measure';
import { nounAfter, nounText } from './noun';
import { digitsAt, isNumber, tokenEnd, type NotANumber } from './number';
import { gap, idBefore } from './phrase';
import { turned, wordMeasureOf, type Measure } from './types';

const [OUT, OF, IN, THE, STARS] = wordIds('out of in the stars');

/** "12 of our top 20 accounts": what picks the whole out of a larger one. */
const ranks = wordSet('top largest biggest best key first last original initial main leading');
const determiners = wordSet('the our my their its his her all every these those');
const pronouns = wordSet('them us those these');

const scoreLeads = wordSet('rated scored score rating of at averaged');

const isWhole = (m: Measure): boolean => Number.isInteger(m.mantissa * m.scale) && m.mantissa > 0;

/**
 * "5 of 7 teams", "9 out of 10", "1 in 4 users", "4 of them", "12 of our customers". Undefined where `part` is no part
 * of anything.
 */
export function partOf(prose: Prose, part: Measure): Measure | undefined {
  if (part.kind !== undefined || part.mantissa <= 0 || (part.suspect && !part.spelled)) return undefined;
  let p = gap(prose, part.end);
  if (p === part.end) return undefined;
  let link = prose.wordAt(p);
  if (link === OUT) {
    p = gap(prose, p + 3);
    link = prose.wordAt(p) === OF ? OF : 0;
  }
  if (link !== OF && link !== IN) return undefined;
  p = gap(prose, p + 2);
  let determined = false;
  const pronounStart = p;
  const afterLink = prose.wordAt(p);
  if (link === OF && determiners.has(afterLink)) {
    const end = prose.lettersEnd(p);
    const next = gap(prose, end);
    if (next > end) {
      determined = true;
      p = next;
    }
  }
  const value = part.mantissa * part.scale;
  const isRanked = determined && ranks.has(prose.wordAt(p));
  const whole = measureAt(prose, isRanked ? gap(prose, prose.lettersEnd(p)) : p);
  if (
    isMeasure(whole) &&
    (whole.kind === undefined ||
      whole.kind === 'count' ||
      (whole.kind === 'points' && whole.unit === 'stars') ||
      (whole.kind === 'duration' && link === OF && determined)) &&
    (isRanked || !whole.suspect || whole.spelled) &&
    isWhole(whole)
  ) {
    const total = whole.mantissa * whole.scale;
    if (!isWhole(part)) {
      // "4.8 out of 5" is a score.
      const isScore = link === OF && value <= total && (total === 5 || total === 10 || total === 100) && !part.spelled;
      return isScore
        ? turned(part, whole.end, 'points', whole.unit === 'stars' ? 'stars' : scoreBefore(prose, part.start))
        : undefined;
    }
    const isShare =
      link === OF
        ? value <= total && total > 1
        : value < total && value <= 9 && (total <= 1000 || Number.isInteger(Math.log10(total)));
    if (isShare) {
      const share = turned(part, whole.end, 'ratio', null);
      share.mantissa = value / total;
      share.scale = share.factor = 1;
      return share;
    }
  }
  if (link !== OF || value === 1 || !isWhole(part)) return undefined;
  if (pronouns.has(afterLink)) {
    // "the five of us" is everyone.
    if (idBefore(prose, part.start) === THE) return undefined;
    const end = prose.lettersEnd(pronounStart);
    if (!determined || nounAfter(prose, end, false) === undefined) return turned(part, end, 'count', null);
  }
  if (!determined) return undefined;
  const noun = nounAfter(prose, p - 1, false);
  return noun && noun !== 'idle' ? turned(part, noun.end, 'count', nounText(prose, noun)) : undefined;
}

/**
 * "9/10 users", "2/3 of", "4.7/5": a slash between two figures. What is neither ("24/7", "11/22/2026") is no number.
 */
export function slashed(prose: Prose, start: number): Measure | NotANumber | undefined {
  const part = digitsAt(prose, start);
  if (!isNumber(part) || prose.code(part.end) !== 47 || !isDigit(prose.code(part.end + 1))) return undefined;
  const nothing = { skipTo: tokenEnd(prose, part.end) };
  const whole = digitsAt(prose, part.end + 1);
  if (!isNumber(whole) || nothing.skipTo > whole.end || whole.mantissa === 0) return nothing;
  const made = (end: number, mantissa: number, kind: 'points' | 'ratio', unit: string | null): Measure => ({
    start,
    end,
    mantissa,
    scale: 1,
    factor: 1,
    kind,
    unit,
    marked: true,
    suspect: false,
    spelled: false,
    high: undefined,
  });
  if (part.decimal) {
    const next = gap(prose, whole.end);
    const stars = prose.wordAt(next) === STARS;
    return made(stars ? next + 5 : whole.end, part.mantissa, 'points', stars ? 'stars' : scoreBefore(prose, start));
  }
  if (part.mantissa > whole.mantissa || (part.mantissa === 24 && whole.mantissa === 7)) return nothing;
  const phrase = nounAfter(prose, whole.end, false);
  const noun = phrase === 'idle' ? undefined : phrase;
  const scored = whole.mantissa === 10 || whole.mantissa === 5 || whole.mantissa === 100;
  const before = idBefore(prose, start);
  const isShare = noun ?? (prose.wordAt(gap(prose, whole.end)) === OF || (scored && scoreLeads.has(before)));
  if (!isShare) return nothing;
  return made(noun?.end ?? whole.end, part.mantissa / whole.mantissa, 'ratio', null);
}

/** "¾ of users": a share in one character. */
export function vulgarShare(prose: Prose, start: number): Measure | undefined {
  const value = vulgar.get(prose.code(start));
  if (value === undefined || isDigit(prose.before(start)) || prose.wordAt(gap(prose, start + 1)) !== OF)
    return undefined;
  return wordMeasureOf(start, start + 1, value, 'ratio', null, 1);
}
