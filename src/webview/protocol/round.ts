/** What the extension and the round panel say to each other. Both sides decode what they hear. */
import * as z from 'zod/mini';
import { MAX_NOTES } from '../../core/practice/draft';
import { count, decoder, html, noticeMessage, readyMessage, text } from './common';

/** What the panel can ask the timer for. */
export const TIMER_ACTIONS = ['start', 'pause', 'resume', 'nextPhase', 'addMinute', 'stop', 'reset'] as const;
export type TimerAction = (typeof TIMER_ACTIONS)[number];

/** The files that the panel can have opened. It never names a path itself. */
export const OPEN_TARGETS = ['round', 'notes', 'loop', 'playbook', 'session', 'questions'] as const;
export type OpenTarget = (typeof OPEN_TARGETS)[number];

/** What the panel can do with an unsaved run that the timer has left. */
export const LEFT_RUN_ACTIONS = ['continue', 'save', 'discard'] as const;
export type LeftRunAction = (typeof LEFT_RUN_ACTIONS)[number];

/** Which file a relative link stands in. */
const linkBase = z.enum(['round', 'loop', 'playbook']);
export type LinkBase = z.infer<typeof linkBase>;

/** A press on one of the timer's buttons, which other panels have too. */
export const timerMessage = z.strictObject({ type: z.literal('timer'), action: z.enum(TIMER_ACTIONS) });
export type TimerMessage = z.infer<typeof timerMessage>;

const score = z.literal([1, 2, 3, 4]);
const notes = z.string().check(z.maxLength(MAX_NOTES));

