/**
 * What runs when a window starts: as little as can be. All parts are made in `composition.ts`, a module of its own that
 * is read when something is needed from it: at once where the user prepares in this window, else when a command runs, a
 * view is seen, or a prep folder comes.
 */
import type * as vscode from 'vscode';
import type { PrepLoopApi } from './api';
import { registerCommands } from './editorCommands';
import { FirstUse } from './firstUse';

export type { PrepLoopApi } from './api';

/**
 * @param compose makes all parts; called once.
 */
export function activate(context: vscode.ExtensionContext, compose: () => PrepLoopApi): PrepLoopApi {
  let made: PrepLoopApi | undefined;
  const waiting = new FirstUse(context.workspaceState, () => void all());
  const all = (): PrepLoopApi => {
    waiting.dispose();
    return (made ??= compose());
  };
  context.subscriptions.push(waiting, registerCommands(all));
  void waiting.look();
  return {
    version: 1,
    extractQuantities: (text) => all().extractQuantities(text),
    lintStory: (markdown, options) => all().lintStory(markdown, options),
    scoreStory: (markdown, options) => all().scoreStory(markdown, options),
    readBlocks: (markdown) => all().readBlocks(markdown),
    valueOffer: (markdown) => all().valueOffer(markdown),
    planSchedule: (input) => all().planSchedule(input),
    timer: () => all().timer(),
    extendMarkdownIt: (markdown) => all().extendMarkdownIt(markdown),
  };
}
