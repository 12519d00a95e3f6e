import type { StoryContext } from '../context';
import type { JudgedFigure } from '../figures';
import { openingOf } from '../greeting';
import { NO_CLASSES } from '../lexicon/classes';
import type { Rule } from '../rule';
import { saysFigures } from './impactFirst';

/** The figure says what came of it: not what was to be, and not how many were asked on the way. */
function isResult(story: StoryContext, { role, sentence, quantity }: JudgedFigure): boolean {
  if (role === 'none' || story.isSetting(sentence)) return false;
  if (story.sectionOf(sentence) !== 'Action' || quantity.kind !== 'count' || quantity.from !== undefined) return true;
  const { change, achieve, adopt } = story.sentences[sentence]?.has ?? NO_CLASSES;
  return change || achieve || adopt;
}

export const metricMissing: Rule<'metric-missing'> = {
  code: 'metric-missing',
  severity: 'warning',
  title: 'A metric is missing',
  summary: 'The story has at least one quantified outcome.',
  raisedWhen: 'there is no quantified outcome anywhere',
  weight: { points: 20, most: 20 },
  scene: { says: { Impact: '{weak}', Result: 'Everyone was glad of it.' } },
  kinds: ['story'],
  check(story) {
    if (story.draft || story.sentences.length === 0) return [];
    if (story.figures.some((figure) => isResult(story, figure))) return [];
    if (story.sentences.some((_, index) => !story.isSetting(index) && saysFigures(story, index))) return [];
    // A blank where the figure belongs says so itself.
    if (story.parsed.placeholders.length > 0) return [];
    const places = story.usesHeadings ? (['Result', 'Impact', undefined] as const) : [undefined];
    const openings = places.map((name) =>
      openingOf(story, name ? story.sentencesIn(name) : [...story.sentences.keys()]),
    );
    const at = story.sentences[openings.find((index) => index !== undefined) ?? 0];
    if (!at) return [];
    const message =
      'No outcome in this story has a figure. Dates, team sizes and how long it took do not count: what changed, and by how much?';
    return [{ start: at.start, end: at.end, message }];
  },
};
