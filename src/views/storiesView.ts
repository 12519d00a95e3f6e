import type * as vscode from 'vscode';
import type { LateTree } from '../lateTree';
import { Owner } from '../lifecycle';
import type { PlaybookTitles } from '../store/playbookTitles';
import type { StoryStore } from '../store/storyStore';
import { revealIn } from './revealIn';
import { provideScoreBadges } from './scoreBadges';
import { StoriesTree, type StoryChecks } from './storiesTree';
import type { StoryArrangement } from './storyArrangement';
import type { StoriesElement } from './storyElements';
import { showProgress } from './viewProgress';
import { WhileSeen } from './whileSeen';

const VIEW = 'prepLoop.stories';

/** The stories view: its tree, the line that says what is shown, and the badges. */
export class StoriesView extends Owner {
  private readonly tree: StoriesTree;
  private readonly view: vscode.TreeView<StoriesElement>;

  constructor(
    tree: LateTree<StoriesElement>,
    stories: StoryStore,
    checks: StoryChecks & { readonly onDidBegin: vscode.Event<Promise<void>> },
    private readonly arrangement: StoryArrangement,
    titles: PlaybookTitles,
  ) {
    super();
    this.view = tree.view;
    this.tree = this._register(new StoriesTree(stories, checks, arrangement, titles));
    tree.fill(this.tree);
    this._register(new WhileSeen(this.view, () => stories.refreshListed()));
    this._register(this.tree.onDidArrange(({ shown, all }) => this.describe(shown, all)));
    this._register(this.tree.onDidBegin((reading) => void showProgress(VIEW, reading)));
    this._register(checks.onDidBegin((work) => void showProgress(VIEW, work)));
    this._register(provideScoreBadges());
    arrangement.registerCommands(() => this.tree.choices());
  }

  /** Selects a story in the view if the view is visible: it is not opened for this. */
  async reveal(uri: vscode.Uri): Promise<void> {
    if (!this.view.visible) return;
    const element = await this.tree.find(uri);
    if (element && this.view.visible) await revealIn(this.view, element, { focus: false });
  }

  private describe(shown: number, all: number): void {
    const { orderLabel } = this.arrangement;
    // What is not set is not drawn: the view's own welcome must show where there is no story.
    this.view.description = orderLabel ?? '';
    this.view.message = all === 0 ? '' : (this.arrangement.describe(shown, all) ?? '');
  }
}
