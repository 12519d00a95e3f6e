import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LANDINGS } from '../../../src/core/debrief/debriefModel';
import { tellingEdits, untellingEdits, type NewTelling, type Telling } from '../../../src/core/debrief/tellings';
import { applyEdits } from '../../../src/core/markdown/text';
import { parseStory } from '../../../src/core/story/parseStory';
import { runs } from '../../support/properties';

const GAP: Telling = {
  loop: 'acme-pm',
  round: 'phone-screen',
  landed: 'gap',
  date: '2026-12-02',
  to: ['Ana', 'Sam, CTO'],
};

function written(text: string, telling: NewTelling): string {
  const edits = tellingEdits(text, telling);
  assert.ok(edits);
  return applyEdits(text, edits);
}

describe('the key “told” of a story', () => {
  it('says in which rounds the story was told, to whom, and how it landed', () => {
    const text = `---
title: Checkout
told:
  - { loop: acme-pm, round: phone-screen, landed: gap, date: 2026-12-02, to: [Ana, "Sam, CTO"] }
  - loop: acme-pm
    round: system-design
---
`;
    const { told, problems } = parseStory(text);
    assert.deepEqual(told, [
      GAP,
      { loop: 'acme-pm', round: 'system-design', landed: undefined, date: undefined, to: [] },
    ]);
    assert.deepEqual(problems, []);
  });

  it('reports what is wrong at its place, and uses the rest', () => {
    const text = `---
told:
  - { loop: a, round: b, landed: so so, date: soon, to: [[x]] }
  - { loop: a }
  - often
---
`;
    const { told, problems } = parseStory(text);
    assert.deepEqual(told, [{ loop: 'a', round: 'b', landed: undefined, date: undefined, to: [] }]);
    assert.deepEqual(
      problems.map(({ start, end }) => text.slice(start, end).trim()),
      ['soon', 'so so', '[[x]]', '{ loop: a }', 'often'],
    );
    assert.match(parseStory('---\ntold: often\n---\n').problems[0]?.message ?? '', /has to be a list of tellings/u);
  });

  it('is added to a story that has none, with front matter or without', () => {
    assert.equal(
      written('---\ntitle: A # mine\n---\nText', GAP),
      '---\ntitle: A # mine\ntold:\n  - { loop: acme-pm, round: phone-screen, landed: gap, date: 2026-12-02, to: [Ana, "Sam, CTO"] }\n---\nText',
    );
    assert.deepEqual(parseStory(written('# A\n', GAP)).told, [GAP]);
  });

  it('has one entry for each round: telling it there again changes how it landed', () => {
    const text = written('---\ntitle: A\n---\n', GAP);
    assert.deepEqual(tellingEdits(text, GAP), []);
    assert.equal(written(text, { ...GAP, landed: 'solid', to: [] }), text.replace('landed: gap', 'landed: solid'));
    const block = '---\ntold:\n  - loop: acme-pm\n    round: phone-screen # by phone\n    mood: fine\n---\n';
    assert.equal(written(block, GAP), block.replace('by phone\n', 'by phone\n    landed: gap\n'));
    const braces = '---\ntold: [{ round: phone-screen, loop: acme-pm }]\n---\n';
    assert.equal(written(braces, GAP), braces.replace('phone-screen', 'phone-screen, landed: gap'));
  });

  it('keeps how it landed where nobody says otherwise, and loses it where nobody can say any more', () => {
    const text = written('---\ntitle: A # mine\n---\nText', GAP);
    assert.equal(written(text, { ...GAP, landed: undefined }), text);
    const open = written(text, { ...GAP, landed: null });
    assert.equal(open, text.replace(', landed: gap', ''));
    assert.equal(written(open, { ...GAP, landed: null }), open);
    assert.deepEqual(parseStory(written('', { ...GAP, landed: null })).told, [{ ...GAP, landed: undefined }]);
    const block = '---\ntold:\n  - loop: acme-pm # Acme\n    landed: gap\n    round: phone-screen\n---\n';
    assert.equal(written(block, { ...GAP, landed: null }), block.replace('    landed: gap\n', ''));
  });

  it('loses the entry of a round in which it was not told after all, and no other', () => {
    const other = { ...GAP, round: 'system-design' };
    const text = written(written('---\ntitle: A # mine\n---\nText', other), GAP);
    const edits = untellingEdits(text, GAP);
    assert.ok(edits);
    assert.equal(applyEdits(text, edits), written('---\ntitle: A # mine\n---\nText', other));
    assert.deepEqual(untellingEdits(applyEdits(text, edits), GAP), []);
    const last = untellingEdits(applyEdits(text, edits), other);
    assert.ok(last);
    const { told, problems } = parseStory(applyEdits(applyEdits(text, edits), last));
    assert.deepEqual([told, problems], [[], []]);
    assert.equal(untellingEdits('---\ntitle: [\n---\n', GAP), undefined);
  });

  it('is not written into broken front matter, a merge conflict or something that is not a list', () => {
    for (const text of [
      '---\ntitle: [\n---\n',
      '---\ntitle: A\n',
      '---\ntold: often\n---\n',
      '<<<<<<< a\n=======\n>>>>>>> b\n',
    ])
      assert.equal(tellingEdits(text, GAP), undefined, text);
  });

  const name = fc
    .oneof(fc.string({ minLength: 1 }), fc.constantFrom('Ana', '[', '{ a', '- x', '# y', 'null', '3', 'true'))
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '');
  const telling = fc.record(
    {
      loop: name,
      round: name,
      landed: fc.option(fc.constantFrom(...LANDINGS), { nil: undefined }),
      date: fc.constantFrom(undefined, '2026-12-02'),
      to: fc.uniqueArray(name, { maxLength: 3 }),
    },
    { noNullPrototype: true },
  );

  it('is read again as it was written (property)', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(telling, { maxLength: 4, selector: (each) => `${each.loop}\n${each.round}` }),
        (all) => {
          const text = all.reduce(written, '---\ntitle: A\n---\n\n## Impact\n');
          assert.deepEqual(parseStory(text).told, all);
          assert.equal(all.reduce(written, text), text);
        },
      ),
      runs(300),
    );
  });
});
