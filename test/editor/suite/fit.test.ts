import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { composeToday } from '../../../src/core/today/composeToday';
import type { SessionStore } from '../../../src/store/api';
import { QuestionStore } from '../../../src/store/questionStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { TodayReader } from '../../../src/store/todayReader';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { emptyWorkspace, extension, onDisk, tree, workspaceUri, write } from '../support';

const QUIET_LOG = { info: () => undefined, warn: () => undefined };
const LOOP = 'confluent-ai-ml-pm';
const ROUND = { loop: LOOP, round: 'phone-screen' };
const STORY = `---
title: Fraud model
competencies: [streaming-scale]
rounds: []
---

## Impact

My fraud model scores 1.2M events a second on the live stream.

## Situation

Merchants lost money at the till.

## Task

I was asked to stop that.

## Action

I moved the score into the stream.

## Result

p99 latency fell from 120 ms to 35 ms, and chargebacks from 0.9% to 0.5%.

## Trade-offs

I gave up the nightly batch, instead of running both.
`;

const file = (...path: string[]): vscode.Uri => workspaceUri('prep', LOOP, ...path);
const run = <T>(command: string, argument: unknown): Thenable<T | undefined> =>
  vscode.commands.executeCommand<T | undefined>(command, argument);
const start = (argument: object = {}): Thenable<unknown> =>
  run('prepLoop.startLoop', { playbook: LOOP, firstContact: '2026-11-23', ...argument });

