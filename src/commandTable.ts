/**
 * The one table of the commands: what the palette calls each, what it takes and what it gives. package.json is
 * generated from it.
 */
import type { Landing } from './core/debrief/debriefModel';
import type { Outcome } from './core/loop/loopModel';
import type { Fit } from './core/match/storyIndex';
import type { Plan } from './core/schedule/planModel';
import type { Scores, SessionKind } from './core/sessions/sessionModel';
import type { StoryFilter, StoryOrder } from './core/story/arrange';
import type { TimerSnapshot } from './core/timer/snapshot';

/** A file or folder: as much of the editor's Uri as this table needs, so that core can use it. */
export interface FileUri {
  readonly scheme: string;
  readonly path: string;
  toString(): string;
}

/** Names a loop by its folder's name, or by its folder's Uri where several workspace folders have one of that name. */
export type LoopName = string | FileUri;

/** Names a workspace folder by its name or its Uri; where it is left out and there are several, the user is asked. */
export type FolderName = string | FileUri;

export interface RoundArgument {
  readonly loop: LoopName;
  /** The round's id. */
  readonly round: string;
}

/** A run of a round that is not saved. */
export interface RunArgument extends RoundArgument {
  /** When it began, in milliseconds since the epoch; left out, the oldest is meant. */
  readonly run?: number;
  /** Whether a person is there to be asked. */
  readonly ask?: boolean;
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

/** A story, and how well it answers the question that was asked. */
export interface FoundStory {
  readonly uri: FileUri;
  readonly title: string;
  readonly fit: Fit;
  /** Each a phrase, such as “it tells of a failure or a mistake”; empty for a gap. */
  readonly why: readonly string[];
}

/** A person of a round: by the name as it stands in the file, and by which one of several with that name, from 0. */
export interface InterviewerArgument extends RoundArgument {
  readonly interviewer?: string;
  readonly nth?: number;
  /** What the person is to have; '' takes a field out. */
  readonly name?: string;
  readonly role?: string;
  readonly cares?: string;
  readonly link?: string;
}

/** An invite, as text or as a file, and the round that it is for. */
export interface InviteArgument {
  readonly loop: LoopName;
  /** Left out, it is guessed; the user is asked where it is not certain. */
  readonly round?: string;
  readonly text?: string;
  readonly uri?: FileUri | string;
  /**
   * Which of `date`, `time`, `pinned`, `platform`, `link`, `place` and `people` are written, without a question; none
   * for `[]`. Left out, the user is shown what would change.
   */
  readonly accept?: readonly string[];
}

/** What an invite would change in a round, and what was written. `date` and `time` are on the loop's own clock. */
export interface InviteResult {
  readonly round: string;
  readonly changes: readonly { readonly part: string; readonly from: string; readonly to: string }[];
  /** What was decided, and what could not be read, each a sentence. */
  readonly notes: readonly string[];
  readonly written: readonly { readonly part: string; readonly to: string }[];
}

/** A question, and the story that is to answer it; a gap has neither title nor file. */
export interface AnsweredQuestion extends Pick<FoundStory, 'fit' | 'why'>, Partial<Pick<FoundStory, 'uri' | 'title'>> {
  /** A prompt's title, or the question as it was asked. */
  readonly prompt: string;
}

export interface ItemArgument {
  readonly uri: FileUri | string;
  /** 0-based. */
  readonly line: number;
  /** The item's text as it was shown; the line must still say it. */
  readonly text: string;
  /**
   * Which of the items of that text it was, from 0; left out, only the line and its text are compared. Two items may
   * say the same, and a line inserted above moves both.
   */
  readonly nth?: number | undefined;
  /** The state to reach; left out, the state is toggled. */
  readonly checked?: boolean;
}

/** What a timer is for: a round, a version of a story that is rehearsed, or the interview of a peer by its file. */
export type TimedArgument = RoundArgument | { readonly uri: FileUri | string; readonly version?: string };

/** A place in a file: a line, or an offset as in the editor; from `start` to `end`, the text is selected. */
export interface PlaceArgument {
  readonly uri: FileUri | string;
  /** 0-based. */
  readonly line?: number;
  readonly start?: number;
  readonly end?: number;
  /** Beside what is active, unless it is open already. */
  readonly beside?: boolean;
}

/** A session: by its file, or by its loop and its path in the prep folder. */
export interface SessionArgument {
  readonly uri?: FileUri | string;
  readonly loop?: LoopName;
  readonly session?: FileUri | string;
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

/**
 * A round of a loop, or the round of a planned mock; what is left out is asked for if nothing is given, or if `ask` is
 * set.
 */
export interface PackArgument extends SessionArgument {
  readonly round?: string;
  readonly target?: FileUri | string;
  readonly stories?: readonly (FileUri | string)[];
  readonly replace?: boolean;
  readonly ask?: boolean;
}

/** The interview of a peer to be held: of a round, or of the round and the peer of a mock. */
export interface InterviewArgument extends SessionArgument {
  readonly round?: string;
  /** The peer's name. */
  readonly peer?: string;
  /** `YYYY-MM-DD`; left out, today, or a day that the user is asked for with the peer. */
  readonly date?: string;
  /** The title of the prompt to ask; left out, the file has all of the round. */
  readonly prompt?: string;
}

/** An example: of a template by its id, of the template that a story was made from, or of a round. */
export interface ExampleArgument extends Partial<RoundArgument> {
  readonly template?: string;
  /** A story. */
  readonly uri?: FileUri | string;
  /** Beside what is active, which keeps the focus. */
  readonly beside?: boolean;
}

/** What of a loop is exported, and where to. */
export interface ExportArgument {
  readonly loop: LoopName;
  readonly target?: FileUri | string;
  readonly replace?: boolean;
  /** Whether a person is there to be asked. */
  readonly ask?: boolean;
}

/** A round whose page is exported, and where to. */
export interface BriefExportArgument extends RoundArgument {
  /** A file, whose ending decides between HTML (`.html`) and Markdown (`.md`), or a folder. */
  readonly target?: FileUri | string;
  readonly replace?: boolean;
  readonly ask?: boolean;
}

/** A loop that is exported whole. */
export interface LoopPackArgument extends ExportArgument {
  /**
   * What goes into it: `plan`, `briefs`, `stories`, `cheatSheet`, `scripts`, `questions`, and what is private: `offer`,
   * `stated`, `feedback`, `people`, `logistics` (links to join). Left out, all that is not private.
   */
  readonly include?: readonly string[];
  /** Which stories; left out, those on the rounds' pages. */
  readonly stories?: readonly (FileUri | string)[];
}

/** Which drill cards of a loop are to be reviewed. */
export interface CardsArgument {
  readonly loop: LoopName;
  readonly competency?: string;
  readonly round?: string;
  readonly group?: string;
  readonly limit?: number;
}

/** A block of a file, and the round that its practice is saved for. */
export interface PractiseArgument extends Partial<RoundArgument> {
  readonly uri?: FileUri | string;
  readonly block?: number;
  /** The same seed gives the same figures; left out, they are other ones each time. */
  readonly seed?: number;
}

/** A question that was asked in a round; a story by its file's name, its title or its Uri. */
export interface AskedQuestion {
  readonly asked: string;
  readonly story?: FileUri | string;
  readonly landed?: Landing;
  readonly pushedOn?: string | readonly string[];
  /** Facts that our notes have otherwise. */
  readonly contradicted?: string | readonly string[];
}

/** A round's new date. */
export interface RescheduleArgument extends RoundArgument {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`; left out, the time stays the same. */
  readonly time?: string;
}

/** A command: its words and looks in package.json, and the types of its one optional argument and of its result. */
export interface Command<Argument, Result> {
  readonly title: string;
  /** A codicon, as package.json writes it: `$(add)`. */
  readonly icon?: string;
  /** A when clause; without it the command can always be run. */
  readonly enablement?: string;
  /** Never there: it carries the types. */
  readonly types?: { readonly argument: Argument; readonly result: Result };
}

function command<Argument = never, Result = undefined>(
  title: string,
  looks: Pick<Command<never, never>, 'icon' | 'enablement'> = {},
): Command<Argument, Result> {
  return { title, ...looks };
}

/** Add a command here, register it, and run `npm run generate`. */
export const COMMANDS = {
  'prepLoop.startLoop': command<
    {
      readonly playbook?: string;
      /** Where the playbook leaves them open, or they differ from what it says. */
      readonly company?: string;
      readonly role?: string;
      readonly firstContact?: string;
      /** The day on which preparation begins, `YYYY-MM-DD`; left out, today. */
      readonly prepareFrom?: string;
      /** The rounds whose dates are known: `YYYY-MM-DD`, and `HH:MM`. They are pinned. */
      readonly rounds?: readonly { readonly id: string; readonly date: string; readonly time?: string }[];
      readonly name?: string;
      /** What to keep out of a repository: `nothing`, `offers` or `all` of the prep folder; left out, nothing. */
      readonly keepOut?: string;
      readonly folder?: FolderName;
    },
    FileUri | undefined
  >('Start a Loop…', { icon: '$(add)' }),
  /**
   * Copies a playbook, the general one where `from` is left out, into `playbooks/<id>`; asks for what it is to be
   * called where no id is given. Gives the copy's folder.
   */
  'prepLoop.newPlaybook': command<
    {
      readonly id: string;
      readonly from?: string;
      readonly company?: string;
      readonly role?: string;
      readonly folder?: FolderName;
    },
    FileUri | undefined
  >('New Playbook From…', { icon: '$(new-folder)' }),
  'prepLoop.openRound': command<RoundArgument>('Open Round Panel…', { icon: '$(preview)' }),
  /**
   * A caller that names a round has decided. With `ask`, a person may think first, and is asked about another timer.
   */
  'prepLoop.startTimer': command<
    TimedArgument & { readonly ask?: boolean; /** Without time to think. */ readonly atOnce?: boolean },
    TimerSnapshot | undefined
  >('Start Round Timer', { icon: '$(play)' }),
  /**
   * With a loop the changes are made at once, and the new plan is given; without one, or from a menu, they are shown
   * first.
   */
  'prepLoop.replan': command<{ readonly loop: LoopName; readonly preview?: boolean }, Plan | undefined>('Replan…', {
    icon: '$(calendar)',
  }),
  'prepLoop.rescheduleRound': command<RescheduleArgument, Plan | undefined>('Reschedule Round…', {
    icon: '$(calendar)',
  }),
  /** Reads an invite and proposes what it says for a round. Nothing is written that was not accepted. */
  'prepLoop.readInvite': command<Partial<InviteArgument>, InviteResult | undefined>('Read an Invite…', {
    icon: '$(mail)',
  }),
  /** Adds a person to a round's front matter. True when the file was changed, as with the next two. */
  'prepLoop.addInterviewer': command<InterviewerArgument, boolean>('Add an Interviewer…', { icon: '$(person-add)' }),
  'prepLoop.editInterviewer': command<InterviewerArgument, boolean>('Edit an Interviewer…', { icon: '$(edit)' }),
  'prepLoop.removeInterviewer': command<InterviewerArgument, boolean>('Remove an Interviewer…', { icon: '$(trash)' }),
  /** True when every file was put back. */
  'prepLoop.undoReplan': command<never, boolean>('Undo Last Replan', {
    icon: '$(discard)',
    enablement: 'prepLoop.canUndoReplan',
  }),
  /** True when the round's file says so. */
  'prepLoop.pinRound': command<RoundArgument, boolean>('Pin Round’s Date', { icon: '$(pinned)' }),
  'prepLoop.unpinRound': command<RoundArgument, boolean>('Unpin Round’s Date', { icon: '$(pin)' }),
  'prepLoop.markRoundPlanned': command<RoundArgument, boolean>('Mark Round as Planned'),
  'prepLoop.markRoundDone': command<RoundArgument, boolean>('Mark Round as Done'),
  'prepLoop.markRoundPassed': command<RoundArgument, boolean>('Mark Round as Passed'),
  'prepLoop.markRoundFailed': command<RoundArgument, boolean>('Mark Round as Failed'),
  /** Goes on here with the run of another window on the same folder, which lets go of it. */
  'prepLoop.takeOverTimer': command<never, TimerSnapshot | undefined>('Take Over the Timer of Another Window', {
    icon: '$(multiple-windows)',
    enablement: 'prepLoop.timerElsewhere',
  }),
  /** If a round or story is named, only its timer is meant; this goes for the next five commands too. */
  'prepLoop.pauseTimer': command<TimedArgument, TimerSnapshot | undefined>('Pause Round Timer', {
    icon: '$(debug-pause)',
    enablement: 'prepLoop.timer == running',
  }),
  'prepLoop.resumeTimer': command<TimedArgument, TimerSnapshot | undefined>('Resume Round Timer', {
    icon: '$(debug-continue)',
    enablement: 'prepLoop.timer == paused',
  }),
  'prepLoop.nextPhase': command<TimedArgument, TimerSnapshot | undefined>('Next Phase', {
    icon: '$(debug-step-over)',
    enablement: 'prepLoop.timer == running || prepLoop.timer == paused',
  }),
  'prepLoop.addMinute': command<TimedArgument, TimerSnapshot | undefined>('Add One Minute to the Phase', {
    icon: '$(add)',
    enablement: 'prepLoop.timer == running || prepLoop.timer == paused',
  }),
  'prepLoop.stopTimer': command<TimedArgument, TimerSnapshot | undefined>('Stop Round Timer', {
    icon: '$(debug-stop)',
    enablement: 'prepLoop.timer =~ /^(running|paused|thinking)$/',
  }),
  'prepLoop.resetTimer': command<TimedArgument, TimerSnapshot | undefined>('Reset Round Timer', {
    icon: '$(debug-restart)',
    enablement: 'prepLoop.timer && prepLoop.timer != idle',
  }),
  /** Goes on to the run's next prompt and gives its title. Without a round, the panel's or the timer's is meant. */
  'prepLoop.nextPrompt': command<RoundArgument, string | undefined>('Next Prompt of the Run', {
    icon: '$(arrow-right)',
    enablement: 'prepLoop.timer == running || prepLoop.timer == paused',
  }),
  /** Shows the current prompt's next follow-up; gives it as Markdown. */
  'prepLoop.nextPush': command<RoundArgument, string | undefined>('Show the Next Follow-Up', {
    icon: '$(comment-discussion)',
    enablement: 'prepLoop.timer && prepLoop.timer != idle',
  }),
  /** Marks this moment of the round being timed in its practice notes. */
  'prepLoop.addMarker': command<{ readonly text?: string }>('Add a Marker to the Notes', {
    icon: '$(bookmark)',
    enablement: 'prepLoop.timer == running || prepLoop.timer == paused',
  }),
  /**
   * Saves the round's run and its notes as a session, stopping the clock if it is being timed; saving it again writes
   * into the same file.
   */
  'prepLoop.saveSession': command<RunArgument & SessionDetails, FileUri | undefined>('Save Practice Session', {
    icon: '$(save)',
    enablement: 'prepLoop.hasRun',
  }),
  /** Forgets a round's run that was not saved, and its notes. */
  'prepLoop.discardRun': command<RunArgument>('Discard Unsaved Practice Run…', { icon: '$(discard)' }),
  /** Goes back to a run that the timer has left, paused where it was left. */
  'prepLoop.continueRun': command<RunArgument, TimerSnapshot | undefined>('Continue Unsaved Practice Run', {
    icon: '$(debug-continue)',
    enablement: 'prepLoop.hasUnsavedRun',
  }),
  /** Deletes a practice run's file; a person is asked first, and it goes to the trash where there is one. */
  'prepLoop.deleteRun': command<SessionArgument>('Delete Practice Run…', { icon: '$(trash)' }),
  /**
   * Gives the stories that answer a question, the best first, each with its fit and why. Without a question, or where a
   * person is to be asked, they are shown as the question is typed, and the one that is chosen is opened.
   */
  'prepLoop.findStory': command<
    Partial<RoundArgument> & { readonly question?: string; readonly ask?: boolean },
    readonly FoundStory[] | undefined
  >('Find a Story for a Question…', { icon: '$(search)' }),
  /**
   * Gives each question of a round a story, none twice, the best in total, and writes them into the round's file. The
   * questions are the round's prompts where none are named. A person is shown them before anything is written.
   */
  'prepLoop.assignStories': command<
    Partial<RoundArgument> & { readonly questions?: readonly string[]; readonly ask?: boolean },
    readonly AnsweredQuestion[] | undefined
  >('Assign Stories to a Round…', { icon: '$(checklist)' }),
  /**
   * Reads the transcript of an interview or a mock, from a file or a text, into the notes and the front matter of a
   * session: `session`, or one of that day and round, or a new one. `you` is the speaker’s name; left out, it is the
   * likeliest. With `keep`, the text is kept in the loop’s `transcripts`. Asks for what is missing. Gives the session.
   */
  'prepLoop.importTranscript': command<
    Partial<RoundArgument> & {
      readonly uri?: FileUri | string;
      readonly text?: string;
      readonly you?: string;
      /** `YYYY-MM-DD`; left out, the transcript’s or the round’s. */
      readonly date?: string;
      readonly session?: FileUri | string;
      readonly keep?: boolean;
      readonly ask?: boolean;
    },
    FileUri | undefined
  >('Import a Transcript…', { icon: '$(comment)' }),
  'prepLoop.newStory': command<
    {
      readonly title?: string;
      readonly template?: string;
      readonly competencies?: readonly string[];
      readonly folder?: FolderName;
    },
    FileUri | undefined
  >('New Story…', { icon: '$(new-file)' }),
  /**
   * Opens an example to read: a filled-in template, or a round's whole answer. Where none is named, it is the example
   * of the current story's template, or else one that is asked for. Gives the page's Uri.
   */
  'prepLoop.showExample': command<ExampleArgument, FileUri | undefined>('Show an Example…', { icon: '$(eye)' }),
  'prepLoop.sortStories': command<{ readonly by: StoryOrder }>('Sort Stories…', { icon: '$(list-ordered)' }),
  'prepLoop.filterStories': command<StoryFilter>('Filter Stories…', { icon: '$(filter)' }),
  'prepLoop.clearStoryFilter': command('Show All Stories', { icon: '$(filter-filled)' }),
  /** The page of a rule for stories; asks for the rule where none is given. */
  'prepLoop.openRule': command<{ readonly code: string }>('Open a Rule’s Page…', { icon: '$(book)' }),
  /** Turns a rule off in the settings of the workspace; `uri` is a file in which it is to be off. */
  'prepLoop.turnRuleOff': command<{ readonly code: string; readonly uri?: FileUri | string }>(
    'Turn a Rule Off in This Workspace…',
    {
      icon: '$(circle-slash)',
    },
  ),
  /** Where a story lost points; the active editor's story where none is given. */
  'prepLoop.explainScore': command<{ readonly uri: FileUri | string }>('Explain the Score of a Story', {
    icon: '$(dashboard)',
  }),
  /** Selects the next blank that is still to be filled in; in the active editor where no file is given. */
  'prepLoop.nextBlank': command<{ readonly uri: FileUri | string }>('Go to the Next Blank', { icon: '$(arrow-down)' }),
  /** Opens the cue cards of a story or a script; where none is given, the active editor's, or one that is asked for. */
  'prepLoop.rehearseStory': command<{ readonly uri: FileUri | string; readonly version?: string }>('Rehearse…', {
    icon: '$(mic)',
  }),
  /**
   * Packs a round for a peer: an HTML file to read, and beside it a Markdown file to fill in. Gives the first's Uri, or
   * that of `target`, which may name either of the two, or a folder. Only named stories are included; existing files
   * are replaced only if that is asked for.
   */
  'prepLoop.exportPack': command<PackArgument, FileUri | undefined>('Pack a Round for a Peer…', { icon: '$(package)' }),
  /**
   * Writes a loop's cheat sheet as an HTML file to print, and gives its Uri. `target` may name a file or a folder; an
   * existing file is replaced only if that is asked for.
   */
  'prepLoop.exportCheatSheet': command<ExportArgument, FileUri | undefined>('Export Cheat Sheet', {
    icon: '$(export)',
  }),
  /** Opens the page to read in the last fifteen minutes before a round. */
  'prepLoop.openBrief': command<RoundArgument>('Open Fifteen-Minute Page…', { icon: '$(book)' }),
  /**
   * Writes the page of a round as an HTML file that fits one sheet of paper, and beside it as Markdown; gives the Uri
   * of the HTML file, or of `target`. An existing file is replaced only if that is asked for.
   */
  'prepLoop.exportBrief': command<BriefExportArgument, FileUri | undefined>('Export Fifteen-Minute Page…', {
    icon: '$(export)',
  }),
  /**
   * Writes a whole loop as one HTML file to print or give away, and gives its Uri: nothing private unless chosen. An
   * existing file is replaced only if that is asked for.
   */
  'prepLoop.exportLoopPack': command<LoopPackArgument, FileUri | undefined>('Export Loop Pack…', {
    icon: '$(export)',
  }),
  /** Plans a mock of a round with a peer; gives its file's Uri. */
  'prepLoop.planMock': command<Partial<MockPlan>, FileUri | undefined>('Plan a Mock…', { icon: '$(add)' }),
  /**
   * Swaps the roles: opens a file with what an interviewer has of a round, and the form to fill in for the peer. It
   * does not count as the user's practice. Gives the file's Uri; the same interview again opens the same file.
   */
  'prepLoop.interviewPeer': command<InterviewArgument, FileUri | undefined>('Interview a Peer…', {
    icon: '$(comment-discussion)',
  }),
  /**
   * Writes the form of a peer's interview as an HTML page, and beside it as Markdown, with nothing else of its file;
   * gives the Uri of the HTML file, or of `target`. An existing file is replaced only if that is asked for.
   */
  'prepLoop.exportInterview': command<
    {
      readonly uri?: FileUri | string;
      readonly target?: FileUri | string;
      readonly replace?: boolean;
      readonly ask?: boolean;
    },
    FileUri | undefined
  >('Export an Interview for the Peer…', { icon: '$(export)' }),
  /** Opens the round's panel and starts its clock; a mock that is planned for another day is moved to this one. */
  'prepLoop.startMock': command<SessionArgument>('Start Mock', { icon: '$(play)' }),
  'prepLoop.rescheduleMock': command<
    SessionArgument & { readonly date?: string; readonly time?: string },
    FileUri | undefined
  >('Reschedule Mock…', { icon: '$(calendar)' }),
  'prepLoop.deleteMock': command<SessionArgument>('Delete Mock…', { icon: '$(trash)' }),
  /**
   * Sets the peer's scores that are given, and adds the comments; asks for them where neither is given. Gives the
   * mock's file.
   */
  'prepLoop.scoreMock': command<
    SessionArgument & { readonly scores?: Scores; readonly comments?: string },
    FileUri | undefined
  >('Enter the Peer’s Scores…', { icon: '$(feedback)' }),
  /** Reads the score sheet that came back, all of it or nothing. Gives the mock's file. */
  'prepLoop.importScores': command<SessionArgument & { readonly from?: FileUri | string }, FileUri | undefined>(
    'Import the Peer’s Scores…',
  ),
  /**
   * Makes each point of feedback on a session or a round an item of the next round's checklist, or of the round `to`,
   * with its source linked. Left out, the points are those under “Feedback” in its file. Gives the file that has the
   * items.
   */
  'prepLoop.logFeedback': command<
    Partial<RoundArgument> & {
      readonly session?: FileUri | string;
      readonly points?: readonly string[];
      readonly to?: string;
    },
    FileUri | undefined
  >('Log Feedback…', { icon: '$(comment-discussion)' }),
  /**
   * Writes what was asked in a round under “Debrief” in its file, and into the stories where and how each was told; its
   * gaps become prompts and drill cards of the later rounds. Asks for the questions where none are given. Gives the
   * round's file.
   */
  'prepLoop.debriefRound': command<
    RoundArgument & { readonly questions?: readonly AskedQuestion[] },
    FileUri | undefined
  >('Debrief a Round…', { icon: '$(comment)' }),
  /** Opens the dashboard of a loop; asks for the loop where none is given and there are several. */
  'prepLoop.openDashboard': command<{ readonly loop: LoopName }>('Open Dashboard', { icon: '$(dashboard)' }),
  /**
   * Holds what the playbook asks for against the stories, and writes that into `fit.md`, whose Uri it gives; what the
   * user wrote there stays.
   */
  'prepLoop.checkFit': command<{ readonly loop: LoopName }, FileUri | undefined>('Check Fit', {
    icon: '$(checklist)',
  }),
  /**
   * Chooses the questions to ask in a round, three of those that fit it and were not asked yet, and marks them in
   * `questions.md`; a person is shown them first. Gives the chosen questions as Markdown.
   */
  'prepLoop.askNext': command<RoundArgument & { readonly ask?: boolean }, readonly string[] | undefined>('Ask Next…', {
    icon: '$(question)',
  }),
  /** Marks a question of `questions.md` as asked, today where no date is given. True where its line was changed. */
  'prepLoop.markAsked': command<
    RoundArgument & { readonly question?: string; readonly nth?: number; readonly date?: string },
    boolean
  >('Mark a Question as Asked…', { icon: '$(check)' }),
  /**
   * Opens the drill cards of a loop; asks for the loop where none is given and there are several. With a competency's
   * or a round's id, or the title of a group, the sitting is about those cards, due or not; `limit` is how many it has.
   */
  'prepLoop.reviewCards': command<CardsArgument>('Review Drill Cards…', { icon: '$(mortar-board)' }),
  /**
   * Makes a drill card of the selected text: asks for its question where none is given, and adds it to `drills.md` of
   * the loop. Gives that file.
   */
  'prepLoop.makeCard': command<
    { readonly loop: LoopName; readonly question: string; readonly answer: string },
    FileUri | undefined
  >('Make a Card From Selection…', { icon: '$(mortar-board)' }),
  /**
   * Gives a drill card the reviews that a loop's log has of a question which no card asks any more. `card` is the
   * question that it asks now and `was` the one before, or their ids; asks for what is not given. True where it was
   * done.
   */
  'prepLoop.keepCardHistory': command<
    { readonly loop: LoopName; readonly card?: string; readonly was?: string },
    boolean
  >('Keep the History of a Changed Card…', { icon: '$(history)' }),
  /** Writes a loop's drill cards as a text file that Anki imports; scheduling does not travel. Gives the file. */
  'prepLoop.exportCards': command<ExportArgument, FileUri | undefined>('Export Cards for Anki…', { icon: '$(export)' }),
  /**
   * Adds the cards of a text file that Anki exported to a loop's `drills.md`. A person is shown them first, those that
   * the loop has already not ticked; a call that names both the loop and the file leaves these out. Gives `drills.md`.
   */
  'prepLoop.importCards': command<
    { readonly loop: LoopName; readonly uri: FileUri | string; readonly ask?: boolean },
    FileUri | undefined
  >('Import Cards From Anki…', { icon: '$(cloud-download)' }),
  /**
   * Asks for the results of a block with other figures, against the clock. `block` is its place among the blocks of the
   * file, from 0; where no file is given, one is chosen among the blocks of the active editor or of the loop.
   */
  'prepLoop.practiseArithmetic': command<PractiseArgument>('Practise the Arithmetic…', { icon: '$(symbol-numeric)' }),
  /** Opens the panel of an offer: of a loop, or of a file in `offers`. */
  'prepLoop.openOffer': command<{ readonly loop?: LoopName; readonly uri?: FileUri | string }>('Open Offer…', {
    icon: '$(credit-card)',
  }),
  /** Shows the offers of a prep folder side by side, and writes them as a table into `offers/comparison.md`. */
  'prepLoop.compareOffers': command<{ readonly loop?: LoopName }>('Compare Offers', { icon: '$(git-compare)' }),
  /**
   * Adds a figure that was said to the company to `stated` of the loop's offer.md, with today's date where none is
   * given; asks where neither a base nor a total is given. Gives the file's Uri.
   */
  'prepLoop.logStated': command<
    {
      readonly loop?: LoopName;
      readonly date?: string;
      readonly round?: string;
      readonly to?: string;
      /** A year, in the offer's currency. */
      readonly base?: number;
      /** Of the first year, in the offer's currency. */
      readonly total?: number;
    },
    FileUri | undefined
  >('Log a Figure You Stated…', { icon: '$(comment)' }),
  'prepLoop.toggleItem': command<ItemArgument, boolean | undefined>('Toggle Checklist Item', { icon: '$(check)' }),
  /**
   * Gives a preparation task its own day, or removes that day if `date` is empty; asks for the day where none is given.
   * True when the line was changed.
   */
  'prepLoop.setDueDate': command<ItemArgument & { readonly date?: string }, boolean>('Set Due Date…', {
    icon: '$(calendar)',
  }),
  /** The Space key in the tracker: see `views/spaceKey`. */
  'prepLoop.toggleFocused': command('Toggle the Focused Item'),
  /**
   * Writes or renews the result in words below each block of a Markdown file; with `start`, an offset, only of the
   * block there. Without a file, the active editor's is meant, and the block at its cursor.
   */
  'prepLoop.recomputeInWords': command<Partial<Pick<PlaceArgument, 'uri' | 'start'>>>('Recompute in Words', {
    icon: '$(sync)',
  }),
  /** Asks for a result of a block of the same loop, and writes it at the cursor. */
  'prepLoop.insertFigure': command('Insert a Figure…', { icon: '$(symbol-numeric)' }),
  /**
   * Fills a loop's script from the stories, the case, and the ladder of asks: its blanks where the script is there, or
   * a new one from its template. Someone who names both gets the figures that fit best, unless `ask` is set. Gives the
   * script's Uri.
   */
  'prepLoop.composeScript': command<
    { readonly loop: LoopName; readonly script?: string; readonly ask?: boolean },
    FileUri | undefined
  >('Compose a Script…', { icon: '$(comment-draft)' }),
  /**
   * Replaces a script's figure by what its source says now: that of the comment in a line, or at the cursor. True when
   * something was changed.
   */
  'prepLoop.refreshFigure': command<Partial<Pick<PlaceArgument, 'uri' | 'line'>>, boolean>('Refresh from Source', {
    icon: '$(sync)',
  }),
  /** Opens the page of all figures of a loop, by what they measure; asks for the loop where there are several. */
  'prepLoop.showFigures': command<{ readonly loop: LoopName }>('Show Figures', { icon: '$(symbol-numeric)' }),
  /**
   * Lists a figure in claims.md as retracted, with the reason, which is asked for where none is given; without a place,
   * the figure at the cursor. Gives the Uri of claims.md.
   */
  'prepLoop.retractFigure': command<
    Partial<Pick<PlaceArgument, 'uri' | 'start' | 'end'>> & { readonly reason?: string },
    FileUri | undefined
  >('Mark a Figure as Retracted…', { icon: '$(circle-slash)' }),
  'prepLoop.openFile': command<PlaceArgument>('Open File', { icon: '$(go-to-file)' }),
  'prepLoop.revealInExplorer': command<PlaceArgument>('Reveal in Explorer View'),
  'prepLoop.hideDone': command('Hide Done Items', { icon: '$(filter)' }),
  'prepLoop.showDone': command('Show Done Items', { icon: '$(filter-filled)' }),
  'prepLoop.refresh': command('Refresh Loops and Stories', { icon: '$(refresh)' }),
  /** Writes a loop's days as an .ics file: `target`, or `calendar.ics` in the loop's folder. */
  'prepLoop.exportCalendar': command<
    { readonly loop: LoopName; readonly target?: FileUri | string },
    FileUri | undefined
  >('Export Calendar', { icon: '$(calendar)' }),
  /**
   * Closes a loop: `outcome` and `closed` in loop.md, and a retrospective, whose Uri it gives. Asks for what is left
   * out.
   */
  'prepLoop.closeLoop': command<{ readonly loop: LoopName; readonly outcome?: Outcome }, FileUri | undefined>(
    'Close Loop…',
    { icon: '$(archive)' },
  ),
  'prepLoop.reopenLoop': command<{ readonly loop: LoopName }>('Reopen Loop…', { icon: '$(discard)' }),
  /** Shows Today in the tracker. */
  'prepLoop.showToday': command('Show Today', { icon: '$(calendar)' }),
  'prepLoop.customiseTemplates': command<{ readonly folder?: FolderName }, FileUri | undefined>(
    'Customise Story Templates',
    { icon: '$(edit)' },
  ),
  'prepLoop.deleteStory': command<PlaceArgument>('Delete Story…', { icon: '$(trash)' }),
};

export type CommandId = keyof typeof COMMANDS;
type TypesOf<Id extends CommandId> = NonNullable<(typeof COMMANDS)[Id]['types']>;
export type ArgumentOf<Id extends CommandId> = TypesOf<Id>['argument'];
export type ResultOf<Id extends CommandId> = TypesOf<Id>['result'];

/** One of our commands to be run, as a row of a tree offers it: what it is called there, and its argument. */
export type CommandCall = {
  [Id in CommandId]: { readonly id: Id; readonly title: string; readonly argument?: ArgumentOf<Id> };
}[CommandId];
