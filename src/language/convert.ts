/** From core's offsets to the editor's lines and columns. */
import * as vscode from 'vscode';
import type { ArgumentOf, CommandId } from '../commandTable';
import { lineIndexAt, splitLines, type Line, type TextEdit } from '../core/markdown/text';
import type { Fix, Severity } from '../core/story/lint';
import { blanksAsStops } from '../core/story/snippetSyntax';
import type { Span } from '../core/ports';

/** Places in a text that is not open in an editor; one whose document is open has `document.positionAt`. */
export class Places {
  private readonly lines: readonly Line[];

  /** @param text without a byte-order mark, as a document has it. */
  constructor(text: string, lines: readonly Line[] = splitLines(text)) {
    this.lines = lines;
  }

  position(offset: number): vscode.Position {
    const index = lineIndexAt(this.lines, offset);
    const { start, end } = this.lines[index] as Line;
    // Inside a line break there is no place for a caret.
    return new vscode.Position(index, Math.min(offset, end) - start);
  }

  range({ start, end }: Span): vscode.Range {
    return new vscode.Range(this.position(start), this.position(end));
  }
}

export function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export function textEdit(document: vscode.TextDocument, edit: TextEdit): vscode.TextEdit {
  return vscode.TextEdit.replace(rangeOf(document, edit), edit.newText);
}

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export const severityOf = (severity: Severity): vscode.DiagnosticSeverity => SEVERITIES[severity];

/** A link that runs one of our commands, for Markdown that trusts the command by name. */
export function commandUri<Id extends CommandId>(command: Id, argument: ArgumentOf<Id>): vscode.Uri {
  return vscode.Uri.from({ scheme: 'command', path: command, query: JSON.stringify([argument]) });
}

/** The edit that makes a fix; blanks in its text become stops to type over, one after the other. */
export function fixEdit(document: vscode.TextDocument, fix: Fix): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  let stops = 0;
  const edits = fix.edits.map((one) => {
    if (!fix.snippet) return textEdit(document, one);
    const { snippet, last } = blanksAsStops(one.newText, stops);
    stops = last;
    return vscode.SnippetTextEdit.replace(rangeOf(document, one), new vscode.SnippetString(snippet));
  });
  edit.set(document.uri, edits);
  return edit;
}
