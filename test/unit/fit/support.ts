/** The labelled cases of the fit check, and the stories that they are about. */
import { readFileSync } from 'node:fs';
import type { FitState, FitStory } from '../../../src/core/fit/fitModel';
import { loadPlaybook } from '../../../src/core/playbook/loadPlaybook';
import type { FitRequirement } from '../../../src/core/playbook/schema';
import { shareWritten } from '../../../src/core/story/coverage';
import { parseStory } from '../../../src/core/story/parseStory';
import { builtInFiles } from '../playbook/builtIn';

export interface CaseStory {
  /** A whole story without headings. */
  readonly text?: string;
  readonly impact?: string;
  readonly situation?: string;
  readonly task?: string;
  readonly action?: string;
  readonly result?: string;
  readonly competencies?: readonly string[];
  /** Only what is given is written. */
  readonly draft?: boolean;
}

export interface FitCase {
  readonly name: string;
  /** An id of the Confluent playbook, or a requirement. */
  readonly requirement: string | FitRequirement;
  readonly stories: readonly CaseStory[];
  readonly expect: FitState;
}

const FULL = {
  impact: 'Fewer shops left in the spring.',
  situation: 'The report came too late to act on.',
  task: 'I was asked to change that.',
  action: 'I talked to the people who use it and wrote down what they wait for.',
  result: 'The change has been in use since May.',
  tradeOffs: 'I gave up the export to keep the date.',
};
const EMPTY = { impact: '', situation: '', task: '', action: '', result: '', tradeOffs: '' };

/** A story as Markdown. */
export function markdownOf({ text, competencies = [], draft = false, ...own }: CaseStory): string {
  const front = `---\ntitle: A story\ncompetencies: [${competencies.join(', ')}]\nrounds: []\n---\n\n`;
  if (text !== undefined) return `${front}${text}\n`;
  const part = { ...(draft ? EMPTY : FULL), ...own };
  return `${front}## Impact\n\n${part.impact}\n\n## Situation\n\n${part.situation}\n\n## Task\n\n${part.task}\n\n## Action\n\n${part.action}\n\n## Result\n\n${part.result}\n\n## Trade-offs\n\n${part.tradeOffs}\n`;
}

/** A story as the check sees it. @param score undefined where it was not worked out. */
export function fitStory(markdown: string, path = 'stories/one.md', score?: number): FitStory {
  const parsed = parseStory(markdown);
  const { title = path, competencies, rounds, sections, filledCount, words } = parsed;
  return {
    path,
    title,
    competencies,
    rounds,
    score,
    written: shareWritten(parsed),
    sectionsFilled: sections.length === 0 ? undefined : filledCount,
    words,
    parsed,
  };
}

export const fitStories = ({ stories }: Pick<FitCase, 'stories'>): FitStory[] =>
  stories.map((story, index) => fitStory(markdownOf(story), `stories/${index + 1}.md`));

/** A playbook that ships. */
export function shipped(id: string) {
  const { playbook } = loadPlaybook(builtInFiles(id), id);
  if (!playbook) throw new Error(`the playbook ${id} cannot be read`);
  return playbook;
}

const confluent = shipped('confluent-ai-ml-pm');

const read = (name: string) => JSON.parse(readFileSync(`test/fixtures/fit/${name}.json`, 'utf8')) as readonly FitCase[];

export const CASES = ['cases', 'cases-2', 'cases-3', 'cases-4', 'cases-5'].flatMap((name) => read(name));

/** The playbook with only what the case asks for. */
export function playbookOf({ requirement }: Pick<FitCase, 'requirement'>) {
  const fit = typeof requirement === 'string' ? confluent.fit.filter(({ id }) => id === requirement) : [requirement];
  if (fit.length === 0) throw new Error(`no requirement ${String(requirement)}`);
  return { fit, competencies: confluent.competencies };
}
