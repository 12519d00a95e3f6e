/** Reading the transcript of an interview or a mock into a session of its round. */
import * as vscode from 'vscode';
import { parseDate, instantAt, type CalendarDate } from '../core/days/dates';
import type { Clock } from '../core/ports';
import { locateFrontMatter } from '../core/markdown/frontMatter';
import { setFrontMatterValue } from '../core/frontMatter/editFrontMatter';
import { addNotes, inTurn, setSpeech, type Edits } from '../core/sessions/editSession';
import { EMPTY_SESSION, isPractice, type Session, type Speech } from '../core/sessions/sessionModel';
import { dayOfSession, startedAt } from '../core/sessions/sessionName';
import { guessSpeaker, isSameSpeaker, type GuessedSpeaker } from '../core/transcript/guessSpeaker';
import { measureTranscript, type TranscriptContext } from '../core/transcript/measureTranscript';
import { dayOfRecording } from '../core/transcript/transcriptDay';
import { speechOf, transcriptNotes } from '../core/transcript/transcriptNotes';
import { matchableStory } from '../core/match/matchableStory';
import { registerCommand } from '../editorCommands';
import { Refusal, report } from '../refusal';
import type { PrepStore, SessionStore, TextFiles } from '../store/api';
import { createSession } from '../store/newSession';
import { editFile } from '../store/refusals';
import { storiesIn, type StoryStore } from '../store/storyStore';
import { timeZoneOf, todayOf } from '../store/today';
import { asText, asUri, fields } from './decode';
import { keepTranscript } from './keptTranscript';
import { decodeLoopArgument, findNamedLoop } from './loopArgument';
import { openAt } from './openAt';
import { findRound, roundToUse, type LocatedRound } from './roundArgument';
import { sayBriefly } from './say';
import { findSession, sessionUri } from './sessionArgument';
import { askInTurn, type Ask } from './steps';
import { givenSource, readChosen, whileShown, type ReadSource } from './transcriptSource';
import { askKeep, askSession, askSource, askSpeaker, IMPORT_TITLE } from './transcriptQuestions';

const { t } = vscode.l10n;

/** The names of the speakers that the user said to be, the last first. */
const SPEAKERS_KEY = 'prepLoop.transcriptSpeakers';
const MOST_REMEMBERED = 20;
/** A transcript without a time of day is put at noon. */
const NOON = '12:00';

export interface TranscriptCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly sessions: SessionStore;
  readonly stories: StoryStore;
  readonly clock: Clock;
  /** Remembers which speaker the user is. */
  readonly state: vscode.Memento;
}

/** What is to be done, as far as it is known. */
interface Import {
  source: ReadSource | undefined;
  place: LocatedRound | undefined;
  you: GuessedSpeaker | undefined;
  /** Undefined means a new one. */
  session: Session | undefined;
  isKept: boolean;
}

export function registerTranscriptCommand(parts: TranscriptCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.importTranscript', (argument) => importTranscript(parts, argument));
}

async function importTranscript(parts: TranscriptCommandParts, argument: unknown): Promise<vscode.Uri | undefined> {
  const given = fields(argument);
  const isRow = given['located'] !== undefined;
  const work: Import = { source: undefined, place: undefined, you: undefined, session: undefined, isKept: false };
  work.source = await givenSource(parts.files, isRow ? undefined : asUri(given['uri']), asText(given['text']));
  const loop = decodeLoopArgument(argument);
  const round = asText(given['round']);
  if (loop !== undefined && round !== undefined) work.place = await findRound(parts.store, { loop, round });
  else if (loop !== undefined) await findNamedLoop(parts.store, loop);
  const isAsking = given['ask'] === true || isRow || !work.source || !work.place;
  if (isAsking) return importAsking(parts, argument, work);
  const { source, place } = work;
  if (!source || !place) return undefined;
  work.you = speakerGiven(parts, source, place, asText(given['you']));
  work.session = await sessionGiven(parts, source, place, given);
  work.isKept = given['keep'] === true;
  return finish(parts, work, dayOf(parts, source, place, asText(given['date'])), false);
}

