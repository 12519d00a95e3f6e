/** Writes files on disk so that nothing is lost: see the interface {@link Disk}. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { besideName } from '../core/besideName';
import { byteChange, isChangeKept, isCutOff, sameBytes, startsWithBytes } from '../core/bytes';
import { mergeTexts } from '../core/markdown/mergeTexts';
import type { Disk, FileLook } from '../core/ports';

/** How often an edit starts again where another program was faster. */
const MOST_TRIES = 10;

/** Within one of these, the system writes all bytes or none, whenever a program is killed. */
const PAGE = 4096;

/**
 * When a replaced file is looked at again, in milliseconds after it was: a program that had it open may write late.
 */
const LOOKS = [5, 20, 100, 500, 2000, 10_000];

/** What says that a folder takes no file beside another, or does not let it be replaced. */
const NOT_BESIDE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENAMETOOLONG', 'EBUSY', 'EXDEV']);

/** What says that there is a file, or anything else, of a name. */
const IN_THE_WAY = new Set(['EEXIST', 'EISDIR']);

type Change = (bytes: Uint8Array) => Uint8Array | undefined;

/** A file that was replaced, held open: a program that opened it before may still write into it. */
interface Replaced {
  readonly file: string;
  readonly descriptor: number;
  /** What it said when it was last looked at. */
  said: Uint8Array;
  looks: number;
  timer: NodeJS.Timeout | undefined;
}

export class NodeDisk implements Disk {
  private readonly held = new Set<Replaced>();
  private readonly keepListeners: ((path: string, copy: string) => void)[] = [];
  private readonly missListeners: ((path: string, bytes: Uint8Array, cause: unknown) => void)[] = [];

  /** @param canHold whether a file that is held open can be replaced: Windows does not do that. */
  constructor(private readonly canHold = process.platform !== 'win32') {}

  onDidKeep(listener: (path: string, copy: string) => void): void {
    this.keepListeners.push(listener);
  }

  onDidMiss(listener: (path: string, bytes: Uint8Array, cause: unknown) => void): void {
    this.missListeners.push(listener);
  }

