/** How practice of the round goes: drawn, with the same numbers in a table. */
import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { shortMean } from '../../../core/sessions/roundTrend';
import { speakDuration } from '../../../core/timer/formatClock';
import { secondsInClock } from '../../../core/words';
import type { RoundView, RoundTrendView } from '../../protocol/round';
import { icon } from '../shared/parts';

const WIDTH = 560;
const HEIGHT = 150;
/** Room for the numbers of the scale. */
const LEFT = 22;
const EDGE = 12;
const SCORES = [1, 2, 3, 4] as const;

type Values = readonly (number | undefined)[];

export function trendSection({ trend, competencies }: RoundView): TemplateResult | typeof nothing {
  const { runs } = trend;
  if (runs.length === 0) return nothing;
  return html`<section class="trend" aria-labelledby="trend">
    <h2 id="trend">Trend <span class="tally">${trend.summary}</span></h2>
    <div class="charts">
      <figure>
        ${chart(
          runs.map(({ self }) => self),
          runs.map(({ peer }) => peer),
        )}
        <figcaption><span class="key self">Your mean score</span>${runs.some(({ peer }) => peer !== undefined) ? html`<span class="key peer">The peer’s</span>` : nothing}<span class="quiet">3 meets the bar</span></figcaption>
      </figure>
      <div class="by">
        <h3>By competency</h3>
        <ul class="lines">
          ${competencies.map(({ title }, index) =>
            competencyLine(
              title,
              runs.map(({ scores }) => scores[index]?.self),
            ),
          )}
        </ul>
        ${overtimes(trend)}
      </div>
    </div>
    ${table(
      trend,
      competencies.map(({ title }) => title),
    )}
  </section>`;
}

/** Runs that were cut short say nothing about it: if there are no others, this says nothing either. */
function overtimes({ phases }: RoundTrendView): TemplateResult | typeof nothing {
  if (phases.length === 0) return nothing;
  const most = Math.max(60, ...phases.map(({ mean }) => mean));
  return html`<h3>Mean overtime by phase</h3>
    <ul class="lines">
      ${phases.map((phase) => phaseLine(phase, most))}
    </ul>`;
}

function chart(self: Values, peer: Values): TemplateResult {
  const at = (index: number): number =>
    self.length === 1 ? (LEFT + WIDTH) / 2 : LEFT + EDGE + (index / (self.length - 1)) * (WIDTH - LEFT - 2 * EDGE);
  const y = (score: number): number => HEIGHT - EDGE - ((score - 1) / 3) * (HEIGHT - 2 * EDGE);
  const path = self.flatMap((value, index) => (value === undefined ? [] : `${at(index)},${y(value)}`)).join(' ');
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Scores from run to run; the table below has the numbers">
    ${SCORES.map((score) => svg`<line class=${score === 3 ? 'bar-line' : 'grid'} x1=${LEFT} x2=${WIDTH} y1=${y(score)} y2=${y(score)}></line><text x="4" y=${y(score) + 4}>${score}</text>`)}
    <polyline class="own" points=${path}></polyline>
    ${self.map((value, index) => (value === undefined ? nothing : svg`<circle class="own-dot" cx=${at(index)} cy=${y(value)} r="4"></circle>`))}
    ${peer.map((value, index) => (value === undefined ? nothing : svg`<rect class="peer-dot" x=${at(index) - 4.5} y=${y(value) - 4.5} width="9" height="9" transform="rotate(45 ${at(index)} ${y(value)})"></rect>`))}
  </svg>`;
}

function competencyLine(title: string, values: Values): TemplateResult {
  const scored = values.filter((value) => value !== undefined);
  const x = (index: number): number => (scored.length === 1 ? 40 : 4 + (index / (scored.length - 1)) * 72);
  const points = scored.map((value, index) => `${x(index)},${20 - (value - 1) * 5.5}`).join(' ');
  const last = scored.at(-1);
  return html`<li>
    <span>${title}</span>
    <svg class="spark" viewBox="0 0 80 24" aria-hidden="true"><polyline class="own" points=${points}></polyline>${last === undefined ? nothing : svg`<circle class="own-dot" cx=${x(scored.length - 1)} cy=${20 - (last - 1) * 5.5} r="3"></circle>`}</svg>
    <span class="value">${last ?? '–'}</span>
  </li>`;
}

function phaseLine({ title, mean }: RoundTrendView['phases'][number], most: number): TemplateResult {
  return html`<li>
    <span>${title}</span>
    <svg class="spark" viewBox="0 0 80 24" preserveAspectRatio="none" aria-hidden="true"><rect class=${mean > 0 ? 'over-bar' : 'no-bar'} x="0" y="8" width=${Math.max(1, (mean / most) * 80)} height="8"></rect></svg>
    <span class="value">${mean === 0 ? '–' : secondsInClock(Math.round(mean))}</span>
  </li>`;
}

function table({ runs }: RoundTrendView, titles: readonly string[]): TemplateResult {
  return html`<details class="numbers">
    <summary>${icon('chevron-right')}Show as table</summary>
    <div class="scroller" tabindex="0" role="region" aria-label="All runs">
      <table>
        <thead>
          <tr><th scope="col">Run</th><th scope="col">Kind</th>${titles.map((title) => html`<th scope="col">${title}</th>`)}<th scope="col">Mean</th><th scope="col">Overtime</th></tr>
        </thead>
        <tbody>
          ${runs.map(
            ({ date, kind, self, peer, scores, overtime, brokenOff }) => html`<tr>
              <th scope="row">${date}</th><td>${kind}</td>
              ${scores.map((score) => html`<td>${both(score.self, score.peer)}</td>`)}
              <td>${both(self, peer)}</td><td>${late(overtime)}${brokenOff === true ? html` <span class="quiet">cut short</span>` : nothing}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="quiet">Your score first, then the peer’s where there is one.</p>
  </details>`;
}

function both(self: number | undefined, peer: number | undefined): TemplateResult {
  return html`${self === undefined ? '–' : shortMean(self)}${peer === undefined ? nothing : html` <span class="quiet">/ <span class="sr-only">peer </span>${shortMean(peer)}</span>`}`;
}

function late(overtime: number): TemplateResult | string {
  if (overtime === 0) return '–';
  return html`<span aria-hidden="true">${secondsInClock(overtime)}</span><span class="sr-only">${speakDuration(overtime * 1000)}</span>`;
}
