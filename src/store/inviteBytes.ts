/** The bytes of an invite as text. */
import { utf16Of } from '../core/textEncoding';

/**
 * Bytes as text: UTF-8 or UTF-16 by their mark or by what they look like, else Windows-1252, which no bytes are wrong
 * in.
 */
export function decodeInvite(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
