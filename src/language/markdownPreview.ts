/** What we add to VS Code's own Markdown preview: metrics are marked in the user's prep files, and nowhere else. */
import type { MarkdownIt } from 'markdown-it';
import { quantities } from '../core/markdownIt/quantities';
import type { PrepRoot } from '../store/api';
import { pathUnder } from '../store/files';

/**
 * Makes the function that VS Code hands its markdown-it to, as `markdown.markdownItPlugins` promises in package.json.
 * @param roots the prep folders as they are at the time of a rendering.
 */
export function previewExtension(roots: () => readonly PrepRoot[]): (md: MarkdownIt) => MarkdownIt {
  return (md) => md.use(quantities, { applies: (env: unknown) => isPrepDocument(env, roots()) });
}

/** Whether what is rendered is a file in a prep folder: VS Code's preview says which one it is in `currentDocument`. */
export function isPrepDocument(env: unknown, roots: readonly PrepRoot[]): boolean {
  const uri = (env as { readonly currentDocument?: unknown } | null | undefined)?.currentDocument;
  if (!isUri(uri)) return false;
  return roots.some((root) => pathUnder(root.uri, uri) !== undefined);
}

function isUri(value: unknown): value is Parameters<typeof pathUnder>[1] {
  const { scheme, authority, path } = (value ?? {}) as Record<string, unknown>;
  return typeof scheme === 'string' && typeof authority === 'string' && typeof path === 'string';
}
