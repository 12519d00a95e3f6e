import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { OFFER_FILES } from '../../host/offerScenes';
import { eventually } from './support/eventually';
import { itLooksRight } from './support/looks';
import { openWindow, type Window } from './support/window';

const FILE = 'prep/confluent/offer.md';

const section = (panel: FrameLocator, name: string) => panel.getByRole('region', { name, exact: true });

describe('An offer’s panel', () => {
  let window: Window;
  let panel: FrameLocator;

  before(async () => {
    window = await openWindow({ workspaceFiles: OFFER_FILES });
    const tracker = await window.openView('Tracker');
    await tracker.locator('.monaco-list-row', { hasText: 'Confluent' }).first().waitFor();
    await window.runCommand('Prep Loop: Open Offer…');
    panel = await window.webviewFrame('Offer: Confluent');
    await section(panel, 'Year by year').waitFor();
  });
  after(() => window?.close());
  afterEach(() => {
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });

  it('has a bar for each year, the cliff and the clawback, and the formula of each figure under the pointer', async () => {
    const years = section(panel, 'Year by year');
    assert.equal(await years.locator('svg.bar').count(), 4);
    const text = await years.innerText();
    for (const expected of ['Cliff: ', 'Clawback: ', 'As a table, with every formula'])
      assert.ok(text.includes(expected), `${expected}: ${text}`);
    for (const figure of await years.locator('.bars .figure, .sums .figure').all())
      assert.notEqual((await figure.getAttribute('title')) ?? '', '', await figure.innerText());
  });

  it('unfolds the table behind the bars by keyboard', async () => {
    const table = section(panel, 'Year by year, as a table');
    const unfolded = panel.locator('details[open]');
    assert.equal(await unfolded.count(), 0);
    await panel.locator('summary').focus();
    await window.page.keyboard.press('Enter');
    await unfolded.waitFor();
    assert.equal(await table.getByRole('row').count(), 5);
  });

  it('says what other share prices make of it by its slider, and changes no file', async () => {
    const before = window.readFile(FILE);
    const slider = panel.getByRole('slider', { name: 'Share price' });
    const said = async (): Promise<string> => (await slider.getAttribute('aria-valuetext')) ?? '';
    const first = await said();
    await slider.focus();
    await window.page.keyboard.press('ArrowRight');
    await eventually(async () => assert.notEqual(await said(), first));
    assert.match(await said(), /over four years$/u);
    await window.page.keyboard.press('Home');
    await eventually(async () => assert.match(await said(), /\$0\b/u));
    assert.equal(window.readFile(FILE), before);
  });

  it('shows what was stated, the asks, and where the offer stands in the playbook’s bands', async () => {
    assert.match(await section(panel, 'Stated so far').innerText(), /\$205,000[\s\S]*Sam/u);
    assert.match(await section(panel, 'Your asks').innerText(), /\$2M incremental ARR/u);
    assert.match(await section(panel, 'Against the playbook’s bands').innerText(), /guide/iu);
  });

  it('leads by keyboard to the comparison, and from there back to each offer', async () => {
    await panel.getByRole('button', { name: 'Compare with other offers' }).press('Enter');
    const compared = await window.webviewFrame('Offers Compared');
    const table = section(compared, 'Side by side').last();
    await table.waitFor();
    assert.match(await table.innerText(), /Confluent[\s\S]*Globex[\s\S]*Year one/iu);
    assert.match(window.readFile('prep/offers/comparison.md'), /Globex/u);
    await compared.getByRole('button', { name: 'Globex' }).first().press('Enter');
    const globex = await window.webviewFrame('Offer: Globex');
    await globex.getByRole('heading', { level: 1, name: 'Globex' }).waitFor();
    await window.runCommand('View: Close All Editors');
    await window.runCommand('Prep Loop: Open Offer…');
    panel = await window.webviewFrame('Offer: Confluent');
    await section(panel, 'Year by year').waitFor();
  });

  itLooksRight(() => window, 'Offer: Confluent');
});
