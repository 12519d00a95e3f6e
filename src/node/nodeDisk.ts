/** Writes files of the disk so that nothing is lost: see the interface {@link Disk}. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { besideName } from '../core/besideName';
import { byteChange, isChangeKept, sameBytes, startsWithBytes } from '../core/bytes';
import { mergeTexts } from '../core/markdown/mergeTexts';
import type { Disk } from '../core/ports';

/** How often an edit begins anew where another program was faster. */
const MOST_TRIES = 10;

/** Within one of these, the system writes all bytes or none, whenever a program is killed. */
const PAGE = 4096;

/**
 * When a replaced file is looked at again, in milliseconds after it was: a program that had it open may write late.
 */
const LOOKS = [5, 20, 100, 500, 2000, 10_000];

/** Windows does not replace a file that is held open. */
const CAN_HOLD = process.platform !== 'win32';

/** What says that a folder takes no file beside another, or does not let it be replaced. */
const NOT_BESIDE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENAMETOOLONG', 'EBUSY', 'EXDEV']);

/** What says that there is a file, or anything else, of a name. */
const IN_THE_WAY = new Set(['EEXIST', 'EISDIR']);

type Change = (bytes: Uint8Array) => Uint8Array | undefined;

/** A file that was replaced, held open: who opened it before may still write into it. */
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
  private readonly listeners: ((path: string, copy: string) => void)[] = [];

  onDidKeep(listener: (path: string, copy: string) => void): void {
    this.listeners.push(listener);
  }

  async edit(path: string, change: Change): Promise<'done' | 'overtaken'> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      // A link stays one: what is written is the file that it leads to.
      if ((await this.tryEdit(fs.realpathSync(path), change)) === 'done') return 'done';
    }
    return 'overtaken';
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
      // Some file systems have no second names for a file, and a long name has none that is longer.
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
    // Who may write anything could write into this as well; but somebody said that it is not to be changed.
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

  /** All at once, from comparing to replacing: what comes in between is found in the file that is held. */
  private exchange(
    file: string,
    beside: string,
    change: Change,
    read: { readonly from: Uint8Array; readonly to: Uint8Array; readonly isShared: boolean },
  ): 'done' | 'overtaken' {
    const descriptor = fs.openSync(file, 'r');
    let isHeld = false;
    try {
      const from = readAll(descriptor);
      let { to } = read;
      if (!sameBytes(from, read.from)) {
        const again = change(from);
        if (!again || sameBytes(from, again)) return 'done';
        to = again;
        fs.writeFileSync(beside, to);
      }
      // Another name of the file is to go on naming the same file.
      if (read.isShared) return overwrite(file, from, to);
      if (!isSameFile(file, descriptor)) return 'overtaken';
      if (!CAN_HOLD) return replaceUnheld(file, beside, from, to);
      try {
        fs.renameSync(beside, file);
      } catch (error) {
        if (NOT_BESIDE.has(codeOf(error))) return overwrite(file, from, to);
        throw error;
      }
      const replaced: Replaced = { file, descriptor, said: from, looks: 0, timer: undefined };
      isHeld = true;
      this.held.add(replaced);
      this.lookLater(replaced);
      return this.takeOver(replaced, to);
    } finally {
      if (!isHeld) fs.closeSync(descriptor);
    }
  }

  /**
   * Looks for what another program wrote into the file just as it was replaced: added text is added here too; anything
   * else is put in its place again, and the edit begins anew from it.
   */
  private takeOver(replaced: Replaced, to: Uint8Array): 'done' | 'overtaken' {
    const theirs = readAll(replaced.descriptor);
    const { file, said } = replaced;
    if (sameBytes(theirs, said)) return 'done';
    replaced.said = theirs;
    if (startsWithBytes(theirs, said)) {
      fs.appendFileSync(file, theirs.subarray(said.length));
      return 'done';
    }
    if (sameBytes(fs.readFileSync(file), to)) {
      giveBytes(file, theirs);
      return 'overtaken';
    }
    this.merge(file, said, theirs);
    return 'done';
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
    this.look(replaced);
    this.held.delete(replaced);
    fs.closeSync(replaced.descriptor);
  }

  /** Takes over what a program wrote late into a file that was replaced. */
  private look(replaced: Replaced): void {
    const { file, said, descriptor } = replaced;
    try {
      const theirs = readAll(descriptor);
      if (sameBytes(theirs, said)) return;
      replaced.said = theirs;
      if (startsWithBytes(theirs, said)) fs.appendFileSync(file, theirs.subarray(said.length));
      else this.merge(file, said, theirs);
    } catch {
      // The file itself is gone meanwhile: whoever removed it wanted neither text.
    }
  }

  private merge(file: string, from: Uint8Array, theirs: Uint8Array): void {
    const now = fs.readFileSync(file);
    const merged = mergeBytes(from, now, theirs);
    if (merged) {
      giveBytes(file, merged);
      return;
    }
    const copy = nameOfBeside(file);
    fs.writeFileSync(copy, theirs, { flag: 'wx' });
    for (const listener of this.listeners) listener(file, copy);
  }
}

/** Whether an edit changes so few bytes, and no others' places, that they are written where they are. */
function isSmall(from: Uint8Array, to: Uint8Array): boolean {
  if (from.length !== to.length) return false;
  const { start, toEnd } = byteChange(from, to);
  return Math.floor(start / PAGE) === Math.floor((toEnd - 1) / PAGE);
}

/**
 * Writes only what differs, into the file as it is: its names, its rights and its other bytes stay. Who adds to the
 * file at the same moment is not disturbed.
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

/** Gives a file that was just replaced another text at once, whole as well. */
function giveBytes(file: string, bytes: Uint8Array): void {
  const beside = nameOfBeside(file);
  try {
    fs.writeFileSync(beside, bytes, { flag: 'wx' });
    fs.chmodSync(beside, fs.statSync(file).mode & 0o7777);
    fs.renameSync(beside, file);
  } finally {
    removeQuietly(beside);
  }
}

/**
 * Writes a hidden file beside another, and waits until the disk has its bytes (fdatasync): otherwise a power cut could
 * leave the name with nothing to it. A tick, which changes one byte in its place, needs no such wait.
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

/** Whether a path still names the file that is open. */
function isSameFile(file: string, descriptor: number): boolean {
  const [named, open] = [fs.statSync(file, { throwIfNoEntry: false }), fs.fstatSync(descriptor)];
  return named?.ino === open.ino && named.dev === open.dev;
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
