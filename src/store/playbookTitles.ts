import * as vscode from 'vscode';
import { Owner } from '../lifecycle';
import type { PrepStore } from './api';
import { nameOf } from './files';

/** What the ids in a story's front matter are called. An id that no playbook has is its own title. */
export interface IdTitles {
  competency(id: string): string;
  round(id: string): string;
}

export const NO_TITLES: IdTitles = { competency: (id) => id, round: (id) => id };

/** Entries of a prep folder whose changes affect neither loops nor playbooks. */
const NO_PLAYBOOKS = new Set(['stories', 'templates']);

/** The titles in the playbooks of the user's loops; in all playbooks at hand where there is no loop. */
export class PlaybookTitles extends Owner implements IdTitles {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  /** Fires when a title has changed. */
  readonly onDidChange = this.didChange.event;
  private competencies: ReadonlyMap<string, string> = new Map();
  private rounds: ReadonlyMap<string, string> = new Map();
  private reading: Promise<void> | undefined;

  constructor(private readonly store: PrepStore) {
    super();
    const read = (): Promise<void> => this.readAgain();
    this._register(
      store.onDidChange((entries) => {
        if (this.reading && (!entries || entries.some((entry) => !NO_PLAYBOOKS.has(nameOf(entry)))))
          void (this.reading = this.reading.then(read, read));
      }),
    );
  }

  competency(id: string): string {
    return this.competencies.get(id) ?? id;
  }

  round(id: string): string {
    return this.rounds.get(id) ?? id;
  }

  /** Reads the playbooks, the first time it is called; until then every id is its own title. */
  read(): Promise<void> {
    return (this.reading ??= this.readAgain());
  }

  private async readAgain(): Promise<void> {
    const { store } = this;
    const loops = await store.loops();
    const used = await Promise.all(loops.map((loop) => store.playbookOf(loop)));
    const entries =
      loops.length > 0 ? used : (await Promise.all(store.roots.map((root) => store.playbooks(root)))).flat();
    const playbooks = entries.flatMap((entry) => entry?.playbook ?? []);
    const before = JSON.stringify([[...this.competencies], [...this.rounds]]);
    // Where two playbooks have an id, the first says what it is called.
    const titles = (key: 'competencies' | 'rounds'): Map<string, string> =>
      new Map(playbooks.flatMap((playbook) => playbook[key].map(({ id, title }) => [id, title] as const)).reverse());
    this.competencies = titles('competencies');
    this.rounds = titles('rounds');
    if (!this.isDisposed && JSON.stringify([[...this.competencies], [...this.rounds]]) !== before)
      this.didChange.fire();
  }
}
