import assert from 'node:assert/strict';
import blockSnippets from '../../../content/snippets/blocks.json';
import { suggestInBlock } from '../../../src/core/blocks/blockCompletion';
import { blockHover } from '../../../src/core/blocks/blockHover';
import { shownProblems } from '../../../src/core/blocks/blockRules';
import { readBlocks } from '../../../src/core/blocks/readBlocks';
import { applyEdits } from '../../../src/core/markdown/text';
import { parseSnippet, snippetText } from '../../../src/core/story/snippetSyntax';
import { codes, fence, onlyBlock } from './support/blockTexts';

/** What is offered at the bar. */
function offered(text: string): string[] | undefined {
  const offset = text.indexOf('|');
  return suggestInBlock(text.replace('|', ''), offset)?.items.map(({ label }) => label);
}

/** The text after the offer with that label is taken at the bar. */
function taken(text: string, label: string): string {
  const offset = text.indexOf('|');
  const plain = text.replace('|', '');
  const found = suggestInBlock(plain, offset);
  const item = found?.items.find((one) => one.label === label);
  assert.ok(found && item, label);
  return applyEdits(plain, [{ ...found.replace, newText: item.insert }]);
}

const hoverOf = (text: string, words: string): string | undefined =>
  blockHover(text, readBlocks(text), text.indexOf(words))?.text;

describe('Writing a block', () => {
  it('offers the keys that are not given yet', () => {
    assert.deepEqual(offered(fence('capacity', 'events: 1M/s', 'n|'))?.slice(0, 3), [
      'event size',
      'nodes',
      'replication',
    ]);
    assert.equal(
      taken(fence('capacity', 'events: 1M/s', '  n|'), 'nodes'),
      fence('capacity', 'events: 1M/s', '  nodes: '),
    );
    assert.deepEqual(offered(fence('latency-budget', '|')), ['slo', 'mean', 'events', 'parallel', 'sequence']);
    assert.deepEqual(offered('> ```estimate\n> g|\n> ```\n'), ['goal']);
  });

  it('offers an example, and units after a figure', () => {
    assert.deepEqual(offered(fence('capacity', 'retention: |')), ['7 days']);
    assert.equal(taken(fence('latency-budget', 'look-up: 8|'), 'ms'), fence('latency-budget', 'look-up: 8 ms'));
    assert.equal(taken(fence('latency-budget', 'look-up: 8 m|'), 'ms'), fence('latency-budget', 'look-up: 8 ms'));
    assert.equal(taken(fence('capacity', 'events: 10|'), 'k/s'), fence('capacity', 'events: 10k/s'));
    assert.equal(taken(fence('capacity', 'event size: 500|'), 'B'), fence('capacity', 'event size: 500 B'));
  });

  it('offers the names that are given above a formula', () => {
    const text = fence('estimate', 'daily users: 5', 'price: $4', 'x = daily users × p|', 'later: 3');
    assert.deepEqual(offered(text), ['daily users', 'price']);
    assert.match(taken(text, 'price'), /x = daily users × price\n/u);
  });

  it('offers names after any operator, none of a goal, of a later line or of an empty one', () => {
    for (const sign of ['+', '-', '−', '×', '*', '·', '/', '÷', '(']) {
      const text = fence(
        'estimate',
        'daily users : 5',
        'goal: 3',
        '',
        'price: $4',
        `x = price ${sign} da|`,
        'later: 3',
      );
      assert.deepEqual(offered(text), ['daily users', 'price'], sign);
      assert.ok(taken(text, 'daily users').includes(`x = price ${sign} daily users\n`), sign);
    }
    assert.deepEqual(offered(fence('estimate', 'a: 5', 'a = 3', 'x = a|')), ['a'], 'once');
    // A formula that was still empty was offered its own name.
    assert.deepEqual(offered(fence('estimate', 'a: 5', 'x = |')), ['a']);
  });

  it('offers the units of what a line holds, and none where it holds none', () => {
    assert.deepEqual(offered(fence('latency-budget', 'events: 3|')), ['/s', 'k/s', 'M/s', '/min', '/day']);
    assert.deepEqual(offered(fence('latency-budget', 'look-up: 3|')), ['µs', 'ms', 's', 'min', 'h', 'days']);
    assert.deepEqual(offered(fence('capacity', 'node network: $3|')), ['MB/s', 'GB/s', 'Gbit/s']);
    assert.deepEqual(offered(fence('capacity', 'nodes: 3|')), []);
    assert.equal(offered(fence('capacity', 'nodes: many|')), undefined, 'no figure');
    assert.equal(offered(fence('capacity', 'toString: 3|')), undefined, 'no key');
    assert.equal(offered(fence('estimate', 'a: 3|')), undefined, 'anything may be meant');
    assert.deepEqual(offered(fence('latency-budget', 'look-up: |')), ['40 ms']);
    assert.equal(taken(fence('capacity', 'cost: $0.06|'), 'a million'), fence('capacity', 'cost: $0.06 a million'));
    assert.equal(taken(fence('capacity', 'utilisation: 70|'), '%'), fence('capacity', 'utilisation: 70 %'));
    assert.equal(taken(fence('capacity', 'peak: 2|'), '×'), fence('capacity', 'peak: 2×'));
    assert.equal(taken(fence('capacity', 'node network: 2|'), 'MB/s'), fence('capacity', 'node network: 2 MB/s'));
  });

  it('offers nothing outside of a block, nor at its fences', () => {
    for (const text of [
      `|${fence('capacity', 'a: 1')}`,
      '```cap|acity\n```\n',
      `${fence('capacity', 'a: 1')}\nt|`,
      '# a|',
    ])
      assert.equal(offered(text), undefined, text);
  });

  it('begins with a snippet that has no problem', () => {
    for (const { prefix, body } of Object.values(blockSnippets)) {
      const parsed = parseSnippet(body.join('\n'));
      assert.ok('nodes' in parsed);
      const block = onlyBlock(snippetText(parsed.nodes));
      assert.equal(block.kind, prefix);
      assert.deepEqual(
        codes(block).filter((code) => code !== 'goal-missed'),
        [],
        prefix,
      );
      assert.ok(block.headline);
    }
  });
});

