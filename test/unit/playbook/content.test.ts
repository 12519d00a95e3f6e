import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { addDays } from '../../../src/core/days/dates';
import { outline } from '../../../src/core/markdown/outline';
import { loadPlaybook, type LoadedPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { isFullCase } from '../../../src/core/playbook/promptClock';
import { planSchedule } from '../../../src/core/schedule/plan';
import { readBlocks } from '../../../src/core/blocks/readBlocks';
import { BUILT_IN, builtInFiles } from './builtIn';

function builtIn(folder: string): LoadedPlaybook {
  const { playbook } = loadPlaybook(builtInFiles(folder), folder);
  assert.ok(playbook);
  return playbook;
}

/** What appears twice in a list. */
const repeated = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);

const SECTIONS = ['Impact', 'Situation', 'Task', 'Action', 'Result', 'Trade-offs'];

for (const folder of readdirSync(BUILT_IN)) {
  describe(`the playbook ${folder}`, () => {
    it('has no problem', () => assert.deepEqual(loadPlaybook(builtInFiles(folder), folder).problems, []));

    it('has worked figures without a problem, of which the cheat sheet has one or more', () => {
      const files = builtInFiles(folder);
      for (const [path, text] of files)
        for (const { problems } of readBlocks(text)) assert.deepEqual(problems, [], path);
      assert.ok(readBlocks(files.get('cheat-sheet.md') ?? '').length >= 1);
    });

    it('has a cheat sheet of one page: few lines and words beside its worked figures', () => {
      const { cheatSheet } = builtIn(folder);
      const rest = readBlocks(cheatSheet)
        .reverse()
        .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), cheatSheet);
      assert.ok(rest.split('\n').length <= 60, `${rest.split('\n').length} lines`);
      assert.ok(rest.split(/\s+/u).length <= 680, `${rest.split(/\s+/u).length} words`);
    });

    it('asks nothing twice, and says what to listen for', () => {
      const prompts = builtIn(folder).rounds.flatMap((round) => round.prompts);
      assert.deepEqual(repeated(prompts.map(({ title }) => title)), []);
      assert.deepEqual(repeated(prompts.map(({ question }) => question)), []);
      for (const { title, listenFor, competencies } of prompts) {
        assert.ok(listenFor.length >= 2, `${title}: listen for`);
        assert.ok(competencies.length >= 1, `${title}: competencies`);
      }
    });

    it('has in each round two full cases or more, and shorter prompts that say where they belong', () => {
      for (const round of builtIn(folder).rounds) {
        const full = round.prompts.filter((prompt) => isFullCase(prompt, round));
        assert.ok(full.length >= 2, `${round.id}: ${full.length} full cases`);
        for (const { title, followUps = [] } of full)
          assert.ok(followUps.length >= 3 && followUps.length <= 4, `${title}: ${followUps.length} follow-ups`);
        for (const prompt of round.prompts.filter((each) => !isFullCase(each, round))) {
          assert.ok(prompt.phase !== undefined && prompt.minutes !== undefined, `${prompt.title}: phase and minutes`);
          assert.ok(prompt.minutes <= round.minutes / 2, `${prompt.title}: a probe`);
        }
      }
    });

    it('has five cards or more for each competency of its rounds, and none without one', () => {
      const { drills, competencies } = builtIn(folder);
      assert.deepEqual(
        drills.filter((card) => card.competencies.length === 0).map(({ question }) => question),
        [],
      );
      for (const { id } of competencies) {
        const cards = drills.filter((card) => card.competencies.includes(id));
        assert.ok(cards.length >= 5, `${id}: ${cards.length} cards`);
      }
    });

    it('practises in each round only what the round judges', () => {
      for (const { id, prompts, competencies } of builtIn(folder).rounds) {
        const practised = new Set(prompts.flatMap((prompt) => prompt.competencies));
        assert.deepEqual(
          [...practised].filter((c) => !competencies.includes(c)),
          [],
          id,
        );
        assert.deepEqual(
          competencies.filter((c) => !practised.has(c)),
          [],
          id,
        );
      }
    });

    it('has story templates of the contract’s sections, for competencies and rounds that exist', () => {
      const { stories, competencies, rounds } = builtIn(folder);
      const known = new Set([...competencies, ...rounds].map(({ id }) => id));
      for (const { id, text } of stories) {
        assert.deepEqual(
          outline(text)
            .filter(({ level }) => level === 2)
            .map(({ title }) => title),
          SECTIONS,
          id,
        );
        const lists = [...text.matchAll(/^(?:competencies|rounds): \[(.*)\]$/gm)].map(([, list]) => list ?? '');
        assert.equal(lists.length, 2, id);
        // Ids stand alone, or as the choices of a tab stop: ${2|a,b|}.
        const ids = lists
          .flatMap((list) =>
            list
              .replace(/\$\{\d+\|/g, '')
              .replace(/\|\}/g, '')
              .split(','),
          )
          .map((name) => name.trim());
        assert.deepEqual(
          ids.filter((name) => !known.has(name)),
          [],
          id,
        );
      }
    });

    it('has snippets whose tab stops are numbered from 1 without a gap, and end with $0', () => {
      for (const { id, text } of builtIn(folder).stories) {
        const stops = [...text.matchAll(/\$\{?(\d+)/g)].map(([, n]) => Number(n));
        assert.deepEqual(
          [...new Set(stops)].sort((a, b) => a - b),
          Array.from({ length: Math.max(...stops) + 1 }, (_, n) => n),
          id,
        );
      }
    });

    it('fits into two hours a day, whichever weekday it starts on, and keeps every round on its day or off the weekend', () => {
      for (let weekday = 0; weekday < 7; weekday++) {
        const firstContact = addDays('2026-11-30', weekday);
        const plan = planSchedule({ playbook: builtIn(folder), firstContact, today: firstContact, minutesPerDay: 120 });
        assert.deepEqual(plan.problems, [], firstContact);
        assert.ok(plan.load.length > 0);
        for (const { date, minutes } of plan.load) assert.ok(minutes <= 120, `${firstContact}: ${minutes} on ${date}`);
      }
    });

    it('answers its cards in one to four sentences', () => {
      for (const { question, answer } of builtIn(folder).drills) {
        // A stop inside a figure or a name is followed by no space and capital.
        const sentences = answer.split(/[.!?][”)]? (?=[“A-Z0-9])/).length;
        assert.ok(sentences >= 1 && sentences <= 4, `${sentences} sentences: ${question}`);
      }
    });
  });
}

