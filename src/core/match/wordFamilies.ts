/**
 * Words of working life that stand for much the same, so that a question about “a slow system” finds a story about
 * latency. Each family is its name and phrases between commas; each word of them stands for all of its forms.
 */
export const WORD_FAMILIES: readonly (readonly [title: string, phrases: string])[] = [
  [
    'pricing',
    `price, pricing, fee, charge, discount, monetise, monetize, monetisation, monetization, subscription, yearly
    plan, paid plan, price list, willingness to pay, tariff, paywall, free tier, freemium, package, packaging,
    upsell, tier`,
  ],
  [
    'revenue',
    `revenue, sales, income, contribution, profit, profitable, profitability, arr, bookings, lifetime value, margin,
    bottom line, p l, commercial, business value, business result, gross profit`,
  ],
  [
    'keeping customers',
    `churn, retention, retain, renew, renewal, unsubscribe, left us, who had left, lapsed, win back, loyal, loyalty,
    cancellations, returning, come back, stayed with us, engagement, engaged, reactivate, dormant, habit`,
  ],
  [
    'a funnel',
    `funnel, conversion, convert, drop off, dropped out, onboarding, sign up, signup, sign ups, activation, abandon,
    friction, checkout, registration, landing page, first visit, acquisition, application form, form`,
  ],
  [
    'a new market',
    `market, new country, country, countries, region, expansion, expand, international, localise, localize, abroad,
    enter a market, enter, new segment, geography, go to market, launch in`,
  ],
  [
    'competition',
    `competitor, competition, compete, competitive, rival, market leader, incumbent, beat, ahead of, differentiate,
    alternative`,
  ],
  [
    'a bug',
    `bug, defect, debug, debugging, trace, traced, tracked down, race condition, race, concurrency, concurrent,
    deadlock, lock, root cause, reproduce, intermittent, crash, memory leak, troubleshoot, diagnose, stack trace,
    idempotent, idempotency, corrupted, corruption`,
  ],
  [
    'speed',
    `slow, fast, faster, latency, p50, p95, p99, optimise, optimize, optimisation, optimization, performance,
    profile, profiled, profiler, cache, cached, caching, speed, response time, load time, ms, milliseconds, real
    time, quicker, turnaround, lead time, cycle time, bottleneck`,
  ],
  [
    'scale',
    `scale, scaling, scalability, throughput, high traffic, peak, load, traffic, shard, partition, capacity, million
    events, per second, million users, qps, queue, backpressure, concurrent users`,
  ],
  [
    'technical debt',
    `technical debt, tech debt, legacy, rewrite, rewrote, rewritten, refactor, refactored, monolith, microservices,
    modernise, modernize, deprecate, deprecated, deprecation, old system, replatform, migrate, migration, migrated,
    test suite, maintainability, clean up, upgrade`,
  ],
  [
    'a technical choice',
    `architecture, architectural, technical direction, technical decision, technology choice, design document, design
    doc, design review, rfc, framework, microservices, technical depth, build or buy, build versus buy, system
    design, rewrite, protocol, standard`,
  ],
  [
    'keeping a system running',
    `incident, outage, downtime, was down, went down, site down, alert, pager, on call, monitor, monitoring,
    monitored, observability, night pages, rota, reliability, reliable, unreliable, slo, sla, availability, uptime,
    post mortem, postmortem, drift, degrade, once it is live, keeps working, in production, roll back, rolled back,
    fall back, falling back, restarted, on duty`,
  ],
  [
    'data systems',
    `data pipeline, pipeline, nightly job, a job, etl, batch, data warehouse, warehouse tables, data quality, data
    infrastructure, infrastructure, data platform, schema, schemas, broken feed, data feed, feed, ingestion,
    instrumentation, instrumented, event tracking, tracking, each table, missing data, dirty data`,
  ],
  [
    'a model',
    `model, machine learning, ml, ai, algorithm, algorithmic, prediction, predict, forecast, train, trained, training
    data, classifier, recommender, recommendation, llm, language model, neural, gradient boosted, scorecard, shadow,
    detector, assistant, chatbot, copilot, agent, prompt, hallucinate, hallucination, invented, offline score,
    precision, recall, false positive, feature store, inference, genai, gpt, ranking, personalisation,
    personalization`,
  ],
  [
    'an experiment',
    `experiment, experimentation, a b test, ab test, a b testing, hold out, holdout, control group, incremental,
    incrementality, causal, causation, causality, correlation, correlated, randomise, randomised, randomized,
    matched, statistical, statistically, significance, hypothesis, lift, regression to the mean, counterfactual,
    attribution, switched off, by chance, tested, pilot`,
  ],
  [
    'a metric',
    `metric, kpi, north star, measure, okr, okrs, active users, success metric, vanity, goal, targets, scorecard,
    definition of success, define success, proxy, leading indicator, misled, misleading`,
  ],
  [
    'senior leaders',
    `executive, executives, exec, board, ceo, cto, cfo, coo, chief, chief executive, c level, c suite, vp, vice
    president, leadership, general manager, founder, senior leaders, senior stakeholder, head of, director, pet
    project, favourite, favorite, president, upper management, hippo, minister, partners of the firm`,
  ],
  ['a manager', `manager, boss, supervisor, my lead, line manager, manage up, managing up, my director`],
  [
    'rules and regulators',
    `legal, compliance, compliant, regulator, regulation, regulatory, law, lawyers, audit, auditor, audited, gdpr,
    hipaa, privacy, personal data, policy, certified, certification, licence, license, consent, inspector,
    inspection`,
  ],
  [
    'security',
    `security, secure, breach, vulnerability, attack, attacker, phishing, password, leaked, hacked, encryption,
    fraud, fraudulent, abuse, stolen`,
  ],
  [
    'outside partners',
    `vendor, supplier, agency, contractor, partner, partners, partnership, third party, external, outsource,
    outsourced, consultant, consultancy, reseller, alliance, integration partner, their engineers`,
  ],
  [
    'a team in several places',
    `remote, remotely, distributed, time zone, time zones, offshore, across countries, hybrid, asynchronous, async,
    different locations, several sites, other office, global team, work from home`,
  ],
  [
    'hiring',
    `hire, hires, hired, hiring, recruit, recruited, recruiting, candidates, job applications, build a team, build a
    strong team, strong team, building a team, grow a team, built a team, built the team, interviewers, raise the
    bar, talent, onboarded`,
  ],
  [
    'somebody’s growth',
    `career, careers, promoted, promotion, mentor, mentored, coach, coached, junior, graduate, new grad, intern,
    apprentice, less experienced, inexperienced, trainee, develop others, let him, let her, helping others, grow
    people, potential, sponsor, protégé, taught, teach, new hire, newcomer, took under`,
  ],
  [
    'morale',
    `morale, burnout, burnt out, burned out, motivate, motivation, demotivated, motivated, turnover, handed in their
    notice, resign, resigned, quit, happiness, team's life, engagement survey, exhausted, overworked, stayed,
    attrition, spirits, team health, psychological safety, work life`,
  ],
  [
    'hard times',
    `layoff, layoffs, laid off, let go, were let go, redundancy, redundancies, made redundant, reorganisation,
    reorganization, reorg, restructure, restructuring, bad times, hard times, tough times, difficult times,
    downturn, uncertainty, merger, acquired, bankrupt, half the team, lost half`,
  ],
  [
    'weak performance',
    `underperform, underperformer, underperforming, low performer, poor performance, performance plan, performance
    improvement, fired, dismissed, not pulling, struggling, let someone go, weak performance, not meeting`,
  ],
  [
    'a late project',
    `slipped, slip, late, delay, delayed, behind schedule, behind, overdue, months late, weeks late, deadline,
    milestone, over budget, off track, derailed, overrun, reported green, missed the date, new date, missed a
    deadline`,
  ],
  [
    'a large project',
    `break down, broke down, broke it down, broke them down, breaking, into pieces, smaller pieces, large project,
    complex project, complicated project, dependencies, dependency, programme, program, coordinate, coordinated,
    coordination, workstreams, gave each an owner, plan of, multi year, end to end, critical path, many moving
    parts, scary`,
  ],
  [
    'what to leave out',
    `scope, descope, descoped, cut features, leave out, left out, features, drop, dropped, cut what, backlog, mvp,
    say no, said no, minimum, not to build, not build, cut the list, trimmed, removed, ruthless, remove`,
  ],
  [
    'supply',
    `supply, supplier, supply chain, shortage, stock, out of stock, ran out, logistics, inventory, disruption,
    disrupted, second source, factory, production line, shipment, delivery, procurement, customs`,
  ],
  [
    'quality',
    `quality, error rate, errors, defect rate, defects, rework, accuracy, accurate, returns, mistakes, tests,
    testing, test coverage, review, standards, reliable`,
  ],
  [
    'fairness',
    `bias, biased, fairness, fair, discrimination, discriminate, discriminated, underserved, inclusion, inclusive,
    accessibility, accessible, screen reader, blind users, disability, disabled, diverse, diversity, equality,
    equity, responsible ai, excluded, minority, vulnerable, harm`,
  ],
  [
    'users seen at work',
    `user research, interviewed, sat beside, sat with, watched, visited, spent a day, spent nights, shadowed,
    shadowing, night shifts, nights on, in person, first hand, firsthand, in the field, see the work, talk to users,
    talk to customers, talked to customers, get close to, close to customers, close to users, gemba, at home, ride
    along, understand users, user needs, customer insight, discovery`,
  ],
  [
    'one way for all',
    `standard, standardise, standardize, consolidate, consolidated, unify, unified, definition, define, defined, one
    number, single source, source of truth, agree on, agreed on, alignment, consistent, consistency, common, shared
    definition, harmonise`,
  ],
  [
    'simpler work',
    `simplify, simplified, simple, simpler, streamline, fewer, reduce complexity, complexity, automate, automated,
    automation, script, by hand, manual, manually, self service, eliminated, saved hours, hours a week`,
  ],
  [
    'strategy',
    `strategy, strategic, vision, long term, short term, bet, opportunity, white space, unmet, untapped, no one else
    saw, foresee, foresaw, anticipate, anticipated, trend, pivot, thesis, direction, big picture`,
  ],
  [
    'a risk that was taken',
    `risk, risky, bold, gamble, calculated risk, leap, stuck your neck out, took a chance, bet, daring, unproven`,
  ],
  [
    'a cooperation that was won back',
    `broken relationship, repaired, repair, relationship, working relationship, trust back, regain trust, rebuild
    trust, rebuilt, win back trust, stopped talking, no longer spoke, co author, first meeting, earn trust, earned
    their trust, won back, gain trust, get users to trust, ignored by everybody, override, reconciled`,
  ],
  [
    'another team that had to help',
    `not cooperating, unresponsive, did not answer, unanswered, no interest in, unblock, unblocked, blocked by,
    blocker, dependency on, waiting for, depended on another, external team, other team, get help from, escalate,
    escalated, slow to respond, their priorities, were measured by`,
  ],
  [
    'a dispute that was settled',
    `dispute, mediate, mediated, mediator, settle, settled, two groups, each side, both sides, took sides, shouting,
    warring, feud, peace, compromise, truce, broker, brokered, opposing, contradictory, contradictory interests,
    competing interests, common ground, stand each other, could not stand, get on with, clash of`,
  ],
  [
    'bad news',
    `bad news, unwelcome, unpopular, deliver a message, difficult news, told the board, told everyone, told the
    customer, disappoint, findings, hard truth, uncomfortable truth, before she asked, before he asked, before they
    asked, transparent, transparency, candid, candour`,
  ],
  [
    'something that was explained',
    `explain, explained, make understood, understood by, non technical, no formula, plain words, plain language,
    translate, analogy, one page, picture, simple terms, layman, clarity, teach, audience, presentation, presented,
    storytelling, jargon, drew`,
  ],
  [
    'learning quickly',
    `learn quickly, learned quickly, ramp up, ramped up, new domain, new field, taught myself, unfamiliar, from
    scratch, steep learning, outside your comfort zone, comfort zone, never done before, learn something new,
    learned a new, stretch assignment, deep end`,
  ],
  [
    'a new idea',
    `creative, creativity, innovation, innovative, invent, unconventional, new idea, original, outside the box,
    hackathon, patent, prototype, novel, inventive, experimenters, side project`,
  ],
  [
    'safety',
    `safety, safe, unsafe, danger, dangerous, hurt somebody, harm, harmed, injury, injured, recall, recalled, hazard,
    near miss, protect`,
  ],
  [
    'the environment',
    `sustainability, sustainable, carbon, emissions, energy, waste, thrown away, environment, recycling, climate,
    footprint`,
  ],
  [
    'selling',
    `pitch, prospect, prospects, quota, deal, account, close a deal, closed the deal, customer acquisition,
    objection, enterprise, contract, signed, tender, demo, buyer, buyers`,
  ],
  [
    'helping customers',
    `support tickets, ticket, tickets, complaint, complaints, refund, refunded, helpdesk, support saves, angry
    customer, upset customer, unhappy customer, service, went the extra mile, extra mile, apologised, call centre`,
  ],
  [
    'how it looks and works',
    `ux, usability, user experience, designer, design, interface, prototype, wireframe, visual, layout, navigation,
    typography, brand, redesign, redesigned`,
  ],
  [
    'a community',
    `community, volunteers, volunteer, open source, contributors, forum, events, meetup, charity, donors, fundraising`,
  ],
];
