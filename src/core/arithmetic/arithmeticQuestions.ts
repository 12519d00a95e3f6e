/** Which results of a block to ask for, in which words, and how to say them aloud. */
import type { BlockResult, WorkedBlock } from '../blocks/blockModel';
import { shortFigure } from '../blocks/blockWords';

/** A figure to be worked out in the head. */
export interface ArithmeticQuestion {
  /** The result's id; an end of its range has “, low” or “, high” after it. */
  readonly id: string;
  /** “Written to each node, in MB/s?” */
  readonly text: string;
  readonly value: number;
  /** As a result's. */
  readonly unit: string | null;
  /** What stands around a bare number: “$” before it, “ MB/s” after it. */
  readonly dress: FigureDress;
  readonly result: BlockResult;
  /** What to say once it is known: “150 MB/s written to each node”. */
  readonly aloud: string;
}

export interface FigureDress {
  readonly before: string;
  readonly after: string;
}

/** More than these tire, and fewer are no drill. */
const MOST = 6;
const FEWEST = 3;
const DIGITS = 3;

interface Wording {
  readonly text: string;
  /** The figure's place is `#`. */
  readonly aloud: string;
}

/** The headline results of a capacity block first: those that are left out where there are too many are the last. */
const CAPACITY: Readonly<Record<string, Wording>> = {
  ingress: { text: 'What comes in from producers', aloud: '# come in' },
  writtenPerNode: { text: 'Written to each node', aloud: '# on each node' },
  partitions: { text: 'How many partitions', aloud: '#' },
  storagePerNode: { text: 'Stored on each node', aloud: '# stored on each node' },
  written: { text: 'Written in all, copies included', aloud: '# are written, copies included' },
  inFlight: { text: 'How many events are in flight', aloud: '# in flight' },
  egress: { text: 'What goes out to consumers and followers', aloud: '# go out' },
  catchUp: { text: 'How long does it take to catch up', aloud: '# to catch up' },
  costPerYear: { text: 'What does it cost', aloud: '#' },
  consumers: { text: 'How many consumers in a group', aloud: '# in a group' },
  storage: { text: 'Stored in all', aloud: '# stored in all' },
};

const BUDGET: Readonly<Record<string, Wording>> = {
  total: { text: 'How long do all stages take', aloud: '# in all' },
  spare: { text: 'How much is left of the limit', aloud: '# to spare' },
  largest: { text: 'What share of it does the longest stage take', aloud: '# of it in the longest stage' },
  inFlight: { text: 'How many requests are in flight', aloud: '# in flight' },
};

/**
 * Three to six results of a block, in the order in which one works them out; fewer where it has no more.
 */
export function arithmeticQuestions(block: WorkedBlock): ArithmeticQuestion[] {
  if (block.kind === 'estimate') return ofEstimate(block);
  const wordings = block.kind === 'capacity' ? CAPACITY : BUDGET;
  const asked = Object.keys(wordings)
    .flatMap((id) => block.results.filter((result) => result.id === id && isAskable(result.value)))
    // Where partitions are as many as consumers, one question is enough.
    .filter(({ id }) => id !== 'consumers' || !block.results.some((one) => one.formula === id))
    .slice(0, MOST);
  return block.results
    .filter((result) => asked.includes(result))
    .map((result) => {
      const { text, aloud } = wordings[result.id] as Wording;
      return question(result, result.value, text, aloud);
    });
}

/** Whether a result can be asked for: a tolerance in percent of nothing would be nothing. */
export const isAskable = (value: number): boolean => Number.isFinite(value) && Math.abs(value) > 1e-12;

/** Its formulas; where these are few, also the ends of the last one's range. */
function ofEstimate({ results }: WorkedBlock): ArithmeticQuestion[] {
  const formulas = results.filter((result) => result.id !== 'sensitivity' && isAskable(result.value));
  const all = formulas.slice(-MOST).map((result) => question(result, result.value, result.title, `${result.title} #`));
  const last = formulas.at(-1);
  if (!last || all.length >= FEWEST || last.low === undefined || last.high === undefined) return all;
  const { title, low, high } = last;
  const ends = [
    ...(isAskable(low) ? [question(last, low, `${title} at the low end of its range`, `at least #`, 'low')] : []),
    ...(isAskable(high) ? [question(last, high, `${title} at the high end of its range`, `at most #`, 'high')] : []),
  ];
  return [...all, ...ends].slice(0, MOST);
}

function question(result: BlockResult, value: number, text: string, aloud: string, end?: string): ArithmeticQuestion {
  const { id, unit } = result;
  const dress = dressOfFigure(value, unit);
  return {
    id: end === undefined ? id : `${id}, ${end}`,
    text: `${text}${inUnitWords(dress, unit)}?`,
    value,
    unit,
    dress,
    result,
    aloud: aloud.replace('#', () => figureWords(value, unit)),
  };
}

/** A result's value in short. */
export const figureWords = (value: number, unit: string | null): string => shortFigure(value, unit, DIGITS);

/** What stands before and after the number when a value is written in short; nothing for what is counted. */
export function dressOfFigure(value: number, unit: string | null): FigureDress {
  const written = shortFigure(value, unit, DIGITS).replace(/^−/u, '');
  const [number = ''] = /\d[\d.,]*/u.exec(written) ?? [];
  const at = written.indexOf(number);
  const before = written.slice(0, at);
  // “M” and “K” belong to the number: they are not asked for.
  const after = written.slice(at + number.length).replace(/^[KMBT](?=\s|$)/u, '');
  const isMeasured = before !== '' || unit === 'ms' || unit === '%' || unit?.startsWith('bytes') === true;
  return isMeasured ? { before, after } : { before: '', after: '' };
}

/** “, in MB/s”, “, in $ a year”; what is counted needs none, and a rate of it has its period. */
function inUnitWords({ before, after }: FigureDress, unit: string | null): string {
  const words = `${before}${after}`.trim();
  if (words !== '') return `, in ${words}`;
  return unit !== null && unit.includes('/') ? `, in ${unit.startsWith('/') ? `times a ${unit.slice(1)}` : unit}` : '';
}
