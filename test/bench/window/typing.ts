/** What a keystroke in a story and a tick in the tracker cost the extension host. */
import * as vscode from 'vscode';
import { performance } from 'node:perf_hooks';
import { answering, busyDuring, inWorkspace, measured, pause } from './support';

const KEYS = 40;
const BETWEEN = 100;
/** Longer than anything waits for the end of typing. */
const REST = 2500;
const BURSTS = 5;
const TICKS = 15;

export interface Typing {
  /** Milliseconds of the host's loop for each keystroke of a burst and what follows it, beside those when idle. */
  readonly key: readonly number[];
  /** Milliseconds from the command to the file. */
  readonly tick: readonly number[];
}

async function burst(): Promise<number> {
  const length = KEYS * BETWEEN + REST;
  const idle = await busyDuring(() => pause(length));
  const busy = await busyDuring(async () => {
    const began = performance.now();
    for (let key = 1; key <= KEYS; key += 1) {
      await vscode.commands.executeCommand('type', { text: key % 6 === 0 ? ' ' : 'a' });
      await pause(Math.max(0, key * BETWEEN - (performance.now() - began)));
    }
    await pause(Math.max(0, length - (performance.now() - began)));
  });
  return (busy - idle) / KEYS;
}

async function tick(file: vscode.Uri, time: number): Promise<number> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const lines = text.split('\n');
  const line = lines.findIndex((each) => /^- \[[ x]\] /u.test(each));
  const checked = !(lines[line] ?? '').startsWith('- [x]');
  const item = { uri: file, line, text: (lines[line] ?? '').replace(/^- \[[ x]\] /u, ''), checked };
  const began = performance.now();
  await vscode.commands.executeCommand('prepLoop.toggleItem', item);
  const took = performance.now() - began;
  const now = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  if (now === text) throw new Error(`Tick ${time} did not reach the file.`);
  return took;
}

export const run = (): Promise<void> =>
  answering(async (): Promise<Typing> => {
    await vscode.commands.executeCommand('prepLoop.stories.focus');
    await measured('prepLoop.stories.listed');
    await measured('prepLoop.stories.checked');
    await vscode.commands.executeCommand('prepLoop.tracker.focus');
    const editor = await vscode.window.showTextDocument(inWorkspace('prep', 'stories', 'story-7.md'));
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await pause(8000);
    const key: number[] = [];
    for (let i = 0; i < BURSTS; i += 1) key.push(await burst());
    await vscode.commands.executeCommand('workbench.action.files.save');
    const ticks: number[] = [];
    const [round] = await vscode.workspace.findFiles('prep/*/rounds/02*.md');
    if (!round) throw new Error('The loop has no round.');
    for (let i = 0; i < TICKS; i += 1) {
      await pause(1000);
      ticks.push(await tick(round, i));
    }
    return { key, tick: ticks };
  });
