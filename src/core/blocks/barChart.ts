/** A chart of horizontal bars as plain SVG: without script and style, so that it prints and inherits colours. */
import { escapeHtml } from '../markdown/escape';

export interface Bar {
  readonly label: string;
  /** How deep it stands under others. */
  readonly depth?: number;
  readonly from: number;
  readonly to: number;
  /** From here on the bar is not certain: drawn lighter. */
  readonly soft?: number;
  /** What stands after it. */
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

const WIDTH = 640;
const LEFT = 190;
const RIGHT = 500;
const ROW = 22;
/** For the label of each marker. */
const LABEL = 16;
const BAR = 12;
const INDENT = 10;
const LONGEST_LABEL = 28;
const LONGEST_TEXT = 22;
/** Bars beyond this number are left to the table. */
export const MOST_BARS = 40;

/** Draws a chart. Colours are `currentColor` and the custom properties `--prep-loop-bar`, `-limit` and `-over`. */
export function drawBars({ title, bars, markers, least }: BarChart): string {
  const shown = bars.slice(0, MOST_BARS);
  const all = [...shown.flatMap(({ from, to }) => [from, to]), ...markers.map(({ at }) => at)];
  const low = least ?? Math.min(...all);
  const high = Math.max(...all);
  const x = (value: number): number =>
    round(high > low ? LEFT + ((RIGHT - LEFT) * (value - low)) / (high - low) : LEFT);
  const top = 6 + markers.length * LABEL;
  const height = top + shown.length * ROW + 6;
  const rows = shown.map((bar, index) => drawBar(bar, top + index * ROW, x));
  const lines = markers.map((marker, index) => drawMarker(marker, x(marker.at), (index + 1) * LABEL - 4, height));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeHtml(title)}" font-size="12" fill="currentColor">` +
    `<title>${escapeHtml(title)}</title>${rows.join('')}${lines.join('')}</svg>`
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

function drawBar(bar: Bar, top: number, x: (value: number) => number): string {
  const { label, depth = 0, from, to, soft, text, isQuiet = false, kind } = bar;
  const [start, end] = [x(Math.min(from, to)), x(Math.max(from, to))];
  const middle = top + ROW / 2;
  const name = `<text x="${Math.min(depth, 8) * INDENT}" y="${middle + 4}">${escapeHtml(cut(label, LONGEST_LABEL - Math.min(depth, 8)))}</text>`;
  const value = `<text x="${RIGHT + 8}" y="${middle + 4}">${escapeHtml(cut(text, LONGEST_TEXT))}</text>`;
  if (kind === 'group')
    return `${name}<path class="prep-loop-group" d="M${start} ${middle + 3}V${middle}H${end}v3" fill="none" stroke="currentColor" stroke-opacity="0.6"/>${value}`;
  const certain = soft === undefined ? end : Math.min(end, x(soft));
  const y = middle - BAR / 2;
  const look = isQuiet
    ? 'fill="none" stroke="currentColor" stroke-opacity="0.5" stroke-dasharray="2 2"'
    : `fill="currentColor" fill-opacity="${kind === 'over' ? 0.85 : 0.6}"`;
  const className =
    kind === 'over' ? 'prep-loop-bar prep-loop-over' : isQuiet ? 'prep-loop-quiet-bar' : 'prep-loop-bar';
  const rect = (left: number, right: number, attributes: string): string =>
    `<rect class="${className}" x="${left}" y="${y}" width="${round(Math.max(1, right - left))}" height="${BAR}" ${attributes}/>`;
  const uncertain = certain < end ? rect(certain, end, 'fill="currentColor" fill-opacity="0.25"') : '';
  return `${name}${rect(start, certain, look)}${uncertain}${value}`;
}

function drawMarker({ label, kind }: Marker, x: number, y: number, height: number): string {
  const dashes = kind === 'limit' ? ' stroke-dasharray="4 3"' : '';
  const anchor = x > (LEFT + RIGHT) / 2 ? 'end' : 'start';
  const textX = anchor === 'end' ? x - 4 : x + 4;
  return (
    `<path class="prep-loop-${kind}" d="M${x} ${y - 8}V${height}" fill="none" stroke="currentColor"${dashes}/>` +
    `<text x="${textX}" y="${y}" text-anchor="${anchor}">${escapeHtml(label)}</text>`
  );
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
