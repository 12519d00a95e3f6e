/** Waits until the user stops typing in a document. */
import type * as vscode from 'vscode';
import { Debouncer } from '../lifecycle';

/** How long after the last keystroke a document is checked, in milliseconds. */
const PAUSE = 400;

export class TypingPauses implements vscode.Disposable {
  private readonly pauses = new Map<string, Debouncer>();
  /** Those waiting for the end of a document's pause. */
  private readonly waiting = new Map<string, (() => void)[]>();

  /** @param rested called when nobody has typed in a document for a while; it must call {@link end}. */
  constructor(private readonly rested: (document: vscode.TextDocument) => void) {}

  /** The document was typed in: its pause starts again. */
  begin(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    let pause = this.pauses.get(key);
    if (!pause) this.pauses.set(key, (pause = new Debouncer(() => this.rested(document), PAUSE)));
    pause.schedule();
  }

  /** The pause is over: those waiting continue once `then` has run. */
  end(document: vscode.TextDocument, then: () => void): void {
    const key = document.uri.toString();
    this.pauses.get(key)?.dispose();
    this.pauses.delete(key);
    then();
    this.release(key);
  }

  /** Resolves at the end of the document's pause: at once where there is none. */
  wait(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    if (!this.pauses.has(key)) return Promise.resolve();
    return new Promise((resolve) => this.waiting.set(key, [...(this.waiting.get(key) ?? []), resolve]));
  }

  dispose(): void {
    for (const pause of this.pauses.values()) pause.dispose();
    for (const key of [...this.waiting.keys()]) this.release(key);
  }

  private release(key: string): void {
    const resolvers = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    for (const resolve of resolvers) resolve();
  }
}
