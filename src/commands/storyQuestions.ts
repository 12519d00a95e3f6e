/**
 * What New Story asks: a title, then a template. Each question can be left with Escape, and then nothing was written.
 */
import * as vscode from 'vscode';
import { numbered, slug } from '../core/slug';
import { runCommand } from '../editorCommands';
import type { TemplateEntry } from '../store/templateStore';
import { pickStep } from './steps';

const { t } = vscode.l10n;
const TITLE = t('New Story');
const LONGEST_TITLE = 200;

/** @param taken names of the files that are there, in lower case. */
export async function askTitle(taken: ReadonlySet<string>): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: TITLE,
    prompt: t('The story in a line: the outcome, and what brought it about.'),
    placeHolder: t('such as: Fraud losses down $2M, with scores in 35 ms'),
    ignoreFocusOut: true,
    validateInput: (value) => validateTitle(value, taken),
  });
  return title?.trim() === '' ? undefined : title?.trim();
}

function validateTitle(value: string, taken: ReadonlySet<string>): vscode.InputBoxValidationMessage {
  const { Info, Error: Wrong } = vscode.InputBoxValidationSeverity;
  if (value.trim() === '') return { severity: Wrong, message: t('Give the story a title.') };
  if (value.length > LONGEST_TITLE)
    return { severity: Wrong, message: t('Keep the title under {0} characters.', LONGEST_TITLE) };
  const name = slug(value, 'story');
  const fileName = (number: number): string => `${numbered(name, number)}.md`;
  let number = 1;
  while (taken.has(fileName(number))) number += 1;
  return { severity: Info, message: t('Its file will be {0}.', fileName(number)) };
}

const SEE_EXAMPLE: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('eye'), tooltip: t('See It Filled In') };

interface TemplateItem extends vscode.QuickPickItem {
  readonly entry?: TemplateEntry;
}

/**
 * Asks for a template. Each one with an example has a button that opens it beside; the question stays meanwhile.
 * @param entries grouped by their origin, in the order of the pick.
 */
export async function askTemplate(entries: readonly TemplateEntry[]): Promise<TemplateEntry | undefined> {
  const items: TemplateItem[] = [];
  let group = '';
  for (const entry of entries) {
    const origin = originOf(entry);
    if (origin !== group) items.push({ label: origin, kind: vscode.QuickPickItemKind.Separator });
    group = origin;
    items.push(templateItem(entry));
  }
  const answer = await pickStep({
    title: TITLE,
    hasBack: false,
    placeholder: t('Which template?'),
    items,
    look: { button: SEE_EXAMPLE, show: seeExample },
  });
  return answer === 'back' ? undefined : answer?.entry;
}

function seeExample({ entry }: TemplateItem): void {
  if (entry) void runCommand('prepLoop.showExample', { template: entry.template.id, beside: true });
}

function templateItem(entry: TemplateEntry): TemplateItem {
  const { template } = entry;
  if (template.problem) {
    const detail = t(
      'Line {0}: {1} It will be inserted as plain text.',
      template.problem.line,
      template.problem.message,
    );
    return {
      label: `$(warning) ${template.name}`,
      description: `${template.id}.md`,
      detail,
      entry,
      ...buttonsOf(entry),
    };
  }
  return {
    label: template.name,
    description: entry.origin.kind === 'own' ? `${template.id}.md` : '',
    ...(template.description === undefined ? {} : { detail: template.description }),
    entry,
    ...buttonsOf(entry),
  };
}

function buttonsOf({ example }: TemplateEntry): Pick<vscode.QuickPickItem, 'buttons'> {
  return example ? { buttons: [SEE_EXAMPLE] } : {};
}

export function originOf({ origin }: TemplateEntry): string {
  if (origin.kind === 'own') return t('your own');
  return origin.kind === 'built-in' ? t('built-in') : t('from the playbook {0}', origin.playbook);
}
