import assert from 'node:assert/strict';
import { commentAt, isInComment, withoutComments, withoutLineComments } from '../../../src/core/markdown/comments';

describe('The comments of a text', () => {
  it('are cut, wherever they stand', () => {
    for (const [text, rest] of [
      ['Kept <!-- note --> on', 'Kept  on'],
      ['<!-- note -->\n\nKept', '\n\nKept'],
      ['Kept\n\n<!-- a\n\nnote -->\n\nKept', 'Kept\n\n\n\nKept'],
      ['| a | b |\n|---|---|\n| <!-- note --> | x |', '| a | b |\n|---|---|\n|  | x |'],
      ['Kept <!-- open\nKept below', 'Kept \nKept below'],
      ['Kept\n\n<!-- open\n\nnote', 'Kept\n\n'],
    ] as const)
      assert.equal(withoutComments(text), rest, text);
  });

  // A guide on HTML says “start it with `<!--`, end it with two dashes”: the rest of the line was gone from the pack,
  // and below a fence that shows an open comment the rest of the text.
  it('are none in code, closed or not', () => {
    for (const text of [
      'Say `a <!-- b` and go on',
      'Say ``a ` <!-- b`` and go on',
      'Say `<!-- b -->` and go on',
      'Say `a\nb <!-- c` and go on',
      '```\n<!-- b\n```\n\nand go on',
      '> ```\n> <!-- b\n> ```\n\nand go on',
      'Text\n\n    <!-- b\n\nand go on',
      '| `<!-- b` | x |\n|---|---|\n| y | z |',
      'Say \\<!-- b and go on',
    ])
      assert.equal(withoutComments(text), text);
    for (const line of ['Say `a <!-- b` and go on', 'Say ``a ` <!-- b`` and go on', 'Say \\<!-- b'])
      assert.equal(withoutLineComments(line), line);
  });

  it('are cut where what looks like code is none: in another block or cell, in a comment, or after a backslash', () => {
    for (const text of [
      'It ` is\n\n<!-- note --> and ` on',
      'It ` is\n- <!-- note --> and ` on',
      '| ` | <!-- note --> ` |\n|---|---|\n| y | z |',
      'A <!-- it` --> b <!-- note ` --> c',
      'Say \\`a <!-- note --> b`',
      'Say ``a <!-- note --> b`',
      '<div>`\n<!-- note --> `</div>',
    ])
      assert.ok(!withoutComments(text).includes('note'), text);
    assert.equal(withoutLineComments('Say ``a <!-- note'), 'Say ``a');
  });

  // In a quotation or an item, an open comment hides the lines below in every preview; they were in the pack.
  it('without an end take the rest of their block, and no other', () => {
    assert.equal(withoutComments('> <!-- a\n> note\n\nKept'), '> \n\nKept');
    assert.equal(withoutComments('- <!-- a\n  note\n- Kept'), '- \n- Kept');
    assert.equal(withoutComments('<div>\n<!-- a\n\nnote'), '<div>\n');
  });

  // Writers hide notes in definitions that no link uses: no preview shows them, and a pack did.
  it('are also definitions that lead nowhere', () => {
    for (const text of [
      '[//]: # (note)',
      '[//]: # "note"',
      '[//]: # (a\nnote)',
      '[//]: #\n  (note)',
      '[//]: <> (note)',
      '[comment]: # (note)',
      '[mine]: <> (note)',
      '[//]: # note',
      '[//]: note',
      '> [//]: # (note)',
    ]) {
      assert.ok(!withoutComments(`Kept\n\n${text}\n\nKept below`).includes('note'), text);
      assert.ok(withoutComments(`Kept\n\n${text}\n\nKept below`).includes('Kept below'), text);
    }
    assert.equal(withoutLineComments('[//]: # (note)'), '');
    for (const text of ['[a]: https://example.com "note"', 'See [a]: # of them', '[a]: #part', '`[//]: # (note)`'])
      assert.equal(withoutComments(text), text);
    assert.equal(withoutComments('[//]: # (note\nKept (so far) below'), '\nKept (so far) below');
  });

  it('are known at a place', () => {
    for (const [text, is] of [
      ['a <!-- | -->', true],
      ['a <!-- |', true],
      ['a <!-- b --> |', false],
      ['a `<!--` |', false],
      ['```\n<!--\n```\n\na |', false],
      ['<!-- a\n\n|', true],
      ['---\ntitle: "<!--"\n---\na |', false],
    ] as const)
      assert.equal(isInComment(text.replace('|', ''), text.indexOf('|')), is, text);
    assert.deepEqual(commentAt('a <!-- b --> c', 7), { start: 2, end: 12, isClosed: true });
  });

  it('are found in linear time', () => {
    for (const piece of [
      '<!-- ',
      '`<!-- ',
      '``` a',
      '[//]: # (a\n',
      '<!-- a\n\n    b\n\n',
      '| ` <!-- |\n|---|\n',
      '\\`',
    ])
      assert.ok(withoutComments(piece.repeat(40_000)).length <= 40_000 * piece.length, piece);
  }).timeout(5000);
});
