/** The offers of the workspace: those of loops, and those in the folder `offers`. Read when asked for. */
import * as vscode from 'vscode';
import type { CalendarDate } from '../core/days/dates';
import { loopDay } from '../core/loop/loopDay';
import { loopNames } from '../core/loop/loopNames';
import { shortName } from '../core/loop/loopNames';
import { COMPARISON_NAME, OFFERS_FOLDER } from '../core/loop/prepFolder';
import {
  collisionsOf,
  deadlinesWithoutLoop,
  type Collision,
  type OfferDeadline,
  type OpenLoop,
} from '../core/offer/deadlines';
import { readOffer, type ReadOffer } from '../core/offer/readOffer';
import { Debouncer, Owner } from '../lifecycle';
import type { LocatedLoop, PrepRoot, PrepStore, TextFiles } from './api';
import { listFolder, nameOf, pathUnder } from './files';
import { isMarkdownName } from './parsedFolder';
import { ParsedFiles } from './parsedFiles';
import { concernsMoreThanStories } from './storyStore';

export const OFFER_FILE = 'offer.md';
/** How long changes are gathered, in milliseconds. */
const QUIET = 100;

/** An offer and where it is. */
export interface LocatedOffer extends ReadOffer {
  readonly root: PrepRoot;
  readonly uri: vscode.Uri;
  /** Relative to the prep folder, with `/`. */
  readonly path: string;
  /** What to call it where several are shown. */
  readonly name: string;
  /** Undefined for an offer without a loop. */
  readonly loop: LocatedLoop | undefined;
}

/** The last day to answer an offer. */
export interface DueAnswer {
  readonly date: CalendarDate;
  /** The offer’s file, relative to the prep folder. */
  readonly path: string;
  readonly collisions: readonly Collision[];
}

/** The last day to answer an offer without a loop. */
export interface OtherAnswer extends DueAnswer {
  readonly uri: string;
  readonly name: string;
}

