/**
 * The examples that ship, as read-only documents of their own scheme: package.json says that they open as Markdown
 * previews.
 */
import * as vscode from 'vscode';
import { EXAMPLE_SCHEME } from '../store/exampleUris';

/** Files of `content` and of the folders in it that hold examples: nothing else ever becomes part of a path. */
const SHIPPED = /^\/(?:one-story|(?:playbooks\/[a-z\d-]+\/)?(?:examples|exemplars)\/[a-z\d-]+)\.md$/u;

/** @param extension the folder of the extension, which holds `content`. */
export function provideExamplePages(extension: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(EXAMPLE_SCHEME, {
    async provideTextDocumentContent({ path }) {
      if (!SHIPPED.test(path)) return undefined;
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'content', path));
      return readable(new TextDecoder().decode(bytes));
    },
  });
}

/** Without front matter, which says nothing to a reader; its title becomes the heading. */
function readable(text: string): string {
  const [, front, body] = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/su.exec(text) ?? [];
  if (front === undefined || body === undefined) return text;
  const title = /^title: ([^\r\n]*)/mu.exec(front)?.[1];
  return title === undefined ? body.trimStart() : `# ${title}\n\n${body.trimStart()}`;
}
