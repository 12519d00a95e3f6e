/** The inputs of a `capacity` block: what there is, what each has to be, and what is given. */
import type { Span } from '../ports';
import { readField, type Field, type FieldKind } from './blockFields';
import type { BlockInput, BlockProblem } from './blockModel';
import {
  keyName,
  missingProblem,
  MOST_PROBLEMS,
  noKeyProblem,
  problemAt,
  repeatedProblem,
  replaceFix,
  splitKeyLine,
  unknownKeyProblem,
} from './blockLines';
import { shortFigure } from './blockWords';
import type { FencedBlock } from './fencedBlocks';

interface KeyRule {
  readonly kind: FieldKind;
  readonly title: string;
  readonly example: string;
  readonly fallback?: number;
  readonly required?: true;
  /** The end of a range that is counted: the one at which least holds. The high one, where nothing else is said. */
  readonly worst?: 'low';
}

export const CAPACITY_KEYS = {
  events: { kind: 'event rate', title: 'how many events come in', example: '1M/s', required: true },
  'event size': { kind: 'size', title: 'the mean size of an event', example: '500 B', required: true },
  nodes: { kind: 'whole', title: 'how many brokers there are', example: '10', required: true, worst: 'low' },
  replication: { kind: 'whole', title: 'on how many nodes each event is kept', example: '3', fallback: 3 },
  'consumer groups': { kind: 'whole', title: 'how many groups read every event', example: '2', fallback: 1 },
  utilisation: {
    kind: 'share',
    title: 'how busy a consumer or a network may be',
    example: '70 %',
    fallback: 70,
    worst: 'low',
  },
  peak: { kind: 'factor', title: 'how much more than usual comes in at the peak', example: '2×', fallback: 1 },
  retention: { kind: 'time', title: 'how long events are kept', example: '7 days' },
  'consumer capacity': { kind: 'item rate', title: 'what one consumer can read', example: '10k/s', worst: 'low' },
  'partition throughput': { kind: 'item rate', title: 'what one partition can take', example: '10 MB/s', worst: 'low' },
  'time in system': { kind: 'time', title: 'the mean time from event to result', example: '12 ms' },
  'node network': {
    kind: 'byte rate',
    title: 'what a node’s network can carry each way',
    example: '10 Gbit/s',
    worst: 'low',
  },
  'node disk': { kind: 'size', title: 'what a node’s disk holds', example: '16 TB', worst: 'low' },
  cost: { kind: 'cost per million', title: 'what a million events cost', example: '$0.06 a million' },
  backlog: { kind: 'time', title: 'for how long consumers stood still', example: '10 min' },
} as const satisfies Readonly<Record<string, KeyRule>>;

export type CapacityKey = keyof typeof CAPACITY_KEYS;

export const CAPACITY_KEY_NAMES = Object.keys(CAPACITY_KEYS) as readonly CapacityKey[];
/** What others call the same: offered in its place. */
const OTHER_NAMES: ReadonlyMap<string, CapacityKey> = new Map(
  (
    [
      [
        'events',
        'events per second',
        'messages',
        'message rate',
        'event rate',
        'rate',
        'requests',
        'rps',
        'qps',
        'throughput',
        'load',
      ],
      ['event size', 'message size', 'record size', 'payload', 'payload size', 'size', 'bytes'],
      ['nodes', 'brokers', 'broker', 'node', 'servers', 'machines', 'broker count'],
      ['replication', 'rf', 'replicas', 'copies'],
      ['consumer groups', 'groups', 'consumer group'],
      ['retention', 'retention days', 'keep', 'kept'],
      ['consumer capacity', 'consumer throughput', 'consumer rate', 'per consumer'],
      ['time in system', 'latency', 'mean latency', 'processing time'],
      ['node network', 'broker network', 'nic', 'bandwidth'],
      ['node disk', 'broker disk', 'disk per node', 'disk size'],
      ['cost', 'price'],
      ['backlog', 'downtime', 'outage'],
    ] as const
  ).flatMap(([key, ...names]) => names.map((name) => [name, key] as const)),
);
const OTHER_SPELLINGS: ReadonlyMap<string, CapacityKey> = new Map([['utilization', 'utilisation']]);

const ruleOf = (key: CapacityKey): KeyRule => CAPACITY_KEYS[key];
const isKey = (name: string): name is CapacityKey => (CAPACITY_KEY_NAMES as readonly string[]).includes(name);

const worstOf = (key: CapacityKey, { value, low, high }: Field): number =>
  (ruleOf(key).worst === 'low' ? low : high) ?? value;

export interface GivenInput extends Field {
  readonly place: Span;
}

