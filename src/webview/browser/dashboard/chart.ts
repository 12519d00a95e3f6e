/** The small charts of the dashboard, each followed by its table. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';
import { icon } from '../shared/parts';

/** A chart’s size and its margin, in units of its own. */
const WIDTH = 240;
const HEIGHT = 64;
const PAD = 6;

/** A table of more rows is no use to anyone: the latest are listed. */
const MOST_ROWS = 60;

export interface ChartPoint {
  /** From 0 at the left to 1 at the right. */
  readonly at: number;
  /** From 0 at the foot to 1 at the top; undefined for one that is only marked at the foot. */
  readonly level: number | undefined;
  readonly isSquare?: boolean;
}

interface GridLine {
  readonly level: number;
  readonly isBar?: boolean;
}

/** Points on a line. It says nothing to a screen reader: the words and the table beside it do. */
export function chart(points: readonly ChartPoint[], grid: readonly GridLine[]): TemplateResult {
  const line = points.flatMap(({ at, level }) =>
    level === undefined ? [] : [`${across(at).toFixed(1)},${height(level).toFixed(1)}`],
  );
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    ${grid.map(({ level, isBar }) => svg`<line class=${isBar ? 'grid at-bar' : 'grid'} x1="0" x2=${WIDTH} y1=${height(level)} y2=${height(level)} />`)}
    ${svg`<polyline class="line" points=${line.join(' ')} />`}
    ${points.map(dot)}
  </svg>`;
}

function dot({ at, level, isSquare }: ChartPoint): SVGTemplateResult {
  const x = across(at);
  if (level === undefined) return svg`<line class="unscored" x1=${x} x2=${x} y1=${HEIGHT - 4} y2=${HEIGHT} />`;
  const y = height(level);
  if (isSquare) return svg`<rect class="dot" x=${x - 2.5} y=${y - 2.5} width="5" height="5" />`;
  return svg`<circle class="dot" cx=${x} cy=${y} r="2.3" />`;
}

const across = (at: number): number => PAD + at * (WIDTH - 2 * PAD);
const height = (level: number): number => HEIGHT - PAD - level * (HEIGHT - 2 * PAD);

interface ChartTable {
  /** What it is of, for a screen reader. */
  readonly title: string;
  readonly heads: readonly string[];
  /** The cells of each row, the latest row last. */
  readonly rows: readonly (readonly string[])[];
  /** What a row is, in the plural. */
  readonly things: string;
}

/** The figures of a chart, the latest first. */
export function chartTable({ title, heads, rows, things }: ChartTable): TemplateResult {
  const shown = rows.slice(-MOST_ROWS).reverse();
  return html`<details>
    <summary>${icon('chevron-right')}As a table<span class="sr-only">: ${title}</span></summary>
    <table>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${shown.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
    </table>
    ${shown.length < rows.length ? html`<p class="quiet">The latest ${shown.length} of ${rows.length} ${things}.</p>` : nothing}
  </details>`;
}
