/**
 * What is wrong with the files of loops, of their sessions and drill reviews, and of the workspace's own playbooks, at
 * its place in the file.
 */
import * as vscode from 'vscode';
import type { Problem } from '../core/ports';
import { Debouncer, Owner } from '../lifecycle';
import type { PrepStore, SessionStore, TextFiles } from '../store/api';
import { uriIn } from '../store/files';
import type { OwnCards } from '../store/ownCards';
import type { ReviewStore } from '../store/reviewStore';
import { concernsMoreThanStories } from '../store/storyStore';
import { Places } from './convert';
import { diagnosticOf, SOURCE } from './diagnostics';

/** The loops can wait until the window has started, in milliseconds. */
const AFTER_START = 1500;

interface Located {
  readonly uri: vscode.Uri;
  readonly problems: Problem[];
}

export class FileProblems extends Owner {
  private readonly collection = this._register(vscode.languages.createDiagnosticCollection(`${SOURCE}-files`));
  private readonly starting = this._register(new Debouncer(() => void this.update(), AFTER_START));
  private generation = 0;
  private shown: ReadonlySet<string> = new Set();

  constructor(
    private readonly store: PrepStore,
    private readonly sessions: SessionStore,
    private readonly reviews: ReviewStore,
    private readonly files: TextFiles,
    private readonly own: OwnCards,
  ) {
    super();
    this._register(store.onDidChange((entries) => concernsMoreThanStories(entries) && void this.update()));
    this.starting.schedule();
  }

  /**
   * Reads nothing but files that have problems; loops, sessions and playbooks are the stores', which read what changed.
   */
  private async update(): Promise<void> {
    const generation = (this.generation += 1);
    const found = await this.find();
    const placed = await Promise.all(
      [...found.values()].map(async ({ uri, problems }) => [uri, await this.diagnostics(uri, problems)] as const),
    );
    if (generation !== this.generation || this.isDisposed) return;
    const gone = [...this.shown]
      .filter((key) => !found.has(key))
      .map((key) => [vscode.Uri.parse(key, true), undefined] as const);
    this.shown = new Set(found.keys());
    this.collection.set(
      [...gone, ...placed].map(([uri, diagnostics]): [vscode.Uri, readonly vscode.Diagnostic[] | undefined] => [
        uri,
        diagnostics,
      ]),
    );
  }

  private async find(): Promise<Map<string, Located>> {
    const found = new Map<string, Located>();
    const add = (folder: vscode.Uri, problems: readonly Problem[]): void => {
      for (const problem of problems) {
        const uri = uriIn(folder, problem.path);
        const located = found.get(uri.toString()) ?? { uri, problems: [] };
        located.problems.push(problem);
        found.set(uri.toString(), located);
      }
    };
    for (const located of await this.store.loops()) {
      add(located.root.uri, located.loop.problems);
      for (const { problems } of await this.sessions.sessions(located)) add(located.root.uri, problems);
      add(located.root.uri, (await this.reviews.log(located)).problems);
      add(located.root.uri, await this.own.problems(located));
    }
    for (const root of this.store.roots) {
      add(root.uri, await this.own.problemsOfRoot(root));
      for (const { origin, uri, problems } of await this.store.playbooks(root))
        if (origin === 'workspace') add(uri, problems);
    }
    return found;
  }

  /** A file that is missing has its problem all the same, at its beginning. */
  private async diagnostics(uri: vscode.Uri, problems: readonly Problem[]): Promise<vscode.Diagnostic[]> {
    const places = new Places((await this.files.read(uri)) ?? '');
    return problems.map((problem) => diagnosticOf(places.range(problem), problem));
  }
}
