/** The page of mental arithmetic: a block, its questions one at a time, and what they came to. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import {
  decodeToArithmeticPanel,
  type ArithmeticView,
  type FromArithmeticPanel,
  type JudgedAnswerView,
  type ToArithmeticPanel,
} from '../protocol/arithmetic';
import { answerField, givenBlock } from './arithmetic/answerField';
import { clockWords, outcome, overview, verdictCard } from './arithmetic/arithmeticParts';
import { PanelPage } from './shared/panelPage';
import { icon } from './shared/parts';

const SECOND = 1000;

class ArithmeticPage extends PanelPage<ToArithmeticPanel, FromArithmeticPanel> {
  private view: ArithmeticView | undefined;
  /** The seed of what is kept below: another one begins anew. */
  private seed: number | undefined;
  /** How many solutions were read: the next question comes when the last was. */
  private read = 0;
  /** What the current question took before the page was hidden, and since when it is shown again, in milliseconds. */
  private spent = 0;
  private since = Date.now();
  /** What is drawn: the focus follows when that is something else. */
  private drawn = '';
  /** The number of the question that was answered and not judged yet. */
  private sent: number | undefined;

  constructor() {
    super(decodeToArithmeticPanel);
    const { seed, read, spent } = this.state as { seed?: unknown; read?: unknown; spent?: unknown };
    const number = (value: unknown): number => (typeof value === 'number' && value >= 0 ? value : 0);
    this.seed = typeof seed === 'number' ? seed : undefined;
    this.read = number(read);
    this.spent = number(spent);
  }

  override start(): void {
    super.start();
    setInterval(() => this.tick(), SECOND);
  }

  protected hear({ arithmetic }: { readonly type: 'arithmetic'; readonly arithmetic: ArithmeticView }): void {
    if (arithmetic.seed !== this.seed) {
      this.seed = arithmetic.seed;
      this.read = 0;
      this.restart();
    }
    this.read = Math.min(this.read, arithmetic.answers.length);
    if ((this.view?.answers.length ?? 0) < arithmetic.answers.length) this.notify('');
    this.view = arithmetic;
    this.sent = undefined;
    document.title = `Arithmetic: ${arithmetic.title}`;
    this.remember();
  }

  protected override notify(text: string): void {
    this.sent = undefined;
    super.notify(text);
  }

  /** The answer whose solution is shown. */
  private get judged(): JudgedAnswerView | undefined {
    return this.view?.answers[this.read];
  }

  private get isAsking(): boolean {
    return this.view?.question !== undefined && this.judged === undefined;
  }

  private get elapsed(): number {
    return this.spent + (Date.now() - this.since);
  }

  private restart(): void {
    this.spent = 0;
    this.since = Date.now();
  }

  /** Keeps what a page that is made again goes on with: the clock stands still while it is gone. */
  private remember(): void {
    if (this.view) this.keep({ ...this.view.state, read: this.read, spent: this.isAsking ? this.elapsed : 0 });
  }

  private tick(): void {
    if (!this.isAsking) return;
    this.remember();
    this.showClock();
  }

  /** Nothing while a solution is read. Not drawn with the rest: it changes each second. */
  private showClock(): void {
    const clock = this.main.querySelector('.clock');
    if (clock) clock.textContent = this.isAsking ? clockWords(this.elapsed / SECOND) : '';
  }

  private readonly answer = (text: string): void => {
    const { view } = this;
    if (!view || !this.isAsking || this.sent === view.answers.length) return;
    this.sent = view.answers.length;
    const seconds = Math.max(0, Math.min(86_400, Math.round(this.elapsed / SECOND)));
    this.say({ type: 'answer', seed: view.seed, number: view.answers.length, text, seconds });
  };

  private readonly goOn = (): void => {
    if (!this.judged) return;
    this.read += 1;
    this.restart();
    this.remember();
    this.show();
  };

  protected show(): void {
    const { view } = this;
    if (!view) return;
    render(
      html`<header class="head">
          <p class="place">${view.place}</p>
          <h1>${view.title}</h1>
          ${view.all > 0 ? this.progress(view) : nothing}
        </header>
        ${view.trouble === undefined ? nothing : html`<div class="trouble">${icon('warning')}<p>${view.trouble} <button type="button" class="link" @click=${() => this.say({ type: 'open', target: 'block' })}>Open the file</button></p></div>`}
        <div class="sitting">${view.block === '' ? nothing : givenBlock(view.block)}${keyed(this.key, this.step(view))}</div>`,
      this.main,
    );
    this.showClock();
    this.follow();
  }

  private progress(view: ArithmeticView): TemplateResult {
    const number = Math.min(view.all, this.read + 1);
    const right = view.answers
      .slice(0, this.judged ? this.read + 1 : this.read)
      .filter(({ isRight }) => isRight).length;
    return html`<p class="progress count">
      <span>Question ${number} of ${view.all}</span><span>${right} right</span
      ><span class="clock" role="timer" aria-live="off" title="Time for this question"></span>
    </p>`;
  }

  private step(view: ArithmeticView): TemplateResult | typeof nothing {
    const { judged } = this;
    if (judged) return verdictCard(judged, this.read + 1 === view.all, this.goOn);
    if (view.question)
      return html`<section class="drill" aria-labelledby="question">
        <h2 id="question">${view.question.text}</h2>
        ${answerField(view.question, 'question', this.answer)}
      </section>`;
    if (!view.summary) return nothing;
    return html`${outcome(view, view.summary, {
      another: () => this.say({ type: 'another', seed: view.seed }),
      save: (round) => this.say({ type: 'save', round }),
      open: () => this.say({ type: 'open', target: 'session' }),
    })}
    ${overview(view.answers)}`;
  }

  private get key(): string {
    return `${this.view?.seed ?? ''} ${this.read} ${this.judged ? 'read' : 'ask'}`;
  }

  /** The focus is where the next key goes: the field, the button that goes on, or the outcome. */
  private follow(): void {
    const wasSaved = this.drawn !== '' && this.view?.saved !== undefined && !this.drawn.endsWith('saved');
    const key = this.view?.saved === undefined ? this.key : `${this.key} saved`;
    if (key === this.drawn) return;
    this.drawn = key;
    this.main
      .querySelector<HTMLElement>(
        this.judged ? '.turn' : this.isAsking ? '.typed' : wasSaved ? '.saved .link' : '#over',
      )
      ?.focus();
    const { judged } = this;
    if (judged)
      this.status.textContent = `${judged.words} ${judged.steps.map(({ formula }) => formula).join(', then ')}`;
    else if (wasSaved) this.status.textContent = `Saved as ${this.view?.saved ?? ''}`;
    else this.status.textContent = '';
  }
}

new ArithmeticPage().start();
