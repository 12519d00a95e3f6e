/** Puts together what the editor shows of stories and of the files around them. */
import * as vscode from 'vscode';
import type { StoryAnalyses } from '../analysis/storyAnalyses';
import { Owner } from '../lifecycle';
import type { PrepStore, SessionStore, TextFiles } from '../store/api';
import type { OwnCards } from '../store/ownCards';
import type { ReviewStore } from '../store/reviewStore';
import type { StoryStore } from '../store/storyStore';
import type { TimerService } from '../timer/timerService';
import { StoryCodeActions } from './codeActions';
import { StoryCodeLenses } from './codeLenses';
import { StoryCompletions, COMPLETION_TRIGGERS } from './completions';
import { MetricDecorations } from './decorations';
import { StoryDiagnostics } from './diagnostics';
import { StoryLinks } from './documentLinks';
import { FileProblems } from './fileProblems';
import { StoryHovers } from './hovers';
import { PromptCodeLenses } from './promptLenses';
import { registerRoundLanguage } from './roundLanguage';
import { RoundCodeLenses } from './roundLenses';

/** Each provider checks a document's place itself, since a setting says where the prep folder is. */
const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

export class StoryLanguage extends Owner {
  constructor(
    analyses: StoryAnalyses,
    store: PrepStore,
    stories: StoryStore,
    sessions: SessionStore,
    { reviews, ownCards }: { readonly reviews: ReviewStore; readonly ownCards: OwnCards },
    files: TextFiles,
    timer: TimerService,
  ) {
    super();
    const { languages } = vscode;
    this._register(new StoryDiagnostics(analyses));
    this._register(new FileProblems(store, sessions, reviews, files, ownCards));
    this._register(new MetricDecorations(analyses));
    const lenses = this._register(new StoryCodeLenses(analyses));
    this._register(languages.registerCodeLensProvider(MARKDOWN, lenses));
    this._register(registerRoundLanguage(store));
    const roundLenses = this._register(new RoundCodeLenses(store, stories, timer));
    this._register(languages.registerCodeLensProvider(MARKDOWN, roundLenses));
    this._register(languages.registerCodeLensProvider(MARKDOWN, new PromptCodeLenses(store)));
    this._register(
      languages.registerCodeActionsProvider(MARKDOWN, new StoryCodeActions(analyses), StoryCodeActions.metadata),
    );
    this._register(languages.registerHoverProvider(MARKDOWN, new StoryHovers(analyses)));
    this._register(
      languages.registerCompletionItemProvider(MARKDOWN, new StoryCompletions(analyses, store), ...COMPLETION_TRIGGERS),
    );
    this._register(languages.registerDocumentLinkProvider(MARKDOWN, new StoryLinks(analyses, store)));
  }
}
