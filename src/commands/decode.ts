/** Reads what a command was called with: a keybinding's JSON, another extension's object, a tree element. */
import * as vscode from 'vscode';

/** The fields of an argument; empty where it is no object. */
export function fields(argument: unknown): Readonly<Record<string, unknown>> {
  return typeof argument === 'object' && argument !== null ? (argument as Record<string, unknown>) : {};
}

/** A text that is not blank, or undefined. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A whole number from 0, or undefined. */
export function asIndex(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** A Uri, its text, or its JSON, as a Uri. */
export function asUri(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  try {
    if (typeof value === 'string')
      return /^[a-z][a-z\d+.-]+:/iu.test(value) ? vscode.Uri.parse(value, true) : undefined;
    const { scheme, path } = fields(value);
    if (typeof scheme === 'string' && typeof path === 'string')
      return vscode.Uri.from(value as { scheme: string; path: string });
  } catch {
    // Not a Uri.
  }
  return undefined;
}
