import type * as vscode from 'vscode';
import { parseStory, type Story } from '../core/story/parseStory';

/**
 * Parses each story once for as long as it says the same, whoever asks first: the list of stories or the checks. It
 * is kept only while somebody uses it: ten thousand of them, with their texts, would fill the memory.
 */
export class ParsedStories {
  private readonly known = new Map<string, WeakRef<Story>>();

  /** @param text what the file says now. */
  parse(uri: vscode.Uri, text: string): Story {
    const key = uri.toString();
    const before = this.known.get(key)?.deref();
    if (before?.text === text) return before;
    const story = parseStory(text);
    this.known.set(key, new WeakRef(story));
    return story;
  }
}
