/** The page of the drill cards: a question, its answer, and how well it was known. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import { RATINGS, type CardMark, type Rating } from '../../core/recall/reviewLog';
import {
  decodeToDrillsPanel,
  type AskedView,
  type DrillCardView,
  type DrillsPanelView,
  type FromDrillsPanel,
  type ToDrillsPanel,
} from '../protocol/drills';
import { answerField, givenBlock, solution, verdictLine } from './arithmetic/answerField';
import {
  finished,
  flaggedCards,
  markButtons,
  recentRatings,
  reviewProgress,
  ratings,
  suspendedCards,
  trouble,
} from './drills/drillParts';
import { numbersPart } from './drills/numbersPart';
import { PanelPage } from './shared/panelPage';
import { forecastPart } from './shared/forecastPart';
import { icon, markdown } from './shared/parts';
import { isOfInputMethod } from './timer/keys';

/** What sets a card aside or flags it. */
const MARK_KEYS: ReadonlySet<string> = new Set(['b', 's', 'f']);
/** What takes a key for itself while it has the focus. */
const CONTROLS = 'a, button, input, summary, select, textarea';

class DrillsPage extends PanelPage<ToDrillsPanel, FromDrillsPanel> {
  private view: DrillsPanelView | undefined;
  /** The card is the one that is turned over; told by its place in the sitting too, as it may come back. */
  private shown = '';
  /** The card that was rated and is still shown, for the extension has not answered yet. */
  private rated: string | undefined;
  private drawn = '';
  /** When the question was shown, in milliseconds. */
  private began = 0;
  /** Whether the user did something that leads to another card, so that the focus follows. */
  private acted = false;

  constructor() {
    super(decodeToDrillsPanel);
  }

  override start(): void {
    addEventListener('keydown', (event) => this.press(event));
    super.start();
  }

  protected hear(message: { readonly type: 'drills'; readonly drills: DrillsPanelView }): void {
    const before = this.key;
    this.view = message.drills;
    // Another card, or one that came back by an undo, is not turned over yet.
    if (this.key !== before) {
      this.shown = '';
      this.began = performance.now();
    }
    const verdict = message.drills.card?.asked?.verdict;
    if (verdict && !this.isTurned) {
      this.shown = this.key;
      this.justJudged = true;
    }
    this.rated = undefined;
    document.title = `Drills: ${message.drills.title}`;
    this.notify('');
  }

  private get key(): string {
    return this.view?.card ? `${this.view.done} ${this.view.card.id}` : '';
  }

  private get isTurned(): boolean {
    return this.shown !== '' && this.shown === this.key;
  }

  /** Whether the card was turned over by its verdict, so that the focus follows. */
  private justJudged = false;

  /** A rating that could not be written does not count. */
  protected override notify(text: string): void {
    if (text !== '') this.rated = undefined;
    super.notify(text);
  }

