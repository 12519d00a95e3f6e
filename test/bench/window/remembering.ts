/** What is left in the extension host's memory after an hour of use, in little: edits, ticks, the timer, panels. */
import * as vscode from 'vscode';
import { answering, collectGarbage, inWorkspace, measured, pause } from './support';

const MINUTES = 60;
const FIRST = 10;

export interface Remembering {
  /** Megabytes of the heap after garbage collection, once in so many minutes. */
  readonly heap: readonly number[];
}

async function heap(): Promise<number> {
  await collectGarbage();
  return process.memoryUsage().heapUsed / 1e6;
}

async function minute(loop: vscode.Uri, round: string, roundFile: vscode.Uri, at: number): Promise<void> {
  const editor = await vscode.window.showTextDocument(inWorkspace('prep', 'stories', `story-${1 + (at % 20)}.md`));
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  for (const letter of 'We cut 12 h') await vscode.commands.executeCommand('type', { text: letter });
  await pause(500);
  for (let i = 0; i < 11; i += 1) await vscode.commands.executeCommand('deleteLeft');
  await vscode.commands.executeCommand('workbench.action.files.save');
  const lines = new TextDecoder().decode(await vscode.workspace.fs.readFile(roundFile)).split('\n');
  const line = lines.findIndex((each) => /^- \[[ x]\] /u.test(each));
  const text = (lines[line] ?? '').replace(/^- \[[ x]\] /u, '');
  for (let i = 0; i < 2; i += 1)
    await vscode.commands.executeCommand('prepLoop.toggleItem', { uri: roundFile, line, text });
  await vscode.commands.executeCommand('prepLoop.openRound', { loop, round });
  await vscode.commands.executeCommand('prepLoop.startTimer', { loop, round });
  await pause(2000);
  await vscode.commands.executeCommand('prepLoop.resetTimer', { loop, round });
  await vscode.commands.executeCommand('prepLoop.openDashboard', { loop });
  await pause(500);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export const run = (): Promise<void> =>
  answering(async (): Promise<Remembering> => {
    await vscode.commands.executeCommand('prepLoop.stories.focus');
    await measured('prepLoop.stories.checked');
    await vscode.commands.executeCommand('prepLoop.tracker.focus');
    const loop = inWorkspace('prep', 'confluent-ai-ml-pm');
    const [roundFile] = await vscode.workspace.findFiles('prep/*/rounds/02*.md');
    if (!roundFile) throw new Error('The loop has no round.');
    const round = roundFile.path.split('/').at(-1)?.replace(/^\d+-/u, '').replace(/\.md$/u, '') ?? '';
    const found: number[] = [];
    for (let at = 0; at < MINUTES; at += 1) {
      if (at % FIRST === 0 && at > 0) found.push(await heap());
      await minute(loop, round, roundFile, at);
    }
    found.push(await heap());
    return { heap: found };
  });
