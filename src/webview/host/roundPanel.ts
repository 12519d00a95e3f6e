import * as vscode from 'vscode';
import type { LoadedPlaybook, LoadedRound } from '../../core/playbook/load';
import type { Clock } from '../../core/ports';
import type { Card } from '../../core/practice/deck';
import type { Session } from '../../core/sessions/model';
import { instantOf } from '../../core/sessions/name';
import type { Proposal } from '../../core/sessions/proposals';
import { storiesThatFit, type CoverageStory } from '../../core/story/coverage';
import { isSameSubject, timedRound, type TimedRound } from '../../core/timer/subject';
import { runCommand } from '../../editorCommands';
import { Debouncer } from '../../lifecycle';
import type { LocatedLoop, PlaybookEntry, PrepStore, SessionStore, TextFiles } from '../../store/api';
import { coverageStory } from '../../store/coverageStories';
import type { ScoreSource, StorySource } from '../../store/storySources';
import { todayOf } from '../../store/today';
import { planRound } from '../../timer/roundPlan';
import { startThinking } from '../../timer/startTimer';
import type { ThinkTime } from '../../timer/thinkTime';
import type { TimerService } from '../../timer/timerService';
import {
  decodeFromPanel,
  decodePanelState,
  type FromPanel,
  type RoundPanelState,
  type TimerAction,
  type ToPanel,
} from '../protocol/round';
import { EditorPanel, type PanelKind, type PanelServices } from './panel';
import { Practice, type PracticeServices } from './practice';
import { practiceCards, proposalViews, proposalsOf } from './practiceView';
import { follow, open, openStory, toggle, type RoundPlace } from './roundActions';
import { makeRoundView, makeTimerView, type Renderer } from './roundView';
import { pressTimer } from './timerButtons';

/** Checks of many stories come in a row; how long they are gathered, in milliseconds. */
const QUIET = 300;

/** What a panel uses of the rest of the extension. */
export interface RoundPanelServices extends PanelServices, PracticeServices {
  readonly think: ThinkTime;
  readonly sessions: SessionStore;
  readonly stories: StorySource;
  readonly scores: ScoreSource;
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly timer: TimerService;
  readonly renderer: Renderer;
  readonly clock: Clock;
}

const ROUND_VIEW_TYPE = 'prepLoop.round';

export const ROUND_PANEL: PanelKind<RoundPanelState, FromPanel> = {
  viewType: ROUND_VIEW_TYPE,
  name: 'round',
  decodeState: decodePanelState,
  decodeMessage: decodeFromPanel,
  keyOf: ({ loop, round }) => `${loop}\n${round}`,
};

/** What a round is shown from. */
interface Found extends Pick<RoundPlace, 'located' | 'entry'> {
  /** Those that fit the round, the best first. */
  readonly stories: readonly CoverageStory[];
  readonly allStories: readonly CoverageStory[];
  /** The loop's. */
  readonly sessions: readonly Session[];
}

/** One round's panel: it shows what the files and the timer say. */
export class RoundPanel extends EditorPanel<RoundPanelState, FromPanel, ToPanel, Found> {
  private found: Found = { located: undefined, entry: undefined, stories: [], allStories: [], sessions: [] };
  /** As the page shows them. */
  private proposals: readonly Proposal[] = [];
  private readonly practice: Practice;
  /** The path of the session of the timer's run, '' where it is not saved; undefined before it was looked for. */
  private saved: string | undefined;
  private readonly refreshing = this._register(new Debouncer(() => void this.refresh(), QUIET));
  /** Whether the page is to put the cursor behind the notes once it is there. */
  private isToWrite = false;
  private name: string;

