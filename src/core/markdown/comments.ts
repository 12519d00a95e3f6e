/** HTML comments: what the writer of a text keeps to themselves. */

const OPEN = '<!--';
const CLOSE = '-->';
/** What may stand in a line before a comment that is a block of its own. */
const LINE_START = /(?:^|\n) {0,3}$/u;

/**
 * The text without its comments. One without an end takes all that follows where it begins a line, as it does in
 * Markdown, and elsewhere its line: it was meant as one. Where it is escaped, or begins code, it is text.
 */
export function withoutComments(text: string): string {
  return cutComments(text, (open) => {
    if (LINE_START.test(text.slice(Math.max(0, open - 4), open))) return text.length;
    const end = text.indexOf('\n', open);
    return end < 0 ? text.length : end;
  });
}

/** One line of a text without comments, for where it stands alone: one that ends in a later line goes, too. */
export function withoutLineComments(line: string): string {
  return line.includes(OPEN) ? cutComments(line, () => line.length).trim() : line;
}

/** @param endOfOpen where a comment that is not closed ends. */
function cutComments(text: string, endOfOpen: (open: number) => number): string {
  let result = '';
  const last = text.lastIndexOf(CLOSE);
  for (let at = 0; ;) {
    const open = text.indexOf(OPEN, at);
    if (open < 0) return result + text.slice(at);
    const inside = open + OPEN.length;
    const close = inside > last ? -1 : text.indexOf(CLOSE, inside);
    const isText = /[\\`]/u.test(text[open - 1] ?? '') && close < 0;
    const end = isText ? inside : close < 0 ? endOfOpen(open) : close + CLOSE.length;
    result += text.slice(at, isText ? inside : open);
    at = end;
  }
}
