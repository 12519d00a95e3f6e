/** The commands of the table, in the editor. */
import * as vscode from 'vscode';
import { ARGUMENTS, type FieldKind } from './commandArguments';
import { COMMANDS, type ArgumentOf, type CommandId, type ResultOf } from './commandTable';
import type { CommandHandler, CommandHandlers } from './lateCommands';
import { causeInWords, Refusal, report } from './refusal';

const { t } = vscode.l10n;

/** What a command gives when it refuses: it has to be named only where `undefined` is not a result of the command. */
type Otherwise<Result> = undefined extends Result ? [] : [otherwise: Result];

const handlers = new Map<CommandId, CommandHandler>();

/** What each command does that was given with {@link registerCommand}. */
export const commandHandlers: CommandHandlers = handlers;

/**
 * Says what a command does. Its argument may come from anywhere (a keybinding, another extension, a menu's tree
 * element), so it arrives as `unknown`, is checked against the table, and is decoded by the command. Refusals and other
 * errors are shown to the user and never reach the caller.
 */
export function registerCommand<Id extends CommandId>(
  id: Id,
  run: (argument: unknown) => ResultOf<Id> | Promise<ResultOf<Id>>,
  ...[otherwise]: Otherwise<ResultOf<Id>>
): vscode.Disposable {
  handlers.set(id, async (argument) => {
    try {
      checkArgument(id, argument);
      return await run(argument);
    } catch (error) {
      report(error instanceof Refusal ? error : unexpected(id, error));
      return otherwise;
    }
  });
  return new vscode.Disposable(() => handlers.delete(id));
}

/** A Uri, its text, or its JSON, as a Uri; undefined for anything else. */
export function asUri(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return normal(value);
  try {
    if (typeof value === 'string')
      return /^[a-z][a-z\d+.-]+:/iu.test(value) ? normal(vscode.Uri.parse(value, true)) : undefined;
    if (typeof value !== 'object' || value === null) return undefined;
    const { scheme, path } = value as { scheme?: unknown; path?: unknown };
    if (typeof scheme === 'string' && typeof path === 'string')
      return normal(vscode.Uri.from(value as { scheme: string; path: string }));
  } catch {
    // Not a Uri.
  }
  return undefined;
}

/** Without `.` and `..` in its path: whether a file is in a folder is read from it. */
function normal(uri: vscode.Uri): vscode.Uri {
  return /(?:^|\/)\.\.?(?:\/|$)/u.test(uri.path) ? vscode.Uri.joinPath(uri, '.') : uri;
}

/** The longest id, name or title, and the longest prose, in UTF-16 units. */
const LONGEST_TEXT = 1000;
const LONGEST_PROSE = 200_000;
/** The longest text of a whole file, such as a transcript. */
const LONGEST_DOCUMENT = 20_000_000;
/** The most entries of a list or a map. */
const MOST_ENTRIES = 1000;

