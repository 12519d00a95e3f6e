import { WordMap, wordIds, wordSet, type WordSet } from '../../prose/vocabulary';
import { kindAt } from '../characters';
import type { StoryContext } from '../context';
import { isOfOperation } from '../figures/operation';
import * as technology from '../lexicon/technology';
import type { Rule } from '../rule';
import type { Sentence } from '../sentences';
import { technologyAt } from '../technologyAt';
import { technologyOfMine, type Place } from '../technologyOfMine';
import { isResult } from './metricMissing';

const [FROM, TO, WAS, WERE, BEEN, LIVE, OF] = wordIds('from to was were been live of');
const OFFLINE = wordSet('offline');
const ONLINE = wordSet('online');
const GOES = wordSet('went goes gone');
/** Only what is a model is trained: "fine-tuned a Whisper model". */
const TRAINS = wordSet('trained training finetuned finetuning pretrained adapted');
const MODELS = wordSet('model models');

const SUBJECTS = wordSet('i we');
/** So many subjects in one sentence make a list of measures. */
const FEWEST_MEASURES = 3;
/** "Brought speech recognition to the wards". */
const PLACES_TO = wordSet('to into onto');
const TAKES = wordSet('brought bring bringing took taking carried gave');
/** How many words after it the technology may begin. */
const NEAR_TAKEN = 3;

/** How many words an object may stand after its verb. */
const REACH = 11;
const ARTICLES = wordSet('a an the our my its new first own custom state-of-the-art');
/** Words that end an object: a means, a purpose or another clause follows. */
const STOPS = wordSet(
  `
  with using via by through in on from because so which who when while where after before i we but for alongside
  without about around
`,
);
/** Verbs whose object is where something goes, and the words that come before it. */
const PATHS = new WordMap<WordSet>([
  ...entriesFor('migrated moved ported migrating moving switched migrate move converted', wordSet('from to onto into')),
  ...entriesFor('deployed deploy deploying rolled installed', wordSet('to on onto')),
  ...entriesFor('rebuilt rebuild rebuilding rewrote rewritten rewriting refactored', wordSet('in into as on')),
  ...entriesFor(
    'migration move rollout switch introduction adoption rewrite transition conversion port',
    wordSet('from to onto into in'),
  ),
  ...entriesFor('break split decomposition carve broke decomposed carved', wordSet('into')),
  ...entriesFor('spent worked', wordSet('on')),
  ...entriesFor('replaced replacing', wordSet('with by')),
]);
const NOUNS_OF_MAKING = wordSet(`
  migration move rollout switch introduction adoption rewrite implementation break split decomposition carve
  transition conversion port modernisation modernization replacement redesign rebuild deployment development creation
  design build delivery integration launch project programme program initiative transformation upgrade
`);
const LED = wordSet(`
  led owned ran drove managed headed oversaw lead leading planned did completed finished spearheaded directed coordinated
  championed initiated masterminded steered delivered sponsored responsible charge
`);
/** Verbs whose object may be a product that no list has: "introduced Salesforce". */
const TAKES_PRODUCT = wordSet(`
  introduced introducing adopted adopting deployed deploying implemented implementing integrated integrating installed
  rolled migrated migrating moved moving ported switched rewrote rebuilt migration move rollout switch introduction
  adoption rewrite
`);
const MOVED = wordSet('moved moving move');
const MOVED_SYSTEMS = wordSet(technology.MOVED_SYSTEMS);
const MAKES = wordSet(technology.MAKES);
const MAKES_WITH_PARTICLE = wordSet(technology.MAKES_WITH_PARTICLE);
const PARTICLES = wordSet(technology.PARTICLES);
const CONSTRAINTS = wordSet(technology.CONSTRAINTS);
const RULES = wordSet(technology.RULES);
const NEEDS = wordSet('has had needs needed');
const IT = wordSet('it that which model network');
const THEY = wordSet('they we you i he she people customers');
/** "Put a graph network into production", "put a language model in front of the inbox". */
const PUTS = wordSet('put puts putting brought bring bringing took taken got');
const INTO = wordSet('into to in');
const USE = wordSet('production operation service front');
/** How many words after "put" its "into production" may stand. */
const REACH_OF_USE = 16;
/** "Put a neural net on the camera", "on hold": where it was put, and where nothing is put to work. */
const PLACED = wordSet('put putting set');
const ON = wordSet('on onto behind over into in at between under before above');
const ASIDE = wordSet('hold ice list agenda shelf table back paper');
const ONE_OF_OURS = wordSet('a an our my its another');
/** Verbs that bring something onto a model, with the word before it: "left the sorting to a classifier". */
const BRINGS_ONTO = new WordMap<WordSet>([
  ...entriesFor('swapped swapping swap exchanged exchanging traded', wordSet('for')),
  ...entriesFor(
    'brought bring bringing put putting took taking got shifted shifting transferred lifted',
    wordSet('onto'),
  ),
  ...entriesFor('handed handing left shifted transferred entrusted gave given', wordSet('to')),
]);
/** How many words after that one the model's own may stand. */
const NEAR_ONTO = 5;
/** Before "may", these ask what is allowed and limit nothing: "which alarms may wake a technician". */
const ASKS = wordSet('which what who whose whom when where');
/** What a project was, and with what. */
const FINISHED = wordSet(
  'completed finished delivered done realised realized implemented solved automated built launched',
);
const MEANS = wordSet('with using through via on');
/** How many words after its verb the means may be named, and how many words it may take. */
const NEAR_MEANS = 4;
/** "Went live in all shops in May, with …". */
const NEAR_MEANS_OF_LAUNCH = 9;
const REACH_OF_MEANS = 6;
/** So many technologies in one sentence are a stack; one or two may be named in passing. */
const FEWEST_OF_STACK = 3;
/** A model that was chosen, where nothing else came of it. */
const CHOOSES = wordSet('chose picked selected');

