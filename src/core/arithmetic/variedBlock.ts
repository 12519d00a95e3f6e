/** Other figures for a block's inputs, so that its arithmetic is new and can still be done in the head. */
import type { BlockInput, WorkedBlock } from '../blocks/blockModel';
import { keyName } from '../blocks/blockLines';
import { readBlocks } from '../blocks/readBlocks';
import { faultOf } from '../blocks/resultLines';
import { seededRandom } from '../seededRandom';
import { withThousands } from '../thousands';
import { isAskable } from './arithmeticQuestions';

/** Numbers that are quick to multiply and divide by: these times powers of ten. */
const EASY = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
const WHOLE = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100];
const SHARES = [0.5, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90];

/** What only a few figures make sense for. */
const CHOICES: ReadonlyMap<string, readonly number[]> = new Map([
  ['replication', [2, 3]],
  ['consumer groups', [1, 2, 3, 4]],
  ['utilisation', [50, 60, 70, 75, 80]],
  ['utilization', [50, 60, 70, 75, 80]],
  ['peak', [1.5, 2, 3]],
]);

/** A figure becomes at most this many times larger or smaller: it stays of the size that it has in the work. */
const FARTHEST = 2.5;
/** How often another figure is tried for an input before it stays as it is. */
const TRIES = 4;
/** More inputs than these are left as they are: each change is worked out by itself. */
const MOST_INPUTS = 30;

/** A longer block is no exercise for the head. In UTF-16 units. */
const LONGEST = 4000;

const NUMBER = /(?<![\p{L}\d.,])\d+(?:[.,]\d+)*(?!\d|th\b|st\b|nd\b|rd\b)/gu;
const PLAIN = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;

/**
 * A block with other figures in its inputs: their units and words stay, the same results come out, and it has no
 * problem that it did not have before. The same seed gives the same block.
 * @param text one block, from fence to fence.
 * @param seed a whole number.
 */
export function varyBlock(text: string, seed: number): string {
  const [block] = text.length > LONGEST ? [] : readBlocks(text);
  if (!block || faultOf(block)) return text;
  const dice = new Dice(seed);
  let now: Reading = { text, block };
  for (const index of dice.shuffled(block.inputs.map((_, at) => at)).slice(0, MOST_INPUTS))
    now = withOther(now, index, block, dice);
  return now.text;
}

interface Reading {
  readonly text: string;
  readonly block: WorkedBlock;
}

/** Draws that depend on a seed alone. */
class Dice {
  private state: number;

  constructor(seed: number) {
    // Seeds beside each other would begin alike.
    this.state = Math.imul(seed | 0, 0x9e3779b1) >>> 0;
  }

  next(): number {
    const { value, seed } = seededRandom(this.state);
    this.state = seed;
    return value;
  }

  pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.next() * from.length)];
  }

  shuffled(items: readonly number[]): number[] {
    return items
      .map((item) => ({ item, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }
}

/** The block with another figure for one input, where one fits. @param original as it was before anything changed. */
function withOther(now: Reading, index: number, original: WorkedBlock, dice: Dice): Reading {
  const { text } = now;
  const input = now.block.inputs[index];
  if (!input) return now;
  const value = text.slice(input.valueStart, input.valueEnd);
  const numbers = [...value.matchAll(NUMBER)].map((match) => ({ text: match[0], at: match.index }));
  const [first] = numbers;
  const old = first && asNumber(first.text);
  if (!first || old === undefined || old <= 0) return now;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const wanted: number | undefined = dice.pick(choicesFor(input, old));
    if (wanted === undefined || wanted === old) continue;
    const isRange = input.low !== undefined;
    const changed = rewritten(value, isRange ? numbers : [first], (number) =>
      number === old ? wanted : nearEasy((number * wanted) / old, input),
    );
    const next = text.slice(0, input.valueStart) + changed + text.slice(input.valueEnd);
    const [block] = readBlocks(next);
    if (block && isAsGood(block, index, input, original, wanted / old)) return { text: next, block };
  }
  return now;
}

function asNumber(text: string): number | undefined {
  return PLAIN.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}

/** Numbers that an input may have, near the one that it has. */
function choicesFor({ key, unit, value }: BlockInput, old: number): number[] {
  const few = CHOICES.get(keyName(key));
  if (few) return few.filter((number) => number !== old);
  const isNear = (number: number): boolean => number <= old * FARTHEST && number >= old / FARTHEST;
  if (unit === '%' || unit?.startsWith('%/') === true) return SHARES.filter(isNear);
  const isSmallWhole = Number.isInteger(old) && old <= 100 && value === old;
  return (isSmallWhole || (Number.isInteger(old) && old < 10) ? WHOLE : easyAround(old)).filter(isNear);
}

/** Easy numbers of the size of another. */
function easyAround(number: number): number[] {
  const power = Math.floor(Math.log10(number));
  return [power - 1, power, power + 1].flatMap((exponent) =>
    EASY.map((mantissa) => Number((mantissa * 10 ** exponent).toPrecision(6))),
  );
}

/** The easy number that is nearest: for the ends of a range, which move with its middle. */
function nearEasy(number: number, { unit }: BlockInput): number {
  const all = unit === '%' ? SHARES : number < 10 ? WHOLE : easyAround(number);
  return all.reduce((best, each) => (Math.abs(each - number) < Math.abs(best - number) ? each : best));
}

interface WrittenNumber {
  readonly text: string;
  readonly at: number;
}

function rewritten(value: string, numbers: readonly WrittenNumber[], change: (number: number) => number): string {
  let [text, end] = ['', 0];
  for (const number of numbers) {
    const old = asNumber(number.text);
    if (old === undefined) continue;
    text += value.slice(end, number.at) + written(change(old), number.text);
    end = number.at + number.text.length;
  }
  return text + value.slice(end);
}

/** With commas between thousands where the number before had them, or was written out. */
const written = (number: number, before: string): string =>
  before.includes(',') ? withThousands(String(number)) : String(number);

/** Whether the new figure is read as the old one was, and the block is as good as it was. */
function isAsGood(block: WorkedBlock, index: number, old: BlockInput, original: WorkedBlock, ratio: number): boolean {
  const input = block.inputs[index];
  if (input?.unit !== old.unit) return false;
  if (old.low === undefined && Math.abs(input.value / old.value / ratio - 1) > 1e-6) return false;
  if ((old.low === undefined) !== (input.low === undefined)) return false;
  const had = new Set(original.problems.map(({ code }) => code));
  const kinds = ({ results }: WorkedBlock): string => results.map(({ id, unit }) => `${id} ${unit ?? ''}`).join();
  return (
    block.problems.every(({ code }) => had.has(code)) &&
    kinds(block) === kinds(original) &&
    block.results.every(({ value, low = value, high = value }) => [value, low, high].every(Number.isFinite)) &&
    // Nothing left of a limit, say, would be no question.
    block.results.every(({ value }, at) => isAskable(value) || !isAskable(original.results[at]?.value ?? 0))
  );
}
