/** Task lists as rows. */
import { plainText, tickOf, type ChecklistItem } from '../checklist/checklist';
import { textOfItem } from '../checklist/taskDate';
import { taskTitle } from '../checklist/taskTitle';
import { formatDate, formatShortDate } from '../days/dates';
import type { PreparationItem } from '../loop/loopModel';
import { TASK_MENU } from '../today/todayModel';
import { joined } from '../words';
import { facts, row, type ItemRow } from './row';

type Item = ChecklistItem | PreparationItem;

/** Items nested by their indent, in the order of the file. A done one is hidden unless something open is under it. */
export function itemRows(path: string, items: readonly Item[], hideDone: boolean): ItemRow[] {
  const counts = new Map<string, number>();
  let index = 0;
  const nest = (indent: number): ItemRow[] => {
    const rows: ItemRow[] = [];
    for (let item = items[index]; item !== undefined && item.indent >= indent; item = items[index]) {
      index += 1;
      const text = textOfItem(item.text);
      const count = (counts.get(text) ?? 0) + 1;
      counts.set(text, count);
      const children = nest(item.indent + 1);
      if (!hideDone || !item.checked || children.length > 0) rows.push(itemRow(path, item, count, children));
    }
    return rows;
  };
  return nest(0);
}

/** @param count which of the items that say the same it is, so that each has an id of its own. */
function itemRow(path: string, item: Item, count: number, children: readonly ItemRow[]): ItemRow {
  const text = textOfItem(item.text);
  const label = plainText(taskTitle(item.text)) || '(empty)';
  const due = dueDay(item);
  return row({
    id: `item/${path}/${count}/${text}`,
    kind: 'item',
    label,
    description: due,
    tooltip: joined([plainText(text) || label, carriedOver(item)], '\n'),
    spoken: facts([label, due && `due ${due}`]),
    place: { path, line: item.line },
    item: tickOf(item),
    menu: 'due' in item ? TASK_MENU : undefined,
    children,
    open: true,
  });
}

function dueDay(item: Item): string | undefined {
  return 'due' in item && item.due !== undefined && !item.checked ? formatShortDate(item.due) : undefined;
}

function carriedOver(item: Item): string | undefined {
  const own = 'own' in item ? item.own : undefined;
  return own?.was === undefined ? undefined : `First due ${formatDate(own.was)}`;
}
