import assert from 'node:assert/strict';
import type { WorkedBlockKind } from '../../../src/core/blocks/blockModel';
import { readBlocks, type WorkedBlock } from '../../../src/core/blocks/readBlocks';
import { shortFigure } from '../../../src/core/blocks/blockWords';
import { loadPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { builtInFiles } from './builtIn';

const files = builtInFiles('confluent-ai-ml-pm');

/** Asserts that a file of the Confluent playbook says each of these texts, which are made from computed figures. */
function says(file: string, ...texts: string[]): void {
  const text = files.get(file) ?? assert.fail(`no file ${file}`);
  for (const wanted of texts) assert.ok(text.includes(wanted), `${file} does not say “${wanted}”`);
}

/** A figure with so many significant digits, no exponent, no trailing zeros: 166.67 with three is 167. */
const figure = (value: number, digits = 3): string => String(Number(value.toPrecision(digits)));
const thousands = (value: number): string => Math.round(value).toLocaleString('en-GB');
const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** The worked figures of a kind in a file, in order. */
const blocksOf = (kind: WorkedBlockKind, file: string, among: ReadonlyMap<string, string> = files): WorkedBlock[] =>
  readBlocks(among.get(file) ?? assert.fail(`no file ${file}`)).filter((block) => block.kind === kind);

/** The only one of a kind in a file. */
function blockOf(kind: WorkedBlockKind, file: string, among = files): WorkedBlock {
  const [block, ...others] = blocksOf(kind, file, among);
  assert.deepEqual(others, []);
  return block ?? assert.fail(`${file} has no ${kind}`);
}

const resultOf = ({ results }: WorkedBlock, id: string) => results.find((one) => one.id === id) ?? assert.fail(id);
const worth = (block: WorkedBlock, id: string): number => resultOf(block, id).value;
const given = ({ inputs }: WorkedBlock, key: string): number =>
  inputs.find((input) => input.key === key)?.value ?? assert.fail(key);
/** A result as words say it: “1.5 GB/s”, “67%”. */
const said = (block: WorkedBlock, id: string, digits = 3): string => {
  const { value, unit } = resultOf(block, id);
  return shortFigure(value, unit, digits).replace(' %', '%');
};
const megabytes = (block: WorkedBlock, id: string): string => figure(worth(block, id) / 1e6);

const SECONDS_A_DAY = 24 * 60 * 60;
const SECONDS_A_YEAR = 365 * SECONDS_A_DAY;
const SECONDS_A_MONTH = SECONDS_A_YEAR / 12;

const EVENTS = 1_000_000;
/** What one million events a second are in a year, in millions. */
const MILLIONS_A_YEAR = (EVENTS * SECONDS_A_YEAR) / 1e6;

describe('The cluster that the Confluent playbook sizes: 1M events/s of 500 bytes, three copies, two groups, ten brokers', () => {
  const [copies, groups, brokers, daysKept] = [3, 2, 10, 7];
  /** In MB/s. */
  const incoming = (EVENTS * 500) / 1e6;
  const written = incoming * copies;
  const consumed = incoming * groups;
  const followed = incoming * (copies - 1);
  const stored = (written * daysKept * SECONDS_A_DAY) / 1e6;

  /** What the survivors’ followers fetch just after a loss: less by the lost broker’s share and its moved leaders. */
  const followedAfterLoss = followed - followed / brokers - incoming / brokers;

  it('carries this with ten brokers, just after one is lost, and healed on nine', () => {
    const left = brokers - 1;
    const row = (name: string, ...values: string[]) => `| ${name} | ${values.join(' | ')} |`;
    const rate = (megabytes: number) => `${figure(megabytes)} MB/s`;
    says(
      'rounds/system-design.md',
      row('In, from producers', rate(incoming), rate(incoming), rate(incoming)),
      row(
        'Written by each broker',
        rate(written / brokers),
        rate((incoming + followedAfterLoss) / left),
        rate(written / left),
      ),
      row(
        'Sent by each: consumers and followers',
        rate((consumed + followed) / brokers),
        rate((consumed + followedAfterLoss) / left),
        rate((consumed + followed) / left),
      ),
      row(
        'Stored on each',
        `${figure(stored / brokers, 2)} TB`,
        `${figure(stored / brokers, 2)} TB`,
        `${figure(stored / left)} TB`,
      ),
    );
  });

  it('is asked for with the same figures in the prompt and on the cheat sheet', () => {
    says(
      'rounds/system-design.md',
      `${written / 1000} GB/s written and ${(consumed + followed) / 1000} GB/s sent over ten brokers, ${written / brokers} and ${(consumed + followed) / brokers} MB/s each`,
      `consumers read ${consumed / 1000} GB/s`,
    );
  });

  const sheet = blockOf('capacity', 'cheat-sheet.md');

  it('is worked out on the cheat sheet as in the round', () => {
    assert.deepEqual(
      ['events', 'event size', 'nodes', 'replication', 'consumer groups', 'retention'].map((key) => given(sheet, key)),
      [EVENTS, 500, brokers, copies, groups, daysKept * SECONDS_A_DAY * 1000],
    );
    for (const [id, value] of [
      ['ingress', incoming * 1e6],
      ['written', written * 1e6],
      ['egress', (consumed + followed) * 1e6],
      ['storage', stored * 1e12],
      ['storagePerNodeReassigned', (stored * 1e12) / (brokers - 1)],
    ] as const)
      assert.ok(Math.abs(worth(sheet, id) / value - 1) < 1e-9, id);
  });

  it('is said on the cheat sheet in the words of its results', () => {
    const atFirst = figure((consumed + followedAfterLoss) / (brokers - 1));
    says(
      'cheat-sheet.md',
      `${said(sheet, 'ingress')} in, ${said(sheet, 'written')} written, ${said(sheet, 'egress')} sent`,
      `${megabytes(sheet, 'writtenPerNode')} and ${megabytes(sheet, 'egressPerNode')} MB/s a broker`,
      `still writes ${megabytes(sheet, 'writtenPerNodeAfterLoss')} and sends ${atFirst} (${megabytes(sheet, 'egressPerNodeAfterLoss')} at most), since fewer followers fetch`,
      `rebuilt, ${megabytes(sheet, 'writtenPerNodeReassigned')} and ${megabytes(sheet, 'egressPerNodeReassigned')}`,
      `${said(sheet, 'storage')}, ${said(sheet, 'storagePerNode', 2)} on each of ten`,
    );
  });

  it('has as many consumers as partitions, and says why not fewer', () => {
    const [partitions, each] = [150, 10_000];
    const busy = percent(EVENTS / (partitions * each));
    says(
      'rounds/system-design.md',
      `${partitions} consumers on ${partitions} partitions are ${busy} busy`,
      `${thousands(each)} events/s and ${busy} busy at 1M`,
      `each consumer is a process with ${each * 0.003} (${thousands(each)} × 3 ms)`,
      `With 100 consumers, half of them would get two partitions, ${thousands((2 * EVENTS) / partitions)} events/s`,
    );
    assert.deepEqual(
      [given(sheet, 'consumer capacity'), worth(sheet, 'consumers'), worth(sheet, 'partitions')],
      [each, partitions, partitions],
    );
    says('cheat-sheet.md', `${partitions} partitions for as many consumers, ${said(sheet, 'consumerLoad', 2)} busy`);
    assert.equal(said(sheet, 'consumerLoad', 2), busy);
  });

  it('holds in flight what the mean gives, with the p99 as a ceiling', () => {
    const [mean, ceiling] = [thousands(EVENTS * 0.015), thousands(EVENTS * 0.04)];
    says('rounds/system-design.md', `${mean} events are in flight; 40 ms at p99 gives a ceiling, ${ceiling}`);
    assert.equal(thousands(worth(sheet, 'inFlight')), mean);
    says(
      'cheat-sheet.md',
      `1M events/s × 0.015 s = ${mean} events in flight; with the p99 of 0.04 s, ${ceiling} is a ceiling`,
    );
    says('drills.md', `At most ${ceiling}, if 40 ms is the p99`, `at 15 ms it is ${mean}`);
  });

  it('restores the state of a lost machine', () => {
    const bytes = 20e6 * 200 * 2;
    const partition = bytes / 150;
    const cores = 10_000 * 0.003;
    says(
      'rounds/system-design.md',
      `20M users × 200 bytes × 2 is ${bytes / 1e9} GB, or ${figure(partition / 1e6, 2)} MB in each of 150 partitions`,
      `A lost machine with four of them, on ${4 * cores} cores, restores ${figure((4 * partition) / 1e6)} MB: ${figure((4 * partition) / 100e6, 1)} s at 100 MB/s`,
    );
  });

  it('falls behind at a third of its speed, and evicts nobody', () => {
    const growth = EVENTS - 1_500_000 * (6 / 18);
    const [poll, allowed] = [500, 300];
    says(
      'rounds/system-design.md',
      `${figure((growth * 60) / 1e6)}M after one minute, ${figure((growth * 300) / 1e6)}M after five`,
      `a default poll of ${poll} records takes ${poll * 0.018} s of the ${allowed} s allowed; a consumer is taken out only at ${(allowed / poll) * 1000} ms a record`,
    );
    says('drills.md', `(${allowed} s)`, `at ${poll} records a poll that takes ${(allowed / poll) * 1000} ms a record`);
  });

  it('replays six days for weeks, and longer than retention lasts', () => {
    const backlog = 6 * SECONDS_A_DAY * EVENTS;
    const spare = 150 * 10_000 - EVENTS;
    const takes = backlog / spare / SECONDS_A_DAY;
    says(
      'rounds/system-design.md',
      `${figure(backlog / 1e9)} billion events, ${figure(takes, 2)} days at the ${spare / 1e6}M/s to spare; seven days of retention would run out on the way`,
    );
    assert.ok(takes > daysKept, 'the last of the six days is gone before its turn comes');
  });

  it('keeps headroom for losing a broker, in the design and before the committee', () => {
    says('cheat-sheet.md', `Ten at 70% become nine at ${percent(7 / 9)}`);
    const planned = Math.ceil(7 / 0.6);
    assert.equal(planned, 12);
    says(
      'rounds/hiring-committee.md',
      `ten brokers at 70% become nine at ${percent(7 / 9)}`,
      'which takes twelve',
      `that is ${percent((planned / brokers - 1) / 3)} on each prediction`,
    );
  });
});

describe('The cards on state, storage, cores and tokens', () => {
  const gigabytes = (bytes: number) => `${figure(bytes / 1e9)} GB`;

  it('size state, and its restore', () => {
    const state = 50e6 * 300 * 2;
    says(
      'drills.md',
      `About ${gigabytes(state)}: 50M × 300 bytes × 2`,
      `Over 150 partitions that is ${figure(state / 150 / 1e6)} MB each`,
      `How long does it take to restore ${gigabytes(state)}`,
      `${figure(state / 100e6 / 15)} s if 15 machines`,
    );
    assert.equal(state / 100e6, 5 * 60, 'five minutes at 100 MB/s');
    const events = EVENTS * 600;
    says(
      'drills.md',
      `doubled for overhead, are ${gigabytes(20e6 * 10 * 8 * 2)}`,
      `${events / 1e6}M of 100 bytes at 1M/s, are ${gigabytes(events * 100)}`,
    );
  });

  it('size traffic and storage', () => {
    const updates = (EVENTS * 100) / 1e6;
    says('drills.md', `are ${updates} MB/s, and ${updates * 3} MB/s with three copies`);
    const kept = (seconds: number, copies: number) => figure((500e6 * seconds * copies) / 1e12);
    says(
      'drills.md',
      `${kept(7 * SECONDS_A_DAY, 1)} TB of data, ${kept(7 * SECONDS_A_DAY, 3)} TB with three copies`,
      `six hours in three copies are ${figure((500e6 * 6 * 3600 * 3) / 1e12, 2)} TB`,
    );
  });

  it('price cores and tokens', () => {
    const cores = EVENTS * 0.003;
    const yearly = (count: number) => `$${((count * 0.07 * 24 * 365) / 1e6).toFixed(1)}M`;
    const centsAMillion = (count: number) => Math.round((count * 0.07 * 100) / 3600);
    says(
      'drills.md',
      `${thousands(cores)} busy, so ${thousands(cores / 0.6)} at 60% utilisation`,
      `that is ${yearly(cores / 0.6)} a year, or ${centsAMillion(cores / 0.6)} cents a million predictions`,
      `and ${centsAMillion(cores)} without`,
      `Each millisecond less saves ${yearly((EVENTS * 0.001) / 0.6)} a year`,
    );
    const second = (1000 * 2000 * 0.5) / 1e6;
    const month = (second * SECONDS_A_MONTH) / 1e6;
    says(
      'drills.md',
      `$${second} a second, or $${figure(month, 2)}M a month`,
      `one in a thousand costs $${thousands(Number(figure(month, 2)) * 1000)} a month`,
    );
  });
});

describe('What a prediction costs in the Confluent playbook', () => {
  /** Dollars for a million, at 3 ms of a core that costs some 7 cents an hour. */
  const full = Number(((EVENTS * 0.003 * 0.07) / 3600).toPrecision(1));
  const [filter, passed] = [0.002, 0.18];
  const filtered = filter + passed * full;
  const yearly = (dollarsAMillion: number) => dollarsAMillion * MILLIONS_A_YEAR;
  const millions = (dollars: number, digits = 2) => `$${figure(dollars / 1e6, digits)}M`;

  it('follows from cores and volume', () => {
    says('rounds/system-design.md', `inference keeps ${thousands(EVENTS * 0.003)} cores busy`);
    says('cheat-sheet.md', `1M/s × 3 ms = ${thousands(3000)} busy cores, ${thousands(3000 / 0.6)} at 60%`);
    says('rounds/ml-case-study.md', `a year has ${figure(MILLIONS_A_YEAR / 1e6)} trillion`);
  });

  it('adds up by the month and by the year', () => {
    const month = (dollars: number) => `$${figure((dollars * EVENTS * SECONDS_A_MONTH) / 1e12, 2)}M`;
    says('cheat-sheet.md', `is ${month(1)} a month, and 6 cents ${month(full)}`);
    says('drills.md', `About ${month(1)} a month`);
    says('rounds/system-design.md', `11 cents per million predictions, ${millions(yearly(0.11))} a year`);
    says('rounds/ml-case-study.md', `at 6 cents a million costs ${millions(yearly(full))} a year`);
    const sheet = blockOf('capacity', 'cheat-sheet.md');
    assert.equal(given(sheet, 'cost'), full);
    assert.equal(millions(worth(sheet, 'costPerYear')), millions(yearly(full)));
  });

  it('is saved by a cache above the hit rate that pays for it, at a third of the cost', () => {
    const cache = blockOf('estimate', 'cheat-sheet.md');
    const [central, breakEven] = [worth(cache, 'central'), worth(cache, 'break-even')];
    assert.equal(millions(central), millions(yearly(full)));
    const [low = 0, high = 0] = [resultOf(cache, 'saved').low, resultOf(cache, 'saved').high];
    assert.ok(low < 0 && high > 0, 'the break-even lies within the range of the hit rate');
    assert.ok(Math.abs(central * breakEven - given(cache, 'refresh and memory')) < 1);
    says(
      'cheat-sheet.md',
      `pays above a hit rate of ${percent(breakEven)}; at ${given(cache, 'hit rate')}% it saves ${millions(worth(cache, 'saved'), 1)} a year`,
    );
    says(
      'rounds/product-sense.md',
      `the cached answer for the ${given(cache, 'hit rate')}% who return, 2 ms and a third`,
    );
    assert.ok(Math.abs(breakEven - 1 / 3) < 0.02);
  });

  it('is the same limit in the case, before the committee and in its script', () => {
    const cents = `${figure(filtered * 100, 2)} cents`;
    says(
      'rounds/ml-case-study.md',
      `less serving, ${cents} per million events`,
      `brings it to ${cents}, ${millions(yearly(filtered), 1)}`,
      `${millions(yearly(filtered), 1)} comes to ${cents} a million`,
    );
    says(
      'rounds/hiring-committee.md',
      `if the cost passes ${cents} a million events, the ${millions(yearly(filtered), 1)}`,
    );
    says('scripts/committee-close.md', `\${cost limit:${cents} a million events}`);
  });

  it('says at which price the filter no longer pays', () => {
    const missed = 0.04 * 2.4e6;
    const breakEven = (filter + missed / MILLIONS_A_YEAR) / (1 - passed);
    says(
      'rounds/ml-case-study.md',
      `misses 4% of the value, some ${millions(missed, 1)}`,
      `drop it once predictions cost ${figure(breakEven * 100, 1)} cents a million`,
    );
  });
});

describe('The business case of the Confluent playbook', () => {
  const [customers, price, overlap, serving, base] = [4_000, 5_000, 0.25, 400_000, 0.16];
  const gross = customers * base * price;
  /** Net revenue by the share of customers that adopt; serving grows with them. */
  const net = (adoption: number) => customers * adoption * price * (1 - overlap) - (serving * adoption) / base;
  const millions = (dollars: number) => `$${dollars / 1e6}M`;

  it('is net, with a reason for each bound', () => {
    assert.equal(net(base), 2e6);
    says(
      'rounds/ml-case-study.md',
      `× $5,000 a year | ${millions(gross)} |`,
      `bought anyway | −${millions(gross * overlap)} |`,
      `| −${millions(serving)} |`,
      `| net | $2.0M |`,
      `so ${millions(net(0.1))} to ${millions(net(0.2))}`,
      `less ${millions(gross * overlap)} that moves over`,
      `${millions(net(0.1))} if adoption stops at the 10%`,
      `${millions(net(0.2))} if all 20%`,
      `$5,000 is ${percent(price / 250_000)} of the $250,000`,
    );
  });

  it('is an estimate in the loop’s case, whose goal its net reaches, with the low and high of the guide', () => {
    const estimate = blockOf('estimate', 'case.md');
    assert.deepEqual(
      ['customers in reach', 'adoption', 'price', 'moved over', 'goal'].map((key) => given(estimate, key)),
      [customers, base * 100, price, overlap * 100, net(base)],
    );
    assert.deepEqual([worth(estimate, 'gross'), worth(estimate, 'serving')], [gross, serving]);
    const { value, low, high } = resultOf(estimate, 'net');
    assert.deepEqual([value, low, high], [net(base), net(0.1), net(0.2)]);
    assert.equal(estimate.results.filter(({ id }) => id !== 'sensitivity').at(-1)?.id, 'net');
    assert.equal(resultOf(estimate, 'sensitivity').of, 'adoption');
    assert.equal(net(0.08), value / 2);
    says(
      'case.md',
      `{{result: $${(value / 1e6).toFixed(1)}M}}, from {{low: ${millions(low ?? 0)}}} to {{high: ${millions(high ?? 0)}}}`,
      'is half at {{value: 8%}}',
      `$5,000 is ${percent(price / 250_000)} of the $250,000`,
    );
  });

  it('is where the scripts say that their figures come from', () => {
    const estimate = blockOf('estimate', 'case.md');
    const named = (script: string) =>
      /“([^”\n]+)” of the estimate in case\.md/u.exec(files.get(`scripts/${script}.md`) ?? '')?.[1] ?? '';
    says('scripts/compensation-ask.md', `\${ARR uplift:${millions(worth(estimate, named('compensation-ask')))}}`);
    const cents = (worth(estimate, named('committee-close')) / MILLIONS_A_YEAR) * 100;
    says('scripts/committee-close.md', `\${cost limit:${figure(cents, 2)} cents a million events}`);
  });

  it('is worked out under the headings of the round’s phases', () => {
    const phases = loadPlaybook(files).playbook?.rounds.find(({ id }) => id === 'ml-case-study')?.phases ?? [];
    const headings = [...(files.get('case.md') ?? '').matchAll(/^## (.+)$/gmu)].map(([, title]) => title);
    assert.deepEqual(
      [...headings, 'Questions'],
      phases.map(({ title }) => title),
    );
  });

  it('is worked through for the large customers of the last public quarter', () => {
    const large = 1487;
    const reach = Math.round(large * 0.6);
    const worth = (adoption: number) => Math.round(reach * adoption) * 30_000;
    const afterAll = (adoption: number) => worth(adoption) * (1 - 0.25 - 0.18);
    const short = (dollars: number) => `$${(dollars / 1e6).toFixed(1)}M`;
    says('company.md', `| ${thousands(large)}, up 10% |`, `${short(large * 0.1 * 15_000)} before netting`);
    says(
      'rounds/ml-case-study.md',
      `60% of the ${thousands(large)} run the jobs that the feature helps, ${reach} customers`,
      `12% adopt, ${Math.round(reach * 0.12)}; at $30,000 a year that is ${short(worth(0.12))}`,
      `${short(worth(0.12) * 0.25)}, and serving at 18% costs ${short(worth(0.12) * 0.18)}: net ${short(afterAll(0.12))}`,
      `spend at least $${Math.round((large * 100_000) / 1e6)}M a year, so it is ${figure((afterAll(0.12) / (large * 100_000)) * 100, 2)}% of that`,
      `With 8% adopting it is ${short(afterAll(0.08))}, with 16% ${short(afterAll(0.16))}`,
    );
  });

  it('is worked through for the small customers of Flink, where the tide is the hinge', () => {
    const [paying, large, adds] = [1000, 12, 30_000];
    const reach = Math.round((paying - large) * 0.4);
    const gross = Math.round(reach * 0.15) * adds;
    const net = (anyway: number) => gross * (1 - anyway - 0.25);
    const short = (dollars: number) => `$${(dollars / 1e6).toFixed(2)}M`;
    says('company.md', `over 1,000 paying customers; ${large} above $100,000 ARR, 4 above $1M`, '| $161M, up 24% |');
    says(
      'rounds/ml-case-study.md',
      `${paying - large} of 1,000 are small`,
      `a model, ${reach}; 15% of those take the feature up, ${Math.round(reach * 0.15)}; each adds $30,000 of consumption, ${short(gross)}`,
      `Take half off, ${short(gross / 2 + 1)}, and a quarter for serving and tokens, ${short(gross / 4)}: net ${short(net(0.5))}`,
      `If 30% had come anyway it is ${short(net(0.3))}, if 70%, ${short(net(0.7))}`,
      `$161M a quarter is $${161 * 4}M a year, so it is ${((100 * net(0.5)) / (161 * 4e6)).toFixed(2)}% of that`,
    );
    assert.ok(Math.abs(gross * (1 - 0.5 - 0.5)) < 1, 'with tokens twice as dear nothing is left');
  });

  it('names for both public cases a source with its address and its date', () => {
    const cases = (files.get('rounds/ml-case-study.md') ?? '').split(/^### /mu);
    for (const title of ['The large customers', 'The small Flink customers']) {
      const text = cases.find((each) => each.startsWith(title)) ?? assert.fail(title);
      assert.match(text, /^Sources: .*27 October 2025, [a-z]+\.com\/\S+/mu);
      assert.match(text, /One solution, for reading afterwards: /u);
      assert.match(text, /^Minutes: 60$/mu);
    }
  });

  it('catches the slide that does not multiply', () => {
    says('rounds/ml-case-study.md', `the product is ${millions(12_000 * 0.2 * 2_000)}`);
  });

  it('finds frauds, thresholds and the time to retrain', () => {
    const more = 400 * (0.68 - 0.52);
    says(
      'rounds/ml-case-study.md',
      `${Math.round(more)} more frauds caught a day at about $90 each, some $${figure((more * 90 * 365) / 1e6, 2)}M a year`,
      `near p = ${percent(6 / 96)}`,
      `the weekly loss grows by about $${thousands(40_000 * 0.03)} each week`,
    );
    const weeks = Math.sqrt((2 * 25_000) / 1_200);
    assert.ok(weeks > 6 && weeks < 7, 'six to seven weeks');
    says('drills.md', `With $90 and $6 that is p above ${figure((6 / 96) * 100)}%`);
  });

  it('opens the phone screen with a figure that its base allows', () => {
    const spend = 378e6;
    says('rounds/phone-screen.md', `about $${figure((spend * 0.009) / 1e6, 2)}M a year on $${spend / 1e6}M`);
  });
});

describe('Other figures of the Confluent playbook that depend on each other', () => {
  it('the latency budget: its stages, what is spare, and the second hop', () => {
    const [toTopic = assert.fail(), toCaller = assert.fail(), ...others] = blocksOf('latency-budget', 'cheat-sheet.md');
    assert.deepEqual(others, []);
    const target = loadPlaybook(files).playbook?.targets.find(({ id }) => id === 'latency')?.value;
    assert.deepEqual(
      [given(toTopic, 'slo'), given(toCaller, 'to the result topic')],
      [target, worth(toTopic, 'total')],
    );
    for (const hop of ['broker append and replicate', 'fetch and queue'])
      assert.equal(given(toCaller, hop), given(toTopic, hop), hop);
    assert.equal(worth(toTopic, 'spare'), worth(toCaller, 'spare'));
    says(
      'cheat-sheet.md',
      `Spare: ${worth(toTopic, 'spare')} ms in each.`,
      `waits ${worth(toCaller, 'total')} ms in all`,
      `or promise ${given(toCaller, 'slo')}.`,
    );
  });

  it('the feed: what a user grants, less the network, is the SLO', () => {
    says('rounds/product-sense.md', 'in 100 ms, of which the network takes 60', `I have ${100 - 60} ms`);
  });

  it('catch-up, fan-out, queues and the error budget', () => {
    const sheet = blockOf('capacity', 'cheat-sheet.md');
    const capacity = worth(sheet, 'consumers') * given(sheet, 'consumer capacity');
    assert.equal(given(sheet, 'backlog'), 10 * 60_000);
    says(
      'cheat-sheet.md',
      `Ten minutes down at 1M/s with ${capacity / 1e6}M/s of capacity takes ${worth(sheet, 'catchUp') / 60_000} minutes`,
    );
    assert.equal(worth(sheet, 'catchUp') / 60_000, (10 * EVENTS) / (capacity - EVENTS));
    const waiting = (busy: number) => busy / (1 - busy);
    says(
      'drills.md',
      `About ${percent(1 - 0.99 ** 100)}: 1 − 0.99¹⁰⁰`,
      `from 50% to 90% utilisation it rises ninefold`,
      `about ${Math.round((EVENTS * 0.01 * 30 * SECONDS_A_DAY) / 1e9)} billion in 30 days`,
    );
    assert.equal(Math.round(waiting(0.9) / waiting(0.5)), 9);
  });

  it('the agent on stuck orders', () => {
    const runs = 2000 / 50;
    const dollars = (runs * 6000 * 0.5) / 1e6;
    says(
      'rounds/system-design.md',
      `${runs} runs a second; at three model calls of 2 s each, ${runs * 3 * 2} calls are in flight`,
      `it costs $${dollars.toFixed(2)} a second, $${thousands(Math.round((dollars * SECONDS_A_MONTH) / 1000) * 1000)} a month`,
      `${thousands(runs * 600)} orders wait in the topic`,
    );
  });

  it('the rungs of the negotiation, and what a recruiter’s offer is worth beside them', () => {
    const k = (thousand: number) => `$${thousand.toLocaleString('en-GB')}k`;
    const firstYear = (base: number, grant: number, sign: number) => base + grant / 4 + sign;
    const fourYears = (base: number, grant: number, sign: number) => 4 * base + grant + sign;
    const rungs: [string, number, number, number][] = [
      ['Target', 200, 400, 30],
      ['Acceptable', 195, 320, 25],
      ['Walk away below', 185, 240, 20],
      ['A competing offer', 190, 360, 20],
    ];
    for (const [name, ...rung] of rungs)
      says(
        'rounds/hiring-committee.md',
        `| ${name} | ${rung.map(k).join(' | ')} | ${k(firstYear(...rung))} | ${k(fourYears(...rung))} |`,
      );
    says(
      'rounds/hiring-committee.md',
      `is ${k(fourYears(190, 360, 20) - fourYears(195, 320, 25))} above it over four`,
      `the first year of your target is ${k(200 + 40 + 30)}`,
      `$190k, ${k(280 / 4)} and $20k, so ${k(firstYear(190, 280, 20))} in the first year`,
      `${k(firstYear(195, 320, 25) - firstYear(190, 280, 20))} below acceptable`,
      `${k(60 / 4)} a year is ${k(firstYear(195, 320, 25) - firstYear(190, 340, 20))} short of the rung`,
    );
    says('drills.md', `A quarter, ${k(400 / 4)}`, `it is ${k(400 * 0.1)}`, `the year is worth ${k(100 * 0.8)}`);
  });

  it('the equity range, in dollars at the reported price', () => {
    const company = 355e6 * 31;
    const worth = (percentage: number) => `$${figure((company * percentage) / 100 / 1e6, 2)}M`;
    says('playbook.json', `some 355M shares at $31 would be ${worth(0.06)}-${worth(0.09)}`);
    says('drills.md', `0.06% of some 355M shares at $31 would be ${worth(0.06)}`);
  });
});

describe('The worked figures of the general playbook', () => {
  it('are those of its cards on payback and lifetime value, in the words of the cheat sheet', () => {
    const general = builtInFiles('general-pm');
    const estimate = blockOf('estimate', 'cheat-sheet.md', general);
    const months = figure((worth(estimate, 'payback') / (1000 * 365.2425 * SECONDS_A_DAY)) * 12, 2);
    const { value, low, high } = resultOf(estimate, 'LTV');
    const sheet = general.get('cheat-sheet.md') ?? '';
    assert.ok(sheet.includes(`Payback: ${months} months. LTV: $${value}, from $${low} to $${high}`), sheet);
    const [margin, revenue, churn, cac] = ['margin', 'revenue', 'churn', 'CAC'].map((key) => given(estimate, key));
    const cards = general.get('drills.md') ?? '';
    assert.ok(cards.includes(`At $${revenue}, ${margin}% and ${churn}%: 30 × 0.7 ÷ 0.04 = $${value}.`));
    assert.ok(cards.includes(`$${cac} ÷ ($${revenue} × 0.7) ≈ ${months} months`));
  });
});
