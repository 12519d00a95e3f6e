import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loopPackHtml } from '../../../src/core/loopPack/loopPackHtml';
import {
  LOOP_PACK_PARTS,
  OPEN_PARTS,
  type LoopPackFacts,
  type LoopPackPart,
} from '../../../src/core/loopPack/loopPackModel';
import { readOffer } from '../../../src/core/offer/readOffer';
import { parseStory } from '../../../src/core/story/parseStory';
import { packFacts, SECRETS } from './sample';

const NOBODY = { ...SECRETS, name: 'Zebulon Quark' };

/** A loop in which every text says the same, in each form that Markdown has for it. */
function sayingEverywhere(says: string, names: readonly string[] = [NOBODY.name]): LoopPackFacts {
  const people = names.map((name) => `  - { name: ${JSON.stringify(name)}, cares: latency }`).join('\n');
  const round = `---\nround: system-design\ndate: 2026-12-02\ntime: "14:00"\nplace: ${JSON.stringify(says)}\ninterviewers:\n${people}\nassigned:\n  - { prompt: ${JSON.stringify(says)}, story: latency }\n---\n\n# ${says}\n\n- [ ] Feedback: ${says} ([feedback on Phone Screen](../sessions/a.md))\n\n## Brief\n\nOpen with: ${says}\n\nLeave behind:\n\n- ${says}\n- Kept in the list\n\n## Debrief\n\n### ${says}\n`;
  const blocks = `Kept above.\n\n## ${says}\n\n${says}\n\n- Kept item\n- ${says}\n\n  > ${says}\n\n| a | b |\n|---|---|\n| ${says} | 1 |\n| kept row | 2 |\n\n| ${says} | b |\n|---|---|\n| 3 | 4 |\n\n\`\`\`\n${says}\n\`\`\`\n\n[kept](https://example.com/?q=${encodeURIComponent(says)})\n\nKept below.\n`;
  const story = parseStory(
    `---\ntitle: ${JSON.stringify(says)}\ntold:\n  - { loop: acme, round: phone-screen, to: [${JSON.stringify(names[0])}] }\n---\n## Impact\n\nKept impact.\n\n${says}\n\n## Result\n\n${blocks}`,
  );
  const facts = packFacts(
    NOBODY,
    {},
    {
      round,
      stories: { latency: story.text },
      files: { 'preparation.md': `- [ ] ${says}\n- [ ] **Kept task.** Now\n` },
    },
  );
  const [session] = facts.sessions;
  const stated = `---\ncurrency: USD\nstated:\n  - { date: 2026-11-25, to: ${JSON.stringify(names[0])}, base: 223817 }\n---\n`;
  return {
    ...facts,
    stories: [{ name: 'latency', path: 'stories/latency.md', story }],
    cheatSheet: { path: 'acme/cheat-sheet.md', text: `# Sheet\n\n${blocks}` },
    scripts: [{ path: `acme/scripts/${says.replace(/[^\p{L}\p{N}]+/gu, '-')}.md`, text: `# ${says}\n\n${blocks}` }],
    questions: { path: 'acme/questions.md', text: `# For ${says}\n\n- ${says}\n- What is kept?\n` },
    offer: { path: 'acme/offer.md', offer: readOffer(stated).offer },
    sessions: session ? [{ ...session, feedback: [{ line: 1, text: says, taken: false }] }] : [],
  };
}

const shown = (html: string): string =>
  html
    .slice(html.indexOf('<main>'))
    .replace(/<\/?span[^>]*>/gu, '')
    .replace(/&#(\d+);/gu, (_, code) => String.fromCharCode(Number(code)));

const wholeWord = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'u');

const all = (without: readonly LoopPackPart[]): LoopPackPart[] =>
  LOOP_PACK_PARTS.filter((part) => !without.includes(part));

