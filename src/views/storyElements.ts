/** What the stories view hands to VS Code and gets back. */
import type * as vscode from 'vscode';
import type { StorySummary } from '../analysis/storySummary';
import type { TextProblem } from '../core/ports';
import type { StoryRow } from '../core/story/arrange';
import { storyOutlook, type SectionOutlook, type StoryOutlook } from '../core/story/outlook';
import { wordsPerMinuteAt } from '../store/settings';
import type { LocatedStory } from '../store/storyStore';

/** Commands in menus read `uri`, `start` and `title`. */
interface AnyElement {
  /** Unique in the view and stable. */
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly title: string;
  readonly start?: number;
  readonly parent?: StoryElement;
}

/** A section of a story, whether it is there or not. */
export interface SectionElement extends AnyElement {
  readonly section: SectionOutlook;
}

/** Something wrong in a story's file. */
export interface ProblemElement extends AnyElement {
  readonly problem: TextProblem;
}

export type StoriesElement = StoryElement | SectionElement | ProblemElement;

/** A story. It stays the same object while its file changes, so that it can be refreshed. */
export class StoryElement implements AnyElement, StoryRow {
  readonly id: string;
  readonly parent?: never;
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

/** What is under a story: its problems, then its sections. */
export function storyChildren(story: StoryElement): StoriesElement[] {
  const { id, uri, title, located, outlook } = story;
  const common = { uri, title, parent: story };
  const problems = located.story.problems.map((problem, index): ProblemElement => ({
    ...common,
    id: `${id}#problem-${index}`,
    start: problem.start,
    problem,
  }));
  const sections = outlook.sections.map((section): SectionElement => ({
    ...common,
    id: `${id}#${section.name}`,
    start: section.start,
    section,
  }));
  return [...problems, ...sections];
}

function outlookOf({ story, name, uri }: LocatedStory): StoryOutlook {
  return storyOutlook(story, name, wordsPerMinuteAt(uri));
}
