/** What an interviewer decides in the end: hire or no hire, on the scale of the scores. */

/** In the order of the scores: the first is a 1, the last a 4. */
export const HIRES = ['strong no hire', 'no hire', 'hire', 'strong hire'] as const;

export type Hire = (typeof HIRES)[number];

/** From 1 to 4; 3 meets the bar, as for a competency. */
export function scoreOfHire(hire: Hire): number {
  return HIRES.indexOf(hire) + 1;
}

/** “no hire (2 of 4)”. */
export function hireText(hire: Hire): string {
  return `${hire} (${scoreOfHire(hire)} of 4)`;
}

/** Whether it says that the candidate is to be hired. */
export function isHire(hire: Hire): boolean {
  return scoreOfHire(hire) > 2;
}

const FIGURE = /^([1-4])(?![\d.,]\d|\d)(?:[ \t]*(?:\/|of|out of)[ \t]*4\b)?/iu;
/** "Strong no hire"; "no" and "yes" alone only where nothing but another decision or a remark behind a mark follows. */
const DECISION =
  /^(strong(?:ly)?[ \t-]+)?(?:((?:no|not|don['’]t|do not)[ \t-]+hire|no(?=[ \t*_]*(?:$|[.,;:()/–—-]|(?:and|or)\b)))|hire|yes(?=[ \t*_]*(?:$|[.,;:()/–—-]|(?:and|or)\b)))(?![\p{L}\p{N}])/iu;
/** Another figure, as in "3-4". */
const OTHER_FIGURE = /^[ \t]*(?:[-–—]|or|to|and)[ \t]*[1-4](?![\p{L}\p{N}])/iu;
/** What may stand between a figure and its words, and between two decisions. */
const GAP = /^[\s.,;:=()*_–—-]*/u;
const JOINED = /^[\s*_]*(?:[,;:/(–—-]|or\b|and\b)?[\s*_]*/iu;

interface Decision {
  readonly hire: Hire;
  /** What follows it. */
  readonly rest: string;
}

/**
 * A decision at the beginning of a text, as a figure, in words, or as both, and what follows it; undefined where there
 * is none, or where it says two that differ: “hire / no hire”, “3-4”.
 */
export function readHire(text: string): Decision | undefined {
  const figure = FIGURE.exec(text);
  if (!figure) return settled(inWords(text));
  const hire = HIRES[Number(figure[1]) - 1];
  const rest = text.slice(figure[0].length);
  if (!hire || OTHER_FIGURE.test(rest)) return undefined;
  const said = inWords(rest.slice(GAP.exec(rest)?.[0].length));
  if (!said) return { hire, rest };
  return said.hire === hire ? settled(said) : undefined;
}

function inWords(text: string): Decision | undefined {
  const words = DECISION.exec(text);
  return words ? { hire: hireOf(Boolean(words[1]), Boolean(words[2])), rest: text.slice(words[0].length) } : undefined;
}

/** Undefined where another decision follows at once. */
function settled(said: Decision | undefined): Decision | undefined {
  const next = said && inWords(said.rest.slice(JOINED.exec(said.rest)?.[0].length));
  return next && next.hire !== said.hire ? undefined : said;
}

function hireOf(isStrong: boolean, isNo: boolean): Hire {
  if (isNo) return isStrong ? 'strong no hire' : 'no hire';
  return isStrong ? 'strong hire' : 'hire';
}
