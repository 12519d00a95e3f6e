/** `latency-budget`: stages of a request against its time limit. */
import type { Span } from '../ports';
import { shown } from '../shown';
import type { BlockInput, BlockProblem, BlockResult, Stage, WorkedBlock } from './blockModel';
import { readField, type Field } from './blockFields';
import {
  keyName,
  missingProblem,
  noKeyProblem,
  problemAt,
  removeLineFix,
  repeatedProblem,
  replaceFix,
  splitKeyLine,
  unreadInWords,
  type KeyLine,
} from './blockLines';
import { exact, shortFigure } from './blockWords';
import { addUpStages, layOutStages, stageFormula, type OpenStage } from './budgetStages';
import type { FencedBlock } from './fencedBlocks';

export const LATENCY_KEYS = ['slo', 'mean', 'events'] as const;
type LatencyKey = (typeof LATENCY_KEYS)[number];

export const LATENCY_KEY_TITLES: Readonly<Record<LatencyKey, string>> = {
  slo: 'the time limit, such as “40 ms p99”',
  mean: 'the mean time of a request, for what is in flight',
  events: 'how many requests come in, for what is in flight',
};

export const PERCENTILE_NOTE =
  'Percentiles do not add up: the sum of the stages’ p99s is not the p99 of the whole, only a careful bound while their slow moments coincide. Means do add up.';
const LITTLE = 'Little’s law (Little 1961): L = λ × W, with means';

/** Other names of the time limit, where no line is called “slo”. */
const LIMITS = new Set([
  'budget',
  'deadline',
  'goal',
  'latency slo',
  'limit',
  'max',
  'sla',
  'target',
  'time limit',
  'total budget',
]);
const PERCENTILE_IN_KEY = /(?<!\s)\s*\(?(?:\bp\d{1,3}(?:\.\d+)?|\b\d{2}(?:\.\d+)?th percentile)\)?\s*/u;

/** Lines that repeat what is worked out. */
const SUMS = new Set(['end to end', 'end-to-end', 'overall', 'sum', 'total', 'total latency']);

/** “slo (p99)” is the key “slo”. */
const latencyKey = (text: string): string => keyName(text).replace(PERCENTILE_IN_KEY, ' ').trim();

const MOST_USES = 24;
const GROUP = /^(?:parallel|sequence)(?=\s|$)/iu;

/** Reads and works out a latency budget. */
export function readLatencyBudget(block: FencedBlock): WorkedBlock {
  return new BudgetReader(block).read();
}

class BudgetReader {
  private readonly inputs: BlockInput[] = [];
  private readonly problems: BlockProblem[] = [];
  private readonly root: OpenStage;
  /** The groups that may still go on, the outermost first. */
  private readonly open: OpenStage[];
  private readonly all: OpenStage[] = [];
  /** The keys that have a line, whether it can be read or not. */
  private readonly named = new Set<string>();
  private readonly given = new Map<string, Field & { readonly place: Span }>();

  /** Whether a line is called “slo”. */
  private hasLimit = false;

  constructor(private readonly block: FencedBlock) {
    this.root = { ...block.opening, name: '', kind: 'sequence', indent: -1, depth: -1, children: [], low: 0, high: 0 };
    this.open = [this.root];
  }

  read(): WorkedBlock {
    const { block, inputs, problems } = this;
    this.hasLimit = block.lines.some(({ text }) => latencyKey(text.split(/[:=]/u, 1)[0] ?? '') === 'slo');
    for (const line of block.lines) {
      const split = splitKeyLine(line, ':=');
      if (split) this.readLine(split);
      else problems.push(noKeyProblem(line, 'look-up: 8 ms'));
    }
    addUpStages(this.root, this.all);
    const slo = this.given.get('slo');
    if (!slo && !this.named.has('slo')) problems.push(missingProblem(block, 'slo', '40 ms p99'));
    for (const group of this.all)
      if (group.kind !== 'stage' && group.children.length === 0)
        problems.push(
          problemAt(group, 'block-missing', `No stage stands in ${shown(group.name)}: indent its stages below it.`),
        );
    const { stages, leaf } = layOutStages(this.root, this.all);
    const results = this.results(stages, leaf);
    this.checkBudget(leaf);
    return {
      kind: 'latency-budget',
      start: block.start,
      end: block.end,
      inputs,
      results,
      problems,
      headline: this.headline(results),
      notes: this.notes(),
      leftOut: [],
      stages,
      swings: [],
    };
  }

