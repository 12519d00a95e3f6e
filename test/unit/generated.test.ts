import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ARTEFACTS } from '../generate/artefacts';
import { withJsonValue, withTableRows } from '../generate/parts';

const textOf = (file: string): string => readFileSync(file, 'utf8');
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

describe('What is generated from code', () => {
  for (const { name, file, write } of ARTEFACTS) {
    it(`${file}: ${name}`, () =>
      assert.ok(
        write(textOf(file)) === textOf(file),
        `${file} is old: run npm run generate, and commit what it wrote.`,
      ));

    it(`${file}: ${name}, with the line ends that the file has`, () =>
      assert.ok(write(crlf(textOf(file))) === crlf(textOf(file))));
  }

  it('is rewritten where it is out of date, and nothing else is', () => {
    const present = textOf('package.json');
    const old = present
      .replace('"title": "Start a Loop…"', '"title": "Begin"')
      .replace(/"section-missing": \{[^}]*\},\s*/u, '')
      .replace('"description": "Every section says something."', '"description": "Old."');
    assert.notEqual(old, present);
    assert.equal(
      ARTEFACTS.filter(({ file }) => file === 'package.json').reduce((text, { write }) => write(text), old),
      present,
    );
    const readme = textOf('README.md');
    const [table] = ARTEFACTS.filter(({ file }) => file === 'README.md');
    const lastRow = /\n\| \[`[a-z-]+`\]\(content[^\n]*(?=\n\n)/u;
    const lacking = readme
      .replace(lastRow, '')
      .replace('| nothing weighs one alternative against another |', '| old |');
    assert.notEqual(lacking, readme);
    assert.equal(table?.write(lacking), readme);
  });

  it('is one value in JSON: what stands around it keeps its spaces, its order and its escapes', () => {
    const text = '{ "a": [1,2],\n\t"b": {\n\t\t"c" : "old", "d": "\\u00e9" } }\n';
    assert.equal(
      withJsonValue(text, ['b', 'c'], { e: [1] }),
      '{ "a": [1,2],\n\t"b": {\n\t\t"c" : {\n\t\t  "e": [\n\t\t    1\n\t\t  ]\n\t\t}, "d": "\\u00e9" } }\n',
    );
    assert.throws(() => withJsonValue(text, ['b', 'x'], 1), /b › x/u);
  });

  it('is the rows of one table in Markdown', () => {
    const text = 'a\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n| C |\n|---|\n| 3 |';
    assert.equal(
      withTableRows(text, '| A | B |', (present) => [...present, '| x | y |']),
      'a\n\n| A | B |\n|---|---|\n| 1 | 2 |\n| x | y |\n\n| C |\n|---|\n| 3 |',
    );
    assert.equal(
      withTableRows(text, '| C |', () => []),
      'a\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n| C |\n|---|',
    );
    assert.throws(() => withTableRows(text, '| D |', () => []), /\| D \|/u);
  });
});
