/** A page with more than a sheet of paper holds. */
import {
  BRIEF_PARTS,
  BRIEF_TITLES,
  clipLine,
  LONGEST_NAME,
  said,
  type Brief,
} from '../../../src/core/brief/briefModel';

const WORDS = 'We cut the p99 latency from 120 ms to 35 ms and won $2M a year by sizing the cluster before drawing it.';

/** @param count lines in each part; one opening sentence, and three things to leave behind. */
export function overfull(count: number, textOf: (index: number) => string = () => WORDS): Brief {
  const name = (index: number): string => clipLine(textOf(index), LONGEST_NAME);
  const own = { open: Math.min(count, 1), leave: Math.min(count, 3) } as const;
  return {
    title: name(0),
    loop: name(1),
    parts: BRIEF_PARTS.map((id) => ({
      id,
      title: BRIEF_TITLES[id],
      lines: Array.from({ length: id === 'open' || id === 'leave' ? own[id] : count }, (_, index) =>
        said(textOf(index), { label: id === 'stories' ? name(index + 1) : '', details: [name(index + 2)] }),
      ),
    })),
  };
}
