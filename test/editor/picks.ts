/** Lists that a test looks at and answers: the editor gives no access to those that are shown. */
import * as vscode from 'vscode';

/** A list as the code under test made it. */
export class ShownPick {
  items: readonly vscode.QuickPickItem[] = [];
  buttons: readonly vscode.QuickInputButton[] = [];
  activeItems: readonly vscode.QuickPickItem[] = [];
  selectedItems: readonly vscode.QuickPickItem[] = [];
  title: string | undefined;
  placeholder: string | undefined;
  ignoreFocusOut = false;
  value = '';
  /** Whether it is on the screen. */
  isShown = false;
  private readonly accepted = new vscode.EventEmitter<void>();
  private readonly hidden = new vscode.EventEmitter<void>();
  private readonly typed = new vscode.EventEmitter<string>();
  private readonly pressed = new vscode.EventEmitter<vscode.QuickInputButton>();
  private readonly pressedItem = new vscode.EventEmitter<vscode.QuickPickItemButtonEvent<vscode.QuickPickItem>>();
  readonly onDidAccept = this.accepted.event;
  readonly onDidHide = this.hidden.event;
  readonly onDidChangeValue = this.typed.event;
  readonly onDidTriggerButton = this.pressed.event;
  readonly onDidTriggerItemButton = this.pressedItem.event;

  /** @param onShow what the user does once it is shown. */
  constructor(private readonly onShow: (pick: ShownPick) => void) {}

  show(): void {
    this.isShown = true;
    this.onShow(this);
  }

  hide(): void {
    this.isShown = false;
    this.hidden.fire();
  }

  dispose(): void {
    this.isShown = false;
  }

  /** The item with a label. @throws Error where there is none. */
  item(label: string): vscode.QuickPickItem {
    const found = this.items.find((each) => each.label === label);
    if (!found) throw new Error(`no item “${label}”`);
    return found;
  }

  type(value: string): void {
    this.value = value;
    this.typed.fire(value);
  }

  choose(label: string): void {
    this.selectedItems = [this.item(label)];
    this.accepted.fire();
  }

  /** Presses Back. */
  back(): void {
    this.pressed.fire(vscode.QuickInputButtons.Back);
  }

  /** Presses the first button of an item. @throws Error where it has none. */
  pressItem(label: string): void {
    const item = this.item(label);
    const [button] = item.buttons ?? [];
    if (!button) throw new Error(`“${label}” has no button`);
    this.pressedItem.fire({ item, button });
  }

  /** Presses the last button above the list while an item has the focus. */
  pressAbove(label: string): void {
    this.activeItems = [this.item(label)];
    const button = this.buttons.at(-1);
    if (!button) throw new Error('there is no button above the list');
    this.pressed.fire(button);
  }
}

/** Runs something with lists that are answered; the next list is as the editor has it again. */
export async function answeringPicks<T>(answer: (pick: ShownPick) => void, run: () => Thenable<T>): Promise<T> {
  const { createQuickPick } = vscode.window;
  Object.assign(vscode.window, { createQuickPick: () => new ShownPick(answer) });
  try {
    return await run();
  } finally {
    Object.assign(vscode.window, { createQuickPick });
  }
}

/** A field as the code under test made it. */
export class ShownInput {
  value = '';
  title: string | undefined;
  prompt: string | undefined;
  buttons: readonly vscode.QuickInputButton[] = [];
  private readonly accepted = new vscode.EventEmitter<void>();
  private readonly hidden = new vscode.EventEmitter<void>();
  private readonly typed = new vscode.EventEmitter<string>();
  private readonly pressed = new vscode.EventEmitter<vscode.QuickInputButton>();
  readonly onDidAccept = this.accepted.event;
  readonly onDidHide = this.hidden.event;
  readonly onDidChangeValue = this.typed.event;
  readonly onDidTriggerButton = this.pressed.event;

  /** @param onShow what the user does once it is shown. */
  constructor(private readonly onShow: (input: ShownInput) => void) {}

  show(): void {
    this.onShow(this);
  }

  hide(): void {
    this.hidden.fire();
  }

  dispose(): void {}

  /** Presses Back. */
  back(): void {
    this.pressed.fire(vscode.QuickInputButtons.Back);
  }

  /** Types a text and presses Enter. */
  enter(text: string): void {
    this.value = text;
    this.typed.fire(text);
    this.accepted.fire();
  }
}

/** Runs something with fields that are answered. */
export async function answeringInputs<T>(answer: (input: ShownInput) => void, run: () => Thenable<T>): Promise<T> {
  const { createInputBox } = vscode.window;
  Object.assign(vscode.window, { createInputBox: () => new ShownInput(answer) });
  try {
    return await run();
  } finally {
    Object.assign(vscode.window, { createInputBox });
  }
}
