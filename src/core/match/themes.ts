/**
 * What questions of an interview are about beyond their words: “a time you failed” is answered by a story that says “I
 * was wrong”. Each theme has what a question says that asks for it, and what a story says that tells of it, as phrases
 * between commas; each word of them stands for all of its forms.
 */
import { wordsOf } from './stems';

interface NamedTheme {
  readonly id: string;
  /** Named in the reason for a match: “it tells of …”. */
  readonly title: string;
}

interface WrittenTheme extends NamedTheme {
  readonly asks: string;
  readonly tells: string;
}

/** A theme with its phrases in stems. */
export interface Theme extends NamedTheme {
  readonly asks: readonly string[];
  readonly tells: readonly string[];
}

let read: readonly Theme[] | undefined;

/** Read when first asked for: stemming two thousand words would take a good part of the extension's start. */
export function themes(): readonly Theme[] {
  return (read ??= THEMES.map((each) => ({ ...each, asks: phrases(each.asks), tells: phrases(each.tells) })));
}

function theme(id: string, title: string, asks: string, tells: string): WrittenTheme {
  return { id, title, asks, tells };
}

const phrases = (list: string): string[] => list.split(',').map((phrase) => spaced(phrase));

/** The words of a text in their stems, with a space around each, so that a phrase can be looked for. */
export function spaced(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}