interface Field {
  /** As the object of “has to be”. */
  readonly words: string;
  fits(value: unknown): boolean;
}

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= LONGEST_TEXT && value.trim() !== '';
const isName = (value: unknown): boolean => isText(value) || (typeof value !== 'string' && asUri(value) !== undefined);
const isListOf =
  (fits: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length <= MOST_ENTRIES && value.every(fits);

const FIELDS: Readonly<Record<FieldKind, Field>> = {
  text: { words: t('text of at most {0} characters, and not blank', LONGEST_TEXT), fits: isText },
  prose: {
    words: t('text of at most {0} characters', LONGEST_PROSE),
    fits: (value) => typeof value === 'string' && value.length <= LONGEST_PROSE,
  },
  document: {
    words: t('text of at most {0} characters', LONGEST_DOCUMENT),
    fits: (value) => typeof value === 'string' && value.length <= LONGEST_DOCUMENT,
  },
  texts: { words: t('a list of texts, none of them blank'), fits: isListOf(isText) },
  name: { words: t('a name or a Uri'), fits: isName },
  names: { words: t('a list of names or Uris'), fits: isListOf(isName) },
  flag: { words: t('true or false'), fits: (value) => typeof value === 'boolean' },
  index: { words: t('a whole number from 0'), fits: (value) => Number.isSafeInteger(value) && Number(value) >= 0 },
  amount: { words: t('a number from 0'), fits: (value) => Number.isFinite(value) && Number(value) >= 0 },
  uri: { words: t('a Uri, or its text with a scheme such as “file:”'), fits: (value) => asUri(value) !== undefined },
  scores: {
    words: t('an object that gives competencies whole numbers from 1 to 4'),
    fits: (value) =>
      isObject(value) && Object.values(value).every((score) => [1, 2, 3, 4].some((each) => each === score)),
  },
  rounds: {
    words: t('a list such as [{0}]', '{ "id": "phone-screen", "date": "2026-11-30", "time": "14:30" }'),
    fits: isListOf(
      (value) =>
        isObject(value) &&
        isText(value['id']) &&
        isText(value['date']) &&
        (value['time'] === undefined || isText(value['time'])),
    ),
  },
  asked: {
    words: t('a list such as [{0}]', '{ "asked": "Why Kafka?", "story": "checkout.md", "landed": "gap" }'),
    fits: isListOf(isAskedQuestion),
  },
  peer: {
    words: t('a name, or an object with “name” and “shipped”'),
    fits: (value) =>
      isText(value) ||
      (isObject(value) && isText(value['name']) && ['undefined', 'string'].includes(typeof value['shipped'])),
  },
};

function isAskedQuestion(value: unknown): boolean {
  if (!isObject(value) || !isText(value['asked'])) return false;
  const { story, landed, pushedOn, contradicted } = value;
  const isTextOrTexts = (field: unknown): boolean => typeof field === 'string' || isListOf(isText)(field);
  return (
    (story === undefined || isName(story)) &&
    (landed === undefined || isText(landed)) &&
    (pushedOn === undefined || isTextOrTexts(pushedOn)) &&
    (contradicted === undefined || isTextOrTexts(contradicted))
  );
}

/**
 * Compares what a command was called with to the table. A menu hands over its row, a class of its own or with its
 * parent: only the fields that the command takes count.
 * @throws Refusal where something is wrong with it.
 */
function checkArgument(id: CommandId, argument: unknown): void {
  if (argument === undefined || argument === null || argument instanceof vscode.Uri) return;
  const kinds: Readonly<Record<string, FieldKind>> = ARGUMENTS[id];
  const known = Object.keys(kinds).join(', ');
  const takes = known === '' ? t('it takes nothing') : t('it takes an object with {0}', known);
  if (!isObject(argument)) throw new Refusal('argument', t('{0} was not run: {1}.', titleOf(id), takes));
  for (const [key, kind] of Object.entries(kinds)) {
    const value = argument[key];
    if (value !== undefined && !FIELDS[kind].fits(value))
      throw new Refusal('argument', t('{0} was not run: “{1}” has to be {2}.', titleOf(id), key, FIELDS[kind].words));
  }
  if (!isRow(argument) && isWithoutItsLoop(kinds, argument))
    throw new Refusal('argument', t('{0} was not run: give the “loop” as well as the “round”.', titleOf(id)));
  const unknown = isRow(argument)
    ? []
    : Object.keys(argument).filter((key) => !Object.hasOwn(kinds, key) && key !== 'ask');
  if (unknown.length === 0) return;
  const keys = unknown.slice(0, 5).map((key) => `“${key.slice(0, 50)}”`);
  // What it does know is done all the same.
  report(
    new Refusal('argument', t('{0} does not know {1}: {2}.', titleOf(id), keys.join(', '), takes), { tone: 'brief' }),
  );
}

const titleOf = (id: CommandId): string => `“${COMMANDS[id].title.replace(/…$/u, '')}”`;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Round ids are those of playbooks: several loops have the same. A session, by its Uri, says its loop. */
function isWithoutItsLoop(
  kinds: Readonly<Record<string, FieldKind>>,
  { loop, round, session, uri }: Readonly<Record<string, unknown>>,
): boolean {
  return (
    'loop' in kinds &&
    'round' in kinds &&
    round !== undefined &&
    [loop, session, uri].every((name) => name === undefined)
  );
}

/** Whether an argument is a row of a tree, which has more in it than the command asks for. */
function isRow(argument: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(argument);
  return (prototype !== Object.prototype && prototype !== null) || 'row' in argument || 'parent' in argument;
}

/** An unforeseen error is reported as well: a caller gets an answer, and the user a message. */
function unexpected(id: CommandId, error: unknown): Refusal {
  return new Refusal('failed', t('{0} failed: {1}', titleOf(id), causeInWords(error)), { cause: error });
}

/** Runs one of our commands. */
export function runCommand<Id extends CommandId>(id: Id, argument?: ArgumentOf<Id>): Thenable<ResultOf<Id>> {
  return vscode.commands.executeCommand(id, argument);
}

/** A tree item's or code lens's command. */
export function commandOf<Id extends CommandId>(id: Id, title: string, argument: ArgumentOf<Id>): vscode.Command {
  return { command: id, title, arguments: [argument] };
}
