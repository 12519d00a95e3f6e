import * as vscode from 'vscode';
import { decodeKept, encodeKept, newest, withValue, type Kept } from '../core/practice/durable';
import type { Logger } from '../core/ports';
import { Debouncer, Owner } from '../lifecycle';
import type { DurableState } from './api';

const KEY = 'prepLoop.practice';

/** How long changes are gathered before a file is written, in milliseconds. */
const PAUSE = 300;

/** Two files, of which the older is written: whenever the machine stops, the other is whole. */
const SLOTS = ['practice-a.json', 'practice-b.json'] as const;

/**
 * A small state that outlives a crash: in the workspace's state, which some hosts write late, and in two files that
 * take turns.
 */
export class WorkspaceDurableState extends Owner implements DurableState {
  readonly ready: Promise<void>;
  private kept: Kept;
  /** Changes made before the files were read, to be applied to what they hold. */
  private early: { readonly key: string; readonly value: unknown }[] | undefined = [];
  private next = 0;
  private writing: Promise<void> = Promise.resolve();
  private readonly saving = this._register(new Debouncer(() => void this.save(), PAUSE));

  /** @param folder where the files are; undefined where there is no place for any. */
  constructor(
    private readonly memento: vscode.Memento,
    private readonly folder: vscode.Uri | undefined,
    private readonly logger: Logger,
  ) {
    super();
    this.kept = newest([decodeKept(memento.get(KEY))]);
    this.ready = this.load();
  }

  get(key: string): unknown {
    return this.kept.values[key];
  }

  update(key: string, value: unknown): void {
    this.early?.push({ key, value });
    this.become(withValue(this.kept, key, value));
  }

  /** Writes the changes now, without waiting. */
  async save(): Promise<void> {
    if (!this.folder) return;
    const { folder, kept } = this;
    this.writing = this.writing.then(async () => {
      try {
        await this.ready;
        const uri = vscode.Uri.joinPath(folder, SLOTS[this.next] ?? SLOTS[0]);
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(encodeKept(kept))));
        this.next = 1 - this.next;
      } catch (error) {
        this.warn(error);
      }
    });
    return this.writing;
  }

  override dispose(): void {
    void this.save();
    super.dispose();
  }

  private async load(): Promise<void> {
    const { folder } = this;
    const slots = folder ? await Promise.all(SLOTS.map((name) => read(vscode.Uri.joinPath(folder, name)))) : [];
    const best = newest([this.kept, ...slots]);
    this.next = (slots[0]?.sequence ?? -1) > (slots[1]?.sequence ?? -1) ? 1 : 0;
    const early = this.early ?? [];
    this.early = undefined;
    if (best === this.kept) return;
    // Changes made meanwhile count: they go into what turns out to have been kept last.
    const after = early.reduce((kept, { key, value }) => withValue(kept, key, value), best);
    if (early.length > 0) this.become(after);
    else this.kept = after;
  }

  private become(kept: Kept): void {
    this.kept = kept;
    this.memento.update(KEY, encodeKept(kept)).then(undefined, (error: unknown) => this.warn(error));
    this.saving.schedule();
  }

  private warn(error: unknown): void {
    this.logger.warn(`The unsaved practice runs could not be kept: ${String(error)}`);
  }
}

async function read(uri: vscode.Uri): Promise<Kept | undefined> {
  try {
    return decodeKept(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  } catch {
    return undefined;
  }
}
