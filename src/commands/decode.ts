/** Reads what a command was called with: a keybinding's JSON, another extension's object, a tree element. */

export { asUri } from '../editorCommands';

/** The fields of an argument; empty where it is not an object. */
export function fields(argument: unknown): Readonly<Record<string, unknown>> {
  return typeof argument === 'object' && argument !== null ? (argument as Record<string, unknown>) : {};
}

/** A text that is not blank, or undefined. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A whole number from 0, or undefined. */
export function asIndex(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
