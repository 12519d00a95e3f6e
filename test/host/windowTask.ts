/** Runs a module of `test/bench/window` in the extension host of a window, and hears what it found out. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ServerHost } from './hosts';
import { formatArguments } from './marks';
import { PROJECT, projectPath } from './paths';
import { windowAddress } from './server';
import { ANSWER } from './windowAnswer';

const LONGEST = 600_000;

/** A window in which module after module can be run; each run loads the window again, as a restart does. */
export class TaskWindow {
  private heard: ((line: string) => void) | undefined;
  private ended: ((code: number) => void) | undefined;
  private words: string[] = [];

  private constructor(
    private readonly host: ServerHost,
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly workspace: string,
  ) {}

  static async open(host: ServerHost, workspace: string): Promise<TaskWindow> {
    const context = await newContext(host.browser);
    const page = await context.newPage();
    const window = new TaskWindow(host, context, page, workspace);
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) =>
      window.hear(formatArguments(args)),
    );
    await page.exposeFunction('codeAutomationExit', (code: number) => window.ended?.(code));
    return window;
  }

  /** @param module the name of a file of `test/bench/window`. */
  async run<T>(module: string): Promise<T> {
    const tests = projectPath('dist', 'test', 'bench', 'window', `${module}.js`);
    let found: string | undefined;
    this.heard = (line) => (found = line);
    const code = await new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${module} did not end.\n${this.tail}`)), LONGEST);
      this.ended = (value) => {
        clearTimeout(timer);
        resolve(value);
      };
      this.page
        .goto(windowAddress(this.host.server, this.workspace, PROJECT, tests), { timeout: 120_000 })
        .catch(reject);
    });
    if (code !== 0 || found === undefined) throw new Error(`${module} ended with ${code}.\n${this.tail}`);
    return JSON.parse(found) as T;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  private get tail(): string {
    return `${this.words.join('\n')}\nThe server's last words:\n${this.host.server.tail()}`;
  }

  private hear(text: string): void {
    for (const line of text.split('\n')) {
      const at = line.indexOf(ANSWER);
      if (at >= 0) this.heard?.(line.slice(at + ANSWER.length));
      else this.words = [...this.words, line].slice(-60);
    }
  }
}

function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
}
