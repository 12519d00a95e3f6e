/** What the extension and the offer panel say to each other. Both sides decode what they hear. */
import * as z from 'zod/mini';
import { count, decoder, noticeMessage, readyMessage, text } from './common';

const share = z.number().check(z.gte(0), z.lte(1));
const place = z.string().check(z.minLength(1), z.maxLength(4096), z.regex(/^[a-z][a-z\d+.-]*:/iu));
/** The most that the slider multiplies the price of a share by. */
export const MOST_FACTOR = 4;
const factor = z.number().check(z.gte(0), z.lte(MOST_FACTOR));

const fromPanel = z.discriminatedUnion('type', [
  readyMessage,
  /** Works the offer out at another price of a share. Nothing is written. */
  z.strictObject({ type: z.literal('price'), factor }),
  /** Opens the file: of the offer, or of the comparison. */
  z.strictObject({ type: z.literal('open') }),
  /** Shows one of the offers that are compared, by its place among them. */
  z.strictObject({ type: z.literal('show'), offer: count }),
  z.strictObject({ type: z.literal('compare') }),
  z.strictObject({ type: z.literal('log') }),
]);
/** From the panel to the extension. */
export type FromOfferPanel = z.infer<typeof fromPanel>;

/** A figure as it is shown, and how it comes about. */
const figure = z.object({ text, formula: text, unknown: z.boolean() });
export type FigureView = z.infer<typeof figure>;

const part = z.object({
  kind: z.enum(['base', 'bonus', 'signOn', 'equity']),
  title: text,
  /** Of the largest year. */
  share,
  figure,
});
const year = z.object({
  title: text,
  parts: z.array(part),
  total: figure,
  /** “at least $230,000”: what is known where the total is not. */
  known: text,
});
export type OfferYearView = z.infer<typeof year>;

/** What is marked on the line of months: a day, or a span. */
const mark = z.object({ kind: z.enum(['cliff', 'clawback']), from: share, to: share, text });

const band = z.object({
  title: text,
  range: text,
  standing: text,
  low: share,
  high: share,
  at: z.optional(share),
});
export type OfferBandView = z.infer<typeof band>;

const price = z.object({
  factor,
  /** The totals of four years at some prices, and at the slider’s. */
  rows: z.array(z.object({ title: text, figure, current: z.boolean() })),
  chosen: z.object({ title: text, figure }),
});

const view = z.object({
  title: text,
  facts: z.array(text),
  years: z.array(year),
  sums: z.array(z.object({ title: text, figure })),
  months: count,
  marks: z.array(mark),
  bands: z.array(band),
  bandNote: text,
  price: z.optional(price),
  dilution: z.optional(text),
  stated: z.array(z.object({ text, when: text })),
  asks: z.array(z.object({ title: text, text, impact: text, standing: text })),
  notes: z.array(text),
  problems: z.array(text),
  empty: z.boolean(),
});
export type OfferPanelView = z.infer<typeof view>;

const comparison = z.object({
  currency: text,
  offers: z.array(z.object({ name: text, share, four: text })),
  rows: z.array(z.object({ title: text, cells: z.array(text) })),
  sentences: z.array(text),
});
export type ComparisonPanelView = z.infer<typeof comparison>;

const toPanel = z.discriminatedUnion('type', [
  /** Undefined where the file is gone. */
  z.object({ type: z.literal('offer'), view: z.optional(view) }),
  z.object({ type: z.literal('comparison'), comparison }),
  noticeMessage,
]);
/** From the extension to the panel. */
export type ToOfferPanel = z.infer<typeof toPanel>;

/** What a panel needs to be opened again: the file of an offer, or the prep folder whose offers it compares. */
const panelState = z.union([z.object({ offer: place }), z.object({ compare: place })]);
export type OfferPanelState = z.infer<typeof panelState>;

export const decodeFromOfferPanel = decoder(fromPanel);
export const decodeToOfferPanel = decoder(toPanel);
export const decodeOfferState = decoder(panelState);
