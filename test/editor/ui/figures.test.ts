import assert from 'node:assert/strict';
import { CLAIM_FILES, openFigures } from '../../host/claimScenes';
import { openWindow, type Window } from './support/window';

describe('The page of a loop’s figures', () => {
  let window: Window;

  before(async () => {
    window = await openWindow({ workspaceFiles: CLAIM_FILES });
  });
  after(() => window?.close());

  it('leads from each figure to the line that it stands in', async () => {
    const page = await openFigures(window);
    // The links were once shown as they are written: the preview draws none with a file’s scheme.
    assert.ok(!(await page.locator('body').innerText()).includes(']('));
    await page.getByRole('link', { name: 'confluent/scripts/committee-close.md, line 1' }).first().click();
    await window.page.locator('.tab.active[data-resource-name="committee-close.md"]').waitFor();
  });
});
