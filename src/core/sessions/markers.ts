/** Markers as lines of a list: `- 03:12 · Frame · latency`. */
import type { Marker } from './sessionModel';

const SEPARATOR = ' · ';
/** Minutes and seconds, or hours before them. */
const LINE = /^[-*+] +(?:(\d{1,2}):)?(\d{1,4}):([0-5]\d)(?: +·(.*))?$/u;

/**
 * Reads a marker's line; undefined where it does not begin with a time.
 * @param phases titles of the run's phases: one of them may have the separator in it.
 */
export function readMarker(line: string, phases: readonly string[]): Marker | undefined {
  const match = LINE.exec(line.trim());
  if (!match) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', given = ''] = match;
  // A marker that nothing was written after still ends with the separator.
  const rest = given.trim().replace(/(?:^| )·$/u, '');
  const at = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const phase =
    phases.find((title) => rest === title || rest.startsWith(title + SEPARATOR)) ?? rest.split(SEPARATOR, 1)[0] ?? '';
  return {
    at,
    phase: phase.trim(),
    text: rest
      .slice(phase.length)
      .replace(/^ ·(?: |$)/u, '')
      .trim(),
  };
}

/** A marker as a line of a list, without its line break. */
export function writeMarker({ at, phase, text }: Marker): string {
  return [`- ${formatMarkerTime(at)}`, phase, ...(text === '' ? [] : [text])].map(oneLine).join(SEPARATOR).trimEnd();
}

/** Whole seconds as `03:12`; minutes run on beyond the hour, as `62:09`. */
export function formatMarkerTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Text with every run of white space, line breaks included, made one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
