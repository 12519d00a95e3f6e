import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { TimerView } from '../../../src/webview/protocol/round';
import { axeViolations } from './support/axe';
import { eventually } from './support/eventually';
import { assertFitsWidths, THEMES } from './support/looks';
import { PLAYBOOK_FILE, ROUND_FILE, ROUND_TEXT, ROUND_WORKSPACE } from '../../support/roundWorkspace';
import { AT_ONCE, button, openRound, phase, statusBar, tabs, tracker } from './support/roundPanel';
import { openWindow, type Window } from './support/window';

describe('A round panel', () => {
  let window: Window;
  let round: FrameLocator;

  before(async () => {
    window = await openWindow({ workspaceFiles: ROUND_WORKSPACE, settings: AT_ONCE });
    await tracker(window);
  });
  after(() => window?.close());
  afterEach(() => {
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });

  it('opens from the tracker, and again from the command, once', async () => {
    round = await openRound(window, 'System Design');
    await window.runCommand('Prep Loop: Open Round Panel…');
    await window.pick('System Design');
    await round.getByRole('heading', { level: 1, name: 'System Design' }).waitFor();
    assert.deepEqual(await tabs(window), ['System Design']);
  });

  it('shows what the playbook and the round’s file say', async () => {
    const text = await round.locator('main').innerText();
    for (const expected of [
      'Round 2 of 2 · Acme Product Manager',
      'Wed 9 Jan, 14:00',
      '45 minutes',
      'serving a model at scale: throughput, latency, operations',
      'Ask for load and latency before drawing anything.',
      'Redraw the design from memory',
      'Begin with figures, not boxes.',
      'We built a transformer.',
      'Reasons from load to design.',
      'Made up for the tests.',
    ]) {
      assert.ok(text.includes(expected), expected);
    }
    for (const name of ['Start', 'Next phase', 'Add 1 minute', 'Stop', 'Reset', 'Write notes', 'Open the round’s file'])
      assert.equal(await button(round, name).count(), 1, name);
    assert.deepEqual(await round.locator('.phases .sr-only').allInnerTexts(), [
      'Requirements, 5 min',
      'Estimate, 10 min',
      'Design, 20 min',
      'Questions, 10 min',
    ]);
    const boxes = await Promise.all((await round.locator('.phases li').all()).map((each) => each.boundingBox()));
    const widths = boxes.map((box) => box?.width ?? 0);
    const whole = widths.reduce((sum, width) => sum + width, 0);
    assert.deepEqual(
      widths.map((width) => Math.round((width / whole) * 45)),
      [5, 10, 20, 10],
    );
  });

  it('hides a prompt’s question, and what to listen for, until they are opened', async () => {
    const question = round.getByText('Design a service that scores card payments');
    const point = round.getByText('splits the 40 ms by stage');
    assert.deepEqual([await question.isVisible(), await point.isVisible()], [false, false]);
    await round.locator('.prompts').getByText('Fraud scores in the stream').click();
    await question.waitFor();
    assert.equal(await point.isVisible(), false);
    await round.getByText('What to listen for').first().click();
    await point.waitFor();
  });

  it('turns weak answers over to strong ones by keyboard, and has all of them to read', async () => {
    const card = round.getByRole('group', { name: 'Card 1 of 1' });
    const strong = card.getByText('We served a transformer at 1.2M events/s');
    await card.focus();
    await window.page.keyboard.press('Space');
    await strong.waitFor();
    await window.page.keyboard.press('ArrowRight');
    await card.getByText('We built a transformer.').waitFor();
    assert.equal(await strong.count(), 0);
    await round.getByText('Read all').click();
    await round.locator('.pair').getByText('The constraint is the achievement.').waitFor();
  });

  it('is timed by mouse, in the panel, the tab and the status bar', async () => {
    await button(round, 'Start').click();
    await button(round, 'Pause').waitFor();
    await eventually(async () => assert.match((await round.getByRole('timer').textContent()) ?? '', /^4:5\d$/));
    await eventually(async () => assert.deepEqual(await tabs(window), ['● System Design']));
    assert.match(await statusBar(window).innerText(), /Requirements 4:5\d/);
    assert.match(
      (await statusBar(window).getAttribute('aria-label')) ?? '',
      /System Design.*Requirements.*4 minutes 5\d seconds left/,
    );
    await button(round, 'Pause').click();
    await round.getByText('Paused', { exact: true }).waitFor();
    await eventually(async () => assert.deepEqual(await tabs(window), ['System Design']));
    await button(round, 'Resume').click();
    await button(round, 'Next phase').click();
    await phase(round, 2).waitFor();
    await button(round, 'Add 1 minute').click();
    await eventually(async () => assert.match((await round.getByRole('timer').textContent()) ?? '', /^10:5\d$/));
    await button(round, 'Stop').click();
    await round.getByText('Finished', { exact: true }).waitFor();
    await eventually(async () => assert.equal(await statusBar(window).count(), 0));
    await button(round, 'Reset').click();
    await round.getByText('Not started').waitFor();
    assert.equal(await round.getByRole('timer').textContent(), '45:00');
  });

  it('is timed by keyboard: by shortcuts, and by its buttons without losing the focus', async () => {
    const { keyboard } = window.page;
    await button(round, 'Start').focus();
    await keyboard.press('Alt+p');
    await button(round, 'Pause').waitFor();
    await keyboard.press('Alt+n');
    await phase(round, 2).waitFor();
    await keyboard.press('Alt+m');
    await round.getByText('11 min').waitFor();
    await keyboard.press('Alt+p');
    await button(round, 'Resume').waitFor();
    await keyboard.press('Enter');
    await button(round, 'Pause').waitFor();
    assert.equal(await round.locator('button:focus').innerText(), 'Pause');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await phase(round, 3).waitFor();
    assert.equal(await round.locator('button:focus').innerText(), 'Next phase');
    await keyboard.press('Alt+x');
    await round.getByText('Finished', { exact: true }).waitFor();
    await keyboard.press('Alt+Backspace');
    await round.getByText('Not started').waitFor();
  });

  it('keeps the keyboard when it is started from the checklist, which is folded away then', async () => {
    const { keyboard } = window.page;
    round = await openRound(window, 'System Design');
    await round.getByRole('checkbox', { name: 'Know the throughput by heart' }).focus();
    await keyboard.press('Alt+p');
    await round.locator('.timer .primary:focus', { hasText: 'Pause' }).waitFor();
    await keyboard.press('Alt+Backspace');
    await round.getByText('Not started').waitFor();
  });

  it('tells a screen reader what changes, not each second', async () => {
    const status = round.locator('p.sr-only[role="status"]');
    await button(round, 'Start').click();
    await eventually(async () => assert.equal(await status.textContent(), 'Started. Phase 1 of 4: Requirements.'));
    await eventually(async () =>
      assert.match(
        (await round.getByRole('timer').getAttribute('aria-label')) ?? '',
        /^Requirements, 4 minutes 58 seconds left$/,
      ),
    );
    assert.equal(await status.textContent(), 'Started. Phase 1 of 4: Requirements.');
    await button(round, 'Next phase').click();
    await eventually(async () =>
      assert.match((await status.textContent()) ?? '', /^Phase 2 of 4: Estimate, 10 minutes\. Size partitions/),
    );
  });

  it('asks before another round takes the timer', async () => {
    const other = await openRound(window, 'Phone Screen');
    await other.getByText('The timer is in use for System Design').waitFor();
    await button(other, 'Start').click();
    await window.pick('Go on with System Design');
    assert.match(await statusBar(window).innerText(), /Estimate/);
    await button(other, 'Start').click();
    await window.pick('Stop System Design and start Phone Screen');
    await button(other, 'Pause').waitFor();
    await eventually(async () => assert.match(await statusBar(window).innerText(), /Opening/));
    await statusBar(window).click();
    assert.deepEqual(
      (await tabs(window)).map((title) => title.replace('● ', '')),
      ['System Design', 'Phone Screen'],
    );
    await button(other, 'Reset').click();
    await window.page.locator('.tab', { hasText: 'Phone Screen' }).getByRole('button').first().click();
    round = await openRound(window, 'System Design');
  });
});

