/** Weak beside strong answers: as cards to turn over, and all of them to read. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import type { PairView, RoundView } from '../../protocol/round';
import { icon, markdown } from '../shared/parts';

/** Which card lies on top, and which side up. */
export class PairDrill {
  private index = 0;
  private isStrong = false;

  /** @param redraw draws the page again. */
  constructor(private readonly redraw: () => void) {}

  view({ pairs }: RoundView): TemplateResult | typeof nothing {
    const pair = pairs[this.index] ?? pairs[(this.index = 0)];
    if (!pair) return nothing;
    const { isStrong } = this;
    return html`<section aria-labelledby="pairs">
      <h2 id="pairs">Weak and strong <span class="tally">${pairs.length}</span></h2>
      <div class="flip ${isStrong ? 'strong' : 'weak'}" role="group" tabindex="0" aria-label="Card ${this.index + 1} of ${pairs.length}" aria-describedby="flip-keys" @keydown=${(event: KeyboardEvent) => this.press(event, pairs.length)} @click=${(event: Event) => this.click(event)}>
        <h3>${pair.topic}</h3>
        <div aria-live="polite">${keyed(`${this.index} ${isStrong}`, face(pair, isStrong))}</div>
      </div>
      <div class="flip-tools">
        <button type="button" class="tool" aria-label="Previous card" @click=${() => this.move(-1, pairs.length)}>${icon('arrow-left')}</button>
        <button type="button" class="tool" @click=${() => this.flip()}>${icon('sync')}${isStrong ? 'Show the weak answer' : 'Show the strong answer'}</button>
        <button type="button" class="tool" aria-label="Next card" @click=${() => this.move(1, pairs.length)}>${icon('arrow-right')}</button>
        <p id="flip-keys" class="quiet">On the card, Space turns it over and the arrow keys move.</p>
      </div>
      <details class="all-pairs">
        <summary>${icon('chevron-right')}Read all</summary>
        ${pairs.map((each) => pairText(each))}
      </details>
    </section>`;
  }

  private press(event: KeyboardEvent, count: number): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return;
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
    const step = steps[event.key];
    if (event.key === ' ' || event.key === 'Enter') this.flip();
    else if (step !== undefined) this.move(step, count);
    else return;
    event.preventDefault();
  }

  /** A click turns the card over, unless it follows a link or ends a selection. */
  private click({ target }: Event): void {
    if (target instanceof Element && !target.closest('a') && getSelection()?.isCollapsed !== false) this.flip();
  }

  private flip(): void {
    this.isStrong = !this.isStrong;
    this.redraw();
  }

  private move(step: number, count: number): void {
    this.index = (this.index + step + count) % count;
    this.isStrong = false;
    this.redraw();
  }
}

function face({ weak, strong, why }: PairView, isStrong: boolean): TemplateResult {
  return html`<div class="face-of-card">
    <h4>${icon(isStrong ? 'check' : 'close')}${isStrong ? 'Strong' : 'Weak'}</h4>
    <div class="prose">${markdown(isStrong ? strong : weak)}</div>
    ${isStrong && why !== '' ? html`<div class="why prose">${markdown(why)}</div>` : nothing}
  </div>`;
}

function pairText(pair: PairView): TemplateResult {
  return html`<article class="pair">
    <h3>${pair.topic}</h3>
    <div class="answers">
      <div class="weak"><h4>${icon('close')}Weak</h4><div class="prose">${markdown(pair.weak)}</div></div>
      <div class="strong"><h4>${icon('check')}Strong</h4><div class="prose">${markdown(pair.strong)}</div></div>
    </div>
    ${pair.why === '' ? nothing : html`<div class="why prose">${markdown(pair.why)}</div>`}
  </article>`;
}
