/** Three answers to one question, which a coach rates about 2, 3.5 and 5 of 5: does the score put them in order? */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreStory } from '../../src/core/story/lint';

const LEVELS = ['low', 'mid', 'high'] as const;

export type Order = 'in order' | 'tied' | 'wrong';

export interface Ladder {
  readonly name: string;
  /** Of the weak, the middling and the strong answer. */
  readonly scores: readonly number[];
  /** Weak with middling, middling with strong, weak with strong. */
  readonly pairs: readonly Order[];
}

const orderOf = (worse: number, better: number): Order =>
  better > worse ? 'in order' : better === worse ? 'tied' : 'wrong';

/** The ladders of a folder: a folder for each, with `low.md`, `mid.md` and `high.md`. */
export function readLadders(folder: string): Ladder[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const scores = LEVELS.map((level) => scoreStory(readFileSync(join(folder, name, `${level}.md`), 'utf8')).score);
      const [low = 0, mid = 0, high = 0] = scores;
      return { name, scores, pairs: [orderOf(low, mid), orderOf(mid, high), orderOf(low, high)] };
    });
}
