import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from './support/eventually';
import { openWindow, type Window } from './support/window';

const LOOP =
  '---\nplaybook: confluent-ai-ml-pm\ncompany: Confluent\nrole: AI/ML Product Manager\nfirstContact: 2026-11-23\ndays: 22\n---\n';
const SECTIONS = ['Impact', 'Situation', 'Task', 'Action', 'Result', 'Trade-offs']
  .map((name) => `## ${name}\n\nI cut cost by 18% from $2M a year, instead of buying more.\n`)
  .join('\n');
const STORY = `---\ntitle: Bid model on the live stream\ncompetencies: [impact, collaboration]\nrounds: [phone-screen]\n---\n\n${SECTIONS}`;

describe('Coverage, by hand', () => {
  let window: Window;
  let pane: Locator;
  const row = (text: string): Locator => pane.locator('.monaco-list-row').filter({ hasText: text });

  before(async () => {
    window = await openWindow({
      workspaceFiles: { 'prep/confluent/loop.md': LOOP, 'prep/stories/bid-model.md': STORY },
    });
    pane = await window.openView('Tracker');
  });
  after(() => window?.close());

  it('is opened by keyboard, says how many gaps there are, and shows the stories of each round', async () => {
    await row('Coverage').click();
    await window.page.keyboard.press('ArrowRight');
    await row('Coverage')
      .filter({ hasText: /\d+ gaps/u })
      .waitFor();
    await row('Phone Screen').last().click();
    await window.page.keyboard.press('ArrowRight');
    await row('Impact first').waitFor();
    assert.match(
      (await row('Coverage').getAttribute('aria-label')) ?? '',
      /Coverage of the rounds by stories, \d+ gaps/u,
    );
    assert.match(
      (await row('Streaming product sense').getAttribute('aria-label')) ?? '',
      /Gap: Streaming product sense, no story yet/u,
    );
    await row('Impact first').click();
    await row('Bid model on the live stream').first().click();
    await window.page.locator('.tab.active[data-resource-name="bid-model.md"]').waitFor();
  });

  it('asks for the title of the story that is missing, and writes it with the competency', async () => {
    await row('Streaming product sense').first().click();
    await window.quickInput('Latency budget that chose the roadmap');
    await window.accept();
    await eventually(
      () =>
        assert.match(window.readFile('prep/stories/latency-budget-that-chose-the-roadmap.md'), /product-judgement/u),
      15_000,
    );
  });
});
