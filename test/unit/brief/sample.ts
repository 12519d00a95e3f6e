/** A loop of which every line of a page is known. */
import type { BriefFacts } from '../../../src/core/brief/briefFacts';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { parseFile } from '../../../src/core/loop/parseFile';
import { matchableStory } from '../../../src/core/match/matchableStory';
import { StoryIndex } from '../../../src/core/match/storyIndex';
import { readOffer } from '../../../src/core/offer/readOffer';
import type { LoadedPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { readQuestions } from '../../../src/core/questions/readQuestions';
import { parseStory } from '../../../src/core/story/parseStory';
import { builtIn } from '../loop/builtIn';

export const SAMPLE_PLAYBOOK: LoadedPlaybook = builtIn('confluent-ai-ml-pm');

export const SAMPLE_STORIES: Readonly<Record<string, string>> = {
  latency:
    '---\ntitle: Bids in 35 ms\ncompetencies: [streaming-scale]\n---\n## Impact\nWe won 12 % more auctions by answering in 35 ms instead of 120 ms. It earned $2M a year.\n\n## Result\nCost fell to $0.42 per million.\n',
  failure:
    '---\ntitle: The launch that failed\n---\n## Impact\nI rolled back a failed launch in 9 minutes and lost 0.1 % of users.\n',
  empty: '---\ntitle: Nothing yet\n---\n## Impact\n\n',
};

export const SAMPLE_ROUND = `---
round: system-design
date: 2026-12-02
time: "14:00"
platform: Zoom
link: https://acme.zoom.us/j/123
interviewers:
  - { name: Jane Doe, role: Director of PM, cares: "latency, cost", link: "https://example.com/jane" }
  - Sam
assigned:
  - { prompt: Tell me of a failure, story: failure.md }
  - { prompt: A hard call, story: gone.md }
  - { prompt: A conflict }
---

# System Design

- [ ] Name the fallback first ([feedback on Phone Screen](01-phone-screen.md))

## Brief

Open with: I cut bidding latency from **120 ms** to 35 ms.

Leave behind:

- I size before I draw
- I weigh cost

## Notes

private
`;

export interface SampleFiles {
  readonly round?: string;
  readonly loop?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly stories?: Readonly<Record<string, string>>;
  readonly questions?: string;
  readonly offer?: string;
  readonly cheatSheet?: string;
}

const LOOP =
  '---\nplaybook: confluent-ai-ml-pm\ncompany: Acme\nrole: PM\nfirstContact: 2026-11-23\ndays: 22\ntimeZone: Europe/Berlin\n---\n';

export function sampleFacts(files: SampleFiles = {}): BriefFacts {
  const text = files.round ?? SAMPLE_ROUND;
  const parsed = new Map(
    Object.entries({
      'loop.md': files.loop ?? LOOP,
      'rounds/01-phone-screen.md': '---\nround: phone-screen\ndate: 2026-11-25\nstatus: done\n---\n# Phone Screen\n',
      'rounds/02-system-design.md': text,
      ...files.files,
    }).map(([path, content]) => [path, parseFile(content)] as const),
  );
  const loop = assembleLoop('acme', parsed, [], () => SAMPLE_PLAYBOOK);
  const round = loop.rounds.find(({ id }) => id === 'system-design');
  if (!round) throw new Error('The sample has no round.');
  const stories = Object.entries(files.stories ?? SAMPLE_STORIES).map(([name, story]) => ({
    name,
    path: `stories/${name}.md`,
    story: parseStory(story),
  }));
  return {
    loop,
    round,
    text,
    today: '2026-12-02',
    machineZone: 'America/New_York',
    prompts: SAMPLE_PLAYBOOK.rounds.find(({ id }) => id === 'system-design')?.prompts ?? [],
    stories,
    index: new StoryIndex(stories.map(({ name, story }) => matchableStory(name, story.title ?? name, story))),
    figureFiles: [
      {
        path: 'acme/cheat-sheet.md',
        text:
          files.cheatSheet ??
          '# Sheet\n\n## To the caller\n\n```latency-budget\nslo: 40 ms\nlook-up: 8 ms\ninference: 25 ms\n```\n',
      },
    ],
    questions: readQuestions(
      files.questions ??
        '# Questions\n\n- What would you stop? (chosen, round: system-design)\n- Who decides? (asked 2026-11-25)\n',
      loop.rounds,
    ),
    heard: [],
    offer: {
      path: 'acme/offer.md',
      offer: readOffer(
        files.offer ??
          '---\ncurrency: USD\nstated:\n  - { date: 2026-11-25, round: phone-screen, to: Sam, base: 205000 }\n---\n',
      ).offer,
    },
    sessions: [],
  };
}
