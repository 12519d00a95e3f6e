/** The stories view: each story with how far it has come and how long it takes to say; under it, its sections. */
import * as vscode from 'vscode';
import { commandOf } from '../commands/ids';
import { storyOutlook, type Progress, type SectionOutlook, type StoryOutlook } from '../core/story/outlook';
import type { TextProblem } from '../core/story/parse';
import { DEFAULT_WORDS_PER_MINUTE, formatSeconds } from '../core/story/spoken';
import { Owner } from '../lifecycle';
import { nameOf } from '../store/files';
import type { LocatedStory, StoryStore } from '../store/storyStore';

const PACE_SETTING = 'prepLoop.wordsPerMinute';

/** What VS Code hands back to us. Commands in menus read `uri`, `start` and `title`. */
export interface StoryElement {
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly title: string;
  readonly start?: number;
  readonly parent?: StoryElement;
  readonly section?: SectionOutlook;
  readonly problem?: TextProblem;
}

/** A story's element stays the same object while its file changes, so that it can be refreshed. */
class StoryNode implements StoryElement {
  readonly id: string;
  outlook: StoryOutlook;

  constructor(public located: LocatedStory) {
    this.id = located.uri.toString();
    this.outlook = outlookOf(located);
  }

  get uri(): vscode.Uri {
    return this.located.uri;
  }

  get title(): string {
    return this.outlook.title;
  }

  update(located: LocatedStory): void {
    this.located = located;
    this.outlook = outlookOf(located);
  }
}

/** The view, with its tree put in. */
export class StoriesView extends Owner {
  private readonly tree: StoriesTree;
  private readonly view: vscode.TreeView<StoryElement>;

  constructor(stories: StoryStore) {
    super();
    this.tree = this._register(new StoriesTree(stories));
    this.view = this._register(vscode.window.createTreeView<StoryElement>('prepLoop.stories', { treeDataProvider: this.tree, showCollapseAll: true }));
  }

  /** Selects a story in the view, where that is visible: it is not opened for this. */
  async reveal(uri: vscode.Uri): Promise<void> {
    if (!this.view.visible) return;
    const element = await this.tree.find(uri);
    if (element && this.view.visible) await this.view.reveal(element, { select: true, focus: false });
  }
}

export class StoriesTree extends Owner implements vscode.TreeDataProvider<StoryElement> {
  private readonly didChange = this._register(new vscode.EventEmitter<StoryElement | undefined>());
  readonly onDidChangeTreeData = this.didChange.event;

  private nodes: readonly StoryNode[] | undefined;
  private updating: Promise<void> = Promise.resolve();
  private readonly collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

  constructor(private readonly stories: StoryStore) {
    super();
    this._register(stories.onDidChange(() => void this.update()));
    this._register(vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(PACE_SETTING) && this.redraw()));
  }

  async getChildren(element?: StoryElement): Promise<StoryElement[]> {
    if (element) return element instanceof StoryNode ? childrenOf(element) : [];
    if (!this.nodes) await this.update();
    return [...(this.nodes ?? [])];
  }

  getParent(element: StoryElement): StoryElement | undefined {
    return element.parent;
  }

  getTreeItem(element: StoryElement): vscode.TreeItem {
    if (element instanceof StoryNode) return storyItem(element, this.hasSeveralFolders());
    return element.problem ? problemItem(element, element.problem) : sectionItem(element, element.section as SectionOutlook);
  }

  /** The element of a story, for revealing it; undefined where there is no such story. */
  async find(uri: vscode.Uri): Promise<StoryElement | undefined> {
    await this.update();
    return this.nodes?.find(({ id }) => id === uri.toString());
  }

  /** Reads the stories, and redraws those that changed; all of them when the order did. One update runs after the other. */
  private update(): Promise<void> {
    this.updating = this.updating.then(() => this.readAgain());
    return this.updating;
  }

  private async readAgain(): Promise<void> {
    const before = this.nodes;
    const old = new Map(before?.map((node) => [node.id, node]));
    const changed: StoryNode[] = [];
    const nodes = (await this.stories.stories()).map((located) => {
      const node = old.get(located.uri.toString());
      if (!node) return new StoryNode(located);
      if (node.located.story !== located.story) {
        node.update(located);
        changed.push(node);
      }
      return node;
    });
    nodes.sort((a, b) => this.collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1));
    this.nodes = nodes;
    if (!before || this.isDisposed) return;
    if (nodes.length !== before.length || nodes.some((node, index) => node !== before[index])) this.didChange.fire(undefined);
    else for (const node of changed) this.didChange.fire(node);
  }

  private redraw(): void {
    for (const node of this.nodes ?? []) node.update(node.located);
    this.didChange.fire(undefined);
  }

  private hasSeveralFolders(): boolean {
    return new Set(this.nodes?.map(({ located }) => located.root.uri.toString())).size > 1;
  }
}

