/**
 * The pictures that `npm run screenshots` makes: a table to add to. Each opens a window of its own on a fresh
 * workspace, does what a user would do, and is taken when `act` is done.
 */
import type { FrameLocator } from 'playwright-core';
import type { Size, Theme, Window } from '../editor/ui/support/window';
import { day } from './days';
import { CLAIM_SCENES } from './claimScenes';
import { FIGURE_SCENES } from './figureScenes';
import { LOOP_SCENES } from './loopScenes';
import { OFFER_SCENES } from './offerScenes';
import { ROOM_SCENES } from './roomScenes';
import { RULE_SCENE } from './ruleScene';
import { loopInUse } from './loopInUse';
import { fixtureFiles } from './workspace';

/** A part of the window, in CSS pixels from its upper left corner. */
export interface Area extends Size {
  readonly x: number;
  readonly y: number;
}

/** Takes a picture in the middle of a scene; `name` is its file name without the ending. */
export type Take = (name: string, area: Area) => Promise<void>;

export interface Scene {
  /** The picture's file name, without the ending; the folder of the pictures where the scene takes several. */
  readonly name: string;
  readonly theme: Theme;
  readonly size: Size;
  /** Files of the workspace: path → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Settings besides those that keep the picture quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A CSS selector of the part of the window to take; without it all but the title bar. */
  readonly part?: string;
  /** Whether its pictures are in the package, where each byte counts: those are WebP, the README's are PNG. */
  readonly isPackaged?: boolean;
  /** Whether it ends with a quick pick that is open. */
  readonly isAsking?: boolean;
  /** Does what a user would do. A scene that calls `take` has no picture but those. */
  readonly act: (window: Window, take: Take) => Promise<void>;
}

const WIDE: Size = { width: 1280, height: 820 };

/** Starts the Confluent loop with its first contact five days ago. */
async function startLoop(window: Window): Promise<void> {
  await window.runCommand('Prep Loop: Start a Loop…');
  await window.pick('Confluent AI/ML PM');
  await window.page.getByText('The day of first contact', { exact: false }).waitFor();
  await window.quickInput(day(-5));
  await window.pick('Start with these dates');
  // The first thing to do opens, and takes the focus.
  await window.page.locator('.tab[data-resource-name="preparation.md"]').waitFor();
  const tracker = await window.openView('Tracker');
  await tracker.locator('.monaco-list-row').filter({ hasText: 'Confluent' }).first().waitFor();
}

/** Opens a round from the palette, as someone without a mouse would. */
async function openRound(window: Window, title: string): Promise<void> {
  await window.runCommand('Prep Loop: Open Round Panel…');
  await window.pick(title);
  await (await window.webviewFrame(title)).getByRole('heading').first().waitFor();
}

/** Starts the timer of the round whose panel is open, with its button. */
async function startTimer(window: Window, title: string): Promise<void> {
  const frame = await window.webviewFrame(title);
  await frame
    .getByRole('button', { name: /^Start/u })
    .first()
    .click();
  await frame.getByRole('button', { name: 'Start now' }).click();
  await frame
    .getByRole('button', { name: /^Pause/u })
    .first()
    .waitFor();
}

/** Runs the System Design round, with some notes and markers. */
async function practise(window: Window): Promise<void> {
  await startLoop(window);
  await openRound(window, 'System Design');
  await startTimer(window, 'System Design');
  const round = await window.webviewFrame('System Design');
  await round
    .getByRole('textbox', { name: 'Notes' })
    .fill('Ask: which decision, what is a late one worth?\n500 MB/s in, 1.5 GB/s written');
  await round.getByRole('button', { name: 'latency budget' }).click();
  await round.getByRole('button', { name: 'Next phase' }).click();
  await round.getByRole('button', { name: 'Marker' }).click();
  await round.locator('textarea:focus').waitFor();
  await window.page.keyboard.type('forgot the lost broker');
}