function entriesFor(verbs: string, path: WordSet): (readonly [string, WordSet])[] {
  return verbs.split(' ').map((verb) => [verb, path] as const);
}

const ALL = wordSet('whole entire complete');
const ALL_MOVED = wordSet('moved migrated ported switched converted rebuilt rewrote put brought replaced took shifted');
const NEAR_MOVED = 3;
export const constraintMissing: Rule<'constraint-missing'> = {
  code: 'constraint-missing',
  severity: 'warning',
  title: 'The operating constraint is missing',
  summary: 'A model or technology that is the achievement comes with its throughput, latency, scale or cost.',
  raisedWhen: 'a model or technology is the achievement, without throughput, latency, scale or cost',
  weight: { points: 5, most: 5 },
  scene: { says: { Action: '{weak}', Result: 'Shoppers like it.' } },
  kinds: ['story'],
  check(story) {
    if (story.draft || story.figures.some((figure) => figure.constraint && isOfOperation(story, figure))) return [];
    if (story.parsed.placeholders.length > 0 && story.figures.length === 0 && story.parsed.words < 60) return [];
    const hasOutcome = story.figures.some((figure) => figure.role === 'outcome' && isResult(story, figure));
    const firstMade = hasOutcome ? firstMadeIn(story) : 0;
    for (const [index, sentence] of story.sentences.entries()) {
      if (!mayAchieve(story, sentence, index)) continue;
      const section = story.sectionOf(index);
      const isDeed = section === 'Action' || section === undefined;
      const isPart =
        isOneOfMeasures(story, sentence) || (hasOutcome && !(index <= firstMade && isOwn(story, sentence)));
      const modelsOnly = isDeed && isPart && !movesAll(story, sentence);
      const found = achieved(story, sentence, { modelsOnly, hasOutcome });
      if (!found || namesConstraint(story, index)) continue;
      const { start, end } = found;
      const name = story.text.slice(start, end).replace(/\s+/gu, ' ');
      const message = `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”: say what it had to hold: how many a second, how fast, at what scale or cost.`;
      return [{ start, end, message }];
    }
    return [];
  },
};

/** Where the sentence tells of a technology as what was achieved. */
const achieved = (
  story: StoryContext,
  sentence: Sentence,
  { modelsOnly, hasOutcome }: { modelsOnly: boolean; hasOutcome: boolean },
): Place | undefined =>
  achievement(story, sentence, modelsOnly) ??
  broughtOnto(story, sentence, modelsOnly) ??
  takenTo(story, sentence, modelsOnly) ??
  ledChange(story, sentence, modelsOnly) ??
  technologyOfMine(story, sentence, modelsOnly) ??
  finishedWith(story, sentence) ??
  (hasOutcome ? undefined : (chosenModel(story, sentence) ?? stackOf(story, sentence)));

/** The sentence speaks of a technology, and stands where one says what was achieved. */
function mayAchieve(story: StoryContext, { has }: Sentence, index: number): boolean {
  const section = story.sectionOf(index);
  return (
    (has.first || has.build || has.deed || has.model || has.modelKind || has.infra || has.system) &&
    !story.isSetting(index) &&
    section !== 'Trade-offs' &&
    section !== 'Learned'
  );
}

