/** Sentences that ask for pay. */
import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import type { Sentence } from './sentences';

const [YOU] = wordIds('you');
const MODALS = wordSet('can could would will');
/** Verbs and nouns of asking that ask by themselves; the others need a first person. */
const ASKS = wordSet('ask asks asking request requesting counter countering proposal');
const ASKING_HEADING = /\b(?:asks?|counter|negotiat\w*|requests?)\b/iu;

export interface AskPart {
  readonly sentences: readonly number[];
  /** Its heading speaks of asking. */
  readonly asking: boolean;
  /** '' before the first. */
  readonly heading: string;
}

/** The text by headings: an ask and what it rests on stand under the same one. */
export function askParts(story: StoryContext): AskPart[] {
  const { outline } = story.parsed;
  const result: { sentences: number[]; asking: boolean; heading: string }[] = [
    { sentences: [], asking: false, heading: '' },
  ];
  let heading = 0;
  story.sentences.forEach((sentence, index) => {
    let entered = false;
    while (heading < outline.length && (outline[heading]?.start ?? 0) < sentence.start) {
      heading += 1;
      entered = true;
    }
    if (entered) {
      const title = outline[heading - 1]?.title ?? '';
      result.push({ sentences: [], asking: ASKING_HEADING.test(title), heading: title });
    }
    result[result.length - 1]?.sentences.push(index);
  });
  return result;
}

/** "I would like a base of $205k": pay, a figure or a blank for it or not, and the wish for it. */
export function isAsk(story: StoryContext, index: number, asking: boolean): boolean {
  const sentence = story.sentences[index];
  if (!sentence?.has.pay) return false;
  const figures = story
    .figuresIn(index)
    .some(({ quantity }) => quantity.kind === 'money' || quantity.kind === 'percent');
  if (asking && figures) return true;
  if (!sentence.has.ask) return false;
  if (isOwn(sentence)) return true;
  return story.some(
    sentence.first,
    sentence.last,
    (k) => ASKS.has(story.id(k)) || (story.id(k) === YOU && MODALS.has(story.id(k - 1))),
  );
}

/** The speaker's own: said with I, my or we. */
export const isOwn = ({ has }: Sentence): boolean => has.first || has.mine || has.we;
