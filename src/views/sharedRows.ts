/** The rows above the loops where several run at once: the day of all of them, and where they clash. */
import type * as vscode from 'vscode';
import { findClashes } from '../core/replan/clashes';
import { composeToday } from '../core/today/compose';
import { clashNodes } from '../core/tracker/clashNodes';
import { mergedToday, todayLines } from '../core/tracker/todayNodes';
import type { TrackerNode } from '../core/tracker/trackerNode';
import type { LocatedLoop } from '../store/api';
import { namesOf } from '../store/names';
import type { TodaySource } from '../store/todayFacts';
import { nodeElement, type TrackerElement } from './trackerElement';

/** A row stays the same object while what it shows changes, so that it can be refreshed. */
export class SharedRow implements TrackerElement {
  readonly parent = undefined;
  readonly located = undefined;
  readonly uri: vscode.Uri | undefined = undefined;
  readonly line = undefined;
  readonly start = undefined;
  readonly text = undefined;
  readonly loop = undefined;
  readonly round = undefined;
  readonly id: string;
  rows: readonly TrackerElement[] = [];

  constructor(public node: TrackerNode) {
    this.id = `shared/${node.id}`;
  }
}

/** A row to be, with its lines and the loop of each. */
interface Draft {
  readonly node: TrackerNode;
  readonly lines: readonly { readonly line: TrackerNode; readonly of: LocatedLoop }[];
}

export class SharedRows {
  private current: readonly SharedRow[] = [];

  constructor(private readonly days: TodaySource) {}

  get rows(): readonly SharedRow[] {
    return this.current;
  }

  /**
   * Brings the rows up to date.
   * @param loops those that are not closed.
   * @returns the rows that changed; undefined where another set of rows is to be shown.
   */
  async update(loops: readonly LocatedLoop[]): Promise<readonly SharedRow[] | undefined> {
    const drafts = loops.length < 2 ? [] : await this.draft(loops);
    const before = this.current;
    const changed: SharedRow[] = [];
    this.current = drafts.map(({ node, lines }) => {
      const row = before.find(({ id }) => id === `shared/${node.id}`) ?? new SharedRow(node);
      const children = lines.map(({ line, of }) => nodeElement(row, of, { ...line, id: `shared/${line.id}` }));
      if (drawn(row.node, row.rows) !== drawn(node, children)) changed.push(row);
      row.node = node;
      row.rows = children;
      return row;
    });
    const isSame = before.length === this.current.length && before.every((row, index) => row === this.current[index]);
    return isSame ? changed : undefined;
  }

  private async draft(loops: readonly LocatedLoop[]): Promise<Draft[]> {
    const names = namesOf(loops);
    const nameOf = ({ uri }: LocatedLoop): string => names.get(uri.toString()) ?? '';
    const facts = await Promise.all(loops.map((located) => this.days.factsOf(located)));
    const todays = facts.map((each) => composeToday(each));
    const lines = todayLines(todays.map((today, index) => ({ today, name: nameOf(loops[index] as LocatedLoop) })));
    const located = ({ line, of }: { readonly line: TrackerNode; readonly of: number }) => ({
      line,
      of: loops[of] as LocatedLoop,
    });
    const [first] = loops as readonly [LocatedLoop];
    const running = loops.map((of) => ({ of, name: nameOf(of), loop: of.loop, minutesOn: this.days.loadOf(of) }));
    const clashes = findClashes(running, this.days.todayOf(first), this.days.minutesFor(first));
    const { node, children } = clashNodes(clashes);
    return [
      { node: mergedToday('Today', todays), lines: lines.map(located) },
      ...(clashes.length === 0
        ? []
        : [{ node, lines: children.map((line, index) => ({ line, of: clashes[index]?.loop.of ?? first })) }]),
    ];
  }
}

const drawn = (node: TrackerNode, children: readonly TrackerElement[]): string =>
  JSON.stringify([node, children.map(({ id, node: line }) => [id, line])]);
