/**
 * The pictures of the rules' pages: a story with what the rule is about, the problem unfolded in it, and its quick
 * fixes.
 */
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import type { Window } from '../editor/ui/support/window';
import { RULE_CODES, type RuleCode } from '../../src/core/story/lint/types';
import { projectPath } from './paths';
import type { Area, Scene } from './scenes';

/** A story with nothing to say about. */
const SOUND: Readonly<Record<string, string>> = {
  Impact: 'Churn among small shops fell from 8% to 5% a month, worth $1.2M a year.',
  Situation: 'Shops left in their second month, and nobody knew why.',
  Task: 'I was asked to find out, and to stop it.',
  Action: 'I rang thirty shops, found the broken import and had it rebuilt.',
  Result: 'Renewals are up 9% on the year before.',
  'Trade-offs': 'We gave up the redesign to get it done.',
};

/** The sections of each rule's story that are other than those above; undefined leaves one out. */
const WEAK: Readonly<Record<RuleCode, Readonly<Record<string, string | undefined>>>> = {
  'impact-first': { Impact: `${example('impact-first')} Churn among small shops fell from 8% to 5% a month.` },
  'metric-missing': { Impact: example('metric-missing'), Result: 'Everyone was glad of it.' },
  'baseline-missing': { Result: example('baseline-missing') },
  'constraint-missing': { Action: example('constraint-missing'), Result: 'Shoppers like it.' },
  'trade-off-missing': { 'Trade-offs': example('trade-off-missing') },
  ownership: { Action: example('ownership') },
  'vague-quantity': { Result: example('vague-quantity') },
  'section-missing': { Situation: undefined, Task: undefined, 'Trade-offs': undefined },
  'section-empty': { Task: '' },
  'section-order': {
    Impact: undefined,
    Situation: SOUND['Situation'],
    Task: SOUND['Task'],
    Action: SOUND['Action'],
    Result: SOUND['Result'],
  },
  'placeholder-left': { Result: example('placeholder-left') },
  'too-long-to-say': {},
  'target-missed': { Result: example('target-missed') },
  'market-only-ask': {},
};

const TITLES: Partial<Record<RuleCode, string>> = { 'market-only-ask': 'The ask' };

/** The weak example of a rule's page. */
function example(code: RuleCode): string {
  return /^\*\*Weak:\*\* (.*)$/mu.exec(readFileSync(projectPath('content', 'rules', `${code}.md`), 'utf8'))?.[1] ?? '';
}

function story(code: RuleCode): string {
  if (code === 'market-only-ask') return `# ${TITLES[code]}\n\nThank you for the offer.\n\n${example(code)}\n`;
  const sections = Object.entries({ ...SOUND, ...WEAK[code] }).filter(
    (section): section is [string, string] => section[1] !== undefined,
  );
  const front = code === 'too-long-to-say' ? 'title: The broken import\nspoken: 15' : 'title: The broken import';
  if (code === 'section-order') sections.splice(4, 0, ['Impact', SOUND['Impact'] ?? '']);
  return `---\n${front}\n---\n\n${sections.map(([heading, text]) => `## ${heading}\n\n${text === '' ? '' : `${text}\n`}`).join('\n')}`;
}

const LOOP = 'prep/acme';
const path = (code: RuleCode): string =>
  code === 'market-only-ask' ? `${LOOP}/scripts/${code}.md` : `prep/stories/${code}.md`;

/** Rules with a quick fix of their own, besides the one that silences: they have a second picture, of the menu. */
const FIXED: ReadonlySet<RuleCode> = new Set(['impact-first', 'baseline-missing', 'section-missing', 'section-order']);

/** Height of an editor's line, in CSS pixels. */
const LINE = 19;
/** Lines in a picture above and below what it is about. */
const ABOVE = 5;
const BELOW = 3;
const SCROLLBAR = 16;

async function showProblem(window: Window, code: RuleCode): Promise<Locator> {
  const { page } = window;
  await window.openFile(path(code));
  await page.locator('.editor-instance .squiggly-warning, .editor-instance .squiggly-info').first().waitFor();
  const problem = page.locator('.zone-widget:visible').filter({ has: page.locator('a', { hasText: code }) });
  // A story may have other problems before this one.
  for (let turn = 0; turn < 8 && !(await problem.isVisible()); turn += 1) {
    await page.keyboard.press('Alt+F8');
    await problem.waitFor({ timeout: 1000 }).catch(() => undefined);
  }
  return problem;
}

/** The part of the editor around something that is shown in it, in whole lines. */
async function around({ page }: Window, shown: Locator): Promise<Area> {
  const box = await shown.boundingBox();
  const editor = await page.locator('.editor-instance .monaco-editor').first().boundingBox();
  if (!box || !editor) throw new Error('There is nothing to take a picture of.');
  const top = Math.max(editor.y, box.y - ABOVE * LINE);
  const bottom = Math.min(box.y + box.height + BELOW * LINE, editor.y + editor.height);
  return { x: editor.x, y: top, width: editor.width - SCROLLBAR, height: bottom - top };
}

export const RULE_SCENE: Scene = {
  name: 'rules',
  theme: 'Default Light Modern',
  size: { width: 1060, height: 760 },
  files: {
    ...Object.fromEntries(RULE_CODES.map((code) => [path(code), story(code)])),
    [`${LOOP}/loop.md`]: '---\nplaybook: confluent-ai-ml-pm\ncompany: Acme\nrole: PM\nfirstContact: 2026-11-23\n---\n',
  },
  act: async (window, take) => {
    const { page } = window;
    await window.runCommand('View: Close Primary Side Bar');
    for (const code of RULE_CODES) {
      const problem = await showProblem(window, code);
      await page.waitForTimeout(300);
      await take(code, await around(window, problem));
      await page.keyboard.press('Escape');
      await problem.waitFor({ state: 'hidden' });
      if (!FIXED.has(code)) continue;
      await page.keyboard.press('Control+.');
      const menu = page.locator('.action-widget:visible');
      await menu.filter({ hasText: 'Silence here' }).waitFor();
      await take(`${code}-fix`, await around(window, menu));
      await page.keyboard.press('Escape');
    }
  },
};
