/** A block as HTML: its headline, a chart with a text alternative, what is wrong, and a table of all its figures. */
import { escapeHtml } from '../markdown/escape';
import { drawBars, MOST_BARS, type Bar, type Marker } from './barChart';
import type { BlockInput, BlockResult, Stage, WorkedBlock } from './blockModel';
import { exact, figureWithRange, shortFigure } from './blockWords';

/** What each kind of block is called. */
export const BLOCK_TITLES: Readonly<Record<WorkedBlock['kind'], string>> = {
  'latency-budget': 'Latency budget',
  capacity: 'Capacity',
  estimate: 'Estimate',
};

/** Rows of a table beyond this number are left out, and the table says so. */
const MOST_ROWS = 200;
const DIGITS = 4;

type Row = readonly string[];

/**
 * Draws a block. Everything in it is escaped; there is no script and no style: classes begin with `prep-loop-`,
 * and `data-kind` says which kind of block it is.
 * @param attributes further attributes of the figure, already escaped.
 */
export function drawBlock(block: WorkedBlock, attributes = ''): string {
  const { kind, headline, problems, notes, leftOut } = block;
  const caption = `<figcaption><strong>${BLOCK_TITLES[kind]}</strong>${headline === undefined ? '' : ` ${escapeHtml(headline)}`}</figcaption>`;
  const wrong = problems
    .slice(0, MOST_BARS)
    .map(({ severity, message }) => `<li class="prep-loop-${severity}">${escapeHtml(message)}</li>`);
  const missing = leftOut.map(({ title, needs }) => `${title}: add “${needs.join('” and “')}”`);
  const said = missing.length > 0 ? [...notes, `Left out: ${missing.join('; ')}.`] : notes;
  return [
    `<figure class="prep-loop-block" data-kind="${kind}"${attributes}>`,
    caption,
    chartOf(block),
    wrong.length > 0 ? `<ul class="prep-loop-block-problems">${wrong.join('')}</ul>` : '',
    tableOf(block),
    ...said.map((note) => `<p class="prep-loop-block-note">${escapeHtml(note)}</p>`),
    '</figure>\n',
  ].join('');
}

function chartOf(block: WorkedBlock): string {
  switch (block.kind) {
    case 'latency-budget':
      return waterfall(block);
    case 'capacity':
      return loads(block);
    case 'estimate':
      return tornado(block);
  }
}

const find = ({ results }: WorkedBlock, id: string): BlockResult | undefined => results.find((one) => one.id === id);
const given = ({ inputs }: WorkedBlock, key: string): BlockInput | undefined =>
  inputs.find((input) => input.key.toLowerCase() === key);

/** Stages one after the other, each where it begins. */
function waterfall(block: WorkedBlock): string {
  const total = find(block, 'total');
  if (!total || block.stages.length === 0) return '';
  const slo = given(block, 'slo');
  const bars = block.stages.map(({ name, kind, depth, from, low, high, counts }): Bar => ({
    label: name,
    depth,
    from,
    to: from + high,
    soft: from + low,
    text: stageText({ low, high }),
    isQuiet: !counts,
    ...(kind === 'stage' ? {} : { kind: 'group' }),
  }));
  const isOver = slo !== undefined && total.value > slo.value;
  const sum: Bar = {
    label: 'Total',
    from: 0,
    to: total.value,
    soft: total.low ?? total.value,
    text: figureWithRange(total, DIGITS),
    ...(isOver ? { kind: 'over' } : {}),
  };
  const markers: Marker[] = slo
    ? [{ at: slo.value, label: `SLO ${shortFigure(slo.value, 'ms', DIGITS)}`, kind: 'limit' }]
    : [];
  const shown = [...bars.slice(0, MOST_BARS - 1), sum];
  const title = `Waterfall of ${block.stages.length} stages: ${block.headline ?? ''}`;
  return drawBars({ title, bars: shown, markers, least: 0 });
}

const stageText = ({ low, high }: Pick<Stage, 'low' | 'high'>): string =>
  figureWithRange({ value: high, unit: 'ms', ...(low === high ? {} : { low, high }) }, DIGITS);

const STATES = [
  ['', 'now'],
  ['AfterLoss', 'one node lost'],
  ['Reassigned', 'reassigned'],
] as const;

