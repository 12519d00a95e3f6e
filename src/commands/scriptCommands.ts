/** Scripts from the user's own figures: composing one, and taking over what has changed since in its source. */
import * as vscode from 'vscode';
import type { LoopClaims } from '../analysis/loopClaims';
import type { FileFigures } from '../core/claims/claimModel';
import { figureOrigins, refreshEdits } from '../core/claims/figureOrigins';
import {
  fillScript,
  usualChoices,
  wantsStories,
  type FilledScript,
  type ScriptChoices,
} from '../core/claims/fillScript';
import { presentFigure, toldFigures, type ToldFigure } from '../core/claims/scriptSources';
import { dollarsAsBlanks } from '../core/markdown/blanks';
import { findConflict } from '../core/markdown/outline';
import { applyEdits } from '../core/markdown/text';
import { numbered, slug } from '../core/slug';
import { plural } from '../core/words';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from '../store/api';
import { nameOf, pathUnder, uriIn } from '../store/files';
import { createFile, editFile, fileRefusal } from '../store/refusals';
import type { StoryStore } from '../store/storyStore';
import { asIndex, asText, asUri, fields } from './decode';
import { loopToUse } from './loopArgument';
import { openAt } from './openAt';
import { sayBriefly } from './say';

const { t } = vscode.l10n;
/** Copies of one script beside each other. */
const MOST_COPIES = 50;

export interface ScriptParts {
  readonly store: PrepStore;
  readonly stories: StoryStore;
  readonly files: TextFiles;
  readonly claims: LoopClaims;
}

export function registerScriptCommands(parts: ScriptParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.composeScript', (argument) => composeScript(parts, argument)),
    registerCommand('prepLoop.refreshFigure', (argument) => refreshFigure(parts, argument), false),
  );
}

/** A script that can be composed: one of the loop's, or a template that the loop does not have yet. */
interface ScriptItem extends vscode.QuickPickItem {
  readonly id: string;
  /** The template's Markdown; undefined where no playbook has one. */
  readonly template: string | undefined;
  readonly isThere: boolean;
}

async function composeScript(parts: ScriptParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const { store, stories, claims } = parts;
  const title = t('Compose a Script');
  const located = await loopToUse(store, argument, title, ({ loop }) => !loop.closed);
  if (!located) return undefined;
  await Promise.all([store.refreshLoops(), stories.refreshStories()]);
  const current = (await store.findLoop(located.uri)) ?? located;
  const items = await scriptItems(store, current);
  const named = asText(fields(argument)['script']);
  const isAsking = named === undefined || fields(argument)['ask'] === true;
  const script = named === undefined ? await pickScript(items, title) : findScript(items, named);
  if (!script) return undefined;
  const figures = (await claims.of(current))?.files ?? [];
  const choices = await chooseFigures(parts, current, script, figures, isAsking);
  if (!choices) return undefined;
  const uri = await write(parts, current, script, figures, choices, isAsking);
  if (uri) await openAt(uri, { preview: false });
  return uri;
}

const pathOf = ({ loop }: LocatedLoop, id: string): string => `${loop.id}/scripts/${id}.md`;

/** The loop's scripts, and the templates of its playbook and of the others that it does not have. */
async function scriptItems(store: PrepStore, located: LocatedLoop): Promise<ScriptItem[]> {
  const own = await store.playbookOf(located);
  const all = [...(own ? [own] : []), ...(await store.playbooks(located.root))];
  const templates = new Map<string, { readonly label: string; readonly text: string }>();
  for (const { playbook } of all)
    for (const { id, title, text } of playbook?.scripts ?? [])
      if (!templates.has(id))
        templates.set(id, { label: title, text: `# ${title}\n\n${dollarsAsBlanks(text.trim())}\n` });
  const prefix = pathOf(located, '').slice(0, -'.md'.length);
  const there = located.loop.documents
    .filter(({ path }) => path.startsWith(prefix))
    .map(({ path }) => path.slice(prefix.length, -'.md'.length));
  const ids = [...new Set([...there, ...templates.keys()])];
  return ids.map((id) => {
    const template = templates.get(id);
    const isThere = there.includes(id);
    return {
      id,
      isThere,
      template: template?.text,
      label: template?.label ?? id.replace(/-+/gu, ' '),
      description: isThere ? t('fills its blanks; your words stay') : t('new'),
    };
  });
}

function pickScript(items: readonly ScriptItem[], title: string): Thenable<ScriptItem | undefined> {
  return vscode.window.showQuickPick(items, { title, placeHolder: t('Which script?') });
}

/** @throws Refusal for a script that nobody has. */
function findScript(items: readonly ScriptItem[], name: string): ScriptItem {
  const id = slug(name.replace(/\.md$/iu, ''));
  const found = items.find((item) => item.id === name) ?? items.find((item) => item.id === id);
  if (found) return found;
  const known = items.map((item) => item.id).join(', ');
  throw new Refusal('argument', t('There is no script “{0}”. Choose one of: {1}.', name, known));
}

interface ToldItem extends vscode.QuickPickItem {
  /** Undefined leaves the blank. */
  readonly told: ToldFigure | undefined;
}

