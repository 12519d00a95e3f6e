import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { offerRepairs } from '../../../src/commands/offerRepairs';
import { writeDebrief } from '../../../src/commands/debriefContext';
import { exportPages, exportPlace } from '../../../src/commands/exportPlace';
import { fillOrCreate } from '../../../src/commands/scriptCommands';
import { createLoop } from '../../../src/commands/startLoop';
import { besideName } from '../../../src/core/besideName';
import type { LoadedPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { EMPTY_SESSION } from '../../../src/core/sessions/sessionModel';
import { numbered } from '../../../src/core/slug';
import { parseStory } from '../../../src/core/story/parseStory';
import { onDidRefuse, Refusal } from '../../../src/refusal';
import { writeLoop } from '../../../src/store/loopWrites';
import { findLeftovers } from '../../../src/store/leftovers';
import { createSession } from '../../../src/store/newSession';
import { editFile } from '../../../src/store/refusals';
import { ReviewStore } from '../../../src/store/reviewStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { toggleInFile } from '../../../src/store/toggle';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { WorkspaceWriter } from '../../../src/store/workspaceWriter';
import { FaultyFiles, type Fault } from '../faultyFiles';
import { Notifications } from '../messages';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';

const QUIET_LOG = { info: () => undefined, warn: () => undefined };
const START = { playbook: 'confluent-ai-ml-pm', firstContact: '2026-11-23' };

/** What nobody caught while the tests ran. */
const uncaught: unknown[] = [];
const note = (reason: unknown): void => void uncaught.push(reason);

function startTests(): void {
  before(async () => {
    process.on('unhandledRejection', note);
    await extension().activate();
  });
  beforeEach(emptyWorkspace);
  after(async () => {
    process.off('unhandledRejection', note);
    await emptyWorkspace();
    await vscode.commands.executeCommand('notifications.clearAll');
  });
  afterEach(() => assert.deepEqual(uncaught.splice(0).map(String), [], 'every rejection is handled'));
}

const tick = (uri: vscode.Uri, line: number, text: string, checked = true): Thenable<boolean | undefined> =>
  vscode.commands.executeCommand('prepLoop.toggleItem', { uri, line, text, checked });

describe('A file that another program writes while items are ticked', () => {
  startTests();

  it('loses none of 2,000 lines that are added, and none of the ticks', async function () {
    this.timeout(90_000);
    const uri = workspaceUri('prep', 'a', 'preparation.md');
    const items = Array.from({ length: 150 }, (_, index) => `Item ${index}.`);
    await write(uri, items.map((item) => `- [ ] ${item}\n`).join(''));
    const program = `
      const fs = require('node:fs');
      for (let line = 0; line < 2000; line += 1) {
        fs.appendFileSync(${JSON.stringify(uri.fsPath)}, 'added ' + line + '\\n');
        if (line % 10 === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      }`;
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const other = spawn(process.execPath, ['-e', program], { env, stdio: 'ignore' });
    const end = once(other, 'exit');
    await until('the other program has begun', async () => (await onDisk(uri)).includes('added 0\n'));
    for (const [line, item] of items.entries()) assert.equal(await tick(uri, line, item), true, item);
    await end;
    const lines = (await onDisk(uri)).split('\n');
    assert.equal(lines.filter((line) => line.startsWith('added ')).length, 2000);
    assert.deepEqual(
      lines.slice(0, items.length),
      items.map((item) => `- [x] ${item}`),
    );
  });
});

describe('A tick that cannot be written', () => {
  startTests();

  it('says once that the file is read-only, closed or open, and leaves it as it is', async () => {
    const text = '- [ ] One\n';
    for (const isOpen of [false, true]) {
      const uri = workspaceUri('prep', `readonly-${String(isOpen)}`, 'preparation.md');
      await write(uri, text);
      fs.chmodSync(uri.fsPath, 0o444);
      if (isOpen) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      const notifications = new Notifications();
      try {
        const command = 'prepLoop.toggleItem';
        assert.equal(await (isOpen ? vscode.commands.executeCommand(command) : tick(uri, 0, 'One')), undefined);
        assert.deepEqual(notifications.messages, ['preparation.md is read-only: the item was not ticked.']);
      } finally {
        notifications.restore();
        fs.chmodSync(uri.fsPath, 0o644);
      }
      assert.equal(await onDisk(uri), text);
      if (isOpen) assert.equal(vscode.window.activeTextEditor?.document.isDirty, false);
    }
  });

  it('says once that the file is gone', async () => {
    const notifications = new Notifications();
    try {
      assert.equal(await tick(workspaceUri('prep', 'gone', 'preparation.md'), 0, 'One'), undefined);
      assert.deepEqual(notifications.messages, ['preparation.md is not there any more. Nothing was written.']);
    } finally {
      notifications.restore();
    }
  });
});

describe('Where VS Code stopped while files were being written', () => {
  startTests();

  it('starting the loop again fills what is empty, and keeps what is not', async () => {
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const [root] = store.roots;
    const entry = (await store.playbooks(undefined)).find(({ id }) => id === START.playbook);
    assert.ok(root && entry?.playbook);
    const plan = {
      ...START,
      prepareFrom: undefined,
      rounds: [],
      root,
      playbook: entry.playbook,
      timeZone: 'UTC',
      uri: workspaceUri('prep', 'a'),
    };
    const at = (path: string): vscode.Uri => workspaceUri('prep', 'a', ...path.split('/'));
    await createLoop(files, plan);
    const whole = await onDisk(at('loop.md'));
    for (const path of ['loop.md', 'rounds/01-phone-screen.md']) await write(at(path), '');
    await write(at('questions.md'), 'Mine.\n');
    assert.equal(await createLoop(files, plan), 2);
    assert.equal(await onDisk(at('loop.md')), whole);
    assert.match(await onDisk(at('rounds/01-phone-screen.md')), /round: phone-screen/u);
    assert.equal(await onDisk(at('questions.md')), 'Mine.\n');
    store.dispose();
    files.dispose();
  });

  it('it is offered to fill an empty loop.md, and to use the text that was kept; what is of no use is deleted', async () => {
    const at = (name: string): vscode.Uri => workspaceUri('prep', 'acme', name);
    await write(at('loop.md'), '');
    await write(at('rounds/01-phone-screen.md'), '# Old\n');
    await write(at('questions.md'), 'Same.\n');
    const beside = (name: string): string =>
      join(dirname(at(name).fsPath), besideName(name.split('/').pop() ?? '', '1'));
    fs.writeFileSync(beside('rounds/01-phone-screen.md'), '# New\n');
    fs.writeFileSync(beside('questions.md'), 'Sam');
    fs.writeFileSync(beside('loop.md'), '');
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const notifications = new Notifications();
    try {
      const parts = { store, files, log: QUIET_LOG };
      assert.equal(await offerRepairs({ ...parts, clock: { now: () => Date.now() } }), true, 'another may be writing');
      assert.deepEqual(fs.existsSync(beside('questions.md')), true);
      assert.equal(notifications.messages.length, 0, 'nothing is asked yet');
      assert.equal(await offerRepairs({ ...parts, clock: { now: () => Date.now() + 60_000 } }), false);
      await until('both are offered', () =>
        notifications.messages.some((message) => message.includes('a second version of')),
      );
      assert.ok(notifications.messages.some((message) => message.includes('acme has an empty loop.md')));
      assert.ok(
        notifications.messages.some((message) => message.startsWith('There is a second version of 01-phone-screen.md')),
      );
      assert.deepEqual([fs.existsSync(beside('questions.md')), fs.existsSync(beside('loop.md'))], [false, false]);
      assert.ok(fs.existsSync(beside('rounds/01-phone-screen.md')));
      const [acme] = await store.loops();
      assert.ok(acme?.loop.problems.some(({ message, path }) => /is empty/u.test(message) && path === 'acme/loop.md'));
    } finally {
      notifications.restore();
      store.dispose();
      files.dispose();
    }
  });

  it('uses the text that was kept so that it can be undone, and deletes it when the file says the same', async () => {
    const at = (name: string): vscode.Uri => workspaceUri('prep', 'acme', name);
    const beside = (name: string): string => join(dirname(at(name).fsPath), besideName(name, '1'));
    await write(at('questions.md'), '\uFEFFOld.\n');
    await write(at('notes.md'), 'Notes.\n');
    fs.writeFileSync(beside('questions.md'), '\uFEFFNew.\n');
    fs.writeFileSync(beside('research.md'), 'Not there yet.\n');
    fs.writeFileSync(beside('notes.md'), Buffer.from([0x4e, 0xff]));
    const outside = fs.mkdtempSync(join(tmpdir(), 'prep-loop-outside-'));
    const linked = join(outside, besideName('questions.md', '1'));
    fs.writeFileSync(linked, '');
    fs.symlinkSync(outside, at('linked').fsPath);
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const parts = { store, files, log: QUIET_LOG, clock: { now: () => Date.now() + 60_000 } };
    const notifications = new Notifications();
    const said: string[] = [];
    const refusals = onDidRefuse(({ message }) => said.push(message));
    Object.assign(vscode.window, {
      showWarningMessage: (message: string, ...items: string[]) => {
        said.push(message);
        return Promise.resolve(items.find((item) => item === 'Use the New Text'));
      },
    });
    try {
      assert.equal(await offerRepairs(parts), false);
      const isOpenAsNew = (): boolean =>
        vscode.workspace.textDocuments.some(
          (each) => each.uri.toString() === at('questions.md').toString() && each.isDirty,
        );
      await until(
        'all are answered',
        () =>
          fs.existsSync(at('research.md').fsPath) &&
          isOpenAsNew() &&
          said.some((message) => message.includes('is not UTF-8')),
      );
      assert.equal(await onDisk(at('research.md')), 'Not there yet.\n');
      assert.ok(said.some((message) => message.startsWith('VS Code stopped while research.md was being created.')));
      assert.ok(said.some((message) => message.startsWith('.notes.md') && message.includes('is not UTF-8')));
      assert.equal(await onDisk(at('notes.md')), 'Notes.\n');
      const document = await vscode.workspace.openTextDocument(at('questions.md'));
      assert.deepEqual([document.getText(), document.isDirty], ['New.\n', true]);
      assert.equal(await onDisk(at('questions.md')), '\uFEFFOld.\n');
      assert.ok(fs.existsSync(beside('questions.md')), 'it is kept until the file is saved');
      await document.save();
      assert.equal(fs.readFileSync(at('questions.md').fsPath, 'utf8'), '\uFEFFNew.\n');
      await offerRepairs(parts);
      assert.deepEqual([fs.existsSync(beside('questions.md')), fs.existsSync(beside('research.md'))], [false, false]);
      assert.ok(fs.existsSync(linked), 'what a link leads to is no part of the workspace');
    } finally {
      refusals.dispose();
      notifications.restore();
      store.dispose();
      files.dispose();
      fs.rmSync(outside, { recursive: true });
    }
  });
});

describe('A file system that fails at any call', () => {
  startTests();
  const faulty = new FaultyFiles();
  let playbook: LoadedPlaybook;

  before(async () => {
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const entry = (await store.playbooks(undefined)).find(({ playbook: found }) => found?.id === START.playbook);
    assert.ok(entry?.playbook);
    ({ playbook } = entry);
    store.dispose();
    files.dispose();
  });
  afterEach(() => faulty.dispose());

  type Job = (files: WorkspaceTextFiles) => Promise<unknown>;
  const root = { uri: faulty.uri('/prep'), folder: { uri: faulty.uri('/'), name: 'f', index: 0 } };
  const located = { root, uri: faulty.uri('/prep/a') } as unknown as Parameters<ReviewStore['add']>[0];
  const SOME = '# Preparation\n\n- [ ] One\n- [ ] Two\n';
  const ROUND = '---\nround: phone-screen\ndate: 2026-11-25\n---\n# Phone Screen\n';
  const STORY = '# Cache\n\n## Impact\n\nCosts fell by 40 %.\n';
  const OLD: Readonly<Record<string, string>> = {
    '/prep/a/preparation.md': SOME,
    '/prep/a/rounds/01-a.md': ROUND,
    '/prep/a/rounds/02-b.md': ROUND,
    '/prep/stories/cache.md': STORY,
    '/prep/a/scripts/close.md': '# Close\n\nI built {{metric: 40 ms}} of it, and {{metric: 50 ms}}.\n',
  };

  const debrief = (files: WorkspaceTextFiles): Parameters<typeof writeDebrief>[0] =>
    ({
      files,
      located: { ...located, loop: { id: 'a' } },
      uri: faulty.uri('/prep/a/rounds/01-a.md'),
      round: { id: 'phone-screen', path: 'a/rounds/01-a.md', date: '2026-11-25', interviewers: [] },
      stories: [{ root, uri: faulty.uri('/prep/stories/cache.md'), name: 'cache', story: parseStory(STORY) }],
    }) as unknown as Parameters<typeof writeDebrief>[0];

  const SOLO_RUN: Parameters<typeof createSession>[2] = {
    ...EMPTY_SESSION,
    feedback: [],
    round: 'phone-screen',
    kind: 'solo',
    started: '2026-11-25T10:00:00+01:00',
    notes: 'Say the figure first.',
  };

  const jobs: Record<string, Job> = {
    'a tick': (files) => toggleInFile(files, faulty.uri('/prep/a/preparation.md'), 2, 'One', true),
    'an addition': (files) =>
      editFile(files, faulty.uri('/prep/a/preparation.md'), (text) =>
        text.includes('Three') ? [] : [{ start: text.length, end: text.length, newText: '- [ ] Three\n' }],
      ),
    'a replan': async (files) => {
      const round = (path: string) => ({ path, was: '2026-11-25', values: { date: '2026-12-01' } });
      const { refused } = await writeLoop(files, located, {
        rounds: [round('a/rounds/01-a.md'), round('a/rounds/02-b.md')],
        tasks: [],
      });
      // A date that was written the first time is not as it was.
      const why = refused.find(({ kind }) => kind !== 'stale');
      if (why) throw why;
    },
    'a review': (files) => {
      const reviews = new ReviewStore(files);
      const at = Date.UTC(2026, 10, 25);
      return reviews.add(located, { card: 'c', rating: 'good', at } as unknown as Parameters<ReviewStore['add']>[1]);
    },
    'a new file': (files) => files.create(faulty.uri('/prep/a/new.md'), 'All of it.\n'),
    'a saved session': (files) => createSession(files, located.uri, SOLO_RUN, 'Phone Screen'),
    'a debrief': (files) =>
      writeDebrief(debrief(files), [{ asked: 'What did you cut?', story: 'cache', landed: 'strong' }]),
    'a composed script': (files) =>
      fillOrCreate(files, faulty.uri('/prep/a/scripts/close.md'), undefined, (text) => {
        const start = text.indexOf('{{metric: 40 ms}}');
        return start < 0
          ? { edits: [], filled: 0, left: 1 }
          : { edits: [{ start, end: start + 17, newText: '35 ms' }], filled: 1, left: 1 };
      }),
    'an export': (files) => {
      const plan = { title: 'Export', name: (number: number) => numbered('sheet', number), isAsking: false };
      const texts = { html: '<!DOCTYPE html><p>All of it.</p>', md: '# All of it\n' };
      return exportPages(files, texts, exportPlace(located, {}, plan), (page) => page);
    },
    'a start': (files) =>
      createLoop(files, {
        ...START,
        prepareFrom: undefined,
        rounds: [],
        root,
        playbook,
        timeZone: 'UTC',
        uri: faulty.uri('/prep/b'),
      }),
  };

  /** Files that the commands have said to be the place, where the error itself names none. */
  const NAMED_BY_CALLER = new Set(['a new file', 'a start']);

  /** Runs a job; gives what it was refused with. */
  async function run(job: Job, files: WorkspaceTextFiles): Promise<unknown> {
    return job(files).then(
      () => undefined,
      (error: unknown) => error ?? 'nothing',
    );
  }

  function reset(): void {
    faulty.fault = () => undefined;
    faulty.files.clear();
    for (const [path, text] of Object.entries(OLD)) {
      // What a stale answer still has.
      faulty.put(path, `${text}Deleted since.\n`);
      faulty.put(path, text);
    }
  }

  /** Fails each call in turn, once or from then on; what the file system says after it works again. */
  async function failEach(name: string, call: 'read' | 'write', fault: Fault, isLasting: boolean): Promise<void> {
    const job = jobs[name] as Job;
    reset();
    const good = new WorkspaceTextFiles();
    assert.equal(await run(job, good), undefined);
    const after = faulty.all();
    good.dispose();
    let seen = 1;
    for (let number = 1; number <= seen; number += 1) {
      reset();
      const files = new WorkspaceTextFiles();
      seen = 0;
      faulty.fault = (called) => {
        if (called !== call) return undefined;
        seen += 1;
        return seen === number || (isLasting && seen > number) ? fault : undefined;
      };
      const what = `${fault} ${call} ${number}${isLasting ? ' and on' : ''}`;
      const error = await run(job, files);
      if (error !== undefined && !NAMED_BY_CALLER.has(name)) {
        assert.ok(error instanceof Refusal, `${what}: ${String(error)}`);
        assert.match(error.message, /\.(?:md|jsonl|html)\b|session/u, `${what}: the message names the file`);
        assert.match(error.message, /again|could not be|has changed|as soon as/u, `${what}: what to do`);
      }
      if (fault === 'late') assert.equal(error, undefined, what);
      faulty.fault = () => undefined;
      // What was cut off and could not be put back is put back before it is edited again.
      assert.equal(await run(job, files), undefined, `${what}: it works again without a reload`);
      const now = faulty.all();
      for (const [path, text] of Object.entries(after)) {
        // A review that was written without an answer is written again: none is lost.
        const isIn = path.endsWith('.jsonl') ? now[path]?.endsWith(text) : now[path] === text;
        assert.ok(isIn, `${what}: ${path} says ${String(now[path])}`);
      }
      files.dispose();
    }
  }

  const PREPARATION = '/prep/a/preparation.md';

  /** A writer that could neither write a file whole nor put back what it said. */
  async function cutOff(): Promise<WorkspaceWriter> {
    faulty.install();
    reset();
    const writer = new WorkspaceWriter();
    faulty.fault = (call) => (call === 'write' ? 'silent' : undefined);
    await assert.rejects(writer.edit(faulty.uri(PREPARATION), () => new TextEncoder().encode(`# Title\n${SOME}`)));
    faulty.fault = () => undefined;
    return writer;
  }

  it('puts back a file that is gone after its writing was cut off', async () => {
    const writer = await cutOff();
    faulty.files.delete(PREPARATION);
    await until('it is back', () => faulty.text(PREPARATION) === SOME);
    writer.dispose();
  });

  it('puts a file back once at a time, whoever asks', async () => {
    const writer = await cutOff();
    let writes = 0;
    faulty.fault = (call) => {
      if (call === 'write') writes += 1;
      return undefined;
    };
    await Promise.all([1, 2].map(() => writer.edit(faulty.uri(PREPARATION), () => undefined)));
    assert.deepEqual([writes, faulty.text(PREPARATION)], [1, SOME]);
    writer.dispose();
  });

  it('offers what was left even where something else cannot be deleted', async () => {
    faulty.install();
    reset();
    faulty.put(`/prep/a/${besideName('a.md', '1')}`, '');
    faulty.put(`/prep/a/${besideName('b.md', '1')}`, 'Mine.\n');
    faulty.files.delete = () => {
      throw vscode.FileSystemError.NoPermissions('Not this one.');
    };
    const { left } = await findLeftovers(root, Date.now());
    Reflect.deleteProperty(faulty.files, 'delete');
    assert.deepEqual(
      left.map(({ file, isThere }) => [file.path, isThere]),
      [['/prep/a/b.md', false]],
    );
  });

  for (const name of Object.keys(jobs))
    it(`loses nothing by ${name}`, async function () {
      this.timeout(60_000);
      faulty.install();
      for (const isLasting of [false, true]) {
        for (const fault of ['refused', 'unanswered', 'halfway', 'silent', 'late'] as const)
          await failEach(name, 'write', fault, isLasting);
        for (const fault of ['refused', 'late'] as const) await failEach(name, 'read', fault, isLasting);
      }
      // Where every answer is stale, nobody can know.
      await failEach(name, 'read', 'stale', false);
    });

  it('loses nothing of two jobs on one file whose calls come late', async () => {
    faulty.install();
    for (const call of ['read', 'write'] as const)
      for (let number = 1; number <= 4; number += 1) {
        reset();
        const files = new WorkspaceTextFiles();
        let seen = 0;
        faulty.fault = (called) => {
          if (called === call) seen += 1;
          return called === call && seen === number ? 'late' : undefined;
        };
        await Promise.all([jobs['a tick']?.(files), jobs['an addition']?.(files)]);
        assert.equal(
          faulty.text('/prep/a/preparation.md'),
          `${SOME.replace('[ ] One', '[x] One')}- [ ] Three\n`,
          `${call} ${number}`,
        );
        files.dispose();
      }
  });
});
