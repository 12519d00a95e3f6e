import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';
import type { OfferPanelView, OfferYearView } from '../../protocol/offer';
import { icon } from '../shared/parts';
import { figure } from './figureParts';

const WIDTH = 600;
const BAR = 22;
const LINE = 34;

/** Each year as a stacked bar, the months with what is marked on them, and the table behind. */
export function years(view: OfferPanelView): TemplateResult {
  const kinds = view.years[0]?.parts.filter(({ kind }) => view.years.some((year) => isShown(year, kind))) ?? [];
  return html`<section class="years" aria-labelledby="years">
    <h2 id="years">Year by year</h2>
    <ul class="legend">
      ${kinds.map(({ kind, title }) => html`<li><svg class="swatch" viewBox="0 0 12 12" aria-hidden="true"><rect class=${`part ${kind}`} width="12" height="12" /></svg>${title}</li>`)}
    </ul>
    <div class="bars">
      ${view.years.map(
        (year) => html`<h3>${year.title}</h3>
          ${bar(year)}
          <p class="sum">${figure(year.total)}${year.known === '' ? nothing : html` <span class="quiet">${year.known}</span>`}</p>`,
      )}
    </div>
    ${months(view)}
    <dl class="sums">
      ${view.sums.map(({ title, figure: sum }) => html`<div><dt>${title}</dt><dd>${figure(sum)}</dd></div>`)}
    </dl>
    ${view.dilution === undefined ? nothing : html`<p class="quiet">${icon('info')} ${view.dilution}</p>`}
    ${table(view)}
  </section>`;
}

const isShown = ({ parts }: OfferYearView, kind: string): boolean =>
  parts.some((part) => part.kind === kind && (part.share > 0 || part.figure.unknown));

function bar({ title, parts, total, known }: OfferYearView): TemplateResult {
  let from = 0;
  const pieces = parts.flatMap(
    ({ kind, title: name, share, figure: { text, formula, unknown } }): SVGTemplateResult[] => {
      const x = from;
      from += share * WIDTH;
      const tip = svg`<title>${name} ${text}: ${formula}</title>`;
      if (unknown) return [svg`<rect class="part unknown" x=${x + 1} y="1" width="40" height=${BAR - 2}>${tip}</rect>`];
      return share === 0
        ? []
        : [svg`<rect class=${`part ${kind}`} x=${x} width=${share * WIDTH} height=${BAR}>${tip}</rect>`];
    },
  );
  const said = [`${title}: ${total.text} ${known}`, ...parts.map((part) => `${part.title} ${part.figure.text}`)].join(
    ', ',
  );
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} ${BAR}" preserveAspectRatio="none" role="img" aria-label=${said}>${pieces}</svg>`;
}

/** The months of all years on a line, with the cliff and the months of a clawback. */
function months({ months: count, marks }: OfferPanelView): TemplateResult | typeof nothing {
  if (marks.length === 0) return nothing;
  const ticks = Array.from({ length: count / 12 + 1 }, (_, index) => (index * 12 * WIDTH) / count);
  const drawn = marks.map(({ kind, from, to, text }) =>
    kind === 'cliff'
      ? svg`<path class="cliff" d="M${from * WIDTH} 2V${LINE - 8}"><title>${text}</title></path>`
      : svg`<rect class="clawback" x=${from * WIDTH} y="8" width=${(to - from) * WIDTH} height="8"><title>${text}</title></rect>`,
  );
  return html`<div class="months">
    <h3>Months</h3>
    <svg viewBox="-4 0 ${WIDTH + 8} ${LINE}" role="img" aria-label=${marks.map(({ text }) => text).join('. ')}>
      <path class="axis" d="M0 ${LINE - 14}H${WIDTH}" />
      ${ticks.map((x, index) => svg`<path class="axis" d="M${x} ${LINE - 18}v8" /><text x=${x} y=${LINE - 1} text-anchor=${index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'}>${index * 12}</text>`)}
      ${drawn}
    </svg>
    <ul class="marks">${marks.map(({ kind, text }) => html`<li class=${kind}>${text}</li>`)}</ul>
  </div>`;
}

function table({ years: all }: OfferPanelView): TemplateResult {
  const parts = all[0]?.parts ?? [];
  const formulas = all.flatMap(({ title, parts: own }) =>
    own
      .filter(({ share, figure: { unknown } }) => share > 0 || unknown)
      .map(
        (part) =>
          html`<li><strong>${title}, ${part.title.toLowerCase()}</strong> ${part.figure.text}: ${part.figure.formula}</li>`,
      ),
  );
  return html`<details>
    <summary>${icon('chevron-right')}As a table, with every formula</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="Year by year, as a table">
      <table>
        <thead><tr><th scope="col">Year</th>${parts.map(({ title }) => html`<th scope="col">${title}</th>`)}<th scope="col">Total</th></tr></thead>
        <tbody>
          ${all.map(
            ({ title, parts: own, total }) =>
              html`<tr><th scope="row">${title}</th>${own.map((part) => html`<td>${figure(part.figure)}</td>`)}<td>${figure(total)}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>
    <ul class="formulas">${formulas}</ul>
  </details>`;
}
