/** The dashboard's page: draws where the loop stands, and tells the extension what was clicked. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import type { ActionKey, DashboardView } from '../../core/dashboard/dashboardModel';
import { decodeToDashboard, type DashboardMessage, type FromDashboard, type ToDashboard } from '../protocol/dashboard';
import { calibration } from './dashboard/calibrationSection';
import { drills } from './dashboard/drillsSection';
import { fitSummarySection } from './dashboard/fitSummary';
import { matrix } from './dashboard/matrixSection';
import { readiness } from './dashboard/readinessSection';
import { speaking } from './dashboard/speechSection';
import { strip } from './dashboard/stripSection';
import { trends } from './dashboard/trendsSection';
import { PanelPage } from './shared/panelPage';
import { icon } from './shared/parts';

class DashboardPage extends PanelPage<ToDashboard, FromDashboard> {
  private told: DashboardMessage | undefined;
  /** Whether the matrix shows all stories: if there are many, only the best are drawn until all are asked for. */
  private allStories = false;

  constructor() {
    super(decodeToDashboard);
    performance.mark('prepLoop.dashboard.loaded');
  }

  private readonly act = (action: ActionKey): void => this.say({ type: 'act', action });

  protected hear(message: DashboardMessage): void {
    if (this.told?.loop !== message.loop) this.allStories = false;
    this.told = message;
    this.keep({ loop: message.loop });
    document.title = message.view ? `Dashboard: ${message.view.title}` : 'Dashboard';
    this.notify('');
  }

  protected show(): void {
    if (!this.told) return;
    const { view, reading, loops, loop } = this.told;
    render(html`${this.switcher(loops, loop)} ${view ? this.dashboard(view, reading) : this.gone()}`, this.main);
    // For measuring how long the page takes; the next frame shows it.
    requestAnimationFrame(() => performance.mark(`prepLoop.dashboard.${reading ? 'begun' : 'drawn'}`));
  }

  private dashboard(view: DashboardView, reading: boolean): TemplateResult {
    const { act } = this;
    return html`<header class="head">
        <p class="place">${view.day}</p>
        <h1>${view.title}</h1>
        ${view.next === '' ? nothing : html`<p class="next-up">${icon('arrow-right')}${view.next}</p>`}
      </header>
      ${view.troubles.map(
        ({ message, action }) =>
          html`<div class="trouble">
            ${icon('warning')}
            <p>${message} ${action === undefined ? nothing : html`<button type="button" class="link" @click=${() => act(action)}>Open the file</button>`}</p>
          </div>`,
      )}
      ${strip(view.strip)}
      ${
        reading
          ? html`<p class="reading" role="status">Reading stories and practice runs…</p>`
          : html`${readiness(view.readiness, act)}
            <div class="pair">${trends(view.trends, act)} ${drills(view.drills, act)}</div>
            ${speaking(view.speech)} ${calibration(view.calibration)} ${fitSummarySection(view.fit, act)} ${matrix(view.matrix, this.allStories, () => this.showAll(), act)}`
      }`;
  }

  private showAll(): void {
    this.allStories = true;
    this.show();
    // The button that had the focus is gone.
    this.main.querySelector<HTMLElement>('.matrix .scroll')?.focus();
  }

  private switcher(loops: DashboardMessage['loops'], current: string): TemplateResult | typeof nothing {
    if (loops.length < 2 && loops.some(({ uri }) => uri === current)) return nothing;
    if (loops.length === 0) return nothing;
    const choose = (event: Event): void =>
      this.say({ type: 'switch', loop: (event.currentTarget as HTMLSelectElement).value });
    return html`<label class="switcher">
      <span>Loop</span>
      <select @change=${choose}>
        ${loops.some(({ uri }) => uri === current) ? nothing : html`<option value=${current} selected disabled>Choose a loop</option>`}
        ${loops.map(({ uri, title }) => html`<option value=${uri} .selected=${uri === current}>${title}</option>`)}
      </select>
    </label>`;
  }

  private gone(): TemplateResult {
    return html`<header class="head"><h1>Dashboard</h1></header>
      <div class="trouble">
        ${icon('warning')}
        <p>The loop is not in this workspace any more. Choose another, or <button type="button" class="link" @click=${() => this.say({ type: 'start' })}>start a loop</button></p>
      </div>`;
  }
}

new DashboardPage().start();
