import assert from 'node:assert/strict';
import { builtInFiles } from './builtIn';

/** Asserts that a whole answer says each of these texts, which are made from computed figures. */
function says(playbook: string, round: string, ...texts: string[]): void {
  const text = builtInFiles(playbook).get(`exemplars/${round}.md`) ?? assert.fail(round);
  for (const wanted of texts) assert.ok(text.includes(wanted), `${round} does not say “${wanted}”`);
}

const thousands = (value: number): string => Math.round(value).toLocaleString('en-GB');
/** Rounded to so many thousands. */
const dollars = (value: number, step = 1): string => `$${thousands(Math.round(value / step) * step)}`;
const millions = (value: number, digits = 1): string => `$${(value / 1e6).toFixed(digits)}M`;
const SECONDS_A_YEAR = 365 * 24 * 60 * 60;

describe('The figures of the whole answers for Confluent', () => {
  const confluent = (round: string, ...texts: string[]) => says('confluent-ai-ml-pm', round, ...texts);

  it('the phone screen: what was saved, what it costs to serve, and what the filter would have', () => {
    const saved = 0.009 * 378e6;
    const serving = (1.1e6 * SECONDS_A_YEAR * 0.07) / 1e6;
    confluent(
      'phone-screen',
      `about ${millions(saved)} a year on $378M`,
      `about ${millions(serving)} a year at that rate`,
      `${millions(saved - serving)} a year net`,
      `about ${dollars((serving * 2) / 3 / 12, 5000)} a month`,
    );
    assert.ok((saved - serving) / saved < 1 / 3, 'less than a third of the first figure');
  });

  it('system design: the cluster, its state, the path, the peak and the price', () => {
    const incoming = 500;
    const [written, read] = [incoming * 3, incoming * 2];
    const state = 20e6 * 10 * 8 * 2;
    const path = 5 + 5 + 5 + 2 + 6 + 4;
    const capacity = 150 * 10_000;
    const full = 5000 * 0.07 * 24 * 365;
    confluent(
      'system-design',
      `${written / 1000} GB written, ${written / 10} MB on each of ten brokers`,
      `${(read + incoming * 2) / 10} MB a second sent by each`,
      `${Math.round((written * 7 * 24 * 3600) / 1e6)} TB, ${Math.round((written * 7 * 24 * 3600) / 1e7)} on each`,
      `not enough: ${thousands(2e6 / 150)} each`,
      `are ${state / 1e9} GB, or ${Math.floor(state / 150 / 1e6)} MB in each partition`,
      `process with ${10_000 * 0.003} cores; at 3 ms a request it handles ${thousands(30 / 0.003)} a second`,
      `restores ${Math.round((4 * state) / 150 / 1e6)} MB in under a second`,
      `That is ${path}, and ${40 - path} to spare`,
      `takes ${500 * 0.009} seconds of 300`,
      `six days take ${['ten', 'eleven', 'twelve'][(6 * 1e6) / (capacity - 1e6) - 10]}`,
      `brokers would write ${(2 * written) / 10} MB a second each; with it, ${(1.2 * written) / 10}.`,
      `leaves 1.2 million, ${Math.round((100 * 2e6 * 0.6) / capacity)}% busy`,
      `75 consumers are good for ${thousands(capacity / 2)}`,
      `leaves ${thousands(1e6 * 0.6)}, ${Math.round((100 * 1e6 * 0.6) / (capacity / 2))}% busy`,
      `so ${path} becomes ${path - 2 + 8 + 8}`,
      `are ${Math.round((full / SECONDS_A_YEAR) * 100)} cents per million, ${millions(full)} a year`,
      `takes that to ${Math.round((full / SECONDS_A_YEAR) * 60)} cents, ${millions(full * 0.6)}`,
    );
    assert.ok((4 * state) / 150 / 100e6 < 1, 'the state of four consumers at 100 MB/s');
    assert.equal((capacity * 3) / 9, 500_000, 'a model of 9 ms instead of 3');
  });

  it('product sense: what freshness costs, and what it is worth', () => {
    const [users, heavy, items] = [90e6, 18e6, 40];
    const events = Math.round(((heavy * items + (users - heavy) * 4.3) * 25) / (24 * 3600) / 1e5) * 1e5;
    assert.equal(events, 300_000);
    assert.equal(Math.round((100 * heavy * items) / (heavy * items + (users - heavy) * 4.3)), 70);
    const cost = (cents: number) => (events * SECONDS_A_YEAR * cents) / 100 / 1e6;
    const worth = (share: number) => heavy * items * share * 0.001 * 365;
    confluent(
      'product-sense',
      `${(cost(100) / 1e6).toFixed(1)} trillion a year`,
      `Option three for everybody would cost ${dollars(cost(8), 1000)} a year; option two, ${dollars(cost(3), 1000)}; option one, ${dollars(cost(0.5), 1000)}`,
      `make ${millions(worth(0.02))} a year`,
      `0.02%, the feature pays ${dollars(worth(0.0002), 1000)}`,
      `half a cent, ${dollars(0.7 * cost(3) + 0.3 * cost(0.5), 1000)} a year`,
      `0.1% is ${dollars(worth(0.001), 1000)} a year`,
      `${(18e6 * 2000 * 2) / 1e9} GB of state`,
    );
  });

  it('the case: the chain, its bounds, its costs, and both checks', () => {
    const [customers, spend] = [3000, 200e6];
    const falling = spend * 0.12;
    const gone = falling * 0.5 * 0.6 * 0.5;
    const flagged = customers * 0.12 * 0.6;
    const calls = flagged * 3 * 150;
    const costs = calls + 30_000;
    const net = (turned: number) => millions(gone * turned - costs, 2);
    confluent(
      'ml-case-study',
      `the average is ${dollars(spend / customers, 1000)}`,
      `$${falling / 1e6}M of spend is with them`,
      `$${(falling * 0.5) / 1e6}M at risk. 60% flagged in time: $${(falling * 0.5 * 0.6) / 1e6}M. Half would come back: $${gone / 1e6}M. A quarter turned: ${millions(gone / 4)} of ARR`,
      `${millions(gone * 0.15, 2)}. High`,
      `${millions(gone * 0.4, 2)}.”`,
      `60 calls a week at $150: ${dollars(60 * 52 * 150)} a year`,
      `of ${customers * 0.12} customers who fall we flag ${flagged}, so ${flagged * 3} flags a year, and not ${thousands(60 * 52)} calls. ${flagged * 3} at $150 are ${dollars(calls, 1000)}`,
      `Net: ${millions(gone / 4)} less ${millions(costs, 2)}, ${net(0.25)}. Low ${net(0.15)}, high ${net(0.4)}`,
      `${net(0.25)} is ${((100 * (gone / 4 - costs)) / spend).toFixed(1)}% of $200M`,
      `${flagged / 2 / 4} customers a year`,
      `costs ${dollars(20 * 150)} in calls`,
      'the 40 largest falls of the last six weeks',
      `One right flag in ${Math.ceil(4000 / 150)}`.toLowerCase(),
    );
    assert.equal(Math.round((33_333 * 0.5 * 0.25) / 1000), 4, 'a right flag is worth about $4,000');
    assert.ok(((customers * 0.12) / 52) * 6 >= 40, 'as many customers fall in six weeks');
  });

  it('the committee: the chain at each adoption, and what the change costs', () => {
    const net = (adoption: number) => 4000 * adoption * 5000 * 0.75 - (400_000 * adoption) / 0.16;
    const share = (12 / 10 - 1) / 3;
    confluent(
      'hiring-committee',
      `${4000 * 0.16} adopt, $5,000 each, ${millions(4000 * 0.16 * 5000)}`,
      `${millions(net(0.16))}. At 10% adoption it is ${millions(net(0.1), 2)}, at 20% ${millions(net(0.2))}`,
      `Then it is ${millions(net(0.05))}`,
      `${Math.round(share * 100)}% on each prediction, 1.3 cents become ${(1.28 * (1 + share)).toFixed(1)}, about ${dollars((1.28 / 100) * 31.536e6 * share, 1000)} a year`,
      `is ${dollars(0.01 * 3.2e6)} a year`,
      `nine carry ${Math.round((10 * 70) / 9)}%`,
    );
  });
});

