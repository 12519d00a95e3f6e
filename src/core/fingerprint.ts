/**
 * FNV-1a, 32 bits, over UTF-16 units (Fowler, Noll and Vo). Names in the user's files are made of it: it must stay the
 * same.
 */
export function fingerprint(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
