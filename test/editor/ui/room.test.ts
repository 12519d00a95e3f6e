import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { day } from '../../host/days';
import { calibratedLoop } from '../../host/loopInUse';
import { ROUND_FILE, ROUND_TEXT, ROUND_WORKSPACE } from '../../support/roundWorkspace';
import { axeViolations } from './support/axe';
import { eventually } from './support/eventually';
import { Keyboard } from './support/keyboard';
import { assertFits, THEMES } from './support/looks';
import { openWindow, type Window } from './support/window';

const LOOP_FILE = 'prep/acme/loop.md';
const SCREEN_FILE = 'prep/acme/rounds/01-phone-screen.md';
const CARDS_FILE = 'prep/acme/drills.md';
const WRONG_FILE = 'prep/stories/wrong.md';
const OUTAGE_FILE = 'prep/stories/outage.md';
const WRONG = 'A rewrite that never shipped';
const OUTAGE = 'Checkout back in 11 minutes';
const LATE = 'Nine months late';
const FAILED = 'Tell me about a time you failed.';
const CRISIS = 'Describe a crisis.';

const INVITE = `Phone Screen with Acme
Friday, January 4, 2030, 7:00 – 7:45 AM PST
https://meet.google.com/abc-defg-hij
with Jane Doe (Director of PM)
`;

const FILES: Readonly<Record<string, string>> = {
  ...ROUND_WORKSPACE,
  'invite.txt': INVITE,
  [LOOP_FILE]: (ROUND_WORKSPACE[LOOP_FILE] ?? '').replace('days: 20', 'days: 20\ntimeZone: Europe/Berlin'),
  [ROUND_FILE]: ROUND_TEXT.replace('status: planned', 'status: planned\ninterviewers: [Sam Lee]'),
  [WRONG_FILE]: `---\ntitle: ${WRONG}\n---\n\n## Impact\n\nWe lost $200k.\n\n## Learned\n\nI was wrong: it was my mistake, and I should have asked.\n`,
  [OUTAGE_FILE]: `---\ntitle: ${OUTAGE}\n---\n\n## Impact\n\nThe outage cost $40k instead of $300k.\n`,
  'prep/stories/late.md': `---\ntitle: ${LATE}\n---\n\n## Impact\n\nWe missed the date.\n`,
};

