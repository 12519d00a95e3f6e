/** What came of it: by how much, when, against which goal, and how soon the story gets there. */
import { wordSet } from '../../prose/vocabulary';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../lexicon/times';
import type { Told } from './signal';

const BASES = wordSet('against compared before instead than where');

/** A change with the figure that it began from. */
export function isChange({ story, sentence: { first, last, has }, index }: Told): boolean {
  const figures = story.figuresIn(index);
  if (figures.some(({ quantity }) => quantity.from !== undefined)) return true;
  return figures.length > 1 && (has.change || has.before) && story.hasWord(BASES, first, last);
}

const TIMES = wordSet(`
  day days week weeks month months quarter quarters year years season seasons weekend summer spring autumn winter
  easter christmas ${MONTH_NAMES} ${WEEKDAY_NAMES}
`);
const TIME_PREPOSITIONS = wordSet('in within over by after since during for of per until a an');
const TIME_REACH = 4;

/** An outcome with when, or over what. */
export function isTimed(told: Told): boolean {
  const { story, sentence, index } = told;
  const { first, last, has } = sentence;
  if (story.isSetting(index) || story.figuresIn(index).length === 0) return false;
  const isOutcome = isChange(told) || (has.change && story.figuresIn(index).some(({ role }) => role !== 'none'));
  return isOutcome && saysWhen(told.story, first, last);
}

/** "In three months", "by June", "a month". */
export const saysWhen = (story: Told['story'], first: number, last: number): boolean =>
  story.some(
    first,
    last,
    (k) => TIMES.has(story.id(k)) && story.hasWord(TIME_PREPOSITIONS, Math.max(first, k - TIME_REACH), k),
  );

/** Opens with the outcome: within two sentences. */
export function findOpening(all: readonly Told[]): number {
  for (const told of all.slice(0, 2)) {
    const { story, sentence, index } = told;
    if (story.isSetting(index)) return -1;
    const has = sentence.has;
    if (isChange(told) || (story.figuresIn(index).length > 1 && (has.change || has.achieve))) return index;
  }
  return -1;
}

const STANDARDS = wordSet('target goal goals promise promised deadline objective');
const MET = wordSet('missed passed met reached beat hit kept short way close early exceeded reach agreed');

/** Compares the result with what was asked. */
export function isAnswer({ story, sentence: { first, last, has }, index }: Told): boolean {
  if ((!has.goal && !has.slo) || (!has.first && !has.we) || story.isSetting(index) || index === 1) return false;
  return story.some(
    first,
    last,
    (k) => STANDARDS.has(story.id(k)) && story.hasWord(MET, Math.max(first, k - 8), k + 6),
  );
}

/** Sentences that a story needs before its set-up is measured. */
const FEWEST_SENTENCES = 5;
/** A set-up of at most this share of the words is short. */
const SHORT = 0.28;

/** Comes to one's own acts early. */
export function findShortSetUp(all: readonly Told[]): number {
  const [opening] = all;
  if (!opening || all.length < FEWEST_SENTENCES) return -1;
  const { usesHeadings, parsed } = opening.story;
  const isSetUpWritten = ['Situation', 'Task'].every((name) =>
    parsed.sections.some((section) => section.name === name && section.written),
  );
  if (usesHeadings && !isSetUpWritten) return -1;
  let setUp = 0;
  let words = 0;
  let isSetUp = true;
  for (const told of all) {
    const length = told.sentence.last - told.sentence.first;
    words += length;
    isSetUp = usesHeadings ? told.story.isSetting(told.index) : isSetUp && !beginsAction(told);
    if (isSetUp) setUp += length;
  }
  return setUp <= words * SHORT ? opening.index : -1;
}

/** "I weighed the bins", or a change in figures. */
function beginsAction({ story, sentence: { has }, index }: Told): boolean {
  if (story.figuresIn(index).some(({ quantity }) => quantity.from !== undefined)) return true;
  return has.first && (has.build || has.deed || has.decision || has.change || has.research);
}
