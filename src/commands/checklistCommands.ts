/** Ticking items and opening places: from the tree, the editor, keybindings and other extensions. */
import * as vscode from 'vscode';
import { ContextKey } from '../contextKey';
import { parseChecklist, plainText, tickOf } from '../core/checklist/checklist';
import { textOfItem } from '../core/checklist/taskDate';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PrepStore, TextFiles } from '../store/api';
import { loopNamesByUri } from '../store/loopNames';
import { toggleInFile } from '../store/toggle';
import { asIndex, asUri, fields } from './decode';
import { isMarkdownHere } from './markdownHere';
import { openAt } from './openAt';
import { setDueDate } from './dueDateCommand';
import { sayBriefly } from './say';

const { t } = vscode.l10n;
/** A longer path says no more in a message, in UTF-16 units. */
const LONGEST_PLACE = 200;

/** An item was ticked, from anywhere: the walkthrough's step is done. */
const TICKED = new ContextKey<boolean>('prepLoop.ticked');

interface Item {
  readonly uri: vscode.Uri;
  readonly line: number;
  readonly text: string;
  readonly nth?: number | undefined;
  readonly checked?: boolean | undefined;
}

export function registerChecklistCommands(store: PrepStore, files: TextFiles): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.toggleItem', async (argument) => {
      const item = decodeItem(argument) ?? itemAtCursor() ?? (await pickItem(store));
      return item && toggle(store, files, item);
    }),
    registerCommand('prepLoop.setDueDate', (argument) => setDueDate(files, argument), false),
    registerCommand('prepLoop.openFile', async (argument) => {
      const { line, start, end, beside } = fields(argument);
      if (end !== undefined && start === undefined)
        throw new Refusal('argument', t('No file was opened: give its “start” as well as its “end”.'));
      const uri = fileOf(argument, t('Open File'));
      await openAt(uri, { line: asIndex(line), start: asIndex(start), end: asIndex(end), beside: beside === true });
      return undefined;
    }),
    registerCommand('prepLoop.revealInExplorer', async (argument) => {
      await vscode.commands.executeCommand('revealInExplorer', fileOf(argument, t('Reveal in Explorer View')));
      return undefined;
    }),
    followPrepFiles(store),
  );
}

async function toggle(store: PrepStore, files: TextFiles, item: Item): Promise<boolean> {
  checkMarkdown(item.uri);
  try {
    const now = await toggleInFile(files, item.uri, item.line, item.text, item.checked, item.nth);
    TICKED.set(true);
    return now;
  } catch (error) {
    // What was shown is out of date: the views are refreshed, and the user ticks again if they still want to.
    store.refresh();
    throw error;
  }
}

/** The file that a command was called for. @throws Refusal where none is named. */
function fileOf(argument: unknown, title: string): vscode.Uri {
  const uri = argument instanceof vscode.Uri ? argument : asUri(fields(argument)['uri']);
  if (!uri) throw new Refusal('argument', t('“{0}” was not run: give the file’s “uri”.', title));
  return uri;
}

/**
 * Items are lines of Markdown.
 * @throws Refusal for another file, or one that is neither open nor in the workspace.
 */
function checkMarkdown(uri: vscode.Uri): void {
  if (isMarkdownHere(uri)) return;
  const place = vscode.workspace.asRelativePath(uri);
  throw new Refusal(
    'argument',
    t('“{0}” is not a Markdown file of this workspace, so nothing was ticked.', place.slice(0, LONGEST_PLACE)),
  );
}

/** @throws Refusal where only a part of an item is named: the one at the cursor must not be ticked in its place. */
function decodeItem(argument: unknown): Item | undefined {
  const { uri, line, text, nth, checked } = fields(argument);
  if ([uri, line, text, nth, checked].every((value) => value === undefined)) return undefined;
  const file = asUri(uri);
  const index = asIndex(line);
  if (!file || index === undefined || typeof text !== 'string')
    throw new Refusal('argument', t('No item was ticked: give its “uri”, “line” and “text”.'));
  return {
    uri: file,
    line: index,
    text,
    nth: asIndex(nth),
    checked: typeof checked === 'boolean' ? checked : undefined,
  };
}

function itemAtCursor(): Item | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') return undefined;
  const line = editor.selection.active.line;
  const item = parseChecklist(editor.document.getText()).find((candidate) => candidate.line === line);
  return item && { uri: editor.document.uri, line, ...tickOf(item), checked: undefined };
}

/** Offers the open items of all loops that are not closed, in the order of the tree. */
async function pickItem(store: PrepStore): Promise<Item | undefined> {
  const loops = await store.loops();
  const names = loopNamesByUri(loops);
  const items = loops
    .filter(({ loop }) => !loop.closed)
    .flatMap(({ root, uri: folder, loop }) => {
      const lists = [...(loop.preparation ? [{ title: t('Preparation'), ...loop.preparation }] : []), ...loop.rounds];
      return lists.flatMap(({ title, path, items: entries }) =>
        entries
          .filter(({ checked }) => !checked)
          .map(({ text, line, nth }) => ({
            label: plainText(textOfItem(text)),
            description: `${names.get(folder.toString()) ?? ''} · ${title}`,
            uri: vscode.Uri.joinPath(root.uri, path),
            line,
            text,
            nth,
          })),
      );
    });
  if (items.length === 0) {
    sayBriefly(t('There is no open checklist item: start a loop, or untick one in a file.'));
    return undefined;
  }
  const title = t('Tick an Item');
  return vscode.window.showQuickPick(items, {
    title,
    placeHolder: t('Which item is done?'),
    matchOnDescription: true,
  });
}

/** Keeps the context key that the keybinding asks for: whether the active editor shows a file of a prep folder. */
function followPrepFiles(store: PrepStore): vscode.Disposable {
  const inPrepFolder = new ContextKey<boolean>('prepLoop.inPrepFolder');
  const follow = (editor: vscode.TextEditor | undefined): void => {
    const uri = editor?.document.uri.toString() ?? '';
    const inside = store.roots.some((root) => uri.startsWith(`${root.uri.toString()}/`));
    inPrepFolder.set(inside);
  };
  follow(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(follow),
    store.onDidChange((changed) => changed === undefined && follow(vscode.window.activeTextEditor)),
  );
}
