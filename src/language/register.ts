/** Puts what the editor shows of a story together. */
import * as vscode from 'vscode';
import { Owner } from '../lifecycle';
import type { PrepStore, TextFiles } from '../store/api';
import type { StoryAnalyses } from '../store/storyAnalysis';
import { StoryCodeActions } from './codeActions';
import { StoryCodeLenses } from './codeLenses';
import { StoryCompletions, TRIGGERS } from './completions';
import { MetricDecorations } from './decorations';
import { StoryDiagnostics } from './diagnostics';
import { StoryLinks } from './documentLinks';
import { FileProblems } from './fileProblems';
import { StoryHovers } from './hovers';

/** Each provider looks at a document's place itself: where the prep folder is, is a setting. */
const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

export class StoryLanguage extends Owner {
  constructor(analyses: StoryAnalyses, store: PrepStore, files: TextFiles) {
    super();
    const { languages } = vscode;
    this._register(new StoryDiagnostics(analyses));
    this._register(new FileProblems(store, files));
    this._register(new MetricDecorations(analyses));
    const lenses = this._register(new StoryCodeLenses(analyses));
    this._register(languages.registerCodeLensProvider(MARKDOWN, lenses));
    this._register(languages.registerCodeActionsProvider(MARKDOWN, new StoryCodeActions(analyses), StoryCodeActions.metadata));
    this._register(languages.registerHoverProvider(MARKDOWN, new StoryHovers(analyses)));
    this._register(languages.registerCompletionItemProvider(MARKDOWN, new StoryCompletions(analyses, store), ...TRIGGERS));
    this._register(languages.registerDocumentLinkProvider(MARKDOWN, new StoryLinks(analyses, store)));
  }
}