export class OfferStore extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  /** Fires a moment after offers, or the loops that they belong to, changed. */
  readonly onDidChange = this.didChange.event;
  private readonly changing = this._register(new Debouncer(() => this.didChange.fire(), QUIET));
  private readonly parsed: ParsedFiles<ReadOffer>;
  private reading: Promise<readonly LocatedOffer[]> | undefined;

  constructor(
    private readonly store: PrepStore,
    files: TextFiles,
  ) {
    super();
    this.parsed = new ParsedFiles(files, readOffer);
    this._register(
      store.onDidChangeFile((uri) => {
        this.parsed.invalidate(uri);
        this.reading = undefined;
        // The folder that the workspace is in may be called “offers” too.
        if (store.roots.some((root) => isOfferPath(pathUnder(root.uri, uri)))) this.changing.schedule();
      }),
    );
    this._register(
      store.onDidChange((changed) => {
        // The day of every loop is worked out again after each of ours: not while a story is typed in.
        if (!concernsMoreThanStories(changed)) return;
        this.reading = undefined;
        this.changing.schedule();
      }),
    );
  }

  /** All offers: the loops’ in their order, then the others by name. */
  offers(): Promise<readonly LocatedOffer[]> {
    // Every loop's day asks for them at the same moment: one reading is enough.
    const reading = (this.reading ??= this.read());
    const forget = (): void => {
      if (this.reading === reading) this.reading = undefined;
    };
    void reading.then(forget, forget);
    return reading;
  }

  /** As {@link offers}, but a reading that began before does not count: a file may have been written since. */
  offersNow(): Promise<readonly LocatedOffer[]> {
    this.parsed.invalidate();
    this.reading = undefined;
    return this.offers();
  }

  private async read(): Promise<readonly LocatedOffer[]> {
    const loops = await this.store.loops();
    const names = loopNames(loops.map(({ loop, root }) => ({ loop, folder: root.folder.name })));
    const own = await Promise.all(
      loops.map(async (located, index) => {
        const uri = vscode.Uri.joinPath(located.uri, OFFER_FILE);
        return this.located(located.root, uri, names[index] ?? located.loop.id, located);
      }),
    );
    const others = await Promise.all(this.store.roots.map((root) => this.withoutLoop(root)));
    return [...own, ...others.flat()].flatMap((offer) => offer ?? []);
  }

  /** The offer of a loop; undefined where it has no offer.md. */
  async offerOf(located: LocatedLoop): Promise<LocatedOffer | undefined> {
    return (await this.offers()).find(({ loop }) => loop?.uri.toString() === located.uri.toString());
  }

  /** The last day to answer a loop’s offer, and what it collides with from today on; undefined where none is given. */
  async dueAnswer(located: LocatedLoop, today: CalendarDate): Promise<DueAnswer | undefined> {
    const offers = await this.offers();
    const own = offers.find(({ loop }) => loop?.uri.toString() === located.uri.toString());
    const date = own?.offer.deadline;
    if (!own || date === undefined) return undefined;
    const { deadlines, loops } = await this.open(offers, today);
    return { date, path: own.path, collisions: collisionsOf(deadlineOf(own, date), deadlines, loops) };
  }

  /**
   * The last days to answer the offers of a prep folder that have no loop. They stand in the day of one loop, its first
   * that goes on: for every other there are none.
   */
  async otherAnswers(located: LocatedLoop, today: CalendarDate): Promise<readonly OtherAnswer[]> {
    const offers = (await this.offers()).filter(({ root }) => root.uri.toString() === located.root.uri.toString());
    if (!offers.some(({ loop, offer }) => loop === undefined && offer.deadline !== undefined)) return [];
    const shown = await this.firstWithDay(located.root, today);
    if (shown?.uri.toString() !== located.uri.toString()) return [];
    const { deadlines, loops } = await this.open(offers, today);
    return deadlinesWithoutLoop(deadlines, loops).map(({ deadline: { id, name, date }, collisions }) => {
      const path = offers.find(({ uri }) => uri.toString() === id)?.path ?? '';
      return { uri: id, name, date, path, collisions };
    });
  }

  /** What can collide: deadlines that are still to come, and loops that go on. */
  private async open(
    offers: readonly LocatedOffer[],
    today: CalendarDate,
  ): Promise<{ deadlines: OfferDeadline[]; loops: OpenLoop[] }> {
    const deadlines = offers.flatMap((offer): OfferDeadline[] => {
      const { deadline } = offer.offer;
      return deadline === undefined || deadline < today || offer.loop?.loop.closed ? [] : [deadlineOf(offer, deadline)];
    });
    return { deadlines, loops: (await this.store.loops()).flatMap((each) => openLoop(each, offers)) };
  }

  /** The first loop of a prep folder that goes on, else the first whose days are over; closed ones do not count. */
  private async firstWithDay(root: PrepRoot, today: CalendarDate): Promise<LocatedLoop | undefined> {
    const withDay = (await this.store.loops()).filter(
      (each) =>
        each.root.uri.toString() === root.uri.toString() &&
        !each.loop.closed &&
        loopDay(each.loop, today) !== undefined,
    );
    return withDay.find(({ loop }) => loopDay(loop, today)?.kind !== 'over') ?? withDay[0];
  }

  private async withoutLoop(root: PrepRoot): Promise<(LocatedOffer | undefined)[]> {
    const folder = vscode.Uri.joinPath(root.uri, OFFERS_FOLDER);
    const files = (await listFolder(folder))
      .filter(({ name, isFolder }) => !isFolder && isMarkdownName(name) && name !== COMPARISON_NAME)
      .map(({ name }) => name)
      .sort();
    return Promise.all(files.map((name) => this.located(root, vscode.Uri.joinPath(folder, name), name.slice(0, -3))));
  }

  private async located(
    root: PrepRoot,
    uri: vscode.Uri,
    name: string,
    loop?: LocatedLoop,
  ): Promise<LocatedOffer | undefined> {
    const read = await this.parsed.read(uri);
    const path = pathUnder(root.uri, uri) ?? nameOf(uri);
    return read && { ...read, root, uri, path, name: loop ? name : (read.offer.company ?? name), loop };
  }
}

/** Whether a path in a prep folder is that of an offer, or of their folder. */
const isOfferPath = (path: string | undefined): boolean =>
  path !== undefined && (path.endsWith(`/${OFFER_FILE}`) || path.split('/')[0] === OFFERS_FOLDER);

function deadlineOf({ uri, name, loop }: LocatedOffer, date: CalendarDate): OfferDeadline {
  return { id: uri.toString(), name, loop: loop?.uri.toString(), date };
}

function openLoop({ uri, loop }: LocatedLoop, offers: readonly LocatedOffer[]): OpenLoop[] {
  const last = loop.rounds
    .flatMap(({ date, status }) => (date === undefined || status !== 'planned' ? [] : [date]))
    .sort()
    .at(-1);
  const id = uri.toString();
  const name = offers.find((offer) => offer.loop?.uri.toString() === id)?.name ?? shortName(loop);
  return loop.closed || last === undefined ? [] : [{ id, name, last }];
}
