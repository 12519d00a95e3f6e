/** The playbooks at hand: those that ship, and the workspace's own. */
import * as vscode from 'vscode';
import { cardProblems } from '../core/arithmetic/cardResults';
import { loadPlaybook, type LoadedPlaybook } from '../core/playbook/loadPlaybook';
import type { Logger } from '../core/ports';
import type { PlaybookEntry, PrepRoot, TextFiles } from './api';
import { listFolder, listTree } from './files';

export const PLAYBOOKS_FOLDER = 'playbooks';
const TEXT_FILE = /\.(?:md|json)$/u;

export class PlaybookStore {
  private builtIn: Promise<readonly PlaybookEntry[]> | undefined;
  private readonly own = new Map<string, Promise<readonly PlaybookEntry[]>>();

  /** @param extension the folder of the extension, which holds `content/playbooks` and their index. */
  constructor(
    private readonly extension: vscode.Uri,
    private readonly files: TextFiles,
    private readonly log: Logger,
  ) {}

  /** The workspace's playbooks, then the built-in ones that none of them replaces. A broken one replaces nothing. */
  async entries(root: PrepRoot | undefined): Promise<readonly PlaybookEntry[]> {
    const own = root ? await this.ownOf(root) : [];
    const usable = new Set(own.filter(({ playbook }) => playbook).map(({ id }) => id));
    return [...own, ...(await this.builtIns()).filter(({ id }) => !usable.has(id))];
  }

  /** A playbook that can be used, by its id. */
  async find(root: PrepRoot | undefined, id: string): Promise<PlaybookEntry | undefined> {
    return (await this.entries(root)).find((entry) => entry.id === id && entry.playbook);
  }

  /** Gives a function that finds playbooks without waiting. */
  async finder(root: PrepRoot): Promise<(id: string) => LoadedPlaybook | undefined> {
    const entries = await this.entries(root);
    return (id) => entries.find((entry) => entry.id === id && entry.playbook)?.playbook;
  }

  /** Reads the workspace's playbooks again when they are needed next: those of one root, or of all. */
  invalidate(root?: PrepRoot): void {
    if (root) this.own.delete(root.uri.toString());
    else this.own.clear();
  }

  private ownOf(root: PrepRoot): Promise<readonly PlaybookEntry[]> {
    const key = root.uri.toString();
    const known = this.own.get(key);
    if (known) return known;
    const reading = this.readOwn(vscode.Uri.joinPath(root.uri, PLAYBOOKS_FOLDER));
    this.own.set(key, reading);
    return reading;
  }

  private async readOwn(folder: vscode.Uri): Promise<PlaybookEntry[]> {
    const names = (await listFolder(folder))
      .filter(({ name, isFolder }) => isFolder && !name.startsWith('.'))
      .map(({ name }) => name);
    return Promise.all(
      names.sort().map(async (name) => {
        const uri = vscode.Uri.joinPath(folder, name);
        const paths = (await listTree(uri, 1)).filter((path) => TEXT_FILE.test(path));
        return this.load(name, 'workspace', uri, paths, (file) => this.files.read(file));
      }),
    );
  }

  /** What ships does not change while we run: it is read once. */
  private builtIns(): Promise<readonly PlaybookEntry[]> {
    this.builtIn ??= this.readBuiltIns().catch((error: unknown) => {
      this.builtIn = undefined;
      this.log.warn(`The built-in playbooks could not be read: ${String(error)}`);
      return [];
    });
    return this.builtIn;
  }

  private async readBuiltIns(): Promise<PlaybookEntry[]> {
    const folder = vscode.Uri.joinPath(this.extension, 'content', PLAYBOOKS_FOLDER);
    // An index, written by the build, because an extension served over http can read its files but not list its
    // folders.
    const index = await readText(vscode.Uri.joinPath(this.extension, 'dist', 'playbooks.json'));
    const all = Object.entries(JSON.parse(index) as Record<string, string[]>);
    return Promise.all(
      all.map(([id, paths]) => this.load(id, 'built-in', vscode.Uri.joinPath(folder, id), paths, readText)),
    );
  }

  private async load(
    id: string,
    origin: PlaybookEntry['origin'],
    uri: vscode.Uri,
    paths: readonly string[],
    read: (file: vscode.Uri) => Promise<string | undefined>,
  ): Promise<PlaybookEntry> {
    const texts = await Promise.all(
      paths.map(async (path) => [path, await read(vscode.Uri.joinPath(uri, path))] as const),
    );
    const found = new Map(texts.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
    const { playbook, problems } = loadPlaybook(found, id);
    const ofCards = cardProblems(playbook?.drills ?? [], 'drills.md');
    return { id, origin, uri, files: found, playbook, problems: [...problems, ...ofCards] };
  }
}

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
