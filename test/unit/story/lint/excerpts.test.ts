/** Excerpts with the rules a careful coach raised, and those the coach would not hear of; the bench counts them. */
import assert from 'node:assert/strict';
import { lintStory } from '../../../../src/core/story/lint';
import blind from '../../../fixtures/findings/blind.json';
import byOthers3 from '../../../fixtures/findings/by-others-3.json';
import develop from '../../../fixtures/findings/develop.json';
import fresh from '../../../fixtures/findings/fresh.json';
import own from '../../../fixtures/findings/own.json';

interface Excerpt {
  readonly text: string;
  readonly expect: readonly string[];
  readonly silent: readonly string[];
}

/** What the coach raised and no rule does, by how the excerpt begins. Whoever betters a rule takes its line out. */
const MISSED: Readonly<Record<string, readonly string[]>> = {
  '## Outcome\nEveryone was happier with the shift plan': ['metric-missing'],
  '**Outcome:** The new layout brought vastly more sales': ['metric-missing'],
  'I work for a regional newspaper that was founded': ['setup-too-long'],
  'I interviewed 80 parents, of whom 52': ['wrong-arithmetic'],
  'Let me give you some background first.': ['setup-too-long'],
  '## Outcome\nAt the end of the pilot 88 % of the calls': ['baseline-missing'],
  '## Result\nNew hires are productive after 12 days': ['baseline-missing'],
  '## Impact\nUp to 20,000 customers could see': ['impact-first', 'metric-missing'],
  'Ten thousand people visited our fair.': ['impact-first'],
  'Context: The job came with a budget of $1.4 million': ['impact-first'],
  '## Result\nWe saved huge amounts of money with it.': ['time-frame-missing'],
  'Well, where do I start. It was in the days': ['setup-too-long'],
  '**Action:** The press was taken out of service': ['ownership'],
  '## Result\n\nTODO: ask Maren for the final numbers.': ['metric-missing'],
  'Impact: Customer satisfaction with our branch is now 4.6': ['task-unanswered'],
};

const missedIn = (text: string): readonly string[] =>
  Object.entries(MISSED).find(([beginning]) => text.startsWith(beginning))?.[1] ?? [];

const found = (text: string): string[] => [...new Set<string>(lintStory(text).map(({ code }) => code))];

describe('what a careful coach raises', () => {
  for (const [name, excerpts] of Object.entries({ develop, own, fresh, blind, 'by others, 3': byOthers3 }) as [
    string,
    readonly Excerpt[],
  ][])
    for (const [index, { text, expect, silent }] of excerpts.entries())
      it(`is raised, and nothing the coach would not hear of: ${name}, ${index + 1}: ${text.slice(0, 60).replace(/\s+/gu, ' ')}`, () => {
        const codes = found(text);
        const missed = missedIn(text);
        assert.deepEqual(
          expect.filter((code) => !codes.includes(code)),
          missed,
        );
        assert.deepEqual(
          silent.filter((code) => codes.includes(code)),
          [],
        );
      });
});
