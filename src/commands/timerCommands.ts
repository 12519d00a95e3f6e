import * as vscode from 'vscode';
import type { LoopName } from '../commandTable';
import { ContextKey } from '../contextKey';
import type { Clock } from '../core/ports';
import { markerLine } from '../core/practice/mark';
import type { TimerSnapshot } from '../core/timer/snapshot';
import { isSameSubject, timedRound, type TimedRound, type TimedStory, type TimerSubject } from '../core/timer/subject';
import { isActive, type TimerPlan } from '../core/timer/timer';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PrepStore } from '../store/api';
import type { InterviewStore } from '../store/interviewStore';
import { nameOf } from '../store/files';
import { planInterview, planRound } from '../timer/roundPlan';
import type { SharedRuns } from '../timer/sharedRuns';
import { mayStart, startAsking, startThinking, takeOverAsking } from '../timer/startTimer';
import type { ThinkTime } from '../timer/thinkTime';
import type { TimerService } from '../timer/timerService';
import { FIRST_VERSION, type RehearsePanels } from '../webview/host/rehearsePanels';
import type { RoundPanels } from '../webview/host/roundPanels';
import { asText, asUri, fields } from './decode';
import { decodeLoopArgument } from './loopArgument';
import { decodeRoundArgument, findRound, roundToUse } from './roundArgument';
import { sayBriefly } from './say';
import { versionOf } from './storyVersion';

const { t } = vscode.l10n;

/** What the commands of a round and its timer use. */
export interface RoundCommandServices {
  readonly store: PrepStore;
  readonly timer: TimerService;
  readonly think: ThinkTime;
  readonly shared: SharedRuns;
  readonly panels: RoundPanels;
  readonly rehearsals: RehearsePanels;
  readonly interviews: InterviewStore;
  readonly clock: Clock;
}

/** What happens to a timer that is already running. */
type TimerAct = 'pause' | 'resume' | 'nextPhase' | 'addMinute' | 'stop' | 'reset';

/** Registers `openRound` and the commands of the timer. */
export function registerRoundCommands(services: RoundCommandServices): vscode.Disposable[] {
  const { timer, think } = services;
  const ifMeant = (act: TimerAct) => (argument: unknown) => {
    const shot = timer.snapshot();
    if (isMeant(argument, shot?.subject)) return timer[act]();
    sayBriefly(
      shot && isActive(shot)
        ? t('The timer is in use for {0}, so nothing was changed.', shot.title)
        : t('There is no timer for that, so nothing was changed.'),
    );
    return undefined;
  };
  const stop = ifMeant('stop');
  return [
    registerCommand('prepLoop.openRound', (argument) => openRound(services, argument)),
    registerCommand('prepLoop.startTimer', (argument) => startTimer(services, argument)),
    registerCommand('prepLoop.takeOverTimer', () => takeOver(services)),
    registerCommand('prepLoop.pauseTimer', ifMeant('pause')),
    registerCommand('prepLoop.resumeTimer', ifMeant('resume')),
    registerCommand('prepLoop.nextPhase', ifMeant('nextPhase')),
    registerCommand('prepLoop.addMinute', ifMeant('addMinute')),
    registerCommand('prepLoop.stopTimer', (argument) => {
      if (!think.plan || !isMeant(argument, think.plan.subject)) return stop(argument);
      think.cancel();
      return undefined;
    }),
    registerCommand('prepLoop.addMarker', (argument) => addMarker(services, argument)),
    registerCommand('prepLoop.resetTimer', ifMeant('reset')),
    ...keepContext(services),
  ];
}

/** Opens the round that is named; else the one being timed, unless it is already in front; else one that is chosen. */
async function openRound({ store, timer, panels, clock }: RoundCommandServices, argument: unknown): Promise<undefined> {
  const shot = timer.snapshot();
  const inFront = panels.active && timedRound(panels.active);
  const timed =
    shot && isActive(shot) && shot.subject.kind === 'round' && !isSameSubject(shot.subject, inFront)
      ? shot.subject
      : undefined;
  const isNamed = decodeLoopArgument(argument) !== undefined;
  const found = await roundToUse(store, clock, isNamed ? argument : (timed ?? argument), 'Open Round');
  if (found) panels.open(found.located, found.round);
  return undefined;
}