describe('The checklist of a round panel', () => {
  let window: Window;
  let round: FrameLocator;
  const box = (name: string) => round.getByRole('checkbox', { name });

  before(async () => {
    window = await openWindow({ workspaceFiles: ROUND_WORKSPACE, settings: AT_ONCE });
    await tracker(window);
    round = await openRound(window, 'System Design');
  });
  after(() => window?.close());

  it('changes one byte of the file, and one byte back', async () => {
    await box('Know the throughput by heart').check();
    const ticked = ROUND_TEXT.replace('- [ ] Know', '- [x] Know');
    await eventually(async () => assert.equal(window.readFile(ROUND_FILE), ticked));
    await round.getByText('2 of 4').waitFor();
    await box('with the replay path').press('Space');
    await eventually(async () => assert.equal(window.readFile(ROUND_FILE), ticked.replace('- [ ] with', '- [x] with')));
    await round.getByText('3 of 4').waitFor();
    await box('with the replay path').uncheck();
    await round.getByText('2 of 4').waitFor();
    await box('Know the throughput by heart').uncheck();
    await eventually(async () => assert.equal(window.readFile(ROUND_FILE), ROUND_TEXT));
  });

  it('follows the file', async () => {
    await window.writeFile(
      ROUND_FILE,
      ROUND_TEXT.replace('- [ ] Know the throughput by heart', '- [x] Know the throughput by heart\n- [ ] Sleep well'),
    );
    await box('Sleep well').waitFor();
    await eventually(async () => assert.equal(await box('Know the throughput by heart').isChecked(), true));
  });

  it('shows and ticks an item too long for a message', async () => {
    const long = `Sleep longer ${'and longer '.repeat(2000)}still`;
    const text = window.readFile(ROUND_FILE);
    await window.writeFile(ROUND_FILE, text.replace('Sleep well', long));
    await box('Sleep longer').check();
    await eventually(async () => assert.ok(window.readFile(ROUND_FILE).includes(`- [x] ${long}\n`)));
    await window.writeFile(ROUND_FILE, text);
    await box('Sleep well').waitFor();
  });

  it('never ticks a line that says something else than the panel showed', async () => {
    const moved = ROUND_TEXT.replace(
      '- [ ] Know the throughput by heart\n',
      '- [ ] Something new\n- [ ] And more\n- [ ] Sleep well\n',
    );
    await box('Sleep well').waitFor();
    writeFileSync(join(window.workspaceDir, ROUND_FILE), moved);
    await box('Sleep well').click({ noWaitAfter: true });
    await box('Something new').waitFor();
    // Either the file was read again before the click, or the click was refused and said so.
    await eventually(async () => {
      const text = window.readFile(ROUND_FILE);
      if (text === moved) assert.equal(await box('Sleep well').isChecked(), false);
      else assert.equal(text, moved.replace('- [ ] Sleep well', '- [x] Sleep well'));
    });
    assert.equal(await box('Something new').isChecked(), false);
  });

  it('says what is wrong when the playbook breaks or the file goes, and shows the rest', async () => {
    await window.writeFile(PLAYBOOK_FILE, '{ "id": "acme-pm", ');
    await round.getByText('The playbook “acme-pm” cannot be used').waitFor();
    await round.getByText('There are no phases to time.').waitFor();
    assert.equal(await box('Something new').count(), 1);
    await button(round, 'Open the playbook').click();
    await window.page.locator('.tab[data-resource-name="playbook.json"]').waitFor();
    await window.writeFile(PLAYBOOK_FILE, ROUND_WORKSPACE[PLAYBOOK_FILE] ?? '');
    await button(round, 'Start').waitFor();
    rmSync(join(window.workspaceDir, ROUND_FILE));
    await round.getByText('The loop has no file for the round “system-design” any more').waitFor();
    await round.getByText('Begin with figures, not boxes.').waitFor();
    await window.writeFile(ROUND_FILE, ROUND_TEXT);
    await box('Know the throughput by heart').waitFor();
    assert.equal(await round.locator('.trouble').count(), 0);
  });

  it('opens the notes where the next one goes, and follows links to files', async () => {
    await button(round, 'Write notes').click();
    const tab = window.page.locator('.tab[data-resource-name="02-system-design.md"]');
    await tab.waitFor();
    await window.page.locator('.part.statusbar').getByText('Ln 19, Col 1').waitFor();
    await round.getByRole('link', { name: 'the notes' }).click();
    await window.page.locator('.tab[data-resource-name="notes.md"]').waitFor();
    await round.getByRole('link', { name: 'the checklist' }).click();
    await window.page.locator('.tab[data-resource-name="playbook.json"]').waitFor();
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });
});

