/** The order and the filter of the stories view, kept for the workspace and changed by commands. */
import * as vscode from 'vscode';
import { ContextKey } from '../contextKey';
import { readFilter, readOrder, STORY_ORDERS, type StoryFilter, type StoryOrder } from '../core/story/arrange';
import { registerCommand } from '../editorCommands';
import { Owner } from '../lifecycle';
import { plural } from '../core/words';
import { Refusal } from '../refusal';
import { NO_TITLES, type IdTitles } from '../store/playbookTitles';

const { t } = vscode.l10n;

const ORDER = 'prepLoop.stories.order';
const FILTER = 'prepLoop.stories.filter';

const ORDER_LABELS: Readonly<Record<StoryOrder, string>> = {
  title: t('Title'),
  score: t('Score, best first'),
  readiness: t('Least ready first'),
  time: t('Speaking time, longest first'),
};

/** What can be filtered by: the ids that the stories name, with how many name each. */
export interface FilterChoices {
  readonly competencies: ReadonlyMap<string, number>;
  readonly rounds: ReadonlyMap<string, number>;
  /** How many stories have findings. */
  readonly withFindings: number;
}

interface FilterItem extends vscode.QuickPickItem {
  readonly filter?: StoryFilter;
}

export class StoryArrangement extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.didChange.event;
  private readonly filtered = new ContextKey<boolean>('prepLoop.storiesFiltered');

  /**
   * @param state remembers the order and the filter from one window to the next.
   * @param titles what ids are called.
   */
  constructor(
    private readonly state: vscode.Memento,
    private readonly titles: IdTitles = NO_TITLES,
  ) {
    super();
    this.showFiltered();
  }

  get order(): StoryOrder {
    return readOrder(this.state.get<unknown>(ORDER)) ?? 'title';
  }

  get filter(): StoryFilter | undefined {
    return readFilter(this.state.get<unknown>(FILTER));
  }

  /** The order in words, for the view's title; undefined for the one by title. */
  get orderLabel(): string | undefined {
    return this.order === 'title' ? undefined : ORDER_LABELS[this.order];
  }

  /** Which stories are shown, in words. */
  describe(shown: number, all: number): string | undefined {
    const { filter } = this;
    if (!filter) return undefined;
    const which =
      'competency' in filter
        ? t('with the competency “{0}”', this.titles.competency(filter.competency))
        : 'round' in filter
          ? t('for the round “{0}”', this.titles.round(filter.round))
          : t('with findings');
    return t('{0} of {1}: those {2}.', shown, plural(all, 'story', 'stories'), which);
  }

  /** @param choices what the stories at hand can be filtered by. */
  registerCommands(choices: () => Promise<FilterChoices>): void {
    this._register(registerCommand('prepLoop.sortStories', (argument) => this.sort(argument)));
    this._register(
      registerCommand('prepLoop.filterStories', async (argument) =>
        this.choose(decodeFilter(argument) ?? (await this.pickFilter(await choices()))),
      ),
    );
    this._register(registerCommand('prepLoop.clearStoryFilter', () => this.filterBy(undefined)));
  }

  sortBy(order: StoryOrder): Promise<undefined> {
    return this.set(ORDER, order);
  }

  /** @param filter undefined shows all stories. */
  filterBy(filter: StoryFilter | undefined): Promise<undefined> {
    return this.set(FILTER, filter);
  }

  private async sort(argument: unknown): Promise<undefined> {
    const { by } = (argument ?? {}) as { readonly by?: unknown };
    const order = by === undefined ? await this.pickOrder() : readOrder(by);
    if (by !== undefined && order === undefined)
      throw new Refusal(
        'argument',
        t('Stories cannot be sorted by “{0}”, only by one of {1}.', String(by), STORY_ORDERS.join(', ')),
      );
    return order && this.sortBy(order);
  }

  private async choose(filter: StoryFilter | undefined): Promise<undefined> {
    return filter && this.filterBy(filter);
  }

  private async pickOrder(): Promise<StoryOrder | undefined> {
    const now = this.order;
    const items = STORY_ORDERS.map((order) => ({
      label: ORDER_LABELS[order],
      order,
      ...(order === now ? { description: t('now') } : {}),
    }));
    return (
      await vscode.window.showQuickPick(items, {
        title: t('Sort Stories'),
        placeHolder: t('Which stories come first?'),
      })
    )?.order;
  }

  private async pickFilter({ competencies, rounds, withFindings }: FilterChoices): Promise<StoryFilter | undefined> {
    const group = (label: string): FilterItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
    const count = (stories: number): string => (stories === 1 ? t('1 story') : t('{0} stories', stories));
    const items = [
      { label: t('With findings only'), description: count(withFindings), filter: { findings: true } as const },
      group(t('Competency')),
      ...byTitle(competencies, (id) => this.titles.competency(id)).map(([competency, label, stories]) => ({
        label,
        description: count(stories),
        filter: { competency },
      })),
      group(t('Round')),
      ...byTitle(rounds, (id) => this.titles.round(id)).map(([round, label, stories]) => ({
        label,
        description: count(stories),
        filter: { round },
      })),
    ];
    return (
      await vscode.window.showQuickPick<FilterItem>(items, {
        title: t('Filter Stories'),
        placeHolder: t('Which stories do you want to see?'),
      })
    )?.filter;
  }

  private async set(key: string, value: unknown): Promise<undefined> {
    await this.state.update(key, value);
    this.showFiltered();
    this.didChange.fire();
    return undefined;
  }

  private showFiltered(): void {
    this.filtered.set(this.filter !== undefined);
  }
}

/** The filter that an argument names; undefined where it names none. @throws Refusal where it names several. */
function decodeFilter(argument: unknown): StoryFilter | undefined {
  const { competency, round, findings } = (argument ?? {}) as Readonly<Record<string, unknown>>;
  const given = [competency, round, findings].filter((value) => value !== undefined);
  const filter = readFilter(argument);
  if (given.length === 0 || (given.length === 1 && filter)) return filter;
  throw new Refusal('argument', t('Filter stories by one of “competency”, “round” or “findings: true”.'));
}

/** Ids with what they are called and how many stories name each, by what they are called. */
function byTitle(counts: ReadonlyMap<string, number>, titleOf: (id: string) => string): [string, string, number][] {
  return [...counts]
    .map(([id, count]): [string, string, number] => [id, titleOf(id), count])
    .sort(([, a], [, b]) => a.localeCompare(b));
}
