import * as vscode from 'vscode';
import { CHEAT_SHEET } from '../../core/loop/parseFile';
import type { LoadedRound } from '../../core/playbook/loadPlaybook';
import type { Clock } from '../../core/ports';
import { titlesOfRun } from '../../core/practice/practiceDeck';
import { countedOf } from '../../core/practice/promptTurn';
import { elapsedOf } from '../../core/practice/runs';
import type { Proposal } from '../../core/sessions/proposals';
import type { Session } from '../../core/sessions/sessionModel';
import { instantOf } from '../../core/sessions/sessionName';
import type { CoverageStory } from '../../core/story/coverage';
import { isSameSubject, timedRound, type TimedRound } from '../../core/timer/subject';
import { secondsInClock } from '../../core/words';
import { runCommand } from '../../editorCommands';
import { Debouncer } from '../../lifecycle';
import { Refusal } from '../../refusal';
import type { PrepStore, SessionStore, TextFiles } from '../../store/api';
import { OFFER_FILE } from '../../store/offerStore';
import type { QuestionStore } from '../../store/questionStore';
import { onDidChangeSetting } from '../../store/settings';
import type { ScoreSource, StorySource } from '../../store/storySources';
import { todayOf } from '../../store/today';
import type { PracticeRuns } from '../../timer/practiceRuns';
import type { ThinkTime } from '../../timer/thinkTime';
import { clip } from '../protocol/common';
import {
  decodeFromPanel,
  decodePanelState,
  type FromPanel,
  type LeftRunAction,
  type PracticeView,
  type RoundPanelState,
  type ToPanel,
} from '../protocol/round';
import { makeFitView, makeQuestionsView } from './fitView';
import type { PanelKind } from './panel';
import { Practice, type PracticeServices, type PromptSource } from './practice';
import { practiceCards, proposalViews, proposalsOf } from './practiceView';
import { actOnList, isListMessage, type ListMessage } from './roundAssigned';
import { linkTarget, openPlace, placeToOpen, panelRoundUri, storyPlace, type PanelRound } from './roundActions';
import { documentOf, playbookOfLoop, storiesHere, storiesOfRound } from './roundFiles';
import { actOnFit, isFitMessage, lastAsked, NO_FIT, readRoundFit, type FitMessage, type RoundFit } from './roundFit';
import { makeRoundView, type PageRenderer, type Renderer } from './roundView';
import { TimedPanel, type Timed, type TimedPanelServices } from './timedPanel';

/** Checks of many stories come in a row; how long they are gathered, in milliseconds. */
const QUIET = 300;

/** What a panel uses of the rest of the extension. */
export interface RoundPanelServices extends TimedPanelServices, PracticeServices {
  readonly think: ThinkTime;
  readonly runs: PracticeRuns;
  readonly sessions: SessionStore;
  readonly stories: StorySource;
  readonly scores: ScoreSource;
  readonly questions: QuestionStore;
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly renderer: PageRenderer;
  /** For what the playbook says. */
  readonly guideRenderer: Renderer;
  readonly clock: Clock;
}

const ROUND_VIEW_TYPE = 'prepLoop.round';

export const ROUND_PANEL: PanelKind<RoundPanelState, FromPanel> = {
  viewType: ROUND_VIEW_TYPE,
  name: 'round',
  isEager: true,
  decodeState: decodePanelState,
  decodeMessage: decodeFromPanel,
  keyOf: ({ loop, round }) => `${loop}\n${round}`,
};

/** The command of each act on an unsaved run. */
const LEFT_RUN_COMMANDS = {
  continue: 'prepLoop.continueRun',
  save: 'prepLoop.saveSession',
  discard: 'prepLoop.discardRun',
} as const satisfies Record<LeftRunAction, string>;

/** What the page asks of the run. */
type RunMessage = Exclude<
  FromPanel,
  | (FitMessage | ListMessage)
  | {
      type:
        | 'ready'
        | 'timer'
        | 'toggle'
        | 'open'
        | 'story'
        | 'proposed'
        | 'practise'
        | 'review'
        | 'link'
        | 'exemplar'
        | 'cheatSheet'
        | 'brief';
    }
