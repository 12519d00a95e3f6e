/** The one table of sentences for files that were not read or written, and the edit that throws them. */
import * as vscode from 'vscode';
import type { TextEdit } from '../core/markdown/text';
import { causeInWords, Refusal, type FileRefusalKind } from '../refusal';
import type { TextFiles } from './api';
import { nameOf } from './uris';

const { t } = vscode.l10n;

/** @param why the cause, in the words of whoever threw it. */
type Sentence = (file: vscode.Uri, why: string) => string;

/** What somebody threw, as a sentence: file systems end theirs as they like. */
const ended = (why: string): string => (/[.!?…]$/u.test(why) ? why : `${why}.`);

const named = (sentence: (name: string, why: string) => string): Sentence => {
  return (file, why) => sentence(nameOf(file), why);
};
const notExported: Sentence = (file, why) =>
  t(
    '“{0}” was not written: {1} Export it again when that is fixed.',
    vscode.workspace.asRelativePath(file, false),
    ended(why),
  );
const exportRefused: Sentence = (file) => notExported(file, t('it cannot be written to.'));
const notPutBack: Sentence = named((name) =>
  t('{0} keeps what was just written into it: it could not be put back.', name),
);
const sessionNotSaved = (why: string): string =>
  t('The session was not saved: {0} Your notes are kept; save again when that is fixed.', ended(why));

/** What is said of any file where a task has no words of its own. */
const ANY_TASK: Readonly<Record<FileRefusalKind, Sentence>> = {
  stale: named((name) =>
    t(
      '{0} cannot be written to as it is: fix its front matter, or resolve its merge conflict. Nothing was written.',
      name,
    ),
  ),
  changed: named((name) => t('{0} has changed since. Nothing was written.', name)),
  conflict: named((name) => t('{0} has a merge conflict: resolve it first. Nothing was written.', name)),
  readonly: named((name) => t('{0} is read-only. Nothing was written.', name)),
  missing: named((name) => t('{0} is not there any more. Nothing was written.', name)),
  encoding: named((name) => t('{0} is not UTF-8: save it with that encoding first. Nothing was written.', name)),
  unreadable: named((name, why) => t('“{0}” could not be read: {1}', name, why)),
  cutOff: named((name) =>
    t('Writing {0} was interrupted. Prep Loop restores its text as soon as it can; until then, keep a copy.', name),
  ),
  kept: named((name, copy) =>
    t(
      'Another program changed the same lines of {0} at the same moment. What it wrote is in {1}, next to it.',
      name,
      copy,
    ),
  ),
  failed: named((name, why) => t('{0} was not written: {1} Try again when that is fixed.', name, ended(why))),
};

