import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';

/**
 * The floors of core, from the ground up: a room imports from the floors below its own, and from no other. `ground` is
 * the files beside the rooms.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['ground'],
  ['days', 'markdown', 'timer'],
  ['checklist', 'frontMatter', 'schedule'],
  ['debrief', 'playbook'],
  ['loop'],
  ['offer', 'recall', 'replan', 'story'],
  ['blocks', 'fit', 'match', 'questions', 'sessions', 'markdownIt'],
  ['arithmetic', 'calendar', 'claims', 'feedback', 'invite', 'pack', 'practice', 'readiness', 'retrospective', 'today'],
  ['brief', 'lessons', 'tracker', 'transcript'],
  ['dashboard', 'loopPack'],
];

/** The table of commands names types of core up to sessions; the rooms of core above it name commands. */
const ABOVE_THE_TABLE = FLOORS.findIndex((rooms) => rooms.includes('sessions')) + 1;

const rooms = (from: number, to: number): string[] =>
  FLOORS.slice(from, to)
    .flat()
    .map((room) => `core/${room}`);
const CORE = rooms(0, FLOORS.length);
const GROUND = [
  'commandArguments',
  'commandTable',
  'contextKey',
  'editorCommands',
  'lateCommands',
  'lateTree',
  'lifecycle',
  'refusal',
];

/**
 * What each room under src may import from, besides itself. Dependencies point one way: core ← … ← commands ←
 * composition.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    FLOORS.flatMap((names, floor) =>
      names.map((name) => [
        `core/${name}`,
        [...rooms(0, floor), ...(floor >= ABOVE_THE_TABLE ? ['commandTable'] : [])],
      ]),
    ),
  ),
  commandTable: rooms(0, ABOVE_THE_TABLE),
  commandArguments: ['commandTable'],
  contextKey: [],
  editorCommands: ['commandArguments', 'commandTable', 'lateCommands', 'refusal'],
  lateCommands: ['commandTable'],
  lateTree: ['lifecycle'],
  lifecycle: [],
  node: CORE,
  refusal: [],
  store: [...CORE, ...GROUND],
  timer: [...CORE, ...GROUND, 'store'],
  analysis: [...CORE, ...GROUND, 'store'],
  language: [...CORE, ...GROUND, 'store', 'analysis', 'timer'],
  views: [...CORE, ...GROUND, 'store', 'analysis', 'timer'],
  'webview/protocol': CORE,
  'webview/browser': [...CORE, 'webview/protocol'],
  'webview/host': [...CORE, ...GROUND, 'store', 'analysis', 'timer', 'webview/protocol'],
  commands: [...CORE, ...GROUND, 'store', 'analysis', 'timer', 'language', 'views', 'webview/protocol', 'webview/host'],
};

/** The rooms that know no editor: they run in plain Node in milliseconds, or in a webview. */
const KNOWS_NO_EDITOR = new Set([...CORE, 'commandTable', 'webview/protocol', 'webview/browser']);

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
    const found = new Set(files.map(roomOf));
    assert.deepEqual(
      [...found].filter((room) => room !== 'root' && !(room in MAY_IMPORT)),
      [],
    );
    assert.deepEqual(
      Object.keys(MAY_IMPORT).filter((room) => !found.has(room)),
      [],
    );
  });

  it('has no import cycles: no file imports itself, however indirectly, types included', () => {
    assert.deepEqual(circles(files, imports), []);
  });

  it('finds a circle where there is one', () => {
    const some = ['a.ts', 'b.ts', 'c/index.ts', 'd.ts'];
    const tied = [
      { file: 'a.ts', from: './b' },
      { file: 'b.ts', from: './c' },
      { file: 'c/index.ts', from: '../a' },
      { file: 'd.ts', from: './a' },
    ];
    assert.deepEqual(circles(some, tied), [['a.ts', 'b.ts', 'c/index.ts']]);
  });

  it('keeps the editor out of core and of what runs in a webview', () => {
    assert.deepEqual(
      imports.filter(({ file, from }) => from === 'vscode' && KNOWS_NO_EDITOR.has(roomOf(file))),
      [],
    );
  });

  it('keeps Node out of everything but the Node entry and what only it imports', () => {
    const node = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
    assert.deepEqual([...new Set(imports.filter(({ from }) => node.has(from)).map(({ file }) => file))].sort(), [
      'src/extension.node.ts',
      'src/node/nodeDisk.ts',
    ]);
    assert.deepEqual(
      imports.filter(({ from }) => from.includes('/node/')).map(({ file }) => file),
      ['src/extension.node.ts'],
    );
  });

  it('asks nothing of the network, runs no program, and makes no code or page of text', () => {
    const may = ['fetch(', 'XMLHttpRequest', 'WebSocket(', 'EventSource(', 'sendBeacon(', 'child_process'];
    const made = [
      'eval(',
      'new Function(',
      'innerHTML',
      'outerHTML',
      'insertAdjacentHTML',
      'document.write(',
      'unsafeHTML',
    ];
    assert.deepEqual(
      files.flatMap((file) => {
        const text = readFileSync(file, 'utf8').replace(/\/\/ .*|^ *\/?\*.*$/gmu, '');
        return [...may, ...made].filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
      }),
      [],
    );
  });

  it('is the one that CONTRIBUTING draws', () => {
    const drawn = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| (\d) \| (?!-)(.+?) \|/gmu)];
    const named = drawn.map(([, floor, names]) => [
      Number(floor),
      [...(names ?? '').matchAll(/`(\w+)`/gu)].map(([, name]) => name),
    ]);
    assert.deepEqual(
      named,
      FLOORS.map((names, floor) => [floor, names])
        .slice(1)
        .reverse(),
    );
  });
});

/** The room of a file or of what an import names: `core/<room>`, `webview/<side>`, a folder, or a file of src's own. */
function roomOf(path: string): string {
  const [first = '', second = '', ...rest] = path.replace(/\.ts$/u, '').split('/').slice(1);
  if (first === 'core') return `core/${rest.length > 0 || isFolder(`src/core/${second}`) ? second : 'ground'}`;
  if (first === 'webview') return `webview/${second}`;
  return first in MAY_IMPORT ? first : 'root';
}

function isFolder(path: string): boolean {
  return existsSync(path) && !existsSync(`${path}.ts`);
}

/** The groups of files that import each other in a circle, by Tarjan's strongly connected components. */
function circles(files: readonly string[], imports: readonly Import[]): string[][] {
  const known = new Set(files);
  const targets = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const { file, from } of imports) {
    if (!from.startsWith('.')) continue;
    const path = posix.normalize(posix.join(posix.dirname(file), from));
    const target = [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => known.has(candidate));
    if (target !== undefined) targets.get(file)?.push(target);
  }
  const found: string[][] = [];
  const order = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): number => {
    order.set(file, order.size);
    let low = order.size - 1;
    open.push(file);
    for (const target of targets.get(file) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, order.get(target) ?? low);
    }
    if (low === order.get(file)) {
      const group = open.splice(open.indexOf(file));
      if (group.length > 1) found.push(group.sort());
    }
    return low;
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}

function sources(folder: string): string[] {
  assert.ok(existsSync(folder), 'run from the project’s root');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).split('\\').join('/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\b[^'"]+?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gmu,
  );
  return [...found].map((match) => ({ file, from: match[1] ?? match[2] ?? match[3] ?? '' }));
}
