import type { Line } from '../markdown/text';
import type { Source } from './source';

const COMPETENCIES = /^\**Competencies:\**/i;

/**
 * The ids of a line “Competencies: one, two”; undefined for any other line.
 * @param known the ids of the playbook's competencies: any other is warned of, and left out.
 */
export function readCompetencies(source: Source, line: Line, known: ReadonlySet<string>): string[] | undefined {
  const text = source.lineText(line);
  const label = COMPETENCIES.exec(text)?.[0];
  if (label === undefined) return undefined;
  const ids: string[] = [];
  let at = label.length;
  for (const piece of text.slice(at).split(',')) {
    const id = piece.trim();
    const start = line.start + at + piece.indexOf(id);
    at += piece.length + 1;
    if (known.has(id)) ids.push(id);
    else if (id)
      source.warn(`The playbook has no competency “${id}”: use the id of one of its competencies.`, {
        start,
        end: start + id.length,
      });
  }
  return ids;
}
