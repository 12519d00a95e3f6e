import { lineIndexAt } from '../../markdown/text';
import { plural } from '../../words';
import type { Story, StorySection } from '../parseStory';
import { REQUIRED_SECTIONS, type SectionName } from '../storySections';
import type { Finding } from './finding';
import { RULES, type RuleCode } from './registry';
import type { Weight } from './rule';

/** What each rule's findings cost. */
export const WEIGHTS = Object.fromEntries(RULES.map(({ code, weight }) => [code, weight])) as Readonly<
  Record<RuleCode, Weight>
>;

/** What each section earns once something is written in it; together 100. What is not written earns nothing. */
export const EARNS: Readonly<Record<SectionName, number>> = {
  Impact: 22,
  Situation: 12,
  Task: 10,
  Action: 24,
  Result: 22,
  'Trade-offs': 10,
  Learned: 0,
};

/** A text of fewer words of the user's own, some twenty seconds aloud, is not a whole story: it earns in proportion. */
export const SHORTEST_STORY = 40;

/** Points lost, and why. */
export interface Loss {
  readonly code: RuleCode;
  readonly points: number;
  /** 0-based. */
  readonly line: number;
  /** What is not written yet, as a sentence; left out where a finding of the code at the line says why. */
  readonly why?: string;
  /** A comment hides the finding. It costs what it cost before. */
  readonly silenced?: true;
}

export interface Score {
  /** 0 to 100: 0 where nothing is written yet, at least 1 where something is. */
  readonly score: number;
  /** In the order of the text; together they are 100 - score, but for what would fall below the least. */
  readonly losses: readonly Loss[];
}

/** What a score needs of a story. */
export type ScoredStory = Pick<
  Story,
  'lines' | 'sections' | 'missing' | 'words' | 'writtenWords' | 'placeholders' | 'outline'
>;

/**
 * What the written part of a story earns, less what each finding costs. A rule that is off costs nothing; a finding
 * that is silenced costs what it would cost unsilenced.
 * @param findings of the story, those that a comment silences among them.
 */
export function scoreStory(findings: readonly (Finding & { readonly silenced?: true })[], story: ScoredStory): Score {
  const spent = new Map<RuleCode, number>();
  const wanted: Loss[] = unwritten(story);
  for (const { code, start, silenced } of findings) {
    const { points, most } = WEIGHTS[code];
    const count = code === 'placeholder-left' ? blanksInWritten(story) : 1;
    const before = spent.get(code) ?? 0;
    const cost = Math.min(points * count, most - before);
    if (cost <= 0) continue;
    spent.set(code, before + cost);
    wanted.push({ code, points: cost, line: lineIndexAt(story.lines, start), ...(silenced && { silenced }) });
  }
  const least = story.writtenWords > 0 ? 1 : 0;
  const losses: Loss[] = [];
  let score = 100;
  for (const loss of wanted.sort((a, b) => a.line - b.line)) {
    const points = Math.min(loss.points, score - least);
    if (points <= 0) continue;
    score -= points;
    losses.push({ ...loss, points });
  }
  return { score, losses };
}

/** What the parts that are not written do not earn. */
function unwritten(story: ScoredStory): Loss[] {
  const { sections, missing, writtenWords, outline } = story;
  const top = outline[0]?.line ?? 0;
  const losses: Loss[] = [];
  let earned = 100;
  const lose = (loss: Loss): void => {
    if (loss.points <= 0) return;
    earned -= loss.points;
    losses.push(loss);
  };
  if (sections.length > 0) {
    const points = missing.reduce((sum, name) => sum + EARNS[name], 0);
    lose({ code: 'section-missing', points, line: top, why: `Not there yet: ${missing.join(', ')}.` });
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

function notWritten(name: SectionName, { blanks, line }: StorySection): Loss {
  const points = EARNS[name];
  return blanks > 0
    ? { code: 'placeholder-left', points, line, why: `${name} is not written yet: every sentence has a blank.` }
    : { code: 'section-empty', points, line, why: `${name} is empty.` };
}

/** Blanks of sections that earn nothing cost nothing on top. */
function blanksInWritten({ sections, placeholders }: ScoredStory): number {
  const unwrittenBlanks = sections.reduce((sum, { written, blanks }) => sum + (written ? 0 : blanks), 0);
  return Math.max(0, placeholders.length - unwrittenBlanks);
}
