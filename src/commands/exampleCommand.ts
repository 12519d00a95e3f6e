/** Showing an example: a template filled in, one story at three lengths, or the whole answer of a round. */
import * as vscode from 'vscode';
import { templateOf } from '../core/story/templates';
import { registerCommand } from '../editorCommands';
import { openPreview } from '../language/openPreview';
import { Refusal } from '../refusal';
import type { PlaybookEntry, PrepRoot, PrepStore } from '../store/api';
import { ONE_STORY, playbookExample, shippedExample } from '../store/exampleUris';
import { pathUnder } from '../store/files';
import { rootOfStory } from '../store/storyStore';
import type { TemplateEntry, TemplateStore } from '../store/templateStore';
import { asText, asUri, fields } from './decode';
import { findNamedLoop } from './loopArgument';
import { openAt } from './openAt';
import { decodeRoundArgument, type NamedRound } from './roundArgument';
import { originOf } from './storyQuestions';

const { t } = vscode.l10n;

export interface ExampleParts {
  readonly store: PrepStore;
  readonly templates: TemplateStore;
}

export function registerExampleCommand(parts: ExampleParts): vscode.Disposable {
  return registerCommand('prepLoop.showExample', (argument) => showExample(parts, argument));
}

async function showExample(parts: ExampleParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const page = await pageToShow(parts, argument);
  if (page) await openPage(page, fields(argument)['beside'] === true);
  return page;
}

/** @throws Refusal where what is named has no example. */
async function pageToShow(parts: ExampleParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const { template, uri } = fields(argument);
  const named = asText(template);
  if (named !== undefined) return exampleOf(parts, named);
  const round = decodeRoundArgument(argument);
  if (round) return wholeAnswerOf(parts.store, round);
  const story = asUri(uri) ?? vscode.window.activeTextEditor?.document.uri;
  return (story && (await exampleOfStory(parts, story))) ?? pickExample(parts);
}

/** The example of a template, by its id. */
async function exampleOf(parts: ExampleParts, id: string): Promise<vscode.Uri> {
  const entry = await parts.templates.find(rootAtHand(parts.store), id);
  if (entry?.example) return entry.example;
  const withOne = (await parts.templates.entries(rootAtHand(parts.store))).filter(({ example }) => example);
  const names = withOne.map(({ template }) => template.id).join(', ');
  throw new Refusal(
    'argument',
    entry
      ? t('The template “{0}” has no example: write one as templates/examples/{0}.md.', entry.template.id)
      : t('There is no story template “{0}”. Choose one of: {1}.', id, names),
  );
}

async function wholeAnswerOf(store: PrepStore, { loop, round: id }: NamedRound): Promise<vscode.Uri> {
  const located = await findNamedLoop(store, loop);
  const entry = await store.playbookOf(located);
  const round = entry?.playbook?.rounds.find((each) => each.id === id);
  if (entry && round?.exemplar !== undefined) return playbookExample(entry, round.exemplar);
  throw new Refusal('absent', t('The playbook of “{0}” has no whole answer for the round “{1}”.', located.loop.id, id));
}

/** The example of the template that a story was made from; undefined where the template cannot be recognised. */
async function exampleOfStory({ store, templates }: ExampleParts, story: vscode.Uri): Promise<vscode.Uri | undefined> {
  const root = rootOfStory(store.roots, story);
  if (!root) return undefined;
  const document = await vscode.workspace.openTextDocument(story).then(
    (opened) => opened,
    () => undefined,
  );
  const entries = (await templates.entries(root)).filter(({ example }) => example);
  const made =
    document &&
    templateOf(
      document.getText(),
      entries.map(({ template }) => template),
    );
  return entries.find(({ template }) => template === made)?.example;
}

interface ExampleItem extends vscode.QuickPickItem {
  readonly page?: vscode.Uri;
}

async function pickExample({ store, templates }: ExampleParts): Promise<vscode.Uri | undefined> {
  const root = rootAtHand(store);
  const [entries, playbooks] = await Promise.all([templates.entries(root), store.playbooks(root)]);
  const items: ExampleItem[] = [
    {
      label: t('One story at 30, 90 and 180 seconds'),
      detail: t('And its draft, with a coach’s comments in red.'),
      page: shippedExample(ONE_STORY),
    },
    ...grouped(entries.flatMap(templateItem)),
    ...grouped(playbooks.flatMap(answerItems)),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Show an Example'),
    placeHolder: t('A story, or a whole answer?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.page;
}

interface InGroup {
  readonly group: string;
  readonly item: ExampleItem;
}

function templateItem(entry: TemplateEntry): InGroup[] {
  const { template, example } = entry;
  if (!example) return [];
  const item = { label: template.name, detail: template.description ?? '', page: example };
  return [{ group: t('stories, {0}', originOf(entry)), item }];
}

function answerItems(entry: PlaybookEntry): InGroup[] {
  const { playbook } = entry;
  return (playbook?.rounds ?? []).flatMap(({ title, minutes, judges, exemplar }) =>
    exemplar === undefined
      ? []
      : [
          {
            group: t('whole answers, from the playbook {0}', playbook?.title ?? ''),
            item: {
              label: title,
              description: t('{0} minutes', minutes),
              detail: judges,
              page: playbookExample(entry, exemplar),
            },
          },
        ],
  );
}

function grouped(all: readonly InGroup[]): ExampleItem[] {
  return all.flatMap(({ group, item }, i) =>
    group === all[i - 1]?.group ? [item] : [{ label: group, kind: vscode.QuickPickItemKind.Separator }, item],
  );
}

/** The root of the file being edited, else the first: the examples that ship need none. */
function rootAtHand({ roots }: PrepStore): PrepRoot | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  return roots.find(({ uri }) => active && pathUnder(uri, active) !== undefined) ?? roots[0];
}

/** Opens a page to read; if it is gone, says so as for any file. */
async function openPage(page: vscode.Uri, beside: boolean): Promise<void> {
  const isThere = await vscode.workspace.openTextDocument(page).then(
    () => true,
    () => false,
  );
  if (!isThere) return openAt(page);
  const viewColumn = beside ? (columnOfPage(page) ?? vscode.ViewColumn.Beside) : vscode.ViewColumn.Active;
  await openPreview(page, { viewColumn, preserveFocus: beside, preview: true });
}

/** Where a page is open already. */
function columnOfPage(page: vscode.Uri): vscode.ViewColumn | undefined {
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputCustom && input.uri.toString() === page.toString()),
  );
  return group?.viewColumn;
}