>;

/** What a round is shown from. */
interface Found extends Pick<PanelRound, 'located' | 'entry'>, RoundFit {
  /** Those that fit the round, the best first. */
  readonly stories: readonly CoverageStory[];
  readonly allStories: readonly CoverageStory[];
  /** The loop's. */
  readonly sessions: readonly Session[];
  readonly cheatSheet: string;
  readonly offer: string;
}

/** One round's panel: it shows what the files and the timer say. */
export class RoundPanel extends TimedPanel<RoundPanelState, FromPanel, ToPanel, Found> {
  private found: Found = {
    located: undefined,
    entry: undefined,
    stories: [],
    allStories: [],
    sessions: [],
    cheatSheet: '',
    ...NO_FIT,
    offer: '',
  };
  /** As the page shows them. */
  private proposals: readonly Proposal[] = [];
  private readonly practice: Practice;
  /** The path of the session of the timer's run, '' where it is not saved; undefined before it was looked for. */
  private saved: string | undefined;
  private readonly refreshing = this._register(new Debouncer(() => void this.refresh(), QUIET));
  /** Whether the page should put the cursor after the notes once it is there. */
  private isToWrite = false;
  private name: string;

  constructor(
    panel: vscode.WebviewPanel,
    readonly state: RoundPanelState,
    private readonly services: RoundPanelServices,
  ) {
    super(panel, ROUND_PANEL, state, services);
    const { store, timer, think, drafts, decks, runs } = services;
    this.name = panel.title;
    this.practice = new Practice(state, services);
    this._register(store.onDidChange((changed) => this.concerns(changed) && void this.refresh()));
    this._register(timer.onDidChange(() => void this.showPractice()));
    this._register(runs.onDidChange(() => void this.showPractice()));
    this._register(services.sessions.onDidChange((changed) => this.concerns(changed) && void this.refresh()));
    this._register(services.stories.onDidChange(() => this.refreshing.schedule()));
    this._register(services.scores.onDidCheck(() => this.refreshing.schedule()));
    this._register(think.onDidChange(() => this.showTimer()));
    this._register(
      drafts.onDidChange(({ loop, round }) => loop === state.loop && round === state.round && void this.showPractice()),
    );
    this._register(decks.onDidTurn(state, () => void this.showPractice()));
    this._register(onDidChangeSetting(['cues.sound', 'cues.notification'], () => void this.showPractice()));
  }

  /** Marks a moment in the notes, and puts the cursor there. @param line see `markerLine`. */
  async mark(line: string): Promise<void> {
    if (this.isLoaded) {
      this.reveal();
      this.say({ type: 'write', line });
      return;
    }
    await this.practice.append(line);
    this.isToWrite = true;
    this.reveal();
  }

  /** A change of the workspace's playbooks concerns every round. */
  private concerns(changed: readonly vscode.Uri[] | undefined): boolean {
    return (
      changed === undefined ||
      changed.some((uri) => uri.toString() === this.state.loop || uri.path.endsWith('/playbooks'))
    );
  }

  protected async read(): Promise<Found> {
    const { store } = this.services;
    const located = await store.findLoop(vscode.Uri.parse(this.state.loop));
    const entry = located && (await playbookOfLoop(store, located));
    const allStories = located && entry?.playbook ? await storiesHere(this.services, located) : [];
    return {
      located,
      entry,
      stories: storiesOfRound(this.state.round, allStories, entry?.playbook),
      allStories,
      sessions: located ? await this.services.sessions.sessions(located) : [],
      cheatSheet: located ? await documentOf(this.services.files, located, CHEAT_SHEET) : '',
      ...(await readRoundFit(this.services, located, entry?.playbook, this.state.round)),
      offer: located ? await documentOf(this.services.files, located, OFFER_FILE) : '',
    };
  }

