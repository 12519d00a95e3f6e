/**
 * What is to be said of the figures of a loop: one measure with two values, a figure that nothing supports, one that
 * the user has retracted. How the files become findings:
 *
 * 1. `readFigures.ts` reads one file at a time; `measureWords.ts` says what each of its figures measures.
 * 2. `sameFigure.ts` says whether two figures agree, as exactly as they are written.
 * 3. `figureSupport.ts` says which figure supports which, and `retractions.ts` reads claims.md.
 * 4. This file compares them. A figure only matches with its unit and its noun: where that is not clear, nothing is
 *    said.
 * 5. `figureRegister.ts` lists the same figures by what they measure, for the view and the page.
 */
import { parseBlocks } from '../markdown/blocks';
import { classifyLines } from '../markdown/outline';
import { lineIndexAt } from '../markdown/text';
import { codesSilencedBy } from '../story/lint/suppress';
import { CLAIM_RULES } from './claimRules';
import { contradictedAsks, type RuleLevels } from './contradictedAsks';
import type { ClaimFinding, ClaimFix, ClaimRuleCode, Figure, FileFigures, Retraction } from './claimModel';
import {
  blockValues,
  contradict,
  needsSupport,
  otherForms,
  productsOf,
  restOf,
  sharesAny,
  stemsOfNames,
  supports,
  type Support,
} from './figureSupport';
import { stemOf } from './measureWords';
import { isRetold, type ComparedFigure } from './retold';
import { isNamed, isSameMeasure, sameSet, shares } from './sameMeasure';
import { agree, comparable, derived, startOf, type Comparable } from './sameFigure';

/** No figure is compared with more than this many others of its dimension. */
const MOST_COMPARED = 200;
/** No more old values and goals of one story are looked at. */
const MOST_KNOWN = 50;
/** Nouns that many a story measures, as stems: each needs another word to say which is meant. */
const COMMON: ReadonlySet<string> = new Set(
  'cost revenue churn latenc conver retent error price growth traffi spend margin budget accura qualit produc user custom saved worth earned bill time rate use usage'
    .split(' ')
    .map((word) => stemOf(word)),
);
/** Further places of one finding are not listed. */
const MOST_RELATED = 8;

interface ClaimOptions {
  readonly rules?: RuleLevels | undefined;
}

/**
 * The findings of a loop's files, the stories among them, in order of the files and their figures. Never throws; takes
 * time in proportion to the text.
 */
export function findClaims(
  files: readonly FileFigures[],
  retractions: readonly Retraction[] = [],
  { rules = {} }: ClaimOptions = {},
): ClaimFinding[] {
  const placed = files.flatMap((file) =>
    file.figures.map((figure) => ({ file, figure, value: comparable(figure.quantity, figure.closeness) })),
  );
  const retracted = new Map(
    placed.flatMap((one) => {
      const found = retractedBy(one, retractions);
      return found ? [[one, found] as const] : [];
    }),
  );
  const register = new Register(
    placed.filter((one) => !retracted.has(one)),
    files,
  );
  const found = placed.flatMap((one) => retracted.get(one) ?? register.differs(one) ?? register.unsupported(one) ?? []);
  return [...shown(found, files, rules), ...contradictedAsks(files, rules)];
}

class Register {
  /** Figures of stories that are claimed to hold, by their dimension. */
  private readonly current = new Map<string, ComparedFigure[]>();
  private readonly everywhere = new Map<string, ComparedFigure[]>();
  private readonly support = new Map<string, Support[]>();
  private readonly rivals = new Map<ComparedFigure, readonly ComparedFigure[]>();
  private readonly known = new Map<FileFigures, readonly (readonly [Figure, Comparable])[]>();

