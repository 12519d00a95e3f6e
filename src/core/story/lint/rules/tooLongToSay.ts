import { formatSeconds, speakingSeconds } from '../../spoken';
import { countWords } from '../../words';
import type { StoryContext } from '../context';
import type { Sentence } from '../scan';
import type { Rule } from '../types';

/** Seconds that a story may take where it sets no target of its own: about 330 words at 130 a minute. */
export const DEFAULT_SPOKEN_SECONDS = 150;

export const tooLongToSay: Rule = {
  code: 'too-long-to-say',
  severity: 'warning',
  summary: 'The story can be said in its target time.',
  kinds: ['story'],
  check(story) {
    const target = story.story.spokenTarget ?? DEFAULT_SPOKEN_SECONDS;
    const { words } = story.story;
    if (words * 60 <= target * story.wordsPerMinute) return [];
    const at = runsOutAt(story, Math.floor((target * story.wordsPerMinute) / 60));
    if (!at) return [];
    const over = words - Math.floor((target * story.wordsPerMinute) / 60);
    const message = `Said aloud, this story takes ${formatSeconds(speakingSeconds(words, story.wordsPerMinute))}; its target of ${formatSeconds(target)} is over here. Cut ${over} ${over === 1 ? 'word' : 'words'}.`;
    return [{ start: at.start, end: at.end, message }];
  },
};

/** The sentence in which the word behind the first `words` is said. */
function runsOutAt(story: StoryContext, words: number): Sentence | undefined {
  let said = 0;
  let skipTo = 0;
  const whole = new Map(story.story.sections.map((section) => [section.name, section]));
  for (let index = 0; index < story.sentences.length; index += 1) {
    const sentence = story.sentences[index] as Sentence;
    if (sentence.start < skipTo) continue;
    // A section that is said in time as a whole is counted already.
    const name = story.sectionOf(index);
    const section = name && whole.get(name);
    if (section && index > 0 && story.sectionOf(index - 1) !== name && said + section.words <= words) {
      said += section.words;
      skipTo = section.end;
      continue;
    }
    said += countWords(story.story.said, sentence.start, sentence.end);
    if (said > words) return sentence;
  }
  return story.sentences[story.sentences.length - 1];
}
