/** Markdown that is sent to somebody else: it says what a reader was to see, and nothing else. */
import { parseBlocks } from '../markdown/blocks';
import { classifyLines } from '../markdown/outline';

const CODE_SPAN = /((?<!`)`+[^`\n]+`+)/u;

/**
 * The text without HTML comments, which are the writer's own business; pictures become links, since they would be
 * loaded from elsewhere, and HTML is shown as its characters. Code stays as it is.
 */
export function quiet(markdown: string): string {
  const text = markdown.replace(/\r\n?/gu, '\n');
  const blocks = parseBlocks(text, 0);
  const kinds = classifyLines(text, blocks);
  const parts: { code: boolean; lines: string[] }[] = [];
  blocks.lines.forEach(({ start, end }, index) => {
    const code = kinds[index] === 'code';
    const last = parts.at(-1);
    if (last?.code === code) last.lines.push(text.slice(start, end));
    else parts.push({ code, lines: [text.slice(start, end)] });
  });
  const shown = parts.map((part) => (part.code ? part.lines.join('\n') : quietProse(part.lines.join('\n'))));
  return shown
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** One line of it: a playbook's sentence, which opens no block of its own. */
export function quietLine(markdown: string): string {
  return quiet(
    markdown
      .trim()
      .replace(/\s+/gu, ' ')
      .replace(/^(?=[`~#>|+*-])/u, '\\'),
  );
}

function quietProse(prose: string): string {
  const pieces = withoutComments(prose).split(CODE_SPAN);
  return pieces
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/!\[/gu, '[').replace(/<(?=[a-z/!?])/giu, '\\<')))
    .join('');
}

function withoutComments(text: string): string {
  let result = '';
  for (let at = 0; ;) {
    const open = text.indexOf('<!--', at);
    const close = open < 0 ? -1 : text.indexOf('-->', open + 4);
    if (close < 0) return result + text.slice(at);
    result += text.slice(at, open);
    at = close + 3;
  }
}
