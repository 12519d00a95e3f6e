/** What there is to say about a place in a block: a result's formula and source, an input and what it is used for. */
import { escapeMarkdown } from '../markdown/escape';
import type { Span } from '../ports';
import type { BlockResult, WorkedBlock } from './blockModel';
import { figureWithRange } from './blockWords';
import { keyName } from './blockLines';
import { CAPACITY_KEYS, type CapacityKey } from './capacityInputs';
import { LATENCY_KEY_TITLES } from './latencyBudget';

export interface BlockHover extends Span {
  /** Markdown. */
  readonly text: string;
}

/** How many results are listed at once. */
const MOST_LISTED = 40;
const DIGITS = 4;

/** What to show at an offset of a text, in one of its blocks; undefined where there is nothing to say. */
export function blockHover(text: string, blocks: readonly WorkedBlock[], offset: number): BlockHover | undefined {
  const block = blocks.find(({ start, end }) => start <= offset && offset < end);
  if (!block) return undefined;
  const opening = text.indexOf('\n', block.start);
  if (opening < 0 || offset <= opening) return wholeBlock(block, opening < 0 ? block.end : opening);
  const made = block.results.find(({ place }) => place && covers(text, place, offset));
  if (made?.place) return { ...lineAround(text, made.place), text: resultInWords(made) };
  const input = block.inputs.find((one) => one.start <= offset && offset < one.end);
  if (!input) return undefined;
  const uses = block.results.filter((result) => result.uses.some((key) => keyName(key) === keyName(input.key)));
  const title = titleOf(block, keyName(input.key));
  const head = `**${escapeMarkdown(input.key)}**: ${escapeMarkdown(figureWithRange(input, DIGITS))}${title === undefined ? '' : `, ${title}`}`;
  return {
    start: input.start,
    end: input.end,
    text: [head, ...uses.slice(0, MOST_LISTED).map(resultInWords)].join('\n\n'),
  };
}

function titleOf({ kind }: WorkedBlock, key: string): string | undefined {
  if (kind === 'capacity')
    return Object.hasOwn(CAPACITY_KEYS, key) ? CAPACITY_KEYS[key as CapacityKey].title : undefined;
  if (kind !== 'latency-budget' || !Object.hasOwn(LATENCY_KEY_TITLES, key)) return undefined;
  return LATENCY_KEY_TITLES[key as keyof typeof LATENCY_KEY_TITLES];
}

function wholeBlock({ start, headline, results, notes }: WorkedBlock, end: number): BlockHover | undefined {
  if (results.length === 0) return undefined;
  const list = results.slice(0, MOST_LISTED).map(resultInWords);
  return {
    start,
    end,
    text: [`**${escapeMarkdown(headline ?? '')}**`, ...list, ...notes.map(escapeMarkdown)].join('\n\n'),
  };
}

/** “**Written**: 1.5 GB/s = ingress × replication (Kafka documentation: …)”. */
function resultInWords(result: BlockResult): string {
  const { title, formula, source, of } = result;
  const name = of === undefined ? title : `${title}: ${of}`;
  const said = source === undefined ? '' : ` · ${escapeMarkdown(source)}`;
  return `**${escapeMarkdown(name)}**: ${escapeMarkdown(figureWithRange(result, DIGITS))} = ${escapeMarkdown(formula)}${said}`;
}

/** The line of a formula, its name with it. */
function lineAround(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  return { start: Math.max(from, 0), end };
}

const covers = (text: string, place: Span, offset: number): boolean => {
  const { start, end } = lineAround(text, place);
  return start <= offset && offset < end;
};
