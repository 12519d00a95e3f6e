/** A small playbook without a problem, for tests to break in one place at a time. */
import assert from 'node:assert/strict';
import { loadPlaybook, type LoadedPlaybook, type LoadResult } from '../../../src/core/playbook/loadPlaybook';
import type { Problem } from '../../../src/core/ports';

export const PLAYBOOK_JSON = `{
  "id": "acme-pm",
  "company": "Acme",
  "role": "Product Manager",
  "title": "Acme PM loop",
  "source": "Invented.",
  "days": 14,
  "competencies": [
    { "id": "impact", "title": "Impact", "description": "Opens with the outcome.", "anchors": ["none", "late", "first", "first and attributed"] }
  ],
  "rounds": [
    {
      "id": "screen", "title": "Screen", "minutes": 30, "day": 2, "judges": "fit", "competencies": ["impact"],
      "exemplar": "exemplars/screen.md",
      "phases": [{ "title": "Opening", "minutes": 10, "cue": "Say who you are." }, { "title": "Talk", "minutes": 20, "cue": "Tell one story." }]
    },
    {
      "id": "case", "title": "Case", "minutes": 45, "day": 9, "judges": "judgement", "competencies": ["impact"],
      "phases": [{ "title": "Case", "minutes": 45, "cue": "Solve it." }]
    }
  ],
  "feedback": { "day": 5, "title": "Feedback day", "after": "screen" },
  "preparation": [{ "id": "stories", "title": "Write stories", "day": 1, "before": "screen", "minutes": 60 }],
  "targets": [{ "id": "latency", "title": "Latency", "kind": "duration", "unit": "ms", "value": 40, "direction": "at-most" }],
  "compensation": { "currency": "USD", "base": { "low": 100000, "high": 120000 } },
  "fit": [{ "id": "years", "question": "Three years?", "expects": "3+ years." }]
}
`;

const ROUND = `# Screen

## Guide

Be *brief*.

### A detail

More.

## Checklist

- [ ] One
- [x] Two with \`code\`

## Prompts

### Launch

Tell me about
a launch.

Some context.

Listen for:
- the outcome
- the trade-off,
  in a figure

Competencies: impact

## Weak and strong

### Naming a model

**Weak:** We built a transformer.

**Strong:** It served 1.2M events/s
in 30 ms.

**Why:** The constraint is the story.
`;

export function sampleFiles(): Map<string, string> {
  return new Map([
    ['playbook.json', PLAYBOOK_JSON],
    ['rounds/screen.md', ROUND],
    ['rounds/case.md', ROUND.replace('# Screen', '# Case')],
    ['preparation.md', '# Preparation\n\n- [ ] **Write stories.** Five of them.\n'],
    [
      'drills.md',
      '# Drills\n\n## Streams\n\n### What is a partition?\n\nA log.\n\nOrdered.\n\nCompetencies: impact\n\n### What is lag?\n\nDistance.\n',
    ],
    ['stories/launch.md', '---\ntitle: ${1:Title}\n---\n\n## Impact\n\n$0\n'],
    ['examples/launch.md', '---\ntitle: 9 kept\n---\n\n## Impact\n\nWe kept nine.\n'],
    ['exemplars/screen.md', '# Screen\n\n### 0:00 Opening\n\n“Nine were kept.”\n'],
    ['scripts/close.md', '# Close\n\nThank you for ${topic}.\n'],
    ['cheat-sheet.md', '# Sheet\n\nOne page.\n'],
    ['questions.md', '# Questions\n\n## Metrics\n\n1. Which one?\n'],
    ['insights.md', '# Insights\n\n## One\n\nText.\n'],
  ]);
}

/** Loads the sample with some files changed; `undefined` takes a file away. */
export function loadWith(changes: Record<string, string | undefined>): LoadResult {
  const files = sampleFiles();
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) files.delete(path);
    else files.set(path, text);
  }
  return loadPlaybook(files, 'acme-pm');
}

/** Loads the sample with one piece of playbook.json replaced. */
export function loadJson(from: string, to: string): LoadResult & { readonly text: string } {
  assert.ok(PLAYBOOK_JSON.includes(from), `the sample has ${from}`);
  const text = PLAYBOOK_JSON.replace(from, to);
  return { ...loadWith({ 'playbook.json': text }), text };
}

export function loaded({ playbook }: LoadResult): LoadedPlaybook {
  assert.ok(playbook, 'the playbook is loaded');
  return playbook;
}

/** A problem as a reader meets it: the file, what is underlined there, and the sentence. */
export function seen({ problems }: LoadResult, texts: Record<string, string>): string[] {
  return problems.map(
    ({ path, start, end, severity, message }: Problem) =>
      `${severity} ${path} ⟦${(texts[path] ?? '').slice(start, end)}⟧ ${message}`,
  );
}
