/** `prepLoop.logFeedback`: from what was said after a round or a mock to items of the next round's checklist. */
import * as vscode from 'vscode';
import { parseChecklist } from '../core/checklist/checklist';
import { nextRoundAfter } from '../core/feedback/followUps';
import { roundsForFeedback } from '../core/feedback/roundsForFeedback';
import { carryPoints, feedbackPoints, readCarried, recordPoints } from '../core/feedback/points';
import { relativePath } from '../core/markdown/links';
import type { TextEdit } from '../core/markdown/text';
import { addFeedback } from '../core/sessions/editSession';
import { startedAt } from '../core/sessions/sessionName';
import { registerCommand } from '../editorCommands';
import { report } from '../refusal';
import type { LocatedLoop, TextFiles } from '../store/api';
import { uriIn } from '../store/files';
import { asRefusal, editFile } from '../store/refusals';
import { timeZoneOf } from '../store/today';
import { asText, fields } from './decode';
import { askFeedbackOn, askFor, askPoints, type FeedbackOn } from './feedbackQuestions';
import { loopToUse } from './loopArgument';
import { decodeRoundArgument, findRound, roundOf } from './roundArgument';
import { sayBriefly } from './say';
import { findSession, type SessionSources } from './sessionArgument';

const { t } = vscode.l10n;
const TITLE = t('Log Feedback');
/** Where points go after the last round. */
const CARRY_ON = 'Feedback to carry on';

export interface FeedbackCommandParts extends SessionSources {
  readonly files: TextFiles;
}

interface Found extends FeedbackOn {
  readonly located: LocatedLoop;
}

/** Where the points are put. */
interface Destination {
  /** Relative to the prep folder. */
  readonly path: string;
  readonly heading: string;
  readonly title: string;
}

export function registerFeedbackCommand(parts: FeedbackCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.logFeedback', (argument) => logFeedback(parts, argument));
}

async function logFeedback(parts: FeedbackCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const found = await feedbackOn(parts, argument);
  if (!found) return undefined;
  const { located, round, session } = found;
  const source = session?.path ?? round.path;
  const uri = fileOf(located, source);
  const text = await parts.files.read(uri);
  const there = text === undefined ? [] : session ? openPoints(text) : feedbackPoints(text);
  const given = fields(argument);
  const points = asTexts(given['points']);
  // Points that stand in the file already are asked for only by a person who may add to them.
  const isNamed = given['session'] !== undefined || asText(given['round']) !== undefined;
  const isAsking = points === undefined && (there.length === 0 || given['located'] !== undefined || !isNamed);
  const added = points ?? (isAsking ? await askPoints(round.title, there) : []);
  const all = points ?? [...there, ...(added ?? [])];
  const to = added && all.length > 0 ? await destinationOf(found, asText(given['to']), isAsking) : undefined;
  if (!added || !to) return undefined;
  await editFile(parts.files, uri, (now) => (session ? addFeedback(now, added) : recordPoints(now, added)));
  const target = fileOf(located, to.path);
  const link = { title: round.title, path: relativePath(to.path, source) };
  await editFile(parts.files, target, (now) => carryPoints(now, all, link, to.heading));
  // The points are in place: failing to tick one stops nothing.
  if (session)
    await editFile(parts.files, uri, (now) => tick(now, all)).catch((error: unknown) =>
      report(asRefusal('edit', uri, error)),
    );
  sayBriefly(
    all.length === 1
      ? t('The point is now in “{0}”.', to.title)
      : t('The {0} points are now in “{1}”.', all.length, to.title),
  );
  return target;
}

function asTexts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((each) => asText(each) !== undefined).map(String) : undefined;
}

/** What the feedback is on: the session or the round that is named, else what is chosen. */
async function feedbackOn(parts: FeedbackCommandParts, argument: unknown): Promise<Found | undefined> {
  const { session, row } = fields(argument);
  const isMock = fields(row)['menu'] !== undefined;
  const found = session !== undefined || isMock ? await findSession(parts, argument) : undefined;
  if (found) return { ...found, round: roundOf(found.located, found.session.round) };
  const named = decodeRoundArgument(argument);
  if (named) return { ...(await findRound(parts.store, named)), session: undefined };
  const located = await loopToUse(parts.store, argument, TITLE);
  if (!located) return undefined;
  const now = startedAt(parts.clock.now(), timeZoneOf(located.loop));
  const rounds = roundsForFeedback(located.loop, now.slice(0, 10), now.slice(11, 16));
  const on = await askFeedbackOn(located, await parts.sessions.sessions(located), rounds);
  return on && { located, ...on };
}

/**
 * The next round's checklist, or the one that is named; after the last round the preparation, which outlives the
 * rounds.
 */
async function destinationOf(
  { located, round, session }: Found,
  named: string | undefined,
  isAsking: boolean,
): Promise<Destination | undefined> {
  const { loop } = located;
  const checklist = ({ path, title }: { path: string; title: string }): Destination => ({
    path,
    title,
    heading: 'Checklist',
  });
  if (named !== undefined) return checklist(roundOf(located, named));
  const next = nextRoundAfter(loop, round.id);
  if (!next)
    return loop.preparation
      ? { path: loop.preparation.path, title: t('Preparation'), heading: CARRY_ON }
      : checklist(round);
  const chosen = isAsking && session && round.status === 'planned' ? await askFor(round, next) : next;
  return chosen && checklist(chosen);
}

/** A session's points that have not become tasks yet, and those that a person wrote without a box. */
function openPoints(text: string): string[] {
  const taken = new Set(
    parseChecklist(text)
      .filter(({ checked }) => checked)
      .map((item) => item.text),
  );
  return feedbackPoints(text).filter((point) => !taken.has(point));
}

/** Ticks the points that were taken, where they have a box. */
function tick(text: string, points: readonly string[]): TextEdit[] {
  const taken = new Set(points.map((point) => point.trim().replace(/\s+/gu, ' ')));
  const items = parseChecklist(text).filter(
    (item) =>
      !item.checked && /^feedback$/iu.test(item.heading) && taken.has(readCarried(item.text)?.point ?? item.text),
  );
  return items.map(({ markOffset }) => ({ start: markOffset, end: markOffset + 1, newText: 'x' }));
}

function fileOf({ root }: LocatedLoop, path: string): vscode.Uri {
  return uriIn(root.uri, path);
}
