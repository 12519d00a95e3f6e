/** Replanning a loop and rescheduling a round: at once where an argument says it all, after a preview for a person. */
import * as vscode from 'vscode';
import { ContextKey } from '../contextKey';
import { taskTitle } from '../core/checklist/taskTitle';
import { isWorkingDay, type WorkTime } from '../core/days/calendar';
import { dayOf, formatShortDate, parseDate, parseTime } from '../core/days/dates';
import { loopTitle, type Loop, type Round } from '../core/loop/loopModel';
import type { Clock, Logger } from '../core/ports';
import { replan, type PlanChange, type Replan, type ReplanInput } from '../core/replan/replan';
import { writesOf, type RoundWrite, type Writes } from '../core/replan/replanWrites';
import type { Plan, Plannable } from '../core/schedule/plan';
import { registerCommand } from '../editorCommands';
import { Refusal, reportAll } from '../refusal';
import type { LocatedLoop, PrepStore, TextFiles } from '../store/api';
import { writeLoop } from '../store/loopWrites';
import { takeBackFiles, type WrittenFile } from '../store/notedEdits';
import { workTimeAt } from '../store/settings';
import { todayOf } from '../store/today';
import { UndoStatusBar } from '../views/undoStatusBar';
import { asText, fields } from './decode';
import { loopToUse } from './loopArgument';
import { askChanges, shiftOf, type Preview } from './replanPreview';
import { askDate, askTime } from './rescheduleQuestions';
import { decodeRoundArgument, roundToUse, type LocatedRound } from './roundArgument';
import { pickStep } from './steps';

const { t } = vscode.l10n;
const STATUS_TIME = 8000;

export interface ReplanCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly clock: Clock;
  readonly log: Logger;
}

export function registerReplanCommands(parts: ReplanCommandParts): vscode.Disposable {
  const commands = new ReplanCommands(parts);
  return vscode.Disposable.from(
    commands,
    registerCommand('prepLoop.replan', (argument) => commands.replan(argument)),
    registerCommand('prepLoop.rescheduleRound', (argument) => commands.reschedule(argument)),
    registerCommand('prepLoop.undoReplan', () => commands.undo(), false),
  );
}

/** A round's new date. */
interface Move {
  readonly round: Round;
  readonly date: string;
  readonly time: string | undefined;
}

/** What is to be made of a replan. */
interface Decision {
  readonly result: Replan;
  readonly accepted: readonly PlanChange[];
  /** What is to keep its day. */
  readonly declined: readonly PlanChange[];
}

class ReplanCommands {
  private readonly statusBar = new UndoStatusBar();
  private readonly canUndo = new ContextKey<boolean>('prepLoop.canUndoReplan');
  /** What the last replan wrote. */
  private last: readonly WrittenFile[] = [];

  constructor(private readonly parts: ReplanCommandParts) {}

  dispose(): void {
    this.statusBar.dispose();
  }

  async replan(argument: unknown): Promise<Plan | undefined> {
    const located = await loopToUse(this.parts.store, argument, t('Replan'));
    if (!located) return undefined;
    const { loop, located: element, preview } = fields(argument);
    const isCalled = loop !== undefined && element === undefined && preview !== true;
    return this.carryOut(located, undefined, !isCalled);
  }

  async reschedule(argument: unknown): Promise<Plan | undefined> {
    const { store, clock } = this.parts;
    const found = await roundToUse(store, clock, argument, t('Reschedule a Round'));
    if (!found) return undefined;
    const named = decodeRoundArgument(argument);
    const { date, time } = fields(argument);
    const isDecided = named?.isPerson !== true && (date !== undefined || time !== undefined);
    const move = isDecided ? decodeMove(found.round, argument) : await this.askMove(found);
    return move && this.carryOut(found.located, move, !isDecided);
  }

  /** Gives true when every file was put back. */
  async undo(): Promise<boolean> {
    const { files } = this.parts;
    const { last } = this;
    if (last.length === 0) {
      say(t('There is no replan to undo.'));
      return false;
    }
    // Before anything is waited for: the second click of two finds nothing left, and a replan meanwhile can be undone.
    this.keep([]);
    const refused = await takeBackFiles(files, last, 'undoReplan');
    reportAll(refused);
    if (refused.length === 0) say(t('The dates are as they were before the replan.'));
    return refused.length === 0;
  }

