import { idOf, wordIds, type WordId, type WordSet } from '../../prose/vocabulary';
import type { Quantity } from '../../quantities';
import { BY_HAND } from '../lexicon/aroundFigures';
import { NO_CLASSES, type WordClasses } from '../lexicon/classes';
import { classesOf, lookUp } from '../lexicon/table';
import type { Sentence } from '../sentences';
import type { Tokens } from '../tokens';

const [TIME, PEOPLE, TO, FROM] = wordIds('time people to from');
/** How many words before a new value its "from" may stand. */
const REACH_OF_FROM = 6;

/** How many words before and after a figure are looked at for what it is of. */
const NEAR_BEFORE = 8;
const NEAR_AFTER = 5;
/** Colleagues are what a figure is of only this close to it; further off, they are who did it. */
const NEAR_TEAM = 3;
const NEAR_TEAM_OF_MULTIPLIER = 5;

/** What a figure may be of. */
export type Subject = 'business' | 'technical' | 'team';

/** A quantity in its sentence. Words are asked for by token; one outside the sentence is nothing. */
export class Surroundings {
  constructor(
    readonly text: string,
    private readonly tokens: Tokens,
    readonly quantity: Quantity,
    readonly sentence: Sentence,
    /** The quantity's first token, and the first after it. */
    readonly first: number,
    readonly last: number,
  ) {}

  id(k: number): WordId {
    return this.isInside(k) ? this.tokens.id(k) : 0;
  }

  is(k: number): WordClasses {
    return this.isInside(k) ? this.tokens.is(k) : NO_CLASSES;
  }

  /** The word right before the quantity. */
  get wordBefore(): WordId {
    return this.id(this.first - 1);
  }

  /** The word right after it. */
  get wordAfter(): WordId {
    return this.id(this.last);
  }

  /** One of the words stands at most `distance` tokens before the quantity. */
  hasBefore(words: WordSet, distance: number): boolean {
    return this.some(this.first - distance, this.first, (k) => words.has(this.id(k)));
  }

  /** One of the words stands anywhere in the sentence. */
  hasAnywhere(words: WordSet): boolean {
    return this.some(this.sentence.first, this.sentence.last, (k) => words.has(this.id(k)));
  }

  /** One of the words around the quantity passes the test: `here.isNear((word) => word.users)`. */
  isNear(wanted: (word: WordClasses) => boolean): boolean {
    return this.some(this.first - NEAR_BEFORE, this.last + NEAR_AFTER, (k) => wanted(this.is(k)));
  }

  /** The test holds for a token from `from` to `to` (exclusive). */
  some(from: number, to: number, test: (k: number) => boolean): boolean {
    for (let k = from; k < to; k += 1) if (test(k)) return true;
    return false;
  }

  /** "From days to 20 minutes", "from 41 lessons a month to 17": the old value stands before it, in words or apart. */
  isNewValue(): boolean {
    return this.wordBefore === TO && this.some(this.first - REACH_OF_FROM, this.first - 1, (k) => this.id(k) === FROM);
  }

  /** A comma, a colon or a dash stands before the token. */
  isBreak(k: number): boolean {
    return this.isInside(k) && this.tokens.afterBreak(k);
  }

  isInside(k: number): boolean {
    return k >= this.sentence.first && k < this.sentence.last;
  }

  wordEndsWith(k: number, ending: string): boolean {
    return this.tokens.word(k).endsWith(ending);
  }

  /** What the quantity counts: the classes of "merchants" for "25 new merchants". */
  unit(): WordClasses {
    const name = this.unitName();
    return name === undefined ? NO_CLASSES : classesOf(lookUp(name));
  }

  /** The number of its unit's last word, as it is written; 0 where it has no unit. */
  unitId(): WordId {
    const name = this.unitName();
    return name === undefined ? 0 : idOf(name);
  }

  private unitName(): string | undefined {
    const { unit } = this.quantity;
    return unit === null ? undefined : unit.slice(unit.lastIndexOf(' ') + 1);
  }

  /** What the noun nearest to the figure is; one before it wins over one as near after it. */
  subject(): Subject | undefined {
    for (let distance = 1; distance <= NEAR_BEFORE; distance += 1) {
      const found =
        this.subjectAt(this.first - distance, distance) ?? this.subjectAt(this.last + distance - 1, distance);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private subjectAt(k: number, distance: number): Subject | undefined {
    const word = this.is(k);
    if (word === NO_CLASSES || this.id(k) === PEOPLE) return undefined;
    if (word.business || word.users) return 'business';
    if (word.technical) return BY_HAND.has(this.id(k - 1)) ? 'business' : 'technical';
    if (word.team) return distance <= this.nearTeam() ? 'team' : undefined;
    return word.technicalTime && this.id(k + 1) === TIME ? 'technical' : undefined;
  }

  private nearTeam(): number {
    return this.quantity.kind === 'multiplier' ? NEAR_TEAM_OF_MULTIPLIER : NEAR_TEAM;
  }
}
