import assert from 'node:assert/strict';
import { lintStory, type RuleCode, type TextKind } from '../../../../src/core/story/lint';

/** A story with nothing to say about; each test replaces one section. */
export const SOUND = {
  Impact: 'Churn among small shops fell from 8% to 5% within two quarters, worth $1.2M a year.',
  Situation: 'Shops left in their second month and nobody knew why.',
  Task: 'I was asked to find out and to stop it.',
  Action: 'I rang thirty shops, found the broken import and had it rebuilt.',
  Result: 'Renewals are up 9% on the year before.',
  'Trade-offs': 'We gave up the redesign to get it done.',
};

export type Sections = Partial<typeof SOUND>;

export const storyWith = (sections: Sections): string =>
  Object.entries({ ...SOUND, ...sections })
    .map(([heading, text]) => `## ${heading}\n\n${text}\n`)
    .join('\n');

/** The texts that a code is found at. */
export function found(code: RuleCode, text: string, kind?: TextKind): string[] {
  return lintStory(text, { kind })
    .filter((finding) => finding.code === code)
    .map(({ start, end }) => text.slice(start, end));
}

/** One test a sentence, so that a failure names it. */
export function table(
  code: RuleCode,
  raised: boolean,
  sentences: readonly string[],
  place: (sentence: string) => Sections,
): void {
  for (const sentence of sentences) {
    it(`${raised ? 'is raised by' : 'is quiet on'} “${sentence.replace(/\n/gu, ' ')}”`, () =>
      assert.equal(found(code, storyWith(place(sentence))).length > 0, raised));
  }
}
