/** Draws a story and its sections as the editor's tree items. */
import * as vscode from 'vscode';
import type { Progress, SectionOutlook } from '../core/story/outlook';
import type { TextProblem } from '../core/story/parse';
import { formatSeconds } from '../core/story/spoken';
import { commandOf } from '../editorCommands';
import { nameOf } from '../store/files';
import { scoreUri, showsBadges } from './scoreBadges';
import type { StoryElement, StoryNode } from './storyNode';

const ICONS: Readonly<Record<Progress | 'missing', readonly [codicon: string, color?: string]>> = {
  filled: ['pass', 'testing.iconPassed'],
  started: ['edit'],
  empty: ['circle-large-outline'],
  missing: ['dash'],
};

function icon(progress: Progress | 'missing'): vscode.ThemeIcon {
  const [codicon, color] = ICONS[progress];
  return color === undefined
    ? new vscode.ThemeIcon(codicon)
    : new vscode.ThemeIcon(codicon, new vscode.ThemeColor(color));
}

export function storyItem(node: StoryNode, showFolder: boolean): vscode.TreeItem {
  const { located, outlook } = node;
  const { problems } = located.story;
  const badge = node.score !== undefined && showsBadges();
  const description =
    node.score === undefined || badge ? outlook.description : `${node.score} · ${outlook.description}`;
  const item = new vscode.TreeItem(outlook.title, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = node.id;
  item.description = showFolder ? `${description} · ${located.root.folder.name}` : description;
  if (node.score !== undefined && badge) item.resourceUri = scoreUri(node.uri, node.score);
  item.iconPath = storyIcon(node);
  item.tooltip = storyTooltip(node);
  item.contextValue = 'story';
  item.accessibilityInformation = {
    label: [outlook.spoken, ...spokenChecks(node), ...(problems[0] ? [problems[0].message] : [])].join(', '),
  };
  item.command = commandOf('prepLoop.openFile', vscode.l10n.t('Open Story'), { uri: node.uri });
  return item;
}

/** The worst of what was found; how far the story has come where that is nothing to act on. */
function storyIcon({ located, outlook, summary }: StoryNode): vscode.ThemeIcon {
  const worst = summary?.findings[0]?.severity;
  if (worst === 'error') return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  if (worst === 'warning' || located.story.problems.length > 0)
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  return worst === 'info' ? new vscode.ThemeIcon('info') : icon(outlook.progress);
}

function spokenChecks({ score, findings }: StoryNode): string[] {
  if (score === undefined) return [];
  return [`score ${score} of 100`, ...(findings === 0 ? [] : [findings === 1 ? '1 finding' : `${findings} findings`])];
}

export function sectionItem(element: StoryElement, section: SectionOutlook): vscode.TreeItem {
  const item = new vscode.TreeItem(section.name);
  item.id = element.id;
  item.description = section.description;
  item.iconPath = icon(section.progress);
  item.contextValue = 'storySection';
  item.accessibilityInformation = {
    label: `${section.name}, ${section.progress === 'filled' ? 'filled, ' : ''}${section.description}`,
  };
  item.tooltip =
    section.progress === 'missing' ? vscode.l10n.t('The story has no section “{0}” yet', section.name) : '';
  item.command = commandOf('prepLoop.openFile', vscode.l10n.t('Open Section'), {
    uri: element.uri,
    start: section.start,
  });
  return item;
}

export function problemItem(element: StoryElement, problem: TextProblem): vscode.TreeItem {
  const item = new vscode.TreeItem(problem.message);
  item.id = element.id;
  item.iconPath = new vscode.ThemeIcon(problem.severity, new vscode.ThemeColor(`list.${problem.severity}Foreground`));
  item.contextValue = 'storyProblem';
  item.tooltip = problem.message;
  item.accessibilityInformation = { label: `${problem.severity}: ${problem.message}` };
  item.command = commandOf('prepLoop.openFile', vscode.l10n.t('Open Problem'), {
    uri: element.uri,
    start: problem.start,
  });
  return item;
}

/** The user's words are shown as words: no Markdown of theirs is drawn, and no link of theirs runs. */
function storyTooltip({ located, outlook, summary }: StoryNode): vscode.MarkdownString {
  const { story } = located;
  const { l10n } = vscode;
  const left = outlook.sections
    .filter(({ name, progress }) => progress !== 'filled' && name !== 'Learned')
    .map(({ name }) => name);
  const tooltip = new vscode.MarkdownString();
  const line = (label: string, words: string): void => {
    tooltip.appendMarkdown('\n\n').appendText(`${label}: `).appendText(words);
  };
  tooltip.appendMarkdown('**').appendText(outlook.title).appendMarkdown('**');
  if (story.competencies.length > 0) line(l10n.t('Competencies'), story.competencies.join(', '));
  if (story.rounds.length > 0) line(l10n.t('Rounds'), story.rounds.join(', '));
  line(
    left.length === 0 ? l10n.t('Sections') : l10n.t('Still to write'),
    left.length === 0 ? l10n.t('all filled') : left.join(', '),
  );
  const target =
    story.spokenTarget === undefined ? '' : ` (${l10n.t('target {0}', formatSeconds(story.spokenTarget))})`;
  line(l10n.t('Said aloud'), `${story.words} words, ${formatSeconds(outlook.seconds)}${target}`);
  if (summary?.score !== undefined) line(l10n.t('Score'), l10n.t('{0} of 100', summary.score));
  for (const { code, message } of summary?.findings ?? []) line(code, message);
  const more = (summary?.count ?? 0) - (summary?.findings.length ?? 0);
  if (more > 0)
    tooltip.appendMarkdown('\n\n').appendText(more === 1 ? l10n.t('and one more') : l10n.t('and {0} more', more));
  for (const problem of story.problems) line(l10n.t('Problem'), problem.message);
  line(l10n.t('File'), nameOf(located.uri));
  return tooltip;
}
