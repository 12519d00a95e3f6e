/** Text made safe for the place it is put in. */

/** Text for HTML, in an element or in an attribute of either quote. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/gu, (character) => `&#${character.charCodeAt(0)};`);
}

/** Plain words as one line of Markdown that says exactly that: no mark-up, no HTML, no link. */
export function escapeMarkdown(text: string): string {
  return text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_[\]<>#&|~]/gu, '\\$&');
}

/** Plain words as a paragraph of Markdown that says exactly that: its beginning starts no list and no heading. */
export function escapeParagraph(text: string): string {
  return escapeMarkdown(text)
    .replace(/[()]/gu, '\\$&')
    .replace(/^(\d{1,9})(?=\.)/u, '$1\\')
    .replace(/^(?=[-+=])/u, '\\');
}
