/** What the messages of all panels are made of. */
import * as z from 'zod/mini';

/** The longest text in a message, in UTF-16 units. */
export const MAX_TEXT = 10_000;
/** The longest rendered Markdown in a message, in UTF-16 units. */
export const MAX_HTML = 1_000_000;

export const text = z.string().check(z.maxLength(MAX_TEXT));
/** Markdown rendered on the extension's side, to be sanitised before it is shown. */
export const html = z.string().check(z.maxLength(MAX_HTML));
export const count = z.int().check(z.gte(0));

/** A step of a worked solution: what is worked out, how, the same in figures, and what comes out. */
export const solutionStep = z.object({ title: text, formula: text, figures: text, result: text });
export type SolutionStepView = z.infer<typeof solutionStep>;

/** The panel has loaded and wants everything. */
export const readyMessage = z.strictObject({ type: z.literal('ready') });

/** Something to say once, such as why a tick was refused. */
export const noticeMessage = z.object({ type: z.literal('notice'), text });
export type NoticeMessage = z.infer<typeof noticeMessage>;

/** Gives undefined for anything at all that does not match `schema`. */
export function decoder<T>(schema: z.ZodMiniType<T>): (value: unknown) => T | undefined {
  return (value) => z.safeParse(schema, value).data;
}

/** A text that fits into a message: one that is too long ends with an ellipsis. */
export function clip(whole: string): string {
  if (whole.length <= MAX_TEXT) return whole;
  const end = MAX_TEXT - 1;
  // Half of a surrogate pair is not a character.
  const isSplit = /[\uD800-\uDBFF]/u.test(whole.charAt(end - 1));
  return `${whole.slice(0, isSplit ? end - 1 : end)}…`;
}

/** Markdown rendered to HTML that fits into a message: if it is too long, as much of its beginning as fits. */
export function clipHtml(markdown: string, render: (markdown: string) => string): string {
  for (let length = markdown.length; ; length = Math.floor(length / 2)) {
    const rendered = render(length === markdown.length ? markdown : `${markdown.slice(0, length)}…`);
    if (rendered.length <= MAX_HTML) return rendered;
  }
}
