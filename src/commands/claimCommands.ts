/** What can be done with the figures of a loop: see them all, and retract one. */
import * as vscode from 'vscode';
import type { LoopClaims } from '../analysis/loopClaims';
import type { Figure } from '../core/claims/claimModel';
import { figureSource, readFigures } from '../core/claims/readFigures';
import { CLAIMS_FILE, retractionEdit } from '../core/claims/retractions';
import { registerCommand } from '../editorCommands';
import type { FiguresPages } from '../language/figuresPages';
import { Refusal } from '../refusal';
import type { PrepRoot, PrepStore, TextFiles } from '../store/api';
import { nameOf, pathUnder, uriIn } from '../store/files';
import { createFile, editFile } from '../store/refusals';
import { asIndex, asUri, fields } from './decode';
import { loopToUse } from './loopArgument';
import { sayBriefly } from './say';

const { t } = vscode.l10n;

export interface ClaimParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly claims: LoopClaims;
  readonly pages: FiguresPages;
}

export function registerClaimCommands(parts: ClaimParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.showFigures', async (argument) => {
      const located = await loopToUse(parts.store, argument, t('Show Figures'));
      if (located) await parts.pages.open(located);
      return undefined;
    }),
    registerCommand('prepLoop.retractFigure', (argument) => retractFigure(parts, argument)),
  );
}

async function retractFigure({ store, files }: ClaimParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const given = fields(argument);
  const uri = asUri(given['uri']) ?? vscode.window.activeTextEditor?.document.uri;
  const { root, path, figure } = await figureAt(store, files, uri, asIndex(given['start']));
  const { measure, mode, quantity } = figure;
  const reason = given['reason'] === undefined ? await askReason(quantity.text) : String(given['reason']);
  if (reason === undefined) return undefined;
  const retracted = { figure: quantity.text, measure, mode, path, reason: reason.trim() };
  const claims = uriIn(root.uri, CLAIMS_FILE);
  const created = await createFile(files, claims, retractionEdit(undefined, retracted).newText);
  if (created === 'exists') await editFile(files, claims, (present) => [retractionEdit(present, retracted)]);
  sayBriefly(t('“{0}” is listed as retracted in {1}.', quantity.text, CLAIMS_FILE));
  return claims;
}

interface FoundFigure {
  readonly root: PrepRoot;
  /** Of its file, relative to the prep folder. */
  readonly path: string;
  readonly figure: Figure;
}

/**
 * The figure at a place of a file, or at the cursor where no offset is given.
 * @throws Refusal where none is there.
 */
async function figureAt(
  store: PrepStore,
  files: TextFiles,
  uri: vscode.Uri | undefined,
  start: number | undefined,
): Promise<FoundFigure> {
  const root = store.roots.find((each) => uri && pathUnder(each.uri, uri) !== undefined);
  const path = uri && root && pathUnder(root.uri, uri);
  const source = path === undefined ? undefined : figureSource(path);
  const text = uri && source && (await files.read(uri));
  if (!uri || !root || path === undefined || source === undefined || text === undefined)
    throw new Refusal(
      'argument',
      t('Put the cursor on a figure of a story, a script, a cheat sheet, a case or an offer.'),
    );
  const at = start ?? cursorIn(uri);
  const figure = readFigures(path, text, source).figures.find(
    (one) => at !== undefined && one.start <= at && at <= one.end,
  );
  if (!figure) throw new Refusal('argument', t('There is no figure at this place of {0}.', nameOf(uri)));
  return { root, path, figure };
}

function cursorIn(uri: vscode.Uri): number | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === uri.toString()
    ? editor.document.offsetAt(editor.selection.active)
    : undefined;
}

function askReason(figure: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: t('Mark a Figure as Retracted'),
    prompt: t('Why do you no longer use “{0}”? The reason is shown wherever it still stands.', figure),
    placeHolder: t('the test ran over a holiday'),
  });
}
