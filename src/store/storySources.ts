import type * as vscode from 'vscode';
import type { LocatedStory } from './storyStore';

/** Where stories come from. */
export interface StorySource {
  readonly onDidChange: vscode.Event<void>;
  stories(): Promise<readonly LocatedStory[]>;
}

/** What the checks of stories say of one. */
export interface ScoreSource {
  /** Fires with each text after it was checked. */
  readonly onDidCheck: vscode.Event<unknown>;
  /** Undefined until the story was checked. */
  summary(uri: vscode.Uri): { readonly score: number | undefined } | undefined;
}
