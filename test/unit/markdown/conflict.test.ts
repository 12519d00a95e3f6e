import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ourSide } from '../../../src/core/markdown/conflict';

const LINE = fc.constantFrom(
  'text',
  '- [ ] item',
  '=======',
  '<<<<<<< HEAD',
  '||||||| base',
  '>>>>>>> theirs',
  '<<<<<<<<< long',
  '',
  '---',
);

describe('The user’s own side of a merge conflict', () => {
  it('is the text with the markers and the other side blanked out', () => {
    const text = 'Title\n=======\n<<<<<<< HEAD\nmine\n||||||| base\nold\n=======\ntheirs\n>>>>>>> b\nafter\n=======\n';
    assert.deepEqual(
      ourSide(text)
        .split('\n')
        .map((line) => line.trim()),
      ['Title', '=======', '', 'mine', '', '', '', '', '', 'after', '=======', ''],
    );
  });

  it('keeps every offset and every line break, whatever stands where', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(LINE, fc.constantFrom('\n', '\r\n', '\r'))), fc.boolean(), (lines, mark) => {
        const text = (mark ? '\uFEFF' : '') + lines.map((line) => line.join('')).join('');
        const own = ourSide(text);
        assert.equal(own.length, text.length);
        for (let at = 0; at < text.length; at += 1) {
          if (own[at] !== text[at]) assert.ok(own[at] === ' ' && !/[\r\n\uFEFF]/u.test(text[at] ?? ''));
        }
      }),
    );
  });

  it('is the text itself where there is no conflict', () => {
    const text = 'Title\n=======\n<<<<<<< only\n';
    assert.equal(ourSide(text), text);
  });
});
