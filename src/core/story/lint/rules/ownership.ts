import { learn, wordIds, wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import type { Rule } from '../rule';
import { askWhatYouDid, sayI } from '../sayI';
import type { Sentence } from '../sentences';

const [A, DID, MINE, MY, ME, BY, ON, TO, AND] = wordIds('a did mine my me by on to and');
/** "Fell to me", "up to me", "down to me". */
const COMES = wordSet('fell up down');
const I_WOULD = learn("i'd");
const NO_DEEDS = wordSet(
  'based armed faced given compared related need indeed speed red bed feed seed hundred united determined driven',
);
const PASSIVE = wordSet('by on with to was were');

/** After "I", and past its helpers, these are not acts: being there, feeling, remembering. */
const NO_ACTS = wordSet(`
  part involved member lucky happy proud glad excited fortunate there think thought believe believed feel felt guess
  remember recall saw noticed learned learnt know knew enjoyed liked loved wish hope hoped witnessed mean say on in
  with a one told surprised worried aware joined belonged like watched grateful at
`);
const HELPERS = wordSet('am was had have also then still just really always do did very been feel so being would');
/** "My call", "my first move": what is the speaker's own doing. */
const OWN = wordSet(`
  call decision proposal idea plan design part first next role job task recommendation suggestion initiative pitch
  draft approach bet choice contribution analysis memo doc document prototype responsibility move answer argument
  advice priority insistence lead work own roadmap framework spec brief request suggestion focus push direction
  experiment hypothesis estimate model job mandate watch
`);
const ACTING_WE = wordSet("we we've we'd");
/** This many acts of "we" are the whole work. */
const MANY_ACTS = 2;
const BECOMES = wordSet('was were been got');
/** What one does beside the work that others do. */
const HELPS = wordSet(`
  helped help helping supported support supporting assisted assist assisting attended attend attending joined
  contributed contribute contributing participated participate participating accompanied followed encouraged pitched
  chipped cheered
`);
const TAKES = wordSet('took take taking kept made gave');
const TAKEN = wordSet('notes part minutes feedback support');
const ARTICLES = wordSet('the a an my our some');
/** "I could help", "where I could": what one may do. */
const MAY = wordSet('could can would might');
/** "I was asked to come", "I'm glad": being is not doing, but for these, and for what one was doing. */
const IS = wordSet('am was been being be');
const I_AM = wordSet("i'm");
const IN_CHARGE = wordSet('responsible charge one lead leader owner');
const NAMES_WITH_I = wordSet(
  'phase type tier part series class level stage volume chapter title category round wave act grade',
);

/** Whether a sentence has an act of the speaker's own in it. */
export function isOwnAct(story: StoryContext, { first, last }: Sentence): boolean {
  return story.some(first, last, (k) => {
    if (story.tokens.quoted(k)) return false;
    const word = story.is(k);
    return word.first ? isActOfI(story, k, last) : word.mine && isMine(story, k);
  });
}

/** "I rewrote it", "I'd have stopped"; not "I was lucky" or "phase I". */
function isActOfI(story: StoryContext, k: number, last: number): boolean {
  if (isNumeral(story, k)) return false;
  let next = k + 1;
  while (next < last && HELPERS.has(story.id(next))) next += 1;
  // "I'm part of": the helper is in the word.
  const isAct = !NO_ACTS.has(story.id(next)) || (story.id(k) === I_WOULD && story.id(next) !== A);
  return (isAct && (next < last || story.id(next - 1) === DID)) || joinsDeed(story, next, last);
}

/** "I/O", "phase I", "i." and "i)" number or name something. */
function isNumeral(story: StoryContext, k: number): boolean {
  const next = story.text[story.tokens.end(k)];
  const isItem = story.text[story.tokens.start(k)] === 'i' && (next === '.' || next === ')');
  return next === '/' || isItem || NAMES_WITH_I.has(story.id(k - 1));
}

/** "Mine", "my call", "my first move", "led by me", "fell to me". */
function isMine(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  if (word === MY) return OWN.has(story.id(k + 1)) || OWN.has(story.id(k + 2));
  if (word !== ME) return word === MINE;
  const before = story.id(k - 1);
  return before === BY || before === ON || (before === TO && COMES.has(story.id(k - 2)));
}

/** "I noticed that … and rewrote it": a second verb after "and" that is an action. */
function joinsDeed(story: StoryContext, from: number, last: number): boolean {
  for (let k = from; k + 1 < last; k += 1) {
    if (story.id(k) !== AND) continue;
    if (story.is(k + 1).deed || /^[a-z]{3,}ed$/u.test(story.tokens.word(k + 1))) return true;
  }
  return false;
}

/** "Interviewed 40 customers": an action with "I" left out, as in a list. */
function isBareDeed(story: StoryContext, { first, last, has }: Sentence): boolean {
  if (has.we || last - first < 2) return false;
  const isPast =
    story.is(first).deed || (!NO_DEEDS.has(story.id(first)) && /^[a-z]+ed$/u.test(story.tokens.word(first)));
  return isPast && !story.tokens.afterBreak(first + 1) && !PASSIVE.has(story.id(first + 1));
}

export const ownership: Rule<'ownership'> = {
  code: 'ownership',
  severity: 'warning',
  title: 'What did you do?',
  summary: 'The Action says what you did, in the first person.',
  raisedWhen: 'the Action is all “we”, or names nobody',
  weight: { points: 8, most: 8 },
  scene: { says: { Action: '{weak}' } },
  kinds: ['story'],
  check(story) {
    const indices = story.sentencesIn('Action');
    const sentences = indices.map((index) => story.sentences[index] as Sentence);
    const words = sentences.reduce((sum, { first, last }) => sum + last - first, 0);
    if (words < ENOUGH) return [];
    const collective = sentences.filter(({ has }) => has.we);
    const weAct = collective.reduce((sum, each) => sum + actsOfWe(story, each), 0);
    const ofNobody = sentences.reduce((sum, each) => sum + actsOfNobody(story, each), 0);
    const ofOthers = weAct + (story.usesHeadings ? ofNobody : 0);
    const isOwn = (each: Sentence): boolean =>
      isOwnAct(story, each) && !(ofOthers >= MANY_ACTS && onlyHelps(story, each));
    // A blank after "I" asks for the act itself.
    if (sentences.some((each) => isOwn(each) || isBareDeed(story, each) || asksForAct(story, each))) return [];
    // Without headings there is no Action to look in: only a story in which others act throughout is taken to task.
    if (!story.usesHeadings && (story.draft || Math.max(weAct, collective.length, ofNobody) < MANY_ACTS)) return [];
    const at = collective[0] ?? sentences[0];
    if (!at) return [];
    const message =
      collective.length > 0
        ? 'This says what “we” did: which part was yours? Say “I”.'
        : 'This does not say who acted: say what you did, with “I”.';
    const fix = sayI(story, at, (next) => isActAt(story, next, at.last)) ?? askWhatYouDid(story, at);
    return [{ start: at.start, end: at.end, message, fixes: fix ? [fix] : [] }];
  },
};

/** How often "we" do something in a sentence: "we tested it and moved all jobs" is twice. */
function actsOfWe(story: StoryContext, { first, last }: Sentence): number {
  let acts = 0;
  for (let k = first; k < last; k += 1)
    if (ACTING_WE.has(story.id(k)) && !story.tokens.quoted(k) && isActAt(story, k + 1, last))
      acts += joinsDeed(story, k + 1, last) ? 2 : 1;
  return acts;
}

/** How often something was done, and not by "me": "a channel was set up, and the fences were moved" is twice. */
function actsOfNobody(story: StoryContext, { first, last, has }: Sentence): number {
  let acts = 0;
  for (let k = first + 1; k + 1 < last; k += 1)
    if (BECOMES.has(story.id(k)) && !story.tokens.quoted(k) && !has.first && isDoneAt(story, k + 1)) acts += 1;
  return acts;
}

/** "Were placed", "was quickly drawn up". */
function isDoneAt(story: StoryContext, k: number): boolean {
  const verb = story.tokens.word(k).endsWith('ly') ? k + 1 : k;
  if (NO_DEEDS.has(story.id(verb))) return false;
  return story.is(verb).deed || story.is(verb).build || /^[a-z]{2,}(?:ed|wn|ven|ken)$/u.test(story.tokens.word(verb));
}

/** All that "I" do in the sentence is help or be there: beside what others built, that is not a part of one's own. */
function onlyHelps(story: StoryContext, { first, last }: Sentence): boolean {
  return !story.some(first, last, (k) => {
    const { first: isI, mine } = story.is(k);
    if (mine) return isMine(story, k);
    return isI && !isHelp(story, k, last);
  });
}

/** "I helped", "I took the minutes", "where I could", "I was asked". */
function isHelp(story: StoryContext, k: number, last: number): boolean {
  let verb = k + 1;
  while (verb < last && (HELPERS.has(story.id(verb)) || MAY.has(story.id(verb)))) verb += 1;
  const before = verb - 1;
  if (MAY.has(story.id(before)) && (verb >= last || story.tokens.afterBreak(verb) || story.id(verb) === AND))
    return true;
  if ((IS.has(story.id(before)) || I_AM.has(story.id(before))) && isState(story, verb, last)) return true;
  const taken = ARTICLES.has(story.id(verb + 1)) ? verb + 2 : verb + 1;
  return (
    HELPS.has(story.id(verb)) ||
    (TAKES.has(story.id(verb)) && TAKEN.has(story.id(taken))) ||
    NO_ACTS.has(story.id(verb))
  );
}

/** "I was present", "was asked"; not "was writing", "was responsible for". */
const isState = (story: StoryContext, k: number, last: number): boolean =>
  !story.tokens.word(k).endsWith('ing') && !story.hasWord(IN_CHARGE, k, Math.min(last, k + 3));

/** Past its helpers, what begins here would be an act if "I" did it. */
function isActAt(story: StoryContext, from: number, last: number): boolean {
  let next = from;
  while (next < last && HELPERS.has(story.id(next))) next += 1;
  return next < last && !NO_ACTS.has(story.id(next));
}

/** "I {{what you did}}". */
function asksForAct(story: StoryContext, { first, last }: Sentence): boolean {
  return story.some(first, last, (k) => {
    if (!story.is(k).first) return false;
    const end = story.tokens.end(k);
    const blank = story.blankAfter(end - 1);
    return blank !== undefined && story.text.slice(end, blank.start).trim() === '';
  });
}

/** Words that an Action needs before it is judged. */
const ENOUGH = 4;