  constructor(
    panel: vscode.WebviewPanel,
    readonly state: RoundPanelState,
    private readonly services: RoundPanelServices,
  ) {
    super(panel, ROUND_PANEL, state, services);
    const { store, timer, think, drafts } = services;
    this.name = panel.title;
    this.practice = new Practice(state, services);
    this._register(store.onDidChange((changed) => this.concerns(changed) && void this.refresh()));
    this._register(timer.onDidChange(() => this.showTimer()));
    this._register(timer.onDidChange(() => void this.showPractice()));
    this._register(timer.onDidObserve(() => this.showTimer()));
    this._register(services.sessions.onDidChange((changed) => this.concerns(changed) && void this.refresh()));
    this._register(services.stories.onDidChange(() => this.refreshing.schedule()));
    this._register(services.scores.onDidCheck(() => this.refreshing.schedule()));
    this._register(think.onDidChange(() => this.showTimer()));
    this._register(
      drafts.onDidChange(({ loop, round }) => loop === state.loop && round === state.round && void this.showPractice()),
    );
    this._register(
      vscode.workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration('prepLoop.cues') && void this.showPractice(),
      ),
    );
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
    const entry = located && (await findPlaybook(store, located));
    const allStories = located && entry?.playbook ? await this.storiesOf(located) : [];
    return {
      located,
      entry,
      stories: this.fitting(allStories, entry?.playbook),
      allStories,
      sessions: located ? await this.services.sessions.sessions(located) : [],
    };
  }

  private async storiesOf(located: LocatedLoop): Promise<readonly CoverageStory[]> {
    const { stories, scores } = this.services;
    const here = (await stories.stories()).filter(({ root }) => root.uri.toString() === located.root.uri.toString());
    return here.map((story) => coverageStory(story, scores.summary(story.uri)?.score));
  }

  private fitting(stories: readonly CoverageStory[], playbook: LoadedPlaybook | undefined): readonly CoverageStory[] {
    const round = playbook?.rounds.find(({ id }) => id === this.state.round);
    return round && playbook ? storiesThatFit(round, stories, new Set(playbook.rounds.map(({ id }) => id))) : [];
  }

  protected show(found: Found): void {
    this.found = found;
    const { located, entry } = found;
    const { clock, renderer } = this.services;
    const round = makeRoundView(
      {
        roundId: this.state.round,
        loopName: vscode.Uri.parse(this.state.loop).path.split('/').pop() ?? '',
        loop: located?.loop,
        playbook: entry?.playbook,
        playbookProblems: entry?.problems ?? [],
        today: todayOf(located?.loop, clock),
        stories: found.stories,
        sessions: found.sessions,
      },
      renderer,
    );
    this.name = round.title;
    this.sayChanged({ type: 'round', round });
    this.showTimer();
    void this.showPractice();
  }

  private async showPractice(): Promise<void> {
    const { cards } = this;
    const saved = this.savedSession();
    if (saved && this.saved !== undefined && saved.path !== this.saved) await this.practice.next(cards);
    this.saved = saved?.path ?? '';
    const practice = await this.practice.view(cards, saved?.path.split('/').pop());
    this.proposals = proposalsOf(practice.scores, this.found.entry?.playbook, this.found.allStories);
    this.sayChanged({ type: 'practice', practice: { ...practice, proposals: proposalViews(this.proposals) } });
    if (!this.isToWrite || !this.isLoaded) return;
    this.isToWrite = false;
    this.say({ type: 'write' });
  }

  /** The session that the run of the timer was saved as. */
  private savedSession(): Session | undefined {
    const shot = this.services.timer.snapshot();
    if (shot?.status !== 'finished' || shot.startedAt === undefined || !isSameSubject(shot.subject, this.subject))
      return undefined;
    const second = Math.floor(shot.startedAt / 1000) * 1000;
    return this.found.sessions.find((session) => session.round === this.state.round && instantOf(session) === second);
  }

  private get subject(): TimedRound {
    return timedRound(this.state);
  }

  /** What the playbook has of the round. */
  private get content(): LoadedRound | undefined {
    return this.found.entry?.playbook?.rounds.find(({ id }) => id === this.state.round);
  }

  private get cards(): readonly Card[] {
    const { located, sessions } = this.found;
    return practiceCards({ loop: located?.loop, roundId: this.state.round, sessions }, this.content);
  }

  private showTimer(): void {
    const { timer: window, think } = this.services;
    const timer = makeTimerView(window.snapshot(), this.subject, this.content, think.of(this.state));
    this.setTitle(timer.status === 'running' ? `● ${this.name}` : this.name);
    this.say({ type: 'timer', timer });
  }

  protected async act(message: Exclude<FromPanel, { type: 'ready' }>): Promise<string | undefined> {
    const place: RoundPlace = { ...this.found, roundId: this.state.round };
    switch (message.type) {
      case 'timer':
        return this.time(message.action);
      case 'toggle': {
        const refused = await toggle(this.services.files, place, message);
        // The page shows the box as it was clicked: what the file says has to be sent again.
        if (refused !== undefined) this.forgetSent();
        await this.refresh();
        return refused;
      }
      case 'open':
        return open({ ...place, session: this.savedSession()?.path }, message.target);
      case 'story':
        return openStory(place, this.found.stories[message.index], message.title);
      case 'proposed':
        return openStory(
          place,
          this.proposals.find(({ id }) => id === message.competency)?.stories[message.index],
          message.title,
        );
      case 'review':
        await runCommand('prepLoop.reviewCards', { loop: this.state.loop });
        return undefined;
      case 'link':
        return follow(place, message.href, message.base);
      case 'notes':
        await this.practice.write(message.text);
        return undefined;
      case 'score':
        await this.practice.score(message.competency, message.score);
        return undefined;
      case 'signal':
        await this.practice.signal(message.signal, message.shown);
        return undefined;
      case 'save':
        // The notes are in the draft already, and so are the scores.
        await runCommand('prepLoop.saveSession', { loop: this.state.loop, round: this.state.round });
        return undefined;
      case 'mark':
        if (message.signal !== undefined) await this.practice.signal(message.signal, true);
        await runCommand('prepLoop.addMarker', message.signal === undefined ? undefined : { text: message.signal });
        return undefined;
      default:
        await this.practice.choosePrompt(message, this.cards);
        await this.showPractice();
        return undefined;
    }
  }

  private async time(action: TimerAction): Promise<string | undefined> {
    const { timer, think, store } = this.services;
    if (action !== 'start') {
      if (think.of(this.state)) think.cancel();
      else pressTimer(timer, this.subject, action);
      return undefined;
    }
    const plan = await planRound(store, vscode.Uri.parse(this.state.loop), this.state.round);
    if (typeof plan === 'string') return plan;
    await startThinking(timer, think, plan);
    return undefined;
  }
}

/** The loop's playbook, or the broken one of that name, which says why. */
async function findPlaybook(store: PrepStore, located: LocatedLoop): Promise<PlaybookEntry | undefined> {
  const usable = await store.playbookOf(located);
  return usable ?? (await store.playbooks(located.root)).find(({ id }) => id === located.loop.playbook);
}
