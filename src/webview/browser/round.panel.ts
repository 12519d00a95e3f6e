/** The round panel's page. */
import { html, render } from 'lit/html.js';
import { decodeToPanel, type FromPanel, type RoundView, type TimerView, type ToPanel } from '../protocol/round';
import { checklist, competencies, guide, pairs, prompts } from './round/content';
import { header } from './round/header';
import { PanelPage } from './shared/page';
import { followLinks } from './shared/parts';
import { timerCard } from './timer/card';
import { PanelClock } from './timer/clock';
import { shortcuts } from './timer/shortcuts';
import '@vscode/codicons/dist/codicon.css';
import './shared/base.css';
import './timer/timer.css';
import './round.css';

class RoundPage extends PanelPage<ToPanel, FromPanel> {
  private round: RoundView | undefined;
  private readonly clock = new PanelClock((timer) => this.draw(timer), this.status);

  constructor() {
    super(decodeToPanel);
    followLinks(this.main, this.say);
  }

  protected hear(message: Exclude<ToPanel, { type: 'notice' }>): void {
    if (message.type === 'timer') {
      this.clock.tell(message.timer);
      return;
    }
    this.round = message.round;
    document.title = message.round.title;
    this.notify('');
  }

  protected show(): void {
    this.clock.show();
  }

  private draw(timer: TimerView): boolean {
    const { round, say } = this;
    if (!round) return false;
    render(
      html`${header(round, say)} ${timerCard(timer, say)}
        <div class="columns">
          ${checklist(round, say)}
          <div class="text">${prompts(round)} ${guide(round)} ${pairs(round)}</div>
          ${competencies(round)}
        </div>
        <footer>${shortcuts(this.isMac)}<p class="source">${round.source}</p></footer>`,
      this.main,
    );
    return true;
  }
}

new RoundPage().start();
