import assert from 'node:assert/strict';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { parseFile } from '../../../src/core/loop/parseFile';
import { MarkdownRenderer } from '../../../src/webview/host/renderMarkdown';
import { makeRoundView } from '../../../src/webview/host/roundView';

describe('an item in a round’s panel', () => {
  it('links the documents of the loop that it names, from the round’s folder, and no other file', () => {
    const text = 'Start from `cheat-sheet.md`, not from `elsewhere.md`';
    const files = new Map([
      ['loop.md', parseFile('---\nfirstContact: 2030-01-01\n---\n')],
      ['rounds/01-phone-screen.md', parseFile(`---\nround: phone-screen\n---\n# Phone Screen\n\n- [ ] ${text}\n`)],
    ]);
    const loop = assembleLoop('acme', files, ['cheat-sheet.md'], () => undefined);
    const sources = {
      roundId: 'phone-screen',
      loopName: 'acme',
      today: '2030-01-01',
      stories: [],
      sessions: [],
      cheatSheet: '',
    };
    const { checklist } = makeRoundView(
      { ...sources, loop, playbook: undefined, playbookProblems: [] },
      new MarkdownRenderer(),
    );
    const link =
      /^Start from <a [^>]*\.\.\/cheat-sheet\.md[^>]*>cheat-sheet\.md<\/a>, not from <code>elsewhere\.md<\/code>$/u;
    assert.match(checklist[0]?.html ?? '', link);
    assert.equal(checklist[0]?.text, text, 'as it is in the file');
  });
});
