/** A round panel in a UI test. */
import type { FrameLocator } from 'playwright-core';
import type { Window } from './window';

/** Rounds start without time to think. */
export const AT_ONCE = { 'prepLoop.thinkSeconds': 0 };

/** Opens the tracker, by which time the extension has read the loops. */
export async function tracker(window: Window): Promise<void> {
  const isShown = async (timeout: number): Promise<void> => {
    const pane = await window.openView('Tracker');
    await pane.locator('.monaco-list-row', { hasText: 'Acme' }).first().waitFor({ timeout });
  };
  // One that opens while another is still closing may not get all of its parts: a second look shows whether it does.
  await isShown(40_000).catch(() => window.reload().then(() => isShown(40_000)));
}

export async function openRound(window: Window, title: string): Promise<FrameLocator> {
  const pane = await window.openView('Tracker');
  const open = async (): Promise<FrameLocator> => {
    await pane.getByRole('treeitem', { name: new RegExp(`^Round \\d+, ${title}`) }).click();
    return window.webviewFrame(title);
  };
  // A click on a row that is drawn again in that moment opens nothing.
  const round = await open().catch(open);
  await round.getByRole('heading', { level: 1, name: title }).waitFor();
  return round;
}

export const button = (round: FrameLocator, name: string) => round.getByRole('button', { name, exact: true });
export const phase = (round: FrameLocator, number: number) =>
  round.locator('.count', { hasText: `Phase ${number} of 4` });
export const statusBar = (window: Window) =>
  window.page.locator('.part.statusbar .statusbar-item[id$="prepLoop.timer"]');
export const tabs = (window: Window) => window.page.locator('.part.editor .tab .label-name').allTextContents();
