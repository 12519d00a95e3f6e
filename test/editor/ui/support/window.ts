/**
 * A real VS Code window for a UI test, with the extension loaded, on a fresh workspace, driven by Playwright.
 *
 *     describe('The tracker', () => {
 *       let window: Window;
 *       before(async () => { window = await openWindow({ workspaceFiles: { 'prep/acme/loop.md': '…' } }); });
 *       after(() => window?.close());
 *       it('shows the loop', async () => {
 *         const pane = await window.openView('Tracker');
 *         await pane.getByRole('treeitem', { name: /Acme/ }).waitFor();
 *       });
 *     });
 *
 * Run with `npm run test:ui -- --grep 'The tracker'`. Everything waits for what it needs: no sleeps in tests.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { PROJECT } from '../../../host/paths';
import { windowAddress } from '../../../host/server';
import { EMPTY_FOLDERS, SEVERAL, severalFolders, workspaceOf } from '../../../host/workspace';
import { eventually } from './eventually';
import { Messages } from './messages';
import { host } from './session';

export type Theme =
  'Default Light Modern' | 'Default Dark Modern' | 'Default High Contrast' | 'Default High Contrast Light';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface WindowOptions {
  /** Files of the workspace: path from its root → text. */
  readonly workspaceFiles?: Readonly<Record<string, string>>;
  /**
   * What the window opens: a folder with the files, unless this says otherwise; `one` and `two` are the folders of
   * several.
   */
  readonly workspace?: 'folder' | 'several' | 'none';
  /** Another window, whose folder this one opens as well. */
  readonly beside?: Window;
  /** Workspace settings besides the theme. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly theme?: Theme;
  /** In CSS pixels. */
  readonly size?: Size;
  /** The browser says that it runs on a Mac: the editor and our pages take the keys of one. */
  readonly isMac?: boolean;
}

const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/132.0.0.0 Safari/537.36';

/** The class that the workbench has under each theme. */
const THEME_CLASS: Readonly<Record<Theme, string>> = {
  'Default Light Modern': 'vs',
  'Default Dark Modern': 'vs-dark',
  'Default High Contrast': 'hc-black',
  'Default High Contrast Light': 'hc-light',
};

/** Milliseconds that one step may take on a loaded machine; a cold window takes longest. */
const STEP = 60_000;
const START = 120_000;

/** How long VS Code takes to keep what a window held, in milliseconds. */
const KEPT = 7000;

export class Window {
  private settings: Record<string, unknown>;
  private watched = false;

  constructor(
    readonly page: Page,
    readonly workspaceDir: string,
    private readonly context: BrowserContext,
    private readonly messages: Messages,
    settings: Readonly<Record<string, unknown>>,
  ) {
    this.settings = { ...settings };
  }

  /** Waits until the workbench stands, the extension's icon is in the activity bar and the theme is on. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: START });
    await this.icon().waitFor({ timeout: START });
    await this.themed(START);
  }

  /** The extension's icon in the activity bar. */
  icon(): Locator {
    return this.page
      .locator('.part.activitybar [role="tab"]')
      .filter({ has: this.page.locator('[aria-label^="Prep Loop"]') })
      .or(this.page.locator('.part.activitybar [role="tab"][aria-label^="Prep Loop"]'))
      .first();
  }

  /** The box of the open palette, quick pick or input. */
  get input(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-box input');
  }

  /** The entries of the open quick pick. */
  get rows(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  }

  /** Runs a command by its title in the palette, for example `Prep Loop: New Story…`. */
  runCommand(title: string): Promise<void> {
    return this.chooseInPalette(`>${title}`, title);
  }

  /** Opens a file of the workspace in an editor. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await this.chooseInPalette(path, name);
    await this.page.locator(`.tab[data-resource-name="${name}"]`).first().waitFor({ timeout: STEP });
  }

  /**
   * A page that takes the focus when it has loaded closes the palette: then it is opened again. So it is where it has
   * no such entry: it offers what could be done where the focus was, which may still have been on its way.
   */
  private chooseInPalette(typed: string, entry: string): Promise<void> {
    return eventually(async () => {
      if (await this.input.isVisible()) await this.page.keyboard.press('Escape');
      await this.openPalette();
      await this.input.fill(typed, { timeout: 5000 });
      await this.rows.filter({ hasText: entry }).first().click({ timeout: 5000 });
    }, STEP);
  }

