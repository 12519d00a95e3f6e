/** Draws a row as the editor's tree item. */
import * as vscode from 'vscode';
import { escapeMarkdown, escapeParagraph } from '../core/markdown/escape';
import { roundOpenedBy, type Row, type RowIcon } from '../core/tracker/row';
import { joined } from '../core/words';
import type { CommandId } from '../commandTable';
import { commandOf } from '../editorCommands';

const WARNING = 'list.warningForeground';

const ICONS: Readonly<Record<RowIcon, readonly [codicon: string, color?: string]>> = {
  loop: ['briefcase'],
  today: ['calendar'],
  tomorrow: ['calendar', WARNING],
  overdue: ['history', WARNING],
  over: ['archive'],
  problem: ['warning', WARNING],
  error: ['error', 'list.errorForeground'],
  info: ['info'],
  preparation: ['checklist'],
  planned: ['circle-large-outline'],
  next: ['arrow-circle-right'],
  done: ['pass'],
  passed: ['pass-filled', 'testing.iconPassed'],
  failed: ['circle-slash', 'testing.iconFailed'],
  feedback: ['comment-discussion'],
  mocks: ['organization'],
  mock: ['person'],
  unscored: ['feedback', WARNING],
  unsaved: ['save'],
  timed: ['watch', 'charts.blue'],
  paused: ['debug-pause'],
  drills: ['mortar-board'],
  practice: ['graph-line'],
  session: ['note'],
  documents: ['files'],
  document: ['markdown'],
  closed: ['archive'],
  coverage: ['layers'],
  covered: ['pass', 'testing.iconPassed'],
  draft: ['edit', WARNING],
  gap: ['warning', WARNING],
  story: ['book'],
  unfinished: ['edit'],
  overUsed: ['flame', WARNING],
  unknown: ['question', WARNING],
  filled: ['pass', 'testing.iconPassed'],
  started: ['edit'],
  empty: ['circle-large-outline'],
  missing: ['dash'],
  figures: ['symbol-numeric'],
  figure: ['symbol-numeric'],
};

/** What a row is drawn for. */
export interface RowSubject {
  /** Unique in the view and stable. */
  readonly id: string;
  /** The file of the row's place. */
  readonly uri?: vscode.Uri | undefined;
  /** The loop's folder as text. */
  readonly loop?: string | undefined;
}

/** A row without its tooltip: the editor asks for that when the mouse rests on it. */
export function drawRow(row: Row, subject: RowSubject): vscode.TreeItem {
  const item = new vscode.TreeItem(row.label, collapsibleState(row));
  item.id = subject.id;
  item.accessibilityInformation = { label: row.spoken };
  item.contextValue = contextValue(row);
  if (row.description !== undefined) item.description = row.description;
  if (row.icon !== undefined) item.iconPath = themeIcon(row.icon);
  if ('item' in row && row.item) item.checkboxState = checkbox(row.item.checked, row.spoken);
  const command = commandFor(row, subject);
  if (command) item.command = command;
  return item;
}

/** What a row of the tracker says under the mouse. */
export function rowTooltip(row: Row, subject: RowSubject): vscode.MarkdownString {
  return plainTooltip(row.tooltip, filesNamed(row, subject));
}

function collapsibleState({ children, lazy = false, open }: Row): vscode.TreeItemCollapsibleState {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  if (children.length === 0 && !lazy) return None;
  return open ? Expanded : Collapsed;
}

function themeIcon(icon: RowIcon): vscode.ThemeIcon {
  const [codicon, color] = ICONS[icon];
  return color === undefined
    ? new vscode.ThemeIcon(codicon)
    : new vscode.ThemeIcon(codicon, new vscode.ThemeColor(color));
}

/**
 * The user's text is shown as text: no Markdown of theirs is drawn, no link of theirs runs. (The editor's own
 * `appendText` keeps every space with the next word on its line, so that a tooltip breaks in the middle of words.)
 * @param files of the loop that the text names, by their names: those are links.
 */