/** Asks for what is missing, each question with a way back to the one before. */
async function importAsking(
  parts: TranscriptCommandParts,
  argument: unknown,
  work: Import,
): Promise<vscode.Uri | undefined> {
  const given = fields(argument);
  const [hasSource, hasPlace] = [work.source !== undefined, work.place !== undefined];
  const date = asText(given['date']);
  const day = (): CalendarDate | undefined =>
    work.source && work.place ? dayOf(parts, work.source, work.place, date) : undefined;
  const questions: readonly Ask[] = [
    async () => {
      if (hasSource) return 'skip';
      const chosen = await askSource();
      if (!chosen) return undefined;
      work.source = await readChosen(parts.files, chosen);
      return 'next';
    },
    async () => {
      if (hasPlace) return 'skip';
      work.place = await roundToUse(parts.store, parts.clock, argument, IMPORT_TITLE);
      return work.place && 'next';
    },
    async (hasBack) => {
      const { source, place } = work;
      if (!source || !place) return undefined;
      const you = asText(given['you']);
      const guess = you === undefined ? guessOf(parts, source, place) : speakerGiven(parts, source, place, you);
      work.you = guess;
      if (you !== undefined || source.transcript.speakers.length < 2) return 'skip';
      const answer = await askSpeaker(source.transcript, guess.speaker, hasBack);
      if (answer === 'back' || answer === undefined) return answer;
      work.you = { speaker: answer.speaker, isSure: true };
      return 'next';
    },
    async (hasBack) => {
      const on = day();
      if (!work.place || on === undefined) return undefined;
      const offered = await sessionsOn(parts, work.place, on);
      work.session = offered[0];
      if (offered.length === 0) return 'skip';
      const answer = await askSession(offered, work.place, on, hasBack);
      if (answer === 'back' || answer === undefined) return answer;
      work.session = answer.session;
      return 'next';
    },
    async (hasBack) => {
      if (typeof given['keep'] === 'boolean') {
        work.isKept = given['keep'];
        return 'skip';
      }
      const answer = await askKeep(work.place?.located.loop.id ?? '', hasBack);
      if (answer === 'back' || answer === undefined) return answer;
      work.isKept = answer.isKept;
      return 'next';
    },
  ];
  if (!(await askInTurn(questions))) return undefined;
  return finish(parts, work, day(), true);
}

function guessOf(
  { state }: TranscriptCommandParts,
  { transcript }: ReadSource,
  { round }: LocatedRound,
): GuessedSpeaker {
  const people = round.interviewers.map(({ name }) => name);
  return guessSpeaker(transcript, remembered(state), people);
}

/** The speaker that the caller names, else the likeliest. @throws Refusal where nobody of that name speaks. */
function speakerGiven(
  parts: TranscriptCommandParts,
  source: ReadSource,
  place: LocatedRound,
  you: string | undefined,
): GuessedSpeaker {
  if (you === undefined) return guessOf(parts, source, place);
  const { speakers } = source.transcript;
  const speaker = speakers.find((name) => isSameSpeaker(name, you));
  if (speaker !== undefined) return { speaker, isSure: true };
  const names = speakers.length === 0 ? t('it names nobody') : t('it names {0}', speakers.slice(0, 10).join(', '));
  throw new Refusal('absent', t('Nobody in the transcript is called “{0}”: {1}.', you, names));
}

function remembered(state: vscode.Memento): readonly string[] {
  const kept: unknown = state.get(SPEAKERS_KEY);
  return Array.isArray(kept) ? kept.filter((name): name is string => typeof name === 'string') : [];
}

/** The day that the caller names, or the file’s name, or its head; else the round’s, where that is not to come. */
function dayOf(
  { clock }: TranscriptCommandParts,
  { name, transcript }: ReadSource,
  { located, round }: LocatedRound,
  given: string | undefined,
): CalendarDate {
  if (given !== undefined) {
    const date = parseDate(given);
    if (date !== undefined) return date;
    throw new Refusal('argument', t('“date” has to be a day, such as 2026-11-28.'));
  }
  const today = todayOf(located.loop, clock);
  const ofRound = round.date !== undefined && round.date <= today ? round.date : today;
  const named = name === undefined ? undefined : dayOfRecording(name, timeZoneOf(located.loop));
  return named ?? transcript.day ?? ofRound;
}

/** The sessions of a round on a day: first those that no transcript was read for, the latest first. */
async function sessionsOn(
  { sessions }: TranscriptCommandParts,
  { located, round }: LocatedRound,
  day: CalendarDate,
): Promise<Session[]> {
  const all = await sessions.sessionsNow(located);
  const ofDay = all.filter(
    (session) =>
      session.round === round.id &&
      dayOfSession(session)?.date === day &&
      (isPractice(session) || session.speech !== undefined),
  );
  return ofDay.reverse().sort((a, b) => Number(a.speech !== undefined) - Number(b.speech !== undefined));
}

