/**
 * Drill cards as a text file that Anki imports and exports (https://docs.ankiweb.net/importing/text-files.html), and
 * back. What can be said in HTML is; everything else stays as it is in Markdown, so that a card comes back as it was.
 */
import { decodeEntities } from '../htmlEntities';
import { joined } from '../words';
import { readRows, rowOf } from './ankiRows';
import { fillClozes } from './ownCards';

/** A card before it is spread: what `drills.md` says below one heading. */
export interface CardNote {
  readonly question: string;
  /** Markdown, with its `<->` and `==…==`. */
  readonly answer: string;
  /** Ids: they travel as tags. */
  readonly competencies: readonly string[];
}

const HEAD = ['#separator:tab', '#html:true', '#tags column:3', '#notetype column:4'];
const BOTH_WAYS = /^<->\s*/u;
const LANGUAGE = /^```([\w+#.-]*)$/u;
/** Code in one line, in which several backticks are part of it, or bold text that has none. */
const INLINE = /(?<!`)`([^`\n]+(?:`{2,}[^`\n]+)*)`(?!`)|\*\*(?=[^\s*])([^*\n`]*[^\s*`])\*\*/gu;
/** What stands for the braces of a cloze until those of the text are escaped: no text has these. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
/** What a spreadsheet would take for a formula, and run, where somebody opens the file in one. */
const FORMULA = /^[=+\-@]/u;
const IS_CLOZE = /\{\{c\d{1,3}::/u;
const CLOZE = /\{\{c\d{1,3}::((?:(?!\}\}|::)[^\n]){1,2000})(?:::(?:(?!\}\})[^\n]){0,2000})?\}\}/gu;

/** The file of the cards, in their order. Pure; `readAnkiText` gives the same cards again. */
export function ankiText(notes: readonly CardNote[]): string {
  return [...HEAD, ...notes.map(noteRow)].map((line) => `${line}\n`).join('');
}

function noteRow({ question, answer, competencies }: CardNote): string {
  const tags = competencies.filter((id) => !FORMULA.test(id)).join(' ');
  if (BOTH_WAYS.test(answer))
    return rowOf([toHtml(question), toHtml(answer.replace(BOTH_WAYS, '')), tags, 'Basic (and reversed card)']);
  const numbers = new Map<string, number>();
  const filled = fillClozes(answer, (inner) => {
    if (/::|\{\{|\}\}/u.test(inner)) return `==${inner}==`;
    const number = numbers.get(inner) ?? numbers.size + 1;
    numbers.set(inner, number);
    return `${OPEN}c${number}::${inner}${CLOSE}`;
  });
  if (numbers.size === 0) return rowOf([toHtml(question), toHtml(answer), tags, 'Basic']);
  return rowOf([`${toHtml(question)}<br>${toHtml(filled)}`, '', tags, 'Cloze']);
}

/** Never throws. What has no question or no answer is counted, and left out. */
export function readAnkiText(text: string): { readonly notes: readonly CardNote[]; readonly skipped: number } {
  const { rows, isHtml } = readRows(text);
  let skipped = 0;
  const notes = rows.flatMap(({ fields: [front = '', back = ''], tags, noteType }) => {
    const read = (field: string): string => (isHtml ? fromHtml(field) : field).trim();
    const note = IS_CLOZE.test(front)
      ? clozeNote(front, read(back), read)
      : { question: read(front), answer: read(back) };
    const question = note.question.replace(/\s+/gu, ' ');
    if (question === '' || note.answer === '') {
      skipped += 1;
      return [];
    }
    const mark = /reversed/iu.test(noteType) && !BOTH_WAYS.test(note.answer) ? '<-> ' : '';
    return [{ question, answer: mark + note.answer, competencies: tags }];
  });
  return { notes, skipped };
}

/** The first line is the question, unless something is left out in it: then it is asked with its gaps. */
function clozeNote(
  front: string,
  extra: string,
  read: (field: string) => string,
): { readonly question: string; readonly answer: string } {
  const [first = '', br = ''] = /^.*?(<br ?\/?>|$)/isu.exec(front) ?? [];
  const heading = read(first.slice(0, first.length - br.length));
  const rest = read(front.slice(first.length));
  const isAsked = heading !== '' && rest !== '' && !IS_CLOZE.test(first);
  const question = isAsked ? heading : fillClozes(read(front), () => '[…]');
  return { question, answer: joined([isAsked ? rest : read(front), extra], '\n\n') };
}

