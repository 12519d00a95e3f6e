import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { axeViolations } from './support/axe';
import { eventually } from './support/eventually';
import { THEMES } from './support/looks';
import { openWindow, type Window } from './support/window';

const FILES = {
  'prep/acme/loop.md': '---\nplaybook: general-pm\ncompany: Acme\nrole: PM\nfirstContact: 2026-11-17\ndays: 21\n---\n',
  'prep/acme/rounds/01-screen.md': '---\nround: screen\ntitle: Screen\n---\n',
  'prep/acme/rounds/02-system-design.md': '---\nround: system-design\ntitle: System Design\n---\n',
  'prep/acme/cheat-sheet.md': '# Cheat sheet\n\n```latency-budget\nslo: 40 ms p99\nlook-up: 8 ms\nmodel: 12 ms\n```\n',
};

const question = (panel: FrameLocator) => panel.locator('#question');
const field = (panel: FrameLocator) => panel.getByRole('textbox');

/** What a line of the block says, in ms. */
async function given(panel: FrameLocator, key: string): Promise<number> {
  const text = await panel.locator('.given').innerText();
  return Number(new RegExp(`${key}: ([\\d.]+) ms`, 'u').exec(text)?.[1]);
}

describe('Mental arithmetic', () => {
  let window: Window;
  let panel: FrameLocator;
  const saved = (): string[] => {
    const folder = join(window.workspaceDir, 'prep', 'acme', 'sessions');
    return existsSync(folder) ? readdirSync(folder) : [];
  };

  before(async () => {
    window = await openWindow({ workspaceFiles: FILES });
    const tracker = await window.openView('Tracker');
    await tracker.locator('.monaco-list-row', { hasText: 'Acme' }).first().waitFor();
    await window.runCommand('Prep Loop: Practise the Arithmetic…');
    panel = await window.webviewFrame('Arithmetic');
    await question(panel).waitFor();
  });
  after(() => window?.close());
  afterEach(() => {
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });

  it('asks one question at a time and shows the worked solution, with the keyboard alone', async () => {
    const { keyboard } = window.page;
    const total = (await given(panel, 'look-up')) + (await given(panel, 'model'));
    await panel.locator('.typed:focus').waitFor();
    assert.match(await question(panel).innerText(), /^How long do all stages take, in ms\?$/u);
    await keyboard.type('no idea');
    await keyboard.press('Enter');
    await panel.getByText('That is not read as one figure', { exact: false }).waitFor();
    assert.match(await panel.locator('.progress').innerText(), /Question 1 of 3/u);
    await field(panel).fill('');
    await keyboard.type(`about ${total} ms`);
    await keyboard.press('Enter');
    await panel.locator('.verdict.right').waitFor();
    assert.match(await panel.getByRole('group', { name: 'Worked solution' }).innerText(), /= look-up \+ model/u);
    assert.match(await panel.getByRole('status').first().innerText(), /^Right: /u);
    await panel.locator('.turn:focus').waitFor();
    await keyboard.press('Enter');
    await panel.getByRole('heading', { name: /^How much is left/u }).waitFor();
  });

  it('goes on where it was when the window is reloaded', async () => {
    await window.reload();
    panel = await window.webviewFrame('Arithmetic');
    await panel.getByRole('heading', { name: /^How much is left/u }).waitFor();
    assert.match(await panel.locator('.progress').innerText(), /Question 2 of 3\s+1 right/u);
  });

  it('counts what was not known, and ends with a score, a median time and what to say', async () => {
    const { keyboard } = window.page;
    await panel.getByRole('button', { name: 'Show the solution' }).click();
    await panel.locator('.verdict').getByText('Not answered.', { exact: false }).waitFor();
    await panel.locator('.turn:focus').waitFor();
    await keyboard.press('Enter');
    await panel.locator('.typed:focus').waitFor();
    await keyboard.type('1 GB');
    await keyboard.press('Enter');
    await panel.locator('.verdict').getByText('That is data, and a share is asked for', { exact: false }).waitFor();
    await panel.locator('.turn:focus').waitFor();
    await keyboard.press('Enter');
    await panel.getByRole('heading', { name: '1 of 3 right' }).waitFor();
    await panel.getByText('in all, usually', { exact: false }).waitFor();
    await panel.getByRole('heading', { name: 'Say it aloud' }).waitFor();
  });

  it('is saved once as a session of the round that is about design', async () => {
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await panel.getByText('Saved as', { exact: false }).first().waitFor();
    await eventually(() => assert.equal(saved().length, 1));
    const [file = ''] = saved();
    assert.match(file, /-system-design\.md$/u);
    const text = window.readFile(`prep/acme/sessions/${file}`);
    assert.match(text, /^round: system-design$/mu);
    assert.match(text, /^arithmetic: \{ right: 1, of: 3, seconds: \d+, seed: \d+ \}$/mu);
    assert.match(text, /^- How long do all stages take, in ms\? “about [\d.]+ ms” in \d+:\d\d: right, /mu);
  });

  for (const theme of THEMES)
    it(`is accessible in ${theme}`, async () => {
      await window.setTheme(theme);
      assert.deepEqual(await axeViolations(await window.webview('Arithmetic')), []);
    });

  it('begins again with other figures', async () => {
    const before = await panel.locator('.given').innerText();
    await panel.getByRole('button', { name: 'Another' }).click();
    await panel.getByText('Question 1 of', { exact: false }).waitFor();
    assert.notEqual(await panel.locator('.given').innerText(), before);
    assert.deepEqual(await axeViolations(await window.webview('Arithmetic')), []);
  });

  it('is asked by a drill card too, whose verdict suggests a rating', async () => {
    const { keyboard } = window.page;
    await window.runCommand('Prep Loop: Review Drill Cards…');
    const cards = await window.webviewFrame('Drills: Acme');
    const heading = cards.getByRole('heading', { level: 2 });
    await heading.waitFor();
    for (let card = 0; card < 20 && !/paid back\?$/u.test(await heading.innerText()); card += 1) {
      const shown = await heading.innerText();
      await cards.getByRole('button', { name: /^Show the answer/u }).click();
      await cards.getByRole('button', { name: /^Good/u }).click();
      await eventually(async () => assert.notEqual(await heading.innerText(), shown));
    }
    assert.match(await cards.locator('.given').innerText(), /revenue: \$40 a month/u);
    assert.equal(await cards.getByRole('group', { name: 'Answer' }).count(), 0);
    await cards.getByRole('textbox').click();
    await keyboard.type('uh');
    await keyboard.press('Enter');
    await cards.getByText('That is not read as one figure', { exact: false }).waitFor();
    await cards.getByRole('textbox').fill('8');
    await keyboard.press('Enter');
    await cards.locator('.verdict.right').waitFor();
    await cards.getByRole('group', { name: 'Answer' }).getByText('What counts is margin', { exact: false }).waitFor();
    await cards.locator('.rating.good.suggested:focus').waitFor();
    assert.deepEqual(await axeViolations(await window.webview('Drills: Acme')), []);
    await keyboard.press('Enter');
    await cards.getByRole('heading', { level: 2, name: /paid back\?$/u }).waitFor({ state: 'detached' });
    assert.match(window.readFile('prep/acme/reviews.jsonl').trim().split('\n').at(-1) ?? '', /"good"/u);
  });
});
