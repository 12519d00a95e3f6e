/** What every page of ours is held to: no barrier in any theme, and no scrolling sideways at any width. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { axeViolations } from './axe';
import { eventually } from './eventually';
import type { Theme, Window } from './window';

/** The last is the one that windows open with. */
export const THEMES: readonly Theme[] = [
  'Default Light Modern',
  'Default High Contrast',
  'Default High Contrast Light',
  'Default Dark Modern',
];

/** What may stick out of a page: what nobody sees, and what scrolls by itself. */
const MAY_SPILL = '.sr-only, pre, table';

/** Whether the page scrolls sideways, and what sticks out of it. */
const SIDEWAYS = `({
  scrolls: document.documentElement.scrollWidth > innerWidth,
  spill: [...document.querySelectorAll('main *')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !element.closest('${MAY_SPILL}'))
    .map((element) => element.outerHTML.slice(0, 80)),
})`;

/** @throws {AssertionError} where a page scrolls sideways or something sticks out of it. */
export async function assertFits(frame: Frame, message?: string): Promise<void> {
  assert.deepEqual(await frame.evaluate(SIDEWAYS), { scrolls: false, spill: [] }, message);
}

/**
 * Gives the page each of these widths in turn, in CSS pixels, and looks whether it fits; hides the side bar.
 * @param also is called at each width.
 */
export async function assertFitsWidths(
  window: Window,
  title: string,
  widths: readonly number[],
  also?: (width: number) => Promise<void>,
): Promise<void> {
  await window.runCommand('View: Toggle Primary Side Bar Visibility');
  const frame = await window.webview(title);
  const around = 1280 - (await frame.evaluate<number>('innerWidth'));
  for (const width of widths) {
    await window.resize({ width: width + around, height: 800 });
    await eventually(async () => assert.equal(await frame.evaluate<number>('innerWidth'), width));
    await assertFits(frame, `at ${width} px`);
    await also?.(width);
  }
}

/**
 * The tests of a page's look, for the end of a `describe`: they hide the side bar.
 * @param open the window, once it stands. @param title part of the webview's title.
 */
export function itLooksRight(open: () => Window, title: string, widths: readonly number[] = [400, 900, 1400]): void {
  for (const theme of THEMES) {
    it(`is accessible in ${theme}`, async () => {
      await open().setTheme(theme);
      assert.deepEqual(await axeViolations(await open().webview(title)), []);
    });
  }

  it(`holds from ${widths[0]} to ${widths.at(-1)} pixels without scrolling sideways`, () =>
    assertFitsWidths(open(), title, widths));
}