export class CapacityInputs {
  readonly inputs: BlockInput[] = [];
  private readonly given = new Map<CapacityKey, GivenInput>();
  /** Keys whose line cannot be read: that is reported already, and they do not count as missing too. */
  private readonly unread = new Set<CapacityKey>();

  /** @param problems where what is wrong is added. */
  constructor(
    private readonly block: FencedBlock,
    private readonly problems: BlockProblem[],
  ) {
    this.readLines();
    this.checkInputs();
  }

  has(...keys: readonly CapacityKey[]): boolean {
    return keys.every((key) => this.given.has(key));
  }

  field(key: CapacityKey): GivenInput | undefined {
    return this.given.get(key);
  }

  /** The worst end of a range; the default where it is not given. */
  get(key: CapacityKey): number {
    const field = this.given.get(key);
    return field ? worstOf(key, field) : (ruleOf(key).fallback ?? Number.NaN);
  }

  /** What comes in at the peak, in events a second. */
  get load(): number {
    return this.get('events') * this.get('peak');
  }

  /** A rate in events a second. */
  inEvents(key: CapacityKey): number {
    const value = this.get(key);
    return this.given.get(key)?.unit === 'bytes/s' ? value / this.get('event size') : value;
  }

  private readLines(): void {
    for (const line of this.block.lines) {
      const split = splitKeyLine(line, ':=');
      if (!split) {
        this.problems.push(noKeyProblem(line, 'events: 1M/s'));
        continue;
      }
      const written = keyName(split.key.text);
      const name = OTHER_SPELLINGS.get(written) ?? written;
      if (!isKey(name))
        this.problems.push(
          unknownKeyProblem(split.key, CAPACITY_KEY_NAMES, this.problems.length < MOST_PROBLEMS, OTHER_NAMES.get(name)),
        );
      else if (this.given.has(name) || this.unread.has(name)) this.problems.push(repeatedProblem(split));
      else {
        const { value } = split;
        const field = readField(split, ruleOf(name).kind, this.problems, ruleOf(name).example);
        if (!field || !this.isUsable(name, field, value)) {
          this.unread.add(name);
          continue;
        }
        this.given.set(name, { ...field, place: value });
        this.inputs.push({
          key: name,
          value: worstOf(name, field),
          unit: field.unit,
          ...(field.low === undefined || field.high === undefined ? {} : { low: field.low, high: field.high }),
          start: line.start,
          end: line.end,
          valueStart: value.start,
          valueEnd: value.end,
        });
      }
    }
  }

  private isUsable(name: CapacityKey, field: Field, place: Span): boolean {
    const { problems } = this;
    const { low, high, value, unit } = field;
    if (high !== undefined)
      problems.push(
        problemAt(
          place,
          'block-range',
          `A range counts with its ${ruleOf(name).worst ?? 'high'} end here: ${shortFigure(worstOf(name, field), unit)}.`,
          [],
          'info',
        ),
      );
    const isCost = name === 'cost' || name === 'time in system' || name === 'backlog';
    if ((low ?? value) <= 0 && !isCost && name !== 'consumer groups') {
      problems.push(
        problemAt(
          place,
          'block-division',
          `“${name}” has to be above 0: it is divided by, or nothing is left to work out.`,
        ),
      );
      return false;
    }
    if (name === 'utilisation' && (high ?? value) > 100) {
      problems.push(
        problemAt(place, 'block-value', 'Nothing can be more than 100 % busy.', [
          replaceFix('Change to “70 %”', place, '70 %'),
        ]),
      );
      return false;
    }
    return true;
  }

  private checkInputs(): void {
    for (const key of CAPACITY_KEY_NAMES)
      if (ruleOf(key).required && !this.given.has(key) && !this.unread.has(key))
        this.problems.push(missingProblem(this.block, key, ruleOf(key).example));
    const nodes = this.given.get('nodes');
    const replication = this.get('replication');
    if (replication === 1 && nodes && this.get('nodes') > 1)
      this.problems.push(
        problemAt(
          this.given.get('replication')?.place ?? nodes.place,
          'block-value',
          'With one copy of each event, what a lost node holds is gone until it is back: nothing is worked out for after its loss.',
          [],
          'info',
        ),
      );
    if (!nodes || replication <= this.get('nodes')) return;
    const place = this.given.get('replication')?.place ?? nodes.place;
    this.problems.push(
      problemAt(
        place,
        'block-value',
        `${replication} copies of an event need ${replication} nodes, and there are ${this.get('nodes')}.`,
        [replaceFix(`Change “nodes” to ${replication}`, nodes.place, String(replication))],
      ),
    );
  }
}
