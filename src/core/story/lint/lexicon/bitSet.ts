/**
 * Small sets as the bits of two numbers, so that every word of a text can be looked at and added up without making a
 * new object for it. No other file of the linter looks into the numbers.
 */

/** Every engine keeps numbers of this many bits as they are; for larger ones, some make an object each. */
const BITS_OF_A_NUMBER = 30;

interface Bits {
  readonly low: number;
  readonly high: number;
}

/** A set of whole numbers from 0 to 59. It does not change. */
export class BitSet implements Bits {
  readonly low: number;
  readonly high: number;

  constructor(bits: Bits) {
    this.low = bits.low;
    this.high = bits.high;
  }

  get isEmpty(): boolean {
    return this.low === 0 && this.high === 0;
  }

  has(member: number): boolean {
    return member < BITS_OF_A_NUMBER
      ? (this.low & (1 << member)) !== 0
      : (this.high & (1 << (member - BITS_OF_A_NUMBER))) !== 0;
  }

  /** Whether the two have a member in common. */
  meets(other: BitSet): boolean {
    return (this.low & other.low) !== 0 || (this.high & other.high) !== 0;
  }
}

/** Gathers the members of a set. */
export class BitUnion implements Bits {
  low = 0;
  high = 0;

  /** @throws RangeError where the set has no room for the number. */
  add(member: number): void {
    if (member >= 2 * BITS_OF_A_NUMBER) throw new RangeError(`No room for ${member} in a set of bits.`);
    if (member < BITS_OF_A_NUMBER) this.low |= 1 << member;
    else this.high |= 1 << (member - BITS_OF_A_NUMBER);
  }

  addAll(low: number, high: number): void {
    this.low |= low;
    this.high |= high;
  }

  clear(): void {
    this.low = 0;
    this.high = 0;
  }
}

/** Sets in a table of numbers, two to a set: added up for every word of a text, they are read faster than objects. */
export class BitTable {
  private readonly numbers: Int32Array;

  constructor(sets: readonly BitSet[]) {
    this.numbers = Int32Array.from(sets.flatMap(({ low, high }) => [low, high]));
  }

  /** Adds the members of the set at a place of the table. */
  addTo(union: BitUnion, place: number): void {
    union.addAll(this.numbers[2 * place] as number, this.numbers[2 * place + 1] as number);
  }
}
