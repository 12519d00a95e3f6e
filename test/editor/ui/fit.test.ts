import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { loopInUse } from '../../host/loopInUse';
import { eventually } from './support/eventually';
import { itLooksRight } from './support/looks';
import { openWindow, type Window } from './support/window';

const FIT = 'prep/confluent-ai-ml-pm/fit.md';

const fitOf = (panel: FrameLocator) => panel.getByRole('region', { name: 'Does it fit?', exact: true });
const writeOf = (panel: FrameLocator) => fitOf(panel).getByRole('button', { name: 'Write it to fit.md' });

describe('The fit, held against the stories', () => {
  let window: Window;
  let round: FrameLocator;

  const textOfFit = (): string => {
    try {
      return window.readFile(FIT);
    } catch {
      return '';
    }
  };
  const closeTabs = () => window.runCommand('View: Close All Editors');

  before(async () => {
    const { files } = loopInUse({ stories: 3, sessions: 0, today: new Date().toISOString().slice(0, 10) });
    window = await openWindow({ workspaceFiles: files });
    const tracker = await window.openView('Tracker');
    await tracker.locator('.monaco-list-row', { hasText: 'Confluent' }).first().waitFor();
  });
  after(() => window?.close());
  afterEach(() => {
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });

  it('is in the panel of the first round, and written into fit.md by keyboard', async () => {
    await window.runCommand('Prep Loop: Open Round Panel…');
    await window.pick('Phone Screen');
    round = await window.webviewFrame('Phone Screen');
    assert.match(await fitOf(round).innerText(), /(?:Strong|Partial|Missing): Have you/u);
    rmSync(join(window.workspaceDir, ...FIT.split('/')), { force: true });
    await writeOf(round).focus();
    await window.page.keyboard.press('Enter');
    await eventually(() => assert.match(textOfFit(), /^# Does it fit\?$/mu));
    await window.page.locator('.tab.active[data-resource-name="fit.md"]').waitFor();
    for (const question of await fitOf(round).getByRole('heading', { level: 3 }).allInnerTexts())
      assert.ok(textOfFit().includes(question.replace(/^[^:]+: */u, '')), question);
    await closeTabs();
  });

  it('is in no other round’s panel', async () => {
    await window.runCommand('Prep Loop: Open Round Panel…');
    await window.pick('System Design');
    const design = await window.webviewFrame('System Design');
    await design.getByRole('heading', { level: 1, name: 'System Design' }).waitFor();
    assert.equal(await fitOf(design).count(), 0);
    await closeTabs();
  });

  it('is on the dashboard, from where the keyboard leads to what proves it and to fit.md', async () => {
    await window.runCommand('Prep Loop: Open Dashboard');
    const dashboard = await window.webviewFrame('Dashboard');
    await fitOf(dashboard).getByRole('button', { name: 'See what proves it' }).press('Enter');
    round = await window.webviewFrame('Phone Screen');
    const before = textOfFit();
    await window.writeFile(FIT, `Mine.\n\n${before.replace(/^### .*$/gmu, '### Of last week')}`);
    await writeOf(round).press('Enter');
    await window.page.locator('.tab.active[data-resource-name="fit.md"]').waitFor();
    await eventually(() => assert.equal(textOfFit(), `Mine.\n\n${before}`));
    await closeTabs();
  });

  it('leads by keyboard from a gap on the dashboard to what closes it', async () => {
    await window.runCommand('Prep Loop: Open Dashboard');
    const dashboard = await window.webviewFrame('Dashboard');
    assert.match(await fitOf(dashboard).innerText(), /Have you shipped at least one ML model/u);
    const gap = fitOf(dashboard).getByRole('listitem').getByRole('button').first();
    const what = (await gap.innerText()).trim();
    await gap.press('Enter');
    if (what.startsWith('Write')) await window.page.locator('.quick-input-widget').getByRole('textbox').waitFor();
    else await window.page.locator('.tab.active[data-resource-name$=".md"]').waitFor();
    await window.page.keyboard.press('Escape');
    await closeTabs();
  });

  describe('in its panel', () => {
    before(async () => {
      await window.runCommand('Prep Loop: Open Round Panel…');
      await window.pick('Phone Screen');
      await fitOf(await window.webviewFrame('Phone Screen')).waitFor();
    });

    itLooksRight(() => window, 'Phone Screen');
  });
});
