/**
 * What each file brings to the comparison of figures, by dimension, and the lists that the rows of all files make. The
 * rows of a file in the lists stay as they are for as long as it says the same: only the lists are put together again.
 * Of a file without rows in them only the dimensions are kept: the rows of thousands of stories would fill the memory.
 */
import type { Figure, FileFigures } from './claimModel';
import { blockValues, otherForms, productsOf, restOf, stemsOfNames, type Support } from './figureSupport';
import type { ComparedFigure } from './retold';
import { comparable, derived } from './sameFigure';

/** No figure is compared with more than this many others of its dimension. */
export const MOST_COMPARED = 200;

/** Rows by their dimension. */
type Rows<T> = ReadonlyMap<string, readonly T[]>;

/** What one file brings. */
export interface FileRows {
  /** Figures that are claimed to hold. */
  readonly outcomes: Rows<ComparedFigure>;
  /** What a story or the case holds, what its sentences multiply to, and what blocks hold. */
  readonly held: Rows<Support>;
  readonly products: Rows<Support>;
  readonly blocks: Rows<Support>;
}

/** The dimensions of a file's rows. */
export type Dimensions = Readonly<Record<keyof FileRows, readonly string[]>>;

/** A file that brings rows: they are asked for where the lists have room for them. */
export interface Bringer {
  readonly file: FileFigures;
  readonly dimensions: Dimensions;
  rows(): FileRows;
}

/** What all files bring, in their order, of each dimension as much as is compared. */
export interface Lists {
  readonly outcomes: Rows<ComparedFigure>;
  /** The outcomes of stories alone. */
  readonly current: Rows<ComparedFigure>;
  readonly support: Rows<Support>;
}

/** The figures of a file, ready to be compared. */
export const comparedFigures = (file: FileFigures): ComparedFigure[] =>
  file.figures.map((figure) => ({ file, figure, value: comparable(figure.quantity, figure.closeness) }));

/** @param placed the figures of the file that are compared: those that were not retracted. */
export function rowsOf(file: FileFigures, placed: readonly ComparedFigure[]): FileRows {
  const supports = file.source === 'story' || file.source === 'case';
  return {
    outcomes: byDimension(placed.filter(isOutcome)),
    held: byDimension(supports ? placed.flatMap(heldBy) : []),
    products: byDimension(supports ? productsOf(file) : []),
    blocks: byDimension(
      file.blocks.flatMap((block) => {
        const names = stemsOfNames(block);
        return blockValues(block).map((value): Support => ({ value, names }));
      }),
    ),
  };
}

export const dimensionsOf = ({ outcomes, held, products, blocks }: FileRows): Dimensions => ({
  outcomes: [...outcomes.keys()],
  held: [...held.keys()],
  products: [...products.keys()],
  blocks: [...blocks.keys()],
});

/** Puts together what the files bring. */
export function listsOf(files: readonly Bringer[]): Lists {
  const lists = {
    outcomes: new Map<string, ComparedFigure[]>(),
    current: new Map<string, ComparedFigure[]>(),
    support: new Map<string, Support[]>(),
  };
  for (const one of files) bring(one, 'outcomes', lists.outcomes);
  for (const one of files) if (one.file.source === 'story') bring(one, 'outcomes', lists.current);
  for (const kind of ['held', 'products', 'blocks'] as const) for (const one of files) bring(one, kind, lists.support);
  return lists;
}

/** Adds a file's rows of a kind to lists that have room for them. */
function bring<T>(one: Bringer, kind: keyof FileRows, lists: Map<string, T[]>): void {
  for (const dimension of one.dimensions[kind]) {
    const list = lists.get(dimension) ?? [];
    if (list.length === 0) lists.set(dimension, list);
    const room = MOST_COMPARED - list.length;
    if (room > 0) list.push(...((one.rows()[kind].get(dimension) ?? []) as readonly T[]).slice(0, room));
  }
}

/** The dimensions of which two pairs of lists do not hold the same rows. */
export function changedDimensions(before: Lists, after: Lists): Set<string> {
  return new Set([
    ...differing(before.outcomes, after.outcomes),
    ...differing(before.current, after.current),
    ...differing(before.support, after.support),
  ]);
}

/** It is claimed to hold now: not an old value, a goal or a plan. */
export const isOutcome = ({ figure, file }: ComparedFigure): boolean =>
  figure.role === 'current' &&
  // “I cut queue time from 95 s to 28 s” is what came of it, under whichever heading.
  (figure.part !== 'other' || (figure.isClaimed && figure.quantity.from !== undefined)) &&
  file.source !== 'case';

function heldBy({ file, figure, value }: ComparedFigure): Support[] {
  // A story’s “below 40 ms” says what was wanted, and does not make 28 ms a figure that it holds.
  const held = figure.role === 'current' ? value : comparable(figure.quantity);
  return [
    ...[held, ...otherForms(figure.quantity, held)].map((each): Support => ({ value: each, figure, file })),
    ...impliedBy(figure, held).map((each): Support => ({ value: each, figure, file, isImplied: true })),
  ];
}

const impliedBy = (figure: Figure, held: Support['value']): Support['value'][] => [
  ...derived(figure.quantity),
  ...restOf(figure, held),
];

function byDimension<T extends Support>(rows: readonly T[]): Rows<T> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const list = found.get(row.value.dimension);
    if (list) list.push(row);
    else found.set(row.value.dimension, [row]);
  }
  return found;
}

function differing<T>(before: Rows<T>, after: Rows<T>): string[] {
  const dimensions = new Set([...before.keys(), ...after.keys()]);
  return [...dimensions].filter((dimension) => !sameRows(before.get(dimension) ?? [], after.get(dimension) ?? []));
}

const sameRows = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((row, index) => row === b[index]);
