/**
 * The figures of each loop with the stories of its workspace folder, compared. A file is read again when it changed,
 * and a loop is compared again when one of its files did, a moment after the last change.
 */
import * as vscode from 'vscode';
import type { ClaimFinding, FileFigures, Retraction } from '../core/claims/claimModel';
import { compareClaims, isComparedWith, type Comparison } from '../core/claims/findClaims';
import { figureSource, readFigures } from '../core/claims/readFigures';
import { CLAIMS_FILE, readRetractions, type Retractions } from '../core/claims/retractions';
import type { Problem } from '../core/ports';
import type { Story } from '../core/story/parseStory';
import { Debouncer, Owner } from '../lifecycle';
import type { LocatedLoop, PrepRoot, PrepStore, TextFiles } from '../store/api';
import { pathUnder, uriIn } from '../store/files';
import { onDidChangeSetting, ruleLevelsAt } from '../store/settings';
import type { LocatedStory, StoryStore } from '../store/storyStore';
import { LARGEST } from './textAnalyser';

/** How long the folder waits for the window to start, in milliseconds. */
const AFTER_START = 2500;
/** How long changes are gathered, in milliseconds: a figure that is being typed is not compared digit by digit. */
const QUIET = 1000;
/** Comparing takes at most this part of the time, however many stories there are; but it never waits longer than so. */
const PART = 1 / 20;
const LONGEST_QUIET = 10_000;
/** How long figures are read before others have their turn, in milliseconds. */
const SLICE_TIME = 8;
/** More stories than this are not compared. */
const MOST_STORIES = 3000;

/** The figures of a loop, or of the stories alone where there is no loop yet. */
export interface LoopFigures {
  readonly root: PrepRoot;
  readonly located: LocatedLoop | undefined;
  readonly files: readonly FileFigures[];
  readonly findings: readonly ClaimFinding[];
}

interface Compared extends LoopFigures {
  readonly comparison: Comparison;
}

