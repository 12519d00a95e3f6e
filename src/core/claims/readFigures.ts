/** Reads the figures of one text, with what each measures and what the text says of it. */
import { readBlocks } from '../blocks/readBlocks';
import { mayHaveBlocks } from '../blocks/fencedBlocks';
import { checkedPath } from '../story/checked';
import { StoryContext } from '../story/lint/context';
import type { JudgedFigure } from '../story/lint/figures';
import type { Sentence } from '../story/lint/sentences';
import type { Story } from '../story/parseStory';
import type { BlockFigure, Closeness, Figure, FigureSource, FileFigures } from './claimModel';
import { OTHERS, roleOf } from './figureRole';
import { isContent, measureOf, stemOf, wordList } from './measureWords';
import { circumstancesOf, clauseOf, directionOf, isInThePast, limitsOf, othersNamed } from './occasion';

/** More figures than this in one file are not compared. */
const MOST_FIGURES = 1000;
/** Words of a sentence that are kept to compare it with others. */
const MOST_CONTEXT = 40;
const MOST_SUBJECT = 400;
/** How many words before and after a figure its sentence is looked at. */
const REACH = 60;

/** Fewer things than this are had in passing: “I have 3 ideas”. */
const MANY = 10;

const NOTHING: ReadonlySet<string> = new Set();
const ABOUT = wordList('about around roughly approximately nearly almost some circa');
const MORE = wordList('over above exceeding');
const LESS = wordList('under below within');
const CASE_WORDS = wordList('case study model estimate projection');
const PROJECTED = wordList('projected projects shows showed came comes found');

/**
 * Which kind of file in a loop, or in the stories folder, has figures; undefined for any other. @param path relative to
 * the prep folder, with `/`.
 */
export function figureSource(path: string): FigureSource | undefined {
  const checked = checkedPath(path);
  if (checked) return checked.kind;
  const parts = path.split('/');
  if (parts.length !== 2 || parts[0]?.startsWith('.')) return undefined;
  if (parts[1] === 'cheat-sheet.md') return 'sheet';
  return parts[1] === 'case.md' ? 'case' : undefined;
}

/**
 * Every figure of a text. Never throws; takes linear time.
 * @param parsed the text as a story, for those who have it.
 */
export function readFigures(path: string, text: string, source: FigureSource, parsed?: Story): FileFigures {
  // An offer's reading leaves nothing out that stands under “Notes”; a sheet and a case are read the same way.
  const kind = source === 'story' || source === 'script' ? source : 'offer';
  const story = new StoryContext(text, { kind, parsed });
  const memo = new Map<number, ReadonlySet<string>>();
  const contextOf = (sentence: number): ReadonlySet<string> => {
    let found = memo.get(sentence);
    if (!found) memo.set(sentence, (found = stemsOf(story, story.sentences[sentence])));
    return found;
  };
  const figures = story.figures
    .slice(0, MOST_FIGURES)
    .map((figure) => readFigure(story, figure, source, contextOf(figure.sentence)));
  return {
    path,
    text,
    source,
    title: story.parsed.title ?? nameOfPath(path),
    figures,
    blocks: mayHaveBlocks(text) ? blockFigures(text) : [],
    subject: subjectOf(story),
  };
}

const nameOfPath = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/iu, '');

function readFigure(
  story: StoryContext,
  figure: JudgedFigure,
  source: FigureSource,
  context: ReadonlySet<string>,
): Figure {
  const { quantity } = figure;
  const whole = story.sentences[figure.sentence] as Sentence;
  const sentence = source === 'sheet' ? onItsLine(story, figure, whole) : whole;
  const measure = measureOf(story, figure, sentence.first);
  const stems = new Set(measure.words.filter((word) => !measure.qualifiers.has(word)).map((word) => stemOf(word)));
  const role = roleOf(story, figure, sentence, { source, measure: measure.words });
  const section = story.sectionOf(figure.sentence);
  const claimed = role === 'current' && isClaimed(story, figure, sentence);
  return {
    start: quantity.start,
    end: quantity.end,
    quantity,
    measure: measure.written,
    stems,
    head: measure.head === undefined ? undefined : stemOf(measure.head),
    qualifiers: measure.qualifiers,
    scope: new Set([...scopeOf(story, sentence), ...measure.where.map((word) => stemOf(word))]),
    circumstances: circumstancesOf(story, figure),
    limits: limitsOf(story, figure),
    isPast: quantity.from === undefined && isInThePast(story, figure),
    sentence: figure.sentence,
    context,
    clause: clauseOf(story, figure),
    // “22 of 310 tests” is a part, however its sentence goes on.
    mode: /\sof\s|\//u.test(quantity.text.slice(0, 80)) && quantity.kind === 'ratio' ? 'part' : measure.mode,
    role,
    closeness: closenessOf(story, figure, sentence),
    isClaimed: claimed,
    others: claimed ? NOTHING : othersNamed(story, figure, stems, sentence.first),
    direction: directionOf(story, figure),
    part: section === undefined ? undefined : section === 'Impact' || section === 'Result' ? 'outcome' : 'other',
    line: story.lineAt(quantity.start),
  };
}

/**
 * The part of a sentence that stands on a figure's line: a sheet is notes, and each line is a thought of its own, with
 * or without a bullet. An item of a list goes on in indented lines.
 */
function onItsLine({ tokens, text }: StoryContext, { first, last }: JudgedFigure, sentence: Sentence): Sentence {
  const hasBreak = (k: number): boolean => /[\r\n](?![ \t\r\n])/u.test(text.slice(tokens.end(k), tokens.start(k + 1)));
  let [from, to] = [first, Math.max(last, first + 1)];
  while (from > sentence.first && first - from < REACH && !hasBreak(from - 1)) from -= 1;
  while (to < sentence.last && to - last < REACH && !hasBreak(to - 1)) to += 1;
  return { ...sentence, first: from, last: to };
}