  async edit(path: string, change: Change): Promise<'done' | 'overtaken'> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      // A link stays a link: the file that it leads to is written.
      if ((await this.tryEdit(fs.realpathSync(path), change)) === 'done') return 'done';
    }
    return 'overtaken';
  }

  // Callbacks: with ten thousand files the promises of `node:fs/promises` cost as much as the system does.
  lookAt(path: string): Promise<FileLook | undefined> {
    return new Promise((resolve) =>
      fs.stat(path, (error, stats) =>
        resolve(
          error ? undefined : { mtime: Math.round(stats.mtimeMs), size: stats.size, isFolder: stats.isDirectory() },
        ),
      ),
    );
  }

  read(path: string): Promise<Uint8Array | undefined> {
    return new Promise((resolve) => fs.readFile(path, (error, bytes) => resolve(error ? undefined : bytes)));
  }

  isReadonly(path: string): boolean {
    const mode = fs.statSync(path, { throwIfNoEntry: false })?.mode;
    return mode !== undefined && (mode & 0o222) === 0;
  }

  async create(path: string, bytes: Uint8Array): Promise<'created' | 'exists'> {
    let beside: string | undefined;
    try {
      beside = await writeBeside(path, bytes);
      fs.linkSync(beside, path);
      return 'created';
    } catch (error) {
      if (IN_THE_WAY.has(codeOf(error))) return 'exists';
      // Some file systems allow no second name for a file, and a long name may leave no room for a longer one.
      if (beside === undefined && codeOf(error) !== 'ENAMETOOLONG') throw error;
      return writeExclusively(path, bytes);
    } finally {
      if (beside !== undefined) removeQuietly(beside);
    }
  }

  dispose(): void {
    for (const replaced of [...this.held]) this.letGo(replaced);
  }

  private async tryEdit(file: string, change: Change): Promise<'done' | 'overtaken'> {
    const from = fs.readFileSync(file);
    const to = change(from);
    if (!to || sameBytes(from, to)) return 'done';
    // A user with every right could write to this too; but somebody said that it is not to be changed.
    if (this.isReadonly(file)) throw notPermitted(file);
    const stats = fs.statSync(file);
    fs.accessSync(file, fs.constants.W_OK);
    if (isSmall(from, to)) return overwrite(file, from, to);
    let beside: string;
    try {
      beside = await writeBeside(file, to, stats);
    } catch (error) {
      if (NOT_BESIDE.has(codeOf(error))) return overwrite(file, from, to);
      throw error;
    }
    try {
      return this.exchange(file, beside, change, { from, to, isShared: stats.nlink > 1 });
    } finally {
      removeQuietly(beside);
    }
  }

  /**
   * Compares and replaces in one go: what another program writes in between is found in the file that is held. Less is
   * promised for a file with other names, for a folder that takes no file beside it, and where another program replaces
   * the file within the same microseconds.
   */
  private exchange(
    file: string,
    beside: string,
    change: Change,
    read: { readonly from: Uint8Array; readonly to: Uint8Array; readonly isShared: boolean },
  ): 'done' | 'overtaken' {
    const descriptor = fs.openSync(file, 'r');
    let isToClose = true;
    try {
      const from = readAll(descriptor);
      let { to } = read;
      if (!sameBytes(from, read.from)) {
        const again = change(from);
        if (!again || sameBytes(from, again)) return 'done';
        to = again;
        writeSynced(beside, to, 'w');
      }
      // Another name of the file must go on naming the same file.
      if (read.isShared) return overwrite(file, from, to);
      if (!isSameFile(file, descriptor)) return 'overtaken';
      if (!this.canHold) {
        isToClose = false;
        fs.closeSync(descriptor);
        return replaceUnheld(file, beside, from, to);
      }
      try {
        fs.renameSync(beside, file);
      } catch (error) {
        if (NOT_BESIDE.has(codeOf(error))) return overwrite(file, from, to);
        throw error;
      }
      const replaced: Replaced = { file, descriptor, said: from, looks: 0, timer: undefined };
      isToClose = false;
      this.held.add(replaced);
      this.lookLater(replaced);
      return this.takeOver(replaced, to);
    } finally {
      if (isToClose) fs.closeSync(descriptor);
    }
  }

  /**
   * Looks for what another program wrote into the file just as it was replaced: added text is added here too; anything
   * else is put in its place again, and the edit starts again from it. What is only half written, or fails, is left to
   * the later looks.
   */
  private takeOver(replaced: Replaced, to: Uint8Array): 'done' | 'overtaken' {
    const { file, said } = replaced;
    try {
      const theirs = readAll(replaced.descriptor);
      if (sameBytes(theirs, said) || isCutOff(theirs, said)) return 'done';
      if (startsWithBytes(theirs, said) || !giveBytes(file, to, theirs)) {
        this.takeIn(replaced, theirs);
        return 'done';
      }
      replaced.said = theirs;
      return 'overtaken';
    } catch {
      return 'done';
    }
  }

  /** Takes what another program wrote into a file that was replaced into the one that is there now. */
  private takeIn(replaced: Replaced, theirs: Uint8Array): void {
    if (startsWithBytes(theirs, replaced.said)) addRest(replaced, theirs);
    else this.merge(replaced.file, replaced.said, theirs);
    // Only now: what failed is tried again at the next look.
    replaced.said = theirs;
  }

  private lookLater(replaced: Replaced): void {
    const pause = LOOKS[replaced.looks];
    if (pause === undefined) {
      this.letGo(replaced);
      return;
    }
    replaced.looks += 1;
    replaced.timer = setTimeout(() => {
      this.look(replaced);
      if (this.held.has(replaced)) this.lookLater(replaced);
    }, pause).unref();
  }

  private letGo(replaced: Replaced): void {
    clearTimeout(replaced.timer);
    this.look(replaced, true);
    this.held.delete(replaced);
    fs.closeSync(replaced.descriptor);
  }

  /** Takes over what a program wrote late into a file that was replaced. */
  private look(replaced: Replaced, isLast = false): void {
    let theirs = replaced.said;
    try {
      theirs = readAll(replaced.descriptor);
      if (sameBytes(theirs, replaced.said)) return;
      // A program that emptied a file, or wrote only its beginning, is about to write the rest.
      if (isCutOff(theirs, replaced.said) && (!isLast || theirs.length === 0)) return;
      this.takeIn(replaced, theirs);
    } catch (error) {
      // Whoever removed the file itself wanted neither text.
      if (!isLast || codeOf(error) === 'ENOENT') return;
      for (const listener of this.missListeners) listener(replaced.file, theirs, error);
    }
  }

  private merge(file: string, from: Uint8Array, theirs: Uint8Array): void {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const now = fs.readFileSync(file);
      const merged = mergeBytes(from, now, theirs);
      if (!merged) break;
      if (giveBytes(file, now, merged)) return;
    }
    const copy = nameOfBeside(file);
    writeSynced(copy, theirs, 'wx');
    for (const listener of this.keepListeners) listener(file, copy);
  }
}

