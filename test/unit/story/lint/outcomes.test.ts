import assert from 'node:assert/strict';
import { lintStory } from '../../../../src/core/story/lint';
import { found, storyWith, table } from './sound';

it('The story that the tests start from is sound', () => assert.deepEqual(lintStory(storyWith({})), []));

describe('impact-first', () => {
  table(
    'impact-first',
    true,
    [
      'Three months earlier, I joined the team that does the billing.',
      'I had joined the team three months earlier.',
      'The nightly build runs 30% more often.',
      'In my 3 years at Acme I led several machine learning initiatives.',
      'I managed a team of 12 engineers and 3 data scientists.',
      'We migrated 14 services to Kubernetes in six months.',
      'I built a transformer model with 340 million parameters.',
      'Our pipeline processes 1.2M events per second with a p99 of 35 ms.',
      'Latency dropped from 120 ms to 35 ms.',
      'Model accuracy improved from 81% to 94%.',
      'The project took nine months and had a $2M budget.',
      'I joined a $40M business with 10 million users.',
      'I led the redesign of the onboarding flow across five teams.',
      'Since 2019 I have owned the payments roadmap.',
      'This was a cross-functional effort that transformed how we work.',
      'We shipped 23 features in four quarters.',
      'I doubled the size of the team in a year.',
      'I rewrote the inference service in Rust, which made it 4x faster.',
      'We reached 99.99% uptime.',
      'I spent 60% of my time on alignment with stakeholders.',
      'The goal was to raise ARR by $3M within a year.',
      'We hoped to cut churn by 20%.',
      'I ran 45 user interviews and wrote the strategy.',
      'Test coverage went from 40% to 85%.',
      'Our recall improved by 12 points.',
      'We were a Series B startup with 80 employees.',
      'I was tasked with growing revenue by 30%.',
      'Deployed a fraud model on a 10-node Kafka cluster.',
      'Build times fell from 40 minutes to 6.',
      'Reduced error rates from 4% to 0.5%.',
      'I worked on a product serving 2 million customers.',
      'We cut CPU usage by 45%.',
      'I presented the plan to 300 people at the annual conference.',
      'We processed 40 TB of logs every day.',
      'I mentored 6 PMs, and 4 of them were promoted.',
    ],
    (sentence) => ({ Impact: `${sentence} It mattered to the company.` }),
  );
  table(
    'impact-first',
    false,
    [
      'We became profitable in Germany, nine months ahead of plan, with €600k in the first quarter.',
      'We brought abandonment down eleven points.',
      'The city collects 9% more rubbish with the same trucks.',
      'Branches serve 20% more people at the counter.',
      'Nurses spend 40 minutes less on paperwork per shift.',
      'Nurses spend 40 fewer minutes on paperwork per shift.',
      'Our drivers finish an hour and ten minutes earlier.',
      'Farmers got their money 12 days sooner.',
      'I doubled weekly active users in two quarters.',
      'Brought in $2M of incremental ARR.',
      'Cut cloud spend by a third.',
      'Customer churn dropped eighteen percent.',
      'Our NPS climbed from 31 to 47.',
      'Checkout latency fell from 900 ms to 200 ms, which lifted conversion by 3%.',
      'p99 went from 120 ms to 35 ms, inside our 40 ms SLO.',
      'I cut inference latency to 30 ms and the serving bill by half.',
      'Users now see results in 35 ms rather than 400 ms.',
      'Halved support tickets in one quarter.',
      'Tripled the number of merchants who finish onboarding.',
      'We took sign-ups from 1,300 to 1,900 a week.',
      'The feature reached 40,000 paying teams within a year.',
      'In my 3 years at Acme I grew ARR by $6M.',
      'Won our first seven-figure contract.',
      'Saved nurses 11 hours a week on paperwork.',
      'Cut time to hire from 60 days to 21.',
      'Average order value rose €4.20.',
      '5 of 7 regional banks adopted the API.',
      'Increased gross margin by 250 bps.',
      'My launch saved the company half a million dollars a year.',
      'Trial-to-paid conversion went up 1.8 points.',
      'Reduced chargebacks by 60 percent.',
      'Lifted day-30 retention by 7pp.',
      'Generated 1,200 qualified leads in a month.',
      'Error rates fell 80%, which took 2,000 calls a month off the support desk.',
      'The streaming model stopped £900k of fraud in its first quarter.',
      'Grew the business from $4M to $11M in revenue.',
      'My pricing change added 14% to revenue per user.',
      'A million more people watched to the end.',
      'Patients wait 9 minutes instead of 40.',
      'We cut customer acquisition cost by 22%.',
      'Return rate dropped from 12% to 7%.',
      'Twice as many students finish the course.',
      'Hospital readmissions fell by a quarter.',
      'Four out of five drivers now renew.',
      'We beat the goal of $5M in bookings by 20%.',
      'Engagement went up by half.',
      'The change brought 3,000 lapsed donors back.',
      'Revenue per visit is up 22 percent.',
    ],
    (sentence) => ({ Impact: `${sentence} It mattered to the company.` }),
  );
});