/** What each task says in its own words, where it knows more of what is lost and what to do. */
const SENTENCES = {
  edit: {},
  open: {
    missing: named((name) => t('{0} is not there any more.', name)),
    failed: named((name, why) => t('“{0}” could not be opened: {1}', name, why)),
  },
  read: {},
  tick: {
    changed: named((name) =>
      t('{0}: that line has changed since, so nothing was written. The tracker is up to date now.', name),
    ),
    conflict: named((name) => t('{0} has a merge conflict: resolve it, then tick the item.', name)),
    readonly: named((name) => t('{0} is read-only: the item was not ticked.', name)),
    encoding: named((name) => t('{0} is not UTF-8: open it and save it with that encoding, then tick the item.', name)),
  },
  closeLoop: {
    stale: named((name) =>
      t('{0} was left as it is: its front matter cannot be changed safely. Fix it, then try again.', name),
    ),
    readonly: named((name) => t('{0} is read-only: nothing was changed.', name)),
    missing: named((name) => t('The loop has no {0}: start the loop again to add it; your files are kept.', name)),
    encoding: named((name) => t('{0} is not UTF-8: open it and save it with that encoding, then try again.', name)),
  },
  checkFit: {
    stale: named((name) =>
      t('{0} was left as it is: resolve its merge conflict, or put back the line that ends the fit check.', name),
    ),
  },
  saveSession: {
    stale: named((name) =>
      t('{0} is broken or has a merge conflict, so nothing was written: fix it, then save the session again.', name),
    ),
    readonly: named((name) => t('{0} is read-only: the session was not saved. Your notes are kept.', name)),
    missing: named((name) => t('{0} is not there any more: save the session again to make a new file.', name)),
    encoding: named((name) =>
      t('{0} is not UTF-8: open it and save it with that encoding, then save the session again.', name),
    ),
    failed: (_, why) => sessionNotSaved(why),
  },
  importTranscript: {
    stale: named((name) =>
      t(
        '{0} is broken or has a merge conflict, so nothing was written: fix it, then import the transcript again.',
        name,
      ),
    ),
  },
  rateCard: {
    stale: named((name) =>
      t('{0} has changed in the meantime: the rating was not written. Rate the card again.', name),
    ),
    missing: named((name) =>
      t('{0} has changed in the meantime: the rating was not written. Rate the card again.', name),
    ),
    readonly: named((name) => t('{0} is read-only: the rating was not written.', name)),
    encoding: named((name) =>
      t('{0} is not UTF-8: save it with that encoding first. The rating was not written.', name),
    ),
  },
  changeRound: {
    stale: named((name) =>
      t('{0} was left as it is: it has changed since, its front matter is broken, or it cannot be written to.', name),
    ),
  },
  assign: {
    stale: named((name) =>
      t(
        '{0} was left as it is: it has a merge conflict, its front matter is broken, “assigned” in it is not a list, or a comment there would be lost. Fix that, then assign again.',
        name,
      ),
    ),
    readonly: named((name) => t('{0} is read-only: no story was assigned.', name)),
  },
  undoAssign: {
    stale: named((name) => t('{0} has changed since, so its assigned stories were left as they are.', name)),
  },
  replan: {
    stale: named((name) =>
      t('{0}: it has changed since, or cannot be written to: its dates were left as they are.', name),
    ),
  },
  undo: {
    stale: named((name) => t('{0} has changed since, so it was left as it is.', name)),
  },
  putBack: {
    stale: notPutBack,
    conflict: notPutBack,
    readonly: notPutBack,
    encoding: notPutBack,
    missing: named((name) => t('{0} is not there any more.', name)),
    failed: notPutBack,
  },
  undoReplan: {
    stale: named((name) => t('{0}: it has changed since, so its dates were left as they are.', name)),
  },
  export: {
    stale: exportRefused,
    readonly: exportRefused,
    missing: exportRefused,
    encoding: exportRefused,
    failed: notExported,
  },
} satisfies Record<string, Partial<Record<FileRefusalKind, Sentence>>>;

/** What a file was read or written for: it decides the words. */
export type FileTask = keyof typeof SENTENCES;

/**
 * The refusal of a file, in the words of the task.
 * @param text what the file said, where it may be lost: it is offered instead of the file.
 */
export function fileRefusal(
  task: FileTask,
  kind: FileRefusalKind,
  file: vscode.Uri,
  cause?: unknown,
  text?: string,
): Refusal {
  const own: Partial<Record<FileRefusalKind, Sentence>> = SENTENCES[task];
  const sentence = own[kind] ?? ANY_TASK[kind];
  const isOpenable = task !== 'open' && kind !== 'missing' && kind !== 'changed' && kind !== 'unreadable';
  const tone = task === 'open' && kind === 'missing' ? 'brief' : undefined;
  return new Refusal(kind, sentence(file, causeInWords(cause)), {
    file,
    remedy: text !== undefined ? 'text' : isOpenable ? 'open' : undefined,
    tone,
    cause,
    text,
  });
}

/** What an error of a file system is in the words of a task; a refusal stays what it is. */
export function asRefusal(task: FileTask, file: vscode.Uri, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return fileRefusal(task, isReadonlyError(error) ? 'readonly' : 'failed', file, error);
}

/**
 * Edits a file as {@link TextFiles.edit} does; whether that changed it.
 * @throws Refusal where the file is not as expected, in the words of the task.
 */
