/** A playbook under another id and for another company: what differs in playbook.json, and the rest as it is. */
import { applyEdits, type TextEdit } from '../markdown/text';
import { jsonPlaceOf, parseJson } from './json';
import { MANIFEST } from './manifest';

export interface PlaybookNames {
  /** Lower-case letters and digits joined by single hyphens: the copy's folder. */
  readonly id: string;
  readonly company: string;
  readonly role: string;
}

/** Whether a text can be a playbook's id, and so its folder's name. */
export function isPlaybookId(text: string): boolean {
  return text.length <= 64 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);
}

/**
 * The files of the copy by their path. In playbook.json the id, company, role and title are those of the copy; every
 * other byte is that of the original.
 * @param files the original's text files by their path in its folder.
 * @returns undefined where playbook.json is not there or is not a JSON object.
 */
export function copyPlaybook(
  files: ReadonlyMap<string, string>,
  names: PlaybookNames,
): ReadonlyMap<string, string> | undefined {
  const manifest = files.get(MANIFEST);
  const root = manifest === undefined ? undefined : parseJson(manifest).root;
  if (manifest === undefined || !root?.members) return undefined;
  const { id, company, role } = names;
  const values = { id, company, role, title: `${company}: ${role}` };
  const missing: string[] = [];
  const isForAny = root.members.some(({ key }) => key === 'anyCompany');
  const edits: TextEdit[] = [];
  for (const [key, value] of Object.entries(values)) {
    const written = JSON.stringify(value);
    if (root.members.some((member) => member.key === key))
      edits.push({ ...jsonPlaceOf(root, [key]), newText: written });
    else missing.push(`\n  ${JSON.stringify(key)}: ${written}`);
  }
  // The copy is for this company.
  if (isForAny) edits.push({ ...jsonPlaceOf(root, ['anyCompany']), newText: 'false' });
  // After the opening brace, with a comma before what follows, if anything does.
  const at = root.start + 1;
  if (missing.length > 0)
    edits.push({ start: at, end: at, newText: missing.join() + (root.members.length > 0 ? ',' : '\n') });
  return new Map(files).set(MANIFEST, applyEdits(manifest, edits));
}
