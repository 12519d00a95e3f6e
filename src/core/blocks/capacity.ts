/** `capacity`: what a stream of events asks of its nodes, partitions and consumers. */
import type { BlockProblem, BlockResult, LeftOut, WorkedBlock } from './blockModel';
import { problemAt, unreadInWords } from './blockLines';
import { ceiling, exact, shortFigure } from './blockWords';
import { CapacityInputs, type CapacityKey } from './capacityInputs';
import { CapacityLimits } from './capacityLimits';
import type { FencedBlock } from './fencedBlocks';

const KAFKA =
  'Kafka documentation: each replica writes every event, and consumers and followers read it from the leader';
const PARTITIONS =
  'partitions = max(t/p, t/c): Jun Rao, “How to choose the number of topics/partitions in a Kafka cluster”';
const LITTLE = 'Little’s law (Little 1961): L = λ × W, with means';
const SECOND = 1000;
const YEAR = 365.2425 * 86_400;

/** Reads and works out what a stream asks of its cluster. */
export function readCapacity(block: FencedBlock): WorkedBlock {
  return new CapacityReader(block).read();
}

class CapacityReader {
  private readonly problems: BlockProblem[] = [];
  private readonly results: BlockResult[] = [];
  private readonly leftOut: LeftOut[] = [];
  private readonly notes: string[] = [];
  private readonly given: CapacityInputs;

  constructor(private readonly block: FencedBlock) {
    this.given = new CapacityInputs(block, this.problems);
  }

  read(): WorkedBlock {
    const { block, problems, results, leftOut, notes } = this;
    if (this.given.has('events', 'event size', 'nodes')) {
      this.traffic();
      this.consumers();
      this.rest();
      new CapacityLimits(
        this.given,
        (id) => results.find((result) => result.id === id)?.value ?? 0,
        problems,
        notes,
      ).check();
    }
    for (const { id, value } of results)
      if (!Number.isFinite(value))
        problems.push(problemAt(block.opening, 'block-too-large', `“${id}” is too large to be worked out.`));
    return {
      kind: 'capacity',
      start: block.start,
      end: block.end,
      inputs: this.given.inputs,
      results: results.filter(({ value }) => Number.isFinite(value)),
      problems,
      headline: this.headline(),
      notes,
      leftOut,
      stages: [],
      swings: [],
    };
  }

  /** Written out: a literal with spreads costs as much as all the rest of a result. */
  private add({
    id,
    title,
    value,
    unit,
    formula,
    uses,
    source,
  }: Omit<BlockResult, 'source'> & Partial<BlockResult>): void {
    this.results.push({ id, title, value: exact(value), unit, formula, source, uses });
  }

  private get loadText(): string {
    return this.given.has('peak') ? 'events × peak' : 'events';
  }