export async function editFile(
  files: TextFiles,
  file: vscode.Uri,
  change: (text: string) => readonly TextEdit[] | undefined,
  task: FileTask = 'edit',
): Promise<boolean> {
  const outcome = await files.edit(file, change).catch((error: unknown) => {
    throw asRefusal(task, file, error);
  });
  if (outcome === 'done' || outcome === 'unchanged') return outcome === 'done';
  throw fileRefusal(task, outcome, file);
}

/**
 * Creates a file as {@link TextFiles.create} does.
 * @throws Refusal where that fails, in the words of the task.
 */
export function createFile(
  files: TextFiles,
  file: vscode.Uri,
  text: string,
  task: FileTask = 'edit',
): Promise<'created' | 'exists'> {
  return files.create(file, text).catch((error: unknown) => {
    throw asRefusal(task, file, error);
  });
}

/** Codes of errors: the editor's, and Node's. */
const NOT_FOUND: ReadonlySet<unknown> = new Set([
  ...['FileNotFound', 'FileNotADirectory', 'FileIsADirectory'],
  ...['ENOENT', 'ENOTDIR', 'EISDIR'],
]);
const READONLY: ReadonlySet<unknown> = new Set(['NoPermissions', 'FileWriteLocked', 'EACCES', 'EPERM', 'EROFS']);

/** Whether an error says that there is no such file or folder: the name may be of the other kind, or below a file. */
export function isNotFound(error: unknown): boolean {
  return NOT_FOUND.has(codeOf(error));
}

/** Whether an error says that the file system will not be written to. */
export function isReadonlyError(error: unknown): boolean {
  return READONLY.has(codeOf(error));
}

function codeOf(error: unknown): unknown {
  return error instanceof vscode.FileSystemError ? error.code : (error as { code?: unknown } | undefined)?.code;
}

interface CreationSentences {
  /** @param folder where it was to be, as it is shown. */
  readonly readonly: (folder: string) => string;
  readonly failed: (why: string, folder: string) => string;
  /** Where a refusal has said already what to do. */
  readonly refused?: (why: string) => string;
  readonly remedy?: 'settings';
}

const inPrepFolder = (failure: () => string): CreationSentences => ({
  readonly: (folder) =>
    t(
      '{0}: “{1}” is read-only. Open a folder that you can write to, or change the setting “Prep Loop: Folder”.',
      failure(),
      folder,
    ),
  failed: (why, folder) =>
    t('{0} in “{1}”: {2} Try again when that is fixed: what is there is kept.', failure(), folder, ended(why)),
  refused: (why) => t('{0}: {1}', failure(), why),
  remedy: 'settings',
});

/** What is said of what could not be created. */
const NOT_CREATED = {
  loop: inPrepFolder(() => t('The loop was not started')),
  story: inPrepFolder(() => t('The story was not made')),
  playbook: inPrepFolder(() => t('The playbook was not copied')),
  templates: inPrepFolder(() => t('The templates were not copied')),
  retrospective: inPrepFolder(() => t('The retrospective was not written')),
  mock: inPrepFolder(() => t('The mock was not planned')),
  transcript: inPrepFolder(() => t('The transcript was not imported')),
  interview: inPrepFolder(() => t('The interview was not made')),
  session: {
    readonly: (folder) => sessionNotSaved(t('“{0}” is read-only', folder)),
    failed: sessionNotSaved,
  },
} satisfies Record<string, CreationSentences>;

export type Created = keyof typeof NOT_CREATED;

/** Why files could not be created in a folder. */
export function creationRefusal(created: Created, folder: vscode.Uri, cause: unknown): Refusal {
  const sentences: CreationSentences = NOT_CREATED[created];
  const isReadonly = isReadonlyError(cause);
  const shown = vscode.workspace.asRelativePath(folder, true);
  const { failed, refused = failed } = sentences;
  const say = cause instanceof Refusal ? refused : failed;
  const message = isReadonly ? sentences.readonly(shown) : say(causeInWords(cause), shown);
  return new Refusal(isReadonly ? 'readonly' : 'failed', message, { remedy: sentences.remedy, tone: 'error', cause });
}