/** Adds what a program added to a file that was replaced; a file that was removed meanwhile stays away. */
function addRest(replaced: Replaced, theirs: Uint8Array): void {
  const descriptor = fs.openSync(replaced.file, fs.constants.O_WRONLY | fs.constants.O_APPEND);
  try {
    while (replaced.said.length < theirs.length) {
      const done = replaced.said.length;
      const length = fs.writeSync(descriptor, theirs, done, theirs.length - done);
      // Should the next piece fail, this one is not added twice.
      replaced.said = theirs.subarray(0, done + length);
    }
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Whether an edit changes so few bytes, and moves no others, that they can be written in place. */
function isSmall(from: Uint8Array, to: Uint8Array): boolean {
  if (from.length !== to.length) return false;
  const { start, toEnd } = byteChange(from, to);
  return Math.floor(start / PAGE) === Math.floor((toEnd - 1) / PAGE);
}

/**
 * Writes only what differs, into the file as it is: its names, its rights and its other bytes stay. A program that adds
 * to the file at the same moment is not disturbed if the length stays.
 */
function overwrite(file: string, from: Uint8Array, to: Uint8Array): 'done' | 'overtaken' {
  const descriptor = fs.openSync(file, 'r+');
  try {
    if (!sameBytes(readAll(descriptor), from)) return 'overtaken';
    const { start, toEnd } = byteChange(from, to);
    // A tail that moves is written to its end.
    const end = from.length === to.length ? toEnd : to.length;
    try {
      writeAll(descriptor, to.subarray(start, end), start);
      if (to.length < from.length) fs.ftruncateSync(descriptor, to.length);
    } catch (error) {
      writeAll(descriptor, from.subarray(start), start);
      fs.ftruncateSync(descriptor, from.length);
      throw error;
    }
    const isKept = isSameFile(file, descriptor) && isChangeKept(readAll(descriptor), from, to);
    return isKept ? 'done' : 'overtaken';
  } finally {
    fs.closeSync(descriptor);
  }
}

/** As {@link NodeDisk.exchange} where a file that is held cannot be replaced. */
function replaceUnheld(file: string, beside: string, from: Uint8Array, to: Uint8Array): 'done' | 'overtaken' {
  try {
    if (!sameBytes(fs.readFileSync(file), from)) return 'overtaken';
    fs.renameSync(beside, file);
    return isChangeKept(fs.readFileSync(file), from, to) ? 'done' : 'overtaken';
  } catch (error) {
    if (NOT_BESIDE.has(codeOf(error))) return overwrite(file, from, to);
    throw error;
  }
}

/** Gives a file another text, whole as well; whether it still said `from`: otherwise it is left as it is. */
function giveBytes(file: string, from: Uint8Array, to: Uint8Array): boolean {
  if (!sameBytes(fs.readFileSync(file), from)) return false;
  const beside = nameOfBeside(file);
  try {
    writeSynced(beside, to, 'wx', fs.statSync(file));
    // Waiting for the disk takes long enough for another program to write.
    if (!sameBytes(fs.readFileSync(file), from)) return false;
    fs.renameSync(beside, file);
    return true;
  } finally {
    removeQuietly(beside);
  }
}

/** As {@link writeBeside}, at once, into a file of that name. */
function writeSynced(file: string, bytes: Uint8Array, flags: 'w' | 'wx', like?: fs.Stats): void {
  const descriptor = fs.openSync(file, flags, like === undefined ? 0o666 : like.mode & 0o777);
  try {
    writeAll(descriptor, bytes, 0);
    if (like) {
      const { uid, gid } = fs.fstatSync(descriptor);
      if (uid !== like.uid || gid !== like.gid) fs.fchownSync(descriptor, like.uid, like.gid);
      fs.fchmodSync(descriptor, like.mode & 0o7777);
    }
    fs.fdatasyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/**
 * Writes a hidden file beside another, and waits until the disk has its bytes (fdatasync): otherwise a power cut could
 * leave the name without content. A tick, which changes one byte in its place, needs no such wait.
 * @param like whose owner and rights the file gets.
 */
async function writeBeside(file: string, bytes: Uint8Array, like?: fs.Stats): Promise<string> {
  const beside = nameOfBeside(file);
  const handle = await fs.promises.open(beside, 'wx', like === undefined ? 0o666 : like.mode & 0o777);
  try {
    await handle.writeFile(bytes);
    if (like) {
      const { uid, gid } = await handle.stat();
      if (uid !== like.uid || gid !== like.gid) await handle.chown(like.uid, like.gid);
      await handle.chmod(like.mode & 0o7777);
    }
    await handle.datasync();
  } catch (error) {
    removeQuietly(beside);
    throw error;
  } finally {
    await handle.close();
  }
  return beside;
}

function writeExclusively(file: string, bytes: Uint8Array): 'created' | 'exists' {
  let descriptor: number;
  try {
    descriptor = fs.openSync(file, 'wx');
  } catch (error) {
    if (IN_THE_WAY.has(codeOf(error))) return 'exists';
    throw error;
  }
  try {
    writeAll(descriptor, bytes, 0);
    return 'created';
  } catch (error) {
    removeQuietly(file);
    throw error;
  } finally {
    fs.closeSync(descriptor);
  }
}

function mergeBytes(from: Uint8Array, ours: Uint8Array, theirs: Uint8Array): Uint8Array | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
    const merged = mergeTexts(decoder.decode(from), decoder.decode(ours), decoder.decode(theirs));
    return merged === undefined ? undefined : new TextEncoder().encode(merged);
  } catch {
    return undefined;
  }
}

function nameOfBeside(file: string): string {
  return join(dirname(file), besideName(basename(file), randomBytes(6).toString('hex')));
}

/**
 * Whether a path, which has no links left in it, still names the file that is open. The number of the device is not
 * compared: on Windows it may differ between the two ways of asking.
 */
function isSameFile(file: string, descriptor: number): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.ino === fs.fstatSync(descriptor).ino;
}

function readAll(descriptor: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let position = 0;
  for (;;) {
    const part = Buffer.alloc(Math.max(PAGE, fs.fstatSync(descriptor).size - position + 1));
    const length = fs.readSync(descriptor, part, 0, part.length, position);
    if (length === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, length));
    position += length;
  }
}

function writeAll(descriptor: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;)
    done += fs.writeSync(descriptor, bytes, done, bytes.length - done, at + done);
}

function removeQuietly(file: string): void {
  try {
    fs.unlinkSync(file);
  } catch {
    // It took the other's name, or its folder is gone.
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? '';
}

function notPermitted(file: string): Error {
  return Object.assign(new Error(`EACCES: “${file}” is read-only`), { code: 'EACCES' });
}