/** The names of phases that are not to be read as a whole. */
const CUT_NAMES = `[...document.querySelectorAll('.phases .name')]
  .filter((name) => name.offsetHeight === 0 || name.scrollWidth > name.clientWidth)
  .map((name) => name.textContent)`;

describe('A round panel and its timer', () => {
  let window: Window;

  before(async () => {
    window = await openWindow({ workspaceFiles: ROUND_WORKSPACE, settings: AT_ONCE });
    await tracker(window);
  });
  after(() => window?.close());

  it('come back when the window is reloaded', async () => {
    const before = await openRound(window, 'System Design');
    await button(before, 'Start').click();
    await button(before, 'Next phase').click();
    await button(before, 'Add 1 minute').click();
    await before.getByText('11 min').waitFor();
    await window.reload();
    const after = await window.webviewFrame('System Design');
    await phase(after, 2).waitFor();
    assert.match((await after.getByRole('timer').textContent()) ?? '', /^(?:10|9):\d\d$/);
    await button(after, 'Pause').waitFor();
    assert.match(await statusBar(window).innerText(), /Estimate (?:10|9):\d\d/);
    await button(after, 'Reset').click();
    await after.getByText('Not started').waitFor();
  });

  it('go on while the panel is hidden or closed', async () => {
    const first = await openRound(window, 'System Design');
    await button(first, 'Start').click();
    await button(first, 'Pause').waitFor();
    await openRound(window, 'Phone Screen');
    await statusBar(window)
      .filter({ hasText: /Requirements 4:(?:5[0-7]|[0-4]\d)/ })
      .waitFor();
    await window.runCommand('View: Close All Editors');
    await statusBar(window).click();
    const again = await window.webviewFrame('System Design');
    await button(again, 'Pause').waitFor();
    assert.match((await again.getByRole('timer').textContent()) ?? '', /^[34]:\d\d$/);
    assert.deepEqual(window.cspViolations(), []);
  });
});

