import * as vscode from 'vscode';
import type { RoundPlace } from '../core/practice/draft';
import { isSamePlace } from '../core/practice/runs';
import { decodeDeck, newDeck, titlesOfRun, type Deck } from '../core/practice/practiceDeck';
import { decodeTurn, newTurn, type PromptTurn } from '../core/practice/promptTurn';
import { Owner } from '../lifecycle';

/** Which prompts of each round were seen, and which of the run's is current, kept across reloads. */
export class Decks extends Owner {
  private readonly didTurn = this._register(new vscode.EventEmitter<RoundPlace>());

  constructor(
    private readonly memento: vscode.Memento,
    private readonly randomBytes: (length: number) => Uint8Array,
  ) {
    super();
  }

  of(place: RoundPlace): Deck {
    return (
      decodeDeck(this.memento.get(keyOf(place))) ??
      newDeck(this.randomBytes(4).reduce((number, byte) => number * 256 + byte, 0))
    );
  }

  /** Other prompts begin with the first of them, and with no follow-up shown. */
  async keep(place: RoundPlace, deck: Deck): Promise<void> {
    const isOther = titlesOfRun(deck).join('\n') !== titlesOfRun(this.of(place)).join('\n');
    // Both at once: what is done with the new prompts meanwhile must not be undone.
    await Promise.all([
      this.memento.update(keyOf(place), deck),
      ...(isOther ? [this.memento.update(turnKeyOf(place), newTurn())] : []),
    ]);
  }

  /** Draws again what a run had, to go on with it. @param prompts titles, of which there is at least one. */
  async restore(place: RoundPlace, [current, ...more]: readonly string[]): Promise<void> {
    await this.keep(place, { ...this.of(place), current, more });
  }

  /** @param startedAt when the run began that the timer is on; undefined before it. */
  turn(place: RoundPlace, startedAt: number | undefined): PromptTurn {
    return decodeTurn(this.memento.get(turnKeyOf(place)), startedAt);
  }

  async keepTurn(place: RoundPlace, turn: PromptTurn): Promise<void> {
    await this.memento.update(turnKeyOf(place), turn);
    this.didTurn.fire(place);
  }

  /** Hears of what `keepTurn` changes of a round. */
  onDidTurn(place: RoundPlace, listener: () => void): vscode.Disposable {
    return this.didTurn.event((turned) => isSamePlace(turned, place) && listener());
  }
}

function keyOf({ loop, round }: RoundPlace): string {
  return `prepLoop.deck ${loop} ${round}`;
}

function turnKeyOf({ loop, round }: RoundPlace): string {
  return `prepLoop.turn ${loop} ${round}`;
}
