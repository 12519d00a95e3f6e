import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clearFrontMatterValue } from '../../../src/core/frontMatter/editFrontMatter';
import { addInterviewer, changeInterviewer, removeInterviewer } from '../../../src/core/loop/editInterviewers';
import { applyEdits, type TextEdit } from '../../../src/core/markdown/text';
import { runs } from '../../support/properties';
import { LOOP, read } from './readLoop';

const JANE = 'interviewers:\n  # the panel\n  - name: Jane Doe # likes tea\n    role: Director\n  - Sam Lee\n';

const file = (lines: string): string =>
  `---\nround: system-design # ours\n${lines}pinned: false\n---\n# System design\n`;
const after = (text: string, edits: TextEdit[] | undefined): string | undefined => edits && applyEdits(text, edits);
const people = (text: string) =>
  read({ 'loop.md': LOOP, 'rounds/02-system-design.md': text }).rounds[0]?.interviewers.map((person) =>
    Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined)),
  );

describe('editing the people of a round', () => {
  it('adds a person after the others, however their list is written', () => {
    const lists: Record<string, string> = {
      '': 'interviewers:\n  - { name: Kim, role: CTO }\n',
      'interviewers:\n': 'interviewers:\n  - { name: Kim, role: CTO }\n',
      'interviewers: []\n': 'interviewers: [{ name: Kim, role: CTO }]\n',
      'interviewers: ~\n': 'interviewers: [{ name: Kim, role: CTO }]\n',
      'interviewers: Jane Doe, Sam # two\n': 'interviewers: [Jane Doe, Sam, { name: Kim, role: CTO }] # two\n',
      'interviewers: [Jane Doe]\n': 'interviewers: [Jane Doe, { name: Kim, role: CTO }]\n',
      'interviewers: { name: Jane }\n': 'interviewers: [{ name: Jane }, { name: Kim, role: CTO }]\n',
      [JANE]: `${JANE}  - { name: Kim, role: CTO }\n`,
    };
    for (const [list, wanted] of Object.entries(lists)) {
      const text = file(list);
      const expected = list === '' ? file('').replace('pinned: false\n', `pinned: false\n${wanted}`) : file(wanted);
      assert.equal(after(text, addInterviewer(text, { name: 'Kim', role: 'CTO' })), expected, list);
    }
  });

  it('adds nobody twice', () => {
    assert.deepEqual(addInterviewer(file(JANE), { name: 'Sam Lee' }), []);
  });

  it('changes one field and keeps every other byte', () => {
    const text = file(JANE);
    const edits = changeInterviewer(text, { name: 'Jane Doe' }, { role: 'VP Product', cares: 'cost: and time' });
    assert.equal(
      after(text, edits),
      file(JANE.replace('role: Director\n', 'role: VP Product\n    cares: "cost: and time"\n')),
    );
    assert.equal(
      after(text, changeInterviewer(text, { name: 'Sam Lee' }, { role: 'PM' })),
      file(JANE.replace('- Sam Lee', '- { name: Sam Lee, role: PM }')),
    );
    assert.equal(
      after(text, changeInterviewer(text, { name: 'Jane Doe' }, { role: '' })),
      file(JANE.replace('    role: Director\n', '')),
    );
    assert.deepEqual(changeInterviewer(text, { name: 'Jane Doe' }, { name: 'Jane Doe', role: 'Director' }), []);
    assert.equal(changeInterviewer(text, { name: 'Nobody' }, { role: 'x' }), undefined);
  });

  it('changes what is written in one line, a list of what they care about included', () => {
    const line = 'interviewers: [{ name: Jane, cares: [cost, time], mood: good }, Sam]\n';
    const text = file(line);
    assert.deepEqual(changeInterviewer(text, { name: 'Jane' }, { cares: 'cost, time' }), []);
    assert.equal(
      after(text, changeInterviewer(text, { name: 'Jane' }, { cares: 'speed' })),
      file(line.replace('[cost, time]', 'speed')),
    );
    assert.equal(
      after(text, changeInterviewer(text, { name: 'Sam' }, { name: 'Sam Lee' })),
      file(line.replace('Sam]', 'Sam Lee]')),
    );
  });

  it('removes a person with their lines, and leaves the others as they are', () => {
    const text = file(JANE);
    assert.equal(
      after(text, removeInterviewer(text, { name: 'Jane Doe' })),
      file('interviewers:\n  # the panel\n  # likes tea\n  - Sam Lee\n'),
    );
    assert.equal(after(text, removeInterviewer(text, { name: 'Sam Lee' })), file(JANE.replace('  - Sam Lee\n', '')));
    const line = file('interviewers: [Ann, { name: Ben }, Cy]\n');
    assert.equal(after(line, removeInterviewer(line, { name: 'Ben' })), file('interviewers: [Ann, Cy]\n'));
    assert.equal(after(line, removeInterviewer(line, { name: 'Cy' })), file('interviewers: [Ann, { name: Ben }]\n'));
    const two = file('interviewers: [Ann, Ann]\n');
    assert.equal(after(two, removeInterviewer(two, { name: 'Ann', nth: 1 })), file('interviewers: [Ann]\n'));
  });

  it('writes nothing into a broken file or a merge conflict', () => {
    for (const text of [
      '---\ninterviewers: [\n---\n',
      '---\ninterviewers: Jane',
      '<<<<<<< a\n---\n=======\n---\n>>>>>>> b\n---\n',
    ]) {
      assert.equal(addInterviewer(text, { name: 'Kim' }), undefined, text);
      assert.equal(removeInterviewer(text, { name: 'Jane' }), undefined, text);
    }
  });

  it('gives back what was written, and only changes what was asked (property)', () => {
    const words = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter((text) => /\p{L}/u.test(text));
    const person = fc.record({ name: words, role: words, cares: words });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 4 }), person, fc.constantFrom('\n', '\r\n'), (all, last, eol) => {
        let text = file('').replace(/\n/gu, eol);
        for (const each of [...all, last]) text = after(text, addInterviewer(text, each)) ?? text;
        const names = people(text)?.map(({ name }) => name) ?? [];
        for (const name of names) {
          const removed = after(text, removeInterviewer(text, { name: String(name) }));
          assert.ok(removed !== undefined);
          assert.deepEqual(
            people(removed)?.map((each) => each['name']),
            names.filter((other) => other !== name),
          );
        }
        const body = `---${eol}# System design${eol}`;
        assert.ok(text.endsWith(body) && text.startsWith(`---${eol}round: system-design # ours${eol}`));
      }),
      runs(25),
    );
  });

  it('can take out a single value, too', () => {
    const text = '---\ndate: 2026-12-03 # set\ntime: 10:00\n---\n';
    assert.equal(after(text, clearFrontMatterValue(text, 'date')), '---\ndate:  # set\ntime: 10:00\n---\n');
    assert.deepEqual(clearFrontMatterValue(text, 'place'), []);
  });
});