/** A timer as the extension would send it: the second phase is over, some minutes were added. */
const OVERTIME: TimerView = {
  status: 'running',
  away: false,
  phaseIndex: 1,
  phases: [
    {
      title: 'Requirements',
      cue: 'Ask for load and latency before drawing anything.',
      plannedMs: 300_000,
      addedMs: 0,
      elapsedMs: 330_000,
    },
    {
      title: 'Estimate',
      cue: 'Size partitions, state and nodes.',
      plannedMs: 600_000,
      addedMs: 60_000,
      elapsedMs: 700_000,
    },
    { title: 'Design', cue: 'Draw the path of one event.', plannedMs: 1_200_000, addedMs: 0, elapsedMs: 0 },
    { title: 'Questions', cue: 'Ask what would change their mind.', plannedMs: 600_000, addedMs: 0, elapsedMs: 0 },
  ],
};
const STATES: Readonly<Record<string, TimerView>> = {
  overtime: OVERTIME,
  'last minute': { ...OVERTIME, phases: OVERTIME.phases.map((each) => ({ ...each, elapsedMs: 620_000 })) },
  away: { ...OVERTIME, status: 'paused', away: true },
  finished: { ...OVERTIME, status: 'finished' },
};

describe('The look of a round panel', () => {
  let window: Window;

  before(async () => {
    window = await openWindow({ workspaceFiles: ROUND_WORKSPACE, settings: AT_ONCE });
    await tracker(window);
    const round = await openRound(window, 'System Design');
    await round.locator('.prompts').getByText('Fraud scores in the stream').click();
    await round.getByText('What to listen for').first().click();
    await round.getByText('Keyboard', { exact: true }).click();
  });
  after(() => window?.close());

  const tell = async (timer: TimerView): Promise<void> => {
    const frame = await window.webview('System Design');
    await frame.evaluate(`postMessage(${JSON.stringify({ type: 'timer', timer })}, '*')`);
  };

  for (const theme of THEMES) {
    it(`is accessible in ${theme}, in every state of the timer`, async () => {
      await window.setTheme(theme);
      const frame = await window.webview('System Design');
      assert.deepEqual(await axeViolations(frame), []);
      for (const [name, timer] of Object.entries(STATES)) {
        await tell(timer);
        await frame.locator(`.timer.${timer.status}`).waitFor();
        assert.deepEqual(await axeViolations(frame, '.timer'), [], name);
      }
    });
  }

  it('shows overtime in digits with a plus, in words, and in another colour', async () => {
    await tell(OVERTIME);
    const round = await window.webviewFrame('System Design');
    await round.getByText('Time is up').waitFor();
    await eventually(async () => assert.match((await round.getByRole('timer').textContent()) ?? '', /^\+0:4\d$/));
    const frame = await window.webview('System Design');
    const colour = (selector: string) =>
      frame.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).color`);
    assert.notEqual(await colour('.digits'), await colour('.phase'));
  });

  it('ignores whatever is not a message of the extension', async () => {
    const frame = await window.webview('System Design');
    const before = await frame.locator('.buttons').innerText();
    const forged = [
      null,
      'x',
      { type: 'round', round: { title: '<img src=x onerror=alert(1)>' } },
      { type: 'timer', timer: { status: 'running', phases: 7 } },
    ];
    for (const message of forged) await frame.evaluate(`postMessage(${JSON.stringify(message)}, '*')`);
    await frame.evaluate('new Promise((resolve) => setTimeout(resolve, 100))');
    assert.equal(await frame.locator('.buttons').innerText(), before);
    assert.equal(await frame.locator('img').count(), 0);
  });

  it('holds from 320 to 1400 pixels without scrolling sideways', async () => {
    const frame = await window.webview('System Design');
    await assertFitsWidths(window, 'System Design', [320, 400, 640, 900, 1400], async (width) => {
      if (width < 560)
        assert.deepEqual(await frame.evaluate(CUT_NAMES), [], `no name of a phase is cut at ${width} px`);
    });
    assert.deepEqual(window.cspViolations(), []);
    assert.deepEqual(window.consoleErrors(), []);
  });
});
