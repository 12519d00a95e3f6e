/** Inline code: from a run of backticks to the next run that is as long. */
import type { Line } from './text';

/** Finds where inline code ends. Asked from the front of a text to its back, it takes linear time in all. */
export class CodeEnds {
  /** For each length, where the runs of it begin, the first of them last. */
  private readonly runs = new Map<number, number[]>();

  constructor(text: string) {
    const found = [...text.matchAll(/`+/gu)].reverse();
    for (const { 0: run, index } of found) {
      const same = this.runs.get(run.length);
      if (same) same.push(index);
      else this.runs.set(run.length, [index]);
    }
  }

  /**
   * Where the code ends that a run of backticks opens; undefined where no run as long closes it.
   * @param length of the run, `from` where it ends, `limit` where its paragraph does.
   */
  after(length: number, from: number, limit: number): number | undefined {
    const later = this.runs.get(length) ?? [];
    while (later.length > 0 && (later.at(-1) as number) < from) later.pop();
    const end = (later.at(-1) ?? Infinity) + length;
    return end > limit ? undefined : end;
  }
}

interface CodeSpans {
  /** With their backticks, in order. */
  readonly spans: readonly Pick<Line, 'start' | 'end'>[];
  /** Whether some run of backticks is still to be closed. */
  readonly isOpen: boolean;
}

/** The inline code of a paragraph, a heading or a cell. */
export function codeSpans(text: string): CodeSpans {
  const ends = new CodeEnds(text);
  const spans: { start: number; end: number }[] = [];
  let isOpen = false;
  // A backslash makes a character of the backtick after it, and not in code.
  const mark = /\\[\\`]|`+/gu;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const { 0: run, index } = match;
    if (run.startsWith('\\')) continue;
    const end = ends.after(run.length, index + run.length, text.length);
    if (end === undefined) isOpen = true;
    else {
      spans.push({ start: index, end });
      mark.lastIndex = end;
    }
  }
  return { spans, isOpen };
}
