/** Names of Markdown files: other systems write `Launch.MD`. */
const ENDING = /\.md$/iu;

/** Whether a name is a Markdown file's, whatever the case of its ending. */
export function hasMarkdownEnding(name: string): boolean {
  return ENDING.test(name);
}

/** The name without `.md`. */
export function withoutMarkdownEnding(name: string): string {
  return name.replace(ENDING, '');
}