  private async openPalette(): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      await this.page.keyboard.press('F1');
      try {
        await this.input.waitFor({ timeout: 2000 });
        return;
      } catch (error) {
        // A webview that is only just loading swallows the key.
        if (attempt === 4) throw error;
      }
    }
  }

  /**
   * Types into the open quick input or quick pick, and accepts with Enter. Gives back when that was taken: what is
   * typed next must not land in the same question.
   */
  async quickInput(text: string): Promise<void> {
    await this.input.waitFor({ timeout: STEP });
    await this.input.fill(text);
    const held = async (): Promise<string | undefined> =>
      (await this.input.isVisible()) ? this.input.inputValue({ timeout: 1000 }) : undefined;
    // One that is only just drawn does not listen yet.
    await eventually(async () => {
      if ((await held()) !== text) return;
      await this.input.press('Enter');
      await eventually(async () => assert.notEqual(await held(), text), 3000);
    }, STEP);
  }

  /** Accepts the open quick pick as it stands, with Enter: one that is only just drawn does not listen yet. */
  async accept(): Promise<void> {
    await this.input.and(this.page.locator(':focus')).waitFor();
    const row = await this.rows.first().elementHandle();
    await eventually(async () => {
      if (!(await row?.isVisible())) return;
      await this.page.keyboard.press('Enter');
      await row?.waitForElementState('hidden', { timeout: 3000 });
    }, STEP);
  }

  /**
   * Chooses the entry of the open quick pick whose text contains `label`. Whatever the pointer rests on may show a
   * hover over it, so that no click gets through: then the pointer goes away first.
   */
  pick(label: string): Promise<void> {
    const row = this.rows.filter({ hasText: label }).first();
    return eventually(async () => {
      try {
        await row.click({ timeout: 5000 });
      } catch (error) {
        await this.page.mouse.move(0, 0);
        throw error;
      }
    }, STEP);
  }

  /** Opens one of the extension's views in the side bar and expands it; gives its pane. */
  async openView(title: string): Promise<Locator> {
    const pane = this.page
      .locator('.part.sidebar .pane')
      .filter({ has: this.page.locator(`.pane-header[aria-label^="${title}"]`) });
    // A click on the icon of the view that is shown hides it, also where it opened by itself in that moment.
    await eventually(async () => {
      if ((await this.icon().getAttribute('aria-expanded')) !== 'true') await this.icon().click();
      await pane.waitFor({ timeout: 5000 });
    }, STEP);
    const header = pane.locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    await pane.locator('.pane-body').waitFor({ timeout: STEP });
    return pane;
  }

  /** The frame that holds the page of the webview whose title contains `title`, once it has loaded. */
  async webview(title: string): Promise<Frame> {
    const { inner } = await this.findWebview(title);
    return inner;
  }

  /** Like `webview`, for Playwright's locators: it goes on working when the webview loads again. */
  async webviewFrame(title: string): Promise<FrameLocator> {
    const { name } = await this.findWebview(title);
    return this.page.frameLocator(`iframe.webview[name="${name}"]`).frameLocator('#active-frame');
  }

  private async findWebview(title: string): Promise<{ name: string; inner: Frame }> {
    for (const deadline = Date.now() + STEP; Date.now() < deadline; await this.page.waitForTimeout(100)) {
      for (const outer of await this.page.locator('iframe.webview.ready').elementHandles()) {
        // A frame that is replaced while it is being looked at is looked up again.
        const inner = await (await outer.contentFrame().catch(() => null))?.$('#active-frame').catch(() => null);
        const found = await inner?.getAttribute('title').catch(() => null);
        const frame = await inner?.contentFrame().catch(() => null);
        if (!frame || !found?.includes(title)) continue;
        // While a page loads, its frame is still replaced by another: one that stays for a while has loaded.
        await this.page.waitForTimeout(250);
        const loaded =
          !frame.isDetached() && (await frame.evaluate(`document.readyState === 'complete'`).catch(() => false));
        const name = await outer.getAttribute('name').catch(() => null);
        if (loaded && name !== null) return { name, inner: frame };
      }
    }
    throw new Error(`No webview whose title contains “${title}” within ${STEP} ms.`);
  }

  /** Changes workspace settings. */
  async set(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await this.watching();
    this.writeSettings(settings);
  }

  private writeSettings(settings: Readonly<Record<string, unknown>>): void {
    this.settings = { ...this.settings, ...settings };
    writeFileSync(join(this.workspaceDir, '.vscode', 'settings.json'), JSON.stringify(this.settings, undefined, 2));
  }

  /**
   * Waits until VS Code watches the folder, some seconds after it has opened: it never hears of changes before that.
   */
  private async watching(): Promise<void> {
    if (this.watched) return;
    for (let attempt = 1; !this.watched; attempt++) {
      const title = `watching ${attempt}`;
      this.writeSettings({ 'window.title': title });
      const seen = this.page.waitForFunction(`document.title.includes(${JSON.stringify(title)})`, undefined, {
        timeout: 1000,
      });
      this.watched = await seen.then(
        () => true,
        () => false,
      );
      if (attempt > 30) throw new Error('VS Code does not notice changes of the workspace folder.');
    }
    const { 'window.title': _title, ...rest } = this.settings;
    this.settings = rest;
    this.writeSettings({});
  }

  /** Writes a file of the workspace behind VS Code's back, as another program or a git pull would. */
  async writeFile(path: string, text: string): Promise<void> {
    await this.watching();
    writeFileSync(join(this.workspaceDir, ...path.split('/')), text);
  }

  async setTheme(theme: Theme): Promise<void> {
    await this.set({ 'workbench.colorTheme': theme });
    await this.themed();
  }

  private async themed(timeout = STEP): Promise<void> {
    const theme = this.settings['workbench.colorTheme'] as Theme | undefined;
    // A window without a folder has no settings of its own, and one with several folders, or beside another on the same
    // folder, takes its theme when it likes.
    if (theme !== undefined)
      await this.page.locator(`.monaco-workbench.${THEME_CLASS[theme]}`).first().waitFor({ timeout });
  }

  async resize(size: Size): Promise<void> {
    await this.page.setViewportSize(size);
  }

  /** What “Developer: Reload Window” does: the extension host starts again, editors are restored. */
  async reload(): Promise<void> {
    this.watched = false;
    // In a browser VS Code keeps its state every five seconds, for it cannot when the page goes.
    await this.page.waitForTimeout(KEPT);
    await this.page.reload();
    await this.ready();
  }

  /** The text of a file of the workspace, as it is on disk. */
  readFile(path: string): string {
    return readFileSync(join(this.workspaceDir, ...path.split('/')), 'utf8');
  }

  /** Violations of a Content Security Policy in any frame since the window opened. */
  cspViolations(): readonly string[] {
    return this.messages.cspViolations();
  }

  /** Errors that our webviews or our extension wrote to the console, or did not catch, since the window opened. */
  consoleErrors(): readonly string[] {
    return this.messages.ourErrors();
  }

  /** The addresses on other machines that any frame has asked for, since the window opened or this was called. */
  requestsAway(): readonly string[] {
    return this.messages.requestsAway();
  }

  /** @throws {Error} where anything was asked of another machine, whatever was tested. */
  async close(): Promise<void> {
    await this.context.close();
    const away = this.requestsAway();
    if (away.length > 0) throw new Error(`Something was asked of another machine: ${away.join(', ')}`);
  }
}

