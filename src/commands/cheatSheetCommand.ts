/** `prepLoop.exportCheatSheet`: a loop's cheat sheet as an HTML file to print. */
import * as vscode from 'vscode';
import { loopTitle } from '../core/loop/loopModel';
import { CHEAT_SHEET } from '../core/loop/parseFile';
import { cheatSheetHtml } from '../core/pack/cheatSheetHtml';
import { cheatSheetName } from '../core/pack/packFiles';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from '../store/api';
import { nameOf, pathUnder } from '../store/files';
import { asRefusal } from '../store/refusals';
import { fields } from './decode';
import { exportPages, exportPlace } from './exportPlace';
import { decodeLoopArgument, loopToUse } from './loopArgument';

const { t } = vscode.l10n;

export interface CheatSheetParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
}

export function registerCheatSheetCommand(parts: CheatSheetParts): vscode.Disposable {
  return registerCommand('prepLoop.exportCheatSheet', (argument) => exportCheatSheet(parts, argument));
}

async function exportCheatSheet({ store, files }: CheatSheetParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const given = fields(argument);
  const title = t('Export Cheat Sheet');
  // The menu of an editor hands over the file's Uri itself.
  const located =
    argument instanceof vscode.Uri ? await loopAround(store, argument) : await loopToUse(store, argument, title);
  if (!located) return undefined;
  const html = cheatSheetHtml({ text: await readSheet(files, located), loop: loopTitle(located.loop) });
  // If no loop is named, or the call comes from a menu or a panel, a person is there to be asked.
  const isAsking =
    argument instanceof vscode.Uri ||
    decodeLoopArgument(argument) === undefined ||
    given['located'] !== undefined ||
    given['ask'] === true;
  return exportPages(
    files,
    { html },
    exportPlace(located, argument, {
      title,
      name: cheatSheetName,
      isAsking,
    }),
    (page) => t('{0} is written. Open it in a browser to read or print it.', page),
  );
}

async function loopAround(store: PrepStore, uri: vscode.Uri): Promise<LocatedLoop> {
  const loop = (await store.loops()).find((located) => pathUnder(located.uri, uri) !== undefined);
  if (loop) return loop;
  throw new Refusal('absent', t('{0} belongs to no loop of this workspace. Nothing was written.', nameOf(uri)));
}

/** The text as the user sees it, unsaved changes included. @throws Refusal where there is none. */
async function readSheet(files: TextFiles, { uri, loop }: LocatedLoop): Promise<string> {
  const sheet = vscode.Uri.joinPath(uri, CHEAT_SHEET);
  const text = await files.read(sheet).catch((error: unknown) => {
    throw asRefusal('read', sheet, error);
  });
  if (text !== undefined && text.trim() !== '') return text;
  throw new Refusal(
    'absent',
    text === undefined
      ? t(
          'The loop “{0}” has no {1}, so there is nothing to export. Start the loop again to add it.',
          loop.id,
          CHEAT_SHEET,
        )
      : t('{0} of the loop “{1}” is empty, so there is nothing to export.', CHEAT_SHEET, loop.id),
    text === undefined ? {} : { file: sheet, remedy: 'open' },
  );
}
