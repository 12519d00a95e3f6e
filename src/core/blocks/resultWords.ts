/** The words of a line with a block's result: what of it this project wrote, and what the user added after that. */
import type { WorkedBlock } from './blockModel';

export const RESULT_MARK = '<!-- result -->';
export const VERDICT_WORDS = ['over the limit', 'more than it holds', 'the goal is missed'] as const;

const MARK_FIRST = /^<!--[ \t]*result[ \t]*-->[ \t]*/iu;
const SAID = 'Result: ';
/** Where what the user added may begin in a line that is not as it is written now. */
const ADDED = /(?<!\s)\s+(?:[([—–#]|<!--)|(?<=[.!?])\s/u;

/** How much of a line is looked at. */
const LONGEST = 2000;

/** No mark-up, and as readable as can be where nobody renders it. */
export const asHtmlText = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

// The pieces that headlines are made of. Each is looked for at one place only, whatever the case of its letters.
const FIGURE = /[−-]?(?:[A-Z]{3} |[$€£¥])?(?:∞|\d+(?:[.,]\d+)*(?:e[+-]?\d+)?[KMBT]?)(?!\d)/iuy;
const UNIT =
  /(?: ?%| (?:ns|µs|ms|s|min|h|days|months|years)(?!\p{L})| ?[KMGTPE]?B(?:\/s)?(?!\p{L}))?(?:\/\p{L}+)*(?: a (?:second|minute|hour|day|week|month|quarter|year)(?!\p{L}))?/iuy;
const PARTITIONS_OR_BUSY = / partitions?| % busy/iuy;
const A_NODE = /(?: written)? a node/iuy;
const DECIDES = /, [^,;]+? decides/iuy;
/** After a whole word or figure. */
const NOT_INSIDE = /(?![\p{L}\p{N}]|[.,]\d)/uy;

/** Reads a line on from a place, piece by piece. */
class PieceReader {
  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  /** Steps over what a sticky pattern finds here; false, without a step, where that is nothing. */
  takes(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    this.at += found?.[0].length ?? 0;
    return found !== null;
  }

  /** Steps over these words, whatever the case of their letters. */
  says(words: string): boolean {
    const isHere = this.text.slice(this.at, this.at + words.length).toLowerCase() === words.toLowerCase();
    if (isHere) this.at += words.length;
    return isHere;
  }

  /** Steps over all that `read` does, or over nothing. */
  tries(read: () => boolean): boolean {
    const from = this.at;
    if (read()) return true;
    this.at = from;
    return false;
  }

  /** Steps over a name, whatever it is, and what `read` does from the blank after it on. */
  takesNameAnd(read: () => boolean): boolean {
    const from = this.at;
    for (let blank = this.text.indexOf(' ', from + 1); blank >= 0; blank = this.text.indexOf(' ', blank + 1)) {
      this.at = blank;
      if (read()) return true;
    }
    this.at = from;
    return false;
  }
}

/** Steps over the headline as it is now, or as it was written with other figures and other names. */
function takesHeadline(line: PieceReader, { kind, headline = '', results }: WorkedBlock): boolean {
  const saysNow = (): boolean =>
    headline !== '' && line.tries(() => line.says(asHtmlText(headline)) && line.takes(NOT_INSIDE));
  switch (kind) {
    case 'latency-budget':
      return saysNow() || line.tries(() => takesBudget(line));
    case 'capacity': {
      const isCapacity = saysNow() || line.tries(() => takesCapacity(line));
      while (isCapacity && line.tries(() => line.says(', ') && takesCapacity(line)));
      return isCapacity;
    }
    case 'estimate': {
      const last = results.filter(({ id }) => id !== 'sensitivity').at(-1);
      const isEstimate = saysNow() || takesNamedFigure(line, last?.id);
      if (isEstimate) takeEstimateRest(line, last?.unit);
      return isEstimate;
    }
  }
}

const takesMeasure = (line: PieceReader): boolean => line.takes(FIGURE) && line.takes(UNIT);

/** “37 of 40 ms, inference 27 %”. */
function takesBudget(line: PieceReader): boolean {
  if (!takesMeasure(line)) return false;
  line.tries(() => line.says(' of ') && takesMeasure(line));
  return line.says(', ') && line.takesNameAnd(() => line.says(' ') && line.takes(FIGURE) && line.says(' %'));
}

/** “3 partitions”, “42 % busy”, “1.2 TB written a node”. */
const takesCapacity = (line: PieceReader): boolean =>
  line.takes(FIGURE) && (line.takes(PARTITIONS_OR_BUSY) || (line.takes(UNIT) && line.takes(A_NODE)));

/** “payback 8”: the name of the result as it is now, which may end with a figure, or any other. */
function takesNamedFigure(line: PieceReader, name: string | undefined): boolean {
  const takesFigure = (): boolean => line.says(' ') && line.takes(FIGURE);
  const saysName = name !== undefined && line.tries(() => line.says(asHtmlText(name)) && takesFigure());
  return saysName || line.takesNameAnd(takesFigure);
}

/** “ months, 6-11 months, churn decides”, each where it is there. */
function takeEstimateRest(line: PieceReader, unit: string | null | undefined): void {
  // What is counted, as the block says it now.
  const counted = /^\p{L}/u.test(unit ?? '') ? ` ${asHtmlText(unit ?? '')}` : '';
  const takeUnit = (): void => {
    line.takes(UNIT);
    line.says(counted);
  };
  takeUnit();
  if (line.tries(() => line.says(', ') && line.takes(FIGURE) && line.says('-') && line.takes(FIGURE))) takeUnit();
  line.takes(DECIDES);
}

/** “; over the limit”, as often as such words stand there. */
function takeVerdicts(line: PieceReader): void {
  while (line.tries(() => line.says('; ') && VERDICT_WORDS.some((words) => line.says(words))));
}

/**
 * How much of a line, from its beginning, was written for a block; 0 for a line that was not.
 * @param isMarked whether such a line begins with its comment, which is gone from texts for others.
 */
export function writtenLength(line: string, block: WorkedBlock, isMarked = true): number {
  const mark = isMarked ? MARK_FIRST.exec(line)?.[0] : '';
  if (mark === undefined) return 0;
  const said = line.slice(mark.length, mark.length + LONGEST);
  // A line that only has the mark is there to be written over.
  if (!said.startsWith(SAID)) return isMarked ? line.length : 0;
  const rest = new PieceReader(said, SAID.length);
  if (takesHeadline(rest, block)) {
    takeVerdicts(rest);
    return mark.length + rest.at;
  }
  if (!isMarked) return 0;
  const added = said.search(ADDED);
  return added < 0 ? line.length : mark.length + added;
}
