/** Words around a figure that show whether it is the user's own result. */
import { wordSet } from '../story/prose/vocabulary';

/** A goal, a limit or a possibility: the figure was not reached, or nothing says that it was. */
export const NOT_REACHED = wordSet(`
  goal goals target targets objective aim aims aimed aiming ambition hope hopes hoped plan plans planned planning want
  wants wanted intend intends intended promise promises promised expect expects expected should must need needs needed
  would could might may will shall can cannot if unless until budget budgets slo slos sla slas limit limits threshold
  deadline quota cap designed supposed tasked asked required requirement requires capable capacity roadmap forecast
  estimate estimated predicted hypothetical theoretical theoretically potentially asks demands wish wished headroom
  ceiling guarantee guarantees guaranteed rated sized architected engineered provisioned dimensioned envisaged envisioned
  projected proposal proposed proposes
`);
/** “Built to handle”: what a system is said to be able to do. */
export const CAPACITY_VERBS = wordSet(`
  handle sustain support take carry absorb withstand process score serve cope ingest accommodate
`);
/** After one of these, what stood before it was reached all the same. */
export const REACHED_AFTER_ALL = wordSet('beat exceeded reached met hit surpassed achieved delivered');
/** Measured where no user is. */
export const TRIALS = wordSet(`
  simulated simulation simulator synthetic benchmark benchmarks offline replay replayed replaying staging prototype demo
  lab sandbox recorded backtest backtested hackathon notebook emulated loadtest rehearsal laptop laptops workstation
  localhost macbook testbed poc mockup soak preprod uat
`);
export const TESTS = wordSet(
  'test tests testing tested run runs rig session generator environment environments env cluster',
);
/** What one does for years; “I” stands before it, with no more than {@link BEFORE_VERB} between. */
export const EXPERIENCES = wordSet(`
  been was am worked work working led lead leading managed manage managing owned own owning ran run running spent serve
  served held built building shipped shipping
`);
export const BEFORE_VERB = wordSet('have had now also since then already ever always');
/** Before “test” or “tests”, these make it a trial of a machine. */
export const TRIAL_KINDS = wordSet('load stress performance bench soak lab dry trial dev development test testing qa');
/** Others than the user, whose results prove nothing. */
export const OTHERS = wordSet(`
  vendor vendors supplier suppliers provider providers competitor competitors competition rival rivals industry
  predecessor colleague colleagues boss consultancy consultant contractor article paper papers blog he she they his
  netflix google amazon uber meta facebook twitter linkedin microsoft apple airbnb stripe spotify tiktok bytedance
  alibaba pinterest paypal visa mastercard doordash lyft shopify cloudflare datadog snowflake databricks tesla youtube
`);
/** Before a team, a company or the like, these make it somebody else's. */
export const OTHER_KINDS = wordSet('another other others different sister neighbouring neighboring their some its');
/** What may be somebody else's. */
export const OWNERS = wordSet(`
  team teams group company firm department unit bank shop squad product service services system systems platform model
  models engineers organisation organization
`);
/** With a name before them, these are somebody else's: “the ads team’s”. */
export const TEAMS = wordSet(`team team's squad squad's group group's department department's`);
/** Before a team, these say nothing about whose it is. */
export const ANY_TEAM = wordSet('whole entire small big full core new same product resulting combined');
/** What the user has read or heard is not their own. */
export const HEARSAY = wordSet(
  'read heard saw learned learnt believe believed know knew told hear wrote writes explained showed',
);
/** Denies what follows. */
export const DENIALS = wordSet(
  'without never no not neither nor none nobody cannot fail failed fails failing lacked lacks lack missed nowhere hardly declined refused abandoned cancelled canceled scrapped shelved postponed rejected avoided',
);
/** They have, run or use what somebody else made, where one of {@link RUNS} follows. */
export const CLIENTS = wordSet('customer customers client clients partner partners user users prospect prospects');
export const RUNS = wordSet(`
  run runs ran operate operates operated score scores scored process processes processed serve serves served handle
  handles handled have has had do does did see sees saw use uses used build builds built reach reaches reached
`);
/** Takes a denial back. */
export const TURNS = wordSet('but although though however then instead yet still');
/** Before a figure, these say that it is a difference and no level. */
export const DIFFERENCES = wordSet('by another extra additional');
/** Right before a figure, these make it a difference. */
export const CHANGED_BY = wordSet(`
  shaved shave shaves shaving trimmed trim cut cuts cutting saved save saves saving removed removes removing gained gains
  added adds adding add costs cost dropped drops fell fallen reduced reduces improved improves
`);
/** Right after a figure, these make it a difference. */
export const CHANGED_AFTER = wordSet(
  'off away extra improvement reduction saving savings gain penalty overhead slower',
);
/** Before a figure, or after it and a “were”: that much was not dealt with. */
export const LOSSES = wordSet(`
  dropped drops dropping lost loses losing discarded discards rejected rejects shed sheds skipped ignored missed misses
  throttled
`);
/** The figure is somewhat less than it says. */
export const LESS_THAN = wordSet('nearly almost below under less fewer barely shy short');
/** The figure is somewhat more than it says. */
export const MORE_THAN = wordSet('over above more beyond');
/** After a figure, these tell of the past or of an age. */
export const LONG_AGO = wordSet('before previously earlier ago old formerly originally');
/** One of the steps that an answer takes, not the whole. */
export const STEPS = wordSet(`
  hop hops lookup lookups fetch parsing serialisation serialization deserialisation deserialization handshake handshakes
  overhead queueing queuing leg stage jitter spent spends
`);
/** Short times that nobody waits for: neither a latency nor a response. */
export const NOT_A_WAIT = wordSet(`
  skew skews clock clocks drift jitter timeout timeouts window windows interval intervals refresh refreshes refreshed polls polled sample samples sampled sampling pause pauses gc garbage ttl
  retry retries backoff tick ticks poll polling heartbeat commit commits flush checkpoint checkpoints sleep lag frame
  frames debounce quantum bucket buckets offset
`);
/** “Chose a nightly model over a live one”: what stands after “over” was not done. */
export const CHOICES = wordSet(
  'chose choose chosen choosing prefer preferred picked pick favoured favored selected took',
);
/** “Switched it off”, “rolled it back”: it no longer holds. */
export const ENDS = wordSet('switched turned rolled shut reverted withdrew');
export const ENDED = wordSet('off back down');
/** “Decided against”: what follows was not done. */
export const DECIDED = wordSet('decided decide voted argued advised spoke recommended');
/** “A fraction of the 2M events”: nobody knows how many. */
export const PORTIONS = wordSet(
  'some part parts portion portions fraction fractions slice slices subset share sample bit',
);
