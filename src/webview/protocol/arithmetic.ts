/** What the extension and the panel of mental arithmetic say to each other. Both sides decode what they hear. */
import * as z from 'zod/mini';
import { count, decoder, noticeMessage, readyMessage, solutionStep, text } from './common';

/** An answer is a figure, and not an essay. */
const MAX_ANSWER = 200;
const answerText = z.string().check(z.maxLength(MAX_ANSWER));
/** Whole seconds; longer than a day is a clock that was moved. */
const seconds = z.int().check(z.gte(0), z.lte(86_400));
/** More questions than these are never asked. */
const MOST_ANSWERS = 100;

/** The files that the panel can have opened. It never names a path itself. */
export const ARITHMETIC_TARGETS = ['block', 'session'] as const;
export type ArithmeticTarget = (typeof ARITHMETIC_TARGETS)[number];

const fromPanel = z.discriminatedUnion('type', [
  readyMessage,
  /**
   * What was typed for the question of that number, from 0; '' shows the solution. If another question is on by now,
   * nothing happens.
   */
  z.strictObject({ type: z.literal('answer'), seed: count, number: count, text: answerText, seconds }),
  /** Other figures, instead of those of a seed. */
  z.strictObject({ type: z.literal('another'), seed: count }),
  /** Save the sitting as a session of a round, by its id. */
  z.strictObject({ type: z.literal('save'), round: text }),
  z.strictObject({ type: z.literal('open'), target: z.enum(ARITHMETIC_TARGETS) }),
]);
/** From the panel to the extension. */
export type FromArithmeticPanel = z.infer<typeof fromPanel>;

const uri = z.string().check(z.minLength(1), z.maxLength(4096), z.regex(/^[a-z][a-z\d+.-]*:/iu));

const panelState = z.object({
  /** The file that the block stands in, as a Uri's string. */
  uri,
  /** Which block of the file it is, from 0. */
  block: count,
  seed: count,
  /** When the sitting began, in milliseconds since the epoch. */
  began: count,
  answers: z.array(z.object({ text: answerText, seconds })).check(z.maxLength(MOST_ANSWERS)),
  /** The loop's folder, and a round of it, where they were named. */
  loop: z.optional(uri),
  round: z.optional(text),
  /** The session that the sitting was saved as: its path in the prep folder. */
  saved: z.optional(text),
});
/** What a panel needs to be opened again. */
export type ArithmeticPanelState = z.infer<typeof panelState>;

const judged = z.object({
  question: text,
  text: answerText,
  seconds,
  isRight: z.boolean(),
  /** The verdict in a sentence. */
  words: text,
  steps: z.array(solutionStep),
  source: text,
});
export type JudgedAnswerView = z.infer<typeof judged>;

const arithmetic = z.object({
  /** “Capacity” */
  title: text,
  /** Where the block stands, in words. */
  place: text,
  seed: count,
  /** The block with its figures, without its fences. */
  block: text,
  all: count,
  /** The question to be answered; undefined after the last. `before` and `after` stand around a bare number. */
  question: z.optional(z.object({ text, before: text, after: text })),
  answers: z.array(judged),
  /** Once all are answered. */
  summary: z.optional(z.object({ right: count, of: count, seconds: count, median: count, aloud: text })),
  /** The rounds that it can be saved for; empty where there is no loop. */
  rounds: z.array(z.object({ id: text, title: text })),
  /** The one that is proposed. */
  round: text,
  /** The name of the file that it was saved in. */
  saved: z.optional(text),
  /** Why there is nothing to answer. */
  trouble: z.optional(text),
  state: panelState,
});
export type ArithmeticView = z.infer<typeof arithmetic>;

const toPanel = z.discriminatedUnion('type', [z.object({ type: z.literal('arithmetic'), arithmetic }), noticeMessage]);
/** From the extension to the panel. */
export type ToArithmeticPanel = z.infer<typeof toPanel>;

export const decodeFromArithmeticPanel = decoder(fromPanel);
export const decodeToArithmeticPanel = decoder(toPanel);
export const decodeArithmeticState = decoder(panelState);