describe('metric-missing', () => {
  table(
    'metric-missing',
    true,
    [
      'I led a team of 12 for three years.',
      'The project shipped in Q3 2023 after nine months.',
      'Customers loved the new design and the CEO praised it.',
      'I shipped the app with 4 designers in two weeks.',
      'We ran 40 interviews.',
      'I worked with 5 teams in 3 time zones.',
      'Our goal was a 20% lift in retention.',
      'I delivered it two weeks ahead of schedule.',
    ],
    (sentence) => ({ Impact: sentence, Result: 'Everyone was happy with it in the end.' }),
  );
  table(
    'metric-missing',
    false,
    [
      'I cut p99 to 35 ms.',
      'Churn fell 4%.',
      'Twice as many people came back.',
      'The queue halved.',
      'It made $40k.',
      'Uptime rose to 99.95%.',
      'We got 1,200 more sign-ups.',
    ],
    (sentence) => ({ Impact: sentence, Result: 'Everyone was happy with it in the end.' }),
  );
});

describe('ownership', () => {
  table(
    'ownership',
    true,
    [
      'We analysed the funnel and we fixed it.',
      'The team built a prototype. It was then tested with users.',
      'An analysis was conducted and a decision was taken.',
      'Our team interviewed customers. We then shipped a fix.',
      'I was part of the team. We shipped the model together.',
      'The model was retrained weekly, and alerts were added.',
      'We did it together: design, code and rollout. My manager decided on the budget.',
      'My team wrote the code and our designers drew the screens.',
      'We moved to phase I and then to phase II of the plan.',
      '“I love it,” said a customer, so we went ahead.',
      'Based on the data, we moved the button.',
      'Customers were asked, prices were compared and a plan was made.',
      'Stands were drawn up and fences were set. I took the minutes and helped where I could.',
      'The tents were put up by the crew, and we rotated the posts. I was asked to watch.',
      'We dug the trench and we lined it. I was present, and I could support the crew.',
    ],
    (sentence) => ({ Action: sentence }),
  );
  table(
    'ownership',
    false,
    [
      'I rang thirty customers.',
      "I'd start with the smallest topic and measure.",
      'It was my call to stop the launch.',
      'We built it together; I wrote the spec.',
      'Sarah and I rewrote the importer.',
      'The decision was mine.',
      'Interviewed 40 customers and rewrote the form.',
      '- Led the migration.\n- Wrote the spec.',
      'We argued for a week. In the end I chose the smaller model.',
      'My proposal was to drop the feature.',
      "I've built the model with two engineers.",
      'It fell to me to say no.',
      'First, I mapped the flow.',
      'i built the thing and shipped it.',
      'To unblock the team, I took over the review.',
      'The fences were moved and a lane was drawn. I was responsible for the plan of the gates.',
      'Two tents were put up. I was writing the rota, and I helped with the ropes.',
      'The crew was briefed and posts were set. I could move the gate.',
    ],
    (sentence) => ({ Action: sentence }),
  );
});

