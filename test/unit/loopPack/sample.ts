/** A loop with something in every part of a pack. */
import type { LoopPackFacts } from '../../../src/core/loopPack/loopPackModel';
import { readOffer } from '../../../src/core/offer/readOffer';
import { EMPTY_SESSION } from '../../../src/core/sessions/sessionModel';
import { builtInFiles } from '../playbook/builtIn';
import { sampleFacts, type SampleFiles } from '../brief/sample';

/** What is put into the private fields. */
export interface Secrets {
  readonly name: string;
  readonly cares: string;
  readonly feedback: string;
  readonly answer: string;
  readonly base: number;
  readonly said: number;
}

export const SECRETS: Secrets = {
  name: 'Zebulon Quark',
  cares: 'zirconium',
  feedback: 'Mumbles xylophonically',
  answer: 'They said plutonium',
  base: 217_431,
  said: 223_817,
};

export function packFacts(
  secrets: Secrets = SECRETS,
  more: Partial<LoopPackFacts> = {},
  files: SampleFiles = {},
): LoopPackFacts {
  const { name, cares, feedback, answer, base, said } = secrets;
  const round = `---\nround: system-design\ndate: 2026-12-02\ntime: "14:00"\nlink: https://acme.zoom.us/j/987654\ninterviewers:\n  - { name: ${JSON.stringify(name)}, cares: ${JSON.stringify(cares)} }\nassigned:\n  - { prompt: A win, story: latency }\n---\n\n# System Design\n\n- [ ] ${feedback} ([feedback on Phone Screen](../sessions/a.md))\n\n## Brief\n\nOpen with: I size before I draw.\n\n## Notes\n\n${answer}\n\n## Debrief\n\n### What failed?\n\n- Pushed on: ${answer}\n\n## Feedback\n\n- ${feedback}\n`;
  const offer = `---\nbase: ${base}\ncurrency: USD\nstated:\n  - { date: 2026-11-25, to: ${JSON.stringify(name)}, base: ${said} }\nasks:\n  target: { base: ${base}, impact: x }\n---\n\n${answer}\n`;
  const questions = `# Questions\n\n- What would you stop?\n- What does ${name} want?\n- Who decides? (asked 2026-11-25)\n\n  ${answer}\n`;
  const facts = sampleFacts({
    round,
    offer,
    questions,
    files: {
      'preparation.md': `- [ ] **Practise aloud.** Now\n- [ ] ${feedback} ([feedback on Phone Screen](sessions/a.md))\n`,
    },
    ...files,
  });
  const session = {
    ...EMPTY_SESSION,
    path: 'acme/sessions/a.md',
    round: 'system-design',
    kind: 'mock' as const,
    started: '2026-11-29T10:00:00+01:00',
    notes: answer,
    peerComments: answer,
    feedback: [{ line: 1, text: feedback, taken: false }],
  };
  return {
    loop: facts.loop,
    machineZone: 'Europe/Berlin',
    briefs: [{ ...facts, sessions: [session], heard: [answer, feedback] }],
    stories: facts.stories.filter((story) => story.name === 'latency'),
    cheatSheet: { path: 'acme/cheat-sheet.md', text: builtInFiles('confluent-ai-ml-pm').get('cheat-sheet.md') ?? '' },
    scripts: [
      { path: 'acme/scripts/closing.md', text: '---\na: 1\n---\n# Closing\n\nThank you. <!-- mine -->\n' },
      { path: 'acme/scripts/the-ask.md', text: `# The ask\n\nI ask for $${base.toLocaleString('en-US')}.\n` },
    ],
    questions: { path: 'acme/questions.md', text: questions },
    offer: { path: 'acme/offer.md', offer: readOffer(offer).offer },
    sessions: [session],
    ...more,
  };
}
