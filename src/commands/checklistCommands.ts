/** Ticking items and opening places: from the tree, the editor, keybindings and other extensions. */
import * as vscode from 'vscode';
import { ContextKey } from '../contextKey';
import { parseChecklist, plainText } from '../core/checklist/checklist';
import { textOfItem } from '../core/checklist/taskDate';
import { registerCommand } from '../editorCommands';
import type { PrepStore, TextFiles } from '../store/api';
import { loopNamesByUri } from '../store/loopNames';
import { toggleInFile } from '../store/toggle';
import { asIndex, asUri, fields } from './decode';
import { openAt } from './openAt';
import { setDueDate } from './dueDateCommand';
import { sayBriefly } from './say';

/** An item was ticked, from wherever: the walkthrough's step is done. */
const TICKED = new ContextKey<boolean>('prepLoop.ticked');

interface Item {
  readonly uri: vscode.Uri;
  readonly line: number;
  readonly text: string;
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
      const { uri, line, start, end, beside } = fields(argument);
      const file = asUri(uri);
      if (file)
        await openAt(file, { line: asIndex(line), start: asIndex(start), end: asIndex(end), beside: beside === true });
      return undefined;
    }),
    registerCommand('prepLoop.revealInExplorer', async (argument) => {
      const file = asUri(fields(argument)['uri']);
      if (file) await vscode.commands.executeCommand('revealInExplorer', file);
      return undefined;
    }),
    followPrepFiles(store),
  );
}

async function toggle(store: PrepStore, files: TextFiles, { uri, line, text, checked }: Item): Promise<boolean> {
  try {
    const now = await toggleInFile(files, uri, line, text, checked);
    TICKED.set(true);
    return now;
  } catch (error) {
    // What was shown is not what is there: the views are brought up to date, and the user ticks again if they still
    // want to.
    store.refresh();
    throw error;
  }
}

function decodeItem(argument: unknown): Item | undefined {
  const { uri, line, text, checked } = fields(argument);
  const file = asUri(uri);
  const index = asIndex(line);
  if (!file || index === undefined || typeof text !== 'string') return undefined;
  return { uri: file, line: index, text, checked: typeof checked === 'boolean' ? checked : undefined };
}

function itemAtCursor(): Item | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') return undefined;
  const line = editor.selection.active.line;
  const item = parseChecklist(editor.document.getText()).find((candidate) => candidate.line === line);
  return item && { uri: editor.document.uri, line, text: item.text };
}

/** Offers the open items of all loops that are not closed, in the order of the tree. */
async function pickItem(store: PrepStore): Promise<Item | undefined> {
  const loops = await store.loops();
  const names = loopNamesByUri(loops);
  const items = loops
    .filter(({ loop }) => !loop.closed)
    .flatMap(({ root, uri: folder, loop }) => {
      const lists = [
        ...(loop.preparation ? [{ title: vscode.l10n.t('Preparation'), ...loop.preparation }] : []),
        ...loop.rounds,
      ];
      return lists.flatMap(({ title, path, items: entries }) =>
        entries
          .filter(({ checked }) => !checked)
          .map(({ text, line }) => ({
            label: plainText(textOfItem(text)),
            description: `${names.get(folder.toString()) ?? ''} · ${title}`,
            uri: vscode.Uri.joinPath(root.uri, path),
            line,
            text,
          })),
      );
    });
  if (items.length === 0) {
    sayBriefly(vscode.l10n.t('No open checklist item: start a loop, or untick one in a file.'));
    return undefined;
  }
  const title = vscode.l10n.t('Tick an Item');
  return vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('What have you done?'),
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
