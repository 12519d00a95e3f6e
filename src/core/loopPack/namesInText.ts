/** Whether a text names one of some people: by all of their name, or by a first name or a surname alone. */

/** What says what somebody does, or that nobody is known yet, and not who it is; and the ends of addresses. */
const ROLES = wordSet(`and candidate ceo cfo chief com coo cpo cto design designer director dr em engineer engineering
  executive founder gmail head hiring hm hr ic interviewer interviewers io lead leader manager miss mr mrs ms net of
  officer org panel partner peer people pm president principal product prof professor program project recruiter
  recruiting senior staff talent tba tbc tbd team technical the tpm unknown vice vp with`);
/** What stands before the surnames of many. */
const PARTICLES = wordSet('al bin da das de del della den der di dos du e el ibn la las le los ten ter van von y zu');
/** Names that are words besides: in lower case, they are the word. */
const WORDS =
  wordSet(`an all angel any april art as august baker be bear bell best bill black bloom blue bond booker bright
  brook brown bush by case chance chandler charity chase chip church clay cliff cook cross crystal curt dale dash dawn
  day dean destiny do don drew dusty ever faith fan fields ford forest frank free gene go gold good grace grant gray
  green grey guy hall hang happy harmony he heath heather her hero hill hope hunt hunter in is it iris ivory ivy jack job
  joy judge june justice king knight lake lance law lay lee less little long love lucky man march mark marsh mason max may
  me mercy mike miles mills min moon more my nick no noble noon ocean on or page pal parks pat peace pearl person pike
  pill pool poppy porter price prince queen quick rain ran ray read red reed reef rich ring river rob robin rock rod root
  rose rush rusty sage sally sandy savage say scout season see sharp she short sky small smart so son song star stark
  stone storm strong sue summer sun sunny swift tag tan temple they to trace trinity true turner up us van victor viola
  violet walker wall ward way we weaver web west white will willow win winter wise wolf wood woods worth wren wright ye
  you young zen`);
/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

export class NameFinder {
  /** Words in lower case that are a name however they are written. */
  private readonly anyCase = new Set<string>();
  /** Words in lower case that are a name where they begin with a capital. */
  private readonly capitalised = new Set<string>();
  /** Names of which no word is one by itself, with a space before and after. */
  private readonly phrases: string[] = [];
  private readonly unspaced: string[] = [];

  /** @param known words that stand in the text whoever is named, such as the company’s. */
  constructor(names: readonly string[], known: string) {
    const common = new Set(wordsOf(known).map(lower));
    for (const name of names) this.add(wordsOf(name), common);
  }

  isIn(text: string): boolean {
    if (this.isEmpty()) return false;
    const words = wordsOf(text);
    return (
      words.some((word) => this.isName(word)) ||
      this.phrases.some((phrase) => ` ${words.join(' ')} `.includes(phrase)) ||
      words.some((word) => UNSPACED.test(word) && this.unspaced.some((name) => word.includes(name)))
    );
  }

  private isEmpty(): boolean {
    return [this.anyCase.size, this.capitalised.size, this.phrases.length, this.unspaced.length].every((n) => n === 0);
  }

  private isName(word: string): boolean {
    return this.anyCase.has(lower(word)) || (this.capitalised.has(lower(word)) && word !== lower(word));
  }

  private add(name: readonly string[], common: ReadonlySet<string>): void {
    const own = name.filter((word) => !ROLES.has(lower(word)) && !common.has(lower(word)));
    // A letter begins the names of all. Alone in a name, it is the name, and so is what stands before a surname.
    const telling = own.filter(
      (word) => UNSPACED.test(word) || (word.length > 1 && (name.length === 1 || !PARTICLES.has(word))),
    );
    for (const word of telling) {
      if (UNSPACED.test(word)) continue;
      (WORDS.has(lower(word)) ? this.capitalised : this.anyCase).add(lower(word));
    }
    if (own.some((word) => UNSPACED.test(word)))
      this.unspaced.push(name.join(''), ...own.filter((word) => word.length > 1));
    if (own.length > 0) this.phrases.push(` ${name.join(' ')} `);
  }
}

/** Words without accents, and without what nobody sees. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .normalize('NFC');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const lower = (word: string): string => word.toLowerCase();

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u));
}
