/** A peer's scores: entered competency by competency, or imported from what came back. */
import * as vscode from 'vscode';
import { PACKS_FOLDER } from '../core/pack/packFiles';
import { readSheet } from '../core/pack/sheet';
import type { SheetProblem } from '../core/pack/sheetModel';
import { verdictOf } from '../core/pack/verdict';
import { judgedIn } from '../core/playbook/judged';
import type { Competency } from '../core/playbook/schema';
import { takeVerdict, type PeerVerdict } from '../core/sessions/peer';
import type { CompetencyScore, Scores } from '../core/sessions/sessionModel';
import { registerCommand, runCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PrepStore } from '../store/api';
import { nameOf, stat } from '../store/files';
import { editFile } from '../store/refusals';
import { asText, asUri, fields } from './decode';
import type { MockCommandParts } from './mockCommands';
import { askComments, askScores, askScoreSource } from './mockQuestions';
import { openAt } from './openAt';
import { sayBriefly } from './say';
import { mockToUse, type LocatedMock } from './sessionArgument';

const { t } = vscode.l10n;
const TITLE = t('The Peer’s Scores');
/** A longer text is not a score sheet, in UTF-16 units. */
const LONGEST = 1_000_000;
const CLIPBOARD = 'clipboard';

export function registerScoreCommands(parts: MockCommandParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.scoreMock', (argument) => scoreMock(parts, argument)),
    registerCommand('prepLoop.importScores', (argument) => importScores(parts, argument)),
  );
}

async function scoreMock(parts: MockCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const mock = await mockToUse(parts, argument, TITLE, ['unscored', 'overdue', 'planned', 'done']);
  if (!mock) return undefined;
  const { scores: given, comments: said } = fields(argument);
  if (given !== undefined || said !== undefined) {
    const scores = decodeScores(given ?? {}, await competenciesOf(parts.store, mock));
    return take(parts, mock, { scores, comments: asText(said) ?? '', points: [] });
  }
  const source = await askScoreSource(TITLE);
  if (source === undefined) return undefined;
  if (source !== 'enter') return importFrom(parts, mock, source === 'clipboard' ? CLIPBOARD : await askFile(mock));
  const scores = await askScores(TITLE, await competenciesOf(parts.store, mock), mock.session.peerScores);
  const comments = scores && (await askComments(TITLE));
  return scores && comments !== undefined ? take(parts, mock, { scores, comments, points: [] }) : undefined;
}

async function importScores(parts: MockCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const mock = await mockToUse(parts, argument, TITLE, ['unscored', 'overdue', 'planned', 'done']);
  if (!mock) return undefined;
  const { from } = fields(argument);
  return importFrom(parts, mock, from === CLIPBOARD ? CLIPBOARD : (asUri(from) ?? (await askFile(mock))));
}

async function importFrom(
  parts: MockCommandParts,
  mock: LocatedMock,
  from: vscode.Uri | typeof CLIPBOARD | undefined,
): Promise<vscode.Uri | undefined> {
  if (from === undefined) return undefined;
  const text = from === CLIPBOARD ? await vscode.env.clipboard.readText() : await parts.files.read(from);
  const name = from === CLIPBOARD ? t('The clipboard') : nameOf(from);
  if (text === undefined) throw new Refusal('argument', t('{0} cannot be read.', name));
  if (text.length > LONGEST) throw new Refusal('argument', t('{0} is too long for a score sheet.', name));
  const competencies = await competenciesOf(parts.store, mock);
  const returned = readSheet(text, competencies);
  const [problem] = returned.problems;
  if (!problem) return take(parts, mock, verdictOf(returned, competencies));
  void explainProblem(returned.problems, problem, from === CLIPBOARD ? text : from);
  return undefined;
}

/** Imports everything or nothing: says which line is wrong, and offers to open it. */
async function explainProblem(
  all: readonly SheetProblem[],
  { line, message }: SheetProblem,
  place: vscode.Uri | string,
): Promise<void> {
  const where =
    typeof place === 'string' ? t('The clipboard, line {0}', line + 1) : t('{0}, line {1}', nameOf(place), line + 1);
  const others = all.length - 1;
  const more =
    others === 0
      ? ''
      : others === 1
        ? ` ${t('Another line is wrong too.')}`
        : ` ${t('{0} more lines are wrong too.', others)}`;
  const open = t('Open the Line');
  const answer = await vscode.window.showWarningMessage(
    `${where}: ${message}${more} ${t('Nothing was imported.')}`,
    open,
  );
  if (answer !== open) return;
  if (typeof place !== 'string') return openAt(place, { line });
  const document = await vscode.workspace.openTextDocument({ content: place, language: 'markdown' });
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(line, 0, line, 0) });
}

async function take(
  { files }: MockCommandParts,
  { uri, session }: LocatedMock,
  verdict: PeerVerdict,
): Promise<vscode.Uri> {
  await editFile(files, uri, (text) => takeVerdict(text, verdict));
  const count = Object.keys(verdict.scores).length;
  const peer = session.peer?.name ?? t('your peer');
  const scores =
    count === 1
      ? t('1 of {0}’s scores is now in the mock’s file.', peer)
      : t('{0} of {1}’s scores are now in the mock’s file.', count, peer);
  const decision = verdict.hire && t('{0} says: {1}.', peer, verdict.hire);
  sayBriefly([...(count > 0 || !decision ? [scores] : []), ...(decision ? [decision] : [])].join(' '));
  if (verdict.points.length > 0) void offerFeedback(uri, verdict.points.length);
  return uri;
}

async function offerFeedback(uri: vscode.Uri, count: number): Promise<void> {
  const log = t('Log Feedback');
  const message =
    count === 1 ? t('The peer named a point to work on.') : t('The peer named {0} points to work on.', count);
  if ((await vscode.window.showInformationMessage(message, log)) === log)
    await runCommand('prepLoop.logFeedback', { session: uri });
}

async function competenciesOf(store: PrepStore, { located, session }: LocatedMock): Promise<readonly Competency[]> {
  const playbook = (await store.playbookOf(located))?.playbook;
  const round = playbook?.rounds.find(({ id }) => id === session.round);
  return playbook && round ? judgedIn(playbook, round) : [];
}

/** Scores by competency. @throws Refusal where one is not a score. */
function decodeScores(value: unknown, competencies: readonly Competency[]): Scores {
  const wrong = Object.entries(fields(value)).find(
    ([id, score]) => !competencies.some((each) => each.id === id) || ![1, 2, 3, 4].includes(score as number),
  );
  if (!wrong) return { ...(fields(value) as Record<string, CompetencyScore>) };
  throw new Refusal(
    'argument',
    t(
      '“{0}: {1}” is not a score of this round: give one of {2} a whole number from 1 to 4.',
      wrong[0],
      String(wrong[1]),
      competencies.map(({ id }) => id).join(', '),
    ),
  );
}

/** Asks for the returned file, beginning in the folder of the loop's packs: what was sent from there is saved there. */
async function askFile({ located }: LocatedMock): Promise<vscode.Uri | undefined> {
  const packs = vscode.Uri.joinPath(located.uri, PACKS_FOLDER);
  const chosen = await vscode.window.showOpenDialog({
    title: TITLE,
    defaultUri: (await stat(packs)) ? packs : located.uri,
    canSelectMany: false,
    filters: { [t('Score sheets')]: ['md', 'markdown', 'txt'] },
  });
  return chosen?.[0];
}
