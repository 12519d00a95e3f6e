/** Questions that follow one another: each has a Back button, and Escape leaves all of them. */
import * as vscode from 'vscode';
import { wrapWords } from '../core/words';

/** An answer; `back` to the question before; undefined where the user left. */
export type Answer<T> = T | 'back' | undefined;

interface Step {
  readonly title: string;
  /** Which question of how many it is; left out where the number is not known. */
  readonly step?: readonly [number: number, of: number];
  readonly hasBack: boolean;
}

export interface PickStep<Item extends vscode.QuickPickItem> extends Step {
  readonly placeholder: string;
  readonly items: readonly Item[];
  /** The item to begin at; left out, the first. */
  readonly active?: Item | undefined;
  /** Previews an item before one is chosen: the question stays. */
  readonly look?: Look<Item>;
}

/** Shows more of an item: by a button of the item itself, and by one above the list, which Tab reaches. */
export interface Look<Item> {
  readonly button: vscode.QuickInputButton;
  show(item: Item): void;
}

/** Asks for one of several items. */
export function pickStep<Item extends vscode.QuickPickItem>(options: PickStep<Item>): Promise<Answer<Item>> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.placeholder = options.placeholder;
  pick.items = options.items;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  if (options.active) pick.activeItems = [options.active];
  const { look } = options;
  if (look) {
    pick.buttons = [look.button];
    pick.onDidTriggerItemButton(({ item }) => look.show(item));
    pick.onDidTriggerButton((button) => {
      const [item] = pick.activeItems;
      if (item && button === look.button) look.show(item);
    });
  }
  return answerOf(pick, options, () => pick.selectedItems[0]);
}

/** Asks which of several items are wanted; those with `picked` are ticked at first. */
export function ticksStep<Item extends vscode.QuickPickItem>(
  options: Omit<PickStep<Item>, 'look'>,
): Promise<Answer<readonly Item[]>> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.canSelectMany = true;
  pick.placeholder = options.placeholder;
  pick.matchOnDetail = true;
  pick.items = options.items;
  pick.selectedItems = options.items.filter(({ picked }) => picked === true);
  return answerOf(pick, options, () => pick.selectedItems);
}

/** How many characters fit on a line of a list: the editor cuts off the rest. */
const ROOM = 72;

/** A text of any length as the rows of a list, two lines each. */
export function rowsOfText(text: string): { readonly first: string; readonly second: string }[] {
  const lines = wrapWords(text, ROOM);
  const rows = [];
  do {
    const [first = '', second = ''] = lines.splice(0, 2);
    rows.push({ first, second });
  } while (lines.length > 0);
  return rows;
}

export interface TextStep extends Step {
  readonly prompt: string;
  readonly value: string;
  readonly placeholder?: string;
  /**
   * What to say about the text. An error keeps it from being accepted. An error or a warning replaces the question;
   * mere information follows it.
   */
  judge(
    text: string,
  ): vscode.InputBoxValidationMessage | undefined | Promise<vscode.InputBoxValidationMessage | undefined>;
}

/** Asks for a text, judged as it is typed. */
export function textStep(options: TextStep): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = options.prompt;
  input.value = options.value;
  if (options.placeholder !== undefined) input.placeholder = options.placeholder;
  const { Info, Error: Wrong } = vscode.InputBoxValidationSeverity;
  let judging = 0;
  const judge = async (text: string, isFirst = false): Promise<boolean> => {
    const number = (judging += 1);
    const said = await options.judge(text);
    const isWrong = said?.severity === Wrong;
    if (number === judging) {
      // The editor shows a message instead of the prompt, so the question would never be read.
      const isInfo = said?.severity === Info;
      input.prompt = isInfo ? `${options.prompt} ${said.message}` : options.prompt;
      input.validationMessage = isInfo || (isFirst && isWrong) ? undefined : said;
    }
    return !isWrong;
  };
  input.onDidChangeValue((text) => void judge(text));
  void judge(input.value, true);
  return answerOf(input, options, async () => ((await judge(input.value)) ? input.value : undefined));
}

/** @param accept gives the answer; undefined where there is none yet. */
function answerOf<T>(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { title, step, hasBack }: Step,
  accept: () => T | undefined | Promise<T | undefined>,
): Promise<Answer<T>> {
  input.title = title;
  input.ignoreFocusOut = true;
  if (step) [input.step, input.totalSteps] = step;
  if (hasBack) input.buttons = [vscode.QuickInputButtons.Back, ...input.buttons];
  return new Promise((resolve) => {
    const done = (answer: Answer<T>): void => {
      resolve(answer);
      input.dispose();
    };
    input.onDidTriggerButton((button) => button === vscode.QuickInputButtons.Back && done('back'));
    input.onDidHide(() => done(undefined));
    input.onDidAccept(async () => {
      const answer = await accept();
      if (answer !== undefined) done(answer);
    });
    input.show();
  });
}

/** Words of the user's that an item shows: the editor would draw an icon where they have its mark. */
export const withoutIcons = (text: string): string => text.replace(/\$\(/gu, '$\u200b(');

/** A question: it asks and says where to go on, or has nothing to ask; undefined where the user left. */
export type Ask = (hasBack: boolean) => Promise<'next' | 'back' | 'skip' | undefined>;

/** Asks questions one after the other, and goes back to the one before that asked. False where the user left. */
export async function askInTurn(questions: readonly Ask[]): Promise<boolean> {
  const asked: number[] = [];
  let at = 0;
  while (at < questions.length) {
    const answer = await questions[at]?.(asked.length > 0);
    if (answer === undefined) return false;
    if (answer === 'back') {
      at = asked.pop() ?? 0;
      continue;
    }
    if (answer === 'next') asked.push(at);
    at += 1;
  }
  return true;
}
