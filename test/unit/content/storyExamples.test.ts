import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { analyseStory } from '../../../src/core/story/lint';
import { fixedWords, readTemplate } from '../../../src/core/story/templates';

/** Above this a careful interviewer would call a story very good: `content/score.md` says 75. */
const VERY_GOOD = 80;

const markdownIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.md'));

const PLAYBOOKS = join('content', 'playbooks');
/** Where templates are, and where their examples are, under the same names. */
const FOLDERS = [
  { folder: join('content', 'templates'), examples: join('content', 'examples') },
  ...readdirSync(PLAYBOOKS).map((playbook) => ({
    folder: join(PLAYBOOKS, playbook, 'stories'),
    examples: join(PLAYBOOKS, playbook, 'examples'),
  })),
];

describe('each story template that ships', () => {
  for (const { folder, examples } of FOLDERS) {
    it(`in ${folder} has one filled example, and no example is without its template`, () => {
      assert.deepEqual(markdownIn(examples), markdownIn(folder));
    });
  }
});

for (const { folder, examples } of FOLDERS) {
  for (const name of markdownIn(folder).filter((each) => existsSync(join(examples, each)))) {
    describe(`the example of ${join(folder, name)}`, () => {
      const text = readFileSync(join(examples, name), 'utf8');
      const { findings, silenced, score, parsed } = analyseStory(text);

      it('has no finding, no silenced one and no blank', () => {
        assert.deepEqual(
          [...findings, ...silenced].map(({ code, message }) => `${code}: ${message}`),
          [],
        );
        assert.deepEqual(parsed.placeholders, []);
      });

      it(`scores ${VERY_GOOD} or more`, () => assert.ok((score?.score ?? 0) >= VERY_GOOD, `scores ${score?.score}`));

      it('is its template filled in: all that the template says for itself is there, in order', () => {
        const template = readTemplate(name, readFileSync(join(folder, name), 'utf8'));
        let from = text.indexOf('## Impact');
        for (const words of fixedWords(template)) {
          const at = text.indexOf(words, from);
          assert.ok(at >= from, `“${words}” is not there, or not there in order`);
          from = at + words.length;
        }
      });

      it('says in its front matter what it shows and how long it takes', () => {
        const { data } = parseFrontMatter(text);
        assert.ok(Array.isArray(data['competencies']) && data['competencies'].length >= 2);
        assert.ok(Array.isArray(data['rounds']) && data['rounds'].length >= 2);
        assert.ok(typeof data['spoken'] === 'number');
        assert.match(String(data['title']), /\d/u);
        assert.equal(data['template'], undefined);
      });
    });
  }
}

describe('an example of a playbook’s template', () => {
  for (const playbook of readdirSync(PLAYBOOKS)) {
    it(`names competencies and rounds of ${playbook}`, () => {
      const manifest = JSON.parse(readFileSync(join(PLAYBOOKS, playbook, 'playbook.json'), 'utf8')) as Record<
        'competencies' | 'rounds',
        { id: string }[]
      >;
      const folder = join(PLAYBOOKS, playbook, 'examples');
      for (const part of ['competencies', 'rounds'] as const) {
        const known = manifest[part].map(({ id }) => id);
        for (const name of markdownIn(folder)) {
          const named = parseFrontMatter(readFileSync(join(folder, name), 'utf8')).data[part] as string[];
          assert.deepEqual(
            named.filter((id) => !known.includes(id)),
            [],
            name,
          );
        }
      }
    });
  }
});

