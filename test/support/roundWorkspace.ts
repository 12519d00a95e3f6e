/** A small workspace with one loop on a playbook of its own, for tests that need a round whose every text is known. */

const manifest = {
  id: 'acme-pm',
  company: 'Acme',
  role: 'Product Manager',
  title: 'Acme PM loop',
  source: 'Made up for the tests.',
  days: 20,
  competencies: [
    { id: 'scale', title: 'Scale', description: 'Reasons from load to design.', anchors: ['1', '2', '3', '4'] },
    { id: 'clarity', title: 'Clarity', description: 'Says it in a sentence.', anchors: ['1', '2', '3', '4'] },
  ],
  rounds: [
    {
      id: 'phone-screen',
      title: 'Phone Screen',
      minutes: 30,
      day: 3,
      judges: 'fit and clarity',
      competencies: ['clarity'],
      phases: [
        { title: 'Opening', minutes: 5, cue: 'Say who you are.' },
        { title: 'Stories', minutes: 25, cue: 'Lead with the outcome.' },
      ],
    },
    {
      id: 'system-design',
      title: 'System Design',
      minutes: 45,
      day: 9,
      judges: 'serving a model at scale: throughput, latency, operations',
      competencies: ['scale', 'clarity'],
      signals: ['throughput', 'latency budget'],
      phases: [
        { title: 'Requirements', minutes: 5, cue: 'Ask for load and latency before drawing anything.' },
        { title: 'Estimate', minutes: 10, cue: 'Size partitions, state and nodes.' },
        { title: 'Design', minutes: 20, cue: 'Draw the path of one event.' },
        { title: 'Questions', minutes: 10, cue: 'Ask what would change their mind.' },
      ],
    },
  ],
};

const design = `# System Design

## Guide
Begin with **figures**, not boxes. See [the checklist](../playbook.json) and [the paper](https://example.com/paper).

### What they look for
- a latency budget by stage
- \`events/s\` before brokers

| Stage | Budget |
| --- | --- |
| lookup | 8 ms |

## Checklist
- [ ] Know the throughput by heart

## Prompts
### Fraud scores in the stream
Design a service that scores card payments for fraud **before** they are approved, at 1M events/s.

Listen for:
- asks what a wrong answer costs
- splits the 40 ms by stage

Competencies: scale

### A cluster of ten nodes
You are given ten nodes. What is the first thing that breaks when the load doubles?

Competencies: scale, clarity

## Weak and strong
### The model
**Weak:** We built a transformer.

**Strong:** We served a transformer at 1.2M events/s within 30 ms.

**Why:** The constraint is the achievement.
`;

export const ROUND_FILE = 'prep/acme/rounds/02-system-design.md';
export const ROUND_TEXT = `---
round: system-design
date: 2030-01-09
time: "14:00"
pinned: false
status: planned
---

# System Design

## Checklist

- [ ] Know the throughput by heart
- [x] Redraw the design from memory
  - [ ] with the \`replay\` path
- [ ] Read [the notes](../notes.md)

## Notes
`;

const PLAYBOOK = 'prep/playbooks/acme-pm';
export const PLAYBOOK_FILE = `${PLAYBOOK}/playbook.json`;

/** The workspace's files: path from its root → text. */
export const ROUND_WORKSPACE: Readonly<Record<string, string>> = {
  [PLAYBOOK_FILE]: JSON.stringify(manifest, undefined, 2),
  [`${PLAYBOOK}/rounds/system-design.md`]: design,
  [`${PLAYBOOK}/rounds/phone-screen.md`]: design.replace('System Design', 'Phone Screen'),
  'prep/acme/loop.md':
    '---\nplaybook: acme-pm\ncompany: Acme\nrole: Product Manager\nfirstContact: 2030-01-01\ndays: 20\n---\n\n# Acme PM loop\n',
  'prep/acme/notes.md': '# Notes\n',
  'prep/acme/rounds/01-phone-screen.md':
    '---\nround: phone-screen\ndate: 2030-01-03\nstatus: planned\n---\n\n# Phone Screen\n\n## Checklist\n\n- [ ] Charge the phone\n\n## Notes\n',
  [ROUND_FILE]: ROUND_TEXT,
};
