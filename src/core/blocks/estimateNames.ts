/** The names of an `estimate`: finds them in formulas, and says what is wrong with those that are not given. */
import type { Span } from '../ports';
import { shown } from '../shown';
import { closestId } from '../closest';
import type { Fix } from '../story/lint/types';
import { keyName, MOST_PROBLEMS, problemAt, replaceFix, type KeyLine } from './blockLines';
import type { BlockProblem } from './blockModel';
import type { FencedBlock } from './fencedBlocks';
import type { Formula, NameFinder } from './formulas';
import type { Model } from './models';

const MOST_WORDS = 12;
const LONGEST_NAME = 80;
const NAME_END = /[^\p{L}\p{N}]/u;

export class EstimateNames implements NameFinder {
  /** Every name of the block, by the form in which it is looked up, with its line. */
  readonly lines = new Map<string, KeyLine>();

  /** @param problems where what is wrong is added. */
  constructor(
    private readonly block: FencedBlock,
    private readonly problems: BlockProblem[],
  ) {}

  /** The longest name of this block that begins at an offset and ends with a word. */
  find(text: string, at: number): { readonly name: string; readonly end: number } | undefined {
    let best: { name: string; end: number } | undefined;
    const limit = Math.min(text.length, at + LONGEST_NAME);
    let words = 0;
    for (let end = at + 1; end <= limit && words < MOST_WORDS; end += 1) {
      if (end < text.length && !NAME_END.test(text[end] as string)) continue;
      if (text[end - 1] === ' ') continue;
      words += 1;
      const name = keyName(text.slice(at, end));
      if (this.lines.has(name)) best = { name, end };
    }
    return best;
  }

  /** Says of each name that is not given before the formula what to do; false where there is one. */
  check(formula: Formula, split: KeyLine, model: Model): boolean {
    let isGood = true;
    for (const step of formula.steps) {
      if (step.kind !== 'name') continue;
      const isLate = (this.lines.get(step.name)?.line.start ?? 0) > split.line.start;
      const isKnown = model.knows(step.name);
      if (isKnown && !isLate) continue;
      // An assumption further down has a value all the same.
      if (!isKnown) isGood = false;
      if (this.problems.length < MOST_PROBLEMS) {
        const problem = this.nameProblem(step.name, step.place, split, model);
        if (problem) this.problems.push(problem);
      }
    }
    return isGood;
  }

  private nameProblem(name: string, place: Span, split: KeyLine, model: Model): BlockProblem | undefined {
    const given = this.lines.get(name);
    if (given === split) return problemAt(place, 'block-name', `“${split.key.text}” is worked out from itself.`);
    if (given && given.line.start > split.line.start) return this.lateProblem(given, place, split, model.knows(name));
    // Its own line has a problem already.
    if (given) return undefined;
    const known = [...model.names].slice(-200).map((id) => ({ id, title: id }));
    const closest = closestId(name, known);
    const fixes = closest === undefined ? [] : [replaceFix(`Change to “${closest}”`, place, closest)];
    return problemAt(
      place,
      'block-name',
      closest === undefined
        ? `${shown(name)} is given nowhere: add a line “${shorten(name)}: …”.`
        : `${shown(name)} is given nowhere. Did you mean “${closest}”?`,
      [...fixes, this.lineAbove(split, `Add the line “${shorten(name)}”`, `${shorten(name)}: {{figure}}`)],
    );
  }

  private lateProblem(given: KeyLine, place: Span, split: KeyLine, hasValue: boolean): BlockProblem {
    const { line, key } = given;
    const title = `Move “${key.text}” up`;
    const { edits } = this.lineAbove(split, title, line.written);
    return problemAt(
      place,
      'block-name',
      `“${key.text}” is used before it is given: its line stands further down.`,
      [{ title, edits: [...edits, { start: line.whole.start, end: line.whole.end, newText: '' }] }],
      hasValue ? 'warning' : 'error',
    );
  }

  /** A name has to be given above the formula that uses it. */
  private lineAbove({ line }: KeyLine, title: string, text: string): Fix {
    const { before, after } = this.separators();
    const edits = [{ start: line.start, end: line.start, newText: `${text}${after}${before}` }];
    return text.includes('{{') ? { title, edits, snippet: true } : { title, edits };
  }

  /** What ends a line of this block, and what the next line begins with. */
  private separators(): { readonly before: string; readonly after: string } {
    const { before, after } = this.block.insertion;
    if (after !== '') return { before, after };
    const eol = /^(?:\r\n|\r|\n)/u.exec(before)?.[0] ?? '\n';
    return { before: before.slice(eol.length), after: eol };
  }
}

const shorten = (name: string): string => name.replace(/\s+/gu, ' ').slice(0, LONGEST_NAME);
