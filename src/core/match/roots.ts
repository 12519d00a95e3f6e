/** Words in their roots: their stems, and those of irregular forms alike, so that “told” finds “tell”. */
import { splitWords, stemOf } from './stems';

/** Each line is a word and its other forms that no rule of stemming makes. */
const IRREGULAR = `tell told, say said, go went gone, give gave given, take took taken, write wrote written, speak spoke
    spoken, break broke broken, fall fell fallen, find found, build built, sell sold, buy bought, bring brought, think
    thought thoughts, teach taught, fight fought, catch caught, lose lost, win won, keep kept, leave left, meet met, sit
    sat, stand stood, drive drove driven, fly flew flown, grow grew grown, know knew known, throw threw thrown, draw drew
    drawn, shrink shrank shrunk, freeze froze frozen, ring rang rung, run ran, come came, become became, begin began
    begun, choose chose chosen, hold held, make made, pay paid, see saw seen, send sent, spend spent, feel felt, hear
    heard, understand understood, withdraw withdrew withdrawn, rise rose risen, sleep slept, burn burnt, learn learnt,
    mean meant, deal dealt, do did does done, have had has, be was were been is are am, get got gotten, hide hid hidden,
    forget forgot forgotten, steal stole stolen, shake shook shaken, eat ate eaten, wear wore worn, ride rode ridden,
    lie lied lying, die dying died dies, child children childrens, crisis crises, hypothesis hypotheses`;

let roots: ReadonlyMap<string, string> | undefined;

/** From each irregular form, as it is written, to its root; read when first asked for. */
function irregularRoots(): ReadonlyMap<string, string> {
  return (roots ??= new Map(
    IRREGULAR.split(',').flatMap((line) => {
      const [root = '', ...forms] = splitWords(line);
      return forms.map((form) => [form, stemOf(root)] as const);
    }),
  ));
}

/** The words of a text in their roots. */
export function rootsOf(text: string): string[] {
  return splitWords(text).map(rootOf);
}

/** The root of one word, which is in lower case. */
export function rootOf(word: string): string {
  return irregularRoots().get(word) ?? stemOf(word);
}
