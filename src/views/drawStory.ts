/** Draws a story, its sections and what is wrong with it: as rows, and with what only this view has. */
import * as vscode from 'vscode';
import { toldInWords } from '../core/debrief/tellings';
import { escapeMarkdown, escapeParagraph } from '../core/markdown/escape';
import { RULES, scoreSentences } from '../core/story/lint';
import type { StorySummary } from '../analysis/storySummary';
import { formatSeconds } from '../core/story/spoken';
import { row, type Row, type RowIcon } from '../core/tracker/row';
import { joined, plural } from '../core/words';
import { nameOf } from '../store/files';
import type { IdTitles } from '../store/playbookTitles';
import { drawRow } from './drawRow';
import { scoreUri } from './scoreBadges';
import { StoryElement, type ProblemElement, type SectionElement, type StoriesElement } from './storyElements';

const { t } = vscode.l10n;

/** How the rows of stories are drawn. */
export interface StoryDrawing {
  /** Whether the editor draws badges. */
  readonly hasBadges: boolean;
  /** Whether the stories are of several workspace folders. */
  readonly showFolder: boolean;
}

/** The row of an element; what a story's row says under the mouse is {@link storyTooltip}. */
export function drawStory(element: StoriesElement, drawing: StoryDrawing): vscode.TreeItem {
  if (element instanceof StoryElement) return drawStoryRow(element, drawing);
  const shown = 'problem' in element ? problemRow(element) : sectionRow(element);
  const item = drawRow(shown, element);
  item.tooltip = shown.tooltip; // A long sentence has to wrap, which it does not in a tooltip of Markdown.
  return item;
}

/** The story's own row: its score is a badge, where badges are drawn. */
function drawStoryRow(story: StoryElement, { hasBadges, showFolder }: StoryDrawing): vscode.TreeItem {
  const { uri, score, located } = story;
  const badge = score !== undefined && hasBadges;
  const item = drawRow(
    storyRow(story, {
      score: badge ? undefined : score,
      folder: showFolder ? located.root.folder.name : undefined,
    }),
    story,
  );
  if (badge) item.resourceUri = scoreUri(uri, score);
  return item;
}

function storyRow(
  story: StoryElement,
  { score, folder }: { readonly score: number | undefined; readonly folder: string | undefined },
): Row {
  const { id, uri, outlook, located } = story;
  return row({
    id,
    kind: 'story',
    label: outlook.title,
    description: joined([score?.toString(), outlook.description, folder], ' · '),
    icon: storyIcon(story),
    spoken: joined([outlook.spoken, ...spokenChecks(story), located.story.problems[0]?.message], ', '),
    lazy: true,
    command: { id: 'prepLoop.openFile', title: t('Open Story'), argument: { uri } },
  });
}

/** The worst of what was found; how far the story has come where that is nothing to act on. */
function storyIcon({ located, outlook, summary }: StoryElement): RowIcon {
  const worst = summary?.findings[0]?.severity;
  if (worst === 'error') return 'error';
  if (worst === 'warning' || located.story.problems.length > 0) return 'problem';
  return worst === 'info' ? 'info' : outlook.progress;
}

function spokenChecks({ score, findings }: StoryElement): string[] {
  if (score === undefined) return [];
  return [`score ${score} of 100`, ...(findings === 0 ? [] : [plural(findings, 'finding')])];
}

function sectionRow({ id, uri, section }: SectionElement): Row {
  const { name, progress, description, start } = section;
  return row({
    id,
    kind: 'storySection',
    label: name,
    description,
    icon: progress,
    tooltip: progress === 'missing' ? t('The story has no section “{0}” yet', name) : '',
    spoken: joined([name, progress === 'filled' ? 'filled' : undefined, description], ', '),
    command: { id: 'prepLoop.openFile', title: t('Open Section'), argument: { uri, start } },
  });
}

function problemRow({ id, uri, problem }: ProblemElement): Row {
  const { severity, message, start } = problem;
  return row({
    id,
    kind: 'storyProblem',
    label: message,
    icon: severity === 'error' ? 'error' : 'problem',
    spoken: `${severity}: ${message}`,
    command: { id: 'prepLoop.openFile', title: t('Open Problem'), argument: { uri, start } },
  });
}

/** What the checks found, each as a paragraph. */
function checkLines({ score, scoreSummary, findings, count }: StorySummary): string[] {
  const { l10n } = vscode;
  const more = count - findings.length;
  return [
    ...(score === undefined ? [] : [`${l10n.t('Score')}: ${l10n.t('{0} of 100', score)}`]),
    ...(scoreSummary ? scoreSentences(scoreSummary) : []),
    ...findings.map(({ code, message }) => `${RULES.find((rule) => rule.code === code)?.title ?? code}: ${message}`),
    ...(more <= 0 ? [] : [more === 1 ? l10n.t('and one more') : l10n.t('and {0} more', more)]),
  ].map(escapeParagraph);
}

/**
 * All that is known of a story. The user's words are shown as words: no Markdown of theirs is drawn, and no link of
 * theirs runs.
 */
export function storyTooltip({ located, outlook, summary }: StoryElement, titles: IdTitles): vscode.MarkdownString {
  const { story } = located;
  const { l10n } = vscode;
  const left = outlook.sections
    .filter(({ name, progress }) => progress !== 'filled' && name !== 'Learned')
    .map(({ name }) => name);
  const lines = [`**${escapeMarkdown(outlook.title)}**`];
  const line = (label: string, words: string): void => {
    lines.push(escapeParagraph(`${label}: ${words}`));
  };
  if (story.competencies.length > 0)
    line(l10n.t('Competencies'), story.competencies.map((id) => titles.competency(id)).join(', '));
  if (story.rounds.length > 0) line(l10n.t('Rounds'), story.rounds.map((id) => titles.round(id)).join(', '));
  line(
    left.length === 0 ? l10n.t('Sections') : l10n.t('Still to write'),
    left.length === 0 ? l10n.t('all filled') : left.join(', '),
  );
  const target =
    story.spokenTarget === undefined ? '' : ` (${l10n.t('target {0}', formatSeconds(story.spokenTarget))})`;
  line(l10n.t('Said aloud'), `${plural(story.words, 'word')}, ${formatSeconds(outlook.seconds)}${target}`);
  if (story.told.length > 0) line(l10n.t('Told'), toldInWords(story.told));
  if (summary) lines.push(...checkLines(summary));
  for (const problem of story.problems) line(l10n.t('Problem'), problem.message);
  line(l10n.t('File'), nameOf(located.uri));
  return new vscode.MarkdownString(lines.join('\n\n'));
}