/** The session that the caller names, else one of that day. */
async function sessionGiven(
  parts: TranscriptCommandParts,
  source: ReadSource,
  place: LocatedRound,
  given: Readonly<Record<string, unknown>>,
): Promise<Session | undefined> {
  // Looks at the files first: one that the caller has just made is found, too.
  await parts.sessions.sessionsNow(place.located);
  const { located } = place;
  const found = await findSession(parts, { session: given['session'], loop: located.uri });
  if (!found) return (await sessionsOn(parts, place, dayOf(parts, source, place, asText(given['date']))))[0];
  if (found.located.uri.toString() === located.uri.toString()) return found.session;
  const path = vscode.workspace.asRelativePath(found.uri, false);
  throw new Refusal('absent', t('The loop “{0}” has no session “{1}”.', located.loop.id, path));
}

/** Writes what the transcript says; a person is shown it. */
async function finish(
  parts: TranscriptCommandParts,
  { source, place, you, session, isKept }: Import,
  day: CalendarDate | undefined,
  isAsking: boolean,
): Promise<vscode.Uri | undefined> {
  if (!source || !place || !you || day === undefined) return undefined;
  const context = await contextOf(parts, place);
  const measures = await whileShown(source.text, () => measureTranscript(source.transcript, you.speaker, context));
  const speech = speechOf(measures);
  const notes = transcriptNotes(source.transcript, measures, { name: source.name, day, isGuessed: !you.isSure });
  const uri = await writeInto(parts, place, { session, day, speech, notes });
  if (you.isSure && you.speaker !== '') await remember(parts.state, you.speaker);
  if (isKept) await keepTranscript(parts.files, place, day, source).catch(report);
  sayBriefly(
    you.isSure
      ? t('Added to {0}', vscode.workspace.asRelativePath(uri, false))
      : t(
          'Added to {0}. “{1}”, who talks most, was taken to be you.',
          vscode.workspace.asRelativePath(uri, false),
          you.speaker,
        ),
  );
  if (isAsking) await openAt(uri);
  return uri;
}

async function remember(state: vscode.Memento, speaker: string): Promise<void> {
  const others = remembered(state).filter((name) => !isSameSpeaker(name, speaker));
  await state.update(SPEAKERS_KEY, [speaker, ...others].slice(0, MOST_REMEMBERED));
}

/** What the playbook and the stories have for the round. */
async function contextOf(
  { store, stories }: TranscriptCommandParts,
  { located, round }: LocatedRound,
): Promise<TranscriptContext> {
  const known = (await store.playbookOf(located))?.playbook?.rounds.find(({ id }) => id === round.id);
  const own = await storiesIn(stories, located.root);
  return {
    plan: known?.phases ?? [],
    signals: known?.signals ?? [],
    texts: known ? [known.guide, ...known.prompts.map(({ body }) => body), ...known.checklist].join('\n') : '',
    prompts: known?.prompts ?? [],
    stories: own.map(({ uri, name, story }) => ({
      ...matchableStory(uri.toString(), story.title ?? name, story),
      text: story.text,
    })),
  };
}

/** Adds to a session’s file, or makes a new one. @throws Refusal where it cannot be written; then nothing was. */
async function writeInto(
  { files }: TranscriptCommandParts,
  { located, round }: LocatedRound,
  {
    session,
    day,
    speech,
    notes,
  }: {
    readonly session: Session | undefined;
    readonly day: CalendarDate;
    readonly speech: Speech;
    readonly notes: string;
  },
): Promise<vscode.Uri> {
  if (session) {
    const uri = sessionUri(located, session);
    await editFile(files, uri, (text) => transcriptEdits(text, round.id, speech, notes), 'importTranscript');
    return uri;
  }
  const timeZone = timeZoneOf(located.loop);
  const time = (round.date === day ? round.time : undefined) ?? NOON;
  const { problems: _problems, feedback: _feedback, ...empty } = EMPTY_SESSION;
  const started = startedAt(instantAt(day, time, timeZone), timeZone);
  const made = { ...empty, round: round.id, kind: 'solo' as const, started, speech, notes };
  return createSession(files, located.uri, made, round.title, 'transcript');
}

/** A file without front matter gets one that says the round. */
function transcriptEdits(text: string, round: string, speech: Speech, notes: string): Edits {
  return inTurn(text, [
    (now) => (locateFrontMatter(now) === undefined ? setFrontMatterValue(now, 'round', round) : []),
    (now) => setSpeech(now, speech),
    (now) => addNotes(now, notes),
  ]);
}
