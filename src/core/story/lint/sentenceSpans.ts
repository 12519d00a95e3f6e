import type { Span } from '../../ports';
import { withProse } from '../prose/prose';
import { SentenceReader } from './sentences';

/** Where the sentences of a paragraph begin and end, its Markdown included. Linear time. */
export function sentenceSpans(paragraph: string): Span[] {
  return withProse(paragraph, (prose) => {
    const reader = new SentenceReader(prose, paragraph);
    reader.readLine(0, 0, paragraph.length);
    reader.end();
    return reader.sentences.map(({ start, end }) => ({ start, end }));
  });
}
