/** Markdown at random, and what blocks markdown-it and we find in it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { parseBlocks, type Blocks, type Container } from '../../../src/core/markdown/blocks';

const markdown = new MarkdownIt({ html: true });

/** Each block as its containers, its kind and its lines; and the lines in which a list item begins. */
interface Structure {
  readonly blocks: readonly string[];
  readonly items: readonly number[];
}

const KINDS: Readonly<Record<string, string>> = {
  paragraph_open: 'paragraph',
  heading_open: 'heading',
  fence: 'fence',
  code_block: 'code',
  html_block: 'html',
  table_open: 'table',
  hr: 'rule',
};

function structureByMarkdownIt(text: string): Structure {
  const path: string[] = [];
  const blocks: string[] = [];
  const items = new Set<number>();
  for (const { type, tag, map } of markdown.parse(text, {})) {
    const [first, end] = map ?? [0, 0];
    if (type === 'blockquote_open') path.push(`quotation ${first}`);
    else if (type === 'list_item_open') {
      path.push(`item ${first}`);
      items.add(first);
    } else if (type === 'blockquote_close' || type === 'list_item_close') path.pop();
    const kind = KINDS[type];
    if (kind !== undefined) {
      const level = kind === 'heading' ? tag.slice(1) : '0';
      blocks.push([...path, `${kind} ${level}: ${first}-${end - 1}`].join(' / '));
    }
  }
  return { blocks, items: [...items] };
}

function structure(text: string, { lines, blocks }: Blocks): Structure {
  // markdown-it has no blank line after the final line break.
  const last = lines.length - (/(?:^|[\r\n])[ \t]*$/u.test(text) ? 2 : 1);
  const pathOf = (container: Container | undefined): string[] =>
    container ? [...pathOf(container.parent), `${container.kind} ${container.first}`] : [];
  return {
    blocks: blocks.map((block) => {
      const kind = block.kind === 'comment' ? 'html' : block.kind;
      const place = `${kind} ${block.level}: ${block.first}-${Math.min(block.last, last)}`;
      return [...pathOf(block.container), place].join(' / ');
    }),
    items: lines.flatMap(({ marker }, index) => (marker >= 0 ? [index] : [])),
  };
}

const MARKS = ['> ', '>', '- ', '-', '* ', '+ ', '1. ', '2. ', '1986) ', '10. ', ' ', '  ', '   ', '    ', '\t', '-\t'];
const STARTS = [
  '# ',
  '## a',
  '####### ',
  '```',
  '~~~',
  '````',
  '```js',
  '``` a`',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '<b>',
];
const WORDS = [
  'a',
  'b c',
  '---',
  '===',
  '--',
  '=',
  '***',
  '_ _ _',
  '- - -',
  '|',
  'a | b',
  '|---|---|',
  '--|--',
  '|-|',
  ':-:',
];
const line = fc
  .tuple(
    fc.array(fc.constantFrom(...MARKS), { maxLength: 4 }),
    fc.constantFrom('', '', 'a', ...STARTS, ...WORDS, '<pre>', '</pre>', '<br/>', '1.', '-->a', 'a -->', '- [ ] a'),
    fc.constantFrom('', '', '', ' ', 'a', ' #', '|', ' <!--'),
  )
  .map(([marks, start, end]) => marks.join('') + start + end);
/** Lines repeat one another's marks: only then do blocks go on. */
export const blockDocument = fc
  .tuple(
    fc.array(fc.tuple(line, fc.nat({ max: 5 }), fc.nat({ max: 3 })), { minLength: 1, maxLength: 10 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
  )
  .map(([parts, lineBreak]) => {
    const lines: string[] = [];
    for (const [text, lead, length] of parts) {
      const above = lines.at(-1) ?? '';
      const kept = lead === 0 ? above.slice(0, length * 2) : lead === 1 ? ' '.repeat(length * 2) : '';
      lines.push(kept + text);
    }
    return lines.join(lineBreak);
  })
  // Front matter and definitions are read differently on purpose.
  .filter((text) => !text.startsWith('---'));

/** Fails where a text's blocks differ from those that markdown-it finds. */
export function assertSameBlocks(text: string): void {
  assert.deepEqual(structure(text, parseBlocks(text)), structureByMarkdownIt(text));
}
