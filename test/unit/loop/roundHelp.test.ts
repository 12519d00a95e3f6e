import assert from 'node:assert/strict';
import { isRoundFile } from '../../../src/core/loop/parseFile';
import { roundHover, suggestInRound } from '../../../src/core/loop/roundHelp';

const at = (marked: string): [text: string, offset: number] => [marked.replace('¦', ''), marked.indexOf('¦')];
const offered = (marked: string): string[] => suggestInRound(...at(marked))?.items.map(({ label }) => label) ?? [];
const hover = (marked: string): string | undefined => roundHover(...at(marked))?.text;

describe('completion in the front matter of a round’s file', () => {
  it('offers the keys that are not there yet, each with what it means', () => {
    const labels = offered('---\nround: phone-screen\nd¦\n---\n');
    assert.ok(labels.includes('date') && !labels.includes('round'));
    const date = suggestInRound(...at('---\nd¦\n---\n'))?.items.find(({ label }) => label === 'date');
    assert.deepEqual([date?.insert, date?.kind], ['date: ', 'key']);
    assert.match(date?.about ?? '', /^The day of the round/u);
  });

  it('offers the values of a key', () => {
    assert.deepEqual(offered('---\npinned: ¦\n---\n'), ['true', 'false']);
    assert.ok(offered('---\nstatus: d¦\n---\n').includes('done'));
    assert.deepEqual(offered('---\ndate: ¦\n---\n'), []);
  });

  it('begins the list of people below its key, and offers what each may have', () => {
    const people = suggestInRound(...at('---\nint¦\n---\n'))?.items.find(({ label }) => label === 'interviewers');
    assert.match(people?.insert ?? '', /^interviewers:\n {2}- \{ name: \$\{1:/u);
    for (const marked of ['---\ninterviewers:\n  - { ¦ }\n---\n', '---\ninterviewers:\n  - name: Jane\n    r¦\n---\n'])
      assert.deepEqual(offered(marked), ['name', 'role', 'cares', 'link'], marked);
  });

  it('shows the list of people on one line after its key; its label began with a line break', () => {
    assert.deepEqual(offered('---\ninterviewers: ¦\n---\n'), ['- { name: Jane Doe, role: Director of PM }']);
  });

  it('stays quiet outside the front matter, in a comment and in what it does not know', () => {
    for (const marked of [
      '---\nround: a\n---\nd¦\n',
      '---\nround: a # d¦\n---\n',
      '---\nmine:\n  a¦\n---\n',
      '---\nconstructor: ¦\n---\n',
      '---\n__proto__:\n  a¦\n---\n',
      '---\nmy-own:\n  a¦\n---\n',
      '---\nround: a\n  toString: { ¦ }\n---\n',
    ])
      assert.deepEqual(offered(marked), [], marked);
  });
});

describe('a hover in the front matter of a round’s file', () => {
  it('explains a key, or the key of a value', () => {
    assert.match(hover('---\ndate: 2026-1¦2-01\n---\n') ?? '', /^\*\*date\*\* The day of the round/u);
    assert.match(hover('---\nst¦atus: done\n---\n') ?? '', /One of `planned`, /u);
    assert.match(hover('---\ninterviewers: [{ na¦me: Jane }]\n---\n') ?? '', /^\*\*name\*\* Who it is/u);
  });

  it('says nothing of other words', () => {
    for (const marked of ['---\nconstr¦uctor: 1\n---\n', '---\ndate: ¦\n---\n', '---\nround: a\n---\nda¦te\n'])
      assert.equal(hover(marked), undefined, marked);
  });
});

describe('the file of a round', () => {
  it('is in the folder “rounds” of a loop, and nowhere else', () => {
    for (const path of ['acme/rounds/01-phone-screen.md', 'acme/rounds/mine.md']) assert.ok(isRoundFile(path), path);
    for (const path of [
      '',
      'rounds/01-a.md',
      'acme/rounds/notes/a.md',
      'acme/rounds/a.txt',
      'acme/stories/a.md',
      'stories/rounds/a.md',
      'playbooks/rounds/a.md',
      '.acme/rounds/a.md',
      'playbooks/acme/rounds/a.md',
    ])
      assert.ok(!isRoundFile(path), path);
  });
});
