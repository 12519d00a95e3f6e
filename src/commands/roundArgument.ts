import * as vscode from 'vscode';
import type { RoundArgument } from '../commandTable';
import { formatShortDate } from '../core/days/dates';
import type { Round } from '../core/loop/loopModel';
import type { Clock } from '../core/ports';
import { joined } from '../core/words';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore } from '../store/api';
import { uriIn } from '../store/files';
import { loopNamesByUri } from '../store/loopNames';
import { todayOf } from '../store/today';
import { asText, fields } from './decode';
import { decodeLoopArgument, findNamedLoop, offerStart } from './loopArgument';

/** A round and the loop it belongs to. */
export interface LocatedRound {
  readonly located: LocatedLoop;
  readonly round: Round;
}

/** A round as a command was called with it. */
export interface NamedRound extends RoundArgument {
  /** Whether it comes from a menu of the tracker or from a panel, so that a person is there to be asked. */
  readonly isPerson: boolean;
}

/**
 * Reads a command's argument; undefined where it does not name a round. The tracker's elements name one by the same
 * keys.
 */
export function decodeRoundArgument(argument: unknown): NamedRound | undefined {
  const { round, located, ask } = fields(argument);
  const name = decodeLoopArgument(argument);
  const id = asText(round);
  return name !== undefined && id !== undefined
    ? { loop: name, round: id, isPerson: located !== undefined || ask === true }
    : undefined;
}

/** Finds the round that an argument names. @throws Refusal where there is none. */
export async function findRound(store: PrepStore, { loop, round }: RoundArgument): Promise<LocatedRound> {
  const located = await findNamedLoop(store, loop);
  return { located, round: roundOf(located, round) };
}

/** A round of a loop, by its id. @throws Refusal where the loop has none of it. */
export function roundOf({ loop }: LocatedLoop, id: string): Round {
  const round = loop.rounds.find((each) => each.id === id);
  if (!round) throw new Refusal('absent', `The loop “${loop.id}” has no round “${id}”.`);
  return round;
}

/** A round's file. */
export function roundUri({ located, round }: LocatedRound): vscode.Uri {
  return uriIn(located.root.uri, round.path);
}

/**
 * The round that is named, else one that is asked for, of the loop where that is named; undefined where the user
 * chooses none.
 * @throws Refusal where what is named is not there.
 */
export async function roundToUse(
  store: PrepStore,
  clock: Clock,
  argument: unknown,
  title: string,
): Promise<LocatedRound | undefined> {
  const loop = decodeLoopArgument(argument);
  const round = asText(fields(argument)['round']);
  if (loop === undefined) return pickRound(store, clock, title);
  if (round === undefined) return pickRound(store, clock, title, await findNamedLoop(store, loop));
  return findRound(store, { loop, round });
}

/**
 * Lets the user choose a round of a loop, or of any loop, the next one to come first. Undefined when they choose none.
 */
async function pickRound(
  store: PrepStore,
  clock: Clock,
  title: string,
  within?: LocatedLoop,
): Promise<LocatedRound | undefined> {
  const loops = within ? [within] : await store.loops();
  const all = loops.flatMap((located) => located.loop.rounds.map((round): LocatedRound => ({ located, round })));
  if (all.length === 0) {
    await offerStart('There is no round yet: start a loop first.');
    return undefined;
  }
  const next = nextPlanned(all, clock);
  const ordered = next ? [next, ...all.filter((each) => each !== next)] : all;
  const names = loopNamesByUri(loops);
  const picks = ordered.map((choice) => ({
    label: `$(${choice.round.status === 'planned' ? 'circle-large' : 'pass'}) ${choice.round.title}`,
    description: joined(
      [choice.round.date === undefined ? '' : formatShortDate(choice.round.date), choice === next ? 'next' : ''],
      ' · ',
    ),
    detail: loops.length > 1 ? (names.get(choice.located.uri.toString()) ?? '') : '',
    choice,
  }));
  const picked = await vscode.window.showQuickPick(picks, {
    title,
    placeHolder: 'Which round?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.choice;
}

/** The next planned round: the earliest from today on, or else the first planned one. */
function nextPlanned(rounds: readonly LocatedRound[], clock: Clock): LocatedRound | undefined {
  const planned = rounds.filter(({ round, located }) => round.status === 'planned' && !located.loop.closed);
  const coming = planned.filter(
    ({ round, located }) => round.date !== undefined && round.date >= todayOf(located.loop, clock),
  );
  coming.sort((a, b) => ((a.round.date ?? '') < (b.round.date ?? '') ? -1 : 1));
  return coming[0] ?? planned[0];
}
