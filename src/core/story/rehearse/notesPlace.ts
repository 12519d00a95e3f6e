import { outline } from '../../markdown/outline';
import { endOfLine, type TextEdit } from '../../markdown/text';
import { sectionNamed } from '../storySections';

/** Where to write in a file's notes, and what has to be added for it first. */
export interface NotesPlace {
  readonly edits: readonly TextEdit[];
  /** An offset into the text once that was added. */
  readonly at: number;
}

/**
 * Where the notes of a story or a script go on: the end of its section “Notes”, which is not said; where it has none,
 * one is added at the end.
 */
export function notesPlace(text: string): NotesPlace {
  const headings = outline(text);
  const notes = headings.filter(({ title }) => /^(?:my )?notes:?$/iu.test(title.trim())).at(-1);
  if (notes) {
    const written = text.slice(0, notes.end).trimEnd().length;
    return { edits: [], at: Math.max(notes.headingEnd, written) };
  }
  const eol = endOfLine(text);
  const level = headings.find(({ title }) => sectionNamed(title) !== undefined)?.level ?? 2;
  const gap = text.trim() === '' ? '' : /[\r\n]$/u.test(text) ? eol : eol + eol;
  const newText = `${gap}${'#'.repeat(level)} Notes${eol}${eol}`;
  return { edits: [{ start: text.length, end: text.length, newText }], at: text.length + newText.length };
}
