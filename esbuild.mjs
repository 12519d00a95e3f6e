/**
 * Builds what runs: the two extension hosts' entries, the webviews, and what else is asked for: the test bundles
 * (--tests), the benches (--bench), the generator (--generate), some unit tests alone (--unit=…).
 * `--watch` rebuilds on change and says so in the words that .vscode/tasks.json waits for.
 */
import { build, context } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import subsetFont from 'subset-font';

const has = (flag) => process.argv.includes(flag);
const watch = has('--watch');

/** Every file under `folder` that ends with `suffix`, as paths from the project's root. */
function files(folder, suffix) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Of all that reads and checks texts: what the extension keeps of files was worked out by these sources. */
const coreVersion = createHash('sha256');
for (const file of [...files('src/core', '.ts'), ...files('src/analysis', '.ts')].sort())
  coreVersion.update(readFileSync(file));

const common = {
  bundle: true,
  define: { CORE_VERSION: JSON.stringify(coreVersion.digest('hex').slice(0, 16)) },
  minify: !watch && !has('--tests'),
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  // VS Code 1.99, the oldest host we install in, runs Node 20.18 and Chromium 132.
  target: ['node20.18', 'chrome132'],
};

const extension = { ...common, format: 'cjs', external: ['vscode'] };

/**
 * Bundles `composition.ts` by itself before it goes into the entry that reads it late. Otherwise each of its thousand
 * modules would be a function that reads those it imports, which takes 3 % more space and time.
 */
const inOneScope = {
  name: 'in-one-scope',
  setup(b) {
    b.onLoad({ filter: /src.composition\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        ...extension,
        entryPoints: [path],
        platform: 'browser',
        sourcemap: 'inline',
        write: false,
      });
      return { contents: outputFiles[0].text, loader: 'js' };
    });
  },
};

/** `.codicon-add:before { content: "\\ea60" }`: an icon's name, and its character in the font. */
const ICON = /^\.codicon-([\w-]+):before \{ content: "\\(\w+)" \}\n/gm;

/**
 * Of the icon font and its style sheet, only what the pages can show: the icons that any string of their scripts or of
 * their messages names, and the characters that their own style sheets take from the font.
 */
const usedIcons = {
  name: 'used-icons',
  setup(b) {
    const scripts = ['browser', 'protocol'].flatMap((folder) => files(`src/webview/${folder}`, '.ts'));
    const styles = files('src/webview/browser', '.css');
    const found = (sources, pattern) =>
      new Set(sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, text]) => text)));
    const usedIn = (css) => {
      const names = found(scripts, /'([a-z][\w-]*)'/g);
      const characters = found(styles, /content: '\\(\w+)'/g);
      return [...css.matchAll(ICON)].filter(([, name, character]) => names.has(name) || characters.has(character));
    };
    const watchFiles = [...scripts, ...styles].map((file) => join(process.cwd(), file));
    b.onLoad({ filter: /codicons.dist.codicon\.css$/ }, ({ path }) => {
      const css = readFileSync(path, 'utf8');
      const used = new Set(usedIn(css).map(([rule]) => rule));
      return { contents: css.replace(ICON, (rule) => (used.has(rule) ? rule : '')), loader: 'css', watchFiles };
    });
    b.onLoad({ filter: /codicons.dist.codicon\.ttf$/ }, async ({ path }) => {
      const used = usedIn(readFileSync(path.replace(/ttf$/, 'css'), 'utf8'));
      const text = used.map(([, , character]) => String.fromCodePoint(parseInt(character, 16))).join('');
      return { contents: await subsetFont(readFileSync(path), text), loader: 'file', watchFiles };
    });
  },
};

const targets = [
  // The small file with which a window of the Node host starts reads the other one when something is first needed.
  {
    ...extension,
    entryPoints: ['src/extension.node.ts'],
    outdir: 'dist',
    platform: 'node',
    external: ['vscode', './extension.web'],
  },
  {
    ...extension,
    entryPoints: ['src/extension.web.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
    // One build inside another sees no change of a file.
    plugins: watch ? [] : [inOneScope],
  },
  {
    ...common,
    entryPoints: [
      'src/webview/browser/pages.ts',
      'src/webview/browser/common.css',
      ...files('src/webview/browser', '.panel.css'),
    ],
    outdir: 'dist/webview',
    format: 'esm',
    platform: 'browser',
    entryNames: '[name]',
    plugins: [usedIcons],
  },
];

/**
 * Makes `tests:<folder>` and `tests:<folder>#<suffix>` modules whose `load()` defines every test of the folder, in
 * order.
 */
const testFolders = {
  name: 'test-folders',
  setup(b) {
    b.onResolve({ filter: /^tests:/ }, ({ path }) => ({ path: path.slice('tests:'.length), namespace: 'tests' }));
    b.onLoad({ filter: /./, namespace: 'tests' }, ({ path }) => {
      const [folder, suffix = '.test.ts'] = path.split('#');
      const requires = files(folder, suffix)
        .sort()
        .map((file) => `  require(${JSON.stringify('./' + file.replaceAll('\\', '/'))});`);
      return {
        contents: `export function load() {\n${requires.join('\n')}\n}`,
        resolveDir: process.cwd(),
        loader: 'js',
      };
    });
  },
};

/** Mocha's build for browsers says it is an ES module and is none: read as one it would overwrite our own exports. */
const browserMocha = {
  name: 'browser-mocha',
  setup(b) {
    b.onResolve({ filter: /^mocha\/mocha\.js$/ }, () => ({
      path: join(process.cwd(), 'node_modules/mocha/mocha.js'),
      namespace: 'script',
    }));
    b.onLoad({ filter: /./, namespace: 'script' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'js',
    }));
  },
};

