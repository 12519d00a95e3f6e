import * as vscode from 'vscode';
import blockSnippets from '../content/snippets/blocks.json';
import storySnippets from '../content/snippets/stories.json';
import { LoopClaims } from './analysis/loopClaims';
import { StoryAnalyses } from './analysis/storyAnalyses';
import type { StorySummary } from './analysis/storySummary';
import type { Composed, LateViews } from './activate';
import { makeApi } from './api';
import { registerArithmeticCommand } from './commands/arithmeticCommand';
import { registerBriefCommands } from './commands/briefCommands';
import { registerCalendarCommands } from './commands/calendarCommands';
import { registerCardCommand } from './commands/cardCommand';
import { registerCardHistoryCommand } from './commands/cardHistoryCommand';
import { ChangedCardQuestions } from './commands/changedCardQuestions';
import { registerExchangeCommands } from './commands/exchangeCommands';
import { registerClaimCommands } from './commands/claimCommands';
import { registerChecklistCommands } from './commands/checklistCommands';
import { registerCloseCommands } from './commands/closeCommands';
import { registerDebriefCommand } from './commands/debriefCommand';
import { registerExampleCommand } from './commands/exampleCommand';
import { registerFigureCommands } from './commands/figureCommands';
import { registerFitCommand } from './commands/fitCommand';
import { registerFeedbackCommand } from './commands/feedbackCommands';
import { registerLoopPackCommand } from './commands/loopPackCommand';
import { registerLoopCommands } from './commands/loopCommands';
import { registerMockCommands } from './commands/mockCommands';
import { registerOfferCommands } from './commands/offerCommands';
import { Repairs } from './commands/offerRepairs';
import { registerCheatSheetCommand } from './commands/cheatSheetCommand';
import { registerPackCommand } from './commands/packCommands';
import { registerPanelCommands } from './commands/panelCommands';
import { registerInterviewCommands } from './commands/interviewCommands';
import { registerInviteCommand } from './commands/inviteCommands';
import { registerPeopleCommands } from './commands/peopleCommands';
import { registerPlaybookCommand } from './commands/playbookCommand';
import { registerRehearseCommand } from './commands/rehearseCommands';
import { registerPromptCommands } from './commands/promptCommands';
import { registerQuestionCommands } from './commands/questionCommands';
import { registerReplanCommands } from './commands/replanCommands';
import { registerRoundStateCommands } from './commands/roundStateCommands';
import { sayRefusals } from './commands/sayRefusals';
import { registerScoreCommands } from './commands/scoreCommands';
import { registerAssignCommand } from './commands/assignCommand';
import { registerMatchCommands } from './commands/matchCommands';
import { registerScriptCommands } from './commands/scriptCommands';
import { registerSessionCommands } from './commands/sessionCommands';
import { registerStoryCheckCommands } from './commands/storyCheckCommands';
import { registerStoryCommands } from './commands/storyCommands';
import { registerRoundCommands } from './commands/timerCommands';
import { registerTranscriptCommand } from './commands/transcriptCommand';
import type { Clock } from './core/ports';
import type { Platform } from './platform';
import { titlesOfRun } from './core/practice/practiceDeck';
import { readSnippets } from './core/story/snippets';
import type { PackedCard } from './core/story/storyCard';
import type { TimerSubject } from './core/timer/subject';
import { commandHandlers, commandOf } from './editorCommands';
import { BlockLanguage } from './language/blockLanguage';
import { previewExtension } from './language/markdownPreview';
import { OfferLanguage } from './language/offerLanguage';
import { ClaimLanguage } from './language/claimLanguage';
import { FiguresPages } from './language/figuresPages';
import { InterviewLanguage } from './language/interviewLanguage';
import { StoryLanguage } from './language/register';
import { OriginLenses } from './language/originLenses';
import { provideExamplePages } from './language/examplePages';
import { provideRulePages } from './language/rulePages';
import { StatedLanguage } from './language/statedLanguage';
import { registerSnippetCompletions } from './language/storyCompletions';
import { BriefSource } from './store/briefSource';
import { DashboardSource } from './store/dashboardSource';
import { DayClock } from './store/dayClock';
import { Decks } from './store/decks';
import { DueCards } from './store/dueCards';
import { FileCache, type CachePlace } from './store/fileCache';
import { InterviewStore } from './store/interviewStore';
import { LinkCheckedFiles, LinkedFolders } from './store/linkedFolders';
import { OfferStore } from './store/offerStore';
import { OwnCards } from './store/ownCards';
import { ParsedStories } from './store/parsedStories';
import { PlaybookTitles } from './store/playbookTitles';
import { QuestionStore } from './store/questionStore';
import { ReviewStore } from './store/reviewStore';
import { dayStart, onDidChangeSetting } from './store/settings';
import { StoryIndexes } from './store/storyIndexes';
import { StoryStore } from './store/storyStore';
import { TemplateStore } from './store/templateStore';
import { WorkspaceTextFiles } from './store/textFiles';
import { TodayReader } from './store/todayReader';
import { WorkspaceDurableState } from './store/workspaceDurableState';
import { WorkspacePracticeDrafts } from './store/workspacePracticeDrafts';
import { WorkspacePrepStore } from './store/workspacePrepStore';
import { WorkspaceSessionStore } from './store/workspaceSessionStore';
import { PhaseCues } from './timer/phaseCues';
import type { RoundPlace } from './core/practice/draft';
import { PracticeRuns } from './timer/practiceRuns';
import { SharedRuns } from './timer/sharedRuns';
import { ThinkTime } from './timer/thinkTime';
import { TimerService } from './timer/timerService';
import { FiguresPart } from './views/figuresPart';
import { CoveragePart } from './views/coveragePart';
import { StoriesView } from './views/storiesView';
import { StoryArrangement } from './views/storyArrangement';
import { ElsewhereStatusBar } from './views/elsewhereStatusBar';
import { TimerStatusBar } from './views/timerStatusBar';
import { TrackerView } from './views/trackerView';
import { ArithmeticPanels } from './webview/host/arithmeticPanel';
import { BriefPanels } from './webview/host/briefPanel';
import { DashboardPanels } from './webview/host/dashboardPanel';
import { DrillsPanels } from './webview/host/drillsPanel';
import { OfferPanels } from './webview/host/offerPanel';
import { RehearsePanels } from './webview/host/rehearsePanels';
import { MarkdownRenderer } from './webview/host/renderMarkdown';
import { RoundPanels } from './webview/host/roundPanels';

