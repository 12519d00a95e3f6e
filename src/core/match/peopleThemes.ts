/** What questions ask about people and character, and what stories say that tell of it: see `concepts.ts`. */
import type { WrittenTheme } from './writtenTheme';

export const PEOPLE_THEMES: readonly WrittenTheme[] = [
  {
    id: 'failure',
    title: 'a failure or a mistake',
    asks: `fail, failure, mistake, regret, went wrong, bad decision, got wrong, got it wrong, differently, weakness,
    setback, screwed up, messed up, did not work, didn't work, shortcoming, hindsight, error, wrong, slip up, slip,
    worst, let down, let someone down, blunder, fault, learned the hard way, lesson learned, missed, miss a target,
    disappointed, lose trust, lost trust, recover, flop, flopped, backfire, backfired, fell short, fall short,
    rushed, too early, bad call, badly wrong, wish you had, would do again, if you could run, went badly, slipped,
    disappointing, unsuccessful, underdelivered, learned from, learn from it, growth area, biggest lesson, off the
    mark, did not go to plan, did not go well, owned up, take responsibility`,
    tells: `mistake, fail, failure, was wrong, been wrong, should have, had not asked, underestimated, ignored, forgot,
    forgotten, my fault, misjudged, misread, overlooked, my error, was late, missed the, never shipped, did not
    work, cost us, wrong call, the hard way, hindsight, I had not, broke the, careless, in a hurry, deleted,
    wrongly, took back, retraction, retracted, skipped, never have, because of me, my mistake, owned up, apologised,
    apologized, did not exist, the truth, missed my, lost the, cost me, lost trust, trust fell, mixed up, too soon,
    too late, I let a, regret, I had taken, that nobody, switched off, was off by, off by, turned off, closed the
    campaign, months late, weeks late, over budget, took the site, my doing, with my name on it, I believed, because
    I believed, I had promised, on the strength of, I had trained, made it worse, against a forecast, below the
    forecast, did not ask, did not test, without testing, I now, since then, pulled it, withdrawn, we lost,
    reverted, rolled back, I did not see, ignored by everybody, in hindsight, learned`,
  },
  {
    id: 'feedback',
    title: 'feedback that was used',
    asks: `feedback, criticism, criticised, criticized, coachable, review of your work, harsh review, review, reviewer,
    criticise, criticize, appraisal, take on board`,
    tells: `feedback, told me, criticism, criticised, criticized, hard review, restated, changed my mind, pointed out to me,
    reviewer, reviewers, remarks, appraisal, called the`,
  },
  {
    id: 'conflict',
    title: 'a conflict or disagreement',
    asks: `conflict, disagree, disagreement, difficult colleague, difficult coworker, difficult person, difficult
    stakeholder, push back, pushed back, clash, tension, argument, opposed, get along, hard to work with,
    personality, confront, dispute, friction, quarrel, feud, fall out, fell out, dislike, difficult conversation,
    tense, cooperate, co operate, stuck, at odds, difficult customer, difficult parent, difficult client, unhappy,
    could not stand, two groups, contradictory interests, competing interests, settle, settled, mediate, challenging
    colleague, challenging coworker, butt heads, butted heads, disagree with your manager, disagreed with a
    decision, broken relationship, not cooperating, uncooperative, personality clash, relationship with a peer,
    toxic`,
    tells: `disagreed, disagreement, objected, against it, refused, argued, fought, blamed, apologised, apologized, change
    her mind, change his mind, change their mind, clash, insisted, did not agree, opposed, sceptical, skeptical,
    frustrated, escalated, heated, tension, resisted, pushed back, conflict, accused, threatened, no longer spoke,
    would not, blamed each other, each other, claimed, both sides, quarrel, dispute, shouted, saw each alone, we
    said, they said, complaint against, did not speak, critic, hated, stopped talking, took sides, shouting, bad
    quarter, with the chief against, found my, I found his, I found her, found his, found her, veto, defended
    theirs, each defended, stopped coming, refused to work, walked out, cold war, would not speak, disagreement
    about, wanted the opposite`,
  },
  {
    id: 'influence',
    title: 'people who were won over',
    asks: `influence, persuade, convince, buy in, without authority, win over, won over, align, alignment, stakeholder,
    resist, resistance, cross functional, sell an idea, sold an idea, change someone's mind, change minds,
    executives, get people to, get colleagues, get others to, colleagues to change, change the way, adopt, change a
    leader, change mind, leader's mind, resisted, resistant, something they did not want, reluctant, use numbers,
    painful change, managing change, manage change, change management, skeptical, sceptical, get groups to agree,
    got groups to agree, agree on, rally, bring people along, brought along, get others on board, on board, popular
    direction, push back on, lobby, credibility, trust an algorithm, get users to trust, won support, gain support,
    advocate`,
    tells: `convinced, persuaded, nobody reporting to me, without authority, won over, agreed, against it, objected, bought
    in, buy in, took it to, own terms, signed off, got leave, showed the figures, sceptical, skeptical, approved,
    approval, came round, brought round, made the case, sponsor, champion, aligned, won them over, won her over, won
    him over, had no title, no title, loudest critic, put before, before the board, without names, asked which, let
    them, had them agree, I reported to none, reported to none, reports to me, I proposed, side by side, talked us
    out of, proposed, got a rule passed, agreed on, brought the leads, into one room, wrote the acceptance, asked
    her to write, asked him to write, gave them, thanked me`,
  },
  {
    id: 'refusal',
    title: 'something that was stopped or refused',
    asks: `say no, saying no, said no, kill, stop, sunset, deprioritise, deprioritize, shut down, cancel, stand up to,
    stood up to, turn down, unpopular, stood your ground, held your ground, hold your ground, walk away, walked
    away, refuse, refused, draw the line, unpopular decision, stand firm, not to ship, decided not to, not ship,
    kill a project, killed, pull the plug, pet project, stood up to leadership, delayed a release, delay a release,
    unpopular call, stop doing, ended, end a project, dropped, drop a project, walk away from, held back`,
    tells: `stopped, stopping, cancelled, close it, closed it, closing, said no, sunset, shut down, shut it down, killed,
    would not, taken off, turned down, declined, pulled the plug, put an end, wound down, retired, dropped the,
    refused, walked away, left the table, let it rest, stood down, sent everyone, unpopular, stood firm, held back,
    held up, would not sign, not sign, I would not put my name, switched off, switched their, fired, talked us out,
    talked out of, not spent, closed the campaign, cut, gave up, given up, did not build, threw out, thrown out`,
  },
  {
    id: 'leadership',
    title: 'leading a team',
    asks: `lead a team, led a team, leading a team, leadership, led, leader, managed a team, motivate, turnover, retention
    of staff, hire, hiring, lead people, leading people, manage people, managing people, head a, in charge, run a
    team, bring a project, bad times, build a strong team, strong team, distributed team, run a distributed, lead
    through, led through, team morale, your team, team performance, as a leader, manager of managers, set direction,
    leadership style`,
    tells: `I led, led a, team of, group of, hired, hiring, motivated, trained, my team, managed a, built a team, direct
    reports, grew the team, delegated, headed, rookies, let go, hires, turnover went, built the team, gave them a
    product, my people, reports to me`,
  },
  {
    id: 'mentoring',
    title: 'somebody who grew',
    asks: `mentor, mentoring, coach, help others, grow others, others grow, develop people, develop others, develop
    someone, struggling, junior, teach, taught, support a colleague, new hire, new hires, newcomer, new starter, new
    joiner, new teacher, new colleague, settle in, up to speed, onboard, supervise, supervision, train, training
    someone, bring on, young people, apprentice, students, trainee, bring new, nurture, someone whose career, career
    you, less experienced, helped someone, helping someone, helped a colleague, someone grow, invested in, raised
    someone, promoted someone, junior engineer, underestimated, gave someone a chance`,
    tells: `mentor, mentored, coached, paired with, intern, graduate, met her every, met him every, met them every, let her,
    let him, had her lead, had him lead, trained, promoted, came back full time, junior, apprentice, taught,
    trainee, one to one, onboarded, took over from me, rookies, her own, sat with her, sat with him, went over, she
    passed, he passed, qualified, taught the, she came, he came, undergraduate, student, each week, gave her one,
    gave him one, let him find, let her present, present in my place, now runs, first design, she went from, he went
    from, nobody wanted`,
  },
  {
    id: 'customer',
    title: 'customers or users, heard',
    asks: `customer, user, client, patient, relative, family, empathy, working backwards, advocate, advocated, layperson,
    angry, upset, parent, parents, pupil, guest, citizen, public, resident, neighbour, neighbor, complaint,
    complaints, complain, families, people affected, difficult conversation, unhappy, tenant, people who use, user
    research, users to trust, close to the people, go and see, in person, underserved, voice of the customer,
    customer obsession, customer need, pain point, user feedback, unmet need, usability`,
    tells: `sat with, interviewed, interviews, watched, visit, customers said, beside the, listened, users told, called the
    customers, told each, family, patients, asked eleven, asked nine, asked ten, user research, complained,
    complaint, shadowed, ride along, support tickets, customer call, heard her out, heard him out, heard them out,
    let him talk, let her talk, phoned him, phoned her, rang the, invited her in, invited him in, mother, parents,
    complaints, rang the client, told the customer, sat beside, at home, letter, who had left, with a notebook`,
  },
  {
    id: 'communication',
    title: 'something hard that was explained',
    asks: `communicate, communication, explain, complicated, complex topic, layperson, non technical, present,
    presentation, bad news, difficult conversation, difficult message, tell people, conversation, outside your
    field, message, announce, relations, good relations, public, parents, clarity, write clearly, written,
    understood by, understood, technical result, executives understand, unwelcome, storytelling, story, simplify a
    message, influence with words, deliver findings, hard conversation, listened, write, translate, tailored`,
    tells: `drew what, explained, listened, told the, told them, told each, met each, wrote a guide, one page, presented,
    shouted, plain words, plain language, plain english, analogy, briefed, slide, wrote a memo, wrote a note, walked
    them through, what to say, rehearsed, posted, a note, phone calls, updated everybody, honest text, explain her,
    explain his, rumours, no formula, explained it to the board, a written page, one picture, plain figures`,
  },
  {
    id: 'integrity',
    title: 'integrity',
    asks: `integrity, ethics, ethical, honest, right thing, dilemma, uncomfortable, stood up, stand up, moral, values,
    dishonest, lie, lied, lying, ethical issue, fairness, fair, courage, brave, speak up, spoke up, report, own up,
    rule, rules, broken a rule, break a rule, justice, equality, hurt you, truth, trust, safety before, senior,
    principle, matter of principle, did the right thing, great expense, owned up to, conscience, responsible,
    accountability, accountable, own a mistake, admit, admitted, took the blame, values conflict, responsible ai,
    fairness concerns, compliance`,
    tells: `would not lie, lie to, reported it myself, told the parents, honest, secret, the right thing, admitted, owned
    up, refused to, transparent, disclosed, came clean, took responsibility, owned it, blew the whistle, privacy,
    the truth, told my manager, wrote to the journal, retraction, declined, findings, both sides, asked me to let,
    without names, a witness, rightly, told the head, dismissed, would not sign, not sign the release, put my name,
    with my name on it, rang the lead at once, told her before, before she asked, my doing, took the blame, I told
    the board, said so, told the regulator, i told the chief`,
  },
  {
    id: 'initiative',
    title: 'something that nobody had asked for',
    asks: `initiative, beyond, asked of you, self starter, own idea, improve, improvement, improving, innovation,
    innovative, proactive, practices, process, simplify, simplified, streamline, streamlined, job description,
    faster, speed up, sped up, make better, work better, made better, reorganise, reorganize, optimise, optimize,
    fix a process, team's life, go out of your way, out of your way, opportunity, no one else, nobody else saw, saw
    an opportunity, took ownership, ownership, more than asked, without being asked, volunteered, stepped up, step
    up, something beyond, fix something, took charge, side project, entrepreneurial`,
    tells: `nobody had asked, nobody asked, my own time, I proposed, automated, protocol, on my own, unasked, wrote a guide,
    lead time, by hand, side project, volunteered, spotted, noticed that, started a, took it on myself, set up a,
    nobody had asked me, wrote a script, I wrote the, shared sheet, I asked for, drew up, in my own time, nobody had
    it, on a roadmap, with no budget, was asked for a, instead, of my own accord, I started, before anybody asked,
    by myself`,
  },
  {
    id: 'negotiation',
    title: 'a negotiation',
    asks: `negotiate, negotiation, vendor, supplier, contract, deal, bargain, terms, price, agreement, agree, held your
    ground, hold your ground, haggle, both sides, compromise, discount, toughest negotiation, bargaining, partner,
    win win`,
    tells: `negotiated, negotiation, contract, penalty, in return for, supplier, vendor, at the same price, offered to,
    terms, concession, walk away, discount, renewed, agreement, in exchange, left the table, came back, offered to
    pay, signed in, they got our, we got, negotiated half, in exchange for`,
  },
  {
    id: 'pride',
    title: 'the largest result',
    asks: `proud, achievement, accomplishment, accomplished, biggest impact, biggest success, greatest, best work, most
    impactful, most proud, outcome, best result, success, success story, most valuable, best thing, signature, what
    you are known for, career highlight, moved the needle`,
    tells: `deaths, lives, million, m a year, saved, harmed, first in, largest`,
  },
  {
    id: 'teamwork',
    title: 'work of several teams',
    asks: `teamwork, collaborate, collaboration, several teams, another team, other teams, other functions, cross
    functional, cross team, relationship, partner with, partnered with, department, departments, trades, silos,
    colleagues, together, cooperate, co operate, friction, work with others, get people to, contradictory interests,
    across teams, two teams, external team, unblock, groups to agree, four teams, multi team, stakeholders in,
    matrix, cooperating, partner team, peers, working with you`,
    tells: `two teams, three teams, three leads, both run, met every week, together, platform team, data engineering, design
    and, engineering and, legal, cross functional, joint, workshop, side by side, each other, jointly, shared, with
    legal, with us, with the head of, co author, each team, into one room`,
  },
  {
    id: 'persistence',
    title: 'not giving up',
    asks: `persistence, persistent, persevere, perseverance, keep going, kept going, rejected, rejection, give up, never
    gave up, did not give up, obstacle, determination, long time, tenacity, hard problem, tracked down, month after
    month, long haul, setbacks, stubborn, kept at it`,
    tells: `twice, turned us down, turned down, second attempt, third attempt, again and again, after two years, several
    attempts, at last, never stopped, unanswered, for a month, each week I, at the third try, kept asking`,
  },
  {
    id: 'safety',
    title: 'people kept from harm',
    asks: `safety, safe, risk assessment, hazard, dangerous, danger, harm, accident, recall, hurt somebody, harmful, safety
    concerns, protect people, risk to patients`,
    tells: `hurt, harmed, injured, unsafe, safety, risk check, gave way, alarm, evacuated, nobody was hurt, no one was, near
    miss, protective, no patient, recall, allergy, came to harm, could have hurt, called back, false alarms`,
  },
];