describe('Into a round and out of it, by keyboard', () => {
  let window: Window;
  let keyboard: Keyboard;
  let round: FrameLocator;

  /** Waits until a file says something. */
  const says = (path: string, ...parts: readonly (string | RegExp)[]): Promise<void> =>
    eventually(() => {
      const text = window.readFile(path);
      for (const part of parts)
        assert.ok(typeof part === 'string' ? text.includes(part) : part.test(text), `${String(part)} in\n${text}`);
    });

  /** Chooses the questions of a round, and waits for the stories that are proposed, each entry in lines. */
  async function proposed(title: string): Promise<string[]> {
    await keyboard.command('Prep Loop: Assign Stories to a Round…', title);
    await keyboard.choose('A story for which questions?', 'Type other questions');
    await keyboard.answer('Type the questions.', `${FAILED} ${CRISIS}`);
    return keyboard.asked('Choose a question to give it another story');
  }

  const writeAssigned = (): Promise<void> =>
    keyboard.choose('Choose a question to give it another story', 'Write These');

  before(async () => {
    window = await openWindow({ workspaceFiles: FILES });
    keyboard = new Keyboard(window);
    await keyboard.command('Focus on Tracker View');
    await window.page.locator('.part.sidebar .monaco-list-row', { hasText: 'Acme' }).first().waitFor();
  });
  after(() => window?.close());
  afterEach(() => assert.deepEqual([window.cspViolations(), window.consoleErrors()], [[], []]));

  // Where the browser had not been allowed to read the clipboard, the list of sources never came.
  it('an invite says when, where and with whom', async () => {
    await keyboard.file('invite.txt');
    await eventually(async () => {
      await keyboard.press('Control+a');
      await window.page.locator('.part.statusbar').getByText('selected').waitFor({ timeout: 2000 });
    });
    await keyboard.command('Prep Loop: Read an Invite…');
    await keyboard.choose('Where is the invite?', 'The selected text');
    const entries = await keyboard.asked('Nothing is written before you press Enter');
    const all = entries.join('\n');
    for (const part of ['Thu 3 Jan 2030 → Fri 4 Jan 2030', 'none → 16:00', 'Google Meet', 'Jane Doe, Director of PM'])
      assert.ok(all.includes(part), `${part} in\n${all}`);
    assert.equal(window.readFile(SCREEN_FILE), FILES[SCREEN_FILE], 'nothing is written before it is accepted');
    await keyboard.press('Enter');
    await says(
      SCREEN_FILE,
      /^date: 2030-01-04$/mu,
      /^time: "?16:00"?$/mu,
      /^pinned: true$/mu,
      /^platform: Google Meet$/mu,
      /^link: "?https:\/\/meet\.google\.com\/abc-defg-hij"?$/mu,
      '- { name: Jane Doe, role: Director of PM }',
    );
  });

  it('the panel shows them, and takes another person', async () => {
    await keyboard.command('Prep Loop: Open Round Panel…', 'Phone Screen');
    round = await window.webviewFrame('Phone Screen');
    await round.getByText('Fri 4 Jan, 16:00').first().waitFor();
    const people = round.getByRole('region', { name: 'People' });
    await people.getByText('Jane Doe, Director of PM').waitFor();
    await people.getByText('Google Meet').waitFor();
    await people.getByRole('link', { name: 'Join' }).waitFor();
    await keyboard.tabTo(round, '.people button:has-text("Add an interviewer")');
    await keyboard.press('Enter');
    await round.locator('.people input[name=name]:focus').waitFor();
    await keyboard.type('Sam Lee');
    await keyboard.press('Tab');
    await keyboard.type('Staff Engineer');
    await keyboard.press('Tab');
    await keyboard.type('cost');
    await keyboard.press('Enter');
    await says(SCREEN_FILE, '- { name: Sam Lee, role: Staff Engineer, cares: cost }');
    await people.getByText('Sam Lee, Staff Engineer').waitFor();
    await people.getByText('Cares about cost').waitFor();
    await round.locator('.people button:focus', { hasText: 'Add an interviewer' }).waitFor();
  });

  it('its questions get their stories', async () => {
    const entries = (await proposed('Phone Screen')).join('\n');
    assert.ok(entries.includes(WRONG) && entries.includes(OUTAGE), entries);
    await writeAssigned();
    await says(SCREEN_FILE, `- { prompt: ${FAILED}, story: wrong.md }`, `- { prompt: ${CRISIS}, story: outage.md }`);
  });

  it('the page has all of it for the last fifteen minutes', async () => {
    await keyboard.command('Prep Loop: Open Fifteen-Minute Page…', 'Phone Screen');
    const page = await window.webviewFrame('Page: Phone Screen');
    for (const part of ['Jane Doe', 'Sam Lee', 'cost', WRONG, OUTAGE, '16:00'])
      await page.getByText(part).first().waitFor();
  });

  it('it is debriefed once it is done: one strong answer, one gap', async () => {
    await keyboard.command('Prep Loop: Mark Round as Done', 'Phone Screen');
    await says(SCREEN_FILE, /^status: done$/mu);
    await keyboard.command('Prep Loop: Debrief a Round…', 'Phone Screen');
    for (const [asked, story, landed, pushed] of [
      [FAILED, WRONG, 'strong', ''],
      [CRISIS, OUTAGE, 'gap', 'who decided'],
    ] as const) {
      await keyboard.choose('What was asked?', asked);
      await keyboard.choose('which story did you tell?', story);
      await keyboard.choose('how did it land?', landed);
      await keyboard.answer('What did they push on?', pushed);
      await keyboard.answer('your notes have otherwise?', '');
    }
    await keyboard.choose('What was asked?', 'That was all');
    await keyboard.asked('What the gaps become');
    await keyboard.press('Enter');
    await says(
      SCREEN_FILE,
      `## Debrief\n\n### ${FAILED}\n\n- Story: [${WRONG}](../../stories/wrong.md)\n- Landed: strong\n`,
      `### ${CRISIS}\n\n- Story: [${OUTAGE}](../../stories/outage.md)\n- Landed: gap\n- Pushed on: who decided\n`,
    );
    const told = (landed: string): string =>
      `- { loop: acme, round: phone-screen, landed: ${landed}, date: 2030-01-04, to: [Jane Doe, Sam Lee] }`;
    await says(WRONG_FILE, told('strong'));
    await says(OUTAGE_FILE, told('gap'));
    await says(ROUND_FILE, /- \[ \] No good answer yet to “Describe a crisis\.”/u);
    await says(CARDS_FILE, /^### Describe a crisis\.$/mu);
  });

  it('the next round does not tell the same people the same story', async () => {
    const entries = (await proposed('System Design')).join('\n');
    assert.ok(entries.includes(LATE), entries);
    assert.ok(!entries.includes(WRONG), entries);
    await writeAssigned();
    await says(ROUND_FILE, `- { prompt: ${FAILED}, story: late.md }`);
    assert.ok(!window.readFile(ROUND_FILE).includes('wrong.md'));
    await keyboard.command('Prep Loop: Open Round Panel…', 'System Design');
    const next = await window.webviewFrame('System Design');
    await next.getByText(LATE).first().waitFor();
  });
});

describe('What stands around a round', () => {
  let window: Window;
  const MANY = ['Jane Doe', 'Sam Lee', 'Ximena Wolfeschlegelsteinhausenbergerdorff']
    .map(
      (name) =>
        `  - { name: ${name}, role: Director of PM, cares: trade-offs, link: https://example.com/${name.length} }\n`,
    )
    .join('');

  const open = async (workspaceFiles: Readonly<Record<string, string>>, loop: string): Promise<void> => {
    window = await openWindow({ workspaceFiles });
    await new Keyboard(window).command('Focus on Tracker View');
    await window.page.locator('.part.sidebar .monaco-list-row', { hasText: loop }).first().waitFor();
  };
  afterEach(() => window?.close());

  it('is accessible: the people, and the form for one of them', async () => {
    const people = `status: planned\nplatform: Zoom\nlink: https://example.zoom.us/j/1\ninterviewers:\n${MANY}`;
    await open({ ...ROUND_WORKSPACE, [ROUND_FILE]: ROUND_TEXT.replace('status: planned\n', people) }, 'Acme');
    const keyboard = new Keyboard(window);
    await keyboard.command('Prep Loop: Open Round Panel…', 'System Design');
    const round = await window.webviewFrame('System Design');
    await keyboard.tabTo(round, '.people button:has-text("Add an interviewer")');
    await keyboard.press('Enter');
    await round.locator('.people input[name=name]:focus').waitFor();
    await keyboard.press('Enter');
    await round.getByText('Write a name.').waitFor();
    const frame = await window.webview('System Design');
    for (const theme of THEMES) {
      await window.setTheme(theme);
      assert.deepEqual([theme, ...(await axeViolations(frame, '.people'))], [theme]);
    }
    await assertFits(frame);
  });

  it('is accessible: own scores beside those of peers on the dashboard', async () => {
    await open(calibratedLoop(day(0)), 'Confluent');
    await window.runCommand('Prep Loop: Open Dashboard');
    const panel = await window.webviewFrame('Dashboard');
    const part = panel.getByRole('region', { name: 'Calibration' });
    await part
      .getByText(/higher than peers do \(\d mocks\)/u)
      .first()
      .waitFor();
    await part.locator('summary').press('Enter');
    await part.getByRole('table').waitFor();
    for (const theme of THEMES) {
      await window.setTheme(theme);
      assert.deepEqual([theme, ...(await axeViolations(await window.webview('Dashboard')))], [theme]);
    }
    assert.deepEqual([window.cspViolations(), window.consoleErrors()], [[], []]);
  });
});
