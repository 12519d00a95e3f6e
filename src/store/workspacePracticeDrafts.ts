import * as vscode from 'vscode';
import { decodeDraft, emptyDraft, type PracticeDraft, type RoundPlace } from '../core/practice/draft';
import { Owner } from '../lifecycle';
import type { DurableState, PracticeDrafts } from './api';

/** Drafts of practice runs, kept until they are saved as sessions. */
export class WorkspacePracticeDrafts extends Owner implements PracticeDrafts {
  private readonly didChange = this._register(new vscode.EventEmitter<RoundPlace>());
  readonly onDidChange = this.didChange.event;

  constructor(private readonly state: DurableState) {
    super();
  }

  async read({ loop, round }: RoundPlace): Promise<PracticeDraft> {
    await this.state.ready;
    return this.present({ loop, round });
  }

  async change({ loop, round }: RoundPlace, change: Partial<Omit<PracticeDraft, keyof RoundPlace>>): Promise<void> {
    await this.state.ready;
    this.become({ loop, round }, { ...this.present({ loop, round }), ...change });
  }

  async discard({ loop, round }: RoundPlace): Promise<void> {
    await this.state.ready;
    this.become({ loop, round }, undefined);
  }

  take({ loop, round }: RoundPlace): PracticeDraft {
    const draft = this.present({ loop, round });
    this.become({ loop, round }, undefined);
    return draft;
  }

  putBack(draft: PracticeDraft): void {
    this.become({ loop: draft.loop, round: draft.round }, draft);
  }

  private present(place: RoundPlace): PracticeDraft {
    return decodeDraft(this.state.get(keyOf(place))) ?? emptyDraft(place);
  }

  private become(place: RoundPlace, draft: PracticeDraft | undefined): void {
    this.state.update(keyOf(place), draft);
    this.didChange.fire(place);
  }
}

function keyOf({ loop, round }: RoundPlace): string {
  return `draft ${loop} ${round}`;
}
