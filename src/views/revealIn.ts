import type * as vscode from 'vscode';

const ATTEMPTS = 5;

/** Milliseconds between two attempts: a tree that is drawn again is done by then. */
const PAUSE = 200;

/**
 * Selects an element in its tree. The editor refuses while it draws the tree again, so it is asked again; an element
 * that has gone is not shown, without an error: showing where something is was never what the user asked for.
 */
export async function revealIn<T>(
  view: vscode.TreeView<T>,
  element: T,
  options: { focus: boolean; expand?: boolean },
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      return await view.reveal(element, { select: true, ...options });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
