/** Checks preparation.md against the tasks of playbook.json: they are matched by their titles. */
import { parseChecklist } from '../checklist/checklist';
import { boldTitle } from '../checklist/taskTitle';
import { splitLines } from '../markdown/text';
import type { PreparationTask } from './schema';
import type { Source } from './source';

/**
 * Warns of every item that has no task in the playbook.
 * @returns the tasks that have no item; their place is in playbook.json, so the caller reports them.
 */
export function checkPreparation(source: Source, tasks: readonly PreparationTask[]): PreparationTask[] {
  const lines = splitLines(source.text);
  const found = new Set<string>();
  for (const item of parseChecklist(source.text)) {
    const title = boldTitle(item.text)?.trim() || undefined;
    const at = lines[item.line];
    if (title === undefined)
      source.warn('This item has no title: begin it with the task’s title in bold, as in “- [ ] **Title.** …”.', at);
    else if (!tasks.some((task) => task.title === title)) {
      source.warn(`playbook.json has no preparation task “${title}”: use the title of one, or add the task there.`, at);
    } else found.add(title);
  }
  return tasks.filter(({ title }) => !found.has(title));
}

/** What preparation.md would say if the author had written none: one line per task. */
export function defaultPreparation(tasks: readonly PreparationTask[]): string {
  return ['# Preparation', '', ...tasks.map(({ title }) => `- [ ] **${title}.**`)].join('\n');
}
