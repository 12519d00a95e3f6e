/** Texts that people, programs and enemies write. */
import fc from 'fast-check';

export const lineBreak = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
export const byteOrderMark = fc.constantFrom('', '', '', '\uFEFF');

/** Characters with a meaning to some reader, and some that break a careless one. */
const CHARACTERS = [
  ...'aIé日ก1290 \t-+*_~`#>|<>[](){}!?.,:;$€%&"\'\\/=@^’“”–…·',
  ...['\n', '\n', '\r\n', '\r', '\u00A0', '\u2028', '\u0085', '\uFEFF', '\0', '\u0301', '\uD83D', '😀', '\u200D'],
];
export const characters = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 120 });

const LINES = [
  '',
  '',
  'I cut churn from 8% to 5%.',
  'Words, and more words.',
  '# Title',
  '## Impact',
  '## Action',
  '## Result',
  '## Trade-offs',
  '## Notes',
  '## Markers',
  '## Feedback',
  '## Peer’s comments',
  '## Checklist',
  '### Deeper',
  'Underlined',
  '=====',
  '---',
  '```',
  '```ts',
  '~~~~',
  '    indented',
  '\ttab',
  '- item',
  '- [ ] open (due 2026-11-28)',
  '* [x] done',
  '  - [ ] nested',
  '1. one',
  '2) two',
  '> quoted',
  '> - [ ] theirs',
  '> ```',
  '- ```',
  '<!-- a comment -->',
  '<!-- open',
  '-->',
  '<div>',
  '</div>',
  '<pre>',
  '<?php',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '[a](javascript:alert(1))',
  '[b](command:workbench.action.quit)',
  '![c](https://example.com/c.png)',
  '[d]: javascript:alert(1)',
  '[d] and [d][d]',
  '<javascript:alert(1)>',
  '![e][d]',
  '| a | b |',
  '|---|---|',
  '- 03:12 · Frame · latency',
  '- 1:02:09 · Frame',
  '${metric} of users',
  '${1:one} $1 $0',
  'TODO: say more',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> theirs',
  '<!-- prep-loop-disable-next-line vague-quantity -->',
];
/** What every object has: a table that is looked up by the user's words may not answer with these. */
const OBJECT_NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf'];
/** Each with the name in the place of `@`. */
const PLACES_OF_NAMES = [
  '@',
  '@: 8k',
  '@: 12 %',
  '@: 3 @',
  'a: 5 @/s',
  'a = @ × 2',
  '$8k @ per @.',
  'We saved @ cost of $8k per @, and 12 @ of 40 @.',
  '#separator:@',
  '## @',
  '### @: 3',
  '- [ ] @ (due @)',
  '- { @: @, round: @ }',
  '<@>@</@>',
  '`@` &@; {{@: @}} ${@}',
  '```@',
  '"@": "@",',
  'DTSTART;TZID=@:20261202T100000',
  '{"card":"@","rating":"@"}',
];
const namedLine = fc
  .tuple(fc.constantFrom(...PLACES_OF_NAMES), fc.constantFrom(...OBJECT_NAMES))
  .map(([place, name]) => place.replaceAll('@', name));

export const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: namedLine },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 20 }) },
);

/** Lines of Markdown with one kind of line break, and one at the end or none. */
export const markdownText = fc
  .tuple(fc.array(line, { maxLength: 16 }), lineBreak, fc.boolean())
  .map(([lines, eol, ends]) => lines.join(eol) + (ends ? eol : ''));

/** Any characters there are, halves of characters among them; fast-check's own take seconds to get ready. */
const anyCharacters = fc
  .array(fc.integer({ min: 0, max: 0x10_ffff }), { maxLength: 80 })
  .map((points) => String.fromCodePoint(...points));

/** Any text: Markdown, characters, or what no editor would save. */
export const anyText = fc.oneof(
  { weight: 3, arbitrary: markdownText },
  { weight: 2, arbitrary: characters },
  { weight: 1, arbitrary: anyCharacters },
  { weight: 1, arbitrary: namedLine },
);

/** The lines of a text that say something, without white space around them, in an order of their own. */
export function sortedLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|[\r\n]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .sort();
}
