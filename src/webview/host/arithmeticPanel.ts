import * as vscode from 'vscode';
import {
  exerciseOf,
  judgedAnswers,
  scoreOfSitting,
  sittingNotes,
  type Exercise,
} from '../../core/arithmetic/arithmeticSitting';
import { judgeAnswer, NOT_A_FIGURE } from '../../core/arithmetic/judgeAnswer';
import { practiceBlocks } from '../../core/arithmetic/practiceBlocks';
import type { Clock } from '../../core/ports';
import { EMPTY_SESSION } from '../../core/sessions/sessionModel';
import { startedAt } from '../../core/sessions/sessionName';
import { runCommand } from '../../editorCommands';
import { Refusal } from '../../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from '../../store/api';
import { nameOf, pathUnder, uriIn } from '../../store/files';
import { createSession } from '../../store/newSession';
import { timeZoneOf, todayOf } from '../../store/today';
import {
  decodeArithmeticState,
  decodeFromArithmeticPanel,
  type ArithmeticPanelState,
  type ArithmeticTarget,
  type FromArithmeticPanel,
  type ToArithmeticPanel,
} from '../protocol/arithmetic';
import { makeArithmeticView } from './arithmeticView';
import { EditorPanel, type PanelKind, type PanelServices } from './panel';
import { EditorPanels } from './panels';

export interface ArithmeticPanelServices extends PanelServices {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly clock: Clock;
}

const ARITHMETIC_VIEW_TYPE = 'prepLoop.arithmetic';

const ARITHMETIC_PANEL: PanelKind<ArithmeticPanelState, FromArithmeticPanel> = {
  viewType: ARITHMETIC_VIEW_TYPE,
  name: 'arithmetic',
  decodeState: decodeArithmeticState,
  decodeMessage: decodeFromArithmeticPanel,
  keyOf: ({ uri, block }) => `${uri}\n${block}`,
};

interface Found {
  readonly exercise: Exercise | undefined;
  readonly located: LocatedLoop | undefined;
}

/** What a block is practised with. */
export interface ArithmeticPlace {
  readonly uri: vscode.Uri;
  /** Which block of the file it is, from 0. */
  readonly block: number;
  /** Left out, the figures are other ones each time. */
  readonly seed?: number | undefined;
  /** Where the sitting is to be saved. */
  readonly located?: LocatedLoop | undefined;
  readonly round?: string | undefined;
}

/** Seeds are small, so that one can be said and typed again. */
const MOST_SEEDS = 10_000;

/** A block's arithmetic, one question at a time, against the clock. */
class ArithmeticPanel extends EditorPanel<ArithmeticPanelState, FromArithmeticPanel, ToArithmeticPanel, Found> {
  private now: ArithmeticPanelState;
  /** The exercise of the sitting: what is typed into the file meanwhile counts for the next. */
  private exercise: Exercise | undefined;
  private acting: Promise<unknown> = Promise.resolve();

  constructor(
    panel: vscode.WebviewPanel,
    state: ArithmeticPanelState,
    private readonly services: ArithmeticPanelServices,
  ) {
    super(panel, ARITHMETIC_PANEL, state, services);
    this.now = state;
    this._register(services.store.onDidChange(() => void this.refresh()));
  }

  /** Whether every question is answered. */
  get isOver(): boolean {
    return this.exercise !== undefined && this.now.answers.length >= this.exercise.questions.length;
  }

  /** Begins with other figures. */
  async begin(seed: number, place: Pick<ArithmeticPanelState, 'loop' | 'round'> = this.now): Promise<void> {
    const { uri, block } = this.now;
    const { loop, round } = place;
    this.exercise = undefined;
    this.now = {
      uri,
      block,
      seed,
      began: this.services.clock.now(),
      answers: [],
      ...(loop === undefined ? {} : { loop }),
      ...(round === undefined ? {} : { round }),
    };
    await this.refresh();
  }

  protected async read(): Promise<Found> {
    const { store, files } = this.services;
    const { loop, uri, block, seed } = this.now;
    const located = loop === undefined ? undefined : await store.findLoop(vscode.Uri.parse(loop));
    if (this.exercise?.seed === seed) return { exercise: this.exercise, located };
    const text = (await files.read(vscode.Uri.parse(uri)).catch(() => undefined)) ?? '';
    const found = practiceBlocks(text).find(({ index }) => index === block);
    return { exercise: found && exerciseOf(found.text, seed), located };
  }

