import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setFrontMatterValue } from '../../../src/core/frontMatter/editFrontMatter';
import { applyEdits, type TextEdit } from '../../../src/core/markdown/text';
import { noteEdits, takeBack } from '../../../src/core/markdown/undo';

const TEXT = '---\r\nround: a\r\ndate: 2026-11-30 # mine\r\ntime:\r\n---\r\n# A\r\n- [ ] One\r\n- [ ] Two';

/** Writes, lets the text be changed, and takes back. */
function undo(
  text: string,
  edits: readonly TextEdit[],
  meanwhile: (written: string) => string = (written) => written,
): string | undefined {
  const written = meanwhile(applyEdits(text, edits));
  const back = takeBack(written, noteEdits(text, edits));
  return back && applyEdits(written, back);
}

describe('taking back what was written', () => {
  const edits = [
    ...(setFrontMatterValue(TEXT, 'date', '2026-12-01') ?? []),
    ...(setFrontMatterValue(TEXT, 'time', '10:00') ?? []),
    ...(setFrontMatterValue(TEXT, 'pinned', true) ?? []),
  ];

  it('puts back every byte: values, a value that was blank, a key that was not there', () => {
    assert.equal(edits.length, 3);
    assert.equal(undo(TEXT, edits), TEXT);
    const two = setFrontMatterValue('---\na: 1\n---\n', 'b', 2) ?? [];
    assert.equal(
      undo('---\na: 1\n---\n', [...two, ...(setFrontMatterValue('---\na: 1\n---\n', 'c', 3) ?? [])]),
      '---\na: 1\n---\n',
    );
  });

  it('leaves what else was changed since, above and below', () => {
    const done = (text: string): string =>
      text
        .replace('# A', '# Better\r\n\r\nA note')
        .replace('[ ] One', '[x] One')
        .replace('round: a', 'round: a\r\nmine: 1');
    assert.equal(undo(TEXT, edits, done), done(TEXT));
    assert.equal(
      undo(TEXT, edits, (text) => `\uFEFF${text}`),
      `\uFEFF${TEXT}`,
    );
  });

  it('is refused where the text says something else by now, or says it twice', () => {
    assert.equal(
      undo(TEXT, edits, (text) => text.replace('2026-12-01', '2026-12-02')),
      undefined,
    );
    const last = [{ start: TEXT.length, end: TEXT.length, newText: ' (due 2026-12-01)' }];
    assert.equal(undo(TEXT, last), TEXT);
    assert.equal(
      undo(TEXT, last, (text) => `${text}\r\n`),
      `${TEXT}\r\n`,
    );
    assert.equal(
      undo(TEXT, last, (text) => `${text} and more`),
      undefined,
    );
    assert.equal(
      undo(TEXT, last, (text) => `# New\r\n${text}\r\n- [ ] Two (due 2026-12-01)`),
      undefined,
    );
  });

  it('gives the text back, whatever was edited within lines (property)', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', ' '), maxLength: 40 });
    const raw = fc.array(
      fc.tuple(fc.nat(40), fc.nat(4), fc.string({ unit: fc.constantFrom('x', '\n', 'y'), maxLength: 4 })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(text, raw, (before, wanted) => {
        let position = 0;
        const own = wanted.map(([gap, length, newText]): TextEdit => {
          const start = Math.min(before.length, position + (gap % 9) + 1);
          position = Math.min(before.length, start + length);
          return { start, end: position, newText };
        });
        fc.pre(own.every(({ start, end }) => !before.slice(start, end).includes('\n')));
        assert.equal(undo(before, own), before);
      }),
    );
  });
});