  private traffic(): void {
    const nodes = this.given.get('nodes');
    const replication = this.given.get('replication');
    const groups = this.given.get('consumer groups');
    const ingress = this.given.load * this.given.get('event size');
    const uses: CapacityKey[] = ['events', 'event size', 'peak'];
    const flows = [
      {
        id: 'ingress',
        title: 'In from producers',
        value: ingress,
        formula: `${this.loadText} × event size`,
        uses,
        afterLoss: nodes / (nodes - 1),
        whyAfterLoss: '× nodes ÷ (nodes − 1): the survivors lead the lost node’s partitions',
      },
      {
        id: 'written',
        title: 'Written',
        value: ingress * replication,
        formula: 'ingress × replication',
        uses: [...uses, 'replication'],
        afterLoss: 1,
        whyAfterLoss: 'unchanged: a survivor keeps the copies that it had',
      },
      {
        id: 'egress',
        title: 'Out to consumers and followers',
        value: ingress * (groups + replication - 1),
        formula: 'ingress × (consumer groups + replication − 1)',
        uses: [...uses, 'consumer groups', 'replication'],
        afterLoss: nodes / (nodes - 1),
        whyAfterLoss:
          '× nodes ÷ (nodes − 1): the survivors lead the lost node’s partitions; less while the lost copies are not fetched',
      },
    ];
    // The data of a lost node are on no other: its share does not move to the survivors.
    const hasSurvivors = nodes > 1 && replication > 1;
    for (const { id, title, value, formula, uses: used } of flows)
      this.add({ id, title, value, unit: 'bytes/s', formula, source: KAFKA, uses: used });
    for (const { id, title, value, uses: used, afterLoss, whyAfterLoss } of flows) {
      const perNode = value / nodes;
      const uses = [...used, 'nodes'];
      const addEach = (suffix: string, when: string, amount: number, formula: string): void =>
        this.add({
          id: `${id}PerNode${suffix}`,
          title: `${title}, a node${when}`,
          value: amount,
          unit: 'bytes/s',
          formula: `${id} ÷ ${formula}`,
          uses,
          source: KAFKA,
        });
      addEach('', '', perNode, 'nodes');
      if (!hasSurvivors) continue;
      addEach('AfterLoss', ', after the loss of one', perNode * afterLoss, `nodes, ${whyAfterLoss}`);
      addEach('Reassigned', ', once reassigned', value / (nodes - 1), '(nodes − 1)');
    }
    if (nodes < 2) this.notes.push('With one node, nothing is left after its loss.');
    else if (replication === 1)
      this.notes.push('With one copy of each event, what a lost node holds is gone until it is back.');
    else if (replication > nodes - 1)
      this.notes.push(
        `${replication} copies do not fit on the ${nodes - 1} nodes left after a loss: what is “once reassigned” needs another node.`,
      );
    if (this.given.has('peak'))
      this.notes.push(
        'Traffic, consumers and partitions are for the peak; storage, cost and what is in flight for the usual rate.',
      );
  }

  private consumers(): void {
    if (!this.given.has('consumer capacity')) this.leave('Consumers and their load', 'consumer capacity');
    const busy = this.given.get('utilisation') / 100;
    const capacity = this.given.inEvents('consumer capacity');
    const needed = this.given.has('consumer capacity') ? ceiling(this.given.load / (capacity * busy)) : undefined;
    const uses: CapacityKey[] = ['events', 'peak', 'consumer capacity', 'utilisation'];
    if (needed !== undefined)
      this.add({
        id: 'consumers',
        title: 'Consumers in a group',
        value: needed,
        unit: 'consumers',
        formula: `⌈${this.loadText} ÷ (consumer capacity × utilisation)⌉`,
        source: PARTITIONS,
        uses,
      });
    const produced = this.given.has('partition throughput')
      ? ceiling(this.given.load / this.given.inEvents('partition throughput'))
      : undefined;
    if (needed === undefined && produced === undefined) {
      this.leave('Partitions', 'partition throughput');
      return;
    }
    const larger = Math.max(needed ?? 0, produced ?? 0);
    this.add({
      id: 'partitions',
      title: 'Partitions',
      value: needed === undefined ? larger : ceiling(larger / needed) * needed,
      unit: 'partitions',
      formula: partitionsFormula(needed, produced),
      source: PARTITIONS,
      uses: [...uses, 'partition throughput'],
    });
    if (needed !== undefined)
      this.add({
        id: 'consumerLoad',
        title: 'Load of a consumer',
        value: (this.given.load / (needed * capacity)) * 100,
        unit: '%',
        formula: `${this.loadText} ÷ (consumers × consumer capacity)`,
        uses,
      });
  }

  private leave(title: string, ...needs: readonly CapacityKey[]): void {
    this.leftOut.push({ title, needs });
  }