describe('Pointing at a block', () => {
  const CAPACITY = fence('capacity', 'events: 1M/s', 'event size: 500 B', 'nodes: 10', 'retention: 7 days');

  it('shows at an input what it is, and each result that it is used for, with formula and source', () => {
    const text = hoverOf(CAPACITY, '7 days') ?? '';
    assert.match(text, /^\*\*retention\*\*: 7 days, how long events are kept/u);
    assert.match(
      text,
      /\*\*Storage\*\*: 907\.2 TB = events × event size × replication × retention · Kafka documentation/u,
    );
    assert.doesNotMatch(text, /\*\*Written\*\*/u);
  });

  it('shows at the fence all results', () => {
    assert.match(hoverOf(CAPACITY, '```capacity') ?? '', /^\*\*91 TB a node\*\*[\s\S]*\*\*Written\*\*: 1\.5 GB\/s/u);
  });

  it('shows at a formula what it comes to', () => {
    const text = fence('estimate', 'a: 3 (2-4)', 'x = a × 2');
    assert.match(hoverOf(text, 'x =') ?? '', /^\*\*x\*\*: 6 \(4-8\) = x = a × 2/u);
  });

  it('shows it on the whole line of the formula, its name with it, and on no other', () => {
    const text = `Before.\n\n${fence('estimate', 'a: 3', 'x = a × 2', 'y = x × 2')}`;
    const blocks = readBlocks(text);
    const line = 'x = a × 2';
    const from = text.indexOf(line);
    for (const offset of [from, from + 4, from + line.length - 1]) {
      const { start, end, text: said } = blockHover(text, blocks, offset) ?? assert.fail();
      assert.deepEqual([text.slice(start, end), said.split(':')[0]], [line, '**x**']);
    }
    assert.match(blockHover(text, blocks, from + line.length + 1)?.text ?? '', /^\*\*y\*\*/u);
    assert.equal(blockHover(text, blocks, from + line.length), undefined, 'its end');
    const { start, end } = blockHover(text, blocks, text.indexOf('a: 3') + 1) ?? assert.fail();
    assert.equal(text.slice(start, end), 'a: 3');
    assert.equal(blockHover(text, blocks, 2), undefined, 'before the block');
    const fenceLine = blockHover(text, blocks, text.indexOf('```'));
    assert.equal(text.slice(fenceLine?.start, fenceLine?.end), '```estimate');
  });

  it('says what a key of its own is, and nothing of a stage or a name', () => {
    const said = (kind: string, line: string): string =>
      hoverOf(fence(kind, 'slo: 40 ms', line, 'b: 3 ms'), line) ?? '';
    assert.match(said('latency-budget', 'mean: 3 ms'), /^\*\*mean\*\*: 3 ms, \S/u);
    assert.match(said('latency-budget', 'a: 3 ms'), /^\*\*a\*\*: 3 ms(?:\n|$)/u);
    assert.match(said('estimate', 'nodes: 3'), /^\*\*nodes\*\*: 3(?:\n|$)/u);
    assert.match(hoverOf(fence('capacity', 'events: 1M/s', 'nodes: 3'), 'nodes') ?? '', /^\*\*nodes\*\*: 3, \S/u);
    assert.equal(hoverOf(fence('latency-budget', '# nothing'), '```'), undefined, 'a block without results');
  });

  it('shows nothing elsewhere, and no markup of the user’s', () => {
    assert.equal(hoverOf(`${CAPACITY}\nAfter.`, 'After'), undefined);
    assert.doesNotMatch(hoverOf(fence('estimate', '[a](command:x): 3', 'b = 2'), '[a]') ?? '', /\[a\]\(/u);
  });
});

describe('What is said of a block', () => {
  const OVER = fence('latency-budget', 'slo: 40 ms', 'a: 50 ms');
  const said = (text: string, levels = {}): string[] =>
    shownProblems(text, readBlocks(text), levels).map(({ code, severity }) => `${code} ${severity}`);

  it('is silenced by a comment above it, and by its fix', () => {
    assert.deepEqual(said(OVER), ['budget-exceeded warning']);
    assert.deepEqual(said(`<!-- prep-loop-disable-next-line budget-exceeded: on purpose -->\n${OVER}`), []);
    const text = `# T\n\n${OVER}`;
    const fix = shownProblems(text, readBlocks(text))[0]?.fixes.at(-1);
    assert.deepEqual(said(applyEdits(text, fix?.edits ?? [])), []);
  });

  it('follows the levels of the rules', () => {
    assert.deepEqual(said(OVER, { 'budget-exceeded': 'error' }), ['budget-exceeded error']);
    assert.deepEqual(said(OVER, { 'budget-exceeded': 'off' }), []);
  });
});
