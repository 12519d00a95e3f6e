/** A recruiter names a handful; what is beyond this is a text that was pasted by mistake. */
const MOST_QUESTIONS = 60;

/** The questions in a text, one on a line: bullets and numbers before them do not count, and none is there twice. */
export function questionLines(text: string): string[] {
  const lines = text.split(/[\r\n]+/u).map((line) => line.replace(/^\s*(?:[-*+•–]|\d{1,2}[.)])\s+/u, '').trim());
  return [...new Set(lines.filter((line) => line !== ''))].slice(0, MOST_QUESTIONS);
}
