/** What a script can be filled with: the figures of the user's stories, the case's result, and the ladder of asks. */
import { figuresToSay } from '../blocks/figuresToSay';
import { readBlocks } from '../blocks/readBlocks';
import type { RungName } from '../offer/offerModel';
import { spokenAsk } from '../offer/spokenAsk';
import type { Figure, FileFigures } from './claimModel';
import { plainLabel } from './figureOrigins';
import { measureInWords } from './figureRegister';

/** A figure to say, and where it comes from. */
export interface SourceFigure {
  /** “35 ms”, “$2M”. */
  readonly figure: string;
  /** Which figure of its file it is: see `presentFigure`. */
  readonly label: string;
  /** Its file, relative to the prep folder. */
  readonly path: string;
}

/** A figure of a story that can be told. */
export interface ToldFigure extends SourceFigure {
  /** “took p99 latency from 120 ms to 35 ms”: goes on after “I”. */
  readonly phrase: string;
  readonly story: string;
  /** Why it is a good one to tell. */
  readonly why: readonly string[];
  readonly isMoney: boolean;
  readonly rank: number;
}

/** The rungs of the ladder that are said aloud; where one walks away is nobody else's business. */
export type Rung = Exclude<RungName, 'walkAway'>;

/** The figures that stories can be told by, the best first; one for each measure of a story. */
export function toldFigures(files: readonly FileFigures[]): ToldFigure[] {
  return files
    .filter(({ source }) => source === 'story')
    .flatMap((file) => {
      const seen = new Set<string>();
      return file.figures.flatMap((figure): ToldFigure[] => {
        const label = labelOf(figure);
        if (label === '' || !canBeTold(figure) || seen.has(label)) return [];
        seen.add(label);
        const one = told(file, figure, label);
        return one ? [one] : [];
      });
    })
    .sort((a, b) => b.rank - a.rank);
}

const labelOf = (figure: Figure): string => plainLabel(measureInWords(figure));

const canBeTold = ({ role, part, quantity, mode }: Figure): boolean =>
  role === 'current' && part !== 'other' && mode !== 'part' && /\d/u.test(quantity.text) && quantity.text.length <= 80;