const fromPanel = z.discriminatedUnion('type', [
  readyMessage,
  timerMessage,
  /** Tick or untick the item at a 0-based line, provided it still says `text`, the `nth` time. */
  z.strictObject({ type: z.literal('toggle'), line: count, text, nth: z.optional(count), checked: z.boolean() }),
  z.strictObject({ type: z.literal('open'), target: z.enum(OPEN_TARGETS) }),
  z.strictObject({ type: z.literal('debrief') }),
  /** Show the round's whole answer. */
  z.strictObject({ type: z.literal('exemplar') }),
  /** Write the cheat sheet as a page to print. */
  z.strictObject({ type: z.literal('cheatSheet') }),
  /** Opens the page to read before the round. */
  z.strictObject({ type: z.literal('brief') }),
  /** Another prompt, at random. */
  z.strictObject({ type: z.literal('shuffle') }),
  /** A certain prompt, by its title. */
  z.strictObject({ type: z.literal('choose'), prompt: text }),
  z.strictObject({ type: z.literal('pin'), pinned: z.boolean() }),
  /** Draw from the prompts of one competency, by its id; without one, from all. */
  z.strictObject({ type: z.literal('filter'), competency: z.optional(text) }),
  /** The notes as they are now: told at every change. */
  z.strictObject({ type: z.literal('notes'), text: notes }),
  /** Mark this moment of the run, with one of the round's signals or to be described. */
  z.strictObject({ type: z.literal('mark'), signal: z.optional(text) }),
  z.strictObject({ type: z.literal('score'), competency: text, score }),
  /** Whether a signal was shown in this run. */
  z.strictObject({ type: z.literal('signal'), signal: text, shown: z.boolean() }),
  /** Go on to the next prompt of the run. */
  z.strictObject({ type: z.literal('nextPrompt') }),
  /** Show the next follow-up of the prompt that is on. */
  z.strictObject({ type: z.literal('nextPush') }),
  /** Look for the story that answers the current prompt. */
  z.strictObject({ type: z.literal('findStory') }),
  /** Give the round's questions their stories. */
  z.strictObject({ type: z.literal('assignStories') }),
  /** Open the story that is to answer a question, by the question's place in the list and the story's title there. */
  z.strictObject({ type: z.literal('assigned'), index: count, title: text }),
  /** The prompt that the peer chose in a mock, as it was entered; '' for none. */
  z.strictObject({ type: z.literal('given'), prompt: text }),
  /** Save the run as a session. */
  z.strictObject({ type: z.literal('save') }),
  /** What becomes of an unsaved run that the timer has left, named by when it began. */
  z.strictObject({ type: z.literal('left'), action: z.enum(LEFT_RUN_ACTIONS), run: count }),
  /** Open a story, by its 0-based place in the list and the title that it had there. */
  z.strictObject({ type: z.literal('story'), index: count, title: text }),
  /** Open a story that is proposed for a weak score, by its place and title there. */
  z.strictObject({ type: z.literal('proposed'), competency: text, index: count, title: text }),
  /** Practise the arithmetic of a block of the cheat sheet, by its place among the blocks there. */
  z.strictObject({ type: z.literal('practise'), block: count }),
  /** Open a story that proves something, by its place in a row of the fit check and its title there. */
  z.strictObject({ type: z.literal('proof'), row: text, proof: count, title: text }),
  /** Do what closes the gap of a row, as the page named it. */
  z.strictObject({ type: z.literal('closeGap'), row: text, action: text }),
  /** Write the fit check to its file. */
  z.strictObject({ type: z.literal('checkFit') }),
  /** A question was asked; the `nth` of those with this text. */
  z.strictObject({ type: z.literal('asked'), question: text, nth: count }),
  /** Choose what to ask. */
  z.strictObject({ type: z.literal('askNext') }),
  /** Add a person, or give one other fields: by the name as it was shown, and which one of that name. */
  z.strictObject({
    type: z.literal('person'),
    interviewer: z.optional(text),
    nth: z.optional(count),
    name: text,
    role: text,
    cares: text,
    link: text,
  }),
  z.strictObject({ type: z.literal('removePerson'), interviewer: text, nth: count }),
  /** Read an invite for this round. */
  z.strictObject({ type: z.literal('invite') }),
  /** Review the drill cards that are proposed for a weak score. */
  z.strictObject({ type: z.literal('review'), competency: text }),
  z.strictObject({
    type: z.literal('link'),
    href: z.string().check(z.minLength(1), z.maxLength(2048)),
    base: linkBase,
  }),
]);
/** From the panel to the extension. */
export type FromPanel = z.infer<typeof fromPanel>;

export const timerView = z.object({
  status: z.enum(['idle', 'running', 'paused', 'finished']),
  /** Nobody observed the timer for a while, so it was paused. */
  away: z.boolean(),
  /** 0-based; means nothing where there are no phases. */
  phaseIndex: count,
  phases: z.array(z.object({ title: text, cue: text, plannedMs: count, addedMs: count, elapsedMs: count })),
  /** Time to think before the first phase, which has not begun. */
  think: z.optional(z.object({ leftMs: count, totalMs: count })),
  /** The title of the other round that the window's timer is running or paused for. */
  other: z.optional(text),
  /** Whether another window on the same folder times this. */
  elsewhere: z.optional(z.boolean()),
});
export type TimerView = z.infer<typeof timerView>;
export type PhaseView = TimerView['phases'][number];

const item = z.object({
  line: count,
  text,
  /** Its place among the items of the same text. */
  nth: z.optional(count),
  html,
  checked: z.boolean(),
  indent: count,
  heading: text,
});
export type ItemView = z.infer<typeof item>;

const prompt = z.object({
  title: text,
  question: html,
  more: html,
  /** What its listener asks next, one after the other, with what a good and a bad turn sounds like. */
  pushes: z.array(z.object({ push: html, good: html, bad: html })),
  hasListenFor: z.boolean(),
  competencies: z.array(text),
  /** How long it takes, in words. */
  clock: z.optional(text),
  /** Of a point of feedback: the title of the round that it is on. */
  from: z.optional(text),
});
export type PromptView = z.infer<typeof prompt>;

