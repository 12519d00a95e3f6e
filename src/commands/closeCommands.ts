/** Closing a loop when it is over, with a file to look back in, and opening it again. */
import * as vscode from 'vscode';
import { closeEdits, reopenEdits } from '../core/loop/closeEdits';
import { loopTitle, OUTCOMES, type Outcome } from '../core/loop/loopModel';
import { LOOP_FILE } from '../core/loop/parseFile';
import type { TextEdit } from '../core/markdown/text';
import { readReviews, REVIEWS_FILE } from '../core/recall/reviewLog';
import { RETROSPECTIVE_FILE, retrospective } from '../core/retrospective/retrospective';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore, SessionStore, TextFiles } from '../store/api';
import { calibratedLoops } from '../store/calibratedLoops';
import { creationRefusal, editFile } from '../store/refusals';
import { storiesIn, type LocatedStory, type StoryStore } from '../store/storyStore';
import type { TodaySource } from '../store/todaySource';
import { fields } from './decode';
import { decodeLoopArgument, loopToUse } from './loopArgument';
import { openAt } from './openAt';

const { t } = vscode.l10n;

export interface CloseCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly sessions: SessionStore;
  readonly days: TodaySource;
  readonly stories: StoryStore;
  /** A story's score from 0 to 100; undefined where it has none. */
  scoreOf(story: vscode.Uri): number | undefined;
}

export function registerCloseCommands(parts: CloseCommandParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.closeLoop', (argument) => close(parts, argument)),
    registerCommand('prepLoop.reopenLoop', (argument) => reopen(parts, argument)),
  );
}

async function close(parts: CloseCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const title = t('Close a Loop');
  // The figures are written once, so they include changes that no watcher has reported yet.
  const { store, sessions, stories } = parts;
  await Promise.all([store.refreshLoops(), sessions.refreshSessions(), stories.refreshStories()]);
  const located = await loopOf(parts, argument, title, false);
  if (!located) return undefined;
  const given = fields(argument)['outcome'];
  const outcome = given === undefined ? await askOutcome(located, title) : decodeOutcome(given);
  if (outcome === undefined) return undefined;
  const { loop } = located;
  const closed = loop.closed?.date ?? parts.days.todayOf(located);
  // Before the loop counts as closed, so that the text shows it as it stood.
  const text = await retrospectiveOf(parts, located, outcome, closed);
  await edit(parts, located, (present) => closeEdits(present, outcome, closed));
  const uri = vscode.Uri.joinPath(located.uri, RETROSPECTIVE_FILE);
  await parts.files.create(uri, text).catch((error: unknown) => {
    throw creationRefusal('retrospective', located.root.uri, error);
  });
  await openAt(uri, { preview: false });
  return uri;
}

async function reopen(parts: CloseCommandParts, argument: unknown): Promise<undefined> {
  const located = await loopOf(parts, argument, t('Reopen a Loop'), true);
  if (located) await edit(parts, located, reopenEdits);
  return undefined;
}

/** The loop that is named, or one chosen among the closed ones or among the open ones. */
async function loopOf(
  { store }: CloseCommandParts,
  argument: unknown,
  title: string,
  isClosed: boolean,
): Promise<LocatedLoop | undefined> {
  const loops = await store.loops();
  const fits = ({ loop }: LocatedLoop): boolean => (loop.closed !== undefined) === isClosed;
  if (decodeLoopArgument(argument) !== undefined || loops.length === 0 || loops.some(fits))
    return loopToUse(store, argument, title, fits);
  void vscode.window.showInformationMessage(isClosed ? t('No loop is closed.') : t('Every loop is closed already.'));
  return undefined;
}

function decodeOutcome(given: unknown): Outcome {
  const outcome = OUTCOMES.find((each) => each === given);
  if (outcome !== undefined) return outcome;
  const message = t('Close the loop with one of {0}, not with “{1}”.', OUTCOMES.join(', '), String(given));
  throw new Refusal('argument', message);
}

async function askOutcome({ loop }: LocatedLoop, title: string): Promise<Outcome | undefined> {
  const items = [
    {
      label: `$(pass) ${t('Offer')}`,
      detail: t('They made one, whether you take it or not.'),
      outcome: 'offer' as const,
    },
    { label: `$(circle-slash) ${t('Rejected')}`, detail: t('They decided against it.'), outcome: 'rejected' as const },
    { label: `$(sign-out) ${t('Withdrawn')}`, detail: t('You left the loop yourself.'), outcome: 'withdrawn' as const },
  ];
  return (await vscode.window.showQuickPick(items, { title, placeHolder: t('How did “{0}” end?', loopTitle(loop)) }))
    ?.outcome;
}

async function retrospectiveOf(
  parts: CloseCommandParts,
  located: LocatedLoop,
  outcome: Outcome,
  closed: string,
): Promise<string> {
  const { store, files, days, stories, scoreOf } = parts;
  const log = vscode.Uri.joinPath(located.uri, REVIEWS_FILE);
  const [{ sessions }, entry, all, reviews, loops] = await Promise.all([
    days.factsOf(located),
    store.playbookOf(located),
    storiesIn(stories, located.root),
    files.read(log),
    calibratedLoops(parts),
  ]);
  const rounds = new Set(located.loop.rounds.map(({ id }) => id));
  const competencies = new Set(entry?.playbook?.competencies.map(({ id }) => id));
  const serves = ({ story }: LocatedStory): boolean =>
    story.rounds.some((id) => rounds.has(id)) || story.competencies.some((id) => competencies.has(id));
  return retrospective({
    loop: located.loop,
    outcome,
    closed,
    sessions,
    stories: all
      .filter(serves)
      .map(({ story, name, uri }) => ({ title: story.title ?? name, score: scoreOf(uri), told: story.told })),
    loops,
    reviews: readReviews(reviews ?? '', REVIEWS_FILE).reviews,
  });
}

/** Changes a loop's loop.md. */
async function edit(
  { files }: CloseCommandParts,
  { uri }: LocatedLoop,
  change: (text: string) => TextEdit[] | undefined,
): Promise<void> {
  await editFile(files, vscode.Uri.joinPath(uri, LOOP_FILE), change, 'closeLoop');
}
