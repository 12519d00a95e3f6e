import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emptyWorkspace, extension, onDisk, tree, until, workspaceUri, write } from '../support';
import { ROUND_WORKSPACE } from '../../support/roundWorkspace';

const ROUND = { loop: 'acme', round: 'phone-screen' };
const PLAN = { ...ROUND, peer: 'Sam Park', shipped: 'a ranking model', date: '2030-01-02', time: '14:30' };
const NAME = '2030-01-02T1430-phone-screen.md';
const run = <T = vscode.Uri>(command: string, argument: unknown): Thenable<T | undefined> =>
  vscode.commands.executeCommand(`prepLoop.${command}`, argument);
const file = (...path: string[]): vscode.Uri => workspaceUri('prep', 'acme', ...path);

/** Each test plans its own: the editor keeps the text of a closed document for a while. */
async function planned(changes: Readonly<Record<string, unknown>> = {}): Promise<vscode.Uri> {
  const uri = await run('planMock', { ...PLAN, ...changes });
  assert.ok(uri);
  return uri;
}

describe('A mock interview', () => {
  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    for (const [path, text] of Object.entries(ROUND_WORKSPACE)) await write(workspaceUri(...path.split('/')), text);
    await vscode.commands.executeCommand('prepLoop.refresh');
  });
  afterEach(() => vscode.commands.executeCommand('notifications.clearAll'));
  after(emptyWorkspace);

  it('is planned as a session file that says with whom and when', async () => {
    const uri = await planned();
    assert.equal(uri.toString(), file('sessions', NAME).toString());
    const text = await onDisk(uri);
    assert.match(
      text,
      /^---\nround: phone-screen\nkind: mock\npeer:\n {2}name: Sam Park\n {2}shipped: a ranking model\nscheduled: 2030-01-02T14:30\n---\n\n# Phone Screen: mock with Sam Park\n/u,
    );
    assert.equal(
      (await planned())?.toString(),
      file('sessions', NAME.replace('.md', '-2.md')).toString(),
      'a second one at that time has a file of its own',
    );
    assert.equal(await onDisk(uri), text);
  });

  it('is not planned on an invalid day, or for a round or a loop that does not exist', async () => {
    for (const wrong of [
      { date: '2030-02-30' },
      { time: '25:00' },
      { round: 'no-such-round' },
      { loop: 'no-such-loop' },
    ])
      assert.equal(await run('planMock', { ...PLAN, ...wrong }), undefined);
    assert.ok(!(await tree(file())).some((path) => path.startsWith('sessions/')));
  });

  it('is moved by changing one value, undoable where the file is open', async () => {
    const uri = await planned();
    const before = await onDisk(uri);
    assert.equal((await run('rescheduleMock', { uri, date: '2030-01-05' }))?.toString(), uri.toString());
    assert.equal(await onDisk(uri), before.replace('2030-01-02T14:30', '2030-01-05'));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await run('rescheduleMock', { loop: 'acme', session: `acme/sessions/${NAME}`, date: '2030-01-06', time: '9:15' });
    assert.match(document.getText(), /^scheduled: 2030-01-06T09:15$/mu);
    await vscode.commands.executeCommand('undo');
    await until('undo has restored the day', () => /^scheduled: 2030-01-05$/mu.test(document.getText()));
  });

  it('takes the peer’s scores and comments, and leaves the rest of the file as it was', async () => {
    const uri = await planned();
    const text = (await onDisk(uri)).replace('---\n\n#', 'mine: [1,  2] # kept\n---\n\n#').replaceAll('\n', '\r\n');
    await write(uri, text);
    await vscode.commands.executeCommand('prepLoop.refresh');
    await run('scoreMock', { uri, scores: { clarity: 3 }, comments: 'Good pace.' });
    const scored = await onDisk(uri);
    assert.match(scored, /peerScores:\r\n {2}clarity: 3\r\n/u);
    assert.match(scored, /## Peer’s comments\r\n\r\nGood pace\.\r\n/u);
    assert.match(scored, /mine: \[1, {2}2\] # kept\r\n/u);
    await run('scoreMock', { uri, scores: { clarity: 3 }, comments: 'Good pace.' });
    assert.equal(await onDisk(uri), scored, 'the same again changes nothing');
    await run('scoreMock', { uri, scores: { clarity: 2 } });
    assert.equal(await onDisk(uri), scored.replace('clarity: 3', 'clarity: 2'));
  });

  it('takes no invalid score, and none for a competency that the round does not judge', async () => {
    const uri = await planned();
    const before = await onDisk(uri);
    for (const scores of [{ clarity: 5 }, { clarity: 'high' }, { scale: 3 }])
      assert.equal(await run('scoreMock', { uri, scores }), undefined);
    assert.equal(await onDisk(uri), before);
  });

  it('is run by the peer: no prompt is drawn for it, and its run goes into its file', async () => {
    const today = new Date().toLocaleDateString('en-CA');
    await planned({ peer: 'Ana Ruiz', date: today, time: undefined });
    const uri = await planned({ date: '2030-01-02' });
    await run('startTimer', ROUND);
    await run('startMock', { uri });
    assert.equal(extension().exports.timer()?.status, 'running');
    await run('stopTimer', ROUND);
    const saved = await run('saveSession', ROUND);
    assert.equal(saved?.toString(), uri.toString(), 'not into another mock of the day');
    const text = await onDisk(uri);
    assert.match(text, /^peer:\n {2}name: Sam Park\n {2}shipped: a ranking model$/mu);
    assert.match(text, /^started: /mu);
    assert.doesNotMatch(text, /^prompt:/mu);
    await run('resetTimer', ROUND);
  });

  it('reads the pack that came back, filled in by hand', async () => {
    const uri = await planned();
    const pack = await run('exportPack', { session: uri, target: workspaceUri('out', 'sam.md') });
    assert.ok(pack);
    const sent = await onDisk(pack);
    assert.match(sent, /30 minutes · Wed 2 Jan 2030, 14:30 · for Sam Park/u);
    const back = sent
      .replace(/\(clarity\):.*$/mu, '(clarity): 3, crisp')
      .replace(/^-$/mu, '- Say the outcome first\n- Slow down')
      .replace(/(## Comments\n\n<!--.*-->)[\s\S]*$/u, '$1\n\nWould hire.\n');
    await write(pack, back.replaceAll('\n', '\r\n'));
    assert.equal((await run('importScores', { uri, from: pack }))?.toString(), uri.toString());
    const text = await onDisk(uri);
    assert.match(text, /peerScores:\n {2}clarity: 3\n/u);
    assert.match(text, /## Peer’s comments\n\n\*\*Clarity \(3\):\*\* crisp\n\nWould hire\.\n/u);
    assert.match(text, /## Feedback\n\n- \[ \] Say the outcome first\n- \[ \] Slow down\n/u);
    await run('importScores', { uri, from: pack });
    assert.equal(await onDisk(uri), text, 'nothing twice');
  });

  it('reads the interviewer’s form: evidence and red flags as comments, and hire or no hire', async () => {
    const uri = await planned();
    const pack = await run('exportPack', { session: uri, target: workspaceUri('out', 'form.md') });
    assert.ok(pack);
    const blank = await onDisk(pack);
    const back = blank
      .replace(/\(clarity\):.*$/mu, '(clarity): 2')
      .replace(/^- Evidence:$/mu, '- Evidence: “We” did it.\n\n  ## Comments\n  <script>x</script>\n  ---')
      .replace(/^- Red flags:$/mu, '- Red flags: never said a figure\n  ```')
      .replace(/^(- Hire or no hire .*):$/mu, '$1: no hire, not yet');
    await write(pack, back);
    assert.equal((await run('importScores', { uri, from: pack }))?.toString(), uri.toString());
    const text = await onDisk(uri);
    assert.match(text, /^peerScores:\n {2}clarity: 2\npeerHire: no hire\n---$/mu);
    assert.match(
      text,
      /## Peer’s comments\n\n### Clarity \(2\)\n\n\*\*Evidence:\*\* “We” did it\.\n\n### Comments\n<script>x<\/script>\n---\n\n\*\*Red flags:\*\* never said a figure\n```\n```\n\n### In general\n\n\*\*No hire:\*\* not yet\n/u,
    );
    await run('importScores', { uri, from: pack });
    assert.equal(await onDisk(uri), text, 'nothing twice');
    await write(pack, blank.replace(/^- Evidence:$/mu, '- Evidence: a story without its score'));
    assert.equal(await run('importScores', { uri, from: pack }), undefined, 'half filled in');
    await write(pack, back.replace('no hire, not yet', 'perhaps'));
    assert.equal(await run('importScores', { uri, from: pack }), undefined, 'no decision');
    assert.equal(await onDisk(uri), text, 'what is there stays');
  });

  it('looks for the returned file where the loop’s packs are, or in its folder while there are none', async () => {
    const uri = await planned();
    const { showOpenDialog } = vscode.window;
    const opened: (string | undefined)[] = [];
    Object.assign(vscode.window, {
      showOpenDialog: (options: vscode.OpenDialogOptions) => (
        opened.push(options.defaultUri?.toString()),
        Promise.resolve(undefined)
      ),
    });
    try {
      assert.equal(await run('importScores', { uri }), undefined);
      await run('exportPack', { session: uri });
      assert.equal(await run('importScores', { uri }), undefined);
    } finally {
      Object.assign(vscode.window, { showOpenDialog });
    }
    assert.deepEqual(opened, [file().toString(), file('packs').toString()]);
  });

  it('takes nothing from a sheet with a broken line, not even from the clipboard', async () => {
    const uri = await planned();
    const before = await onDisk(uri);
    const from = workspaceUri('out', 'broken.md');
    await write(from, '## Score sheet\n\n- clarity: 7\n');
    assert.equal(await run('importScores', { uri, from }), undefined);
    await vscode.env.clipboard.writeText('- clarity: seven');
    assert.equal(await run('importScores', { uri, from: 'clipboard' }), undefined);
    assert.equal(await onDisk(uri), before);
    await vscode.env.clipboard.writeText('clarity: 4');
    assert.ok(await run('importScores', { uri, from: 'clipboard' }));
    assert.match(await onDisk(uri), /clarity: 4/u);
  });

  it('is started on its day: the clock runs for its round, and one planned for another day is moved to this one', async () => {
    const uri = await planned();
    await run('startMock', { uri });
    const shot = (await extension().activate()).timer();
    assert.deepEqual([shot?.status, shot?.round], ['running', 'phone-screen']);
    assert.doesNotMatch(await onDisk(uri), /2030-01-02T14:30/u);
    await run('stopTimer', undefined);
    assert.equal(
      (await run('saveSession', { ...ROUND, scores: { clarity: 3 } }))?.toString(),
      uri.toString(),
      'the run fills the mock’s file',
    );
    assert.match(await onDisk(uri), /^started: /mu);
    assert.match(await onDisk(uri), /^scores:\n {2}clarity: 3$/mu);
    await run('resetTimer', undefined);
  });

  it('is named by its file; another file is not a mock', async () => {
    assert.equal(await run('rescheduleMock', { uri: file('loop.md'), date: '2030-01-05' }), undefined);
    assert.equal(
      await run('scoreMock', { loop: 'acme', session: 'acme/sessions/none.md', scores: { clarity: 3 } }),
      undefined,
    );
  });
});

describe('Logging feedback', () => {
  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    for (const [path, text] of Object.entries(ROUND_WORKSPACE)) await write(workspaceUri(...path.split('/')), text);
    await vscode.commands.executeCommand('prepLoop.refresh');
  });
  afterEach(() => vscode.commands.executeCommand('notifications.clearAll'));
  after(emptyWorkspace);

  const NEXT = ['rounds', '02-system-design.md'] as const;

  it('on a round makes each point an item of the next one, with its source linked, and keeps it in the round’s own file', async () => {
    const [own, next] = [await onDisk(file('rounds', '01-phone-screen.md')), await onDisk(file(...NEXT))];
    const target = await run('logFeedback', { ...ROUND, points: ['Say the outcome first', 'Slow down'] });
    assert.equal(target?.toString(), file(...NEXT).toString());
    const link = '([feedback on Phone Screen](01-phone-screen.md))';
    const last = '- [ ] Read [the notes](../notes.md)\n';
    assert.equal(
      await onDisk(file(...NEXT)),
      next.replace(last, `${last}- [ ] Say the outcome first ${link}\n- [ ] Slow down ${link}\n`),
    );
    assert.equal(
      await onDisk(file('rounds', '01-phone-screen.md')),
      `${own}\n## Feedback\n\n- Say the outcome first\n- Slow down\n`,
    );
  });

  it('adds nothing twice, also when an item was ticked', async () => {
    await run('logFeedback', { ...ROUND, points: ['Slow down'] });
    const once = (await onDisk(file(...NEXT))).replace('- [ ] Slow down', '- [x] Slow down');
    await write(file(...NEXT), once);
    await run('logFeedback', { ...ROUND, points: ['Slow down', 'slow down.'] });
    assert.equal(await onDisk(file(...NEXT)), once);
  });

  it('on a mock takes the points that are in its file, and ticks them there', async () => {
    const uri = await planned({ peer: 'Ada' });
    await write(
      uri,
      `${(await onDisk(uri)).trimEnd()}\n\n- [ ] Say the outcome first\n- [x] Taken before\n- Written by hand\n`,
    );
    await vscode.commands.executeCommand('prepLoop.refresh');
    await run('logFeedback', { session: uri });
    const items = await onDisk(file(...NEXT));
    assert.match(
      items,
      /- \[ \] Say the outcome first \(\[feedback on Phone Screen\]\(\.\.\/sessions\/2030-01-02T1430-phone-screen\.md\)\)\n- \[ \] Written by hand \(/u,
    );
    assert.doesNotMatch(items, /Taken before/u);
    assert.match(await onDisk(uri), /- \[x\] Say the outcome first\n- \[x\] Taken before\n- Written by hand\n$/u);
    await run('logFeedback', { loop: 'acme', session: `acme/sessions/${NAME}` });
    assert.equal(await onDisk(file(...NEXT)), items);
  });

  it('after the last round goes into the preparation, which outlives the rounds; or into the round that is named', async () => {
    await write(file('preparation.md'), '# Preparation\n\n- [ ] One\n');
    await vscode.commands.executeCommand('prepLoop.refresh');
    const last = { loop: 'acme', round: 'system-design' };
    await run('logFeedback', { ...last, points: ['Price it'] });
    assert.equal(
      await onDisk(file('preparation.md')),
      '# Preparation\n\n- [ ] One\n\n## Feedback to carry on\n\n- [ ] Price it ([feedback on System Design](rounds/02-system-design.md))\n',
    );
    await run('logFeedback', { ...last, points: ['Name a fallback'], to: 'phone-screen' });
    assert.match(
      await onDisk(file('rounds', '01-phone-screen.md')),
      /- \[ \] Charge the phone\n- \[ \] Name a fallback \(/u,
    );
  });

  it('writes into an open file so that it can be undone, and not into one with a merge conflict', async () => {
    const document = await vscode.workspace.openTextDocument(file(...NEXT));
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    await run('logFeedback', { ...ROUND, points: ['Slow down'] });
    assert.match(document.getText(), /Slow down/u);
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('undo');
    await until('undo has taken the item back', () => document.getText() === before);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const conflict = '<<<<<<< a\n- [ ] One\n=======\n- [ ] Two\n>>>>>>> b\n';
    await write(file('rounds', '01-phone-screen.md'), conflict);
    assert.equal(await run('logFeedback', { ...ROUND, points: ['Another'] }), undefined);
    assert.equal(await onDisk(file('rounds', '01-phone-screen.md')), conflict);
  });
});
