import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TimerSnapshot } from '../../../src/core/timer/snapshot';
import { STRONG } from '../stories';
import { emptyWorkspace, extension, onDisk, tree, until, workspaceUri, write } from '../support';
import { ROUND_WORKSPACE } from '../../support/roundWorkspace';

const ROUND = { loop: 'acme', round: 'system-design' };
const HELD = { ...ROUND, peer: 'Sam Park', date: '2030-01-02' };
const run = <T = vscode.Uri>(command: string, argument?: unknown): Thenable<T | undefined> =>
  vscode.commands.executeCommand(`prepLoop.${command}`, argument);
const file = (...path: string[]): vscode.Uri => workspaceUri('prep', 'acme', ...path);
const INTERVIEW = file('interviews', '2030-01-02-system-design-for-sam-park.md');

/** Fills in the form of the open interview, and saves it. */
async function fill(changes: Readonly<Record<string, string>>): Promise<void> {
  const document = await vscode.workspace.openTextDocument(INTERVIEW);
  const edit = new vscode.WorkspaceEdit();
  for (const [before, after] of Object.entries(changes)) {
    const start = document.getText().indexOf(before);
    assert.ok(start >= 0, before);
    edit.replace(
      INTERVIEW,
      new vscode.Range(document.positionAt(start), document.positionAt(start + before.length)),
      after,
    );
  }
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

describe('Interviewing a peer', () => {
  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    for (const [path, text] of Object.entries(ROUND_WORKSPACE)) await write(workspaceUri(...path.split('/')), text);
    await write(workspaceUri('prep', 'stories', 'bid-model.md'), STRONG);
    await write(file('offer.md'), '---\nbase: 205000\n---\n');
    await run('refresh');
  });
  afterEach(async () => {
    await run('stopTimer');
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(emptyWorkspace);

  it('goes from the interviewer’s page over the clock and the form to what the peer imports, and leaves no practice', async () => {
    const before = await tree(workspaceUri('prep'));
    assert.equal((await run('interviewPeer', HELD))?.toString(), INTERVIEW.toString());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), INTERVIEW.toString());
    const text = await onDisk(INTERVIEW);
    assert.match(text, /Listen for:/u);
    assert.match(text, /Reasons from load to design/u);
    assert.doesNotMatch(text, /205000|Bid model|raised revenue/u);

    const started = await run<TimerSnapshot>('startTimer');
    assert.deepEqual(
      [started?.subject, started?.title, started?.phases.map(({ title }) => title)],
      [
        { kind: 'interview', uri: INTERVIEW.toString() },
        'System Design for Sam Park',
        ['Requirements', 'Estimate', 'Design', 'Questions'],
      ],
    );
    assert.equal((await run<TimerSnapshot>('nextPhase', { uri: INTERVIEW }))?.phaseTitle, 'Estimate');
    assert.equal(await run('nextPhase', ROUND), undefined, 'the round itself is not being timed');
    await run('stopTimer', { uri: INTERVIEW });
    assert.equal(await run('saveSession', ROUND), undefined, 'there is no run of the user’s to save');

    await fill({
      '- Scale (scale):': '- Scale (scale): 3',
      '- Evidence:': '- Evidence: asked for the peak first',
      '- Hire or no hire (1 strong no hire, 2 no hire, 3 hire, 4 strong hire):': '- Hire or no hire: hire',
      '## Notes\n': '## Notes\n\nKeep this from Sam.\n',
    });
    const page = await run('exportInterview', { uri: INTERVIEW });
    assert.equal(page?.toString(), file('packs', 'system-design-feedback-for-sam-park.html').toString());
    const sheet = file('packs', 'system-design-feedback-for-sam-park.md');
    for (const uri of [page, sheet]) {
      const exported = await onDisk(uri);
      assert.match(exported, /asked for the peak first/u);
      assert.doesNotMatch(exported, /Keep this from Sam|205000|raised revenue/u);
    }
    assert.deepEqual(
      (await tree(workspaceUri('prep'))).filter((path) => !before.includes(path)),
      [
        'acme/interviews/2030-01-02-system-design-for-sam-park.md',
        'acme/packs/system-design-feedback-for-sam-park.html',
        'acme/packs/system-design-feedback-for-sam-park.md',
      ],
      'no session, and no change of anything else',
    );

    const mock = await run('planMock', { ...ROUND, peer: 'Ada', date: '2030-01-03' });
    assert.ok(mock);
    await run('importScores', { uri: mock, from: sheet });
    const imported = await onDisk(mock);
    assert.match(imported, /peerScores:\n {2}scale: 3\npeerHire: hire/u);
    assert.match(imported, /asked for the peak first/u);
  });

  it('shows at its line what is wrong with the form, and exports nothing until it is right', async () => {
    await run('interviewPeer', HELD);
    await fill({ '- Scale (scale):': '- Scale (scale): 9' });
    const problem = await until('the problem', () => vscode.languages.getDiagnostics(INTERVIEW)[0]);
    assert.match(problem.message, /write 1, 2, 3 or 4/u);
    assert.equal(
      (await vscode.workspace.openTextDocument(INTERVIEW)).lineAt(problem.range.start.line).text,
      '- Scale (scale): 9',
    );
    assert.equal(await run('exportInterview', { uri: INTERVIEW }), undefined);
    assert.ok(!(await tree(file())).some((path) => path.startsWith('packs')));
    await fill({ '(scale): 9': '(scale): 2' });
    await until('no problem', () => vscode.languages.getDiagnostics(INTERVIEW).length === 0);
    const target = workspaceUri('out', 'sam.md');
    assert.equal((await run('exportInterview', { uri: INTERVIEW, target }))?.toString(), target.toString());
  });

  it('opens the file that is there again, takes round and peer from a mock, and refuses what is not there', async () => {
    await run('interviewPeer', HELD);
    await fill({ '- Scale (scale):': '- Scale (scale): 3' });
    const filled = await onDisk(INTERVIEW);
    assert.equal((await run('interviewPeer', HELD))?.toString(), INTERVIEW.toString());
    assert.equal(await onDisk(INTERVIEW), filled);
    const mock = await run('planMock', { ...ROUND, peer: 'Ada Byron', date: '2030-01-03' });
    assert.equal(
      (await run('interviewPeer', { session: mock }))?.toString(),
      file('interviews', '2030-01-03-system-design-for-ada-byron.md').toString(),
    );
    for (const wrong of [{ round: 'no-such-round' }, { date: '2030-02-31' }, { prompt: 'No such prompt' }])
      assert.equal(await run('interviewPeer', { ...HELD, ...wrong }), undefined);
    assert.equal(await run('exportInterview', { uri: file('offer.md') }), undefined);
    assert.equal((await tree(file('interviews'))).length, 2);
  });
});
