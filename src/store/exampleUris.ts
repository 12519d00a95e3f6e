/** Where examples are: those that ship are documents of a scheme of their own, a workspace's are its files. */
import * as vscode from 'vscode';
import type { PlaybookEntry } from './api';

export const EXAMPLE_SCHEME = 'prep-loop-example';

/** Folders of examples: of the templates that ship, of a playbook's templates, and in the user's `templates`. */
export const EXAMPLES_FOLDER = 'examples';

/** One story at three lengths, and its draft with a red pen: a file of `content`. */
export const ONE_STORY = 'one-story.md';

/** A document for a Markdown file of `content`, by the parts of its path in it. */
export function shippedExample(...path: readonly string[]): vscode.Uri {
  return vscode.Uri.from({ scheme: EXAMPLE_SCHEME, path: `/${path.join('/')}` });
}

/** A Markdown file of a playbook to be read. @param path in the playbook's folder. */
export function playbookExample({ origin, id, uri }: PlaybookEntry, path: string): vscode.Uri {
  return origin === 'built-in' ? shippedExample('playbooks', id, path) : vscode.Uri.joinPath(uri, ...path.split('/'));
}
