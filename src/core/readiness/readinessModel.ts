import type { CalendarDate } from '../days/dates';
import type { RoundStatus } from '../loop/loopModel';

export const PARTS = ['practice', 'stories', 'drills', 'checklist'] as const;
export type PartId = (typeof PARTS)[number];

/** Something that would raise readiness, for a click to begin. */
export type Action =
  /** An open item of a checklist. `path` is relative to the prep folder, `line` 0-based. */
  | { readonly kind: 'item'; readonly path: string; readonly line: number }
  /** A draft to finish. */
  | { readonly kind: 'story'; readonly path: string }
  | { readonly kind: 'write'; readonly competency: string }
  | { readonly kind: 'practise'; readonly round: string }
  /** Drill cards: those that serve a round, those of a group, or all. */
  | { readonly kind: 'review'; readonly round?: string; readonly group?: string };

/** Points that are lost, and what would bring them back. */
export interface Gain {
  /** Of the round's 100, above 0. */
  readonly points: number;
  readonly text: string;
  readonly action: Action;
}

export interface ReadinessPart {
  readonly id: PartId;
  /** The most points it can give: the weights of a round's parts add up to 100. */
  readonly weight: number;
  readonly points: number;
  /** Where it stands, in a few words. */
  readonly summary: string;
  /** The greatest first; together they are what is lost. */
  readonly gains: readonly Gain[];
}

/** How ready one is for a round, and why. */
export interface RoundReadiness {
  /** The round's id. */
  readonly round: string;
  readonly title: string;
  readonly date: CalendarDate | undefined;
  readonly status: RoundStatus;
  /** A whole number from 0 to 100. */
  readonly score: number;
  /** Those that apply: a round that judges nothing has no stories to cover it. */
  readonly parts: readonly ReadinessPart[];
}
