/** A mail as it is saved in a file: its headers, and its parts without their encoding. Linear in its length. */
import { base64, headerWords, quotedPrintable } from './mailEncoding';

interface MailPart {
  /** In small letters: `text/plain`. */
  readonly type: string;
  readonly text: string;
}

export interface Mail {
  /** Who it is from and to, its subject and its day, a line each. */
  readonly head: string;
  /** Those that have text; nested ones too, in their order. */
  readonly parts: readonly MailPart[];
}

/** Headers by their names, in small letters. */
type Headers = ReadonlyMap<string, string>;

/** A name begins with a letter or a digit: a line with a boundary, which begins with dashes, ends the headers. */
const HEADER = /^([a-z\d][\w-]{0,79}):(.*)$/iu;
const SHOWN = ['from', 'to', 'cc', 'subject', 'date'];

/** A mail with headers that say how it is written; undefined for any other text. */
export function readMail(text: string): Mail | undefined {
  const lines = text.trimStart().split(/\r?\n/u);
  const first = readHeaders(lines, /^(?:From |>From )/u.test(lines[0] ?? '') ? 1 : 0);
  if (!first || !(first.headers.has('content-type') || first.headers.has('content-transfer-encoding')))
    return undefined;
  const head = SHOWN.flatMap((name) => {
    const value = first.headers.get(name);
    return value === undefined ? [] : [`${name}: ${headerWords(value)}`];
  });
  return { head: head.join('\n'), parts: partsOf(lines, first) };
}

interface ReadHeaders {
  readonly headers: Headers;
  /** The line after the blank one that ends them. */
  readonly next: number;
}

/** The headers that begin at a line; undefined where something else does. */
function readHeaders(lines: readonly string[], from: number): ReadHeaders | undefined {
  const headers = new Map<string, string>();
  let name = '';
  let at = from;
  for (; at < lines.length && (lines[at] as string).trim() !== ''; at += 1) {
    const line = lines[at] as string;
    const begun = HEADER.exec(line);
    if (begun) {
      name = (begun[1] as string).toLowerCase();
      headers.set(name, (begun[2] as string).trim());
    } else if (name !== '' && /^[ \t]/u.test(line)) headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`);
    else return undefined;
  }
  return { headers, next: at + 1 };
}

function partsOf(lines: readonly string[], first: ReadHeaders): MailPart[] {
  const boundaries = new Set<string>();
  const parts: MailPart[] = [];
  let part: ReadHeaders | undefined = first;
  const end = (at: number): void => {
    const read = part && textOf(part.headers, lines.slice(part.next, at));
    if (read) parts.push(read);
    part = undefined;
  };
  const begin = (read: ReadHeaders | undefined): void => {
    part = read;
    const boundary = /\bboundary *= *(?:"([^"]{1,200})"|([^\s;"]{1,200}))/iu.exec(
      read?.headers.get('content-type') ?? '',
    );
    if (boundary) boundaries.add(boundary[1] ?? boundary[2] ?? '');
  };
  begin(first);
  for (let at = first.next; at < lines.length; at += 1) {
    const line = (lines[at] as string).trimEnd();
    if (!line.startsWith('--')) continue;
    const isNext = boundaries.has(line.slice(2));
    if (!isNext && !(line.endsWith('--') && boundaries.has(line.slice(2, -2)))) continue;
    end(at);
    if (isNext) begin(readHeaders(lines, at + 1));
  }
  end(lines.length);
  return parts;
}

/** A part's text; undefined for a picture, another attachment, and what only holds other parts. */
function textOf(headers: Headers, lines: readonly string[]): MailPart | undefined {
  const given = headers.get('content-type') ?? 'text/plain';
  const type = (given.split(';')[0] ?? '').trim().toLowerCase();
  const isCalendar = /\.ics\b/iu.test(`${given} ${headers.get('content-disposition') ?? ''}`);
  if (!type.startsWith('text/') && type !== 'application/ics' && !isCalendar) return undefined;
  const text = lines.join('\n');
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return { type, text: base64(text) };
  return { type, text: encoding === 'quoted-printable' ? quotedPrintable(text) : text };
}