describe('the figures of the examples', () => {
  const says = (path: string, ...texts: string[]): void => {
    const text = readFileSync(join('content', path), 'utf8');
    for (const wanted of texts) assert.ok(text.includes(wanted), `${path} does not say “${wanted}”`);
  };
  const thousands = (value: number): string => Math.round(value).toLocaleString('en-GB');
  const millions = (dollars: number, digits = 1): string => `$${(dollars / 1e6).toFixed(digits)}M`;
  const PREDICTIONS_A_YEAR = 1e6 * 365 * 24 * 60 * 60;

  it('deliveries: what came back, and what half of it cost', () => {
    const [parcels, moved, trip] = [40_000, (40_000 * 4) / 5, 4];
    says(
      'examples/star.md',
      `${thousands(parcels * 0.12)} parcels a week came back`,
      `from 12% to 6% of ${thousands(moved)} parcels a week`,
      `saved $${thousands(moved * 0.06 * trip)} a week in second trips at $${trip} each`,
    );
  });

  it('launch: the quarter in the title, and who was held back', () => {
    says(
      'examples/launch.md',
      'title: $275k in the first quarter',
      '$275k of new revenue in the first quarter',
      'then all but 200',
      'the 200 accounts that we held back',
    );
  });

  it('ad requests: the budget, what broke it, and the refunds', () => {
    const [others, features] = [5 + 5 + 5 + 10, 9];
    says(
      'examples/streaming-ml-model.md',
      `from ${others + 26} ms in the first design to ${others + features} ms at p99`,
      `1, 5, 25 and ${100 - 5}% of the keys`,
      'the hold-out of 5%',
      `within ${others + features} ms`,
      `cost us ${millions(0.007 * 330e6)} a year less`,
    );
  });

  it('the words that a story of the usual length has', () => {
    says('rules/too-long-to-say.md', `with 150 seconds, which is ${(150 * 130) / 60} words at 130 words a minute`);
  });

  it('prioritisation: by the month and by the year', () => {
    says(
      'examples/prioritisation.md',
      `$${(70 * 12).toString()}k a year`,
      `$${75 * 12}k and we got $840k`,
      `$${300 / 12}k a month`,
    );
  });

  it('the price change: who was asked, who left, and what the rest brought', () => {
    const [customers, revenue, cancelled] = [210, 5.1e6, 46];
    const raised = (customers - cancelled) * (revenue / customers) * 0.08;
    says(
      'examples/failure.md',
      `${Math.round((100 * cancelled) / customers)}% of old accounts`,
      `gave ${cancelled - 15} of them the old price`,
      `brought $${Math.round(raised / 10_000)}0k from the other ${customers - cancelled}`,
    );
  });

  it('sign-ins: two thirds', () => assert.equal(((3.6 - 1.2) / 3.6).toFixed(2), '0.67'));

  it('fraud: the budget with what is spare, and the fall in per cent', () => {
    says(
      'playbooks/confluent-ai-ml-pm/examples/streaming-ml-launch.md',
      `from $5.3M to $3.2M a year, worth ${millions(5.3e6 - 3.2e6)} a year`,
      `fell by ${Math.round(((5.3 - 3.2) / 5.3) * 100)}%`,
      `with ${40 - 15 - 8 - 12} ms to spare`,
      `from 120 ms to ${15 + 8 + 12} ms`,
      `1, 10 and ${100 - 2}% of the cards`,
      'a hold-out of 2% of the cards',
      'cut the losses by a third, with at most one false alarm in 400 payments',
      'with one false alarm in 430 payments',
    );
    assert.ok((5.3 - 3.2) / 5.3 > 1 / 3);
  });

  it('bookings: what phones lost is what all lost', () => {
    const [share, before, after] = [0.6, 6.2, 4];
    assert.equal((share * (before - after)).toFixed(1), (6.4 - 5.1).toFixed(1));
    says(
      'playbooks/general-pm/examples/diagnosed-a-drop.md',
      `Phones, ${100 * share}% of visitors, were at ${before}%`,
      `stayed at ${after.toFixed(1)}%`,
    );
  });

  it('the cache: what five cents a million are in a year, and three', () => {
    const yearly = (cents: number): number => (cents / 100) * (PREDICTIONS_A_YEAR / 1e6);
    says(
      'playbooks/confluent-ai-ml-pm/examples/latency-cost-trade-off.md',
      `from 8 cents to 3 cents within a quarter, ${millions(yearly(5))} a year`,
      `another ${millions(yearly(3))} a year`,
    );
  });

  it('the new unit of price: thirteen per cent', () => {
    says('playbooks/general-pm/examples/changed-a-price.md', `paid ${Math.round((0.78 / 6) * 100)}% more`);
  });

  it('what was stopped: the pace, and what a month of delay costs', () => {
    says(
      'playbooks/general-pm/examples/stopped-something.md',
      `taken ${Math.ceil((60 - 23) / 2)} months to reach 60`,
      `cost $${1200 / 12}k a month`,
    );
  });
});
