import * as vscode from 'vscode';
import { cardExercise, judgeCard } from '../../core/arithmetic/cardResults';
import { NOT_A_FIGURE } from '../../core/arithmetic/judgeAnswer';
import { shortName } from '../../core/loop/loopNames';
import type { Clock } from '../../core/ports';
import { isNarrow, type CardScope } from '../../core/recall/cardScope';
import { cardsOfAll, recallCards, type RecallCard } from '../../core/recall/recallCards';
import { LONGEST_THINKING, readReviews, REVIEWS_FILE, type ReviewLog } from '../../core/recall/reviewLog';
import { runCommand } from '../../editorCommands';
import { Refusal } from '../../refusal';
import type { LocatedLoop, PlaybookEntry, PrepStore } from '../../store/api';
import { drillPlanOf } from '../../store/drillPlans';
import { DRILL_SETTINGS, onDidChangeSetting } from '../../store/settings';
import { uriIn } from '../../store/files';
import type { OwnCards } from '../../store/ownCards';
import type { ReviewStore } from '../../store/reviewStore';
import {
  decodeDrillsState,
  decodeFromDrillsPanel,
  type DrillsPanelState,
  type DrillTarget,
  type FromDrillsPanel,
  type ToDrillsPanel,
} from '../protocol/drills';
import { actsSince, makeDrillsView, MOST_UNDONE } from './drillsView';
import { EditorPanel, type PanelKind, type PanelServices } from './panel';
import { EditorPanels } from './panels';
import type { Renderer } from './roundView';

export interface DrillsPanelServices extends PanelServices {
  readonly store: PrepStore;
  readonly reviews: ReviewStore;
  readonly ownCards: OwnCards;
  readonly renderer: Renderer;
  readonly clock: Clock;
}

const DRILLS_VIEW_TYPE = 'prepLoop.drills';

const DRILLS_PANEL: PanelKind<DrillsPanelState, FromDrillsPanel> = {
  viewType: DRILLS_VIEW_TYPE,
  name: 'drills',
  decodeState: decodeDrillsState,
  decodeMessage: decodeFromDrillsPanel,
  keyOf: ({ loop }) => loop,
};

interface Found {
  readonly located: LocatedLoop | undefined;
  readonly entry: PlaybookEntry | undefined;
  readonly log: ReviewLog;
  readonly own: readonly RecallCard[];
}

type SittingMessage = Exclude<FromDrillsPanel, { type: 'ready' | 'open' | 'edit' | 'check' }>;

const EMPTY = readReviews('', REVIEWS_FILE);

/** A loop's drill cards, one at a time. What it holds itself is only when the sitting began. */
class DrillsPanel extends EditorPanel<DrillsPanelState, FromDrillsPanel, ToDrillsPanel, Found> {
  private found: Found = { located: undefined, entry: undefined, log: EMPTY, own: [] };
  private began: number;
  private scope: CardScope = {};
  /** What was typed for the card that was next then. */
  private typed: { readonly card: string; readonly done: number; readonly text: string } | undefined;
  private acting: Promise<unknown> = Promise.resolve();

  constructor(
    panel: vscode.WebviewPanel,
    readonly state: DrillsPanelState,
    private readonly services: DrillsPanelServices,
  ) {
    super(panel, DRILLS_PANEL, state, services);
    this.began = services.clock.now();
    this._register(services.store.onDidChange(() => void this.refresh()));
    this._register(onDidChangeSetting([...DRILL_SETTINGS, 'dayStart'], () => void this.refresh()));
  }

  /** Begins a sitting about some of the cards; one about all goes on where it is. */
  async choose(scope: CardScope): Promise<void> {
    if (!isNarrow(scope) && JSON.stringify(scope) === JSON.stringify(this.scope)) return;
    this.scope = scope;
    this.began = this.services.clock.now();
    await this.refresh();
  }

  protected async read(): Promise<Found> {
    const { store, reviews, ownCards } = this.services;
    const located = await store.findLoop(vscode.Uri.parse(this.state.loop));
    if (!located) return { located, entry: undefined, log: EMPTY, own: [] };
    const [entry, log, own] = await Promise.all([
      store.playbookOf(located),
      reviews.log(located),
      ownCards.cards(located),
    ]);
    return { located, entry, log, own };
  }

  protected show(found: Found): void {
    this.found = found;
    this.sayChanged({ type: 'drills', drills: this.viewOf(found) });
  }

