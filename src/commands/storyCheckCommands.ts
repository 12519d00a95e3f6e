/** What a finding and a score lead to: the rule's page, and the places where points were lost and earned. */
import * as vscode from 'vscode';
import {
  blanksLeft,
  lossTitle,
  missingStrengths,
  RULE_CODES,
  RULES,
  strengthTitle,
  type Loss,
  type RuleCode,
  type Score,
} from '../core/story/lint';
import { parseStory } from '../core/story/parseStory';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import { openRulePage, PAGE_CODES, type PageName } from '../language/rulePages';
import { turnRuleOff } from '../store/settings';
import type { StoryAnalyses } from '../analysis/storyAnalyses';
import { asUri, fields } from './decode';
import { openAt } from './openAt';

const { t } = vscode.l10n;

export function registerStoryCheckCommands(analyses: StoryAnalyses): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.openRule', async (argument) => {
      const { code: given } = fields(argument);
      const code = given === undefined ? await pickRule() : asCode(given);
      if (code !== undefined) await openRulePage(code);
      return undefined;
    }),
    registerCommand('prepLoop.turnRuleOff', async (argument) => {
      const { code: given, uri } = fields(argument);
      const code = given === undefined ? await pickRule() : asCode(given);
      if (code !== undefined) await turnRuleOff(code, asUri(uri));
      return undefined;
    }),
    registerCommand('prepLoop.explainScore', async (argument) => {
      const uri = asUri(fields(argument)['uri']) ?? vscode.window.activeTextEditor?.document.uri;
      if (uri) await explainScore(analyses, uri);
      return undefined;
    }),
    registerCommand('prepLoop.nextBlank', async (argument) => {
      await selectNextBlank(asUri(fields(argument)['uri']));
      return undefined;
    }),
  );
}

/** Selects the next blank after the caret, or the first one after the last; typing replaces it. */
async function selectNextBlank(uri: vscode.Uri | undefined): Promise<void> {
  const active = vscode.window.activeTextEditor;
  const isActive = uri === undefined || active?.document.uri.toString() === uri.toString();
  const document = isActive ? active?.document : await vscode.workspace.openTextDocument(uri);
  if (!document) return;
  const text = document.getText();
  const blanks = blanksLeft({ text, parsed: parseStory(text) });
  const caret = isActive && active ? document.offsetAt(active.selection.end) : -1;
  const next = blanks.find(({ start }) => start >= caret) ?? blanks[0];
  if (next) await openAt(document.uri, next);
  else vscode.window.setStatusBarMessage(`$(info) ${t('There are no blanks left here.')}`, 6000);
}

/** A rule's code: nothing else ever becomes part of a path. @throws Refusal for any other code. */
function asCode(value: unknown): (typeof PAGE_CODES)[number] {
  const code = PAGE_CODES.find((each) => each === value);
  if (code !== undefined) return code;
  const message = t('There is no rule “{0}”. Choose one of: {1}.', String(value), PAGE_CODES.join(', '));
  throw new Refusal('argument', message);
}

async function pickRule(): Promise<RuleCode | undefined> {
  const items = RULES.map(({ code, title, summary }) => ({ label: title, description: code, detail: summary, code }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Rules for Stories'),
    placeHolder: t('What is a rule about?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.code;
}

interface ScoreItem extends vscode.QuickPickItem {
  /** 0-based; undefined where there is no place to go to. */
  readonly line?: number;
  readonly page?: PageName;
}

/** Lists what cost and what earned points, and what would earn more; choosing one goes to its line. */
async function explainScore(analyses: StoryAnalyses, uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri).then(
    (found) => found,
    () => undefined,
  );
  const score = document && analyses.of(document)?.analysis?.score;
  if (!score) {
    vscode.window.setStatusBarMessage(
      `$(info) ${t('This file has no score: it is not a story, or is still empty.')}`,
      6000,
    );
    return;
  }
  const picked = await pickScoreItem(score);
  if (picked?.line !== undefined) await openAt(uri, { line: picked.line });
  else if (picked?.page !== undefined) await openRulePage(picked.page);
}

const separator = (label: string): ScoreItem => ({ label, kind: vscode.QuickPickItemKind.Separator });

const asRule = (code: Loss['code']): RuleCode | undefined => RULE_CODES.find((each) => each === code);

function lossItems({ losses }: Score): ScoreItem[] {
  return [...losses]
    .sort((a, b) => b.points - a.points)
    .map(({ code, points, line, why, silenced }) => ({
      label: `−${points}  ${lossTitle(code)}`,
      description: silenced ? t('line {0}, silenced but counted', line + 1) : t('line {0}', line + 1),
      detail: why,
      line,
      page: asRule(code) ?? 'score',
    }));
}

function gainItems({ gains }: Score): ScoreItem[] {
  return [...gains]
    .sort((a, b) => b.points - a.points)
    .map(({ name, points, line }) => ({
      label: `+${points}  ${strengthTitle(name)}`,
      description: t('line {0}', line + 1),
      line,
      page: 'score',
    }));
}

function openItems(score: Score): ScoreItem[] {
  return missingStrengths(score).map(({ title, points, advice }) => ({
    label: t('up to +{0}  {1}', points, title),
    detail: advice,
    page: 'score',
  }));
}

function pickScoreItem(score: Score): Promise<ScoreItem | undefined> {
  const page = { iconPath: new vscode.ThemeIcon('book'), tooltip: t('Open its page') };
  const picker = vscode.window.createQuickPick<ScoreItem>();
  picker.title = t('Score {0} of 100: what earned points, and what lost them', score.score);
  picker.placeholder = t('Choose one to go to its line');
  picker.matchOnDescription = picker.matchOnDetail = true;
  const groups: readonly (readonly [string, ScoreItem[]])[] = [
    [t('Lost'), lossItems(score)],
    [t('Earned'), gainItems(score)],
    [t('Not earned yet'), openItems(score)],
  ];
  picker.items = groups
    .filter(([, items]) => items.length > 0)
    .flatMap(([label, items]) => [separator(label), ...items.map((item) => ({ ...item, buttons: [page] }))]);
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]);
      picker.hide();
    });
    picker.onDidTriggerItemButton(({ item }) => {
      picker.hide();
      void openRulePage(item.page ?? 'score');
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
