/** What the extension and the dashboard say to each other. Both sides decode what they hear. */
import * as z from 'zod/mini';
import type { DashboardView } from '../../core/dashboard/dashboardModel';
import { count, decoder, MAX_TEXT, noticeMessage, readyMessage, text } from './common';
import { forecastSchema } from './forecast';

const key = z.string().check(z.minLength(1), z.maxLength(MAX_TEXT));
const loopUri = z.string().check(z.minLength(1), z.maxLength(4096), z.regex(/^[a-z][a-z\d+.-]*:/iu));
const share = z.number().check(z.gte(0), z.lte(1));
const percent = z.number().check(z.gte(0), z.lte(100));

const fromPanel = z.discriminatedUnion('type', [
  readyMessage,
  /** A click, by the key that the extension gave it: one it does not know does nothing. */
  z.strictObject({ type: z.literal('act'), action: key }),
  /** Shows another loop, one of those that were offered. */
  z.strictObject({ type: z.literal('switch'), loop: loopUri }),
  z.strictObject({ type: z.literal('start') }),
]);
/** From the panel to the extension. */
export type FromDashboard = z.infer<typeof fromPanel>;

const event = z.object({
  kind: z.enum(['round', 'feedback', 'mock']),
  title: text,
  detail: text,
  done: z.boolean(),
  action: z.optional(key),
});
const day = z.object({
  day: z.int(),
  weekday: text,
  dayOfMonth: text,
  month: text,
  column: count,
  off: z.boolean(),
  today: z.boolean(),
  past: z.boolean(),
  minutes: count,
  load: share,
  over: z.boolean(),
  events: z.array(event),
  spoken: text,
});
const readiness = z.object({
  round: text,
  title: text,
  when: text,
  next: z.boolean(),
  done: z.boolean(),
  score: percent,
  parts: z.array(z.object({ title: text, points: percent, weight: percent, summary: text })),
  gains: z.array(z.object({ points: text, text, action: key })),
  action: key,
});
const matrix = z.object({
  columns: z.array(
    z.object({ title: text, rounds: text, state: z.enum(['covered', 'draft', 'none']), ready: count, drafts: count }),
  ),
  rows: z.array(z.object({ title: text, ready: z.boolean(), cells: text, overUse: text, action: key })),
  others: count,
  gaps: z.array(z.object({ text, detail: text, action: key })),
});
const fit = z.object({
  summary: text,
  gaps: z.array(
    z.object({
      state: z.enum(['partial', 'missing']),
      question: text,
      reason: text,
      close: z.optional(text),
      action: z.optional(key),
    }),
  ),
  action: z.optional(key),
});
const trend = z.object({
  title: text,
  points: z.array(z.object({ date: text, score: z.optional(z.number().check(z.gte(1), z.lte(4))), mock: z.boolean() })),
  at: z.array(share),
  summary: text,
  action: key,
});
const speech = z.object({
  measures: z.array(z.object({ title: text, points: z.array(z.object({ at: share, level: share })), summary: text })),
  rows: z.array(z.object({ date: text, round: text, values: z.array(text) })),
});
const drills = z.object({
  cards: count,
  due: count,
  fresh: count,
  retained: percent,
  summary: text,
  forecast: forecastSchema,
  groups: z.array(z.object({ title: text, cards: count, retained: percent, action: key })),
  action: key,
});
const calibration = z.object({
  claims: z.array(text),
  heads: z.array(text),
  rows: z.array(z.object({ title: text, againstPeers: text, passed: text, failed: text })),
});
const view: z.ZodMiniType<DashboardView> = z.object({
  title: text,
  day: text,
  next: text,
  strip: z.optional(z.object({ days: z.array(day), limit: share, legend: text })),
  readiness: z.array(readiness),
  fit: z.optional(fit),
  matrix,
  trends: z.array(trend),
  speech: z.optional(speech),
  calibration: z.optional(calibration),
  drills,
  troubles: z.array(z.object({ message: text, action: z.optional(key) })),
});

const toPanel = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('dashboard'),
    /** Undefined where the loop is gone. */
    view: z.optional(view),
    /** Stories and sessions are still being read: what follows from them is not known yet. */
    reading: z.boolean(),
    /** The loop's folder as a Uri's string. */
    loop: loopUri,
    /** All loops, to change over to. */
    loops: z.array(z.object({ uri: loopUri, title: text })),
  }),
  noticeMessage,
]);
/** From the extension to the panel. */
export type ToDashboard = z.infer<typeof toPanel>;
export type DashboardMessage = Extract<ToDashboard, { type: 'dashboard' }>;

const panelState = z.object({ loop: loopUri });
/** What the panel needs to be opened again: the loop's folder as a Uri's string. */
export type DashboardState = z.infer<typeof panelState>;

export const decodeFromDashboard = decoder(fromPanel);
export const decodeToDashboard = decoder(toPanel);
export const decodeDashboardState = decoder(panelState);