/** The composition root: makes every part and hands each what it uses. Nothing is read before something is shown. */
export function compose(context: vscode.ExtensionContext, views: LateViews, platform: Platform): Composed {
  const own = <T extends vscode.Disposable>(part: T): T => (context.subscriptions.push(part), part);
  const log = own(vscode.window.createOutputChannel('Prep Loop', { log: true }));
  own(sayRefusals(log));
  const clock: Clock = { now: () => Date.now() };
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const textFiles = own(new WorkspaceTextFiles(platform.disk));
  const files = new LinkCheckedFiles(textFiles, new LinkedFolders(context.workspaceState, platform.realPath));
  const store = own(new WorkspacePrepStore(context.extensionUri, textFiles, log));
  const sessions = own(new WorkspaceSessionStore(store, files));
  const parsedStories = new ParsedStories();
  const place = (name: string): CachePlace => ({ folder: context.storageUri, name, version: cacheVersion(context) });
  const storyCards = own(new FileCache<PackedCard>(place('stories.json'), log));
  const summaries = own(new FileCache<StorySummary>(place('checks.json'), log));
  const storyStore = own(new StoryStore(store, files, parsedStories, storyCards));
  const offers = own(new OfferStore(store, textFiles));
  const analyses = own(new StoryAnalyses(store, files, parsedStories, log, summaries));
  const claims = own(new LoopClaims(store, storyStore, textFiles));
  const figures = own(new FiguresPart(claims));
  const coverage = own(new CoveragePart(store, storyStore, analyses));
  const timer = own(new TimerService(context.workspaceState, clock, log));
  const practice = own(new WorkspaceDurableState(context.workspaceState, context.storageUri, log));
  const drafts = own(new WorkspacePracticeDrafts(practice));
  const decks = own(new Decks(context.workspaceState, (length) => platform.randomBytes(length)));
  const promptsOf = (place: RoundPlace): readonly string[] => titlesOfRun(decks.of(place));
  const runs = own(new PracticeRuns(timer, drafts, practice, promptsOf));
  const reviews = own(new ReviewStore(files, clock));
  const ownCards = new OwnCards(store, files);
  const questions = new QuestionStore(files, sessions);
  const cards = new DueCards(store, reviews, ownCards);
  const days = own(new TodayReader({ clock, sessions, runs, timer, questions, cards, offers }));
  const dayClock = own(new DayClock(clock, timeZone, dayStart));
  own(onDidChangeSetting(['dayStart'], () => dayClock.look()));
  const tracker = own(
    new TrackerView(views.tracker, {
      store,
      sessions,
      days,
      dayClock,
      state: context.workspaceState,
      parts: [coverage, figures],
    }),
  );
  own(registerChecklistCommands(store, files));
  own(registerLoopCommands({ store, files, clock, log, timeZone, reveal: (loop) => tracker.reveal(loop) }));
  own(registerPlaybookCommand({ store, files }));
  own(registerCalendarCommands({ store, sessions, files, clock, timeZone }));
  own(registerReplanCommands({ store, files, clock, log }));
  own(registerInviteCommand({ store, files, clock }));
  own(registerPeopleCommands({ store, files, clock }));
  own(registerRoundStateCommands({ store, files, clock }));
  own(
    registerCloseCommands({
      store,
      files,
      sessions,
      days,
      stories: storyStore,
      scoreOf: (story) => analyses.summary(story)?.score,
    }),
  );
  const titles = own(new PlaybookTitles(store));
  const arrangement = own(new StoryArrangement(context.workspaceState, titles));
  const stories = own(new StoriesView(views.stories, storyStore, analyses, arrangement, titles));
  const templates = new TemplateStore(context.extensionUri, store, files);
  own(registerStoryCommands({ store, files, templates, log, reveal: (story) => stories.reveal(story) }));
  own(registerExampleCommand({ store, templates }));
  const indexes = new StoryIndexes(storyStore);
  own(registerMatchCommands({ store, indexes }));
  own(registerAssignCommand({ store, files, indexes, clock }));
  own(registerTranscriptCommand({ store, files, sessions, stories: storyStore, clock, state: context.workspaceState }));
  own(registerSnippetCompletions(store, readSnippets(storySnippets)));
  const think = own(new ThinkTime(timer, clock));
  const sharedFolder = vscode.Uri.joinPath(context.globalStorageUri, 'runs');
  const shared = own(new SharedRuns(timer, context.workspaceState, sharedFolder, clock, log));
  own(new ElsewhereStatusBar(shared, timer));
  own(new PhaseCues(timer));
  const source = own(
    new DashboardSource({ store, stories: storyStore, scores: analyses, sessions, reviews, ownCards, clock, dayClock }),
  );
  const panelServices = {
    extensionUri: context.extensionUri,
    store,
    files,
    reviews,
    ownCards,
    questions,
    timer,
    think,
    shared,
    sessions,
    stories: storyStore,
    scores: analyses,
    drafts,
    decks,
    runs,
    renderer: new MarkdownRenderer(),
    clock,
    logger: log,
    randomBytes: (length: number) => platform.randomBytes(length),
  };
  // What a playbook says is not the user's own, so its figures are not marked as metrics.
  const guideRenderer = new MarkdownRenderer({ marksMetrics: false });
  const panels = own(new RoundPanels({ ...panelServices, guideRenderer }));
  const rehearsals = own(new RehearsePanels(panelServices));
  own(new TimerStatusBar(timer, think, openTimed));
  const interviews = new InterviewStore(store, files);
  registerRoundCommands({ store, timer, think, shared, panels, rehearsals, interviews, clock }).forEach(own);
  own(registerPromptCommands({ store, timer, decks, drafts, activeRound: () => panels.active }));
  const mockParts = { store, files, sessions, drafts, clock };
  own(registerPackCommand({ ...mockParts, stories: storyStore }));
  own(registerCheatSheetCommand({ store, files }));
  const briefs = own(
    new BriefSource({ store, files, stories: storyStore, indexes, sessions, questions, clock, dayClock }),
  );
  const briefPanels = own(new BriefPanels({ ...panelServices, briefs }));
  own(registerLoopPackCommand({ store, files, stories: storyStore, briefs }));
  own(registerBriefCommands({ store, files, briefs, panels: briefPanels, clock }));
  own(registerMockCommands(mockParts));
  own(registerInterviewCommands({ ...mockParts, interviews }));
  own(new InterviewLanguage(interviews, store));
  own(registerQuestionCommands({ store, files, questions, clock }));
  own(registerFitCommand({ store, files, stories: storyStore, scores: analyses }));
  own(registerScoreCommands(mockParts));
  own(registerFeedbackCommand(mockParts));
  own(registerDebriefCommand({ ...mockParts, indexes }));
  own(
    registerSessionCommands({
      store,
      files,
      sessions,
      drafts,
      runs,
      decks,
      timer,
      clock,
      log,
      promptsOf,
      activeRound: () => panels.active,
    }),
  );
  const dashboards = own(new DashboardPanels({ ...panelServices, source }));
  own(
    registerPanelCommands(store, {
      dashboards,
      drills: own(new DrillsPanels({ ...panelServices, renderer: guideRenderer })),
    }),
  );
  const offerPanels = own(new OfferPanels({ ...panelServices, offers }));
  own(registerOfferCommands({ store, files, offers, panels: offerPanels, clock }));
  own(registerRehearseCommand({ store, stories: storyStore, panels: rehearsals }));
  own(new StoryLanguage(analyses, store, storyStore, sessions, { reviews, ownCards }, files, timer));
  own(new BlockLanguage(store, blockSnippets));
  own(new OfferLanguage(store));
  own(new StatedLanguage(store, offers));
  own(registerFigureCommands({ store, files }));
  own(registerCardCommand({ store, files }));
  own(registerCardHistoryCommand({ store, reviews, ownCards, clock }));
  own(new ChangedCardQuestions({ store, reviews, ownCards }));
  own(registerExchangeCommands({ store, files, ownCards }));
  own(registerArithmeticCommand({ store, files, panels: own(new ArithmeticPanels(panelServices)) }));
  own(new ClaimLanguage(claims));
  own(new OriginLenses(store, claims));
  own(registerScriptCommands({ store, stories: storyStore, files, claims }));
  own(registerClaimCommands({ store, files, claims, pages: own(new FiguresPages(claims)) }));
  own(provideRulePages(context.extensionUri));
  own(provideExamplePages(context.extensionUri));
  own(registerStoryCheckCommands(analyses));
  own(new Repairs({ store, files, clock, log }));
  analyses.begin();
  return {
    api: makeApi({
      log,
      timer: () => timer.snapshot(),
      extendMarkdownIt: previewExtension(() => store.roots, context.extensionUri),
    }),
    handlers: commandHandlers,
  };
}

/** Of the sources that read and check texts: a hash that the build puts here. */
declare const CORE_VERSION: string;

/** What is kept of files counts for the code that worked it out, and for no other. */
function cacheVersion({ extension }: vscode.ExtensionContext): string {
  const { version } = extension.packageJSON as { readonly version: string };
  return `${version} ${CORE_VERSION}`;
}

/** Opens what is being timed: a round, a story that is being rehearsed, or the interview of a peer. */
function openTimed(subject: TimerSubject): vscode.Command {
  switch (subject.kind) {
    case 'story':
      return commandOf('prepLoop.rehearseStory', 'Open the rehearsal', { uri: subject.uri, version: subject.version });
    case 'round':
      return commandOf('prepLoop.openRound', 'Open the round', { loop: subject.loop, round: subject.round });
    case 'interview':
      return commandOf('prepLoop.openFile', 'Open the interview', { uri: subject.uri });
  }
}
