/** `estimate`: assumptions with their ranges, and formulas over them. */
import { inUnit, shownIn } from './amounts';
import { readAssumption, readGoal, type EstimateGoal } from './assumptions';
import {
  keyName,
  noKeyProblem,
  problemAt,
  repeatedProblem,
  replaceFix,
  splitKeyLine,
  type KeyLine,
} from './blockLines';
import type { BlockInput, BlockProblem, BlockResult, Swing, WorkedBlock } from './blockModel';
import { shortFigure, shortRange } from './blockWords';
import { checkGoal } from './estimateGoal';
import { EstimateNames } from './estimateNames';
import type { Assumption } from './estimateTypes';
import type { FencedBlock } from './fencedBlocks';
import { parseFormula } from './formulas';
import { Model } from './models';

/** Reads and works out an estimate. */
export function readEstimate(block: FencedBlock): WorkedBlock {
  return new EstimateReader(block).read();
}

interface FormulaLine {
  readonly split: KeyLine;
  readonly name: string;
}

const GOAL = 'goal';
const MOST_USES = 24;
/** What a sum for a period is multiplied by for a year, where the period is left out. */
const TIMES_A_YEAR: ReadonlyMap<string, string> = new Map([
  ['day', '365'],
  ['month', '12'],
  ['quarter', '4'],
  ['week', '52'],
]);
const BARE_FACTOR = /[×*·x]\s*(365|12|52|4)(?=\s*$|\s*[×*·÷/+)−–-])/u;

class EstimateReader {
  private readonly problems: BlockProblem[] = [];
  private readonly inputs: BlockInput[] = [];
  private readonly formulas: FormulaLine[] = [];
  private readonly assumptions = new Map<string, Assumption>();
  private readonly names: EstimateNames;
  private goal: EstimateGoal | undefined;
  private hasGoal = false;

  constructor(private readonly block: FencedBlock) {
    this.names = new EstimateNames(block, this.problems);
  }

  read(): WorkedBlock {
    const { block, problems, inputs } = this;
    this.readLines();
    const model = new Model(this.assumptions);
    for (const { split, name } of this.formulas) this.readFormula(split, name, model);
    if (this.formulas.length === 0) problems.push(...this.noFormula());
    const results = this.results(model);
    const last = results.at(-1);
    // A formula that is not worked out may be the one that the goal is for.
    const isComplete = last?.id === this.formulas.at(-1)?.split.key.text;
    const swings = last && isComplete ? this.swings(model) : [];
    const sensitivity = last && swings[0] ? [this.sensitivity(swings, last)] : [];
    if (this.goal && isComplete) problems.push(...checkGoal(this.goal, model, swings, this.names));
    return {
      kind: 'estimate',
      start: block.start,
      end: block.end,
      inputs,
      results: [...results, ...sensitivity],
      problems,
      headline: last && isComplete ? headlineOf(last, swings) : undefined,
      notes: model.isTooLarge
        ? ['This estimate is so large that only its middle values are worked out, and no ranges.']
        : [],
      leftOut: [],
      stages: [],
      swings,
    };
  }

  /** Names first, so that a formula is read with all of them in mind. */
  private readLines(): void {
    for (const line of this.block.lines) {
      const split = splitKeyLine(line, ':=');
      if (!split) {
        this.problems.push(noKeyProblem(line, 'adoption: 8 % (4-12 %)'));
        continue;
      }
      const name = keyName(split.key.text);
      if (name === GOAL && split.sign === ':') {
        if (this.hasGoal) this.problems.push(repeatedProblem(split));
        else this.takeGoal(split);
        continue;
      }
      if (this.names.lines.has(name)) {
        this.problems.push(repeatedProblem(split));
        continue;
      }
      this.names.lines.set(name, split);
      if (split.sign === '=') this.formulas.push({ split, name });
      else this.takeAssumption(split, name);
    }
  }

  private takeGoal(split: KeyLine): void {
    this.hasGoal = true;
    this.goal = readGoal(split, this.problems);
    if (this.goal) this.inputs.push(this.goal.input);
  }

  private takeAssumption(split: KeyLine, name: string): void {
    const read = readAssumption(split, name, this.problems);
    if (!read) return;
    this.assumptions.set(name, read.assumption);
    this.inputs.push(read.input);
  }

  private noFormula(): BlockProblem[] {
    const { block, assumptions } = this;
    if (block.lines.length > 0 && assumptions.size === 0 && this.problems.length > 0) return [];
    return [
      problemAt(
        block.opening,
        'block-missing',
        'There is no formula yet: add a line such as “arr = customers × price”.',
      ),
    ];
  }

  private readFormula(split: KeyLine, name: string, model: Model): void {
    const { value, key } = split;
    if (value.text === '') {
      this.problems.push(problemAt(key, 'block-value', `“${key.text}” has no formula yet.`));
      return;
    }
    const formula = parseFormula(value.text, value.start, this.names, this.problems);
    if (!formula || !this.names.check(formula, split, model)) return;
    const found = model.add({ name, key: key.text, formula, place: value });
    if (found) this.problems.push(found);
    const last = model.formulas.at(-1);
    if (!found && last) this.checkPeriod(value, inUnit(last.amount).unit ?? '');
  }

