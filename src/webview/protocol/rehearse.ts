/** What the extension and the panel that rehearses a story say to each other. Both sides decode what they hear. */
import * as z from 'zod/mini';
import { count, decoder, html, noticeMessage, readyMessage, text } from './common';
import { timerMessage, timerView } from './round';

const seconds = z.number().check(z.gte(0));

/** How much of the story is told: the seconds of a short version, or all of it. */
export const VERSION_IDS = ['30', '90', '180', 'full'] as const;
const versionId = z.enum(VERSION_IDS);
export type VersionId = z.infer<typeof versionId>;

/** What the panel can have opened. It never names a path itself. */
export const REHEARSE_TARGETS = ['story', 'stories', 'notes'] as const;
export type RehearseTarget = (typeof REHEARSE_TARGETS)[number];

const fromPanel = z.discriminatedUnion('type', [
  readyMessage,
  timerMessage,
  z.strictObject({ type: z.literal('version'), version: versionId }),
  z.strictObject({ type: z.literal('open'), target: z.enum(REHEARSE_TARGETS) }),
]);
/** From the panel to the extension. */
export type FromRehearsePanel = z.infer<typeof fromPanel>;

const version = z.object({ id: versionId, label: text, target: seconds, spoken: seconds, fits: z.boolean() });
export type VersionView = z.infer<typeof version>;

const card = z.object({
  title: text,
  cue: html,
  /** All that is said in this version, the cue included; empty where that is the cue alone. */
  words: z.array(html),
  spoken: seconds,
  /** Sentences of the part that this version leaves out. */
  leftOut: count,
});
export type CardView = z.infer<typeof card>;

const rehearsal = z.object({
  kind: z.enum(['story', 'script']),
  title: text,
  versions: z.array(version),
  /** Which of `versions` the rest is about. */
  version: versionId,
  words: count,
  /** Words a minute. */
  pace: count,
  sentences: count,
  sentencesInAll: count,
  cards: z.array(card),
  trouble: z.optional(z.object({ message: text, target: z.enum(REHEARSE_TARGETS) })),
});
export type RehearsalView = z.infer<typeof rehearsal>;

const toPanel = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rehearsal'), rehearsal }),
  z.object({ type: z.literal('timer'), timer: timerView }),
  noticeMessage,
]);
/** From the extension to the panel. */
export type ToRehearsePanel = z.infer<typeof toPanel>;

const panelState = z.object({ uri: z.string().check(z.minLength(1), z.maxLength(4096)), version: versionId });
/** What a panel needs to be opened again: the story's Uri, and the version that was chosen. */
export type RehearsePanelState = z.infer<typeof panelState>;

/** Cards whose words a page keeps unfolded. */
export const MOST_UNFOLDED = 100;
/** What a page keeps for itself of how it looks. */
const kept = z.object({ unfolded: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(MOST_UNFOLDED)) });
export const decodeUnfolded = decoder(kept);

export const decodeFromRehearsePanel = decoder(fromPanel);
export const decodeToRehearsePanel = decoder(toPanel);
export const decodeRehearseState = decoder(panelState);
