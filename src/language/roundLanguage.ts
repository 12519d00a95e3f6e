/** Completion and hovers in the front matter of a round's file. */
import type * as vscode from 'vscode';
import { isRoundFile } from '../core/loop/parseFile';
import { roundHover, suggestInRound } from '../core/loop/roundHelp';
import type { PrepStore } from '../store/api';
import { registerKeyLanguage, textAtPath } from './keyLanguage';

export function registerRoundLanguage(store: PrepStore): vscode.Disposable {
  return registerKeyLanguage({
    textOf: (document) => textAtPath(store, document, isRoundFile),
    suggest: suggestInRound,
    hover: roundHover,
  });
}
