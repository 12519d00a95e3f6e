/** `prepLoop.newPlaybook`: a playbook of one's own, copied from an existing one. */
import * as vscode from 'vscode';
import { copyPlaybook, isPlaybookId, type PlaybookNames } from '../core/playbook/copyPlaybook';
import { MANIFEST } from '../core/playbook/manifest';
import { slug } from '../core/slug';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PlaybookEntry, PrepRoot, PrepStore, TextFiles } from '../store/api';
import { statOrThrow, uriIn } from '../store/files';
import { creationRefusal } from '../store/refusals';
import { asText, fields } from './decode';
import { rootFor } from './folders';
import { openAt } from './openAt';
import { sayBriefly } from './say';

const { t } = vscode.l10n;
const TITLE = t('New Playbook From…');
const GENERAL = 'general-pm';

interface PlaybookCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
}

interface Copy extends PlaybookNames {
  readonly from: PlaybookEntry;
}

export function registerPlaybookCommand(parts: PlaybookCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.newPlaybook', async (argument) => {
    const asked = fields(argument);
    const root = await rootFor(parts.store, 'playbook', TITLE, asked['folder'], false);
    if (!root) return undefined;
    const entries = await parts.store.playbooks(root);
    const copy = asText(asked['id']) === undefined ? await ask(entries, root) : decode(entries, asked);
    return copy && write(parts, root, copy);
  });
}

/** What is asked: which playbook, the company, the role. Undefined when one question was left. */
async function ask(entries: readonly PlaybookEntry[], root: PrepRoot): Promise<Copy | undefined> {
  const from = await askOriginal(entries);
  if (!from) return undefined;
  const company = await askFor(t('Which company is it for?'), '', (value) => checkCompany(value, root));
  if (company === undefined) return undefined;
  const role = await askFor(t('For which role?'), from.playbook?.role ?? '', notBlank);
  return role === undefined ? undefined : { from, id: idOf(company), company, role };
}

async function askOriginal(entries: readonly PlaybookEntry[]): Promise<PlaybookEntry | undefined> {
  const items = entries.flatMap((entry) =>
    entry.playbook ? [{ label: entry.playbook.title, description: entry.playbook.company, entry }] : [],
  );
  const placeHolder = t('Which playbook do you want to copy?');
  return (await vscode.window.showQuickPick(items, { title: TITLE, placeHolder, ignoreFocusOut: true }))?.entry;
}

async function askFor(
  prompt: string,
  value: string,
  validateInput: (value: string) => Promise<string | undefined> | string | undefined,
): Promise<string | undefined> {
  const given = await vscode.window.showInputBox({ title: TITLE, prompt, value, ignoreFocusOut: true, validateInput });
  return given?.trim();
}

function notBlank(value: string): string | undefined {
  return value.trim() === '' ? t('Write a name.') : undefined;
}

async function checkCompany(value: string, root: PrepRoot): Promise<string | undefined> {
  const blank = notBlank(value);
  if (blank !== undefined) return blank;
  const there = await statOrThrow(folderOf(root, idOf(value)));
  return there && t('There is already a playbook “{0}”: choose another name.', idOf(value));
}

/** A company's name as a folder's name. */
function idOf(company: string): string {
  const id = slug(company);
  return isPlaybookId(id) ? id : 'my-playbook';
}

/** @throws Refusal where an argument cannot be used. */
function decode(entries: readonly PlaybookEntry[], argument: Readonly<Record<string, unknown>>): Copy {
  const id = asText(argument['id']) ?? '';
  if (!isPlaybookId(id))
    throw new Refusal(
      'argument',
      t('“{0}” cannot be a playbook’s id: write lower-case letters and digits, joined by single hyphens.', id),
    );
  const wanted = argument['from'] === undefined ? GENERAL : String(argument['from']);
  const from = entries.find((entry) => entry.id === wanted && entry.playbook);
  if (!from) {
    const known = entries.filter(({ playbook }) => playbook).map((entry) => entry.id);
    throw new Refusal('argument', t('There is no playbook “{0}”. Choose one of: {1}.', wanted, known.join(', ')));
  }
  const company = asText(argument['company']) ?? companyOf(id);
  return { from, id, company, role: asText(argument['role']) ?? from.playbook?.role ?? '' };
}

/** `acme-corp` as a company's name, until the user writes a better one. */
function companyOf(id: string): string {
  return id.replace(/(^|-)(.)/gu, (_, hyphen: string, first: string) => (hyphen && ' ') + first.toUpperCase());
}

async function write(
  { store, files }: PlaybookCommandParts,
  root: PrepRoot,
  { from, ...names }: Copy,
): Promise<vscode.Uri> {
  const folder = folderOf(root, names.id);
  const where = vscode.workspace.asRelativePath(folder, false);
  if (await statOrThrow(folder))
    throw new Refusal('occupied', t('“{0}” already exists: choose another id. Nothing was written.', where));
  const copies = copyPlaybook(from.files, names);
  if (!copies) throw new Refusal('argument', t('The playbook “{0}” cannot be read: fix playbook.json first.', from.id));
  try {
    for (const [path, text] of copies) await files.create(uriIn(folder, path), text);
  } catch (error) {
    throw creationRefusal('playbook', folder, error);
  }
  store.refresh();
  await openAt(uriIn(folder, MANIFEST));
  sayBriefly(t('The playbook is in {0}: change what differs, then start a loop from it.', where));
  return folder;
}

function folderOf({ uri }: PrepRoot, id: string): vscode.Uri {
  return vscode.Uri.joinPath(uri, 'playbooks', id);
}
