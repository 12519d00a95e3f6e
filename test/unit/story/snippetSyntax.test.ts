import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  escapeSnippet,
  parseSnippet,
  snippetText,
  writeSnippet,
  type SnippetNode,
} from '../../../src/core/story/snippetSyntax';
import { costAtOnce } from '../../host/processorTime';
import { runs } from '../../support/properties';

function nodesOf(text: string): readonly SnippetNode[] {
  const parsed = parseSnippet(text);
  assert.ok('nodes' in parsed, `${JSON.stringify(text)}: ${JSON.stringify(parsed)}`);
  return parsed.nodes;
}

describe('snippet syntax', () => {
  const texts: [string, string, string][] = [
    ['tab stops and mirrors', '${1:A} and $1, then $0', 'A and A, then '],
    ['a mirror in front of what it mirrors', '$1 is ${1:A}', 'A is A'],
    ['choices, with their escapes', '${1|one\\, two,b\\|c,d\\\\|}!', 'one, two!'],
    ['placeholders in placeholders', '${1:a ${2:b} c}', 'a b c'],
    [
      'variables with a default and without',
      '${NAME:x} ${NAME} $NAME ${your metric}',
      'x ${NAME} ${NAME} ${your metric}',
    ],
    ['escapes', '\\$1 \\} \\\\ \\n } { $ 5$', '$1 } \\ \\n } { $ 5$'],
    ['transforms, whose text only the editor knows', 'a${1/(.*)/${1:/upcase}/g}b', 'ab'],
  ];
  for (const [name, snippet, text] of texts) it(`has ${name}`, () => assert.equal(snippetText(nodesOf(snippet)), text));

  it('says where it is broken', () => {
    const broken: [string, number][] = [
      ['a ${1:b', 2],
      ['${1:${2:b}', 0],
      ['${1|a,b}', 0],
      ['${1|a\nb|}', 0],
      ['${}', 0],
      ['x ${', 2],
      ['${1/a/b}', 0],
      ['${1 a}', 0],
    ];
    for (const [snippet, offset] of broken) {
      const parsed = parseSnippet(snippet);
      assert.ok('problem' in parsed, snippet);
      assert.equal(parsed.problem.offset, offset, snippet);
    }
    assert.ok('problem' in parseSnippet('${1:'.repeat(100_000)));
  });

  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '$', '{', '}', '\\', '|', ',', ':', '1', '\n', '/'),
    minLength: 1,
    maxLength: 6,
  });
  const { node } = fc.letrec<{ node: SnippetNode; nodes: SnippetNode[] }>((tie) => ({
    nodes: fc.array(tie('node'), { maxLength: 3 }),
    node: fc.oneof(
      { maxDepth: 3 },
      text.map((value): SnippetNode => ({ kind: 'text', text: value })),
      fc
        .tuple(fc.nat({ max: 30 }), tie('nodes'))
        .map(([id, children]): SnippetNode => ({ kind: 'stop', id, children })),
      fc
        .tuple(
          fc.nat({ max: 30 }),
          fc.array(
            text.map((value) => value.replace(/\n/gu, '')),
            { minLength: 1, maxLength: 3 },
          ),
        )
        .map(([id, choices]): SnippetNode => ({ kind: 'stop', id, children: [], choices })),
      fc
        .tuple(fc.constantFrom('NAME', 'TM_FILENAME'), tie('nodes'))
        .map(([name, children]): SnippetNode => ({ kind: 'variable', name, children })),
    ),
  }));

  it('written out and read again is the same (property)', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (nodes) => {
        const written = writeSnippet(nodes);
        assert.equal(writeSnippet(nodesOf(written)), written);
        assert.equal(snippetText(nodesOf(written)), snippetText(nodes));
      }),
    );
  });

  it('of any body that can be read is the same when written and read again (property)', function () {
    this.timeout(20_000);
    const unit = fc.constantFrom(
      ...['$', '{', '}', '${', '1', '12', ':', '|', ',', '/', '\\', 'a', 'b c', '1a'],
      ...[' ', '\t', '\u00a0', '\n', '\r', 'é', '${1|', '|}', '${a/(.)/$1/g}'],
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 14 }), (body) => {
        const parsed = parseSnippet(body);
        if ('nodes' in parsed) assert.deepEqual(parseSnippet(writeSnippet(parsed.nodes)), parsed);
      }),
      runs(5000),
    );
    for (const body of ['${\t}', '${ }', '${ 1}', '${\u00a0:x}', '${ 2 words}'])
      assert.ok('problem' in parseSnippet(body), JSON.stringify(body));
  });

  it('inserts escaped text as it is, whatever it is (property)', function () {
    this.timeout(20_000);
    fc.assert(fc.property(fc.string(), (any) => assert.equal(snippetText(nodesOf(escapeSnippet(any))), any)));
  });

  it('never throws (property)', function () {
    this.timeout(20_000);
    const unit = fc.constantFrom('$', '{', '}', '1', ':', '|', ',', '/', '\\', 'a', ' ', '\n');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (any) => void parseSnippet(any)),
      runs(2000),
    );
  });

  it('is read in time that grows with its length', () => {
    // A megabyte was put together character by character, and took ten times as long at once as in pieces.
    const ratio = costAtOnce((length) => parseSnippet('a an '.repeat(length / 5)), 800_000, 32);
    assert.ok(ratio < 6, `${ratio} times as long at once as in 32 pieces`);
  });
});
