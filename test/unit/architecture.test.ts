import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';

/** What each room under src may import from, besides itself. Dependencies point one way: core ← … ← commands ← activate. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  lifecycle: [],
  store: ['core', 'lifecycle'],
  timer: ['core', 'lifecycle', 'store'],
  language: ['core', 'lifecycle', 'store', 'commands/ids'],
  // The table of commands is types and one call: whoever offers a command may name it there.
  'commands/ids': ['core'],
  views: ['core', 'lifecycle', 'store', 'timer', 'commands/ids'],
  'webview/protocol': ['core'],
  'webview/browser': ['core', 'webview/protocol'],
  'webview/host': ['core', 'lifecycle', 'store', 'timer', 'webview/protocol', 'commands/ids'],
  commands: ['core', 'commands/ids', 'lifecycle', 'store', 'timer', 'language', 'views', 'webview/protocol', 'webview/host'],
};

/** Packages that a room may use; a room that is not named may use any that the web host can run. */
const VSCODE_FREE = new Set(['core', 'webview/protocol', 'webview/browser']);

interface Import {
  readonly file: string;
  readonly from: string;
}

describe('the architecture', () => {
  const files = sources('src');
  const imports = files.flatMap(importsOf);

  it('is looked at whole: the scan finds the files and their imports', () => {
    assert.ok(files.length > 10);
    assert.ok(imports.some(({ from }) => from === 'vscode'));
  });

  it('lets dependencies point one way only', () => {
    const wrong = imports.filter(({ file, from }) => {
      if (!from.startsWith('.')) return false;
      const source = roomOf(file);
      const target = roomOf(posix.normalize(posix.join(posix.dirname(file), from)));
      const allowed = MAY_IMPORT[source];
      return allowed !== undefined && source !== target && !allowed.includes(target);
    });
    assert.deepEqual(wrong, []);
  });

  it('has no room that the table does not know', () => {
    const rooms = new Set(files.map(roomOf));
    assert.deepEqual([...rooms].filter((room) => room !== 'root' && !(room in MAY_IMPORT)), []);
  });

  it('keeps the editor out of core and of what runs in a webview', () => {
    assert.deepEqual(imports.filter(({ file, from }) => from === 'vscode' && VSCODE_FREE.has(roomOf(file))), []);
  });

  it('keeps Node out of everything but the Node entry', () => {
    const node = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
    assert.deepEqual([...new Set(imports.filter(({ from }) => node.has(from)).map(({ file }) => file))], ['src/extension.node.ts']);
  });
});

function roomOf(path: string): string {
  if (/^src\/commands\/ids(?:\.ts)?$/u.test(path)) return 'commands/ids';
  const parts = path.split('/').slice(1);
  if (parts.length === 1 || (parts.length === 2 && parts[1] === '')) {
    const name = (parts[0] ?? '').replace(/\.ts$/u, '');
    return name in MAY_IMPORT ? name : 'root';
  }
  return parts[0] === 'webview' ? `webview/${parts[1]}` : (parts[0] ?? 'root');
}

function sources(folder: string): string[] {
  assert.ok(existsSync(folder), 'run from the project’s root');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).split('\\').join('/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/^(?:import|export)\b[^'"]+?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gmu);
  return [...found].map((match) => ({ file, from: match[1] ?? match[2] ?? match[3] ?? '' }));
}
