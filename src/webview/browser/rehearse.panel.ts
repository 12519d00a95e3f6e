/** The page of the panel that rehearses a story: draws what the extension says, and tells it what the user does. */
import * as z from 'zod/mini';
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { decodeToRehearsePanel, type FromRehearsePanel, type RehearsalView } from '../protocol/rehearse';
import type { TimerView } from '../protocol/round';
import { deck, type Unfolded } from './rehearse/deck';
import { budget, versionPicker } from './rehearse/versions';
import { PanelClock } from './round/clock';
import { icon } from './round/page';
import { shortcuts } from './round/shortcuts';
import { timerCard } from './round/timer';
import '@vscode/codicons/dist/codicon.css';
import './round.css';
import './rehearse.css';

declare function acquireVsCodeApi(): { postMessage(message: FromRehearsePanel): void; setState(state: unknown): void };

// Compiling validators at run time needs `eval`, which the page's policy forbids.
z.config({ jitless: true });

const LINKS = { story: 'Open the story', stories: 'Show the stories' } as const;
/** Where round.css keeps the timer in sight: the page can scroll to a card and its buttons stay where they are. */
const TIMER_STAYS = '(min-width: 1000px) and (min-height: 720px)';
/** What takes a key for itself while it has the focus. */
const CONTROLS = 'a, button, input, summary, select, textarea';

class RehearsePage {
  private readonly vscode = acquireVsCodeApi();
  private readonly main = document.createElement('main');
  private readonly status = document.createElement('p');
  private readonly notice = document.createElement('p');
  private readonly isMac = navigator.platform.startsWith('Mac');
  private readonly clock = new PanelClock((timer) => this.draw(timer), this.status);
  private readonly shown = new Set<string>();
  private view: RehearsalView | undefined;
  /** The card whose phase was timed when the page was drawn last. */
  private current: Element | undefined;

  private readonly unfolded: Unfolded = {
    has: (key) => this.shown.has(key),
    turn: (keys, unfolded) => {
      for (const key of keys) if (unfolded) this.shown.add(key);
      else this.shown.delete(key);
      this.clock.show();
    },
  };

  start(): void {
    this.status.className = 'sr-only';
    this.notice.className = 'notice';
    for (const region of [this.status, this.notice]) region.setAttribute('role', 'status');
    document.body.append(this.main, this.status, this.notice);
    addEventListener('message', (event) => this.hear(event.data));
    addEventListener('keydown', (event) => this.press(event));
    const { uri, version } = document.body.dataset;
    this.vscode.setState({ uri, version });
    this.say({ type: 'ready' });
  }

  private readonly say = (message: FromRehearsePanel): void => this.vscode.postMessage(message);

  private hear(data: unknown): void {
    const message = decodeToRehearsePanel(data);
    if (!message) return;
    if (message.type === 'rehearsal') {
      this.view = message.rehearsal;
      this.vscode.setState({ uri: document.body.dataset['uri'], version: this.view.version });
      document.title = this.view.title;
      this.notice.textContent = '';
    } else if (message.type === 'timer') {
      this.clock.tell(message.timer);
    } else {
      this.notice.textContent = message.text;
    }
    this.clock.show();
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

  private draw(timer: TimerView): boolean {
    const { view, say } = this;
    if (!view) return false;
    const hasCards = view.cards.length > 0;
    render(
      html`<header class="head">
          <p class="place">Rehearse a story</p>
          <h1>${view.title}</h1>
          ${hasCards ? html`<p class="links"><button type="button" class="link" @click=${() => say({ type: 'open', target: 'story' })}>${icon('go-to-file')}${LINKS.story}</button></p>` : nothing}
        </header>
        ${hasCards ? html`${versionPicker(view, (version) => say({ type: 'version', version }))} ${budget(view)}` : nothing} ${this.trouble(view)}
        ${hasCards ? html`${timerCard(timer, say)} ${deck(view, timer, this.unfolded)}` : nothing}
        <footer>${shortcuts(this.isMac, [{ key: 'space', does: 'Start, pause, resume, where no button has the focus' }])}</footer>`,
      this.main,
    );
    this.follow();
    return true;
  }

  /** Brings the card whose phase begins into sight. */
  private follow(): void {
    const current = this.main.querySelector('.card.current') ?? undefined;
    if (current && current !== this.current && matchMedia(TIMER_STAYS).matches) current.scrollIntoView({ block: 'nearest' });
    this.current = current;
  }

  private trouble({ trouble }: RehearsalView): TemplateResult | typeof nothing {
    if (!trouble) return nothing;
    const { message, target } = trouble;
    return html`<div class="trouble">
      ${icon('warning')}
      <p>${message} <button type="button" class="link" @click=${() => this.say({ type: 'open', target })}>${LINKS[target]}</button></p>
    </div>`;
  }
}

new RehearsePage().start();