const THEMES: readonly WrittenTheme[] = [
  theme(
    'failure',
    'a failure or a mistake',
    `fail, failure, mistake, regret, went wrong, bad decision, got wrong, got it wrong, differently, weakness,
    setback, screwed up, messed up, did not work, didn't work, shortcoming, hindsight, error, wrong, slip up, slip,
    worst, let down, let someone down, blunder, fault, learned the hard way, lesson learned, missed, miss a target,
    disappointed, lose trust, lost trust, recover`,
    `mistake, fail, failure, was wrong, been wrong, should have, had not asked, underestimated, ignored, forgot,
    forgotten, my fault, misjudged, misread, overlooked, my error, was late, missed the, never shipped, did not work,
    cost us, wrong call, the hard way, hindsight, I had not, broke the, careless, in a hurry, deleted, wrongly, took
    back, retraction, retracted, skipped, never have, because of me, my mistake, owned up, apologised, apologized,
    did not exist, the truth, missed my, lost the, cost me, lost trust, trust fell, mixed up, too soon, too late, I
    let a, regret`,
  ),
  theme(
    'feedback',
    'feedback that was used',
    `feedback, criticism, criticised, criticized, coachable, review of your work, harsh review, review, reviewer,
    criticise, criticize, appraisal, take on board`,
    `feedback, told me, criticism, criticised, criticized, hard review, restated, changed my mind, pointed out to me,
    reviewer, reviewers, remarks, appraisal, called the`,
  ),
  theme(
    'conflict',
    'a conflict or disagreement',
    `conflict, disagree, disagreement, difficult colleague, difficult coworker, difficult person, difficult
    stakeholder, push back, pushed back, clash, tension, argument, opposed, get along, hard to work with,
    personality, confront, dispute, friction, quarrel, feud, fall out, fell out, dislike, difficult conversation,
    tense, cooperate, co operate, stuck, at odds, difficult customer, difficult parent, difficult client, unhappy`,
    `disagreed, disagreement, objected, against it, refused, argued, fought, blamed, apologised, apologized, change
    her mind, change his mind, change their mind, clash, insisted, did not agree, opposed, sceptical, skeptical,
    frustrated, escalated, heated, tension, resisted, pushed back, conflict, accused, threatened, no longer spoke,
    would not, blamed each other, each other, claimed, both sides, quarrel, dispute, shouted, saw each alone, we
    said, they said, complaint against, did not speak, critic, hated`,
  ),
  theme(
    'influence',
    'people who were won over',
    `influence, persuade, convince, buy in, without authority, win over, won over, align, alignment, stakeholder,
    resist, resistance, cross functional, sell an idea, sold an idea, change someone's mind, change minds,
    executives, get people to, get colleagues, get others to, colleagues to change, change the way, adopt, change a
    leader, change mind, leader's mind, resisted, resistant, something they did not want, reluctant, use numbers,
    painful change, managing change, manage change, change management`,
    `convinced, persuaded, nobody reporting to me, without authority, won over, agreed, against it, objected, bought
    in, buy in, took it to, own terms, signed off, got leave, showed the figures, sceptical, skeptical, approved,
    approval, came round, brought round, made the case, sponsor, champion, aligned, won them over, won her over, won
    him over, had no title, no title, loudest critic, put before, before the board, without names, asked which, let
    them, had them agree`,
  ),
  theme(
    'refusal',
    'something that was stopped or refused',
    `say no, saying no, said no, kill, stop, sunset, deprioritise, deprioritize, shut down, cancel, stand up to, stood
    up to, turn down, unpopular, stood your ground, held your ground, hold your ground, walk away, walked away,
    refuse, refused, draw the line, unpopular decision, stand firm`,
    `stopped, stopping, cancelled, close it, closed it, closing, said no, sunset, shut down, shut it down, killed,
    would not, taken off, turned down, declined, pulled the plug, put an end, wound down, retired, dropped the,
    refused, walked away, left the table, let it rest, stood down, sent everyone, unpopular, stood firm`,
  ),
  theme(
    'priorities',
    'what came first, and what waited',
    `priority, prioritise, prioritize, prioritisation, prioritization, competing, everything is urgent, do first,
    roadmap, limited resources, juggle, at once, decide which, choose which, pursue, focus on, where to start, decide
    what, first things, triage, organise your work, organize your work, prospects`,
    `priority, prioritise, prioritize, order of work, put off, by risk, moved ahead, side by side, came first, cut the
    list, ranked, sequenced, postponed, deferred, backlog, triage, which of the, dropped, scored, struck off, could
    wait, left the, grouped`,
  ),
  theme(
    'pressure',
    'little time',
    `pressure, deadline, little time, short staffed, busy, stress, stressful, tight, quickly, urgent, urgency, crisis,
    emergency, calm, on fire, hectic, cope, hard deadline, short notice, very short, schedule, back on track, behind
    schedule, little notice, under stress, overwhelmed`,
    `deadline, hours left, days left, within hours, within days, in one night, half the staff, at night, overnight,
    until monday, by friday, by monday, every hour, half hour, last minute, weekend, urgent, before the launch,
    before the deadline, short of, in six hours, in ten days, in two weeks, within the week, last week of, on shift,
    that day, in four days, at short notice`,
  ),
  theme(
    'crisis',
    'an emergency or outage',
    `crisis, outage, incident, emergency, went wrong, go wrong, goes wrong, disaster, unexpected, on fire, fire, major
    outage, things go wrong, falls apart, fall apart, fell apart, worst day, catastrophe, accident, disruption, calm`,
    `outage, incident, on call, ran out, went down, post mortem, postmortem, rolled back, rolled the release back,
    emergency, broke down, breach, recall of, leak, crash, failure of, both failed, ovens failed, alarm, evacuated,
    corrupted, down for, half the staff, failed, storm, died, fire, was down, closed on, shut, gave way, flood, power
    cut, got everyone out, collapsed, accident, was hurt, hurt`,
  ),
  theme(
    'leadership',
    'leading a team',
    `lead a team, led a team, leading a team, leadership, led, leader, managed a team, motivate, turnover, retention
    of staff, hire, hiring, lead people, leading people, manage people, managing people, head a, in charge, run a
    team, bring a project`,
    `I led, led a, team of, group of, hired, hiring, motivated, trained, my team, managed a, built a team, direct
    reports, grew the team, delegated, headed, rookies`,
  ),
  theme(
    'mentoring',
    'somebody who grew',
    `mentor, mentoring, coach, help others, grow others, others grow, develop people, develop others, develop someone,
    struggling, junior, teach, taught, support a colleague, new hire, new hires, newcomer, new starter, new joiner,
    new teacher, new colleague, settle in, up to speed, onboard, supervise, supervision, train, training someone,
    bring on, young people, apprentice, students, trainee, bring new, nurture`,
    `mentor, mentored, coached, paired with, intern, graduate, met her every, met him every, met them every, let her,
    let him, had her lead, had him lead, trained, promoted, came back full time, junior, apprentice, taught, trainee,
    one to one, onboarded, took over from me, rookies, her own, sat with her, sat with him, went over, she passed, he
    passed, qualified, taught the, she came, he came, undergraduate, student, each week, gave her one, gave him one`,
  ),
  theme(
    'ambiguity',
    'an unclear start',
    `ambiguity, ambiguous, vague, unclear, uncertain, uncertainty, incomplete, no clear, undefined, unknown, no
    playbook, from scratch, never done before, little information, not enough information, from nothing, from zero,
    from a blank, unfamiliar, first time, no one had done, with nothing`,
    `nobody knew, no one knew, no specification, no brief, unclear, vague, uncertain, unknown, not defined, throw
    away, narrowed it down, had no data, guess, assumption, open question, from scratch, first of its kind, no leads,
    no predecessor, from no, empty, had never, nobody had a, no record`,
  ),
  theme(
    'data',
    'a decision from data',
    `data, metric, analyse, analyze, analysis, analytical, root cause, to its root, diagnose, debug, measure,
    evidence, numbers, assessment, assess, reproduce, troubleshoot, troubleshooting, consistent, fair, logic,
    investigate, figure out, detect, spot, decide which, hard facts`,
    `measured, hold out, split it, split the, counted, traced, logs, analysed, analyzed, found that, figures, survey,
    cohort, by day, by weekday, left why, dashboard, regression, segment, sql, tracked, baseline, correlated,
    sampled, root cause, tagged, logged, noted, matched, scored, listed, marked, compared, worked out what, side by
    side, reproduce, per cent of, record, findings`,
  ),
  theme(
    'experiment',
    'a test before the decision',
    `experiment, a b test, tested, hypothesis, pilot, prototype, cheaply, mvp, innovation, innovative, took a risk,
    risk you took, new idea, trial, tried something new, try something new, risk`,
    `ran a test, a test on, test in which, by lot, tried it, pilot, prototype, hold out, tested it, in one shop, on
    one service, on one shift, experiment, a b test, control group, randomised, randomized, hypothesis, beta, trial,
    mock up, mockup, landing page, at the second attempt`,
  ),
  theme(
    'customer',
    'customers or users, heard',
    `customer, user, client, patient, relative, family, empathy, working backwards, advocate, advocated, layperson,
    angry, upset, parent, parents, pupil, guest, citizen, public, resident, neighbour, neighbor, complaint,
    complaints, complain, families, people affected, difficult conversation, unhappy, tenant`,
    `sat with, interviewed, interviews, watched, visit, customers said, beside the, listened, users told, called the
    customers, told each, family, patients, asked eleven, asked nine, asked ten, user research, complained,
    complaint, shadowed, ride along, support tickets, customer call, heard her out, heard him out, heard them out,
    let him talk, let her talk, phoned him, phoned her, rang the, invited her in, invited him in, mother, parents,
    complaints, rang the client, told the customer`,
  ),
  theme(
    'communication',
    'something hard that was explained',
    `communicate, communication, explain, complicated, complex topic, layperson, non technical, present, presentation,
    bad news, difficult conversation, difficult message, tell people, conversation, outside your field, message,
    announce, relations, good relations, public, parents, clarity, write clearly, written`,
    `drew what, explained, listened, told the, told them, told each, met each, wrote a guide, one page, presented,
    shouted, plain words, plain language, plain english, analogy, briefed, slide, wrote a memo, wrote a note, walked
    them through, what to say, rehearsed, posted, a note, phone calls, updated everybody, honest text, explain her,
    explain his, rumours`,
  ),
  theme(
    'integrity',
    'integrity',
    `integrity, ethics, ethical, honest, right thing, dilemma, uncomfortable, stood up, stand up, moral, values,
    dishonest, lie, lied, lying, ethical issue, fairness, fair, courage, brave, speak up, spoke up, report, own up,
    rule, rules, broken a rule, break a rule, justice, equality, hurt you, truth, trust, safety before, senior`,
    `would not lie, lie to, reported it myself, told the parents, honest, secret, the right thing, admitted, owned up,
    refused to, transparent, disclosed, came clean, took responsibility, owned it, blew the whistle, privacy, the
    truth, told my manager, wrote to the journal, retraction, declined, findings, both sides, asked me to let,
    without names, a witness, rightly, told the head, dismissed`,
  ),
  theme(
    'initiative',
    'something that nobody had asked for',
    `initiative, beyond, asked of you, self starter, own idea, improve, improvement, improving, innovation,
    innovative, proactive, practices, process, simplify, simplified, streamline, streamlined, job description,
    faster, speed up, sped up, make better, work better, made better, reorganise, reorganize, optimise, optimize, fix
    a process`,
    `nobody had asked, nobody asked, my own time, I proposed, automated, protocol, on my own, unasked, wrote a guide,
    lead time, by hand, side project, volunteered, spotted, noticed that, started a, took it on myself, set up a,
    nobody had asked me, wrote a script, I wrote the, shared sheet, I asked for, drew up`,
  ),
  theme(
    'trade-off',
    'a trade-off',
    `trade off, tradeoff, hard decision, difficult decision, tough call, tough decision, balance, versus, cost and
    quality, choose between, sacrifice, compromise, sacrificed, give up, gave up, put first, put before, safety
    before, unpopular decision`,
    `instead of, gave up, options, we accepted, rather than, chose, at the cost of, the price of, trade off, tradeoff,
    alternative, cost me, the delay cost, compromise`,
  ),
  theme(
    'cost',
    'money that was saved',
    `cost, save money, saved money, budget, efficiency, efficient, cheaper, spend, waste, resources, with less, more
    with less, doing more, costs down, cut costs, afford, economical, frugal`,
    `saved, saving, cost per, cost fell, cheaper, waste, a year saved, budget, spend, cut the cost, cut the bill,
    reduced the cost, reduced cost, reduced the bill, without a new, with the same, half the, less than, for less,
    bought for, the cheapest`,
  ),
  theme(
    'growth',
    'money that was earned',
    `revenue, grow a business, grow the business, grew, sales, pricing, price, monetise, monetize, business impact,
    bottom line, win, biggest win, biggest deal, pipeline, grow, new clients, new business, market, prospects`,
    `revenue, conversion, first year, renewals, second orders, sales rose, price list, upsell, arr, gmv, sign ups,
    signups, paying customers, market share, grew, contract, signed, from no, clients, quota, renewals rose, deal,
    largest contract`,
  ),
  theme(
    'negotiation',
    'a negotiation',
    `negotiate, negotiation, vendor, supplier, contract, deal, bargain, terms, price, agreement, agree, held your
    ground, hold your ground, haggle, both sides, compromise, discount`,
    `negotiated, negotiation, contract, penalty, in return for, supplier, vendor, at the same price, offered to,
    terms, concession, walk away, discount, renewed, agreement, in exchange, left the table, came back, offered to
    pay, signed in`,
  ),
  theme(
    'launch',
    'a launch to production',
    `launch, shipped, ship, production, roll out, rolled out, end to end, deliver a product, from scratch`,
    `rolled out, roll out, rollout, launch, shipped, production, went live, released, beta, first version, mvp, cut
    over, migrated, migration`,
  ),
  theme(
    'scale',
    'scale and speed',
    `scale, scaling, latency, throughput, faster, performance, streaming, real time, high volume, system`,
    `per second, p99, p95, p90, ms, million events, million predictions, million users, latency, throughput, stream,
    per day, per hour, per minute, shard, partition, cache, queries, requests, tb, gb`,
  ),
  theme(
    'model',
    'a model in production',
    `machine learning, ml, model, ai, data scientist, data science, llm, recommendation`,
    `model, inference, feature store, recall, precision, detector, training data, prediction, llm, score on,
    classifier, fine tuned, embedding, drift, labels, auc, f1`,
  ),
  theme(
    'pride',
    'the largest result',
    `proud, achievement, accomplishment, accomplished, biggest impact, biggest success, greatest, best work, most
    impactful, most proud, outcome, best result, success, success story`,
    `deaths, lives, million, m a year, saved, harmed, first in, largest`,
  ),
  theme(
    'teamwork',
    'work of several teams',
    `teamwork, collaborate, collaboration, several teams, another team, other teams, other functions, cross
    functional, cross team, relationship, partner with, partnered with, department, departments, trades, silos,
    colleagues, together, cooperate, co operate, friction, work with others, get people to`,
    `two teams, three teams, three leads, both run, met every week, together, platform team, data engineering, design
    and, engineering and, legal, cross functional, joint, workshop, side by side, each other, jointly, shared`,
  ),
  theme(
    'change',
    'plans that had to change',
    `adapt, adapting, adapted, adaptable, flexible, flexibility, short notice, change of plan, plans changed, plan
    falls, plan fell, falls apart, pivot, resilient, resilience, setback, unforeseen, sudden, suddenly, recover,
    recovered, back on track, changed circumstances`,
    `closed on, was shut, dropped the, changed course, improvised, switched, made do, kept going, by hand, storm, in
    place of, started over, drew up, was put right`,
  ),
  theme(
    'persistence',
    'not giving up',
    `persistence, persistent, persevere, perseverance, keep going, kept going, rejected, rejection, give up, never
    gave up, did not give up, obstacle, determination, long time, tenacity`,
    `twice, turned us down, turned down, second attempt, third attempt, again and again, after two years, several
    attempts, at last, never stopped`,
  ),
  theme(
    'safety',
    'people kept from harm',
    `safety, safe, risk assessment, hazard, dangerous, danger, harm, accident`,
    `hurt, harmed, injured, unsafe, safety, risk check, gave way, alarm, evacuated, nobody was hurt, no one was, near
    miss, protective`,
  ),
];
