import assert from 'node:assert/strict';
import fc from 'fast-check';
import { classifyLines, findConflict, outline } from '../../../src/core/markdown/outline';
import { applyEdits, endOfLine, lineIndexAt, splitLines } from '../../../src/core/markdown/text';

describe('lines', () => {
  it('end at LF, CRLF and CR, and give the text back (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', ' ')), (parts) => {
        const text = parts.join('');
        const lines = splitLines(text);
        assert.equal(lines.map((line) => text.slice(line.start, line.next)).join(''), text);
        for (const line of lines) assert.doesNotMatch(text.slice(line.start, line.end), /[\r\n]/u);
        lines.forEach((line, index) => assert.equal(lineIndexAt(lines, line.start), index));
      }),
    );
  });

  it('of a text that ends with a break have an empty one at the end, as in the editor', () => {
    assert.equal(splitLines('a\n').length, 2);
    assert.equal(splitLines('').length, 1);
    assert.equal(endOfLine('a\r\nb\n'), '\r\n');
    assert.equal(endOfLine('a'), '\n');
  });
});

describe('edits', () => {
  it('are applied together, whatever their order', () => {
    const edits = [
      { start: 4, end: 5, newText: 'E' },
      { start: 0, end: 1, newText: 'A' },
      { start: 2, end: 2, newText: '-' },
    ];
    assert.equal(applyEdits('abcde', edits), 'Ab-cdE');
  });

  it('that overlap or lie outside are refused', () => {
    assert.throws(
      () =>
        applyEdits('abc', [
          { start: 0, end: 2, newText: '' },
          { start: 1, end: 3, newText: '' },
        ]),
      RangeError,
    );
    assert.throws(() => applyEdits('abc', [{ start: 2, end: 9, newText: '' }]), RangeError);
  });
});

describe('the outline', () => {
  const text = [
    '---',
    '# not: this',
    '---',
    '# One',
    'a',
    '## Two ##',
    'b',
    '```md',
    '# code',
    '```',
    '<!--',
    '# comment',
    '-->',
    '### C#',
    'c',
    '# Four',
  ].join('\n');

  it('has the headings, not those in front matter, code and comments', () => {
    assert.deepEqual(
      outline(text).map(({ level, title }) => [level, title]),
      [
        [1, 'One'],
        [2, 'Two'],
        [3, 'C#'],
        [1, 'Four'],
      ],
    );
  });

  it('knows where a section and the text right under its heading end', () => {
    const [one, two, three] = outline(text);
    assert.equal(text.slice(one?.contentStart, one?.contentEnd), 'a\n');
    assert.equal(one?.end, text.indexOf('# Four'));
    assert.equal(two?.end, text.indexOf('# Four'));
    assert.equal(text.slice(three?.contentStart, three?.end), 'c\n');
  });

  it('lets an unclosed fence run to the end, and a code span open none', () => {
    assert.deepEqual(classifyLines('```\n# a\n'), ['code', 'code', 'code']);
    assert.deepEqual(classifyLines('``` a ```\n# a'), ['text', 'heading']);
    assert.deepEqual(classifyLines('~~~\n```\n~~~\n# a'), ['code', 'code', 'code', 'heading']);
  });
});

describe('a merge conflict', () => {
  it('is found by its three markers', () => {
    const text = 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n';
    assert.deepEqual(findConflict(text), { start: 2, end: 14 });
    assert.equal(findConflict('a\n=======\nb'), undefined);
    assert.equal(findConflict('<<<<<<< HEAD\nno more'), undefined);
  });
});