function outlookOf({ story, name, uri }: LocatedStory): StoryOutlook {
  const pace: unknown = vscode.workspace.getConfiguration('prepLoop', uri).get('wordsPerMinute');
  const isUsable = typeof pace === 'number' && pace >= 60 && pace <= 260;
  return storyOutlook(story, name, isUsable ? pace : DEFAULT_WORDS_PER_MINUTE);
}

function childrenOf(node: StoryNode): StoryElement[] {
  const { uri, title, located, outlook } = node;
  const problems = located.story.problems.map((problem, index) => ({ id: `${node.id}#problem-${index}`, uri, title, start: problem.start, parent: node, problem }));
  const sections = outlook.sections.map((section) => ({ id: `${node.id}#${section.name}`, uri, title, start: section.start, parent: node, section }));
  return [...problems, ...sections];
}

const ICONS: Readonly<Record<Progress | 'missing', readonly [codicon: string, color?: string]>> = {
  filled: ['pass', 'testing.iconPassed'],
  started: ['edit'],
  empty: ['circle-large-outline'],
  missing: ['dash'],
};

function icon(progress: Progress | 'missing'): vscode.ThemeIcon {
  const [codicon, color] = ICONS[progress];
  return color === undefined ? new vscode.ThemeIcon(codicon) : new vscode.ThemeIcon(codicon, new vscode.ThemeColor(color));
}

function storyItem(node: StoryNode, showFolder: boolean): vscode.TreeItem {
  const { located, outlook } = node;
  const { problems } = located.story;
  const item = new vscode.TreeItem(outlook.title, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = node.id;
  item.description = showFolder ? `${outlook.description} · ${located.root.folder.name}` : outlook.description;
  item.iconPath = problems.length > 0 ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')) : icon(outlook.progress);
  item.tooltip = storyTooltip(node);
  item.contextValue = 'story';
  item.accessibilityInformation = { label: problems.length > 0 ? `${outlook.spoken}, ${problems[0]?.message ?? ''}` : outlook.spoken };
  item.command = commandOf('prepLoop.openFile', vscode.l10n.t('Open Story'), { uri: node.uri });
  return item;
}

function sectionItem(element: StoryElement, section: SectionOutlook): vscode.TreeItem {
  const item = new vscode.TreeItem(section.name);
  item.id = element.id;
  item.description = section.description;
  item.iconPath = icon(section.progress);
  item.contextValue = 'storySection';
  item.accessibilityInformation = { label: `${section.name}, ${section.progress === 'filled' ? 'filled, ' : ''}${section.description}` };
  item.tooltip = section.progress === 'missing' ? vscode.l10n.t('The story has no section “{0}” yet', section.name) : '';
  item.command = commandOf('prepLoop.openFile', vscode.l10n.t('Open Section'), { uri: element.uri, start: section.start });
  return item;
}

function problemItem(element: StoryElement, problem: TextProblem): vscode.TreeItem {
  const item = new vscode.TreeItem(problem.message);
  item.id = element.id;
  item.iconPath = new vscode.ThemeIcon(problem.severity, new vscode.ThemeColor(`list.${problem.severity}Foreground`));
  item.contextValue = 'storyProblem';
  item.tooltip = problem.message;
  item.accessibilityInformation = { label: `${problem.severity}: ${problem.message}` };
  item.command = commandOf('prepLoop.openFile', vscode.l10n.t('Open Problem'), { uri: element.uri, start: problem.start });
  return item;
}

/** The user's words are shown as words: no Markdown of theirs is drawn, and no link of theirs runs. */
function storyTooltip({ located, outlook }: StoryNode): vscode.MarkdownString {
  const { story } = located;
  const { l10n } = vscode;
  const left = outlook.sections.filter(({ name, progress }) => progress !== 'filled' && name !== 'Learned').map(({ name }) => name);
  const tooltip = new vscode.MarkdownString();
  const line = (label: string, words: string): void => {
    tooltip.appendMarkdown('\n\n').appendText(`${label}: `).appendText(words);
  };
  tooltip.appendMarkdown('**').appendText(outlook.title).appendMarkdown('**');
  if (story.competencies.length > 0) line(l10n.t('Competencies'), story.competencies.join(', '));
  if (story.rounds.length > 0) line(l10n.t('Rounds'), story.rounds.join(', '));
  line(left.length === 0 ? l10n.t('Sections') : l10n.t('Still to write'), left.length === 0 ? l10n.t('all filled') : left.join(', '));
  const target = story.spokenTarget === undefined ? '' : ` (${l10n.t('target {0}', formatSeconds(story.spokenTarget))})`;
  line(l10n.t('Said aloud'), `${story.words} words, ${formatSeconds(outlook.seconds)}${target}`);
  for (const problem of story.problems) line(l10n.t('Problem'), problem.message);
  line(l10n.t('File'), nameOf(located.uri));
  return tooltip;
}