function told({ path, title, text }: FileFigures, figure: Figure, label: string): ToldFigure | undefined {
  const { quantity, part } = figure;
  const isMoney = quantity.kind === 'money';
  const why = [
    quantity.from === undefined ? undefined : 'says what it was before',
    isMoney ? 'in money' : undefined,
    part === 'outcome' ? 'an outcome of the story' : undefined,
  ].filter((reason) => reason !== undefined);
  const rank = (quantity.from === undefined ? 0 : 3) + (isMoney ? 2 : 0) + (part === 'outcome' ? 2 : 0);
  const said = oneLine(text.slice(figure.start, figure.end));
  const phrase = phraseOf(text, figure, said);
  return phrase === undefined ? undefined : { figure: said, label, path, phrase, story: title, why, isMoney, rank };
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

/** What goes on after “I”; undefined for money of which the story does not say what was done. */
function phraseOf(text: string, figure: Figure, said: string): string | undefined {
  const { quantity, measure, mode } = figure;
  if (quantity.from !== undefined) return `took ${measure} ${said}`;
  if (measure === 'saved' || measure === 'earned') return `${measure} ${said}`;
  if (measure === 'worth') return `did work worth ${said}`;
  if (mode === 'change') return `moved ${measure} by ${said}`;
  const rest = restOf(text, figure);
  if (rest === undefined) return `brought ${measure} to ${said}`;
  const verb = verbBefore(text, figure.start);
  if (verb !== undefined) return `${verb} ${said}${rest}`;
  if (quantity.kind === 'money') return undefined;
  return quantity.kind === 'count' || quantity.kind === 'rate' ? `reached ${said}` : `brought ${measure} to ${said}`;
}

/**
 * What names the measure after the figure, “ in chargebacks”; empty where the figure has it, undefined where it stands
 * before.
 */
function restOf(text: string, { quantity, measure, end }: Figure): string | undefined {
  if (quantity.kind === 'count' || quantity.kind === 'rate') return '';
  const after = text.slice(end, end + measure.length + 20);
  const found = /^\s+(?:(?:in|of|on)\s+)?(?:(?:the|our|my)\s+)?/u.exec(after)?.[0];
  if (found === undefined || !oneLine(after.slice(found.length)).startsWith(measure)) return undefined;
  return oneLine(after.slice(0, found.length + measure.length));
}

/** Other forms of verbs, in the past. */
const PAST: ReadonlyMap<string, string> = new Map<string, string>([
  ...['won', 'cut', 'built', 'brought', 'sold', 'led', 'made', 'wrote', 'kept'].map((verb) => [verb, verb] as const),
  ['save', 'saved'],
  ['saves', 'saved'],
  ['saving', 'saved'],
  ['earns', 'earned'],
  ['earning', 'earned'],
  ['wins', 'won'],
  ['winning', 'won'],
  ['brings', 'brought'],
  ['bringing', 'brought'],
  ['adds', 'added'],
  ['adding', 'added'],
]);
const LEADS = /\s(?:about|around|nearly|almost|roughly|over|some|another|more than|at least|up to)$/iu;
const OWN_VERB = /(?:^|[.,;:!?-]|(?<!\p{L})(?:I|we|and|which|that))\s?(\p{L}{1,30})$/iu;

/** The verb that a figure follows, in the past, where nobody else is its subject. */
function verbBefore(text: string, start: number): string | undefined {
  const line =
    text
      .slice(Math.max(0, start - 80), start)
      .split('\n')
      .at(-1) ?? '';
  const before = line.trimEnd().replace(LEADS, '');
  const verb = OWN_VERB.exec(before)?.[1]?.toLowerCase() ?? '';
  return PAST.get(verb) ?? (/[a-z]{2}ed$/u.test(verb) ? verb : undefined);
}

/** The last result of the case's last estimate in money, which the case ends with; undefined where there is none. */
export function caseResult(files: readonly Pick<FileFigures, 'path' | 'source' | 'text'>[]): SourceFigure | undefined {
  for (const { path, source, text } of files) {
    if (source !== 'case') continue;
    const found = resultsOf(text).at(-1);
    if (found) return { figure: found.words, label: found.title, path };
  }
  return undefined;
}

/** The assumption that moves the case's result most; undefined where there is none. */
export function keyAssumption(files: readonly Pick<FileFigures, 'source' | 'text'>[]): string | undefined {
  const found = files.find(({ source }) => source === 'case');
  return (
    found &&
    readBlocks(found.text)
      .filter(({ kind }) => kind === 'estimate')
      .at(-1)?.swings[0]?.key
  );
}

function resultsOf(text: string): { readonly title: string; readonly words: string }[] {
  return readBlocks(text)
    .filter(({ kind }) => kind === 'estimate')
    .flatMap((block) => figuresToSay(block))
    .filter(({ title }) => !/^(?:sensitivity|goal)\b/iu.test(title))
    .map(({ title, words }) => ({ title: plainLabel(title), words }));
}

const ASK_LABEL = /^asks\.(target|acceptable)\.(base|equity)$/u;

/** The label of a rung of the ladder. */
export const askLabel = (rung: Rung, part: 'base' | 'equity'): string => `asks.${rung}.${part}`;

/** What a file's figure of that label is now; undefined where it has none any more. */
export function presentFigure(file: FileFigures, label: string): string | undefined {
  const { source, text, figures } = file;
  if (source === 'offer') {
    const ask = ASK_LABEL.exec(label);
    return ask ? spokenAsk(text, ask[1] as Rung, ask[2] as 'base' | 'equity') : undefined;
  }
  if (source === 'case')
    return resultsOf(text)
      .filter(({ title }) => title === label)
      .at(-1)?.words;
  const figure = figures.find((one) => canBeTold(one) && labelOf(one) === label);
  return figure && oneLine(text.slice(figure.start, figure.end));
}