const pair = z.object({ topic: text, weak: html, strong: html, why: html });
export type PairView = z.infer<typeof pair>;

/** `anchors` says in words what a 1, 2, 3 and 4 look like. */
const competency = z.object({ id: text, title: text, description: text, anchors: z.array(text).check(z.length(4)) });
export type CompetencyView = z.infer<typeof competency>;

const trouble = z.object({ message: text, target: z.optional(z.enum(OPEN_TARGETS)) });
export type TroubleView = z.infer<typeof trouble>;

const mean = z.number().check(z.gte(1), z.lte(4));
const scorePair = z.object({ self: z.optional(score), peer: z.optional(score) });

/** Runs of the round in the order of time. */
const trend = z.object({
  /** In a line; '' where there is no run. */
  summary: text,
  /** `scores` are in the order of the round's competencies; overtime is in whole seconds. */
  runs: z.array(
    z.object({
      date: text,
      kind: z.enum(['solo', 'mock']),
      self: z.optional(mean),
      peer: z.optional(mean),
      scores: z.array(scorePair),
      overtime: count,
      /** Whether it ended long before its plan. */
      brokenOff: z.optional(z.boolean()),
    }),
  ),
  /** Mean overtime in seconds. */
  phases: z.array(z.object({ title: text, mean: z.number().check(z.gte(0)) })),
});
export type RoundTrendView = z.infer<typeof trend>;

/** The latest mock as the candidate and the peer scored it. */
const comparison = z.object({
  date: text,
  /** The peer's name; '' where it is not known. */
  peer: text,
  /** The difference is the own score less the peer's. */
  rows: z.array(
    z.object({ title: text, self: z.optional(score), peer: z.optional(score), difference: z.optional(z.int()) }),
  ),
  means: z.optional(z.object({ self: mean, peer: mean })),
  /** Whether the peer would hire, in words. */
  hire: z.optional(text),
  comments: html,
});
export type ComparisonView = z.infer<typeof comparison>;

const fitRow = z.object({
  id: text,
  state: z.enum(['strong', 'partial', 'missing', 'yours']),
  /** The state in a word. */
  word: text,
  question: text,
  expects: text,
  reason: text,
  /** Titles of the stories, the best first. */
  proofs: z.array(text),
  /** What closes the gap. */
  action: z.optional(text),
  frame: text,
});
export type FitRowView = z.infer<typeof fitRow>;

/** Whom the user meets; what is not known is ''. */
const person = z.object({ name: text, nth: count, role: text, cares: text, link: text });
export type PersonView = z.infer<typeof person>;

const fit = z.object({ summary: text, rows: z.array(fitRow) });
export type FitView = z.infer<typeof fit>;

const questions = z.object({
  /** `text` is as the file has it, `words` without marks; `heard` is what it follows up on, or ''. */
  next: z.array(z.object({ text, nth: count, words: text, heading: text, chosen: z.boolean(), heard: text })),
  /** How many were asked in this round. */
  asked: count,
});
export type QuestionsView = z.infer<typeof questions>;

