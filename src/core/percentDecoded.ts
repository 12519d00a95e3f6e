/** A text without its percent-encoding; undefined where a `%` encodes nothing, or bytes that are not UTF-8. */
export function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
