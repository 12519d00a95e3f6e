/** Writes files through `workspace.fs`, as safely as a file system allows that we know nothing more about. */
import * as vscode from 'vscode';
import { isChangeKept, isCutOff, sameBytes, startsWithBytes } from '../core/bytes';
import { Debouncer, Owner } from '../lifecycle';
import { report } from '../refusal';
import { statOrThrow, unlessNotFound } from './files';
import { fileRefusal } from './refusals';

/** How often something starts again: an edit where another program was faster, or putting back what was there. */
const MOST_TRIES = 5;

/** How long until a file that was cut off is looked at again, in milliseconds. */
const LATER = 3000;
/** How often that is: after five minutes, only the next edit tries again. */
const MOST_LOOKS = 100;

/** A file's bytes, and what they were to become when writing was cut off. */
interface CutOff {
  readonly uri: vscode.Uri;
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

/** A file that is still to be put back. */
interface Owed extends CutOff {
  /** While it is being put back. */
  paying?: Promise<void> | undefined;
  looks: number;
}

export class WorkspaceWriter extends Owner {
  /** Files that were cut off and that could not be put back yet, by their Uris. */
  private readonly owed = new Map<string, Owed>();
  private readonly later = this._register(new Debouncer(() => void this.payAllBack(), LATER));

  /**
   * Edits a file by what `change` makes of its bytes; undefined leaves it as it is. Where the file system fails
   * halfway, what was there is put back.
   * @returns 'overtaken' where other programs were faster each time.
   */
  async edit(uri: vscode.Uri, change: (bytes: Uint8Array) => Uint8Array | undefined): Promise<'done' | 'overtaken'> {
    const owed = this.owed.get(uri.toString());
    if (owed) await this.payBack(owed);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const from = await vscode.workspace.fs.readFile(uri);
      const to = change(from);
      if (!to || sameBytes(from, to)) return 'done';
      if (!sameBytes(await vscode.workspace.fs.readFile(uri), from)) continue;
      if (await this.write({ uri, from, to })) return 'done';
    }
    return 'overtaken';
  }

  /** Creates a file in a folder that is there. What stands there right before writing is never replaced. */
  async create(uri: vscode.Uri, bytes: Uint8Array): Promise<'created' | 'exists'> {
    if (await statOrThrow(uri)) return 'exists';
    try {
      await vscode.workspace.fs.writeFile(uri, bytes);
    } catch (error) {
      const now = await read(uri);
      if (now && sameBytes(now, bytes)) return 'created';
      // There was no file, so the beginning of ours is all that is lost.
      if (now && isCutOff(now, bytes)) await quietly(vscode.workspace.fs.delete(uri));
      throw error;
    }
    const now = await read(uri);
    if (!now || startsWithBytes(now, bytes)) return 'created';
    if (!isCutOff(now, bytes)) return 'exists';
    if (await complete(uri, bytes, (found) => isCutOff(found, bytes))) return 'created';
    await quietly(vscode.workspace.fs.delete(uri));
    throw notWhole(uri);
  }

  /** Whether the file says what was to be written, also where others wrote at the same time. */
  private async write(edit: CutOff): Promise<boolean> {
    const { uri, from, to } = edit;
    try {
      await vscode.workspace.fs.writeFile(uri, to);
    } catch (error) {
      const now = await read(uri);
      if (now && sameBytes(now, to)) return true;
      if (!now || (!sameBytes(now, from) && isCutOff(now, to))) await this.putBack(edit);
      throw error;
    }
    const now = await read(uri);
    if (!now || !isCutOff(now, to)) return !now || isChangeKept(now, from, to);
    if (await complete(uri, to, (found) => isCutOff(found, to))) return true;
    await this.putBack(edit);
    throw notWhole(uri);
  }

  /** Puts back what was in a file whose writing was cut off; where that cannot be, it is kept until it can. */
  private async putBack(edit: CutOff): Promise<void> {
    const { uri, from, to } = edit;
    if (await complete(uri, from, (found) => isCutOff(found, to) || isCutOff(found, from))) return;
    this.owed.set(uri.toString(), { ...edit, looks: 0 });
    this.later.schedule();
    report(fileRefusal('edit', 'cutOff', uri, undefined, new TextDecoder().decode(from)));
  }

  private async payAllBack(): Promise<void> {
    const looked = [...this.owed.values()].filter(({ looks }) => looks < MOST_LOOKS);
    for (const owed of looked) {
      owed.looks += 1;
      await quietly(this.payBack(owed));
    }
    if ([...this.owed.values()].some(({ looks }) => looks < MOST_LOOKS)) this.later.schedule();
  }

  /**
   * Once at a time: what is still being written must not land after a newer edit.
   * @throws where that cannot be: then nothing is edited.
   */
  private payBack(owed: Owed): Promise<void> {
    owed.paying ??= this.pay(owed).finally(() => {
      owed.paying = undefined;
    });
    return owed.paying;
  }

  private async pay({ uri, from, to }: Owed): Promise<void> {
    const isBroken = (now: Uint8Array): boolean => !sameBytes(now, from) && (isCutOff(now, to) || isCutOff(now, from));
    const now = await unlessNotFound(vscode.workspace.fs.readFile(uri));
    // One that is gone went while it was being written: its text is put back too.
    if ((!now || isBroken(now)) && !(await complete(uri, from, isBroken))) throw notWhole(uri);
    this.owed.delete(uri.toString());
  }
}

/** Writes until the file says it, or something that is not just a beginning: then another program has written it. */
async function complete(uri: vscode.Uri, bytes: Uint8Array, isBroken: (now: Uint8Array) => boolean): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await quietly(vscode.workspace.fs.writeFile(uri, bytes));
    const now = await read(uri);
    if (now && (startsWithBytes(now, bytes) || !isBroken(now))) return true;
  }
  return false;
}

/** The bytes of a file; undefined where it cannot be read now. */
async function read(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}

async function quietly(job: Thenable<unknown>): Promise<void> {
  try {
    await job;
  } catch {
    // What was to be done is looked for afterwards.
  }
}

function notWhole(uri: vscode.Uri): Error {
  return vscode.FileSystemError.Unavailable(`“${uri.path}” could not be written completely`);
}
