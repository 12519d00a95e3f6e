/** The files of a pack: their names, and how a story goes into one. */
import { withoutLineComments } from '../markdown/comments';
import { withoutRanges } from '../markdown/text';
import { numbered, slug } from '../slug';
import type { Story } from '../story/parseStory';
import type { PackStory } from './pack';

/** The folder of a loop that holds its packs and whatever else is exported of it. */
export const PACKS_FOLDER = 'packs';

/**
 * A pack's name without its ending: `system-design-for-sam-park`. @param number 2 for the second of that name, and so
 * on.
 */
export function packName(round: string, peer: string | undefined, number = 1): string {
  return numbered(peer === undefined ? slug(round, 'round') : slug(`${round} for ${peer}`, 'round'), number);
}

/** The name of an exported cheat sheet without its ending. @param number as for a pack. */
export const cheatSheetName = (number = 1): string => numbered('cheat-sheet', number);

/** The name of an exported page of a round without its ending. @param number as for a pack. */
export function briefName(round: string, number = 1): string {
  return numbered(slug(`brief ${round}`, 'brief'), number);
}

/** The name of an exported loop without its ending. @param number as for a pack. */
export const loopPackName = (number = 1): string => numbered('loop-pack', number);

/** A story as it is told: without its front matter, its title's heading, and the notes that stand beside it. */
export function packStory(name: string, { text, title, bodyStart, outline, others }: Story): PackStory {
  const first = outline[0];
  const heading = first?.level === 1 ? [{ start: first.start, end: first.contentStart }] : [];
  const cuts = [{ start: 0, end: bodyStart }, ...heading, ...others.filter(({ aside }) => aside)];
  return { title: withoutLineComments(title ?? name), body: withoutRanges(text, cuts).trim() };
}
