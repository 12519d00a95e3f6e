import * as vscode from 'vscode';
import type { LoopName } from '../commandTable';
import { loopTitle } from '../core/loop/loopModel';
import { runCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore } from '../store/api';
import { asText, asUri, fields } from './decode';

/**
 * Reads which loop a command was called for; undefined where it names none. The tracker's elements name one by the same
 * key.
 */
export function decodeLoopArgument(argument: unknown): LoopName | undefined {
  const { loop } = fields(argument);
  return loop instanceof vscode.Uri ? loop : (asText(loop) ?? asUri(loop));
}

/** Finds a loop that was named. @throws Refusal where there is none. */
export async function findNamedLoop(store: PrepStore, name: LoopName): Promise<LocatedLoop> {
  const located = await store.findLoop(name);
  if (!located) throw new Refusal('absent', `There is no loop “${String(name)}” in this workspace.`);
  return located;
}

/**
 * The loop that is named; else the only one; else the one that the user chooses, undefined where they choose none.
 * @throws Refusal where the one that is named is not there.
 * @param offered which loops the user can choose among; one that is named is taken as it is.
 */
export async function loopToUse(
  store: PrepStore,
  argument: unknown,
  title: string,
  offered?: (located: LocatedLoop) => boolean,
): Promise<LocatedLoop | undefined> {
  const name = decodeLoopArgument(argument);
  return name === undefined ? pickLoop(store, title, offered) : findNamedLoop(store, name);
}

/** The only loop, or the one that the user chooses; undefined when they choose none. */
export async function pickLoop(
  store: PrepStore,
  title: string,
  offered: (located: LocatedLoop) => boolean = () => true,
): Promise<LocatedLoop | undefined> {
  const loops = (await store.loops()).filter(offered);
  if (loops.length === 0) await offerStart('There is no loop yet: start one first.');
  if (loops.length <= 1) return loops[0];
  const picks = loops.map((located) => ({
    label: loopTitle(located.loop),
    description: located.loop.id,
    detail: store.roots.length > 1 ? located.root.folder.name : '',
    located,
  }));
  return (
    await vscode.window.showQuickPick(picks, {
      title,
      placeHolder: 'Which loop?',
      matchOnDescription: true,
      matchOnDetail: true,
    })
  )?.located;
}

/** Says what is missing, and offers to start a loop. */
export async function offerStart(message: string): Promise<void> {
  const start = 'Start a Loop…';
  if ((await vscode.window.showInformationMessage(message, start)) === start) await runCommand('prepLoop.startLoop');
}
