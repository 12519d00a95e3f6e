import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { PLAYBOOK_FILE, ROUND_WORKSPACE } from '../../support/roundWorkspace';
import { eventually } from './support/eventually';
import { AT_ONCE, button, openRound, tabs, tracker } from './support/roundPanel';
import { openWindow, type Window } from './support/window';

const manifest = ROUND_WORKSPACE[PLAYBOOK_FILE] ?? '';
const WITH_EXEMPLAR = {
  ...ROUND_WORKSPACE,
  [PLAYBOOK_FILE]: manifest.replace('"id": "system-design",', '$&\n      "exemplar": "exemplars/whole.md",'),
  'prep/playbooks/acme-pm/exemplars/whole.md':
    '# System Design: a whole answer\n\n### 0:00 Requirements\n\n“Ten nodes?”\n',
};

describe('Examples', () => {
  let window: Window;

  before(async () => {
    window = await openWindow({ workspaceFiles: WITH_EXEMPLAR, settings: AT_ONCE });
    await tracker(window);
  });
  after(() => window?.close());

  it('are a click away from a round’s guide: its whole answer opens beside the panel', async () => {
    const round: FrameLocator = await openRound(window, 'System Design');
    await button(round, 'Read a whole answer').click();
    await eventually(async () => {
      const shown = await tabs(window);
      assert.equal(shown.length, 2);
      assert.match(shown.join(), /^System Design,whole/u);
    });
    const groups = await window.page.locator('.part.editor .editor-group-container').count();
    assert.equal(groups, 2, 'it opens in a column of its own');
    await round.getByRole('heading', { level: 1, name: 'System Design' }).waitFor();
  });

  it('are not offered by a round that has none', async () => {
    const round = await openRound(window, 'Phone Screen');
    assert.equal(await button(round, 'Read a whole answer').count(), 0);
  });

  it('open from the eye beside a template while New Story goes on asking, by the mouse and by the keyboard', async () => {
    const { page } = window;
    const question = page.locator('.quick-input-widget');
    await window.runCommand('Prep Loop: New Story…');
    await window.input.fill('A title');
    await page.keyboard.press('Enter');
    const row = question.locator('.monaco-list-row', { hasText: 'Prioritisation' });
    await row.hover();
    await row.getByRole('button', { name: 'See It Filled In' }).click();
    await eventually(async () => assert.match((await tabs(window)).join(), /prioritisation/u));
    assert.ok(await row.isVisible(), 'the question is gone');
    await window.input.fill('Launch');
    await question.locator('.quick-input-titlebar').getByRole('button', { name: 'See It Filled In' }).focus();
    await page.keyboard.press('Enter');
    await eventually(async () => assert.match((await tabs(window)).join(), /launch/u));
    await window.input.press('Escape');
    await question.waitFor({ state: 'hidden' });
  });
});
