import type * as vscode from 'vscode';
import type { RoundPlace } from '../core/practice/draft';
import { decodeDeck, newDeck, type Deck } from '../core/practice/practiceDeck';

/** Which prompts were seen of each round, kept over reloads. */
export class Decks {
  constructor(
    private readonly memento: vscode.Memento,
    private readonly randomBytes: (length: number) => Uint8Array,
  ) {}

  of(place: RoundPlace): Deck {
    return (
      decodeDeck(this.memento.get(keyOf(place))) ??
      newDeck(this.randomBytes(4).reduce((number, byte) => number * 256 + byte, 0))
    );
  }

  async keep(place: RoundPlace, deck: Deck): Promise<void> {
    await this.memento.update(keyOf(place), deck);
  }
}

function keyOf({ loop, round }: RoundPlace): string {
  return `prepLoop.deck ${loop} ${round}`;
}
