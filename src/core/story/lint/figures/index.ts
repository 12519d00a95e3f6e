import type { Quantity } from '../../quantities';
import type { Sentence } from '../sentences';
import type { Tokens } from '../tokens';
import { judgeCount, judgeRate } from './count';
import { judgeDuration } from './duration';
import { isGoal } from './goal';
import { judgeMoney } from './money';
import { judgeMultiplier, judgePoints, judgeShare } from './share';
import { Surroundings } from './surroundings';
import { CONSTRAINT, TECHNICAL, type Verdict } from './verdict';

/** What a story says: where its figures stand. */
interface Told {
  readonly text: string;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
}

/**
 * A quantity of a story. What it says there is judged when it is first asked for: for many quantities that never
 * happens.
 */
export class JudgedFigure implements Verdict {
  private verdict: Verdict | undefined;

  constructor(
    private readonly told: Told,
    readonly quantity: Quantity,
    /** Index of its sentence. */
    readonly sentence: number,
    /** Its first token, and the first after it. */
    readonly first: number,
    readonly last: number,
  ) {}

  get role(): Verdict['role'] {
    return (this.verdict ??= this.judge()).role;
  }

  get constraint(): boolean {
    return (this.verdict ??= this.judge()).constraint;
  }

  private judge(): Verdict {
    const { text, tokens, sentences } = this.told;
    const sentence = sentences[this.sentence] as Sentence;
    const here = new Surroundings(text, tokens, this.quantity, sentence, this.first, this.last);
    const verdict = JUDGES[this.quantity.kind](here);
    return verdict.role !== 'none' && isGoal(here) ? { ...verdict, role: 'none' } : verdict;
  }
}

const JUDGES: Readonly<Record<Quantity['kind'], (here: Surroundings) => Verdict>> = {
  money: judgeMoney,
  duration: judgeDuration,
  rate: judgeRate,
  size: ({ quantity }) => (quantity.from === undefined ? CONSTRAINT : TECHNICAL),
  count: judgeCount,
  points: judgePoints,
  multiplier: judgeMultiplier,
  percent: judgeShare,
  ratio: judgeShare,
};

/** The quantities of a story, which are in order, each in its sentence. */
export function figuresOf(
  text: string,
  quantities: readonly Quantity[],
  sentences: readonly Sentence[],
  tokens: Tokens,
): JudgedFigure[] {
  const figures: JudgedFigure[] = [];
  const told = { text, tokens, sentences };
  let index = 0;
  let first = 0;
  for (const quantity of quantities) {
    while (index < sentences.length && (sentences[index] as Sentence).end <= quantity.start) index += 1;
    const sentence = sentences[index];
    if (!sentence) break;
    if (quantity.start < sentence.start) continue;
    first = tokens.endingAfter(quantity.start, Math.max(first, sentence.first), sentence.last);
    const last = tokens.beginningAt(quantity.end, first, sentence.last);
    figures.push(new JudgedFigure(told, quantity, index, first, last));
  }
  return figures;
}