  private viewOf({ located, entry, log, own }: Found): ReturnType<typeof makeDrillsView> {
    const name = vscode.Uri.parse(this.state.loop).path.split('/').pop() ?? '';
    const { clock, renderer } = this.services;
    // A clock that was set back has not ended the sitting.
    this.began = Math.min(this.began, clock.now());
    const playbook = entry?.playbook;
    const plan = located && drillPlanOf(located, playbook, clock);
    return makeDrillsView(
      {
        name,
        loop: located?.loop,
        playbook,
        log,
        ownCards: own,
        plan,
        scope: this.scope,
        began: this.began,
        now: clock.now(),
        typed: this.typed,
      },
      renderer,
    );
  }

  protected async act(message: Exclude<FromDrillsPanel, { type: 'ready' }>): Promise<void> {
    if (message.type === 'open') return this.open(message.target);
    if (message.type === 'edit') return this.edit(message.card);
    if (message.type === 'check') return this.check(message);
    // One after the other: a key that was pressed twice finds what the first press did.
    const done = this.acting.then(() => this.changeSitting(message));
    this.acting = done.catch(() => undefined);
    return done;
  }

  /** Each act applies to what the log says by then, not to what was shown. */
  private async changeSitting(message: SittingMessage): Promise<void> {
    const { reviews, clock } = this.services;
    const now = await this.read();
    const { located } = now;
    try {
      if (message.type === 'all') this.scope = {};
      if (message.type === 'more' || message.type === 'all') this.began = clock.now();
      if (message.type === 'rate' && located) {
        const { card, done } = this.viewOf(now);
        // A card that is not next any more was rated already, or is gone.
        if (card?.id !== message.card || done !== message.done) return;
        await reviews.add(located, {
          card: message.card,
          at: clock.now(),
          rating: message.rating,
          ...(message.ms === undefined ? {} : { ms: Math.min(message.ms, LONGEST_THINKING) }),
        });
      }
      if (message.type === 'mark' && located) await this.mark(message, located, now);
      if (message.type === 'undo' && located) {
        const recent = actsSince(now.log, this.began).slice(-MOST_UNDONE).reverse();
        const { card, at = recent[0]?.at } = message;
        const last = recent.find((review) => review.card === card && review.at === at);
        if (last) await reviews.takeBack(located, last, clock.now());
      }
    } finally {
      await this.refresh();
    }
  }

  /** Only what can be seen is marked: the card that is next, or one that is listed as suspended or flagged. */
  private async mark(
    { card, mark }: Extract<FromDrillsPanel, { type: 'mark' }>,
    located: LocatedLoop,
    now: Found,
  ): Promise<void> {
    const view = this.viewOf(now);
    const listed = { unsuspend: view.suspended, unflag: view.flagged };
    const list = mark === 'unsuspend' || mark === 'unflag' ? listed[mark] : undefined;
    const isNext = mark !== 'unsuspend' && view.card?.id === card;
    if (isNext || list?.some((each) => each.card === card) === true)
      await this.services.reviews.mark(located, { card, at: this.services.clock.now(), mark });
  }

  private async edit(card: string): Promise<void> {
    const { located, own } = this.found;
    const place = own.find(({ id }) => id === card)?.place;
    if (!located || !place) throw new Refusal('changed', 'That card is not there any more.');
    await runCommand('prepLoop.openFile', { uri: uriIn(located.root.uri, place.path), start: place.start });
  }

  /** Judges what was typed for the card that is next; the page turns it over with that. */
  private async check({ card, done, text }: Extract<FromDrillsPanel, { type: 'check' }>): Promise<void> {
    const { entry, own } = this.found;
    const drill = cardsOfAll(recallCards(entry?.playbook?.drills ?? []), own).find(({ id }) => id === card);
    const exercise = drill && cardExercise(drill);
    if (!exercise) return;
    if (judgeCard(exercise, text).kind === 'unreadable') throw new Refusal('argument', NOT_A_FIGURE);
    this.typed = { card, done, text };
    await this.refresh();
  }

  private async open(target: DrillTarget): Promise<void> {
    const { located, entry } = this.found;
    const folder = target === 'playbook' ? entry?.uri : located?.uri;
    const file = { log: REVIEWS_FILE, loop: 'loop.md', playbook: 'drills.md' }[target];
    const start = target === 'log' ? this.found.log.problems[0]?.start : undefined;
    if (folder)
      await runCommand('prepLoop.openFile', {
        uri: vscode.Uri.joinPath(folder, file),
        ...(start === undefined ? {} : { start }),
      });
  }
}

/** The open panels of drill cards, one for each loop. */
export class DrillsPanels extends EditorPanels<DrillsPanelState, DrillsPanel> {
  constructor(services: DrillsPanelServices) {
    super(DRILLS_PANEL, (panel, state) => new DrillsPanel(panel, state, services));
  }

  /** @param scope which cards the sitting is about. */
  open({ uri, loop }: LocatedLoop, scope: CardScope = {}): void {
    void this.show({ loop: uri.toString() }, `Drills: ${shortName(loop)}`).choose(scope);
  }
}