/** What a window opens: a folder, a file of several folders, or nothing. */
function addressed(kind: WindowOptions['workspace'], workspaceDir: string): string | undefined {
  if (kind === 'none') return undefined;
  return kind === 'several' ? join(workspaceDir, SEVERAL) : workspaceDir;
}

/** Opens a window on a fresh workspace and waits until it can be used; close it after the tests. */
export async function openWindow(options: WindowOptions = {}): Promise<Window> {
  const settings = { 'workbench.colorTheme': options.theme ?? 'Default Dark Modern', ...options.settings };
  const isSeveral = options.workspace === 'several';
  const workspaceDir =
    options.beside?.workspaceDir ??
    workspaceOf({
      ...options.workspaceFiles,
      ...(isSeveral
        ? { ...EMPTY_FOLDERS, [SEVERAL]: severalFolders(settings) }
        : { '.vscode/settings.json': JSON.stringify(settings, undefined, 2) }),
    });
  const { browser, server } = host();
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    ...(options.isMac ? { userAgent: MAC } : {}),
  });
  if (options.isMac) await context.addInitScript(`Object.defineProperty(navigator, 'platform', { value: 'MacIntel' })`);
  context.setDefaultTimeout(STEP);
  const messages = new Messages(context);
  try {
    const page = await context.newPage();
    await page.goto(windowAddress(server, addressed(options.workspace, workspaceDir), PROJECT), { timeout: START });
    const window = new Window(
      page,
      workspaceDir,
      context,
      messages,
      options.beside === undefined && (options.workspace ?? 'folder') === 'folder' ? settings : {},
    );
    // One that opens while another is still closing may not get all of its parts: a second look shows whether it does.
    await window.ready().catch(() => page.reload({ timeout: START }).then(() => window.ready()));
    return window;
  } catch (error) {
    await context.close();
    throw new Error(`The window did not open: ${String(error)}\nThe server's last words:\n${server.tail()}`, {
      cause: error,
    });
  }
}
