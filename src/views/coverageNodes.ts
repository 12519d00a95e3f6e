/**
 * The “Coverage” of each loop in the tracker: which stories show what each round judges. Worked out when it is first
 * opened.
 */
import * as vscode from 'vscode';
import { coverageOf, type Coverage } from '../core/story/coverage';
import { coverageSummary, coverageTree, type CoverageIcon, type CoverageNode } from '../core/tracker/coverageTree';
import { commandOf } from '../editorCommands';
import { Debouncer, Owner } from '../lifecycle';
import type { LocatedLoop, PrepStore } from '../store/api';
import { coverageInputs, type CoverageInputs } from '../store/coverageInputs';
import type { ScoreSource, StorySource } from '../store/storySources';
import type { TrackerElement } from './trackerElement';
import { plainTooltip } from './trackerItem';
import type { TrackerPart } from './trackerPart';

const { t } = vscode.l10n;

/** Checks of many stories come in a row; how long they are gathered, in milliseconds. */
const QUIET = 300;

const ICONS: Readonly<Record<CoverageIcon, readonly [codicon: string, color?: string]>> = {
  covered: ['pass', 'testing.iconPassed'],
  draft: ['edit', 'list.warningForeground'],
  gap: ['warning', 'list.warningForeground'],
  story: ['book'],
  unfinished: ['edit'],
  overUsed: ['flame', 'list.warningForeground'],
  write: ['new-file'],
  unknown: ['question', 'list.warningForeground'],
};

/** A loop's line. It stays the same object, so that it can be drawn again. */
class CoverageRoot implements TrackerElement {
  readonly node = undefined;
  readonly uri = undefined;
  readonly line = undefined;
  readonly start = undefined;
  readonly text = undefined;
  readonly round = undefined;
  readonly id: string;
  readonly loop: string;
  inputs: CoverageInputs | undefined;
  /** Undefined until the line was opened, and where the loop's playbook cannot be used. */
  coverage: Coverage | undefined;
  /** What the tree shows, as text to compare; undefined until the line was opened. */
  drawn: string | undefined;
  children: readonly CoverageElement[] = [];

  constructor(
    public parent: TrackerElement,
    public located: LocatedLoop,
  ) {
    this.loop = located.uri.toString();
    this.id = `${this.loop}#coverage`;
  }
}

class CoverageElement implements TrackerElement {
  readonly node = undefined;
  readonly line = undefined;
  readonly start = undefined;
  readonly text = undefined;
  readonly round = undefined;
  readonly id: string;
  readonly uri: vscode.Uri | undefined;
  readonly children: readonly CoverageElement[];

  constructor(
    readonly parent: CoverageRoot | CoverageElement,
    readonly located: LocatedLoop,
    readonly loop: string,
    readonly shown: CoverageNode,
  ) {
    this.id = `${loop}#coverage/${shown.id}`;
    this.uri = shown.path === undefined ? undefined : vscode.Uri.joinPath(located.root.uri, ...shown.path.split('/'));
    this.children = shown.children.map((child) => new CoverageElement(this, located, loop, child));
  }
}

export class CoverageNodes extends Owner implements TrackerPart {
  private readonly didChange = this._register(new vscode.EventEmitter<TrackerElement>());
  readonly onDidChange = this.didChange.event;
  private readonly roots = new Map<string, CoverageRoot>();
  private updating: Promise<void> = Promise.resolve();
  private readonly checked = this._register(new Debouncer(() => this.updateOpened(), QUIET));

  constructor(
    readonly store: PrepStore,
    readonly stories: StorySource,
    readonly scores: ScoreSource,
  ) {
    super();
    this._register(stories.onDidChange(() => this.updateOpened()));
    this._register(scores.onDidCheck(() => this.checked.schedule()));
    this._register(store.onDidChange((changed) => changed === undefined && this.updateOpened()));
  }

  rootOf(parent: TrackerElement, located: LocatedLoop): TrackerElement {
    const key = located.uri.toString();
    const root = this.roots.get(key) ?? new CoverageRoot(parent, located);
    this.roots.set(key, root);
    root.parent = parent;
    root.located = located;
    return root;
  }

