/** The results of a block as a story or a script can say them. */
import type { WorkedBlock, WorkedBlockKind } from './blockModel';
import { shortFigure } from './blockWords';
import { faultOf } from './resultLines';

export interface FigureToSay {
  /** What it is: “Partitions”, “Largest share: model”. */
  readonly title: string;
  /** “150 partitions”, “$2.1M a year”. */
  readonly words: string;
}

/** Significant digits: what rests on assumptions is said no more precisely than they are known. */
const DIGITS: Readonly<Record<WorkedBlockKind, number>> = { 'latency-budget': 3, capacity: 3, estimate: 2 };

/** The figures of a block, in order; none where a line of it cannot be used as it stands. */
export function figuresToSay(block: WorkedBlock): FigureToSay[] {
  if (faultOf(block)) return [];
  return block.results
    .filter(({ id, of }) => !(block.kind === 'estimate' && id === 'sensitivity' && of !== undefined))
    .map(({ title, of, value, unit }) => ({
      title: of === undefined ? title : `${title}: ${of}`,
      words: shortFigure(value, unit, DIGITS[block.kind]),
    }));
}
