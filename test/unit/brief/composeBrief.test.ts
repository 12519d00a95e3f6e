import assert from 'node:assert/strict';
import { briefMarkdown } from '../../../src/core/brief/briefMarkdown';
import {
  BRIEF_PARTS,
  LONGEST_LINE,
  MOST_LINES,
  type BriefLine,
  type BriefPartId,
} from '../../../src/core/brief/briefModel';
import { storiesOfBrief } from '../../../src/core/brief/briefStories';
import { composeBrief } from '../../../src/core/brief/composeBrief';
import { askedInPrompt, assignStories } from '../../../src/core/match/assignment';
import type { Prompt } from '../../../src/core/playbook/rounds';
import { SAMPLE_ROUND, sampleFacts, type SampleFiles } from './sample';

const lines = (part: BriefPartId, files?: SampleFiles): readonly BriefLine[] =>
  composeBrief(sampleFacts(files)).parts.find(({ id }) => id === part)?.lines ?? [];
const drawn = (part: BriefPartId, files?: SampleFiles): string[] =>
  lines(part, files).map(({ kind, label, text, details, link }) =>
    [kind, label, text, details.join(' · '), link?.label ?? ''].join(' | '),
  );
const round = (front: string, body = ''): SampleFiles => ({
  round: `---\nround: system-design\n${front}\n---\n# System Design\n${body}`,
});

