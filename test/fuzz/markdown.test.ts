import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseChecklist, toggleItem } from '../../src/core/checklist/checklist';
import { setTaskDate, splitTaskDate } from '../../src/core/checklist/taskDate';
import { carryPoints, feedbackPoints, readCarried, recordPoints } from '../../src/core/feedback/points';
import { findConflict } from '../../src/core/markdown/outline';
import { applyEdits } from '../../src/core/markdown/text';
import { assertSameBlocks, blockDocument } from '../unit/markdown/blockDocument';
import { words } from '../unit/sessions/arbitrary';
import { fuzz } from './support/fuzz';
import { byteOrderMark, markdownText, sortedLines } from './support/texts';

/** Front matter and definitions are read differently on purpose. */
const marks = fc
  .string({ unit: fc.constantFrom(...'\n\n\n   \t-->#`~1.a|:<!=*+'), maxLength: 40 })
  .filter((text) => !text.startsWith('---'));
const text = fc.tuple(byteOrderMark, markdownText).map((parts) => parts.join(''));

describe('Fuzzed Markdown', () => {
  fuzz('has the blocks that markdown-it finds, line by line', blockDocument, assertSameBlocks);
  fuzz('has the blocks that markdown-it finds, mark by mark', marks, assertSameBlocks);

  fuzz('has items that are ticked by one character each, and unticked to the same text', text, (before) => {
    const items = parseChecklist(before);
    for (const item of items) {
      const toggled = toggleItem(before, item.line, item.text);
      if (findConflict(before)) {
        assert.deepEqual(toggled, { kind: 'refused', reason: 'conflict' });
        continue;
      }
      assert.ok(toggled.kind === 'edit');
      const { start, end, newText } = toggled.edit;
      assert.deepEqual([end - start, newText.length], [1, 1]);
      const after = applyEdits(before, [toggled.edit]);
      assert.deepEqual(
        parseChecklist(after),
        items.map((each) => (each.line === item.line ? { ...each, checked: !each.checked } : each)),
      );
      const back = toggleItem(after, item.line, item.text);
      if (before.charAt(start) !== 'X') assert.equal(back.kind === 'edit' && applyEdits(after, [back.edit]), before);
    }
  });

  fuzz('has items that get another day and keep everything else', text, (before) => {
    for (const item of parseChecklist(before)) {
      const edits = setTaskDate(before, item.line, item.text, { due: '2026-12-24' });
      if (findConflict(before)) {
        assert.equal(edits, undefined);
        continue;
      }
      assert.ok(edits);
      const after = parseChecklist(applyEdits(before, edits)).find(({ line }) => line === item.line);
      assert.equal(splitTaskDate(after?.text ?? '').date?.due, '2026-12-24');
      assert.equal(splitTaskDate(after?.text ?? '').text, splitTaskDate(item.text).text);
    }
  });

  fuzz(
    'is given points of feedback that are read back, and loses no line',
    fc.tuple(text, words),
    ([before, given]) => {
      const point = given.replace(/^(?:(?:[-*+]|\d{1,3}[.)])(?: |$))+/u, '');
      if (!/[\p{L}\p{N}]/u.test(point)) return;
      const carried = carryPoints(before, [given], { title: 'System Design', path: 'a.md' }, 'Checklist');
      const recorded = recordPoints(before, [given]);
      if (findConflict(before)) {
        assert.deepEqual([carried, recorded], [undefined, undefined]);
        return;
      }
      const isIn = (said: readonly string[]): boolean => said.some((each) => fold(each) === fold(point));
      const after = applyEdits(before, carried ?? assert.fail());
      assert.ok(isIn(parseChecklist(after).map((item) => readCarried(item.text)?.point ?? item.text)), after);
      const noted = applyEdits(before, recorded ?? assert.fail());
      assert.ok(isIn(feedbackPoints(noted)), noted);
      for (const made of [after, noted]) assertKeeps(made, before);
    },
  );
});

const fold = (said: string): string =>
  said
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/(?<![.!])[.!]+$/u, '');

/** Fails where a line of a text is not in another. */
function assertKeeps(made: string, text: string): void {
  const lines = sortedLines(made);
  for (const line of sortedLines(text)) {
    const at = lines.indexOf(line);
    assert.ok(at >= 0, `${JSON.stringify(line)} is lost in ${JSON.stringify(made)}`);
    lines.splice(at, 1);
  }
}
