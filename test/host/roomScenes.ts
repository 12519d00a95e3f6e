/** Pictures of the way into a round and out of it: an invite, the people, own scores beside those of peers. */
import type { Window } from '../editor/ui/support/window';
import { day } from './days';
import { calibratedLoop } from './loopInUse';
import type { Scene } from './scenes';
import { fixtureFiles } from './workspace';

const WIDE = { width: 1280, height: 820 };
const SCREEN = 'prep/confluent-ai-ml-pm/rounds/01-phone-screen.md';

const INVITE = `Phone Screen with Confluent
${day(3)}, 10:00 – 10:45 AM PST
https://meet.google.com/abc-defg-hij
with Jane Doe (Director of PM) and Sam Lee (Staff Engineer)
`;

const PEOPLE = `platform: Google Meet
link: https://meet.google.com/abc-defg-hij
interviewers:
  - { name: Jane Doe, role: Director of PM, cares: "trade-offs, and what a late answer costs the customer", link: "https://example.com/jane" }
  - { name: Sam Lee, role: Staff Engineer }
`;

const DESIGN = 'prep/confluent-ai-ml-pm/rounds/02-system-design.md';

const MEETING = `${PEOPLE}assigned:
  - { prompt: Tell me about a system you scaled, story: bid-model-on-the-live-stream.md }
  - { prompt: When did you choose correctness over speed?, story: budgets-counted-within-a-second.md }
  - { prompt: A launch that went wrong, story: cache-that-ignored-opt-outs.md }
`;

const OWN = `
## Brief

Open with: I put a bid model on the live stream and kept answers under 40 ms.

Leave behind:

- I size the stream before I draw a box
- I say what breaks first, and what it costs
- I have shipped on a live stream three times
`;

const loop = calibratedLoop(day(0));
const design = loop[DESIGN] ?? '';

/** Waits until the loop is read. */
async function ready(window: Window): Promise<void> {
  const tracker = await window.openView('Tracker');
  await tracker.locator('.monaco-list-row').filter({ hasText: 'Confluent' }).first().waitFor();
}

export const ROOM_SCENES: readonly Scene[] = [
  {
    name: 'invite',
    theme: 'Default Light Modern',
    size: WIDE,
    isAsking: true,
    files: {
      ...loop,
      'invite.txt': INVITE,
      [SCREEN]: (loop[SCREEN] ?? '').replace('status: passed', 'status: planned'),
    },
    act: async (window) => {
      await ready(window);
      await window.openFile('invite.txt');
      await window.runCommand('Select All');
      await window.runCommand('Prep Loop: Read an Invite…');
      await window.pick('The selected text');
      await window.rows.filter({ hasText: 'Jane Doe' }).first().waitFor();
    },
  },
  {
    name: 'brief',
    theme: 'Default Light Modern',
    size: { width: 1280, height: 1000 },
    files: { ...loop, ...fixtureFiles('sample'), [DESIGN]: design.replace('---\n', `---\n${MEETING}`) + OWN },
    act: async (window) => {
      await ready(window);
      await window.runCommand('Prep Loop: Open Fifteen-Minute Page…');
      await window.pick('System Design');
      const page = await window.webviewFrame('System Design');
      await page.getByText('I size the stream').waitFor();
      await window.icon().click(); // hides the side bar
    },
  },
  {
    name: 'people',
    theme: 'Default Dark Modern',
    size: WIDE,
    files: { ...loop, [SCREEN]: (loop[SCREEN] ?? '').replace('---\n', `---\n${PEOPLE}`) },
    act: async (window) => {
      await ready(window);
      await window.runCommand('Prep Loop: Open Round Panel…');
      await window.pick('Phone Screen');
      const round = await window.webviewFrame('Phone Screen');
      await window.icon().click(); // hides the side bar
      await round.getByRole('button', { name: 'Edit Jane Doe' }).click();
      await round.locator('.person-form').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'calibration',
    theme: 'Default Light Modern',
    size: WIDE,
    files: loop,
    act: async (window) => {
      await ready(window);
      await window.runCommand('Prep Loop: Open Dashboard');
      const panel = await window.webviewFrame('Confluent');
      await window.icon().click(); // hides the side bar
      await panel.locator('.calibration summary').click();
      await panel.locator('.calibration table').scrollIntoViewIfNeeded();
    },
  },
];
