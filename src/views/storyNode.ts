/** The elements of the stories view. */
import type * as vscode from 'vscode';
import type { StoryRow } from '../core/story/arrange';
import { storyOutlook, type SectionOutlook, type StoryOutlook } from '../core/story/outlook';
import type { TextProblem } from '../core/story/parse';
import { paceAt } from '../store/pace';
import type { StorySummary } from '../store/storySummary';
import type { LocatedStory } from '../store/storyStore';

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
export class StoryNode implements StoryElement, StoryRow {
  readonly id: string;
  outlook: StoryOutlook;

  /** @param summary what the checks found; undefined until they have. */
  constructor(
    public located: LocatedStory,
    public summary: StorySummary | undefined,
  ) {
    this.id = located.uri.toString();
    this.outlook = outlookOf(located);
  }

  get uri(): vscode.Uri {
    return this.located.uri;
  }

  get title(): string {
    return this.outlook.title;
  }

  get seconds(): number {
    return this.outlook.seconds;
  }

  get competencies(): readonly string[] {
    return this.located.story.competencies;
  }

  get rounds(): readonly string[] {
    return this.located.story.rounds;
  }

  get score(): number | undefined {
    return this.summary?.score;
  }

  get findings(): number {
    return this.summary?.count ?? 0;
  }

  update(located: LocatedStory): void {
    this.located = located;
    this.outlook = outlookOf(located);
  }
}

export function childrenOf(node: StoryNode): StoryElement[] {
  const { uri, title, located, outlook } = node;
  const problems = located.story.problems.map((problem, index) => ({
    id: `${node.id}#problem-${index}`,
    uri,
    title,
    start: problem.start,
    parent: node,
    problem,
  }));
  const sections = outlook.sections.map((section) => ({
    id: `${node.id}#${section.name}`,
    uri,
    title,
    start: section.start,
    parent: node,
    section,
  }));
  return [...problems, ...sections];
}

function outlookOf({ story, name, uri }: LocatedStory): StoryOutlook {
  return storyOutlook(story, name, paceAt(uri));
}
