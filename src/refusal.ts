/**
 * How it is passed on that something was not done: as a thrown `Refusal`. `registerCommand` and the panels catch it, so
 * nobody else has to; `report` shows one that need not stop the work.
 */
import * as vscode from 'vscode';

export type RefusalKind =
  /** What is named is not there, or does not fit. */
  | 'absent'
  /** What a command was called with is wrong. */
  | 'argument'
  /** Something else stands where a file was to be written. */
  | 'occupied'
  | FileRefusalKind;

/** Why a file was not read or written. */
export type FileRefusalKind =
  /** It cannot be edited as it is: its front matter is broken, or it says something else than expected. */
  | 'stale'
  /** The line does not say what was shown. */
  | 'changed'
  /** It has merge-conflict markers. */
  | 'conflict'
  | 'readonly'
  | 'missing'
  /** It is not UTF-8, and writing it would change bytes that nobody asked to change. */
  | 'encoding'
  /** It is there, and cannot be read. */
  | 'unreadable'
  /** Writing stopped halfway, and what was there could not be put back yet: `text` is what was there. */
  | 'cutOff'
  /** Another program changed the same lines at the same moment: what it wrote is in a file beside. */
  | 'kept'
  /** Something else went wrong: see the cause. */
  | 'failed';

/** What the user is offered to do about it: to open the file, the settings, or the text that was saved from it. */
export type Remedy = 'open' | 'settings' | 'text';

/** How it is said: in the status bar for a moment, or as a notification. */
export type RefusalTone = 'brief' | 'warning' | 'error';

interface RefusalDetails {
  /** The file that it is about. */
  readonly file?: vscode.Uri | undefined;
  readonly remedy?: Remedy | undefined;
  /** Left out, it follows from the kind. */
  readonly tone?: RefusalTone | undefined;
  readonly cause?: unknown;
  /** What the file said, where it may be lost. */
  readonly text?: string | undefined;
}

/** Something was not done. Its message is a sentence for the user. */
export class Refusal extends Error {
  readonly file: vscode.Uri | undefined;
  readonly remedy: Remedy | undefined;
  readonly tone: RefusalTone;
  readonly text: string | undefined;

  constructor(
    readonly kind: RefusalKind,
    message: string,
    { file, remedy, tone, cause, text }: RefusalDetails = {},
  ) {
    super(withPaths(message), { cause });
    this.name = 'Refusal';
    this.file = file;
    this.remedy = remedy;
    this.tone = tone ?? toneOf(kind);
    this.text = text;
  }
}

function toneOf(kind: RefusalKind): RefusalTone {
  if (kind === 'changed' || kind === 'unreadable') return 'brief';
  return kind === 'argument' || kind === 'occupied' || kind === 'cutOff' || kind === 'failed' ? 'error' : 'warning';
}

const didRefuse = new vscode.EventEmitter<Refusal>();
/** Fires with each refusal that is to be said and logged; its listener is made where the extension starts. */
export const onDidRefuse = didRefuse.event;

/** Has a refusal said and logged. */
export function report(refusal: Refusal): void {
  didRefuse.fire(refusal);
}

/** Has several said and logged, in one message. */
export function reportAll(refused: readonly Refusal[]): void {
  const [first, ...more] = refused;
  if (!first) return;
  const message = refused.map((each) => each.message).join(' ');
  report(more.length === 0 ? first : new Refusal(first.kind, message, { cause: first.cause }));
}

/** What went wrong, in the words of whoever threw it. */
export function causeInWords(error: unknown): string {
  try {
    return withPaths(error instanceof Error ? error.message : String(error));
  } catch {
    return vscode.l10n.t('an error without a message');
  }
}

/** A Uri in a text, without the marks around it. */
const URI = /\b[a-z][\w+.-]{1,30}:\/\/[^\s“”‘’"'<>(),;]+/giu;

/** A text with the Uris of files as people know them: by their paths in the workspace. Links to the web stay. */
export function withPaths(text: string): string {
  return text.replace(URI, (uri) => {
    if (/^https?:/iu.test(uri)) return uri;
    const end = /[.:!?]$/u.exec(uri)?.[0] ?? '';
    try {
      return vscode.workspace.asRelativePath(vscode.Uri.parse(uri.slice(0, uri.length - end.length), true)) + end;
    } catch {
      return uri;
    }
  });
}