export class LoopClaims extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  /** Fires after figures were compared again and something changed. */
  readonly onDidChange = this.didChange.event;
  /** By a file's Uri: its figures, for as long as it says the same. */
  private readonly read = new Map<string, FileFigures>();
  /** By a loop's Uri, or a root's where it has no loop. */
  private compared = new Map<string, Compared>();
  private claims = new Map<string, { readonly text: string; readonly found: Retractions }>();
  /** Loops whose files changed; undefined means: any may have. */
  private dirty: Set<string> | undefined;
  private readonly updating = this._register(new Debouncer(() => void this.update(), AFTER_START));
  private work: Promise<void> = Promise.resolve();
  private count = 0;
  /** How long the last comparison took, in milliseconds. */
  private took = 0;

  constructor(
    private readonly store: PrepStore,
    private readonly stories: StoryStore,
    private readonly files: TextFiles,
  ) {
    super();
    this._register(store.onDidChangeFile((uri) => this.fileChanged(uri)));
    this._register(stories.onDidChange(() => this.schedule()));
    this._register(store.onDidChange((entries) => entries === undefined && this.allChanged()));
    this._register(onDidChangeSetting(['lint.rules'], () => this.schedule()));
    this.updating.schedule();
  }

  /** How many files' figures were read since the start. */
  get filesRead(): number {
    return this.count;
  }

  /** What is known of every loop; brought up to date first. */
  async all(): Promise<readonly LoopFigures[]> {
    await this.update();
    return [...this.compared.values()];
  }

  /** What is known of a loop; brought up to date first. */
  async of(located: LocatedLoop): Promise<LoopFigures | undefined> {
    // Its own files are few: they are looked at even where no change of them was reported.
    this.dirty?.add(located.uri.toString());
    await this.update();
    return this.compared.get(located.uri.toString());
  }

  /** As last compared, without reading anything. */
  get known(): readonly LoopFigures[] {
    return [...this.compared.values()];
  }

  /** The findings of a file, by its Uri, as last compared. */
  findingsIn(uri: vscode.Uri): readonly ClaimFinding[] {
    const found = new Map<string, ClaimFinding>();
    for (const { root, findings } of this.compared.values()) {
      const path = pathUnder(root.uri, uri);
      if (path === undefined) continue;
      for (const one of findings) if (one.path === path) found.set(`${one.start} ${one.code} ${one.message}`, one);
    }
    return [...found.values()];
  }

  /** What cannot be used in the files that list retracted figures. */
  get claimProblems(): readonly {
    readonly uri: vscode.Uri;
    readonly text: string;
    readonly problems: readonly Problem[];
  }[] {
    return this.store.roots.flatMap((root) => {
      const known = this.claims.get(root.uri.toString());
      if (!known) return [];
      const problems = known.found.problems.map((problem) => ({ ...problem, path: CLAIMS_FILE }));
      return [{ uri: uriIn(root.uri, CLAIMS_FILE), text: known.text, problems }];
    });
  }

  private allChanged(): void {
    this.dirty = undefined;
    this.schedule();
  }

  private schedule(): void {
    this.updating.schedule(Math.min(Math.max(QUIET, this.took / PART), LONGEST_QUIET));
  }

  private fileChanged(uri: vscode.Uri): void {
    for (const root of this.store.roots) {
      const path = pathUnder(root.uri, uri);
      if (path === undefined) continue;
      const isFile = /\.[a-z]{1,8}$/iu.test(path);
      if (isFile && path !== CLAIMS_FILE && figureSource(path) === undefined) continue;
      const [folder = ''] = path.split('/');
      this.dirty?.add(uriIn(root.uri, folder).toString());
      this.schedule();
    }
  }

  /** One update runs after the other. */
  private update(): Promise<void> {
    return (this.work = this.work.then(() => this.compare()).catch(() => undefined));
  }

  private async compare(): Promise<void> {
    const dirty = this.dirty;
    this.dirty = new Set();
    const loops = (await this.store.loops()).filter(({ loop }) => !loop.closed);
    const stories = await this.stories.stories();
    const round: Round = { dirty, turns: new Turns(), kept: new Set(), after: new Map(), changed: false };
    for (const root of this.store.roots) {
      const isOwn = (one: { readonly root: PrepRoot }): boolean => one.root.uri.toString() === root.uri.toString();
      await this.compareIn(root, loops.filter(isOwn), stories.filter(isOwn).slice(0, MOST_STORIES), round);
    }
    this.took = round.turns.took;
    if (this.isDisposed) return;
    const { after, kept } = round;
    const isOther = after.size !== this.compared.size || [...after.keys()].some((key) => !this.compared.has(key));
    this.compared = after;
    for (const key of this.read.keys()) if (!kept.has(key)) this.read.delete(key);
    if (round.changed || isOther) this.didChange.fire();
  }

  /** Compares the loops of one prep folder, or its stories alone where it has no loop. */
  private async compareIn(
    root: PrepRoot,
    loops: readonly LocatedLoop[],
    stories: readonly LocatedStory[],
    round: Round,
  ): Promise<void> {
    const told: FileFigures[] = [];
    for (const { uri, story } of stories) {
      await round.turns.take();
      const path = pathUnder(root.uri, uri);
      const found = path === undefined ? undefined : this.figuresOf(uri, path, story.text, story);
      if (found) told.push(found);
      round.kept.add(uri.toString());
    }
    const retractions = await this.retractionsOf(root);
    const rules = ruleLevelsAt(root.uri);
    for (const located of loops.length > 0 ? loops : [undefined]) {
      const key = (located?.uri ?? root.uri).toString();
      const before = this.compared.get(key);
      const files = [...told, ...(located ? await this.documentsOf(located, before, round) : [])];
      if (before && sameFiles(before.files, files) && isComparedWith(before.comparison, retractions, rules)) {
        round.after.set(key, { ...before, located });
        continue;
      }
      await round.turns.take();
      const comparison = compareClaims(files, retractions, { rules }, before?.comparison);
      round.after.set(key, { root, located, files, findings: comparison.findings, comparison });
      round.changed = true;
    }
  }

  /** The loop's own files that have figures; they are only read where one of them may have changed. */
  private async documentsOf(
    { root, uri: folder, loop }: LocatedLoop,
    before: LoopFigures | undefined,
    { dirty, kept }: Round,
  ): Promise<FileFigures[]> {
    const mayHaveChanged = dirty === undefined || dirty.has(folder.toString());
    const paths = loop.documents.map(({ path }) => path).filter((path) => figureSource(path) !== undefined);
    const known = new Map(before?.files.map((file) => [file.path, file]));
    const found = await Promise.all(
      paths.map(async (path) => {
        const uri = uriIn(root.uri, path);
        kept.add(uri.toString());
        const present = known.get(path);
        if (present && !mayHaveChanged) return present;
        const text = await this.files.read(uri);
        return text === undefined ? undefined : this.figuresOf(uri, path, text);
      }),
    );
    return found.filter((file) => file !== undefined);
  }

  private figuresOf(uri: vscode.Uri, path: string, text: string, parsed?: Story): FileFigures | undefined {
    const source = figureSource(path);
    if (source === undefined || text.length > LARGEST) return undefined;
    const key = uri.toString();
    const known = this.read.get(key);
    if (known?.text === text) return known;
    const found = readFigures(path, text, source, parsed);
    this.count += 1;
    this.read.set(key, found);
    return found;
  }

  private async retractionsOf(root: PrepRoot): Promise<readonly Retraction[]> {
    const key = root.uri.toString();
    const text = (await this.files.read(uriIn(root.uri, CLAIMS_FILE))) ?? '';
    const known = this.claims.get(key);
    if (known?.text === text) return known.found.retractions;
    const found = readRetractions(text.length > LARGEST ? '' : text);
    this.claims.set(key, { text, found });
    return found.retractions;
  }
}

/** One comparison of everything. */
interface Round {
  /** See `LoopClaims.dirty`. */
  readonly dirty: ReadonlySet<string> | undefined;
  readonly turns: Turns;
  /** The files that are still there. */
  readonly kept: Set<string>;
  readonly after: Map<string, Compared>;
  changed: boolean;
}

const sameFiles = (a: readonly FileFigures[], b: readonly FileFigures[]): boolean =>
  a.length === b.length && a.every((file, index) => file === b[index]);

/** Lets others have their turn now and then. */
class Turns {
  private since = Date.now();
  private before = 0;

  /** How long it was our turn, in milliseconds. */
  get took(): number {
    return this.before + Date.now() - this.since;
  }

  async take(): Promise<void> {
    if (Date.now() - this.since < SLICE_TIME) return;
    this.before = this.took;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.since = Date.now();
  }
}
