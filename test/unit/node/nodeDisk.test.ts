import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameBeside } from '../../../src/core/besideName';
import { NodeDisk } from '../../../src/node/nodeDisk';
import { ended, jobHere, startJob } from './otherProgram';

type Job =
  | { readonly kind: 'append'; readonly file: string; readonly lines: number; readonly isHeld: boolean }
  | { readonly kind: 'rewrite'; readonly file: string; readonly times: number }
  | { readonly kind: 'edit'; readonly folder: string; readonly seed: number };

async function doJob(wanted: Job): Promise<void> {
  process.send?.('begins');
  if (wanted.kind === 'append') append(wanted.file, wanted.lines, wanted.isHeld);
  else if (wanted.kind === 'rewrite') rewrite(wanted.file, wanted.times);
  else await editForEver(wanted.folder, wanted.seed);
  process.disconnect();
}

/** Adds line after line, as a log or a shell's `>>` does, opening the file each time or once. */
function append(file: string, lines: number, isHeld: boolean): void {
  const held = isHeld ? fs.openSync(file, 'a') : undefined;
  for (let line = 0; line < lines; line += 1) {
    fs.appendFileSync(held ?? file, `- line ${line}.\n`);
    if (line % 20 === 0) pause(1);
  }
}

/** Writes the whole file again, with a number of its own that grows. */
function rewrite(file: string, times: number): void {
  for (let time = 1; time <= times; time += 1) {
    const text = fs.readFileSync(file, 'utf8');
    if (text.includes('turn ')) fs.writeFileSync(file, text.replace(/turn \d+/u, `turn ${time}`));
    pause(2);
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** What a file says when it is replaced whole: anybody can see whether it is all there. */
const numbered = (number: number): string => `number: ${number}\n`.repeat(1 + ((number * 37) % 900));
/** How many lines the other program adds. */
const LINES = 600;

const BOXES = `${'# Preparation\n\n'}${'- [ ] An item with some words in it.\n'.repeat(300)}`;

async function editForEver(folder: string, seed: number): Promise<void> {
  const disk = new NodeDisk();
  const numbers = ['a', 'b', 'linked'].map((name) => join(folder, `${name}.md`));
  for (let number = seed; ; number += 1) {
    const file = numbers[number % numbers.length] as string;
    await disk.edit(file, () => bytesOf(numbered(number)));
    await disk.edit(join(folder, 'boxes.md'), (bytes) => {
      const text = textOf(bytes);
      const boxes = [...text.matchAll(/\[[ x]\]/gu)];
      const at = (boxes[(number * 7) % boxes.length]?.index ?? 0) + 1;
      return bytesOf(`${text.slice(0, at)}${text[at] === 'x' ? ' ' : 'x'}${text.slice(at + 1)}`);
    });
    await disk.create(join(folder, `new-${number}.md`), bytesOf(numbered(number)));
  }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function tests(): void {
  let folder: string;
  let disk: NodeDisk;
  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'prep-loop-disk-'));
    disk = new NodeDisk();
  });
  afterEach(() => {
    disk.dispose();
    fs.rmSync(folder, { recursive: true });
  });

  const put = (name: string, text: string): string => {
    fs.writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const edit = (file: string, change: (text: string) => string | undefined): Promise<string> =>
    disk.edit(file, (bytes) => {
      const text = change(textOf(bytes));
      return text === undefined ? undefined : bytesOf(text);
    });
  const read = (file: string): string => fs.readFileSync(file, 'utf8');
  const left = (): string[] => fs.readdirSync(folder).filter((name) => nameBeside(name) !== undefined);

  it('edits a file and leaves nothing beside it', async () => {
    const file = put('a.md', '- [ ] One\n');
    assert.equal(await edit(file, (text) => text.replace('[ ]', '[x]')), 'done');
    assert.equal(await edit(file, (text) => `# Title\n${text}`), 'done');
    assert.equal(await edit(file, (text) => text.replace('# Title', '#')), 'done');
    assert.equal(await edit(file, () => undefined), 'done');
    assert.equal(read(file), '#\n- [x] One\n');
    assert.deepEqual(left(), []);
  });

  it('says a file’s time to the millisecond, as the editor does', async () => {
    const file = put('a.md', 'One\n');
    for (const seconds of [1_764_500_000.0004, 1_764_500_000.0006, 1_764_500_000.9999]) {
      fs.utimesSync(file, seconds, seconds);
      const { mtime } = (await disk.lookAt(file)) ?? {};
      assert.deepEqual([mtime, Number.isInteger(mtime)], [fs.statSync(file).mtime.getTime(), true]);
    }
  });

  it('creates a file whole, and never replaces one, not even one made a moment ago', async () => {
    const file = join(folder, 'a.md');
    assert.equal(await disk.create(file, bytesOf('ours')), 'created');
    assert.equal(await disk.create(file, bytesOf('theirs')), 'exists');
    assert.equal(read(file), 'ours');
    fs.symlinkSync(join(folder, 'nowhere'), join(folder, 'link.md'));
    assert.equal(await disk.create(join(folder, 'link.md'), bytesOf('x')), 'exists');
    const several = await Promise.all([1, 2, 3, 4].map((n) => disk.create(join(folder, 'b.md'), bytesOf(`${n}`))));
    assert.equal(several.filter((outcome) => outcome === 'created').length, 1);
    assert.equal(await disk.create(join(folder, `${'n'.repeat(250)}.md`), bytesOf('x')), 'created', 'a long name');
    await assert.rejects(disk.create(join(folder, 'none', 'a.md'), bytesOf('x')), { code: 'ENOENT' });
    assert.deepEqual(left(), []);
  });

  for (const [what, change] of [
    ['where they are', (text: string) => text.replace('[ ]', '[x]')],
    ['as a whole', (text: string) => `# Title\n${text}`],
  ] as const)
    describe(`that writes bytes ${what}`, () => {
      it('keeps a file’s rights, its links and its other names', async () => {
        const file = put('a.md', '- [ ] One\n');
        fs.chmodSync(file, 0o640);
        fs.symlinkSync(file, join(folder, 'soft.md'));
        assert.equal(await edit(join(folder, 'soft.md'), change), 'done');
        assert.ok(fs.lstatSync(join(folder, 'soft.md')).isSymbolicLink());
        assert.equal(read(file), change('- [ ] One\n'));
        assert.equal(fs.statSync(file).mode & 0o777, 0o640);
        fs.linkSync(file, join(folder, 'hard.md'));
        assert.equal(await edit(file, (text) => change(text.replace('[x]', '[ ]'))), 'done');
        assert.equal(read(join(folder, 'hard.md')), read(file));
        assert.equal(fs.statSync(file).nlink, 2);
        assert.deepEqual(left(), []);
      });

      it('does not write a file that is read-only, whoever asks', async () => {
        const file = put('a.md', '- [ ] One\n');
        fs.chmodSync(file, 0o444);
        await assert.rejects(edit(file, change), { code: 'EACCES' });
        assert.equal(read(file), '- [ ] One\n');
        assert.deepEqual(left(), []);
      });

      it('says that a file is gone', async () => {
        await assert.rejects(edit(join(folder, 'none.md'), change), { code: 'ENOENT' });
      });

      for (const isHeld of [false, true])
        it(`loses no line that another program adds, ${isHeld ? 'holding the file open' : 'opening it each time'}`, async function () {
          // A program that opened a file before it was replaced, and writes for a minute into what has no name any
          // more, is beyond help; ten seconds are not.
          this.timeout(60_000);
          const items = 100;
          const file = put('a.md', '- [ ] item\n'.repeat(items));
          const other = await startJob(__filename, { kind: 'append', file, lines: LINES, isHeld });
          for (let item = 0; item < items; item += 1) {
            // A writer that is quicker each time has the edit refused, and the user tries again: nothing is lost by it.
            let outcome = await edit(file, change);
            while (outcome === 'overtaken') outcome = await edit(file, change);
            assert.equal(outcome, 'done');
            await new Promise(setImmediate);
          }
          await ended(other);
          disk.dispose();
          const lines = read(file).split('\n');
          assert.equal(new Set(lines.filter((line) => line.startsWith('- line'))).size, LINES);
          assert.equal(lines.filter((line) => line === '- [x] item' || line === '# Title').length, items);
        });

      it('loses nothing when a program rewrites the whole file, and says so when an edit could not be made', async function () {
        this.timeout(60_000);
        const kept: string[] = [];
        disk.onDidKeep((_file, beside) => kept.push(beside));
        const file = put('a.md', `turn 0\n${'- [ ] item\n'.repeat(50)}`);
        const other = await startJob(__filename, { kind: 'rewrite', file, times: 100 });
        while (other.exitCode === null) {
          await edit(file, (text) => (text.includes('turn ') ? change(text) : undefined));
          await new Promise((resolve) => setTimeout(resolve, 3));
        }
        await ended(other);
        // What it wrote into the file that was replaced is looked for once more.
        disk.dispose();
        const whole = /^(?:# Title\n)*turn (\d+)\n(?:- \[[ x]\] item\n){50}$/u;
        assert.match(read(file), whole);
        const texts = [file, ...kept].map(read);
        assert.ok(
          texts.some((text) => whole.exec(text)?.[1] === '100'),
          `the last writing is nowhere: ${texts.map((text) => text.slice(0, 40)).join(' | ')}`,
        );
      });
    });

  it('takes over what a program writes late into a file that was replaced', async () => {
    const file = put('a.md', 'one\ntwo\nthree\n');
    const late = fs.openSync(file, 'r+');
    assert.equal(await edit(file, (text) => text.replace('one', 'number one')), 'done');
    fs.writeSync(late, 'four\n', 14);
    disk.dispose();
    assert.equal(read(file), 'number one\ntwo\nthree\nfour\n', 'added');
    fs.writeSync(late, 'TWO', 4);
    fs.closeSync(late);

    const other = put('b.md', 'one\ntwo\nthree\n');
    const rewriter = fs.openSync(other, 'r+');
    assert.equal(await edit(other, (text) => text.replace('one', 'number one')), 'done');
    fs.writeSync(rewriter, 'THREE', 8);
    disk.dispose();
    assert.equal(read(other), 'number one\ntwo\nTHREE\n', 'another line');
    fs.closeSync(rewriter);
  });

  it('keeps beside a file what a program wrote late into the same line', async () => {
    const kept: string[][] = [];
    disk.onDidKeep((...paths) => kept.push(paths));
    const file = put('a.md', 'one\ntwo\n');
    const late = fs.openSync(file, 'r+');
    assert.equal(await edit(file, (text) => text.replace('one', 'number one')), 'done');
    fs.writeSync(late, 'ONE', 0);
    fs.closeSync(late);
    disk.dispose();
    assert.equal(read(file), 'number one\ntwo\n');
    assert.equal(kept.length, 1);
    assert.equal(read(kept[0]?.[1] ?? ''), 'ONE\ntwo\n');
  });

  describe('that finds another program in the file it has just replaced', () => {
    const TEXT = 'one\ntwo\nthree\n';
    /** Edits a file; what the other program does comes after it was compared and before it is replaced. */
    async function editWhile(file: string, other: () => void): Promise<void> {
      let calls = 0;
      const outcome = await edit(file, (text) => {
        calls += 1;
        if (calls === 1) fs.appendFileSync(file, 'four\n');
        if (calls === 2) other();
        return text.startsWith('# ') ? undefined : `# Title\n${text}`;
      });
      assert.equal(outcome, 'done');
    }

    it('waits for one that has emptied it, and takes in what that writes', async () => {
      const file = put('a.md', TEXT);
      await editWhile(file, () => fs.truncateSync(file));
      assert.equal(read(file), `# Title\n${TEXT}four\n`);
      const rewriter = fs.openSync(put('b.md', TEXT), 'r+');
      await editWhile(join(folder, 'b.md'), () => fs.ftruncateSync(rewriter));
      fs.writeSync(rewriter, 'one\ntwo\nTHREE\nfour\n', 0);
      fs.closeSync(rewriter);
      disk.dispose();
      assert.equal(read(join(folder, 'b.md')), '# Title\none\ntwo\nTHREE\nfour\n');
      assert.deepEqual(left(), []);
    });

    it('edits what that wrote instead', async () => {
      const file = put('a.md', TEXT);
      fs.chmodSync(file, 0o640);
      if (process.getuid?.() === 0) fs.chownSync(file, 1234, 1235);
      const { uid, gid } = fs.statSync(file);
      await editWhile(file, () => fs.writeFileSync(file, 'all new\n'));
      assert.equal(read(file), '# Title\nall new\n');
      const now = fs.statSync(file);
      assert.deepEqual([now.uid, now.gid, now.mode & 0o777], [uid, gid, 0o640]);
      assert.deepEqual(left(), []);
    });
  });

  describe('that looks again at a file it has replaced', () => {
    /** Long enough for some looks; how many there were makes no difference to what is expected. */
    const someLooks = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
    let file: string;
    let late: number;
    beforeEach(async () => {
      file = put('a.md', 'one\ntwo\nthree\n');
      late = fs.openSync(file, 'r+');
      assert.equal(await edit(file, (text) => text.replace('one', 'number one')), 'done');
    });
    afterEach(() => fs.closeSync(late));

    it('does not bring back a file that was removed', async () => {
      fs.writeSync(late, 'four\n', 14);
      fs.unlinkSync(file);
      await someLooks();
      disk.dispose();
      assert.deepEqual(fs.readdirSync(folder), []);
    });

    it('does not double what a program empties and writes again a while later', async () => {
      fs.ftruncateSync(late);
      await someLooks();
      assert.equal(read(file), 'number one\ntwo\nthree\n');
      fs.writeSync(late, 'one\ntwo\nTHREE\n', 0);
      disk.dispose();
      assert.equal(read(file), 'number one\ntwo\nTHREE\n');
      assert.deepEqual(left(), []);
    });

    it('leaves the file as it is where it was only emptied', () => {
      fs.ftruncateSync(late);
      disk.dispose();
      assert.equal(read(file), 'number one\ntwo\nthree\n');
    });

    it('tries again what failed, and says at last what it could not take in', async () => {
      const missed: string[] = [];
      disk.onDidMiss((path, bytes) => missed.push(path, textOf(bytes)));
      // A folder of the file's name cannot be written to, whoever asks.
      fs.renameSync(file, join(folder, 'aside.md'));
      fs.mkdirSync(file);
      fs.writeSync(late, 'four\n', 14);
      await someLooks();
      fs.rmdirSync(file);
      fs.renameSync(join(folder, 'aside.md'), file);
      disk.dispose();
      assert.equal(read(file), 'number one\ntwo\nthree\nfour\n');
      assert.deepEqual(missed, []);

      await edit(file, (text) => `# Title\n${text}`);
      const again = fs.openSync(file, 'a');
      await edit(file, (text) => text.replace('# Title', '#'));
      fs.writeSync(again, 'five\n');
      fs.closeSync(again);
      fs.unlinkSync(file);
      fs.mkdirSync(file);
      disk.dispose();
      assert.deepEqual(missed, [file, '# Title\nnumber one\ntwo\nthree\nfour\nfive\n']);
    });
  });

  it('edits a file also where one that is held open cannot be replaced', async () => {
    const unheld = new NodeDisk(false);
    const file = put('a.md', 'one\n');
    assert.equal(await unheld.edit(file, (bytes) => bytesOf(`# Title\n${textOf(bytes)}`)), 'done');
    assert.equal(read(file), '# Title\none\n');
    assert.deepEqual(left(), []);
    unheld.dispose();
  });

  it('leaves every file wholly old or wholly new when its program is killed, whenever that is', async function () {
    this.timeout(60_000);
    for (const name of ['a.md', 'b.md', 'linked.md']) put(name, numbered(1));
    fs.linkSync(join(folder, 'linked.md'), join(folder, 'other-name.md'));
    put('boxes.md', BOXES);
    for (let seed = 1; seed <= 6; seed += 1) {
      const child = await startJob(__filename, { kind: 'edit', folder, seed: seed * 1000 });
      while (!fs.existsSync(join(folder, `new-${seed * 1000}.md`)))
        await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, (seed * 7919) % 60));
      child.kill('SIGKILL');
      await ended(child);
      for (const name of fs.readdirSync(folder)) {
        if (nameBeside(name) !== undefined) continue;
        const text = read(join(folder, name));
        if (name === 'boxes.md') assert.equal(text.replaceAll('[x]', '[ ]'), BOXES, `${name}, seed ${seed}`);
        else assert.equal(text, numbered(Number(/\d+/u.exec(text)?.[0])), `${name}, seed ${seed}`);
      }
    }
  });
}

const job = jobHere<Job>();
if (job) void doJob(job);
else describe('The disk', tests);
