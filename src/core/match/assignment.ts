/**
 * Which story for which question, so that all of them together are answered best and no story is told twice: the
 * assignment problem, solved exactly by the Hungarian method in its form with potentials (Kuhn 1955; Jonker and
 * Volgenant 1987), in the time of questions² × stories.
 */
import type { Prompt } from '../playbook/rounds';
import { FITS, type Asked, type Fit, type Match, type StoryIndex } from './storyIndex';

export interface Assigned {
  /** Undefined where no story that is left answers the question: a gap. */
  readonly story: string | undefined;
  readonly fit: Fit;
  readonly why: readonly string[];
}

export interface AssignOptions {
  /** Stories that the same people have heard, each with words for it: they are told again only where no other fits. */
  readonly heard?: ReadonlyMap<string, string>;
  /** What the user has decided: a story, or undefined for a gap, by the place of the question. */
  readonly decided?: ReadonlyMap<number, string | undefined>;
}

/** A better fit is worth more than any order among stories of one fit. */
const WORTH: Readonly<Record<Fit, number>> = { strong: 3, workable: 2, stretch: 1, gap: 0 };
/** So little that every story that was not heard comes first. */
const HEARD = 0.001;

/**
 * A prompt as it is matched. Its question comes first, since that is what is asked: its title only names it, and counts
 * as much as what an interviewer asks on.
 */
export const askedInPrompt = ({ title, question, competencies }: Prompt): Asked => ({
  question: `${question}\n\n${title}`,
  competencies,
});

/** A story for each question, in the order of the questions. */
export function assignStories(
  index: StoryIndex,
  questions: readonly Asked[],
  { heard = new Map(), decided = new Map() }: AssignOptions = {},
): Assigned[] {
  const found = questions.map((asked) => index.find(asked));
  const ids = found[0]?.map(({ id }) => id).sort() ?? [];
  const byId = found.map((matches) => new Map(matches.map((match) => [match.id, match])));
  const taken = new Set(decided.values());
  const gains = found.map((matches, row) => {
    const most = Math.max(1e-9, ...matches.map(({ score }) => score));
    return ids.map((id) => {
      const match = byId[row]?.get(id);
      if (decided.has(row) || taken.has(id) || !match || match.fit === 'gap') return 0;
      return (WORTH[match.fit] + match.score / most) * (heard.has(id) ? HEARD : 1);
    });
  });
  return mostInTotal(gains).map((column, row): Assigned => {
    const story = decided.has(row) ? decided.get(row) : column === undefined ? undefined : ids[column];
    return assigned(story === undefined ? undefined : byId[row]?.get(story), heard);
  });
}

function assigned(match: Match | undefined, heard: ReadonlyMap<string, string>): Assigned {
  if (!match) return { story: undefined, fit: FITS[3], why: [] };
  const again = heard.get(match.id);
  if (again === undefined) return { story: match.id, fit: match.fit, why: match.why };
  return { story: match.id, fit: match.fit === 'gap' ? 'gap' : 'stretch', why: [again, ...match.why] };
}

/**
 * For each row a column, none twice, so that the sum of what they gain is the greatest there is; undefined for a row
 * that gets none, since there are fewer columns or all that is left gains nothing.
 * @param gains 0 or more, row by row.
 */
export function mostInTotal(gains: readonly (readonly number[])[]): (number | undefined)[] {
  const rows = gains.length;
  // As many columns more as there are rows, which gain nothing: a row may stay without.
  const real = gains[0]?.length ?? 0;
  const columns = real + rows;
  const costOf = (row: number, column: number): number => -(gains[row]?.[column] ?? 0);
  const rowPrice = new Array<number>(rows + 1).fill(0);
  const columnPrice = new Array<number>(columns + 1).fill(0);
  /** The row of each column, from 1; 0 for none. */
  const rowOf = new Array<number>(columns + 1).fill(0);
  for (let row = 1; row <= rows; row += 1) {
    const cameFrom = new Array<number>(columns + 1).fill(0);
    const least = new Array<number>(columns + 1).fill(Infinity);
    const isDone = new Array<boolean>(columns + 1).fill(false);
    rowOf[0] = row;
    let column = 0;
    do {
      isDone[column] = true;
      const at = rowOf[column] as number;
      let [step, next] = [Infinity, 0];
      for (let other = 1; other <= columns; other += 1) {
        if (isDone[other]) continue;
        const reduced = costOf(at - 1, other - 1) - (rowPrice[at] as number) - (columnPrice[other] as number);
        if (reduced < (least[other] as number)) {
          least[other] = reduced;
          cameFrom[other] = column;
        }
        if ((least[other] as number) < step) [step, next] = [least[other] as number, other];
      }
      for (let other = 0; other <= columns; other += 1)
        if (isDone[other]) {
          rowPrice[rowOf[other] as number] = (rowPrice[rowOf[other] as number] as number) + step;
          columnPrice[other] = (columnPrice[other] as number) - step;
        } else least[other] = (least[other] as number) - step;
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const before = cameFrom[column] as number;
      rowOf[column] = rowOf[before] as number;
      column = before;
    }
  }
  const chosen = new Array<number | undefined>(rows).fill(undefined);
  for (let column = 1; column <= real; column += 1) {
    const row = rowOf[column] as number;
    if (row > 0 && (gains[row - 1]?.[column - 1] ?? 0) > 0) chosen[row - 1] = column - 1;
  }
  return chosen;
}
