/** A window that is driven by its keyboard alone. */
import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { eventually } from './eventually';
import type { Window } from './window';

/** How often a key may be pressed on the way to something. */
const FAR = 80;

export class Keyboard {
  constructor(private readonly window: Window) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.window.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.window.page.keyboard.type(text);
  }

  /** Goes to a control of a panel by Tab, as far as it takes. */
  async tabTo(panel: FrameLocator, control: string): Promise<void> {
    const target = panel.locator(control).first();
    for (let i = 0; i < FAR; i += 1) {
      if ((await target.and(panel.locator(':focus')).count()) > 0) return;
      await this.press('Tab');
    }
    assert.fail(`${control} cannot be reached by ${FAR} times Tab`);
  }

  /** A webview that is only just loading swallows the key. */
  private palette(): Promise<void> {
    return eventually(async () => {
      await this.press('F1');
      await this.window.input.waitFor({ timeout: 2000 });
    });
  }

  /** Runs a command of the palette, and chooses an entry where it asks for one. */
  async command(title: string, entry?: string): Promise<void> {
    await this.palette();
    await this.type(title);
    await this.window.rows.filter({ hasText: title }).first().waitFor();
    await this.press('Enter');
    if (entry === undefined) return;
    await this.window.rows.filter({ hasText: entry }).first().waitFor();
    await this.type(entry);
    await this.press('Enter');
  }

  /** Opens a file of the workspace. */
  async file(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await this.palette();
    await eventually(async () => assert.equal(await this.window.input.inputValue(), '>'));
    await this.press('Backspace');
    await this.type(path);
    await eventually(async () => assert.equal(await this.window.input.inputValue(), path));
    await this.window.rows.filter({ hasText: name }).first().waitFor();
    await this.press('Enter');
    await this.window.page.locator(`.tab[data-resource-name="${name}"]`).first().waitFor();
  }

  /** Waits for the quick pick that asks a question, and gives the lines of each of its entries. */
  async asked(question: string): Promise<string[]> {
    const box = this.window.page.locator(`.quick-input-widget:visible input[placeholder*="${question}"]`);
    await box.waitFor();
    await this.window.rows.first().waitFor();
    return this.window.rows.allInnerTexts();
  }

  /** Goes down a quick pick to an entry that has a text, and accepts it. */
  async choose(question: string, entry: string): Promise<void> {
    await this.asked(question);
    const row = this.window.rows.filter({ hasText: entry });
    await row.first().waitFor();
    const chosen = row.and(this.window.page.locator('.focused'));
    for (let i = 0; (await chosen.count()) === 0; i += 1) {
      assert.ok(i < FAR, `“${entry}” cannot be reached by ${FAR} times ArrowDown`);
      await this.press('ArrowDown');
    }
    await this.press('Enter');
  }

  /** Types into the input box that asks a question, and accepts. */
  async answer(question: string, text: string): Promise<void> {
    await this.window.page.locator('.quick-input-widget:visible .quick-input-message', { hasText: question }).waitFor();
    await this.type(text);
    await eventually(async () => assert.equal(await this.window.input.inputValue(), text));
    await this.press('Enter');
  }
}