  protected show({ exercise, located }: Found): void {
    if (exercise && exercise.seed !== this.now.seed) return;
    this.exercise = exercise;
    const arithmetic = makeArithmeticView({
      state: this.now,
      file: nameOf(vscode.Uri.parse(this.now.uri)),
      exercise,
      loop: located?.loop,
      today: todayOf(located?.loop, this.services.clock),
    });
    this.sayChanged({ type: 'arithmetic', arithmetic });
  }

  protected async act(message: Exclude<FromArithmeticPanel, { type: 'ready' }>): Promise<void> {
    if (message.type === 'open') return this.open(message.target);
    // One after the other: a key that was pressed twice finds what the first press did.
    const done = this.acting.then(() => this.change(message));
    this.acting = done.catch(() => undefined);
    return done;
  }

  private async change(message: Exclude<FromArithmeticPanel, { type: 'ready' | 'open' }>): Promise<void> {
    switch (message.type) {
      case 'answer':
        return this.take(message);
      case 'another':
        if (message.seed === this.now.seed) await this.begin((message.seed + 1) % MOST_SEEDS);
        return;
      case 'save':
        return this.save(message.round);
    }
  }

  private async take({ seed, number, text, seconds }: Extract<FromArithmeticPanel, { type: 'answer' }>): Promise<void> {
    const question = this.exercise?.questions[number];
    if (!question || seed !== this.now.seed || number !== this.now.answers.length) return;
    if (text.trim() !== '' && judgeAnswer(text, question).kind === 'unreadable')
      throw new Refusal('argument', NOT_A_FIGURE);
    this.now = { ...this.now, answers: [...this.now.answers, { text, seconds }] };
    await this.refresh();
  }

  /** Writes the sitting as a session of a round, once. */
  private async save(roundId: string): Promise<void> {
    const { exercise } = this;
    const { answers, began, loop, saved } = this.now;
    if (!exercise || saved !== undefined || answers.length < exercise.questions.length) return;
    const located = loop === undefined ? undefined : await this.services.store.findLoop(vscode.Uri.parse(loop));
    const round = located?.loop.rounds.find(({ id }) => id === roundId);
    if (!located || !round) throw new Refusal('absent', 'The round is not there any more, so nothing was saved.');
    const judged = judgedAnswers(exercise, answers);
    const uri = await createSession(
      this.services.files,
      located.uri,
      {
        ...EMPTY_SESSION,
        round: round.id,
        kind: 'solo',
        started: startedAt(began, timeZoneOf(located.loop)),
        arithmetic: scoreOfSitting(exercise, judged),
        notes: sittingNotes(exercise, judged),
      },
      `${round.title}, arithmetic`,
    );
    // Begun again while it was written: that sitting is not saved.
    if (this.exercise !== exercise) return;
    this.now = { ...this.now, round: round.id, saved: pathUnder(located.root.uri, uri) ?? nameOf(uri) };
    await this.refresh();
  }

  private async open(target: ArithmeticTarget): Promise<void> {
    const { uri, saved, loop } = this.now;
    if (target === 'block')
      return void (await runCommand('prepLoop.openFile', { uri: vscode.Uri.parse(uri), beside: true }));
    const located = loop === undefined ? undefined : await this.services.store.findLoop(vscode.Uri.parse(loop));
    if (located && saved !== undefined)
      await runCommand('prepLoop.openFile', { uri: uriIn(located.root.uri, saved), beside: true });
  }
}

/** The open panels of mental arithmetic, one for each block. */
export class ArithmeticPanels extends EditorPanels<ArithmeticPanelState, ArithmeticPanel> {
  constructor(private readonly services: ArithmeticPanelServices) {
    super(ARITHMETIC_PANEL, (panel, state) => new ArithmeticPanel(panel, state, services));
  }

  /** Practises a block; a panel that has it already goes on, or begins again where a seed is named. */
  async open({ uri, block, seed, located, round }: ArithmeticPlace): Promise<void> {
    const { clock, randomBytes } = this.services;
    const [first = 0, second = 0] = randomBytes(2);
    const place = {
      ...(located ? { loop: located.uri.toString() } : {}),
      ...(round === undefined ? {} : { round }),
    };
    const state: ArithmeticPanelState = {
      uri: uri.toString(),
      block,
      seed: seed ?? (first * 256 + second) % MOST_SEEDS,
      began: clock.now(),
      answers: [],
      ...place,
    };
    const present = this.find(state);
    const panel = this.show(state, `Arithmetic: ${nameOf(uri)}`);
    if (present && (seed !== undefined || present.isOver)) await panel.begin(state.seed, place);
  }
}
