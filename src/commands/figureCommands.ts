/** Worked figures in words: below their block for readers without the extension, and in stories and scripts. */
import * as vscode from 'vscode';
import { LARGEST } from '../analysis/textAnalyser';
import { mayHaveBlocks } from '../core/blocks/fencedBlocks';
import { figuresToSay } from '../core/blocks/figuresToSay';
import { readBlocks } from '../core/blocks/readBlocks';
import { recomputeLines, type ResultLines } from '../core/blocks/resultLines';
import { applyEdits, lineIndexAt, splitLines } from '../core/markdown/text';
import { hasMarkdownEnding } from '../core/markdownName';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PrepRoot, PrepStore, TextFiles } from '../store/api';
import { listTree, nameOf, pathUnder, uriIn } from '../store/files';
import { editFile } from '../store/refusals';
import { asIndex, asUri, fields } from './decode';
import { isMarkdownHere } from './markdownHere';
import { openAt } from './openAt';
import { sayBriefly } from './say';

const { t } = vscode.l10n;
/** How many folders deep a loop's files are looked for. */
const DEPTH = 3;
/** How many more places one message names. */
const MOST_PLACES = 5;

export interface FigureParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
}

export function registerFigureCommands(parts: FigureParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.recomputeInWords', (argument) => recomputeInWords(parts.files, argument)),
    registerCommand('prepLoop.insertFigure', () => insertFigure(parts)),
  );
}

async function recomputeInWords(files: TextFiles, argument: unknown): Promise<undefined> {
  const given = fields(argument);
  // A menu of an editor hands over the file's Uri itself.
  const named = argument instanceof vscode.Uri ? argument : asUri(given['uri']);
  const editor = vscode.window.activeTextEditor;
  const uri = named ?? editor?.document.uri;
  if (!uri || !isMarkdownHere(uri))
    throw new Refusal('argument', t('Results are written in Markdown files of the workspace: open one first.'));
  const cursor = named ? undefined : editor?.document.offsetAt(editor.selection.active);
  const at = asIndex(given['start']) ?? cursor;
  let found: ResultLines | undefined;
  let text = '';
  await editFile(files, uri, (present) => {
    found = recomputeLines(present, at);
    text = applyEdits(present, found.edits);
    return found.edits;
  });
  if (found) sayRecomputed(uri, text, found);
  return undefined;
}

function sayRecomputed(uri: vscode.Uri, text: string, { written, without, removed }: ResultLines): void {
  if (written + without.length === 0)
    sayBriefly(t('{0} has no latency budget, no capacity and no estimate to recompute.', nameOf(uri)));
  else if (written > 0)
    sayBriefly(
      written === 1 ? t('The result below the block is up to date.') : t('{0} results are up to date.', written),
    );
  const [first, ...others] = without;
  if (!first) return;
  const lines = splitLines(text);
  const lineOf = ({ place }: typeof first): number => lineIndexAt(lines, place.start) + 1;
  const sentences = [
    t('{0}, line {1}: this block has no result in words. {2}', nameOf(uri), lineOf(first), first.why),
    ...(others.length > 0 ? [moreWithout(others.map(lineOf))] : []),
    ...(removed > 0 ? [t('What stood below it was out of date, and was removed.')] : []),
  ];
  const show = t('Show the Place');
  void vscode.window.showWarningMessage(sentences.join(' '), show).then((answer) => {
    if (answer === show) void openAt(uri, first.place);
  });
}

function moreWithout(lines: readonly number[]): string {
  if (lines.length === 1) return t('The same goes for line {0}.', lines[0] ?? 0);
  const named = lines.slice(0, MOST_PLACES).join(', ');
  return lines.length > MOST_PLACES
    ? t('The same goes for lines {0} and {1} more.', named, lines.length - MOST_PLACES)
    : t('The same goes for lines {0}.', named);
}

interface FigureItem extends vscode.QuickPickItem {
  /** Undefined for the heading of a block. */
  readonly words?: string;
}

/** Writes a result that the user chooses in place of what is selected. */
async function insertFigure(parts: FigureParts): Promise<undefined> {
  const editor = vscode.window.activeTextEditor;
  const root = editor && parts.store.roots.find(({ uri }) => pathUnder(uri, editor.document.uri) !== undefined);
  if (!root || editor.document.languageId !== 'markdown')
    throw new Refusal('argument', t('Put the cursor where the figure goes, in a Markdown file of the prep folder.'));
  const items = await figureItems(parts, root, editor.document);
  if (items.length === 0) {
    sayBriefly(t('There is no figure yet: add a latency budget, a capacity or an estimate to a file of the loop.'));
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Insert a Figure'),
    placeHolder: t('Which result?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  const words = picked?.words;
  if (words === undefined) return undefined;
  const { selections } = editor;
  const isDone = await editor.edit((edit) => selections.forEach((selection) => edit.replace(selection, words)));
  if (!isDone) throw new Refusal('changed', t('{0} could not be edited: try again.', nameOf(editor.document.uri)));
  return undefined;
}

/**
 * The results of the file itself, and of its loop's files; in a story, which belongs to no loop, those of every loop.
 */
async function figureItems(
  { store, files }: FigureParts,
  root: PrepRoot,
  { uri: own }: vscode.TextDocument,
): Promise<FigureItem[]> {
  const loops = (await store.loops()).filter((loop) => loop.root.uri.toString() === root.uri.toString());
  const around = loops.filter(({ uri }) => pathUnder(uri, own) !== undefined);
  const listed = await Promise.all(
    (around.length > 0 ? around : loops).map(async ({ uri }) =>
      (await listTree(uri, DEPTH, ({ name, isFolder }) => isFolder || hasMarkdownEnding(name))).map((path) =>
        uriIn(uri, path),
      ),
    ),
  );
  const others = listed.flat().filter((uri) => uri.toString() !== own.toString());
  const found = await Promise.all(
    [own, ...others].map(async (uri) => itemsOf(await files.read(uri), pathUnder(root.uri, uri) ?? nameOf(uri))),
  );
  return found.flat();
}

function itemsOf(text: string | undefined, path: string): FigureItem[] {
  if (text === undefined || text.length > LARGEST || !mayHaveBlocks(text)) return [];
  return readBlocks(text).flatMap((block) =>
    figuresToSay(block).map(({ title, words }) => ({
      label: words,
      description: title,
      detail: block.headline === undefined ? path : `${path} · ${block.headline}`,
      words,
    })),
  );
}
