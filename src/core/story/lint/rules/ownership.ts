import { learn, wordIds, wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import { W } from '../lexicon/classes';
import { FLAG } from '../lexicon/table';
import type { Rule } from '../rule';
import type { Sentence } from '../scan';

const [A, DID, MINE, MY, ME, BY, ON, TO, FELL, UP, DOWN, AND] = wordIds('a did mine my me by on to fell up down and');
const I_WOULD = learn("i'd");
const NO_DEEDS = wordSet(
  'based armed faced given compared related need indeed speed red bed feed seed hundred united determined driven',
);
const PASSIVE = wordSet('by on with to was were');

/** Behind "I", and past its helpers, these are no acts: being there, feeling, remembering. */
const NO_ACTS = wordSet(`
  part involved member lucky happy proud glad excited fortunate there think thought believe believed feel felt guess remember recall saw noticed learned learnt know knew
  enjoyed liked loved wish hope hoped witnessed mean say on in with a one told surprised worried aware joined belonged like watched grateful at
`);
const HELPERS = wordSet('am was had have also then still just really always do did very been feel so being would');
/** "My call", "my first move": what is the speaker's own doing. */
const OWN = wordSet(`
  call decision proposal idea plan design part first next role job task recommendation suggestion initiative pitch draft approach bet choice contribution analysis memo
  doc document prototype responsibility move answer argument advice priority insistence lead work own roadmap framework spec brief request suggestion focus push direction
  experiment hypothesis estimate model job mandate watch
`);
const NAMES_WITH_I = wordSet(
  'phase type tier part series class level stage volume chapter title category round wave act grade',
);

/** Whether a sentence has an act of the speaker's own in it. */
export function isOwnAct(story: StoryContext, sentence: Sentence): boolean {
  for (let k = sentence.first; k < sentence.last; k += 1) {
    if (story.tokens.quoted(k) || (story.tokens.classes(k) & (W.first | W.mine)) === 0) continue;
    if (story.tokens.classes(k) & W.first) {
      const unit = story.text.charCodeAt(story.tokens.end(k));
      if (
        unit === SLASH ||
        NAMES_WITH_I.has(story.id(k - 1)) ||
        (story.text[story.tokens.start(k)] === 'i' && (unit === FULL_STOP || unit === PARENTHESIS))
      )
        continue;
      let next = k + 1;
      // "I'm part of": the helper is in the word.
      while (next < sentence.last && HELPERS.has(story.id(next))) next += 1;
      const isAct = !NO_ACTS.has(story.id(next)) || (story.id(k) === I_WOULD && story.id(next) !== A);
      if (isAct && (next < sentence.last || story.id(next - 1) === DID)) return true;
      if (joinsDeed(story, next, sentence.last)) return true;
    } else if (story.id(k) === MINE || (story.id(k) === MY && (OWN.has(story.id(k + 1)) || OWN.has(story.id(k + 2))))) {
      return true;
    } else if (
      story.id(k) === ME &&
      (story.id(k - 1) === BY ||
        story.id(k - 1) === ON ||
        (story.id(k - 1) === TO && (story.id(k - 2) === FELL || story.id(k - 2) === UP || story.id(k - 2) === DOWN)))
    ) {
      return true;
    }
  }
  return false;
}

/** "I noticed that … and rewrote it": a second verb behind "and" that is a deed. */
function joinsDeed(story: StoryContext, from: number, last: number): boolean {
  for (let k = from; k + 1 < last; k += 1) {
    if (story.id(k) !== AND) continue;
    if (story.tokens.flags(k + 1) & FLAG.deed || /^[a-z]{3,}ed$/u.test(story.tokens.word(k + 1))) return true;
  }
  return false;
}

const FULL_STOP = 46;
const SLASH = 47;
const PARENTHESIS = 41;

/** "Interviewed 40 customers": a deed with "I" left out, as in a list. */
function isBareDeed(story: StoryContext, { first, last, classes }: Sentence): boolean {
  if (classes & W.we || last - first < 2) return false;
  const flags = story.tokens.flags(first);
  const isPast =
    (flags & FLAG.deed) !== 0 || (!NO_DEEDS.has(story.id(first)) && /^[a-z]+ed$/u.test(story.tokens.word(first)));
  if (!isPast) return false;
  return !story.tokens.afterBreak(first + 1) && !PASSIVE.has(story.id(first + 1));
}

export const ownership: Rule<'ownership'> = {
  code: 'ownership',
  severity: 'warning',
  summary: 'The Action says what you did, in the first person.',
  raisedWhen: 'the Action is all “we”, or nobody’s',
  weight: { points: 12, most: 12 },
  scene: { says: { Action: '{weak}' } },
  kinds: ['story'],
  check(story) {
    const indices = story.sentencesIn('Action');
    const sentences = indices.map((index) => story.sentences[index] as Sentence);
    const words = sentences.reduce((sum, { first, last }) => sum + last - first, 0);
    if (words < ENOUGH || sentences.some((sentence) => isOwnAct(story, sentence) || isBareDeed(story, sentence)))
      return [];
    // Without headings there is no Action to look in: only a story told as "we" throughout is taken to task.
    const collective = sentences.filter(({ classes }) => (classes & W.we) !== 0);
    if (!story.usesHeadings && (story.draft || collective.length < 2)) return [];
    const at = collective[0] ?? sentences[0];
    if (!at) return [];
    const message =
      collective.length > 0
        ? 'This says what “we” did: which part was yours? Say “I”.'
        : 'Nobody acts here: say what you did, with “I”.';
    return [{ start: at.start, end: at.end, message }];
  },
};

/** Words that an Action needs before it is judged. */
const ENOUGH = 4;
