/** Words in their stems, so that “mentored” finds “mentor”, and “organise” finds “organize”. */
import { stemmer } from 'stemmer';

/** A mark belongs to its letter: without it, words of Hindi, and accents that are written apart, would be cut. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** A character of a script that writes no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
/** The stemmer and the table know no words of other letters. */
const LATIN = /[a-z]/u;
/** What is longer is not a word; the stemmer takes more than linear time for it. */
const LONGEST_WORD = 40;
const BRITISH = /([a-z]{3})is(e|ed|es|er|ing|ation)$/u;

/**
 * Words that the stemmer takes for forms of others (“production” for “product”), each with relatives that mean the
 * same. All forms of a line have its first word for a stem; the regular ones are not written down.
 */
const DISTINCT = `accessible accessibility, accountable accountability, accountant accountancy, activate
    activation, add, admiral, affection affectionate, animation, apartment, applicant, appointment, attendant,
    audition, authority authoritative, authorize authorization, awful awfully, boring, business, candidate,
    celebrity, civilization, civilize, collective collectively, community, compassion compassionate, competent
    competence competency competently, consolation, constructive constructively, conversation conversational,
    conviction, cooperate cooperation cooperative, coroner, corporal, critical critically, customer, customs,
    defection, defendant, definition, department departmental, designate designation, detective, digital digitally
    digitize digitization, direction directional, directive, diversion, edition, effective effectively
    effectiveness, emergency, engineer, evening, exception, exceptional exceptionally, executive, experience,
    experiment experimental experimentally experimentation experimenter, fitness, formation, general generally
    generalize generalization, generation generational, generic generically, generous generously generosity,
    glasses, goods, handful, hospitality, humane, identity, important importance importantly, improvise
    improvisation, incoming, index indices, informant, initial initially, initiative, integrity, internal
    internally, international internationally, ironic ironically, kindness, lately, likely likelihood, literal
    literally, lively, majority, marketing marketer, memorable, minority, morale, natural naturally, news,
    numerous, objection, objective objectively, observable observability, officer, one, opposition, organ, organic
    organically, organize organization organizational organizer, original originally originality, personal
    personally, personality, personalize personalization, physics physicist, polite politely politeness, positive
    positively positivity, practical practically practicality, precise precision precisely, premiere, prisoner,
    production, productive productively productivity, projection, publication, publicity, rational rationally
    rationality, reasonable reasonably, recital, reference, relative, relatively, remarkable remarkably,
    resentment, respective respectively, responsible responsibly responsibility, revise revision, secondment,
    security, senator, several, severe severely severity, status, successive successively, supervise supervision
    supervisor supervisory, tentative tentatively, terminal terminally, thoughtful thoughtfully, transition
    transitional, treasurer, united, universe, university, use useful usefully, wilderness, willing willingly
    willingness, witness`;

let distinct: ReadonlyMap<string, string> | undefined;

/** From each form of a distinct word to its stem; made when first asked for. */
function distinctStems(): ReadonlyMap<string, string> {
  return (distinct ??= new Map(
    DISTINCT.split(',').flatMap((line) => {
      const [stem = '', ...relatives] = line.trim().split(/\s+/u);
      return [stem, ...relatives].flatMap(regularForms).map((form) => [form, stem] as const);
    }),
  ));
}

/** A word as itself, in the plural or the third person, in the past, and with “-ing”. */
function regularForms(word: string): readonly string[] {
  if (/[^aeiou]y$/u.test(word)) return [word, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`];
  if (word.endsWith('e')) return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`];
  return [word, `${word}${/(?:s|x|ch|sh)$/u.test(word) ? 'es' : 's'}`, `${word}ed`, `${word}ing`];
}

/** The words of a text in lower case, each in its stem (Porter’s algorithm, by `stemmer`). */
export function wordsOf(text: string): string[] {
  return splitWords(text).map(stemOf);
}

/**
 * The words of a text in lower case. Where a script has no spaces, each two characters that stand together are one:
 * two texts that have a word in common then have some of these in common.
 */
export function splitWords(text: string): string[] {
  const runs = text.normalize('NFC').toLowerCase().replace(/[’']/gu, '').match(WORD) ?? [];
  return UNSPACED.test(text) ? runs.flatMap(splitUnspaced) : runs;
}

function splitUnspaced(run: string): string[] {
  const parts: string[] = [];
  let wasUnspaced: boolean | undefined;
  for (const character of run) {
    const isUnspaced = UNSPACED.test(character);
    if (isUnspaced === wasUnspaced) parts.push(`${parts.pop() ?? ''}${character}`);
    else parts.push(character);
    wasUnspaced = isUnspaced;
  }
  return parts.flatMap((part) => (UNSPACED.test(part) ? inPairs(part) : part));
}

function inPairs(unspaced: string): string[] {
  const characters = [...unspaced];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** Stems that were worked out before: talk says the same few thousand words again and again. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** The stem of one word, which is in lower case: British and American spelling alike. */
export function stemOf(word: string): string {
  if (word.length > LONGEST_WORD || !LATIN.test(word)) return word;
  let stem = known.get(word);
  if (stem === undefined) {
    const american = word.replace(BRITISH, '$1iz$2');
    stem = distinctStems().get(word) ?? distinctStems().get(american) ?? stemmer(american);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, stem);
  }
  return stem;
}
