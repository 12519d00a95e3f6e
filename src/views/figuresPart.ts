import * as vscode from 'vscode';
import type { LoopClaims, LoopFigures } from '../analysis/loopClaims';
import { figureRegister, type MeasuredFigures } from '../core/claims/figureRegister';
import { figureRows, figuresRow } from '../core/tracker/figureRows';
import type { Row } from '../core/tracker/row';
import { Owner } from '../lifecycle';
import type { LocatedLoop } from '../store/api';
import { rowElement, type TrackerElement } from './trackerElements';
import type { TrackerPart } from './trackerPart';

/** The element of a loop's figures. It stays the same object, so that it can be drawn again. */
class FiguresElement implements TrackerElement {
  readonly id: string;
  readonly loop: string;
  /** What was registered, and from what; undefined until the row was opened. */
  shown: { readonly from: LoopFigures; readonly measures: readonly MeasuredFigures[] } | undefined;

  constructor(
    public parent: TrackerElement,
    public located: LocatedLoop,
    private readonly claims: LoopClaims,
  ) {
    this.loop = located.uri.toString();
    this.id = `${this.loop}#figures`;
  }

  get row(): Row {
    return figuresRow(this.shown?.measures);
  }

  async children(): Promise<readonly TrackerElement[]> {
    await this.update();
    return figureRows(this.shown?.measures ?? []).map((row) => this.elementOf(this, row));
  }

  /** Brings the figures up to date; whether that changed anything. */
  async update(): Promise<boolean> {
    const from = await this.claims.of(this.located);
    if (!from || (from.files === this.shown?.from.files && from.findings === this.shown.from.findings)) return false;
    this.shown = { from, measures: figureRegister(from.files, from.findings) };
    return true;
  }

  private elementOf(parent: TrackerElement, row: Row): TrackerElement {
    const element = rowElement(parent, this.located, row);
    return row.children.length === 0
      ? element
      : { ...element, children: () => row.children.map((child) => this.elementOf(element, child)) };
  }
}

/** The “Figures” of each loop in the tracker, put together when they are first opened. */
export class FiguresPart extends Owner implements TrackerPart {
  private readonly didChange = this._register(new vscode.EventEmitter<TrackerElement>());
  readonly onDidChange = this.didChange.event;
  private readonly elements = new Map<string, FiguresElement>();

  constructor(private readonly claims: LoopClaims) {
    super();
    this._register(claims.onDidChange(() => void this.updateOpened()));
  }

  rootOf(parent: TrackerElement, located: LocatedLoop): TrackerElement {
    const key = located.uri.toString();
    const element = this.elements.get(key) ?? new FiguresElement(parent, located, this.claims);
    this.elements.set(key, element);
    element.parent = parent;
    element.located = located;
    return element;
  }

  private async updateOpened(): Promise<void> {
    for (const element of this.elements.values())
      if (element.shown !== undefined && (await element.update()) && !this.isDisposed) this.didChange.fire(element);
  }
}
