import { lineIndexAt } from '../../markdown/text';
import { plural } from '../../words';
import type { Story, StorySection } from '../parseStory';
import { REQUIRED_SECTIONS, type SectionName } from '../storySections';
import type { StoryContext } from './context';
import type { Finding } from './finding';
import { RULES, type RuleCode } from './registry';
import type { Weight } from './rule';
import { STRENGTHS, toldSentences, WEAKNESSES, type StrengthName, type Told, type WeaknessName } from './signals';

/** What each rule's findings cost. */
export const WEIGHTS = Object.fromEntries(RULES.map(({ code, weight }) => [code, weight])) as Readonly<
  Record<RuleCode, Weight>
>;

/**
 * What each section earns once something is written in it; together the 60 points that a story has without proof. What
 * is not written earns nothing.
 */
export const EARNS: Readonly<Record<SectionName, number>> = {
  Impact: 13,
  Situation: 7,
  Task: 6,
  Action: 15,
  Result: 13,
  'Trade-offs': 6,
  Learned: 0,
};

/** The score of a story that is fully written, raises no finding and proves nothing; the rest has to be earned. */
export const UNPROVEN = 60;

/**
 * A text of fewer words of the user's own, some twenty seconds aloud, is not a whole story: it has the lower range in
 * proportion, and nothing of the upper.
 */
export const SHORTEST_STORY = 40;

/** Points lost, and why. */
export interface Loss {
  /** The rule, or the weakness, that costs them. */
  readonly code: RuleCode | WeaknessName;
  readonly points: number;
  /** 0-based. */
  readonly line: number;
  /** What to do, or what is not written yet, as a sentence. */
  readonly why: string;
  /** A comment hides the finding. It costs what it cost before. */
  readonly silenced?: true;
}

/** Points of the upper range, and what earned them. */
export interface Gain {
  readonly name: StrengthName;
  readonly points: number;
  /** 0-based. */
  readonly line: number;
}

export interface Score {
  /** 0 to 100: 0 where nothing is written yet, at least 1 where something is. */
  readonly score: number;
  /** In the order of the text. The score is {@link UNPROVEN}, minus these, plus the gains. */
  readonly losses: readonly Loss[];
  /** In the order of the text. */
  readonly gains: readonly Gain[];
}

/** A finding as the score counts it. */
export type CountedFinding = Pick<Finding, 'code' | 'start' | 'message'> & { readonly silenced?: true };

/**
 * What a story scores: {@link UNPROVEN} points for what is written, minus what each finding and each weakness costs,
 * plus up to 40 points for what it proves. A rule that is off costs nothing; a finding that is silenced costs what it
 * would cost unsilenced.
 * @param findings those that a comment silences among them.
 * @param parsed the story.
 * @param finished the same text without the sentences that have a blank: they are not the user's yet.
 */
export function workOutScore(findings: readonly CountedFinding[], parsed: Story, finished: StoryContext): Score {
  const told = toldSentences(finished);
  const wanted = [...unwritten(parsed, told), ...costsOf(findings, parsed), ...weaknessesOf(told)];
  const gains = parsed.writtenWords < SHORTEST_STORY ? [] : gainsOf(told);
  const least = parsed.writtenWords > 0 ? 1 : 0;
  const earned = gains.reduce((sum, { points }) => sum + points, 0);
  const losses: Loss[] = [];
  let score = UNPROVEN + earned;
  for (const loss of wanted.sort(byLine)) {
    const points = Math.min(loss.points, score - least);
    if (points <= 0) continue;
    score -= points;
    losses.push({ ...loss, points });
  }
  return { score, losses, gains: gains.sort(byLine) };
}

const byLine = (a: { readonly line: number }, b: { readonly line: number }): number => a.line - b.line;

const lineOf = ({ story, sentence }: Told): number => lineIndexAt(story.parsed.lines, sentence.start);

