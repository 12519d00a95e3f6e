import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/commandTable';
import { SETTINGS, type Setting } from '../../src/store/settingTable';

interface Named {
  readonly command: string;
}

interface Keybinding extends Named {
  readonly key: string;
  readonly mac?: string;
}

interface DeclaredSetting {
  readonly default: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: { readonly minimum?: number; readonly maximum?: number };
}

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly main: string;
  readonly browser: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly (Named & { readonly category?: string; readonly title: string })[];
    readonly keybindings: readonly Keybinding[];
    readonly menus: Readonly<Record<string, readonly Named[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, DeclaredSetting>> };
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
  };
  readonly scripts: Readonly<Record<string, string>>;
}

interface Shipped {
  readonly title: string;
  readonly preparation: readonly { readonly minutes: number }[];
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { contributes } = manifest;
const sources = new Map(
  readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .map((file) => [file, readFileSync(file, 'utf8')]),
);
const code = [...sources.values()].join('\n');

/** What the first group of `pattern` finds in the sources, each once, in order. */
const inCode = (pattern: RegExp): string[] =>
  [...new Set([...code.matchAll(pattern)].map(([, found]) => found ?? ''))].sort();
const isOurs = (id: string): boolean => id.startsWith('prepLoop.');
const commands = contributes.commands.map(({ command }) => command).sort();
const views = Object.values(contributes.views).flat();

describe('The manifest', () => {
  it('has the commands of the one typed table, each of which is registered', () => {
    const inTable = Object.entries<{ readonly title: string }>(COMMANDS).map(([id, looks]) => ({
      command: id,
      category: 'Prep Loop',
      ...looks,
    }));
    assert.deepEqual(contributes.commands, inTable);
    assert.deepEqual(inCode(/registerCommand\('(prepLoop\.\w+)'/gu), commands);
  });

  it('puts each command under “Prep Loop:” in the palette', () => {
    assert.deepEqual(
      contributes.commands.filter(({ category, title }) => category !== 'Prep Loop' || title === ''),
      [],
    );
  });

  it('names only commands that exist in menus, keys and welcome views', () => {
    const named = [...contributes.keybindings, ...Object.values(contributes.menus).flat()].map(
      ({ command }) => command,
    );
    const linked = contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/\(command:([\w.]+)\)/gu)].map(([, id]) => id ?? ''),
    );
    assert.deepEqual(
      [...named, ...linked].filter((id) => isOurs(id) && !commands.includes(id)),
      [],
    );
  });

