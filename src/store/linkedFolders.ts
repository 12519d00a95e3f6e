/** Links in the workspace that lead out of it: nothing is written through one until the user has been asked. */
import * as vscode from 'vscode';
import type { TextEdit } from '../core/markdown/text';
import type { FileLook } from '../core/ports';
import { Refusal } from '../refusal';
import type { EditOutcome, TextFiles } from './api';
import { pathUnder, statOrThrow } from './files';

const { t } = vscode.l10n;
const ALLOWED = 'prepLoop.linksWrittenThrough';

/** Where a file or folder really is; undefined where that cannot be found out. */
export type RealPath = (uri: vscode.Uri) => Promise<vscode.Uri | undefined>;

interface Link {
  readonly uri: vscode.Uri;
  /** Undefined where it cannot be found out. */
  readonly target: vscode.Uri | undefined;
}

export class LinkedFolders {
  /** What was answered in this window, by link and target. */
  private readonly answers = new Map<string, Promise<boolean>>();

  /** @param state remembers for the workspace which links may be written through. */
  constructor(
    private readonly state: vscode.Memento,
    private readonly realPath: RealPath = () => Promise.resolve(undefined),
  ) {}

  /** @throws Refusal where a file is behind a link out of the workspace, and the user does not want it written. */
  async check(file: vscode.Uri): Promise<void> {
    for (const link of await this.outwardLinks(file)) if (!(await this.isAllowed(link))) throw notAllowed(link);
  }

  private isAllowed({ uri, target }: Link): Promise<boolean> {
    const key = [uri, target].map(String).join(' ');
    if (this.allowed.includes(key)) return Promise.resolve(true);
    const known = this.answers.get(key) ?? this.ask(uri, target, key);
    this.answers.set(key, known);
    return known;
  }

  private get allowed(): readonly string[] {
    const kept = this.state.get<unknown>(ALLOWED);
    return Array.isArray(kept) ? kept.map(String) : [];
  }

  private async ask(uri: vscode.Uri, target: vscode.Uri | undefined, key: string): Promise<boolean> {
    const place = vscode.workspace.asRelativePath(uri);
    const question = target
      ? t('“{0}” is a link to {1}, outside this workspace. Let Prep Loop write there?', place, shown(target))
      : t('“{0}” is a link that may lead out of this workspace. Let Prep Loop write there?', place);
    const yes = t('Write There');
    const detail = t('If you allow it, you will not be asked about this link again.');
    if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) !== yes) return false;
    await this.state.update(ALLOWED, [...this.allowed, key]);
    return true;
  }

  /**
   * The links on the way from the workspace folder to a file that lead out of every workspace folder, each to a place
   * of its own: who allows one link does not know of others behind it.
   */
  private async outwardLinks(file: vscode.Uri): Promise<readonly Link[]> {
    const folder = vscode.workspace.getWorkspaceFolder(file)?.uri;
    const path = folder && pathUnder(folder, file);
    if (!folder || path === undefined || path === '') return [];
    // Most files are where their paths say: that takes one look, and not one at each folder on the way.
    const [realFolder, realFile] = await Promise.all([this.realPath(folder), this.realPath(file)]);
    if (realFolder && realFile && pathUnder(realFolder, realFile) === path) return [];
    const links: Link[] = [];
    let uri = folder;
    for (const name of path.split('/')) {
      uri = vscode.Uri.joinPath(uri, name);
      // What cannot be looked at cannot be written either, and writing will say so.
      const found = await statOrThrow(uri).catch(() => undefined);
      if (!found) return links;
      if ((found.type & vscode.FileType.SymbolicLink) === 0) continue;
      const target = await this.realPath(uri);
      const known = [...(await this.realFolders()), ...links.flatMap((link) => link.target ?? [])];
      if (!target || !known.some((place) => pathUnder(place, target) !== undefined)) links.push({ uri, target });
    }
    return links;
  }

  /** Where the workspace's folders really are. */
  private realFolders(): Promise<readonly vscode.Uri[]> {
    return Promise.all(
      (vscode.workspace.workspaceFolders ?? []).map(async ({ uri }) => (await this.realPath(uri)) ?? uri),
    );
  }
}

const notAllowed = ({ uri }: Link): Refusal =>
  new Refusal(
    'readonly',
    t(
      '“{0}” is a link that leads out of this workspace, and you did not allow writing there. Nothing was written. Reload the window to be asked again.',
      vscode.workspace.asRelativePath(uri),
    ),
    { file: uri },
  );

const shown = (uri: vscode.Uri): string => (uri.scheme === 'file' ? uri.fsPath : uri.toString(true));

/** The user's text files, written through a link only where that is wanted. */
export class LinkCheckedFiles implements TextFiles {
  constructor(
    private readonly files: TextFiles,
    private readonly links: LinkedFolders,
  ) {}

  read(uri: vscode.Uri): Promise<string | undefined> {
    return this.files.read(uri);
  }

  lookAt(uri: vscode.Uri): Promise<FileLook | undefined> {
    return this.files.lookAt(uri);
  }

  async edit(uri: vscode.Uri, change: (text: string) => readonly TextEdit[] | undefined): Promise<EditOutcome> {
    await this.links.check(uri);
    return this.files.edit(uri, change);
  }

  async create(uri: vscode.Uri, text: string): Promise<'created' | 'exists'> {
    await this.links.check(uri);
    return this.files.create(uri, text);
  }
}