function plainTooltip(text: string, files: ReadonlyMap<string, vscode.Uri>): vscode.MarkdownString {
  const said = text.split('\n').map(escapeParagraph).join('\n\n');
  const links = new Map([...files].map(([name, uri]) => [escapeMarkdown(name), uri.toString()]));
  const linked = said.replace(ESCAPED_FILE_NAME, (name) => (links.has(name) ? `[${name}](${links.get(name)})` : name));
  const markdown = new vscode.MarkdownString(linked);
  if (files.size > 0) markdown.isTrusted = { enabledCommands: ['prepLoop.openFile'] satisfies CommandId[] };
  return markdown;
}

/** A file's name that Markdown takes as text: its underscores are escaped. */
const ESCAPED_FILE_NAME = /(?<![\w\\-])[\w\\-]{1,160}\.md(?![\w-])/gu;
const FILE_NAMED = /`([\w-]{1,80}\.md)`/gu;

/** The files of the loop that an item names, such as `cheat-sheet.md`, with what opens each. */
function filesNamed(row: Row, { loop }: RowSubject): ReadonlyMap<string, vscode.Uri> {
  if (loop === undefined || !('item' in row) || !row.item) return new Map();
  const folder = vscode.Uri.parse(loop);
  return new Map(
    [...row.item.text.matchAll(FILE_NAMED)].map(([, name = '']) => [
      name,
      vscode.Uri.from({
        scheme: 'command',
        path: 'prepLoop.openFile' satisfies CommandId,
        query: JSON.stringify([{ uri: vscode.Uri.joinPath(folder, name).toString() }]),
      }),
    ]),
  );
}

function checkbox(checked: boolean, label: string): NonNullable<vscode.TreeItem['checkboxState']> {
  return {
    state: checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: checked ? 'Mark as open' : 'Mark as done',
    accessibilityInformation: { label, role: 'checkbox' },
  };
}

/**
 * What menus know a row by: its kind; whether it can be ticked or unticked, opens a round, has a file or is pinned; and
 * how it went.
 */
function contextValue(row: Row): string {
  const tick = 'item' in row ? row.item : undefined;
  const hasFile = 'place' in row && row.place !== undefined;
  const state = row.kind === 'round' ? row.state : undefined;
  return joined(
    [
      row.kind,
      'menu' in row ? row.menu : undefined,
      tick && (tick.checked ? 'done' : 'open'),
      roundOpenedBy(row) === undefined ? undefined : 'isRound',
      hasFile ? 'hasFile' : undefined,
      state && (state.pinned ? 'isPinned' : 'notPinned'),
      state && `is-${state.status}`,
    ],
    '.',
  );
}

/** What a click runs: the row's own command, else it opens the row's round, else its file. */
function commandFor(row: Row, { uri, loop }: RowSubject): vscode.Command | undefined {
  if ('command' in row && row.command) {
    const { id, title, argument } = row.command;
    // A loop's name alone says too little where two workspace folders have a loop of that name.
    const exact = argument && 'loop' in argument && loop !== undefined ? { ...argument, loop } : argument;
    return { command: id, title, arguments: [exact] };
  }
  const round = roundOpenedBy(row);
  if (round !== undefined && loop !== undefined) return commandOf('prepLoop.openRound', 'Open Round', { loop, round });
  if (!uri || !('place' in row) || !row.place) return undefined;
  const { line, start } = row.place;
  // The editor's own command leaves the keyboard in the tree on a single click, so that Space ticks the row.
  if ('item' in row && row.item && row.place.line !== undefined) {
    const selection = new vscode.Range(row.place.line, 0, row.place.line, 0);
    return { command: 'vscode.open', title: 'Open File', arguments: [uri, { selection }] };
  }
  const at = start === undefined ? (line === undefined ? {} : { line }) : { start };
  return commandOf('prepLoop.openFile', 'Open File', { uri, ...at });
}
