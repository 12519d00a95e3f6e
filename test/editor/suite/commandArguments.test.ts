import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ARGUMENTS, type FieldKind } from '../../../src/commandArguments';
import { COMMANDS, type CommandId } from '../../../src/commandTable';
import { ROUND_WORKSPACE } from '../../support/roundWorkspace';
import { Notifications } from '../messages';
import { emptyWorkspace, extension, onDisk, tree, until, workspaceUri, write } from '../support';

const IDS = Object.keys(COMMANDS) as CommandId[];
const ROUND = { loop: 'acme', round: 'phone-screen' };
/** Gives the tree's focus, and asks nothing of an argument. */
const IN_THE_TREE: ReadonlySet<CommandId> = new Set(['prepLoop.toggleFocused']);

const hostile = {
  get loop(): never {
    throw new Error('not to be read');
  },
};
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/** Values that no field of this kind takes. */
const WRONG: Readonly<Record<FieldKind, readonly unknown[]>> = {
  text: [null, 7, '', '  ', {}, [], 'x'.repeat(2000)],
  prose: [null, 7, {}, ['a']],
  document: [null, 7, {}, ['a']],
  texts: [null, 'a', [7], [''], {}],
  name: [null, 7, '', [], {}, () => 'acme'],
  names: [null, 'a', [7], [null]],
  flag: [null, 'true', 1],
  index: [null, '1', -1, 1.5, NaN, Infinity],
  amount: [null, '1', -1, NaN, Infinity],
  uri: [null, 7, '', 'no scheme', {}, [], { scheme: 7, path: '/x' }],
  scores: [null, 'a', [3], { scale: 5 }, { scale: '3' }, { scale: null }],
  rounds: [null, 'a', [7], [{ id: 'a' }], [{ id: 'a', date: 7 }], {}],
  asked: [null, 'a', [7], [{}], [{ asked: '' }], [{ asked: 'a', landed: 7 }], [{ asked: 'a', pushedOn: [7] }], {}],
  peer: [null, 7, '', {}, { name: 7 }, { name: 'Sam', shipped: 7 }],
};