/**
 * Starts timing what is named, a round, a story or the interview of a peer; else what the active panel or editor
 * shows; else the round that is chosen. A caller that names a round has decided: any other timer is replaced. A person
 * is asked first.
 */
async function startTimer(services: RoundCommandServices, argument: unknown): Promise<TimerSnapshot | undefined> {
  const { store, timer, think, panels, rehearsals, clock } = services;
  const named = decodeRoundArgument(argument);
  const isLoopNamed = decodeLoopArgument(argument) !== undefined;
  const interview = isLoopNamed ? undefined : interviewToTime(services, argument);
  if (interview) return startInterview(services, interview, argument);
  const story = storyToTime(argument) ?? (isLoopNamed ? undefined : rehearsals.active);
  if (story) return startRehearsal(services, story);
  // Asked for during the time to think, from anywhere: that ends it.
  const wanted = isLoopNamed ? argument : (panels.active ?? think.plan?.subject ?? argument);
  const found = await roundToUse(store, clock, wanted, 'Start Round Timer');
  if (!found) return undefined;
  const plan = await planRound(store, found.located, found.round.id);
  const isDecided = named !== undefined && !named.isPerson;
  return unlessElsewhere(services, plan, isDecided, () => {
    if (isDecided) return timer.start(plan);
    // In a mock, the peer says when to begin.
    return fields(argument)['atOnce'] === true ? startAsking(timer, plan) : startThinking(timer, think, plan);
  });
}

/**
 * Starts something, unless another window times it: one run has one clock, so that goes on here instead.
 * @param isDecided whether the caller is no person, who would be asked.
 */
async function unlessElsewhere(
  { timer, shared }: RoundCommandServices,
  plan: TimerPlan,
  isDecided: boolean,
  start: () => TimerSnapshot | undefined | Promise<TimerSnapshot | undefined>,
): Promise<TimerSnapshot | undefined> {
  if (!shared.times(plan.subject)) return start();
  if (isDecided) return shared.takeOver();
  return (await mayStart(timer, plan)) ? takeOverAsking(shared, plan.title) : undefined;
}

/** Asks first where this window times something else. */
async function takeOver({ timer, shared }: RoundCommandServices): Promise<TimerSnapshot | undefined> {
  const other = shared.elsewhere;
  if (!other) {
    sayBriefly(t('No other window on this folder times anything.'));
    return undefined;
  }
  return (await mayStart(timer, other)) ? shared.takeOver() : undefined;
}

/** The interview that is named; where nothing is, the one in the active editor, unless a panel is in front. */
function interviewToTime(
  { interviews, panels, rehearsals }: RoundCommandServices,
  argument: unknown,
): vscode.Uri | undefined {
  const named = asUri(fields(argument)['uri']);
  const isPanel = panels.active !== undefined || rehearsals.active !== undefined;
  const uri = named ?? (isPanel ? undefined : vscode.window.activeTextEditor?.document.uri);
  return uri && interviews.isInterview(uri) ? uri : undefined;
}

/** Times the round for a peer. It starts at once: nobody thinks first who only keeps time. */
async function startInterview(
  services: RoundCommandServices,
  uri: vscode.Uri,
  argument: unknown,
): Promise<TimerSnapshot | undefined> {
  const { uri: named, ask } = fields(argument);
  const plan = planInterview(await services.interviews.read(uri));
  const isDecided = named !== undefined && ask !== true;
  const { timer } = services;
  return unlessElsewhere(services, plan, isDecided, () => (isDecided ? timer.start(plan) : startAsking(timer, plan)));
}