function stemsOf(story: StoryContext, sentence: Sentence | undefined): ReadonlySet<string> {
  const stems = new Set<string>();
  if (!sentence) return stems;
  for (let k = sentence.first; k < Math.min(sentence.last, sentence.first + MOST_CONTEXT); k += 1) {
    const word = story.tokens.word(k);
    if (isContent(word) && !story.tokens.isFigure(k)) stems.add(stemOf(word));
  }
  return stems;
}

/** What a story is about: its title, and what its outcome sections say. */
function subjectOf(story: StoryContext): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of (story.parsed.title ?? '')
    .slice(0, 200)
    .toLowerCase()
    .split(/[^\p{L}\d-]+/u))
    if (isContent(word)) stems.add(stemOf(word));
  for (let i = 0; i < story.sentences.length && stems.size < MOST_SUBJECT; i += 1) {
    const section = story.sectionOf(i);
    if (section === 'Impact' || section === 'Result')
      for (const stem of stemsOf(story, story.sentences[i])) stems.add(stem);
  }
  return stems;
}

/** Names in the middle of a sentence: “In Europe”. */
function scopeOf(story: StoryContext, { first, last }: Sentence): ReadonlySet<string> {
  const found = new Set<string>();
  for (let k = first + 1; k < Math.min(last, first + MOST_CONTEXT); k += 1) {
    const start = story.tokens.start(k);
    const shown = story.text.slice(start, Math.min(story.tokens.end(k), start + 30));
    // A capital and small letters; an abbreviation such as “ARR” is no place.
    if (/^\p{Lu}\p{Ll}{2}/u.test(shown) && !story.is(k).first) found.add(stemOf(shown.toLowerCase()));
  }
  return found;
}

function closenessOf(story: StoryContext, { first, quantity }: JudgedFigure, sentence: Sentence): Closeness {
  const word = (back: number): string => (first - back >= sentence.first ? story.tokens.word(first - back) : '');
  const isMarked = /[~≈]\s?$/u.test(story.text.slice(Math.max(0, quantity.start - 2), quantity.start));
  if (isMarked || ABOUT.has(word(1)) || /^(?:about|around|nearly|almost|roughly)/iu.test(quantity.text)) return 'about';
  if (word(1) === 'to' && word(2) === 'close') return 'about';
  if (word(1) === 'than') return word(2) === 'more' ? 'more' : 'less';
  if (MORE.has(word(1)) || (word(1) === 'least' && word(2) === 'at')) return 'more';
  return LESS.has(word(1)) || (word(1) === 'to' && word(2) === 'up') ? 'less' : 'exact';
}

/** “I cut …”, “we won …”, “the case study projected …”: the sentence claims the figure for the user. */
function isClaimed(story: StoryContext, { first, quantity }: JudgedFigure, sentence: Sentence): boolean {
  const { has } = sentence;
  const { tokens } = story;
  const from = Math.max(sentence.first, first - 6);
  // What stands between the figure and the last comma says whose it is.
  for (let k = first - 1; k >= from; k -= 1) {
    if (OTHERS.has(tokens.word(k))) return false;
    if (tokens.afterBreak(k)) break;
  }
  const has_ = (list: ReadonlySet<string>): boolean =>
    story.some(Math.max(sentence.first, first - REACH), Math.min(sentence.last, first + REACH), (k) =>
      list.has(tokens.word(k)),
    );
  if (has_(CASE_WORDS) && has_(PROJECTED)) return true;
  if ((has.pay && has.ask) || isOwnPay(story, first, quantity.kind)) return false;
  const isOwn = has.first || has.mine || has.we;
  if (!isOwn) return false;
  // “Our largest customer had 22,000 developers”, “we have 34 customers”.
  const isHad = quantity.kind === 'count' && quantity.value >= MANY;
  return (
    (isHad &&
      story.some(Math.max(sentence.first, first - REACH), first, (k) => /^(?:have|had|has)$/u.test(tokens.word(k)))) ||
    has.change ||
    has.achieve ||
    has.adopt ||
    has.build ||
    has.deed ||
    story.some(Math.max(sentence.first, first - REACH), first, (k) =>
      /^(?:led|won|took|brought|made|ran|sold|wrote|flew|spoke|taught)$|[a-z]{2}ed$/u.test(tokens.word(k)),
    )
  );
}

/** “I earn $150,000 now”, “a salary of $60,000”: what somebody is paid is no deed. */
function isOwnPay({ tokens }: StoryContext, first: number, kind: string): boolean {
  if (kind !== 'money') return false;
  const [before, beside] = [tokens.word(first - 2), tokens.word(first - 1)];
  if (before === 'i' && /^(?:earn|make|get)$/u.test(beside)) return true;
  return /^(?:salary|wage|compensation)$/u.test(before) || /^(?:salary|wage|compensation)$/u.test(beside);
}

/** What blocks take as given and work out. */
function blockFigures(text: string): BlockFigure[] {
  return readBlocks(text)
    .flatMap((block) => [
      ...block.results.map(({ title, value, unit, low, high, place }) => ({
        title,
        value,
        unit,
        low,
        high,
        isResult: true,
        start: place?.start ?? block.start,
        end: place?.end ?? block.start,
      })),
      ...block.inputs.map(({ key, value, unit, low, high, valueStart, valueEnd }) => ({
        title: key,
        value,
        unit,
        low,
        high,
        isResult: false,
        start: valueStart,
        end: valueEnd,
      })),
    ])
    .slice(0, MOST_FIGURES);
}
