import { isQuoted, parseBlocks } from '../markdown/blocks';
import { withoutLineComments } from '../markdown/comments';
import { listMarkerAt } from '../markdown/lineMarks';
import { findConflict, outline } from '../markdown/outline';
import { splitLines, type TextEdit } from '../markdown/text';
import type { Tick } from '../place';

/** One line of a task list: `- [ ] text`. It has no hidden id: it is its line. */
export interface ChecklistItem {
  /** 0-based. */
  readonly line: number;
  /** What stands after the box, trimmed, as Markdown. */
  readonly text: string;
  readonly checked: boolean;
  /** Columns before the list marker; a tab counts to the next multiple of four. */
  readonly indent: number;
  /** Where the one character between the brackets is. */
  readonly markOffset: number;
  /** The title of the nearest heading above, or '' where there is none. */
  readonly heading: string;
  /** Its place among the items of the same text, from 0; left out where no other says the same. */
  readonly nth?: number;
}

export type ToggleRefusal =
  /** The line is not there, or says something else than expected. */
  | 'changed'
  /** The file has merge-conflict markers. */
  | 'conflict';

export type ToggleResult =
  | { readonly kind: 'edit'; readonly edit: TextEdit; readonly checked: boolean }
  | { readonly kind: 'already'; readonly checked: boolean }
  | { readonly kind: 'refused'; readonly reason: ToggleRefusal };

const BOX = /^\[([ x])\](?=[ \t]|$)/iu;

/**
 * The task-list items of a Markdown text, in the order of the file; those in fences, comments, quotations and front
 * matter do not count. A line that is indented too far to be an item in Markdown counts as one, since it is meant as
 * one.
 */
export function parseChecklist(text: string): ChecklistItem[] {
  const blocks = parseBlocks(text);
  const headings = outline(text, blocks);
  const items: ChecklistItem[] = [];
  let above = 0;
  blocks.lines.forEach((line, index) => {
    while ((headings[above]?.line ?? Infinity) < index) above += 1;
    if (line.kind === 'fence' || line.kind === 'comment' || isQuoted(line.block?.container)) return;
    const marker = line.marker < 0 ? line.content : line.marker;
    const length = listMarkerAt(text, marker, line.end);
    if (length === 0) return;
    const content = text.slice(marker + length, line.end).trimStart();
    const box = BOX.exec(content);
    if (!box) return;
    items.push({
      line: index,
      text: content.slice(box[0].length).trim(),
      checked: box[1] !== ' ',
      indent: columns(text.slice(line.start, marker)),
      markOffset: line.end - content.length + 1,
      heading: headings[above - 1]?.title ?? '',
    });
  });
  return withPlaces(items);
}

/** Two items of one text are told apart by their order: a line that is put in above moves both. */
function withPlaces(items: readonly ChecklistItem[]): ChecklistItem[] {
  const all = new Map<string, number>();
  for (const { text } of items) all.set(text, (all.get(text) ?? 0) + 1);
  const seen = new Map<string, number>();
  return items.map((item) => {
    if (all.get(item.text) === 1) return item;
    const nth = seen.get(item.text) ?? 0;
    seen.set(item.text, nth + 1);
    return { ...item, nth };
  });
}

/** What a view has to keep of an item to tick it later. */
export function tickOf({ text, checked, nth }: Pick<ChecklistItem, 'text' | 'checked' | 'nth'>): Tick {
  return { text, checked, ...(nth === undefined ? {} : { nth }) };
}

/**
 * The edit of one character that ticks or unticks the item at `line`, provided the line still says `expected`.
 * @param line 0-based.
 * @param expected the item's text as the view showed it, or the whole line.
 * @param wanted the state to reach; left out, the state is toggled.
 * @param nth the item's place among those of the same text when it was shown; left out, only the text is compared.
 */
export function toggleItem(text: string, line: number, expected: string, wanted?: boolean, nth?: number): ToggleResult {
  if (findConflict(text)) return { kind: 'refused', reason: 'conflict' };
  const item = parseChecklist(text).find((candidate) => candidate.line === line);
  const whole = splitLines(text)[line];
  const same = item && whole && (item.text === expected.trim() || text.slice(whole.start, whole.end) === expected);
  if (!same || (nth !== undefined && nth !== (item.nth ?? 0))) return { kind: 'refused', reason: 'changed' };
  const checked = wanted ?? !item.checked;
  if (checked === item.checked) return { kind: 'already', checked };
  return {
    kind: 'edit',
    checked,
    edit: { start: item.markOffset, end: item.markOffset + 1, newText: checked ? 'x' : ' ' },
  };
}

/** An item's text as plain words for a label: comments, emphasis, code marks and link targets taken off. */
export function plainText(markdown: string): string {
  return withoutLineComments(markdown)
    .replace(/!?\[([^\][]*)\]\([^()]*\)/gu, '$1')
    .replace(/(?<!\\)(?:\*\*|__|\*|`)/gu, '')
    .replace(/(?<![\w\\])_|_\b/gu, '')
    .replace(/\\([\\`*_{}[\]()#+.!-])/gu, '$1')
    .trim();
}

function columns(whitespace: string): number {
  let column = 0;
  for (const unit of whitespace) column = unit === '\t' ? column + 4 - (column % 4) : column + 1;
  return column;
}

/** How many of the items are done: `done/all`. */
export function checklistProgress(items: readonly { readonly checked: boolean }[]): {
  readonly done: number;
  readonly all: number;
} {
  return { done: items.filter(({ checked }) => checked).length, all: items.length };
}
