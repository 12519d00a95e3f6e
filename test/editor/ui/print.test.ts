import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { briefHtml } from '../../../src/core/brief/briefHtml';
import { composeBrief } from '../../../src/core/brief/composeBrief';
import { loopPackHtml } from '../../../src/core/loopPack/loopPackHtml';
import { LOOP_PACK_PARTS } from '../../../src/core/loopPack/loopPackModel';
import { cheatSheetHtml } from '../../../src/core/pack/cheatSheetHtml';
import { overfull } from '../../unit/brief/overfull';
import { sampleFacts } from '../../unit/brief/sample';
import { packFacts } from '../../unit/loopPack/sample';
import { builtInFiles } from '../../unit/playbook/builtIn';
import { axeViolations } from './support/axe';
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

describe('A round’s page on paper', () => {
  let page: Page;
  const requests: string[] = [];
  const sample = briefHtml(composeBrief(sampleFacts()));
  const full = briefHtml(overfull(30));

  before(async () => {
    page = await host().browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
  });
  after(() => page?.close());

  for (const format of ['A4', 'Letter']) {
    it(`is one ${format} page: of a small loop, of one with too much, and whatever is written`, async () => {
      assert.equal(await pagesOf(page, sample.html, format), 1);
      assert.equal(await pagesOf(page, full.html, format), 1);
      const texts = [
        'W'.repeat(500),
        'MW@% '.repeat(120),
        '漢字かな交じり文'.repeat(60),
        '👩‍👩‍👧 '.repeat(100),
        '**BOLD** '.repeat(60),
        'i',
        '`x` '.repeat(150),
      ];
      for (const text of texts)
        assert.equal(await pagesOf(page, briefHtml(overfull(30, () => text)).html, format), 1, text);
    });

    it(`fills the ${format} page before anything is left out`, async () => {
      await page.setViewportSize(format === 'A4' ? { width: 718, height: 1046 } : { width: 740, height: 980 });
      await page.emulateMedia({ media: 'print' });
      await page.setContent(full.html);
      const height = await page.evaluate<number>('document.documentElement.getBoundingClientRect().height');
      assert.ok(height > 560, `${height} px of the sheet are used`);
      await page.emulateMedia({ media: null });
    });
  }

  it('is accessible and no wider than a narrow window, in light and dark, and loads nothing', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 800 });
      for (const { html } of [sample, full]) {
        await page.setContent(html);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320);
        assert.deepEqual(await axeViolations(page.mainFrame()), []);
      }
    }
    assert.deepEqual(requests, []);
  });
});

/**
 * In the page: rows, code and drawings that are cut between two sheets, or at a sheet's right edge. The sheets are
 * columns, which the browser breaks as it breaks pages. @param keeps false takes away what keeps them whole.
 */
const cutParts = (keeps: boolean): string => `(() => {
  const width = 672, height = 940;
  const main = document.querySelector('main');
  Object.assign(main.style, { width: width + 'px', height: height + 'px', columnWidth: width + 'px', columnGap: '0', columnFill: 'auto' });
  if (!${keeps}) {
    const style = document.createElement('style');
    style.textContent = 'tr, pre, figure, .prep-loop-block { break-inside: auto !important; }';
    document.head.append(style);
  }
  const left = main.getBoundingClientRect().left;
  return [...document.querySelectorAll('tr, pre, figure')].filter((each) => {
    const rects = [...each.getClientRects()].filter((rect) => rect.height > 0);
    const tall = rects.reduce((sum, rect) => sum + rect.height, 0) > height;
    const sheets = new Set(rects.map((rect) => Math.floor((rect.left - left + 1) / width)));
    const isCut = sheets.size > 1 && !tall;
    const isWide = rects.some((rect) => rect.width > width + 1) || each.scrollWidth > each.clientWidth + 1;
    return isCut || isWide;
  }).map((each) => each.tagName + ' ' + each.textContent.slice(0, 60));
})()`;

describe('A whole loop on paper', () => {
  let page: Page;
  const requests: string[] = [];
  const rows = Array.from(
    { length: 60 },
    (_, index) =>
      `| ${index} | ${'a longer cell that takes several lines '.repeat(1 + (index % 5))} | \`${'x'.repeat(90)}\` |`,
  );
  const code = Array.from(
    { length: 12 },
    (_, index) => `\`\`\`\n${`line ${index} ${'y'.repeat(120)}\n`.repeat(9)}\`\`\``,
  );
  const sheet = ['# Sheet', '', '| a | b | c |', '|---|---|---|', ...rows, '', ...code]
    .join('\n\n')
    .replaceAll('|\n\n|', '|\n|');
  const { html } = loopPackHtml(packFacts(), LOOP_PACK_PARTS);
  const long = loopPackHtml(
    packFacts(undefined, { scripts: [{ path: 'acme/scripts/long.md', text: sheet }] }),
    LOOP_PACK_PARTS,
  );

  before(async () => {
    page = await host().browser.newPage({ offline: true });
    page.on('request', (request) => requests.push(request.url()));
  });
  after(() => page?.close());

  it('opens without a network, and is accessible in light and dark, however narrow the window', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1000, 320]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await page.setContent(html);
        assert.deepEqual(await axeViolations(page.mainFrame()), []);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
      }
  });

  it('prints with no row of a table, no code and no drawing cut', async () => {
    assert.ok((await pagesOf(page, long.html, 'A4')) > 6);
    await page.setViewportSize({ width: 672, height: 940 });
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.setContent(long.html);
    assert.deepEqual(await page.evaluate<string[]>(cutParts(true)), []);
    await page.setContent(long.html);
    assert.ok((await page.evaluate<string[]>(cutParts(false))).length > 0, 'the test would see it');
    await page.emulateMedia({ media: null });
  });

  it('loads nothing', () => assert.deepEqual(requests, []));
});
