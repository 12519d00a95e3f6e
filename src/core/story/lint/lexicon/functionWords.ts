/** Small closed classes: function words and the vocabulary of goals, sizes and pay. */
export const FIRST = "i i'd i've i'm i'll";
export const MINE = 'my mine me myself';
export const WE = "we we'd we've we're we'll our ours us ourselves";

export const TEAM = `
  engineer+ pm+ designer+ report+ reports people person colleague+ teammate+ team+ squad+ tribe+ pod+ headcount staff
  scientist+ manager+ hire+ contractor+ intern+ office+ department+ timezone+ zones offices crew+ stakeholder+
  employee+ org+ directs fte+ ftes researcher+ architect+ consultant+ qa group+ vp+ director+ executive+ leader+
`;

export const GOALS = `
  goal+ target+ aim aims aimed aiming objective+ hoped hope hopes hoping wanted want wants planned plan plans expected
  expecting tasked asked supposed okr+ ambition+ mandate aspiration+ intended needed trying mission promise promised
  brief targeted
`;

export const BE = `
  is are was were be been being am stands sits runs takes averages remains holds serves answers responds hovers stays
  returns handles processes scores loads completes finishes costs hits measures reads
`;

export const NOW = 'now today currently nowadays presently';

export const BEFORE = `
  before previously was were had formerly originally initially baseline earlier used prior old once began started
  start against versus vs compared up down instead
`;

export const SCOPE = `
  company startup business organisation organization corporation budget budgets fund funding funded market industry
  valuation valued raised round investment invested investing series unicorn fintech division portfolio opportunity
  tam enterprise bank conglomerate retailer subsidiary firm unit line p&l marketplace scaleup quota
`;

export const SLO = 'slo slos sla slas sli slis errorbudget servicelevel deadline budgeted latencybudget';

export const COMPARATIVES = `
  faster slower cheaper quicker lower higher smaller larger bigger shorter longer fewer less more better worse
  smoother easier simpler leaner richer cleaner tighter stronger safer happier sooner costlier
`;

/** Listed so that "won't" and "can't" are read as words of their own, and not as forms of "won" and "can". */
export const NOT = `
  no not never none without nobody nothing didn't don't doesn't wasn't weren't isn't hardly neither nor cannot can't
  won't couldn't
`;

export const CHANGE_NOUNS = `
  increase+ decrease+ growth improvement+ reduction+ drop+ gain+ lift jump+ boost+ savings saving decline+ uplift
  spike+ surge+ rise fall cut+ success successes win+ impact difference+ result+ progress speedup+ upswing leap+
  effect+ return+ acceleration expansion outcome+ benefit+ value amount+ number+ volume+ portion+ share proportion+
  chunk+ percentage majority quantity quantities
`;

/** Pay: what an offer's notes and a script ask for. */
export const PAY = `
  base equity salary salaries compensation comp signon signing bonus bonuses tc rsu rsus stock stocks grant grants
  shares package offer pay vesting options raise
`;

export const ASK = `
  ask asks asking asked request requests requesting requested propose proposes proposing proposed counter countering
  countered expect expecting target targeting want wanted seek seeking looking hoping hope need deserve deserves
  should could would like adjust bring raise increase move match revisit improve reconsider
`;

export const MARKET = `
  market markets average averages median medians percentile percentiles levels levelsfyi glassdoor blind benchmark
  benchmarks typical typically going comparable comparables comps peers industry payscale salarycom survey surveys
  standard competing competitor competitors elsewhere rates others norm norms ranges band bands similar colleagues
  cola inflation radford pave carta
`;
