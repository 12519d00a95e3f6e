/** Fills the blanks of a script with what the user's own files say; what they do not say stays a blank. */
import { parseBlocks } from '../markdown/blocks';
import { classifyLines } from '../markdown/outline';
import { endOfLine, lineIndexAt, type TextEdit } from '../markdown/text';
import { spokenAsk } from '../offer/spokenAsk';
import { bracedBlanks } from '../story/placeholders';
import type { FileFigures } from './claimModel';
import { figureOrigins, originComment } from './figureOrigins';
import {
  askLabel,
  caseResult,
  keyAssumption,
  toldFigures,
  type Rung,
  type SourceFigure,
  type ToldFigure,
} from './scriptSources';

/** What a blank asks for. */
type Slot = 'outcome' | 'earlier' | 'worth' | 'case' | 'assumption' | 'base' | 'equity' | 'low' | 'high';

const SLOTS: readonly (readonly [RegExp, Slot])[] = [
  [/^(?:earlier|previous|past) (?:outcome|result)$/u, 'earlier'],
  [/^(?:outcome|result|achievement)$/u, 'outcome'],
  [/^worth$/u, 'worth'],
  [/^(?:arr uplift|uplift|projected (?:impact|arr|value|uplift)|case result)$/u, 'case'],
  [/^key assumption$/u, 'assumption'],
  [/^base$/u, 'base'],
  [/^equity$/u, 'equity'],
  [/^(?:lowest base|acceptable base|base from)$/u, 'low'],
  [/^(?:highest base|target base|base to)$/u, 'high'],
];

/** Which figures of stories are told. */
export interface ScriptChoices {
  readonly outcome: ToldFigure | undefined;
  readonly earlier: ToldFigure | undefined;
}

export interface FilledScript {
  /** They only touch blanks, and add a comment above each paragraph that gets a figure. */
  readonly edits: readonly TextEdit[];
  /** How many blanks they fill. */
  readonly filled: number;
  /** How many stay. */
  readonly left: number;
}

const slotOf = (asksFor: string): Slot | undefined => {
  const name = asksFor.split(':', 1)[0]?.trim().toLowerCase() ?? '';
  return SLOTS.find(([pattern]) => pattern.test(name))?.[1];
};

/** A blank without its braces. */
const inside = (blank: string): string => (blank.startsWith('{{') ? blank.slice(2, -2) : blank.slice(2, -1));

/** Whether a script has a blank for a figure of a story: for the one to tell, and for an earlier one. */
export function wantsStories(text: string): { readonly outcome: boolean; readonly earlier: boolean } {
  const slots = new Set(bracedBlanks(text).map(({ start, end }) => slotOf(inside(text.slice(start, end)))));
  return { outcome: slots.has('outcome'), earlier: slots.has('earlier') };
}

/** The figures to begin with: the best one, and the best one of another story. */
export function usualChoices(files: readonly FileFigures[]): ScriptChoices {
  const told = toldFigures(files);
  const [outcome] = told;
  return { outcome, earlier: told.find(({ path }) => path !== outcome?.path) };
}

/** What goes into a blank, with the figure in it and where that comes from. */
interface Filling {
  readonly text: string;
  readonly source: SourceFigure | undefined;
}

/**
 * The edits that fill a script's blanks.
 * @param path the script's own path, relative to the prep folder.
 */
export function fillScript(
  path: string,
  text: string,
  files: readonly FileFigures[],
  choices: ScriptChoices,
): FilledScript {
  const blanks = bracedBlanks(text);
  const parsed = parseBlocks(text);
  const { lines } = parsed;
  const kinds = classifyLines(text, parsed);
  const edits: TextEdit[] = [];
  const comments = new Map<number, string[]>();
  const stories = storiesToTell(path, text, choices);
  let filled = 0;
  for (const { start, end } of blanks) {
    const index = lineIndexAt(lines, start);
    if (kinds[index] !== 'text' && kinds[index] !== 'heading') continue;
    const slot = slotOf(inside(text.slice(start, end)));
    const filling = slot && fillingOf(slot, files, stories);
    if (!filling) continue;
    filled += 1;
    edits.push({ start, end, newText: filling.text });
    if (!filling.source) continue;
    const first = lines[lines[index]?.block?.first ?? index]?.start ?? 0;
    const { figure, label, path: to } = filling.source;
    const list = comments.get(first) ?? [];
    comments.set(first, list);
    list.push(originComment({ figure, label, from: path, to }));
  }
  const eol = endOfLine(text);
  for (const [at, list] of comments)
    edits.push({ start: at, end: at, newText: list.map((one) => `${one}${eol}`).join('') });
  return { edits: edits.sort((a, b) => a.start - b.start), filled, left: blanks.length - filled };
}

/** The figures to tell, and the story whose worth is asked for. */
interface StoriesToTell extends ScriptChoices {
  readonly worthOf: string | undefined;
}

/** No story is told twice: where the script has one from before, the next best goes into the blank that is left. */
function storiesToTell(path: string, text: string, { outcome, earlier }: ScriptChoices): StoriesToTell {
  const told = figureOrigins(path, text).map((origin) => origin.path);
  const isNew = (one: ToldFigure | undefined): one is ToldFigure => one !== undefined && !told.includes(one.path);
  if (wantsStories(text).outcome) {
    const first = [outcome, earlier].find(isNew);
    return { outcome: first, earlier: first === earlier ? undefined : earlier, worthOf: first?.path };
  }
  return { outcome: undefined, earlier: [outcome, earlier].find(isNew), worthOf: told[0] ?? outcome?.path };
}

function fillingOf(
  slot: Slot,
  files: readonly FileFigures[],
  { outcome, earlier, worthOf }: StoriesToTell,
): Filling | undefined {
  switch (slot) {
    case 'outcome':
      return told(outcome);
    case 'earlier':
      return told(earlier);
    case 'worth': {
      const worth = toldFigures(files).find(({ path, isMoney }) => isMoney && path === worthOf);
      return worth && worth.label !== outcome?.label ? { text: worth.figure, source: worth } : undefined;
    }
    case 'case': {
      const result = caseResult(files);
      return result && { text: result.figure, source: result };
    }
    case 'assumption': {
      const key = keyAssumption(files);
      return key === undefined ? undefined : { text: key, source: undefined };
    }
    case 'base':
    case 'high':
      return asked(files, 'target', 'base');
    case 'low':
      return asked(files, 'acceptable', 'base');
    case 'equity':
      return asked(files, 'target', 'equity');
  }
}

const told = (chosen: ToldFigure | undefined): Filling | undefined => chosen && { text: chosen.phrase, source: chosen };

function asked(files: readonly FileFigures[], rung: Rung, part: 'base' | 'equity'): Filling | undefined {
  for (const { path, source, text } of files) {
    const figure = source === 'offer' ? spokenAsk(text, rung, part) : undefined;
    if (figure !== undefined) return { text: figure, source: { figure, label: askLabel(rung, part), path } };
  }
  return undefined;
}
