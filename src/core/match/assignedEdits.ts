/** Writes into a round's file which story answers which question. */
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { setMaps, type MapEntry } from '../frontMatter/setMaps';
import { isRecord, wordsIn } from '../frontMatter/valueReaders';
import type { AssignedStory } from '../loop/loopModel';
import type { TextEdit } from '../markdown/text';

/**
 * The edits that give the front matter these assignments in this order; what an entry says besides is kept.
 * @returns undefined where nothing may be written: see `setMaps`.
 */
export function assignedEdits(text: string, assigned: readonly AssignedStory[]): TextEdit[] | undefined {
  const written = parseFrontMatter(text).data['assigned'];
  const before = Array.isArray(written) ? written.filter(isRecord) : [];
  const entries = assigned.map(({ prompt, story }): MapEntry => {
    const own = before.find((entry) => wordsIn(entry['prompt']) === prompt) ?? { prompt };
    if (story === undefined) return Object.fromEntries(Object.entries(own).filter(([key]) => key !== 'story'));
    const isThere = wordsIn(own['story'])?.replace(/\.md$/iu, '') === story;
    return isThere ? own : { ...own, story: `${story}.md` };
  });
  return setMaps(text, 'assigned', entries);
}
