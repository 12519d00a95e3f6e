/** Reads loops' folders, and of them only the files that changed. */
import * as vscode from 'vscode';
import { assembleLoop } from '../core/loop/assemble';
import { isLoopFile, LOOP_FILE, parseFile, type ParsedFile } from '../core/loop/parseFile';
import type { LoadedPlaybook } from '../core/playbook/load';
import type { LocatedLoop, PrepRoot, TextFiles } from './api';
import { list } from './files';
import { stateOf } from './textFiles';
import { workTimeAt } from './settings';

interface CachedFile {
  /** Says which state of the file was parsed: an open document's version, or a closed file's time and size. */
  readonly state: string;
  readonly file: ParsedFile;
}

export class LoopReader {
  private readonly cache = new Map<string, CachedFile>();
  /** Grows with every call of a `forget`: what was read before one must not be kept after it. */
  private generation = 0;

  constructor(private readonly files: TextFiles) {}

  /** Parses a file anew when it is read next, even if its time and size are the same. */
  forget(uri: vscode.Uri): void {
    this.generation += 1;
    this.cache.delete(uri.toString());
  }

  forgetAll(): void {
    this.generation += 1;
    this.cache.clear();
  }

  /** Reads a folder as a loop; undefined where it is none: it has neither a loop.md nor rounds. */
  async read(
    root: PrepRoot,
    name: string,
    findPlaybook: (id: string) => LoadedPlaybook | undefined,
  ): Promise<LocatedLoop | undefined> {
    const uri = vscode.Uri.joinPath(root.uri, name);
    const paths = await loopPaths(uri);
    if (!paths.includes(LOOP_FILE) && !paths.some((path) => path.startsWith('rounds/') && isLoopFile(path)))
      return undefined;
    const parsed = await Promise.all(
      paths.filter(isLoopFile).map(async (path) => [path, await this.parse(vscode.Uri.joinPath(uri, path))] as const),
    );
    const files = new Map(parsed.filter((entry): entry is readonly [string, ParsedFile] => entry[1] !== undefined));
    return {
      root,
      uri,
      loop: assembleLoop(
        name,
        files,
        paths.filter((path) => !isLoopFile(path)),
        findPlaybook,
        workTimeAt(root.folder.uri),
      ),
    };
  }

  private async parse(uri: vscode.Uri): Promise<ParsedFile | undefined> {
    const key = uri.toString();
    const { generation } = this;
    const state = await stateOf(uri);
    if (state === undefined) return undefined;
    const cached = this.cache.get(key);
    if (cached?.state === state) return cached.file;
    const text = await this.files.read(uri);
    if (text === undefined) return undefined;
    const file = parseFile(text);
    if (generation === this.generation) this.cache.set(key, { state, file });
    return file;
  }
}

/** The Markdown files of a loop's folder that a loop shows, relative to it. */
async function loopPaths(uri: vscode.Uri): Promise<string[]> {
  const folders = ['', 'rounds', 'scripts'];
  const listed = await Promise.all(
    folders.map(async (folder) => {
      const entries = await list(folder === '' ? uri : vscode.Uri.joinPath(uri, folder));
      return entries
        .filter(({ name, isFolder }) => !isFolder && name.endsWith('.md'))
        .map(({ name }) => (folder === '' ? name : `${folder}/${name}`));
    }),
  );
  return listed.flat();
}
