import type { BlockLine } from '../../markdown/blocks';
import type { LineKind } from '../../markdown/outline';
import type { Prose } from '../prose/prose';
import { SentenceReader, type Sentence } from './sentences';
import type { Tokens } from './tokens';

export interface Scan {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
}

/**
 * Splits what a story says into sentences and words, in one pass, and looks every word up on the way.
 * @param prose the story, as it was read.
 * @param said the same with what is not said blanked out, unit for unit.
 * @param breaks offsets, in order, at which a paragraph ends that Markdown goes on with.
 * @param kinds of the lines; a line for which `isTransparent` holds does not end the paragraph.
 */
export function scan(
  prose: Prose,
  said: string,
  lines: readonly BlockLine[],
  kinds: readonly LineKind[],
  breaks: readonly number[],
  isTransparent: (line: number) => boolean,
): Scan {
  const reader = new SentenceReader(prose, said);
  let goesOn = false;
  let nextBreak = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as BlockLine;
    if (kinds[i] !== 'text') {
      goesOn = isTransparent(i);
      if (!goesOn) reader.endBlock();
      continue;
    }
    if (beginsBlock(line, i, goesOn)) reader.endBlock();
    goesOn = false;
    if (!line.block || line.kind === 'rule') continue;
    let from = line.content;
    for (; (breaks[nextBreak] ?? Infinity) < line.end; nextBreak += 1) {
      const at = breaks[nextBreak] as number;
      if (at > from) reader.readLine(i, from, at);
      reader.endBlock();
      from = Math.max(from, at);
    }
    reader.readLine(i, from, line.end);
  }
  reader.end();
  return { tokens: reader.tokens, sentences: reader.sentences };
}

/**
 * A blank line, a list item, a table's row, a thematic break: what stands in it is not part of the sentence above.
 * @param goesOn a transparent line is above, which Markdown takes for the end of the paragraph.
 */
function beginsBlock({ block, kind, marker }: BlockLine, index: number, goesOn: boolean): boolean {
  if (!block || kind === 'table' || kind === 'rule' || marker >= 0) return true;
  return block.first === index && !goesOn;
}
