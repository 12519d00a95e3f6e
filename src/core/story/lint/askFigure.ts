import { writeBlank } from '../../markdown/blanks';
import type { TextEdit } from '../../markdown/text';
import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { ADJECTIVES, ADVERBS, DEGREES, HEAPS, MANY } from './lexicon/vagueness';
import type { Sentence } from './sentences';
import type { Fix } from './types';

const [OF, AN] = wordIds('of an');
const HOW_MUCH = writeBlank('how much');
const HOW_MANY = writeBlank('how many');
const TITLE = 'Ask for the figure: put a blank in its place';

/** "More tickets", "numerous users": what is counted. */
const COUNTED = wordSet('more fewer numerous countless');
/** "A large number of": the figure replaces all of it. */
const AMOUNTS = wordSet('number numbers amount amounts volume volumes quantity quantities majority share portion');
/** "A very significant drop": it belongs to the word after it. */
const STRENGTHENS = wordSet('very quite really truly rather pretty fairly');
const ARTICLES = wordSet('a an the our their its');
/** What ends the object of a verb: "reduced churn | in two months". */
const AFTER_OBJECT = wordSet(`
  in on at for with by within after before while when which who and but so to from across over during since because
  through using as until once without than that if or where via
`);

/** Words and the spaces between them: nothing that opens or closes emphasis or a link is cut in two. */
const PLAIN = /^[\p{L}\p{M}\s'’-]*$/u;

/**
 * Puts a blank in the place of vague words: "fell significantly" becomes "fell by {{how much}}", "a lot of tickets"
 * "{{how many}} tickets". The rest of the sentence keeps its grammar.
 * @param vague the token of the vague word, with the tokens that its words begin and end with.
 * @returns undefined where no blank can stand in their place.
 */
export function askFigure(
  story: StoryContext,
  sentence: Sentence,
  vague: { readonly start: number; readonly at: number; readonly end: number },
): Fix | undefined {
  const edits = editsFor(story, sentence, vague);
  const isPlain = edits.every(({ start, end }) => PLAIN.test(story.text.slice(start, end)));
  return isPlain && edits.length > 0 ? { title: TITLE, edits, snippet: true } : undefined;
}

type Vague = Parameters<typeof askFigure>[2];

function editsFor(story: StoryContext, sentence: Sentence, { start, at, end }: Vague): TextEdit[] {
  const word = story.id(at);
  if (MANY.has(word)) return [replaced(story, start, end, HOW_MANY)];
  if (HEAPS.has(word)) {
    if (story.id(end) === OF) return [replaced(story, start, end, HOW_MANY)];
    return end > at ? [replaced(story, start, end - 1, HOW_MUCH)] : [replaced(story, start, end, `by ${HOW_MUCH}`)];
  }
  if (DEGREES.has(word)) return [replaced(story, at, at, COUNTED.has(story.id(at + 1)) ? HOW_MANY : HOW_MUCH)];
  if (ADJECTIVES.has(word)) return adjective(story, sentence, at);
  return ADVERBS.has(word) ? adverb(story, sentence, at) : [];
}

/** "A huge drop" becomes "a {{how much}} drop", "a huge number of users" "{{how many}} users". */
function adjective(story: StoryContext, { first, last }: Sentence, at: number): TextEdit[] {
  let from = at > first && STRENGTHENS.has(story.id(at - 1)) ? at - 1 : at;
  const hasArticle = from > first && ARTICLES.has(story.id(from - 1));
  if (AMOUNTS.has(story.id(at + 1)) && story.id(at + 2) === OF && at + 2 < last)
    return [replaced(story, hasArticle ? from - 1 : from, at + 2, HOW_MANY)];
  const blank = COUNTED.has(story.id(at)) ? HOW_MANY : HOW_MUCH;
  if (hasArticle && story.id(from - 1) === AN) {
    from -= 1;
    const article = story.text.charAt(story.tokens.start(from));
    return [replaced(story, from, at, `${article} ${blank}`)];
  }
  return [replaced(story, from, at, blank)];
}

/** "Fell significantly", "significantly reduced churn", "significantly faster". */
function adverb(story: StoryContext, { first, last }: Sentence, at: number): TextEdit[] {
  const next = at + 1;
  const hasNext = next < last && !story.tokens.afterBreak(next);
  if (hasNext && (story.is(next).comparative || (at > first && ARTICLES.has(story.id(at - 1)))))
    return [replaced(story, at, at, COUNTED.has(story.id(next)) ? HOW_MANY : HOW_MUCH)];
  const isBeforeVerb = hasNext && story.is(next).change && !story.is(next).changeNoun;
  if (!isBeforeVerb && !(hasNext && at === first)) return [replaced(story, at, at, `by ${HOW_MUCH}`)];
  let object = next + 1;
  while (object < last && !story.tokens.afterBreak(object) && !AFTER_OBJECT.has(story.id(object))) object += 1;
  const after = story.tokens.end(object - 1);
  return [withoutWord(story, at), { start: after, end: after, newText: ` by ${HOW_MUCH}` }];
}

/** Takes a word out with the space after it; the next word begins the sentence where it did. */
function withoutWord({ text, tokens }: StoryContext, at: number): TextEdit {
  const [start, end] = [tokens.start(at), tokens.start(at + 1)];
  const opens = /^\p{Lu}/u.test(text.slice(start, start + 1));
  return opens ? { start, end: end + 1, newText: text.charAt(end).toUpperCase() } : { start, end, newText: '' };
}

function replaced({ tokens }: StoryContext, from: number, to: number, newText: string): TextEdit {
  return { start: tokens.start(from), end: tokens.end(to), newText };
}