const test = {
  ...common,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  sourcesContent: true,
  sourcemap: 'inline',
  plugins: [testFolders],
};

const testTargets = [
  {
    ...test,
    entryPoints: files('test/unit', '.test.ts'),
    outdir: 'dist/test/unit',
    outbase: 'test/unit',
    packages: 'external',
  },
  {
    ...test,
    entryPoints: files('test/fuzz', '.test.ts'),
    outdir: 'dist/test/fuzz',
    outbase: 'test/fuzz',
    packages: 'external',
  },
  // What finds, provisions and drives VS Code; its programs are the entries, the rest are their modules.
  {
    ...test,
    entryPoints: [
      'all',
      'editor',
      'longFuzz',
      'mutation',
      'nightly',
      'propertySeed',
      'reporter',
      'screenshots',
      'start',
      'ui',
      'web',
      'workspaces',
    ]
      .map((name) => `test/host/${name}.ts`)
      .filter(existsSync),
    outdir: 'dist/test/host',
    packages: 'external',
  },
  {
    ...test,
    entryPoints: ['test/editor/index.ts', 'test/editor/workspaces.ts'],
    outdir: 'dist/test/editor',
    external: ['vscode', 'mocha'],
  },
  {
    ...test,
    entryPoints: ['test/editor/web.ts'],
    outfile: 'dist/test/editor/web.js',
    platform: 'browser',
    target: 'chrome132',
    external: ['vscode'],
    plugins: [testFolders, browserMocha],
    alias: { 'node:assert/strict': './test/editor/web-assert.ts' },
    define: { ...common.define, 'process.env.NODE_DEBUG': '""', 'process.noDeprecation': 'true' },
  },
];

/** `npm run bench`: what is measured is built as the extension is, its libraries are taken as installed. */
const benchTargets = [
  {
    ...common,
    minify: false,
    entryPoints: ['test/bench/index.ts', ...files('test/bench/parts', '.ts')],
    outdir: 'dist/test/bench',
    outbase: 'test/bench',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
  },
  {
    ...test,
    entryPoints: ['activation', 'indexing', 'paint'].map((name) => `test/host/${name}.ts`),
    outdir: 'dist/test/host',
    packages: 'external',
  },
  // What measures from inside a window's extension host.
  {
    ...test,
    minify: false,
    entryPoints: files('test/bench/window', '.ts').filter((file) => !file.endsWith('support.ts')),
    outdir: 'dist/test/bench/window',
    external: ['vscode'],
  },
];

/** `npm run mutation`: the unit tests under a folder, or of files whose names begin alike, and nothing else. */
const unitTests = process.argv.find((word) => word.startsWith('--unit='))?.slice('--unit='.length);
const unitTargets = unitTests && [
  { ...testTargets[0], entryPoints: testTargets[0].entryPoints.filter((file) => file.startsWith(join(unitTests))) },
  { ...test, entryPoints: ['test/host/propertySeed.ts'], outdir: 'dist/test/host', packages: 'external' },
];

/** `npm run generate`. */
const generatorTargets = [
  { ...test, entryPoints: ['test/generate/index.ts'], outdir: 'dist/test/generate', packages: 'external' },
];

/**
 * Lists the files of the playbooks that ship: a web host reads an extension's files over http, where folders cannot be
 * listed.
 */
function writePlaybookIndex() {
  const root = join('content', 'playbooks');
  const index = {};
  for (const file of [...files(root, '.md'), ...files(root, '.json')].sort()) {
    const [id, ...path] = relative(root, file).split(sep);
    if (path.length > 0) (index[id] ??= []).push(path.join('/'));
  }
  mkdirSync('dist', { recursive: true });
  writeFileSync(join('dist', 'playbooks.json'), JSON.stringify(index));
}

/**
 * Says when building starts and when all of it has ended, for the task that waits for it; prints errors in a form its
 * problem matcher reads.
 * @param busy the targets that are being built: at first all of them, so that nothing starts before each was built
 * once.
 */
const reporter = (target, busy) => ({
  name: 'watch-reporter',
  setup(b) {
    b.onStart(() => {
      if (busy.size === 0) console.log('[watch] build started');
      busy.add(target);
    });
    b.onEnd((result) => {
      for (const { text, location } of result.errors) {
        console.error(`✘ [ERROR] ${location ? `${location.file}:${location.line}:${location.column}: ` : ''}${text}`);
      }
      busy.delete(target);
      if (busy.size === 0) console.log('[watch] build finished');
    });
  },
});

const wanted = (
  unitTargets ?? [
    ...targets,
    ...(has('--tests') ? testTargets : []),
    ...(has('--bench') ? benchTargets : []),
    ...(has('--generate') ? generatorTargets : []),
  ]
).filter((t) => t.entryPoints.length > 0);

if (watch) {
  writePlaybookIndex();
  console.log('[watch] build started');
  const busy = new Set(wanted);
  const watched = wanted.map((t) => ({ ...t, plugins: [...(t.plugins ?? []), reporter(t, busy)] }));
  const contexts = await Promise.all(watched.map((t) => context(t)));
  await Promise.all(contexts.map((c) => c.watch()));
} else {
  // A test whose source is gone must not go on passing from an old bundle.
  rmSync(relative(process.cwd(), 'dist'), { recursive: true, force: true });
  writePlaybookIndex();
  await Promise.all(wanted.map((t) => build(t)));
}