  constructor(placed: readonly ComparedFigure[], files: readonly FileFigures[]) {
    for (const one of placed) {
      const { file, figure, value } = one;
      if (isOutcome(one)) {
        add(this.everywhere, value.dimension, one);
        if (file.source === 'story') add(this.current, value.dimension, one);
      }
      if (file.source !== 'story' && file.source !== 'case') continue;
      // A story’s “below 40 ms” says what was wanted, and does not make 28 ms a figure that it holds.
      const held = figure.role === 'current' ? value : comparable(figure.quantity);
      for (const each of [held, ...otherForms(figure.quantity, held)])
        add(this.support, each.dimension, { value: each, figure, file });
      for (const other of [...derived(figure.quantity), ...restOf(figure, held)])
        add(this.support, other.dimension, { value: other, figure, file, isImplied: true });
    }
    for (const file of files)
      if (file.source === 'story' || file.source === 'case')
        for (const each of productsOf(file)) add(this.support, each.value.dimension, each);
    for (const { blocks } of files)
      for (const block of blocks) {
        const names = stemsOfNames(block);
        for (const value of blockValues(block)) add(this.support, value.dimension, { value, names });
      }
  }

  /** The finding that the same measure has another value elsewhere; undefined where it has none. */
  differs(one: ComparedFigure): ClaimFinding | undefined {
    if (!isOutcome(one)) return undefined;
    if (one.file.source === 'story') return this.storyDiffers(one);
    const stories = this.rivalsOf(one);
    if (stories.length === 0) return undefined;
    return differing(one, stories);
  }

  /** Other figures of a story, and of what is said of that story elsewhere, that differ from this one. */
  private storyDiffers(one: ComparedFigure): ClaimFinding | undefined {
    const others = (this.everywhere.get(one.value.dimension) ?? []).slice(0, MOST_COMPARED).filter((other) => {
      if (other.file.source !== 'story') return this.rivalsOf(other).some((rival) => isEcho(one, rival));
      // Where nothing says which part tells the outcome, a story may well go through several values.
      return (
        other.file === one.file &&
        isRival(one, other) &&
        one.figure.part === 'outcome' &&
        other.figure.part === 'outcome' &&
        !this.isKnown(one, other) &&
        !this.isKnown(other, one)
      );
    });
    return others.length > 0 ? differing(one, others) : undefined;
  }

  /** The figures of the one story that says something else of the same measure. */
  private rivalsOf(one: ComparedFigure): readonly ComparedFigure[] {
    let found = this.rivals.get(one);
    if (!found) {
      found = this.sameMeasure(one);
      if (found.length === 0) found = this.retoldFrom(one);
      this.rivals.set(one, found);
    }
    return found;
  }

  /** The figures of one story that this one tells with another value; none where any story holds that value. */
  private retoldFrom(one: ComparedFigure): ComparedFigure[] {
    const { figure, value } = one;
    const same = (this.current.get(value.dimension) ?? []).slice(0, MOST_COMPARED);
    const told = same.filter((other) => isRetold(one, other));
    const [first] = told;
    if (!first || told.some((other) => other.file !== first.file || agree(other.value, value))) return [];
    return this.holds(value, figure) ? [] : told;
  }

  /**
   * The figures of the one story that says something else of the same measure; none where a story says the same, or
   * where it is not clear which story is meant.
   */
  private sameMeasure(one: ComparedFigure): ComparedFigure[] {
    const same = (this.current.get(one.value.dimension) ?? []).slice(0, MOST_COMPARED);
    const alike = same.filter((other) => isSameMeasure(one.figure, other.figure) && isLinked(one, other));
    const here = alike.filter((other) => sameSet(other.figure.scope, one.figure.scope));
    // “In Germany” says which of the stories is meant.
    const meant = one.figure.scope.size > 0 && here.length > 0 ? here : alike;
    const [first] = meant;
    if (!first || meant.some(({ file }) => file !== first.file)) return [];
    const known = (this.support.get(one.value.dimension) ?? []).slice(0, MOST_COMPARED);
    const isHeld = ({ value, figure }: Support): boolean =>
      figure !== undefined &&
      agree(value, one.value) &&
      !startsDiffer(figure, one.figure) &&
      // Its sentence may speak of the measure without the figure's own words saying so: “5% on average and 9% on windy
      // days”.
      ((figure.stems.size > 0 && shares(figure, one.figure)) ||
        (one.figure.head !== undefined && figure.context.has(one.figure.head)));
    if (known.some(isHeld)) return [];
    return meant.filter((other) => isRival(one, other));
  }

