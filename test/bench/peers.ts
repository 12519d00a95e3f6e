/**
 * How well quantities are found on the test sentences of other libraries, kind by kind. The sentences are not ours to
 * keep: PREP_LOOP_PEERS is the path of a file, or of a folder of them, on the machine that measures; their names are in
 * peerFormats.ts. PREP_LOOP_PEERS_MISSES=1 prints what was missed, what was found without a label, and what was left
 * out.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { extractQuantities, type Quantity } from '../../src/core/story/quantities/index.js';
import { isMeasureName } from '../../src/core/story/quantities/units.js';
import {
  measureFactor,
  readSuite,
  type PeerKind,
  type PeerLabel,
  type PeerSentence,
  type PeerSuite,
} from './peerFormats.js';
import { MS } from './rivals.js';

const WORDS =
  'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen' +
  '|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|[mb]illion|lakhs?|crores?|dozen|half|halves|thirds?' +
  '|fourths?|quarters?|tenths?|couple';
const FIGURE = String.raw`[\d½⅓⅔¼¾]`;
const HAS_NUMBER = new RegExp(String.raw`${FIGURE}|\b(?:${WORDS})\b`, 'iu');
/** Before an amount and not part of it. */
const HEDGES =
  'about|around|exactly|under|less than|lower than|no more than|no less than|at most|at least|more than|over|above' +
  '|below|between|from|exceeding|almost|minus';
const HAS_UNIT_FIRST = new RegExp(
  String.raw`^(?!(?:${HEDGES}|an?) |(?:${WORDS})\b|(?:[A-Z]{3}|Rs|RM)\b)[a-z][a-z ]*[a-z%] ?(?:${FIGURE}|\b(?:${WORDS})\b)`,
  'u',
);
const IS_NUMBER = new RegExp(String.raw`^(?:\d[\d.,]*|[½⅓⅔¼¾]|${WORDS})$`, 'u');
const scales = new Set(['hundred', 'thousand', 'million', 'billion', 'lakh', 'lakhs', 'crore', 'crores']);
/** "$3 and fourteen", "$20 43" */
const SECOND_AFTER_SIGN = new RegExp(String.raw`^\D*[$€£] ?\d+ (?:and )?(?:\d+|${WORDS})$`, 'u');

/** "15 dollars 50", "thirteen dollars forty five": a number, a unit, and a number without one. */
function hasSecondAmount(span: string): boolean {
  const tokens = span.toLowerCase().split(/[\s-]+/u);
  let second = tokens.length;
  while (second > 0 && (tokens[second - 1] === 'and' || IS_NUMBER.test(tokens[second - 1] ?? ''))) second--;
  if (scales.has(tokens.at(-1) ?? '') || second === tokens.length) return false;
  const unit = tokens[second - 1] ?? '';
  const isUnit = /^\p{L}{2,}$/u.test(unit) && !['to', 'or', 'point'].includes(unit);
  return SECOND_AFTER_SIGN.test(span) || (isUnit && tokens.slice(0, second).some((token) => IS_NUMBER.test(token)));
}

/**
 * What the contract leaves out, and how it is known: by what is written and by the suite's unit, never by what we find.
 * The first that holds counts.
 */
