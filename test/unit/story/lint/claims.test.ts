import assert from 'node:assert/strict';
import { lintStory, type TextKind } from '../../../../src/core/story/lint';
import { found, storyWith, table } from './sound';

describe('baseline-missing', () => {
  table(
    'baseline-missing',
    true,
    [
      'Latency is now 35 ms.',
      'We got p99 latency down to 35 ms.',
      'The error rate is now 0.3%.',
      'I cut page load to 1.2 seconds.',
      'Onboarding now takes 3 days.',
      'We reduced cost per call to $4.10.',
      'Activation has risen to 61%.',
      'The service now handles 1.2M events per second.',
      'I brought the crash rate down to 0.1%.',
      'NPS went up to 61.',
      'Response time improved to under 200 ms.',
      'Build time has dropped to 9 minutes.',
      'The wait is down to 4 minutes.',
      'p99 now sits at 35 ms.',
      'Our CSAT grew to 4.6 stars.',
      'Latency today stands at 35 ms.',
    ],
    (sentence) => ({ Result: sentence }),
  );
  table(
    'baseline-missing',
    false,
    [
      'Latency fell from 120 ms to 35 ms.',
      'Latency is now 35 ms, down from 120 ms.',
      'We cut latency by 70%, to 35 ms.',
      'Latency is now 35 ms. It was 120 ms before.',
      'Latency is 3x lower, now 35 ms.',
      'The API answered in 35 ms.',
      'We rolled it out to 40% of users.',
      'I committed to 40 ms.',
      'It saves $400k a year now.',
      'We reached 1.3k DAU in the first month.',
      'Latency went 120 ms → 35 ms.',
      'Two thirds of them stayed.',
      'Latency halved to 60 ms.',
      'It serves 1.2M events per second.',
      'I presented it to 40 people.',
      'To get latency to 35 ms, I cut the remote call.',
    ],
    (sentence) => ({ Result: sentence }),
  );
});

describe('constraint-missing', () => {
  table(
    'constraint-missing',
    true,
    [
      'I built a transformer for search.',
      'I trained an XGBoost model on clickstream features.',
      'We developed a deep learning model that predicts churn. I led it.',
      'I designed and shipped a two-tower recommender.',
      'I fine-tuned an LLM on our documents.',
      'I implemented a graph neural network for fraud.',
      'I deployed a BERT-based classifier.',
      'I created a machine-learning model for forecasts.',
      'A random forest was trained on the logs. I checked it.',
      'I introduced a RAG chatbot.',
      'I labelled 4,000 letters and trained a BERT classifier on them.',
      'I built a transformer for search, and met the editors twice a week.',
      'I built a transformer for search. Crashes fell from nine a month to one.',
      'I moved our whole shop to Kubernetes.',
    ],
    (sentence) => ({ Impact: 'Click-through rose 12%.', Action: sentence, Result: 'Readers like it.' }),
  );
  table(
    'constraint-missing',
    false,
    [
      'I built a transformer that answers in 30 ms.',
      'I wrote the analysis in Python and tracked it in Jira.',
      'I built a pricing model in Excel.',
      'I built a transformer that scores 1.2M events/s.',
      'I used Kafka and Spark to pull the logs.',
      'I interviewed users and drew a prototype in Figma.',
      'I know Kafka, Flink and BERT, but a spreadsheet was enough.',
      'I trained the sales team on the new model.',
      'I built the business case with finance.',
      'I built a recommender that serves 4M users.',
      'I shipped a classifier at $0.002 per prediction.',
      'We talked about transformers. I said no.',
      'I hired an ML team.',
      'I designed an operating model for the group.',
      'I moved our whole shop to Kubernetes, which takes 3,000 orders a week.',
      'I trained a BERT classifier that reads 4,000 letters a day.',
    ],
    (sentence) => ({ Impact: 'Click-through rose 12%.', Action: sentence, Result: 'Readers like it.' }),
  );
  table(
    'constraint-missing',
    true,
    [
      'I migrated our services to Kubernetes.',
      'I built a Kafka pipeline for the orders.',
      'I introduced a feature store.',
      'I built a transformer.',
    ],
    (sentence) => ({
      Impact: sentence,
      Result: 'Everyone uses it.',
    }),
  );
});

