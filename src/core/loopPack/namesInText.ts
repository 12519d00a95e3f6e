/** Whether a text names one of some people: by all of their name, or by a first name or a surname alone. */

import { itemsOf } from '../story/prose/vocabulary';

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
  /** All of each name, with a space before and after; empty where no name can be told from other words. */
  private readonly phrases: string[] = [];
  /** Beginnings of mail addresses and handles, in lower case. */
  private readonly handles = new Set<string>();
  private readonly unspaced: string[] = [];

  /** @param known words that stand in the text whoever is named, such as the company’s. */
  constructor(names: readonly string[], known: string) {
    const common = new Set(wordsOf(known).map(lower));
    for (const name of names) for (const spelling of spellingsOf(name)) this.add(wordsOf(spelling), common);
  }

  isIn(text: string): boolean {
    if (this.phrases.length === 0) return false;
    const words = wordsOf(text);
    const spaced = ` ${words.join(' ')} `;
    return (
      words.some((word) => this.isName(word)) ||
      this.phrases.some((phrase) => spaced.includes(phrase)) ||
      this.unspaced.some((name) => spaced.includes(name)) ||
      this.isInAddress(text)
    );
  }

  private isName(word: string): boolean {
    return this.anyCase.has(lower(word)) || (this.capitalised.has(lower(word)) && word !== lower(word));
  }

  /** Whether mail, a handle, an address or a file is somebody’s: there no name has a capital, or a space. */
  private isInAddress(text: string): boolean {
    const parts = text.split('@');
    const beside = parts.flatMap((part, index) => [
      ...(index > 0 ? (/^[\p{L}\p{N}._-]{1,64}/u.exec(part) ?? []) : []),
      ...(index < parts.length - 1 ? (/[\p{L}\p{N}._-]{1,64}$/u.exec(part.slice(-64)) ?? []) : []),
    ]);
    if (beside.some((handle) => this.handles.has(lower(wordsOf(handle).join(''))))) return true;
    const compounds = text
      .split(/\s+/u)
      .filter((token) => COMPOUND.test(token))
      .map((token) => ` ${lower(wordsOf(token).join(' '))} `)
      .join('\n');
    return this.phrases.some((phrase) => phrase.trim().includes(' ') && compounds.includes(lower(phrase)));
  }

  private add(name: readonly string[], common: ReadonlySet<string>): void {
    const own = name.filter((word) => /\p{L}/u.test(word) && !ROLES.has(lower(word)) && !common.has(lower(word)));
    if (own.length === 0) return;
    // A letter begins the names of all. Alone in a name, it is the name, and so is what stands before a surname.
    const telling = own.filter(
      (word) => !UNSPACED.test(word) && word.length > 1 && (name.length === 1 || !PARTICLES.has(word)),
    );
    for (const word of telling) (WORDS.has(lower(word)) ? this.capitalised : this.anyCase).add(lower(word));
    if (own.some((word) => UNSPACED.test(word)))
      this.unspaced.push(name.join(''), ...own.filter((word) => word.length > 1));
    this.phrases.push(` ${name.join(' ')} `);
    this.addHandles(own.map(lower));
  }

  /** “zebulonquark”, “zquark”, “zebulonq”. */
  private addHandles(name: readonly string[]): void {
    const [first = '', last = ''] = [name[0], name.at(-1)];
    const whole = [name.join(''), first + last, last + first];
    for (const word of name.length > 1 ? whole : []) if (word.length >= SHORTEST_WHOLE) this.anyCase.add(word);
    for (const word of [...whole, first.slice(0, 1) + last, first + last.slice(0, 1), first, last])
      if (word.length > 2) this.handles.add(word);
  }
}

/** Words with nothing but signs between them. */
const COMPOUND = /[\p{L}\p{N}][^\p{L}\p{N}\s]+[\p{L}\p{N}]/u;
/** A first name and a surname without a space are hardly another word. */
const SHORTEST_WHOLE = 7;

/** As it is written, and as it is without umlauts. */
function spellingsOf(name: string): string[] {
  const composed = name.normalize('NFC');
  const spelled = composed.replace(/[äöü]/giu, (sign) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[lower(sign)] ?? sign);
  return spelled === composed ? [name] : [name, spelled];
}

/** Letters that have an accent of another kind. */
const STROKES: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
  ı: 'i',
};

/** Words without accents, and without what nobody sees. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .normalize('NFC')
    .replace(/[øØłŁđĐßæı]/gu, (sign) => STROKES[sign] ?? sign);
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const lower = (word: string): string => word.toLowerCase();

function wordSet(words: string): ReadonlySet<string> {
  return new Set(itemsOf(words));
}
