import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseChecklist } from '../../../src/core/checklist/checklist';
import { carriedText, carryPoints, feedbackPoints, readCarried, recordPoints } from '../../../src/core/feedback/points';
import { applyEdits } from '../../../src/core/markdown/text';
import { costAtOnce } from '../../host/processorTime';

const SOURCE = { title: 'System Design', path: '../sessions/2026-11-26T1430-system-design.md' };
const ROUND =
  '---\nround: product-sense\n---\n# Product Sense\n\n## Checklist\n\n- [ ] One\n- [x] Two\n\n## Notes\n\nMine.\n';
const CARRIED =
  '- [ ] Name the fallback first ([feedback on System Design](../sessions/2026-11-26T1430-system-design.md))';

function edited(text: string, edits: ReturnType<typeof carryPoints>): string {
  assert.ok(edits);
  return applyEdits(text, edits);
}
const carry = (text: string, ...points: string[]): string =>
  edited(text, carryPoints(text, points, SOURCE, 'Checklist'));

describe('A point of feedback', () => {
  it('becomes the last item of the next round’s checklist, with its source linked', () => {
    assert.equal(carry(ROUND, 'Name the fallback first'), ROUND.replace('- [x] Two\n', `- [x] Two\n${CARRIED}\n`));
  });

  it('keeps line breaks, a byte-order mark and everything else of the file', () => {
    const text = `\uFEFF${ROUND.replaceAll('\n', '\r\n')}`;
    assert.equal(carry(text, 'Name the fallback first'), text.replace('- [x] Two\r\n', `- [x] Two\r\n${CARRIED}\r\n`));
  });

  // Each beginning of a source was read on to the line's end: a line with 20,000 of them took nine seconds.
  it('is looked for in time that grows with the item, however often its source seems to begin', () => {
    const started = performance.now();
    assert.equal(readCarried(`A${' ([feedback on B'.repeat(20_000)}`), undefined);
    assert.ok(performance.now() - started < 1000);
  });

  it('is added once: not again when it is ticked, comes twice, or differs only in case and full stop', () => {
    const once = carry(ROUND, 'Name the fallback first', 'name the fallback first.');
    assert.equal(carry(once, 'Name the fallback first'), once);
    const ticked = once.replace('- [ ] Name', '- [x] Name');
    assert.equal(carry(ticked, 'Name the fallback first'), ticked);
    assert.equal(carry(ROUND, 'One'), ROUND, 'one that the candidate wrote');
  });

  it('finds its place where there is no checklist, or no item in it', () => {
    assert.equal(
      carry('# R\n\n## Notes\n\nMine.\n', 'A'),
      `# R\n\n## Checklist\n\n- [ ] A ([feedback on System Design](${SOURCE.path}))\n\n## Notes\n\nMine.\n`,
    );
    assert.equal(carry('# R\n', 'A'), `# R\n\n## Checklist\n\n- [ ] A ([feedback on System Design](${SOURCE.path}))\n`);
    assert.equal(
      carry('# R\n\n## Checklist\n\nOne by one:\n\n## Notes\n', 'A'),
      `# R\n\n## Checklist\n\nOne by one:\n\n- [ ] A ([feedback on System Design](${SOURCE.path}))\n\n## Notes\n`,
    );
    assert.equal(carry('', 'A'), `## Checklist\n\n- [ ] A ([feedback on System Design](${SOURCE.path}))\n`);
  });

  it('goes after the whole of the last item, and takes none of its text', () => {
    // The lines below the last item became the new item's.
    const item = `- [ ] A ([feedback on System Design](${SOURCE.path}))`;
    const long = '## Checklist\n\n- [ ] One\n  goes on\n  - [x] within\n\n  Said later.\n\nA paragraph.\n';
    assert.equal(carry(long, 'A'), long.replace('Said later.\n', `Said later.\n${item}\n`));
  });

  it('does not get into a code block or a comment that was left open', () => {
    for (const text of ['```\ncode\n', '## Checklist\n\n```\ncode\n', '# R\n\n<!-- later\n', '<pre>\n']) {
      const items = (of: string): string[] => parseChecklist(of).map((item) => readCarried(item.text)?.point ?? '');
      assert.deepEqual(items(carry(text, 'A')), ['A'], text);
      assert.deepEqual(feedbackPoints(edited(text, recordPoints(text, ['A']))), ['A'], text);
    }
  });

  it('is not written into a file with a merge conflict', () => {
    const text = '<<<<<<< a\n- [ ] One\n=======\n- [ ] Two\n>>>>>>> b\n';
    assert.equal(carryPoints(text, ['A'], SOURCE, 'Checklist'), undefined);
    assert.equal(recordPoints(text, ['A']), undefined);
  });

  it('is read back from its item, whatever its words and its file’s name', () => {
    const words = fc
      .string({ minLength: 1, maxLength: 30 })
      .map((text) => text.replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '');
    const path = fc.stringMatching(/^[\w \-äß]{1,12}$/u).map((name) => `../sessions/${name}.md`);
    fc.assert(
      fc.property(words, words, path, (point, title, file) => {
        const read = readCarried(carriedText(point, { title, path: file }));
        assert.deepEqual([read?.point, read?.title, decodeURIComponent(read?.path ?? '')], [point, title, file]);
      }),
    );
  });

  it('gives the same text added twice as once, and adds a line for each point', () => {
    const points = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 5 });
    fc.assert(
      fc.property(
        points,
        fc.constantFrom(ROUND, '', '# R\n\n## Checklist', '- [ ] One', 'Text\r\n\r\n## Checklist\r\n\r\n- [ ] A\r\n'),
        (all, text) => {
          const once = carry(text, ...all);
          assert.equal(carry(once, ...all), once);
          assert.ok(parseChecklist(once).length - parseChecklist(text).length <= all.length);
        },
      ),
    );
  });

  it('of a real round is kept in its file as a plain list, which does not count as a task of that round', () => {
    const text = edited(ROUND, recordPoints(ROUND, ['Name the fallback first', 'Price it']));
    assert.equal(text, `${ROUND}\n## Feedback\n\n- Name the fallback first\n- Price it\n`);
    assert.equal(parseChecklist(text).length, parseChecklist(ROUND).length);
    const more = edited(text, recordPoints(text, ['Price it', 'Slow down']));
    assert.equal(more, `${text}- Slow down\n`);
    assert.deepEqual(feedbackPoints(more), ['Name the fallback first', 'Price it', 'Slow down']);
  });

  it('is read as a person wrote it: a list of any kind with lines that go on, or paragraphs', () => {
    const read = (body: string): string[] =>
      feedbackPoints(`# R\n\n## feedback\n\n${body}\n\n## Notes\n\n- not this\n`);
    assert.deepEqual(read('- One\n  goes on\n* [ ] Two\n1. Three\n'), ['One goes on', 'Two', 'Three']);
    assert.deepEqual(read('One point\nover two lines.\n\nAnother.'), ['One point over two lines.', 'Another.']);
    assert.deepEqual(read('They said:\n\n- One\n- One\n'), ['One']);
    assert.deepEqual(feedbackPoints('# No such section\n'), []);
  });

  it('is read in time that grows with its length, however many lines it goes on for', () => {
    // Each line was joined to all before it: 4,000 lines took 3.5 s.
    const point = (lines: number): string => `## Feedback\n\n- One\n${'  goes on and on\n'.repeat(lines)}`;
    const ratio = costAtOnce((lines) => feedbackPoints(point(lines)), 16_000, 16);
    assert.ok(ratio < 8, `${ratio} times as long at once as in 16 pieces`);
  });
});
