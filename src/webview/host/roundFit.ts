/** The fit check, the questions to ask and the debrief in a round’s panel: what each is read from, and what it does. */
import { checkFit } from '../../core/fit/checkFit';
import type { FitRow } from '../../core/fit/fitModel';
import type { LoadedPlaybook } from '../../core/playbook/loadPlaybook';
import type { Question } from '../../core/questions/questionModel';
import { nextQuestions, type NextQuestion } from '../../core/questions/nextQuestions';
import { runCommand } from '../../editorCommands';
import { Refusal } from '../../refusal';
import type { LocatedLoop } from '../../store/api';
import { uriIn } from '../../store/files';
import { fitStories } from '../../store/fitStories';
import type { QuestionStore } from '../../store/questionStore';
import type { ScoreSource, StorySource } from '../../store/storySources';
import { clip } from '../protocol/common';
import type { FromPanel, RoundPanelState } from '../protocol/round';
import { isFirstRound } from './fitView';

export interface FitSources {
  readonly stories: StorySource;
  readonly scores: ScoreSource;
  readonly questions: QuestionStore;
}

export interface RoundFit {
  /** What the company asks for; empty but in the first round. */
  readonly fit: readonly FitRow[];
  /** Undefined where the loop has no such file. */
  readonly questions: readonly Question[] | undefined;
  readonly nextQuestions: readonly NextQuestion[];
}

export const NO_FIT: RoundFit = { fit: [], questions: undefined, nextQuestions: [] };

/** What a click on them asks for. */
export type FitMessage = Extract<
  FromPanel,
  { type: 'proof' | 'closeGap' | 'checkFit' | 'asked' | 'askNext' | 'debrief' }
>;

export function isFitMessage(message: FromPanel): message is FitMessage {
  return ['proof', 'closeGap', 'checkFit', 'asked', 'askNext', 'debrief'].includes(message.type);
}

export async function readRoundFit(
  { stories, scores, questions: source }: FitSources,
  located: LocatedLoop | undefined,
  playbook: LoadedPlaybook | undefined,
  round: string,
): Promise<RoundFit> {
  if (!located) return NO_FIT;
  const fit =
    playbook && isFirstRound(located.loop, round)
      ? checkFit(playbook, await fitStories(stories, scores, located))
      : NO_FIT.fit;
  const questions = await source.read(located);
  if (!questions) return { ...NO_FIT, fit };
  const heard = await source.heard(located, questions);
  return { fit, questions, nextQuestions: nextQuestions(questions, round, heard) };
}

/** Where the question ends that was asked last in a round; 0 where none was. */
export function lastAsked({ questions = [] }: RoundFit, round: string): number {
  const last = questions.filter(({ mark }) => mark?.kind === 'asked' && mark.round === round).at(-1);
  return last ? Math.max(last.end, last.markAt?.end ?? 0) : 0;
}

/** @throws Refusal where what was clicked is not there any more. */
export async function actOnFit(
  shown: RoundFit,
  located: LocatedLoop | undefined,
  { loop, round }: RoundPanelState,
  message: FitMessage,
): Promise<void> {
  switch (message.type) {
    case 'checkFit':
      return void (await runCommand('prepLoop.checkFit', { loop }));
    case 'debrief':
      return void (await runCommand('prepLoop.debriefRound', { loop, round }));
    case 'askNext':
      return void (await runCommand('prepLoop.askNext', { loop, round, ask: true }));
    case 'asked': {
      const { question: text, nth } = message;
      // Even where a question was too long to be sent whole, all of it is compared.
      const asked = shown.questions?.find((each) => clip(each.text) === text && each.nth === nth);
      return void (await runCommand('prepLoop.markAsked', { loop, round, question: asked?.text ?? text, nth }));
    }
    default:
      return follow(shown, located, message);
  }
}

/** Opens what proves a row of the fit check, or does what closes its gap. */
async function follow(
  { fit }: RoundFit,
  located: LocatedLoop | undefined,
  message: Extract<FitMessage, { type: 'proof' | 'closeGap' }>,
): Promise<void> {
  const row = fit.find(({ id }) => id === message.row);
  const place = row && (message.type === 'proof' ? row.proofs[message.proof] : row.action);
  const wanted = message.type === 'proof' ? message.title : message.action;
  if (!located || !place || clip(place.title) !== wanted)
    throw new Refusal('changed', 'That has changed in the meantime. This is how it is now.');
  if ('competency' in place) await runCommand('prepLoop.newStory', { competencies: [place.competency] });
  else
    await runCommand('prepLoop.openFile', { uri: uriIn(located.root.uri, place.path), line: place.line, beside: true });
}
