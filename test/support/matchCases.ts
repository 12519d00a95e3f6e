import { readFileSync } from 'node:fs';
import { StoryIndex, type MatchableStory } from '../../src/core/match/storyIndex';

/** A question, and the stories that a coach would tell, any of them; none where the bank has no such story. */
export interface Case {
  readonly question: string;
  readonly best: readonly string[];
}

export interface Bank {
  readonly name: string;
  readonly stories: readonly MatchableStory[];
  readonly cases: readonly Case[];
}

/** Reads banks of stories and questions from Markdown: see `test/fixtures/match`. */
export function readBanks(path: string): Bank[] {
  return readFileSync(path, 'utf8')
    .split(/^# Bank: /mu)
    .slice(1)
    .map((text) => {
      const [name = '', ...blocks] = text.split(/\n(?=## |Q: )/u);
      const isCase = (block: string): boolean => block.startsWith('Q: ');
      return {
        name: name.trim(),
        stories: blocks.filter((block) => !isCase(block)).map(storyOf),
        cases: blocks.filter(isCase).map((block) => {
          const [question = '', best = ''] = block.slice(3).trim().split(' => ');
          return { question, best: best === 'gap' ? [] : best.split(', ') };
        }),
      };
    });
}

function storyOf(block: string): MatchableStory {
  const [head = '', ...lines] = block.slice(3).split('\n');
  const [id = '', title = '', competencies = ''] = head.split(' | ');
  const textOf = (line: string): string => line.replace(/^[\w-]+: /u, '');
  return {
    id,
    title,
    impact: textOf(lines[0] ?? ''),
    body: lines.map(textOf).join('\n'),
    competencies: competencies.split(', '),
  };
}

export interface Accuracy {
  /** How often one of the best stories comes first, and among the first three, as shares of `answered`. */
  readonly first: number;
  readonly firstThree: number;
  readonly answered: number;
  /** Of the questions without a story, those that are said to be a gap. */
  readonly gapsFound: number;
  readonly gaps: number;
}

export function accuracyOf(banks: readonly Bank[]): Accuracy {
  const found = banks.flatMap(({ stories, cases }) => {
    const index = new StoryIndex(stories);
    return cases.map(({ question, best }) => ({ best, matches: index.find({ question }) }));
  });
  const answered = found.filter(({ best }) => best.length > 0);
  const gaps = found.filter(({ best }) => best.length === 0);
  const share = (most: number): number =>
    answered.filter(({ best, matches }) => matches.slice(0, most).some(({ id }) => best.includes(id))).length /
    answered.length;
  return {
    first: share(1),
    firstThree: share(3),
    answered: answered.length,
    gapsFound: gaps.filter(({ matches }) => matches.every(({ fit }) => fit === 'gap')).length,
    gaps: gaps.length,
  };
}
