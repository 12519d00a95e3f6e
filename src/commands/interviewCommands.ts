/** Interviewing a peer, with the roles of a mock swapped: the file to hold it by, and what the peer gets afterwards. */
import * as vscode from 'vscode';
import { formatDate, parseDate, type CalendarDate } from '../core/days/dates';
import { interviewFileName, readInterviewKeys, writeInterview, type Interview } from '../core/pack/interview';
import { feedbackHtml, feedbackMarkdown, feedbackName, feedbackOf } from '../core/pack/interviewFeedback';
import { makePack, type Pack } from '../core/pack/pack';
import type { LoadedPlaybook, LoadedRound } from '../core/playbook/loadPlaybook';
import type { Span } from '../core/ports';
import { oneLine } from '../core/sessions/markers';
import { joined } from '../core/words';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { TextFiles } from '../store/api';
import { interviewsOf, type InterviewStore } from '../store/interviewStore';
import { roundOfPlaybook } from '../store/playbookRound';
import { creationRefusal } from '../store/refusals';
import { todayOf } from '../store/today';
import { asText, asUri, fields } from './decode';
import { exportPages, exportPlace } from './exportPlace';
import { decodeLoopArgument, findNamedLoop } from './loopArgument';
import { notADate } from './notADate';
import { openAt } from './openAt';
import { roundToUse, type LocatedRound } from './roundArgument';
import { findSession, isSessionNamed, type SessionSources } from './sessionArgument';
import { textStep } from './steps';

const { t } = vscode.l10n;
const HOLD = t('Interview a Peer');
const EXPORT = t('Export an Interview for the Peer');
/** More interviews of one name than this are a mistake. */
const MOST_OF_A_NAME = 50;

export interface InterviewCommandParts extends SessionSources {
  readonly files: TextFiles;
  readonly interviews: InterviewStore;
}

export function registerInterviewCommands(parts: InterviewCommandParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.interviewPeer', (argument) => interviewPeer(parts, argument)),
    registerCommand('prepLoop.exportInterview', (argument) => exportInterview(parts, argument)),
  );
}

async function interviewPeer(parts: InterviewCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const { store, clock } = parts;
  const given = fields(argument);
  const mock = isSessionNamed(given) ? await findSession(parts, argument) : undefined;
  const wanted = mock ? { loop: mock.located.uri, round: mock.session.round } : argument;
  const found = await roundToUse(store, clock, wanted, HOLD);
  if (!found) return undefined;
  const content = await roundOfPlaybook(store, found.located, found.round.id);
  const prompt = promptOf(content.round, asText(given['prompt']));
  const date = dateOf(asText(given['date'])) ?? mock?.session.scheduled?.date;
  const peer = asText(given['peer']) ?? mock?.session.peer?.name;
  const today = todayOf(found.located.loop, clock);
  const who = peer === undefined ? await askWho(date, today) : { peer: oneLine(peer), date: date ?? today };
  if (!who) return undefined;
  const interview = { round: content.round.id, ...who, prompt };
  const pack = packOf(content, who.date, prompt);
  const uri = await createInterview(
    parts.files,
    found,
    interview,
    writeInterview(interview, pack, content.round.guide),
  );
  await openAt(uri, { preview: false });
  return uri;
}

/** The round as an interviewer needs it, without any story of the user's. */
function packOf(
  { playbook, round }: { readonly playbook: LoadedPlaybook; readonly round: LoadedRound },
  date: CalendarDate | undefined,
  prompt: string | undefined,
): Pack {
  return makePack(playbook, round, { peer: undefined, date, time: undefined, timeZone: undefined, prompt });
}

/** The title of the prompt that is named. @throws Refusal where the round has none of it. */
function promptOf({ prompts }: LoadedRound, named: string | undefined): string | undefined {
  if (named === undefined || prompts.some(({ title }) => title === named)) return named;
  throw new Refusal('argument', t('The round has no prompt “{0}”, so no interview was made.', named));
}

/** @throws Refusal where it is no day. */
function dateOf(named: string | undefined): CalendarDate | undefined {
  const date = named === undefined ? undefined : parseDate(named);
  if (named === undefined || date !== undefined) return date;
  throw new Refusal('argument', t('“{0}” is not a calendar day: write it as YYYY-MM-DD.', named));
}