/** "We moved it, we split it, and we added a third": what is named there is one measure of several. */
function isOneOfMeasures(story: StoryContext, { first, last }: Sentence): boolean {
  let subjects = 0;
  for (let k = first; k < last; k += 1) if (SUBJECTS.has(story.id(k))) subjects += 1;
  return subjects >= FEWEST_MEASURES;
}

/** "Moved our whole platform to": what all of something was moved to is no detail of the work. */
const movesAll = (story: StoryContext, { first, last, has }: Sentence): boolean =>
  (has.first || has.we) &&
  story.some(first, last, (k) => ALL.has(story.id(k)) && story.hasWord(ALL_MOVED, Math.max(first, k - NEAR_MOVED), k));

/** It is told as one's own, or leaves out who did it. */
const isOwn = (story: StoryContext, { first, has }: Sentence): boolean =>
  has.first || has.we || has.mine || story.is(first).build;

/** The first sentence that tells of something that one made; what stands before it comes first, too. */
function firstMadeIn(story: StoryContext): number {
  const index = story.sentences.findIndex((sentence, at) => isMade(sentence) && !story.isSetting(at));
  return index < 0 ? story.sentences.length : index;
}

const isMade = ({ has }: Sentence): boolean => has.build && has.first;

/** "Capped at the old bill", "no data may leave the house": in the sentence or beside it, in words. */
function namesConstraint(story: StoryContext, index: number): boolean {
  return [index - 1, index, index + 1].some((near) => {
    const sentence = story.sentences[near];
    return (
      sentence !== undefined &&
      !story.isSetting(near) &&
      (story.some(sentence.first, sentence.last, (k) => CONSTRAINTS.has(story.id(k)) && !isOneOfBothKinds(story, k)) ||
        story.some(sentence.first, sentence.last, (k) => isRule(story, k)))
    );
  });
}

/** "Online and offline": both ways, so neither limits. */
const isOneOfBothKinds = (story: StoryContext, k: number): boolean =>
  OFFLINE.has(story.id(k)) && story.hasWord(ONLINE, k - 2, k + 3);

/** "It has to run on the old PC": a verb between would be another's. */
const isNeed = (story: StoryContext, k: number): boolean =>
  NEEDS.has(story.id(k)) && story.id(k + 1) === TO && IT.has(story.id(k - 1));

/** "No answer may take longer"; "in May", and what people must still do by hand, are no rules for the technology. */
const isRule = (story: StoryContext, k: number): boolean => isNeed(story, k) || isPermission(story, k);

const isPermission = (story: StoryContext, k: number): boolean =>
  RULES.has(story.id(k)) &&
  kindAt(story.text, story.tokens.start(k)) !== 'capital' &&
  !THEY.has(story.id(k - 1)) &&
  !THEY.has(story.id(k - 2)) &&
  !ASKS.has(story.id(k - 2));

/** "Brought all our subtitles onto a language model", "swapped the table for a Bayesian network". */
function broughtOnto(story: StoryContext, { first, last }: Sentence, modelsOnly: boolean): Place | undefined {
  for (let verb = first; verb < last; verb += 1) {
    const path = BRINGS_ONTO.get(story.id(verb));
    if (!path || story.tokens.quoted(verb)) continue;
    const onto = story.find(verb + 1, Math.min(last, verb + REACH), (k) => path.has(story.id(k)));
    const end = onto < 0 ? undefined : technologyFrom(story, onto + 1, Math.min(last, onto + NEAR_ONTO), modelsOnly);
    if (end !== undefined) return { start: story.tokens.start(verb), end: story.tokens.end(end - 1) };
  }
  return undefined;
}

/** "Brought speech recognition to the wards". */
function takenTo(story: StoryContext, { first, last }: Sentence, modelsOnly: boolean): Place | undefined {
  for (let verb = first; verb < last; verb += 1) {
    if (!TAKES.has(story.id(verb)) || story.tokens.quoted(verb)) continue;
    for (let k = verb + 1; k <= verb + NEAR_TAKEN && story.id(k) !== OF && !STOPS.has(story.id(k)); k += 1) {
      const end = technologyAt(story, k, modelsOnly);
      if (end !== undefined && end < last && PLACES_TO.has(story.id(end)))
        return { start: story.tokens.start(verb), end: story.tokens.end(end - 1) };
    }
  }
  return undefined;
}

