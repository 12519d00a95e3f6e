import * as vscode from 'vscode';
import { coverageOf, type Coverage } from '../core/story/coverage';
import { coverageRow, coverageRows, coverageSummary } from '../core/tracker/coverageRows';
import type { Row } from '../core/tracker/row';
import { Debouncer, Owner } from '../lifecycle';
import type { LocatedLoop, PrepStore } from '../store/api';
import { coverageInputs, type CoverageInputs } from '../store/coverageInputs';
import type { ScoreSource, StorySource } from '../store/storySources';
import { rowElement, type TrackerElement } from './trackerElements';
import type { TrackerPart } from './trackerPart';

const { t } = vscode.l10n;

/** Checks of many stories come in a row; how long they are gathered, in milliseconds. */
const QUIET = 300;

/** The element of a loop's coverage. It stays the same object, so that it can be drawn again. */
class CoverageElement implements TrackerElement {
  readonly id: string;
  readonly loop: string;
  inputs: CoverageInputs | undefined;
  /** Undefined until the row was opened, and where the loop's playbook cannot be used. */
  coverage: Coverage | undefined;
  /** What the tree shows, as text to compare; undefined until the row was opened. */
  drawn: string | undefined;

  /** @param bringUpToDate works the coverage out again before what is under it is shown. */
  constructor(
    public parent: TrackerElement,
    public located: LocatedLoop,
    private readonly bringUpToDate: (element: CoverageElement) => Promise<void>,
  ) {
    this.loop = located.uri.toString();
    this.id = `${this.loop}#coverage`;
  }

  get row(): Row {
    if (this.coverage) return coverageRow(coverageSummary(this.coverage));
    return coverageRow(this.drawn === undefined ? undefined : t('the playbook cannot be used'));
  }

  async children(): Promise<readonly TrackerElement[]> {
    await this.bringUpToDate(this);
    const rows = this.coverage ? coverageRows(this.coverage) : [];
    return rows.map((row) => rowElement(this, this.located, row));
  }
}

/**
 * The “Coverage” of each loop in the tracker: which stories show what each round judges. Worked out when it is first
 * opened.
 */
export class CoveragePart extends Owner implements TrackerPart {
  private readonly didChange = this._register(new vscode.EventEmitter<TrackerElement>());
  readonly onDidChange = this.didChange.event;
  private readonly elements = new Map<string, CoverageElement>();
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
    const element =
      this.elements.get(key) ?? new CoverageElement(parent, located, (opened) => this.updateAndDraw(opened));
    this.elements.set(key, element);
    element.parent = parent;
    element.located = located;
    return element;
  }

  /** Works coverage out again where it was looked at; one update runs after the other. */
  private updateOpened(): void {
    this.updating = this.updating.then(async () => {
      const there = new Set((await this.store.loops()).map(({ uri }) => uri.toString()));
      for (const [key, element] of this.elements) {
        if (!there.has(key)) this.elements.delete(key);
        else if (element.drawn !== undefined) await this.updateAndDraw(element);
      }
    });
  }

  private async updateAndDraw(element: CoverageElement): Promise<void> {
    if ((await this.update(element)) && !this.isDisposed) this.didChange.fire(element);
  }

  /** Brings a loop's coverage up to date; whether that changed anything. */
  private async update(element: CoverageElement): Promise<boolean> {
    const inputs = await coverageInputs(this, element.located, element.inputs?.stories);
    if (sameInputs(inputs, element.inputs)) return false;
    element.inputs = inputs;
    element.coverage = inputs && coverageOf(inputs.playbook, inputs.stories, inputs.others);
    const drawn = JSON.stringify(element.coverage ?? null);
    if (drawn === element.drawn) return false;
    element.drawn = drawn;
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
