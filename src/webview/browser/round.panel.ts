/** The round panel's page. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import {
  decodeToPanel,
  type FromPanel,
  type PracticeView,
  type RoundView,
  type TimerView,
  type ToPanel,
} from '../protocol/round';
import { comparisonSection } from './round/comparison';
import { assignedStories, checklist, competencies, figures, guide, prompts, stories } from './round/content';
import { fitSection } from './round/fitSection';
import { header } from './round/header';
import { NotesField } from './round/notes';
import { PairDrill } from './round/pairs';
import { desk, leftRun, promptChoice } from './round/practiceDesk';
import { PeopleSection } from './round/peopleSection';
import { questionsSection } from './round/questionsSection';
import { saving, scoreForm } from './round/scores';
import { trendSection } from './round/trendSection';
import { KeptFocus } from './shared/keptFocus';
import { followLinks, icon } from './shared/parts';
import { timerCard } from './timer/card';
import { currentCue } from './timer/drawnTimer';
import { ROUND_SHORTCUTS } from './timer/keys';
import { shortcuts } from './timer/shortcuts';
import { TimedPage } from './timer/timedPage';
import { Tone } from './timer/tone';

class RoundPage extends TimedPage<ToPanel, FromPanel> {
  private round: RoundView | undefined;
  private practice: PracticeView | undefined;
  /** A line for the notes, or the cursor alone, once they are drawn. */
  private toWrite: Extract<ToPanel, { type: 'write' }> | undefined;
  /** What the timer showed when the page was drawn last. */
  private drawn: TimerView | undefined;
  /** Whether the head and the clock are seen: what is long to draw comes a frame after them. */
  private isBegun = false;
  private readonly notes = new NotesField((text) => this.say({ type: 'notes', text }), this.isMac);
  private readonly tone = new Tone();
  /** After saving, what was saved; else the clock’s main button. */
  private readonly focus = new KeptFocus(
    () =>
      this.main.querySelector<HTMLElement>('.saving.done button') ??
      this.main.querySelector<HTMLElement>('.timer .primary'),
  );
  private readonly pairs = new PairDrill(() => this.show());

  private readonly people = new PeopleSection(this.say, () => this.show());

  constructor() {
    super(decodeToPanel);
    followLinks(this.main, this.say);
  }

  protected take(message: Exclude<ToPanel, { type: 'notice' | 'timer' }>): void {
    switch (message.type) {
      case 'practice':
        this.practice = message.practice;
        this.notes.take(message.practice.notes, message.practice.version);
        return;
      case 'write':
        this.toWrite = message;
        return;
      case 'round':
        this.people.take(this.round, message.round);
        this.round = message.round;
        document.title = message.round.title;
        this.notify('');
    }
  }

  protected draw(timer: TimerView): boolean {
    const { round, practice, say } = this;
    if (!round || !practice) return false;
    const isRun = timer.status === 'running' || timer.status === 'paused' || timer.think !== undefined;
    const isFinished = timer.status === 'finished';
    const isSaved = practice.saved !== undefined;
    const hasDesk = isRun || !this.notes.isEmpty || (isFinished && !isSaved);
    const hasScores = hasDesk || Object.keys(practice.scores).length > 0;
    this.focus.drawing();
    render(
      html`${header(round, say, isRun)} ${isRun || (isFinished && !isSaved) ? nothing : promptChoice(round, practice, timer, say)} ${timerCard(timer, say)}
        ${isRun ? nothing : leftRun(practice, say)}
        ${hasDesk ? desk(round, practice, timer, this.notes, say) : nothing} ${hasScores ? scoreForm(round, practice, isRun, say) : nothing}
        ${isRun ? nothing : saving(practice, isFinished, say)} ${isRun ? nothing : html`${trendSection(round)} ${comparisonSection(round)}`} ${this.isBegun ? this.rest(round, isRun) : nothing}
        <footer>${shortcuts(this.isMac, ROUND_SHORTCUTS)}<p class="source">${round.source}</p></footer>`,
      this.main,
    );
    if (this.toWrite) this.notes.write(this.toWrite.line);
    this.toWrite = undefined;
    this.focus.drawn();
    this.sound(timer);
    this.drawn = timer;
    if (!this.isBegun) this.drawRest();
    return true;
  }

  private drawRest(): void {
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.isBegun = true;
        this.show();
      }),
    );
  }

  /** All that is not needed while the clock runs; it stays out of sight then. */
  private rest(round: RoundView, isRun: boolean): TemplateResult {
    return html`<details class="rest" ?open=${!isRun}>
      <summary ?hidden=${!isRun}>${icon('chevron-right')}Guide, checklist and examples</summary>
      <div class="columns">
        ${checklist(round, this.say)}
        <div class="text">${prompts(round)} ${fitSection(round, this.say)} ${guide(round, this.say)} ${figures(round, this.say)} ${this.pairs.view(round)}</div>
        <div class="beside">${this.people.view(round)} ${questionsSection(round, this.say)} ${assignedStories(round, this.say)} ${stories(round, this.say)} ${competencies(round)}</div>
      </div>
    </details>`;
  }

  private sound(timer: TimerView): void {
    const cue = currentCue(timer);
    const isNews =
      this.drawn?.status === 'running' && this.drawn.phaseIndex === timer.phaseIndex && currentCue(this.drawn) !== cue;
    if (isNews && cue !== 'calm' && this.practice?.sound) this.tone.play(cue);
  }
}

new RoundPage().start();
