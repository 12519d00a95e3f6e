/**
 * Reads a formula, `customers × share × (price − cost)`, with a Pratt parser of our own: names have spaces in them and
 * figures have units, which parser libraries do not take. What comes out is a list of steps for a stack, so that no
 * formula, however deep, is worked out by recursion.
 */
import type { Span } from '../ports';
import { shown } from '../shown';
import { amountOf, type Amount } from './amounts';
import { readBlockFigure } from './blockFigures';
import { periodNamed } from './blockUnits';
import { problemAt } from './blockLines';
import type { BlockProblem } from './blockModel';

export type Operator = '+' | '−' | '×' | '÷';

/** A step of a formula: puts a value on the stack, or takes one or two off it and puts another there. */
export type Step =
  | { readonly kind: 'figure'; readonly amount: Amount }
  | { readonly kind: 'name'; readonly name: string; readonly place: Span }
  | { readonly kind: 'minus' }
  | {
      readonly kind: 'operator';
      readonly operator: Operator;
      /** Both sides with what is between them. */
      readonly place: Span;
      /** The right side. */
      readonly right: Span;
    };

export interface Formula {
  readonly steps: readonly Step[];
  /** The names in it, as they are looked up; each once. */
  readonly names: readonly string[];
}

/** What a formula's reader asks of its surroundings. */
export interface NameFinder {
  /** The longest known name that begins at an offset, and where it ends. */
  find(text: string, at: number): { readonly name: string; readonly end: number } | undefined;
}

const OPERATORS: ReadonlyMap<string, { readonly operator: Operator; readonly binds: number }> = new Map([
  ['+', { operator: '+', binds: 1 }],
  ['-', { operator: '−', binds: 1 }],
  ['–', { operator: '−', binds: 1 }],
  ['−', { operator: '−', binds: 1 }],
  ['×', { operator: '×', binds: 2 }],
  ['*', { operator: '×', binds: 2 }],
  ['·', { operator: '×', binds: 2 }],
  ['/', { operator: '÷', binds: 2 }],
  ['÷', { operator: '÷', binds: 2 }],
]);

/** Where the text of a figure certainly ends; a hyphen or a slash may be part of it. */
const AFTER_FIGURE = /[×*·÷+()−–]/u;
const SPACE = /\s/u;
const BEGINS_FIGURE = /[\d.$€£¥]/u;
/** Where an unknown name ends: a hyphen within a word is a part of it. */
const UNKNOWN_END = /[×*·÷+()−–]|\s[-/]|[-/]\s|\sx\s/iu;
/** “users x price”. */
const LETTER_TIMES = /^\s+x\s$/iu;
const DEEPEST = 100;
const LONGEST_FIGURE = 80;

/** Reads a formula; undefined, with what is wrong in `problems`, where it is not one. `start` is its place. */
export function parseFormula(
  text: string,
  start: number,
  known: NameFinder,
  problems: BlockProblem[],
): Formula | undefined {
  return new FormulaReader(text, start, known, problems).read();
}

/** Thrown and caught within this file: reading stops at the first problem of a formula. */
class Stopped extends Error {}