  protected show(found: Found): void {
    this.found = found;
    const { located, entry } = found;
    const { clock, renderer, guideRenderer } = this.services;
    const round = makeRoundView(
      {
        ...found,
        roundId: this.state.round,
        loopName: vscode.Uri.parse(this.state.loop).path.split('/').pop() ?? '',
        loop: located?.loop,
        playbook: entry?.playbook,
        playbookProblems: entry?.problems ?? [],
        today: todayOf(located?.loop, clock),
        fit: makeFitView(found.fit),
        questions: makeQuestionsView(found.questions, found.nextQuestions, this.state.round),
      },
      renderer,
      guideRenderer,
    );
    this.name = round.title;
    this.sayChanged({ type: 'round', round });
    this.showTimer();
    void this.showPractice();
  }

  private async showPractice(): Promise<void> {
    const { prompts } = this;
    const saved = this.savedSession();
    const isNews = saved && this.saved !== undefined && saved.path !== this.saved;
    // Before anything is waited for: what else is shown meanwhile must not draw for the same session.
    this.saved = saved?.path ?? '';
    if (isNews) await this.practice.next(prompts);
    const { startedAt } = countedOf(this.services.timer.snapshot(), this.state);
    const practice = await this.practice.view(prompts, startedAt, saved?.path.split('/').pop());
    const left = this.leftRun();
    this.proposals = proposalsOf(practice.scores, this.found.entry?.playbook, this.found.allStories);
    this.sayChanged({ type: 'practice', practice: { ...practice, ...left, proposals: proposalViews(this.proposals) } });
    if (!this.isToWrite || !this.isLoaded) return;
    this.isToWrite = false;
    this.say({ type: 'write' });
  }

  private leftRun(): Pick<PracticeView, 'left'> {
    const [run, ...more] = this.services.runs.left(this.state);
    if (!run) return {};
    return { left: { run: run.startedAt, time: secondsInClock(elapsedOf(run) / 1000), all: more.length + 1 } };
  }

  /** The session that the run of the timer was saved as. */
  private savedSession(): Session | undefined {
    const shot = this.services.timer.snapshot();
    if (shot?.status !== 'finished' || shot.startedAt === undefined || !isSameSubject(shot.subject, this.subject))
      return undefined;
    const second = Math.floor(shot.startedAt / 1000) * 1000;
    return this.found.sessions.find((session) => session.round === this.state.round && instantOf(session) === second);
  }

  override get subject(): TimedRound {
    return timedRound(this.state);
  }

  /** What the playbook has of the round. */
  private get content(): LoadedRound | undefined {
    return this.found.entry?.playbook?.rounds.find(({ id }) => id === this.state.round);
  }

  private get prompts(): PromptSource {
    const { located, sessions } = this.found;
    const { content } = this;
    return {
      cards: practiceCards({ loop: located?.loop, roundId: this.state.round, sessions }, content),
      round: content,
    };
  }

  protected override get timed(): Timed {
    return { title: this.name, content: this.content, think: this.services.think.of(this.state) };
  }

  private get place(): PanelRound {
    return { ...this.found, roundId: this.state.round };
  }

