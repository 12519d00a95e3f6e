import { countWords } from '../../countWords';
import type { StorySection } from '../../parseStory';
import { formatSeconds, speakingSeconds } from '../../spoken';
import type { SectionName } from '../../storySections';
import type { StoryContext } from '../context';
import type { Rule } from '../rule';
import type { Sentence } from '../sentences';

/** Seconds that a story may take where it sets no target of its own: 325 words at 130 a minute. */
export const DEFAULT_SPOKEN_SECONDS = 150;

export const tooLongToSay: Rule<'too-long-to-say'> = {
  code: 'too-long-to-say',
  severity: 'warning',
  title: 'Too long to say',
  summary: 'The story can be said in its target time.',
  raisedWhen: 'saying it takes longer than the story’s `spoken` target (150 s)',
  weight: { points: 3, most: 3 },
  anyLanguage: true,
  scene: { frontMatter: 'spoken: 15' },
  kinds: ['story'],
  check(story) {
    const target = story.parsed.spokenTarget ?? DEFAULT_SPOKEN_SECONDS;
    const { words } = story.parsed;
    if (words * 60 <= target * story.wordsPerMinute) return [];
    const at = runsOutAt(story, Math.floor((target * story.wordsPerMinute) / 60));
    if (!at) return [];
    const over = words - Math.floor((target * story.wordsPerMinute) / 60);
    const message = `Said aloud, this story takes ${formatSeconds(speakingSeconds(words, story.wordsPerMinute))}; its target of ${formatSeconds(target)} is over here. Cut ${over} ${over === 1 ? 'word' : 'words'}.`;
    return [{ start: at.start, end: at.end, message }];
  },
};

/** The sentence in which the word after the first `words` is said. */
function runsOutAt(story: StoryContext, words: number): Sentence | undefined {
  let said = 0;
  let skipTo = 0;
  for (let index = 0; index < story.sentences.length; index += 1) {
    const sentence = story.sentences[index] as Sentence;
    if (sentence.start < skipTo) continue;
    // A section that is said in time as a whole has been counted already.
    const name = story.sectionOf(index);
    const section =
      name !== undefined && index > 0 && story.sectionOf(index - 1) !== name ? lastOf(story, name) : undefined;
    if (section && said + section.words <= words) {
      said += section.words;
      skipTo = section.end;
      continue;
    }
    said += countWords(story.parsed.said, sentence.start, sentence.end);
    if (said > words) return sentence;
  }
  return story.sentences[story.sentences.length - 1];
}

/** Of several sections of one name, the last. */
function lastOf({ parsed: { sections } }: StoryContext, name: SectionName): StorySection | undefined {
  for (let i = sections.length - 1; i >= 0; i -= 1) if (sections[i]?.name === name) return sections[i];
  return undefined;
}
