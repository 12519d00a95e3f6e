/** The words, figures and marks of an invite, which its grammar reads. */
import type { Span } from '../ports';

export interface InviteToken extends Span {
  readonly kind: 'word' | 'number' | 'mark';
  /** A word is without the dots at its end. */
  readonly text: string;
  /** In small letters, without any dots: `pm` for “P.M.”. */
  readonly lower: string;
  /** Whether it stands right after the token before. */
  readonly isClose: boolean;
}

const TOKEN = /\p{L}[\p{L}\p{M}_'’.]*|\d+|[^\s\p{L}\d]/gu;
const ADDRESS = /\bhttps?:\/\/[^\s<>"]+|[^\s<>()[\]:;,"@]{1,64}@[\w.-]{1,255}/giu;

/** The tokens of a text; addresses of pages and of mail count as blanks. */
export function inviteTokens(text: string): InviteToken[] {
  const blank = text.replace(ADDRESS, (address) => ' '.repeat(address.length));
  const tokens: InviteToken[] = [];
  for (const { 0: whole, index } of blank.matchAll(TOKEN)) {
    const isWord = /^\p{L}/u.test(whole);
    const before = tokens.at(-1);
    tokens.push({
      kind: isWord ? 'word' : /^\d/u.test(whole) ? 'number' : 'mark',
      text: isWord ? withoutEnd(whole, '.') : whole,
      lower: isWord ? whole.replace(/\./gu, '').toLowerCase() : whole,
      start: index,
      end: index + whole.length,
      isClose: before?.end === index,
    });
  }
  return tokens;
}

/** A text without some characters at its end. One pass. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** What was read of some tokens: up to which token, without it. */
export interface ReadTokens {
  readonly next: number;
}

/** Whether a token is one of some marks. */
export function isMark(token: InviteToken | undefined, ...marks: readonly string[]): boolean {
  return token?.kind === 'mark' && marks.includes(token.text);
}

/** Whether a token is one of some words, in small letters. */
export function isWord(token: InviteToken | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.lower);
}

/** A number of at most so many digits. */
export function numberIn(token: InviteToken | undefined, digits: number): number | undefined {
  return token?.kind === 'number' && token.text.length <= digits ? Number(token.text) : undefined;
}

/** Every kind of dash. */
export const DASHES = ['-', '–', '—', '‐', '‑', '−'] as const;
