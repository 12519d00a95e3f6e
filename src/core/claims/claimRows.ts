/**
 * What each file brings to the comparison of figures, by dimension, and the lists that the rows of all files make. A
 * file's rows stay as they are for as long as it says the same: only the lists are put together again.
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
  readonly file: FileFigures;
  /** Figures that are claimed to hold. */
  readonly outcomes: Rows<ComparedFigure>;
  /** What a story or the case holds, what its sentences multiply to, and what blocks hold. */
  readonly held: Rows<Support>;
  readonly products: Rows<Support>;
  readonly blocks: Rows<Support>;
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
    file,
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

/** Puts together what the files bring. */
export function listsOf(files: readonly FileRows[]): Lists {
  const stories = files.filter(({ file }) => file.source === 'story');
  return {
    outcomes: joined(files.map(({ outcomes }) => outcomes)),
    current: joined(stories.map(({ outcomes }) => outcomes)),
    support: joined([
      ...files.map(({ held }) => held),
      ...files.map(({ products }) => products),
      ...files.map(({ blocks }) => blocks),
    ]),
  };
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

function joined<T>(parts: readonly Rows<T>[]): Rows<T> {
  const found = new Map<string, T[]>();
  for (const part of parts)
    for (const [dimension, rows] of part) {
      const list = found.get(dimension) ?? [];
      if (list.length === 0) found.set(dimension, list);
      if (list.length < MOST_COMPARED) list.push(...rows.slice(0, MOST_COMPARED - list.length));
    }
  return found;
}

function differing<T>(before: Rows<T>, after: Rows<T>): string[] {
  const dimensions = new Set([...before.keys(), ...after.keys()]);
  return [...dimensions].filter((dimension) => !sameRows(before.get(dimension) ?? [], after.get(dimension) ?? []));
}

const sameRows = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((row, index) => row === b[index]);
