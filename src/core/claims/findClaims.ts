/**
 * What is to be said of the figures of a loop: one measure with two values, a figure that nothing supports, one that
 * the user has retracted. How the files become findings:
 *
 * 1. `readFigures.ts` reads one file at a time; `measureWords.ts` says what each of its figures measures.
 * 2. `sameFigure.ts` says whether two figures agree, as exactly as they are written.
 * 3. `figureSupport.ts` says which figure supports which, and `retractions.ts` reads claims.md.
 * 4. `claimRows.ts` groups what each file brings, and puts it together again when one of them changed.
 * 5. This file compares them. A figure only matches with its unit and its noun: where that is not clear, nothing is
 *    said.
 * 6. `figureRegister.ts` lists the same figures by what they measure, for the view and the page.
 */
import { parseBlocks } from '../markdown/blocks';
import { classifyLines } from '../markdown/outline';
import { lineIndexAt } from '../markdown/text';
import { codesSilencedBy } from '../story/lint/suppress';
import { contradictedAsks, type RuleLevels } from './contradictedAsks';
import type { ClaimFinding, Figure, FileFigures, Retraction } from './claimModel';
import {
  changedDimensions,
  comparedFigures,
  dimensionsOf,
  isOutcome,
  listsOf,
  MOST_COMPARED,
  rowsOf,
  type Bringer,
  type Dimensions,
  type FileRows,
  type Lists,
} from './claimRows';
import { differing, finding, ofMeasure, shortened } from './claimWords';
import { contradict, needsSupport, sharesAny, supports, type Support } from './figureSupport';
import { stemOf } from './measureWords';
import { isRetold, type ComparedFigure } from './retold';
import { isNamed, isSameMeasure, sameSet, shares } from './sameMeasure';
import { agree, comparable, derived, startOf, type Comparable } from './sameFigure';

/** No more old values and goals of one story are looked at. */
const MOST_KNOWN = 50;
/** Nouns that many a story measures, as stems: each needs another word to say which is meant. */
const COMMON: ReadonlySet<string> = new Set(
  'cost revenue churn latenc conver retent error price growth traffi spend margin budget accura qualit produc user custom saved worth earned bill time rate use usage'
    .split(' ')
    .map((word) => stemOf(word)),
);

interface ClaimOptions {
  readonly rules?: RuleLevels | undefined;
}

/** What was found of a loop's files, with what the next comparison needs. */
export interface Comparison {
  /** In order of the files and their figures. */
  readonly findings: readonly ClaimFinding[];
  readonly files: ReadonlyMap<FileFigures, ComparedFile>;
  readonly lists: Lists;
  readonly retractions: readonly Retraction[];
  /** The levels of the rules, as JSON. */
  readonly levels: string;
}

interface ComparedFile {
  readonly dimensions: Dimensions;
  /** Undefined where the lists hold none of them. */
  readonly read: ReadFile | undefined;
  readonly found: readonly ClaimFinding[];
}

/** A file, ready to be compared: its figures, and what is said of those that the user has retracted. */
interface ReadFile {
  readonly placed: readonly ComparedFigure[];
  readonly retracted: ReadonlyMap<ComparedFigure, ClaimFinding>;
  readonly rows: FileRows;
}

/**
 * The findings of a loop's files, the stories among them, in order of the files and their figures. Never throws; takes
 * time in proportion to the text.
 */
export function findClaims(
  files: readonly FileFigures[],
  retractions: readonly Retraction[] = [],
  options: ClaimOptions = {},
): ClaimFinding[] {
  return [...compareClaims(files, retractions, options).findings];
}

/**
 * As {@link findClaims}. What was found before stays for all files that the change of others does not concern: a file
 * that says the same is the same object.
 */
export function compareClaims(
  files: readonly FileFigures[],
  retractions: readonly Retraction[],
  { rules = {} }: ClaimOptions = {},
  before?: Comparison,
): Comparison {
  const known = before && isComparedWith(before, retractions, rules) ? before : undefined;
  const readers = files.map((file) => new Reader(file, retractions, known?.files.get(file)));
  const lists = listsOf(readers);
  const register = new Register(lists);
  const isConcerned = concernedBy(known?.lists, lists);
  const compared = readers.map((one): ComparedFile => {
    const { file, before: was, dimensions } = one;
    const found = was && !isConcerned(one) ? was.found : shown(findingsOf(one.read(), register), file, rules);
    const read = one.isListed || file.source !== 'story' ? one.read() : undefined;
    return was?.found === found && was.read === read ? was : { dimensions, read, found };
  });
  return {
    findings: [...compared.flatMap(({ found }) => found), ...contradictedAsks(files, rules)],
    files: new Map(files.map((file, index) => [file, compared[index] as ComparedFile])),
    lists,
    retractions,
    levels: JSON.stringify(rules),
  };
}

