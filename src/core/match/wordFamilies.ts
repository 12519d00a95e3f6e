/**
 * Words of working life that stand for much the same, so that a question about “a slow system” finds a story about
 * latency. Each family is its name and phrases between commas; each word of them stands for all of its forms.
 */
export const WORD_FAMILIES: readonly (readonly [title: string, phrases: string])[] = [
  [
    'pricing',
    `price, fee, charge, discount, monetise, subscription, yearly plan, paid plan, price list, willingness to pay,
    tariff, paywall, free tier, freemium, package, upsell, tier`,
  ],
  [
    'revenue',
    `revenue, sales, income, contribution, profit, arr, bookings, lifetime value, margin, bottom line, p l, commercial,
    business value, business result, gross profit`,
  ],
  [
    'keeping customers',
    `churn, retention, retain, renew, unsubscribe, left us, who had left, lapsed, win back, loyal, loyalty,
    cancellations, returning, come back, stayed with us, engagement, reactivate, dormant, habit`,
  ],
  [
    'a funnel',
    `funnel, conversion, convert, drop off, dropped out, onboarding, sign up, signup, activation, abandon, friction,
    checkout, registration, landing page, first visit, acquisition, application form, form`,
  ],
  [
    'a new market',
    `market, new country, country, region, expansion, expand, international, localise, abroad, enter a market, enter,
    new segment, geography, go to market, launch in`,
  ],
  [
    'competition',
    `competitor, competition, compete, rival, market leader, incumbent, beat, ahead of, differentiate, alternative`,
  ],
  [
    'a bug',
    `bug, defect, debug, trace, tracked down, race condition, race, concurrency, deadlock, lock, root cause, reproduce,
    intermittent, crash, memory leak, troubleshoot, diagnose, stack trace, idempotent, corrupted`,
  ],
  [
    'speed',
    `slow, fast, faster, latency, p50, p95, p99, optimise, performance, profile, cache, speed, response time, load time,
    ms, milliseconds, real time, quicker, turnaround, lead time, cycle time, bottleneck`,
  ],
  [
    'scale',
    `scale, scalability, throughput, high traffic, peak, load, traffic, shard, partition, capacity, million events,
    per second, million users, qps, queue, backpressure, concurrent users`,
  ],
  [
    'technical debt',
    `technical debt, tech debt, legacy, rewrite, rewrote, rewritten, refactor, monolith, microservices, modernise,
    deprecate, old system, replatform, migrate, test suite, maintainability, clean up, upgrade`,
  ],
  [
    'a technical choice',
    `architecture, technical direction, technical decision, technology choice, design document, design doc,
    design review, rfc, framework, microservices, technical depth, build or buy, build versus buy, system design,
    rewrite, protocol, standard`,
  ],
  [
    'keeping a system running',
    `incident, outage, downtime, was down, went down, site down, alert, pager, on call, monitor, observability,
    night pages, rota, reliability, unreliable, slo, sla, availability, uptime, post mortem, postmortem, drift,
    degrade, once it is live, keeps working, in production, roll back, fall back, restarted, on duty`,
  ],
  [
    'data systems',
    `data pipeline, pipeline, nightly job, a job, etl, batch, data warehouse, warehouse tables, data quality,
    data infrastructure, infrastructure, data platform, schema, broken feed, data feed, feed, ingestion,
    instrumentation, event tracking, tracking, each table, missing data, dirty data`,
  ],
  [
    'a model',
    `model, machine learning, ml, ai, algorithm, prediction, forecast, train, training data, classifier, recommender,
    llm, language model, neural, gradient boosted, scorecard, shadow, detector, assistant, chatbot, copilot, agent,
    prompt, hallucinate, invented, offline score, precision, recall, false positive, feature store, inference, genai,
    gpt, ranking, personalisation`,
  ],
  [
    'an experiment',
    `experiment, a b test, ab test, hold out, holdout, control group, incremental, causal, causation, correlation,
    randomise, matched, statistical, significance, hypothesis, lift, regression to the mean, counterfactual,
    attribution, switched off, by chance, tested, pilot`,
  ],
  [
    'a metric',
    `metric, kpi, north star, measure, okr, active users, success metric, vanity, goal, targets, scorecard,
    definition of success, define success, proxy, leading indicator, misled, misleading`,
  ],
  [
    'senior leaders',
    `executive, exec, board, ceo, cto, cfo, coo, chief, chief executive, c level, c suite, vp, vice president,
    leadership, general manager, founder, senior leaders, senior stakeholder, head of, director, pet project,
    favourite, favorite, president, upper management, hippo, minister, partners of the firm`,
  ],
  ['a manager', `manager, boss, supervisor, my lead, line manager, manage up, my director`],
  [
    'rules and regulators',
    `legal, compliance, compliant, regulator, regulatory, law, lawyers, audit, auditor, gdpr, hipaa, privacy,
    personal data, policy, certified, certification, licence, license, consent, inspector, inspection`,
  ],
  [
    'security',
    `security, secure, breach, vulnerability, attack, phishing, password, leaked, hacked, encryption, fraud, fraudulent,
    abuse, stolen`,
  ],
  [
    'outside partners',
    `vendor, supplier, agency, contractor, partner, partnership, third party, external, outsource, consultant, reseller,
    alliance, integration partner, their engineers`,
  ],
  [
    'a team in several places',
    `remote, distributed, time zone, offshore, across countries, hybrid, asynchronous, async, different locations,
    several sites, other office, global team, work from home`,
  ],
  [
    'hiring',
    `hire, recruit, candidates, job applications, build a team, build a strong team, strong team, grow a team,
    built the team, interviewers, raise the bar, talent, onboarded`,
  ],
  [
    'somebody’s growth',
    `career, promoted, mentor, coach, junior, graduate, new grad, intern, apprentice, less experienced, inexperienced,
    trainee, develop others, let him, let her, helping others, grow people, potential, sponsor, protégé, taught,
    new hire, newcomer, took under`,
  ],
  [
    'morale',
    `morale, burnout, burnt out, motivate, demotivated, turnover, handed in their notice, resign, quit, happiness,
    team's life, engagement survey, exhausted, overworked, stayed, attrition, spirits, team health,
    psychological safety, work life`,
  ],
  [
    'hard times',
    `layoff, laid off, let go, were let go, redundancy, made redundant, reorganisation, reorg, restructure, bad times,
    hard times, tough times, difficult times, downturn, uncertainty, merger, acquired, bankrupt, half the team,
    lost half`,
  ],
  [
    'weak performance',
    `underperform, low performer, poor performance, performance plan, performance improvement, fired, dismissed,
    not pulling, struggling, let someone go, weak performance, not meeting`,
  ],
  [
    'a late project',
    `slipped, late, delay, behind schedule, behind, overdue, months late, weeks late, deadline, milestone, over budget,
    off track, derailed, overrun, reported green, missed the date, new date, missed a deadline`,
  ],
  [
    'a large project',
    `break down, broke it down, broke them down, breaking, into pieces, smaller pieces, large project, complex project,
    complicated project, dependencies, programme, program, coordinate, workstreams, gave each an owner, plan of,
    multi year, end to end, critical path, many moving parts, scary`,
  ],
  [
    'what to leave out',
    `scope, descope, cut features, leave out, features, drop, cut what, backlog, mvp, say no, minimum, not to build,
    not build, cut the list, trimmed, removed, ruthless`,
  ],
  [
    'supply',
    `supply, supplier, supply chain, shortage, stock, out of stock, ran out, logistics, inventory, disruption,
    second source, factory, production line, shipment, delivery, procurement, customs`,
  ],
  [
    'quality',
    `quality, error rate, errors, defect rate, defects, rework, accuracy, accurate, returns, mistakes, tests,
    test coverage, review, standards, reliable`,
  ],
  [
    'fairness',
    `bias, biased, fairness, discrimination, underserved, inclusion, accessibility, screen reader, blind users,
    disability, diverse, equality, equity, responsible ai, excluded, minority, vulnerable, harm`,
  ],
  [
    'users seen at work',
    `user research, interviewed, sat beside, sat with, watched, visited, spent a day, spent nights, shadowed,
    night shifts, nights on, in person, first hand, firsthand, in the field, see the work, talk to users,
    talk to customers, get close to, close to customers, close to users, gemba, at home, ride along, understand users,
    user needs, customer insight, discovery`,
  ],
  [
    'one way for all',
    `standard, consolidate, unify, definition, define, one number, single source, source of truth, agree on, alignment,
    consistent, common, shared definition, harmonise`,
  ],
  [
    'simpler work',
    `simplify, simple, simpler, streamline, fewer, reduce complexity, complexity, automate, script, by hand, manual,
    self service, eliminated, saved hours, hours a week`,
  ],
  [
    'strategy',
    `strategy, strategic, vision, long term, short term, bet, opportunity, white space, unmet, untapped,
    no one else saw, foresee, foresaw, anticipate, trend, pivot, thesis, direction, big picture`,
  ],
  [
    'a risk that was taken',
    `risk, risky, bold, gamble, calculated risk, leap, stuck your neck out, took a chance, bet, daring, unproven`,
  ],
  [
    'a cooperation that was won back',
    `broken relationship, repaired, relationship, working relationship, trust back, regain trust, rebuild trust,
    rebuilt, win back trust, stopped talking, no longer spoke, co author, first meeting, earn trust,
    earned their trust, won back, gain trust, get users to trust, ignored by everybody, override, reconciled`,
  ],
  [
    'another team that had to help',
    `not cooperating, unresponsive, did not answer, unanswered, no interest in, unblock, blocked by, blocker,
    dependency on, waiting for, depended on another, external team, other team, get help from, escalate,
    slow to respond, their priorities, were measured by`,
  ],
  [
    'a dispute that was settled',
    `dispute, mediate, settle, two groups, each side, both sides, took sides, shouting, warring, feud, peace,
    compromise, truce, broker, opposing, contradictory, contradictory interests, competing interests, common ground,
    stand each other, could not stand, get on with, clash of`,
  ],
  [
    'bad news',
    `bad news, unwelcome, unpopular, deliver a message, difficult news, told the board, told everyone,
    told the customer, disappoint, findings, hard truth, uncomfortable truth, before she asked, before he asked,
    before they asked, transparent, candid, candour`,
  ],
  [
    'something that was explained',
    `explain, make understood, understood by, non technical, no formula, plain words, plain language, translate,
    analogy, one page, picture, simple terms, layman, clarity, teach, audience, presentation, storytelling, jargon,
    drew`,
  ],
  [
    'learning quickly',
    `learn quickly, ramp up, new domain, new field, taught myself, unfamiliar, from scratch, steep learning,
    outside your comfort zone, comfort zone, never done before, learn something new, learned a new,
    stretch assignment, deep end`,
  ],
  [
    'a new idea',
    `creative, innovation, invent, unconventional, new idea, original, outside the box, hackathon, patent, prototype,
    novel, experimenters, side project`,
  ],
  ['safety', `safety, safe, unsafe, danger, hurt somebody, harm, injury, injured, recall, hazard, near miss, protect`],
  [
    'the environment',
    `sustainability, carbon, emissions, energy, waste, thrown away, environment, recycling, climate, footprint`,
  ],
  [
    'selling',
    `pitch, prospect, quota, deal, account, close a deal, closed the deal, customer acquisition, objection, enterprise,
    contract, signed, tender, demo, buyer`,
  ],
  [
    'helping customers',
    `support tickets, ticket, complaint, refund, helpdesk, support saves, angry customer, upset customer,
    unhappy customer, service, went the extra mile, extra mile, apologised, call centre`,
  ],
  [
    'how it looks and works',
    `ux, usability, user experience, designer, interface, prototype, wireframe, visual, layout, navigation, typography,
    brand, redesign`,
  ],
  [
    'a community',
    `community, volunteers, open source, contributors, forum, events, meetup, charity, donors, fundraising`,
  ],
];
