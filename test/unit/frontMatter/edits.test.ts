import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setFrontMatterList, setFrontMatterValue } from '../../../src/core/frontMatter/editFrontMatter';
import { setFrontMatterEntries, type MapChanges } from '../../../src/core/frontMatter/editMap';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { findConflict } from '../../../src/core/markdown/outline';
import { applyEdits, type TextEdit } from '../../../src/core/markdown/text';
import { runs } from '../../support/properties';

const LIST = { line: '[a, b]', below: ['  - a', '  - b'] };

/** The text after an edit, or “refused”. */
function edited(text: string, edit: (text: string) => TextEdit[] | undefined): string {
  const edits = edit(text);
  return edits === undefined ? 'refused' : applyEdits(text, edits);
}
const withDate = (text: string): string => edited(text, (now) => setFrontMatterValue(now, 'date', '2026-12-24'));
const withSignals = (text: string): string => edited(text, (now) => setFrontMatterList(now, 'signals', LIST));

describe('an edit of front matter that another program wrote', () => {
  it('keeps the closing fence after a value on several lines', () => {
    // The value’s range went on to the fence, which was swallowed: the whole note became front matter.
    assert.equal(withDate('---\ndate: >-\n  2026-12-01\n---\n# R\n'), '---\ndate: 2026-12-24\n---\n# R\n');
    assert.equal(withDate('---\ndate: |\n  2026-12-01\nround: x\n---\n'), '---\ndate: 2026-12-24\nround: x\n---\n');
    assert.equal(withDate('---\ndate: "2026-\n  12-01"\n---\n'), '---\ndate: 2026-12-24\n---\n');
    assert.equal(withDate('---\ndate: >- # why\n  2026-12-01\n---\n'), 'refused', 'a comment would go with it');
  });

  it('adds a key where the others are indented, at their column', () => {
    assert.equal(
      withDate('---\n  round: x\n  time: 10:00\n---\n'),
      '---\n  round: x\n  time: 10:00\n  date: 2026-12-24\n---\n',
    );
    assert.equal(withSignals('---\n  round: x\n---\n'), '---\n  round: x\n  signals:\n    - a\n    - b\n---\n');
  });

  it('fills a key that has nothing, in whatever words', () => {
    for (const nothing of ['', ' ~', ' null', ' Null'])
      assert.equal(
        withSignals(`---\nsignals:${nothing}\nround: a:b\n---\n`),
        '---\nsignals: [a, b]\nround: a:b\n---\n',
        nothing,
      );
    assert.equal(
      withSignals('---\nsignals: # none yet\nround: x\n---\n'),
      '---\nsignals: [a, b] # none yet\nround: x\n---\n',
    );
  });

  it('replaces a list at the margin', () => {
    assert.equal(withSignals('---\nsignals:\n- a\n- c\nround: x\n---\n'), '---\nsignals: [a, b]\nround: x\n---\n');
    assert.equal(
      withSignals('---\nsignals:\n  - a\n  - c\nround: x\n---\n'),
      '---\nsignals:\n  [a, b]\nround: x\n---\n',
    );
    assert.equal(withSignals('---\nsignals:\n# mine\n- a\n---\n'), 'refused', 'a comment would go with it');
  });

  it('keeps anchors, aliases and tags, and is refused where an alias says the same', () => {
    assert.equal(withDate('---\na: &x 1\nb: *x\n---\n'), '---\na: &x 1\nb: *x\ndate: 2026-12-24\n---\n');
    assert.equal(withDate('---\na: &x 1\ndate: *x\n---\n'), '---\na: &x 1\ndate: 2026-12-24\n---\n');
    assert.equal(withDate('---\ndate: !!timestamp 2026-12-01\n---\n'), '---\ndate: !!timestamp 2026-12-24\n---\n');
    assert.equal(withDate('---\ndate: &x 1\nb: *x\n---\n'), 'refused');
  });

  it('is refused when a key appears twice, or the file has a merge conflict', () => {
    for (const yaml of ['date: 1\ndate: 2', '{ a: 1 }', 'a: *x']) {
      assert.equal(withDate(`---\n${yaml}\n---\n`), 'refused', yaml);
      assert.equal(withSignals(`---\n${yaml}\n---\n`), 'refused', yaml);
    }
    const conflict = '---\nround: x\n---\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n';
    assert.equal(withDate(conflict), 'refused');
    assert.equal(
      edited(conflict, (now) => setFrontMatterEntries(now, 'scores', { a: 1 })),
      'refused',
    );
  });

  it('takes entries out of braces with one comma each, and is refused where a comment or an anchor stands there', () => {
    const scored = (entries: string, changes: MapChanges): string =>
      edited(`---\nscores: ${entries}\n---\n`, (now) => setFrontMatterEntries(now, 'scores', changes)).replace(
        /^---\nscores: |\n---\n$/gu,
        '',
      );
    assert.equal(scored('{ a: 1,  b: 2, c: 3, }', { b: undefined, c: undefined, d: 4 }), '{ a: 1, d: 4, }');
    assert.equal(scored('{ a: 1,  b: 2, c: 3 }', { a: undefined, b: undefined }), '{ c: 3 }');
    assert.equal(scored('{a: 1,}', { a: undefined }), '{}');
    // The comment was lost with the entry beside it.
    assert.equal(scored('{ a: 1, # why\n  b: 2 }', { a: undefined }), 'refused');
    assert.equal(scored('{ a: 1, # why\n  b: 2 }', { b: undefined }), 'refused');
    assert.equal(scored('{ a: 1, &k b: 2 }', { b: undefined }), 'refused');
  });

  it('knows an entry named like a property of every object', () => {
    // Taking out the entry beside it threw a TypeError.
    assert.equal(
      edited('---\nscores: { constructor: 2, a: 1 }\n---\n', (now) =>
        setFrontMatterEntries(now, 'scores', { a: undefined }),
      ),
      '---\nscores: { constructor: 2 }\n---\n',
    );
  });

  it('adds entries to a key that says null, and to one that is indented', () => {
    const scored = (text: string): string => edited(text, (now) => setFrontMatterEntries(now, 'scores', { a: 1 }));
    // Other programs write an empty key like this: nothing could be scored any more.
    assert.equal(scored('---\nscores: null # why\n---\n'), '---\nscores: { a: 1 } # why\n---\n');
    assert.equal(scored('---\nscores: ~\n---\n'), '---\nscores: { a: 1 }\n---\n');
    assert.equal(scored('---\n  round: x\n---\n'), '---\n  round: x\n  scores:\n    a: 1\n---\n');
    assert.equal(scored('---\n  scores:\n  round: x\n---\n'), '---\n  scores:\n    a: 1\n  round: x\n---\n');
  });

  it('does what is asked and keeps every other byte, or is refused (property)', function () {
    this.timeout(60_000);
    const indent = fc.constantFrom('', '  ', '    ');
    const scalar = fc.constantFrom(
      '1',
      'x',
      '~',
      '',
      '"q: #"',
      "'s''s'",
      '2026-12-01',
      '10:30',
      'true',
      '>-\n      folded\n      more',
      '|\n      kept',
      '|+\n      kept\n',
      '[a, b]',
      '{ a: 1, b: 2 }',
      '\n      - a\n      - b',
      '\n      a: 1\n      b: x # why',
      '&anchor v',
      '!!str 5',
      '"two\n      lines"',
    );
    const entry = fc.tuple(
      fc.constantFrom('date', 'signals', 'scores', 'round', 'my key', '"quoted"', '? odd', 'ключ'),
      scalar,
      fc.constantFrom('', ' # why'),
    );
    const block = fc.tuple(
      indent,
      fc.array(
        fc.oneof(
          {
            weight: 5,
            arbitrary: entry.map(([key, value, comment]) => `${key}: ${value}${/^[>|]/u.test(value) ? '' : comment}`),
          },
          fc.constantFrom('# a comment', '', 'b: *anchor'),
        ),
        { maxLength: 5 },
      ),
    );
    const text = fc
      .tuple(block, fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF'), fc.constantFrom('---', '...', '--- '))
      .map(([[by, lines], eol, mark, fence]) => {
        const yaml = lines.flatMap((line) => line.split('\n')).map((line) => (line === '' ? '' : by + line));
        return mark + ['---', ...yaml, fence, '', '# Body: [x]', '- [ ] one', ''].join(eol);
      });
    const edits: readonly (readonly [string, (text: string) => TextEdit[] | undefined, unknown])[] = [
      ['date', (now) => setFrontMatterValue(now, 'date', '2026-12-24'), '2026-12-24'],
      ['round', (now) => setFrontMatterValue(now, 'round', 'a: #b'), 'a: #b'],
      ['signals', (now) => setFrontMatterList(now, 'signals', LIST), ['a', 'b']],
    ];
    let done = 0;
    fc.assert(
      fc.property(text, (before) => {
        const was = parseFrontMatter(before);
        for (const [key, edit, wanted] of edits) {
          const changes = edit(before);
          if (changes === undefined) continue;
          done += 1;
          const after = applyEdits(before, changes);
          const is = parseFrontMatter(after);
          assert.deepEqual(is.data[key], wanted);
          assert.deepEqual({ ...was.data, [key]: 0 }, { ...is.data, [key]: 0 });
          assert.equal(after.slice(is.bodyStart), before.slice(was.bodyStart));
          const comments = (of: string): number => of.split('# why').length + of.split('# a comment').length;
          assert.equal(comments(after), comments(before));
        }
        const scores = setFrontMatterEntries(before, 'scores', { a: 3, c: 4, b: undefined });
        if (scores === undefined) return;
        const is = parseFrontMatter(applyEdits(before, scores));
        assert.deepEqual({ ...was.data, scores: 0 }, { ...is.data, scores: 0 });
        const now = is.data['scores'] as Record<string, unknown>;
        assert.deepEqual([now['a'], now['c'], now['b']], [3, 4, undefined]);
      }),
      runs(400),
    );
    assert.ok(done > 200, `${done} edits were made`);
  });
});

describe('a merge conflict', () => {
  const lines = ['<<<<<<< HEAD', 'a', '=======', 'b', '>>>>>>> theirs'];
  it('is known by its marks, however they were written', () => {
    const texts = [
      lines.join('\n'),
      `\uFEFF${lines.join('\n')}`,
      lines.join('\r'),
      ['<<<<<<<', 'a', '=======', 'b', '>>>>>>>'].join('\r\n'),
      ['<<<<<<<<<< HEAD', 'a', '||||||||||', '==========', 'b', '>>>>>>>>>> x'].join('\n'),
      `# T\n\n${lines.join('\n')}\nmore\n`,
    ];
    for (const text of texts) assert.ok(findConflict(text), JSON.stringify(text));
  });

  it('is not seen in what only looks like one', () => {
    const texts = [
      '<<<<<< six\n======\n>>>>>>',
      'Title\n=======\n',
      '  <<<<<<< HEAD\n=======\n>>>>>>> x',
      '>>>>>>> x\n=======\n<<<<<<< HEAD\n',
      '<<<<<<<x\n=======\n>>>>>>>y\n',
    ];
    for (const text of texts) assert.equal(findConflict(text), undefined, JSON.stringify(text));
  });
});