function toHtml(markdown: string): string {
  const lines = markdown.split('\n');
  const html: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as string;
    const language = LANGUAGE.exec(line)?.[1];
    const end = language === undefined ? -1 : endOfFence(lines, at);
    if (end < 0) html.push(inlineHtml(line));
    else {
      const code = lines
        .slice(at + 1, end)
        .map(escaped)
        .join('<br>');
      html.push(`<pre><code${language === '' ? '' : ` class="language-${language}"`}>${code}</code></pre>`);
      at = end;
    }
  }
  const whole = html.join('<br>').replaceAll(OPEN, '{{').replaceAll(CLOSE, '}}');
  return whole.replace(FORMULA, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The line that ends the fence which begins at a line, where it has lines of its own; -1 where it has not. */
function endOfFence(lines: readonly string[], start: number): number {
  let end = start + 1;
  while (end < lines.length && !(lines[end] as string).trimStart().startsWith('```')) end += 1;
  return lines[end] === '```' && end > start + 1 ? end : -1;
}

function inlineHtml(line: string): string {
  return escaped(line).replace(INLINE, (_, code: string | undefined, bold: string | undefined) =>
    code === undefined ? `<b>${bold ?? ''}</b>` : `<code>${code}</code>`,
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('{{', '&#123;&#123;');
}

const TAG = /<(\/?)([a-z][a-z\d]{0,20})((?:\s[^<>]*)?)>|<!--(?:(?!-->).){0,2000}-->/gisu;
const BLOCKS: ReadonlySet<string> = new Set([
  'div',
  'p',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'blockquote',
  'h1',
  'h2',
  'h3',
]);
const MARKS: ReadonlyMap<string, string> = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['i', '*'],
  ['em', '*'],
  ['code', '`'],
]);

/** HTML as Anki writes it, as Markdown: what Markdown cannot say is left out, its text kept. */
function fromHtml(html: string): string {
  const reader = new HtmlReader();
  const text = html.replace(/\r\n?/gu, '\n').replace(CLOZE, (_, inner: string) => `==${inner.trim()}==`);
  let at = 0;
  for (const tag of text.matchAll(TAG)) {
    reader.text(decodeEntities(text.slice(at, tag.index)));
    at = tag.index + tag[0].length;
    if (tag[2] !== undefined) reader.tag(tag[2].toLowerCase(), tag[1] === '/', tag[3] ?? '');
  }
  reader.text(decodeEntities(text.slice(at)));
  return reader.end();
}

class HtmlReader {
  private out = '';
  /** A block has ended: what follows begins a line. */
  private isOver = false;
  /** Where the open fence begins, and its language. */
  private fence: { readonly at: number; language: string } | undefined;
  private readonly open: { readonly name: string; readonly at: number }[] = [];

  text(text: string): void {
    if (text === '') return;
    if (this.isOver && !text.startsWith('\n')) this.out += '\n';
    this.isOver = false;
    this.out += text;
  }

  tag(name: string, isEnd: boolean, attributes: string): void {
    if (name === 'br') this.text('\n');
    else if (name === 'pre') this.pre(isEnd);
    else if (this.fence) this.fence.language ||= /\blanguage-([\w+#.-]+)/u.exec(attributes)?.[1] ?? '';
    else if (BLOCKS.has(name)) this.block(name, isEnd);
    else if (MARKS.has(name)) this.mark(name, isEnd);
  }

  end(): string {
    if (this.fence) this.pre(true);
    while (this.open.length > 0) this.mark(this.open.at(-1)?.name ?? '', true);
    return this.out;
  }

  private pre(isEnd: boolean): void {
    if (!isEnd) {
      this.beginLine();
      this.fence ??= { at: this.out.length, language: '' };
    } else if (this.fence) {
      const { at, language } = this.fence;
      const code = this.out.slice(at);
      const mark = code.includes('```') ? '````' : '```';
      this.out = `${this.out.slice(0, at)}${mark}${language}\n${code}\n${mark}`;
      this.fence = undefined;
      this.isOver = true;
    }
  }

  private block(name: string, isEnd: boolean): void {
    if (isEnd) this.isOver = this.out !== '' && !this.out.endsWith('\n');
    else {
      this.beginLine();
      if (name === 'li') this.out += '- ';
    }
  }

  private beginLine(): void {
    if (this.out !== '' && !this.out.endsWith('\n')) this.out += '\n';
    this.isOver = false;
  }

  private mark(name: string, isEnd: boolean): void {
    if (!isEnd) {
      if (this.isOver) this.beginLine();
      this.open.push({ name, at: this.out.length });
      return;
    }
    if (this.open.at(-1)?.name !== name) return;
    const at = this.open.pop()?.at ?? this.out.length;
    const all = this.out.slice(at);
    const inner = all.trim();
    // Spaces are part of code; marks of other text stand next to it.
    const isCode = name === 'code';
    const mark = isCode ? codeMark(all) : (MARKS.get(name) ?? '');
    if (inner === '') return;
    const marked = isCode ? `${mark}${all}${mark}` : all.replace(inner, () => `${mark}${inner}${mark}`);
    this.out = this.out.slice(0, at) + marked;
  }
}

/** As many backticks as stand nowhere in a row in the code. */
function codeMark(code: string): string {
  const rows = new Set((code.match(/`+/gu) ?? []).map(({ length }) => length));
  let length = 1;
  while (rows.has(length)) length += 1;
  return '`'.repeat(length);
}
