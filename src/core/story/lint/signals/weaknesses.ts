/** What a sentence says that nobody can check, or that was not one's own doing. */
import type { Told, Weakness } from './signal';

/** "We introduced …": nobody's own act. */
const isWe = ({ sentence: { has } }: Told): boolean => has.we && !has.first && !has.mine;

/** Praise instead of an outcome. */
const isInflated = ({ story, sentence: { first, last, has } }: Told): boolean =>
  has.inflated && story.some(first, last, (k) => story.is(k).inflated && !story.tokens.quoted(k));

/** True of every story: no figure, and no act of one's own. */
const isGeneral = ({ story, sentence: { has }, index }: Told): boolean =>
  has.general && !has.first && story.figuresIn(index).length === 0;

/** This many things done on the way are a list, not an outcome. */
const FEWEST_COUNTS = 2;

/** "We held 24 meetings and wrote 130 pages." */
function isActivity({ story, index }: Told): boolean {
  let counts = 0;
  for (const { quantity, role } of story.figuresIn(index)) {
    if (quantity.from !== undefined) return false;
    if (role === 'none' && quantity.kind === 'count') counts += 1;
  }
  return counts >= FEWEST_COUNTS;
}

/** Names of technologies that make a sentence a list of tools. */
const FEWEST_TOOLS = 2;

/** "We used Kafka, Flink and Redis." */
function isToolTalk({ story, sentence: { first, last, has } }: Told): boolean {
  if (!has.infra && !has.model) return false;
  let tools = 0;
  for (let k = first; k < last; k += 1) if (story.is(k).infra || story.is(k).model) tools += 1;
  return tools >= FEWEST_TOOLS;
}

export const WEAKNESSES = [
  {
    name: 'we-not-i',
    points: 1,
    most: 6,
    title: 'Told as “we”',
    advice: 'Say what you did yourself, with “I”.',
    test: isWe,
  },
  {
    name: 'inflated-claim',
    points: 2,
    most: 8,
    title: 'Praise instead of proof',
    advice: 'Leave the praise out, or say what somebody could check.',
    test: isInflated,
  },
  {
    name: 'general-statement',
    points: 1,
    most: 5,
    title: 'True of any story',
    advice: 'Say what happened here instead.',
    test: isGeneral,
  },
  {
    name: 'activity-count',
    points: 2,
    most: 6,
    title: 'Activity instead of outcome',
    advice: 'Say what it achieved, not how much was done.',
    test: isActivity,
  },
  {
    name: 'tool-talk',
    points: 2,
    most: 4,
    title: 'A list of tools',
    advice: 'Say what the tools had to achieve.',
    test: isToolTalk,
  },
] as const satisfies readonly Weakness[];

export type WeaknessName = (typeof WEAKNESSES)[number]['name'];
