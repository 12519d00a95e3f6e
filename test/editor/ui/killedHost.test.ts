import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../../host/days';
import { eventually } from './support/eventually';
import { canKillHosts, killNewestHost } from './support/extensionHosts';
import { openWindow, type Window } from './support/window';

const LOOP = 'prep/confluent-ai-ml-pm';
const ROUND = 'rounds/02-system-design.md';

/** The files under a folder of the workspace; hidden ones are what a write had begun: the next start sees to them. */
function pathsOf(window: Window): string[] {
  const root = join(window.workspaceDir, LOOP);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

function textsOf(window: Window): Record<string, string> {
  return Object.fromEntries(pathsOf(window).map((path) => [path, window.readFile(`${LOOP}/${path}`)]));
}

/** Kills the window's host at the first moment at which something is so, seen many times in a millisecond. */
async function killOnce(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !isSo();) {
    assert.ok(Date.now() < end, 'it was never so');
    await new Promise((resolve) => setImmediate(resolve));
  }
  killNewestHost();
}

/** It takes minutes: it is run alone, and every night. */
const isWanted = process.env['PREP_LOOP_KILL'] === 'yes';

describe('A window whose extensions are killed', function () {
  this.timeout(180_000);
  let window: Window;

  before(async function () {
    if (!isWanted || !canKillHosts) this.skip();
    window = await openWindow({ settings: { 'prepLoop.weekend': [] } });
  });
  after(() => window?.close());

  /** Answers all that is asked up to the last question, whose answer is given by `accept`. */
  async function askToStart(): Promise<void> {
    await window.openView('Tracker');
    await window.runCommand('Prep Loop: Start a Loop…');
    await window.pick('Confluent AI/ML PM loop');
    await eventually(async () => assert.equal(await window.input.inputValue(), day(0)));
    await window.quickInput(day(4));
    await window.rows.filter({ hasText: 'Start with these dates' }).first().waitFor();
  }

  it('finishes a loop that was being started, from wherever it stopped: every file is whole, and as it would have been', async () => {
    await askToStart();
    await window.pick('Start with these dates');
    await window.page.locator('.tab.active[data-resource-name="preparation.md"]').waitFor();
    const whole = textsOf(window);
    assert.ok(Object.keys(whole).length > 10);
    for (const count of [1, Object.keys(whole).length - 1]) {
      await window.runCommand('View: Close All Editors');
      rmSync(join(window.workspaceDir, 'prep'), { recursive: true });
      await window.reload();
      await askToStart();
      const killed = killOnce(() => pathsOf(window).length >= count);
      await window.pick('Start with these dates');
      await killed;
      await window.reload();
      for (const [path, text] of Object.entries(textsOf(window)))
        assert.equal(text, whole[path], `${path}, killed at ${count} files`);
      await askToStart();
      await window.pick('Start with these dates');
      await window.page.locator('.tab.active[data-resource-name="preparation.md"]').waitFor();
      await eventually(() => assert.deepEqual(textsOf(window), whole));
    }
  });

  it('leaves each file of a plan as it was or as it was to be', async () => {
    const before = textsOf(window);
    const readRound = (): string => window.readFile(`${LOOP}/${ROUND}`);
    const reschedule = async (): Promise<void> => {
      await window.runCommand('Prep Loop: Reschedule Round…');
      await window.pick('System Design');
      await eventually(async () => assert.match(await window.input.inputValue(), /^\d{4}-/u));
      await window.quickInput(day(20));
      await window.quickInput('10:00');
      await window.rows.filter({ hasText: 'rescheduled by you' }).first().waitFor();
      await window.accept();
    };
    await window.runCommand('View: Close All Editors');
    await reschedule();
    const path = 'rounds/05-hiring-committee.md';
    await eventually(() => assert.notEqual(textsOf(window)[path], before[path]));
    const after = textsOf(window);
    for (const [name, text] of Object.entries(before)) await window.writeFile(`${LOOP}/${name}`, text);
    await window.reload();
    await window.openView('Tracker');
    const killed = killOnce(() => readRound() !== before[ROUND]);
    await reschedule();
    await killed;
    await window.reload();
    for (const [name, text] of Object.entries(textsOf(window)))
      assert.ok([before[name], after[name]].includes(text), name);
    const pane = await window.openView('Tracker');
    await pane.locator('.monaco-list-row').filter({ hasText: 'System Design' }).first().waitFor();
  });
});
