/** What a file's text is checked against: the settings of its folder, and the targets of its loops' playbooks. */
import * as vscode from 'vscode';
import { fingerprint } from '../core/fingerprint';
import type { LintOptions, LintTarget } from '../core/story/lint/types';
import { Owner } from '../lifecycle';
import type { PrepStore } from '../store/api';
import type { CheckedFile } from './checkedFiles';
import { nameOf } from '../store/files';
import { lintScopeAt, onDidChangeSetting, ruleLevelsAt, wordsPerMinuteAt } from '../store/settings';

/** Entries of a prep folder whose changes affect neither loops nor playbooks. */
const NO_TARGETS = new Set(['stories', 'templates']);

export interface FileOptions {
  readonly options: LintOptions;
  /** Equal for equal options. */
  readonly key: string;
  /** Whether all findings of a file are shown that is not open. */
  readonly showsClosed: boolean;
}

export class CheckOptions extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  /** Fires when the options of some files have changed. */
  readonly onDidChange = this.didChange.event;
  private readonly known = new Map<string, FileOptions>();
  /** By a root's Uri for its stories, by a loop's Uri for its own files. */
  private targets: ReadonlyMap<string, readonly LintTarget[]> = new Map();

  constructor(private readonly store: PrepStore) {
    super();
    this._register(onDidChangeSetting(['lint.rules', 'lint.scope', 'wordsPerMinute'], () => this.changed()));
    this._register(
      store.onDidChange((entries) => {
        if (!entries || entries.some((entry) => !NO_TARGETS.has(nameOf(entry)))) void this.readTargets();
      }),
    );
  }

  /** Reads the loops and the targets of their playbooks; until then there are none. */
  async readTargets(): Promise<void> {
    const before = JSON.stringify([...this.targets]);
    const loops = await this.store.loops();
    const found = await Promise.all(
      loops.map(async (loop) => [loop, (await this.store.playbookOf(loop))?.playbook?.targets ?? []] as const),
    );
    const targets = new Map<string, LintTarget[]>();
    for (const [{ uri, root }, own] of found) {
      targets.set(uri.toString(), own);
      const key = root.uri.toString();
      targets.set(key, union(targets.get(key) ?? [], own));
    }
    this.targets = targets;
    if (!this.isDisposed && JSON.stringify([...targets]) !== before) this.changed();
  }

  of({ kind, loop, root }: CheckedFile): FileOptions {
    const owner = (loop === undefined ? root.uri : vscode.Uri.joinPath(root.uri, loop)).toString();
    const id = `${kind} ${owner}`;
    const known = this.known.get(id);
    if (known) return known;
    const options: LintOptions = {
      kind,
      rules: ruleLevelsAt(root.folder.uri),
      playbook: { targets: this.targets.get(owner) ?? [] },
      wordsPerMinute: wordsPerMinuteAt(root.folder.uri),
    };
    const text = JSON.stringify(options);
    // Short, because it is kept with each of ten thousand files.
    const key = `${text.length}-${fingerprint(text).toString(36)}`;
    const made = { options, key, showsClosed: lintScopeAt(root.folder.uri) === 'folder' };
    this.known.set(id, made);
    return made;
  }

  private changed(): void {
    this.known.clear();
    this.didChange.fire();
  }
}

/** A story is held to the playbooks of all loops; what two of them ask alike is asked once. */
function union(targets: readonly LintTarget[], more: readonly LintTarget[]): LintTarget[] {
  const same = (a: LintTarget, b: LintTarget): boolean =>
    a.title === b.title && a.kind === b.kind && a.unit === b.unit && a.value === b.value && a.direction === b.direction;
  return [...targets, ...more.filter((target) => !targets.some((other) => same(other, target)))];
}
