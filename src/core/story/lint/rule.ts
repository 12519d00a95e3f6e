import type { SectionName } from '../storySections';
import type { StoryContext } from './context';
import type { Report, Severity, TextKind } from './types';

/**
 * A rule is data and one pure check; its documentation is `content/rules/<code>.md`. `npm run generate` writes what
 * package.json and README say of it.
 */
export interface Rule<Code extends string = string> {
  readonly code: Code;
  /** What it is unless `prepLoop.lint.rules` says otherwise. */
  readonly severity: Severity;
  /** What to call it where a code would be out of place; the heading of its page. */
  readonly title: string;
  /** One sentence for lists of rules: what it asks for. */
  readonly summary: string;
  /** What README says after “Raised when”, as Markdown: no capital at its start, no full stop. */
  readonly raisedWhen: string;
  readonly weight: Weight;
  /**
   * Whether its first fix only moves what the user wrote, so that Fix All makes it. To add a section or to rewrite a
   * sentence is for the user to decide, one by one: a save must not fill a story with blanks.
   */
  readonly isFixSafe?: true;
  /** Whether it holds in every language: it looks at the form of a story, and not at its words. */
  readonly anyLanguage?: true;
  /** What the picture on its page shows. */
  readonly scene: Scene;
  readonly kinds: readonly TextKind[];
  readonly check: (story: StoryContext) => readonly Report[];
}

/**
 * What findings cost in a story's score, of the 60 points that a story has without proof. What an interviewer would
 * miss most weighs most. What is not written yet costs what its section would have earned instead.
 */
export interface Weight {
  /** Of one finding. */
  readonly points: number;
  /** Of all findings of the rule together. */
  readonly most: number;
}

/** A text for the picture of a rule. In it, `{weak}` stands for the weak example of the rule's page. */
export type Scene = StoryScene | ScriptScene;

/** A story that is sound except for what is named here. */
export interface StoryScene {
  /** What sections say instead of what is sound. */
  readonly says?: Readonly<Partial<Record<SectionName, string>>>;
  /** Which sections it has, in which order. */
  readonly sections?: readonly SectionName[];
  /** A line for its front matter. */
  readonly frontMatter?: string;
}

export interface ScriptScene {
  readonly script: string;
}
