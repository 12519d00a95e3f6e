/** Words in their roots, so that “told” finds “tell”, and “apologise” finds “apologize”. */
import { wordsOf } from './stems';

/** Each line is a word and its other forms that no rule of stemming makes. */
const IRREGULAR = `tell told, say said, go went gone, give gave given, take took taken, write wrote written, speak spoke
    spoken, break broke broken, fall fell fallen, find found, build built, sell sold, buy bought, bring brought, think
    thought, teach taught, fight fought, catch caught, lose lost, win won, keep kept, leave left, meet met, sit sat, stand
    stood, drive drove driven, fly flew flown, grow grew grown, know knew known, throw threw thrown, draw drew drawn, shrink
    shrank shrunk, freeze froze frozen, ring rang rung, run ran, come came, become became, begin began begun, choose chose
    chosen, hold held, make made, pay paid, see saw seen, send sent, spend spent, feel felt, hear heard, understand
    understood, withdraw withdrew withdrawn, rise rose risen, sleep slept, burn burnt, learn learnt, mean meant, deal
    dealt, do did done, have had has, be was were been is are am, get got gotten, hide hid hidden, forget forgot
    forgotten, steal stole stolen, shake shook shaken, eat ate eaten, wear wore worn, ride rode ridden,
    lie lied lying, child children`;

let roots: ReadonlyMap<string, string> | undefined;

/** From each irregular form to its root; read when first asked for. */
function irregularRoots(): ReadonlyMap<string, string> {
  return (roots ??= new Map(
    IRREGULAR.split(',').flatMap((line) => {
      const [root = '', ...forms] = wordsOf(line);
      return forms.map((form) => [form, root] as const);
    }),
  ));
}

/** Stemming is dear and words come again: those that were met, up to `MOST_KNOWN`. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;
/** What is longer is no word. */
const LONGEST_WORD = 40;
const WORD = /[\p{L}\p{N}]+/gu;
const BRITISH = /([a-z]{3})is(e|ed|es|er|ing|ation)$/u;

/** The words of a text in their roots: British and American spelling alike. */
export function rootsOf(text: string): string[] {
  return (text.toLowerCase().replace(/[’']/gu, '').match(WORD) ?? []).map(rootOf);
}

/** The root of one word, which is in lower case. */
export function rootOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const [stem = word] = wordsOf(word.replace(BRITISH, '$1iz$2'));
  const root = irregularRoots().get(stem) ?? stem;
  if (known.size < MOST_KNOWN && word.length <= LONGEST_WORD) known.set(word, root);
  return root;
}
