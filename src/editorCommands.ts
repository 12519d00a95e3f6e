/** The commands of the table, in the editor. */
import * as vscode from 'vscode';
import type { ArgumentOf, CommandId, ResultOf } from './commandTable';
import { Refusal, report } from './refusal';

/** What a command gives when it refuses: it has to be named only where `undefined` is no result of the command. */
type Otherwise<Result> = undefined extends Result ? [] : [otherwise: Result];

/**
 * Registers a command. What it is called with is anybody's: a keybinding's, another extension's, a menu's tree element;
 * so it comes as `unknown` and is decoded by the command. A refusal is said to the user and never reaches the caller.
 */
export function registerCommand<Id extends CommandId>(
  id: Id,
  run: (argument: unknown) => ResultOf<Id> | Promise<ResultOf<Id>>,
  ...[otherwise]: Otherwise<ResultOf<Id>>
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (argument: unknown) => {
    try {
      return await run(argument);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      report(error);
      return otherwise;
    }
  });
}

/** Runs one of our commands. */
export function runCommand<Id extends CommandId>(id: Id, argument?: ArgumentOf<Id>): Thenable<ResultOf<Id>> {
  return vscode.commands.executeCommand(id, argument);
}

/** A tree item's or code lens's command. */
export function commandOf<Id extends CommandId>(id: Id, title: string, argument: ArgumentOf<Id>): vscode.Command {
  return { command: id, title, arguments: [argument] };
}
