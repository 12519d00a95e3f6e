/** The front matter of a session's file: its keys, and how each is read. */
import { parseDate, parseTime } from '../days/dates';
import type { KeyReader } from '../frontMatter/frontMatterReader';
import { isRecord, list, oneOf, parsed, required, scores, words, wordsIn } from '../frontMatter/valueReaders';
import { shown } from '../shown';
import { readHire } from './hire';
import {
  SESSION_KINDS,
  type ArithmeticScore,
  type Peer,
  type Session,
  type SessionPhase,
  type Speech,
} from './sessionModel';

/** Other programs, such as PyYAML, write a space in place of the `T`. */
const STARTED =
  /^(\d{4}-\d{2}-\d{2})[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;
const SCHEDULED = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2})(?::\d{2})?)?$/u;

/** A run longer than a day, or a round with more phases, is a slip of the pen. */
const MOST_SECONDS = 86_400;
const MOST_PHASES = 200;

export const SESSION_KEYS = {
  round: required(words(), 'The session does not say which round it is for: add “round” with the round’s id.'),
  phases: phases(),
  scheduled: parsed(
    asScheduled,
    (key, value) =>
      `“${key}” is ${shown(value)}: write a day, such as 2026-11-28, or a day and a time, such as 2026-11-28T18:00.`,
  ),
  peer: peer(),
  kind: oneOf(SESSION_KINDS),
  started: parsed(
    asStarted,
    (key, value) =>
      `“${key}” is ${shown(value)}: write the day, the time and its offset, such as 2026-11-22T18:05:00+01:00.`,
  ),
  prompt: words(),
  prompts: list('“prompts” has to be a list of titles, such as [Size it, Operate it].'),
  scores: scores(),
  peerScores: scores(),
  peerHire: hire(),
  arithmetic: arithmetic(),
  speech: speech(),
  signals: list('“signals” has to be a list of words, such as [latency, cost].'),
};

function asScheduled(text: string): Session['scheduled'] {
  const [, day, clock] = SCHEDULED.exec(text.trim()) ?? [];
  const date = day === undefined ? undefined : parseDate(day);
  const time = clock === undefined ? undefined : parseTime(clock);
  return date === undefined || (clock !== undefined && time === undefined) ? undefined : { date, time };
}

function asStarted(text: string): string | undefined {
  const written = text.trim();
  const day = STARTED.exec(written)?.[1];
  return day !== undefined && parseDate(day) !== undefined ? written.replace(' ', 'T') : undefined;
}

function peer(): KeyReader<Peer | undefined> {
  return ({ value, wrong }) => {
    if (value === undefined) return undefined;
    const { name, shipped } = isRecord(value) ? value : { name: value };
    const who = wordsIn(name);
    if (who !== undefined) return { name: who, shipped: wordsIn(shipped) };
    return wrong('“peer” has to be who the mock is with: write “name” below it, and “shipped” if you like.');
  };
}

/** In words, or as the score that they stand for. */
function hire(): KeyReader<Session['peerHire']> {
  return ({ value, wrong }) => {
    if (value === undefined || value === null) return undefined;
    const said = readHire(wordsIn(value) ?? '');
    if (said?.rest === '') return said.hire;
    return wrong((key) => `“${key}” is ${shown(value)}: write strong no hire, no hire, hire or strong hire.`);
  };
}

/** A seed is any whole number that stays exact. */
const isSeed = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const MOST_QUESTIONS = 100;

function arithmetic(): KeyReader<ArithmeticScore | undefined> {
  return ({ value, wrong }) => {
    if (value === undefined) return undefined;
    const { right, of, seconds: written, seed } = isRecord(value) ? value : {};
    const seconds = asSeconds(written);
    const isCount = (count: unknown): count is number => isSeed(count) && count <= MOST_QUESTIONS;
    if (isCount(right) && isCount(of) && right <= of && seconds !== undefined && isSeed(seed))
      return { right, of, seconds, seed };
    return wrong(
      '“arithmetic” has to say how many answers were right, of how many, the seconds and the seed, such as { right: 4, of: 5, seconds: 180, seed: 7 }.',
    );
  };
}

/** The most that each may be. */
const SPEECH_LIMITS: Readonly<Record<keyof Speech, number>> = {
  wordsPerMinute: 1000,
  fillers: 100,
  hedges: 100,
  share: 100,
  longest: MOST_SECONDS,
  firstFigure: MOST_SECONDS,
};

function speech(): KeyReader<Speech | undefined> {
  return ({ value, wrong }) => {
    if (value === undefined || value === null) return undefined;
    const given = isRecord(value) ? value : {};
    const keys = Object.keys(SPEECH_LIMITS) as (keyof Speech)[];
    const isValid = (key: keyof Speech): boolean => {
      const number = given[key];
      return number === undefined || (typeof number === 'number' && number >= 0 && number <= SPEECH_LIMITS[key]);
    };
    if (isRecord(value) && keys.every(isValid))
      return Object.fromEntries(keys.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])));
    return wrong(
      '“speech” has to say how you spoke, in numbers, such as { wordsPerMinute: 142, fillers: 3.1, hedges: 2, share: 61 }.',
    );
  };
}

function phases(): KeyReader<readonly SessionPhase[]> {
  const message =
    'A phase needs its title and the seconds “planned” and “actual”, such as { title: Frame, planned: 300, actual: 312 }.';
  return ({ value, wrong }) => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) return wrong(message) ?? [];
    return value.slice(0, MOST_PHASES).flatMap((item: unknown, index): SessionPhase[] => {
      const phase = isRecord(item) ? item : {};
      const title = wordsIn(phase['title']);
      const planned = asSeconds(phase['planned']);
      const actual = asSeconds(phase['actual']);
      if (title !== undefined && planned !== undefined && actual !== undefined) return [{ title, planned, actual }];
      return wrong(message, index) ?? [];
    });
  };
}

/** Whole seconds; a fraction is rounded. */
function asSeconds(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= MOST_SECONDS ? Math.round(value) : undefined;
}
