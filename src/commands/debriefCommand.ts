/** `prepLoop.debriefRound`: what was asked in a round, how it landed, and what follows from that. */
import * as vscode from 'vscode';
import type { DebriefedQuestion } from '../core/debrief/debriefModel';
import { isSameQuestion } from '../core/debrief/writeDebrief';
import type { Clock } from '../core/ports';
import { registerCommand } from '../editorCommands';
import { report } from '../refusal';
import {
  debriefContext,
  decodeQuestions,
  notedSoFar,
  writeDebrief,
  type DebriefContext,
  type DebriefSources,
} from './debriefContext';
import { askLessons, contradictionsOf, lessonChanges, lessonsOf, offerEdits, writeCards } from './debriefLessons';
import { askWhatCameOfIt, askWhatWasAsked } from './debriefQuestions';
import { fields } from './decode';
import { roundToUse } from './roundArgument';
import { sayBriefly } from './say';
import { asRefusal } from '../store/refusals';
import { writeTogether } from '../store/writeTogether';

const { t } = vscode.l10n;

export interface DebriefCommandParts extends DebriefSources {
  readonly clock: Clock;
}

export function registerDebriefCommand(parts: DebriefCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.debriefRound', (argument) => debriefRound(parts, argument));
}

async function debriefRound(parts: DebriefCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const at = await roundToUse(parts.store, parts.clock, argument, t('Debrief a Round'));
  if (!at) return undefined;
  const context = await debriefContext(parts, at);
  const noted = await notedSoFar(context);
  const given = fields(argument)['questions'];
  if (given === undefined) await debriefByAsking(context, noted);
  else await debriefAsGiven(context, given);
  return context.uri;
}

/** Writes the questions, and what their gaps become; what they contradict is offered in a notification. */
async function debriefAsGiven(context: DebriefContext, given: unknown): Promise<void> {
  const changes = decodeQuestions(given, context);
  const questions = changes.map((change): DebriefedQuestion => ({
    pushedOn: [],
    contradicted: [],
    ...change,
    story: change.story ?? undefined,
    landed: change.landed ?? undefined,
  }));
  const lessons = await lessonsOf(context, questions);
  await writeDebrief(context, changes, await lessonChanges(context, lessons));
  await writeCards(context, lessons);
  announceContradictions(context, questions).catch((error: unknown) => report(asRefusal('edit', context.uri, error)));
}

async function announceContradictions(context: DebriefContext, questions: readonly DebriefedQuestion[]): Promise<void> {
  const found = await contradictionsOf(context, questions);
  const [first] = found;
  if (!first) return;
  const choose = t('Compare…');
  const message =
    found.length === 1
      ? t('“{0}” may contradict your notes.', first.fact)
      : t('{0} facts of the debrief may contradict your notes.', found.length);
  if ((await vscode.window.showInformationMessage(message, choose)) !== choose) return;
  await offerEdits(context, found);
}

/** Each question is written once it is answered, so that Escape loses nothing and the debrief can go on later. */
async function debriefByAsking(context: DebriefContext, before: readonly DebriefedQuestion[]): Promise<void> {
  let noted = before;
  for (;;) {
    const question = await askWhatWasAsked(context, noted);
    if (question === undefined) return sayKept(noted.length);
    if (question === 'finish') break;
    const { asked } = question;
    const answered = await askWhatCameOfIt(
      context,
      asked,
      noted.find((each) => isSameQuestion(each.asked, asked)),
    );
    if (answered === 'back') continue;
    await writeDebrief(context, [answered.change]);
    noted = await notedSoFar(context);
    if (answered.isLeft) return sayKept(noted.length);
  }
  const lessons = await askLessons(context, await lessonsOf(context, noted));
  if (lessons) {
    await writeTogether(context.files, await lessonChanges(context, lessons));
    await writeCards(context, lessons);
  }
  await offerEdits(context, await contradictionsOf(context, noted));
}

function sayKept(count: number): undefined {
  if (count > 0) sayBriefly(t('The debrief is kept, {0} noted so far. Run “Debrief a Round” again to go on.', count));
  return undefined;
}
