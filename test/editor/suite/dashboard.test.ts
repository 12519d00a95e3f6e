import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cardId } from '../../../src/core/recall/recallCards';
import type { LocatedLoop, PrepStore } from '../../../src/store/api';
import { DashboardSource, type DashboardParts } from '../../../src/store/dashboardSource';
import { DayClock } from '../../../src/store/dayClock';
import { DueCards } from '../../../src/store/dueCards';
import { ReviewStore } from '../../../src/store/reviewStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { TodayReader } from '../../../src/store/todayReader';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';

const LOOP = '---\nplaybook: general-pm\ncompany: Acme\nrole: PM\nfirstContact: 2026-11-17\ndays: 21\n---\n';
const tabs = (kind: string): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs: all }) => all)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(`prepLoop.${kind}`));

describe('The commands of the dashboard and the drill cards', () => {
  before(async () => {
    await extension().activate();
  });
  beforeEach(async () => {
    await emptyWorkspace();
    await write(workspaceUri('prep', 'acme', 'loop.md'), LOOP);
    await write(workspaceUri('prep', 'initech', 'loop.md'), LOOP.replace('Acme', 'Initech'));
    await vscode.commands.executeCommand('prepLoop.refresh');
  });
  after(emptyWorkspace);

  it('open one dashboard, which changes over to the loop that is named', async () => {
    await vscode.commands.executeCommand('prepLoop.openDashboard', { loop: 'acme' });
    await until('the dashboard', () => tabs('dashboard').some(({ label }) => label === 'Dashboard: Acme'));
    await vscode.commands.executeCommand('prepLoop.openDashboard', { loop: workspaceUri('prep', 'initech') });
    await until('the other loop’s', () => tabs('dashboard').some(({ label }) => label === 'Dashboard: Initech'));
    assert.equal(tabs('dashboard').length, 1);
  });

  it('open the cards of each loop once', async () => {
    for (const loop of ['acme', 'initech', 'acme'])
      await vscode.commands.executeCommand('prepLoop.reviewCards', { loop });
    await until('two panels', () => tabs('drills').length === 2);
    assert.deepEqual(
      tabs('drills')
        .map(({ label }) => label)
        .sort(),
      ['Drills: Acme', 'Drills: Initech'],
    );
  });
});

describe('The clock of all that shows days', () => {
  /** A clock that goes as ours does, from a moment on. */
  const from = (moment: string) => {
    const begin = Date.parse(moment) - Date.now();
    return { now: () => begin + Date.now() };
  };
  const parts: vscode.Disposable[] = [];
  const own = <T extends vscode.Disposable>(part: T): T => (parts.push(part), part);
  const turns = (clock: DayClock): { count: number } => {
    const heard = { count: 0 };
    own(clock.onDidTurn(() => (heard.count += 1)));
    return heard;
  };
  afterEach(() => parts.splice(0).forEach((part) => part.dispose()));

  it('tells the dashboard about midnight, as it does the tracker and the status bar', async () => {
    // The dashboard showed yesterday until a file changed.
    const dayClock = own(new DayClock(from('2026-11-22T22:59:59.500Z'), 'Europe/Berlin'));
    const silent = { onDidChange: own(new vscode.EventEmitter<undefined>()).event };
    const source = new DashboardSource({
      store: silent,
      stories: silent,
      sessions: silent,
      scores: { onDidCheck: silent.onDidChange },
      dayClock,
    } as unknown as DashboardParts);
    let told = 0;
    own(source);
    own(source.onDidChange(() => (told += 1)));
    const heard = turns(dayClock);
    await until('midnight', () => told === 1);
    assert.equal(heard.count, 1);
  });

  it('knows midnight in the time zone of a loop, also after that was edited', async () => {
    const dayClock = own(new DayClock(from('2026-11-22T14:59:59.000Z'), 'Europe/Berlin'));
    const heard = turns(dayClock);
    dayClock.follow(['America/New_York']);
    dayClock.follow(['Asia/Tokyo']);
    assert.equal(heard.count, 0, 'no day begins by being followed');
    await until('midnight in Tokyo', () => heard.count === 1);
  });

  it('announces the moment when something falls due, once', async () => {
    const clock = from('2026-11-22T12:00:00Z');
    const dayClock = own(new DayClock(clock, 'UTC'));
    const heard = turns(dayClock);
    dayClock.follow([], clock.now() + 200);
    await until('the moment', () => heard.count === 1);
    dayClock.follow([], Infinity);
    assert.equal(heard.count, 1);
  });
});

describe('The log of drill reviews', () => {
  const files = new WorkspaceTextFiles();
  const store = new ReviewStore(files);
  const uri = workspaceUri('prep', 'acme');
  const root = { uri: workspaceUri('prep'), folder: vscode.workspace.workspaceFolders?.[0] };
  const located = { uri, loop: { id: 'acme' }, root } as LocatedLoop;
  const log = vscode.Uri.joinPath(uri, 'reviews.jsonl');
  const review = (second: number) => ({
    card: 'lag',
    at: Date.UTC(2026, 10, 22, 18, 0, second),
    rating: 'good' as const,
  });

  beforeEach(emptyWorkspace);
  after(async () => {
    files.dispose();
    await emptyWorkspace();
  });

  it('is made by the first rating, and only ever added to', async () => {
    await write(vscode.Uri.joinPath(uri, 'loop.md'), LOOP);
    await Promise.all([1, 2, 3].map((second) => store.add(located, review(second))));
    assert.deepEqual((await store.log(located)).reviews, [1, 2, 3].map(review));
    const before = await onDisk(log);
    assert.equal(await store.takeBack(located, review(3), Date.UTC(2026, 10, 23)), 'done');
    assert.ok((await onDisk(log)).startsWith(before));
    assert.deepEqual((await store.log(located)).reviews, [1, 2].map(review));
  });

  it('tells Today how many of its cards are about to be forgotten, as soon as one is reviewed', async () => {
    const playbook = {
      drills: ['What is lag?', 'What is skew?'].map((question) => ({ group: 'Kafka', question, answer: 'An answer' })),
    };
    const prep = { playbookOf: () => Promise.resolve({ playbook }) } as unknown as PrepStore;
    const here = {
      ...located,
      loop: { id: 'acme', timeZone: 'UTC', days: 22, rounds: [] },
    } as unknown as LocatedLoop;
    const today = new TodayReader({
      clock: { now: () => Date.UTC(2026, 10, 22) },
      cards: new DueCards(prep, store),
    });
    const told: (readonly vscode.Uri[] | undefined)[] = [];
    const parts = [today, today.onDidChange((loops) => told.push(loops))];
    assert.equal((await today.factsOf(here)).dueCards, 0, 'none was taken up');
    await store.add(here, { card: cardId('What is lag?'), at: Date.UTC(2026, 8, 1), rating: 'good' });
    assert.deepEqual(told, [[uri]]);
    assert.equal((await today.factsOf(here)).dueCards, 1);
    parts.forEach((part) => part.dispose());
  });

  it('keeps what it can’t read, byte for byte, and says so', async () => {
    const text = '\uFEFF{"card": "lag"\r\nwho wrote this?';
    await write(log, text);
    assert.equal(await store.add(located, review(1)), 'done');
    assert.ok((await onDisk(log)).startsWith(`${text}\r\n`));
    const { reviews, problems } = await store.log(located);
    assert.deepEqual([reviews.length, problems.map(({ start }) => start)], [1, [0, 16]]);
  });
});
