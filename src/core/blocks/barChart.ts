/**
 * A chart of horizontal bars as plain SVG: without script and style, so that it prints and inherits colours. Its widths
 * are percentages and its heights follow the font, so that its words stay readable however narrow it is.
 */
import { escapeHtml } from '../markdown/escape';

export interface Bar {
  readonly label: string;
  /** How deep it stands under others. */
  readonly depth?: number;
  readonly from: number;
  readonly to: number;
  /** From here on the bar is not certain: drawn lighter. */
  readonly soft?: number;
  /** The figure beside the label. */
  readonly text: string;
  /** It does not count: drawn as an outline. */
  readonly isQuiet?: boolean;
  readonly kind?: 'over' | 'group';
}

/** A line across all bars. */
export interface Marker {
  readonly at: number;
  readonly label: string;
  readonly kind: 'limit' | 'middle';
}

export interface BarChart {
  /** The text alternative: what the chart shows, in a sentence. */
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly markers: readonly Marker[];
  /** Where the axis begins; left out: at the least of all. */
  readonly least?: number;
}

// Heights in em: a row is a line of words with its bar below.
const ROW = 2.2;
const BASELINE = 0.95;
const BAR_TOP = 1.35;
const BAR = 0.55;
/** A line of words for the label of a marker. */
const LABEL = 1.4;
/** How far a marker reaches beyond the bars that it crosses. */
const REACH = 0.2;
const INDENT = 0.8;
const DEEPEST = 8;
const LONGEST_LABEL = 28;
const LONGEST_TEXT = 22;
/** The least width of a bar that is there, in percent. */
const THINNEST = 0.3;
/** Bars beyond this number are left to the table. */
export const MOST_BARS = 40;

/** Draws a chart. Colours are `currentColor` and the custom properties `--prep-loop-bar`, `-limit` and `-over`. */
export function drawBars({ title, bars, markers, least }: BarChart): string {
  const shown = bars.slice(0, MOST_BARS);
  const all = [...shown.flatMap(({ from, to }) => [from, to]), ...markers.map(({ at }) => at)];
  const low = least ?? Math.min(...all);
  const high = Math.max(...all);
  const x = (value: number): number => (high > low ? round((100 * (value - low)) / (high - low)) : 0);
  const top = markers.length * LABEL;
  const height = round(top + shown.length * ROW);
  const rows = shown.map((bar, index) => drawBar(bar, top + index * ROW, x));
  const lines = markers.map((marker, index) => drawMarker(marker, x(marker.at), index * LABEL, top, shown.length));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="${height}em" role="img" aria-label="${escapeHtml(title)}" fill="currentColor">` +
    `<title>${escapeHtml(title)}</title>${rows.join('')}${lines.join('')}</svg>`
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;

function drawBar(bar: Bar, top: number, x: (value: number) => number): string {
  const { label, depth = 0, from, to, soft, text, isQuiet = false, kind } = bar;
  const [start, end] = [x(Math.min(from, to)), x(Math.max(from, to))];
  const level = Math.min(depth, DEEPEST);
  const baseline = round(top + BASELINE);
  const words =
    `<text x="${round(level * INDENT)}em" y="${baseline}em">${escapeHtml(cut(label, LONGEST_LABEL - level))}</text>` +
    `<text x="100%" y="${baseline}em" text-anchor="end">${escapeHtml(cut(text, LONGEST_TEXT))}</text>`;
  if (kind === 'group') return words + bracket(start, end, top);
  const certain = soft === undefined ? end : Math.min(end, x(soft));
  const look = isQuiet
    ? 'fill="none" stroke="currentColor" stroke-opacity="0.5" stroke-dasharray="2 2"'
    : `fill="currentColor" fill-opacity="${kind === 'over' ? 0.9 : 0.75}"`;
  const className =
    kind === 'over' ? 'prep-loop-bar prep-loop-over' : isQuiet ? 'prep-loop-quiet-bar' : 'prep-loop-bar';
  const rect = (left: number, right: number, attributes: string, more = ''): string => {
    const width = round(Math.max(THINNEST, right - left));
    return `<rect class="${className}${more}" x="${Math.min(left, 100 - width)}%" y="${round(top + BAR_TOP)}em" width="${width}%" height="${BAR}em" ${attributes}/>`;
  };
  const uncertain =
    certain < end ? rect(certain, end, 'fill="currentColor" fill-opacity="0.3"', ' prep-loop-uncertain') : '';
  return `${words}${rect(start, certain, look)}${uncertain}`;
}

/** Spans the stages of a group: a line with its ends turned down. */
function bracket(start: number, end: number, top: number): string {
  const [y, foot] = [round(top + BAR_TOP + BAR / 2), round(top + BAR_TOP + BAR)];
  const line = (from: number, to: number, y1: number, y2: number): string =>
    `<line class="prep-loop-group" x1="${from}%" x2="${to}%" y1="${y1}em" y2="${y2}em" stroke="currentColor" stroke-opacity="0.6"/>`;
  return line(start, end, y, y) + line(start, start, y, foot) + line(end, end, y, foot);
}

/** Its label above all bars, and a line across each: words stand between the bars. */
function drawMarker({ label, kind }: Marker, x: number, labelTop: number, top: number, rows: number): string {
  const isRight = x > 50;
  const line = (from: number, to: number): string =>
    `<line class="prep-loop-${kind}" x1="${x}%" x2="${x}%" y1="${round(from)}em" y2="${round(to)}em" stroke="currentColor" stroke-width="2"/>`;
  const ticks = Array.from({ length: rows }, (_, row) => {
    const bar = top + row * ROW + BAR_TOP;
    return line(bar - REACH, bar + BAR + REACH);
  });
  return (
    `<text x="${x}%" y="${round(labelTop + BASELINE)}em" dx="${isRight ? '-0.4em' : '0.4em'}" text-anchor="${isRight ? 'end' : 'start'}">${escapeHtml(label)}</text>` +
    line(labelTop + 0.1, labelTop + 1.15) +
    ticks.join('')
  );
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
