/** What a whole loop as one file is made of, and which of it is private. */
import type { BriefFacts, BriefFile, BriefStory } from '../brief/briefFacts';
import type { Loop } from '../loop/loopModel';
import type { Offer } from '../offer/offerModel';
import type { Session } from '../sessions/sessionModel';

/** What goes into a pack unless it is left out. */
export const OPEN_PARTS = ['plan', 'briefs', 'stories', 'cheatSheet', 'scripts', 'questions'] as const;
/** What goes into it only where it is chosen. */
export const PRIVATE_PARTS = ['offer', 'stated', 'feedback', 'people', 'logistics'] as const;
export const LOOP_PACK_PARTS = [...OPEN_PARTS, ...PRIVATE_PARTS] as const;
export type LoopPackPart = (typeof LOOP_PACK_PARTS)[number];

export const LOOP_PACK_TITLES: Readonly<Record<LoopPackPart, string>> = {
  plan: 'Plan',
  briefs: 'Pages',
  stories: 'Stories',
  cheatSheet: 'Cheat sheet',
  scripts: 'Scripts',
  questions: 'Questions to ask',
  offer: 'Offer',
  stated: 'Pay you have stated',
  feedback: 'Practice and feedback',
  people: 'Who you meet',
  logistics: 'Links to join',
};

export interface LoopPackFacts {
  readonly loop: Loop;
  /** The machine’s zone, an IANA name: it is assumed where the loop names none. */
  readonly machineZone: string;
  /** One for each round whose page goes into the pack. */
  readonly briefs: readonly BriefFacts[];
  /** Those that were chosen. */
  readonly stories: readonly BriefStory[];
  readonly cheatSheet: BriefFile | undefined;
  readonly scripts: readonly BriefFile[];
  /** questions.md; undefined where there is none. */
  readonly questions: BriefFile | undefined;
  readonly offer: { readonly path: string; readonly offer: Offer } | undefined;
  /** The loop’s. */
  readonly sessions: readonly Session[];
}
