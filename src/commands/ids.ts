/** The one typed source of the commands: what each takes and gives. package.json has the same ids, which a test checks. */
import * as vscode from 'vscode';
import type { Scores, SessionKind } from '../core/sessions/model';
import type { Outcome } from '../core/loop/model';
import type { StoryFilter, StoryOrder } from '../core/story/arrange';
import type { Plan } from '../core/schedule/plan';
import type { TimerSnapshot } from '../core/timer/snapshot';

/** Names a loop by its folder's name, or by its folder's Uri where several workspace folders have one of that name. */
export type LoopName = string | vscode.Uri;

/** Names a workspace folder by its name or its Uri; where it is left out and there are several, the user is asked. */
export type FolderName = string | vscode.Uri;

export interface RoundArgument {
  readonly loop: LoopName;
  /** The round's id. */
  readonly round: string;
}

/** What is said of a run when it is saved, besides what was noted in it. */
export interface SessionDetails {
  /** Left out, it is a mock where one was planned for the round and the day. */
  readonly kind?: SessionKind;
  /** A name, or a name and what they shipped. */
  readonly peer?: string | { readonly name: string; readonly shipped?: string };
  readonly prompt?: string;
  /** Competencies' ids, 1 to 4. */
  readonly scores?: Scores;
  readonly peerScores?: Scores;
  readonly signals?: readonly string[];
  /** Markdown; lines such as `- 03:12 · Frame · latency` become markers. */
  readonly notes?: string;
}

export interface ItemArgument {
  readonly uri: vscode.Uri | string;
  /** 0-based. */
  readonly line: number;
  /** The item's text as it was shown; the line has to say it still. */
  readonly text: string;
  /** The state to reach; left out, the state is turned over. */
  readonly checked?: boolean;
}

/** A place in a file: a line, or an offset as in the editor. */
export interface PlaceArgument {
  readonly uri: vscode.Uri | string;
  /** 0-based. */
  readonly line?: number;
  readonly start?: number;
}

/** A session: by its file, or by its loop and its path in the prep folder. */
export interface SessionArgument {
  readonly uri?: vscode.Uri | string;
  readonly loop?: LoopName;
  readonly session?: vscode.Uri | string;
}

export interface MockPlan extends RoundArgument {
  /** The peer's name. */
  readonly peer: string;
  readonly shipped?: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`, local to the loop's time zone. */
  readonly time?: string;
}

/** A round of a loop, or the round of a planned mock; what is left out is asked for, where nothing is given or `ask` is. */
export interface PackArgument extends SessionArgument {
  readonly round?: string;
  readonly target?: vscode.Uri | string;
  readonly stories?: readonly (vscode.Uri | string)[];
  readonly replace?: boolean;
  readonly ask?: boolean;
}

/** A round's new date. */
export interface RescheduleArgument extends RoundArgument {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`; left out, it stays. */
  readonly time?: string;
}

