/** The words of a line with a block's result: what of it this project wrote, and what the user added after that. */
import type { WorkedBlock } from './blockModel';

export const RESULT_MARK = '<!-- result -->';
export const VERDICT_WORDS = ['over the limit', 'more than it holds', 'the goal is missed'] as const;

const MARK_FIRST = /^<!--[ \t]*result[ \t]*-->[ \t]*/iu;
const SAID_FIRST = /^Result: /u;
const FIGURE = String.raw`[−-]?(?:[A-Z]{3} |[$€£¥])?(?:∞|\d+(?:[.,]\d+)*(?:e[+-]?\d+)?[KMBT]?)`;
const PERIOD = '(?:second|minute|hour|day|week|month|quarter|year)';
const UNIT = String.raw`(?: ?%| (?:ns|µs|ms|s|min|h|days|months|years)(?!\p{L})| ?[KMGTPE]?B(?:\/s)?(?!\p{L}))?(?:\/\p{L}+)*(?: a ${PERIOD}(?!\p{L}))?`;
const VERDICTS = `(?:; (?:${VERDICT_WORDS.join('|')}))*`;
const CAPACITY_PART = String.raw`${FIGURE}(?: partitions?| % busy|${UNIT}(?: written)? a node)`;
/** Where what the user added may begin in a line that is not as it is written now. */
const ADDED = /\s+(?:[([—–#]|<!--)|(?<=[.!?])\s/u;

/** How much of a line is looked at. */
const LONGEST = 2000;

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** No mark-up, and as readable as can be where nobody renders it. */
export const asHtmlText = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

/** The headline as it was written with other figures and other names. */
function headlinePattern({ kind, headline = '', results }: WorkedBlock): string {
  const now = headline === '' ? '' : `${literally(asHtmlText(headline))}(?![\\p{L}\\p{N}]|[.,]\\d)|`;
  switch (kind) {
    case 'latency-budget':
      return `(?:${now}${FIGURE}${UNIT}(?: of ${FIGURE}${UNIT})?, .+? ${FIGURE} %)`;
    case 'capacity':
      return `(?:${now}${CAPACITY_PART})(?:, ${CAPACITY_PART})*`;
    case 'estimate': {
      const last = results.filter(({ id }) => id !== 'sensitivity').at(-1);
      const name = last === undefined ? '' : `${literally(asHtmlText(last.id))}|`;
      // What is counted, as the block says it now.
      const counted = /^[\p{L}]/u.test(last?.unit ?? '') ? `(?: ${literally(asHtmlText(last?.unit ?? ''))})?` : '';
      const unit = `${UNIT}${counted}`;
      return `(?:${now}(?:${name}.+?) ${FIGURE}(?!\\d))${unit}(?:, ${FIGURE}-${FIGURE}${unit})?(?:, [^,;]+? decides)?`;
    }
  }
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
  if (!SAID_FIRST.test(said)) return isMarked ? line.length : 0;
  const own = new RegExp(`^Result: ${headlinePattern(block)}${VERDICTS}`, 'iu').exec(said)?.[0];
  if (own !== undefined) return mark.length + own.length;
  if (!isMarked) return 0;
  const added = said.search(ADDED);
  return added < 0 ? line.length : mark.length + added;
}
