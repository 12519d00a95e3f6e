/** The bytes of an invite as text. */

/**
 * Bytes as text: UTF-8 or UTF-16 by their mark or by what they look like, else Windows-1252, which no bytes are wrong
 * in.
 */
export function decodeInvite(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  const zeros = zeroBytes(bytes);
  if (zeros) return decodeAs(zeros, bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeAs('windows-1252', bytes);
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** UTF-16 without a mark: of what is mostly ASCII, every other byte is zero. */
function zeroBytes(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const seen = Math.min(bytes.length, 2000);
  const counts = [0, 0];
  for (let index = 0; index < seen; index += 1)
    if (bytes[index] === 0) counts[index % 2] = (counts[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = counts;
  if (odd > seen / 4 && even < odd / 4) return 'utf-16le';
  return even > seen / 4 && odd < even / 4 ? 'utf-16be' : undefined;
}
