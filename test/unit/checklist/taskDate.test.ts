import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseChecklist, toggleItem } from '../../../src/core/checklist/checklist';
import {
  formatTaskDate,
  setTaskDate,
  splitTaskDate,
  textOfItem,
  type TaskDate,
} from '../../../src/core/checklist/taskDate';
import { addDays } from '../../../src/core/days/dates';
import { applyEdits } from '../../../src/core/markdown/text';

const ITEM = '**Call Ann.** Ask about the team';

describe('a task’s own date', () => {
  it('stands at the end of its line', () => {
    assert.deepEqual(splitTaskDate(`${ITEM} (due 2026-11-28)`), { text: ITEM, date: { due: '2026-11-28' } });
    assert.deepEqual(splitTaskDate(`${ITEM} (due 2026-11-28, was 2026-11-25)`), {
      text: ITEM,
      date: { due: '2026-11-28', was: '2026-11-25' },
    });
    assert.deepEqual(splitTaskDate('(due 2026-11-28)'), { text: '', date: { due: '2026-11-28' } });
  });

  it('is nothing else in brackets, and nothing before the end', () => {
    for (const text of [
      ITEM,
      'Pay (due soon)',
      'Rent (due 2026-11-28) on time',
      'Read (2026-11-28)',
      'due 2026-11-28',
    ]) {
      assert.deepEqual(splitTaskDate(text), { text, date: undefined });
    }
  });

  it('that is not a calendar day is reported', () => {
    assert.deepEqual(splitTaskDate('Pay (due 2026-02-30)'), {
      text: 'Pay (due 2026-02-30)',
      date: undefined,
      bad: '2026-02-30',
    });
    assert.equal(splitTaskDate('Pay (due 2026-02-20, was 2026-13-01)').bad, '2026-13-01');
  });

  it('is written, changed and removed by one edit of its line; every other byte stays', () => {
    const text = '\uFEFF# P\r\n\r\n- [ ] One  \r\n\t- [x] One\r\n- [ ] Two (due 2026-11-28)\r\nlazy line';
    const set = (line: number, expected: string, date?: TaskDate): string =>
      applyEdits(text, setTaskDate(text, line, expected, date) ?? assert.fail('refused'));
    assert.equal(set(2, 'One', { due: '2026-12-01' }), text.replace('One  ', 'One (due 2026-12-01)  '));
    assert.equal(set(3, 'One', { due: '2026-12-01' }), text.replace('[x] One', '[x] One (due 2026-12-01)'));
    assert.equal(
      set(4, 'Two (due 2026-11-28)', { due: '2026-12-01', was: '2026-11-28' }),
      text.replace('(due 2026-11-28)', '(due 2026-12-01, was 2026-11-28)'),
    );
    assert.equal(set(4, 'Two (due 2026-11-28)'), text.replace(' (due 2026-11-28)', ''));
    assert.deepEqual(setTaskDate(text, 4, 'Two (due 2026-11-28)', { due: '2026-11-28' }), []);
  });

  it('is not written where the line says something else, or the file is in conflict', () => {
    assert.equal(setTaskDate('- [ ] One\n', 0, 'Two', { due: '2026-12-01' }), undefined);
    assert.equal(setTaskDate('# One\n- [ ] One\n', 0, 'One', { due: '2026-12-01' }), undefined);
    assert.equal(setTaskDate('<<<<<<< a\n- [ ] One\n=======\n>>>>>>> b\n', 1, 'One', { due: '2026-12-01' }), undefined);
  });

  it('goes to the very item that was shown, where several say the same', () => {
    const text = '- [ ] Call\n- [ ] Call\n';
    const onLine = (line: number, nth: number): unknown => setTaskDate(text, line, 'Call', { due: '2026-12-01' }, nth);
    assert.ok(Array.isArray(onLine(1, 1)));
    assert.equal(onLine(1, 0), undefined, 'a line was put in above it');
    assert.equal(setTaskDate('- [ ] Call\n', 0, 'Call', { due: '2026-12-01' }, 1), undefined, 'the other one is gone');
  });

  it('is read as it was written, and the item still ticks (property)', () => {
    const date = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1970-01-01', days));
    const words = fc.stringMatching(/^[\w *.()-]{0,30}$/u).map((text) => text.trim());
    fc.assert(
      fc.property(words, date, fc.option(date, { nil: undefined }), (words_, due, was) => {
        const line = `- [ ] ${words_}`;
        const item = parseChecklist(line)[0];
        if (!item || splitTaskDate(item.text).date) return;
        const written = applyEdits(line, setTaskDate(line, 0, item.text, { due, was }) ?? []);
        const again = parseChecklist(written)[0] ?? assert.fail(written);
        assert.equal(textOfItem(again.text), item.text);
        assert.equal(
          formatTaskDate(splitTaskDate(again.text).date ?? assert.fail(written)),
          formatTaskDate({ due, was }),
        );
        assert.equal(toggleItem(written, 0, again.text).kind, 'edit');
        assert.equal(
          applyEdits(written, setTaskDate(written, 0, again.text, undefined) ?? []).trimEnd(),
          line.trimEnd(),
        );
      }),
    );
  });
});