/** Times a version of a story, asking first where the timer is on for something else than this story. */
async function startRehearsal(services: RoundCommandServices, story: TimedStory): Promise<TimerSnapshot | undefined> {
  const { timer, rehearsals } = services;
  const plan = await rehearsals.planOf(story);
  if (!plan) return undefined;
  const timed = timer.snapshot()?.subject;
  const isOfStory = timed?.kind === 'story' && timed.uri === story.uri;
  return unlessElsewhere(services, plan, false, () => (isOfStory ? timer.start(plan) : startAsking(timer, plan)));
}

/**
 * The story to time, in the version that is named or that a panel opens with.
 * @throws Refusal where there is no such version, or no story is named with it.
 */
function storyToTime(argument: unknown): TimedStory | undefined {
  // A row of the tracker has a file as well, and means its round.
  if (decodeLoopArgument(argument) !== undefined) return undefined;
  const { uri, version } = fields(argument);
  if (uri === undefined && version === undefined) return undefined;
  const file = asUri(uri);
  if (!file) throw new Refusal('argument', t('No timer was started: a “version” needs its story’s “uri”.'));
  return { kind: 'story', uri: file.toString(), version: versionOf(argument) ?? FIRST_VERSION };
}

/** Whether a command was called for this subject: for it by whatever it names, or for whatever is timed. */
function isMeant(argument: unknown, subject: TimerSubject | undefined): boolean {
  const { round, uri, version } = fields(argument);
  const loop = decodeLoopArgument(argument);
  if (loop !== undefined || round !== undefined)
    return subject?.kind === 'round' && isRound(subject, loop, asText(round));
  if (uri === undefined && version === undefined) return true;
  if (subject === undefined || subject.kind === 'round') return false;
  return (
    (uri === undefined || asUri(uri)?.toString() === subject.uri) &&
    (version === undefined || (subject.kind === 'story' && version === subject.version))
  );
}

function isRound(subject: TimedRound, loop: LoopName | undefined, round: string | undefined): boolean {
  if (round !== undefined && round !== subject.round) return false;
  const name = loop === undefined ? subject.loop : String(loop);
  return name === subject.loop || name === nameOf(vscode.Uri.parse(subject.loop));
}

/** Stamps the time and the phase into the notes of the round that is timed, and puts the cursor there. */
async function addMarker({ store, timer, panels }: RoundCommandServices, argument: unknown): Promise<undefined> {
  const shot = timer.snapshot();
  if (!shot || !isActive(shot) || shot.subject.kind !== 'round') {
    void vscode.window.showInformationMessage('There is no moment to mark: start the timer of a round first.');
    return undefined;
  }
  const found = await findRound(store, shot.subject);
  await panels.open(found.located, found.round).mark(markerLine(shot, asText(fields(argument)['text'])));
  return undefined;
}

/**
 * Keeps the context keys that menus and keybindings ask: `prepLoop.timer`, the state of the window's timer, or
 * `thinking` before it starts, and `prepLoop.roundTimer`, that of the active panel's round or story (`idle` where
 * something else is timed).
 */
function keepContext({ timer, think, shared, panels, rehearsals }: RoundCommandServices): vscode.Disposable[] {
  const timerKey = new ContextKey<string>('prepLoop.timer');
  const roundTimerKey = new ContextKey<string>('prepLoop.roundTimer');
  const elsewhereKey = new ContextKey<boolean>('prepLoop.timerElsewhere');
  const update = (): void => {
    elsewhereKey.set(shared.elsewhere !== undefined);
    const shot = timer.snapshot();
    const timed = (think.plan ?? shot)?.subject;
    const status = think.plan ? 'thinking' : (shot?.status ?? 'idle');
    const active = panels.active ? timedRound(panels.active) : rehearsals.active;
    timerKey.set(status);
    roundTimerKey.set(isSameSubject(timed, active) ? status : 'idle');
  };
  update();
  return [
    timer.onDidChange(update),
    think.onDidChange(update),
    shared.onDidChange(update),
    panels.onDidChangeActive(update),
    rehearsals.onDidChangeActive(update),
  ];
}
