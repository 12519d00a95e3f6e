/** Bytes of files: what an edit changes of them, and whether it is still there after another program wrote as well. */

/** The bytes between what two texts begin and end with alike: `from[start, fromEnd)` became `to[start, toEnd)`. */
export interface ByteChange {
  readonly start: number;
  readonly fromEnd: number;
  readonly toEnd: number;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && startsWithBytes(a, b);
}

export function startsWithBytes(bytes: Uint8Array, beginning: Uint8Array): boolean {
  return bytes.length >= beginning.length && beginning.every((byte, index) => byte === bytes[index]);
}

export function byteChange(from: Uint8Array, to: Uint8Array): ByteChange {
  const shortest = Math.min(from.length, to.length);
  let start = 0;
  while (start < shortest && from[start] === to[start]) start += 1;
  let tail = 0;
  while (tail < shortest - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  return { start, fromEnd: from.length - tail, toEnd: to.length - tail };
}

/**
 * Whether an edit is still in a file: what differs from its result lies wholly before or after what it changed.
 * @param now what the file says after it was written.
 */
export function isChangeKept(now: Uint8Array, from: Uint8Array, to: Uint8Array): boolean {
  const ours = byteChange(from, to);
  const theirs = byteChange(to, now);
  return theirs.start >= ours.toEnd || theirs.fromEnd <= ours.start;
}

/** Whether a write was cut off: the file says only the beginning of what was written. */
export function isCutOff(now: Uint8Array, written: Uint8Array): boolean {
  return now.length < written.length && startsWithBytes(written, now);
}
