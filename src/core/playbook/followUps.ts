/** The list “Follow-ups:” of a prompt: what its listener asks next, and what to make of the answers. */

export interface FollowUp {
  /** What the listener says or does, as Markdown; so are the other two. */
  readonly push: string;
  /** What a good turn sounds like. */
  readonly good: string;
  /** What a bad one sounds like. */
  readonly bad: string;
}

export const FOLLOW_UPS = /^\**Follow-ups:\**[ \t]*$/i;

const GOOD = /\*{0,2}\bGood:\*{0,2}/iu;
const BAD = /\*{0,2}\bBad:\*{0,2}/iu;

/** One item of the list; undefined where it does not say what is good and what is bad, in this order. */
export function readFollowUp(item: string): FollowUp | undefined {
  const [push, answers] = cut(item, GOOD);
  const [good, bad] = cut(answers, BAD);
  return push === '' || good === '' || bad === '' ? undefined : { push, good, bad };
}

/** What stands before a label and after it; '' for what is missing. */
function cut(text: string, label: RegExp): [before: string, after: string] {
  const found = label.exec(text);
  return found ? [text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim()] : ['', ''];
}
