import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from './support/eventually';
import { openWindow, type Window } from './support/window';

const STORY = `---
title: Recommendations
competencies: [impact]
---

# Recommendations

## Situation

Our advertisers chose from rules that had grown over years.

## Impact

It was an exciting project for everybody. I doubled conversion and added $2M of revenue.

## Action

We built a transformer. Latency is now 35 ms.

## Result

Engagement improved significantly.
`;

/** The page, of which these tests know no types. */
interface Styled {
  getComputedStyle(element: unknown): { readonly color: string };
}

describe('A weak story on the screen', () => {
  let window: Window;
  let editor: Locator;

  before(async () => {
    window = await openWindow({ workspaceFiles: { 'prep/stories/weak.md': STORY } });
    await window.openFile('prep/stories/weak.md');
    editor = window.page.locator('.editor-instance .monaco-editor').first();
    await editor.locator('.squiggly-warning').first().waitFor();
  });
  after(() => window?.close());

  const word = (text: string): Locator => editor.locator('.view-line span span').filter({ hasText: text }).first();
  const hover = (): Locator => window.page.locator('.monaco-hover:visible').filter({ hasText: 'prep-loop' });

  it('colours its metrics', async () => {
    const colour = (of: Locator): Promise<string> =>
      of.evaluate((element) => (globalThis as unknown as Styled).getComputedStyle(element).color);
    await eventually(async () => assert.notEqual(await colour(word('35 ms')), await colour(word('We built'))));
  });

  /** Rests the mouse on a word until the text shows; a lens that comes in between moves the word away from under it. */
  const hoverOver = (on: string, text: string): Promise<void> =>
    eventually(async () => {
      await window.page.mouse.move(0, 0);
      await word(on).hover();
      await hover().getByText(text).waitFor({ timeout: 3000 });
    }, 20_000);

  it('says what is wrong over a squiggle, and opens the rule’s page as it is meant to be read', async () => {
    await hoverOver('We built a transformer', 'which part was yours');
    await hover().locator('a.code-link', { hasText: 'ownership' }).click();
    await window.page.locator('.tab[aria-label*="ownership"]').waitFor();
    const page = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await page.getByRole('heading', { name: 'What did you do?' }).waitFor();
    const picture = page.getByRole('img', { name: 'which part was yours' });
    await eventually(async () =>
      assert.ok((await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)) > 100),
    );
    await window.page.keyboard.press('Control+F4');
  });

  it('lists where points were lost, and goes there', async () => {
    await window.openFile('prep/stories/weak.md');
    await editor
      .locator('.codelens-decoration a')
      .filter({ hasText: /^Score \d+ · \d+ metrics? · 0:\d\d of 2:30 aloud$/u })
      .click();
    await window.rows.first().waitFor();
    const losses = await window.rows.allTextContents();
    assert.ok(losses.length >= 4 && losses.some((loss) => loss.includes('Impact first')), losses.join('\n'));
    await window.pick('What did you do?');
    await window.page.locator('.statusbar-item').filter({ hasText: 'Ln 18, Col 1' }).waitFor();
  });

  it('is fixed from the keyboard, and undone in one step', async () => {
    await window.runCommand('Go to Next Problem in Files');
    await window.page.keyboard.press('Escape');
    await window.page.keyboard.press('Control+Home');
    await window.runCommand('Fix All');
    const first = async (): Promise<number[]> => {
      const text = await editor.locator('.view-lines').innerText();
      return [text.indexOf('Impact'), text.indexOf('Situation')];
    };
    await eventually(async () => {
      const [impact = -1, situation = -1] = await first();
      assert.ok(impact >= 0 && impact < situation);
    });
    await window.page.keyboard.press('Control+z');
    await eventually(async () => {
      const [impact = -1, situation = -1] = await first();
      assert.ok(situation >= 0 && situation < impact);
    });
  });

  it('breaks no policy and writes no error', () => {
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });
});
