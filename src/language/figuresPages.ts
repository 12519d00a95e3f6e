/** The page of a loop's figures: a read-only document that follows the files. */
import * as vscode from 'vscode';
import type { LoopClaims } from '../analysis/loopClaims';
import { figureRegister, figuresPage } from '../core/claims/figureRegister';
import { loopTitle } from '../core/loop/loopModel';
import { linkTarget, relativePath } from '../core/markdown/links';
import { Owner } from '../lifecycle';
import type { LocatedLoop } from '../store/api';
import { uriIn } from '../store/files';
import { openPreview } from './openPreview';

export const FIGURES_SCHEME = 'prep-loop-figures';

export class FiguresPages extends Owner implements vscode.TextDocumentContentProvider {
  private readonly didChange = this._register(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.didChange.event;

  constructor(private readonly claims: LoopClaims) {
    super();
    this._register(vscode.workspace.registerTextDocumentContentProvider(FIGURES_SCHEME, this));
    this._register(claims.onDidChange(() => this.refresh()));
  }

  /** The page of a loop. Its query names the loop's folder. */
  pageOf({ uri, loop }: LocatedLoop): vscode.Uri {
    return vscode.Uri.from({ scheme: FIGURES_SCHEME, path: `/Figures of ${loop.id}.md`, query: uri.toString() });
  }

  async open(located: LocatedLoop): Promise<void> {
    await openPreview(this.pageOf(located));
  }

  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string | undefined> {
    const found = (await this.claims.all()).find(({ located }) => located?.uri.toString() === query);
    if (!found?.located) return undefined;
    const { root, located } = found;
    return figuresPage(loopTitle(located.loop), figureRegister(found.files, found.findings), (path, line) =>
      linkTo(uriIn(root.uri, path).with({ fragment: `L${line + 1}` })),
    );
  }

  private refresh(): void {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === FIGURES_SCHEME) this.didChange.fire(uri);
  }
}

/**
 * The preview draws no link with a file’s scheme. It takes a path from `/` on to be below the first folder of the
 * workspace, whatever the scheme of the page: from there the path leads to a place in another folder, too.
 */
function linkTo(place: vscode.Uri): string {
  const first = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (first?.scheme !== place.scheme || first.authority !== place.authority) return place.toString();
  return `/${linkTarget(relativePath(`${first.path}/page.md`, place.path))}#${place.fragment}`;
}
