/** Reads loops' folders, but only the files that changed. */
import * as vscode from 'vscode';
import { hasMarkdownEnding } from '../core/markdownName';
import { assembleLoop } from '../core/loop/assemble';
import { isLoopFile, LOOP_FILE, parseFile, roundOfPath, type ParsedFile } from '../core/loop/parseFile';
import type { LoadedPlaybook } from '../core/playbook/loadPlaybook';
import type { LocatedLoop, PrepRoot, TextFiles } from './api';
import { listFolder } from './files';
import { ParsedFiles } from './parsedFiles';
import { workTimeAt } from './settings';

export class LoopReader {
  private readonly parsed: ParsedFiles<ParsedFile>;

  constructor(files: TextFiles) {
    this.parsed = new ParsedFiles(files, parseFile);
  }

  /** Reads a file, or every file, again when it is needed next, even if its time and size are the same. */
  invalidate(uri?: vscode.Uri): void {
    this.parsed.invalidate(uri);
  }

  /** Reads a folder as a loop; undefined if it has neither a loop.md nor rounds. */
  async read(
    root: PrepRoot,
    name: string,
    findPlaybook: (id: string) => LoadedPlaybook | undefined,
  ): Promise<LocatedLoop | undefined> {
    const uri = vscode.Uri.joinPath(root.uri, name);
    const paths = await loopPaths(uri);
    if (!paths.includes(LOOP_FILE) && !paths.some((path) => roundOfPath(path)?.number !== undefined)) return undefined;
    const parsed = await Promise.all(
      paths
        .filter(isLoopFile)
        .map(async (path) => [path, await this.parsed.read(vscode.Uri.joinPath(uri, path))] as const),
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
}

/** The Markdown files of a loop's folder that a loop shows, relative to it. */
async function loopPaths(uri: vscode.Uri): Promise<string[]> {
  const folders = ['', 'rounds', 'scripts'];
  const listed = await Promise.all(
    folders.map(async (folder) => {
      const entries = await listFolder(folder === '' ? uri : vscode.Uri.joinPath(uri, folder));
      return entries
        .filter(({ name, isFolder }) => !isFolder && hasMarkdownEnding(name))
        .map(({ name }) => (folder === '' ? name : `${folder}/${name}`));
    }),
  );
  return listed.flat();
}
