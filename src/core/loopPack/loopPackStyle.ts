/** The style of a whole loop on top of what all pages share. On paper, no row of a table and no code is cut. */
export const LOOP_PACK_STYLE = `
nav ol { columns: 2; column-gap: 2em; }
nav > ol > li { break-inside: avoid; margin-bottom: .6em; }
nav h2 { margin-top: 1.2em; }
article { margin: 0 0 2em; }
h3 { font-size: 1.2rem; margin-top: 1.6em; }
h4 { font-size: 1.02rem; }
caption { text-align: left; color: var(--quiet); font-size: .9em; padding-bottom: .4em; }
table { overflow-wrap: anywhere; }
.briefs article { padding: 16px 20px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
.briefs h3 { margin-top: 0; }
@media (max-width: 600px) { nav ol { columns: 1; } }
@media print {
  @page { margin: 16mm; }
  body { font-size: 10.5pt; overflow-wrap: anywhere; }
  section { break-before: page; }
  h2 { margin-top: 0; }
  h2, h3, h4, h5, h6 { break-after: avoid; }
  tr, pre, figure, .prep-loop-block { break-inside: avoid; }
  thead { display: table-header-group; }
  pre, pre code { white-space: pre-wrap; overflow-wrap: anywhere; overflow: visible; }
  .briefs article { break-inside: auto; border: 0; padding: 0; background: none; }
  .briefs article + article { break-before: page; }
  .prep-loop-quantity { background: none; }
  nav a, a { color: inherit; }
}
`;
