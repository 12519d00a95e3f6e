/** What the extension and the panel of drill cards say to each other. Both sides decode what they hear. */
import * as z from 'zod/mini';
import { CARD_MARKS, RATINGS } from '../../core/recall/reviewLog';
import { count, decoder, html, noticeMessage, readyMessage, solutionStep, text } from './common';
import { forecastSchema } from './forecast';

const rating = z.enum(RATINGS);
const mark = z.enum(CARD_MARKS);

/** The files that the panel can have opened. It never names a path itself. */
export const DRILL_TARGETS = ['log', 'loop', 'playbook'] as const;
export type DrillTarget = (typeof DRILL_TARGETS)[number];

const fromPanel = z.discriminatedUnion('type', [
  readyMessage,
  /**
   * How well the card whose answer is open was known, and how many were rated before it: if another card is next by
   * now, nothing happens. `ms`: how long it took, in milliseconds.
   */
  z.strictObject({ type: z.literal('rate'), card: text, done: count, rating, ms: z.optional(count) }),
  /**
   * Takes back a rating or a mark of this sitting: the last one, or any of the last ten by when it was given.
   * If there is none, nothing happens.
   */
  z.strictObject({ type: z.literal('undo'), card: text, at: z.optional(count) }),
  /**
   * Sets aside or flags the card that is next, brings back a suspended one, or removes the flag of one that is listed;
   * for any other, nothing happens.
   */
  z.strictObject({ type: z.literal('mark'), card: text, mark }),
  /** Opens the user's own card at its place. */
  z.strictObject({ type: z.literal('edit'), card: text }),
  /** Goes on with all cards, where the sitting was about some. */
  z.strictObject({ type: z.literal('all') }),
  /** What was typed as the result that a card asks for. If another card is next by now, nothing happens. */
  z.strictObject({
    type: z.literal('check'),
    card: text,
    done: count,
    text: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
  /** Begins another sitting. */
  z.strictObject({ type: z.literal('more') }),
  z.strictObject({ type: z.literal('open'), target: z.enum(DRILL_TARGETS) }),
]);
/** From the panel to the extension. */
export type FromDrillsPanel = z.infer<typeof fromPanel>;

/** The result that a card asks for. */
const asked = z.object({
  /** The block with its figures, without its fences. */
  block: text,
  /** What stands around a bare number. */
  before: text,
  after: text,
  /** What was typed, once it was judged. */
  verdict: z.optional(
    z.object({
      text,
      isRight: z.boolean(),
      /** In a sentence. */
      words: text,
      suggested: rating,
    }),
  ),
  /** How it is worked out. */
  steps: z.array(solutionStep),
  source: text,
});
export type AskedView = z.infer<typeof asked>;

const card = z.object({
  id: text,
  group: text,
  question: text,
  answer: html,
  asked: z.optional(asked),
  competencies: z.array(text),
  /** Never seen before. */
  fresh: z.boolean(),
  /** Written by the user, so that it can be edited. */
  own: z.boolean(),
  flagged: z.optional(z.boolean()),
  /** How often it was forgotten, where that is so often that the card itself should be changed. */
  lapses: z.optional(count),
  /** When it comes back after each rating, in words. */
  next: z.object({ again: text, hard: text, good: text, easy: text }),
});
export type DrillCardView = z.infer<typeof card>;

const drills = z.object({
  title: text,
  /** Undefined when the sitting is over. */
  card: z.optional(card),
  done: count,
  all: count,
  /** The id of the card that was rated or marked last in this sitting. */
  last: z.optional(text),
  /** The last ratings and marks of this sitting, the last one first: each can be undone. */
  recent: z.array(
    z.object({ card: text, at: count, rating: z.optional(rating), mark: z.optional(text), question: text }),
  ),
  /** The cards that are not asked any more, when the sitting is over: each can be brought back. */
  suspended: z.optional(z.array(z.object({ card: text, question: text }))),
  /** The cards that are flagged, when the sitting is over. */
  flagged: z.optional(z.array(z.object({ card: text, question: text, own: z.boolean() }))),
  /** What the sitting is about, where it is not about all cards. */
  scope: z.optional(text),
  /** How the drills are going, when the sitting is over. */
  numbers: z.optional(
    z.object({
      history: z.array(z.object({ day: text, reviews: count, known: count, minutes: count })),
      retention: z.object({ asked: count, known: count }),
      /** What is wanted of it, 0 to 1. */
      desired: z.number(),
      ahead: z.array(z.object({ day: text, due: count, rounds: text })),
      couldBeFitted: z.boolean(),
      hardest: z.array(z.object({ question: text, lapses: count })),
    }),
  ),
  /** What the sitting has changed, in a sentence, when it is over. */
  changed: z.optional(text),
  /** The ratings of this sitting. */
  tally: z.object({ again: count, hard: count, good: count, easy: count }),
  /** What is left when the sitting is over, in a sentence. */
  rest: text,
  forecast: forecastSchema,
  /** Whether there is another sitting to be had now. */
  more: z.boolean(),
  trouble: z.optional(z.object({ message: text, target: z.optional(z.enum(DRILL_TARGETS)) })),
});
export type DrillsPanelView = z.infer<typeof drills>;

const toPanel = z.discriminatedUnion('type', [z.object({ type: z.literal('drills'), drills }), noticeMessage]);
/** From the extension to the panel. */
export type ToDrillsPanel = z.infer<typeof toPanel>;

const panelState = z.object({
  loop: z.string().check(z.minLength(1), z.maxLength(4096), z.regex(/^[a-z][a-z\d+.-]*:/iu)),
});
/** What a panel needs to be opened again: the loop's folder as a Uri's string. */
export type DrillsPanelState = z.infer<typeof panelState>;

export const decodeFromDrillsPanel = decoder(fromPanel);
export const decodeToDrillsPanel = decoder(toPanel);
export const decodeDrillsState = decoder(panelState);