  childrenOf(element: TrackerElement): Promise<TrackerElement[]> | undefined {
    if (element instanceof CoverageElement) return Promise.resolve([...element.children]);
    return element instanceof CoverageRoot ? this.open(element) : undefined;
  }

  itemOf(element: TrackerElement): vscode.TreeItem | undefined {
    if (element instanceof CoverageRoot) return rootItem(element);
    return element instanceof CoverageElement ? nodeItem(element) : undefined;
  }

  private async open(root: CoverageRoot): Promise<TrackerElement[]> {
    if (await this.update(root)) this.didChange.fire(root);
    return [...root.children];
  }

  /** Works coverage out again where it was looked at; one update runs after the other. */
  private updateOpened(): void {
    this.updating = this.updating.then(async () => {
      const there = new Set((await this.store.loops()).map(({ uri }) => uri.toString()));
      for (const [key, root] of this.roots) {
        if (!there.has(key)) this.roots.delete(key);
        else if (root.drawn !== undefined && (await this.update(root)) && !this.isDisposed) this.didChange.fire(root);
      }
    });
  }

  /** Brings a loop's coverage up to date; whether that changed anything. */
  private async update(root: CoverageRoot): Promise<boolean> {
    const inputs = await coverageInputs(this, root.located, root.inputs?.stories);
    if (sameInputs(inputs, root.inputs)) return false;
    root.inputs = inputs;
    root.coverage = inputs && coverageOf(inputs.playbook, inputs.stories, inputs.others);
    const drawn = JSON.stringify(root.coverage ?? null);
    if (drawn === root.drawn) return false;
    root.drawn = drawn;
    const { located, loop } = root;
    root.children = root.coverage
      ? coverageTree(root.coverage).map((node) => new CoverageElement(root, located, loop, node))
      : [];
    return true;
  }
}

function sameInputs(a: CoverageInputs | undefined, b: CoverageInputs | undefined): boolean {
  if (!a || !b) return false;
  const sameSet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    one.size === other.size && [...one].every((id) => other.has(id));
  return (
    a.playbook === b.playbook &&
    a.stories.length === b.stories.length &&
    a.stories.every((story, index) => story === b.stories[index]) &&
    sameSet(a.others.competencies, b.others.competencies) &&
    sameSet(a.others.rounds, b.others.rounds)
  );
}

function rootItem({ id, drawn, coverage }: CoverageRoot): vscode.TreeItem {
  const item = new vscode.TreeItem(t('Coverage'), vscode.TreeItemCollapsibleState.Collapsed);
  const summary = coverage
    ? coverageSummary(coverage)
    : drawn !== undefined
      ? t('the playbook cannot be used')
      : undefined;
  item.id = id;
  item.iconPath = new vscode.ThemeIcon('layers');
  item.contextValue = 'coverage';
  item.tooltip = plainTooltip(t('Which stories show what each round judges, and where one is missing.'));
  item.accessibilityInformation = {
    label:
      summary === undefined
        ? t('Coverage of the rounds by stories')
        : t('Coverage of the rounds by stories, {0}', summary),
  };
  if (summary !== undefined) item.description = summary;
  return item;
}

function nodeItem({ id, uri, shown, children }: CoverageElement): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(shown.label, children.length === 0 ? None : shown.open ? Expanded : Collapsed);
  const [codicon, color] = ICONS[shown.icon];
  item.id = id;
  item.iconPath = new vscode.ThemeIcon(codicon, ...(color === undefined ? [] : [new vscode.ThemeColor(color)]));
  item.contextValue = `coverage-${shown.kind}${uri ? '.hasFile' : ''}`;
  item.tooltip = plainTooltip(shown.tooltip);
  item.accessibilityInformation = { label: shown.spoken };
  if (shown.description !== undefined) item.description = shown.description;
  if (uri) item.command = commandOf('prepLoop.openFile', t('Open Story'), { uri });
  else if (shown.write) item.command = commandOf('prepLoop.newStory', t('New Story'), { competencies: shown.write });
  return item;
}
