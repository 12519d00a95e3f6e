/** What the stories view hands to VS Code and gets back. */
import type * as vscode from 'vscode';
import type { StorySummary } from '../analysis/storySummary';
import type { TextProblem } from '../core/ports';
import type { StoryRow } from '../core/story/arrange';
import { storyOutlook, type SectionOutlook, type StoryOutlook } from '../core/story/outlook';
import { speakingSeconds } from '../core/story/spoken';
import type { ListedStory } from '../store/storyStore';

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
  private known: StoryOutlook | undefined;

  /**
   * @param summary what the checks found; undefined until they have.
   * @param wordsPerMinute how fast the user speaks.
   */
  constructor(
    public located: ListedStory,
    public summary: StorySummary | undefined,
    private wordsPerMinute: number,
  ) {
    this.id = located.uri.toString();
  }

  get uri(): vscode.Uri {
    return this.located.uri;
  }

  get title(): string {
    return this.located.story.title ?? this.located.name;
  }

  /** Worked out when it is first drawn: most of ten thousand stories are only put in order. */
  get outlook(): StoryOutlook {
    const { story, name } = this.located;
    return (this.known ??= storyOutlook(story, name, this.wordsPerMinute));
  }

  get seconds(): number {
    return speakingSeconds(this.located.story.words, this.wordsPerMinute);
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

  update(located: ListedStory, wordsPerMinute: number): void {
    this.located = located;
    this.wordsPerMinute = wordsPerMinute;
    this.known = undefined;
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