/** Rehearses a good story in 90 seconds, and is at its second card. */
async function rehearse(window: Window): Promise<void> {
  const pane = await window.openView('Stories');
  await pane.locator('.monaco-list-row').filter({ hasText: 'Bid model' }).first().waitFor();
  await window.runCommand('Prep Loop: Rehearse…');
  await window.pick('Bid model');
  const frame = await window.webviewFrame('Bid model');
  await frame.getByRole('button', { name: 'Start', exact: true }).click();
  await frame.getByRole('button', { name: 'Next phase', exact: true }).click();
  await frame.locator('.card.current h3', { hasText: 'Situation' }).waitFor();
}

/** Answers the first question on the cluster of the cheat sheet, closely enough or not. */
async function practiseArithmetic(window: Window): Promise<FrameLocator> {
  await window.runCommand('Prep Loop: Practise the Arithmetic…');
  await window.pick('Capacity');
  const panel = await window.webviewFrame('Arithmetic');
  await panel.getByRole('textbox').fill('500 MB/s');
  await panel.getByRole('button', { name: /^Check/u }).click();
  await panel.getByRole('group', { name: 'Worked solution' }).waitFor();
  return panel;
}

export const SCENES: readonly Scene[] = [
  {
    name: 'welcome',
    theme: 'Default Light Modern',
    size: WIDE,
    act: async (window) => {
      await window.openView('Tracker');
    },
  },
  {
    name: 'tracker',
    theme: 'Default Dark Modern',
    size: WIDE,
    files: fixtureFiles('sample'),
    act: startLoop,
  },
  {
    name: 'overview',
    theme: 'Default Dark Modern',
    size: WIDE,
    files: fixtureFiles('sample'),
    act: async (window) => {
      await startLoop(window);
      await openRound(window, 'System Design');
      await startTimer(window, 'System Design');
    },
  },
  {
    name: 'round-narrow',
    theme: 'Default High Contrast',
    size: { width: 460, height: 900 },
    files: fixtureFiles('sample'),
    act: async (window) => {
      await startLoop(window);
      await openRound(window, 'Product Sense');
      await startTimer(window, 'Product Sense');
      await window.icon().click(); // hides the side bar
    },
  },
  {
    name: 'practice',
    theme: 'Default Light Modern',
    size: { width: 1400, height: 900 },
    files: fixtureFiles('sample'),
    act: async (window) => {
      await practise(window);
      await window.icon().click(); // hides the side bar
    },
  },
  {
    name: 'practice-scores',
    theme: 'Default Dark Modern',
    size: { width: 1400, height: 1300 },
    files: fixtureFiles('sample'),
    act: async (window) => {
      await practise(window);
      await window.icon().click();
      const round = await window.webviewFrame('System Design');
      await round.getByRole('button', { name: 'Stop', exact: true }).click();
      await round.locator('.anchor').nth(2).click();
      await round.locator('.anchor').nth(5).click();
    },
  },
  {
    name: 'story',
    theme: 'Default Light Modern',
    size: WIDE,
    files: fixtureFiles('sample'),
    act: async (window) => {
      await startLoop(window);
      const pane = await window.openView('Stories');
      await window.runCommand('Prep Loop: New Story…');
      await window.quickInput('Half the tickets, same team');
      await window.pick('Prioritisation');
      await window.page.locator('.tab.active[data-resource-name="half-the-tickets-same-team.md"]').waitFor();
      await pane.locator('.monaco-list-row').filter({ hasText: 'Half the tickets' }).first().waitFor();
    },
  },
  {
    name: 'checks',
    theme: 'Default Dark Modern',
    size: WIDE,
    files: fixtureFiles('sample'),
    act: async (window) => {
      const pane = await window.openView('Stories');
      await window.openFile('prep/stories/transformer-recommendations.md');
      await window.page.locator('.editor-instance .squiggly-warning').first().waitFor();
      await window.page.locator('.codelens-decoration').filter({ hasText: 'Score' }).waitFor();
      await pane.locator('.monaco-list-row').filter({ hasText: 'Transformer' }).locator('.codicon-warning').waitFor();
    },
  },
  {
    name: 'rehearse',
    theme: 'Default Light Modern',
    size: WIDE,
    files: fixtureFiles('sample'),
    act: rehearse,
  },
  {
    name: 'rehearse-narrow',
    theme: 'Default High Contrast',
    size: { width: 460, height: 900 },
    files: fixtureFiles('sample'),
    act: async (window) => {
      await rehearse(window);
      await window.icon().click(); // hides the side bar
    },
  },
  RULE_SCENE,
  {
    name: 'replan',
    theme: 'Default Dark Modern',
    size: WIDE,
    isAsking: true,
    files: fixtureFiles('sample'),
    act: async (window) => {
      await startLoop(window);
      await window.runCommand('Prep Loop: Reschedule Round…');
      await window.pick('System Design');
      await window.quickInput(day(8));
      await window.page.locator('.quick-input-widget').filter({ hasText: '(2/2)' }).waitFor();
      await window.quickInput('14:30');
      await window.rows.filter({ hasText: 'rescheduled by you' }).first().waitFor();
    },
  },
  {
    name: 'drills',
    theme: 'Default Light Modern',
    size: WIDE,
    files: fixtureFiles('sample'),
    act: async (window) => {
      await startLoop(window);
      await window.runCommand('Prep Loop: Review Drill Cards…');
      const panel = await window.webviewFrame('Confluent');
      await panel.getByRole('button', { name: /^Show the answer/u }).click();
      await panel.getByRole('button', { name: /^Good/u }).click();
      await panel.getByRole('button', { name: /^Show the answer/u }).click();
      await panel.getByRole('group', { name: 'Answer' }).waitFor();
    },
  },
  {
    name: 'arithmetic',
    theme: 'Default Dark Modern',
    size: WIDE,
    files: fixtureFiles('sample'),
    act: async (window) => {
      await startLoop(window);
      await practiseArithmetic(window);
    },
  },
  {
    name: 'arithmetic-narrow',
    theme: 'Default High Contrast',
    size: { width: 460, height: 900 },
    files: fixtureFiles('sample'),
    act: async (window) => {
      await startLoop(window);
      const panel = await practiseArithmetic(window);
      await window.icon().click(); // hides the side bar
      await panel.getByRole('button', { name: /^Next question/u }).click();
    },
  },
  {
    name: 'arithmetic-end',
    theme: 'Default Light Modern',
    size: { width: 1280, height: 1000 },
    files: fixtureFiles('sample'),
    act: async (window) => {
      await startLoop(window);
      const panel = await practiseArithmetic(window);
      for (let left = 5; left > 0; left -= 1) {
        await panel.getByRole('button', { name: /^Next question/u }).click();
        await panel.getByRole('button', { name: 'Show the solution' }).click();
      }
      await panel.getByRole('button', { name: /^See how it went/u }).click();
      await panel.getByRole('button', { name: 'Save' }).waitFor();
    },
  },
  {
    name: 'dashboard',
    theme: 'Default Dark Modern',
    size: { width: 1400, height: 1500 },
    files: loopInUse({ stories: 9, sessions: 14, today: day(0), transcripts: 5 }).files,
    act: async (window) => {
      const tracker = await window.openView('Tracker');
      await tracker.locator('.monaco-list-row').filter({ hasText: 'Confluent' }).first().waitFor();
      await window.runCommand('Prep Loop: Open Dashboard');
      await (await window.webviewFrame('Confluent')).getByRole('heading', { name: 'Coverage' }).waitFor();
      await window.icon().click(); // hides the side bar
    },
  },
  ...OFFER_SCENES,
  ...CLAIM_SCENES,
  ...LOOP_SCENES,
  ...FIGURE_SCENES,
  ...ROOM_SCENES,
];
