import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { setMaps } from '../../../src/core/frontMatter/setMaps';
import { applyEdits } from '../../../src/core/markdown/text';
import { assignedEdits } from '../../../src/core/match/assignedEdits';

const written = (text: string, ...assigned: [prompt: string, story?: string][]): string => {
  const edits = assignedEdits(
    text,
    assigned.map(([prompt, story]) => ({ prompt, story })),
  );
  assert.ok(edits);
  return applyEdits(text, edits);
};

describe('Assigned stories in a round’s file', () => {
  it('are added below the other keys, one on a line', () => {
    const text = '---\r\nround: a # mine\r\n---\r\n# Title\r\n';
    assert.equal(
      written(text, ['A failure', 'rewrite'], ['Why us?']),
      '---\r\nround: a # mine\r\nassigned:\r\n  - { prompt: A failure, story: rewrite.md }\r\n  - { prompt: Why us? }\r\n---\r\n# Title\r\n',
    );
    assert.equal(written('# Title\n', ['A', 'b']), '---\nassigned:\n  - { prompt: A, story: b.md }\n---\n\n# Title\n');
  });

  it('change only where another story is chosen: comments, other keys and the style of the rest stay', () => {
    const text =
      '---\nassigned: # told by Kim\n  - prompt: A\n    story: a\n    note: slowly\n  # the hard one\n  - { prompt: B, story: b.md }\n  - { "prompt": "C",   story: c.md }\n---\n';
    assert.equal(written(text, ['A', 'a'], ['B', 'x'], ['C', 'c']), text.replace('b.md', 'x.md'));
    assert.equal(
      written(text, ['A', 'y'], ['B', 'b'], ['C', 'c']),
      text.replace('prompt: A\n    story: a\n    note: slowly', '{ prompt: A, story: y.md, note: slowly }'),
    );
    assert.equal(
      written(text, ['A', 'a'], ['B'], ['C', 'c']),
      text.replace('{ prompt: B, story: b.md }', '{ prompt: B }'),
    );
  });

  it('get longer and shorter at the end', () => {
    const text = '---\nassigned: [{ prompt: A, story: a.md }]\nround: r\n---\n';
    const longer = text.replace(']', ', { prompt: B, story: b.md }]');
    assert.equal(written(text, ['A', 'a'], ['B', 'b']), longer);
    assert.equal(written(longer, ['A', 'a']), text);
    const lines = '---\nassigned:\n- { prompt: A, story: a.md }\nround: r\n---\n';
    assert.equal(
      written(lines, ['A', 'a'], ['B', 'b']),
      lines.replace('a.md }', 'a.md }\n- { prompt: B, story: b.md }'),
    );
  });

  it('are not written where something else would be lost', () => {
    assert.equal(assignedEdits('---\nassigned: [\n---\n', [{ prompt: 'A', story: 'a' }]), undefined);
    const comment = '---\nassigned:\n  - prompt: A # why\n    story: a\n---\n';
    assert.equal(assignedEdits(comment, [{ prompt: 'A', story: 'b' }]), undefined);
  });

  it('say what was wanted, and nothing else changes, whatever the words (property)', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((each) => each.trim() === each);
    const list = fc.uniqueArray(fc.record({ prompt: words, story: words }, { noNullPrototype: true }), {
      maxLength: 4,
      selector: (each) => each.prompt,
    });
    fc.assert(
      fc.property(list, list, (first, second) => {
        const base = '---\nround: r # kept\n---\nBody\n';
        const one = setMaps(base, 'assigned', first);
        assert.ok(one);
        const between = applyEdits(base, one);
        const two = setMaps(between, 'assigned', second);
        assert.ok(two);
        const after = applyEdits(between, two);
        assert.deepEqual(
          parseFrontMatter(after).data['assigned'] ?? [],
          second.length === 0 && first.length === 0 ? [] : second,
        );
        assert.ok(after.startsWith('---\nround: r # kept\n') && after.endsWith('---\nBody\n'));
      }),
      { numRuns: 100 },
    );
  });
});
