import assert from 'node:assert/strict';
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

  it('holds nothing but what runs: no source, no test, no source map', () => {
    assert.deepEqual(
      files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file))),
      [],
    );
  });
});
