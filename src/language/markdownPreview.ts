/**
 * What we add to VS Code's own Markdown preview: metrics are marked, and blanks and worked figures are drawn, in the
 * user's prep files, and the rules' pages have their pictures.
 */
import * as vscode from 'vscode';
import type { MarkdownIt } from 'markdown-it';
import { blockDrawings } from '../core/blocks/blockDrawings';
import { blanks } from '../core/markdownIt/blanks';
import { quantities } from '../core/markdownIt/quantities';
import type { PrepRoot } from '../store/api';
import { pathUnder } from '../store/files';
import { RULE_SCHEME } from './rulePages';

/**
 * Makes the function that VS Code hands its markdown-it to, as `markdown.markdownItPlugins` promises in package.json.
 * @param roots the prep folders as they are at the time of a rendering.
 * @param extension the folder of the extension, which holds the pictures.
 */
export function previewExtension(
  roots: () => readonly PrepRoot[],
  extension: vscode.Uri,
): (md: MarkdownIt) => MarkdownIt {
  const applies = (env: unknown): boolean => isPrepDocument(env, roots());
  return (md) =>
    md
      .use(quantities, { applies })
      .use(blockDrawings, { applies })
      .use(blanks, { applies, reads: (source: string) => isPrepText(source, roots()) })
      .use(rulePictures, extension);
}

/** Whether an open file in a prep folder says this: while VS Code parses, it does not tell which document it is. */
function isPrepText(source: string, roots: readonly PrepRoot[]): boolean {
  if (!source.includes('{{') && !source.includes('$')) return false;
  return vscode.workspace.textDocuments.some(
    (document) =>
      document.languageId === 'markdown' &&
      roots.some((root) => pathUnder(root.uri, document.uri) !== undefined) &&
      document.getText() === source,
  );
}

/**
 * Finds the pictures of a rule's page: a document with its own scheme has no folder beside it for the preview to look
 * in.
 */
function rulePictures(md: MarkdownIt, extension: vscode.Uri): void {
  const { rules } = md.renderer;
  const render = rules.image;
  if (!render) return;
  rules.image = (tokens, index, options, env, self) => {
    const { currentDocument, resourceProvider } = (env ?? {}) as PreviewEnvironment;
    const picture = /^\.\.\/\.\.\/(media\/[\w/-]+\.webp)$/u.exec(String(tokens[index]?.attrGet('src')))?.[1];
    if (picture !== undefined && currentDocument?.scheme === RULE_SCHEME && resourceProvider?.asWebviewUri) {
      tokens[index]?.attrSet(
        'src',
        resourceProvider.asWebviewUri(vscode.Uri.joinPath(extension, picture)).toString(true),
      );
    }
    return render(tokens, index, options, env, self);
  };
}

/** What VS Code's preview hands to the renderer's rules, where it does. */
interface PreviewEnvironment {
  readonly currentDocument?: { readonly scheme?: unknown };
  readonly resourceProvider?: { asWebviewUri?(uri: vscode.Uri): vscode.Uri };
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
