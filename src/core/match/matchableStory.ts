import type { Story } from '../story/parseStory';
import type { MatchableStory } from './storyIndex';

/** Of a story without sections, so much is its impact: about its first sentences, in characters. */
const OPENING = 300;

/** What of a story is matched: what is said of it. @param id tells stories apart. */
export function matchableStory(id: string, title: string, story: Story): MatchableStory {
  const { said, bodyStart, sections, competencies } = story;
  const impact = sections.find(({ name }) => name === 'Impact');
  return {
    id,
    title,
    impact: impact ? said.slice(impact.contentStart, impact.end) : said.slice(bodyStart, bodyStart + OPENING),
    body: said.slice(bodyStart),
    competencies,
  };
}