  private rest(): void {
    this.storage();
    if (this.given.has('time in system'))
      this.add({
        id: 'inFlight',
        title: 'In flight',
        value: (this.given.get('events') * this.given.get('time in system')) / SECOND,
        unit: 'events',
        formula: 'events × time in system, both means',
        source: LITTLE,
        uses: ['events', 'time in system'],
      });
    else this.leave('Events in flight', 'time in system');
    this.catchUp();
    const cost = this.given.field('cost');
    if (cost)
      this.add({
        id: 'costPerYear',
        title: 'Cost a year',
        value: (this.given.get('events') * YEAR * this.given.get('cost')) / 1e6,
        unit: `${(cost.unit ?? '').slice(0, 3)}/year`,
        formula: 'events × 365.2425 days × cost ÷ a million',
        uses: ['events', 'cost'],
      });
    else this.leave('Cost a year', 'cost');
  }

  private storage(): void {
    if (!this.given.has('retention')) {
      this.leave('Storage', 'retention');
      return;
    }
    const nodes = this.given.get('nodes');
    const seconds = this.given.get('retention') / SECOND;
    const value = this.given.get('events') * this.given.get('event size') * this.given.get('replication') * seconds;
    const each = { unit: 'bytes', source: KAFKA, uses: ['events', 'event size', 'replication', 'retention'] };
    const formula = 'events × event size × replication × retention';
    this.add({ ...each, id: 'storage', title: 'Storage', value, formula });
    const node = { ...each, uses: [...each.uses, 'nodes'] };
    this.add({
      ...node,
      id: 'storagePerNode',
      title: 'Storage, a node',
      value: value / nodes,
      formula: 'storage ÷ nodes',
    });
    if (nodes > 1 && this.given.get('replication') > 1)
      this.add({
        ...node,
        id: 'storagePerNodeReassigned',
        title: 'Storage, a node, once reassigned',
        value: value / (nodes - 1),
        formula: 'storage ÷ (nodes − 1)',
      });
  }

  private catchUp(): void {
    const backlog = this.given.field('backlog');
    const consumers = this.results.find(({ id }) => id === 'consumers')?.value;
    if (!backlog || consumers === undefined) {
      this.leave(
        'Time to catch up',
        ...(['backlog', 'consumer capacity'] as const).filter((key) => !this.given.has(key)),
      );
      return;
    }
    const events = this.given.get('events');
    const spare = consumers * this.given.inEvents('consumer capacity') - events;
    if (spare <= events * 1e-9) {
      this.problems.push(
        problemAt(
          backlog.place,
          'block-division',
          'The consumers never catch up: they can read no more than comes in, and nothing is left to divide by. Lower “utilisation”, so that there are more of them.',
        ),
      );
      return;
    }
    this.add({
      id: 'catchUp',
      title: 'Time to catch up',
      value: (this.given.get('backlog') * events) / spare,
      unit: 'ms',
      formula: 'backlog × events ÷ (consumers × consumer capacity − events)',
      uses: ['backlog', 'events', 'consumer capacity', 'utilisation', 'peak'],
    });
  }

  private headline(): string | undefined {
    const find = (id: string): BlockResult | undefined => this.results.find((result) => result.id === id);
    const partitions = find('partitions');
    const load = find('consumerLoad');
    const storage = find('storagePerNode');
    const written = find('writtenPerNode');
    const parts = [
      partitions && shortFigure(partitions.value, 'partitions'),
      load && `${shortFigure(load.value, '%', 2)} busy`,
      storage && `${shortFigure(storage.value, 'bytes', 2)} a node`,
    ].filter((part) => part !== undefined);
    const said = parts.length > 0 ? parts : written ? [`${shortFigure(written.value, 'bytes/s')} written a node`] : [];
    const unread = unreadInWords(this.block, this.problems);
    return said.length === 0 ? undefined : [...said, ...(unread === undefined ? [] : [unread])].join(', ');
  }
}

function partitionsFormula(needed: number | undefined, produced: number | undefined): string {
  if (produced === undefined) return 'consumers';
  if (needed === undefined) return '⌈ingress ÷ partition throughput⌉';
  return 'max(⌈ingress ÷ partition throughput⌉, consumers), rounded up to a multiple of consumers';
}