const LEFT_OUT: readonly (readonly [why: string, holds: (span: string, label: PeerLabel) => boolean])[] = [
  ['no number is written (“an hour”, “all day”, “dollars”)', (span) => !HAS_NUMBER.test(span)],
  ['bare numbers', (_, { unit }) => /^(?:dimensionless|dozen|gross|baker's dozen|count per \w+)$/u.test(unit)],
  [
    'units without a kind in the contract (angles, units of physics, rare currencies)',
    (_, { kind }) => kind === undefined,
  ],
  ['names of a kind (“16-bit”)', (span) => /-bit$/u.test(span)],
  ['marks for feet, inches, minutes or seconds (“5″”)', (span) => /\d ?['"]/u.test(span)],
  ['“m” alone, which may be metres, minutes or millions', (span) => /^\d[\d.]* ?m$/u.test(span)],
  [
    'shares of a unit without its article (“two quarters of hour”)',
    (span) => /\b(?:quarters?|half) of \p{L}+$/u.test(span),
  ],
  ['letters of other scripts', (span) => /(?![\p{Script=Latin}µμ])\p{L}/u.test(span)],
  ['the unit before its number, in words (“percent of ten”)', (span) => HAS_UNIT_FIRST.test(span)],
  ['a second amount without its unit (“15 dollars 50”)', hasSecondAmount],
];

const leftOut = (text: string, label: PeerLabel): string | undefined =>
  LEFT_OUT.find(([, holds]) => holds(text.slice(label.start, label.end), label))?.[0];

const isTemperature = (unit: string): boolean => /^(?:degrees?\b|°|celsius$|fahrenheit$)/iu.test(unit);

/** The kind of a find; undefined where no suite has it. */
function kindOf({ kind, unit }: Quantity): PeerKind | undefined {
  if (kind === 'money' || kind === 'percent' || kind === 'duration' || kind === 'size') return kind;
  if (unit === null || (kind !== 'count' && kind !== 'rate')) return undefined;
  if (unit === 'bytes' || unit === 'bits') return 'size';
  if (isTemperature(unit)) return 'temperature';
  return isMeasureName(unit) || measureFactor(unit) !== undefined ? 'measure' : undefined;
}

interface Span {
  readonly start: number;
  readonly end: number;
}
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
/** A month of 30 days is one of 30.4, and a year of 365 is one of 365.2425. */
const CALENDAR = 0.015;
const ROUNDING = 1e-5;
const near = (a: number, b: number, tolerance: number): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
const isSame = (find: Quantity, figure: number, value: number): boolean =>
  near(figure, value, find.kind === 'duration' && figure >= MS['month']! ? CALENDAR : ROUNDING);

/** Every figure that a find gives, as the suites would: the ends of a range or a change, and what a rate is of. */
function figuresOf(find: Quantity): number[] {
  const factor = find.kind === 'count' || find.kind === 'rate' ? (measureFactor(find.unit ?? '') ?? 1) : 1;
  const figures = [find.value, find.high ?? find.value, find.from ?? find.value].map((figure) => figure * factor);
  const seconds = find.kind === 'rate' ? (SECONDS[find.per ?? ''] ?? 1) : 1;
  return seconds === 1 ? figures : [...figures, ...figures.map((figure) => figure * seconds)];
}
const SECONDS: Readonly<Record<string, number>> = Object.fromEntries(
  ['minute', 'hour', 'day', 'week', 'month', 'year'].map((name) => [name, (MS[name] ?? 0) / 1000]),
);

/**
 * The find says what the label says: one of its figures is the label's, whichever end of a range or a change was
 * labelled. Where the suite has no value, the spans must be the same.
 */
const agrees = (find: Quantity, { start, end, values }: PeerLabel): boolean =>
  values.length === 0
    ? isSpan(find, find, { start, end })
    : figuresOf(find).some((figure) => values.some((value) => isSame(find, figure, value)));

/** From the one's start to the other's end, an article before it or not: "a half hour". */
const isSpan = (first: Quantity, last: Quantity, { start, end }: Span): boolean =>
  (first.start === start || first.start === start + 'a '.length) && last.end === end;

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce((total: number, value) => total + (value ?? Number.NaN), 0);

/** Labels that the find has put together: "3 years" and "2 months" are one duration. */
const joins = (find: Quantity, labels: readonly PeerLabel[]): boolean =>
  labels.length > 1 &&
  figuresOf(find).some((figure) => isSame(find, figure, sum(labels.map(({ values }) => values[0]))));

/** Finds that the label has put together: "6 feet 2 inches" are two lengths to us. */
const isJoined = (label: PeerLabel, finds: readonly Quantity[]): boolean =>
  finds.length > 1 &&
  (label.values.length === 0
    ? isSpan(finds[0] as Quantity, finds.at(-1) as Quantity, label)
    : label.values.some((value) => isSame(finds[0] as Quantity, sum(finds.map((find) => figuresOf(find)[0])), value)));

interface Tally {
  labels: number;
  matched: number;
  finds: number;
  right: number;
  readonly out: Map<string, number>;
  readonly lines: string[];
}

function judge({ text, labels }: PeerSentence, kinds: readonly PeerKind[], tally: Tally): void {
  const finds = extractQuantities(text, { markdown: false }).filter((find) =>
    kinds.some((kind) => kind === kindOf(find)),
  );
  const inside: PeerLabel[] = [];
  const outside: PeerLabel[] = [];
  const say = (what: string, span: Span, more = ''): number =>
    tally.lines.push(`  ${what} “${text.slice(span.start, span.end)}”${more}: ${text}`);
  for (const label of labels) {
    const why = leftOut(text, label) ?? (kinds.some((kind) => kind === label.kind) ? undefined : 'another kind');
    (why === undefined ? inside : outside).push(label);
    if (why === undefined) continue;
    tally.out.set(why, (tally.out.get(why) ?? 0) + 1);
    say('left out', label, ` (${why})`);
  }
  const right = new Set<Quantity>();
  for (const label of inside) {
    const alike = finds.filter((find) => kindOf(find) === label.kind && overlap(find, label));
    const together = (find: Quantity): PeerLabel[] =>
      inside.filter((each) => each.kind === label.kind && overlap(find, each));
    const hit = alike.find((find) => agrees(find, label) || joins(find, together(find)));
    const hits = hit ? [hit] : isJoined(label, alike) ? alike : [];
    if (hits.length > 0) {
      for (const each of hits) right.add(each);
      tally.matched++;
    } else {
      const found = alike.map((find) => `“${find.text}” ${find.value}`).join(', ') || 'nothing';
      say('missed', label, ` ${label.values.join('–')} ${label.unit}, found ${found}`);
    }
  }
  tally.labels += inside.length;
  tally.right += right.size;
  for (const find of finds) {
    if (!right.has(find) && outside.some((label) => overlap(find, label))) continue;
    tally.finds++;
    if (!right.has(find)) say('false', find, ` ${find.kind} ${find.value}`);
  }
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

function printSuite({ name, kinds, sentences }: PeerSuite): void {
  const tally: Tally = { labels: 0, matched: 0, finds: 0, right: 0, out: new Map(), lines: [] };
  for (const sentence of sentences) judge(sentence, kinds, tally);
  const precision = ratio(tally.right, tally.finds);
  const recall = ratio(tally.matched, tally.labels);
  const f1 = ratio(2 * precision * recall, precision + recall);
  const figures = [precision, recall, f1].map((figure) => figure.toFixed(3)).join(' ');
  console.log(
    `${name.padEnd(18)}${figures}  ${kinds.join(', ')}: ${tally.matched} of ${tally.labels} labels, ${tally.finds - tally.right} of ${tally.finds} finds false`,
  );
  const left = [...tally.out].map(([why, count]) => `${count} ${why}`);
  const all = [...tally.out.values()].reduce((total, count) => total + count, tally.labels);
  if (left.length > 0) console.log(`${''.padEnd(18)}left out: ${all - tally.labels} of ${all}: ${left.join('; ')}`);
  if (process.env['PREP_LOOP_PEERS_MISSES']) console.log(tally.lines.join('\n'));
}

const suiteFiles = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => ['.json', '.hs'].includes(extname(name)))
        .map((name) => join(path, name))
    : [path];

/** Prints the figures of each suite at `path`; a line where there is none. */
export function printPeers(path: string | undefined): void {
  if (path === undefined || !existsSync(path)) {
    console.log('\nPeers: skipped. PREP_LOOP_PEERS is to be the path of their test sentences.');
    return;
  }
  console.log('\nQuantities on other libraries’ test sentences: span overlaps, kind, value (precision recall F1)');
  for (const file of suiteFiles(path)) printSuite(readSuite(basename(file, extname(file)), readFileSync(file, 'utf8')));
}
