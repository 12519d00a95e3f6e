/** Making a drill card of what is selected. */
import * as vscode from 'vscode';
import { cardToAppend, OWN_CARDS_FILE } from '../core/recall/ownCards';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from '../store/api';
import { pathUnder } from '../store/files';
import { appendCards } from './appendCards';
import { asText, fields } from './decode';
import { decodeLoopArgument, findNamedLoop, pickLoop } from './loopArgument';
import { sayBriefly } from './say';

const { t } = vscode.l10n;
const TITLE = 'Make a Card From Selection';

export interface CardParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
}

export function registerCardCommand(parts: CardParts): vscode.Disposable {
  return registerCommand('prepLoop.makeCard', (argument) => makeCard(parts, argument));
}

async function makeCard({ store, files }: CardParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const given = fields(argument);
  const answer = asText(given['answer']) ?? selectedText();
  if (answer === undefined)
    throw new Refusal('argument', t('Select the text that is to be the answer of the card first.'));
  const located = await loopOf(store, argument);
  if (!located) return undefined;
  const question = asText(given['question']) ?? (await askQuestion(answer));
  if (question === undefined) return undefined;
  const uri = vscode.Uri.joinPath(located.uri, OWN_CARDS_FILE);
  await appendCards(files, uri, (text) => cardToAppend(text, question, answer));
  sayBriefly(t('A card was added to {0}.', `${located.loop.id}/${OWN_CARDS_FILE}`));
  return uri;
}

function selectedText(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && asText(editor.document.getText(editor.selection));
}

/** The loop that is named, else the one whose folder the active file is in, else the only one or one that is chosen. */
async function loopOf(store: PrepStore, argument: unknown): Promise<LocatedLoop | undefined> {
  const name = decodeLoopArgument(argument);
  if (name !== undefined) return findNamedLoop(store, name);
  const active = vscode.window.activeTextEditor?.document.uri;
  const here = active && (await store.loops()).find(({ uri }) => pathUnder(uri, active) !== undefined);
  return here ?? pickLoop(store, TITLE);
}

async function askQuestion(answer: string): Promise<string | undefined> {
  const line = answer.replace(/\s+/gu, ' ').trim();
  const question = await vscode.window.showInputBox({
    title: TITLE,
    prompt: t('The answer is: {0}', line.length > 120 ? `${line.slice(0, 120)}…` : line),
    placeHolder: t('The question'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('Write the question.') : undefined),
  });
  return asText(question);
}