describe('Interviewers in a pack for which they were not chosen', () => {
  it('property: no word of a name stands in it, whatever they are called and wherever they are named', () => {
    const given = fc.constantFrom(
      'Bo',
      'Al',
      'Q',
      'Will',
      'Mark',
      'Grace',
      'Ana',
      'José',
      'Jean-Luc',
      'D’Arcy',
      'Xi',
      'Øystein',
      'anna',
    );
    const surname = fc.constantFrom(
      'Ng',
      'Li',
      'O’Neil',
      'de la Cruz',
      'van Dyke',
      'Park',
      'Quark',
      'Brown-Smith',
      'Šarić',
    );
    const name = fc.oneof(
      given,
      surname,
      fc.tuple(given, surname).map(([first, last]) => `${first} ${last}`),
      fc.stringMatching(/^[A-Z][a-z]{1,9}x$/u),
    );
    const form = fc.constantFrom<(name: string) => string>(
      (each) => `Lunch with ${each} on it.`,
      (each) => `${each}’s view of **it**`,
      (each) => `Met **${each}**, then left`,
      (each) => `(${each.split(' ').at(-1) ?? each}) asked`,
      (each) => `As ${each.split(' ')[0] ?? each} says: go on`,
      (each) => `Met ${each.slice(0, 1)}**${each.slice(1)}** there`,
      (each) => `Met ${each.slice(0, 1)}<!-- x -->${each.slice(1)} there`,
    );
    fc.assert(
      fc.property(name, form, fc.subarray(all(['people'])), (each, say, include) => {
        const html = shown(loopPackHtml(sayingEverywhere(say(each), [each]), include).html).replace(/<[^>]*>/gu, '');
        // “de” and “van” begin many names, as “Q.” does, and name nobody by themselves.
        for (const part of [each, ...each.split(' ').filter((word) => !/^(?:de|la|van|Q)$/u.test(word))])
          assert.ok(!wholeWord(part).test(html), `${part} in ${wholeWord(part).exec(html)?.input.slice(0, 2000)}`);
      }),
      { numRuns: 60 },
    );
  });

  it('takes only the blocks that name them, and puts a number for a title', () => {
    const { html, notes } = loopPackHtml(sayingEverywhere('Lunch with Zebulon.'), all(['people']));
    const text = shown(html);
    for (const kept of [
      'Kept above.',
      'Kept item',
      'kept row',
      'Kept below.',
      'Kept impact.',
      'Kept task',
      'Kept in the list',
      'What is kept?',
      'base $223,817',
      'Story 1',
      'Script 1',
      'Round 2',
    ])
      assert.ok(text.includes(kept), kept);
    assert.deepEqual(notes, [
      'Lines that name an interviewer are left out.',
      'Private, so left out: the interviewers.',
    ]);
    assert.doesNotMatch(text, /<(?:ul|ol|li|tbody|tr|blockquote)>\s*<\/(?:ul|ol|li|tbody|tr|blockquote)>/u);
  });

  it('leaves a word that only looks like a name, and what says a role', () => {
    const texts = [
      'I will mark the page in May, in good grace.',
      'Ask the hiring manager.',
      'The product team at Acme',
    ];
    for (const text of texts) {
      const { html } = loopPackHtml(
        sayingEverywhere(text, ['Will Park', 'Mark', 'Grace', 'Hiring manager', 'Jane (Product), Acme']),
        all(['people']),
      );
      assert.ok(shown(html).includes(`<li>${text}</li>`), text);
    }
  });

  it('finds a name that no space stands beside', () => {
    assert.ok(!shown(loopPackHtml(sayingEverywhere('昨日和李伟谈话', ['李伟']), OPEN_PARTS).html).includes('李伟'));
  });

  it('are in it where they were chosen', () => {
    const text = shown(loopPackHtml(sayingEverywhere('Lunch with Zebulon.'), LOOP_PACK_PARTS).html);
    for (const words of ['Zebulon Quark', 'Lunch with Zebulon.', 'to Zebulon Quark'])
      assert.ok(text.includes(words), words);
  });
});

