/** What was worked out from files, as a text to keep until the next start. */
import { fingerprint } from './fingerprint';

/** What was worked out from a file in one state. */
export interface Kept<T> {
  /** The file's time and size, and whatever else it was worked out from. */
  readonly state: string;
  readonly value: T;
}

/** A file that was written to this shortly before it was read may be written to again within the same time and size. */
const SETTLED = 2000;

/**
 * @param version of everything that the values depend on besides the files.
 * @param entries by the files' Uris.
 */
export function encodeFileCache(version: string, entries: ReadonlyMap<string, Kept<unknown>>): string {
  const body = JSON.stringify([...entries].map(([uri, { state, value }]) => [uri, state, value]).sort(byUri));
  return `${headOf(version, body)}\n${body}`;
}

/**
 * What {@link encodeFileCache} wrote; undefined for anything else: a text of another version, a part of one, a changed
 * one. So what it gives is as it was put in.
 */
export function decodeFileCache<T>(text: string, version: string): Map<string, Kept<T>> | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== headOf(version, body)) return undefined;
  const entries = JSON.parse(body) as readonly (readonly [uri: string, state: string, value: T])[];
  return new Map(entries.map(([uri, state, value]) => [uri, { state, value }]));
}

/** Whether a file looks the same only if it is the same. @param state begins with its time, in milliseconds. */
export function isSettled(state: string, now: number): boolean {
  const time = /^\d+/u.exec(state)?.[0];
  return time !== undefined && Number(time) > 0 && now - Number(time) >= SETTLED;
}

function headOf(version: string, body: string): string {
  return `${JSON.stringify(version)} ${fingerprint(body)}`;
}

/** The same files give the same text, in whichever order they were read. */
function byUri([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