function gainsOf(told: readonly Told[]): Gain[] {
  const gains: Gain[] = [];
  for (const { name, points, find } of STRENGTHS) {
    const index = find(told);
    const shown = told.find((each) => each.index === index);
    if (shown) gains.push({ name, points, line: lineOf(shown) });
  }
  return gains;
}

function weaknessesOf(told: readonly Told[]): Loss[] {
  const losses: Loss[] = [];
  for (const { name, points, most, advice, test } of WEAKNESSES) {
    let cost = 0;
    let first: Told | undefined;
    for (const each of told) {
      if (cost >= most) break;
      if (!test(each)) continue;
      first ??= each;
      cost += points;
    }
    if (first) losses.push({ code: name, points: Math.min(cost, most), line: lineOf(first), why: advice });
  }
  return losses;
}

function costsOf(findings: readonly CountedFinding[], parsed: Story): Loss[] {
  const spent = new Map<RuleCode, number>();
  const losses: Loss[] = [];
  for (const { code, start, silenced, message } of findings) {
    const { points, most } = WEIGHTS[code];
    const count = code === 'placeholder-left' ? blanksInWritten(parsed) : 1;
    const before = spent.get(code) ?? 0;
    const cost = Math.min(points * count, most - before);
    if (cost <= 0) continue;
    spent.set(code, before + cost);
    losses.push({
      code,
      points: cost,
      line: lineIndexAt(parsed.lines, start),
      why: message,
      ...(silenced && { silenced }),
    });
  }
  return losses;
}

/** What the unwritten parts fail to earn. */
function unwritten({ sections, missing, writtenWords, outline }: Story, told: readonly Told[]): Loss[] {
  const top = outline[0]?.line ?? 0;
  const losses: Loss[] = [];
  let earned = UNPROVEN;
  const lose = (loss: Loss): void => {
    if (loss.points <= 0) return;
    earned -= loss.points;
    losses.push(loss);
  };
  if (sections.length > 0 && !isMostlyElsewhere(told)) {
    const lacking = missing.filter((name) => name !== 'Impact' || !opensWithResult(sections));
    const points = lacking.reduce((sum, name) => sum + EARNS[name], 0);
    lose({ code: 'section-missing', points, line: top, why: `Not there yet: ${lacking.join(', ')}.` });
    for (const name of REQUIRED_SECTIONS) {
      const own = sections.filter(({ names }) => names.includes(name));
      const [first] = own;
      if (first && !own.some(({ written }) => written)) lose(notWritten(name, first));
    }
  }
  const short = Math.min(1, writtenWords / SHORTEST_STORY);
  const why = `Only ${plural(writtenWords, 'word')} of it ${writtenWords === 1 ? 'is' : 'are'} written: a story needs ${SHORTEST_STORY} or more.`;
  lose({ code: 'section-empty', points: Math.round(earned * (1 - short)), line: top, why });
  return losses;
}

/** Most of what is written stands outside the contract's sections: it is judged as a story without headings. */
function isMostlyElsewhere(told: readonly Told[]): boolean {
  let inside = 0;
  let all = 0;
  for (const { story, sentence, index } of told) {
    const words = sentence.last - sentence.first;
    all += words;
    if (story.sectionOf(index) !== undefined) inside += words;
  }
  return inside * 2 < all;
}

/** A Result that comes first says the impact. */
const opensWithResult = ([first]: readonly StorySection[]): boolean => first?.name === 'Result' && first.written;

function notWritten(name: SectionName, { blanks, line }: StorySection): Loss {
  const points = EARNS[name];
  return blanks > 0
    ? { code: 'placeholder-left', points, line, why: `${name} is not written yet: every sentence has a blank.` }
    : { code: 'section-empty', points, line, why: `${name} is empty.` };
}

/** Blanks of sections that earn nothing cost nothing on top. */
function blanksInWritten({ sections, placeholders }: Story): number {
  const unwrittenBlanks = sections.reduce((sum, { written, blanks }) => sum + (written ? 0 : blanks), 0);
  return Math.max(0, placeholders.length - unwrittenBlanks);
}