describe('Pay in a pack for which it was not chosen', () => {
  const OFFER = `---\ncurrency: USD\nbase: 217431\nbonusPercent: 15\nsignOn:\n  - { year: 1, amount: 50000 }\nequity: { kind: options, percent: 0.35, strike: 2.15, outstanding: 9000000 }\nasks:\n  target: { base: 231000, impact: x }\nstated:\n  - { date: 2026-11-25, base: 223817 }\n---\n`;
  const withOffer = (says: string): LoopPackFacts => ({
    ...sayingEverywhere(says),
    offer: { path: 'acme/offer.md', offer: readOffer(OFFER).offer },
  });

  for (const [how, says, telling] of [
    ['after another number', 'In 2024 217,431 was said', '217,431'],
    ['after a small number', 'They said 12 217,431', '217,431'],
    ['with spaces', 'I want 217 431 dollars', '217 431'],
    ['with dots and decimals', 'I want 217.431,00 €', '217.431'],
    ['with apostrophes', 'I want 217’431', '217’431'],
    ['in thousands, rounded', 'I want $217k', '217k'],
    ['in a range', 'I want 200–231k', '231k'],
    ['as a bonus in percent', 'A bonus of 15 %', '15 %'],
    ['as a share of the company', 'They gave 0.35% to me', '0.35'],
    ['as a small price of a share', 'Options at $2.15', '2.15'],
    ['as a sign-on bonus', 'A sign-on bonus of 50,000', '50,000'],
    ['as it was stated', 'I told them 223,817 tops', '223,817'],
    ['worked out from the offer', 'The bonus comes to 32,614.65', '32,614.65'],
  ] as const)
    it(`is in no part: ${how}`, () => {
      const { html, notes } = loopPackHtml(withOffer(says), all(['offer', 'stated']));
      assert.ok(!shown(html).includes(telling), shown(html));
      assert.ok(shown(html).includes('Kept above.'));
      assert.ok(notes.includes('Lines that quote pay are left out.'), notes.join('\n'));
    });

  it('is not seen in what is no pay', () => {
    for (const says of ['It took 150 ms for 15 % of users', 'We grew to 50,000 users', 'On 2026-11-25 at 14:00'])
      assert.ok(shown(loopPackHtml(withOffer(says), OPEN_PARTS).html).includes(`<li>${says}</li>`), says);
  });

  it('is in it where it was chosen', () => {
    const html = shown(loopPackHtml(withOffer('I want 217,431'), LOOP_PACK_PARTS).html);
    assert.ok(html.includes('<li>I want 217,431</li>'), html);
    const stated = shown(loopPackHtml(withOffer('I said 223,817, they 217,431'), all(['offer'])).html);
    assert.ok(stated.includes('$223,817') && !stated.includes('217,431'));
  });
});

describe('What else is never in a pack unless it was chosen', () => {
  it('comments, in whatever line they stand', () => {
    for (const says of ['Kept <!-- sotto voce --> on', 'Kept on <!-- sotto voce'])
      for (const include of [OPEN_PARTS, LOOP_PACK_PARTS]) {
        const text = shown(loopPackHtml(sayingEverywhere(says), include).html).replace(/<pre>[\s\S]*?<\/pre>/gu, '');
        assert.ok(!text.replace(/href="https:\/\/example[^"]*"/gu, '').includes('sotto voce'), text);
      }
  });

  it('the link to join, where only the people were chosen; it has a part of its own', () => {
    const without = loopPackHtml(packFacts(), all(['logistics']));
    assert.ok(!without.html.includes('zoom.us'));
    assert.ok(without.html.includes('Zebulon Quark'));
    const only = shown(loopPackHtml(packFacts(), ['logistics']).html);
    assert.match(only, /<h2>Links to join<\/h2><ul><li>System Design · <a href="https:\/\/acme\.zoom\.us\/j\/987654"/u);
    const elsewhere = loopPackHtml(sayingEverywhere('Join https://acme.zoom.us/j/987654?pwd=x'), OPEN_PARTS);
    assert.ok(!elsewhere.html.includes('zoom.us'));
    assert.ok(elsewhere.notes.includes('Lines with a link to join are left out.'));
  });

  it('runs are those of a round: no drill in arithmetic, and no transcript alone', () => {
    const facts = packFacts();
    const [session] = facts.sessions;
    assert.ok(session);
    const started = (day: string): string => `2026-11-${day}T10:00:00+01:00`;
    const sessions = [
      { ...session, started: started('21') },
      { ...session, started: started('22'), arithmetic: { right: 4, of: 5, seconds: 180, seed: 7 } },
      { ...session, started: started('23'), speech: { wordsPerMinute: 142 } },
    ];
    const { html } = loopPackHtml({ ...facts, sessions }, ['feedback']);
    assert.deepEqual(html.match(/2026-11-\d\d/gu), ['2026-11-21']);
  });
});
