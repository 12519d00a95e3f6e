import { wordSet } from '../../prose/vocabulary';

/** How a story says at what level something is, and what it was before. */

/** Verbs that give the level that was come to: "uptime reached 99.98%". */
export const REACHES = wordSet(`
  reached reaches reach hit hits achieved achieves attained scored scores came comes ended ends finished finishes landed
  lands closed settled peaked arrived delivers delivered got gets recorded showed shows earned received gave gives
`);
/** Verbs that give the level at which something is: "churn is at 1.9%". */
export const STANDS = wordSet(`
  is are stands stand stood sits sit hovers remains remain remained stays stayed stay holds held was were runs run averages
  averaged measures measured lies lay
`);
/** What may stand between a verb and its figure: "came to about", "ended the year with a rating of". */
export const BETWEEN_LEVEL = wordSet(`
  just about around nearly under below over roughly only a an the almost approximately some as low high well barely
  above its our to at with of out down up now today consistently steadily always regularly us
`);
/** What is measured as a level: "an error rate of 0.3%", "a rating of 4.7". */
export const MEASURES = wordSet(`
  rate rates score scores rating ratings share ratio accuracy precision recall f1 auc error errors uptime availability
  churn retention conversion satisfaction nps csat promoter attendance occupancy utilisation utilization coverage
  punctuality reliability fill defect rejects scrap shrinkage turnover absence absenteeism attrition adoption margin
  index average median grade resolution mark level yield hit bounce response open completion pass dropout fluency mae mape rmse
  survey surveys wer bleu latency percentile p95 p99 p50 deviation deflection engagement quota attainment compliance adherence
  returns refunds cancellations defects
`);
/** Before these, a percentage says how much of something, and not at what level it is. */
export const CHANGES = wordSet(`
  growth increase increases decrease reduction reductions saving savings gain gains drop drops improvement improvements
  rise uplift lift discount cut cuts decline jump difference change
`);
/** What a share of people think: "92% of parents are happy". */
export const OPINIONS = wordSet('happy satisfied content pleased recommend dissatisfied unhappy');
/** The story's last word: what is said in the past tense is a result. */
export const IN_THE_END = wordSet('end ended finally eventually afterwards now today since currently finished reached');
/** What is served again and again: "a bill is computed in 4 ms", "deliveries arrive on time in 98% of cases". */
export const SHARES_OF = wordSet('cases orders calls deliveries times requests tests visits patients shifts days all');
/** After a figure, these are what takes that long: "3.9 s starts". */
export const TIMED = wordSet(
  'start starts startup startups load loads response responses render renders boot boots build builds turnaround',
);

/** After these, what the figure is compared with follows: "against a third in the other class", "instead of weeks". */
export const HELD_AGAINST = wordSet('instead rather against versus vs where whereas while compared unlike');
/** "Than before", "than the other ward". */
export const THAN_WHAT = wordSet('before the in last it ever other any previously our their');
/** "Refusals fell to 24% while those of the others stayed at 41%": two figures are compared with each other. */
export const CONTRASTS = wordSet('while whereas');
/** What was: "previously weeks", "formerly by hand". */
export const FORMER = wordSet('previously formerly originally initially');
/** Old values in words: "from weekly to daily", "from days to 20 minutes". */
export const PERIODS = wordSet(`
  daily weekly monthly quarterly yearly annually hourly seconds minutes hours days weeks months quarters years overnight
  manual paper never none nothing zero nobody day week month year hour minute third half
`);
/** Before a figure that what is measured follows: "with 99.9% uptime", "we have a 93% pass rate". */
export const HOLDS = wordSet('with at have has had keep keeps kept hold holds maintain maintains run runs is');
/** Doing what has to be done, as a share of all: "we answer 96% of the calls". */
export const SERVES = wordSet(`
  answer answers answered resolve resolves resolved deliver delivers delivered fill fills filled meet meets met close
  closes closed pay pays paid catch catches caught detect detects detected serve serves settle settles settled
`);
export const SERVED = wordSet(`
  answered resolved delivered paid processed shipped closed served filled seen found solved settled handled completed
  fixed treated booked sold approved cleared picked right correct punctual on complete caught detected covered met
`);
