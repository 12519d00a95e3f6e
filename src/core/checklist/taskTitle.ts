import { textOfItem } from './taskDate';

/** The title of a preparation task: its bold beginning, without the final dot; else the whole line. */
export function taskTitle(text: string): string {
  const end = text.startsWith('**') ? text.indexOf('**', 2) : -1;
  return (end > 0 ? text.slice(2, end) : textOfItem(text)).trim().replace(/\.$/u, '');
}
