import { idOf, wordIds, type WordId, type WordSet } from '../prose/vocabulary';
import type { Quantity } from '../quantities';
import type { Sentence } from './scan';
import { W } from './lexicon/classes';
import {
  MORE_OR_LESS,
  PAST,
  TAKES,
  EMPLOYS,
  TIME_PREPOSITIONS,
  SAVES,
  RECEIVES,
  SPENDS,
  PLACES,
  ROLLOUT,
  WAITS,
  COMPARES,
  WORKLOAD,
  GOAL_NOUNS,
  GOAL_VERBS,
  STANDARDS,
  SHORTER,
  NO_NOUN,
  REACHED,
} from './lexicon/figures';
import { classesOf, FLAG, flagsOf, lookUp } from './lexicon/table';
import type { Tokens } from './tokens';

const [COST, INTO, TO, UNDER, THAN, BELOW, NOW, DOWN, ENGINEER, STORY, OF, TIME, PEOPLE, WAS, IS, WITH, BY, EARLIER] =
  wordIds('cost into to under than below now down engineer story of time people was is with by earlier');

/** What a quantity says in a story. */
export interface Figure {
  readonly quantity: Quantity;
  /** Index of its sentence. */
  readonly sentence: number;
  /** Its first token, and the first behind it. */
  readonly first: number;
  readonly last: number;
  /**
   * `outcome`: money, users or the business; `technical`: a latency, an error rate; `none`: how long something took,
   * how
   * many worked on it, a budget, a goal.
   */
  readonly role: 'outcome' | 'technical' | 'none';
  /** It says how much, how fast or at what cost something runs. */
  readonly constraint: boolean;
}

const NEAR = 8;
const NOUNS = W.business | W.users | W.technical | W.team;
const MINUTE = 60_000;
/** Counts from here on are a scale to run at, rather than a handful. */
const SCALE = 1000;

/** Judges the quantities of a story, which are in order, each in its sentence. */
export function judgeFigures(
  text: string,
  quantities: readonly Quantity[],
  sentences: readonly Sentence[],
  tokens: Tokens,
): Figure[] {
  const figures: Figure[] = [];
  const judge = new Judge(text, tokens);
  let s = 0;
  let t = 0;
  for (const quantity of quantities) {
    while (s < sentences.length && (sentences[s] as Sentence).end <= quantity.start) s += 1;
    const sentence = sentences[s];
    if (!sentence) break;
    if (quantity.start < sentence.start) continue;
    if (t < sentence.first) t = sentence.first;
    while (t < sentence.last && tokens.end(t) <= quantity.start) t += 1;
    let last = t;
    while (last < sentence.last && tokens.start(last) < quantity.end) last += 1;
    const { role, constraint } = judge.verdict(quantity, sentence, t, last);
    figures.push({ quantity, sentence: s, first: t, last, role, constraint });
  }
  return figures;
}

type Verdict = Pick<Figure, 'role' | 'constraint'>;

const NOTHING: Verdict = { role: 'none', constraint: false };
const OUTCOME: Verdict = { role: 'outcome', constraint: false };
const TECHNICAL: Verdict = { role: 'technical', constraint: true };
const SIZE: Verdict = { role: 'none', constraint: true };

/** Before the first. */
const NO_QUANTITY: Quantity = { start: 0, end: 0, text: '', kind: 'count', value: 0, unit: null };
const NO_SENTENCE: Sentence = {
  start: 0,
  end: 0,
  first: 0,
  last: 0,
  block: 0,
  line: 0,
  classes: 0,
  groups: 0,
  flags: 0,
};

