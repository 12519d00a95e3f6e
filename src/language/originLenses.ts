/** Over each comment that says where a script's figure came from: its source, and whether that has changed since. */
import * as vscode from 'vscode';
import type { LoopClaims } from '../analysis/loopClaims';
import type { FileFigures } from '../core/claims/claimModel';
import { figureOrigins, type FigureOrigin } from '../core/claims/figureOrigins';
import { figureSource } from '../core/claims/readFigures';
import { presentFigure } from '../core/claims/scriptSources';
import { commandOf } from '../editorCommands';
import { Owner } from '../lifecycle';
import type { PrepRoot, PrepStore } from '../store/api';
import { pathUnder, uriIn } from '../store/files';
import { rangeOf } from './convert';

const { t } = vscode.l10n;

export class OriginLenses extends Owner implements vscode.CodeLensProvider, vscode.DocumentLinkProvider {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.didChange.event;

  constructor(
    private readonly store: PrepStore,
    private readonly claims: LoopClaims,
  ) {
    super();
    const selector: vscode.DocumentSelector = { language: 'markdown' };
    this._register(claims.onDidChange(() => this.didChange.fire()));
    this._register(vscode.languages.registerCodeLensProvider(selector, this));
    this._register(vscode.languages.registerDocumentLinkProvider(selector, this));
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const found = this.originsIn(document);
    if (!found) return [];
    const { root, origins } = found;
    // Most texts have none: they are asked for after every keystroke, and need not wait for the figures.
    if (origins.length === 0) return [];
    const known = await this.claims.all();
    const own = known.filter((one) => one.root.uri.toString() === root.uri.toString());
    const files = new Map(own.flatMap((one) => one.files.map((file) => [file.path, file] as const)));
    return origins.flatMap((origin) => lensesOf(document, root, origin, files));
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const found = this.originsIn(document);
    return (found?.origins ?? []).flatMap(({ start, end, path, label }) => {
      if (!found || path === undefined) return [];
      const link = new vscode.DocumentLink(rangeOf(document, { start, end }), uriIn(found.root.uri, path));
      link.tooltip = t('Open where “{0}” comes from', label);
      return [link];
    });
  }

  private originsIn(document: vscode.TextDocument): { root: PrepRoot; origins: FigureOrigin[] } | undefined {
    for (const root of this.store.roots) {
      const path = pathUnder(root.uri, document.uri);
      if (path === undefined || figureSource(path) === undefined) continue;
      return { root, origins: figureOrigins(path, document.getText()) };
    }
    return undefined;
  }
}

function lensesOf(
  document: vscode.TextDocument,
  root: PrepRoot,
  origin: FigureOrigin,
  files: ReadonlyMap<string, FileFigures>,
): vscode.CodeLens[] {
  const { path, line, label, figure } = origin;
  if (path === undefined) return [];
  const range = new vscode.Range(line, 0, line, 0);
  const file = files.get(path);
  const uri = uriIn(root.uri, path);
  const open = (title: string): vscode.CodeLens =>
    new vscode.CodeLens(range, commandOf('prepLoop.openFile', title, { uri }));
  const present = file && presentFigure(file, label);
  if (present === undefined) return [open(t('$(warning) {0} no longer has “{1}”', path, label))];
  if (present === figure) return [open(t('From {0}: {1}', path, label))];
  const refresh = commandOf('prepLoop.refreshFigure', t('Refresh from Source'), { uri: document.uri, line });
  return [open(t('$(warning) {0} now says “{1}”', path, present)), new vscode.CodeLens(range, refresh)];
}