  private async askMove({ located, round }: LocatedRound): Promise<Move | undefined> {
    const time = workTimeAt(located.root.folder.uri);
    const date = await askDate(located.loop, round, time.calendar, todayOf(located.loop, this.parts.clock));
    if (date === undefined) return undefined;
    const at = await askTime(round);
    return at === undefined ? undefined : { round, date, time: at === '' ? undefined : at };
  }

  private async carryOut(located: LocatedLoop, move: Move | undefined, isPerson: boolean): Promise<Plan | undefined> {
    const { store, clock } = this.parts;
    const { loop } = located;
    const time = workTimeAt(located.root.folder.uri);
    const playbook = (await store.playbookOf(located))?.playbook;
    const input: ReplanInput = {
      loop,
      playbook,
      today: todayOf(loop, clock),
      time,
      ...(move ? { moved: { round: move.round.id, date: move.date } } : {}),
    };
    const called = (): Decision => {
      const result = replan(input);
      return { result, accepted: result.changes, declined: [] };
    };
    const decision = isPerson ? await this.decide(input, move) : called();
    if (!decision) return undefined;
    await this.write(located, playbook, time, decision, move, isPerson);
    return newPlan((await store.findLoop(located.uri))?.loop ?? loop, decision.result);
  }

  /** The changes that the user wants. If a round is to keep its day, what follows is worked out again and shown. */
  private async decide(input: ReplanInput, move: Move | undefined): Promise<Decision | undefined> {
    const { loop } = input;
    const kept = new Set<string>();
    const isMoved = (change: PlanChange): boolean => change.kind === 'round' && change.round === move?.round.id;
    const { problems } = replan(input);
    if (problems.length > 0) void vscode.window.showWarningMessage(problems.map(({ message }) => message).join(' '));
    for (;;) {
      const result = replan({ ...input, kept });
      const decided = result.changes.filter(isMoved);
      const open = result.changes.filter((change) => !isMoved(change));
      if (open.length === 0) {
        if (!move && problems.length === 0) say(t('Nothing to replan: every date holds.'));
        return { result, accepted: decided, declined: [] };
      }
      const count = open.length + (move ? 1 : 0);
      const changes = count === 1 ? t('1 change') : t('{0} changes', count);
      const title = move
        ? t('Reschedule {0} ({1})', move.round.title, changes)
        : t('Replan {0}: {1}', loopTitle(loop), changes);
      const accepted = await askChanges({ title, changes: open, moved: move && shownMove(input, move) });
      const others = open.flatMap(({ kind, round }) => (kind === 'round' && round !== undefined ? [round] : []));
      if (!accepted) {
        const next = move ? await askAfterLeaving(move) : 'leave';
        if (next === 'leave') return undefined;
        if (next === 'again') continue;
        const alone = replan({ ...input, kept: new Set(others) });
        return {
          result: alone,
          accepted: alone.changes.filter((change) => isMoved(change) || change.kind === 'feedback'),
          declined: alone.changes.filter(({ kind }) => kind === 'task'),
        };
      }
      const declined = open.filter((change) => !accepted.includes(change));
      const keeping = declined.flatMap(({ kind, round }) => (kind === 'round' && round !== undefined ? [round] : []));
      if (keeping.length === 0) return { result, accepted: [...decided, ...accepted], declined };
      keeping.forEach((round) => kept.add(round));
    }
  }

  private async write(
    located: LocatedLoop,
    playbook: Plannable | undefined,
    time: WorkTime,
    { accepted, declined }: Decision,
    move: Move | undefined,
    isPerson: boolean,
  ): Promise<void> {
    const { files, log } = this.parts;
    const writes = withMove(writesOf(located.loop, playbook, time, accepted, declined), located.loop, move, time);
    if (writes.rounds.length + writes.tasks.length === 0) return;
    const { done, refused } = await writeLoop(files, located, writes);
    log.info(`Replanned ${located.uri.toString()}: ${done.length} files written, ${refused.length} refused.`);
    reportAll(refused);
    if (done.length > 0)
      this.keep(
        done,
        accepted.length === 1 ? t('1 date changed') : t('{0} dates changed', Math.max(1, accepted.length)),
      );
    if (isPerson && refused.length > 0) this.parts.store.refresh();
  }

