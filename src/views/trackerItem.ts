/** Draws one node of the tracker as the editor's tree item. */
import * as vscode from 'vscode';
import type { Loop } from '../core/loop/model';
import type { TrackerIcon, TrackerNode } from '../core/tracker/trackerNode';
import { commandOf } from '../editorCommands';
import type { TrackerElement } from './trackerElement';

const ICONS: Readonly<Record<TrackerIcon, readonly [codicon: string, color?: string]>> = {
  today: ['calendar'],
  tomorrow: ['calendar', 'list.warningForeground'],
  overdue: ['history', 'list.warningForeground'],
  problem: ['warning', 'list.warningForeground'],
  error: ['error', 'list.errorForeground'],
  preparation: ['checklist'],
  planned: ['circle-large-outline'],
  next: ['arrow-circle-right'],
  done: ['pass'],
  passed: ['pass-filled', 'testing.iconPassed'],
  failed: ['circle-slash', 'testing.iconFailed'],
  feedback: ['comment-discussion'],
  mocks: ['organization'],
  mock: ['person'],
  unscored: ['feedback', 'list.warningForeground'],
  unsaved: ['save'],
  drills: ['mortar-board'],
  practice: ['graph-line'],
  session: ['note'],
  documents: ['files'],
  document: ['markdown'],
  closed: ['archive'],
};

export function nodeItem(element: TrackerElement, node: TrackerNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label);
  item.id = element.id;
  item.collapsibleState = collapsible(node, element.rows);
  item.tooltip = plainTooltip(node.tooltip);
  item.accessibilityInformation = { label: node.spoken };
  item.contextValue = contextValue(node);
  if (node.description !== undefined) item.description = node.description;
  if (node.icon !== undefined) item.iconPath = icon(node.icon);
  if (node.item) item.checkboxState = checkbox(node.item.checked, node.spoken);
  const command = commandFor(element, node);
  if (command) item.command = command;
  return item;
}

/** The line of a loop. @param day what it says of where the loop stands. */
export function loopItem(
  element: TrackerElement,
  { company, role, id, closed }: Loop,
  day: string,
  open: boolean,
): vscode.TreeItem {
  const item = new vscode.TreeItem(company === '' ? id : `${company}: ${role}`);
  item.id = element.id;
  item.collapsibleState = open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  item.description = day;
  item.iconPath = new vscode.ThemeIcon(closed ? 'archive' : 'briefcase');
  item.contextValue = closed ? 'loopClosed' : 'loop';
  item.tooltip = plainTooltip(`${company} ${role}\n${id}`);
  item.accessibilityInformation = { label: `${closed ? 'Closed loop' : 'Loop'} ${company} ${role}, ${day}` };
  return item;
}

function collapsible(
  { children: own, open }: TrackerNode,
  children: readonly unknown[] = own,
): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function icon(name: TrackerIcon): vscode.ThemeIcon {
  const [codicon, color] = ICONS[name];
  return color === undefined
    ? new vscode.ThemeIcon(codicon)
    : new vscode.ThemeIcon(codicon, new vscode.ThemeColor(color));
}

/** The user's text is shown as text: no Markdown of theirs is drawn, no link of theirs runs. */
export function plainTooltip(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  text.split('\n').forEach((paragraph, index) => {
    if (index > 0) markdown.appendMarkdown('\n\n');
    markdown.appendText(paragraph);
  });
  return markdown;
}

function checkbox(checked: boolean, label: string): NonNullable<vscode.TreeItem['checkboxState']> {
  return {
    state: checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: checked ? 'Mark as open' : 'Mark as done',
    accessibilityInformation: { label, role: 'checkbox' },
  };
}

/**
 * What menus know an element by: its kind, and whether it can be ticked or unticked, opens a round, has a file, is
 * pinned, went how.
 */
function contextValue({ kind, item, round, place, menu, state }: TrackerNode): string {
  const ticked = item && (item.checked ? 'done' : 'open');
  const ofRound = state && [state.pinned ? 'isPinned' : 'notPinned', `is-${state.status}`];
  const parts = [
    kind,
    menu,
    ticked,
    round === undefined || kind === 'mock' ? undefined : 'isRound',
    place && 'hasFile',
    ...(ofRound ?? []),
  ];
  return parts.filter((part) => part !== undefined).join('.');
}

function commandFor(
  { uri, loop, line, start }: TrackerElement,
  { kind, round, command }: TrackerNode,
): vscode.Command | undefined {
  if (command) {
    // A loop's name alone says too little where two workspace folders have a loop of that name.
    const argument =
      command.argument && 'loop' in command.argument && loop !== undefined
        ? { ...command.argument, loop }
        : command.argument;
    return { command: command.id, title: command.title, arguments: [argument] };
  }
  // A mock's own file says when, with whom and how it went.
  if (round !== undefined && loop !== undefined && kind !== 'mock')
    return commandOf('prepLoop.openRound', 'Open Round', { loop, round });
  if (!uri) return undefined;
  const place = start === undefined ? (line === undefined ? {} : { line }) : { start };
  return commandOf('prepLoop.openFile', 'Open File', { uri, ...place });
}
