/** Serves the project's files to the web worker host, as a gallery would. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.md': 'text/markdown',
  '.html': 'text/html',
};

export interface Files {
  readonly authority: string;
  close(): Promise<void>;
}

/** Serves everything under `root`, with the text of `prefixes` in front of the files it names. */
export async function serveProject(root: string, prefixes: Readonly<Record<string, string>> = {}): Promise<Files> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).slice(1);
    const file = normalize(join(root, path));
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    };
    const found = file.startsWith(root + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    if (!found) {
      response.writeHead(404, headers).end();
      return;
    }
    response.writeHead(200, headers);
    const prefix = prefixes[path];
    if (prefix === undefined) createReadStream(file).pipe(response);
    else response.end(prefix + readFileSync(file, 'utf8'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { authority: `127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
