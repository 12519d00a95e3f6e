/** Time zones as people write them in invites. */
import { isTimeZone, timeOfMinute } from '../days/dates';
import type { InviteZone } from './inviteModel';
import {
  DASHES,
  inviteTokens,
  isMark,
  isWord,
  numberIn,
  withoutEnd,
  type InviteToken,
  type ReadTokens,
} from './inviteTokens';

/**
 * Zones by the names that mean them. Standard and summer names mean the place, whose clock counts: “PST” is written for
 * Pacific time all the year.
 */
const NAMES: readonly (readonly [zone: string, ...names: string[]])[] = [
  ['America/Los_Angeles', 'PT', 'PST', 'PDT', 'Pacific', 'Los Angeles', 'San Francisco', 'Seattle', 'US/Pacific'],
  ['America/Denver', 'MT', 'MST', 'MDT', 'Mountain', 'Denver'],
  ['America/Phoenix', 'Arizona', 'Phoenix'],
  ['America/Chicago', 'CT', 'CST', 'CDT', 'Central', 'Chicago', 'Austin', 'Dallas'],
  ['America/New_York', 'ET', 'EST', 'EDT', 'Eastern', 'New York', 'Boston', 'Atlanta', 'Miami', 'US/Eastern'],
  ['America/Halifax', 'AST', 'ADT', 'Atlantic', 'Halifax'],
  ['America/Anchorage', 'AKST', 'AKDT', 'Alaska'],
  ['Pacific/Honolulu', 'HST', 'Hawaii'],
  ['America/Toronto', 'Toronto', 'Montreal'],
  ['America/Vancouver', 'Vancouver'],
  ['America/Sao_Paulo', 'BRT', 'São Paulo', 'Sao Paulo', 'Brasilia', 'Brasília'],
  ['America/Mexico_City', 'Mexico City'],
  ['America/Argentina/Buenos_Aires', 'ART', 'Buenos Aires'],
  ['Europe/London', 'BST', 'UK', 'London', 'Edinburgh'],
  ['Europe/Dublin', 'Dublin', 'Irish'],
  ['Europe/Lisbon', 'WET', 'WEST', 'Lisbon'],
  ['Europe/Berlin', 'CET', 'CEST', 'MEZ', 'MESZ', 'Central European', 'Central European Summer', 'Berlin', 'Munich'],
  ['Europe/Paris', 'Paris'],
  ['Europe/Amsterdam', 'Amsterdam'],
  ['Europe/Madrid', 'Madrid', 'Barcelona'],
  ['Europe/Rome', 'Rome', 'Milan'],
  ['Europe/Zurich', 'Zurich', 'Zürich'],
  ['Europe/Stockholm', 'Stockholm'],
  ['Europe/Vienna', 'Vienna'],
  ['Europe/Warsaw', 'Warsaw'],
  ['Europe/Helsinki', 'EET', 'EEST', 'Eastern European', 'Eastern European Summer', 'Helsinki'],
  ['Europe/Athens', 'Athens'],
  ['Europe/Istanbul', 'TRT', 'Istanbul'],
  ['Europe/Moscow', 'MSK', 'Moscow'],
  ['Asia/Jerusalem', 'IDT', 'Israel', 'Tel Aviv'],
  ['Asia/Dubai', 'Dubai', 'Gulf Standard'],
  ['Asia/Karachi', 'PKT', 'Karachi'],
  ['Asia/Kolkata', 'IST', 'India', 'India Standard', 'Bangalore', 'Bengaluru', 'Mumbai', 'Kolkata', 'Hyderabad'],
  ['Asia/Bangkok', 'ICT', 'Bangkok'],
  ['Asia/Singapore', 'SGT', 'Singapore'],
  ['Asia/Hong_Kong', 'HKT', 'Hong Kong'],
  ['Asia/Shanghai', 'China', 'China Standard', 'Beijing', 'Shanghai'],
  ['Asia/Tokyo', 'JST', 'Japan', 'Tokyo'],
  ['Asia/Seoul', 'KST', 'Korea', 'Seoul'],
  ['Australia/Perth', 'AWST', 'Perth'],
  ['Australia/Brisbane', 'Brisbane'],
  ['Australia/Sydney', 'AET', 'AEST', 'AEDT', 'Sydney', 'Melbourne'],
  ['Pacific/Auckland', 'NZT', 'NZST', 'NZDT', 'Auckland', 'New Zealand'],
  ['Africa/Johannesburg', 'SAST', 'Johannesburg', 'Cape Town'],
  ['Africa/Lagos', 'WAT', 'Lagos'],
  ['Africa/Nairobi', 'EAT', 'Nairobi'],
  ['Africa/Cairo', 'Cairo'],
  ['UTC', 'UTC', 'GMT', 'Z', 'Coordinated Universal'],
];

