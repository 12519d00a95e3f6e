/**
 * What questions of an interview are about beyond their words: “a time you failed” is answered by a story that says “I
 * was wrong”. Each theme has what a question says that asks for it, and what a story says that tells of it, as phrases
 * between commas; each word of them stands for all of its forms.
 */
import { wordsOf } from './stems';

export interface Theme {
  readonly id: string;
  /** Named in the reason for a match: “it tells of …”. */
  readonly title: string;
  readonly asks: readonly string[];
  readonly tells: readonly string[];
}

function theme(id: string, title: string, asks: string, tells: string): Theme {
  return { id, title, asks: phrases(asks), tells: phrases(tells) };
}

const phrases = (list: string): string[] => list.split(',').map((phrase) => spaced(phrase));

/** The words of a text in their stems, with a space around each, so that a phrase can be looked for. */
export function spaced(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}

export const THEMES: readonly Theme[] = [
  theme(
    'failure',
    'a failure or a mistake',
    `fail, failure, mistake, regret, went wrong, bad decision, got wrong, got it wrong, differently, weakness, setback,
    screwed up, messed up, did not work, didn't work, shortcoming, hindsight`,
    `mistake, fail, failure, was wrong, been wrong, should have, had not asked, underestimated, ignored, forgot,
    forgotten, my fault, misjudged, misread, overlooked, my error, was late, missed the, never shipped, did not work,
    cost us, wrong call, the hard way, hindsight, I had not, broke the`,
  ),
  theme(
    'feedback',
    'feedback that was used',
    'feedback, criticism, criticised, criticized, coachable, review of your work',
    'feedback, told me, criticism, criticised, criticized, hard review, restated, changed my mind, pointed out to me',
  ),
  theme(
    'conflict',
    'a conflict or disagreement',
    `conflict, disagree, disagreement, difficult colleague, difficult coworker, difficult person, difficult stakeholder,
    push back, pushed back, clash, tension, argument, opposed, get along, hard to work with, personality, confront`,
    `disagreed, disagreement, objected, against it, refused, argued, fought, blamed, apologised, apologized, change her
    mind, change his mind, change their mind, clash, insisted, did not agree, opposed, sceptical, skeptical, frustrated,
    escalated, heated, tension, resisted, pushed back, conflict`,
  ),
  theme(
    'influence',
    'people who were won over',
    `influence, persuade, convince, buy in, without authority, win over, won over, align, alignment, stakeholder, resist,
    resistance, cross functional, sell an idea, sold an idea, change someone's mind, change minds, executives`,
    `convinced, persuaded, nobody reporting to me, without authority, won over, agreed, against it, objected, bought in,
    buy in, took it to, own terms, signed off, got leave, showed the figures, sceptical, skeptical, approved, approval,
    came round, brought round, made the case, sponsor, champion, aligned`,
  ),
  theme(
    'refusal',
    'something that was stopped or refused',
    `say no, saying no, said no, kill, stop, sunset, deprioritise, deprioritize, shut down, cancel, stand up to, stood up
    to, turn down`,
    `stopped, stopping, cancelled, close it, closed it, closing, said no, sunset, shut down, shut it down, killed, would
    not, taken off, turned down, declined, pulled the plug, put an end, wound down, retired, dropped the`,
  ),
  theme(
    'priorities',
    'what came first, and what waited',
    `priority, prioritise, prioritize, prioritisation, prioritization, competing, everything is urgent, do first, roadmap,
    limited resources, juggle, at once`,
    `priority, prioritise, prioritize, order of work, put off, by risk, moved ahead, side by side, came first, cut the
    list, ranked, sequenced, postponed, deferred, backlog, triage, which of the, dropped`,
  ),
  theme(
    'pressure',
    'little time',
    `pressure, deadline, little time, short staffed, busy, stress, stressful, tight, quickly, urgent, urgency, crisis,
    emergency`,
    `deadline, hours left, days left, within hours, within days, in one night, half the staff, at night, overnight, until
    monday, by friday, by monday, every hour, half hour, last minute, weekend, urgent, before the launch, before the
    deadline, short of`,
  ),
  theme(
    'crisis',
    'an emergency or outage',
    `crisis, outage, incident, emergency, went wrong, go wrong, goes wrong, disaster, unexpected`,
    `outage, incident, on call, ran out, went down, post mortem, postmortem, rolled back, rolled the release back,
    emergency, broke down, breach, recall of, leak, crash, failure of, both failed, ovens failed, alarm, evacuated,
    corrupted, down for, half the staff`,
  ),
  theme(
    'leadership',
    'leading a team',
    `lead a team, led a team, leading a team, leadership, led, leader, managed a team, motivate, turnover, retention of
    staff, hire, hiring`,
    `I led, led a, team of, group of, hired, hiring, motivated, trained, my team, managed a, built a team, direct reports,
    grew the team, delegated, headed`,
  ),
  theme(
    'mentoring',
    'somebody who grew',
    `mentor, mentoring, coach, help others, grow others, others grow, develop people, develop others, develop someone,
    struggling, junior, teach, taught, support a colleague`,
    `mentor, mentored, coached, paired with, intern, graduate, met her every, met him every, met them every, let her, let
    him, had her lead, had him lead, trained, promoted, came back full time, junior, apprentice, taught, trainee, one to
    one, onboarded, took over from me`,
  ),
  theme(
    'ambiguity',
    'an unclear start',
    `ambiguity, ambiguous, vague, unclear, uncertain, uncertainty, incomplete, no clear, undefined, unknown, no playbook,
    from scratch, never done before, little information, not enough information`,
    `nobody knew, no one knew, no specification, no brief, unclear, vague, uncertain, unknown, not defined, throw away,
    narrowed it down, had no data, guess, assumption, open question, from scratch, first of its kind`,
  ),
  theme(
    'data',
    'a decision from data',
    `data, metric, analyse, analyze, analysis, analytical, root cause, to its root, diagnose, debug, measure, evidence`,
    `measured, hold out, split it, split the, counted, traced, logs, analysed, analyzed, found that, figures, survey,
    cohort, by day, by weekday, left why, dashboard, regression, segment, sql, tracked, baseline, correlated, sampled,
    root cause`,
  ),
  theme(
    'experiment',
    'a test before the decision',
    `experiment, a b test, tested, hypothesis, pilot, prototype, cheaply, mvp, innovation, innovative, took a risk, risk
    you took, new idea`,
    `ran a test, a test on, test in which, by lot, tried it, pilot, prototype, hold out, tested it, in one shop, on one
    service, on one shift, experiment, a b test, control group, randomised, randomized, hypothesis, beta, trial, mock up,
    mockup, landing page`,
  ),
  theme(
    'customer',
    'customers or users, heard',
    `customer, user, client, patient, relative, family, empathy, working backwards, advocate, advocated, layperson,
    angry, upset`,
    `sat with, interviewed, interviews, watched, visit, customers said, beside the, listened, users told, called the
    customers, told each, family, patients, asked eleven, asked nine, asked ten, user research, complained, complaint,
    shadowed, ride along, support tickets, customer call`,
  ),
  theme(
    'communication',
    'something hard that was explained',
    `communicate, communication, explain, complicated, complex topic, layperson, non technical, present, presentation, bad
    news, difficult conversation, difficult message`,
    `drew what, explained, listened, told the, told them, told each, met each, wrote a guide, one page, presented, shouted,
    plain words, plain language, plain english, analogy, briefed, slide, wrote a memo, wrote a note, walked them through`,
  ),
  theme(
    'integrity',
    'integrity',
    `integrity, ethics, ethical, honest, right thing, dilemma, uncomfortable, stood up, stand up, moral, values`,
    `would not lie, lie to, reported it myself, told the parents, honest, secret, the right thing, admitted, owned up,
    refused to, transparent, disclosed, came clean, took responsibility, owned it, blew the whistle, privacy`,
  ),
  theme(
    'initiative',
    'something that nobody had asked for',
    `initiative, beyond, asked of you, self starter, own idea, improve, improvement, improving, innovation, innovative,
    proactive, practices, process`,
    `nobody had asked, nobody asked, my own time, I proposed, automated, protocol, on my own, unasked, wrote a guide, lead
    time, by hand, side project, volunteered, spotted, noticed that, started a, took it on myself, set up a`,
  ),
  theme(
    'trade-off',
    'a trade-off',
    `trade off, tradeoff, hard decision, difficult decision, tough call, tough decision, balance, versus, cost and
    quality, choose between, sacrifice`,
    `instead of, gave up, options, we accepted, rather than, chose, at the cost of, the price of, trade off, tradeoff,
    alternative`,
  ),
  theme(
    'cost',
    'money that was saved',
    `cost, save money, saved money, budget, efficiency, efficient, cheaper, spend, waste`,
    `saved, saving, cost per, cost fell, cheaper, waste, a year saved, budget, spend, cut the cost, cut the bill, reduced
    the cost, reduced cost, reduced the bill`,
  ),
  theme(
    'growth',
    'money that was earned',
    `revenue, grow a business, grow the business, grew, sales, pricing, price, monetise, monetize, business impact, bottom
    line`,
    `revenue, conversion, first year, renewals, second orders, sales rose, price list, upsell, arr, gmv, sign ups, signups,
    paying customers, market share, grew`,
  ),
  theme(
    'negotiation',
    'a negotiation',
    `negotiate, negotiation, vendor, supplier, contract, deal`,
    `negotiated, negotiation, contract, penalty, in return for, supplier, vendor, at the same price, offered to, terms,
    concession, walk away, discount, renewed, agreement`,
  ),
  theme(
    'launch',
    'a launch to production',
    `launch, shipped, ship, production, roll out, rolled out, end to end, deliver a product, from scratch`,
    `rolled out, roll out, rollout, launch, shipped, production, went live, released, beta, first version, mvp, cut over,
    migrated, migration`,
  ),
  theme(
    'scale',
    'scale and speed',
    `scale, scaling, latency, throughput, faster, performance, streaming, real time, high volume, system`,
    `per second, p99, p95, p90, ms, million events, million predictions, million users, latency, throughput, stream, per
    day, per hour, per minute, shard, partition, cache, queries, requests, tb, gb`,
  ),
  theme(
    'model',
    'a model in production',
    `machine learning, ml, model, ai, data scientist, data science, llm, recommendation`,
    `model, inference, feature store, recall, precision, detector, training data, prediction, llm, score on, classifier,
    fine tuned, embedding, drift, labels, auc, f1`,
  ),
  theme(
    'pride',
    'the largest result',
    `proud, achievement, accomplishment, accomplished, biggest impact, biggest success, greatest, best work, most impactful`,
    `deaths, lives, million, m a year, saved, harmed, first in`,
  ),
  theme(
    'teamwork',
    'work of several teams',
    `teamwork, collaborate, collaboration, several teams, another team, other teams, other functions, cross functional,
    cross team, relationship, partner with, partnered with`,
    `two teams, three teams, three leads, both run, met every week, together, platform team, data engineering, design and,
    engineering and, legal, cross functional, joint, workshop`,
  ),
];