  private press(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.shiftKey || event.repeat || isOfInputMethod(event)) return;
    // What is typed as a figure is no rating, and no undo.
    if (event.target instanceof HTMLInputElement) return;
    const inControl = event.target instanceof Element && event.target.closest(CONTROLS) !== null;
    const rating = RATINGS[Number(event.key) - 1];
    if (event.ctrlKey ? event.key === 'z' : event.key === 'u') this.undo();
    else if (event.ctrlKey) return;
    else if (rating !== undefined && this.isTurned) this.rate(rating);
    else if (MARK_KEYS.has(event.key)) this.markBy(event.key);
    else if (event.key === ' ' && !inControl && this.view?.card && !this.isTurned) this.turn();
    else return;
    event.preventDefault();
  }

  /** What a key does to the card: bury, suspend, or flag it or not. */
  private markBy(key: string): void {
    const card = this.view?.card;
    if (!card || this.rated !== undefined) return;
    this.mark(card.id, key === 'b' ? 'bury' : key === 's' ? 'suspend' : card.flagged ? 'unflag' : 'flag');
  }

  private mark(card: string, mark: CardMark): void {
    // Only these lead to another card, to which the focus goes.
    this.acted = mark === 'bury' || mark === 'suspend' || mark === 'unsuspend';
    this.say({ type: 'mark', card, mark });
  }

  private turn(): void {
    this.shown = this.key;
    this.show();
    this.main.querySelector<HTMLElement>('.answer')?.focus();
  }

  private rate(rating: Rating): void {
    const card = this.view?.card;
    if (!card || !this.isTurned || this.rated !== undefined) return;
    this.acted = true;
    this.rated = card.id;
    this.say({
      type: 'rate',
      card: card.id,
      done: this.view?.done ?? 0,
      rating,
      ms: Math.round(performance.now() - this.began),
    });
  }

  /** @param at when the rating was given; left out, the last one is meant. */
  private undo(card = this.rated ?? this.view?.last, at?: number): void {
    if (card === undefined) return;
    this.acted = true;
    this.rated = undefined;
    this.say({ type: 'undo', card, ...(at === undefined ? {} : { at }) });
  }

  protected show(): void {
    const { view } = this;
    if (!view) return;
    const { card } = view;
    render(
      html`<header class="head">
          <p class="place">${view.title}</p>
          <h1>Drills</h1>
          ${view.scope === undefined ? nothing : html`<p class="scope">Cards on ${view.scope} <button type="button" class="link" @click=${() => this.all()}>All cards</button></p>`}
          ${card ? reviewProgress(view) : nothing}
        </header>
        ${view.trouble ? trouble(view.trouble, (target) => this.say({ type: 'open', target })) : nothing}
        ${card ? keyed(this.key, this.card(card)) : html`${finished(view, () => this.more())}${suspendedCards(view, (id) => this.mark(id, 'unsuspend'))}${flaggedCards(view, { unflag: (id) => this.mark(id, 'unflag'), edit: (id) => this.say({ type: 'edit', card: id }) })}`}
        ${view.done === 0 || !card ? forecastPart(view.forecast) : nothing}
        ${view.numbers ? numbersPart(view.numbers) : nothing}
        ${view.recent.length > 0 ? html`<p class="links"><button type="button" class="link" @click=${() => this.undo()}>${icon('discard')}Undo the last ${view.recent[0]?.mark === undefined ? 'rating' : 'change'} <kbd>U</kbd></button></p>` : nothing}
        ${recentRatings(view, (card, at) => this.undo(card, at))}`,
      this.main,
    );
    this.follow();
  }

  private all(): void {
    this.acted = true;
    this.say({ type: 'all' });
  }

  private more(): void {
    this.acted = true;
    this.say({ type: 'more' });
  }

  private card(card: DrillCardView): TemplateResult {
    const shown = this.isTurned;
    return html`<section class="drill" aria-labelledby="question">
      <p class="about"><span>${card.group}</span>${card.fresh ? html`<span class="new">new</span>` : nothing}${card.flagged ? html`<span class="flagged">${icon('flag')}flagged</span>` : nothing}${card.own ? html`<button type="button" class="link" @click=${() => this.say({ type: 'edit', card: card.id })}>Edit</button>` : nothing}</p>
      ${card.lapses === undefined ? nothing : html`<p class="leech">Forgotten ${card.lapses} times: split it into smaller cards, or write a reason or an example into its answer.</p>`}
      <h2 id="question" tabindex="-1">${card.question}</h2>
      ${card.asked && !shown ? this.asking(card.asked) : nothing} ${card.asked?.verdict && shown ? verdictLine(card.asked.verdict) : nothing}
      ${
        shown
          ? html`<div class="answer prose" tabindex="-1" role="group" aria-label="Answer">${card.asked ? solution(card.asked) : nothing}${markdown(card.answer)}</div>
            ${card.competencies.length > 0 ? html`<p class="serves">Competencies: ${card.competencies.join(', ')}</p>` : nothing}
            ${ratings(card, (rating) => this.rate(rating), card.asked?.verdict?.suggested)}`
          : card.asked
            ? nothing
            : html`<button type="button" class="turn" @click=${(event: MouseEvent) => event.detail < 2 && this.turn()}>Show the answer <kbd>Space</kbd></button>`
      }
      ${markButtons(card, (key) => this.markBy(key))}
    </section>`;
  }

  /** The block that a card asks a result of, and the field for it. */
  private asking(asked: AskedView): TemplateResult {
    return html`${givenBlock(asked.block)}
    ${answerField(asked, 'question', (text) => this.check(text))}`;
  }

  private check(text: string): void {
    const { view } = this;
    if (text === '' || !view?.card) return this.turn();
    this.say({ type: 'check', card: view.card.id, done: view.done, text });
  }

  /** After the user's own act, the focus goes to the next question, which a screen reader then says. */
  private follow(): void {
    const key = this.key || 'over';
    if (this.justJudged) {
      this.justJudged = false;
      this.status.textContent = this.view?.card?.asked?.verdict?.words ?? '';
      this.main.querySelector<HTMLElement>('.rating.suggested')?.focus();
    }
    if (key === this.drawn) return;
    const isFirst = this.drawn === '';
    this.drawn = key;
    if (this.acted || isFirst)
      this.main.querySelector<HTMLElement>(this.view?.card ? '#question' : '#over')?.focus({ preventScroll: isFirst });
    if (this.acted && this.view?.card) this.status.textContent = `Card ${this.view.done + 1} of ${this.view.all}`;
    this.acted = false;
  }
}

new DrillsPage().start();