/** Which figures of stories the script tells; undefined where the user gave up. */
async function chooseFigures(
  { files }: ScriptParts,
  located: LocatedLoop,
  { id, template }: ScriptItem,
  figures: readonly FileFigures[],
  isAsking: boolean,
): Promise<ScriptChoices | undefined> {
  const usual = usualChoices(figures);
  if (!isAsking) return usual;
  const text = (await files.read(uriIn(located.root.uri, pathOf(located, id)))) ?? template ?? '';
  const wants = wantsStories(text);
  const told = toldFigures(figures);
  if (told.length === 0 || !(wants.outcome || wants.earlier)) return usual;
  const outcome = await pickFigure(told, t('Which figure does the script tell?'));
  if (!outcome) return undefined;
  if (!(wants.outcome && wants.earlier)) return { outcome: outcome.told, earlier: undefined };
  const others = told.filter(({ path }) => path !== outcome.told?.path);
  const earlier = others.length === 0 ? undefined : await pickFigure(others, t('And which earlier one?'));
  if (others.length > 0 && !earlier) return undefined;
  return { outcome: outcome.told, earlier: earlier?.told };
}

function pickFigure(told: readonly ToldFigure[], placeHolder: string): Thenable<ToldItem | undefined> {
  const items: ToldItem[] = told.map((one) => ({
    label: one.phrase,
    description: one.story,
    detail: [...one.why, one.path].join(' · '),
    told: one,
  }));
  items.push({ label: t('Leave the blank'), told: undefined });
  return vscode.window.showQuickPick(items, {
    title: t('Compose a Script'),
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
}

/** How many blanks were filled, and how many are left. */
type Filled = Pick<FilledScript, 'filled' | 'left'>;

/**
 * Makes the script from its template, or fills the blanks of the one that is there. What the user wrote stays.
 * @param fill gives the edits that fill the blanks of a text.
 * @throws Refusal where the file cannot be written.
 */
export async function fillOrCreate(
  files: TextFiles,
  uri: vscode.Uri,
  template: string | undefined,
  fill: (text: string) => FilledScript,
): Promise<Filled> {
  if (template !== undefined) {
    const made = fill(template);
    if ((await createFile(files, uri, applyEdits(template, made.edits))) === 'created') return made;
  }
  let filled: Filled = { filled: 0, left: 0 };
  await editFile(files, uri, (present) => {
    if (findConflict(present)) throw fileRefusal('edit', 'conflict', uri);
    const found = fill(present);
    filled = found;
    return found.edits;
  });
  return filled;
}

/** Writes the script, and offers another beside one that has nothing to fill. */
async function write(
  { files }: ScriptParts,
  located: LocatedLoop,
  { id, template, isThere }: ScriptItem,
  figures: readonly FileFigures[],
  choices: ScriptChoices,
  isAsking: boolean,
): Promise<vscode.Uri | undefined> {
  const fillAt = (path: string) => (text: string) => fillScript(path, text, figures, choices);
  const path = pathOf(located, id);
  const uri = uriIn(located.root.uri, path);
  const result = await fillOrCreate(files, uri, isThere ? undefined : template, fillAt(path));
  if (result.filled > 0 || !isAsking || template === undefined) {
    sayFilled(uri, result);
    return uri;
  }
  const beside = t('Compose a New One Beside It');
  const message = t('{0} has no blank that your files can fill, and was left as it is.', nameOf(uri));
  if ((await vscode.window.showInformationMessage(message, beside)) !== beside) return uri;
  for (let number = 2; number <= MOST_COPIES; number += 1) {
    const other = pathOf(located, numbered(id, number));
    const copy = uriIn(located.root.uri, other);
    const made = fillAt(other)(template);
    if ((await createFile(files, copy, applyEdits(template, made.edits))) === 'exists') continue;
    sayFilled(copy, made);
    return copy;
  }
  throw new Refusal('failed', t('There are {0} copies of {1} already.', MOST_COPIES, nameOf(uri)));
}

function sayFilled(uri: vscode.Uri, { filled, left }: Filled): void {
  const blanks = left === 0 ? t('no blank is left') : t('{0} left for you', plural(left, 'blank'));
  sayBriefly(t('{0}: {1} filled from your files, {2}.', nameOf(uri), plural(filled, 'blank'), blanks));
}

/** Replaces the figure that a comment names by what its source says now. */
async function refreshFigure({ store, files, claims }: ScriptParts, argument: unknown): Promise<boolean> {
  const given = fields(argument);
  const editor = vscode.window.activeTextEditor;
  const uri = asUri(given['uri']) ?? editor?.document.uri;
  const line = asIndex(given['line']) ?? editor?.selection.active.line;
  const root = store.roots.find((each) => uri && pathUnder(each.uri, uri) !== undefined);
  const path = uri && root && pathUnder(root.uri, uri);
  if (!uri || !root || path === undefined || line === undefined)
    throw new Refusal('argument', t('Put the cursor on a comment that says where a figure came from.'));
  const known = (await claims.all()).filter((one) => one.root.uri.toString() === root.uri.toString());
  const sources = new Map(known.flatMap((one) => one.files.map((file) => [file.path, file] as const)));
  return editFile(files, uri, (present) => {
    if (findConflict(present)) throw fileRefusal('edit', 'conflict', uri);
    const origin = figureOrigins(path, present).find((one) => one.line === line);
    if (!origin) throw new Refusal('argument', t('{0}, line {1}: no comment names a source.', nameOf(uri), line + 1));
    const source = origin.path === undefined ? undefined : sources.get(origin.path);
    const figure = source && presentFigure(source, origin.label);
    if (figure === undefined)
      throw new Refusal('argument', t('{0} no longer has “{1}”.', origin.path ?? t('The source'), origin.label));
    if (figure === origin.figure) return [];
    const edits = refreshEdits(origin, figure, present);
    if (edits) return edits;
    throw new Refusal(
      'argument',
      t('“{0}” no longer stands below its comment: write “{1}” where it belongs.', origin.figure, figure),
    );
  });
}
