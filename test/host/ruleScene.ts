/**
 * The pictures of the rules' pages: a story with what the rule is about, the problem unfolded in it, and its quick
 * fixes.
 */
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { RULES, type RuleCode } from '../../src/core/story/lint/registry';
import type { Rule, StoryScene } from '../../src/core/story/lint/rule';
import { REQUIRED_SECTIONS, type SectionName } from '../../src/core/story/storySections';
import type { Window } from '../editor/ui/support/window';
import { projectPath } from './paths';
import type { Area, Scene } from './scenes';

/** A story with nothing to say about. */
const SOUND: Readonly<Record<SectionName, string>> = {
  Impact: 'Churn among small shops fell from 8% to 5% within two quarters, worth $1.2M a year.',
  Situation: 'Shops left in their second month, and nobody knew why.',
  Task: 'I was asked to find out, and to stop it.',
  Action: 'I rang thirty shops, found the broken import and had it rebuilt.',
  Result: 'Renewals are up 9% on the year before.',
  'Trade-offs': 'We gave up the redesign to get it done.',
  Learned: '',
};

type ShownRule = Pick<Rule<RuleCode>, 'code' | 'scene'>;
const SHOWN: readonly ShownRule[] = RULES;

function pageOf(code: RuleCode): string {
  return readFileSync(projectPath('content', 'rules', `${code}.md`), 'utf8');
}

/** The weak example of a rule's page. */
function example(code: RuleCode): string {
  return /^\*\*Weak:\*\* (.*)$/mu.exec(pageOf(code))?.[1] ?? '';
}

function textOf({ code, scene }: ShownRule): string {
  return ('script' in scene ? scene.script : storyOf(scene)).replaceAll('{weak}', () => example(code));
}

function storyOf({ says, sections = REQUIRED_SECTIONS, frontMatter }: StoryScene): string {
  const front = ['title: The broken import', ...(frontMatter === undefined ? [] : [frontMatter])].join('\n');
  const texts = { ...SOUND, ...says };
  const parts = sections.map((name) => `## ${name}\n\n${texts[name] === '' ? '' : `${texts[name]}\n`}`);
  return `---\n${front}\n---\n\n${parts.join('\n')}`;
}

const LOOP = 'prep/acme';
const pathOf = ({ code, scene }: ShownRule): string =>
  'script' in scene ? `${LOOP}/scripts/${code}.md` : `prep/stories/${code}.md`;

/** Whether a rule has a quick fix of its own, besides the one that silences: then its page shows the menu too. */
const hasOwnFix = ({ code }: ShownRule): boolean => pageOf(code).includes(`${code}-fix.webp`);

/** Height of an editor's line, in CSS pixels. */
const LINE = 19;
/** Lines in a picture above and below what it is about. */
const ABOVE = 5;
const BELOW = 3;
const SCROLLBAR = 16;

async function showProblem(window: Window, rule: ShownRule): Promise<Locator> {
  const { page } = window;
  await window.openFile(pathOf(rule));
  await page.locator('.editor-instance .squiggly-warning, .editor-instance .squiggly-info').first().waitFor();
  const problem = page.locator('.zone-widget:visible').filter({ has: page.locator('a', { hasText: rule.code }) });
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
  isPackaged: true,
  theme: 'Default Light Modern',
  size: { width: 1060, height: 760 },
  // The editor goes from problem to problem, but not to a hint.
  settings: {
    'prepLoop.lint.rules': Object.fromEntries(
      RULES.filter(({ severity }) => severity === 'hint').map(({ code }) => [code, 'info']),
    ),
  },
  files: {
    ...Object.fromEntries(SHOWN.map((rule) => [pathOf(rule), textOf(rule)])),
    [`${LOOP}/loop.md`]: '---\nplaybook: confluent-ai-ml-pm\ncompany: Acme\nrole: PM\nfirstContact: 2026-11-23\n---\n',
  },
  act: async (window, take) => {
    const { page } = window;
    await window.runCommand('View: Close Primary Side Bar');
    for (const rule of SHOWN) {
      const { code } = rule;
      const problem = await showProblem(window, rule);
      await page.waitForTimeout(300);
      await take(code, await around(window, problem));
      await page.keyboard.press('Escape');
      await problem.waitFor({ state: 'hidden' });
      if (!hasOwnFix(rule)) continue;
      await page.keyboard.press('Control+.');
      const menu = page.locator('.action-widget:visible');
      await menu.filter({ hasText: 'Silence here' }).waitFor();
      await take(`${code}-fix`, await around(window, menu));
      await page.keyboard.press('Escape');
    }
  },
};
