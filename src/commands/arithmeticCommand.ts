/** Practising the arithmetic of a block: which block, and which round it is for. */
import * as vscode from 'vscode';
import { LARGEST } from '../analysis/textAnalyser';
import { practiceBlocks, type PracticeBlock } from '../core/arithmetic/practiceBlocks';
import { BLOCK_TITLES } from '../core/blocks/drawBlock';
import { CHEAT_SHEET } from '../core/loop/parseFile';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from '../store/api';
import { nameOf, pathUnder, uriIn } from '../store/files';
import type { ArithmeticPanels } from '../webview/host/arithmeticPanel';
import { asIndex, asText, asUri, fields } from './decode';
import { decodeLoopArgument, findNamedLoop, pickLoop } from './loopArgument';
import { isMarkdownHere } from './markdownHere';
import { roundOf } from './roundArgument';

const { t } = vscode.l10n;

export interface ArithmeticCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly panels: ArithmeticPanels;
}

/** A block and the file that it stands in. */
interface FoundBlock {
  readonly uri: vscode.Uri;
  readonly block: PracticeBlock;
}

export function registerArithmeticCommand(parts: ArithmeticCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.practiseArithmetic', (argument) => practise(parts, argument));
}

async function practise({ store, files, panels }: ArithmeticCommandParts, argument: unknown): Promise<undefined> {
  const given = fields(argument);
  const loop = decodeLoopArgument(argument);
  const named = loop === undefined ? undefined : await findNamedLoop(store, loop);
  const round = asText(given['round']);
  if (named && round !== undefined) roundOf(named, round);
  // A row of the tracker names its round's file, which is not where the block stands.
  const uri = given['located'] === undefined ? asUri(given['uri']) : undefined;
  const found = uri
    ? await inFile(files, uri, asIndex(given['block']))
    : ((named ? undefined : await inEditor()) ?? (await inLoop(store, files, named)));
  if (!found) return undefined;
  const located = named ?? (await loopOf(store, found.uri));
  await panels.open({
    uri: found.uri,
    block: found.block.index,
    seed: asIndex(given['seed']),
    located,
    round: named || located?.loop.rounds.some(({ id }) => id === round) ? round : undefined,
  });
  return undefined;
}

/** The block of a file at a place, or one that is chosen. @throws Refusal where it cannot be practised. */
async function inFile(files: TextFiles, uri: vscode.Uri, index: number | undefined): Promise<FoundBlock | undefined> {
  if (!isMarkdownHere(uri))
    throw new Refusal('argument', t('Worked figures stand in Markdown files of the workspace: name one of these.'));
  const blocks = blocksIn(uri, await files.read(uri));
  if (index !== undefined) {
    const found = blocks.find(({ block }) => block.index === index);
    if (found) return found;
    throw new Refusal(
      'absent',
      t('{0} has no such block whose results can be worked out: see its problems.', nameOf(uri)),
    );
  }
  if (blocks.length > 0) return pickBlock(blocks);
  throw new Refusal('absent', t('{0} has no block whose results can be worked out.', nameOf(uri)));
}

/** The block at the cursor, else one of the active editor's; undefined where it has none. */
async function inEditor(): Promise<FoundBlock | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isMarkdownHere(editor.document.uri)) return undefined;
  const blocks = blocksIn(editor.document.uri, editor.document.getText());
  const at = editor.document.offsetAt(editor.selection.active);
  const here = blocks.find(({ block }) => block.start <= at && at <= block.end);
  return here ?? (blocks.length > 0 ? pickBlock(blocks) : undefined);
}

/** A block of a loop's documents, its cheat sheet first. */
async function inLoop(
  store: PrepStore,
  files: TextFiles,
  named: LocatedLoop | undefined,
): Promise<FoundBlock | undefined> {
  const located = named ?? (await pickLoop(store, t('Practise the Arithmetic')));
  if (!located) return undefined;
  const { loop, root } = located;
  const isCheatSheet = (path: string): boolean => path.endsWith(`/${CHEAT_SHEET}`);
  const paths = loop.documents.map(({ path }) => path);
  const ordered = [...paths.filter(isCheatSheet), ...paths.filter((path) => !isCheatSheet(path))];
  const blocks = await Promise.all(
    ordered.map(async (path) => {
      const uri = uriIn(root.uri, path);
      return blocksIn(uri, await files.read(uri));
    }),
  );
  const all = blocks.flat();
  if (all.length === 0)
    throw new Refusal(
      'absent',
      t('The loop “{0}” has no block whose results can be worked out: write one in its cheat sheet.', loop.id),
    );
  return pickBlock(all);
}

function blocksIn(uri: vscode.Uri, text: string | undefined): FoundBlock[] {
  if (text === undefined || text.length > LARGEST) return [];
  return practiceBlocks(text).map((block) => ({ uri, block }));
}

/** The only block, or the one that the user chooses. */
async function pickBlock(found: readonly FoundBlock[]): Promise<FoundBlock | undefined> {
  if (found.length === 1) return found[0];
  const picks = found.map((each) => ({
    label: BLOCK_TITLES[each.block.kind],
    description: each.block.headline,
    detail: nameOf(each.uri),
    each,
  }));
  const picked = await vscode.window.showQuickPick(picks, {
    title: t('Practise the Arithmetic'),
    placeHolder: t('Which block? Its figures will be other ones.'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.each;
}

/** The loop that a file belongs to, else the only one of its prep folder. */
async function loopOf(store: PrepStore, uri: vscode.Uri): Promise<LocatedLoop | undefined> {
  const loops = (await store.loops()).filter(({ root }) => pathUnder(root.uri, uri) !== undefined);
  return (
    loops.find((located) => pathUnder(located.uri, uri) !== undefined) ?? (loops.length === 1 ? loops[0] : undefined)
  );
}
