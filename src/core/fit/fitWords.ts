/** Words around a figure that show whether it is the user's own result. */
import { wordSet } from '../story/prose/vocabulary';

/** A goal, a limit or a possibility: the figure was not reached, or nothing says that it was. */
export const NOT_REACHED = wordSet(`
  goal goals target targets objective aim aims aimed aiming ambition hope hopes hoped plan plans planned planning want
  wants wanted intend intends intended promise promises promised expect expects expected should must need needs needed
  would could might may will shall can cannot if unless until budget budgets slo slos sla slas limit limits threshold
  deadline quota cap designed supposed tasked asked required requirement requires capable capacity roadmap forecast
  estimate estimated predicted hypothetical theoretically potentially asks demands wish wished
`);
/** After one of these, what stood before it was reached all the same. */
export const REACHED_AFTER_ALL = wordSet('beat exceeded reached met hit surpassed achieved delivered');
/** Measured where no user is. */
export const TRIALS = wordSet(`
  simulated simulation simulator synthetic benchmark benchmarks offline replay replayed replaying staging prototype demo
  lab sandbox recorded backtest backtested hackathon notebook emulated loadtest rehearsal
`);
export const TESTS = wordSet('test tests testing');
/** What one does for years; “I” stands before it, with no more than {@link BEFORE_VERB} between. */
export const EXPERIENCES = wordSet(`
  been was am worked work working led lead leading managed manage managing owned own owning ran run running spent serve
  served held built building shipped shipping
`);
export const BEFORE_VERB = wordSet('have had now also since then already ever always');
/** Before “test” or “tests”, these make it a trial of a machine. */
export const TRIAL_KINDS = wordSet('load stress performance bench soak lab');
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
/** What the user has read or heard is not their own. */
export const HEARSAY = wordSet('read heard saw learned learnt believe believed know knew told hear wrote writes');
/** Denies what follows. */
export const DENIALS = wordSet(
  'without never no not neither nor none nobody cannot fail failed fails failing lacked lacks lack missed nowhere hardly',
);
/** Takes a denial back. */
export const TURNS = wordSet('but although though however then instead yet still');
/** Before a figure, these say that it is a difference and no level. */
export const DIFFERENCES = wordSet('by another extra additional');
/** The figure is somewhat less than it says. */
export const LESS_THAN = wordSet('nearly almost below under less fewer barely');
/** The figure is somewhat more than it says. */
export const MORE_THAN = wordSet('over above more beyond');
/** After a figure, these tell of the past or of an age. */
export const LONG_AGO = wordSet('before previously earlier ago old formerly originally');
/** Short times that nobody waits for: neither a latency nor a response. */
export const NOT_A_WAIT = wordSet(`
  skew skews clock clocks drift jitter timeout timeouts window windows interval intervals pause pauses gc garbage ttl
  retry retries backoff tick ticks poll polling heartbeat commit commits flush checkpoint checkpoints sleep lag frame
  frames debounce quantum bucket buckets offset
`);
