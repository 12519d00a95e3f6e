import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { listFiles, PackageManager } from '@vscode/vsce';

/** What the extension needs at run time, and what a user reads; nothing else has a place in the package. */
const ALLOWED = [
  /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/extension\.(?:node|web)\.js$/,
  /^dist\/playbooks\.json$/,
  /^dist\/webview\/[\w.-]+\.(?:js|css|ttf)$/,
  /^content\/(?:[\w-]+\/)*[\w.-]+\.(?:json|md|code-snippets)$/,
  /^media\/(?:[\w.-]+\.(?:svg|css)|icon\.png|screenshots\/rules\/[\w-]+\.webp)$/,
];

const NEEDED = [
  'package.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'dist/extension.node.js',
  'dist/extension.web.js',
  'dist/webview/pages.js',
  'dist/webview/common.css',
  'dist/webview/round.panel.css',
  'dist/playbooks.json',
  'content/templates/star.md',
  'content/playbooks/confluent-ai-ml-pm/playbook.json',
  'content/playbooks/general-pm/playbook.json',
  'media/icon.png',
  'media/prep-loop.svg',
  'media/preview.css',
];

/** What Node reads when a window starts, minified, in bytes. */
const MOST_AT_START = 120_000;

/** What a user downloads, compressed, in bytes: a few per cent more than it was when this was last looked at. */
const MOST_TO_DOWNLOAD = 1_215_000;

/** A file as it is packaged: a test run builds what runs as it is written, a package is minified. */
async function packaged(file: string): Promise<Uint8Array> {
  if (!/^dist\/.*\.(?:js|css)$/.test(file)) return readFileSync(file);
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: file.startsWith('dist/webview') ? 'esm' : 'cjs',
    platform: 'node',
    external: ['vscode', './extension.web', './codicon-*'],
    write: false,
  });
  return outputFiles[0]?.contents ?? readFileSync(file);
}

describe('The package', () => {
  let files: string[];

  before(async function () {
    this.timeout(60_000);
    files = (await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None })).map((file) =>
      file.replaceAll('\\', '/'),
    );
  });

  it('holds all that runs', () => {
    assert.deepEqual(
      NEEDED.filter((file) => !files.includes(file)),
      [],
    );
  });

  it('starts with one small file, in which there is no library', async () => {
    const { metafile, outputFiles } = await build({
      entryPoints: ['src/extension.node.ts'],
      bundle: true,
      minify: true,
      platform: 'node',
      external: ['vscode', './extension.web'],
      metafile: true,
      write: false,
    });
    assert.deepEqual(
      Object.values(metafile.outputs).flatMap(({ inputs }) =>
        Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
          bytesInOutput > 0 && file.includes('node_modules') ? file : [],
        ),
      ),
      [],
    );
    const bytes = outputFiles.reduce((sum, { contents }) => sum + contents.length, 0);
    assert.ok(bytes <= MOST_AT_START, `${bytes} bytes`);
  });

  it('is no more to download than it has to be', async function () {
    this.timeout(60_000);
    const sizes = await Promise.all(
      files.map(async (file) => [deflateRawSync(await packaged(file)).length, file] as const),
    );
    const bytes = sizes.reduce((sum, [size]) => sum + size, 0);
    const largest = sizes.sort(([a], [b]) => b - a).slice(0, 5);
    assert.ok(bytes <= MOST_TO_DOWNLOAD, `${bytes} bytes, of which ${largest.join(', ')}`);
  });

  it('holds nothing but what runs: no source, no test, no source map', () => {
    assert.deepEqual(
      files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file))),
      [],
    );
  });
});
