/** What questions ask about the work itself, and what stories say that tell of it: see `concepts.ts`. */
import type { WrittenTheme } from './writtenTheme';

export const WORK_THEMES: readonly WrittenTheme[] = [
  {
    id: 'priorities',
    title: 'what came first, and what waited',
    asks: `priority, prioritise, prioritize, prioritisation, prioritization, competing, everything is urgent, do first,
    roadmap, limited resources, juggle, at once, decide which, choose which, pursue, focus on, where to start,
    decide what, first things, triage, organise your work, organize your work, prospects, leave out, left out, what
    to cut, cut scope, say no to, not build, scope, focus, tradeoffs between features, too many requests, stack
    rank, allocate`,
    tells: `priority, prioritise, prioritize, order of work, put off, by risk, moved ahead, side by side, came first, cut
    the list, ranked, sequenced, postponed, deferred, backlog, triage, which of the, dropped, scored, struck off,
    could wait, left the, grouped, cut what, threw out the, asked which they would, could not do without, largest
    hole, most important first, risk first`,
  },
  {
    id: 'pressure',
    title: 'little time',
    asks: `pressure, deadline, little time, short staffed, busy, stress, stressful, tight, quickly, urgent, urgency,
    crisis, emergency, calm, on fire, hectic, cope, hard deadline, short notice, very short, schedule, back on
    track, behind schedule, little notice, under stress, overwhelmed, time pressure, fast moving, rush, rushed, last
    minute, tight timeline, race against, against the clock`,
    tells: `deadline, hours left, days left, within hours, within days, in one night, half the staff, at night, overnight,
    until monday, by friday, by monday, every hour, half hour, last minute, weekend, urgent, before the launch,
    before the deadline, short of, in six hours, in ten days, in two weeks, within the week, last week of, on shift,
    that day, in four days, at short notice, the same night, weeks away, same day, on saturday, in three weekends,
    days before`,
  },
  {
    id: 'crisis',
    title: 'an emergency or outage',
    asks: `crisis, outage, incident, emergency, went wrong, go wrong, goes wrong, disaster, unexpected, on fire, fire,
    major outage, things go wrong, falls apart, fall apart, fell apart, worst day, catastrophe, accident,
    disruption, calm, supply disruption, production incident, things went south, everything went wrong, site down,
    disrupted, war room`,
    tells: `outage, incident, on call, ran out, went down, post mortem, postmortem, rolled back, rolled the release back,
    emergency, broke down, breach, recall of, leak, crash, failure of, both failed, ovens failed, alarm, evacuated,
    corrupted, down for, half the staff, failed, storm, died, fire, was down, closed on, shut, gave way, flood,
    power cut, got everyone out, collapsed, accident, was hurt, hurt, flooded, under water, took the site down,
    locked the table, ran out of, called back, recall`,
  },
  {
    id: 'ambiguity',
    title: 'an unclear start',
    asks: `ambiguity, ambiguous, vague, unclear, uncertain, uncertainty, incomplete, no clear, undefined, unknown, no
    playbook, from scratch, never done before, little information, not enough information, from nothing, from zero,
    from a blank, unfamiliar, first time, no one had done, with nothing, fuzzy, blurry, requirements were, lack of
    clarity, no roadmap, greenfield, figure it out, blank slate, undefined problem, not know where, unknowns, no
    precedent`,
    tells: `nobody knew, no one knew, no specification, no brief, unclear, vague, uncertain, unknown, not defined, throw
    away, narrowed it down, had no data, guess, assumption, open question, from scratch, first of its kind, no
    leads, no predecessor, from no, empty, had never, nobody had a, no record, no map, no list, no owner, nobody
    knew where, what I did not know, did not know where, no one owned, first list, no process, nobody could say`,
  },
  {
    id: 'data',
    title: 'a decision from data',
    asks: `data, metric, analyse, analyze, analysis, analytical, root cause, to its root, diagnose, debug, measure,
    evidence, numbers, assessment, assess, reproduce, troubleshoot, troubleshooting, consistent, fair, logic,
    investigate, figure out, detect, spot, decide which, hard facts, misled, misleading, correlation, causation,
    statistical, quantitative, hypothesis, insight, incrementality, north star, proved, prove, model, forecast, dig
    into, dug into, number, dive deep, deep dive, hard bug, bug`,
    tells: `measured, hold out, split it, split the, counted, traced, logs, analysed, analyzed, found that, figures, survey,
    cohort, by day, by weekday, left why, dashboard, regression, segment, sql, tracked, baseline, correlated,
    sampled, root cause, tagged, logged, noted, matched, scored, listed, marked, compared, worked out what, side by
    side, reproduce, per cent of, record, findings, saw no link, no link with, the difference was, counted what,
    profiled, by chance, showed the two lines, by age, asked for the results, looked at what, in shadow`,
  },
  {
    id: 'experiment',
    title: 'a test before the decision',
    asks: `experiment, a b test, tested, hypothesis, pilot, prototype, cheaply, mvp, innovation, innovative, took a risk,
    risk you took, new idea, trial, tried something new, try something new, risk, incrementality, test and learn,
    controlled, validated, validate, validation, assumption, test an idea`,
    tells: `ran a test, a test on, test in which, by lot, tried it, pilot, prototype, hold out, tested it, in one shop, on
    one service, on one shift, experiment, a b test, control group, randomised, randomized, hypothesis, beta, trial,
    mock up, mockup, landing page, at the second attempt, for a quarter, in shadow, hold out without`,
  },
  {
    id: 'trade-off',
    title: 'a trade-off',
    asks: `trade off, tradeoff, hard decision, difficult decision, tough call, tough decision, balance, versus, cost and
    quality, choose between, sacrifice, compromise, sacrificed, give up, gave up, put first, put before, safety
    before, unpopular decision, short term, long term, trade, expense, at great expense, pay a price, weigh,
    weighed, gave something up, lesser evil, quality or speed, speed versus`,
    tells: `instead of, gave up, options, we accepted, rather than, chose, at the cost of, the price of, trade off,
    tradeoff, alternative, cost me, the delay cost, compromise, given up, gave up the, against, missed the date,
    stale, longer, although, missed`,
  },
  {
    id: 'cost',
    title: 'money that was saved',
    asks: `cost, save money, saved money, budget, efficiency, efficient, cheaper, spend, waste, resources, with less, more
    with less, doing more, costs down, cut costs, afford, economical, frugal, achieving more, lean, small budget, no
    budget, reduce spend, optimise spend, bill`,
    tells: `saved, saving, cost per, cost fell, cheaper, waste, a year saved, budget, spend, cut the cost, cut the bill,
    reduced the cost, reduced cost, reduced the bill, without a new, with the same, less than, for less, bought for,
    the cheapest, no budget, with no budget, not spent`,
  },
  {
    id: 'growth',
    title: 'money that was earned',
    asks: `revenue, grow a business, grow the business, grew, sales, pricing, price, monetise, monetize, business impact,
    bottom line, win, biggest win, biggest deal, pipeline, grow, new clients, new business, market, prospects,
    monetisation, monetization, pricing decision, growth, valuable, entering a market, new market, expand, most
    valuable, acquire customers, conversion, retention`,
    tells: `revenue, conversion, first year, renewals, second orders, sales rose, price list, upsell, arr, gmv, sign ups,
    signups, paying customers, market share, grew, contract, signed, from no, clients, quota, renewals rose, deal,
    largest contract, rose by, revenue per, more visitors, chose it`,
  },
  {
    id: 'launch',
    title: 'a launch to production',
    asks: `launch, shipped, ship, production, roll out, rolled out, end to end, deliver a product, from scratch, beat a
    competitor, to market, time to market, go live, entering a market, release, new product, zero to one, 0 to 1,
    rushed a launch, launch you`,
    tells: `rolled out, roll out, rollout, launch, shipped, production, went live, released, beta, first version, mvp, cut
    over, migrated, migration, launched it, in shadow, certified, is in production, within a year`,
  },
  {
    id: 'scale',
    title: 'scale and speed',
    asks: `scale, scaling, latency, throughput, faster, performance, streaming, real time, high volume, system`,
    tells: `per second, p99, p95, p90, ms, million events, million predictions, million users, latency, throughput, stream,
    per day, per hour, per minute, shard, partition, cache, queries, requests, tb, gb`,
  },
  {
    id: 'model',
    title: 'a model in production',
    asks: `machine learning, ml, model, ai, data scientist, data science, llm, recommendation, algorithm, prediction,
    predict, forecast, forecasting, ai feature, genai, generative, neural, training data, recommender,
    recommendation system, keeps working, live model, drift, deploy a model, alternative data`,
    tells: `model, inference, feature store, recall, precision, detector, training data, prediction, llm, score on,
    classifier, fine tuned, embedding, drift, labels, auc, f1, forecast, trained, gradient boosted, scorecard,
    language model, in shadow, recommender, algorithm, routes, monitoring, distribution, hallucinated, invented,
    assistant`,
  },
  {
    id: 'change',
    title: 'plans that had to change',
    asks: `adapt, adapting, adapted, adaptable, flexible, flexibility, short notice, change of plan, plans changed, plan
    falls, plan fell, falls apart, pivot, resilient, resilience, setback, unforeseen, sudden, suddenly, recover,
    recovered, back on track, changed circumstances, bad times, reorganisation, reorg, layoff, change management,
    disruption, adversity, bounce back, hardship, turnaround`,
    tells: `closed on, was shut, dropped the, changed course, improvised, switched, made do, kept going, by hand, storm, in
    place of, started over, drew up, was put right, second source, flew to, the same night, let go on`,
  },
];
