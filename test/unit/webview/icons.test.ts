import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const BUILT = 'dist/webview';
const PAGES = 'src/webview/browser';

function pagesProgram(): ts.Program {
  const { config } = ts.readConfigFile(join(PAGES, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, PAGES);
  return ts.createProgram(fileNames, options);
}

/** What `icon(…)` is called with anywhere in the pages, by the types of the arguments: a name each, or else where. */
function iconsOf(program: ts.Program): Set<string> {
  const checker = program.getTypeChecker();
  const icons = new Set<string>();
  for (const source of program.getSourceFiles().filter(({ fileName }) => fileName.includes(PAGES))) {
    const visit = (node: ts.Node): void => {
      const [argument] = ts.isCallExpression(node) && node.expression.getText(source) === 'icon' ? node.arguments : [];
      if (argument !== undefined) {
        const type = checker.getTypeAtLocation(argument);
        for (const each of type.isUnion() ? type.types : [type])
          icons.add(
            each.isStringLiteral() ? each.value : `${source.fileName}: any string in icon(${argument.getText()})`,
          );
      }
      node.forEachChild(visit);
    };
    visit(source);
  }
  return icons;
}

/** The characters that a TrueType font has a glyph for: segments of its table `cmap`, in format 4. */
function charactersOf(font: Buffer): Set<string> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const record = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const cmap = font.readUInt32BE(record + 8);
  const maps = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + 4 + 8 * index);
  const map = maps.map((at) => cmap + font.readUInt32BE(at + 4)).find((at) => font.readUInt16BE(at) === 4);
  if (map === undefined) throw new Error('no map of format 4');
  const twice = font.readUInt16BE(map + 6);
  const ends = map + 14;
  const starts = ends + twice + 2;
  const characters = new Set<string>();
  for (let at = 0; at < twice; at += 2)
    for (let code = font.readUInt16BE(starts + at); code <= font.readUInt16BE(ends + at); code += 1)
      characters.add(code.toString(16));
  return characters;
}

const textOf = (file: string): string => readFileSync(join(BUILT, file), 'utf8');

describe('The icons of the pages', () => {
  let rules: ReadonlyMap<string, string>;
  let characters: ReadonlySet<string>;

  before(() => {
    const css = textOf('common.css');
    rules = new Map(
      [...css.matchAll(/\.codicon-([\w-]+):before\s*\{\s*content:\s*"\\(\w+)"/g)].map(([, name = '', c = '']) => [
        name,
        c,
      ]),
    );
    const font = readdirSync(BUILT).find((name) => name.endsWith('.ttf')) ?? '';
    assert.ok(css.includes(font));
    characters = charactersOf(readFileSync(join(BUILT, font)));
  });

  it('have a rule in the style sheet and a glyph in the font', function () {
    this.timeout(60_000);
    const icons = [...iconsOf(pagesProgram())];
    assert.ok(icons.includes('chevron-right') && icons.includes('circle-large'));
    assert.deepEqual(
      icons.filter((name) => !characters.has(rules.get(name) ?? '')),
      [],
    );
  });

  it('are in the font wherever a style sheet takes them from it', () => {
    const taken = readdirSync(BUILT)
      .filter((name) => name.endsWith('.css'))
      .flatMap((name) => [...textOf(name).matchAll(/content:\s*"\\(e\w{3})"/g)].map(([, character = '']) => character));
    assert.ok(taken.length > 0);
    assert.deepEqual(
      taken.filter((character) => !characters.has(character)),
      [],
    );
  });

  it('are few of all that there are', () => {
    assert.ok(characters.size < 100, `${characters.size}`);
  });
});
