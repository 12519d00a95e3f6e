/** The questions that the user means to ask the interviewers, as `questions.md` has them. */

/** What was written after a question about asking it. */
export interface QuestionMark {
  /** `chosen`: to be asked; `asked`: it was. */
  readonly kind: 'chosen' | 'asked';
  /** As it is written; undefined where it is not. */
  readonly date: string | undefined;
  /** The round's id as it is written. */
  readonly round: string | undefined;
}

/** One list item of questions.md. */
export interface Question {
  /** 0-based: where its item begins. */
  readonly line: number;
  /** As Markdown, in one line, without its marks. */
  readonly text: string;
  /** Its place among the questions of the same text, from 0. */
  readonly nth: number;
  /** The nearest heading above, or ''. */
  readonly heading: string;
  /** The ids of the rounds that it fits; empty where it fits any. */
  readonly rounds: readonly string[];
  /** Who it is for, in lower case; empty where it is for anybody. */
  readonly people: readonly string[];
  readonly mark: QuestionMark | undefined;
  /** What stands below it, where it was asked; else ''. */
  readonly answer: string;
  /** Where its text ends, with what it is for: a mark is put there. */
  readonly end: number;
  /** Where its mark stands; undefined where it has none. */
  readonly markAt: { readonly start: number; readonly end: number } | undefined;
}

/** Names a question as a view showed it. */
export type QuestionName = Pick<Question, 'text'> & { readonly nth?: number | undefined };

/** Who decides in the end: most questions are for them. */
export const HIRING_MANAGER = 'hiring manager';
/** How many questions a round has time for. */
export const QUESTIONS_PER_ROUND = 3;

/** Whether it was asked, and drops out. */
export const isAsked = ({ mark }: Question): boolean => mark?.kind === 'asked';

/** Whether it was chosen to be asked in a round, and was not asked yet. */
export const isChosenFor = ({ mark }: Question, round: string): boolean =>
  mark?.kind === 'chosen' && (mark.round === undefined || mark.round === round);

/** How many questions for the hiring manager are chosen, or were asked. */
export function chosenForManager(questions: readonly Question[]): number {
  return questions.filter(
    ({ mark, people }) => mark !== undefined && (people.length === 0 || people.includes(HIRING_MANAGER)),
  ).length;
}
