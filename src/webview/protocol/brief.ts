/** What the extension and the panel of a round's page say to each other. Both sides decode what they hear. */
import * as z from 'zod/mini';
import { BRIEF_PARTS } from '../../core/brief/briefModel';
import { count, decoder, html, MAX_TEXT, noticeMessage, readyMessage, text } from './common';

const place = z.string().check(z.minLength(1), z.maxLength(4096));
/** A line, as it was shown: `version` is that of the page. */
const line = { version: count, part: z.enum(BRIEF_PARTS), line: count };

const fromPanel = z.discriminatedUnion('type', [
  readyMessage,
  /** Does what a line's link says. */
  z.strictObject({ type: z.literal('follow'), ...line }),
  /** Follows a link within a line's text. */
  z.strictObject({ type: z.literal('link'), ...line, href: z.string().check(z.maxLength(MAX_TEXT)) }),
  z.strictObject({ type: z.literal('export') }),
  z.strictObject({ type: z.literal('round') }),
]);
/** From the panel to the extension. */
export type FromBriefPanel = z.infer<typeof fromPanel>;

const lineView = z.object({
  kind: z.enum(['said', 'blank', 'problem']),
  label: text,
  html,
  details: z.array(text),
  /** What its link does; left out where it has none. */
  link: z.optional(text),
});
export type BriefLineView = z.infer<typeof lineView>;

const partView = z.object({ id: z.enum(BRIEF_PARTS), title: text, lines: z.array(lineView) });
export type BriefPartView = z.infer<typeof partView>;

const brief = z.object({ version: count, title: text, loop: text, parts: z.array(partView) });
export type BriefPanelView = z.infer<typeof brief>;

const toPanel = z.discriminatedUnion('type', [
  /** Without `brief` where the round is gone; `gone` says why. */
  z.object({ type: z.literal('brief'), brief: z.optional(brief), gone: z.optional(text) }),
  noticeMessage,
]);
/** From the extension to the panel. */
export type ToBriefPanel = z.infer<typeof toPanel>;

const panelState = z.object({ loop: place, round: z.string().check(z.minLength(1), z.maxLength(200)) });
/** What a panel needs to be opened again: the loop's Uri and the round's id. */
export type BriefPanelState = z.infer<typeof panelState>;

export const decodeFromBriefPanel = decoder(fromPanel);
export const decodeToBriefPanel = decoder(toPanel);
export const decodeBriefState = decoder(panelState);
