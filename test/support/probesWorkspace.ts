/** The workspace of one round, in which a run is three shorter prompts: they fill the round together. */
import { ROUND_WORKSPACE } from './roundWorkspace';

function probe(title: string, minutes: number, phase: string): string {
  return `### ${title}
How would you do it, at a million events a second, and what do you give up for it?

Listen for:
- a figure
- a cost

Follow-ups:
- Why not the other, in ${title}? Good: names the cost of both. Bad: says that it is best practice.
- And at ten times the load? Good: a limit, and what breaks there. Bad: “we would scale it”.

Phase: ${phase}
Minutes: ${minutes}
Competencies: scale
`;
}

/** @param first how many minutes the first prompt takes, 1 to 15. */
export function probesWorkspace(first = 15): Readonly<Record<string, string>> {
  const prompts = [
    probe('Lag', 20, 'Design'),
    probe('Ten nodes', 10, 'Estimate'),
    probe('Load', first, 'Requirements'),
  ];
  return {
    ...ROUND_WORKSPACE,
    'prep/playbooks/acme-pm/rounds/system-design.md': `# System Design

## Guide
Begin with figures.

## Checklist
- [ ] Know it

## Prompts
${prompts.join('\n')}
## Weak and strong
### The model
**Weak:** We built it.

**Strong:** We served it at 1.2M events/s.
`,
  };
}