describe('the Confluent playbook holds every fact it was made from', () => {
  const playbook = builtIn('confluent-ai-ml-pm');
  const { rounds, compensation, targets } = playbook;

  it('is about the AI/ML product manager, and says once where its figures come from', () => {
    assert.deepEqual([playbook.company, playbook.role, playbook.days], ['Confluent', 'AI/ML Product Manager', 22]);
    const all = [...builtInFiles('confluent-ai-ml-pm').values()].join('\n');
    assert.equal(all.split('public 2026 guide').length - 1, 1);
    assert.match(playbook.source, /public 2026 guide.*check them against your recruiter/);
  });

  it('five rounds with their minutes', () => {
    assert.deepEqual(
      rounds.map(({ title, minutes }) => [title, minutes]),
      [
        ['Phone Screen', 30],
        ['System Design', 45],
        ['Product Sense', 45],
        ['ML Case Study', 60],
        ['Hiring Committee', 60],
      ],
    );
  });

  const judged: [string, RegExp[]][] = [
    ['phone-screen', [/fit/, /shipped impact/, /clarity/]],
    ['system-design', [/scale/, /throughput/, /latency/, /operations/, /10-node Kafka cluster/]],
    ['product-sense', [/AI ambition/, /streaming-first deliverable/, /latency, cost, data freshness/]],
    ['ml-case-study', [/number the business cares about/, /incremental-ARR figure such as \$2M/]],
    ['hiring-committee', [/judgement/, /feedback in/, /realistic way forward/]],
  ];
  for (const [id, patterns] of judged) {
    it(`what ${id} judges`, () => {
      const judges = rounds.find((round) => round.id === id)?.judges ?? '';
      for (const pattern of patterns) assert.match(judges, pattern);
    });
  }

  it('one feedback day, between two rounds', () => {
    assert.equal(playbook.feedback?.after, 'system-design');
    assert.match(playbook.feedback.note ?? '', /short summary.*use it in the next round/);
  });

  it('the bands and the example', () => {
    assert.deepEqual(
      { ...compensation, note: undefined },
      {
        currency: 'USD',
        presentBase: { low: 150_000, high: 180_000 },
        base: { low: 185_000, high: 210_000 },
        equityPercent: { low: 0.06, high: 0.09 },
        signOn: { low: 20_000, high: 35_000 },
        note: undefined,
        example: { impact: 2_000_000, equityFrom: 0.06, equityTo: 0.09, askBase: 200_000, askEquity: 0.09 },
      },
    );
    assert.match(compensation?.note ?? '', /demonstrated impact, not tenure/);
  });

  it('the targets: a million events a second, 40 ms', () => {
    assert.deepEqual(
      targets.map(({ kind, value, unit, direction }) => [kind, value, unit, direction]),
      [
        ['rate', 1_000_000, 'events', 'at-least'],
        ['duration', 40, 'ms', 'at-most'],
      ],
    );
  });

  it('the fit check', () => {
    const asked = playbook.fit.map(({ question, expects }) => `${question} ${expects}`).join('\n');
    for (const pattern of [
      /3\+ years as senior PM of data-intensive ML services/,
      /more than 1,000,000 events\/s/,
      /below 40 ms/,
      /data engineering, ML research and go-to-market/,
      /\$150k-\$180k/,
      /not the Kafka infrastructure/,
    ]) {
      assert.match(asked, pattern);
    }
  });

  it('seven preparation tasks, each about what the guide says', () => {
    const items = playbook.preparationMarkdown.split('\n').filter((line) => line.startsWith('- [ ] '));
    const wanted = [
      /Schema Registry.*connectors.*ksqlDB/,
      /structured preparation system.*streaming cases/,
      /cheat sheet.*edge caching against centralised serving/,
      /impact-first.*dollar impact or the user metric/,
      /committee script.*ARR uplift and an equity request/,
      /mock interviews.*shipped a streaming model/,
      /three probing questions.*roadmap cadence and on success metrics/,
    ];
    assert.equal(items.length, 7);
    assert.equal(playbook.preparation.length, 7);
    wanted.forEach((pattern, i) => assert.match(items[i] ?? '', pattern));
  });

  it('three insights', () => {
    assert.equal(outline(playbook.insights).filter(({ level }) => level === 2).length, 3);
    for (const pattern of [
      /120 ms to 35 ms at 1M events\/s/,
      /federated model-serving layer: user cohorts by activity/,
      /top-K predictions cached at the edge/,
      /ksqlDB materialised views/,
      /40 ms latency SLO/,
      /absorbs feedback within days/,
    ]) {
      assert.match(playbook.insights, pattern);
    }
  });

  it('four scripts with their blanks', () => {
    const [close, ask] = playbook.scripts;
    assert.deepEqual(
      playbook.scripts.map(({ id }) => id),
      ['committee-close', 'compensation-ask', 'tell-me-about-yourself', 'what-do-you-expect'],
    );
    for (const pattern of [
      /Thank you for the feedback on \$\{topic/,
      /one topic partition/,
      /\$\{metric:.*latency/,
      /\$\{threshold:30 ms\}/,
      /whole stream/,
      /cost per prediction/,
    ])
      assert.match(close?.text ?? '', pattern);
    for (const pattern of [
      /\$\{ARR uplift:\$2M\}/,
      /\$\{base:\$200k\}/,
      /\$\{equity:0\.09%\}/,
      /tied to the product’s growth/,
    ])
      assert.match(ask?.text ?? '', pattern);
  });

  it('the three weak/strong pairs', () => {
    const pairs = rounds.flatMap((round) => round.pairs);
    const withStrong = (strong: RegExp) => pairs.find((pair) => strong.test(pair.strong));
    const model = withStrong(/1\.2M events\/s.*30 ms.*reach it/s);
    const market = withStrong(/projects \$2M of incremental ARR.*0\.09%/s);
    const isolated = pairs.find(({ topic }) => topic === 'Rounds as puzzles');
    assert.match(model?.weak ?? '', /built a transformer/);
    assert.match(market?.weak ?? '', /market average/);
    assert.match(isolated?.strong ?? '', /2 ms.*third of the cost.*stale/s);
    assert.match(isolated?.why ?? '', /a decision with its trade-offs among latency, cost and user value/);
    for (const { id, pairs: ofRound } of rounds) assert.ok(ofRound.length >= 2, id);
  });

  it('the questions the guide answers, as cards', () => {
    const questions = playbook.drills.map(({ question }) => question).join('\n');
    for (const pattern of [
      /What ML experience is expected\?/,
      /How many rounds.*how long/,
      /position the compensation ask/,
      /own, and what does it not own/,
      /How is product sense judged\?/,
    ])
      assert.match(questions, pattern);
  });

  it('three or more questions for the manager, on cadence and on metrics', () => {
    for (const topic of ['Roadmap cadence', 'Success metrics']) {
      const section = outline(playbook.questions).find(({ title }) => title === topic);
      const listed = playbook.questions.slice(section?.contentStart, section?.end).match(/^\d+\. .*\?/gm) ?? [];
      assert.ok(listed.length >= 3, topic);
    }
  });

  it('a cheat sheet from latency budget to architecture', () => {
    for (const pattern of [/Edge cache/, /Central serving/, /slo: 40 ms/, /under 10 ms/, /Little’s law/])
      assert.match(playbook.cheatSheet, pattern);
  });

  it('the story templates a streaming candidate needs', () => {
    const ids = playbook.stories.map(({ id }) => id);
    assert.ok(ids.includes('streaming-ml-launch') && ids.includes('latency-cost-trade-off'), ids.join());
  });

  it('enough to practise with: 8 prompts and 6 items a round, 40 cards', () => {
    for (const { id, prompts, checklist, guide } of rounds) {
      assert.ok(prompts.length >= 8, `${id}: ${prompts.length} prompts`);
      assert.ok(checklist.length >= 6, `${id}: ${checklist.length} items`);
      assert.ok(guide.length > 500, `${id}: guide`);
    }
    assert.ok(playbook.drills.length >= 40, `${playbook.drills.length} cards`);
  });
});