describe('The page of a round', () => {
  it('says when and where: day, time, zone, platform, link', () => {
    assert.deepEqual(drawn('when'), [
      'said |  | **Wed 2 Dec 2026, 14:00–14:45** | Europe/Berlin · 45 min | Open the round’s file',
      'said | Platform | Zoom |  | Open the round’s file',
      'said | Link | [acme.zoom.us/j/123](https://acme.zoom.us/j/123) |  | Open the round’s file',
    ]);
  });

  it('says what of it is missing, with the place to write it', () => {
    assert.deepEqual(drawn('when', round('status: planned')), [
      'blank |  | No date yet |  | Write “date” into the round’s file',
      'blank |  | Where it takes place is not noted |  | Write “platform” and “link” into the round’s file',
    ]);
    const noZone = {
      ...round('date: 2026-12-02\nplatform: Teams'),
      loop: '---\nplaybook: confluent-ai-ml-pm\nfirstContact: 2026-11-23\n---\n',
    };
    assert.deepEqual(drawn('when', noZone), [
      'said |  | **Wed 2 Dec 2026** | America/New_York | Open the round’s file',
      'blank |  | No time yet |  | Write “time” into the round’s file',
      'blank |  | loop.md names no time zone, so this machine’s counts: America/New_York |  | Open loop.md',
      'said | Platform | Teams |  | Open the round’s file',
      'blank |  | No link yet |  | Write “link” into the round’s file',
    ]);
  });

  it('says when a round ends on the clocks of its day', () => {
    const berlin = (date: string, time: string): string =>
      drawn('when', round(`date: ${date}\ntime: "${time}"\nplace: 1 Main Street`))[0] ?? '';
    // The clocks go forward at 2:00 on 29 March 2026, and back at 3:00 on 25 October.
    assert.match(berlin('2026-03-29', '01:30'), /01:30–03:15\*\*/u);
    assert.match(berlin('2026-10-25', '02:30'), /02:30–02:15\*\*/u);
    assert.match(berlin('2026-12-02', '23:30'), /23:30–00:15\*\*/u);
  });

  it('has no comment of any file', () => {
    const hidden = '<!-- sotto voce -->';
    const open = '<!-- sotto voce';
    const files = {
      round: `---\nround: system-design\ndate: 2026-12-02\nplatform: "Zoom ${hidden}"\nplace: "Room ${hidden}"\ninterviewers:\n  - { name: "Ana ${hidden}", role: "PM ${hidden}", cares: "cost ${hidden}" }\nassigned: [{ prompt: "A win ${hidden}", story: latency }, { prompt: "Gap ${open}" }]\n---\n# Design ${hidden}\n\n- [ ] Name it ${open} ([feedback on Phone Screen](01-phone-screen.md))\n\n## Brief\n\nOpen with: I size ${hidden}\n\nLeave behind:\n\n- One ${open}\n`,
      stories: { latency: `# Bids ${hidden}\n\n## Impact\n\nWe won 12 % ${hidden} more.\n` },
      cheatSheet: `# Sheet\n\n## To ${open}\n\n\`\`\`latency-budget\nslo: 40 ms\nlook-up: 8 ms\n\`\`\`\n`,
      questions: `# Q\n\n- What would you stop? ${open}\n`,
    };
    const shown = (key: string, value: unknown): unknown => (key === 'link' ? undefined : value);
    const said = JSON.stringify(composeBrief(sampleFacts(files)), shown);
    assert.ok(said.includes('What would you stop?') && said.includes('I size'), said);
    assert.ok(!said.includes('sotto'), said);
    assert.ok(!briefMarkdown(composeBrief(sampleFacts(files))).includes('sotto'));
    // Problems quote what a file says.
    const wrong = {
      round: `---\nround: system-design\ndate: 2026-12-02\ntime: "14:00"\nplatform: "Zoom ${hidden}"\nlink: https://meet.google.com/abc\ntimeZone: "Nowhere ${hidden}"\nassigned: [{ prompt: A, story: "gone ${hidden}" }]\n---\n# Design ${hidden}\n`,
      files: {
        'rounds/03-x.md': `---\nround: product-sense\ndate: 2026-12-02\ntime: "14:30"\n---\n# Sense ${hidden}\n`,
      },
    };
    const problems = composeBrief(sampleFacts(wrong)).parts.flatMap((part) => part.lines);
    assert.ok(problems.filter(({ kind }) => kind === 'problem').length >= 4);
    assert.ok(!JSON.stringify(problems, shown).includes('sotto'), JSON.stringify(problems, shown));
  });

  it('says the address of a round that is held in a building, where no link is missing', () => {
    assert.deepEqual(drawn('when', round('date: 2026-12-02\ntime: "14:00"\nplace: 1 Main Street')).slice(1), [
      'said | Place | 1 Main Street |  | Open the round’s file',
    ]);
  });

  it('says what cannot be true at once', () => {
    const problems = (files: SampleFiles): string[] =>
      lines('when', files).flatMap(({ kind, text }) => (kind === 'problem' ? [text] : []));
    assert.deepEqual(problems(round('date: 2026-12-01\nplatform: Zoom\nlink: https://meet.google.com/abc')), [
      'The day is over, and the file says “planned”: it was on Tue 1 Dec 2026.',
      'The platform is “Zoom”, and the link leads to Google Meet.',
    ]);
    for (const [platform, link] of [
      ['Teams', 'https://teams.microsoft.com/l/1'],
      ['Meet', 'https://meet.google.com/abc'],
      ['Team meeting', 'https://acme.zoom.us/j/1'],
    ])
      assert.deepEqual(problems(round(`date: 2026-12-03\nplatform: ${platform}\nlink: ${link}`)), [], platform);
    assert.deepEqual(problems(round('date: 2026-12-03\nstatus: passed\nlink: javascript:alert(1)')), [
      'The file says “passed”, and the day is still to come.',
      '“link” is “javascript:alert(1)”: write a web address, such as https://meet.google.com/abc-defg-hij.',
    ]);
    assert.deepEqual(
      problems(round('date: 2026-12-02\ntime: 14:00\ntimeZone: America/New_York\nlink: https://a.zoom.us/')),
      ['The round’s file says America/New_York, and loop.md Europe/Berlin: the time is read as Europe/Berlin.'],
    );
    const other = '---\nround: product-sense\ndate: 2026-12-02\ntime: 14:30\n---\n# Product Sense\n';
    assert.deepEqual(
      problems({
        ...round('date: 2026-12-02\ntime: 14:00\nlink: https://a.zoom.us/'),
        files: { 'rounds/03-product-sense.md': other },
      }),
      ['Product Sense is at the same time as System Design: 14:30'],
    );
    assert.match(problems(round('date: 2026-02-30')).join(), /2026-02-30/u);
    assert.match(
      problems(round('date: 2026-12-02', '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n')).join(),
      /merge conflict/u,
    );
  });

  it('opens with the user’s sentence and leaves theirs behind; what is not written is a blank that leads there', () => {
    assert.deepEqual(drawn('open'), ['said |  | I cut bidding latency from **120 ms** to 35 ms. |  | Open its line']);
    assert.deepEqual(drawn('leave'), [
      'said |  | I size before I draw |  | Open its line',
      'said |  | I weigh cost |  | Open its line',
      'blank |  | 1 more to make three |  | Write them',
    ]);
    assert.deepEqual(drawn('open', round('')), ['blank |  | Your opening sentence is not written yet |  | Write it']);
    const link = lines('leave')[0]?.link;
    assert.ok(link?.kind === 'place');
    assert.equal(SAMPLE_ROUND.split('\n')[link.place.line ?? -1], '- I size before I draw');
    const four = round('', '## Brief\n- a\n- b\n- c\n- d\n');
    assert.equal(
      drawn('leave', four).at(-1),
      'problem |  | You wrote 4; nobody remembers more than 3 |  | Open the list',
    );
  });

  it('has each assigned story as one line with its figures, the gaps, and what is not there any more', () => {
    assert.deepEqual(drawn('stories'), [
      'said | The launch that failed | I rolled back a failed launch in 9 minutes and lost 0.1 % of users. | for “Tell me of a failure” | Open the story',
      'problem | A hard call | There is no story “gone” |  | Open the round’s file',
      'blank | A conflict | No story answers this yet |  | Find a story',
    ]);
    const more = drawn('stories', round('assigned: [{ prompt: A win, story: latency }, { prompt: B, story: empty }]'));
    assert.match(
      more[0] ?? '',
      /^said \| Bids in 35 ms \| We won 12 % more.*120 ms\. \| \$2M a year · \$0\.42 per million · for “A win”/u,
    );
    assert.equal(more[1], 'blank | Nothing yet | The story says nothing yet |  | Open the story');
  });

  it('finds stories for the round’s prompts where none is assigned, each once, and says so', () => {
    const found = lines('stories', round('status: planned'));
    assert.ok(found.filter(({ kind }) => kind === 'said').length >= 1);
    assert.equal(new Set(found.map(({ label }) => label)).size, found.length);
    assert.equal(found.at(-1)?.text, 'Found for this round’s prompts; you have assigned none yet');
    assert.deepEqual(drawn('stories', { ...round(''), stories: {} }), ['blank |  | No story yet |  | Write a story']);
  });

  it('finds the stories that assigning them would choose, best in total and not one by one', () => {
    const conflict =
      'I had a conflict with a peer, and we disagreed about the launch. The conflict ended in agreement.';
    const stories = {
      both: `---\ntitle: Both\ncompetencies: [streaming-scale]\n---\n## Impact\n${conflict} I failed, and the failure was my mistake: the launch failed.\n`,
      fight: `---\ntitle: Fight\n---\n## Impact\n${conflict}\n`,
    };
    const facts = sampleFacts({ ...round('status: planned'), stories });
    const prompt = (title: string, question: string): Prompt => ({
      ...(facts.prompts[0] as Prompt),
      title,
      question,
      competencies: [],
    });
    const prompts = [
      prompt('A conflict', 'Tell me about a conflict with a peer.'),
      prompt('A failure', 'Tell me about a failure or a mistake of yours.'),
    ];
    const index = facts.index;
    const answers = assignStories(index, prompts.map(askedInPrompt)).map(({ story }) => story);
    assert.deepEqual(answers, ['fight', 'both']);
    assert.deepEqual(
      storiesOfBrief({ ...facts, prompts }).map(({ name }) => name),
      answers,
    );
  });

  it('has the figures of the blocks, and says which block cannot be worked out', () => {
    assert.deepEqual(drawn('figures'), [
      'said | Latency budget | 33 of 40 ms, inference 76 % | To the caller | Open the block',
    ]);
    const broken = drawn('figures', { cheatSheet: '```capacity\nnodes: many\n```\n' });
    assert.deepEqual(broken, ['problem | Capacity | Cannot be worked out as it stands |  | Open the block']);
  });

  it('names the people and what they care about, questions, stated pay, and feedback to show as used', () => {
    assert.deepEqual(drawn('people'), [
      'said | Jane Doe | Cares about: latency, cost ([profile](https://example.com/jane)) | Director of PM | Open the round’s file',
      'blank | Sam | What they care about is not noted |  | Open the round’s file',
    ]);
    assert.deepEqual(drawn('questions'), ['said |  | What would you stop? |  | Open its line']);
    assert.deepEqual(drawn('stated'), [
      'said |  | base $205,000 | to Sam on 2026-11-25, in Phone Screen | Open the offer',
    ]);
    assert.deepEqual(drawn('feedback'), ['said |  | Name the fallback first | on Phone Screen | Open its line']);
  });

  // “in 01-phone-screen” and “in coffee-chat” stood there: an id was taken for the title of any round.
  it('names the round of a stated figure by its title, or in words', () => {
    const stated = (id: string): string | undefined =>
      drawn('stated', {
        offer: `---\ncurrency: USD\nstated:\n  - { date: 2026-11-25, round: ${id}, base: 205000 }\n---\n`,
      })[0];
    assert.match(stated('01-phone-screen') ?? '', /in Phone Screen \|/u);
    assert.match(stated('coffee-chat') ?? '', /in coffee chat \|/u);
  });

  it('has a blank for each of these that no file says anything of, and invents nothing', () => {
    const bare = { ...round(''), offer: '---\n---\n', questions: '', cheatSheet: '', stories: {} };
    const { parts } = composeBrief(sampleFacts(bare));
    for (const { id, lines: all } of parts) {
      assert.ok(
        all.every(({ kind }) => kind === 'blank'),
        id,
      );
      if (id !== 'figures') assert.ok(all.length > 0, id);
    }
  });

  it('leaves out the parts that others are not to see', () => {
    const { parts } = composeBrief(sampleFacts(), { without: ['stated', 'people', 'feedback'], hasLink: false });
    assert.deepEqual(
      parts.map(({ id }) => id),
      BRIEF_PARTS.filter((id) => !['stated', 'people', 'feedback'].includes(id)),
    );
    assert.ok(!JSON.stringify(parts).includes('zoom.us'));
  });

  it('shortens a line that is too long to glance at, and says how many more there are', () => {
    const long = round('', `## Brief\n\nOpen with: ${'very '.repeat(1000)}long\n`);
    const [open] = lines('open', long);
    assert.ok(open && open.text.length <= LONGEST_LINE && open.text.endsWith('…') && open.clipped);
    const asked = {
      questions: Array.from({ length: 50 }, (_, index) => `- Why ${index}? (chosen, round: system-design)`).join('\n'),
    };
    assert.equal(lines('questions', asked).length, MOST_LINES);
    assert.equal(lines('questions', asked).at(-1)?.text, '21 more are in the file');
  });

  it('is a Markdown file, too, in which nothing hostile is alive', () => {
    const text = briefMarkdown(composeBrief(sampleFacts()));
    assert.ok(
      text.startsWith('# System Design\n\nAcme PM\n\n## When and where\n\n- **Wed 2 Dec 2026, 14:00–14:45**'),
      text,
    );
    assert.ok(text.includes('- **A conflict** *No story answers this yet*'), text);
    assert.ok(!text.includes('private'), text);
    const hostile = briefMarkdown(
      composeBrief(
        sampleFacts({
          ...round(
            'platform: "<img src=x onerror=alert(1)>"\ninterviewers: ["<script>x</script>"]',
            '## Brief\n\nOpen with: ![a](https://evil.example/a.png) [run](command:evil) <script>alert(1)</script>\n',
          ),
          stories: {
            a: '---\ntitle: "<b>![x](http://evil/x)"\nrounds: [system-design]\n---\n## Impact\n[x](javascript:alert) <iframe src=y>\n',
          },
        }),
      ),
    );
    assert.ok(!/(?<!\\)<(?=[a-z/!])/iu.test(hostile), hostile);
    assert.ok(!/(?<!\\)!\[/u.test(hostile), hostile);
    assert.ok(!/(?<!\\)\]\((?!https?:)/u.test(hostile), hostile);
  });
});
