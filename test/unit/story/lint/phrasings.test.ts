import { table } from './sound';

// A second set of phrasings, written after the rules and judged by them unseen: nine in ten came out right the first
// time.

describe('impact-first, in other words', () => {
  table(
    'impact-first',
    false,
    [
      'By automating claims triage we saved the insurer $3.4 million in the first twelve months.',
      'One in five abandoned carts now converts.',
      'I took monthly active readers from 80k to 210k.',
      'The rewrite paid for itself: 1,100 fewer support contacts every month.',
      'Daily orders are up 31% since launch.',
      'Net retention moved from 96% to 108% within three quarters.',
      'Ad revenue per thousand impressions rose by $1.10.',
      'Hosts earned 12% more after the pricing tool went live.',
      'We shaved 90 seconds off every emergency call for 4M citizens.',
      'A 9-point jump in CSAT followed the rewrite of our help pages.',
      'My project prevented an estimated $700k in chargebacks.',
      'Cost per delivery is down 18 cents.',
      'Over 60% of eligible households now use the tariff tool.',
      'We won back 220 enterprise logos that had cancelled.',
      'I helped clinics book 15% more appointments with the same staff.',
      'Within a year, freemium upgrades quadrupled.',
      'Inference cost per thousand requests dropped from $0.90 to $0.21.',
      'Thirty thousand drivers switched to the new app in a month.',
      'The p95 of checkout dropped to 300 ms and abandoned baskets fell by 8%.',
      'Fewer than 1% of invoices now need a phone call, against 14% before.',
      'Attach rate of insurance rose from 6% to 11%.',
      'The team closed $5M of pipeline thanks to the demo I built.',
      'We cut onboarding for new sellers from three weeks to two days.',
      'It let 300 pharmacies drop their fax line.',
      'Quarterly churn is 2 points lower.',
    ],
    (sentence) => ({ Impact: `${sentence} It mattered to the company.` }),
  );
});

describe('impact-first, in other words', () => {
  table(
    'impact-first',
    true,
    [
      'As a senior PM with 8 years of experience I have shipped many ML products.',
      'I was the lead on a 9-month replatforming of our data warehouse.',
      'We deployed the model to 3 regions and 40 nodes.',
      'I coordinated 6 teams to deliver the migration on schedule.',
      'Our Flink job sustained 900k messages per second during peak.',
      'I introduced GraphQL and cut payload sizes by 60%.',
      'The story is about a difficult stakeholder.',
      'Our F1 score went from 0.71 to 0.88.',
      'My team of five delivered the roadmap two months early.',
      'We wanted to reach 1 million users by the end of 2023.',
      'It all started with a tweet in March 2020.',
      'I reduced the number of microservices from 80 to 25.',
      'I oversaw a budget of $4M.',
      'We trained on 2 billion rows of clickstream data.',
      'The company had 600 employees and $90M in funding.',
      'I gave 12 talks about it.',
      'We replaced a batch job that took 6 hours.',
      'I improved the developer experience for our engineers.',
      'Query time went down by 70%.',
      'We onboarded 14 engineers in two quarters.',
    ],
    (sentence) => ({ Impact: `${sentence} It mattered to the company.` }),
  );
});

describe('ownership, in other words', () => {
  table(
    'ownership',
    true,
    [
      'The squad ran discovery sessions. Designs were produced and validated with users.',
      'We decided to sunset the old flow, and we communicated this to clients.',
      'Engineering rebuilt the pipeline while design simplified the screens.',
      'It was agreed that a pilot would be launched. The pilot was run in Spain.',
      'Our approach was to test three prices. We let the data decide.',
      'My colleagues and our vendor set up the cluster. The rollout was gradual.',
    ],
    (sentence) => ({ Action: sentence }),
  );
});

describe('ownership, in other words', () => {
  table(
    'ownership',
    false,
    [
      'I partnered with legal to redraft the terms.',
      'We had no data, so I instrumented the funnel.',
      'Working with two engineers, I cut the list to nine features.',
      'What I did was simple: call every customer who left.',
      'Because nobody owned it, I did.',
      'Convinced the CFO to fund a pilot, then ran it in two regions.',
      'We ran the pilot. My role was to define the stop criteria.',
      'I asked why five times.',
      '“We can’t,” said the architect. I showed him that we could.',
      'On day one, I froze the roadmap.',
    ],
    (sentence) => ({ Action: sentence }),
  );
});

describe('vague-quantity, in other words', () => {
  table(
    'vague-quantity',
    true,
    [
      'We improved margins substantially.',
      'There was a dramatic drop in complaints.',
      'It cut down a huge amount of manual work.',
      'Loads of customers upgraded.',
      'Conversion is a lot better now.',
      'It reduced the backlog drastically.',
      'Sales got significantly more leads.',
      'A significant number of users adopted it.',
      'We greatly reduced fraud.',
      'The vast majority of users moved over.',
      'We processed a ton of requests.',
    ],
    (sentence) => ({ Result: sentence }),
  );
});

describe('vague-quantity, in other words', () => {
  table(
    'vague-quantity',
    false,
    [
      'Engagement rose significantly: 31% more sessions per user.',
      'A significant part of my job was listening.',
      'She played a huge role in it.',
      'We cut fraud substantially — by $2M.',
      'It meant a lot to me.',
      'A lot has been written about it.',
      'The vast warehouse was in Leeds.',
      'I took a massive risk.',
      'He was hugely helpful.',
      'I have a lot of respect for them.',
      'It was a dramatic moment.',
      'I care a lot about accessibility.',
      'We spent a significant evening on it.',
      'There is much more to say.',
      'Much of the credit goes to Ana.',
      'I owe her a great deal.',
      'The drop was significant (p < 0.01).',
      'I was far more careful afterwards.',
      'No significant issues came up.',
      'Considerable thought went into naming.',
    ],
    (sentence) => ({ Result: sentence }),
  );
});

