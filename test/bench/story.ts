import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A story of the usual size, about 2.5 KB, and files made of many. */
export const story = `---
title: Feature freshness for fraud scoring
competencies: [streaming-scale, latency-budget]
rounds: [system-design]
spoken: 150
---

## Impact

We cut fraud losses by **$1.8M a year** and took end-to-end scoring latency from 120 ms to 35 ms at 1.2M events/s, with no extra headcount.

## Situation

I joined the payments group in 2023, when the scoring service read features from a nightly batch. Chargebacks had grown 40% in two quarters,
and the card networks had put us on a watch list. The team had six engineers, one analyst and a backlog nobody trusted. Every release took
three weeks, and the on-call rota paged someone on most nights. The CFO wanted the losses halved before the end of the fiscal year.

## Task

My job was to decide what fresh meant, what it was worth, and how to get there without stopping the roadmap. I owned the outcome with the
head of risk: fewer false declines for good customers, fewer losses on the rest, and an SLO of 40 ms at the 99th percentile.

## Action

- I sat with the risk analysts for a week and found that 5 of 7 feature groups changed within an hour, and only those needed streaming.
- I wrote a one-page brief with two options, priced both, and asked the committee to choose before anyone wrote code.
- I moved the hot features to a stream processor on a 10-node cluster, and kept the cold ones in the warehouse: the storage bill fell 22%.
- I set the budget stage by stage: 8 ms for the lookup, 12 ms for the model, the rest for the network, and I put it in the review template.
- When the first canary ran at 70 ms, I rolled it back the same day, and I cut the payload from 1.8 MB to 600 KB before we tried again.

\`\`\`
lookup: 8 ms
model: 12 ms
\`\`\`

## Result

Within [90 days](https://example.com/plan) all merchants were on the new path. Losses fell from $4.6M to $2.8M, false declines dropped by a
third, and approval rates rose 1.4 pp. The analysts now ship a feature in 2 days instead of three weeks. The committee used the brief as its
template for the next four launches, and the networks took us off the list in March 2024.

## Trade-offs

We gave up some recall on rare patterns to stay inside the latency budget, and we paid for it with a nightly job that looks again at the
declined 2%. I would do the rollout by region next time: one big step saved a month but cost us a weekend.
`;

/** About \`kilobytes\` of stories, one front matter at the top and none further down. */
export function storiesOf(kilobytes: number): string {
  const body = story.slice(story.indexOf('## Impact'));
  const copies = Math.max(1, Math.round((kilobytes * 1000) / body.length));
  return Array.from({ length: copies }, () => body).join('\n');
}

/** The stories of the fixtures: good, bad and middling, short and long. */
export function fixtureStories(): string[] {
  return ['test/fixtures/stories', 'test/fixtures/workspaces/sample/prep/stories'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
}

/** Texts made to be slow: each is read once, like any other. */
export function adversarial(size: number): ReadonlyMap<string, string> {
  const fill = (unit: string): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  return new Map(
    (
      [
        ['digits', '1'],
        ['$-', '$-'],
        ['from', 'from '],
        ['from 1', 'from 1 '],
        ['1,1', '1,'],
        ['spaces', '1' + ' '.repeat(997)],
        ['1 to', '1 to '],
        ['1-1', '1-'],
        ['1 million', '1 million '],
        ['one hundred', 'one hundred and '],
        ['` runs', '` `` ``` '],
        ['](', ']('],
        ['<a', '<a '],
        ['<!--', '<!-- '],
        ['${', '${'],
        ['5 aa', '5 aaa bbb ccc ddd eee '],
        ['1 of', '1 of '],
        ['stars', '**'],
        ['1h 1m', '9h 8m 7s '],
        ['letters', 'a'],
        ['a an', 'a an '],
        ['NPS', 'NPS of 5 to '],
      ] as const
    ).map(([name, unit]) => [name, fill(unit)]),
  );
}
