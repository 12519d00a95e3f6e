/** Marks the metrics in stories that are on screen, in a colour of the theme. */
import * as vscode from 'vscode';
import { Owner } from '../lifecycle';
import { highlightsMetricsAt, onDidChangeSetting } from '../store/settings';
import type { StoryAnalyses } from '../analysis/storyAnalyses';
import { rangeOf } from './convert';

export class MetricDecorations extends Owner {
  private readonly metric = this._register(
    vscode.window.createTextEditorDecorationType({
      color: new vscode.ThemeColor('prepLoop.metricForeground'),
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );
  /** Editors that have had marks: only they need to lose them. */
  private readonly marked = new WeakSet<vscode.TextEditor>();

  constructor(private readonly analyses: StoryAnalyses) {
    super();
    this._register(
      vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => this.mark(editor))),
    );
    this._register(onDidChangeSetting(['highlightMetrics'], () => this.markAll()));
    this._register(analyses.onDidAnalyse(({ file, version }) => version !== undefined && this.markAll(file.uri)));
  }

  private markAll(uri?: vscode.Uri): void {
    const key = uri?.toString();
    for (const editor of vscode.window.visibleTextEditors)
      if (key === undefined || editor.document.uri.toString() === key) this.mark(editor);
  }

  private mark(editor: vscode.TextEditor): void {
    const { document } = editor;
    const checked =
      this.analyses.fileOf(document) && highlightsMetricsAt(document.uri) ? this.analyses.of(document) : undefined;
    if (!checked && !this.marked.has(editor)) return;
    this.marked.add(editor);
    editor.setDecorations(
      this.metric,
      (checked?.analysis.quantities ?? []).map((quantity) => rangeOf(document, quantity)),
    );
  }
}
