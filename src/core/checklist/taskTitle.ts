import { textOfItem } from './taskDate';

/** The title of a preparation task: its bold beginning, without the final dot; else the whole line. */
export function taskTitle(text: string): string {
  return boldTitle(text) ?? withoutDot(textOfItem(text));
}

/** The bold beginning of an item, without its final dot; undefined where it has none. */
export function boldTitle(text: string): string | undefined {
  const end = text.startsWith('**') ? text.indexOf('**', 2) : -1;
  return end > 0 ? withoutDot(text.slice(2, end)) : undefined;
}

function withoutDot(title: string): string {
  return title.trim().replace(/\.$/u, '');
}
