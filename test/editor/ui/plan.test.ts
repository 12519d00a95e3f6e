import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { day } from '../../host/days';
import { eventually } from './support/eventually';
import { openWindow, type Window } from './support/window';

const LOOP = 'prep/confluent-ai-ml-pm';
/** Every day is a working day, so that dates do not depend on the day of the test. */
const settings = { 'prepLoop.weekend': [] };

describe('Starting a loop whose dates are known, by keyboard', () => {
  let window: Window;
  const list = (text: string): Locator => window.rows.filter({ hasText: text }).first();
  const message = (text: string): Locator => window.page.locator('.quick-input-message').filter({ hasText: text });
  const back = async (): Promise<void> => window.page.locator('.quick-input-widget .codicon-quick-input-back').click();

  before(async () => (window = await openWindow({ settings })));
  after(() => window?.close());

  it('goes back a question, judges a date as it is typed, and Escape writes nothing', async () => {
    await window.runCommand('Prep Loop: Start a Loop…');
    await window.pick('Confluent AI/ML PM loop');
    await eventually(async () => assert.equal(await window.input.inputValue(), day(0)));
    await message('The day of first contact with Confluent').filter({ hasText: 'the decision is due by' }).waitFor();
    await back();
    await window.pick('General PM loop');
    await message('Which company is it?').waitFor();
    await window.input.press('Enter');
    await message('Write a name').waitFor();
    await back();
    await window.pick('Confluent AI/ML PM loop');
    await eventually(async () => assert.equal(await window.input.inputValue(), day(0)));
    await window.quickInput(day(19));
    await list('Start with these dates').filter({ hasText: 'The preparation fits' }).waitFor();
    await window.pick('System Design');
    await eventually(async () => assert.equal(await window.input.inputValue(), day(26)));
    await window.input.fill('2026-02-30');
    await message('Write a date as YYYY-MM-DD').waitFor();
    await window.input.press('Enter');
    await message('Write a date as YYYY-MM-DD').waitFor();
    await window.page.keyboard.press('Escape');
    await window.rows.first().waitFor({ state: 'detached' });
    assert.ok(!existsSync(join(window.workspaceDir, 'prep')));
  });

  it('takes the date and the time of a round, and fills in the rest around it', async () => {
    await window.runCommand('Prep Loop: Start a Loop…');
    await window.pick('Confluent AI/ML PM loop');
    await eventually(async () => assert.equal(await window.input.inputValue(), day(0)));
    await window.quickInput(day(19));
    await window.pick('System Design');
    await eventually(async () => assert.equal(await window.input.inputValue(), day(26)));
    await window.quickInput(`${day(27)} 14:30`);
    await list('System Design').filter({ hasText: ', 14:30 · agreed' }).waitFor();
    await list('Product Sense').filter({ hasText: 'from the playbook' }).waitFor();
    await window.pick('Start with these dates');
    const files = ['loop.md', 'rounds/02-system-design.md', 'rounds/03-product-sense.md'];
    await eventually(() => files.forEach((file) => assert.notEqual(window.readFile(`${LOOP}/${file}`), '')));
    assert.match(
      window.readFile(`${LOOP}/rounds/02-system-design.md`),
      new RegExp(`^date: "?${day(27)}"?\ntime: "?14:30"?\npinned: true$`, 'mu'),
    );
    assert.match(window.readFile(`${LOOP}/rounds/03-product-sense.md`), /^pinned: false$/mu);
    assert.match(window.readFile(`${LOOP}/loop.md`), new RegExp(`^prepareFrom: "?${day(0)}"?$`, 'mu'));
  });

  it('asks for work today, though the first contact is in weeks', async () => {
    const pane = await window.openView('Tracker');
    await pane
      .locator('.monaco-list-row')
      .filter({ hasText: 'Today' })
      .filter({ hasText: 'of 120 min' })
      .first()
      .waitFor();
  });
});

describe('Rescheduling a round, by keyboard', () => {
  let window: Window;
  const round = (id: string, date: string): string =>
    `---\nround: ${id}\ndate: ${date}\npinned: false\nstatus: planned\n---\n# ${id}\n`;
  const FILES = {
    'prep/acme/loop.md': `---\nplaybook: confluent-ai-ml-pm\ncompany: Acme\nrole: PM\nfirstContact: ${day(2)}\ndays: 30\n---\n`,
    'prep/acme/preparation.md':
      '- [ ] **Rehearse the committee script.** Aloud\n- [ ] **Book two mocks with people who have run a model on a stream.** x\n',
    'prep/acme/rounds/01-phone-screen.md': round('phone-screen', day(4)),
    'prep/acme/rounds/02-system-design.md': round('system-design', day(9)),
    'prep/acme/rounds/03-product-sense.md': round('product-sense', day(13)),
    'prep/acme/rounds/04-ml-case-study.md': round('ml-case-study', day(17)),
    'prep/acme/rounds/05-hiring-committee.md': round('hiring-committee', day(21)),
  };
  const written = (): Record<string, string> =>
    Object.fromEntries(Object.keys(FILES).map((path) => [path, window.readFile(path)]));

  before(async () => {
    window = await openWindow({ settings, workspaceFiles: FILES, size: { width: 1200, height: 900 } });
    const pane = await window.openView('Tracker');
    await pane.locator('.monaco-list-row').filter({ hasText: 'Acme: PM' }).first().waitFor();
  });
  after(() => window?.close());

  async function reschedule(date: string): Promise<void> {
    await window.runCommand('Prep Loop: Reschedule Round…');
    await window.pick('system-design');
    await eventually(async () => assert.equal(await window.input.inputValue(), day(9)));
    await window.quickInput(date);
    await eventually(async () => assert.equal(await window.input.inputValue(), ''));
    await window.quickInput('10:00');
    await window.rows.filter({ hasText: 'rescheduled by you' }).first().waitFor();
  }

  it('shows the round first, then each round, the feedback day and the tasks that move with it; Escape says what became of it', async () => {
    await reschedule(day(14));
    const shown = (await window.rows.allInnerTexts()).map((text) => text.replace(/\s+/gu, ' '));
    assert.match(shown[0] ?? '', /Rescheduled|system-design/u);
    const all = shown.join('\n');
    // Beside a long title it would be cut off.
    const details = await window.rows.locator('.quick-input-list-label-meta').allInnerTexts();
    assert.ok(details.length > 0 && details.every((text) => text.includes('→')), details.join('\n'));
    for (const part of ['system-design', 'product-sense', 'Feedback turnaround day', 'follows the rounds', '10:00'])
      assert.ok(all.includes(part), `${part} in ${all}`);
    await window.page.keyboard.press('Escape');
    await window.rows.filter({ hasText: 'Do Not Move It' }).first().waitFor();
    assert.deepEqual(written(), FILES);
    await window.pick('Show the Changes Again');
    await window.rows.filter({ hasText: 'rescheduled by you' }).first().waitFor();
  });

  it('writes what was shown, and nothing else', async () => {
    await window.accept();
    await eventually(() =>
      assert.match(written()['prep/acme/rounds/02-system-design.md'] ?? '', /^time: "?10:00"?$/mu),
    );
    await eventually(() =>
      assert.notEqual(written()['prep/acme/rounds/03-product-sense.md'], FILES['prep/acme/rounds/03-product-sense.md']),
    );
    assert.equal(
      written()['prep/acme/preparation.md'],
      FILES['prep/acme/preparation.md'],
      'the tasks follow by themselves',
    );
    assert.equal(written()['prep/acme/rounds/01-phone-screen.md'], FILES['prep/acme/rounds/01-phone-screen.md']);
  });
});