  /** The value is the old one, or the goal, of the same measure in its story. */
  private isKnown(one: ComparedFigure, { file, figure }: ComparedFigure): boolean {
    const known = this.known.get(file) ?? knownIn(file);
    this.known.set(file, known);
    return known.some(([other, value]) => other !== one.figure && shares(other, figure) && agree(value, one.value));
  }

  /** A story, a block or the case has such a value of what the figure measures. */
  private holds(value: Comparable, figure: Figure): boolean {
    const held = (this.support.get(value.dimension) ?? []).slice(0, MOST_COMPARED);
    return held.some((other) => agree(other.value, value) && supports(other, figure));
  }

  /** The finding that a script or an offer claims what nothing else says. */
  unsupported(one: ComparedFigure): ClaimFinding | undefined {
    const { file, figure, value } = one;
    if (file.source !== 'script' && file.source !== 'offer') return undefined;
    if (!figure.isClaimed || !needsSupport(figure)) return undefined;
    if (this.holds(value, figure)) return undefined;
    // “From 22,000 to about 9,000”, where a story has the 22,000 and the 58%.
    const start = startOf(figure.quantity);
    if (
      start &&
      this.holds(start, figure) &&
      derived(figure.quantity).some((each) => each.dimension === 'share' && this.holds(each, figure))
    )
      return undefined;
    const message = `No story, worked block or case of yours holds “${shortened(figure.quantity.text)}”${ofMeasure(figure)}: add it to the story that shows it, or leave it out.`;
    return finding('figure-unsupported', one, message, [], []);
  }
}

/** The old values and goals of a story. */
function knownIn({ figures }: FileFigures): (readonly [Figure, Comparable])[] {
  return figures
    .filter(({ role }) => role === 'old' || role === 'goal')
    .slice(0, MOST_KNOWN)
    .map((figure) => [figure, comparable(figure.quantity, figure.closeness)] as const);
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.length < MOST_COMPARED) list.push(value);
}

/** It is claimed to hold now: not an old value, a goal or a plan. */
const isOutcome = ({ figure, file }: ComparedFigure): boolean =>
  figure.role === 'current' &&
  // “I cut queue time from 95 s to 28 s” is what came of it, under whichever heading.
  (figure.part !== 'other' || (figure.isClaimed && figure.quantity.from !== undefined)) &&
  file.source !== 'case';

/** “Fell 40%” and “rose 12%”. */
const opposes = (a: Figure, b: Figure): boolean =>
  a.mode === 'change' && a.direction !== undefined && b.direction !== undefined && a.direction !== b.direction;

/** The same measure with another value. @param other of the same story, or of the story that is told. */
function isRival(one: ComparedFigure, other: ComparedFigure): boolean {
  return (
    isSameMeasure(one.figure, other.figure) &&
    // A story may count a thing more than once.
    (one.file !== other.file || isNamed(one.figure)) &&
    sameSet(one.figure.scope, other.figure.scope) &&
    sameSet(one.figure.limits, other.figure.limits) &&
    !opposes(one.figure, other.figure) &&
    isSameOccasion(one, other) &&
    (one.figure.quantity.per === undefined) === (other.figure.quantity.per === undefined) &&
    (!agree(one.value, other.value) || startsDiffer(one.figure, other.figure)) &&
    !isOldOf(one, other) &&
    !isOldOf(other, one)
  );
}

