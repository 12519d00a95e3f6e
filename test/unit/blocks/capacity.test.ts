import assert from 'node:assert/strict';
import { readBlocks } from '../../../src/core/blocks/readBlocks';
import { assertClose, capacity, codes, fence, fixed, onlyBlock, placeOf, result, valueOf } from './support/blockTexts';

const TEN_NODES = [
  'events: 1M/s',
  'event size: 500 B',
  'nodes: 10',
  'replication: 3',
  'consumer groups: 2',
  'retention: 7 days',
  'consumer capacity: 10k/s a consumer',
  'utilisation: 67 %',
];

/** Worked out by hand: 1M × 500 B = 500 MB/s; × 3; × (2 + 3 − 1); ÷ 10 and ÷ 9; 604,800 s of 1.5 GB. */
const TABLE: readonly (readonly [string, number])[] = [
  ['ingress', 500e6],
  ['written', 1.5e9],
  ['egress', 2e9],
  ['ingressPerNode', 50e6],
  ['writtenPerNode', 150e6],
  ['writtenPerNodeAfterLoss', 150e6],
  ['writtenPerNodeReassigned', 1.5e9 / 9],
  ['egressPerNode', 200e6],
  ['egressPerNodeAfterLoss', 2e9 / 9],
  ['egressPerNodeReassigned', 2e9 / 9],
  ['consumers', 150],
  ['partitions', 150],
  ['consumerLoad', 100 / 1.5],
  ['storage', 907.2e12],
  ['storagePerNode', 90.72e12],
];