describe('trade-off-missing', () => {
  table(
    'trade-off-missing',
    true,
    [
      'Latency fell to 35 ms and revenue rose by $2M.',
      'There were no trade-offs.',
      'The launch was a success and customers were happy.',
      'We saved $1.3M a year.',
      'The project was delivered on time and everybody was happy with the outcome.',
      'Everything went according to plan.',
      'Costs fell and quality rose.',
      'It was the right decision.',
      'The new system is faster, cheaper and easier to use.',
      'We reduced costs by 40% while improving the experience.',
      'It was hard work but it was worth it.',
      'There was no downside, the model was better in every way.',
      'N/A',
    ],
    (sentence) => ({ 'Trade-offs': sentence }),
  );
  table(
    'trade-off-missing',
    false,
    [
      'We left tablets out.',
      'We gave up freshness to get speed.',
      'I chose latency over accuracy.',
      'Instead of a rewrite we patched it.',
      'It came at the cost of accuracy.',
      'We accepted a slower import.',
      'It meant that old clients broke, which we lived with.',
      'I considered buying a tool, but it would have taken a year.',
      'The launch slipped by a month, even though sales had promised it.',
      'Rather than hire, we cut scope.',
      'The downside: more memory per node.',
      'Two features were dropped so that we could hit the date.',
      'The alternative was a larger model.',
      'We traded recall for precision.',
      'Consistency suffered: reads can be 90 seconds old.',
      'Nobody gets real-time reports any more.',
      'I said no to the enterprise request.',
      'It costs $220k more a year to run.',
      'We postponed the mobile app.',
      'Simplicity won over flexibility.',
      'Old browsers are no longer supported.',
      'We went with the cheaper vendor, though support is worse.',
      'I prioritised speed above completeness.',
      'I had to pick between two launches and cut Spain.',
      'We pay for it with a nightly batch.',
      'Freshness dropped to five minutes so that cost stays flat.',
      'I would not do it for a smaller stream.',
    ],
    (sentence) => ({ 'Trade-offs': sentence }),
  );
});

describe('market-only-ask', () => {
  const asks: readonly (readonly [string, boolean, TextKind?])[] = [
    ['The market rate for this role is $210k, so I would like a base of $210k.', true, 'script'],
    ['Based on Glassdoor and Levels.fyi, I am asking for $205k base and 0.09% equity.', true, 'script'],
    ['I have a competing offer at $220k. Can you match the base?', true, 'offer'],
    ['My peers earn more. I expect a base of at least $200k.', true, 'offer'],
    ['The industry median is $200k; my ask is $205k base.', true, 'offer'],
    [
      'Given the projected $2M ARR uplift, I would like a base of $200k and equity of 0.09%, tied to growth.',
      false,
      'script',
    ],
    [
      'In the case study I showed $2M of incremental ARR. I am asking for $200k base, which is also the market median.',
      false,
      'script',
    ],
    ['I would like a base of $200k.', false, 'script'],
    ['The market for streaming grows 20% a year. I am excited.', false, 'script'],
    ['Recruiter says the band is $185k to $210k. Market median is $195k.', false, 'offer'],
    ['## Ask\n\n- Base: $205k, the 75th percentile on Levels.fyi\n- Equity: 0.09%\n', true, 'offer'],
    [
      '## Ask\n\n- Base: $205k\n- Equity: 0.09%, from the $2M ARR that the case study projects\n- Market: median $200k\n',
      false,
      'offer',
    ],
    ['Salaries for similar roles average $208k, which is why I request $208k and a sign-on bonus of $30k.', true],
    [
      'Thank you for the feedback on rollout. Given the ${ARR uplift} that the case projects, I ask for a base of ${base} and equity of ${equity}. The market median supports it.',
      false,
      'script',
    ],
    [
      '---\nbase: 190000\nequityPercent: 0.06\n---\n\nI want to counter with 0.09% equity because comparable companies pay that.\n',
      true,
    ],
    ['The cost of living here is high and everyone else gets $210k, so I want $210k base.', true, 'offer'],
    [
      'I cut churn by 18% in my last role, worth $2M a year, and I expect a base of $205k, in line with the market.',
      false,
      'script',
    ],
  ];
  for (const [text, raised, kind] of asks) {
    it(`${raised ? 'is raised by' : 'is quiet on'} “${text.replace(/\n/gu, ' ')}”`, () =>
      assert.equal(found('market-only-ask', text, kind).length > 0, raised));
  }
});

