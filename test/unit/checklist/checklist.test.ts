import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseChecklist, plainText, toggleItem } from '../../../src/core/checklist/checklist';
import { applyEdits } from '../../../src/core/markdown/text';
import { runs } from '../../support/properties';

describe('a checklist', () => {
  it('has the task-list items of the text, under their headings', () => {
    const text =
      '# Round\n\n## Before\n- [ ] One\n  * [x] Two `code`\n1. [X] Three\n\n## After\n+ [ ]\n- plain\n- [link](a.md)\n```\n- [ ] code\n```\n';
    assert.deepEqual(
      parseChecklist(text).map(({ line, text: item, checked, indent, heading }) => [
        line,
        item,
        checked,
        indent,
        heading,
      ]),
      [
        [3, 'One', false, 0, 'Before'],
        [4, 'Two `code`', true, 2, 'Before'],
        [5, 'Three', true, 0, 'Before'],
        [8, '', false, 0, 'After'],
      ],
    );
  });

  it('is ticked by changing the one character between the brackets', () => {
    const text = '\uFEFF# A\r\n\r\n- [ ] One  \r\n- [x] Two\r\n';
    const one = toggleItem(text, 2, 'One');
    assert.ok(one.kind === 'edit' && one.checked);
    assert.equal(applyEdits(text, [one.edit]), text.replace('[ ]', '[x]'));
    const two = toggleItem(text, 3, '- [x] Two');
    assert.ok(two.kind === 'edit' && !two.checked);
    assert.equal(applyEdits(text, [two.edit]), text.replace('[x]', '[ ]'));
  });

  it('refuses a line that moved, changed or is in conflict, and keeps one that is already as wanted', () => {
    assert.deepEqual(toggleItem('- [ ] One\n', 0, 'Two'), { kind: 'refused', reason: 'changed' });
    assert.deepEqual(toggleItem('\n- [ ] One\n', 0, 'One'), { kind: 'refused', reason: 'changed' });
    assert.deepEqual(toggleItem('- [ ] One\n', 7, 'One'), { kind: 'refused', reason: 'changed' });
    const conflict = '- [ ] One\n<<<<<<< a\n=======\n>>>>>>> b\n';
    assert.deepEqual(toggleItem(conflict, 0, 'One'), { kind: 'refused', reason: 'conflict' });
    assert.deepEqual(toggleItem('- [x] One\n', 0, 'One', true), { kind: 'already', checked: true });
  });

  it('distinguishes two items with the same text by their order: a line inserted above does not tick the first', () => {
    const text = '- [ ] Call\n- [ ] Call\n- [ ] Write\n';
    const [first, second, other] = parseChecklist(text);
    assert.deepEqual([first?.nth, second?.nth, other?.nth], [0, 1, undefined]);
    assert.deepEqual(toggleItem(`# Put in\n${text}`, 1, 'Call', true, 1), { kind: 'refused', reason: 'changed' });
    assert.equal(toggleItem(text, 1, 'Call', true, 1).kind, 'edit');
    assert.equal(toggleItem(text, 1, 'Call', true).kind, 'edit', 'who does not say which one means the line');
    assert.equal(toggleItem('- [ ] Call\n', 0, 'Call', true, 0).kind, 'edit', 'the other one is gone');
  });

  it('never ticks another item, whatever line is added or removed (property)', () => {
    const line = fc.constantFrom('- [ ] a', '- [ ] b', '- [x] a', 'text');
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.nat(8),
        fc.boolean(),
        line,
        (lines, at, put, one) => {
          const before = parseChecklist(lines.join('\n'));
          const after = [...lines];
          after.splice(Math.min(at, lines.length), put ? 0 : 1, ...(put ? [one] : []));
          const texts = parseChecklist(after.join('\n')).map(({ text }) => text);
          for (const { line: shown, text, nth = 0 } of before) {
            const result = toggleItem(after.join('\n'), shown, text, undefined, nth);
            if (result.kind !== 'edit') continue;
            const ticked = parseChecklist(after.join('\n')).find(({ markOffset }) => markOffset === result.edit.start);
            assert.equal(ticked?.text, text);
            assert.equal(ticked?.nth ?? 0, nth);
            assert.ok(texts.filter((each) => each === text).length > nth);
          }
        },
      ),
      runs(300),
    );
  });

  it('comes back to the same bytes when ticked and unticked (property)', () => {
    const line = fc.constantFrom('- [ ] a', '* [ ] b', '  - [ ] c', '# h', '', 'text', '```', '1. [ ] d', '<!-- x -->');
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF'), (lines, eol, bom) => {
        const text = bom + lines.join(eol);
        for (const item of parseChecklist(text)) {
          const on = toggleItem(text, item.line, item.text);
          assert.ok(on.kind === 'edit');
          const ticked = applyEdits(text, [on.edit]);
          assert.equal([...ticked].filter((unit, index) => unit !== [...text][index]).length, 1);
          const off = toggleItem(ticked, item.line, item.text);
          assert.ok(off.kind === 'edit');
          assert.equal(applyEdits(ticked, [off.edit]), text);
        }
      }),
    );
  });

  it('never throws on any text (property)', () => {
    fc.assert(fc.property(fc.string(), fc.integer(), (text, line) => void toggleItem(text, line, text)));
  });
});

describe('an item’s text as plain words', () => {
  it('loses its marks and keeps its words', () => {
    assert.equal(plainText('**Study** the [ksqlDB](https://x.y) `docs`, _twice_'), 'Study the ksqlDB docs, twice');
    assert.equal(plainText('snake_case and 2 \\* 3'), 'snake_case and 2 * 3');
    assert.equal(plainText('**Study** <!-- ask Ana --> docs <!-- to be'), 'Study  docs');
    assert.equal(plainText('Explain `<!--` and \\<!-- here'), 'Explain <!-- and \\<!-- here');
  });
});
