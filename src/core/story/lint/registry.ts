import type { Rule } from './rule';
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
import { targetMissed } from './rules/targetMissed';
import { tooLongToSay } from './rules/tooLongToSay';
import { tradeOffMissing } from './rules/tradeOffMissing';
import { vagueQuantity } from './rules/vagueQuantity';

/** Every rule there is. Findings at one place come in this order. */
export const RULES: readonly Rule[] = [
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
  marketOnlyAsk,
];