/** Whom the user interviews, and when where that is not known yet. */
async function askWho(
  known: CalendarDate | undefined,
  today: CalendarDate,
): Promise<{ readonly peer: string; readonly date: CalendarDate } | undefined> {
  const { Info, Error: Wrong } = vscode.InputBoxValidationSeverity;
  const of = known === undefined ? 2 : 1;
  for (let peer = ''; ;) {
    const name = await textStep({
      title: HOLD,
      step: [1, of],
      hasBack: false,
      prompt: t('Whom do you interview?'),
      placeholder: t('Name'),
      value: peer,
      judge: (text) => (text.trim() === '' ? { severity: Wrong, message: t('Write a name.') } : undefined),
    });
    if (name === undefined || name === 'back') return undefined;
    peer = oneLine(name);
    if (known !== undefined) return { peer, date: known };
    const day = await textStep({
      title: HOLD,
      step: [2, of],
      hasBack: true,
      prompt: t('On which day? As YYYY-MM-DD.'),
      value: today,
      judge: (text) => {
        const date = parseDate(text);
        return date === undefined
          ? { severity: Wrong, message: notADate() }
          : { severity: Info, message: formatDate(date) };
      },
    });
    if (day === undefined) return undefined;
    const date = day === 'back' ? undefined : parseDate(day);
    if (date !== undefined) return { peer, date };
  }
}

/** The file of the interview: the one that is there already, since the form in it may be filled in. */
async function createInterview(
  files: TextFiles,
  { located }: LocatedRound,
  interview: Interview,
  text: string,
): Promise<vscode.Uri> {
  const folder = interviewsOf(located.uri);
  try {
    for (let number = 1; number <= MOST_OF_A_NAME; number += 1) {
      const uri = vscode.Uri.joinPath(folder, interviewFileName(interview, number));
      if ((await files.create(uri, text)) === 'created') return uri;
      if (isOf(interview, readInterviewKeys((await files.read(uri)) ?? ''))) return uri;
    }
    throw new Error(t('there are already {0} interviews of that name.', MOST_OF_A_NAME));
  } catch (error) {
    throw creationRefusal('interview', located.uri, error);
  }
}

const isOf = (a: Interview, b: Interview): boolean =>
  a.round === b.round && a.peer === b.peer && a.date === b.date && a.prompt === b.prompt;

/** Writes what the form says, all of it or nothing. */
async function exportInterview(parts: InterviewCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const given = fields(argument);
  const named = asUri(given['uri']);
  const uri = named ?? (await interviewToUse(parts, argument));
  if (!uri) return undefined;
  const { located, playbook, round, interview } = await parts.interviews.read(uri);
  const [problem] = interview.problems;
  const file = vscode.workspace.asRelativePath(uri, false);
  if (problem) {
    void explainProblem(uri, t('{0}: {1} Nothing was exported.', file, problem.message), problem);
    return undefined;
  }
  if (interview.isBlank)
    throw new Refusal('absent', t('{0} has no score and no decision yet, so nothing was exported.', file), {
      file: uri,
      remedy: 'open',
    });
  const { peer, date, prompt } = interview;
  const feedback = feedbackOf(packOf({ playbook, round }, date, prompt), interview);
  return exportPages(
    parts.files,
    { html: feedbackHtml(feedback), md: feedbackMarkdown(feedback) },
    exportPlace(located, argument, {
      title: EXPORT,
      name: (number) => feedbackName(round.id, peer, number),
      isAsking: named === undefined || given['ask'] === true,
    }),
    (page) => t('Send {0} the page {1}, or the Markdown file next to it, which Prep Loop can import.', peer, page),
  );
}

/** Says what is wrong, and offers to open its place. */
async function explainProblem(uri: vscode.Uri, message: string, { start, end }: Span): Promise<void> {
  const open = t('Open the Line');
  if ((await vscode.window.showWarningMessage(message, open)) === open) await openAt(uri, { start, end });
}

/** The interview in the active editor, else the only one, or the one that the user chooses. */
async function interviewToUse(
  { store, interviews }: InterviewCommandParts,
  argument: unknown,
): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && interviews.isInterview(active)) return active;
  const loop = decodeLoopArgument(argument);
  const all = await interviews.list(loop === undefined ? await store.loops() : [await findNamedLoop(store, loop)]);
  if (all.length === 0)
    throw new Refusal('absent', t('There is no interview to export: hold one with “Interview a Peer…” first.'));
  const picks = all.map(({ uri, interview }) => ({
    label: `$(comment-discussion) ${interview.peer}`,
    description: joined([interview.round, interview.date], ' · '),
    uri,
  }));
  const answer = await vscode.window.showQuickPick(picks, { title: EXPORT, placeHolder: t('Which interview?') });
  return answer?.uri;
}