/** "I led the Kubernetes migration". */
function ledChange(story: StoryContext, { first, last }: Sentence, modelsOnly: boolean): Place | undefined {
  for (let noun = first + 1; noun < last; noun += 1) {
    if (!isNounOfMaking(story, noun, first)) continue;
    for (let k = Math.max(first, noun - 3); k < noun; k += 1)
      if (technologyAt(story, k, modelsOnly) === noun)
        return { start: story.tokens.start(k), end: story.tokens.end(noun) };
  }
  return undefined;
}

/** The token after the first technology from a token on, with no other clause before it. */
function technologyFrom(story: StoryContext, from: number, to: number, modelsOnly: boolean): number | undefined {
  for (let k = from; k < to; k += 1) {
    if (STOPS.has(story.id(k)) || story.id(k) === TO) return undefined;
    const end = technologyAt(story, k, modelsOnly);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** "I chose gradient-boosted trees, and finally an ensemble". */
function chosenModel(story: StoryContext, { first, last, has }: Sentence): Place | undefined {
  if (!has.first && !has.we) return undefined;
  const verb = story.find(first, last, (k) => CHOOSES.has(story.id(k)) && !story.tokens.quoted(k));
  const end = verb < 0 ? undefined : objectEnd(story, verb, last, true);
  return end === undefined ? undefined : { start: story.tokens.start(verb), end: story.tokens.end(end - 1) };
}

/** "The project was completed with a modern LLM architecture": what it was done with is what is told of it. */
function finishedWith(story: StoryContext, { first, last, has }: Sentence): Place | undefined {
  if (!has.model) return undefined;
  const verb = story.find(
    first,
    last,
    (k) => ((FINISHED.has(story.id(k)) && isDone(story, k)) || isLive(story, k)) && !story.tokens.quoted(k),
  );
  if (verb < 0) return undefined;
  const near = story.id(verb) === LIVE ? NEAR_MEANS_OF_LAUNCH : NEAR_MEANS;
  const means = story.find(verb + 1, Math.min(last, verb + near), (k) => MEANS.has(story.id(k)));
  if (means < 0) return undefined;
  for (let k = means + 1; k < Math.min(last, means + REACH_OF_MEANS); k += 1) {
    const end = technologyAt(story, k, true);
    if (end !== undefined && end <= last) return { start: story.tokens.start(verb), end: story.tokens.end(end - 1) };
  }
  return undefined;
}

/** "Was built on Llama", "an agent that fills in forms, built on Llama". */
const isDone = (story: StoryContext, k: number): boolean => isPassive(story, k) || story.tokens.afterBreak(k);

/** "Went live". */
const isLive = (story: StoryContext, k: number): boolean => story.id(k) === LIVE && GOES.has(story.id(k - 1));

/** "Tables with Spark, dbt for the models, and Airflow": with nothing else to tell, the stack is the achievement. */
function stackOf(story: StoryContext, { first, last, has }: Sentence): Place | undefined {
  if (!has.infra || !(has.first || has.we || has.build)) return undefined;
  let from = -1;
  let to = -1;
  let count = 0;
  for (let k = first; k < last; k += 1) {
    const { infra, model } = story.is(k);
    if ((!infra && !model) || story.tokens.quoted(k)) continue;
    if (from < 0) from = k;
    to = k;
    count += 1;
  }
  return count < FEWEST_OF_STACK ? undefined : { start: story.tokens.start(from), end: story.tokens.end(to) };
}

/** A verb of making whose object is a technology: from the verb to the technology's name. */
function achievement(story: StoryContext, { first, last }: Sentence, modelsOnly: boolean): Place | undefined {
  const { tokens } = story;
  for (let verb = first; verb < last; verb += 1) {
    const placed = placedModelEnd(story, verb, last);
    if (placed !== undefined) return { start: tokens.start(verb), end: tokens.end(placed - 1) };
    if (!isVerbOfMaking(story, verb, first) && !isPutToUse(story, verb, last) && !isNounOfMaking(story, verb, first))
      continue;
    const end = objectEnd(story, verb, last, modelsOnly);
    if (end !== undefined) return { start: tokens.start(verb), end: tokens.end(end - 1) };
    const named = passiveSubject(story, verb, first, modelsOnly);
    if (named !== undefined) return { start: tokens.start(named), end: tokens.end(verb) };
  }
  return undefined;
}

/** "A design for the build" names things: a word of making after an article is a noun. */
function isVerbOfMaking(story: StoryContext, k: number, first: number): boolean {
  if (story.tokens.quoted(k) || !(story.is(k).build || MAKES.has(story.id(k)) || isPhrasalMaking(story, k)))
    return false;
  return k === first || !ARTICLES.has(story.id(k - 1));
}

/** "Stood up a feature store". */
const isPhrasalMaking = (story: StoryContext, k: number): boolean =>
  MAKES_WITH_PARTICLE.has(story.id(k)) && PARTICLES.has(story.id(k + 1));

/** "Put … into production". */
const isPutToUse = (story: StoryContext, k: number, last: number): boolean =>
  PUTS.has(story.id(k)) &&
  !story.tokens.quoted(k) &&
  story.some(k + 1, Math.min(last, k + REACH_OF_USE), (at) => USE.has(story.id(at)) && INTO.has(story.id(at - 1)));

/** The token after the model in "put a neural net on the camera"; undefined for "put it on hold". */
function placedModelEnd(story: StoryContext, verb: number, last: number): number | undefined {
  if (!PLACED.has(story.id(verb)) || story.tokens.quoted(verb) || !ONE_OF_OURS.has(story.id(verb + 1)))
    return undefined;
  const end = technologyFrom(story, verb + 2, Math.min(last, verb + 2 + NEAR_ONTO), true);
  const isPlaced =
    end !== undefined && ON.has(story.id(end)) && !ASIDE.has(story.id(end + 1)) && !ASIDE.has(story.id(end + 2));
  return isPlaced ? end : undefined;
}

/** "I led the move of our warehouse to Snowflake". */
const isNounOfMaking = (story: StoryContext, k: number, first: number): boolean =>
  NOUNS_OF_MAKING.has(story.id(k)) && !story.tokens.quoted(k) && story.hasWord(LED, Math.max(first, k - 4), k);

/** The token after the technology that is the verb's object: "built a fraud model", "moved from batch to Kafka". */
function objectEnd(story: StoryContext, verb: number, last: number, modelsOnly: boolean): number | undefined {
  const path = PATHS.get(story.id(verb));
  for (let k = verb + 1; k < Math.min(last, verb + REACH); k += 1) {
    const word = story.id(k);
    if ((word === FROM || word === TO || STOPS.has(word)) && !path?.has(word)) return undefined;
    const end = technologyAt(story, k, modelsOnly);
    if (end !== undefined && end <= last) return end;
    const named = namedModelEnd(story, verb, k);
    if (named !== undefined && named <= last) return named;
    if (!modelsOnly && isProduct(story, verb, k)) return k + 1;
  }
  return undefined;
}

/** The token after "Qwen model" in "fine-tuned a Qwen model": no list has all models. */
function namedModelEnd(story: StoryContext, verb: number, k: number): number | undefined {
  const isName =
    TRAINS.has(story.id(verb)) &&
    story.id(k) === 0 &&
    kindAt(story.text, story.tokens.start(k)) === 'capital' &&
    !story.tokens.quoted(k);
  return isName && MODELS.has(story.id(k + 1)) && !story.is(k + 2).team ? k + 2 : undefined;
}

/** "Introduced Salesforce", "moved our search to Vespa": a name of its own, of no place, day or person. */
function isProduct(story: StoryContext, verb: number, k: number): boolean {
  if (!TAKES_PRODUCT.has(story.id(verb)) || story.id(k) !== 0 || story.tokens.quoted(k)) return false;
  if (kindAt(story.text, story.tokens.start(k)) !== 'capital' || story.id(k + 1) === TO) return false;
  const isDirect = k === verb + 1 || k === verb + 2;
  const path = PATHS.get(story.id(verb));
  if (path?.has(story.id(k - 1))) return !MOVED.has(story.id(verb)) || story.hasWord(MOVED_SYSTEMS, verb, k);
  return path === undefined && isDirect && !story.is(k + 1).team && !story.is(k - 1).team;
}

/** "Was trained", "were successfully trained". */
function isPassive(story: StoryContext, verb: number): boolean {
  const auxiliary = story.id(story.tokens.word(verb - 1).endsWith('ly') ? verb - 2 : verb - 1);
  return auxiliary === WAS || auxiliary === WERE || auxiliary === BEEN;
}

/** "A transformer was trained". */
function passiveSubject(story: StoryContext, verb: number, first: number, modelsOnly: boolean): number | undefined {
  if (!isPassive(story, verb)) return undefined;
  for (let k = verb - 2; k >= first && k >= verb - 5; k -= 1) {
    if (STOPS.has(story.id(k))) return undefined;
    if (technologyAt(story, k, modelsOnly) !== undefined) return k;
  }
  return undefined;
}