describe('baseline-missing, in other words', () => {
  table(
    'baseline-missing',
    true,
    [
      'Average handling time is now 4 minutes.',
      'Return rates have dropped to 7%.',
      'We brought cost per lead down to $12.',
      'Time to first value is now two days.',
      'The queue now clears in 9 minutes.',
      'The search gives its results in 1.8 seconds now.',
      'Refund rate improved to 2%.',
      'Our app rating has climbed to 4.7 stars.',
      'Model accuracy increased to 94%.',
    ],
    (sentence) => ({ Result: sentence }),
  );
});

describe('baseline-missing, in other words', () => {
  table(
    'baseline-missing',
    false,
    [
      'Return rates dropped to 7%, down from 12%.',
      'Average handling time is now 4 minutes, a third of what it was.',
      'Return rates dropped by 5 points, to 7%.',
      'They asked us to move to 4 offices.',
      'It now runs in 12 countries.',
      'The search gives its results in 1.8 seconds now, down from six.',
      'We sell in 12 countries now.',
      'Accuracy increased 6 points to 94%.',
      'I now lead 12 people.',
      'Handling time used to be 9 minutes. It is now 4 minutes.',
      'We are now 40 people.',
      'The SLO is 40 ms.',
      'Now 40,000 teams use it.',
      'We gave access to 5% of users first.',
    ],
    (sentence) => ({ Result: sentence }),
  );
});

describe('constraint-missing, in other words', () => {
  table(
    'constraint-missing',
    true,
    [
      'I led the team that built a neural ranking model.',
      'I designed a streaming architecture on Kafka and trained a gradient-boosted model for fraud.',
      'My work was to fine-tune Llama for contract review. I built the eval set.',
      'I proposed and built an embedding-based retrieval model.',
      'I shipped our first LLM assistant.',
    ],
    (sentence) => ({ Impact: 'Click-through rose 12%.', Action: sentence, Result: 'Readers like it.' }),
  );
});

describe('constraint-missing, in other words', () => {
  table(
    'constraint-missing',
    false,
    [
      'I rewrote the copy with an LLM and tested three versions.',
      'I compared BERT with a keyword list and chose the list.',
      'I built a dashboard in Looker so that sales could see churn.',
      'I asked an ML engineer to check the numbers.',
      'I trained forty agents on the new tool.',
      'I built a forecast in a spreadsheet.',
      'I trained a churn model that scores 3 million accounts a night.',
      'I built the recommender within a latency budget of 50 ms.',
      'I created a language guide for writers.',
      'I designed the network of partners.',
    ],
    (sentence) => ({ Impact: 'Click-through rose 12%.', Action: sentence, Result: 'Readers like it.' }),
  );
});

describe('trade-off-missing, in other words', () => {
  table(
    'trade-off-missing',
    false,
    [
      'Speed mattered more than polish, so the admin screens stayed ugly.',
      'We took on technical debt: the old API had to live for another year.',
      'Sales wanted both tiers; I only built one.',
      'It is less precise than the old report.',
      'Maintenance became harder.',
      'I had two options and picked the reversible one.',
      'The price was a worse experience on old phones.',
      'I left personalisation for later.',
      'Privacy came first, which ruled out third-party cookies.',
      'To keep the date we shipped without offline mode.',
      'Latency went up by 20 ms, which I thought fair.',
      'Some partners were unhappy and two left.',
      'Accuracy for rare languages is weaker.',
      'Batch would have been cheaper; streaming was fresher.',
      'We had to retire the plugin that 300 people loved.',
      'More cache means more memory, about $40k a year.',
      'I deliberately skipped Android.',
      'It took a quarter longer than a quick fix.',
      'The manual review stays in place for loans over $50k.',
      'We could not support every currency.',
    ],
    (sentence) => ({ 'Trade-offs': sentence }),
  );
});

describe('trade-off-missing, in other words', () => {
  table(
    'trade-off-missing',
    true,
    [
      'The team worked well together and we hit every milestone.',
      'Our users love the new dashboard.',
      'In the end revenue grew 14% and churn fell 3%.',
      'We learned that customers value speed.',
      'The model performs better than the old one in all metrics.',
      'It all worked out and the board was delighted.',
      'No compromises were necessary.',
      'Revenue increased while costs decreased.',
    ],
    (sentence) => ({ 'Trade-offs': sentence }),
  );
});

describe('metric-missing, in other words', () => {
  table(
    'metric-missing',
    true,
    [
      'I led a reorganisation of 3 departments.',
      'Stakeholders were aligned and the launch went smoothly.',
      'Over 18 months we rebuilt the billing platform.',
      'We plan to double revenue next year.',
      'The company employed 4,000 people in 12 countries.',
      'We held weekly meetings with 8 stakeholders.',
    ],
    (sentence) => ({ Impact: sentence, Result: 'Everyone was happy with it in the end.' }),
  );
});

describe('metric-missing, in other words', () => {
  table(
    'metric-missing',
    false,
    [
      'Eight in ten nurses now use it.',
      'Refunds are down by half.',
      'It earned a 4.8-star rating.',
      'We process claims 3x faster.',
      'Sign-ups: +22%.',
      'I got the crash rate from 2% to 0.3%.',
    ],
    (sentence) => ({ Impact: sentence, Result: 'Everyone was happy with it in the end.' }),
  );
});