describe('A command that is called', () => {
  let notifications: Notifications;
  const asked: string[] = [];
  const originals = (['showQuickPick', 'showInputBox', 'showOpenDialog', 'showSaveDialog'] as const).map(
    (name) => [name, vscode.window[name]] as const,
  );
  const said: string[] = [];
  const setStatusBarMessage = vscode.window.setStatusBarMessage.bind(vscode.window);
  const run = (id: string, ...args: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(id, ...args);

  before(async () => {
    await extension().activate();
    await emptyWorkspace();
    for (const [path, text] of Object.entries(ROUND_WORKSPACE)) await write(workspaceUri(...path.split('/')), text);
    await run('prepLoop.refresh');
  });
  beforeEach(() => {
    notifications = new Notifications();
    asked.length = said.length = 0;
    for (const [name] of originals)
      Object.assign(vscode.window, { [name]: () => (asked.push(name), Promise.resolve(undefined)) });
    Object.assign(vscode.window, {
      setStatusBarMessage: (message: string, time: number) => (said.push(message), setStatusBarMessage(message, time)),
    });
  });
  afterEach(() => {
    notifications.restore();
    for (const [name, original] of originals) Object.assign(vscode.window, { [name]: original });
    Object.assign(vscode.window, { setStatusBarMessage });
  });
  after(emptyWorkspace);

  it('with a field of a wrong type says which one, asks nothing and changes nothing', async () => {
    const before = await tree(workspaceUri());
    for (const id of IDS)
      for (const [field, kind] of Object.entries(ARGUMENTS[id] as Readonly<Record<string, FieldKind>>))
        for (const value of WRONG[kind]) {
          const call = `${id} ${field}: ${typeof value === 'string' ? value.slice(0, 20) : JSON.stringify(value)}`;
          notifications.messages.length = 0;
          const result = await run(id, { [field]: value });
          assert.ok(result === undefined || result === false, call);
          assert.ok(
            notifications.messages.some((message) => message.includes(`“${field}” has to be `)),
            `${call}: ${notifications.messages.join()}`,
          );
        }
    assert.deepEqual(asked, []);
    assert.deepEqual(await tree(workspaceUri()), before);
  });

  it('with something that is not an object, or cannot be read, says so', async () => {
    for (const id of IDS.filter((each) => !IN_THE_TREE.has(each)))
      for (const argument of [7, 'acme', true, ['acme'], () => 'acme', Symbol('acme'), revoked(), hostile]) {
        if (argument === hostile && !('loop' in ARGUMENTS[id])) continue;
        notifications.messages.length = 0;
        const result = await run(id, argument);
        assert.ok(result === undefined || result === false, `${id} ${String(typeof argument)}`);
        assert.equal(notifications.messages.length, 1, `${id} ${typeof argument}`);
        assert.match(notifications.messages[0] ?? '', /was not run: |failed: /u);
      }
    assert.deepEqual(asked, []);
  });

  it('with a field that it does not know says so, and does the rest', async () => {
    await run('prepLoop.sortStories', { by: 'score', order: 'up' });
    assert.match(said.join(), /“Sort Stories” does not know “order”: it takes an object with by/u);
    await run('prepLoop.sortStories', { by: 'title' });
  });

  it('with a round and no loop asks for the loop instead of choosing any round', async () => {
    for (const id of IDS.filter((each) => 'round' in ARGUMENTS[each] && 'loop' in ARGUMENTS[each])) {
      notifications.messages.length = 0;
      await run(id, { round: 'phone-screen' });
      assert.match(notifications.messages.join(), /give the “loop” as well as the “round”/u, id);
    }
    assert.deepEqual(asked, []);
  });

  it('with a name that is not there says what there is', async () => {
    const wrong: readonly (readonly [CommandId, object, RegExp])[] = [
      ['prepLoop.openRule', { code: 'no-such-rule' }, /no rule “no-such-rule”\. Choose one of: .*impact-first/u],
      ['prepLoop.sortStories', { by: 'colour' }, /cannot be sorted by “colour”/u],
      ['prepLoop.filterStories', { findings: false }, /Filter stories by one of/u],
      ['prepLoop.filterStories', { round: 'a', competency: 'b' }, /Filter stories by one of/u],
      ['prepLoop.startLoop', { playbook: 'general-pm', name: '???' }, /is not a name for a loop/u],
      ['prepLoop.startMock', { session: 'x.md' }, /Give the “loop” of the session/u],
      ['prepLoop.planMock', { ...ROUND, peer: 'Sam', time: '10:00' }, /Give a “date” with the “time” 10:00/u],
      ['prepLoop.planMock', { ...ROUND, shipped: 'x' }, /give the “peer”/u],
      ['prepLoop.rehearseStory', { uri: workspaceUri('prep', 'stories', 'a.md'), version: '45' }, /no version “45”/u],
      ['prepLoop.startTimer', { version: '90' }, /a “version” needs its story/u],
      ['prepLoop.openFile', { line: 3 }, /give the file’s “uri”/u],
      ['prepLoop.revealInExplorer', {}, /give the file’s “uri”/u],
      ['prepLoop.openFile', { uri: workspaceUri('prep', 'acme', 'loop.md'), end: 3 }, /give its “start”/u],
      ['prepLoop.deleteStory', {}, /give its “uri”/u],
      ['prepLoop.deleteStory', { uri: workspaceUri('prep', 'acme', 'loop.md') }, /is not a story/u],
      ['prepLoop.toggleItem', { uri: workspaceUri('prep', 'acme', 'loop.md') }, /“uri”, “line” and “text”/u],
      ['prepLoop.toggleItem', { line: 1, text: 'x' }, /“uri”, “line” and “text”/u],
    ];
    for (const [id, argument, message] of wrong) {
      notifications.messages.length = 0;
      assert.equal(await run(id, argument), undefined, id);
      assert.match(notifications.messages.join(), message, `${id} ${JSON.stringify(argument)}`);
    }
    assert.deepEqual(asked, []);
  });

  it('for a timer other than the current one says which is on, and leaves it running', async () => {
    await run('prepLoop.startTimer', ROUND);
    try {
      for (const other of [
        { ...ROUND, round: 'other' },
        { loop: 'other' },
        { uri: workspaceUri('prep', 'stories', 'a.md') },
      ])
        for (const button of ['pauseTimer', 'nextPhase', 'addMinute', 'stopTimer', 'resetTimer']) {
          said.length = 0;
          assert.equal(await run(`prepLoop.${button}`, other), undefined, button);
          assert.match(said.join(), /The timer is in use for .+, so nothing was changed/u, button);
        }
      assert.equal(((await run('prepLoop.pauseTimer', { loop: 'acme' })) as { status: string }).status, 'paused');
    } finally {
      await run('prepLoop.stopTimer', ROUND);
    }
  });

  it('to save a session again as a mock, with another prompt, changes both in its file', async () => {
    const uri = (await run('prepLoop.saveSession', ROUND)) as vscode.Uri;
    assert.match(await onDisk(uri), /^kind: solo$/mu);
    const again = await run('prepLoop.saveSession', { ...ROUND, kind: 'mock', prompt: 'A new prompt' });
    assert.equal(String(again), uri.toString());
    const text = await onDisk(uri);
    assert.match(text, /^kind: mock$/mu);
    assert.match(text, /^prompt: A new prompt$/mu);
    await run('prepLoop.saveSession', { ...ROUND, kind: 'solo' });
    assert.match(await onDisk(uri), /^kind: solo$/mu);
    await run('prepLoop.saveSession', { ...ROUND, peer: 'Sam Park' });
    assert.match(await onDisk(uri), /^kind: mock$/mu);
    await run('prepLoop.resetTimer');
  });

  it('in any order with any of these arguments gives an answer (seeded)', async function () {
    this.timeout(120_000);
    let seed = 20_261_129;
    const next = (length: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % length;
    };
    const story = workspaceUri('prep', 'stories', 'abuse.md');
    await write(story, '---\ntitle: Abuse\n---\n## Impact\n\nI cut costs by $2M a year.\n');
    const values: readonly unknown[] = [
      undefined,
      null,
      {},
      ROUND,
      { ...ROUND, round: 'nowhere' },
      { loop: 'acme' },
      { loop: '../acme' },
      { loop: workspaceUri('prep', 'acme') },
      { ...ROUND, date: '2030-02-03', time: '10:00' },
      { ...ROUND, date: '0000-00-00' },
      { ...ROUND, peer: 'Sam', date: '2030-01-02' },
      { uri: story },
      { uri: story, version: '90' },
      { uri: 'file:///etc/passwd', line: 0, text: 'root' },
      { uri: workspaceUri('prep', '..', '..', 'x.md') },
      { title: 'A story\n---\n: #', template: 'star' },
      { playbook: 'general-pm', firstContact: '2026-11-30', name: '../../up' },
      { playbook: 'toString' },
      { by: 'constructor' },
      { code: '__proto__' },
      { session: 'nothing.md', loop: 'acme' },
      { ...ROUND, points: ['One'], to: 'nowhere' },
      { ...ROUND, scores: JSON.parse('{"__proto__": 3, "constructor": 2}') as unknown },
      { ...ROUND, notes: '---\n'.repeat(50), signals: ['a: b', '#'] },
      { loop: 'acme', outcome: 'won' },
      { text: '`${x}`\n' },
    ];
    // What is asked step by step is left as Escape leaves it.
    const leaving = setInterval(() => void vscode.commands.executeCommand('workbench.action.closeQuickOpen'), 300);
    try {
      for (let turn = 0; turn < 80; turn += 1) {
        const id = IDS[next(IDS.length)]!;
        if (IN_THE_TREE.has(id)) continue;
        const value = values[next(values.length)];
        notifications.messages.length = 0;
        const began = Date.now();
        const answer = await Promise.race([
          run(id, value).then(() => 'answered'),
          new Promise((resolve) => setTimeout(resolve, 40_000, 'nothing')),
        ]);
        assert.equal(answer, 'answered', `${id} ${JSON.stringify(value)} gave nothing in ${Date.now() - began} ms`);
        assert.ok(
          !notifications.messages.some((message) => /failed: /u.test(message)),
          `${id} ${JSON.stringify(value)}: ${notifications.messages.join()}`,
        );
      }
    } finally {
      clearInterval(leaving);
    }
    await run('prepLoop.stopTimer');
    await run('prepLoop.resetTimer');
    await until('nothing was written outside the prep folder', async () =>
      (await vscode.workspace.fs.readDirectory(workspaceUri())).every(([name]) => name === 'prep'),
    );
  });
});