  private keep(written: readonly WrittenFile[], done?: string): void {
    this.last = written;
    this.canUndo.set(written.length > 0);
    if (done === undefined) this.statusBar.hide();
    else this.statusBar.show(done);
  }
}

function decodeMove(round: Round, argument: unknown): Move {
  const { date, time } = fields(argument);
  const day = date === undefined ? round.date : parseDate(asText(date) ?? '');
  if (date === undefined && day === undefined)
    throw new Refusal('argument', t('{0} has no date yet: give a date with the time.', round.title));
  if (day === undefined) {
    const message = t('“{0}” is not a calendar day: write the round’s date as YYYY-MM-DD.', String(date));
    throw new Refusal('argument', message);
  }
  const at = time === undefined ? undefined : parseTime(String(time));
  if (time !== undefined && at === undefined)
    throw new Refusal('argument', t('“{0}” is not a time: write it as HH:MM.', String(time)));
  return { round, date: day, time: at };
}

/** A date that replanning would move again is meant to stay. */
function isToBePinned({ firstContact, days }: Loop, round: Round, date: string, { calendar }: WorkTime): boolean {
  const day = firstContact === undefined ? undefined : dayOf(firstContact, date);
  const isOutside = day !== undefined && (day < 1 || day > days);
  return !round.pinned && (isOutside || !isWorkingDay(date, calendar));
}

function withMove(writes: Writes, loop: Loop, move: Move | undefined, workTime: WorkTime): Writes {
  if (!move) return writes;
  const { round, date, time } = move;
  const pin = isToBePinned(loop, round, date, workTime);
  const values = {
    date,
    ...(time === undefined || time === round.time ? {} : { time }),
    ...(pin ? { pinned: true } : {}),
  };
  const write: RoundWrite = { path: round.path, was: round.date, values };
  const others = writes.rounds.filter(({ path }) => path !== round.path);
  return { ...writes, rounds: date === round.date && Object.keys(values).length === 1 ? others : [write, ...others] };
}

/** How a reschedule is shown: from when to when, and whether it will be pinned. */
function shownMove({ loop, time }: ReplanInput, { round, date, time: at }: Move): NonNullable<Preview['moved']> {
  const clock = at === undefined || at === round.time ? '' : `, ${at}`;
  const pin = isToBePinned(loop, round, date, time);
  const detail = pin
    ? t('rescheduled by you, and pinned because the plan would not choose this day')
    : t('rescheduled by you');
  return { title: round.title, shift: `${shiftOf(round.date, date)}${clock}`, detail };
}

/** What becomes of a new date after its preview was left: it is not dropped without a word. */
async function askAfterLeaving({ round, date }: Move): Promise<'again' | 'alone' | 'leave'> {
  const from = round.date === undefined ? '' : t('It stays on {0}.', formatShortDate(round.date));
  const items = [
    { label: t('Show the Changes Again'), choice: 'again' as const },
    {
      label: t('Move Only the Round'),
      detail: t('Every other round and task keeps its day.'),
      choice: 'alone' as const,
    },
    { label: t('Do Not Move It'), detail: from, choice: 'leave' as const },
  ];
  const placeholder = t('Nothing was written. Move “{0}” to {1}?', round.title, formatShortDate(date));
  const answer = await pickStep({ title: t('Reschedule {0}', round.title), hasBack: false, placeholder, items });
  return answer === 'back' || answer === undefined ? 'leave' : answer.choice;
}

/** The plan as the loop's files now have it: a task's own date counts. */
function newPlan(loop: Loop, { problems }: Replan): Plan | undefined {
  if (!loop.plan) return undefined;
  const due = new Map((loop.preparation?.items ?? []).map((item) => [taskTitle(item.text).toLowerCase(), item.due]));
  const tasks = loop.plan.tasks.map((task) => ({ ...task, date: due.get(task.title.toLowerCase()) ?? task.date }));
  const known = new Set(problems.map(({ message }) => message));
  return {
    ...loop.plan,
    tasks,
    problems: [...problems, ...loop.plan.problems.filter(({ message }) => !known.has(message))],
  };
}

function say(message: string): void {
  vscode.window.setStatusBarMessage(`$(info) ${message}`, STATUS_TIME);
}