  private readLine(split: KeyLine): void {
    const { key, line } = split;
    while (this.open.length > 1 && (this.open.at(-1) as OpenStage).indent >= line.indent) this.open.pop();
    const parent = this.open.at(-1) as OpenStage;
    const name = latencyKey(key.text);
    if (parent === this.root && (this.readKey(split, name) || this.isLimit(split, name))) return;
    if (this.readGroup(split, parent)) return;
    this.readStage(split, name, parent);
  }

  /** Opens a “parallel” or a “sequence”; false where the line is a stage. */
  private readGroup({ key, line, value }: KeyLine, parent: OpenStage): boolean {
    const group = GROUP.exec(key.text)?.[0];
    if (group === undefined) return false;
    const title = key.text.slice(group.length).trim();
    // “parallel: 8 ms” is a stage that is called so.
    if (value.text !== '' && title === '') return false;
    if (value.text !== '')
      this.problems.push(
        problemAt(value, 'block-value', `${shown(key.text)} takes no time itself: indent its stages below it.`),
      );
    const kind = group.toLowerCase() as 'parallel' | 'sequence';
    this.open.push(this.stage(key, title || group, kind, line.indent, parent));
    return true;
  }

  private readStage(split: KeyLine, name: string, parent: OpenStage): void {
    const { key, line } = split;
    const field = readField(split, 'time', this.problems);
    if (!field) return;
    if (parent === this.root && SUMS.has(name) && this.all.length > 0) {
      this.problems.push(
        problemAt(key, 'block-key', `${shown(key.text)} is not read as a stage: the total is worked out.`, [
          removeLineFix(line),
        ]),
      );
      return;
    }
    this.addInput(split, field);
    const stage = this.stage(key, key.text, 'stage', line.indent, parent);
    stage.low = field.low ?? field.value;
    stage.high = field.high ?? field.value;
    if (parent === this.root) this.checkIndent(split);
  }

  private checkIndent({ key, line }: KeyLine): void {
    if (line.indent > (this.root.children[0]?.indent ?? line.indent))
      this.problems.push(
        problemAt(
          key,
          'block-line',
          `${shown(key.text)} is indented, but stands in no “parallel” or “sequence”.`,
          [],
          'warning',
        ),
      );
  }

  /** Whether a line was probably meant to be the time limit; as a stage, it would count twice. */
  private isLimit({ key, value }: KeyLine, name: string): boolean {
    if (this.hasLimit || !LIMITS.has(name) || value.text === '') return false;
    this.problems.push(
      problemAt(key, 'block-key', `${shown(key.text)} is not read as a stage. Is it the time limit, “slo”?`, [
        replaceFix('Change to “slo”', key, 'slo'),
      ]),
    );
    this.named.add('slo');
    return true;
  }

  /** Reads an input that is not a stage; false where the line is a stage. */
  private readKey(split: KeyLine, name: string): boolean {
    if (!(LATENCY_KEYS as readonly string[]).includes(name)) return false;
    if (this.named.has(name)) {
      this.problems.push(repeatedProblem(split));
      return true;
    }
    this.named.add(name);
    const kind = name === 'events' ? 'event rate' : 'time';
    const field = readField(split, kind, this.problems);
    if (!field) return true;
    if (name === 'slo' && field.bound === 'least') {
      this.problems.push(
        problemAt(split.value, 'block-value', 'A time limit is the most that a request may take, and not the least.'),
      );
      return true;
    }
    // Of a range, the end that holds least.
    const worst = (name === 'slo' ? field.low : field.high) ?? field.value;
    this.given.set(name, { ...field, value: worst, place: split.value });
    this.addInput(split, field, worst);
    return true;
  }

  private addInput(
    { key, value, line }: KeyLine,
    { value: figure, unit, low, high }: Field,
    worst = high ?? figure,
  ): void {
    this.inputs.push({
      key: key.text,
      value: worst,
      unit,
      ...(low === undefined || high === undefined ? {} : { low, high }),
      start: line.start,
      end: line.end,
      valueStart: value.start,
      valueEnd: value.end,
    });
  }

