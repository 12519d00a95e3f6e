import { followersOf, wordIds, wordSet } from '../../prose/vocabulary';
import { askParts, isAsk, isOwn } from '../asks';
import type { StoryContext } from '../context';
import type { Rule } from '../rule';
import type { Sentence } from '../sentences';
import type { Report } from '../types';

const [IMPACT, UPLIFT, COST, OF, LIVING] = wordIds('impact uplift cost of living');

const MARKET = wordSet(
  `
  market markets average averages median medians percentile percentiles levelsfyi fyi glassdoor benchmark benchmarks
  comparable comparables comps peers industry payscale radford inflation
`,
);
/** With the word that has to follow for the two to mean the market. */
const MARKET_PAIRS = followersOf({
  going: ['rate'],
  competing: ['offer', 'offers', 'bid'],
  other: ['offers', 'offer', 'companies', 'candidates'],
  another: ['offer'],
  similar: ['roles', 'companies', 'positions', 'jobs'],
  salary: ['survey', 'surveys', 'data', 'range', 'ranges'],
  typical: ['range', 'pay', 'salary', 'base', 'offer'],
  others: ['are', 'make', 'earn', 'get'],
  everyone: ['else'],
  standard: ['for', 'range', 'package'],
  pay: ['band', 'bands', 'data', 'surveys'],
  rates: ['for', 'are', 'in'],
});
const SHOWN = wordSet(
  `
  case projected projects incremental uplift impact shown showed show demonstrated delivered shipped added saved
  brought launched drove grew generated raised cut unlocked built closed
`,
);
export const marketOnlyAsk: Rule<'market-only-ask'> = {
  code: 'market-only-ask',
  severity: 'warning',
  title: 'An ask on market figures alone',
  summary: 'An ask rests on the impact you have shown, not on market figures alone.',
  raisedWhen: 'an ask in a script or in offer notes rests on market figures alone',
  weight: { points: 25, most: 25 },
  scene: { script: '# The ask\n\nThank you for the offer.\n\n{weak}\n' },
  kinds: ['offer', 'script'],
  check(story) {
    const reports: Report[] = [];
    for (const part of askParts(story)) {
      const ask = part.sentences.find((index) => isAsk(story, index, part.asking));
      const sentence = ask === undefined ? undefined : story.sentences[ask];
      if (
        !sentence ||
        !part.sentences.some((index) => citesMarket(story, index)) ||
        part.sentences.some((index) => showsImpact(story, index))
      )
        continue;
      reports.push({
        start: sentence.start,
        end: sentence.end,
        message:
          'This asks on market figures alone: tie it to the impact that you have shown, such as the projected ARR of your case study.',
      });
    }
    return reports;
  },
};

function citesMarket(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index];
  if (!sentence) return false;
  return story.some(sentence.first, sentence.last, (k) => namesMarket(story, k));
}

/** "The median", "a competing offer", "the cost of living". */
function namesMarket(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  if (MARKET.has(word) || MARKET_PAIRS.get(word)?.includes(story.id(k + 1))) return true;
  return word === COST && story.id(k + 1) === OF && story.id(k + 2) === LIVING;
}

/** A script's blank for the impact: `${ARR uplift}`. */
const BLANK_IMPACT = /\b(?:arr|uplift|impact|revenue|metric|savings?|outcome)\b/iu;

/** A business metric that the speaker has moved or projected, with its figure or with the word that it was shown. */
function showsImpact(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index];
  if (!sentence) return false;
  const names =
    story.some(sentence.first, sentence.last, (k) => namesImpact(story, k)) || hasBlankImpact(story, sentence);
  if (!names) return false;
  const hasOutcome = story.figuresIn(index).some(({ role }) => role === 'outcome');
  return story.hasWord(SHOWN, sentence.first, sentence.last) || (isOwn(sentence) && hasOutcome);
}

/** "Impact", "uplift", "ARR"; not the cost of "cost of living". */
function namesImpact(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  if (word === COST && story.id(k + 1) === OF) return false;
  return word === IMPACT || word === UPLIFT || story.is(k).metric;
}

function hasBlankImpact({ parsed, text }: StoryContext, sentence: Sentence): boolean {
  return parsed.placeholders.some(
    ({ start, end }) => start >= sentence.start && start < sentence.end && BLANK_IMPACT.test(text.slice(start, end)),
  );
}