  /** “$20 a month × 12” is still for a month, and so is a sum times hours that is for no hour. */
  private checkPeriod({ text, start, end }: KeyLine['value'], unit: string): void {
    const [, period = ''] = /^[A-Z]{3}\/(\w+)$/u.exec(unit) ?? [];
    const times = TIMES_A_YEAR.get(period);
    const [whole, number = ''] = BARE_FACTOR.exec(text) ?? [];
    if (whole !== undefined && number === times) {
      const at = start + text.indexOf(whole) + whole.length;
      this.problems.push(
        problemAt(
          { start: at - number.length, end: at },
          'block-dimension',
          `${number} times a sum a ${period} is still a sum a ${period}. For a year, write “${number} ${period}s”.`,
          [
            replaceFix(
              `Change to “${number} ${period}s”`,
              { start: at - number.length, end: at },
              `${number} ${period}s`,
            ),
          ],
          'warning',
        ),
      );
    }
    if (/^[A-Z]{3}·ms$/u.test(unit))
      this.problems.push(
        problemAt(
          { start, end },
          'block-dimension',
          'Money times time is neither: is a figure of it “an hour” or “a month”?',
          [],
          'warning',
        ),
      );
  }

  private results(model: Model): BlockResult[] {
    return model.formulas.map(({ name, key, place, amount, formula }, index) => {
      const unit = inUnit(amount);
      const range = model.rangeOf(index);
      if (range && range.notMonotoneIn.length > 0)
        this.problems.push(
          problemAt(
            place,
            'block-not-monotone',
            `“${key}” may rise and fall with ${range.notMonotoneIn.map((one) => `“${one}”`).join(', ')}. Its low and high are the least and the most that were found at the ends of its assumptions and at some points between.`,
            [],
            'info',
          ),
        );
      if (range?.isBroken === true)
        this.problems.push(
          problemAt(
            place,
            'block-division',
            `“${key}” has no low and high: what it divides by is 0, or may be, within the ranges of its assumptions. Narrow them.`,
            [],
            'warning',
          ),
        );
      const ends =
        range && !range.isBroken && range.low !== range.high
          ? { low: shownIn(unit, range.low), high: shownIn(unit, range.high) }
          : {};
      return {
        id: key,
        title: key,
        value: shownIn(unit, amount.value),
        unit: unit.unit,
        ...ends,
        formula: `${key} = ${this.textOf(name)}`,
        source: undefined,
        uses: formula.names.slice(0, MOST_USES).map((used) => this.names.lines.get(used)?.key.text ?? used),
        place,
      };
    });
  }

  private textOf(name: string): string {
    const text = this.names.lines.get(name)?.value.text ?? '';
    return text.length > 200 ? `${text.slice(0, 200)} …` : text;
  }

  private swings(model: Model): Swing[] {
    const last = model.formulas.at(-1);
    if (!last) return [];
    const unit = inUnit(last.amount);
    return model
      .swings()
      .map(({ key, atLow, atHigh }) => ({ key, atLow: shownIn(unit, atLow), atHigh: shownIn(unit, atHigh) }))
      .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow));
  }

  private sensitivity(swings: readonly Swing[], last: BlockResult): BlockResult {
    const first = swings[0] as Swing;
    return {
      id: 'sensitivity',
      title: `What moves “${last.id}” most`,
      value: Math.abs(first.atHigh - first.atLow),
      unit: last.unit,
      low: Math.min(first.atLow, first.atHigh),
      high: Math.max(first.atLow, first.atHigh),
      formula: `“${last.id}” with one assumption at its low and high end, and the others as they are`,
      source: undefined,
      uses: swings.slice(0, MOST_USES).map(({ key }) => key),
      of: first.key,
    };
  }
}

/** Short names of figures that are said letter by letter. */
const ACRONYMS = new Set(['acv', 'arpu', 'arr', 'cac', 'gmv', 'ltv', 'mrr', 'npv', 'roi', 'tco', 'tcv']);

function headlineOf({ id, value, unit, low, high }: BlockResult, swings: readonly Swing[]): string {
  const name = ACRONYMS.has(id.toLowerCase()) ? id.toUpperCase() : id;
  // “ARR $2.1M” goes without saying that it is for a year; any other period is said.
  const money = /^([A-Z]{3})\/year$/u.exec(unit ?? '')?.[1];
  const text = shortFigure(value, money ?? unit, 2);
  const parts = [`${name} ${text}`];
  if (low !== undefined && high !== undefined)
    parts.push(shortRange(low, high, money ?? /^[A-Z]{3}(?=\/)/u.exec(unit ?? '')?.[0] ?? unit));
  const decides = swings[0];
  if (decides && decides.atLow !== decides.atHigh) parts.push(`${decides.key} decides`);
  return parts.join(', ');
}
