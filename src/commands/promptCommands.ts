/** Moving on in a run's prompts: to the next one, or to the next follow-up of the current one. */
import * as vscode from 'vscode';
import { promptsOfRound, type Prompt } from '../core/playbook/rounds';
import { titlesOfRun } from '../core/practice/practiceDeck';
import { promptsOfRun, type RunPrompt } from '../core/practice/promptRun';
import { countedOf, nextPushTurn, nextTurn, promptNow, pushesOf, type PromptTurn } from '../core/practice/promptTurn';
import type { RoundPlace } from '../core/practice/draft';
import { registerCommand } from '../editorCommands';
import type { PracticeDrafts, PrepStore } from '../store/api';
import type { Decks } from '../store/decks';
import type { TimerService } from '../timer/timerService';
import { decodeRoundArgument, findRound } from './roundArgument';
import { sayBriefly } from './say';

const { t } = vscode.l10n;

export interface PromptCommandParts {
  readonly store: PrepStore;
  readonly timer: TimerService;
  readonly decks: Decks;
  readonly drafts: PracticeDrafts;
  /** The round of the active panel. */
  activeRound(): RoundPlace | undefined;
}

/** A run's prompts, and where it is in them. */
interface PresentRun {
  readonly place: RoundPlace;
  readonly run: readonly RunPrompt[];
  readonly turn: PromptTurn;
  /** What the timer has counted, in milliseconds. */
  readonly elapsedMs: number;
  /** The round's, as the playbook has them. */
  readonly prompts: readonly Prompt[];
}

export function registerPromptCommands(parts: PromptCommandParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.nextPrompt', (argument) => nextPrompt(parts, argument)),
    registerCommand('prepLoop.nextPush', (argument) => nextPush(parts, argument)),
  );
}

async function nextPrompt(parts: PromptCommandParts, argument: unknown): Promise<string | undefined> {
  const present = await presentRun(parts, argument);
  const turn = present && nextTurn(present.run, present.turn, present.elapsedMs);
  if (!turn) {
    sayBriefly(t('There is no next prompt in this run.'));
    return undefined;
  }
  await parts.decks.keepTurn(present.place, turn);
  return present.run[turn.index]?.title;
}

async function nextPush(parts: PromptCommandParts, argument: unknown): Promise<string | undefined> {
  const present = await presentRun(parts, argument);
  const title = present && present.run[promptNow(present.run, present.turn, present.elapsedMs).index]?.title;
  const followUps = present?.prompts.find((prompt) => prompt.title === title)?.followUps ?? [];
  const turn = present && title !== undefined && nextPushTurn(present.turn, title, followUps.length);
  if (!turn) {
    sayBriefly(t('This prompt has no more follow-ups.'));
    return undefined;
  }
  await parts.decks.keepTurn(present.place, turn);
  return followUps[pushesOf(turn, title) - 1]?.push;
}

/** The run of the round that is named, else of the active panel, else of the timer; undefined where there is none. */
async function presentRun(
  { store, timer, decks, drafts, activeRound }: PromptCommandParts,
  argument: unknown,
): Promise<PresentRun | undefined> {
  const shot = timer.snapshot();
  const timed = shot?.subject.kind === 'round' ? shot.subject : undefined;
  const named = decodeRoundArgument(argument) ?? activeRound() ?? timed;
  if (!named) return undefined;
  const { located, round } = await findRound(store, named);
  const place = { loop: located.uri.toString(), round: round.id };
  // In a mock the prompts are the peer's.
  if ((await drafts.read(place)).mock) return undefined;
  const playbook = (await store.playbookOf(located))?.playbook;
  const prompts = promptsOfRound(playbook, round.id);
  const { startedAt, elapsedMs } = countedOf(shot, place);
  return {
    place,
    run: promptsOfRun(titlesOfRun(decks.of(place)), prompts),
    turn: decks.turn(place, startedAt),
    elapsedMs,
    prompts,
  };
}
