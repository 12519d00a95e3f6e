/** Runs a tests module inside a window of the server, as VS Code tests itself in a browser. */
import type { Browser, BrowserContext } from 'playwright-core';
import { formatArguments, Reader } from './marks';
import { LONGEST_SILENCE, Silence } from './silence';
import { NO_STATS, type Stats } from './stats';

export interface TestRun {
  readonly address: string;
  /** Changes what the window is served, before it opens. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
}

export interface TestResult {
  readonly ok: boolean;
  readonly stats: Stats;
  /** Why it failed, when that was not a test of its own. */
  readonly problem?: string;
}

export async function runTestsInWindow(browser: Browser, run: TestRun): Promise<TestResult> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  const reader = new Reader((line) => console.log(line));
  try {
    await run.prepare?.(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => reader.note(`[page error] ${error.message}`));
    const code = await new Promise<number>((resolve, reject) => {
      const silence = new Silence(LONGEST_SILENCE, () =>
        reject(new Error(`The tests said nothing for ${Math.round(LONGEST_SILENCE / 1000)} s.`)),
      );
      const end = (value: number): void => {
        silence.end();
        resolve(value);
      };
      const fail = (error: Error): void => {
        silence.end();
        reject(error);
      };
      page.on('crash', () => fail(new Error('The window crashed.')));
      page.on('close', () => fail(new Error('The window was closed before the tests ended.')));
      const log = (_type: string, args: unknown[]): void => {
        silence.heard();
        reader.read(formatArguments(args));
      };
      Promise.all([page.exposeFunction('codeAutomationLog', log), page.exposeFunction('codeAutomationExit', end)])
        .then(() => page.goto(run.address, { timeout: 60_000 }))
        .catch(fail);
    });
    const { stats } = reader;
    if (stats === undefined)
      return {
        ok: false,
        stats: oneFailure,
        problem: problem(`The host ended with ${code} before mocha did.`, reader),
      };
    return { ok: code === 0 && stats.failures === 0, stats: code !== 0 && stats.failures === 0 ? oneFailure : stats };
  } catch (error) {
    return { ok: false, stats: oneFailure, problem: problem(String(error), reader) };
  } finally {
    await context.close().catch(() => undefined);
  }
}

const oneFailure: Stats = { ...NO_STATS, failures: 1 };

const problem = (what: string, reader: Reader): string => `${what}\nThe window's last words:\n${reader.tail()}`;
