import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseSnippet } from '../../../src/core/story/snippetSyntax';
import {
  insertionPoint,
  prepFileKind,
  readSnippets,
  SNIPPET_PLACES,
  snippetsAt,
  type PrepFileKind,
} from '../../../src/core/story/snippets';

const SNIPPETS = readSnippets(JSON.parse(readFileSync('content/snippets/stories.json', 'utf8')));

/** The prefixes offered at the `|` of a text. */
function offered(kind: PrepFileKind, marked: string): string[] {
  const offset = marked.indexOf('|');
  return snippetsAt(SNIPPETS, insertionPoint(kind, marked.replace('|', ''), offset)).map(({ prefix }) => prefix);
}

describe('the snippets', () => {
  it('are those of the contract, each in sound syntax, with a place and a prefix of its own', () => {
    const prefixes = SNIPPETS.map(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    for (const wanted of [
      'star',
      'impact',
      'metric',
      'tradeoff',
      'rollout',
      'committee',
      'ask',
      'baseline',
      'constraint',
    ])
      assert.ok(prefixes.includes(wanted), wanted);
    for (const { body, name, description } of SNIPPETS) {
      assert.ok('nodes' in parseSnippet(body), name);
      assert.ok(description.length > 20, name);
    }
    assert.ok(SNIPPETS.filter(({ body }) => body.includes('|}')).length >= 8, 'most have choices');
  });

  it('whose data is wrong are refused', () => {
    const sound = { prefix: 'a', description: 'b', body: 'c', where: ['story'] };
    assert.equal(readSnippets({ x: sound }).length, 1);
    for (const wrong of [
      { ...sound, where: [] },
      { ...sound, where: ['nowhere'] },
      { ...sound, body: [1] },
      { ...sound, prefix: undefined },
    ]) {
      assert.throws(() => readSnippets({ x: wrong }), TypeError);
    }
  });

  it('have somewhere to go in every section, in scripts and in offers', () => {
    for (const place of SNIPPET_PLACES.filter((candidate) => candidate !== 'story'))
      assert.ok(
        SNIPPETS.some(({ where }) => where.includes(place)),
        place,
      );
  });
});

describe('snippets are offered', () => {
  it('in stories, scripts and offers, and in no other file', () => {
    const kinds: [string, PrepFileKind | undefined][] = [
      ['stories/a.md', 'story'],
      ['stories/old/a.md', undefined],
      ['stories/a.txt', undefined],
      ['acme/scripts/ask.md', 'script'],
      ['acme/offer.md', 'offer'],
      ['acme/loop.md', undefined],
      ['acme/rounds/01-a.md', undefined],
      ['templates/offer.md', undefined],
      ['playbooks/scripts/a.md', undefined],
      ['README.md', undefined],
      ['', undefined],
    ];
    for (const [path, kind] of kinds) assert.equal(prepFileKind(path), kind, path);
  });

  it('for a whole story only where there is none yet', () => {
    assert.ok(offered('story', '|').includes('star'));
    assert.ok(offered('story', '---\ntitle: a\n---\n\nst|').includes('star'));
    assert.ok(!offered('story', '## Impact\n\n|').includes('star'));
    assert.ok(!offered('story', `${'word '.repeat(30)}|`).includes('star'));
  });

  it('by section', () => {
    const story = '## Impact\n1\n## Situation\n2\n## Action\n3\n## Trade-offs\n4';
    const at = (digit: string): string[] => offered('story', story.replace(digit, '|'));
    assert.ok(at('1').includes('impact') && !at('1').includes('tradeoff') && !at('1').includes('committee'));
    assert.ok(at('2').includes('baseline') && !at('2').includes('metric'));
    assert.ok(at('3').includes('tradeoff') && at('3').includes('rollout'));
    assert.deepEqual(at('4'), ['tradeoff']);
  });

  it('in scripts and offers: the close and the ask', () => {
    assert.ok(offered('script', '# Close\n\n|').includes('committee'));
    assert.ok(offered('offer', '---\nbase: 1\n---\n\nas|').includes('ask'));
    assert.ok(!offered('offer', '|').includes('star'));
  });

  it('nowhere in front matter, headings, code, comments, addresses, and not in the middle of a word', () => {
    const nowhere = [
      '---\ntitle: |\n---\n',
      '---\n|',
      '## Imp|',
      '```\n|\n```',
      '<!--\n|\n-->',
      'a <!-- | -->',
      'say `st|',
      'say ``st|',
      '[a](st|',
      'st|ar',
      'a/|',
      'x.|',
      '\ufeff---\r\ntitle: |\r\n---\r\n',
      '---\n|title: x',
    ];
    for (const text of nowhere) assert.deepEqual(offered('story', text), [], text);
  });

  // After “`<!--` opens a comment” nothing was offered any more in the rest of the story.
  it('below a text that speaks of comments in code', () => {
    assert.ok(offered('story', '## Impact\n\nThe page begins with `<!--`.\n\nim|\n').includes('impact'));
  });

  it('with CRLF and a byte-order mark as well', () => {
    assert.ok(offered('story', '\ufeff---\r\ntitle: a\r\n---\r\n\r\n## Impact\r\n\r\nim|\r\n').includes('impact'));
    assert.equal(insertionPoint('story', 'a\r\nmet', 6)?.wordStart, 3);
  });

  it('never by an exception (property)', function () {
    this.timeout(20_000);
    const piece = fc.constantFrom(
      '---\n',
      '## Impact\n',
      'a ',
      '`',
      '<!--',
      '-->',
      '\r\n',
      '](',
      '\ufeff',
      '```\n',
      '- ',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.nat(), (parts, at) => {
        const text = parts.join('');
        const offset = at % (text.length + 1);
        const point = insertionPoint('story', text, offset);
        assert.ok(
          point === undefined || (point.wordStart <= offset && !/\s/u.test(text.slice(point.wordStart, offset))),
        );
      }),
    );
  });
});
