import * as vscode from 'vscode';

/** What is said of an answer that is not a date. */
export const notADate = (): string => vscode.l10n.t('Write a date as YYYY-MM-DD, such as 2026-11-30.');
