/** Desktop VS Code: the one that is named, or the download of `@vscode/test-electron` where that answers. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CACHE, temporaryFolder } from './paths';
import { start, stop } from './processes';
import { Reader } from './marks';
import { LONGEST_SILENCE, Silence } from './silence';
import { NO_STATS } from './stats';
import type { TestResult } from './session';

/** How long the download site has to answer; the download itself may take longer. */
const ANSWER = 8_000;
const DOWNLOAD = 5 * 60_000;

export interface Desktop {
  readonly executable: string;
  readonly version: string;
  /** What stands before the executable: `xvfb-run` where there is no display. */
  readonly prefix: readonly string[];
}

function onPath(program: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/**
 * The VS Code that the user has, if a window of it can be shown; `isLauncher` means the `code` command, which starts
 * it.
 */
export function installedDesktop(): { readonly executable: string; readonly isLauncher: boolean } | undefined {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return undefined;
  const named = process.env['VSCODE_TEST_EXECUTABLE'];
  if (named) return { executable: named, isLauncher: false };
  const code = onPath(process.platform === 'win32' ? 'code.cmd' : 'code');
  return code === undefined ? undefined : { executable: code, isLauncher: true };
}

/** The prefix that gives a window a display, or undefined if there can be none. */
function display(): readonly string[] | undefined {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return [];
  return onPath('xvfb-run') !== undefined ? ['xvfb-run', '-a'] : undefined;
}

/** Desktop VS Code, or the reason why there is none. `forced` waits for the download however long it takes. */
export async function findDesktop(say: (line: string) => void, forced: boolean): Promise<Desktop | string> {
  const named = process.env['VSCODE_TEST_EXECUTABLE'];
  const prefix = display();
  if (prefix === undefined) return 'there is no display and no xvfb-run';
  if (named)
    return existsSync(named)
      ? { executable: named, version: 'VSCODE_TEST_EXECUTABLE', prefix }
      : `VSCODE_TEST_EXECUTABLE names ${named}, which does not exist`;
  if (!forced) {
    const answers = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(ANSWER),
    }).catch(() => undefined);
    if (!answers?.ok) return 'its download site does not answer';
  }
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  say('Fetching desktop VS Code …');
  const download = downloadAndUnzipVSCode({
    version: 'stable',
    cachePath: CACHE,
    reporter: new SilentReporter(),
    timeout: 30_000,
  });
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`not downloaded within ${DOWNLOAD / 1000} s`)), DOWNLOAD).unref();
  });
  try {
    return { executable: await Promise.race([download, late]), version: 'stable', prefix };
  } catch (error) {
    return `its download failed (${String(error)})`;
  }
}

/** Arguments that give a window data of its own and nothing but our extension. */
export function desktopArguments(folder: string, project: string, data: string): string[] {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    folder,
    `--extensionDevelopmentPath=${project}`,
    `--user-data-dir=${join(data, 'user')}`,
    `--extensions-dir=${join(data, 'extensions')}`,
    '--disable-updates',
    '--skip-welcome',
    '--skip-release-notes',
    '--disable-workspace-trust',
    '--disable-telemetry',
    ...(root ? ['--no-sandbox'] : []),
  ];
}

/** Runs a tests module in the desktop's extension host. */
export function runTestsOnDesktop(
  desktop: Desktop,
  folder: string,
  project: string,
  tests: string,
): Promise<TestResult> {
  const data = temporaryFolder('desktop');
  const args = [
    ...desktopArguments(folder, project, data),
    `--extensionTestsPath=${tests}`,
    '--disable-extensions',
    '--disable-gpu',
  ];
  const [program = desktop.executable, ...before] = [...desktop.prefix, desktop.executable];
  const child = start(program, [...before, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve) => {
    const reader = new Reader((line) => console.log(line));
    let late = false;
    const silence = new Silence(LONGEST_SILENCE, () => {
      late = true;
      void stop(child);
    });
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream?.on('data', (data: Buffer) => {
        silence.heard();
        const lines = (rest + data.toString()).split('\n');
        rest = lines.pop() ?? '';
        reader.read(lines.join('\n'));
      });
    }
    const end = (code: number | null, error?: Error): void => {
      silence.end();
      const { stats } = reader;
      if (stats !== undefined && !late) return resolve({ ok: code === 0 && stats.failures === 0, stats });
      const why = late
        ? `said nothing for ${LONGEST_SILENCE / 1000} s`
        : error
          ? String(error)
          : `ended with ${code} before mocha did`;
      resolve({
        ok: false,
        stats: { ...NO_STATS, failures: 1 },
        problem: `Desktop VS Code ${why}. Its last words:\n${reader.tail()}`,
      });
    };
    child.once('error', (error) => end(null, error));
    child.once('close', (code) => end(code));
  });
}
