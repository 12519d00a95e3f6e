import assert from 'node:assert/strict';
import fc from 'fast-check';
import { classifyLines } from '../../src/core/markdown/outline';
import { applyEdits, splitLines } from '../../src/core/markdown/text';
import { analyseStory } from '../../src/core/story/lint';
import { parseStory } from '../../src/core/story/parseStory';
import { extractQuantities, formatQuantity } from '../../src/core/story/quantities';
import { cueCards, sayable } from '../../src/core/story/rehearse';
import { insertionPoint } from '../../src/core/story/snippets';
import { eachNode, parseSnippet, snippetText, writeSnippet } from '../../src/core/story/snippetSyntax';
import { fillTemplate, markSnippetBlanks, readTemplate } from '../../src/core/story/templates';
import { fuzz } from './support/fuzz';
import { anyText, byteOrderMark, line, lineBreak, sortedLines } from './support/texts';

const HEADINGS = ['## Impact', '## Situation', '## Task', '## Action', '## Result', '## Trade-offs', '## Learned'];
const SENTENCES = [
  'I cut churn from 8% to 5%, and revenue rose by $2M.',
  'We built a transformer.',
  'It grew a lot.',
  'Latency is now 35 ms.',
  'We gave up freshness to get it.',
];
const story = fc
  .tuple(
    byteOrderMark,
    fc.constantFrom('', '---\ntitle: A\nrounds: [a]\n---\n', '---\nopen: [\n---\n', '---\nnever closed\n'),
    fc.array(
      fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...HEADINGS) },
        { weight: 2, arbitrary: fc.constantFrom(...SENTENCES) },
        { weight: 3, arbitrary: line },
      ),
      { maxLength: 20 },
    ),
    lineBreak,
    fc.boolean(),
  )
  .map(
    ([mark, front, lines, eol, ends]) =>
      mark + front.replaceAll('\n', eol) + lines.join(eol) + (ends && lines.length > 0 ? eol : ''),
  );

/** Each line with what it is to a reader. */
function kindsOf(text: string): string[] {
  const kinds = classifyLines(text);
  return splitLines(text)
    .map(({ start, end }, index) => `${kinds[index]}: ${text.slice(start, end).trim()}`)
    .filter((each) => !each.endsWith(': '))
    .sort();
}

const figures = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'$€£~≈%+-–.,/ x'),
      fc.constantFrom('1', '20', '3.5', '1,000', '½', '1/2', 'k', 'M', 'bn', 'ms', ' GB', ' a year', ' of ', ' to '),
      fc.constantFrom(' from ', ' per ', 'USD', ' users', ' one ', ' hundred ', 'two', ' dozen ', ' and ', 'pp', 'p99'),
      fc.constantFrom('**', '`', '[', '](', ')', '\n', '\n\n', '| ', '2024', '10:30', '<b>', '&nbsp;', 'é', '😀'),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

const snippet = fc
  .array(
    fc.constantFrom(
      '$',
      '{',
      '}',
      '${1:',
      '${2|a,b|}',
      '$1',
      '$0',
      '${name}',
      '${TITLE}',
      '${a:',
      '\\',
      '|',
      ',',
      '/',
      'x',
      '\n',
      '---\n',
      'title: ',
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('Fuzzed stories', () => {
  fuzz('are read, checked and told, with every place in the text', fc.oneof(story, anyText), (text) => {
    const { findings, quantities, parsed } = analyseStory(text);
    for (const { start, end } of [...findings, ...quantities, ...parsed.placeholders, ...parsed.problems])
      assert.ok(start >= 0 && start <= end && end <= text.length);
    for (const { sentences } of cueCards(text).cards)
      for (const { start, end } of sentences) assert.ok(start < end && !/[\r\n]/u.test(sayable(parsed, start, end)));
    for (const at of [0, text.length >> 1, text.length]) insertionPoint('story', text, at);
  });

  fuzz('are still stories after every quick fix', story, (text) => {
    for (const { fixes } of analyseStory(text).findings) {
      for (const { title, edits } of fixes) {
        const fixed = applyEdits(text, edits);
        parseStory(fixed);
        if (title !== 'Reorder sections') continue;
        assert.deepEqual(sortedLines(fixed), sortedLines(text), fixed);
        // A code block or a comment that was left open would take in what comes after it.
        assert.deepEqual(kindsOf(fixed), kindsOf(text), fixed);
      }
    }
  });

  fuzz('have figures in order, each within the text, none over another', figures, (text) => {
    let last = 0;
    for (const quantity of extractQuantities(text)) {
      const { start, end, value } = quantity;
      assert.ok(start >= last && start < end && end <= text.length && Number.isFinite(value), formatQuantity(quantity));
      last = end;
    }
  });

  fuzz('are made from any template and any title', fc.tuple(snippet, anyText, byteOrderMark), ([body, title, mark]) => {
    const template = readTemplate('a', mark + body);
    const filled = fillTemplate(template, { title, competencies: [title], rounds: ['a'] });
    parseStory(filled.text);
    if (filled.snippet !== undefined) {
      const parsed = parseSnippet(filled.snippet);
      assert.equal('nodes' in parsed && snippetText(parsed.nodes), filled.text);
    }
  });

  fuzz('have snippets that are written as they were read', snippet, (text) => {
    const parsed = parseSnippet(text);
    if ('problem' in parsed) {
      assert.equal(markSnippetBlanks(text), text);
      return;
    }
    const again = parseSnippet(writeSnippet(parsed.nodes));
    assert.ok('nodes' in again);
    assert.equal(snippetText(again.nodes), snippetText(parsed.nodes));
    assert.equal([...eachNode(again.nodes)].length <= [...eachNode(parsed.nodes)].length, true);
  });
});
