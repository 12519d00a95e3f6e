import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { moveSpans, unfinishedSentence, waits } from '../../../src/core/story/typing';

/** A text with the caret at `|`. */
function at(marked: string): string | undefined {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const span = unfinishedSentence(text, caret);
  return span && text.slice(span.start, span.end);
}

describe('The sentence being typed', () => {
  it('runs from its start to the caret', () => {
    assert.equal(at('We cut costs. We improved signif|'), 'We improved signif');
    assert.equal(at('## Impact\n\nWe improved signif|'), 'We improved signif');
    assert.equal(at('We improved | a lot. Then we rested.'), 'We improved ');
  });

  it('ends after a full stop, even inside quotation marks or emphasis', () => {
    for (const text of ['We won.|', 'We won. |', 'Did we win?|', '“We won.”|', '**We won.**|', 'Then we said:|'])
      assert.equal(at(text), undefined, text);
  });

  it('is none on an empty line', () => {
    assert.equal(at('We won\n|'), undefined);
    assert.equal(at('We won\r\n  |\r\nmore'), undefined);
    assert.equal(at('|'), undefined);
  });

  it('does not end at the point of a figure', () => {
    assert.equal(at('We went from 1.5 to 3.2 s|'), 'We went from 1.5 to 3.2 s');
  });

  it('lies inside the text, for any text and caret', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, n) => {
        const caret = text.length === 0 ? 0 : n % (text.length + 1);
        const span = unfinishedSentence(text, caret);
        assert.ok(!span || (span.start >= 0 && span.start <= span.end && span.end === caret));
      }),
    );
  });
});

describe('A finding in it', () => {
  const typing = { start: 10, end: 20 };
  const finding = (start: number, end: number, code = 'vague-quantity') => ({ start, end, code });

  it('waits when it touches the sentence and was not shown before', () => {
    assert.ok(waits(finding(12, 20), typing, []));
    assert.ok(
      waits(
        finding(5, 40),
        typing,
        [finding(12, 20)].map((other) => ({ ...other, code: 'ownership' })),
      ),
    );
  });

  it('is shown elsewhere, and where one like it is already shown', () => {
    assert.ok(!waits(finding(25, 30), typing, []));
    assert.ok(!waits(finding(12, 20), typing, [finding(11, 15)]));
  });
});

describe('Spans of a text that changes', () => {
  it('move with what is inserted and removed before them', () => {
    assert.deepEqual(moveSpans([{ start: 10, end: 12 }], { start: 0, removed: 3, inserted: 5 }), [
      { start: 12, end: 14 },
    ]);
  });
  it('stay when the change comes after them', () => {
    assert.deepEqual(moveSpans([{ start: 10, end: 12 }], { start: 13, removed: 3, inserted: 5 }), [
      { start: 10, end: 12 },
    ]);
  });
  it('grow with what is typed in them or at their end', () => {
    assert.deepEqual(moveSpans([{ start: 10, end: 12 }], { start: 11, removed: 0, inserted: 2 }), [
      { start: 10, end: 14 },
    ]);
    assert.deepEqual(moveSpans([{ start: 10, end: 12 }], { start: 12, removed: 0, inserted: 1 }), [
      { start: 10, end: 13 },
    ]);
  });
  it('vanish with their text', () => {
    assert.deepEqual(moveSpans([{ start: 10, end: 12 }], { start: 9, removed: 4, inserted: 0 }), []);
  });
});
