/** The rows above the loops where several run at once: the day of all of them, and where they clash. */
import { findClashes } from '../core/replan/clashes';
import { clashesRow } from '../core/tracker/clashRows';
import type { Row } from '../core/tracker/row';
import { entryRows, mergedTodayRow } from '../core/tracker/todayRows';
import type { LocatedLoop } from '../store/api';
import { loopNamesByUri } from '../store/loopNames';
import type { TodaySource } from '../store/todaySource';
import type { LoopToday } from './todayBoard';
import { rowElement, type TrackerElement } from './trackerElements';

/** The element of such a row. It stays the same object while what it shows changes, so that it can be refreshed. */
class SharedElement implements TrackerElement {
  readonly id: string;
  under: readonly TrackerElement[] = [];

  constructor(public row: Row) {
    this.id = `shared/${row.id}`;
  }

  children(): readonly TrackerElement[] {
    return this.under;
  }
}

/** A row to be shown, with the rows under it and the loop of each. */
interface Draft {
  readonly row: Row;
  readonly under: readonly { readonly row: Row; readonly located: LocatedLoop }[];
}

export class SharedRows {
  private current: readonly SharedElement[] = [];

  constructor(private readonly days: TodaySource) {}

  get elements(): readonly TrackerElement[] {
    return this.current;
  }

  /**
   * Brings the rows up to date.
   * @param loops those that are not closed, with their days.
   * @returns the elements that changed; undefined where another set of rows is to be shown.
   */
  update(loops: readonly LoopToday[]): readonly TrackerElement[] | undefined {
    const drafts = loops.length < 2 ? [] : this.draft(loops);
    const before = this.current;
    const changed: TrackerElement[] = [];
    this.current = drafts.map(({ row, under }) => {
      const element = before.find(({ id }) => id === `shared/${row.id}`) ?? new SharedElement(row);
      const children = under.map(({ row: child, located }) =>
        rowElement(element, located, { ...child, id: `shared/${child.id}` }),
      );
      if (drawn(element.row, element.under) !== drawn(row, children)) changed.push(element);
      element.row = row;
      element.under = children;
      return element;
    });
    const isSame =
      before.length === this.current.length && before.every((element, index) => element === this.current[index]);
    return isSame ? changed : undefined;
  }

  private draft(all: readonly LoopToday[]): Draft[] {
    const names = loopNamesByUri(all.map(({ located }) => located));
    const nameOf = ({ uri }: LocatedLoop): string => names.get(uri.toString()) ?? '';
    const loops = all.map(({ located }) => located);
    const withDays = all.flatMap(({ located, today }) => (today ? [{ located, today, name: nameOf(located) }] : []));
    const entries = entryRows(withDays).map(({ row, loop }) => ({
      row,
      located: (withDays[loop] as (typeof withDays)[number]).located,
    }));
    const todays = withDays.map(({ today }) => today);
    const first = loops[0] as LocatedLoop;
    const running = loops.map((of) => ({ of, name: nameOf(of), loop: of.loop, minutesOn: this.days.loadOf(of) }));
    const clashes = findClashes(running, this.days.todayOf(first), this.days.minutesFor(first));
    const clashing = clashesRow(clashes);
    const ofClash = (row: Row, index: number) => ({ row, located: clashes[index]?.loop.of ?? first });
    return [
      { row: mergedTodayRow('Today', todays), under: entries },
      ...(clashes.length === 0 ? [] : [{ row: clashing, under: clashing.children.map(ofClash) }]),
    ];
  }
}

const drawn = (row: Row, children: readonly TrackerElement[]): string =>
  JSON.stringify([row, children.map(({ id, row: child }) => [id, child])]);