  it('has the views that the code fills, and the panels that it restores', () => {
    assert.deepEqual(inCode(/LateTree(?:<\w+>)?\(\s*'(prepLoop\.\w+)'/gu), views.map(({ id }) => id).sort());
    // A view whose stand-in was replaced while the editor was still registering that stayed empty on a busy machine.
    assert.equal(code.match(/\bcreateTreeView\(|\bregisterTreeDataProvider\(/gu)?.length, 1);
    const panels = inCode(/_VIEW_TYPE = '(prepLoop\.\w+)'/gu);
    const restored = manifest.activationEvents.filter((event) => event.startsWith('onWebviewPanel:'));
    assert.deepEqual(
      restored.sort(),
      panels.map((id) => `onWebviewPanel:${id}`),
    );
  });

  it('has no setting that the code does not read', () => {
    const keys = Object.keys(contributes.configuration.properties);
    assert.deepEqual(keys.map((key) => key.slice('prepLoop.'.length)).sort(), Object.keys(SETTINGS).sort());
    for (const key of keys) {
      assert.ok(isOurs(key));
      assert.match(code, new RegExp(`\\bvalueOf\\('${key.slice('prepLoop.'.length)}'`, 'u'), key);
    }
  });

  it('declares the default and the range that the code gives each setting', () => {
    for (const [name, { default: fallback, range }] of Object.entries<Setting<unknown>>(SETTINGS)) {
      const declared = contributes.configuration.properties[`prepLoop.${name}`];
      const { minimum, maximum } = declared?.items ?? declared ?? {};
      assert.deepEqual(declared?.default, fallback, name);
      assert.deepEqual([minimum, maximum], range ?? [undefined, undefined], name);
    }
  });

  it('reads settings in one place', () => {
    const readers = [...sources].filter(([, text]) => text.includes('getConfiguration(')).map(([file]) => file);
    assert.deepEqual(readers, ['src/store/settings.ts']);
  });

  it('points at files that exist', () => {
    const files = [
      ...views.map(({ icon }) => icon),
      ...contributes.jsonValidation.map(({ url }) => url),
      manifest.main,
      manifest.browser,
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('asks for the VS Code whose types it is written against', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode'] ?? ''}`);
  });
});

describe('The README', () => {
  const readme = readFileSync('README.md', 'utf8');

  it('names only npm scripts that exist', () => {
    const named = [...readme.matchAll(/(?:&& |`)npm (?!ci\b)(?:run )?([\w:]+)/gu)].map(([, name]) => name ?? '');
    assert.ok(named.includes('start') && named.includes('test') && named.includes('package'));
    assert.deepEqual(
      named.filter((name) => !(name in manifest.scripts)),
      [],
    );
  });

  it('links only to files and shows only pictures that exist', () => {
    const targets = [...readme.matchAll(/\]\(([^)\s]+)\)/gu)]
      .map(([, target]) => target ?? '')
      .filter((target) => !/^(?:https?:|#)/u.test(target));
    assert.ok(targets.some((target) => target.endsWith('.png')));
    assert.deepEqual(
      targets.filter((target) => !existsSync(target)),
      [],
    );
  });

  it('has beside it a SECURITY.md in which each threat names tests that exist', () => {
    const rows = readFileSync('SECURITY.md', 'utf8').match(/^\| (?!---|threat ).+$/gmu) ?? [];
    const tests = rows.map((row) => [...row.matchAll(/`(test\/[^`]+)`/gu)].map(([, path]) => path ?? ''));
    assert.ok(rows.length > 10);
    assert.deepEqual(
      tests.filter((paths) => !paths.some((path) => existsSync(path)) || paths.some((path) => !existsSync(path))),
      [],
    );
  });

  it('names each playbook as the list of playbooks does, with the hours of its planned tasks', () => {
    const playbooks = ['confluent-ai-ml-pm', 'general-pm'].map(
      (id) => JSON.parse(readFileSync(`content/playbooks/${id}/playbook.json`, 'utf8')) as Shipped,
    );
    assert.ok(readme.includes(`| | ${playbooks.map(({ title }) => title).join(' | ')} |`));
    const hours = playbooks.map(({ preparation }) => preparation.reduce((sum, { minutes }) => sum + minutes, 0) / 60);
    const [row] = readme.split('\n').filter((line) => line.startsWith('| Time it takes |'));
    assert.deepEqual(
      [...(row ?? '').matchAll(/; (\d+) of them are planned tasks/gu)].map(([, planned]) => Number(planned)),
      hours.map(Math.round),
    );
  });

  it('says of each Alt key whether a Mac has it on Control and Option', () => {
    const same = contributes.keybindings.filter(({ key, mac }) => key.includes('alt') && !mac?.includes('ctrl+alt'));
    assert.deepEqual(
      same.map(({ key }) => key),
      ['alt+enter'],
    );
    assert.ok(readme.includes('(except <kbd>Alt</kbd>+<kbd>Enter</kbd>, which is <kbd>⌥</kbd>+<kbd>Enter</kbd>)'));
  });

  it('lists each setting by its name', () => {
    assert.deepEqual(
      Object.keys(contributes.configuration.properties).filter((key) => !readme.includes(`\`${key}\``)),
      [],
    );
  });
});
