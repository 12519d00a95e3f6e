/** The user's own drill cards: `drills.md` in the prep folder, for all of its loops, and in the folder of a loop. */
import * as vscode from 'vscode';
import { ourSide } from '../core/markdown/conflict';
import { readDrills, type Drill } from '../core/playbook/playbookDrills';
import { Source } from '../core/playbook/source';
import type { Problem } from '../core/ports';
import { OWN_CARDS_FILE, readOwnCards, type KnownIds } from '../core/recall/ownCards';
import { cardsOfAll, type RecallCard } from '../core/recall/recallCards';
import type { LocatedLoop, PrepRoot, PrepStore, TextFiles } from './api';
import { nameOf } from './files';

type Read = ReturnType<typeof readOwnCards>;

export class OwnCards {
  /** What was read of each file: the same object for as long as it says the same. */
  private readonly known = new Map<string, { readonly key: string; readonly read: Read }>();

  constructor(
    private readonly store: PrepStore,
    private readonly files: TextFiles,
  ) {}

  /** The cards of a loop, those for all loops first; a question that both have is asked once, as the loop has it. */
  async cards(located: LocatedLoop): Promise<readonly RecallCard[]> {
    const [shared, own] = await Promise.all([this.ofRoot(located.root), this.ofLoop(located)]);
    return cardsOfAll(shared.cards, own.cards);
  }

  /** Where the cards of a loop are written. */
  fileOf({ uri }: LocatedLoop): vscode.Uri {
    return vscode.Uri.joinPath(uri, OWN_CARDS_FILE);
  }

  /** The cards as they are written, not yet spread: those for all loops first. */
  async drills(located: LocatedLoop): Promise<readonly (readonly Drill[])[]> {
    const { competencies } = await this.idsOf([located]);
    const texts = await Promise.all(
      [vscode.Uri.joinPath(located.root.uri, OWN_CARDS_FILE), this.fileOf(located)].map((uri) => this.files.read(uri)),
    );
    return texts.map((text = '') => readDrills(new Source(OWN_CARDS_FILE, ourSide(text)), competencies));
  }

  /** What is wrong with the cards of a loop's folder. */
  async problems(located: LocatedLoop): Promise<readonly Problem[]> {
    return (await this.ofLoop(located)).problems;
  }

  /** What is wrong with the cards for all loops of a prep folder. */
  async problemsOfRoot(root: PrepRoot): Promise<readonly Problem[]> {
    return (await this.ofRoot(root)).problems;
  }

  private async ofLoop(located: LocatedLoop): Promise<Read> {
    const ids = await this.idsOf([located]);
    return this.read(vscode.Uri.joinPath(located.uri, OWN_CARDS_FILE), `${nameOf(located.uri)}/${OWN_CARDS_FILE}`, ids);
  }

  private async ofRoot(root: PrepRoot): Promise<Read> {
    const loops = (await this.store.loops()).filter((loop) => loop.root.uri.toString() === root.uri.toString());
    return this.read(vscode.Uri.joinPath(root.uri, OWN_CARDS_FILE), OWN_CARDS_FILE, await this.idsOf(loops));
  }

  private async idsOf(loops: readonly LocatedLoop[]): Promise<KnownIds> {
    const entries = await Promise.all(loops.map((loop) => this.store.playbookOf(loop)));
    const playbooks = entries.flatMap((entry) => entry?.playbook ?? []);
    return {
      competencies: new Set(playbooks.flatMap(({ competencies }) => competencies.map(({ id }) => id))),
      rounds: new Set(playbooks.flatMap(({ rounds }) => rounds.map(({ id }) => id))),
    };
  }

  private async read(uri: vscode.Uri, path: string, ids: KnownIds): Promise<Read> {
    const text = (await this.files.read(uri)) ?? '';
    const key = JSON.stringify([text, [...ids.competencies], [...ids.rounds]]);
    const before = this.known.get(uri.toString());
    if (before?.key === key) return before.read;
    const read = readOwnCards(text, path, ids);
    this.known.set(uri.toString(), { key, read });
    return read;
  }
}
