import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { cheatSheetHtml } from '../../../src/core/pack/cheatSheetHtml';
import { builtInFiles } from '../../unit/playbook/builtIn';
import { host } from './support/session';

/** What Chromium makes of a page on paper. */
async function pagesOf(page: Page, html: string, format: string): Promise<number> {
  await page.setContent(html);
  const pdf = (await page.pdf({ format })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
}

/** In the page: the smallest type in pixels, and how many blocks show neither a drawing nor a table. */
const SEEN = `(() => {
  const isShown = (each) => each.getClientRects().length > 0;
  const all = (part, of = document) => [...of.querySelectorAll(part)].filter(isShown);
  const sizes = all('main *').map((each) => parseFloat(getComputedStyle(each).fontSize));
  const bare = [...document.querySelectorAll('figure')].filter((figure) => all('svg, table', figure).length === 0);
  return { smallest: Math.min(...sizes), bare: bare.length };
})()`;

describe('A cheat sheet on paper', () => {
  let page: Page;
  const requests: string[] = [];

  before(async () => {
    page = await host().browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
  });
  after(() => page?.close());

  const sheets = ['confluent-ai-ml-pm', 'general-pm'].map((id) => ({
    id,
    text: builtInFiles(id).get('cheat-sheet.md') ?? '',
  }));

  for (const { id, text } of sheets)
    for (const format of ['A4', 'Letter'])
      it(`is one ${format} page, as the playbook ${id} has it`, async () => {
        assert.equal(await pagesOf(page, cheatSheetHtml({ text, loop: id }), format), 1);
      });

  it('goes on to a second page where it is longer, with nothing left out', async () => {
    const text = sheets.map((sheet) => sheet.text).join('\n');
    assert.equal(await pagesOf(page, cheatSheetHtml({ text, loop: 'Acme' }), 'A4'), 2);
  });

  it('has no type smaller than 7.5 pt, and a drawing or a table of every block', async () => {
    await page.emulateMedia({ media: 'print' });
    for (const { text } of sheets) {
      await page.setContent(cheatSheetHtml({ text, loop: 'Acme' }));
      const seen = await page.evaluate<{ smallest: number; bare: number }>(SEEN);
      assert.ok((seen.smallest * 72) / 96 >= 7.5, `${seen.smallest} px`);
      assert.equal(seen.bare, 0);
    }
    await page.emulateMedia({ media: null });
  });

  it('is no wider than a narrow window, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 800 });
      for (const { text } of sheets) {
        await page.setContent(cheatSheetHtml({ text, loop: 'Acme' }));
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
      }
    }
  });

  it('loads nothing', () => assert.deepEqual(requests, []));
});