/** Whether a comparison was made with these retractions and levels. */
export const isComparedWith = (
  { retractions, levels }: Comparison,
  wanted: readonly Retraction[],
  rules: RuleLevels,
): boolean => retractions === wanted && levels === JSON.stringify(rules);

const findingsOf = ({ placed, retracted }: ReadFile, register: Register): ClaimFinding[] =>
  placed.flatMap((one) => retracted.get(one) ?? register.differs(one) ?? register.unsupported(one) ?? []);

/** Reads a file's rows where they are asked for and not at hand. */
class Reader implements Bringer {
  readonly dimensions: Dimensions;
  /** Whether the lists hold rows of it. */
  isListed = false;
  private known: ReadFile | undefined;

  constructor(
    readonly file: FileFigures,
    private readonly retractions: readonly Retraction[],
    readonly before: ComparedFile | undefined,
  ) {
    this.known = before?.read;
    this.dimensions = before?.dimensions ?? dimensionsOf(this.read().rows);
  }

  read(): ReadFile {
    return (this.known ??= readFile(this.file, this.retractions));
  }

  rows(): FileRows {
    this.isListed = true;
    return this.read().rows;
  }
}

function readFile(file: FileFigures, retractions: readonly Retraction[]): ReadFile {
  const placed = comparedFigures(file);
  const retracted = new Map(
    placed.flatMap((one) => {
      const found = retractedBy(one, retractions);
      return found ? [[one, found] as const] : [];
    }),
  );
  return {
    placed,
    retracted,
    rows: rowsOf(
      file,
      placed.filter((one) => !retracted.has(one)),
    ),
  };
}

/**
 * Which files have to be compared again now that the lists hold something else. A story is compared with its own
 * figures in the lists, and with what is told of them; any other file with all that the lists hold.
 */
function concernedBy(before: Lists | undefined, after: Lists): (file: Reader) => boolean {
  if (!before) return () => true;
  const changed = changedDimensions(before, after);
  const stories = new Set<FileFigures>();
  for (const dimension of changed)
    for (const { outcomes, current } of [before, after])
      for (const list of [outcomes, current]) for (const { file } of list.get(dimension) ?? []) stories.add(file);
  return (one) =>
    one.file.source === 'story'
      ? stories.has(one.file)
      : one.read().placed.some((figure) => comparedIn(figure).some((dimension) => changed.has(dimension)));
}

/** What a figure is compared in: “from 22,000 to 9,000” is also 59% less. */
const comparedIn = ({ value, figure: { quantity } }: ComparedFigure): string[] => [
  value.dimension,
  ...derived(quantity).map(({ dimension }) => dimension),
];

class Register {
  private readonly rivals = new Map<ComparedFigure, readonly ComparedFigure[]>();
  private readonly known = new Map<FileFigures, readonly (readonly [Figure, Comparable])[]>();
  /** The files that have figures in the lists. */
  private readonly listed: ReadonlySet<FileFigures>;

  constructor(private readonly lists: Lists) {
    const { outcomes, current } = lists;
    this.listed = new Set([outcomes, current].flatMap((rows) => [...rows.values()].flat().map(({ file }) => file)));
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
    if (!this.listed.has(one.file)) return undefined;
    const others = (this.lists.outcomes.get(one.value.dimension) ?? []).filter((other) => {
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
    const same = this.lists.current.get(value.dimension) ?? [];
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
    const same = this.lists.current.get(one.value.dimension) ?? [];
    const alike = same.filter((other) => isSameMeasure(one.figure, other.figure) && isLinked(one, other));
    const here = alike.filter((other) => sameSet(other.figure.scope, one.figure.scope));
    // “In Germany” says which of the stories is meant.
    const meant = one.figure.scope.size > 0 && here.length > 0 ? here : alike;
    const [first] = meant;
    if (!first || meant.some(({ file }) => file !== first.file)) return [];
    const known = this.lists.support.get(one.value.dimension) ?? [];
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
    const held = this.lists.support.get(value.dimension) ?? [];
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

/** Without what a comment silences or a setting turns off. @param file the file that all of them are in. */
function shown(found: readonly ClaimFinding[], file: FileFigures, levels: RuleLevels): readonly ClaimFinding[] {
  if (found.length === 0) return found;
  const { text } = file;
  const known = text.includes('prep-loop-disable-next-line') ? linesOf(text) : undefined;
  return found.flatMap((one): ClaimFinding[] => {
    const level = levels[one.code] ?? one.severity;
    if (level === 'off') return [];
    if (known) {
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
