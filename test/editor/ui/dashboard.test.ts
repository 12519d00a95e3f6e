import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { loopInUse } from '../../host/loopInUse';
import { eventually } from './support/eventually';
import { itLooksRight } from './support/looks';
import { openWindow, type Window } from './support/window';

const now = new Date();
const TODAY = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, '0'))
  .join('-');
const DESIGN = 'prep/confluent-ai-ml-pm/rounds/02-system-design.md';
const OTHER = {
  'prep/acme/loop.md': `---\nplaybook: general-pm\ncompany: Acme\nrole: PM\nfirstContact: ${TODAY}\ndays: 21\n---\n`,
  'prep/acme/rounds/01-recruiter-screen.md': '---\nround: recruiter-screen\n---\n',
};

const section = (panel: FrameLocator, name: string) => panel.getByRole('region', { name, exact: true });
const card = (panel: FrameLocator, title: string) =>
  panel
    .getByRole('article')
    .filter({ has: panel.getByRole('button', { name: new RegExp(`^${title}: readiness`, 'u') }) });

async function openDashboard(window: Window): Promise<FrameLocator> {
  const tracker = await window.openView('Tracker');
  await tracker.locator('.monaco-list-row', { hasText: 'Confluent' }).first().waitFor();
  await window.runCommand('Prep Loop: Open Dashboard');
  return window.webviewFrame('Dashboard');
}

describe('The dashboard', () => {
  let window: Window;
  let panel: FrameLocator;

  before(async () => {
    const { files } = loopInUse({ stories: 9, sessions: 14, today: TODAY, transcripts: 5 });
    window = await openWindow({ workspaceFiles: { ...files, ...OTHER } });
    const tracker = await window.openView('Tracker');
    await tracker.locator('.monaco-list-row', { hasText: 'Confluent' }).first().waitFor();
    await window.runCommand('Prep Loop: Open Dashboard');
    await window.pick('Confluent');
    panel = await window.webviewFrame('Dashboard');
    await panel.getByRole('heading', { level: 1, name: 'Confluent AI/ML Product Manager' }).waitFor();
  });
  after(() => window?.close());
  afterEach(() => {
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });

  it('shows the days, the rounds’ readiness, practice, drills and coverage', async () => {
    await eventually(async () => assert.equal(await panel.locator('.strip .day').count(), 22));
    assert.match(await panel.locator('.day[aria-current="date"] .sr-only').first().innerText(), /day 6, today/u);
    await section(panel, 'Coverage').waitFor();
    assert.equal(await section(panel, 'Readiness').getByRole('article').count(), 5);
    assert.equal(await section(panel, 'Practice').locator('svg.chart').count(), 5);
    assert.equal(await section(panel, 'Speaking').locator('svg.chart').count(), 2);
    await section(panel, 'Coverage')
      .getByRole('button', { name: 'Write a story that shows Feedback at pace' })
      .waitFor();
    await section(panel, 'Drills').getByRole('button', { name: 'Review cards' }).waitFor();
  });

  it('follows a file that changes, in place: the focus, the scroll and what was opened stay', async () => {
    const design = card(panel, 'System Design');
    const scoreOf = async (): Promise<number> => Number(await design.locator('.ring text').textContent());
    const before = await scoreOf();
    const product = card(panel, 'Product Sense');
    await product.getByText('What would raise it').click();
    const link = product.getByRole('button', { name: /^(?:Practise|Run|Write|Finish|Review)/u }).first();
    await link.focus();
    const frame = await window.webview('Dashboard');
    const scrolled = await frame.evaluate<number>('scrollY');
    await frame.evaluate(`document.querySelector('main').dataset.same = 'yes'`);
    await window.writeFile(DESIGN, window.readFile(DESIGN).replaceAll('- [ ]', '- [x]'));
    await eventually(async () => assert.ok((await scoreOf()) > before));
    assert.equal(await frame.evaluate(`document.querySelector('main').dataset.same`), 'yes');
    assert.equal(await frame.evaluate<number>('scrollY'), scrolled);
    assert.equal(await panel.locator(':focus').textContent(), await link.textContent());
  });

  it('leads by keyboard to what would raise a score', async () => {
    const { keyboard } = window.page;
    await section(panel, 'Drills').getByRole('button', { name: 'Review cards' }).focus();
    await keyboard.press('Enter');
    const drills = await window.webviewFrame('Drills');
    await drills.getByRole('button', { name: /^Show the answer/u }).waitFor();
    await window.runCommand('View: Close Editor');
    // A page that was hidden is loaded again.
    panel = await window.webviewFrame('Dashboard');
    await section(panel, 'Readiness')
      .getByRole('button', { name: /^System Design: readiness/u })
      .press('Enter');
    await (
      await window.webviewFrame('System Design')
    )
      .getByRole('heading', { level: 1, name: 'System Design' })
      .waitFor();
    await window.runCommand('View: Close Editor');
    panel = await window.webviewFrame('Dashboard');
  });

  it('changes over to another loop, and comes back with it when the window is reloaded', async () => {
    await panel.getByLabel('Loop').selectOption({ label: 'Acme PM' });
    await panel.getByRole('heading', { level: 1, name: 'Acme PM' }).waitFor();
    await section(panel, 'Practice').getByText('No practice runs yet.', { exact: false }).waitFor();
    await window.reload();
    panel = await window.webviewFrame('Dashboard');
    await panel.getByRole('heading', { level: 1, name: 'Acme PM' }).waitFor();
    await panel.getByLabel('Loop').selectOption({ label: 'Confluent AI/ML Product Manager' });
    await panel.getByRole('heading', { level: 1, name: 'Confluent AI/ML Product Manager' }).waitFor();
  });

  itLooksRight(() => window, 'Dashboard');
});

describe('The dashboard of a large loop', () => {
  let window: Window;

  before(async () => {
    window = await openWindow({ workspaceFiles: loopInUse({ stories: 300, sessions: 500, today: TODAY }).files });
  });
  after(() => window?.close());

  /** Not held to a time here, where the machine may be busy: the figures are for the log of the run. */
  it('is drawn whole, the first time and with everything read', async () => {
    for (const state of ['cold', 'warm']) {
      const panel = await openDashboard(window);
      await panel.getByRole('button', { name: /^Show all \d+ stories/u }).waitFor();
      const frame = await window.webview('Dashboard');
      const marks = await frame.evaluate<Record<string, number>>(
        `Object.fromEntries(['loaded', 'begun', 'drawn'].map((name) => [name, performance.getEntriesByName('prepLoop.dashboard.' + name)[0]?.startTime]))`,
      );
      const after = (name: string): string =>
        marks[name] === undefined ? 'at once' : `${Math.round(marks[name] - (marks['loaded'] ?? 0))} ms`;
      console.log(
        `      ${state}: the days ${after('begun')}, all of it ${after('drawn')} after the page began to load`,
      );
      assert.equal(await panel.locator('.matrix tbody tr').count(), 12);
      assert.equal(await panel.locator('svg.chart .dot').count(), 500);
      await window.runCommand('View: Close Editor');
    }
    assert.deepEqual(window.consoleErrors(), []);
  });
});
