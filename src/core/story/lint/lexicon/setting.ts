import { wordSet } from '../../prose/vocabulary';

/** What a story starts from: what was demanded, lost, at stake or merely there, before anything came of it. */

/** With "to" after them, these demand: "had to answer in 200 ms", "was to win ten dealers". */
export const DEMANDS = wordSet(`
  has have had need needs needed required allowed was were asked expected supposed meant obliged committed
  promised agreed told
`);
export const MUST = wordSet('must should shall');
/** Words that begin another thought between a demand and a figure: the figure is no longer demanded. */
export const GOES_ON = wordSet('and so until when which but because who whereas then while after before since');

export const ARRIVES = wordSet('came joined started took arrived began inherited got');
export const SINCE_THEN = wordSet('now today since afterwards later then finally currently nowadays');
export const AT_FIRST = wordSet('originally initially formerly previously');

/** Something was lost or went wrong. */
export const HARMS = wordSet(`
  lost lose loses losing exposed leaked leaking deleted missed missing failed failing crashed broke suffered suffering
  faced facing threatened threatening risked risking endangered damaged wasted wasting cancelled canceled churned
  corrupted refunded overran overspent
`);
/** What those that a figure counts did, where it went wrong: "14 pupils had left", "a third of the class failed". */
export const WENT_WRONG = wordSet(`
  failed failing fail quit left leave leaving died crashed broke churned cancelled canceled complained lapsed dropped
  lost missing missed unhappy dissatisfied late
`);
/** Before a word of harm, these say that the harm did not happen, or no longer does. */
export const SPARED = wordSet(`
  no not never stop stopped stops prevent prevented prevents avoid avoided avoids without instead otherwise anymore
  longer fewer less nobody didn't don't doesn't none neither
`);
/** Somebody held on to what was at stake, or got it back. */
export const KEEPS = wordSet(`
  kept keep keeps keeping saved save saves rescued retained secured protected defended recovered regained won win
  prevented avoided stopped brought cut
`);
export const AT_STAKE = wordSet('risk stake jeopardy threat worth');
/** What a price may follow, besides the verb itself. */
export const COSTED = wordSet('cost costs costing paid pay pays paying price priced rent rented fee');
export const PAYERS = wordSet('us me them him her about only just around nearly over roughly the company of was is a');
/** What is sold or won has its worth after "for", and no price. */
export const SELLS = wordSet('sold sell sells selling won win signed closed raised renewed renew renews');
/** Verbs of running under a load: they say how much is handled, and not that anything changed. */
export const LOADS = wordSet(`
  handle handles handled handling process processes processed processing serve serves served serving receive receives
  received receiving ship ships shipped answer answers answered get gets got manage manages managed store stores stored
  hold holds held support supports supported see sees saw counted covers covered print prints printed operate operates
  operated have has had
`);

/** What one wants less of, and more of, whatever the trade. */
export const BURDENS = wordSet(`
  cost costs spend spending expense expenses bill bills waste fees chargebacks refunds fraud losses churn attrition
  cancellations dropout dropouts abandonment tickets ticket complaints complaint escalations errors error bugs defects
  crashes timeouts failures outages downtime latency injuries deaths accidents overtime stockouts readmissions vacancies
  absenteeism emissions backlog incidents scrap rejects delays queues infections debt
`);
export const ASSETS = wordSet(`
  revenue revenues arr mrr gmv sales bookings profit profits profitability margin margins earnings income
  conversion conversions retention activation signups nps csat satisfaction adoption engagement attendance
  uptime accuracy throughput productivity donations orders customers users clients members subscribers donors patients
  visitors customer client business accounts contracts
`);
export const RISES = wordSet(`
  rose rise rises risen rising grew grow grows grown growing increased increase increases doubled tripled quadrupled
  jumped soared climbed surged up spiked exploded crept
`);
export const FALLS = wordSet(`
  fell fall falls fallen falling dropped drop drops declined decline declining shrank shrunk plummeted down slipped
  collapsed sank decreased
`);
/** "More tickets", "30% fewer customers": what is compared follows, or stands before. */
export const MORE_OF = wordSet('more higher');
export const LESS_OF = wordSet('fewer less lower');
/** What a noun that something is said of may be followed by: its verb, or more about it; not another noun. */
export const AFTER_SUBJECT = wordSet(`
  is are was were has have had also then even from per among of in for at by on that which who we i
`);
/** A noun after these says more about another, of which something is said: "complaints from customers fell". */
export const BEFORE_DETAIL = wordSet('per from of by for among to with on in at');
/** Before a word of loss, these make it an adjective: "the lost mails". */
export const BEFORE_ADJECTIVE = wordSet('the of a an our their for in and with from every each about any');
export const MADE_THING = wordSet('it which that this');
/** "Where we used to lose one a month", "where there had been five": the old value. */
export const USED_TO = wordSet('used had were was');
export const DETERMINERS = wordSet('the our their its a an my these those all');
