/** What a round panel does when it is asked to: each gives a sentence to show where it could not. */
import * as vscode from 'vscode';
import type { ToggleRefusal } from '../../core/checklist/checklist';
import { readLink, resolvePath } from '../../core/markdown/links';
import { outline } from '../../core/markdown/outline';
import { pathUnder } from '../../store/files';
import { toggleInFile } from '../../store/toggle';
import type { EditOutcome, LocatedLoop, PlaybookEntry, TextFiles } from '../../store/api';
import { clip } from '../protocol/common';
import type { LinkBase, OpenTarget } from '../protocol/round';

/** What a panel knows of its round at the moment. */
export interface RoundPlace {
  readonly located: LocatedLoop | undefined;
  readonly entry: PlaybookEntry | undefined;
  readonly roundId: string;
}

const CHANGED = 'The checklist has changed meanwhile, so nothing was written. This is how it is now.';
const GONE = 'The round’s file is not there any more. Nothing was written.';
/** Where nothing else is said, the file is not as the panel showed it. */
const REFUSALS: Readonly<Partial<Record<ToggleRefusal | EditOutcome, string>>> = {
  conflict: 'The round’s file has merge conflicts: resolve them first. Nothing was written.',
  readonly: 'The round’s file is read-only. Nothing was written.',
  missing: GONE,
  encoding: 'The round’s file is not UTF-8: save it with that encoding first. Nothing was written.',
};

/** The round's own file; undefined where it is gone. */
export function roundUri({ located, roundId }: RoundPlace): vscode.Uri | undefined {
  const round = located?.loop.rounds.find(({ id }) => id === roundId);
  return located && round && vscode.Uri.joinPath(located.root.uri, ...round.path.split('/'));
}

/**
 * Ticks or unticks an item in the round's file, if its line still says what the panel showed: of a line that was too
 * long
 * to be sent whole, all that it said.
 */
export async function toggle(
  files: TextFiles,
  place: RoundPlace,
  item: { line: number; text: string; checked: boolean },
): Promise<string | undefined> {
  const uri = roundUri(place);
  if (!uri) return GONE;
  const sent = place.located?.loop.rounds
    .find(({ id }) => id === place.roundId)
    ?.items.find(({ line }) => line === item.line);
  const shown = sent && clip(sent.text) === item.text ? sent.text : item.text;
  const outcome = await toggleInFile(files, uri, item.line, shown, item.checked);
  return 'checked' in outcome ? undefined : (REFUSALS[outcome.refused] ?? CHANGED);
}

/** Opens one of the panel's files, beside the panel. */
export async function open(
  place: RoundPlace & { readonly session: string | undefined },
  target: OpenTarget,
): Promise<string | undefined> {
  const { located, entry } = place;
  if (target === 'loop') return located && show(vscode.Uri.joinPath(located.uri, 'loop.md'));
  if (target === 'session')
    return located && place.session && show(vscode.Uri.joinPath(located.root.uri, ...place.session.split('/')));
  if (target === 'playbook') {
    if (!entry) return 'The playbook is not there.';
    const problem = entry.problems.find(({ severity }) => severity === 'error') ?? entry.problems[0];
    const file = vscode.Uri.joinPath(entry.uri, ...(problem?.path ?? 'playbook.json').split('/'));
    return show(
      file,
      problem && ((document) => new vscode.Range(document.positionAt(problem.start), document.positionAt(problem.end))),
    );
  }
  const uri = roundUri(place);
  if (!uri) return 'The round’s file is not there any more.';
  return show(uri, target === 'notes' ? endOfNotes : undefined);
}

/** Follows a link of a text: to the web in the browser, to a file of the workspace or the playbook in an editor. */
export async function follow(place: RoundPlace, href: string, base: LinkBase): Promise<string | undefined> {
  const target = readLink(href);
  if (!target) return 'That link leads neither to the web nor to a file beside this text, so it was not opened.';
  if (target.kind === 'web') {
    await vscode.env.openExternal(vscode.Uri.parse(target.url, true));
    return undefined;
  }
  const uri =
    base === 'round'
      ? roundUri(place)
      : place.entry && vscode.Uri.joinPath(place.entry.uri, 'rounds', `${place.roundId}.md`);
  const root = base === 'round' ? place.located?.root.folder.uri : place.entry?.uri;
  const from = uri && root && pathUnder(root, uri);
  const path = from === undefined ? undefined : resolvePath(from, target.path);
  if (!root || path === undefined) return `The link “${href}” leads out of the folder, so it was not opened.`;
  return show(vscode.Uri.joinPath(root, path));
}

/** Opens a story that the panel lists, provided that its title is still the one that was shown. */
export async function openStory(
  { located }: RoundPlace,
  story: { readonly path: string; readonly title: string } | undefined,
  shown: string,
): Promise<string | undefined> {
  if (!located || !story || clip(story.title) !== shown)
    return 'The stories have changed meanwhile. This is how they are now.';
  return show(vscode.Uri.joinPath(located.root.uri, ...story.path.split('/')));
}

/** Opens a file, beside the panel unless it is open already. */
export async function show(
  uri: vscode.Uri,
  select?: (document: vscode.TextDocument) => vscode.Range,
): Promise<string | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const viewColumn = columnOf(uri) ?? vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(document, {
      viewColumn,
      preview: false,
      ...(select && { selection: select(document) }),
    });
    return undefined;
  } catch {
    return `“${uri.path.slice(uri.path.lastIndexOf('/') + 1)}” could not be opened.`;
  }
}

/** Where a file is open already. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
  return group?.viewColumn;
}

/** Where the next note goes: behind what stands under “## Notes”, or at the end of the file. */
function endOfNotes(document: vscode.TextDocument): vscode.Range {
  const text = document.getText();
  const notes = outline(text).find(({ level, title }) => level === 2 && title.toLowerCase() === 'notes');
  const body = text.slice(0, notes?.end ?? text.length);
  const end = document.positionAt(Math.max(notes?.headingEnd ?? 0, body.trimEnd().length));
  const below = end.line + 1 < document.lineCount ? new vscode.Position(end.line + 1, 0) : end;
  return new vscode.Range(below, below);
}
