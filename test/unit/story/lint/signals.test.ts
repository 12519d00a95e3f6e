import assert from 'node:assert/strict';
import {
  scoreStory,
  STRENGTHS,
  WEAKNESSES,
  type StrengthName,
  type WeaknessName,
} from '../../../../src/core/story/lint';
import { StoryContext } from '../../../../src/core/story/lint/context';
import { toldSentences } from '../../../../src/core/story/lint/signals';

/** Ten sentences that show nothing, around the one in question, which stands at `place`. */
const PLAIN = [
  'The bakery on the corner sells bread.',
  'I walk past it in the morning.',
  'The oven is made of brick.',
  'I know the baker.',
  'The shop is small.',
  'I like the rolls.',
  'The floor is red.',
  'I come back on Sunday.',
];
const storyAround = (sentence: string, place: number): string =>
  [...PLAIN.slice(0, place), sentence, ...PLAIN.slice(place)].join(' ');

const shown = (text: string): string[] => {
  const told = toldSentences(new StoryContext(text));
  return STRENGTHS.filter(({ find }) => find(told) >= 0).map(({ name }) => name);
};

interface Cases {
  readonly raised: readonly string[];
  readonly silent: readonly string[];
  /** How many plain sentences come first. */
  readonly place?: number;
}

/** Sentences of our own, from several trades and in several forms. */
const STRENGTH_CASES: Partial<Record<StrengthName, Cases>> = {
  comparison: {
    raised: [
      'Absences fell to four a week on the early shift, while the late shift stayed at eleven.',
      'I kept two of the barns as they were for a month.',
      'The control group wrote back no sooner than before.',
      'Users who saw the hint came back more often than the half who did not.',
      'The plots were drawn by lot.',
    ],
    silent: [
      'We stayed at the same hotel as the year before.',
      'The room next to the control room was empty.',
      'While I spoke, nobody left.',
      'They were faster than everybody else in the trade.',
    ],
  },
  alternative: {
    raised: [
      'A second boiler would have cost €14,000.',
      'Hiring two drivers would have been quicker, but dearer.',
      'I could have asked for overtime, which would have taken three weekends.',
      'The vendor offered a scanner instead, which cost $900 a month.',
    ],
    silent: ['The new boiler cost €14,000.', 'I would have liked to stay.', 'It took three weekends.'],
  },
  decision: {
    raised: [
      'I decided to close the second till because the queue never reached it.',
      'My choice was the smaller pump, since the well is shallow.',
      'I turned down the agency, so the money went into training.',
      'I chose paper over the app.',
    ],
    silent: [
      'The board decided to close the till because of the queue.',
      'I walked to the till because the queue was long.',
      'I said that the pump was small.',
    ],
  },
  'switching-point': {
    raised: [
      'Above forty calls an hour I would have taken the robot.',
      "If more than one guest in ten had asked, I'd have kept the dish.",
      'For a school without a gym I would choose the hall.',
      'Had the ice been thinner, I would have turned back.',
      'Below 20 orders a day the courier would be cheaper.',
    ],
    silent: [
      'I would say that it was a good year.',
      'I would do it again.',
      'He asked if the courier was cheap.',
      'We would meet at the gate.',
    ],
  },
  'other-causes': {
    raised: [
      'Part of the drop may be the mild winter.',
      'The roadworks ended in the same week.',
      'I claim only the difference.',
      'A new tram line helped too.',
      'We were lucky with the weather.',
    ],
    silent: [
      'Part of the team sat in Rome.',
      'I helped the driver with the crates.',
      'At the same time the phone rang.',
    ],
  },
  'lesson-applied': {
    raised: [
      'Since then I ask the night shift before I move a shelf.',
      'I now count heads, not rooms.',
      'When I planned the next fair, I rang the fire brigade first.',
      'With a choir last year I began with the basses.',
    ],
    silent: ['Since then the oven has been quiet.', 'We now have a better oven.', 'The next bus was late.'],
  },
  'own-mistake': {
    raised: [
      'My mistake was to ask the loudest parents only.',
      'I was wrong about the glue.',
      'My first plan lasted a day.',
      'I had not asked the cleaners.',
      'I underestimated the frost.',
    ],
    silent: ['The supplier failed twice.', 'Somebody had made a mistake in the form.', 'The first train was late.'],
  },
  stakes: {
    place: 2,
    raised: [
      'Two nurses had threatened to quit.',
      'One more late delivery would have lost us the contract.',
      'The fine was €20,000 a week.',
      'If the pump stopped, the calves would have died.',
    ],
    silent: [
      'The topic was important to everybody.',
      'The market is very competitive.',
      'There was a lot of pressure.',
    ],
  },
  'staged-rollout': {
    raised: [
      'I began with two of the nine counters.',
      'I released it to 5 % of the readers.',
      'We ran a pilot in the smallest hall.',
      'I tried it on a tenth of the letters.',
    ],
    silent: ['I released it on a Tuesday.', 'We started the meeting at nine.', 'The first bus was full.'],
  },
  'outcome-with-time': {
    raised: [
      'Waste fell from 14 % to 9 % within two months.',
      'Returns went from 300 to 120 a week.',
      'In one season complaints dropped from 40 to 12.',
    ],
    silent: ['Waste fell.', 'The course lasts two months.', 'It has been a good year.'],
  },
  'result-first': {
    place: 0,
    raised: [
      'Waste fell from 14 % to 9 % after my change.',
      'I cut the wait from 70 to 38 minutes.',
      'Late vans went from 9 to 1 a week.',
    ],
    silent: ['I work in a bakery.', 'As everybody knows, waste matters.', 'We are 40 people in 3 shops.'],
  },
  'task-answered': {
    raised: [
      'I missed the target by two days.',
      'We met the deadline with a week to spare.',
      'So I passed my goal of half.',
    ],
    silent: ['The target was ambitious.', 'I was given a goal.', 'We met in the yard.'],
  },
  confirmed: {
    raised: [
      'The auditors repeated the count.',
      'Finance signed the figures.',
      'The head of the other depot asked me for the plan.',
    ],
    silent: ['I checked the figures.', 'We asked the auditors.', 'The team was happy with it.'],
  },
};