describe('Capacity', () => {
  const block = capacity(...TEN_NODES);

  for (const [id, expected] of TABLE)
    it(`of ten nodes: ${id} is ${expected}`, () => assertClose(valueOf(block, id), expected, id));

  it('says in a few words what matters', () => {
    assert.equal(block.headline, '150 partitions, 67 % busy, 91 TB a node');
    assert.equal(capacity(...TEN_NODES.slice(0, 3)).headline, '150 MB/s written a node');
  });

  it('has a unit, a formula and where it comes from for each result', () => {
    assert.deepEqual(
      ['ingress', 'storage', 'consumers', 'consumerLoad'].map((id) => result(block, id).unit),
      ['bytes/s', 'bytes', 'consumers', '%'],
    );
    assert.ok(block.results.every(({ formula, uses }) => formula !== '' && uses.length > 0));
    assert.match(result(block, 'partitions').source ?? '', /max\(t\/p, t\/c\)/u);
    assert.match(result(block, 'egress').source ?? '', /Kafka documentation/u);
  });

  it('says what it leaves out, and what that needs', () => {
    assert.deepEqual(
      capacity(...TEN_NODES.slice(0, 3)).leftOut.map(({ title, needs }) => [title, needs.join(', ')]),
      [
        ['Consumers and their load', 'consumer capacity'],
        ['Partitions', 'partition throughput'],
        ['Storage', 'retention'],
        ['Events in flight', 'time in system'],
        ['Time to catch up', 'backlog, consumer capacity'],
        ['Cost a year', 'cost'],
      ],
    );
  });

  it('uses three copies, one group, 70 % and no peak where nothing else is said', () => {
    const plain = capacity('events: 10k/s', 'event size: 1 KB', 'nodes: 3', 'consumer capacity: 1k/s');
    assertClose(valueOf(plain, 'written'), 30e6);
    assertClose(valueOf(plain, 'egress'), 30e6);
    assert.equal(valueOf(plain, 'consumers'), 15);
  });

  it('sizes traffic for the peak, and storage for the usual rate', () => {
    const peak = capacity(...TEN_NODES, 'peak: 2×');
    assertClose(valueOf(peak, 'written'), 3e9);
    assertClose(valueOf(peak, 'storage'), 907.2e12);
    assert.equal(valueOf(peak, 'consumers'), 299);
  });

  it('rounds partitions up to a multiple of the consumers', () => {
    // ⌈500 MB/s ÷ 3 MB/s⌉ = 167, and 150 consumers: two partitions each.
    assert.equal(valueOf(capacity(...TEN_NODES, 'partition throughput: 3 MB/s'), 'partitions'), 300);
    assert.equal(valueOf(capacity(...TEN_NODES, 'partition throughput: 10 MB/s'), 'partitions'), 150);
  });

  it('has partitions for what is produced alone, or for the consumers alone', () => {
    const of = (...lines: string[]) => {
      const { value, formula } = result(capacity(...TEN_NODES.slice(0, 6), ...lines), 'partitions');
      return [value, formula];
    };
    assert.deepEqual(of('partition throughput: 10 MB/s'), [50, '⌈ingress ÷ partition throughput⌉']);
    assert.deepEqual(of('consumer capacity: 10k/s', 'utilisation: 67 %'), [150, 'consumers']);
    assert.match(
      String(of('consumer capacity: 5 MB/s', 'utilisation: 67 %', 'partition throughput: 3 MB/s')[1]),
      /^max\(.*rounded up to a multiple of consumers$/u,
    );
  });

  it('counts of a range the end that asks for more', () => {
    const block = capacity('events: 1-2M/s', 'event size: 500 B', 'nodes: 5-10', 'consumer capacity: 10-20k/s');
    assertClose(valueOf(block, 'ingress'), 1e9);
    assertClose(valueOf(block, 'ingressPerNode'), 2e8);
    assert.equal(valueOf(block, 'consumers'), 286);
    assert.deepEqual(codes(block), ['block-range', 'block-range', 'block-range']);
  });

  it('says what happens to the copies when a node is lost', () => {
    const notes = (...lines: string[]): string => capacity('events: 1/s', 'event size: 1 B', ...lines).notes.join(' ');
    assert.match(notes('nodes: 3'), /3 copies do not fit on the 2 nodes left after a loss/u);
    assert.doesNotMatch(notes('nodes: 4'), /copies/u);
    assert.match(notes('nodes: 4', 'replication: 1'), /what a lost node holds is gone/u);
    assert.match(notes('nodes: 4', 'peak: 2×'), /for the peak; storage, cost/u);
    assert.doesNotMatch(notes('nodes: 4'), /peak/u);
  });

  it('does not add a consumer for a rounding error', () => {
    const exact = capacity(
      'events: 1M/s',
      'event size: 1 B',
      'nodes: 3',
      'consumer capacity: 10k/s',
      'utilisation: 70 %',
    );
    assert.equal(valueOf(exact, 'consumers'), 143);
    assert.equal(
      valueOf(
        capacity('events: 2.1M/s', 'event size: 1 B', 'nodes: 3', 'consumer capacity: 10k/s', 'utilisation: 70 %'),
        'consumers',
      ),
      300,
    );
  });

  it('counts what is in flight, the time to catch up, and the cost of a year', () => {
    const more = capacity(...TEN_NODES, 'time in system: 12 ms', 'backlog: 10 min', 'cost: $0.06 a million');
    assert.equal(valueOf(more, 'inFlight'), 12_000);
    // 600 s × 1M ÷ (1.5M − 1M)
    assert.equal(valueOf(more, 'catchUp'), 1_200_000);
    // 31,556,952 s of a million events at $0.06
    assertClose(valueOf(more, 'costPerYear'), 1_893_417.12);
    assert.equal(result(more, 'costPerYear').unit, 'USD/year');
  });

  it('reads a cost for other amounts of events', () => {
    const cost = (text: string): number => valueOf(capacity(...TEN_NODES, `cost: ${text}`), 'costPerYear');
    for (const text of ['$60 a billion', '$0.06 per million events', '$0.06/million', '$0.00006 per 1,000 events'])
      assertClose(cost(text), 1_893_417.12, text);
  });

  describe('does not hold', () => {
    const exceeded = (line: string): string => {
      const text = fence('capacity', ...TEN_NODES, line);
      const problem = onlyBlock(text).problems.find(({ code }) => code === 'capacity-exceeded');
      return problem ? `${placeOf(text, problem)}: ${problem.message}` : 'holds';
    };

    it('where a network is too slow, now or after a loss', () => {
      assert.equal(exceeded('node network: 10 Gbit/s'), 'holds');
      assert.match(
        exceeded('node network: 1 Gbit/s'),
        /^1 Gbit\/s: A node sends out 200 MB\/s now, 160 % of the 125 MB\/s/u,
      );
      // 67 % of 320 MB/s are 214 MB/s: enough for 200 MB/s now, too little for 222 MB/s after a loss.
      assert.match(
        exceeded('node network: 320 MB/s'),
        /222 MB\/s after the loss of a node, 69 % .* more than the 67 % of “utilisation”/u,
      );
    });

    it('where a disk is too small, now or once reassigned', () => {
      assert.equal(exceeded('node disk: 101 TB'), 'holds');
      assert.match(exceeded('node disk: 80 TB'), /^80 TB: A node holds 90\.7 TB, and its disk has room for 80 TB/u);
      assert.match(exceeded('node disk: 95 TB'), /would hold, after the loss of a node and once reassigned, 101 TB/u);
    });

    it('where a node takes in more than it sends out', () => {
      const writing = ['events: 1M/s', 'event size: 500 B', 'nodes: 10', 'consumer groups: 0', 'utilisation: 100 %'];
      const message = (line: string): string => capacity(...writing, line).problems[0]?.message ?? '';
      assert.match(message('node network: 120 MB/s'), /^A node takes in 150 MB\/s now, 125 %/u);
      assert.equal(message('node network: 170 MB/s'), '', '167 MB/s once reassigned');
      assert.match(
        message('node network: 160 MB/s'),
        /^A node takes in 167 MB\/s after the loss of a node, once reassigned, 104 %/u,
      );
      assert.doesNotMatch(message('node network: 120 MB/s'), /utilisation/u, 'no share of it would do');
    });

    it('just at its limits', () => {
      // 907.2 TB on nine nodes, and 2 GB/s of nine nodes that are half busy.
      assert.equal(exceeded('node disk: 100.8 TB'), 'holds');
      assert.notEqual(exceeded('node disk: 100.7 TB'), 'holds');
      const half = [...TEN_NODES.slice(0, 7), 'utilisation: 50 %'];
      const holds = (line: string): boolean => !codes(capacity(...half, line)).includes('capacity-exceeded');
      assert.deepEqual(['node network: 444.5 MB/s', 'node network: 444.4 MB/s'].map(holds), [true, false]);
    });

    it('with one copy of each event only where it is too much now', () => {
      const one = [...TEN_NODES.slice(0, 3), 'replication: 1', 'consumer groups: 1', 'retention: 7 days'];
      const messages = (line: string): string[] =>
        capacity(...one, line)
          .problems.filter(({ code }) => code === 'capacity-exceeded')
          .map(({ message }) => message);
      // 302.4 TB on ten nodes; on nine they would be 33.6.
      assert.deepEqual(messages('node disk: 31 TB'), []);
      assert.match(messages('node disk: 30 TB')[0] ?? '', /^A node holds 30\.2 TB.* 11 nodes would do\.$/u);
    });

    it('as far as can be seen: without “retention” the disk is not checked', () => {
      const { notes, problems } = capacity(...TEN_NODES.slice(0, 3), 'node disk: 1 GB');
      assert.ok(notes.includes('“node disk” is not checked: that needs “retention”.'));
      assert.deepEqual(problems, []);
    });

    it('and a fix takes as many nodes as would do', () => {
      for (const line of ['node disk: 80 TB', 'node network: 1 Gbit/s', 'node network: 320 MB/s']) {
        const after = fixed(fence('capacity', ...TEN_NODES, line), /^Change “nodes” to/u);
        assert.deepEqual(codes(onlyBlock(after)), [], after);
      }
    });
  });

  describe('with something wrong', () => {
    it('names the closest key', () => {
      const text = fence('capacity', ...TEN_NODES, 'event sise: 3 B', 'retenton: 7 days');
      assert.match(fixed(text, 'Change to “event size”'), /event size: 3 B/u);
      assert.deepEqual(codes(onlyBlock(text)), ['block-key', 'block-key']);
    });

    it('adds the inputs that are missing', () => {
      const text = fence('capacity', 'events: 1M/s');
      assert.deepEqual(codes(onlyBlock(text)), ['block-missing', 'block-missing']);
      assert.equal(fixed(text, 'Add the line “nodes”'), fence('capacity', 'events: 1M/s', 'nodes: {{10}}'));
    });

    it('converts a unit', () => {
      const after = (line: string): string => fixed(fence('capacity', line), /^Change to/u).split('\n')[1] as string;
      assert.equal(after('events: 1M'), 'events: 1M/s');
      assert.equal(after('event size: 500'), 'event size: 500 B');
      assert.equal(after('utilisation: 0.7'), 'utilisation: 70 %');
      assert.equal(after('peak: 150 %'), 'peak: 1.5×');
      assert.equal(after('node network: 10 GB'), 'node network: 10 GB/s');
      assert.equal(after('cost: $0.06'), 'cost: $0.06 a million');
      assert.equal(after('nodes: 2.5'), 'nodes: 3');
    });

    it('says that three copies need three nodes', () => {
      const text = fence('capacity', 'events: 1/s', 'event size: 1 B', 'nodes: 2');
      assert.match(onlyBlock(text).problems[0]?.message ?? '', /3 copies of an event need 3 nodes/u);
      assert.deepEqual(codes(onlyBlock(fixed(text, 'Change “nodes” to 3'))), []);
    });

    it('divides nothing by zero', () => {
      for (const line of ['nodes: 0', 'consumer capacity: 0/s', 'utilisation: 0 %', 'event size: 0 B'])
        assert.ok(codes(capacity(line)).includes('block-division'), line);
      assert.ok(
        codes(capacity(...TEN_NODES.slice(0, 7), 'utilisation: 100 %', 'backlog: 1 h')).includes('block-division'),
      );
    });

    it('leaves out what one node cannot say', () => {
      const one = capacity('events: 1/s', 'event size: 1 B', 'nodes: 1', 'replication: 1');
      assert.ok(!one.results.some(({ id }) => /AfterLoss|Reassigned/u.test(id)));
      assert.match(one.notes.join(), /nothing is left/u);
    });
  });
});

describe('Published examples of sizing come out the same', () => {
  it('Arika, “Cluster Sizing and Disk Math” (Kafka in Production): 200 MB/s, three copies, 7 days', () => {
    const block = capacity('events: 200k/s', 'event size: 1 KB', 'nodes: 259', 'retention: 7 days');
    // “362,880,000 MB total data”
    assertClose(valueOf(block, 'storage'), 362_880_000e6);
    // “/ 2,000,000 MB per broker / 0.70 = 259 brokers”: a node of 2 TB is then 70 % full.
    assert.equal(Math.floor((valueOf(block, 'storagePerNode') / 2e12) * 100), 70);
  });

  it('Cloudera, “Sizing estimation based on network and disk message throughput”: W × R and (R + C − 1) × W', () => {
    for (const [w, r, c] of [
      [50, 3, 2],
      [100, 2, 5],
      [1, 1, 1],
    ] as const) {
      const block = capacity(
        `events: ${w}k/s`,
        'event size: 1 KB',
        'nodes: 12',
        `replication: ${r}`,
        `consumer groups: ${c}`,
      );
      assertClose(valueOf(block, 'written'), w * r * 1e6);
      assertClose(valueOf(block, 'egress'), (r + c - 1) * w * 1e6);
    }
  });

  it('Petascale Labs, “Capacity planning: sizing brokers, disks, network”: 100 MB/s become 200 MB/s of replication', () => {
    const block = capacity('events: 100k/s', 'event size: 1 KB', 'nodes: 6', 'replication: 3', 'consumer groups: 0');
    assertClose(valueOf(block, 'egress'), 200e6);
    assertClose(valueOf(block, 'written'), 300e6);
  });

  it('Little’s law, the shop of its Wikipedia article: 10 an hour for half an hour are 5; 20 an hour are 10', () => {
    const shop = (rate: number): number =>
      valueOf(
        capacity(`events: ${rate} customers an hour`, 'event size: 1 B', 'nodes: 3', 'time in system: 30 min'),
        'inFlight',
      );
    assertClose(shop(10), 5);
    assertClose(shop(20), 10);
  });
});

describe('a price for so many events', () => {
  for (const per of ['per 1M events', 'per 1,000,000 events', 'per 1 million events', 'a million', 'per 1000k events'])
    it(`is read with its magnitude: ${per}`, () => {
      const text = `\`\`\`capacity\nevents: 1M/s\nevent size: 500 B\nnodes: 10\ncost: $0.06 ${per}\n\`\`\`\n`;
      const [block] = readBlocks(text);
      const cost = block?.results.find(({ id }) => id === 'costPerYear')?.value ?? 0;
      // 0.06 × 86,400 × 365.2425
      assert.ok(Math.abs(cost - 1_893_417) < 1, `${cost}`);
    });
});

describe('a percentile behind a limit', () => {
  for (const note of ['p99', 'P99', '(P99.9)', 'p999', '99th percentile'])
    it(`is a note: ${note}`, () => {
      const [block] = readBlocks(`\`\`\`latency-budget\nslo: 40 ms ${note}\nlook-up: 8 ms\n\`\`\`\n`);
      assert.deepEqual(block?.problems, []);
    });
});
