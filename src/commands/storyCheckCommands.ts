/** What a finding and a score lead to: the rule's page, and the places where points were lost. */
import * as vscode from 'vscode';
import { blanksLeft, RULE_CODES, RULES, type Analysis, type Loss, type RuleCode } from '../core/story/lint';
import { parseStory } from '../core/story/parseStory';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import { openRulePage } from '../language/rulePages';
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

/** Selects the first blank after the caret, or the first of all after the last; what is typed takes its place. */
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
  else vscode.window.setStatusBarMessage(`$(info) ${t('No blank is left here.')}`, 6000);
}

/** A code that is a rule's: nothing else ever becomes part of a path. @throws Refusal where it is none. */
function asCode(value: unknown): RuleCode {
  const code = RULE_CODES.find((each) => each === value);
  if (code !== undefined) return code;
  const message = t('There is no rule “{0}”. Choose one of: {1}.', String(value), RULE_CODES.join(', '));
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

interface LossItem extends vscode.QuickPickItem {
  readonly loss: Loss;
}

/** Lists where points were lost, the most expensive first; choosing one goes to its line. */
async function explainScore(analyses: StoryAnalyses, uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri).then(
    (found) => found,
    () => undefined,
  );
  const analysis = document && analyses.of(document)?.analysis;
  if (!analysis?.score) {
    vscode.window.setStatusBarMessage(
      `$(info) ${t('This file has no score: it is not a story, or says nothing yet.')}`,
      6000,
    );
    return;
  }
  const loss = await pickLoss(analysis);
  if (loss) await openAt(uri, { line: loss.line });
}

const titleOf = ({ code }: Loss): string => RULES.find((rule) => rule.code === code)?.title ?? code;

function pickLoss({ score, findings, silenced, parsed }: Analysis): Promise<Loss | undefined> {
  const losses = score?.losses ?? [];
  const page = { iconPath: new vscode.ThemeIcon('book'), tooltip: t('Open the rule’s page') };
  const picker = vscode.window.createQuickPick<LossItem>();
  picker.title =
    losses.length === 0
      ? t('Score {0}: no point lost', score?.score ?? 0)
      : t('Score {0} of 100: where points were lost', score?.score ?? 0);
  picker.placeholder = losses.length === 0 ? t('Nothing to fix') : t('Choose one to go to its line');
  picker.matchOnDescription = picker.matchOnDetail = true;
  picker.items = [...losses]
    .sort((a, b) => b.points - a.points)
    .map((loss) => {
      const line = parsed.lines[loss.line];
      const finding = [...findings, ...silenced].find(
        ({ code, start }) => code === loss.code && line !== undefined && start >= line.start && start < line.next,
      );
      return {
        label: `−${loss.points}  ${titleOf(loss)}`,
        description: loss.silenced ? t('line {0}, silenced but counted', loss.line + 1) : t('line {0}', loss.line + 1),
        detail: loss.why ?? finding?.message ?? '',
        buttons: [page],
        loss,
      };
    });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.loss);
      picker.hide();
    });
    picker.onDidTriggerItemButton(({ item }) => {
      picker.hide();
      void openRulePage(item.loss.code);
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
