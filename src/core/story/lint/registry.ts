import { acronymUnexplained } from './rules/acronymUnexplained';
import { baselineMissing } from './rules/baselineMissing';
import { constraintMissing } from './rules/constraintMissing';
import { impactFirst } from './rules/impactFirst';
import { marketOnlyAsk } from './rules/marketOnlyAsk';
import { metricMissing } from './rules/metricMissing';
import { ownership } from './rules/ownership';
import { placeholderLeft } from './rules/placeholderLeft';
import { sectionEmpty } from './rules/sectionEmpty';
import { sectionMissing } from './rules/sectionMissing';
import { sectionOrder } from './rules/sectionOrder';
import { setupTooLong } from './rules/setupTooLong';
import { targetMissed } from './rules/targetMissed';
import { taskUnanswered } from './rules/taskUnanswered';
import { timeFrameMissing } from './rules/timeFrameMissing';
import { tooLongToSay } from './rules/tooLongToSay';
import { tradeOffMissing } from './rules/tradeOffMissing';
import { vagueQuantity } from './rules/vagueQuantity';
import { wrongArithmetic } from './rules/wrongArithmetic';

/** Every rule there is. Findings at the same place come in this order. */
export const RULES = [
  sectionMissing,
  sectionOrder,
  sectionEmpty,
  placeholderLeft,
  impactFirst,
  metricMissing,
  ownership,
  constraintMissing,
  baselineMissing,
  vagueQuantity,
  tradeOffMissing,
  tooLongToSay,
  targetMissed,
  setupTooLong,
  timeFrameMissing,
  wrongArithmetic,
  taskUnanswered,
  acronymUnexplained,
  marketOnlyAsk,
] as const;

export type RuleCode = (typeof RULES)[number]['code'];

export const RULE_CODES: readonly RuleCode[] = RULES.map(({ code }) => code);