describe('vague-quantity', () => {
  table(
    'vague-quantity',
    true,
    [
      'Retention improved significantly.',
      'We saved a lot of money.',
      'It led to a huge increase in sign-ups.',
      'Our costs dropped dramatically.',
      'There was a significant reduction in complaints.',
      'A lot of customers came back.',
      'Revenue grew a lot.',
      'The page is much faster now.',
      'We saw massive growth.',
      'It had a huge impact on the business.',
      'Tons of users signed up.',
      'Usage increased exponentially.',
      'This substantially lowered our bill.',
      'We got lots of new subscribers.',
      'Performance is significantly better.',
      'It drove considerable revenue.',
      'Support load is considerably lower.',
      'Churn is way lower than before.',
      'A great deal of time was saved.',
      'Thousands of users came back.',
    ],
    (sentence) => ({ Result: sentence }),
  );
  table(
    'vague-quantity',
    false,
    [
      'Retention improved significantly, from 62% to 71%.',
      'We saved a lot of money: $400k a year.',
      'The result was statistically significant.',
      'My significant other said so.',
      'I learned a lot from it.',
      'Thanks a lot to the team.',
      '“It saves me a lot of time,” a nurse said.',
      'Costs dropped dramatically. They went from $40k to $9k a month.',
      'I am a huge fan of the team.',
      'Significantly, the CFO agreed.',
      'It was no big deal.',
      'By and large it worked.',
      'A huge relief for everyone.',
      'Revenue rose by a massive 40%.',
      'It mattered a lot to the team.',
      'The two differ significantly in tone.',
      'There was a lot of debate about it.',
      'It was a far cry from the old tool.',
      'Churn fell a great deal, by 40%.',
      'We significantly cut spend (by 30%).',
      'We had a lot on our plate.',
      'Not significantly different from the old one.',
      'Many of them wrote back.',
    ],
    (sentence) => ({ Result: sentence }),
  );
});

describe('What does not count as an outcome, or only looks like one', () => {
  const story = (Action: string, Result: string): string => `## Action\n\n${Action}\n\n## Result\n\n${Result}\n`;
  for (const [action, result] of [
    ['I wrote a shorter script for the first thirty seconds of a call.', 'Callers sound calmer than they did.'],
    ['I trained each shift for two hours.', 'Callers sound calmer, and the head of the station is glad.'],
  ] as const)
    it(`is asked for beside “${action}” and “${result}”`, () =>
      assert.equal(found('metric-missing', story(action, result)).length, 1));
  it('is not asked for where a contract was renewed for money', () =>
    assert.deepEqual(
      found('metric-missing', story('I went there.', 'They renewed for three years, at €240,000 a year.')),
      [],
    ));

  for (const Impact of [
    'Up to 300 pupils could not get their lunch because the till was down.',
    'The nightly import went from three hours to 20 minutes.',
  ])
    it(`does not open a story: “${Impact}”`, () =>
      assert.equal(found('impact-first', storyWith({ Impact })).length, 1));
  for (const Impact of [
    'Now 300 pupils get their lunch in 8 minutes instead of 25.',
    'The nightly import went from three hours to 20 minutes, so 400 shops have their prices at six.',
  ])
    it(`opens one: “${Impact}”`, () => assert.deepEqual(found('impact-first', storyWith({ Impact })), []));
});

describe('A technology that went live, or was trained under a limit on its errors', () => {
  const story = (Action: string, Result: string): string =>
    `## Task\n\nI was to bring it in, with no more than three errors left on a page.\n\n## Action\n\n${Action}\n\n## Result\n\n${Result}\n`;
  for (const [action, result] of [
    ['I convinced the editors.', 'It went live in all shops in May, with our own reranker and a guard model.'],
    ['I trained our own neural translation model.', 'Two customers came to see it.'],
    ['I trained a convolutional network on the pictures in my phone.', 'It tells rust from dust.'],
  ] as const)
    it(`is asked what it had to hold: “${action}”, “${result}”`, () =>
      assert.equal(found('constraint-missing', story(action, result)).length, 1));
  for (const [action, result] of [
    ['I convinced the editors.', 'It went live in all shops in May, with a new price list and a model letter.'],
    ['I trained our own neural translation model.', 'It translates 900 pages per hour on one machine.'],
    ['I trained the agents of the call centre on a network of forty volunteers.', 'Calls are answered.'],
  ] as const)
    it(`is not: “${action}”, “${result}”`, () =>
      assert.deepEqual(found('constraint-missing', story(action, result)), []));
});
