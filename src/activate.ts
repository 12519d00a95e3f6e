/**
 * What runs when a window starts: as little as can be. All parts are made in `composition.ts`, a module of its own that
 * is read when something is needed from it: at once where the user prepares in this window, else when a command runs, a
 * view is seen, or a prep folder comes.
 */
import * as vscode from 'vscode';
import type { PrepLoopApi } from './api';
import { FirstUse } from './firstUse';
import { registerCommands, type CommandHandlers } from './lateCommands';
import { LateTree } from './lateTree';
import { once } from './lifecycle';
import { causeInWords } from './refusal';
import type { StoriesElement } from './views/storyElements';
import type { TrackerElement } from './views/trackerElements';

export type { PrepLoopApi } from './api';

/** The views, which the editor knows before the parts are made that fill them. */
export interface LateViews {
  readonly tracker: LateTree<TrackerElement>;
  readonly stories: LateTree<StoriesElement>;
}

/** All parts of the extension, made: what others may ask of it, and what its commands do. */
export interface Composed {
  readonly api: PrepLoopApi;
  readonly handlers: CommandHandlers;
}

/**
 * @param compose makes all parts; called once.
 */
export function activate(context: vscode.ExtensionContext, compose: (views: LateViews) => Composed): PrepLoopApi {
  const start = (): void => {
    try {
      all();
    } catch {
      // The user was told of it where it failed; what is asked of it later fails in the same words.
    }
  };
  const waiting = new FirstUse(context.workspaceState, start);
  const tracker = new LateTree<TrackerElement>(
    'prepLoop.tracker',
    { showCollapseAll: true, manageCheckboxStateManually: true },
    start,
  );
  const stories = new LateTree<StoriesElement>('prepLoop.stories', { showCollapseAll: true }, start);
  const all = once(() => {
    waiting.dispose();
    try {
      return compose({ tracker, stories });
    } catch (error) {
      const message = vscode.l10n.t('Prep Loop could not start: {0}', causeInWords(error));
      void offerReload(message);
      throw new Error(message, { cause: error });
    }
  });
  context.subscriptions.push(
    tracker,
    stories,
    waiting,
    registerCommands(() => all().handlers),
  );
  void waiting.look();
  return {
    version: 1,
    extractQuantities: (text) => all().api.extractQuantities(text),
    lintStory: (markdown, options) => all().api.lintStory(markdown, options),
    scoreStory: (markdown, options) => all().api.scoreStory(markdown, options),
    readBlocks: (markdown) => all().api.readBlocks(markdown),
    valueOffer: (markdown) => all().api.valueOffer(markdown),
    planSchedule: (input) => all().api.planSchedule(input),
    timer: () => all().api.timer(),
    extendMarkdownIt: (markdown) => all().api.extendMarkdownIt(markdown),
  };
}

async function offerReload(message: string): Promise<void> {
  const reload = vscode.l10n.t('Reload Window');
  if ((await vscode.window.showErrorMessage(message, reload)) === reload)
    await vscode.commands.executeCommand('workbench.action.reloadWindow');
}
