/** Making stories from templates, making templates one's own, and deleting stories. */
import * as vscode from 'vscode';
import type { Logger } from '../core/ports';
import { numbered, slug } from '../core/slug';
import { fillTemplate } from '../core/story/templates';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PrepRoot, PrepStore, TextFiles } from '../store/api';
import { listFolder, nameOf } from '../store/files';
import { creationRefusal } from '../store/refusals';
import { rootOfStory, STORIES_FOLDER } from '../store/storyStore';
import { TEMPLATES_FOLDER, type TemplateEntry, type TemplateStore } from '../store/templateStore';
import { asText, asUri, fields } from './decode';
import { deleteAsking } from './deleteFile';
import { rootFor } from './folders';
import { askTemplate, askTitle } from './storyQuestions';
import { plural } from '../core/words';

const { t } = vscode.l10n;
const DEFAULT_TEMPLATE = 'star';
const STATUS_TIME = 6000;
/** More stories of one title than this are a mistake. */
const MOST_OF_A_NAME = 200;

export interface StoryCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly templates: TemplateStore;
  readonly log: Logger;
  /** Shows a story in the view. */
  reveal(story: vscode.Uri): Promise<void>;
}

export function registerStoryCommands(parts: StoryCommandParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.newStory', (argument) => newStory(parts, argument)),
    registerCommand('prepLoop.customiseTemplates', (argument) => customiseTemplates(parts, argument)),
    registerCommand('prepLoop.deleteStory', (argument) => deleteStory(parts, argument)),
  );
}

async function newStory(parts: StoryCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const given = fields(argument);
  const root = await rootFor(parts.store, 'story', t('New Story'), given['folder']);
  if (!root) return undefined;
  const isAsking = asText(given['title']) === undefined;
  const title = asText(given['title']) ?? (await askTitle(await storyNames(root)));
  if (title === undefined) return undefined;
  const entry = await templateFor(parts, root, given['template'], isAsking);
  if (!entry) return undefined;
  const competencies = Array.isArray(given['competencies'])
    ? given['competencies'].filter((item): item is string => asText(item) !== undefined)
    : undefined;
  const { text, snippet } = fillTemplate(entry.template, { title, competencies });
  const uri = await createStory(parts, root, title, text);
  await openStory(parts, uri, entry, snippet);
  await parts.reveal(uri);
  return uri;
}

/**
 * The template named, else the one chosen, else the default; undefined where the question was left.
 * @throws Refusal where the name is unknown.
 */
async function templateFor(
  { templates }: StoryCommandParts,
  root: PrepRoot,
  named: unknown,
  ask: boolean,
): Promise<TemplateEntry | undefined> {
  const id = asText(named);
  if (id === undefined && ask) return askTemplate(await templates.entries(root));
  const entry = await templates.find(root, id ?? DEFAULT_TEMPLATE);
  if (!entry) {
    const names = (await templates.entries(root)).map(({ template }) => template.id).join(', ');
    const message = t('There is no story template “{0}”. Choose one of: {1}.', id ?? DEFAULT_TEMPLATE, names);
    throw new Refusal('argument', message);
  }
  return entry;
}

/**
 * Creates the story's file with all its text. The tab stops come afterwards, in the editor: should that fail, or be
 * undone, or the window be closed, the file still holds the whole template.
 */
async function createStory(
  { files }: StoryCommandParts,
  root: PrepRoot,
  title: string,
  text: string,
): Promise<vscode.Uri> {
  const name = slug(title, 'story');
  const folder = vscode.Uri.joinPath(root.uri, STORIES_FOLDER);
  const taken = await storyNames(root);
  try {
    for (let number = 1; number <= MOST_OF_A_NAME; number += 1) {
      const file = `${numbered(name, number)}.md`;
      const uri = vscode.Uri.joinPath(folder, file);
      // Beside “Launch.MD” a “launch.md” would be the same file to other systems.
      if (!taken.has(file) && (await files.create(uri, text)) === 'created') return uri;
    }
    throw new Error(t('there are {0} stories with that name.', MOST_OF_A_NAME));
  } catch (error) {
    throw creationRefusal('story', root.uri, error);
  }
}

/** Opens a new story, and puts the tab stops into it where its template has sound ones. */
async function openStory(
  { log }: StoryCommandParts,
  uri: vscode.Uri,
  { template }: TemplateEntry,
  snippet: string | undefined,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  if (snippet === undefined) {
    const { message, line } = template.problem ?? {
      message: t('its front matter and its body cannot be told apart.'),
      line: 1,
    };
    void vscode.window.showWarningMessage(
      t('The template “{0}” was inserted without tab stops. Line {1}: {2}', template.id, line, message),
    );
    return;
  }
  const everything = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  if (!(await editor.insertSnippet(new vscode.SnippetString(snippet), everything))) {
    log.warn(`The tab stops of ${uri.toString()} could not be inserted; its text is whole.`);
    return;
  }
  await document.save();
}

async function customiseTemplates(
  { store, files, templates }: StoryCommandParts,
  argument: unknown,
): Promise<vscode.Uri | undefined> {
  const root = await rootFor(store, 'templates', t('Customise Story Templates'), fields(argument)['folder']);
  if (!root) return undefined;
  const folder = vscode.Uri.joinPath(root.uri, TEMPLATES_FOLDER);
  const copied: vscode.Uri[] = [];
  const all = await templates.builtInFiles();
  try {
    for (const { id, text } of all) {
      const uri = vscode.Uri.joinPath(folder, `${id}.md`);
      if ((await files.create(uri, text)) === 'created') copied.push(uri);
    }
  } catch (error) {
    throw creationRefusal('templates', root.uri, error);
  }
  const place = vscode.workspace.asRelativePath(folder, false);
  const message =
    copied.length === 0
      ? t('The templates are already in {0}: nothing was overwritten.', place)
      : t('{0} of {1} copied to {2}; edit them as you like.', copied.length, plural(all.length, 'template'), place);
  vscode.window.setStatusBarMessage(`$(info) ${message}`, STATUS_TIME);
  await vscode.window.showTextDocument(
    copied[0] ?? vscode.Uri.joinPath(folder, `${all[0]?.id ?? DEFAULT_TEMPLATE}.md`),
  );
  return folder;
}

async function deleteStory({ store }: StoryCommandParts, argument: unknown): Promise<undefined> {
  const uri = asUri(fields(argument)['uri']);
  if (!uri) throw new Refusal('argument', t('No story was deleted: give its “uri”.'));
  if (!rootOfStory(store.roots, uri))
    throw new Refusal(
      'argument',
      t(
        '“{0}” is not a story, so it was not deleted: stories are the Markdown files in the folder “stories”.',
        nameOf(uri),
      ),
    );
  return deleteAsking(uri, t('Delete the story “{0}”?', asText(fields(argument)['title']) ?? nameOf(uri)));
}

async function storyNames(root: PrepRoot): Promise<ReadonlySet<string>> {
  return new Set(
    (await listFolder(vscode.Uri.joinPath(root.uri, STORIES_FOLDER))).map(({ name }) => name.toLowerCase()),
  );
}
