import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseChecklist } from '../../../src/core/checklist/checklist';
import { dateAt } from '../../../src/core/days/dates';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { emptyWorkspace, extension, onDisk, tree, until, workspaceUri, write } from '../support';

const PLAYBOOK = 'confluent-ai-ml-pm';
const FIRST_CONTACT = '2026-11-23'; // A Monday.

async function start(argument: object = {}): Promise<vscode.Uri> {
  const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('prepLoop.startLoop', {
    playbook: PLAYBOOK,
    firstContact: FIRST_CONTACT,
    ...argument,
  });
  assert.ok(uri, 'no loop was started');
  return uri;
}

const data = async (uri: vscode.Uri): Promise<Readonly<Record<string, unknown>>> =>
  parseFrontMatter(await onDisk(uri)).data;

describe('Starting a loop', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  after(emptyWorkspace);

  it('makes the files of the contract and no others', async () => {
    const uri = await start();
    assert.equal(uri.toString(), workspaceUri('prep', PLAYBOOK).toString());
    assert.deepEqual(await tree(uri), [
      'case.md',
      'cheat-sheet.md',
      'company.md',
      'loop.md',
      'offer.md',
      'preparation.md',
      'questions.md',
      'rounds/01-phone-screen.md',
      'rounds/02-system-design.md',
      'rounds/03-product-sense.md',
      'rounds/04-ml-case-study.md',
      'rounds/05-hiring-committee.md',
      'scripts/committee-close.md',
      'scripts/compensation-ask.md',
      'scripts/tell-me-about-yourself.md',
      'scripts/what-do-you-expect.md',
    ]);
    const { timeZone, prepareFrom, ...loop } = await data(vscode.Uri.joinPath(uri, 'loop.md'));
    const now = dateAt(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
    assert.equal(prepareFrom, now > '2026-12-14' ? undefined : now, 'the day of Start, where the loop is not over');
    assert.deepEqual(loop, {
      playbook: PLAYBOOK,
      company: 'Confluent',
      role: 'AI/ML Product Manager',
      firstContact: FIRST_CONTACT,
      days: 22,
    });
    assert.equal(timeZone, Intl.DateTimeFormat().resolvedOptions().timeZone);
    assert.equal(parseChecklist(await onDisk(vscode.Uri.joinPath(uri, 'preparation.md'))).length, 7);
    const offer = await onDisk(vscode.Uri.joinPath(uri, 'offer.md'));
    assert.deepEqual(parseFrontMatter(offer).data, {
      base: null,
      equityPercent: null,
      signOn: null,
      currency: 'USD',
      vesting: null,
    });
    for (const band of ['185,000-210,000 USD', '0.06-0.09%', '20,000-35,000 USD'])
      assert.ok(offer.includes(band), band);
  });

  it('of a playbook for any company makes a folder for each company, and says what starting again did', async () => {
    const said: string[] = [];
    const { setStatusBarMessage } = vscode.window;
    Object.assign(vscode.window, { setStatusBarMessage: (text: string) => said.push(text) });
    try {
      const acme = { playbook: 'general-pm', company: 'Acme Rockets', role: 'Lead PM' };
      const uri = await start(acme);
      assert.equal(uri.toString(), workspaceUri('prep', 'acme-rockets').toString());
      const loop = await data(vscode.Uri.joinPath(uri, 'loop.md'));
      assert.deepEqual([loop['company'], loop['role']], ['Acme Rockets', 'Lead PM']);
      const other = await start({ ...acme, company: 'Globex' });
      assert.equal(other.toString(), workspaceUri('prep', 'globex').toString());
      assert.deepEqual(said, []);
      assert.equal((await start(acme)).toString(), uri.toString());
      assert.match(said.join(), /“prep\/acme-rockets” already has all its files/u);
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, 'questions.md'));
      await start(acme);
      assert.match(said.join(), /1 missing file added/u);
    } finally {
      Object.assign(vscode.window, { setStatusBarMessage });
    }
  });

  it('gives each round its order, title, minutes, date and checklist', async () => {
    const uri = await start();
    const expected = [
      ['01-phone-screen', 'Phone Screen', 30],
      ['02-system-design', 'System Design', 45],
      ['03-product-sense', 'Product Sense', 45],
      ['04-ml-case-study', 'ML Case Study', 60],
      ['05-hiring-committee', 'Hiring Committee', 60],
    ] as const;
    const dates: string[] = [];
    for (const [name, title, minutes] of expected) {
      const text = await onDisk(vscode.Uri.joinPath(uri, 'rounds', `${name}.md`));
      const { date, ...rest } = parseFrontMatter(text).data;
      assert.deepEqual(rest, { round: name.slice(3), time: null, pinned: false, status: 'planned' });
      assert.match(text, new RegExp(`^# ${title}$`, 'mu'));
      assert.match(text, new RegExp(`^${minutes} minutes`, 'mu'));
      assert.ok(
        parseChecklist(text).length >= 6 &&
          parseChecklist(text).every(({ checked, heading }) => !checked && heading === 'Checklist'),
      );
      dates.push(String(date));
    }
    assert.deepEqual([...dates].sort(), dates, 'in order');
    assert.ok(
      dates.every((date) => date >= FIRST_CONTACT && date <= '2026-12-14'),
      `within 22 days: ${dates.join()}`,
    );
    assert.ok(
      dates.every((date) => ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay())),
      `on working days: ${dates.join()}`,
    );
  });

  it('opens the preparation at its first open task', async () => {
    const uri = await start();
    const editor = await until('the preparation is open', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.toString(), vscode.Uri.joinPath(uri, 'preparation.md').toString());
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /^- \[ \] \*\*Study the streaming-first/u);
  });

  it('overwrites nothing when started again, and adds what is missing', async () => {
    const uri = await start();
    await write(vscode.Uri.joinPath(uri, 'offer.md'), 'mine');
    await write(vscode.Uri.joinPath(uri, 'rounds', '01-phone-screen.md'), '\uFEFF# Mine\r\n');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, 'questions.md'));
    const before = await tree(uri);
    assert.equal((await start()).toString(), uri.toString());
    assert.equal(await onDisk(vscode.Uri.joinPath(uri, 'offer.md')), 'mine');
    assert.equal(await onDisk(vscode.Uri.joinPath(uri, 'rounds', '01-phone-screen.md')), '\uFEFF# Mine\r\n');
    assert.deepEqual(await tree(uri), [...before, 'questions.md'].sort());
  });

  it('takes the dates and times of rounds that are known, and fills in the others', async () => {
    const uri = await start({
      prepareFrom: '2026-11-16',
      rounds: [
        { id: 'product-sense', date: '2026-12-02', time: '9:30' },
        { id: 'hiring-committee', date: '2026-12-12' },
      ],
    });
    const rounds = await Promise.all(
      ['02-system-design', '03-product-sense', '04-ml-case-study', '05-hiring-committee'].map((name) =>
        data(vscode.Uri.joinPath(uri, 'rounds', `${name}.md`)),
      ),
    );
    assert.deepEqual(
      rounds.map(({ date, time, pinned }) => [pinned === true ? date : pinned, time]),
      [
        [false, null],
        ['2026-12-02', '09:30'],
        [false, null],
        ['2026-12-12', null],
      ],
    );
    const dates = rounds.map(({ date }) => String(date));
    assert.deepEqual([...dates].sort(), dates, 'in order');
    assert.equal((await data(vscode.Uri.joinPath(uri, 'loop.md')))['prepareFrom'], '2026-11-16');
  });

  it('starts nothing with a wrong date of a round', async () => {
    const round = { id: 'product-sense', date: '2026-12-02' };
    for (const rounds of [
      'soon',
      [{ ...round, id: 'tea' }],
      [{ ...round, date: '2026-02-30' }],
      [{ ...round, date: '2926-12-02' }],
      [{ ...round, time: 'noon' }],
      [round, round],
      [null],
    ]) {
      const argument = { playbook: PLAYBOOK, firstContact: FIRST_CONTACT, rounds };
      assert.equal(await vscode.commands.executeCommand('prepLoop.startLoop', argument), undefined);
    }
    assert.deepEqual(await tree(workspaceUri()), []);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('makes another folder for another first contact', async () => {
    const first = await start();
    const second = await start({ firstContact: '2027-01-11' });
    assert.equal(second.toString(), `${first.toString()}-2`);
    assert.equal((await data(vscode.Uri.joinPath(first, 'loop.md')))['firstContact'], FIRST_CONTACT);
  });

  it('makes a safe folder name from any name', async () => {
    const uri = await start({ name: '../../Etc/Passwd: Con' });
    assert.equal(uri.toString(), workspaceUri('prep', 'etc-passwd-con').toString());
    assert.equal((await start({ name: 'stories' })).toString(), workspaceUri('prep', 'stories-2').toString());
  });

  it('starts nothing from an invalid date, or an invalid playbook', async () => {
    const run = (argument: object): Thenable<unknown> => vscode.commands.executeCommand('prepLoop.startLoop', argument);
    assert.equal(await run({ playbook: PLAYBOOK, firstContact: '2026-02-30' }), undefined);
    assert.equal(await run({ playbook: 'no-such-playbook' }), undefined);
    assert.deepEqual(await tree(workspaceUri()), []);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('plans the loop that it starts: the API gives the same dates', async () => {
    const uri = await start();
    const api = await extension().activate();
    const manifest = vscode.Uri.joinPath(extension().extensionUri, 'content', 'playbooks', PLAYBOOK, 'playbook.json');
    const playbook = JSON.parse(await onDisk(manifest)) as Parameters<typeof api.planSchedule>[0]['playbook'];
    const plan = api.planSchedule({ playbook, firstContact: FIRST_CONTACT });
    assert.deepEqual(plan.problems, []);
    const first = await data(vscode.Uri.joinPath(uri, 'rounds', '01-phone-screen.md'));
    assert.equal(plan.rounds[0]?.date, first['date']);
    assert.ok(
      plan.feedbackDay &&
        plan.feedbackDay > (plan.rounds[1]?.date ?? '') &&
        plan.feedbackDay < (plan.rounds[2]?.date ?? ''),
    );
    assert.equal(plan.tasks.length, 7);
  });
});
