import { isAsciiSmall, SMALL_D, SMALL_E } from '../prose/chars';
import { FOREIGN } from '../prose/prose';
import { wordSet } from '../prose/vocabulary';
import type { Sentence } from './sentences';
import type { Tokens } from './tokens';

/** The words that hold English together, except for those that other languages have too. */
const ENGLISH = wordSet(`
  the and of to that it for with was had were this from by but not which we they he she his her their our my have
  has been would could who what when where how why than then these those there because about into after before you
  your its if so can did all while until
`);
/**
 * As many of Spanish, Portuguese, French, Italian, German, Dutch, Swedish, Danish, Polish, Turkish, Indonesian … A word
 * that is English, too, counts as English.
 */
const OTHERS = wordSet(`
  de la que el en los del las por para una su es lo como pero sus ya fue este porque esta entre cuando muy sin sobre
  hasta donde desde nos ellos yo mi nuestro nuestra equipo se al un le e
  da em os uma dos das na ao mais foi pela pelo seu sua quando mas nossa nosso eu isso
  les des et est dans une pour qui pas sur au avec ce il je nous vous sont mais ou cette aux ont leur par elle ses
  di che non per il della sono nel alla gli dei dal anche ho abbiamo era stato questo
  der das und den von zu mit sich auf ist im dem nicht ein eine als auch es werden aus er hat dass sie nach wird
  bei einer um sind noch wie einem einen zum habe haben wir ich war unser zur vom wurde ihre
  het een van op aan te voor zijn naar dat niet ook maar bij ik wij ons onze heeft hebben deze werd om
  och att det som av jag vi har till inte med den ett om hade vara sig
  og ikke til fra blev havde 
  nie na jest sie od przez dla tak jak ale byl byli moje nasz
  ve bir bu ile icin olarak daha cok ben biz
  yang dan untuk dengan tidak dari saya kami pada ke dalam akan ini itu
`);

/** With fewer words than this a text is taken for English, unless its script says otherwise. */
const FEWEST_WORDS = 12;
/** At least this share of all words has to be another language's. */
const LEAST_SHARE = 0.12;
/** In as many words of prose, English shows; a language that is not on the list shows by its absence. */
const FEWEST_OF_PROSE = 25;
/** The least share of English words among those in small letters: prose has a third, notes in keywords a fifth. */
const LEAST_ENGLISH = 0.1;
/** What notes are made of that leave the small words out; most end in "ed". */
const VERBS = wordSet(`
  built led cut wrote ran made took gave kept found told said saw went came got brought taught chose grew fell rose held
  left sold won lost spent drew felt knew new first our no an at is are be as or one two
`);
/** "Migrated", "negotiated": no other language has many of those. */
const endsInEd = (text: string, start: number, end: number): boolean =>
  end - start > 4 && text.charCodeAt(end - 1) === SMALL_D && text.charCodeAt(end - 2) === SMALL_E;

/** A word of two characters is an average one, in scripts that write no spaces. */
const CHARACTERS_OF_A_WORD = 2;

/**
 * Whether most of what a text says is English: by its scripts and by the small words that hold sentences together, its
 * own or those of other languages. A text with little to go by counts as English.
 */
export function isEnglish(text: string, tokens: Tokens, sentences: readonly Sentence[]): boolean {
  let latin = 0;
  let english = 0;
  let others = 0;
  let otherScript = 0;
  for (const { first, last } of sentences) {
    for (let k = first; k < last; k += 1) {
      const id = tokens.id(k);
      if (ENGLISH.has(id)) english += 1;
      else if (OTHERS.has(id)) others += 1;
      else if (id === FOREIGN || id === 0) {
        const scripted = wordsOfOtherScript(text, tokens.start(k), tokens.end(k));
        otherScript += scripted;
        if (scripted > 0) continue;
        // A word with an accent is more likely to be another language's: “résumé” is both.
        if (id === FOREIGN) others += 0.5;
      }
      latin += 1;
    }
  }
  if (otherScript > latin) return false;
  // Nearly every story shows it at once: only of the others every word is looked at again.
  if (latin >= FEWEST_OF_PROSE && english < LEAST_ENGLISH * latin && isForeign(text, tokens, sentences, english))
    return false;
  const words = latin + otherScript;
  return words < FEWEST_WORDS || others + otherScript <= english || others + otherScript < LEAST_SHARE * words;
}

/** Among its words in small letters, which are not names, there are hardly any English ones. */
function isForeign(text: string, tokens: Tokens, sentences: readonly Sentence[], english: number): boolean {
  let plain = 0;
  let pasts = 0;
  for (const { first, last } of sentences)
    for (let k = first; k < last; k += 1) {
      const id = tokens.id(k);
      const start = tokens.start(k);
      if (id !== FOREIGN && !isAsciiSmall(text.charCodeAt(start))) continue;
      plain += 1;
      if (VERBS.has(id) || endsInEd(text, start, tokens.end(k))) pasts += 1;
    }
  return english + pasts < LEAST_ENGLISH * plain;
}

/** How many words a token counts as in a script other than Latin; 0 for Latin letters. */
function wordsOfOtherScript(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (first < 0x370 || (first >= 0x1e00 && first < 0x1f00)) return 0;
  return first >= 0x0e00 && (first < 0x1100 || (first >= 0x3040 && first < 0xa000))
    ? Math.max(1, (end - start) / CHARACTERS_OF_A_WORD)
    : 1;
}
