/** The round panel's page: draws what the extension says, and tells it what the user does. */
import * as z from 'zod/mini';
import { html, render } from 'lit/html.js';
import { decodeToPanel, type FromPanel, type RoundView, type TimerView } from '../protocol/round';
import { checklist, competencies, guide, pairs, prompts } from './round/content';
import { PanelClock } from './round/clock';
import { header } from './round/header';
import { followLinks } from './round/page';
import { shortcuts } from './round/shortcuts';
import { timerCard } from './round/timer';
import '@vscode/codicons/dist/codicon.css';
import './round.css';

declare function acquireVsCodeApi(): { postMessage(message: FromPanel): void; setState(state: unknown): void };

// Compiling validators at run time needs `eval`, which the page's policy forbids.
z.config({ jitless: true });

class RoundPage {
  private readonly vscode = acquireVsCodeApi();
  private readonly main = document.createElement('main');
  private readonly status = document.createElement('p');
  private readonly notice = document.createElement('p');
  private readonly isMac = navigator.platform.startsWith('Mac');
  private round: RoundView | undefined;
  private readonly clock = new PanelClock((timer) => this.draw(timer), this.status);

  start(): void {
    this.status.className = 'sr-only';
    this.notice.className = 'notice';
    for (const region of [this.status, this.notice]) region.setAttribute('role', 'status');
    document.body.append(this.main, this.status, this.notice);
    followLinks(this.main, this.say);
    addEventListener('message', (event) => this.hear(event.data));
    const { loop, round } = document.body.dataset;
    this.vscode.setState({ loop, round });
    this.say({ type: 'ready' });
  }

  private readonly say = (message: FromPanel): void => this.vscode.postMessage(message);

  private hear(data: unknown): void {
    const message = decodeToPanel(data);
    if (!message) return;
    if (message.type === 'round') {
      this.round = message.round;
      document.title = message.round.title;
      this.notice.textContent = '';
    } else if (message.type === 'timer') {
      this.clock.tell(message.timer);
    } else {
      this.notice.textContent = message.text;
    }
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
