/** How mails write text in ASCII: quoted-printable and base64 (RFC 2045), and words of headers (RFC 2047). */
import { percentDecoded } from '../percentDecoded';

/** Undoes quoted-printable. What is not an escape stays as it is. */
export function quotedPrintable(text: string): string {
  return text.replace(/=[ \t]{0,80}\r?\n/gu, '').replace(/(?:=[\dA-F]{2})+/giu, decodedBytes);
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** Undoes base64. What is not a digit of it is passed over; it ends at the first `=`. */
export function base64(text: string): string {
  let codes = '';
  let [bits, held] = [0, 0];
  for (const digit of text) {
    if (digit === '=') break;
    const value = VALUES.get(digit);
    if (value === undefined) continue;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    codes += `=${((bits >> held) & 0xff).toString(16).padStart(2, '0')}`;
  }
  return codes === '' ? '' : decodedBytes(codes);
}

/** `=?UTF-8?B?WsO2ZQ==?=` and `=?UTF-8?Q?Z=C3=B6e_M?=`; a space between two of them is not part of the text. */
export function headerWords(text: string): string {
  return text
    .replace(/\?=[ \t]{1,80}=\?/gu, '?==?')
    .replace(/=\?[\w.*-]{1,40}\?([BQ])\?([^?\s]{0,400})\?=/giu, (_, kind: string, words: string) =>
      kind.toUpperCase() === 'B' ? base64(words) : quotedPrintable(words.replace(/_/gu, ' ')),
    );
}

/** Bytes written as `=C3=B6`, read as UTF-8, or as Windows-1252 where they are not that. */
function decodedBytes(codes: string): string {
  return percentDecoded(codes.replace(/=/gu, '%')) ?? decodedLatin(codes);
}

/** What Windows-1252 has in place of control characters, as far as mails use it. */
const WINDOWS: Readonly<Record<number, string>> = {
  0x80: '€',
  0x85: '…',
  0x91: '‘',
  0x92: '’',
  0x93: '“',
  0x94: '”',
  0x96: '–',
  0x97: '—',
};

function decodedLatin(codes: string): string {
  const units = codes.slice(1).split('=');
  return units
    .map((code) => Number.parseInt(code, 16))
    .map((unit) => WINDOWS[unit] ?? String.fromCharCode(unit))
    .join('');
}