/** Zones as Windows and Exchange name them: “Pacific Standard Time” in a calendar's TZID. */
const WINDOWS: Readonly<Record<string, string>> = {
  'w. europe': 'Europe/Berlin',
  romance: 'Europe/Paris',
  'central europe': 'Europe/Budapest',
  'central european': 'Europe/Warsaw',
  gmt: 'Europe/London',
  greenwich: 'UTC',
  fle: 'Europe/Helsinki',
  gtb: 'Europe/Athens',
  'e. europe': 'Europe/Bucharest',
  russian: 'Europe/Moscow',
  turkey: 'Europe/Istanbul',
  'us mountain': 'America/Phoenix',
  'us eastern': 'America/Indiana/Indianapolis',
  'canada central': 'America/Regina',
  alaskan: 'America/Anchorage',
  hawaiian: 'Pacific/Honolulu',
  'e. south america': 'America/Sao_Paulo',
  arabian: 'Asia/Dubai',
  'se asia': 'Asia/Bangkok',
  'aus eastern': 'Australia/Sydney',
  'e. australia': 'Australia/Brisbane',
  'w. australia': 'Australia/Perth',
  'south africa': 'Africa/Johannesburg',
  'e. africa': 'Africa/Nairobi',
  'w. central africa': 'Africa/Lagos',
};

const byName = new Map(NAMES.flatMap(([zone, ...names]) => names.map((name) => [name.toLowerCase(), zone] as const)));

/** Names that are short and in capitals, as `ET` is written and “et” is not. */
const SHORT = new Set(NAMES.flatMap(([, ...names]) => names.filter((name) => /^[A-Z]{2,4}$/u.test(name))));
/** What is said without “time” where a time stands before it: “9 am Pacific”. */
const BARE = ['pacific', 'mountain', 'central', 'eastern', 'uk'];
const LONGEST_NAME = 3;

interface ReadZone extends ReadTokens {
  readonly zone: InviteZone;
}

/**
 * The zone that begins at a token.
 * @param isAfterTime whether a time stands right before it: then a bare “Pacific” is one.
 */
export function readZone(
  text: string,
  tokens: readonly InviteToken[],
  at: number,
  isAfterTime = false,
): ReadZone | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  const found = isMark(first, '(')
    ? (offsetThenName(tokens, at + 1) ?? offsetAt(tokens, at + 1) ?? placeAt(tokens, at + 1))
    : (ianaAt(text, tokens, at) ?? offsetAt(tokens, at) ?? timeOfPlace(tokens, at) ?? shortAt(tokens, at));
  const read = found ?? (isAfterTime ? bareAt(tokens, at) : undefined);
  const last = read && tokens[read.next - 1];
  if (!read || !last) return undefined;
  const written = withoutEnd(text.slice(first.start, last.end).replace(/^\(/u, ''), ' )');
  return { next: read.next, zone: { id: read.id, written } };
}

interface FoundZone extends ReadTokens {
  readonly id: string;
}

const phrase = (tokens: readonly InviteToken[], at: number, length: number): string =>
  tokens
    .slice(at, at + length)
    .map(({ lower }) => lower)
    .join(' ');

/** The longest known name at a token. */
function nameAt(tokens: readonly InviteToken[], at: number): FoundZone | undefined {
  for (let length = LONGEST_NAME; length > 0; length -= 1) {
    const id = byName.get(phrase(tokens, at, length));
    if (id !== undefined && tokens[at + length - 1]) return { id, next: at + length };
  }
  return undefined;
}

/** “Pacific Time”, “Eastern Standard Time (US & Canada)”, “Berlin time”, “Pacific Time - Los Angeles”. */
function timeOfPlace(tokens: readonly InviteToken[], at: number): FoundZone | undefined {
  const name = tokens[at]?.kind === 'word' ? nameAt(tokens, at) : undefined;
  if (!name) return undefined;
  const season = isWord(tokens[name.next], 'standard', 'daylight', 'summer') ? 1 : 0;
  if (!isWord(tokens[name.next + season], 'time')) return undefined;
  const next = name.next + season + 1;
  const place = isMark(tokens[next], ...DASHES, '(') ? nameAt(tokens, next + 1) : undefined;
  return place ? { id: name.id, next: place.next } : { id: name.id, next };
}

