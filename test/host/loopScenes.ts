/** Pictures of the tracker with loops at work: Today, several loops, a closed one. */
import type { Window } from '../editor/ui/support/window';
import { day } from './days';
import type { Scene } from './scenes';

const WIDE = { width: 1280, height: 820 };

/** A loop's files, its first contact some days ago and its rounds in so many days; the rest is the playbook's. */
function loopFiles(
  folder: string,
  company: string,
  contact: number,
  rounds: readonly (readonly [id: string, title: string, day: number, time: string, status?: string])[],
  more = '',
): Record<string, string> {
  const front = `playbook: confluent-ai-ml-pm\ncompany: ${company}\nrole: AI/ML PM\nfirstContact: ${day(contact)}\ndays: 22\n${more}`;
  const checklist =
    '- [x] Read the round’s guide\n- [ ] Say the opening aloud, twice\n- [ ] One figure for every claim\n';
  const files = rounds.map(([id, title, date, time, status = 'planned'], index): [string, string] => [
    `prep/${folder}/rounds/0${index + 1}-${id}.md`,
    `---\nround: ${id}\ndate: ${day(date)}\ntime: ${time}\nstatus: ${status}\n---\n\n# ${title}\n\n${checklist}`,
  ]);
  const tasks =
    '- [ ] **Practise the impact-first narrative.** Out loud.\n- [ ] **Make a one-page cheat sheet from latency budget to architecture.** One page.\n- [x] **Study the streaming-first product material.** Notes taken.\n';
  return {
    [`prep/${folder}/loop.md`]: `---\n${front}---\n\n# ${company}\n`,
    [`prep/${folder}/preparation.md`]: tasks,
    ...Object.fromEntries(files),
  };
}

/** Every day is for work, so that a picture taken on a Sunday shows what one of a Monday does. */
const NO_WEEKEND = { 'prepLoop.weekend': [] };

/** Gives the tracker the height of the side bar, and room for its lines. */
async function makeRoom(window: Window): Promise<void> {
  const { page } = window;
  await page.locator('.pane-header[aria-label^="Stories"]').click({ position: { x: 40, y: 8 } });
  const bar = await page.locator('.part.sidebar').boundingBox();
  const { width = 0 } = page.viewportSize() ?? {};
  if (!bar) return;
  const [from, to, y] = [bar.x + bar.width, Math.min(width - 20, bar.x + 560), bar.y + 120];
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(to, y, { steps: 5 });
  await page.mouse.up();
}

/** Opens rows of the tracker by their twisties, in order. */
async function expand(window: Window, ...rows: readonly string[]): Promise<void> {
  const tracker = await window.openView('Tracker');
  for (const text of rows) {
    const row = tracker.locator('.monaco-list-row').filter({ hasText: text }).first();
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click();
  }
}

export const LOOP_SCENES: readonly Scene[] = [
  {
    name: 'today',
    theme: 'Default Dark Modern',
    size: WIDE,
    settings: NO_WEEKEND,
    files: loopFiles('confluent', 'Confluent', -5, [
      ['phone-screen', 'Phone Screen', -2, '11:00', 'passed'],
      ['system-design', 'System Design', 1, '10:00'],
      ['product-sense', 'Product Sense', 6, '14:00'],
    ]),
    act: async (window) => {
      const tracker = await window.openView('Tracker');
      await tracker.locator('.monaco-list-row').filter({ hasText: 'Tomorrow: System Design' }).first().waitFor();
      await makeRoom(window);
      await window.page.locator('.statusbar-item').filter({ hasText: 'due' }).first().waitFor();
    },
  },
  {
    name: 'loops',
    theme: 'Default Light Modern',
    size: WIDE,
    settings: NO_WEEKEND,
    files: {
      ...loopFiles('confluent', 'Confluent', -5, [
        ['phone-screen', 'Phone Screen', -2, '11:00', 'passed'],
        ['system-design', 'System Design', 1, '10:00'],
      ]),
      ...loopFiles('lattice', 'Lattice', -3, [
        ['phone-screen', 'Phone Screen', 1, '15:00'],
        ['system-design', 'System Design', 5, '10:00'],
      ]),
      ...loopFiles(
        'northwind',
        'Northwind',
        -30,
        [['phone-screen', 'Phone Screen', -26, '15:00', 'failed']],
        `outcome: rejected\nclosed: ${day(-20)}\n`,
      ),
    },
    act: async (window) => {
      await window.openView('Tracker');
      await makeRoom(window);
      await expand(window, 'Closed');
      await window.page.locator('.statusbar-item').filter({ hasText: 'due' }).first().waitFor();
    },
  },
];
