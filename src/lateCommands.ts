/** Commands that the editor knows from the start, and whose work comes later. */
import * as vscode from 'vscode';
import { COMMANDS, type CommandId } from './commandTable';

/** What a command does with what it was called with. */
export type CommandHandler = (argument: unknown) => Promise<unknown>;

export type CommandHandlers = ReadonlyMap<CommandId, CommandHandler>;

/**
 * Makes the editor know all commands of the table.
 * @param handlers called when one runs: gives what each of them does.
 */
export function registerCommands(handlers: () => CommandHandlers): vscode.Disposable {
  const ids = Object.keys(COMMANDS) as CommandId[];
  return vscode.Disposable.from(
    ...ids.map((id) => vscode.commands.registerCommand(id, (argument: unknown) => handlers().get(id)?.(argument))),
  );
}
