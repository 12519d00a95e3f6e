/** The style of a cheat sheet on top of what all pages share: made to be one page on paper, in two columns. */
export const CHEAT_SHEET_STYLE = `
.prep-loop-quantity { padding: 0 .1em; margin: 0 -.1em; border-radius: 3px; background: var(--strong-card); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.prep-loop-blank { padding: 0 .35em; border: 1px dashed currentcolor; border-radius: 3px; font-style: italic; }
.sheet > table { font-size: .94em; }
@media (max-width: 480px) {
  .sheet > table { display: block; overflow-x: auto; }
}
@media print {
  @page { margin: 8mm; }
  body { font-size: var(--print-size); line-height: 1.22; }
  .sheet { columns: 2; column-gap: 5mm; }
  header { display: flex; justify-content: space-between; align-items: baseline; gap: 8mm; }
  h1 { order: -1; font-size: 1.6em; margin: 0 0 .25em; }
  h2 { font-size: 1.15em; margin: .7em 0 .25em; padding-bottom: .1em; }
  h3, h4, h5, h6 { font-size: 1em; margin: .5em 0 .2em; }
  p, ul, ol, table, pre, blockquote { margin-bottom: .45em; }
  ul, ol { padding-left: 1.2em; }
  li { margin: .1em 0; }
  .kicker { margin: 0; }
  code, pre { font-size: 1em; }
  pre { padding: .4em .6em; }
  th, td { padding: .1em .6em .1em 0; }
  .sheet > table { font-size: 1em; }
  tr { break-inside: avoid; }
  thead th { font-size: 1em; }
  .prep-loop-quantity { background: none; }
  footer { display: none; }
  .prep-loop-block { margin-bottom: .6em; padding: .35em .6em; border-radius: 1mm; }
  .prep-loop-block svg { max-width: none; margin: .2em 0; font-size: 1em; }
  .prep-loop-block table, .prep-loop-block-note { font-size: 1em; margin-bottom: .2em; }
  /* A block on paper is its drawing, or where that shows little of it, its figures without their formulas. */
  .prep-loop-block table, .prep-loop-block tbody { display: block; }
  .prep-loop-block tr, .prep-loop-block th, .prep-loop-block td { display: inline; padding: 0; border: 0; }
  .prep-loop-block th { font-weight: 400; }
  .prep-loop-block th::after { content: " "; }
  .prep-loop-block td:nth-child(2) { font-weight: 650; white-space: normal; }
  .prep-loop-block tr:not(:last-child)::after { content: " · "; }
  .prep-loop-results { margin-top: .2em; }
  .prep-loop-block thead, .prep-loop-block td:last-child, [data-kind="latency-budget"] table, [data-kind="capacity"] svg { display: none; }
}
`;
