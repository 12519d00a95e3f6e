/** The list “Follow-ups:” of a prompt: what its listener asks next, and what to make of the answers. */

export interface FollowUp {
  /** What the listener says or does, as Markdown; so are the other two. */
  readonly push: string;
  /** What a good turn sounds like. */
  readonly good: string;
  /** What a bad one sounds like. */
  readonly bad: string;
}

export const FOLLOW_UPS = /^\**Follow-ups:\**[ \t]*$/i;

const GOOD_AND_BAD = /^(.+?)[ \t]*\*{0,2}Good:\*{0,2}[ \t]*(.+?)[ \t]*\*{0,2}Bad:\*{0,2}[ \t]*(.+)$/iu;

/** One item of the list; undefined where it does not say what is good and what is bad, in this order. */
export function readFollowUp(item: string): FollowUp | undefined {
  const [, push, good, bad] = GOOD_AND_BAD.exec(item) ?? [];
  return push === undefined || good === undefined || bad === undefined ? undefined : { push, good, bad };
}

/** The list as Markdown, '' where there are none. */
export function followUpsMarkdown(followUps: readonly FollowUp[] = []): string {
  if (followUps.length === 0) return '';
  return `Follow-ups:\n\n${followUps.map(({ push, good, bad }) => `- ${push} *Good:* ${good} *Bad:* ${bad}`).join('\n')}`;
}
