/** The dashboard as plain values: what it shows of a loop, and what a click on it means. */
import type { Action } from '../readiness/readinessModel';
import type { CalibrationReport } from '../sessions/calibration';

/** What a click can begin: what raises readiness, or a look at something. */
export type DashboardAction =
  | Action
  /** `path` is relative to the prep folder, `start` an offset as in the editor. */
  | { readonly kind: 'open'; readonly path: string; readonly start?: number }
  | { readonly kind: 'round'; readonly round: string }
  | { readonly kind: 'line'; readonly path: string; readonly line: number };

/** Stands for an action in what is shown. */
export type ActionKey = string;

export interface DayEvent {
  readonly kind: 'round' | 'feedback' | 'mock';
  readonly title: string;
  /** Time and status; may be empty. */
  readonly detail: string;
  /** Whether it is over. */
  readonly done: boolean;
  readonly action?: ActionKey | undefined;
}

export interface DayView {
  /** 1 is the day of first contact; days before it are less. */
  readonly day: number;
  /** “Tue”. */
  readonly weekday: string;
  /** “24”. */
  readonly dayOfMonth: string;
  /** “Nov”; empty where the day before is of the same month. */
  readonly month: string;
  /** 1 is Monday. */
  readonly column: number;
  readonly off: boolean;
  readonly today: boolean;
  readonly past: boolean;
  readonly minutes: number;
  /** The minutes as a share of the strip's scale, 0 to 1. */
  readonly load: number;
  /** More than the user has on a day. */
  readonly over: boolean;
  readonly events: readonly DayEvent[];
  /** The whole day in words: for a screen reader and a tooltip. */
  readonly spoken: string;
}

export interface StripView {
  readonly days: readonly DayView[];
  /** The user's minutes a day as a share of the scale, 0 to 1. */
  readonly limit: number;
  /** What a full day is: “2 h a day”. */
  readonly legend: string;
}

export interface GainView {
  /** “+4”, or “<1”. */
  readonly points: string;
  readonly text: string;
  readonly action: ActionKey;
}

export interface PartView {
  readonly title: string;
  /** Whole points; those of a round's parts add up to its score. */
  readonly points: number;
  readonly weight: number;
  readonly summary: string;
}

export interface ReadinessView {
  readonly round: string;
  readonly title: string;
  /** “Tue 24 Nov, in 2 days”. */
  readonly when: string;
  readonly next: boolean;
  /** Whether the round is behind. */
  readonly done: boolean;
  readonly score: number;
  readonly parts: readonly PartView[];
  /** What would raise it, the most first. */
  readonly gains: readonly GainView[];
  readonly action: ActionKey;
}

export interface MatrixColumn {
  readonly title: string;
  /** The rounds that judge it. */
  readonly rounds: string;
  readonly state: 'covered' | 'draft' | 'none';
  readonly ready: number;
  readonly drafts: number;
}

export interface MatrixRow {
  readonly title: string;
  readonly ready: boolean;
  /** One character per column: `r` a ready story shows it, `d` a draft does, `.` it does not. */
  readonly cells: string;
  /** Why the story is over-used; empty where it is not. */
  readonly overUse: string;
  readonly action: ActionKey;
}

export interface MatrixView {
  readonly columns: readonly MatrixColumn[];
  /** Stories that show something that the loop judges, the best first. */
  readonly rows: readonly MatrixRow[];
  /** How many stories show nothing that it judges. */
  readonly others: number;
  readonly gaps: readonly { readonly text: string; readonly detail: string; readonly action: ActionKey }[];
}

/** What the company asks for and no finished story proves. */
export interface FitGapView {
  /** “Partial” or “Missing”. */
  readonly state: 'partial' | 'missing';
  readonly question: string;
  readonly reason: string;
  /** What closes it, in a few words; both are left out where nothing does. */
  readonly close?: string | undefined;
  readonly action?: ActionKey | undefined;
}

export interface FitSummaryView {
  /** “3 strong, 1 partial, 2 missing”. */
  readonly summary: string;
  readonly gaps: readonly FitGapView[];
  /** Opens the round whose panel has all of it. */
  readonly action?: ActionKey | undefined;
}

export interface TrendPoint {
  /** Local day, `YYYY-MM-DD`. */
  readonly date: string;
  /** 1 to 4, with one decimal at most; undefined where the run was not scored. */
  readonly score?: number | undefined;
  readonly mock: boolean;
}

export interface CompetencyTrendView {
  readonly title: string;
  /** In the order of time. */
  readonly points: readonly TrendPoint[];
  /** Where each point stands: a number for each, 0 is the first day of all trends, 1 today. */
  readonly at: readonly number[];
  /** The chart in words. */
  readonly summary: string;
  readonly action: ActionKey;
}

/** One measure of how somebody spoke, over the transcripts that have it. */
export interface SpeechMeasureView {
  /** “Words a minute”. */
  readonly title: string;
  /** In the order of time: `at` is 0 on the day of the first transcript, 1 on that of the last; `level` is 0 to 1. */
  readonly points: readonly { readonly at: number; readonly level: number }[];
  /** The chart in words. */
  readonly summary: string;
}

/** How speaking goes, by the transcripts that were read. */
export interface SpeechTrendView {
  /** One at least. */
  readonly measures: readonly SpeechMeasureView[];
  /** Each transcript, in the order of time, with its words a minute and its fillers in a hundred words. */
  readonly rows: readonly { readonly date: string; readonly round: string; readonly values: readonly string[] }[];
}

export interface DrillsView {
  readonly cards: number;
  readonly due: number;
  readonly fresh: number;
  /** In percent. */
  readonly retained: number;
  /** What there is to do, in a sentence. */
  readonly summary: string;
  readonly forecast: ForecastView;
  readonly groups: readonly {
    readonly title: string;
    readonly cards: number;
    readonly retained: number;
    readonly action: ActionKey;
  }[];
  readonly action: ActionKey;
}

/** What will be known on the days of the rounds. */
export interface ForecastView {
  /** Of the next round, in a sentence; '' where none is near. */
  readonly text: string;
  readonly rounds: readonly {
    readonly title: string;
    /** “Tue 1 Dec”. */
    readonly when: string;
    readonly cards: number;
    /** How many will be known if the days go as planned, and if nothing more is reviewed. */
    readonly known: number;
    readonly already: number;
  }[];
}

export interface DashboardView {
  readonly title: string;
  /** “Day 6 of 22”. */
  readonly day: string;
  /** What comes next, in a sentence; may be empty. */
  readonly next: string;
  /** Undefined where the loop has no first day. */
  readonly strip?: StripView | undefined;
  readonly readiness: readonly ReadinessView[];
  /** Undefined where the playbook asks for nothing. */
  readonly fit?: FitSummaryView | undefined;
  readonly matrix: MatrixView;
  readonly trends: readonly CompetencyTrendView[];
  /** Undefined where no transcript was read. */
  readonly speech?: SpeechTrendView | undefined;
  /** Undefined where nothing was scored that could be compared. */
  readonly calibration?: CalibrationReport | undefined;
  readonly drills: DrillsView;
  readonly troubles: readonly { readonly message: string; readonly action?: ActionKey | undefined }[];
}

/** What is shown, and what its keys stand for. */
export interface Dashboard {
  readonly view: DashboardView;
  readonly actions: ReadonlyMap<ActionKey, DashboardAction>;
}
