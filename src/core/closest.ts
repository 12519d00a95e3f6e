/** Suggests what a mistyped id was meant to be. */

/** Something that may have been meant, by its id or its title. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

/** Longer words are not ids, so no suggestion is looked for. In UTF-16 units. */
const LONGEST = 80;

/**
 * The id closest to what was written: the same but for case, spaces and hyphens; one whose title was written instead;
 * one whose words include all the words written, or the other way round; or one only a few typing slips away. Undefined
 * where nothing is close; the first where two are equally close.
 */
export function closestId(written: string, candidates: readonly Named[]): string | undefined {
  const word = squeeze(written);
  if (word === '' || word.length > LONGEST) return undefined;
  const named = candidates.map(({ id, title }) => ({
    id,
    names: [squeeze(id), squeeze(title)].filter((name) => name !== '' && name.length <= LONGEST),
  }));
  const same = named.find(({ names }) => names.includes(word));
  if (same) return same.id;
  let best: string | undefined;
  let least = Infinity;
  for (const { id, names } of named) {
    for (const name of names) {
      const limit = Math.max(1, Math.floor(Math.min(word.length, name.length) / 4));
      const distance = slips(word, name, Math.min(limit, least - 1));
      if (distance !== undefined && distance < least) [best, least] = [id, distance];
    }
  }
  if (best !== undefined) return best;
  const sharing = named.filter(({ names }) => names.some((name) => holds(name, word) || holds(word, name)));
  // Words that several have in common do not show which was meant.
  return sharing.length === 1 ? sharing[0]?.id : undefined;
}

function squeeze(text: string): string {
  return text
    .slice(0, LONGEST + 1)
    .toLowerCase()
    .split(/[\s_-]+/u)
    .filter((part) => part !== '')
    .join('-');
}

function holds(name: string, other: string): boolean {
  const words = name.split('-');
  return other.split('-').every((word) => word.length > 2 && words.includes(word));
}

/**
 * How many typing slips lie between two words: a letter too many, missing, wrong, or two swapped. Undefined where there
 * are more than `limit`. Takes time in proportion to the product of their lengths.
 */
function slips(from: string, to: string, limit: number): number | undefined {
  if (limit < 0 || Math.abs(from.length - to.length) > limit) return undefined;
  let older: number[] = [];
  let old = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const wrong = from[row - 1] === to[column - 1] ? 0 : 1;
      let cost = Math.min(
        (old[column] as number) + 1,
        (now[column - 1] as number) + 1,
        (old[column - 1] as number) + wrong,
      );
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, (older[column - 2] as number) + 1);
      now.push(cost);
    }
    [older, old] = [old, now];
  }
  const distance = old[to.length] as number;
  return distance <= limit ? distance : undefined;
}
