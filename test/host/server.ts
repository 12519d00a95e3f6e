/** The npm-provisioned VS Code server: started on a free port of this machine, with data of its own, and stopped. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { start, stop } from './processes';
import type { ServerFiles } from './provision';

export interface Server {
  /** `127.0.0.1:port`: the authority of the server's `http` and `vscode-remote` addresses. */
  readonly authority: string;
  /** The last lines that the server wrote, for when something goes wrong. */
  tail(lines?: number): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** The port to listen on if it is free; without it any. */
  readonly port?: number;
  /** The folder of an extension that is installed. */
  readonly installed?: string;
  /** Workspaces are not trusted, as when someone opens a stranger's folder. */
  readonly restricted?: boolean;
  /** Called if the server ends by itself after it was ready. */
  readonly onExit?: () => void;
}

/** Settings of every window: nothing may pop up, phone home or change between runs. */
const USER_SETTINGS = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'git.openRepositoryInParentFolders': 'never',
  // The files of tests and of the sample are dated by the calendar, at any time of the night.
  'prepLoop.dayStart': '00:00',
};

/** No workspace is trusted, and nobody is asked. */
const RESTRICTED = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

function listen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      const free = typeof address === 'object' && address !== null ? address.port : undefined;
      probe.close(() => resolve(free));
    });
  });
}

/** `wanted` if nothing listens there, else any port that is free. */
export async function freePort(wanted = 0): Promise<number> {
  const port = (await listen(wanted)) ?? (await listen(0));
  if (port === undefined) throw new Error('No free port on 127.0.0.1.');
  return port;
}

/** Puts an extension where the server finds it, in the list that it keeps of them. */
function install(extension: string, folder: string): void {
  const relativeLocation = basename(extension);
  const path = join(folder, relativeLocation);
  cpSync(extension, path, { recursive: true });
  const { publisher, name, version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest;
  const location = { $mid: 1, path: uriPath(path), scheme: 'file' };
  const entry = { identifier: { id: `${publisher}.${name}` }, version, location, relativeLocation, metadata: {} };
  writeFileSync(join(folder, 'extensions.json'), JSON.stringify([entry]));
}

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
}

/** Starts the server with its data under `data`, and waits until it answers. */
export async function startServer(files: ServerFiles, data: string, options: ServerOptions = {}): Promise<Server> {
  const port = await freePort(options.port);
  const authority = `127.0.0.1:${port}`;
  const user = join(data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  mkdirSync(join(data, 'extensions'), { recursive: true });
  if (options.installed !== undefined) install(options.installed, join(data, 'extensions'));
  const settings = { ...USER_SETTINGS, ...(options.restricted ? RESTRICTED : {}) };
  const file = join(user, 'settings.json');
  // Where data is kept between runs, its user may have settings of their own there.
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(settings, undefined, 2));

  // A terminal inside VS Code has settings for the one it belongs to.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => key !== 'PORT' && !/^(?:VSCODE|ELECTRON)_/.test(key)),
  );
  const child = start(
    files.node,
    [
      files.main,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--accept-server-license-terms',
      '--server-data-dir',
      data,
      '--extensions-dir',
      join(data, 'extensions'),
      '--enable-smoke-test-driver',
      '--disable-telemetry',
      ...(options.restricted ? [] : ['--disable-workspace-trust']),
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log: string[] = [];
  const keep = (chunk: Buffer): void => {
    log = [
      ...log,
      ...chunk
        .toString()
        .split('\n')
        .filter((line) => line.trim() !== ''),
    ].slice(-400);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const server: Server = { authority, tail: (lines = 40) => log.slice(-lines).join('\n'), stop: () => stop(child) };

  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(150)) {
    if (child.exitCode !== null) throw new Error(`The VS Code server ended with ${child.exitCode}:\n${server.tail()}`);
    const answer = await fetch(`http://${authority}/version`).catch(() => undefined);
    if (answer?.ok) {
      if (options.onExit) child.once('exit', options.onExit);
      return server;
    }
  }
  await server.stop();
  throw new Error(`The VS Code server did not answer within 60 s:\n${server.tail()}`);
}

/**
 * The address of a window with the extension of `project` loaded, and its tests run if `tests` is given.
 * @param workspace a folder, or a `.code-workspace` file; undefined opens a window on neither.
 */
export function windowAddress(server: Server, workspace: string | undefined, project: string, tests?: string): string {
  const remote = (path: string): string => `vscode-remote://${server.authority}${uriPath(path)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(project)],
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ['skipWelcome', 'true'],
  ];
  const kind = workspace?.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const place = workspace === undefined ? 'ew=true' : `${kind}=${encodeURIComponent(uriPath(workspace))}`;
  return `http://${server.authority}/?${place}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** A path as URIs have it: forward slashes, one in front of a drive letter. */
export function uriPath(path: string): string {
  const forward = path.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}
