/** The page of the panel that rehearses a story. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import {
  decodeToRehearsePanel,
  decodeUnfolded,
  MOST_UNFOLDED,
  type FromRehearsePanel,
  type RehearsalView,
  type RehearseTarget,
  type ToRehearsePanel,
} from '../protocol/rehearse';
import type { TimerView } from '../protocol/round';
import { deck, type Unfolded } from './rehearse/cueDeck';
import { budget, versionPicker } from './rehearse/versionPicker';
import { icon } from './shared/parts';
import { timerCard } from './timer/card';
import { shortcuts } from './timer/shortcuts';
import { TimedPage } from './timer/timedPage';

const linkText = (target: RehearseTarget, kind: RehearsalView['kind']): string =>
  ({ story: `Open the ${kind}`, stories: 'Show the stories', notes: `Write it into the ${kind}’s notes` })[target];
/** Where timer.css keeps the timer in sight: the page can scroll to a card and its buttons stay where they are. */
const TIMER_STAYS = '(min-width: 1000px) and (min-height: 720px)';
/** What takes a key for itself while it has the focus. */
const CONTROLS = 'a, button, input, summary, select, textarea';

class RehearsePage extends TimedPage<ToRehearsePanel, FromRehearsePanel> {
  private readonly shown = new Set(decodeUnfolded(this.state)?.unfolded);
  private view: RehearsalView | undefined;
  /** The card whose phase was timed when the page was drawn last. */
  private current: Element | undefined;

  private readonly unfolded: Unfolded = {
    has: (key) => this.shown.has(key),
    turn: (keys, unfolded) => {
      for (const key of keys)
        if (unfolded) this.shown.add(key);
        else this.shown.delete(key);
      this.remember();
      this.clock.show();
    },
  };

  constructor() {
    super(decodeToRehearsePanel);
    addEventListener('keydown', (event) => this.press(event));
  }

  protected take(message: Exclude<ToRehearsePanel, { type: 'notice' | 'timer' }>): void {
    this.view = message.rehearsal;
    this.remember();
    document.title = this.view.title;
    this.notify('');
  }

  private remember(): void {
    if (this.view)
      this.keep({ ...this.state, version: this.view.version, unfolded: [...this.shown].slice(0, MOST_UNFOLDED) });
  }

  /** The space bar starts, pauses and resumes where nothing that uses it has the focus. */
  private press(event: KeyboardEvent): void {
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.repeat;
    const { state } = this.clock;
    if (event.key !== ' ' || !isPlain || state === undefined || !this.view?.cards.length) return;
    if (event.target instanceof Element && event.target.closest(CONTROLS)) return;
    event.preventDefault();
    this.say({ type: 'timer', action: state === 'running' ? 'pause' : state === 'paused' ? 'resume' : 'start' });
  }

  protected draw(timer: TimerView): boolean {
    const { view, say } = this;
    if (!view) return false;
    const hasCards = view.cards.length > 0;
    render(
      html`<header class="head">
          <p class="place">Rehearse a ${view.kind}</p>
          <h1>${view.title}</h1>
          ${hasCards ? html`<p class="links"><button type="button" class="link" @click=${() => say({ type: 'open', target: 'story' })}>${icon('go-to-file')}${linkText('story', view.kind)}</button></p>` : nothing}
        </header>
        ${hasCards ? html`${versionPicker(view, (version) => say({ type: 'version', version }))} ${budget(view)}` : nothing} ${this.trouble(view)}
        ${hasCards ? html`${timerCard(timer, say)} ${this.afterwards(view, timer)} ${deck(view, timer, this.unfolded)}` : nothing}
        <footer>${shortcuts(this.isMac, [{ key: 'space', does: 'Start, pause or resume, when no button has the focus' }])}</footer>`,
      this.main,
    );
    this.follow();
    return true;
  }

  /** Brings the card whose phase begins into sight. */
  private follow(): void {
    const current = this.main.querySelector('.card.current') ?? undefined;
    if (current && current !== this.current && matchMedia(TIMER_STAYS).matches)
      current.scrollIntoView({ block: 'nearest' });
    this.current = current;
  }

  /** The end of a run asks to write down what to keep: here is the place for it. */
  private afterwards({ kind }: RehearsalView, { status }: TimerView): TemplateResult | typeof nothing {
    if (status !== 'finished') return nothing;
    return html`<p class="links afterwards">
      <button type="button" class="link" @click=${() => this.say({ type: 'open', target: 'notes' })}>${icon('note')}${linkText('notes', kind)}</button>
    </p>`;
  }

  private trouble({ trouble, kind }: RehearsalView): TemplateResult | typeof nothing {
    if (!trouble) return nothing;
    const { message, target } = trouble;
    return html`<div class="trouble">
      ${icon('warning')}
      <p>${message} <button type="button" class="link" @click=${() => this.say({ type: 'open', target })}>${linkText(target, kind)}</button></p>
    </div>`;
  }
}

new RehearsePage().start();
