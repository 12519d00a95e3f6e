/** Pictures of worked figures: README’s examples as the preview draws them, and a cheat sheet in a round panel. */
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { BLOCK_KINDS } from '../../src/core/blocks/blockModel';
import type { Window } from '../editor/ui/support/window';
import { day } from './days';
import { projectPath } from './paths';
import type { Area, Scene } from './scenes';

/** The examples of README. */
function examples(): string {
  const readme = readFileSync(projectPath('README.md'), 'utf8');
  return /^````md\n([\s\S]*?)^````$/mu.exec(readme)?.[1] ?? '';
}

const LOOP = `---\nplaybook: confluent-ai-ml-pm\ncompany: Confluent\nrole: AI/ML PM\nfirstContact: ${day(-5)}\ndays: 22\n---\n`;
const ROUND = `---\nround: system-design\ndate: ${day(3)}\n---\n\n# System Design\n\n- [ ] Redraw the design from memory\n`;
const CHEAT_SHEET = readFileSync(projectPath('content', 'playbooks', 'confluent-ai-ml-pm', 'cheat-sheet.md'), 'utf8');
const ROUND_FILES = {
  'prep/confluent/loop.md': LOOP,
  'prep/confluent/rounds/01-system-design.md': ROUND,
  'prep/confluent/cheat-sheet.md': CHEAT_SHEET,
};
/** Around a figure, in CSS pixels. */
const MARGIN = 8;

async function areaOf(figure: Locator): Promise<Area> {
  const box = await figure.boundingBox();
  if (!box) throw new Error('There is nothing to take a picture of.');
  return { x: box.x - MARGIN, y: box.y - MARGIN, width: box.width + 2 * MARGIN, height: box.height + 2 * MARGIN };
}

/** Opens README's examples in the Markdown preview, and nothing else. */
async function preview(window: Window): Promise<Locator> {
  await window.openFile('prep/confluent/figures.md');
  await window.runCommand('Markdown: Open Preview');
  const frame = await window.webviewFrame('Preview figures.md');
  await frame.locator('.prep-loop-block').nth(2).waitFor();
  return frame.locator('.prep-loop-block');
}

/** Opens the panel of a round with its cheat sheet unfolded. */
async function openFigures(window: Window): Promise<Locator> {
  const tracker = await window.openView('Tracker');
  await tracker.locator('.monaco-list-row').filter({ hasText: 'System Design' }).first().waitFor();
  await window.runCommand('Prep Loop: Open Round Panel…');
  await window.pick('System Design');
  const frame = await window.webviewFrame('System Design');
  await frame.locator('.figures > summary').click();
  await frame.locator('.figures .prep-loop-block').first().waitFor();
  return frame.locator('.figures .prep-loop-block');
}

export const FIGURE_SCENES: readonly Scene[] = [
  {
    name: 'blocks',
    theme: 'Default Light Modern',
    size: { width: 700, height: 1400 },
    files: { ...ROUND_FILES, 'prep/confluent/figures.md': examples() },
    settings: { 'markdown.preview.fontSize': 13 },
    act: async (window, take) => {
      await window.runCommand('View: Toggle Primary Side Bar Visibility');
      const blocks = await preview(window);
      for (const [index, kind] of BLOCK_KINDS.entries()) {
        await blocks.nth(index).scrollIntoViewIfNeeded();
        await take(kind, await areaOf(blocks.nth(index)));
      }
    },
  },
  {
    name: 'round-figures',
    theme: 'Default Dark Modern',
    size: { width: 1280, height: 1100 },
    files: ROUND_FILES,
    act: async (window) => {
      const blocks = await openFigures(window);
      await blocks.first().scrollIntoViewIfNeeded();
    },
  },
];
