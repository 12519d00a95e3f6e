import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { axeViolations } from './support/axe';
import { eventually } from './support/eventually';
import { button, openRound, phase, statusBar, tracker } from './support/roundPanel';
import { ROUND_FILE, ROUND_TEXT, ROUND_WORKSPACE } from '../../support/roundWorkspace';
import { openWindow, type Window } from './support/window';

/** A card and a story for a weak score, and a mock that a peer scored. */
const FILES = {
  ...ROUND_WORKSPACE,
  'prep/playbooks/acme-pm/drills.md':
    '# Drills\n\n### What is a watermark?\n\nHow far event time has come.\n\nCompetencies: scale\n',
  'prep/stories/ten-brokers.md':
    '---\ntitle: Ten brokers\ncompetencies: [scale]\n---\n\n# Ten brokers\n\n## Situation\n\nTen brokers, 40% idle.\n',
  'prep/acme/sessions/2030-01-02T1800-system-design.md': `---
round: system-design
kind: mock
peer:
  name: Sam Park
started: 2030-01-02T18:00:00+01:00
phases:
  - { title: Requirements, planned: 300, actual: 390 }
scores:
  scale: 3
peerScores:
  scale: 2
---

# System Design

## Peer’s comments

Say the budget first.
`,
};

describe('Practice in a round panel', () => {
  let window: Window;
  let round: FrameLocator;
  const notes = () => round.getByRole('textbox', { name: 'Notes' });
  const drawn = async (): Promise<string> => (await round.locator('.drawn').textContent()) ?? '';

  before(async () => {
    window = await openWindow({ workspaceFiles: FILES, settings: { 'prepLoop.thinkSeconds': 300 } });
    await tracker(window);
    round = await openRound(window, 'System Design');
  });
  after(() => window?.close());

  it('draws a prompt, another one, keeps a pinned one, and draws for a competency', async () => {
    const first = await drawn();
    await button(round, 'Another prompt').click();
    await round.getByText('2 of 2 seen').waitFor();
    assert.notEqual(await drawn(), first);
    await round.getByRole('combobox', { name: 'For' }).selectOption({ label: 'Scale' });
    await button(round, 'Pin').click();
    await round.locator('[aria-pressed="true"]', { hasText: 'Pin' }).waitFor();
    assert.equal(await button(round, 'Another prompt').getAttribute('aria-disabled'), 'true');
  });

  it('gives time to think, in which the prompt is read, and starts the first phase when told to', async () => {
    const title = await drawn();
    await button(round, 'Start').click();
    await round.getByText('Time to think', { exact: true }).waitFor();
    await round.locator('.asked').getByRole('heading', { name: title }).waitFor();
    assert.equal(await round.locator('.question').first().isVisible(), true);
    assert.equal(await round.getByText('Begin with figures, not boxes.').isVisible(), false);
    assert.match(await statusBar(window).innerText(), /Think [45]:\d\d/);
    await window.page.keyboard.press('Alt+p');
    await phase(round, 1).waitFor();
    assert.match((await round.getByRole('timer').textContent()) ?? '', /^(?:5:00|4:5\d)$/);
  });

  it('stamps markers into the notes at a key, with the cursor after them, and at a signal', async () => {
    await notes().fill('Ask for the load.');
    await window.page.keyboard.press('Alt+k');
    await eventually(async () =>
      assert.match(await notes().inputValue(), /^Ask for the load\.\n- 00:\d\d · Requirements · $/),
    );
    await window.page.keyboard.type('asked late');
    await button(round, 'latency budget').click();
    await eventually(async () =>
      assert.match(await notes().inputValue(), /asked late\n- 00:\d\d · Requirements · latency budget$/),
    );
    // In the notes it deletes; only elsewhere does it reset the timer.
    await notes().press('Alt+Backspace');
    await button(round, 'Pause').waitFor();
  });

  it('keeps the notes while the panel is hidden or closed, and marks from anywhere', async () => {
    await openRound(window, 'Phone Screen');
    await window.page.keyboard.press('Alt+k');
    round = await window.webviewFrame('System Design');
    await eventually(async () => assert.equal((await notes().inputValue()).match(/Requirements/gu)?.length, 3));
    await round.locator('textarea:focus').waitFor();
    await window.page.keyboard.type('from elsewhere');
    await window.runCommand('View: Close All Editors');
    round = await openRound(window, 'System Design');
    await eventually(async () =>
      assert.match(await notes().inputValue(), /^Ask for the load\.\n.*asked late\n[\s\S]*from elsewhere$/),
    );
  });

  it('keeps the notes over a reload, and a sudden one', async () => {
    await notes().press('End');
    await window.page.keyboard.type('\nLast words');
    await window.reload();
    round = await window.webviewFrame('System Design');
    await eventually(async () => assert.match(await notes().inputValue(), /from elsewhere\nLast words$/));
  });

  it('proposes a card and a story as soon as a score is weak, and has both scores of a mock', async () => {
    await button(round, 'Stop').click();
    const scale = round.locator('.scale').first();
    assert.equal(await round.locator('.next-steps').count(), 0);
    await scale.locator('.anchor').nth(1).click();
    await scale.getByRole('button', { name: 'Review 1 card on Scale' }).waitFor();
    assert.deepEqual(await round.locator('.comparison td').allInnerTexts(), [
      '3',
      '2',
      '+1',
      '–',
      '–',
      '–',
      '3',
      '2',
      '+1',
    ]);
    await round.getByText('The peer’s comments').click();
    await round.getByText('Say the budget first.').waitFor();
    const frame = await window.webview('System Design');
    for (const part of ['.scoring', '.trend', '.comparison', '.flip'])
      assert.deepEqual(await axeViolations(frame, part), [], part);
    await scale.getByRole('button', { name: 'Ten brokers' }).click();
    await window.page.locator('.tab[data-resource-name="ten-brokers.md"]').waitFor();
    await scale.locator('.anchor').nth(2).click();
    await eventually(async () => assert.equal(await round.locator('.next-steps').count(), 0));
    await scale.locator('.anchor').nth(0).click();
    await scale.getByRole('button', { name: 'Review 1 card on Scale' }).click();
    await (await window.webviewFrame('Drill')).getByText('What is a watermark?').waitFor();
  });

  it('offers what feedback asks before the other prompts', async () => {
    round = await openRound(window, 'System Design');
    await button(round, 'Reset').click();
    await window.writeFile(
      ROUND_FILE,
      ROUND_TEXT.replace(
        '- [ ] Know',
        '- [ ] Name the fallback first ([feedback on Phone Screen](01-phone-screen.md))\n- [ ] Know',
      ),
    );
    const choose = round.getByRole('combobox', { name: 'Choose' });
    await choose
      .locator('optgroup')
      .first()
      .and(round.locator('[label="From feedback on Phone Screen"]'))
      .waitFor({ state: 'attached' });
    await choose.selectOption('Name the fallback first');
    await round.locator('.drawn', { hasText: 'Name the fallback first' }).waitFor();
    await round.locator('.choice').getByText('From feedback on Phone Screen').and(round.locator('p')).waitFor();
    assert.deepEqual(await axeViolations(await window.webview('System Design'), '.choice'), []);
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });
});