  protected async act(message: Exclude<FromPanel, { type: 'ready' }>): Promise<void> {
    if (isFitMessage(message)) {
      await actOnFit(this.found, this.found.located, this.state, message);
      return this.refresh();
    }
    if (isListMessage(message)) return actOnList(this.found, this.state, message);
    const { place } = this;
    const { loop, round } = this.state;
    switch (message.type) {
      case 'timer':
        return this.press(message.action);
      case 'toggle':
        return this.toggle(message);
      case 'open':
        return openPlace(
          await placeToOpen(
            { ...place, session: this.savedSession()?.path, lastAsked: lastAsked(this.found, round) },
            message.target,
          ),
        );
      case 'exemplar':
        return void (await runCommand('prepLoop.showExample', { loop, round, beside: true }));
      case 'brief':
        return void (await runCommand('prepLoop.openBrief', { loop, round }));
      case 'cheatSheet':
        return void (await runCommand('prepLoop.exportCheatSheet', { loop, ask: true }));
      case 'story':
        return openPlace(storyPlace(place, this.found.stories[message.index], message.title));
      case 'proposed': {
        const proposal = this.proposals.find(({ id }) => id === message.competency);
        return openPlace(storyPlace(place, proposal?.stories[message.index], message.title));
      }
      case 'review': {
        const { competency } = message;
        const limit = this.proposals.find(({ id }) => id === competency)?.cards.length;
        return void (await runCommand('prepLoop.reviewCards', {
          loop,
          competency,
          ...(limit === undefined ? {} : { limit }),
        }));
      }
      case 'practise': {
        const uri = place.located && vscode.Uri.joinPath(place.located.uri, CHEAT_SHEET);
        if (!uri) throw new Refusal('absent', 'The cheat sheet is not there any more.');
        return void (await runCommand('prepLoop.practiseArithmetic', { loop, round, uri, block: message.block }));
      }
      case 'link':
        return this.follow(message);
      default:
        return this.actOnRun(message);
    }
  }

  /** Does what the page asks of the run: its prompts, its notes and its scores. */
  private async actOnRun(message: RunMessage): Promise<void> {
    const { practice } = this;
    const { loop, round } = this.state;
    switch (message.type) {
      case 'notes':
        return practice.write(message.text);
      case 'score':
        return practice.score(message.competency, message.score);
      case 'signal':
        return practice.signal(message.signal, message.shown);
      case 'save':
        // The notes are in the draft already, and so are the scores.
        return void (await runCommand('prepLoop.saveSession', { loop, round, ask: true }));
      case 'given':
        return practice.given(message.prompt);
      case 'left':
        return void (await runCommand(LEFT_RUN_COMMANDS[message.action], { loop, round, run: message.run, ask: true }));
      case 'nextPrompt':
        return void (await runCommand('prepLoop.nextPrompt', { loop, round }));
      case 'findStory':
        return this.findStory();
      case 'nextPush':
        return void (await runCommand('prepLoop.nextPush', { loop, round }));
      case 'mark':
        if (message.signal !== undefined) await practice.signal(message.signal, true);
        await runCommand('prepLoop.addMarker', message.signal === undefined ? undefined : { text: message.signal });
        return;
      default:
        await practice.choosePrompt(message, this.prompts);
        await this.showPractice();
    }
  }

  private async findStory(): Promise<void> {
    const { loop, round } = this.state;
    const [title] = titlesOfRun(this.services.decks.of({ loop, round }));
    const question = this.content?.prompts.find((prompt) => prompt.title === title)?.question ?? title;
    if (question !== undefined) await runCommand('prepLoop.findStory', { loop, round, question, ask: true });
  }

  private async follow({ href, base }: Extract<FromPanel, { type: 'link' }>): Promise<void> {
    const target = linkTarget(this.place, href, base);
    if ('uri' in target) await openPlace(target);
    else await vscode.env.openExternal(vscode.Uri.parse(target.url, true));
  }

  /** Even where a line was too long to be sent whole, all of it is compared. */
  private async toggle({ line, text, nth, checked }: Extract<FromPanel, { type: 'toggle' }>): Promise<void> {
    const { located } = this.found;
    const uri = panelRoundUri(this.place);
    const sent = located?.loop.rounds
      .find(({ id }) => id === this.state.round)
      ?.items.find((item) => item.line === line);
    const shown = sent && clip(sent.text) === text ? sent.text : text;
    const now = uri && (await runCommand('prepLoop.toggleItem', { uri, line, text: shown, nth, checked }));
    // The page shows the box as it was clicked: what the file says has to be sent again.
    if (now !== checked) this.forgetSent();
    await this.refresh();
    if (!uri) throw new Refusal('missing', 'The round’s file is not there any more. Nothing was written.');
  }
}