describe('target-missed', () => {
  const targets = [
    { title: 'Events per second', kind: 'rate', unit: 'events', value: 1_000_000, direction: 'at-least' as const },
    { title: 'End-to-end latency', kind: 'duration', unit: 'ms', value: 40, direction: 'at-most' as const },
  ];
  const results: readonly (readonly [string, number])[] = [
    ['End-to-end latency fell from 120 ms to 55 ms.', 1],
    ['Latency is 35 ms.', 0],
    ['It handles 400k events/s at a p99 of 80 ms.', 2],
    ['It handles 1.2M events/s at 30 ms.', 0],
    ['We built it in two months.', 0],
    ['Latency was 120 ms and is now 35 ms.', 0],
    ['It stays inside a latency budget of 60 ms.', 0],
    ['Search latency fell to 300 ms.', 1],
    ['The team answers within 4 hours.', 0],
    ['It handles 900,000 messages per second.', 1],
    ['It serves 5,000 requests per second.', 0],
  ];
  for (const [sentence, count] of results) {
    it(`finds ${count} in “${sentence}”`, () => {
      const text = storyWith({ Situation: 'Latency was 120 ms at 200k events per second.', Result: sentence });
      assert.equal(
        lintStory(text, { playbook: { targets } }).filter(({ code }) => code === 'target-missed').length,
        count,
      );
    });
  }
});

describe('what people think', () => {
  const isRaised = (sentence: string): boolean =>
    lintStory(`## Impact\n\n${sentence}\n\n## Action\n\nI sorted the notes by topic.\n`).some(
      ({ code }) => code === 'baseline-missing',
    );
  for (const sentence of [
    'Parents get a reply within a day now, and 92% of them say they are happy with the office.',
    'The survey in June gave us 4.7 out of 5.',
  ])
    it(`needs what they thought before: “${sentence}”`, () => assert.ok(isRaised(sentence)));
  for (const sentence of [
    '92% of them say they are happy with the office; it used to be half.',
    'I asked 40% of the nurses, and we were happy to start.',
  ])
    it(`needs nothing more: “${sentence}”`, () => assert.ok(!isRaised(sentence)));
});

describe('a model that is put somewhere', () => {
  table(
    'constraint-missing',
    true,
    [
      'I put a large language model in front of the inbox.',
      'I rolled out a RAG assistant to our agents. For visas they still must phone.',
    ],
    (sentence) => ({ Action: sentence, Result: 'People like it.' }),
  );
  table(
    'constraint-missing',
    false,
    [
      'I put a notice in front of the inbox.',
      'I built a graph neural network. It may take no longer than the till does.',
    ],
    (sentence) => ({ Action: sentence, Result: 'People like it.' }),
  );
});

describe('a price that is told', () => {
  table(
    'trade-off-missing',
    false,
    [
      'Smaller batches mean more washing-up, which I covered with a student.',
      'The canary slows each release by forty minutes.',
      'Tiered margin annoyed the small resellers.',
    ],
    (sentence) => ({ 'Trade-offs': sentence }),
  );
});
