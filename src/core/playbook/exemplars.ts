/** Whole answers to a round's prompts: files of the playbook that playbook.json names. */

/** Where they are usually kept; a playbook may keep them in another of its folders. */
export const EXEMPLARS_FOLDER = 'exemplars';

/** A file of the playbook, or of one of its folders: no drive, no scheme, no way up, nothing hidden. */
const INSIDE = /^(?:[^/\\:.][^/\\:]*\/)?[^/\\:.][^/\\:]*$/u;

/**
 * What is wrong with the path of a round's whole answer, as a sentence; undefined where the file can be read.
 * @param title the round's.
 * @param files the playbook's files by their path in its folder.
 */
export function checkExemplarPath(path: string, title: string, files: ReadonlyMap<string, string>): string | undefined {
  const answer = `The whole answer for “${title}”, “${path}”,`;
  if (!INSIDE.test(path))
    return `${answer} is not a file of the playbook or of a folder in it: write a path such as “${EXEMPLARS_FOLDER}/screen.md”.`;
  if (!/\.md$/u.test(path)) return `${answer} is not a Markdown file: name one that ends with “.md”.`;
  const text = files.get(path);
  if (text === undefined) return `${answer} is not there: add the file, or correct the path.`;
  return text.trim() === '' ? `${answer} is empty: write it, or remove “exemplar”.` : undefined;
}