/** “PST”, “CET (Berlin)”. */
function shortAt(tokens: readonly InviteToken[], at: number): FoundZone | undefined {
  const token = tokens[at];
  const id = token && SHORT.has(token.text.replace(/\./gu, '')) ? byName.get(token.lower) : undefined;
  if (id === undefined) return undefined;
  const place = isMark(tokens[at + 1], '(') ? nameAt(tokens, at + 2) : undefined;
  return place && isMark(tokens[place.next], ')') ? { id, next: place.next } : { id, next: at + 1 };
}

/** “(Los Angeles)”, “(Berlin time)”. */
function placeAt(tokens: readonly InviteToken[], at: number): FoundZone | undefined {
  const timed = timeOfPlace(tokens, at) ?? shortAt(tokens, at);
  if (timed) return timed;
  const place = tokens[at]?.kind === 'word' ? nameAt(tokens, at) : undefined;
  return place && isMark(tokens[place.next], ')', ',') ? place : undefined;
}

/** “UTC+01:00”, “GMT-5”, and “UTC” alone. */
function offsetAt(tokens: readonly InviteToken[], at: number): FoundZone | undefined {
  if (!isWord(tokens[at], 'utc', 'gmt')) return undefined;
  const sign = isMark(tokens[at + 1], '+', ...DASHES) ? (tokens[at + 1] as InviteToken).text : undefined;
  const hours = numberIn(tokens[at + 2], 4);
  const isTight = tokens[at + 2]?.isClose === true;
  if (sign === undefined || hours === undefined || !isTight) return { id: 'UTC', next: at + 1 };
  const isParted = isMark(tokens[at + 3], ':') && numberIn(tokens[at + 4], 2) !== undefined;
  const minutes = isParted ? (numberIn(tokens[at + 4], 2) ?? 0) : hours > 99 ? hours % 100 : 0;
  const id = offsetId(sign === '+', hours > 99 ? Math.floor(hours / 100) : hours, minutes);
  return id === undefined ? undefined : { id, next: at + (isParted ? 5 : 3) };
}

/**
 * Outlook's “(UTC-05:00) Eastern Time (US & Canada)” and “(UTC+01:00) Amsterdam, Berlin”: the offset is that of winter,
 * so the name counts.
 */
function offsetThenName(tokens: readonly InviteToken[], at: number): FoundZone | undefined {
  const offset = offsetAt(tokens, at);
  if (!offset || !isMark(tokens[offset.next], ')')) return undefined;
  const next = offset.next + 1;
  const name = timeOfPlace(tokens, next) ?? (tokens[next]?.kind === 'word' ? nameAt(tokens, next) : undefined);
  return name ?? { id: offset.id, next };
}

/** “Europe/Berlin” */
function ianaAt(text: string, tokens: readonly InviteToken[], at: number): FoundZone | undefined {
  if (tokens[at]?.kind !== 'word' || !isMark(tokens[at + 1], '/') || !tokens[at + 2]?.isClose) return undefined;
  const isLong = isMark(tokens[at + 3], '/') && tokens[at + 4]?.kind === 'word' && tokens[at + 4]?.isClose === true;
  const next = at + (isLong ? 5 : 3);
  const id = text.slice(tokens[at]?.start, tokens[next - 1]?.end);
  return isTimeZone(id) ? { id, next } : undefined;
}

function bareAt(tokens: readonly InviteToken[], at: number): FoundZone | undefined {
  const id = isWord(tokens[at], ...BARE) ? byName.get((tokens[at] as InviteToken).lower) : undefined;
  return id === undefined ? undefined : { id, next: at + 1 };
}

/** `+05:30`; `UTC` for none; undefined where no place has such an offset. */
export function offsetId(isAhead: boolean, hours: number, minutes: number): string | undefined {
  if (hours > 14 || minutes > 59) return undefined;
  if (hours === 0 && minutes === 0) return 'UTC';
  return `${isAhead ? '+' : '-'}${timeOfMinute(hours * 60 + minutes)}`;
}

/** The zone that a calendar's TZID names: an IANA name, or one of Windows; undefined for any other. */
export function zoneOfId(id: string): string | undefined {
  const bare = id
    .replace(/^["']|["']$/gu, '')
    .replace(/^\/[^/]*\/[^/]*\//u, '')
    .trim();
  if (isTimeZone(bare)) return bare;
  const stem = bare.toLowerCase().replace(/ (?:standard |daylight |summer )?time$/u, '');
  if (Object.hasOwn(WINDOWS, stem)) return WINDOWS[stem];
  return byName.get(stem) ?? readZone(bare, inviteTokens(bare), 0)?.zone.id;
}
