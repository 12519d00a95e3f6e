import { wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import type { Sentence } from './sentences';

/** A stem of this many letters identifies words of one family; for a long word, one more. */
const STEM = 4;
const LONG = 8;
const FEWEST_LETTERS = 3;
/** Words that say nothing about the subject of a sentence. */
const EMPTY = wordSet(`
  a an the any one ones single more new extra further additional our my your their his her its us me them it this that these those
  having makes make making let letting taking take took being getting get got doing give giving put putting add adding using
  use losing touching in on at to from of for with and or by even ever too much many all every each what which who whom away
  down up off out people work team time times first then than as is are was were be been has have had will would could should
  must i we you he she they there here so but not no without within while until before after during since between into over
  under below above least most more less fewer about around nearly almost job task goal target aim asked ask wanted need
  needed promised promise order bring brought brings set said told head keep keeping kept cut reduce raise increase improve
  find found month months year years week weeks day days hour hours quarter half end june july january february march april
  may august september october november december spring summer autumn winter easter christmas now next last every only
  also both where when how why percent points share number rate level
`);

/** The stems of what is said from token `from` to `to` (exclusive): words of one family share theirs. */
export function stemsIn(story: StoryContext, from: number, to: number): string[] {
  const stems: string[] = [];
  for (let k = from; k < to; k += 1) {
    const word = story.tokens.word(k);
    if (!EMPTY.has(story.id(k)) && word.length >= FEWEST_LETTERS && !story.tokens.isFigure(k))
      stems.push(word.slice(0, word.length < LONG ? STEM : STEM + 1));
  }
  return stems;
}

/** Two sentences name something in words of one family. */
export const sharesStem = (story: StoryContext, a: Sentence, b: Sentence): boolean =>
  sharesStemWith(story, stemsIn(story, a.first, a.last), b);

/** A sentence has a word with one of the stems. */
export function sharesStemWith(story: StoryContext, stems: readonly string[], { first, last }: Sentence): boolean {
  return story.some(first, last, (k) => {
    const word = story.tokens.word(k);
    return !EMPTY.has(story.id(k)) && stems.some((stem) => word.startsWith(stem));
  });
}
