import { html, nothing, type TemplateResult } from 'lit/html.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatSeconds } from '../../../core/story/spoken';
import type { CardView, RehearsalView } from '../../protocol/rehearse';
import type { TimerView } from '../../protocol/round';
import { icon, markdown } from '../shared/parts';

/** Which cards show their words. Cards are told apart by their place and title: a version may leave some out. */
export interface Unfolded {
  has(key: string): boolean;
  /** Turns one card over, or all to one side. */
  turn(keys: readonly string[], unfolded: boolean): void;
}

/** The cards, the impact first and large; the one whose phase is timed is marked. */
export function deck(view: RehearsalView, timer: TimerView, unfolded: Unfolded): TemplateResult | typeof nothing {
  if (view.cards.length === 0) return nothing;
  const keys = keysOf(view.cards);
  const more = keys.filter((_, index) => hasMore(view.cards[index] as CardView));
  const allShown = more.length > 0 && more.every((key) => unfolded.has(key));
  return html`<section aria-labelledby="cards">
    <div class="bar">
      <h2 id="cards">Cue cards</h2>
      ${more.length === 0 ? nothing : html`<button type="button" class="link" aria-pressed=${allShown ? 'true' : 'false'} @click=${() => unfolded.turn(more, !allShown)}>${icon(allShown ? 'fold' : 'unfold')}Show all the words</button>`}
    </div>
    <ol class="cards">
      ${repeat(
        view.cards,
        (_, index) => keys[index],
        (card, index) => cardItem(card, index, keys[index] as string, isCurrent(timer, card, index), unfolded),
      )}
    </ol>
  </section>`;
}

function cardItem(card: CardView, index: number, key: string, current: boolean, unfolded: Unfolded): TemplateResult {
  const shown = unfolded.has(key);
  const id = `words-${index}`;
  return html`<li class=${classMap({ card: true, lead: index === 0, current })} aria-current=${current ? 'step' : nothing}>
    <div class="bar">
      <h3>${current ? icon('arrow-right') : nothing}${card.title}</h3>
      <span class="quiet time">${formatSeconds(card.spoken)}<span class="sr-only"> aloud</span></span>
    </div>
    <p class="line">${markdown(card.cue)}</p>
    ${
      hasMore(card)
        ? html`<button type="button" class="link" aria-expanded=${shown ? 'true' : 'false'} aria-controls=${id} @click=${() => unfolded.turn([key], !shown)}>
            ${icon(shown ? 'chevron-down' : 'chevron-right')}Show the words<span class="sr-only"> of ${card.title}</span>
          </button>
          <div class="words" id=${id} ?hidden=${!shown}>${card.words.map((sentence) => html`<p>${markdown(sentence)}</p>`)}</div>`
        : nothing
    }
    ${card.leftOut > 0 ? html`<p class="quiet left-out">${card.leftOut} ${card.leftOut === 1 ? 'sentence' : 'sentences'} left out</p>` : nothing}
  </li>`;
}

function hasMore({ words }: CardView): boolean {
  return words.length > 0;
}

function keysOf(cards: readonly CardView[]): string[] {
  const seen = new Map<string, number>();
  return cards.map(({ title }) => {
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return `${title}\n${count}`;
  });
}

/**
 * A timer that was started before the story was edited, or for another version, may have other phases than there are
 * cards.
 */
function isCurrent({ status, phaseIndex, phases }: TimerView, { title }: CardView, index: number): boolean {
  return (status === 'running' || status === 'paused') && index === phaseIndex && phases[phaseIndex]?.title === title;
}
