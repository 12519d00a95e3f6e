/**
 * The form of a blank in a file: `{{the date}}`. `${the date}` is for templates and snippets only: in a Markdown file
 * the editor and its preview take the dollar signs for mathematics.
 */

/** What a blank may say: braces would end it. */
const BRACES = /[{}]/gu;

/** A blank that asks for something: `{{the date}}`. */
export function writeBlank(asksFor: string): string {
  return `{{${asksFor.replace(BRACES, '').trim()}}}`;
}

/** A number and what follows it, a name with an example, or a name: what stands in `${…}`. */
const IN_DOLLARS = /\$\{(?:\d{1,6}(?=[:|}])[:|]?)?([^{}\r\n]*)\}/gu;

/** A text in which every `${name}` and `${name:example}` is a blank as files have it: `{{name: example}}`. */
export function dollarsAsBlanks(text: string): string {
  return text.replace(IN_DOLLARS, (_, asksFor: string) =>
    writeBlank(asksFor.replace(/\|$/u, '').replace(/^([^:]+):(?=\S)/u, '$1: ')),
  );
}
