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

  // Mail, handles and addresses have no spaces, accents or capitals: those of an interviewer stood in packs.
  for (const [name, says, telling] of [
    ['Zebulon Quark', 'Write to zquark@acme.example', 'zquark'],
    ['Zebulon Quark', 'See https://example.com/in/zebulonquark-1', 'zebulonquark'],
    ['Zebulon Quark', 'Ask @zebulonquark', 'zebulonquark'],
    ['Will Park', 'Write to will.park@acme.example', 'will.park'],
    ['Will Park', 'See https://example.com/in/will-park', 'will-park'],
    ['Will', 'Write to will@acme.example', 'will@'],
    ['José Šarić', 'See https://example.com/?q=Jos%C3%A9&p=100%', 'Jos%C3%A9'],
    ['José Šarić', 'See https://example.com/?u=https%3A%2F%2Fexample.com%2FJos%25C3%25A9', 'Jos%25C3%25A9'],
    ['José Šarić', 'See https://example.com/?q=Jos%E9', 'Jos%E9'],
    ['Jürgen Øst', 'Write to Juergen', 'Juergen'],
    ['Jürgen Øst', 'Write to Ost', 'Ost'],
    ['Zebulon Quark', 'Ｚｅｂｕｌｏｎ said so', 'Ｚｅｂｕｌｏｎ'],
    ['Zebulon <!-- likes mark --> Quark', 'Met Quark there', 'Quark'],
  ] as const)
    it(`are in no part: ${says}`, () => {
      const text = shown(loopPackHtml(sayingEverywhere(says, [name]), all(['people'])).html);
      assert.ok(!text.includes(telling), text);
      assert.ok(text.includes('Kept above.'));
    });

  it('have no comment and no year for a name', () => {
    const says = 'Learned a lot in 2024';
    const { html } = loopPackHtml(sayingEverywhere(says, ['Zoe (2024) <!-- learned -->']), all(['people']));
    assert.ok(shown(html).includes(`<li>${says}</li>`));
  });

  it('are not shown by the address of their own page', () => {
    const facts = sayingEverywhere('As on [her page](https://people.example.com/u/4711)');
    const rounds = facts.loop.rounds.map((round) => ({
      ...round,
      interviewers: round.interviewers.map((each) => ({ ...each, link: 'https://people.example.com/u/4711' })),
    }));
    const { html } = loopPackHtml({ ...facts, loop: { ...facts.loop, rounds } }, all(['people']));
    assert.ok(!html.includes('4711'));
  });

  // A story was told to somebody in an earlier round, and only the page of a round had that story: the cheat sheet went
  // out with that name. So it did with the peer of a mock.
  it('are also those who were told any story, and the peers of mocks', () => {
    const facts = packFacts(SECRETS, {
      cheatSheet: { path: 'acme/cheat-sheet.md', text: '# Sheet\n\nXaver liked it.\n\nYusra did not.\n\nKept.\n' },
    });
    const told = parseStory('---\ntitle: A\ntold:\n  - { loop: other, round: x, to: [Xaver Ill] }\n---\nText.\n');
    const briefs = facts.briefs.map((brief) => ({
      ...brief,
      stories: [...brief.stories, { name: 'a', path: 'stories/a.md', story: told }],
    }));
    const sessions = facts.sessions.map((session) => ({ ...session, peer: { name: 'Yusra', shipped: undefined } }));
    const { html } = loopPackHtml({ ...facts, briefs, sessions, stories: [] }, OPEN_PARTS);
    assert.ok(html.includes('Kept.') && !html.includes('Xaver') && !html.includes('Yusra'));
  });

  // A round without a title is called by its id, and its id may be who holds it: “zebulon-quark”.
  it('are not shown by the id of a round', () => {
    const facts = packFacts();
    const [session] = facts.sessions;
    const rounds = facts.loop.rounds.map((round) =>
      round.number === 2 ? { ...round, id: 'zebulon-quark', title: 'zebulon-quark' } : round,
    );
    const figure = { date: '2026-11-25', base: 223_817, to: undefined };
    const stated = [
      { ...figure, round: 'zebulon-quark' },
      { ...figure, round: 'chat-with-zebulon', base: 223_818 },
      { ...figure, round: '01-phone-screen', base: 223_819 },
      { ...figure, round: 'coffee-chat', base: 223_820 },
    ];
    const page = loopPackHtml(
      {
        ...facts,
        loop: { ...facts.loop, rounds },
        briefs: [],
        offer: facts.offer && { ...facts.offer, offer: { ...facts.offer.offer, stated } },
        sessions: session
          ? [
              { ...session, round: 'zebulon-quark' },
              { ...session, round: 'with-zebulon' },
            ]
          : [],
      },
      all(['people']),
    );
    const text = shown(page.html);
    assert.doesNotMatch(text, /zebulon/iu);
    for (const words of [
      'base $223,817 · on 2026-11-25, in Round 2<',
      'base $223,818 · on 2026-11-25<',
      'base $223,819 · on 2026-11-25, in Phone Screen<',
      'base $223,820 · on 2026-11-25, in coffee chat<',
      '<th scope="row">Round 2</th><td>mock</td>',
      '<th scope="row">A round</th><td>mock</td>',
    ])
      assert.ok(text.includes(words), `${words} in ${text}`);
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
    ['in thousands, with a digit behind', 'I want $217.4k', '217.4k'],
    ['in thousands, to the unit', 'I want 217.431k', '217.431k'],
    ['in millions', 'I want 0.217431M', '0.217431M'],
    ['with thin spaces', 'I want 217\u2009431', '217\u2009431'],
    ['with underscores', 'I want 217_431', '217_431'],
    ['with what nobody sees', 'I want 217\u200b,431', '431'],
    ['in an address', 'See https://example.com/?q=217%2C431', '217%2C431'],
  ] as const)
    it(`is in no part: ${how}`, () => {
      const { html, notes } = loopPackHtml(withOffer(says), all(['offer', 'stated']));
      assert.ok(!shown(html).includes(telling), shown(html));
      assert.ok(shown(html).includes('Kept above.'));
      assert.ok(notes.includes('Lines that quote pay are left out.'), notes.join('\n'));
    });

  it('is in no item, row or section that only what is above says is of pay', () => {
    const facts = withOffer('Kept');
    const cheatSheet = {
      path: 'acme/cheat-sheet.md',
      text: '# S\n\nBonus:\n\n- first\n- 15 %\n\n## Pay\n\n### Next\n\nx\n\n15 %\n\n## Z\n\n| Bonus | b |\n|---|---|\n| x | y |\n| 15 % | z |\n',
    };
    const item = '## Salary\n\n- [ ] Note it\n- [ ] Ask for 15 %\n';
    const { loop } = packFacts(NOBODY, {}, { files: { 'preparation.md': item } });
    const { html } = loopPackHtml({ ...facts, loop, cheatSheet, briefs: [] }, ['plan', 'cheatSheet']);
    assert.ok(html.includes('Note it') && html.includes('first') && !shown(html).includes('15'), shown(html));
  });

  it('is not in the number that a list begins with, or in the name of a script', () => {
    const text = '# S\n\n217431. That is my number.\n';
    const scripts = [{ path: 'acme/scripts/ask-217-431.md', text: 'Hello.\n' }];
    const { html } = loopPackHtml({ ...withOffer('Kept'), cheatSheet: { path: 'a.md', text }, scripts }, OPEN_PARTS);
    assert.doesNotMatch(html, /217.?431/u);
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

  it('comments in definitions that no link uses', () => {
    const text = '# S\n\n[//]: # (sotto voce)\n\n[mine]: <> "sotto voce"\n\nKept.\n';
    const { html } = loopPackHtml({ ...packFacts(), cheatSheet: { path: 'a.md', text } }, OPEN_PARTS);
    assert.ok(html.includes('Kept.') && !html.includes('sotto'));
  });

  // The link of a meeting was known where it stood whole and alone: not before a full stop, within another link, or
  // without its beginning.
  for (const [link, says, telling] of [
    ['https://rooms.acme.example/j/123', 'Join at “https://rooms.acme.example/j/123”.', 'j/123'],
    ['https://rooms.acme.example/j/123', 'Join at https://rooms.acme.example/j/123. Then go', 'j/123'],
    ['https://rooms.acme.example/j/123/', 'Join at https://rooms.acme.example/j/123', 'j/123'],
    ['https://rooms.acme.example/j/123', 'Join at https://rooms.acme.example/j/123?pwd=x', 'j/123'],
    ['https://rooms.acme.example/j/123', 'Join at HTTPS://Rooms.Acme.example/j/123', 'j/123'],
    ['https://rooms.acme.example/j/123', 'Join at rooms.acme.example/j/123', 'j/123'],
    ['https://rooms.acme.example/j/a%20b', 'Join at [it](<https://rooms.acme.example/j/a b>)', 'a%20b'],
    ['https://rooms.acme.example/j/a b', 'Join at https://rooms.acme.example/j/a%20b', 'a%20b'],
    ['https://röoms.example/j/1', 'Join [it](https://röoms.example/j/1)', 'xn--'],
    [
      'https://rooms.acme.example/j/123',
      'Via https://go.example.com/?u=https%3A%2F%2Frooms.acme.example%2Fj%2F123',
      'j%2F123',
    ],
    [
      'https://rooms.acme.example/j/123',
      'Via https://go.example.com/?u=https%253A%252F%252Frooms.acme.example%252Fj%252F123',
      'j%252F123',
    ],
    ['https://rooms.acme.example/j/1', 'Via https://go.example.com/?u=https://x.zoom.us/j/77', 'j/77'],
    ['https://rooms.acme.example/j/1', 'Via https://go.example.com/?u=https%3A%2F%2Fx.zoom.us%2Fj%2F77', 'j%2F77'],
    ['https://rooms.acme.example/j/1', 'At x.zoom.us/j/77 then', 'j/77'],
    ['https://rooms.acme.example/j/1', '[At](//x.zoom.us/j/77)', 'j/77'],
    ['https://rooms.acme.example/j/1', 'At zoommtg://x.zoom.us/join?confno=77', 'confno'],
    ['https://x.zoom.us/j/98765432101', 'The number is 987 6543 2101', '2101'],
    ['https://meet.google.com/abc-defg-hij', 'The code is abc-defg-hij', 'abc-defg'],
    ['https://rooms.acme.example/j/1', 'Passcode: 4711', '4711'],
    ['https://rooms.acme.example/j/1', 'Meeting ID: 471 1', '471'],
  ] as const)
    it(`the link to join, in whatever form: ${says}`, () => {
      const facts = sayingEverywhere(says);
      const rounds = facts.loop.rounds.map((round) => ({ ...round, link }));
      const { html, notes } = loopPackHtml({ ...facts, loop: { ...facts.loop, rounds } }, all(['logistics']));
      const text = shown(html).replace(/<pre>[\s\S]*?<\/pre>/gu, '');
      assert.ok(!text.includes(telling) && text.includes('Kept above.'), text);
      assert.ok(notes.includes('Lines with a link to join are left out.'));
    });

  it('but no word about platforms', () => {
    for (const says of ['We meet on Zoom (zoom.us)', 'See https://docs.example.com/zoom.html', 'My access code: none'])
      assert.ok(shown(loopPackHtml(sayingEverywhere(says), OPEN_PARTS).html).includes(`<li>${says}</li>`), says);
  });

  it('the name in a link to join, where only the links were chosen', () => {
    const facts = packFacts();
    const rounds = facts.loop.rounds.map((round) => ({ ...round, link: 'https://x.zoom.us/my/zebulonquark' }));
    const { html } = loopPackHtml({ ...facts, loop: { ...facts.loop, rounds } }, ['logistics']);
    assert.doesNotMatch(html, /zebulon/iu);
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