describe('What earns the upper range', () => {
  it('is worth 40 points together, and every name is its own', () => {
    assert.equal(
      STRENGTHS.reduce((sum, { points }) => sum + points, 0),
      40,
    );
    const names = [...STRENGTHS, ...WEAKNESSES].map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });

  for (const [name, { raised, silent, place = 6 }] of Object.entries(STRENGTH_CASES)) {
    for (const sentence of raised)
      it(`${name}: shown by “${sentence}”`, () =>
        assert.ok(shown(storyAround(sentence, place)).includes(name), shown(storyAround(sentence, place)).join()));
    for (const sentence of silent)
      it(`${name}: not shown by “${sentence}”`, () => assert.ok(!shown(storyAround(sentence, place)).includes(name)));
    it(`${name}: not shown by a sentence with a blank`, () => {
      for (const sentence of raised) {
        const text = storyAround(`${sentence.replace(/\.$/u, '')}, with {{whom}}.`, place);
        assert.ok(!scoreStory(text).gains.some((gain) => gain.name === name));
      }
    });
  }

  it('short-set-up: the story reaches its acts early, with headings and without', () => {
    const late = [...PLAIN, 'I decided to buy it.'].join(' ');
    const early = ['I decided to buy it.', ...PLAIN].join(' ');
    const sections = (set: string, act: string): string =>
      `## Situation\n\n${set}\n\n## Task\n\nI was to sell more.\n\n## Action\n\n${act}\n`;
    assert.ok(shown(early).includes('short-set-up'));
    assert.ok(!shown(late).includes('short-set-up'));
    assert.ok(shown(sections('It was small.', PLAIN.join(' '))).includes('short-set-up'));
    assert.ok(!shown(sections(PLAIN.join(' '), 'I sold more. I did.')).includes('short-set-up'));
  });

  it('names the line of the sentence that earned it', () => {
    const text = `${PLAIN.join('\n\n')}\n\nI was wrong about the glue.\n`;
    const { gains } = scoreStory(text);
    assert.equal(gains.find(({ name }) => name === 'own-mistake')?.line, 2 * PLAIN.length);
  });
});

const WEAKNESS_CASES: Record<WeaknessName, Cases> = {
  'we-not-i': {
    raised: ['We moved the shelves.', 'Our team rebuilt the yard.', 'Then we rang all the parents.'],
    silent: ['I moved the shelves.', 'We agreed, and I rang the parents.', 'The shelves were moved.'],
  },
  'inflated-claim': {
    raised: ['It was an amazing result.', 'The new yard is state-of-the-art.', 'The launch was a huge success.'],
    silent: ['Sales rose by a tenth.', 'The guests came back.', 'He said that it was “amazing”.'],
  },
  'general-statement': {
    raised: ['Communication is everything.', 'As you know, people want it fast.', 'Teamwork always matters.'],
    silent: ['I rang the baker on Monday.', 'The oven broke twice.', 'The rolls were cold.'],
  },
  'activity-count': {
    raised: [
      'There were 24 meetings with 30 tables.',
      'They held 12 workshops with 40 people.',
      'It had 14 columns, 9 rows and 3 sheets.',
    ],
    silent: ['Waste fell from 14 % to 9 %.', 'There were 24 meetings.', 'Sales rose by 12 %.'],
  },
  'tool-talk': {
    raised: ['It runs on Kafka, Flink and Redis.', 'Kubernetes and Terraform were used.', 'It is Spark with dbt.'],
    silent: ['It runs on Kafka.', 'The pump runs on oil.', 'I used a spade and a rake.'],
  },
};

describe('What weakens a story', () => {
  const lost = (text: string): string[] => scoreStory(text).losses.map(({ code }) => code);
  for (const [name, { raised, silent }] of Object.entries(WEAKNESS_CASES)) {
    for (const sentence of raised)
      it(`${name}: shown by “${sentence}”`, () => assert.ok(lost(storyAround(sentence, 6)).includes(name)));
    for (const sentence of silent)
      it(`${name}: not shown by “${sentence}”`, () => assert.ok(!lost(storyAround(sentence, 6)).includes(name)));
  }

  it('costs at most what its row says, however often it is said', () => {
    const { losses } = scoreStory(`${PLAIN.join(' ')} ${'We moved the shelves. '.repeat(40)}`);
    const { most } = WEAKNESSES.find(({ name }) => name === 'we-not-i') ?? assert.fail();
    assert.equal(losses.find(({ code }) => code === 'we-not-i')?.points, most);
  });
});
