/** Findings as the editor's problems, with those that would interrupt a sentence held back until it is finished. */
import * as vscode from 'vscode';
import type { Severity } from '../core/story/lint';
import { moveSpans, unfinishedSentence, waits, type CodedSpan } from '../core/story/typing';
import { Debouncer, Owner } from '../lifecycle';
import type { Checked } from '../analysis/checkedFiles';
import type { StoryAnalyses } from '../analysis/storyAnalyses';
import { LARGEST } from '../analysis/textAnalyser';
import { lintScopeAt, onDidChangeSetting } from '../store/settings';
import { openDocument } from '../store/textFiles';
import { Places, severityOf } from './convert';
import { rulePage } from './rulePages';

export const SOURCE = 'prep-loop';

/** How long after the last keystroke a sentence counts as finished, in milliseconds. */
const THOUGHT = 2000;

/** A problem that is shown, or waits to be, with its place. */
interface Placed extends CodedSpan {
  readonly diagnostic: vscode.Diagnostic;
}

export class StoryDiagnostics extends Owner {
  private readonly collection = this._register(vscode.languages.createDiagnosticCollection(SOURCE));
  /** What open documents show, by their Uri: kept in place while the text moves. */
  private readonly shown = new Map<string, readonly CodedSpan[]>();
  /** The document being typed in, some of whose findings wait. */
  private waiting: { readonly uri: vscode.Uri; readonly version: number; readonly checked: Checked } | undefined;
  private typed: string | undefined;
  /** Problems of files that are not open, by their Uri: they are shown where the setting says so. */
  private readonly closed = new Map<string, { readonly uri: vscode.Uri; readonly problems: vscode.Diagnostic[] }>();
  private readonly thought = this._register(new Debouncer(() => this.thoughtOver(), THOUGHT));

  constructor(analyses: StoryAnalyses) {
    super();
    this._register(analyses.onDidAnalyse((checked) => this.show(checked)));
    this._register(analyses.onDidRemove((uri) => this.clear(uri)));
    this._register(onDidChangeSetting(['lint.scope'], () => this.showClosed()));
    this._register(vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)));
    this._register(vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.moved(textEditor.document)));
    this._register(vscode.window.onDidChangeActiveTextEditor(() => this.thoughtOver()));
    this._register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri.toString())));
  }

  private show(checked: Checked): void {
    const { uri } = checked.file;
    const key = uri.toString();
    const placed = placedOf(checked);
    const typing = this.typed === key ? typingIn(checked) : undefined;
    const shown = this.shown.get(key) ?? [];
    const ready = typing ? placed.filter((finding) => !waits(finding, typing, shown)) : placed;
    if (this.waiting?.uri.toString() === key) this.waiting = undefined;
    if (ready.length < placed.length && checked.version !== undefined)
      this.waiting = { uri, version: checked.version, checked };
    if (checked.version !== undefined) this.shown.set(key, ready);
    const problems = ready.map(({ diagnostic }) => diagnostic);
    if (checked.version === undefined) this.closed.set(key, { uri, problems });
    else this.closed.delete(key);
    this.collection.set(uri, checked.version === undefined && !showsClosed(uri) ? [] : problems);
  }

  /** Shows or hides the problems of files that are not open, as the setting now says. */
  private showClosed(): void {
    for (const { uri, problems } of this.closed.values()) this.collection.set(uri, showsClosed(uri) ? problems : []);
  }

  private clear(uri: vscode.Uri): void {
    this.shown.delete(uri.toString());
    this.closed.delete(uri.toString());
    this.collection.delete(uri);
  }

  private follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const key = document.uri.toString();
    if (contentChanges.length === 0 || document.languageId !== 'markdown') return;
    // Undo and redo are not typing: what they bring back is shown at once.
    this.typed = reason === undefined ? key : undefined;
    this.thought.schedule();
    let spans = this.shown.get(key);
    if (!spans) return;
    for (const { rangeOffset, rangeLength, text } of contentChanges)
      spans = moveSpans(spans, { start: rangeOffset, removed: rangeLength, inserted: text.length });
    this.shown.set(key, spans);
  }

  /** The caret left the sentence: what waited there is shown. */
  private moved(document: vscode.TextDocument): void {
    const { waiting } = this;
    if (waiting && waiting.version === document.version && waiting.uri.toString() === document.uri.toString())
      this.show(waiting.checked);
  }

  private thoughtOver(): void {
    this.typed = undefined;
    const { waiting } = this;
    if (waiting && openDocument(waiting.uri)?.version === waiting.version) this.show(waiting.checked);
  }
}

const showsClosed = (uri: vscode.Uri): boolean => lintScopeAt(uri) === 'folder';

/** The unfinished sentence that the user writes in a text, if it is the active editor's. */
function typingIn({ file, text, version }: Checked): ReturnType<typeof unfinishedSentence> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.version !== version || editor?.document.uri.toString() !== file.uri.toString()) return undefined;
  return unfinishedSentence(text, editor.document.offsetAt(editor.selection.active));
}

function placedOf({ text, analysis }: Checked): Placed[] {
  if (!analysis) {
    const message = `This file is not checked: it is larger than ${LARGEST / 1024} KB.`;
    return [
      {
        start: 0,
        end: 0,
        code: 'too-large',
        diagnostic: diagnosticOf(new vscode.Range(0, 0, 0, 0), { message, severity: 'info' }),
      },
    ];
  }
  const { findings, parsed } = analysis;
  if (findings.length + parsed.problems.length === 0) return [];
  const places = new Places(text, parsed.lines);
  const placed = findings.map(({ start, end, code, severity, message }): Placed => {
    const page = { value: code, target: rulePage(code) };
    const diagnostic = diagnosticOf(places.range({ start, end }), { message, severity }, page);
    return { start, end, code, diagnostic };
  });
  const problems = parsed.problems.map(({ start, end, message, severity }): Placed => {
    return {
      start,
      end,
      code: 'file',
      diagnostic: diagnosticOf(places.range({ start, end }), { message, severity }),
    };
  });
  return [...problems, ...placed];
}

/** A problem in the words of core, at its place in the editor. @param code with the page that explains it. */
export function diagnosticOf(
  range: vscode.Range,
  { message, severity }: { readonly message: string; readonly severity: Severity },
  code?: vscode.Diagnostic['code'],
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, severityOf(severity));
  diagnostic.source = SOURCE;
  if (code !== undefined) diagnostic.code = code;
  return diagnostic;
}
