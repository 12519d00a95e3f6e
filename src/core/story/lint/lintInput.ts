/** Reads what another extension asks the linter for: whatever it gives, there is an answer in words. */
import * as z from 'zod/mini';
import { badArgument, kindOf, listOf, unlessItThrows, type ArgumentProblem } from '../../argument';
import { RULE_CODES } from './registry';
import type { LintOptions, LintTarget, Severity } from './types';

/** The options that other extensions have. */
export type PublicLintOptions = Omit<LintOptions, 'parsed'>;

const MOST_TARGETS = 1000;
const LEVELS: readonly (Severity | 'off')[] = ['off', 'hint', 'info', 'warning', 'error'];
/** Nobody speaks slower or faster, in words a minute. */
const SPEED = [1, 1000] as const;

const name = z.string().check(z.maxLength(1000));
const targets = listOf(
  z.object({
    title: name,
    kind: name,
    unit: z.optional(name),
    value: z.number(),
    direction: z.enum(['at-least', 'at-most']),
  }),
  MOST_TARGETS,
);

export interface LintInput {
  /** As much of the options as can be used. */
  readonly options: PublicLintOptions;
  readonly problems: readonly ArgumentProblem[];
}

/** The options as another extension gave them; what is wrong with one does not affect the others. Never throws. */
export function readLintOptions(value: unknown): LintInput {
  if (value === undefined) return { options: {}, problems: [] };
  const reader = new OptionReader();
  const options = unlessItThrows(() => reader.read(value));
  if (options) return { options, problems: reader.problems };
  return { options: {}, problems: [badArgument('“options” cannot be read.')] };
}

class OptionReader {
  readonly problems: ArgumentProblem[] = [];

  read(value: unknown): PublicLintOptions {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.say(`“options” has to be an object, not ${kindOf(value)}.`);
      return {};
    }
    const { playbook, rules, wordsPerMinute, kind, ...others } = value as Readonly<Record<string, unknown>>;
    const [unknown] = Object.keys(others);
    if (unknown !== undefined)
      this.say(`“${clipped(unknown)}” is not an option: the options are playbook, rules, wordsPerMinute and kind.`);
    return {
      ...(playbook === undefined ? {} : { playbook: { targets: this.targets(playbook) } }),
      ...(rules === undefined ? {} : { rules: this.rules(rules) }),
      ...(wordsPerMinute === undefined ? {} : { wordsPerMinute: this.speed(wordsPerMinute) }),
      ...(kind === undefined ? {} : { kind: this.kind(kind) }),
    };
  }

  private targets(playbook: unknown): LintTarget[] {
    if (typeof playbook === 'string') {
      this.say(
        `“playbook” is the id “${clipped(playbook)}”: give the playbook itself, as in playbook.json. Its targets were not checked.`,
      );
      return [];
    }
    if (typeof playbook !== 'object' || playbook === null || Array.isArray(playbook)) {
      this.say(`“playbook” has to be a playbook, not ${kindOf(playbook)}.`);
      return [];
    }
    const given = (playbook as { readonly targets?: unknown }).targets;
    if (given === undefined) return [];
    const read = targets.safeParse(given);
    if (read.success) return read.data as LintTarget[];
    const [issue] = read.error.issues;
    const path = ['playbook', 'targets', ...(issue?.path ?? [])].map(String).join('.');
    this.say(`“${path}”: ${issue?.message ?? 'is not a target'}. The targets were not checked.`);
    return [];
  }

  private rules(rules: unknown): NonNullable<LintOptions['rules']> {
    if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) {
      this.say(`“rules” has to be an object of levels by code, not ${kindOf(rules)}.`);
      return {};
    }
    const read: Record<string, Severity | 'off'> = {};
    for (const code of RULE_CODES) {
      if (!Object.hasOwn(rules, code)) continue;
      const given: unknown = (rules as Readonly<Record<string, unknown>>)[code];
      const level = LEVELS.find((each) => each === given);
      if (level === undefined) this.say(`“rules.${code}” has to be one of ${LEVELS.join(', ')}.`);
      else read[code] = level;
    }
    const unknown = Object.keys(rules).find((key) => !RULE_CODES.some((code) => code === key));
    if (unknown !== undefined) this.say(`“${clipped(unknown)}” is not a rule: the rules are ${RULE_CODES.join(', ')}.`);
    return read;
  }

  private speed(value: unknown): number | undefined {
    if (typeof value === 'number' && value >= SPEED[0] && value <= SPEED[1]) return value;
    this.say(`“wordsPerMinute” has to be a number from ${SPEED[0]} to ${SPEED[1]}.`);
    return undefined;
  }

  private kind(value: unknown): LintOptions['kind'] {
    if (value === 'story' || value === 'offer' || value === 'script') return value;
    this.say('“kind” has to be story, offer or script.');
    return undefined;
  }

  private say(message: string): void {
    this.problems.push(badArgument(message));
  }
}

const clipped = (text: string): string => text.slice(0, 64);
