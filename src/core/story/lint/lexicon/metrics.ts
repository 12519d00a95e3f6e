import type { MetricGroup } from './classes';

/** Business metrics by group. A final `+` gives the plural as well. Words are spelled without their hyphens. */
export const BUSINESS = {
  revenue: `
    revenue+ arr mrr acv tcv gmv gmb gtv tpv sales bookings profit+ profitability ebitda arpu arpa arppu ltv clv cltv
    turnover earnings income upsell+ crosssell+ nrr ndr grr renewal+ aov ecpm roas roi takerate monetisation
    monetization margin+ revenues donations topline
  `,
  cost: `
    cost+ spend spending expense+ opex capex cogs bill+ cac cpa cpc cpl overspend waste savings burn fees chargeback+
    refund+ writeoff+ fraud losses shrinkage penalties
  `,
  churn: `
    churn retention attrition cancellation+ cancelation+ lapse+ defection+ dropout+ abandonment dropoff+ noshow+
  `,
  conversion: `
    conversion+ activation+ ctr clickthrough+ signup+ registrations winrate optin+ optout+ uptake replies openrate
    completion completions acceptance mqls leads
  `,
  usage: 'dau mau wau adoption engagement stickiness watchtime penetration marketshare attendance',
  satisfaction: 'nps csat ces satisfaction rating+ star+ sentiment enps',
  support: 'ticket+ complaint+ escalation+ callouts disputes inquiries enquiries backlog',
  cycle: `
    onboarding turnaround leadtime cycletime timetovalue timetomarket productivity handlingtime overtime stockout+
    readmission+ injuries deaths accidents emissions timetohire vacancies absenteeism
  `,
} satisfies Partial<Record<MetricGroup, string>>;

/**
 * What is counted where business is done, but does not measure it by itself: "checkout latency" is a technical figure.
 */
export const OBJECTS = `
  orders purchases transactions payments checkouts loans claims proposals invoices baskets sessions visits pageviews
  impressions traffic clicks downloads installs searches logins listens views seats licences licenses subscriptions
  deals contracts trials upgrades reviews contacts calls pages incidents cases opportunities appointments deliveries
  shipments trips rides referrals reservations policies listings hours manhours personhours workdays jobs
  prescriptions meals lives sales
`;

/** The other side of the product, by group "usage". Only plurals: "the user service" is software. */
export const USERS = `
  users customers clients subscribers members shoppers buyers sellers merchants advertisers publishers creators
  patients students learners teachers pupils drivers riders passengers guests hosts travellers travelers viewers
  listeners readers players gamers visitors accounts households citizens borrowers lenders tenants landlords retailers
  vendors suppliers partners agencies businesses enterprises smbs consumers donors candidates applicants recruiters
  brokers policyholders cardholders couriers farmers clinicians nurses doctors hospitals schools pharmacies libraries
  bakeries hotels garages clinics practices restaurants stores shops analysts operators tutors parents families fans
  followers payers logos workspaces organisations organizations admins marketers dispatchers couples diners cooks
  caregivers carers homeowners renters agents underwriters claimants editors moderators pharmacists planners
  warehouses developers devs
`;

/** Technical metrics by group. */
export const TECHNICAL_METRICS = {
  latency: `
    latency latencies p50 p75 p90 p95 p99 p999 ttfb lcp fcp inp tti tbt responsetime loadtime lag roundtrip rtt tail
    millisecond+ staleness freshness coldstart+ jitter
  `,
  throughput: 'throughput qps rps tps iops bandwidth ingestion concurrency',
  error: `
    error+ bug+ defect+ crash crashes timeout+ failure+ exception+ rollback+ regression+ falsepositive+ falsenegative+
    alert+ 5xx outage+ retry retries
  `,
  availability: 'uptime downtime availability reliability mttr mttd mtbf nines durability',
  quality: `
    accuracy precision recall f1 auc rocauc auroc rmse mae mape ndcg bleu rouge wer perplexity logloss coverage
    hallucination+ hitrate gini lighthouse recall10 r2
  `,
  compute: 'cpu gpu utilisation utilization instances node+ server+ replica+ shard+ partition+ core+ pods fps',
  memory: 'memory ram storage disk bundle+ payload+ footprint bytes heap weight',
  cycle: 'deploy+ deployment+ deploys releases compile leadtimes tests flakiness',
} satisfies Partial<Record<MetricGroup, string>>;

/** Words that make a duration a latency, a build time or the like, rather than how long something took. */
export const TECHNICAL_TIME = `
  response load render rendering inference scoring request+ startup boot endpoint+ sync refresh query queries respond
  responds answers answer loads loaded rendered nightly
`;
export const BUILD_TIME = 'build builds compile ci deploy deployment+ training recovery failover';

/** What a duration measures for users or the business: "onboarding time", "time to resolution". */
export const BUSINESS_TIME = `
  resolution onboarding turnaround approval+ fulfilment fulfillment handling cycle settlement payout+ reimbursement+
  closing underwriting wait waiting queue hire ramp rampup setup checkin delivery shipping procurement close
  reconciliation implementation integration reporting refund+ claim+
`;