const round = z.object({
  title: text,
  /** Above the title: where in which loop. */
  place: text,
  /** What is known of it, shown in a row: date, length, status. */
  facts: z.array(z.object({ icon: z.enum(['calendar', 'watch', 'pass', 'circle-large', 'error']), text })),
  judges: text,
  competencies: z.array(competency),
  /** What is worth marking as it happens. */
  signals: z.array(text),
  checklist: z.array(item),
  /** Whether the round has a file to tick and to write notes in. */
  hasFile: z.boolean(),
  guide: html,
  /** The loop's cheat sheet. */
  figures: html,
  /** The blocks of the cheat sheet whose arithmetic can be practised, each by its place among all, from 0. */
  exercises: z.array(z.object({ block: count, title: text })),
  /** How the last drill in arithmetic went; '' where there was none. */
  arithmetic: text,
  /** Whether the playbook has a whole answer to read. */
  hasExemplar: z.optional(z.boolean()),
  /** Those from feedback first. */
  prompts: z.array(prompt),
  pairs: z.array(pair),
  /** The stories that fit, the best first; the score is of 100. */
  stories: z.array(z.object({ title: text, score: z.optional(count), ready: z.boolean() })),
  /** Which story is to answer which question; without a title it is a gap. */
  assigned: z.optional(z.array(z.object({ prompt: text, title: z.optional(text) }))),
  /** In the first round: what the company asks for. */
  fit: z.optional(fit),
  /** Left out where the round has no file. */
  people: z.optional(z.array(person)),
  /** Where it takes place; what is not known is ''. */
  meeting: z.optional(z.object({ platform: text, link: text, place: text })),
  /** Left out where the loop has no questions.md. */
  questions: z.optional(questions),
  trend,
  comparison: z.optional(comparison),
  /** Where the playbook's figures come from. */
  source: text,
  /** What was said to the company so far, each figure in a sentence. */
  stated: z.optional(z.array(text)),
  troubles: z.array(trouble),
});
export type RoundView = z.infer<typeof round>;

/** What a practice run is about, and what was noted in it so far. */
const practice = z.object({
  /** The title of the prompt to practise, the first of several; undefined where the round has none. */
  prompt: z.optional(text),
  /** All that were drawn for the run, in their order, the one above first; whole minutes. */
  run: z.array(z.object({ title: text, minutes: z.optional(count) })),
  /** Which of them is on, as `promptNow` reads it, and how many follow-ups were shown, by the prompt's title. */
  turn: z.object({ index: count, sinceMs: count, pushes: z.record(text, count) }),
  /** Where the run is a mock: whose it is ('' where that is not known), and the prompt that was entered for it. */
  mock: z.optional(z.object({ peer: text, prompt: text })),
  /** The oldest unsaved run that the timer has left: when it began and how long it took, and how many there are. */
  left: z.optional(z.object({ run: count, time: text, all: count })),
  pinned: z.boolean(),
  /** The id of the competency that prompts are drawn from. */
  competency: z.optional(text),
  /** Of the prompts that can be drawn, how many were seen. */
  seen: count,
  prompts: count,
  notes,
  /** Higher where the notes differ from what the page last sent: it takes them over then. */
  version: count,
  /** By the competency's id. */
  scores: z.record(text, score),
  /** What to do about the weak ones. */
  proposals: z.array(
    z.object({ competency: text, cards: count, stories: z.array(z.object({ title: text, ready: z.boolean() })) }),
  ),
  /** Which of the round's signals were shown. */
  signals: z.array(text),
  /** The file name of the session saved last, if nothing was noted since. */
  saved: z.optional(text),
  /** Whether cues may be heard. */
  sound: z.boolean(),
});
export type PracticeView = z.infer<typeof practice>;

const toPanel = z.discriminatedUnion('type', [
  z.object({ type: z.literal('round'), round }),
  z.object({ type: z.literal('timer'), timer: timerView }),
  z.object({ type: z.literal('practice'), practice }),
  /** Put the cursor after the notes, with this line added to them where there is one. */
  z.object({ type: z.literal('write'), line: z.optional(text) }),
  noticeMessage,
]);
/** From the extension to the panel. */
export type ToPanel = z.infer<typeof toPanel>;

const panelState = z.object({
  loop: z.string().check(z.minLength(1), z.maxLength(4096)),
  round: z.string().check(z.minLength(1), z.maxLength(200)),
});
/** What a panel needs to be opened again: the loop's folder as a Uri's string, and the round's id. */
export type RoundPanelState = z.infer<typeof panelState>;

export const decodeFromPanel = decoder(fromPanel);
export const decodeToPanel = decoder(toPanel);
export const decodePanelState = decoder(panelState);