/** A command's one optional argument and its result. Add a command here and in package.json. */
export interface Commands {
  'prepLoop.startLoop': { argument: { readonly playbook: string; readonly firstContact?: string; readonly name?: string; readonly folder?: FolderName }; result: vscode.Uri | undefined };
  'prepLoop.openRound': { argument: RoundArgument; result: undefined };
  'prepLoop.startTimer': { argument: RoundArgument; result: TimerSnapshot | undefined };
  /** With a loop the changes are made at once, and the new plan is given; without one, or from a menu, they are shown first. */
  'prepLoop.replan': { argument: { readonly loop: LoopName }; result: Plan | undefined };
  'prepLoop.rescheduleRound': { argument: RescheduleArgument; result: Plan | undefined };
  /** True when every file was put back. */
  'prepLoop.undoReplan': { argument: never; result: boolean };
  /** True when the round's file says so. */
  'prepLoop.pinRound': { argument: RoundArgument; result: boolean };
  'prepLoop.unpinRound': { argument: RoundArgument; result: boolean };
  'prepLoop.markRoundPlanned': { argument: RoundArgument; result: boolean };
  'prepLoop.markRoundDone': { argument: RoundArgument; result: boolean };
  'prepLoop.markRoundPassed': { argument: RoundArgument; result: boolean };
  'prepLoop.markRoundFailed': { argument: RoundArgument; result: boolean };
  'prepLoop.pauseTimer': { argument: never; result: TimerSnapshot | undefined };
  'prepLoop.resumeTimer': { argument: never; result: TimerSnapshot | undefined };
  'prepLoop.nextPhase': { argument: never; result: TimerSnapshot | undefined };
  'prepLoop.addMinute': { argument: never; result: TimerSnapshot | undefined };
  'prepLoop.stopTimer': { argument: never; result: TimerSnapshot | undefined };
  'prepLoop.resetTimer': { argument: never; result: TimerSnapshot | undefined };
  /** Marks this moment of the round that is timed in the notes of its practice. */
  'prepLoop.addMarker': { argument: { readonly text?: string }; result: undefined };
  /** Writes the round's run, which is stopped if it is being timed, and what was noted in it as a session; again, into the same file. */
  'prepLoop.saveSession': { argument: RoundArgument & SessionDetails; result: vscode.Uri | undefined };
  /** Forgets a round's run that was not saved, and its notes. */
  'prepLoop.discardRun': { argument: RoundArgument; result: undefined };
  'prepLoop.newStory': { argument: { readonly title?: string; readonly template?: string; readonly competencies?: readonly string[]; readonly folder?: FolderName }; result: vscode.Uri | undefined };
  'prepLoop.sortStories': { argument: { readonly by: StoryOrder }; result: undefined };
  'prepLoop.filterStories': { argument: StoryFilter; result: undefined };
  'prepLoop.clearStoryFilter': { argument: never; result: undefined };
  /** The page of a rule for stories; asks for the rule where none is given. */
  'prepLoop.openRule': { argument: { readonly code: string }; result: undefined };
  /** Where a story lost points; of the active editor's where none is given. */
  'prepLoop.explainScore': { argument: { readonly uri: vscode.Uri | string }; result: undefined };
  /** Opens the cue cards of a story: of the active editor's, or one that is asked for, where none is given. */
  'prepLoop.rehearseStory': { argument: { readonly uri: vscode.Uri | string; readonly version?: string }; result: undefined };
  /**
   * Packs a round for a peer: an HTML file to read, and beside it a Markdown file to fill in. Gives the first's Uri, or that of
   * `target`, which may name either of the two, or a folder. No story goes along that is not named; what is there is replaced only when told so.
   */
  'prepLoop.exportPack': { argument: PackArgument; result: vscode.Uri | undefined };
  /** Plans a mock of a round with a peer; gives its file's Uri. */
  'prepLoop.planMock': { argument: MockPlan; result: vscode.Uri | undefined };
  /** Opens the round's panel and starts its clock; a mock that is planned for another day is moved to this one. */
  'prepLoop.startMock': { argument: SessionArgument; result: undefined };
  'prepLoop.rescheduleMock': { argument: SessionArgument & { readonly date?: string; readonly time?: string }; result: vscode.Uri | undefined };
  'prepLoop.deleteMock': { argument: SessionArgument; result: undefined };
  /** Sets the peer's scores that are given, and adds the comments; asks for them where neither is given. Gives the mock's file. */
  'prepLoop.scoreMock': { argument: SessionArgument & { readonly scores?: Scores; readonly comments?: string }; result: vscode.Uri | undefined };
  /** Reads the score sheet that came back, all of it or nothing. Gives the mock's file. */
  'prepLoop.importScores': { argument: SessionArgument & { readonly from?: vscode.Uri | string }; result: vscode.Uri | undefined };
  /**
   * Makes each point an item of the next round's checklist, or of the round `to`, with its source linked; of a session, or of a
   * round itself. Points left out are those under “Feedback” in its file. Gives the file that has the items.
   */
  'prepLoop.logFeedback': { argument: Partial<RoundArgument> & { readonly session?: vscode.Uri | string; readonly points?: readonly string[]; readonly to?: string }; result: vscode.Uri | undefined };
  /** Opens the dashboard of a loop; asks for the loop where none is given and there are several. */
  'prepLoop.openDashboard': { argument: { readonly loop: LoopName }; result: undefined };
  /** Opens the drill cards of a loop; asks for the loop where none is given and there are several. */
  'prepLoop.reviewCards': { argument: { readonly loop: LoopName }; result: undefined };
  'prepLoop.toggleItem': { argument: ItemArgument; result: boolean | undefined };
  /** The Space key in the tracker: see `views/spaceKey`. */
  'prepLoop.toggleFocused': { argument: never; result: undefined };
  'prepLoop.openFile': { argument: PlaceArgument; result: undefined };
  'prepLoop.revealInExplorer': { argument: PlaceArgument; result: undefined };
  'prepLoop.hideDone': { argument: never; result: undefined };
  'prepLoop.showDone': { argument: never; result: undefined };
  'prepLoop.refresh': { argument: never; result: undefined };
  /** Writes a loop's days as an .ics file: `target`, or `calendar.ics` in the loop's folder. */
  'prepLoop.exportCalendar': { argument: { readonly loop: LoopName; readonly target?: vscode.Uri | string }; result: vscode.Uri | undefined };
  /** Closes a loop: `outcome` and `closed` in loop.md, and a retrospective, whose Uri it gives. Asks for what is left out. */
  'prepLoop.closeLoop': { argument: { readonly loop: LoopName; readonly outcome?: Outcome }; result: vscode.Uri | undefined };
  'prepLoop.reopenLoop': { argument: { readonly loop: LoopName }; result: undefined };
  /** Shows Today in the tracker. */
  'prepLoop.showToday': { argument: never; result: undefined };
  'prepLoop.customiseTemplates': { argument: { readonly folder?: FolderName }; result: vscode.Uri | undefined };
  'prepLoop.deleteStory': { argument: PlaceArgument; result: undefined };
}

export type CommandId = keyof Commands;

/**
 * Registers a command. What it is called with is anybody's: a keybinding's, another extension's, a menu's tree element;
 * so it comes as `unknown` and is decoded by the command.
 */
export function registerCommand<Id extends CommandId>(id: Id, run: (argument: unknown) => Commands[Id]['result'] | Promise<Commands[Id]['result']>): vscode.Disposable {
  return vscode.commands.registerCommand(id, run);
}

/** Runs one of our commands. */
export function runCommand<Id extends CommandId>(id: Id, argument?: Commands[Id]['argument']): Thenable<Commands[Id]['result']> {
  return vscode.commands.executeCommand(id, argument);
}

/** A tree item's or code lens's command. */
export function commandOf<Id extends CommandId>(id: Id, title: string, argument: Commands[Id]['argument']): vscode.Command {
  return { command: id, title, arguments: [argument] };
}