describe('The figures of the whole answers for any product manager', () => {
  const general = (round: string, ...texts: string[]) => says('general-pm', round, ...texts);

  it('the recruiter: nine points of retention', () =>
    general('recruiter-screen', `${dollars(200 * 12 * 0.09 * 4000)} of yearly revenue`));

  it('prescriptions: what a visit prevents, and what it costs', () => {
    const stays = 2000 * 0.04;
    general(
      'product-sense',
      `that is ${stays} stays, ${dollars(stays * 10_000)}`,
      `${stays / 4} stays, ${dollars((stays / 4) * 10_000)} against ${dollars(2000 * 30)}`,
    );
  });

  it('alerts: the target, the noise, and the result in users', () => {
    general(
      'analytical-execution',
      `over all buyers ${(0.3 * 12 * 0.25).toFixed(1)} points`,
      `the root of ${40 * 6}, about ${(1.5 / Math.sqrt(240)).toFixed(1)} of a point`,
      `1.1% times 1.09 is ${(1.1 * 1.09).toFixed(1)}% a month`,
      `0.1% a month is ${400_000 * 0.001} buyers`,
      `0.4 points are ${thousands(400_000 * 0.004)} visits`,
      `${((100 * 0.4) / 12).toFixed(1)}% more visits`,
    );
  });

  it('carers: the load, the alarms and their price', () => {
    const visits = 60_000;
    general(
      'working-with-engineers',
      `${thousands(visits / 3)}, or ${Math.round(visits / 3 / 120)} a minute`,
      `one in ${365}`,
      `raise ${thousands(visits / 10)} alarms`,
      `${thousands(visits * 0.03)} visits a day`,
      `that is ${visits * 0.01} a day. All by push and text: $${visits * 0.01 * 0.04} a day`,
      `${(visits * 0.01) / 5} calls, $${Math.round(((visits * 0.01) / 5) * 0.12)}`,
      `About ${dollars((24 + 14.4) * 365, 1000)} a year`,
      `about ${thousands(visits / 2 / 5)} visits a day`,
      `at most ${Math.floor(6000 / 365)} a day`,
    );
  });

  it('the panel: thirteen points of activation, and the call', () => {
    const accounts = 1000 * 0.13;
    general(
      'final-panel',
      `${accounts} accounts a month, ${thousands(accounts * 12)} a year`,
      `about ${millions(accounts * 12 * 1200)} a year`,
      `one account in ${['', 'ten', 'twenty', 'thirty'][Math.round(1200 / 40 / 10)]} more`,
      `for ${dollars(200 * 40)}`,
    );
  });

  it('the rungs of the negotiation', () => {
    const text = builtInFiles('general-pm').get('rounds/final-panel.md') ?? '';
    for (const [name, base, grant] of [
      ['Target', 175, 160],
      ['Acceptable', 165, 120],
      ['Walk away below', 155, 80],
    ] as const) {
      const row = `| ${name} | $${base}k | $${base / 10}k | $${grant}k | $${(base * 11) / 10 + grant / 4}k |`;
      assert.ok(text.includes(row), row);
    }
  });
});
