/** The figures that somebody says: where the first is, and what became of those of a story. */
import type { Closeness, Figure } from '../claims/claimModel';
import { agree, comparable, derived, type Comparable } from '../claims/sameFigure';
import { readFigures } from '../claims/readFigures';
import { extractQuantities, type Quantity } from '../story/quantities';
import type { Turn } from './transcriptModel';

/** Where something is said. */
export interface SaidAt {
  /** Seconds; undefined where the transcript has no times. */
  readonly at: number | undefined;
}

export interface SaidFigure extends SaidAt {
  readonly text: string;
  readonly quantity: Quantity;
}

/** What became of a story’s figure. `said` is undefined where it was left out. */
export interface StoryFigure {
  readonly text: string;
  readonly outcome: 'said' | 'changed' | 'left out';
  readonly said: SaidFigure | undefined;
}

/** “One thing”, “two teams”, “a second”: said of anything, and no result. */
const FEW = /^(?:an?|one|two|three|(?:a )?couple|half an?)\b/iu;
/** “Five ways”: what is counted is a part of the talk. */
const OF_TALK =
  /^(?:things?|ways?|parts?|points?|questions?|reasons?|steps?|options?|sides?|times?|examples?|words?)$/iu;

function isFigure({ kind, text, from, unit }: Quantity): boolean {
  if (from !== undefined || (kind !== 'count' && kind !== 'duration')) return true;
  return !FEW.test(text) && !OF_TALK.test(unit ?? '');
}

/** The figures of a turn, each with where it is said. */
export function figuresOfTurn(turn: Turn): SaidFigure[] {
  const at = timesOfTurn(turn);
  return extractQuantities(turn.text)
    .filter(isFigure)
    .map((quantity) => ({ at: at(quantity.start), text: quantity.text, quantity }));
}

/** A turn is looked through for its first figure by so many characters, then by as many again each time. */
const LOOKED_THROUGH = 2000;
/** What stands nearer to the end of what is looked through may go on after it, in characters. */
const MAY_GO_ON = 200;

/** The first figure of some turns; undefined where there is none. */
export function firstFigure(turns: readonly Turn[]): SaidFigure | undefined {
  for (const turn of turns) {
    const first = firstQuantity(turn.text);
    if (first) return { at: timesOfTurn(turn)(first.start), text: first.text, quantity: first };
  }
  return undefined;
}

function firstQuantity(text: string): Quantity | undefined {
  for (let length = LOOKED_THROUGH; ; length *= 2) {
    const first = extractQuantities(text.slice(0, length)).find(isFigure);
    if (length >= text.length || (first && first.end < length - MAY_GO_ON)) return first;
  }
}

/** When a place of a turn’s text is said: when its piece begins. It is to be asked for places in their order. */
export function timesOfTurn({ pieces }: Turn): (offset: number) => number | undefined {
  let [at, end] = [-1, 0];
  return (offset) => {
    while (offset >= end && at + 1 < pieces.length) {
      at += 1;
      // Pieces are joined by a space.
      end += (pieces[at]?.text.length ?? 0) + 1;
    }
    return pieces[Math.max(0, at)]?.start;
  };
}

/** More of a story’s figures are not compared. */
const MOST_FIGURES = 40;
/** A story that is told in more turns is not compared with the rest of them. */
const MOST_TURNS = 200;
/** A figure that changed is not a multiple of what it was. */
const MOST_APART = 4;

/**
 * What became of a story’s figures where it was told: each figure once, in the story’s order. Goals, and what others
 * have, are left out.
 */
export function storyFigures(story: string, told: readonly Turn[]): StoryFigure[] {
  const own = distinct(
    readFigures('stories/told.md', story, 'story').figures.filter(
      ({ role, quantity }) => role !== 'goal' && role !== 'theirs' && role !== 'plan' && isFigure(quantity),
    ),
  );
  const said = told.slice(0, MOST_TURNS).flatMap((turn) => withMeasures(turn));
  const agreed = own.map((figure) => said.find((each) => isSame(figure, each)));
  const used = new Set(agreed);
  return own.map((figure, index): StoryFigure => {
    const { text } = figure.quantity;
    const same = agreed[index];
    if (same) return { text, outcome: 'said', said: same };
    const other = said.find((each) => !used.has(each) && isChanged(figure, each));
    if (!other) return { text, outcome: 'left out', said: undefined };
    used.add(other);
    return { text, outcome: 'changed', said: other };
  });
}

interface MeasuredFigure extends SaidFigure {
  readonly figure: Figure | undefined;
}

function withMeasures(turn: Turn): MeasuredFigure[] {
  // What is said after “#” or in brackets is no heading and no link.
  const { figures } = readFigures('loop/scripts/said.md', turn.text, 'script');
  return figuresOfTurn(turn).map((said) => ({
    ...said,
    figure: figures.find(({ start, end }) => start < said.quantity.end && said.quantity.start < end),
  }));
}

function distinct(figures: readonly Figure[]): Figure[] {
  const kept: { figure: Figure; value: Comparable }[] = [];
  for (const figure of figures) {
    if (kept.length >= MOST_FIGURES) break;
    const value = comparable(figure.quantity, 'exact');
    if (kept.some((other) => agree(other.value, value))) continue;
    kept.push({ figure, value });
  }
  return kept.map(({ figure }) => figure);
}

/** As it is written, or as what follows from it: “from 120 to 35 ms” is also “71% less”. */
function isSame({ quantity, closeness }: Figure, said: MeasuredFigure): boolean {
  const other = comparable(said.quantity, closenessOf(said));
  return [comparable(quantity, closeness), ...derived(quantity)].some((each) => agree(each, other));
}

const closenessOf = ({ figure }: MeasuredFigure): Closeness => figure?.closeness ?? 'exact';

/** Another value of what the figure measures. */
function isChanged(figure: Figure, said: MeasuredFigure): boolean {
  const [own, other] = [comparable(figure.quantity), comparable(said.quantity)];
  if (own.dimension !== other.dimension || other.low === 0 || own.low === 0) return false;
  const ratio = Math.abs(own.low / other.low);
  if (ratio > MOST_APART || ratio < 1 / MOST_APART) return false;
  const stems = said.figure?.stems ?? new Set<string>();
  if (figure.stems.size === 0 || stems.size === 0) return true;
  return [...figure.stems].some((stem) => stems.has(stem));
}