/**
 * Nothing says that they hold at two times or places. Within one file, what the one sentence says of the other's
 * occasion is meant: “3% in Q1”, then “2%”; another file may leave it out.
 */
function isSameOccasion({ figure, file }: ComparedFigure, held: ComparedFigure): boolean {
  const { circumstances } = figure;
  if (file === held.file)
    return (
      figure.sentence !== held.figure.sentence &&
      figure.isPast === held.figure.isPast &&
      sameSet(circumstances, held.figure.circumstances)
    );
  // A script may leave out what the story says of when and where; what only the script says may limit it.
  if (circumstances.size > 0 && !sharesAny(circumstances, held.figure.circumstances)) return false;
  // “Finance wanted it at $60k”: the story does not know of finance.
  return [...figure.others].every((stem) => held.figure.context.has(stem) || held.file.subject.has(stem));
}

/** “From 120 ms to 35 ms” and “from 200 ms to 35 ms”: the old values are not the same. */
function startsDiffer({ quantity: a }: Figure, { quantity: b }: Figure): boolean {
  const [one, other] = [startOf(a), startOf(b)];
  return one !== undefined && other !== undefined && !agree(one, other);
}

/** The figure is what the other one changed from: 6.2% beside “from 6.2% to 9.1%”. */
function isOldOf({ value, figure }: ComparedFigure, { figure: { quantity } }: ComparedFigure): boolean {
  const start = figure.quantity.from === undefined ? startOf(quantity) : undefined;
  return start !== undefined && agree(start, value);
}

/**
 * A figure outside the stories speaks of this one: it names the measure in two words or more, or its sentence names
 * something else that the story is about.
 */
function isLinked({ figure }: ComparedFigure, { figure: told, file }: ComparedFigure): boolean {
  if (figure.stems.size > 1 && told.stems.size > 1) return true;
  if (isNamed(figure) && sameSet(figure.stems, told.stems) && !COMMON.has(figure.head ?? '')) return true;
  for (const stem of figure.context) if (!figure.stems.has(stem) && file.subject.has(stem)) return true;
  return false;
}

/** The figure says again, in the same story, what the other one says. */
const isEcho = (one: ComparedFigure, other: ComparedFigure): boolean =>
  one.file === other.file &&
  agree(one.value, other.value) &&
  (one.figure.stems.size === 0 || sharesAny(one.figure.context, other.figure.context)) &&
  !contradict(one.figure, other.figure);

function retractedBy(one: ComparedFigure, retractions: readonly Retraction[]): ClaimFinding | undefined {
  const { file, figure, value } = one;
  // What somebody else might reach, or the user once wanted, is not the retracted figure.
  if (figure.role !== 'current' && figure.role !== 'passing') return undefined;
  const hit = retractions.slice(0, MOST_COMPARED).find(({ figure: gone, about }) => {
    if (about !== undefined && file.source === 'story' && about !== file.path) return false;
    const then = comparable(gone.quantity);
    if (then.dimension !== value.dimension || !agree(then, value) || contradict(gone, figure)) return false;
    if (gone.mode !== figure.mode && (gone.mode === 'part' || figure.mode === 'part')) return false;
    if (about === file.path) return true;
    return sharesAny(gone.stems, figure.stems);
  });
  if (!hit) return undefined;
  const why = hit.reason === '' ? '' : `: ${hit.reason}`;
  const related = [{ path: 'claims.md', start: hit.start, end: hit.end, message: 'Retracted here' }];
  return finding(
    'claim-retracted',
    one,
    `You have retracted “${shortened(figure.quantity.text)}”${ofMeasure(figure)}${why}`,
    related,
    [],
  );
}

