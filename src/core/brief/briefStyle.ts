/** The styles of a brief on top of what all pages share. */
import { PRINT, PRINT_MARGIN_MM } from './fitBrief';

/** What a brief has wherever it stands: alone, or in a pack. */
export const BRIEF_PARTS_STYLE = `
.part ul, .part ol { padding-left: 1.2em; }
.part li { margin: .35em 0; break-inside: avoid; }
.part li::marker { color: var(--quiet); }
.part.open ul, .part.when ul { list-style: none; padding-left: 0; }
.part.open .said { font-size: 1.25em; font-weight: 600; line-height: 1.35; }
.part .details { color: var(--quiet); }
.part .blank { color: var(--quiet); font-style: italic; }
.part .problem { color: var(--weak); }
.prep-loop-quantity { padding: 0 .1em; margin: 0 -.1em; border-radius: 3px; background: var(--strong-card); font-weight: 600; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.prep-loop-blank { padding: 0 .35em; border: 1px dashed currentcolor; border-radius: 3px; font-style: italic; }
`;

/** @param size of the type on paper, in points. */
export function briefStyle(size: number): string {
  const { lineHeight, title, open, indent, columnGap, heading, gap } = PRINT;
  return `${BRIEF_PARTS_STYLE}
body { font-size: 1.25rem; }
main { max-width: 1100px; }
.part h2 { margin-top: 1.2em; font-size: 1.1em; }
.note { color: var(--quiet); margin-top: 1.5em; }
@media screen and (min-width: 900px) {
  .columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5em; }
}
@media print {
  @page { margin: ${PRINT_MARGIN_MM}mm; }
  body { font-size: ${size}pt; line-height: ${lineHeight}; }
  main { overflow-wrap: anywhere; }
  .kicker { margin: 0; }
  h1 { font-size: ${title}em; line-height: ${lineHeight}; margin: 0; letter-spacing: 0; }
  .part h2 { font-size: 1em; line-height: ${lineHeight}; margin: ${heading * 0.7}em 0 ${heading * 0.2}em; padding: 0; border-bottom-width: .05em; }
  .part ul, .part ol { padding-left: ${indent}em; margin: 0; }
  .part.open ul, .part.when ul { padding-left: 0; }
  .part li { margin: 0 0 ${gap}em; }
  .part.open .said { font-size: ${open}em; line-height: ${lineHeight}; }
  .columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 ${columnGap}em; }
  .prep-loop-quantity { background: none; padding: 0; margin: 0; }
  .prep-loop-blank { padding: 0; border: 0; text-decoration: underline dashed; }
  code { font-size: 1em; font-family: inherit; }
  .note { margin: .8em 0 0; }
}
`;
}
