/**
 * The linter of stories. How a text becomes findings, step by step:
 *
 * 1. `context.ts` reads the text once for all rules: its front matter and sections (`../parseStory.ts`), its words
 *    (`../prose`), its quantities (`../quantities`).
 * 2. `scan.ts` walks the lines, `sentences.ts` splits them into sentences (`fullStop.ts` knows abbreviations), and
 *    `wordReader.ts` into words. `tokens.ts` keeps the words, `sentenceFacts.ts` what a sentence's words are together.
 * 3. `lexicon/` says what each word is: `classes.ts` is the table of classes, `table.ts` gives them to the words of the
 *    lists beside it, `bitSet.ts` keeps sets of classes small.
 * 4. `figures/` judges each quantity in its sentence: an outcome, a technical figure or neither.
 * 5. The rules in `rules/` look at all this through a `StoryContext`: `story.sentences`, `story.figures`,
 *    `sentence.has.change`, `story.is(token).users`, `story.id(token)` to compare with words of `wordIds` and
 *    `wordSet`, and `story.some`, `story.find` and `story.hasWord` to look along a sentence. `registry.ts` lists them.
 * 6. `suppress.ts` sets apart what a comment silences; `signals/` looks for what makes a story very good, or weak, by
 *    the same sentences; `score.ts` turns all of it, and what is not written yet, into points.
 *
 * Fixes are in `sections.ts`, `moveSentence.ts`, `askFigure.ts` and `sayI.ts`.
 */
import { blankedOut } from '../../markdown/text';
import type { Story } from '../parseStory';
import type { Quantity } from '../quantities';
import { StoryContext } from './context';
import type { Finding } from './finding';
import { RULES } from './registry';
import { workOutScore, type CountedFinding, type Score } from './score';
import { silencedIn, silenceFix } from './suppress';
import type { Fix, LintOptions, TextKind } from './types';

export type { Finding } from './finding';
export { RULE_CODES, RULES, type RuleCode } from './registry';
export type { Rule } from './rule';
export { SILENCE } from './suppress';
export { EARNS, SHORTEST_STORY, UNPROVEN, WEIGHTS, workOutScore, type Gain, type Loss, type Score } from './score';
export {
  lossTitle,
  missingStrengths,
  scoreSentences,
  strengthTitle,
  summariseScore,
  type ScoreSummary,
} from './scoreWords';
export { STRENGTHS, WEAKNESSES, type StrengthName, type WeaknessName } from './signals';
export { blanksLeft } from './rules/placeholderLeft';
export { DEFAULT_SPOKEN_SECONDS } from './rules/tooLongToSay';
export type { Fix, LintOptions, LintTarget, Severity, TextKind } from './types';

/** Everything that is known about a text, computed once. */
export interface Analysis {
  readonly findings: readonly Finding[];
  /** Findings that a comment hides: they are not shown, but cost as much as if they were. */
  readonly silenced: readonly Finding[];
  /** Undefined where there is nothing to judge: the text says nothing yet, or is not a story. */
  readonly score: Score | undefined;
  readonly quantities: readonly Quantity[];
  readonly parsed: Story;
  readonly kind: TextKind;
  /** False where most of the text is in another language: then only its form and its figures were looked at. */
  readonly isEnglish: boolean;
}

/**
 * What a careful coach would say about a story, in the order of the text. The same text and options always give the
 * same findings. Never throws; offsets are UTF-16 units into `markdown`, and `start < end` unless the text is empty.
 */
export function lintStory(markdown: string, options: LintOptions = {}): Finding[] {
  return findingsOf(new StoryContext(markdown, options), options).heard;
}

/** The findings with the score that they make, the quantities and the parsed story. Never throws. */
export function analyseStory(markdown: string, options: LintOptions = {}): Analysis {
  const context = new StoryContext(markdown, options);
  const found = findingsOf(context, options);
  const { parsed, kind, isEnglish } = context;
  const judged = kind === 'story' && (parsed.words > 0 || parsed.placeholders.length > 0);
  return {
    findings: found.heard,
    silenced: found.silenced,
    score: judged ? scoreOf(context, found, options) : undefined,
    quantities: context.quantities,
    parsed,
    kind,
    isEnglish,
  };
}

/**
 * What a text scores as a story, with what cost each lost point and what earned the upper range; 0 where it says
 * nothing yet. Same text and options, same score. Never throws.
 */
export function scoreStory(markdown: string, options: LintOptions = {}): Score {
  return analyseStory(markdown, { ...options, kind: 'story' }).score ?? { score: 0, losses: [], gains: [] };
}

/**
 * A sentence with a blank earns nothing and clears no finding: where there are blanks, the text without such sentences
 * is judged, and each blank costs its own points too.
 */
function scoreOf(context: StoryContext, found: FoundFindings, options: LintOptions): Score {
  const { text, parsed } = context;
  if (parsed.placeholders.length === 0) return workOutScore(withSilenced(found), parsed, context);
  const finished = new StoryContext(blankedOut(text, parsed.unfinished), { ...options, kind: 'story' });
  const findings = [
    ...withSilenced(found).filter(({ code }) => code === 'placeholder-left'),
    ...withSilenced(findingsOf(finished, options)).filter(({ code }) => code !== 'placeholder-left'),
  ];
  return workOutScore(findings, parsed, finished);
}

const withSilenced = ({ heard, silenced }: FoundFindings): CountedFinding[] => [
  ...heard,
  ...silenced.map(({ code, start, message }) => ({ code, start, message, silenced: true as const })),
];

interface FoundFindings {
  readonly heard: Finding[];
  readonly silenced: readonly Finding[];
}

/** The finding whose fixes are worked out when they are first read. An accessor is costly: few findings have one. */
function withLateFixes(found: Omit<Finding, 'fixes'>, fixes: () => readonly Fix[]): Finding {
  let made: readonly Fix[] | undefined;
  return {
    ...found,
    get fixes() {
      return (made ??= fixes());
    },
  };
}

function findingsOf(context: StoryContext, { rules }: LintOptions): FoundFindings {
  const { text, kind } = context;
  const { lines, kinds } = context.parsed;
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const set = rules !== undefined && Object.hasOwn(rules, rule.code) ? rules[rule.code] : undefined;
    if (set === 'off' || !rule.kinds.includes(kind) || (!context.isEnglish && !rule.anyLanguage)) continue;
    const { code } = rule;
    for (const report of rule.check(context)) {
      const { start, end, message, fixes = [] } = report;
      const severity = set ?? report.severity ?? rule.severity;
      const silence = (): Fix => silenceFix(text, lines, kinds, code, start);
      findings.push(
        typeof fixes === 'function'
          ? withLateFixes({ code, severity, start, end, message }, () => [...fixes(), silence()])
          : { code, severity, start, end, message, fixes: [...fixes, silence()] },
      );
    }
  }
  findings.sort((a, b) => a.start - b.start);
  const silenced = context.hasDirective ? silencedIn(text, lines, kinds, findings) : new Set<Finding>();
  return { heard: findings.filter((finding) => !silenced.has(finding)), silenced: [...silenced] };
}
