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

/** A figure, words, or a figure and words after it; what follows is a remark. */
const FIGURE = /^([1-4])(?![\d.,]\d|\d)(?:[ \t]*(?:\/|of|out of)[ \t]*4\b)?/iu;
const WORDS = /^(strong(?:ly)?[ \t-]+)?(?:(no|not|don['’]t|do not)(?:[ \t-]+hire)?|hire|yes)(?![\p{L}\p{N}])/iu;

/** A decision at the beginning of a text, and what follows it; undefined where there is none, or two that differ. */
export function readHire(text: string): { readonly hire: Hire; readonly rest: string } | undefined {
  const figure = FIGURE.exec(text);
  const behind = figure ? text.slice(figure[0].length) : text;
  const gap = /^[\s.,;:=()–—-]*/u.exec(behind)?.[0] ?? '';
  const words = WORDS.exec(behind.slice(gap.length));
  const said = words ? hireOf(Boolean(words[1]), Boolean(words[2])) : undefined;
  if (!figure) return said && words ? { hire: said, rest: behind.slice(gap.length + words[0].length) } : undefined;
  const hire = HIRES[Number(figure[1]) - 1];
  if (!hire) return undefined;
  if (!said || !words) return { hire, rest: behind };
  return said === hire ? { hire, rest: behind.slice(gap.length + words[0].length) } : undefined;
}

function hireOf(isStrong: boolean, isNo: boolean): Hire {
  if (isNo) return isStrong ? 'strong no hire' : 'no hire';
  return isStrong ? 'strong hire' : 'hire';
}
