/** Pictures of what is held against the stories: the fit, the figures, and what was said of money. */
import type { FrameLocator } from 'playwright-core';
import type { Window } from '../editor/ui/support/window';
import { day } from './days';
import type { Scene } from './scenes';
import { fixtureFiles } from './workspace';

const LOOP = `---\nplaybook: confluent-ai-ml-pm\ncompany: Confluent\nrole: AI/ML PM\nfirstContact: ${day(-5)}\ndays: 22\n---\n`;
export const CLAIM_FILES = {
  ...fixtureFiles('sample'),
  'prep/confluent/loop.md': LOOP,
  'prep/confluent/rounds/01-phone-screen.md': `---\nround: phone-screen\ndate: ${day(-2)}\nstatus: passed\n---\n\n# Phone Screen\n`,
  'prep/confluent/rounds/05-hiring-committee.md': `---\nround: hiring-committee\ndate: ${day(6)}\n---\n\n# Hiring Committee\n`,
  'prep/confluent/offer.md': `---\nbase: 200000\ncurrency: USD\nstated:\n  - { date: ${day(-4)}, round: phone-screen, to: Sam, base: 205000 }\n  - { date: ${day(-2)}, round: phone-screen, to: Jane Doe, base: 210000, total: 340000 }\n---\n\n# Offer\n`,
  'prep/confluent/scripts/committee-close.md':
    'I put a bid model on the live stream: 1.3M bids a second at a p99 of 28 ms. Latency fell from 120 ms to 35 ms.\n',
};

/** Opens a panel and hides the side bar, so that it has the window's width. */
async function opened(window: Window, command: string, pick: string | undefined, tab: string): Promise<FrameLocator> {
  const tracker = await window.openView('Tracker');
  await tracker.locator('.monaco-list-row').filter({ hasText: 'Confluent' }).first().waitFor();
  await window.runCommand(command);
  if (pick !== undefined) await window.pick(pick);
  const frame = await window.webviewFrame(tab);
  await frame.getByRole('heading').first().waitFor();
  await window.icon().click();
  return frame;
}

const openRound = (window: Window, title: string): Promise<FrameLocator> =>
  opened(window, 'Prep Loop: Open Round Panel…', title, title);

/** Opens the page of the figures in the Markdown preview, and nothing else. */
export async function openFigures(window: Window): Promise<FrameLocator> {
  const tracker = await window.openView('Tracker');
  await tracker.locator('.monaco-list-row').filter({ hasText: 'Confluent' }).first().waitFor();
  await window.runCommand('Prep Loop: Show Figures');
  await window.page.locator('.tab.active[data-resource-name="Figures of confluent.md"]').waitFor();
  const page = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await page.getByRole('heading', { name: 'Figures: Confluent' }).waitFor();
  await window.icon().click(); // hides the side bar
  return page;
}

async function scrollTo(frame: FrameLocator, section: string): Promise<void> {
  await frame.locator(section).evaluate((element) => element.scrollIntoView());
}

const scene = (name: string, act: Scene['act'], height = 1000): Scene => ({
  name,
  theme: 'Default Dark Modern',
  size: { width: 1280, height },
  files: CLAIM_FILES,
  part: '.part.editor',
  act,
});

export const CLAIM_SCENES: readonly Scene[] = [
  scene('fit', async (window) => scrollTo(await openRound(window, 'Phone Screen'), '.fit'), 1400),
  scene('fit-summary', async (window) =>
    scrollTo(await opened(window, 'Prep Loop: Open Dashboard', undefined, 'Confluent'), '.fit'),
  ),
  scene('stated', async (window) => {
    await openRound(window, 'Hiring Committee');
  }),
  scene('figures-page', async (window) => {
    await openFigures(window);
  }),
  {
    ...scene('figures-view', async (window) => {
      const tracker = await window.openView('Tracker');
      const row = (text: string) => tracker.locator('.monaco-list-row').filter({ hasText: text }).first();
      await row('Confluent').waitFor();
      for (const text of ['Confluent', 'Figures']) {
        if ((await row(text).getAttribute('aria-expanded')) !== 'true')
          await row(text).locator('.monaco-tl-twistie').click();
      }
      await row('p99').waitFor();
    }),
    part: '.part.sidebar',
  },
];