/** Judges one quantity of a text after the other. */
class Judge {
  private quantity = NO_QUANTITY;
  private sentence = NO_SENTENCE;
  private first = 0;
  private last = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: Tokens,
  ) {}

  /** What the quantity, with its tokens `first` to `last` (exclusive), says in its sentence. */
  verdict(quantity: Quantity, sentence: Sentence, first: number, last: number): Verdict {
    this.quantity = quantity;
    this.sentence = sentence;
    this.first = first;
    this.last = last;
    const verdict = this.judge();
    return verdict.role !== 'none' && this.isGoal() ? { ...verdict, role: 'none' } : verdict;
  }

  private judge(): Verdict {
    switch (this.quantity.kind) {
      case 'money':
        return this.money();
      case 'duration':
        return this.duration();
      case 'rate':
        return this.rate();
      case 'size':
        return this.quantity.from === undefined ? SIZE : TECHNICAL;
      case 'count':
        return this.count();
      default:
        return this.share();
    }
  }

  private money(): Verdict {
    const costs = (this.sentence.classes & W.cost) !== 0 || this.isUnitCost();
    const verdict: Verdict = { role: 'outcome', constraint: costs };
    if (this.quantity.from !== undefined) return verdict;
    const before = this.id(this.first - 1);
    if (before === COST && (this.sentence.classes & W.change) === 0) return { role: 'none', constraint: true };
    const into = before === INTO || this.id(this.first - 2) === INTO;
    if (into) return verdict;
    for (let k = this.first - 1; k >= this.first - 3; k -= 1)
      if (SPENDS.has(this.id(k)) && !this.isBusiness(this.first - 3, this.first)) return NOTHING;
    for (let k = this.last; k < this.last + 3; k += 1) {
      if (this.isBreak(k)) break;
      const classes = this.classesAt(k);
      if (classes & W.business) break;
      if (classes & W.scope) return NOTHING;
    }
    return verdict;
  }

  /** "$0.002 per prediction"; "per year" is part of the quantity. */
  private isUnitCost(): boolean {
    return /[ \t](?:per|a|an|each)[ \t]+(?:thousand[ \t]|million[ \t])?(?:prediction|inference|request|call|query|event|document|image|token|page|search|transaction|message|record|run|thousand|million|GB|TB)/u.test(
      this.text.slice(this.quantity.start, this.quantity.end + 40),
    );
  }

  private duration(): Verdict {
    const { quantity } = this;
    const technical = quantity.value < MINUTE || this.has(FLAG.technicalTime, W.technical);
    if (quantity.from !== undefined) return technical ? TECHNICAL : OUTCOME;
    if (quantity.value < MINUTE) return TECHNICAL;
    if (this.isSaved()) return technical ? TECHNICAL : OUTCOME;
    const before = this.id(this.first - 1);
    const now = this.isNow();
    if (TIME_PREPOSITIONS.has(before) && !now) return NOTHING;
    for (let k = this.first - 1; k >= this.first - 4 && k >= this.sentence.first; k -= 1) {
      if (SAVES.has(this.id(k))) return technical ? TECHNICAL : OUTCOME;
    }
    if ((WAITS.has(before) || TAKES.has(before)) && this.sentenceHas(COMPARES)) {
      // "40 minutes instead of two days" is a change, whatever it is of.
      return technical && !this.has(FLAG.businessTime, W.business | W.users) ? TECHNICAL : OUTCOME;
    }
    const measures =
      before === TO ||
      before === UNDER ||
      before === THAN ||
      before === BELOW ||
      (this.classesAt(this.first - 1) & W.be) !== 0;
    if (now) return technical && !this.has(FLAG.businessTime, W.business | W.users) ? TECHNICAL : OUTCOME;
    if (!measures) return NOTHING;
    if (this.has(FLAG.businessTime, W.business)) return OUTCOME;
    return technical ? TECHNICAL : NOTHING;
  }

  /** "Is now two days", "now clears in 9 minutes". */
  private isNow(): boolean {
    for (let k = this.first - 1; k >= this.first - 4; k -= 1)
      if (this.id(k) === NOW) return (this.classesAt(k - 1) & W.be) !== 0 || k < this.first - 1;
    return false;
  }

  /** "40 minutes less on paperwork", "40 fewer minutes", "12 days sooner"; not "three months earlier, I had joined". */
  private isSaved(): boolean {
    if (this.first === this.sentence.first) return false;
    for (let k = this.first; k <= this.last; k += 1)
      if (SHORTER.has(this.id(k))) return this.id(k) !== EARLIER || !this.sentenceHas(PAST);
    return false;
  }

  private rate(): Verdict {
    const classes = this.unitClasses();
    if ((classes & (W.users | W.business)) === 0) return TECHNICAL;
    const changed =
      this.quantity.from !== undefined || (this.sentence.classes & (W.change | W.achieve | W.comparative)) !== 0;
    return { role: changed ? 'outcome' : 'technical', constraint: true };
  }

  private count(): Verdict {
    const { quantity, sentence } = this;
    const classes = this.unitClasses();
    const constraint = quantity.value >= SCALE || (classes & W.technical) !== 0;
    if (classes & W.team && EMPLOYS.has(this.id(this.first - 1))) return NOTHING;
    if (classes & W.team)
      return this.isAdopter() || quantity.value >= SCALE ? { role: 'outcome', constraint } : NOTHING;
    if (classes & W.users) {
      for (let k = this.first - 1; k >= this.first - 4; k -= 1) {
        if (this.classesAt(k) & W.research) return NOTHING;
        if (RECEIVES.has(this.id(k)) && quantity.from === undefined) return { role: 'none', constraint };
      }
      return { role: 'outcome', constraint };
    }
    if (classes & W.business) return { role: 'outcome', constraint };
    if (quantity.unit !== null && PLACES.has(lastWord(quantity.unit)))
      return sentence.classes & W.change ? OUTCOME : NOTHING;
    if (quantity.from !== undefined) {
      if (this.nearest() === 'team') return NOTHING;
      const counted = classes | (quantity.unit === null ? this.classesAt(this.first - 1) : 0);
      return counted & (W.technical | W.system | W.infra) || this.nearest() === 'technical' ? TECHNICAL : OUTCOME;
    }
    const gained =
      (sentence.classes & (W.achieve | W.adopt | W.comparative)) !== 0 &&
      quantity.unit !== null &&
      (classes & (W.system | W.infra | W.technical)) === 0 &&
      !WORKLOAD.has(lastWord(quantity.unit));
    return { role: gained ? 'outcome' : 'none', constraint };
  }

  /** Percentages, multipliers, points and ratios: what they are of is for the nearest noun to say. */
  private share(): Verdict {
    const { quantity } = this;
    if (quantity.kind === 'multiplier' && (this.id(this.last) === DOWN || this.id(this.last) === ENGINEER))
      return NOTHING;
    if (quantity.kind === 'points') {
      if (/story|point/u.test(quantity.unit ?? '') && this.id(this.first - 1) === STORY) return NOTHING;
      if (this.unitClasses() & W.technical) return TECHNICAL;
      return this.nearest() === 'technical' ? TECHNICAL : OUTCOME;
    }
    const of = this.id(this.last) === OF ? this.last + 1 : -1;
    if (of >= 0 || quantity.kind === 'ratio') {
      for (let k = Math.max(of, this.last); k < this.last + 5; k += 1) {
        if (this.id(k) === TIME) return NOTHING;
        if (this.classesAt(k) & W.team && (this.sentence.classes & W.adopt) === 0) return NOTHING;
        if (this.classesAt(k) & (W.users | W.business)) {
          if (this.isRollout()) return { role: 'none', constraint: false };
          break;
        }
      }
      if (this.isRollout()) return NOTHING;
    }
    const nearest = this.nearest();
    if (nearest === 'team') return (this.sentence.classes & W.adopt) === 0 ? NOTHING : OUTCOME;
    if (nearest === 'technical') return { role: 'technical', constraint: false };
    if (nearest === undefined && this.classesAt(this.last) & W.comparative && !this.isMoreOf())
      return { role: 'technical', constraint: false };
    return { role: 'outcome', constraint: nearest === 'business' && (this.sentence.classes & W.cost) !== 0 };
  }

  /** "9% more rubbish": more of something, and not merely more. */
  private isMoreOf(): boolean {
    const noun = this.id(this.last + 1);
    return (
      MORE_OR_LESS.has(this.id(this.last)) &&
      this.isInside(this.last + 1) &&
      !this.tokens.afterBreak(this.last + 1) &&
      !NO_NOUN.has(noun) &&
      !this.tokens.word(this.last + 1).endsWith('ly')
    );
  }

  /** What the noun nearest to the figure is; one before it wins over one as near behind. */
  private nearest(): 'business' | 'technical' | 'team' | undefined {
    for (let d = 1; d <= NEAR; d += 1) {
      const found = this.nounAt(this.first - d, d) ?? this.nounAt(this.last + d - 1, d);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What the noun at a token is, so many tokens from the figure; colleagues count only close to it. */
  private nounAt(k: number, distance: number): 'business' | 'technical' | 'team' | undefined {
    const id = this.id(k);
    const classes = classesOf(id);
    if ((classes & NOUNS) === 0)
      return flagsOf(id) & FLAG.technicalTime && this.id(k + 1) === TIME ? 'technical' : undefined;
    if (id === PEOPLE) return undefined;
    if (classes & (W.business | W.users)) return 'business';
    if (classes & W.technical) return 'technical';
    return distance <= (this.quantity.kind === 'multiplier' ? 5 : 3) ? 'team' : undefined;
  }

  private sentenceHas(words: WordSet): boolean {
    for (let k = this.sentence.first; k < this.sentence.last; k += 1) if (words.has(this.id(k))) return true;
    return false;
  }

  private isRollout(): boolean {
    for (let k = this.first - 1; k >= this.first - 6 && k >= this.sentence.first; k -= 1)
      if (ROLLOUT.has(this.id(k))) return true;
    return false;
  }

  /** A goal is stated before the figure, and nothing says that it was reached. */
  private isGoal(): boolean {
    if ((this.sentence.classes & W.goal) === 0) return false;
    let goal = false;
    for (let k = this.sentence.first; k < this.first; k += 1) {
      const word = this.id(k);
      if (GOAL_NOUNS.has(word)) {
        const next = this.id(k + 1);
        if (next === WAS || next === IS || next === OF || next === TO) goal = true;
      } else if (GOAL_VERBS.has(word) && !STANDARDS.has(this.id(k - 1))) {
        if (this.id(k + 1) === TO || this.id(k + 2) === TO || this.id(k + 1) === WITH) goal = true;
      } else if (goal && REACHED.has(word)) {
        goal = false;
      }
    }
    if (!goal) return false;
    for (let k = this.sentence.first; k < this.first; k += 1)
      if (GOAL_NOUNS.has(this.id(k)) && REACHED.has(this.id(k - 2))) return false;
    return true;
  }

  /** "Six teams adopted it", "used by 40 teams". */
  private isAdopter(): boolean {
    for (let k = this.last; k < this.last + 3; k += 1) if (this.classesAt(k) & W.adopt) return true;
    return (
      this.id(this.first - 1) === BY &&
      ((this.classesAt(this.first - 2) | this.classesAt(this.first - 3)) & W.adopt) !== 0
    );
  }

  private has(flag: number, classes: number): boolean {
    for (let k = this.first - NEAR; k < this.last + 5; k += 1) {
      const id = this.id(k);
      if (classesOf(id) & classes || flagsOf(id) & flag) return true;
    }
    return false;
  }

  private isBusiness(from: number, to: number): boolean {
    for (let k = from; k < to; k += 1) if (this.classesAt(k) & W.business && !SPENDS.has(this.id(k))) return true;
    return false;
  }

  private unitClasses(): number {
    const { unit } = this.quantity;
    return unit === null ? 0 : classesOf(lookUp(unit, unit.lastIndexOf(' ') + 1));
  }

  private isInside(k: number): boolean {
    return k >= this.sentence.first && k < this.sentence.last;
  }

  private isBreak(k: number): boolean {
    return this.isInside(k) && this.tokens.afterBreak(k);
  }

  private classesAt(k: number): number {
    return this.isInside(k) ? this.tokens.classes(k) : 0;
  }

  /** The number of a token's word; 0 outside the sentence. */
  private id(k: number): WordId {
    return this.isInside(k) ? this.tokens.id(k) : 0;
  }
}

const lastWord = (unit: string): WordId => idOf(unit.slice(unit.lastIndexOf(' ') + 1));