describe('Checking the fit', () => {
  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    await write(workspaceUri('prep', 'stories', 'fraud.md'), STORY);
    await start();
    await vscode.commands.executeCommand('prepLoop.refresh');
  });
  after(emptyWorkspace);

  it('writes what the company asks for against the stories into fit.md, with a link to each line', async () => {
    const uri = await run<vscode.Uri>('prepLoop.checkFit', { loop: LOOP });
    assert.equal(uri?.toString(), file('fit.md').toString());
    const text = await onDisk(file('fit.md'));
    assert.match(text, /### Strong: Have you shipped at least one ML model/u);
    assert.match(text, /“1\.2M events a second” proves it\. See \[Fraud model\]\(\.\.\/stories\/fraud\.md#L9\)/u);
    assert.match(text, /### Missing: Are you at ease with data engineering/u);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file('fit.md').toString());
  });

  it('replaces its own part only, and keeps what the user wrote around it', async () => {
    await run('prepLoop.checkFit', { loop: LOOP });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const before = await onDisk(file('fit.md'));
    await write(file('fit.md'), `Mine, above.\n\n${before}Mine, below.\n`);
    await write(workspaceUri('prep', 'stories', 'fraud.md'), STORY.replace('1.2M events', '300,000 events'));
    await vscode.commands.executeCommand('prepLoop.refresh');
    await run('prepLoop.checkFit', { loop: LOOP });
    const text = await onDisk(file('fit.md'));
    assert.match(text, /^Mine, above\.\n\n# Does it fit\?/u);
    assert.match(text, /Mine, below\.\n$/u);
    assert.match(text, /### Partial: Have you shipped at least one ML model/u);
    assert.doesNotMatch(text, /1\.2M events/u);
  });
});

describe('Questions to ask', () => {
  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    await start();
    await vscode.commands.executeCommand('prepLoop.refresh');
  });
  after(emptyWorkspace);

  it('are chosen, three for a round, with a mark after each and nothing else changed', async () => {
    const before = await onDisk(file('questions.md'));
    const chosen = await run<string[]>('prepLoop.askNext', ROUND);
    assert.equal(chosen?.length, 3);
    const text = await onDisk(file('questions.md'));
    assert.equal(text.replaceAll(' (chosen, round: phone-screen)', ''), before);
    assert.equal(text.split('(chosen, round: phone-screen)').length - 1, 3);
    assert.deepEqual(await run('prepLoop.askNext', ROUND), chosen, 'the same three are still to be asked');
  });

  it('drop out once they are marked as asked', async () => {
    const [first = '', ...others] = (await run<string[]>('prepLoop.askNext', ROUND)) ?? [];
    const marked = await run('prepLoop.markAsked', { ...ROUND, question: first, date: '2026-12-02' });
    assert.equal(marked, true);
    const text = await onDisk(file('questions.md'));
    assert.ok(text.includes(`${first} (asked 2026-12-02, round: phone-screen)`));
    // The answer stands below the question, and stays there when others are chosen.
    const mark = '(asked 2026-12-02, round: phone-screen)';
    await write(file('questions.md'), text.replace(mark, `${mark}\n  They merge the teams in May.`));
    const next = (await run<string[]>('prepLoop.askNext', ROUND)) ?? [];
    assert.equal(next.length, 3);
    assert.deepEqual([next.includes(first), next.slice(0, 2)], [false, others]);
    assert.ok((await onDisk(file('questions.md'))).includes(`${first} ${mark}\n  They merge the teams in May.\n`));
  });

  it('are asked for in Today, until three for the hiring manager are chosen before the phone screen', async () => {
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const sessions = { sessions: () => Promise.resolve([]) } as unknown as SessionStore;
    const clock = { now: () => Date.UTC(2026, 10, 23, 12) };
    const days = new TodayReader({ clock, questions: new QuestionStore(files, sessions) });
    const noticed = async (): Promise<(string | undefined)[]> => {
      store.refresh();
      const located = (await store.loops()).find(({ loop }) => loop.id === LOOP);
      assert.ok(located);
      const { notices } = composeToday(await days.factsOf(located));
      return notices.filter(({ id }) => id === 'questions').map(({ detail }) => detail);
    };
    try {
      assert.match((await noticed()).join(), /^0 of 3, for Phone Screen/u);
      const chosen = (await run<string[]>('prepLoop.askNext', ROUND)) ?? [];
      assert.deepEqual(await noticed(), []);
      const before = await onDisk(file('questions.md'));
      await write(file('questions.md'), before.replace(`${chosen[0]} (chosen, round: phone-screen)`, chosen[0] ?? ''));
      assert.match((await noticed()).join(), /^2 of 3, for Phone Screen/u);
    } finally {
      for (const each of [days, store, files]) each.dispose();
    }
  });

  it('are not marked where the question is another one by now', async () => {
    const before = await onDisk(file('questions.md'));
    assert.equal(await run('prepLoop.markAsked', { ...ROUND, question: 'Why?', date: '2026-12-02' }), false);
    assert.equal(await run('prepLoop.markAsked', { ...ROUND, question: 'Why?', date: 'tomorrow' }), false);
    assert.equal(await onDisk(file('questions.md')), before);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('come from the playbook again where the file is gone', async () => {
    await vscode.workspace.fs.delete(file('questions.md'));
    await vscode.commands.executeCommand('prepLoop.refresh');
    assert.equal((await run<string[]>('prepLoop.askNext', ROUND))?.length, 3);
    assert.match(await onDisk(file('questions.md')), /^# Questions for the hiring manager/u);
  });
});

describe('Starting a loop in a git repository', () => {
  const at = (...path: string[]): vscode.Uri => workspaceUri(...path);
  const ignored = (): Promise<string> => onDisk(at('.gitignore'));

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    await write(at('.git', 'config'), '[core]\n');
  });
  after(emptyWorkspace);

  it('has the logs of two clones merged line by line, keeping the lines that are there', async () => {
    await write(at('prep', '.gitattributes'), '*.png binary\n');
    await start();
    await start({ firstContact: '2026-11-30', name: 'second' });
    assert.equal(await onDisk(at('prep', '.gitattributes')), '*.png binary\n**/reviews.jsonl merge=union\n');
  });

  it('keeps out the offers, all of the prep folder, or nothing, as it is told', async () => {
    await start();
    assert.ok(!(await tree(at())).includes('.gitignore'), 'nothing is added unasked');
    await start({ name: 'second', keepOut: 'offers' });
    assert.equal(await ignored(), 'prep/**/offer.md\nprep/offers/\n');
    await start({ name: 'third', keepOut: 'all' });
    assert.equal(await ignored(), 'prep/**/offer.md\nprep/offers/\n/prep/\n');
    assert.equal(await run('prepLoop.startLoop', { playbook: LOOP, name: 'fourth', keepOut: 'some' }), undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('writes nothing for git where there is no repository', async () => {
    await vscode.workspace.fs.delete(at('.git'), { recursive: true });
    await start({ keepOut: 'all' });
    const files = await tree(at());
    assert.ok(!files.includes('prep/.gitattributes') && !files.includes('.gitignore'));
  });
});
