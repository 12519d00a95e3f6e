import * as vscode from 'vscode';
import { decodeDraft, emptyDraft, type PracticeDraft, type RoundPlace } from '../core/practice/draft';
import type { Logger } from '../core/ports';
import { Debouncer, Owner } from '../lifecycle';
import type { PracticeDrafts } from './api';

/** How long after the last keystroke a draft is kept, in milliseconds. */
const PAUSE = 300;

/** Drafts of practice runs, kept in the workspace's state until they are saved as sessions. */
export class KeptDrafts extends Owner implements PracticeDrafts {
  private readonly didChange = this._register(new vscode.EventEmitter<RoundPlace>());
  readonly onDidChange = this.didChange.event;
  private readonly drafts = new Map<string, PracticeDraft>();
  private readonly unkept = new Set<string>();
  private readonly keeping = this._register(new Debouncer(() => void this.keep(), PAUSE));

  constructor(
    private readonly memento: vscode.Memento,
    private readonly logger: Logger,
  ) {
    super();
  }

  read(place: RoundPlace): Promise<PracticeDraft> {
    return Promise.resolve(this.present(place));
  }

  change(place: RoundPlace, change: Partial<Omit<PracticeDraft, keyof RoundPlace>>): Promise<void> {
    return this.become(place, { ...this.present(place), ...change });
  }

  async discard(place: RoundPlace): Promise<void> {
    await this.become(place, undefined);
    await this.keep();
  }

  override dispose(): void {
    void this.keep();
    super.dispose();
  }

  private present(place: RoundPlace): PracticeDraft {
    const key = keyOf(place);
    return this.drafts.get(key) ?? decodeDraft(this.memento.get(key)) ?? emptyDraft(place);
  }

  private become(place: RoundPlace, draft: PracticeDraft | undefined): Promise<void> {
    const key = keyOf(place);
    this.drafts.set(key, draft ?? emptyDraft(place));
    this.unkept.add(key);
    this.keeping.schedule();
    this.didChange.fire(place);
    return Promise.resolve();
  }

  private async keep(): Promise<void> {
    const keys = [...this.unkept];
    this.unkept.clear();
    try {
      for (const key of keys) await this.memento.update(key, this.drafts.get(key));
    } catch (error) {
      this.logger.warn(`The draft of a practice run could not be kept: ${String(error)}`);
    }
  }
}

function keyOf({ loop, round }: RoundPlace): string {
  return `prepLoop.draft ${loop} ${round}`;
}