/** @param others the places that say something else, at least one. */
function differing(one: ComparedFigure, others: readonly ComparedFigure[]): ClaimFinding {
  const first = others[0] as ComparedFigure;
  const { figure, file } = one;
  const said = shortened(first.figure.quantity.text);
  const message = `${capital(figure.measure)} is “${shortened(figure.quantity.text)}” here and “${said}” in ${placeOf(first, file)}: which one holds?`;
  const related = others.slice(0, MOST_RELATED).map((other) => ({
    path: other.file.path,
    start: other.figure.start,
    end: other.figure.end,
    message: `“${shortened(other.figure.quantity.text)}”`,
  }));
  const fixes = others.flatMap((other) => useFix(one, other) ?? []).slice(0, 3);
  return finding('figure-differs', one, message, related, uniqueTitles(fixes));
}

const uniqueTitles = (fixes: readonly ClaimFix[]): ClaimFix[] =>
  fixes.filter((fix, index) => fixes.findIndex(({ title }) => title === fix.title) === index);

/** *Use 28 ms here*: the new figure of a change goes where the new figure stands. */
function useFix({ figure, file }: ComparedFigure, { figure: other }: ComparedFigure): ClaimFix | undefined {
  const mine = newPart(figure);
  const theirs = newPart(other);
  if (!mine || !theirs) return undefined;
  return {
    title: `Use ${theirs.text} here`,
    path: file.path,
    start: mine.start,
    end: mine.end,
    newText: theirs.text,
  };
}

const CHANGE = /^(from\s.{1,60}?\sto\s+)(\S.*)$/su;

/** Where the figure stands without the old one of its change, and what it says; undefined where that is not clear. */
function newPart({ quantity }: Figure): { start: number; text: string; end: number } | undefined {
  const { text, start, end, from } = quantity;
  if (text.length > 80) return undefined;
  if (from === undefined) return { start, end, text };
  const change = CHANGE.exec(text);
  return change ? { start: start + (change[1] as string).length, end, text: change[2] as string } : undefined;
}

const placeOf = ({ file, figure }: ComparedFigure, own: FileFigures): string =>
  file === own ? `line ${figure.line + 1}` : `${file.path}, line ${figure.line + 1}`;

const ofMeasure = ({ measure, quantity }: Figure): string =>
  measure === '' || quantity.kind === 'count' || quantity.kind === 'rate' ? '' : ` for ${shortened(measure)}`;

const shortened = (text: string): string => {
  const plain = text.replace(/\s+/gu, ' ');
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
};

const capital = (text: string): string =>
  text === '' ? 'This' : shortened(`${text.charAt(0).toUpperCase()}${text.slice(1)}`);

function finding(
  code: ClaimRuleCode,
  { file, figure: { start, end } }: ComparedFigure,
  message: string,
  related: ClaimFinding['related'],
  fixes: readonly ClaimFix[],
): ClaimFinding {
  const severity = CLAIM_RULES.find((rule) => rule.code === code)?.severity ?? 'warning';
  return { code, severity, path: file.path, start, end, message, related, fixes };
}

/** Without what a comment silences or a setting turns off. */
function shown(found: readonly ClaimFinding[], files: readonly FileFigures[], levels: RuleLevels): ClaimFinding[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const lines = new Map<string, ReturnType<typeof linesOf>>();
  return found.flatMap((one): ClaimFinding[] => {
    const level = levels[one.code] ?? one.severity;
    if (level === 'off') return [];
    const text = byPath.get(one.path)?.text ?? '';
    if (text.includes('prep-loop-disable-next-line')) {
      const known = lines.get(one.path) ?? linesOf(text);
      lines.set(one.path, known);
      const index = lineIndexAt(known.lines, one.start) - 1;
      const above = known.lines[index];
      if (above && known.kinds[index] !== 'code' && codesSilencedBy(text, above).includes(one.code)) return [];
    }
    return [{ ...one, severity: level }];
  });
}

function linesOf(text: string) {
  const parsed = parseBlocks(text);
  return { lines: parsed.lines, kinds: classifyLines(text, parsed) };
}
