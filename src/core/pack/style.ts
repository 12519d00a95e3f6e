/** The styles of HTML files to give away. Both colour schemes keep WCAG AA contrast; on paper it is the light one. */

/** What all of them share: colours, headings, text, tables, and worked figures. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --quiet: #57606a; --paper: #ffffff; --card: #f5f7f9; --line: #d5dbe1; --accent: #1f5fbf;
  --weak: #a4452c; --strong: #1b6e4a; --weak-card: #fcf3f0; --strong-card: #eff8f3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e8ec; --quiet: #a3adb8; --paper: #14181d; --card: #1d232a; --line: #353e48; --accent: #8ab8ff;
    --weak: #f0a58f; --strong: #7fd4a8; --weak-card: #2a1f1c; --strong-card: #182720;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
main { max-width: 900px; margin: 0 auto; padding: clamp(20px, 5vw, 56px) clamp(16px, 4vw, 32px); overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 0 0 .5em; font-weight: 650; }
h1 { font-size: clamp(1.9rem, 6vw, 2.6rem); letter-spacing: -.02em; margin-bottom: .25em; }
h2 { font-size: 1.35rem; margin-top: 2.4em; padding-bottom: .3em; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.08rem; }
h4, h5, h6 { font-size: 1rem; margin-top: 1em; }
p, ul, ol, table, pre, blockquote { margin: 0 0 .8em; }
ul, ol { padding-left: 1.4em; }
li { margin: .2em 0; }
a { color: var(--accent); }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .9em; }
pre { overflow-x: auto; white-space: pre-wrap; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 14px 16px; }
blockquote { margin-left: 0; padding-left: 1em; border-left: 3px solid var(--line); color: var(--quiet); }
.kicker { color: var(--quiet); margin: 0 0 .3em; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 8px 14px 8px 0; border-bottom: 1px solid var(--line); font-weight: inherit; }
thead th { color: var(--quiet); font-size: .88rem; }
tbody th { font-weight: 600; }
.prep-loop-block { margin: 0 0 1.2em; padding: 14px 18px; border: 1px solid var(--line); border-radius: 10px; break-inside: avoid; container-type: inline-size; }
.prep-loop-block svg { display: block; max-width: 560px; margin: .6em 0; font-size: .9em; overflow: visible; }
.prep-loop-bar { fill: var(--accent); }
.prep-loop-over { fill: var(--weak); }
.prep-loop-limit { stroke: var(--weak); }
.prep-loop-block table { font-size: .88em; }
.prep-loop-block th, .prep-loop-block td { padding-top: 3px; padding-bottom: 3px; }
.prep-loop-block td:nth-child(2) { font-variant-numeric: tabular-nums; white-space: nowrap; }
.prep-loop-block-problems { padding-left: 1.2em; color: var(--weak); }
.prep-loop-block-note { color: var(--quiet); font-size: .88em; }
.prep-loop-block > :last-child { margin-bottom: 0; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
footer { margin-top: 3em; padding-top: 1em; border-top: 1px solid var(--line); color: var(--quiet); font-size: .88rem; }
footer p { margin: 0; }
@media (max-width: 480px) {
  th, td { padding-right: 8px; font-size: .94rem; }
  .prep-loop-block { padding-left: 12px; padding-right: 12px; }
}
/* Without room for three columns, how a result is worked out stands below it. */
@media screen {
  .prep-loop-bar:not(.prep-loop-uncertain) { fill-opacity: 1; }
  @container (max-width: 440px) {
    .prep-loop-block table, .prep-loop-block tbody { display: block; }
    .prep-loop-block thead { position: absolute; clip-path: inset(50%); }
    .prep-loop-block tr { display: grid; grid-template-columns: minmax(40%, 1fr) auto auto; column-gap: 1em; padding: 3px 0; border-bottom: 1px solid var(--line); }
    .prep-loop-block .prep-loop-results tr { grid-template-columns: minmax(40%, 1fr) auto; }
    .prep-loop-block th, .prep-loop-block td { padding: 0; border: 0; }
    .prep-loop-block td:nth-child(2) { text-align: right; white-space: normal; }
    .prep-loop-results td:last-child { grid-column: 1 / -1; color: var(--quiet); }
  }
}
@media print {
  :root {
    color-scheme: light;
    --ink: #000; --quiet: #444; --paper: #fff; --card: #fff; --line: #bbb; --accent: #000;
    --weak: #7a2d18; --strong: #0f5537; --weak-card: #fff; --strong-card: #fff;
  }
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
}
`;

/** What a pack has besides. */
export const PACK_STYLE = `
.facts { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 10px; padding: 0; margin: 0 0 1em; }
.facts li { margin: 0; padding: 2px 12px; border: 1px solid var(--line); border-radius: 99px; background: var(--card); }
.judges { font-size: 1.08rem; margin: 0; }
.minutes { white-space: nowrap; font-variant-numeric: tabular-nums; }
article { margin: 0 0 1.4em; break-inside: avoid; }
.prompt, .story { padding: 16px 20px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
.prompt > :last-child, .story > :last-child, .sides > * > :last-child, .why > :last-child { margin-bottom: 0; }
.prompt h3 + p:not(.clock), .clock + p { font-size: 1.08rem; }
.shows, .clock { color: var(--quiet); font-size: .92rem; }
.ladder { margin: 0 0 .8em; }
.ladder > p { color: var(--quiet); font-size: .92rem; margin-bottom: .4em; }
.ladder details { padding: 4px 0; border-top: 1px solid var(--line); }
.ladder summary { cursor: pointer; padding: 4px 0; font-weight: 600; }
.ladder .good .label { color: var(--strong); }
.ladder .bad .label { color: var(--weak); }
fieldset .field { margin: .8em 0 0; }
.sides { display: grid; gap: 12px; }
@media (min-width: 680px) { .sides { grid-template-columns: 1fr 1fr; } }
.weak, .strong { padding: 14px 18px; border-radius: 8px; border-left: 4px solid; }
.weak { background: var(--weak-card); border-color: var(--weak); }
.strong { background: var(--strong-card); border-color: var(--strong); }
.label { font-weight: 650; margin-bottom: .2em; }
.weak .label { color: var(--weak); }
.strong .label { color: var(--strong); }
.why { margin-top: 10px; color: var(--quiet); }
fieldset { min-width: 0; margin: 0 0 1.2em; padding: 12px 20px 16px; border: 1px solid var(--line); border-radius: 10px; break-inside: avoid; }
legend { padding: 0 8px; margin-left: -8px; font-weight: 650; font-size: 1.08rem; }
.scale, .signals { list-style: none; padding: 0; margin: 0; }
.scale li { margin: 0; }
.scale label { display: grid; grid-template-columns: auto auto 1fr; align-items: baseline; gap: 10px; padding: 8px; margin: 0 -8px; border-radius: 6px; cursor: pointer; }
.scale label:hover { background: var(--card); }
.scale label:has(:checked) { background: var(--card); box-shadow: inset 0 0 0 2px var(--accent); }
.figure { font-weight: 650; font-variant-numeric: tabular-nums; }
input { accent-color: var(--accent); width: 16px; height: 16px; margin: 0; align-self: center; }
.scale input { align-self: start; margin-top: 4px; }
.signals { display: flex; flex-wrap: wrap; gap: 4px 24px; }
.signals label { display: inline-flex; align-items: center; gap: 8px; padding: 4px 0; }
.field label { display: block; font-weight: 600; margin-bottom: .3em; }
textarea { width: 100%; padding: 10px 12px; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 8px; resize: vertical; }
@media (max-width: 480px) {
  .prompt, .story, fieldset { padding-left: 14px; padding-right: 14px; }
}
@media print {
  body { font-size: 10.5pt; }
  h2 { margin-top: 1.6em; }
  .sheet { break-before: page; }
  .ladder ::details-content { content-visibility: visible; height: auto; }
  .back { display: none; }
}
@page { margin: 18mm 16mm; }
`;