class FormulaReader {
  private at = 0;
  private depth = 0;
  private readonly steps: Step[] = [];
  private readonly names = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly known: NameFinder,
    private readonly problems: BlockProblem[],
  ) {}

  read(): Formula | undefined {
    try {
      this.expression(0);
      this.skipSpace();
      if (this.at < this.text.length) {
        const rest = this.text.slice(this.at);
        this.stop(
          this.at,
          this.text.length,
          rest.startsWith(')')
            ? 'This bracket closes none.'
            : `${shown(rest)} is not read: an operator such as × has to stand before it.`,
        );
      }
      return { steps: this.steps, names: [...this.names] };
    } catch (error) {
      if (error instanceof Stopped) return undefined;
      throw error;
    }
  }

  private stop(from: number, to: number, message: string, code: BlockProblem['code'] = 'block-line'): never {
    const end = Math.max(to, Math.min(from + 1, this.text.length));
    this.problems.push(problemAt(this.placeOf(Math.min(from, end), end), code, message));
    throw new Stopped();
  }

  private placeOf(from: number, to: number): Span {
    return { start: this.start + from, end: this.start + to };
  }

  private skipSpace(): void {
    while (this.at < this.text.length && SPACE.test(this.text[this.at] as string)) this.at += 1;
  }

  /** Reads operands for as long as what joins them binds more tightly than `binds`. Returns where it began. */
  private expression(binds: number): number {
    this.skipSpace();
    const from = this.at;
    this.operand();
    for (;;) {
      const end = this.at;
      this.skipSpace();
      const operator = OPERATORS.get(
        LETTER_TIMES.test(this.text.slice(end, this.at + 2)) ? '×' : (this.text[this.at] ?? ''),
      );
      if (!operator || operator.binds <= binds) {
        this.at = end;
        return from;
      }
      this.at += 1;
      const right = this.expression(operator.binds);
      this.steps.push({
        kind: 'operator',
        operator: operator.operator,
        place: this.placeOf(from, this.at),
        right: this.placeOf(right, this.at),
      });
    }
  }

  private operand(): void {
    const { text } = this;
    const from = this.at;
    const c = text[from];
    if (c === undefined) this.stop(Math.max(0, text.trimEnd().length - 1), text.length, 'The formula is not finished.');
    if (c === '(' || OPERATORS.get(c)?.operator === '−') {
      this.nested(c);
      return;
    }
    if (c === ')' || OPERATORS.has(c)) this.stop(from, from + 1, `A name or a figure has to stand before ${shown(c)}.`);
    const name = this.known.find(text, from);
    if (name) {
      this.push(name.name, from, name.end);
      return;
    }
    if (BEGINS_FIGURE.test(c) && this.figure(from)) return;
    const [unknown = ''] = text.slice(from).split(UNKNOWN_END, 1);
    const end = from + unknown.trimEnd().length;
    this.push(text.slice(from, Math.max(end, from + 1)), from, Math.max(end, from + 1));
  }

  /** A bracket, or a sign before an operand. */
  private nested(c: string): void {
    const from = this.at;
    if (this.depth >= DEEPEST) this.stop(from, from + 1, `Brackets are nested more than ${DEEPEST} deep here.`);
    this.depth += 1;
    this.at += 1;
    if (c === '(') {
      this.expression(0);
      this.skipSpace();
      if (this.text[this.at] !== ')') this.stop(from, from + 1, 'This bracket is never closed.');
      this.at += 1;
    } else {
      this.expression(2);
      this.steps.push({ kind: 'minus' });
    }
    this.depth -= 1;
  }

  private push(name: string, from: number, end: number): void {
    this.steps.push({ kind: 'name', name, place: this.placeOf(from, end) });
    this.names.add(name);
    this.at = end;
  }

  private figure(from: number): boolean {
    const figure = readBlockFigure(this.figureText(from));
    if (!figure || figure.start > 0) return false;
    if (figure.high !== undefined)
      this.stop(from, from + figure.end, 'A range belongs to an assumption: give it a line and a name of its own.');
    this.steps.push({ kind: 'figure', amount: amountOf(figure) });
    this.at = from + figure.end;
    return true;
  }

  /** What the figure at an offset may reach over: to an operator, or to a slash or hyphen before a name. */
  private figureText(from: number): string {
    const rest = this.text.slice(from, from + LONGEST_FIGURE).split(AFTER_FIGURE, 1)[0] as string;
    for (let at = 0; at < rest.length; at += 1) {
      if (rest[at] !== '/' && rest[at] !== '-') continue;
      if (rest[at] === '-' && joinsUnit(rest, at)) continue;
      const next = from + at + 1 + (rest.slice(at + 1).length - rest.slice(at + 1).trimStart().length);
      const isOperator =
        rest[at] === '-' || BEGINS_FIGURE.test(this.text[next] ?? '') || this.known.find(this.text, next);
      if (isOperator) return rest.slice(0, at);
    }
    return rest;
  }
}

/** Whether a hyphen is one of a compound unit: “GPU-hour”, “GB-months”. */
function joinsUnit(text: string, at: number): boolean {
  const word = /^\p{L}+/u.exec(text.slice(at + 1, at + 12))?.[0];
  return word !== undefined && /\p{L}\d*$/u.test(text.slice(0, at)) && periodNamed(word) !== undefined;
}
