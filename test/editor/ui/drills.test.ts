import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { axeViolations } from './support/axe';
import { eventually } from './support/eventually';
import { THEMES } from './support/looks';
import { openWindow, type Window } from './support/window';

const LOG = 'prep/acme/reviews.jsonl';
const FILES = {
  'prep/acme/loop.md': '---\nplaybook: general-pm\ncompany: Acme\nrole: PM\nfirstContact: 2026-11-17\ndays: 21\n---\n',
  'prep/acme/rounds/01-recruiter-screen.md': '---\nround: recruiter-screen\n---\n',
};

const question = (panel: FrameLocator) => panel.getByRole('heading', { level: 2 });
const answer = (panel: FrameLocator) => panel.getByRole('group', { name: 'Answer' });
const count = (panel: FrameLocator) => panel.locator('.count');

describe('The drill cards', () => {
  let window: Window;
  let panel: FrameLocator;
  const ratings = (): string[] =>
    window
      .readFile(LOG)
      .trim()
      .split('\n')
      .map((line) =>
        Object.keys(JSON.parse(line) as object).includes('undo')
          ? 'undo'
          : (JSON.parse(line) as { rating: string }).rating,
      );

  before(async () => {
    window = await openWindow({ workspaceFiles: FILES });
    const tracker = await window.openView('Tracker');
    await tracker.locator('.monaco-list-row', { hasText: 'Acme' }).first().waitFor();
    await window.runCommand('Prep Loop: Review Drill Cards…');
    panel = await window.webviewFrame('Acme');
    await question(panel).waitFor();
  });
  after(() => window?.close());
  afterEach(() => {
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });

  it('are turned and rated with the keyboard alone, each rating a line of the log', async () => {
    const { keyboard } = window.page;
    await eventually(async () => assert.match(await count(panel).innerText(), /^1\D+20$/u));
    assert.match(await question(panel).innerText(), /^Which four parts define a metric/u);
    assert.equal(await answer(panel).count(), 0);
    await question(panel).focus();
    await keyboard.press('3');
    assert.equal(await answer(panel).count(), 0, 'nothing is rated unseen');
    await keyboard.press('Space');
    await answer(panel).getByText('Numerator, denominator').waitFor();
    await panel
      .getByRole('button', { name: /^Again/u })
      .getByText('in 10 minutes')
      .waitFor();
    await keyboard.press('1');
    await panel.getByRole('heading', { level: 2, name: /north-star/u }).waitFor();
    await eventually(async () => assert.match(await count(panel).innerText(), /^2\D+21$/u));
    assert.deepEqual(ratings(), ['again']);
    await keyboard.press('Space');
    await answer(panel).waitFor();
    await keyboard.press('4');
    await panel.getByRole('heading', { level: 2, name: /Leading or lagging/u }).waitFor();
    assert.deepEqual(ratings(), ['again', 'easy']);
  });

  it('take the last rating back with one more line, and show that card again', async () => {
    await window.page.keyboard.press('u');
    await panel.getByRole('heading', { level: 2, name: /north-star/u }).waitFor();
    await eventually(() => assert.deepEqual(ratings(), ['again', 'easy', 'undo']));
    await panel.getByRole('button', { name: /^Show the answer/u }).click();
    await panel.getByRole('button', { name: /^Good/u }).click();
    await panel.getByRole('heading', { level: 2, name: /Leading or lagging/u }).waitFor();
  });

  it('are rated once by a key that is pressed twice, and undone once', async () => {
    const { keyboard } = window.page;
    const before = ratings();
    await keyboard.press('Space');
    await answer(panel).waitFor();
    await Promise.all([keyboard.press('3'), keyboard.press('3')]);
    await panel.getByRole('heading', { level: 2, name: /Leading or lagging/u }).waitFor({ state: 'detached' });
    await keyboard.press('3');
    await eventually(() => assert.deepEqual(ratings(), [...before, 'good']));
    assert.equal(await answer(panel).count(), 0, 'the next card is not turned over');
    await Promise.all([keyboard.press('u'), keyboard.press('u')]);
    await panel.getByRole('heading', { level: 2, name: /Leading or lagging/u }).waitFor();
    await eventually(() => assert.deepEqual(ratings(), [...before, 'good', 'undo']));
  });

  it('follow the log when a line comes in from elsewhere, and report a broken one', async () => {
    await window.writeFile(LOG, `${window.readFile(LOG)}not a review\n`);
    await panel.getByText('This line is not a review', { exact: false }).waitFor();
    await panel.getByRole('button', { name: 'Open the log' }).click();
    await window.page.locator('.tab[data-resource-name="reviews.jsonl"]').waitFor();
    await window.runCommand('View: Close Editor');
    await window.writeFile(LOG, window.readFile(LOG).replace('not a review\n', ''));
    await panel.locator('.trouble').waitFor({ state: 'detached' });
  });

  it('come back when the window is reloaded, with what is not reviewed yet', async () => {
    await window.reload();
    panel = await window.webviewFrame('Acme');
    await panel.getByRole('heading', { level: 2, name: /Leading or lagging/u }).waitFor();
  });

  for (const theme of THEMES) {
    it(`are accessible in ${theme}`, async () => {
      await window.setTheme(theme);
      const frame = await window.webview('Acme');
      if (theme === THEMES[1]) await panel.getByRole('button', { name: /^Show the answer/u }).click();
      assert.deepEqual(await axeViolations(frame), []);
    });
  }
});
