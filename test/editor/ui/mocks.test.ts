import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { axeViolations } from './support/axe';
import { eventually } from './support/eventually';
import { ROUND_WORKSPACE } from '../../support/roundWorkspace';
import { host } from './support/session';
import { openWindow, type Window } from './support/window';

const SESSION = 'prep/acme/sessions/2030-01-08T1830-system-design.md';
/** A line that no screen is wide enough for, and what a page must not run. */
const HOSTILE = `\n### <script>document.title = 'run'</script>\nDesign ${'x'.repeat(300)} <img src="https://example.com/a.png" onerror="document.title = 'run'"> ![a](https://example.com/b.png)\n`;

/** As long as those of the built-in playbooks. */
const ANCHOR =
  'Sizes partitions, state and nodes from the load, names the bottleneck, and says what would change if the load were ten times what it is now.';

describe('A mock interview, by hand', () => {
  let window: Window;
  let pane: Locator;
  const row = (text: string): Locator => pane.locator('.monaco-list-row').filter({ hasText: text });
  /** The mock's own row, and not the one that says when it is. */
  const mock = (): Locator => row('System Design with Sam Park').filter({ hasNotText: 'Mock: ' });

  before(async () => {
    const design = 'prep/playbooks/acme-pm/rounds/system-design.md';
    const playbook = 'prep/playbooks/acme-pm/playbook.json';
    window = await openWindow({
      workspaceFiles: {
        ...ROUND_WORKSPACE,
        [playbook]: (ROUND_WORKSPACE[playbook] ?? '').replace(/"3"/gu, JSON.stringify(ANCHOR)),
        [design]: (ROUND_WORKSPACE[design] ?? '').replace('\n## Weak and strong', `${HOSTILE}\n## Weak and strong`),
      },
    });
    pane = await window.openView('Tracker');
  });
  after(() => window?.close());

  /** Answers the question whose words contain `prompt`. */
  async function answer(prompt: string, text: string): Promise<void> {
    await window.page.locator('.quick-input-widget:visible').filter({ hasText: prompt }).waitFor();
    await window.quickInput(text);
  }

  it('is planned from the tracker, by answering what it asks', async () => {
    await row('Mocks').click();
    await window.pick('System Design');
    await answer('Who is the mock with?', 'Sam Park');
    await answer('What has Sam Park shipped?', 'a ranking model on a live stream');
    await answer('On which day?', '2030-01-08');
    await answer('At what time?', '18:30');
    await mock().waitFor();
    await eventually(() => assert.match(window.readFile(SESSION), /scheduled: 2030-01-08T18:30/u));
  });

  it('is packed for the peer into the loop’s folder', async () => {
    await window.runCommand('Prep Loop: Pack a Round for a Peer…');
    await window.pick('System Design');
    await window.pick('In the loop’s folder');
    await eventually(
      () => assert.match(window.readFile('prep/acme/packs/system-design.md'), /^# System Design: mock interview/u),
      10_000,
    );
    await window.runCommand('Notifications: Clear All Notifications');
  });

  it('gives the peer a page that runs nothing, loads nothing and is accessible, narrow and wide, in light and dark', async () => {
    const html = window.readFile('prep/acme/packs/system-design.html');
    const file = join(window.workspaceDir, 'pack.html');
    writeFileSync(file, html);
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await host().browser.newContext({ colorScheme });
      const page: Page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const errors: string[] = [];
      page.on('console', (message) => errors.push(message.text()));
      for (const width of [400, 1400]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`file://${file}`);
        assert.equal(await page.title(), 'System Design: mock interview');
        assert.equal(
          await page.evaluate('document.documentElement.scrollWidth'),
          width,
          'nothing runs out of the page',
        );
        assert.deepEqual(await axeViolations(page.mainFrame()), []);
      }
      await page.getByRole('radio', { name: /^3/u }).first().check();
      assert.deepEqual([...new Set(asked)], [`file://${file}`]);
      assert.deepEqual(errors, []);
      assert.equal(await page.locator('script, img, iframe, link, object').count(), 0);
      await context.close();
    }
  });

  it('shows whose it is when it is started, no drawn prompt, and takes the peer’s prompt after it', async () => {
    await window.runCommand('Prep Loop: Start Mock');
    await window.pick('System Design with Sam Park');
    const round = await window.webviewFrame('System Design');
    await round.getByRole('heading', { name: 'Mock with Sam Park' }).waitFor();
    await round.getByText('Sam Park chooses the prompt').waitFor();
    assert.equal(await round.locator('.asked .question').count(), 0);
    await round.getByRole('button', { name: 'Stop', exact: true }).click();
    const given = round.getByRole('combobox', { name: 'Which prompt was it?' });
    await given.fill('A prompt of Sam’s own');
    await given.blur();
    assert.deepEqual(await axeViolations(await window.webview('System Design'), '.desk'), []);
    await round.getByRole('button', { name: 'Save session' }).click();
    await round.getByText('Saved as').waitFor();
    assert.match(window.readFile(SESSION), /^prompt: A prompt of Sam’s own$/mu);
    assert.match(window.readFile(SESSION), /^ {2}name: Sam Park\n {2}shipped: a ranking model on a live stream$/mu);
    await window.runCommand('View: Close All Editors');
  });

  it('takes the peer’s scores, competency by competency with what each score looks like', async () => {
    await window.runCommand('Prep Loop: Enter the Peer’s Scores…');
    await window.pick('System Design with Sam Park');
    await window.pick('Enter them now');
    for (const [competency, score] of [
      ['Scale', '3'],
      ['Clarity', '2'],
    ] as const) {
      await window.page.locator(`.quick-input-widget:visible input[placeholder="${competency}"]`).waitFor();
      const row = window.rows.filter({ hasText: 'Sizes partitions' });
      const said = (await row.innerText()).replace(/\s+/gu, ' ');
      assert.ok(said.includes(ANCHOR), said);
      const isCut = `[...document.querySelectorAll('.quick-input-list .monaco-list-row *')]
        .filter((element) => getComputedStyle(element).textOverflow === 'ellipsis')
        .some((element) => element.scrollWidth > element.clientWidth + 1)`;
      assert.equal(await window.page.evaluate(isCut), false, 'no anchor is cut off');
      await window.pick(score);
    }
    await answer('What did the peer say', 'Name the fallback first.');
    await eventually(() => assert.match(window.readFile(SESSION), /peerScores:\n {2}scale: 3\n {2}clarity: 2\n/u));
    assert.match(window.readFile(SESSION), /## Peer’s comments\n\nName the fallback first\.\n/u);
    await mock().locator('.codicon-pass').waitFor();
  });

  it('is asked for feedback point by point, until one is blank', async () => {
    await window.runCommand('Prep Loop: Log Feedback…');
    await window.pick('Phone Screen');
    await answer('point 1', 'Say the outcome first');
    await answer('point 2', 'Slow down');
    await answer('point 3', '');
    await eventually(() =>
      assert.match(
        window.readFile('prep/acme/rounds/02-system-design.md'),
        /- \[ \] Say the outcome first \(\[feedback on Phone Screen\]\(01-phone-screen\.md\)\)\n- \[ \] Slow down \(/u,
      ),
    );
  });
});
