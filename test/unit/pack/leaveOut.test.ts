import assert from 'node:assert/strict';
import { PackRenderer } from '../../../src/core/pack/render';

const shown = (markdown: string, leavesOut: (words: string, above: string) => boolean): string =>
  new PackRenderer().render(markdown, 2, leavesOut);

describe('Blocks that are left out of a pack', () => {
  // A plan of a thousand rows with one name in it took a second, one of ten thousand a minute and more.
  it('are taken out in linear time, however much goes with them', () => {
    const rows = 5000;
    const table = `| secret | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(rows)}`;
    assert.equal(
      shown(`${table}\nKept\n`, (words) => words.startsWith('secret')),
      '<p>Kept</p>\n',
    );
    const items = '- secret\n\n  more\n'.repeat(rows);
    assert.ok(!shown(items, (words) => words.startsWith('secret')).includes('secret'));
  }).timeout(4000);

  it('are understood by all that they stand below: headings, items and heads of a table', () => {
    for (const text of [
      '## Pay\n\n### In cash\n\nSome words.\n\n15 %\n',
      '## Pay\n\n- first\n- 15 %\n',
      'Pay:\n\n- first\n- 15 %\n',
      '- Pay:\n  - first\n  - second\n  - 15 %\n',
      '| Pay | b |\n|---|---|\n| first | x |\n| 15 % | y |\n',
      '| a | Pay |\n|---|---|\n| first | x |\n| second | 15 % |\n',
    ])
      assert.ok(!shown(text, (words, above) => words.includes('15 %') && above.includes('Pay')).includes('15 %'), text);
    const below = '## Pay\n\nx\n\n## Scale\n\n15 %\n\n- Pay\n\nAnd so on.\n\n15 %\n';
    assert.equal(
      shown(below, (words, above) => words.includes('15 %') && above.includes('Pay')).match(/15 %/gu)?.length,
      2,
    );
  });

  // “217431. That is my number” begins a list that counts from there: the number stood in the page’s `start`.
  it('may be the number that a list begins with, or the language of a fence', () => {
    const html = shown('217431. That is my number\n\n``` secre&#116;\ncode\n```\n', (words) =>
      /217431|secret/u.test(words),
    );
    assert.ok(!html.includes('217431') && html.includes('That is my number') && !html.includes('secret'), html);
  });
});
