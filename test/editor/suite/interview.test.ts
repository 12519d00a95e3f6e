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
/** Each test has its own: the editor keeps the text of a closed document for a while. */
const interviewOf = (name: string): vscode.Uri => file('interviews', `2030-01-02-system-design-for-${name}.md`);

/** Fills in the form of the open interview, and saves it. */
async function fill(uri: vscode.Uri, changes: Readonly<Record<string, string>>): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  for (const [before, after] of Object.entries(changes)) {
    const start = document.getText().indexOf(before);
    assert.ok(start >= 0, before);
    edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(start + before.length)), after);
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
    const interview = interviewOf('sam-park');
    const before = await tree(workspaceUri('prep'));
    assert.equal((await run('interviewPeer', HELD))?.toString(), interview.toString());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), interview.toString());
    const text = await onDisk(interview);
    assert.match(text, /Listen for:/u);
    assert.match(text, /Reasons from load to design/u);
    assert.doesNotMatch(text, /205000|Bid model|raised revenue/u);

    const started = await run<TimerSnapshot>('startTimer');
    assert.deepEqual(
      [started?.subject, started?.title, started?.phases.map(({ title }) => title)],
      [
        { kind: 'interview', uri: interview.toString() },
        'System Design for Sam Park',
        ['Requirements', 'Estimate', 'Design', 'Questions'],
      ],
    );
    assert.equal((await run<TimerSnapshot>('nextPhase', { uri: interview }))?.phaseTitle, 'Estimate');
    assert.equal(await run('nextPhase', ROUND), undefined, 'the round itself is not being timed');
    await run('stopTimer', { uri: interview });
    assert.equal(await run('saveSession', ROUND), undefined, 'there is no run of the user’s to save');

    await fill(interview, {
      '- Scale (scale):': '- Scale (scale): 3',
      '- Evidence:': '- Evidence: asked for the peak first',
      '- Hire or no hire (1 strong no hire, 2 no hire, 3 hire, 4 strong hire):': '- Hire or no hire: hire',
      '## Notes\n': '## Notes\n\nKeep this from Sam.\n',
    });
    const page = await run('exportInterview', { uri: interview });
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
    const interview = interviewOf('kim');
    await run('interviewPeer', { ...HELD, peer: 'Kim' });
    await fill(interview, { '- Scale (scale):': '- Scale (scale): 9' });
    const problem = await until('the problem', () => vscode.languages.getDiagnostics(interview)[0]);
    assert.match(problem.message, /write 1, 2, 3 or 4/u);
    assert.equal(
      (await vscode.workspace.openTextDocument(interview)).lineAt(problem.range.start.line).text,
      '- Scale (scale): 9',
    );
    assert.equal(await run('exportInterview', { uri: interview }), undefined);
    assert.ok(!(await tree(file())).some((path) => path.startsWith('packs')));
    await fill(interview, { '(scale): 9': '(scale): 2' });
    await until('no problem', () => vscode.languages.getDiagnostics(interview).length === 0);
    const target = workspaceUri('out', 'sam.md');
    assert.equal((await run('exportInterview', { uri: interview, target }))?.toString(), target.toString());
  });

  it('opens the file that is there again, takes round and peer from a mock, and refuses what is not there', async () => {
    const interview = interviewOf('noor');
    await run('interviewPeer', { ...HELD, peer: 'Noor' });
    await fill(interview, { '- Scale (scale):': '- Scale (scale): 3' });
    const filled = await onDisk(interview);
    assert.equal((await run('interviewPeer', { ...HELD, peer: 'Noor' }))?.toString(), interview.toString());
    assert.equal(await onDisk(interview), filled);
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