  private stage(place: Span, name: string, kind: Stage['kind'], indent: number, parent: OpenStage): OpenStage {
    const { start, end } = place;
    const stage: OpenStage = { start, end, name, kind, indent, depth: parent.depth + 1, children: [], low: 0, high: 0 };
    parent.children.push(stage);
    this.all.push(stage);
    return stage;
  }

  private results(stages: readonly Stage[], leaf: OpenStage | undefined): BlockResult[] {
    if (!leaf) return [];
    const { low, high } = this.root;
    const isRange = low !== high;
    const slo = this.given.get('slo');
    const names = stages.flatMap(({ kind, name }) => (kind === 'stage' ? [name] : [])).slice(0, MOST_USES);
    const results: BlockResult[] = [
      {
        id: 'total',
        title: 'Total',
        value: high,
        unit: 'ms',
        ...(isRange ? { low, high } : {}),
        formula: stageFormula(this.root),
        source: undefined,
        uses: names,
      },
    ];
    if (slo)
      results.push({
        id: 'spare',
        title: 'Spare',
        value: exact(slo.value - high),
        unit: 'ms',
        ...(isRange ? { low: exact(slo.value - high), high: exact(slo.value - low) } : {}),
        formula: isRange ? 'SLO − total at its high end' : 'SLO − total',
        source: undefined,
        uses: ['slo', ...names],
      });
    if (high > 0)
      results.push({
        id: 'largest',
        title: 'Largest share',
        value: exact((leaf.high / high) * 100),
        unit: '%',
        formula: `${leaf.name} ÷ total`,
        source: undefined,
        uses: names,
        of: leaf.name,
      });
    const mean = this.given.get('mean');
    const events = this.given.get('events');
    if (mean && events)
      results.push({
        id: 'inFlight',
        title: 'In flight',
        value: exact((events.value * mean.value) / 1000),
        unit: 'in flight',
        formula: 'events × mean',
        source: LITTLE,
        uses: ['events', 'mean'],
      });
    return results;
  }

  private checkBudget(leaf: OpenStage | undefined): void {
    const slo = this.given.get('slo');
    const { high, low } = this.root;
    if (!slo || !leaf || high <= slo.value) return;
    const over = shortFigure(exact(high - slo.value), 'ms');
    const total = shortFigure(high, 'ms', 4);
    const atWorst =
      low === high ? '' : low > slo.value ? ' even at their low ends' : ' with every range at its high end';
    this.problems.push(
      problemAt(
        slo.place,
        'budget-exceeded',
        `The stages take ${total}${atWorst}: ${over} over ${shortFigure(slo.value, 'ms', 4)}. Look at ${shown(leaf.name)} first: ${shortFigure(leaf.high, 'ms', 4)}, ${shortFigure((leaf.high / high) * 100, '%', 2)} of it.`,
        [],
        'warning',
      ),
    );
  }

  private headline(results: readonly BlockResult[]): string | undefined {
    const largest = results.find(({ id }) => id === 'largest');
    if (!largest) return undefined;
    const slo = this.given.get('slo');
    const total = totalOf(this.root.high, slo?.value);
    const unread = unreadInWords(this.block, this.problems);
    return unread === undefined
      ? `${total}, ${largest.of ?? ''} ${shortFigure(largest.value, '%', 2)}`
      : `at least ${total}, ${unread}`;
  }

  private notes(): string[] {
    const mean = this.given.get('mean');
    const notes = [PERCENTILE_NOTE];
    const limits = this.given.get('slo')?.low === undefined ? 0 : 1;
    const ranges = this.inputs.filter(({ low }) => low !== undefined).length;
    if (ranges > limits) notes.push('A range counts with its high end.');
    if (limits > 0) notes.push('Of the range of “slo”, the low end counts.');
    if (mean && !this.given.has('events'))
      notes.push(
        `Little’s law: at a mean of ${shortFigure(mean.value, 'ms')}, each 1,000 requests a second keep ${shortFigure(exact(mean.value), null)} in flight. Add “events” for your own rate.`,
      );
    return notes;
  }
}

/** “37 of 40 ms”, “1.2 s of 40 ms”. */
function totalOf(total: number, slo: number | undefined): string {
  const text = shortFigure(total, 'ms');
  if (slo === undefined) return text;
  const limit = shortFigure(slo, 'ms');
  const [number = '', unit] = text.split(' ');
  return limit.endsWith(` ${unit}`) ? `${number} of ${limit}` : `${text} of ${limit}`;
}
