import assert from 'node:assert/strict';
import { listFiles, PackageManager } from '@vscode/vsce';

/** What the extension needs at run time, and what a user reads; nothing else has a place in the package. */
const ALLOWED = [
  /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/extension\.(?:node|web)\.js$/,
  /^dist\/playbooks\.json$/,
  /^dist\/webview\/[\w.-]+\.(?:js|css|ttf)$/,
  /^content\/(?:[\w-]+\/)*[\w.-]+\.(?:json|md|code-snippets)$/,
  /^media\/(?:[\w-]+\/)*[\w.-]+\.(?:svg|png|css)$/,
];

const NEEDED = [
  'package.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'dist/extension.node.js',
  'dist/extension.web.js',
  'dist/webview/round.panel.js',
  'dist/webview/rehearse.panel.js',
  'dist/playbooks.json',
  'content/templates/star.md',
  'content/playbooks/confluent-ai-ml-pm/playbook.json',
  'content/playbooks/general-pm/playbook.json',
  'media/icon.png',
  'media/prep-loop.svg',
  'media/preview.css',
];

describe('The package', () => {
  let files: string[];

  before(async function () {
    this.timeout(20_000);
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

  it('holds nothing but what runs: no source, no test, no source map', () => {
    assert.deepEqual(
      files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file))),
      [],
    );
  });
});
