/** Where an invite comes from: an argument, the clipboard, the selection, a document that is not saved, or a file. */
import * as vscode from 'vscode';
import { LARGEST_INVITE } from '../core/invite/inviteWords';
import { Refusal } from '../refusal';
import { nameOf, stat } from '../store/files';
import { decodeInvite } from '../store/inviteBytes';
import { asRefusal } from '../store/refusals';
import { asText, asUri, fields } from './decode';
import { pickStep } from './steps';

const { t } = vscode.l10n;

/** The invite that an argument names; undefined where it names none. @throws Refusal where it cannot be read. */
export async function inviteOf(argument: unknown): Promise<string | undefined> {
  const { text, uri, located } = fields(argument);
  // A row of the tracker names its own file, which is not an invite.
  if (located !== undefined) return undefined;
  const words = asText(text);
  if (words !== undefined) return ofSize(words);
  const file = asUri(uri);
  return file && readInviteFile(file);
}

async function readInviteFile(file: vscode.Uri): Promise<string> {
  const found = await stat(file);
  if (found && found.size > LARGEST_INVITE) throw tooLong(nameOf(file), found.size);
  try {
    return ofSize(decodeInvite(await vscode.workspace.fs.readFile(file)));
  } catch (error) {
    throw asRefusal('read', file, error);
  }
}

function ofSize(text: string): string {
  if (text.length > LARGEST_INVITE) throw tooLong(t('The text'), text.length);
  return text;
}

function tooLong(name: string, length: number): Refusal {
  const size = (length / 1024 / 1024).toFixed(1);
  return new Refusal(
    'argument',
    t(
      '{0} has {1} MB, which is more than an invite: copy only the invite’s own words. Nothing was written.',
      name,
      size,
    ),
  );
}

interface SourceItem extends vscode.QuickPickItem {
  readonly read: () => Promise<string | undefined>;
}

/** How much of a text is shown, in characters. */
const SHOWN = 80;

const beginning = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, SHOWN);

/** Asks for the invite; undefined where the user left, or is to paste it first. */
export async function askInvite(title: string): Promise<string | undefined> {
  const items = [...presentTexts(), clipboardItem(), fileItem(title), pasteItem()];
  const answer = await pickStep({ title, hasBack: false, placeholder: t('Where is the invite?'), items });
  const text = answer === undefined || answer === 'back' ? undefined : await answer.read();
  return text === undefined ? undefined : ofSize(text);
}

/** What is open: the selection, an unsaved document. */
function presentTexts(): SourceItem[] {
  const editor = vscode.window.activeTextEditor;
  const selected = editor ? editor.document.getText(editor.selection) : '';
  const unsaved = editor?.document.isUntitled === true ? editor.document.getText() : '';
  const item = (label: string, text: string): SourceItem[] =>
    text.trim() === '' ? [] : [{ label, detail: beginning(text), read: () => Promise.resolve(text) }];
  return [...item(t('$(selection) The selected text'), selected), ...item(t('$(file) This unsaved document'), unsaved)];
}

/** Read only where it is chosen: a browser asks the user before it shows what was copied. */
function clipboardItem(): SourceItem {
  return {
    label: t('$(clippy) The clipboard'),
    detail: t('An invite that you copied from a mail or a calendar.'),
    read: async () => {
      const text = await vscode.env.clipboard.readText();
      if (text.trim() === '') throw new Refusal('absent', t('The clipboard has no text: copy the invite first.'));
      return text;
    },
  };
}

function fileItem(title: string): SourceItem {
  return {
    label: t('$(folder-opened) A file…'),
    detail: t('An .ics file of a calendar, or a mail saved as .eml or .txt.'),
    read: async () => {
      const filters = { [t('Invites')]: ['ics', 'eml', 'txt', 'html', 'htm'] };
      const [file] = (await vscode.window.showOpenDialog({ title, canSelectMany: false, filters })) ?? [];
      return file && readInviteFile(file);
    },
  };
}

function pasteItem(): SourceItem {
  return {
    label: t('$(new-file) Paste it into a new document'),
    detail: t('Paste it there, then read the invite again.'),
    read: async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
      await vscode.window.showTextDocument(document);
      void vscode.window.showInformationMessage(t('Paste the invite here, then run “Read an Invite…” again.'));
      return undefined;
    },
  };
}