/** What a node takes in and sends out, against what its network carries. */
function loads(block: WorkedBlock): string {
  const network = given(block, 'node network');
  const bars = (['written', 'egress'] as const).flatMap((flow) =>
    STATES.flatMap(([suffix, state]): Bar[] => {
      const found = find(block, `${flow}PerNode${suffix}`);
      if (!found) return [];
      const isOver = network !== undefined && found.value > network.value;
      return [
        {
          label: `${flow === 'written' ? 'Written' : 'Sent'}, ${state}`,
          from: 0,
          to: found.value,
          text: shortFigure(found.value, found.unit, DIGITS),
          ...(isOver ? { kind: 'over' } : {}),
        },
      ];
    }),
  );
  if (bars.length === 0) return '';
  const most = Math.max(...bars.map(({ to }) => to));
  // A limit far off would squeeze the bars.
  const markers: Marker[] =
    network && network.value <= most * 8
      ? [{ at: network.value, label: `network ${shortFigure(network.value, 'bytes/s')}`, kind: 'limit' }]
      : [];
  const title = `What a node writes and sends, now and after the loss of one. ${block.headline ?? ''}`;
  return drawBars({ title, bars, markers, least: 0 });
}

/** Assumptions by how far each alone moves the last result. */
function tornado(block: WorkedBlock): string {
  const { swings } = block;
  const last = block.results.filter(({ id }) => id !== 'sensitivity').at(-1);
  if (!last || swings.length === 0) return '';
  const goal = given(block, 'goal');
  const isSameUnit =
    goal !== undefined && (goal.unit === last.unit || last.unit?.startsWith(`${goal.unit ?? ''}/`) === true);
  const bars = swings.map(({ key, atLow, atHigh }): Bar => {
    const [low, high] = [Math.min(atLow, atHigh), Math.max(atLow, atHigh)];
    return { label: key, from: low, to: high, text: figuresBetween(low, high, last.unit) };
  });
  const markers: Marker[] = [
    { at: last.value, label: shortFigure(last.value, last.unit), kind: 'middle' },
    ...(isSameUnit && goal
      ? [{ at: goal.value, label: `goal ${shortFigure(goal.value, goal.unit)}`, kind: 'limit' as const }]
      : []),
  ];
  const title = `Tornado: what moves ${last.id}, most first: ${swings
    .slice(0, MOST_BARS)
    .map(({ key }) => key)
    .join(', ')}`;
  return drawBars({ title, bars, markers });
}

function figuresBetween(low: number, high: number, unit: string | null): string {
  const short = unit?.replace(/\/(?:year|quarter|month|week|day)$/u, '') ?? null;
  return `${shortFigure(low, short)} – ${shortFigure(high, short)}`;
}

function tableOf(block: WorkedBlock): string {
  const rows = block.kind === 'latency-budget' ? stageRows(block) : inputRows(block);
  const results = block.results.map(resultRow);
  if (rows.length + results.length === 0) return '';
  const body = (all: readonly Row[]): string =>
    all
      .slice(0, MOST_ROWS)
      .map(
        ([head = '', ...cells]) =>
          `<tr><th scope="row">${escapeHtml(head)}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
      )
      .join('');
  const cutOff = Math.max(0, rows.length - MOST_ROWS) + Math.max(0, results.length - MOST_ROWS);
  const more = cutOff > 0 ? `<tr><td colspan="3">and ${cutOff} more</td></tr>` : '';
  const heads = ['Figure', 'Value', block.kind === 'latency-budget' ? 'Share, or how' : 'How'];
  return (
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>` +
    `<tbody>${body(rows)}</tbody><tbody class="prep-loop-results">${body(results)}${more}</tbody></table>`
  );
}

function stageRows(block: WorkedBlock): Row[] {
  const total = find(block, 'total')?.value ?? 0;
  const { stages } = block;
  return stages.map(({ name, kind, depth, low, high, counts }) => {
    const label = kind === 'stage' ? name : `${kind} ${name === kind ? '' : name}`.trim();
    const share = counts && total > 0 ? shortFigure((high / total) * 100, '%', 2) : 'does not count';
    return [`${'· '.repeat(Math.min(depth, 8))}${label}`, stageText({ low, high }), share];
  });
}

const inputRows = ({ inputs }: WorkedBlock): Row[] =>
  inputs.map((input) => [input.key, figureWithRange(input, DIGITS), 'given']);

function resultRow(result: BlockResult): Row {
  const { title, formula, of } = result;
  const value = figureWithRange({ ...result, value: exact(result.value) }, DIGITS);
  return [of === undefined ? title : `${title}: ${of}`, value, formula];
}
