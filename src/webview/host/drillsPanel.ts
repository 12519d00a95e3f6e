import * as vscode from 'vscode';
import { cardExercise, judgeCard } from '../../core/arithmetic/cardResults';
import { NOT_A_FIGURE } from '../../core/arithmetic/judgeAnswer';
import type { Clock } from '../../core/ports';
import { readReviews, REVIEWS_FILE, type ReviewLog } from '../../core/recall/reviewLog';
import { recallCards } from '../../core/recall/recallCards';
import { runCommand } from '../../editorCommands';
import { Refusal } from '../../refusal';
import type { LocatedLoop, PlaybookEntry, PrepStore } from '../../store/api';
import type { ReviewStore } from '../../store/reviewStore';
import {
  decodeDrillsState,
  decodeFromDrillsPanel,
  type DrillsPanelState,
  type DrillTarget,
  type FromDrillsPanel,
  type ToDrillsPanel,
} from '../protocol/drills';
import { makeDrillsView, reviewsSince } from './drillsView';
import { EditorPanel, type PanelKind, type PanelServices } from './panel';
import { EditorPanels } from './panels';
import type { Renderer } from './roundView';

export interface DrillsPanelServices extends PanelServices {
  readonly store: PrepStore;
  readonly reviews: ReviewStore;
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
}

type SittingMessage = Exclude<FromDrillsPanel, { type: 'ready' | 'open' | 'check' }>;

const EMPTY = readReviews('', REVIEWS_FILE);

/** A loop's drill cards, one at a time. What it holds itself is only when the sitting began. */
class DrillsPanel extends EditorPanel<DrillsPanelState, FromDrillsPanel, ToDrillsPanel, Found> {
  private found: Found = { located: undefined, entry: undefined, log: EMPTY };
  private began: number;
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
  }

  protected async read(): Promise<Found> {
    const { store, reviews } = this.services;
    const located = await store.findLoop(vscode.Uri.parse(this.state.loop));
    if (!located) return { located, entry: undefined, log: EMPTY };
    const [entry, log] = await Promise.all([store.playbookOf(located), reviews.log(located)]);
    return { located, entry, log };
  }

  protected show(found: Found): void {
    this.found = found;
    this.sayChanged({ type: 'drills', drills: this.viewOf(found) });
  }

  private viewOf({ located, entry, log }: Found): ReturnType<typeof makeDrillsView> {
    const name = vscode.Uri.parse(this.state.loop).path.split('/').pop() ?? '';
    return makeDrillsView(
      {
        name,
        loop: located?.loop,
        playbook: entry?.playbook,
        log,
        began: this.began,
        now: this.services.clock.now(),
        typed: this.typed,
      },
      this.services.renderer,
    );
  }

  protected async act(message: Exclude<FromDrillsPanel, { type: 'ready' }>): Promise<void> {
    if (message.type === 'open') return this.open(message.target);
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
      if (message.type === 'more') this.began = clock.now();
      if (message.type === 'rate' && located) {
        const { card, done } = this.viewOf(now);
        // A card that is not next any more was rated already, or is gone.
        if (card?.id !== message.card || done !== message.done) return;
        await reviews.add(located, { card: message.card, at: clock.now(), rating: message.rating });
      }
      if (message.type === 'undo' && located) {
        const last = reviewsSince(now.log, this.began).at(-1);
        if (last?.card === message.card) await reviews.takeBack(located, last, clock.now());
      }
    } finally {
      await this.refresh();
    }
  }

  /** Judges what was typed for the card that is next; the page turns it over with that. */
  private async check({ card, done, text }: Extract<FromDrillsPanel, { type: 'check' }>): Promise<void> {
    const { entry } = this.found;
    const drill = recallCards(entry?.playbook?.drills ?? []).find(({ id }) => id === card);
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

  open({ uri, loop }: LocatedLoop): void {
    this.show({ loop: uri.toString() }, `Drills: ${loop.company || loop.id}`);
  }
}
