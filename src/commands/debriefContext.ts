/** What a debrief is worked out from, and how it is written. */
import * as vscode from 'vscode';
import { LANDINGS, weakest, type DebriefedQuestion } from '../core/debrief/debriefModel';
import { readDebrief, storyNamed } from '../core/debrief/readDebrief';
import { tellingEdits, untellingEdits } from '../core/debrief/tellings';
import { debriefEdits, isSameQuestion, type DebriefChange } from '../core/debrief/writeDebrief';
import { markdownLink, relativePath } from '../core/markdown/links';
import { applyEdits } from '../core/markdown/text';
import type { LoadedPlaybook } from '../core/playbook/loadPlaybook';
import type { Session } from '../core/sessions/sessionModel';
import { Refusal } from '../refusal';
import type { PrepStore, SessionStore, TextFiles } from '../store/api';
import { fileRefusal } from '../store/refusals';
import type { IndexedStories, StoryIndexes } from '../store/storyIndexes';
import type { LocatedStory } from '../store/storyStore';
import { pathUnder } from '../store/uris';
import { writeTogether, type FileChange } from '../store/writeTogether';
import { asText, asUri, fields } from './decode';
import { roundUri, type LocatedRound } from './roundArgument';

const { t } = vscode.l10n;

export interface DebriefSources {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly indexes: StoryIndexes;
  readonly sessions: SessionStore;
}

/** A round that is debriefed, and what is known around it. */
export interface DebriefContext extends LocatedRound, IndexedStories {
  readonly files: TextFiles;
  /** The round’s file. */
  readonly uri: vscode.Uri;
  readonly playbook: LoadedPlaybook | undefined;
  /** The runs and mocks of the round. */
  readonly sessions: readonly Session[];
}

export async function debriefContext(sources: DebriefSources, at: LocatedRound): Promise<DebriefContext> {
  const { store, files, indexes, sessions } = sources;
  const { located, round } = at;
  const [indexed, entry, runs] = await Promise.all([
    indexes.of(located.root),
    store.playbookOf(located),
    sessions.sessions(located),
  ]);
  return {
    ...at,
    files,
    uri: roundUri(at),
    ...indexed,
    playbook: entry?.playbook,
    sessions: runs.filter((session) => session.round === round.id),
  };
}

/** What the round’s file has of the debrief now. @throws Refusal where nothing could be written into it. */
export async function notedSoFar({ files, uri }: DebriefContext): Promise<readonly DebriefedQuestion[]> {
  const text = await files.read(uri);
  if (text === undefined) throw fileRefusal('edit', 'missing', uri);
  if (debriefEdits(text, []) === undefined) throw fileRefusal('edit', 'conflict', uri);
  return readDebrief(text).questions;
}

/** A story’s title by the name of its file, or the words that were written in its place. */
export function storyTitle({ stories }: Pick<DebriefContext, 'stories'>, name: string): string {
  return storyOf(stories, name)?.story.title ?? name;
}

/**
 * Writes questions into the round’s file, and into each story that was told where and how it landed. A story that a
 * question had before, and none has now, was not told. All of it is written, or nothing.
 * @throws Refusal where a file cannot be written to.
 */
export async function writeDebrief(
  context: DebriefContext,
  questions: readonly DebriefChange[],
  more: readonly FileChange[] = [],
): Promise<void> {
  const { files, uri, stories, located, round } = context;
  const before = readDebrief((await files.read(uri)) ?? '').questions;
  let after: readonly DebriefedQuestion[] = before;
  const link = (name: string): string => {
    const found = storyOf(stories, name);
    const path = found && pathUnder(located.root.uri, found.uri);
    return found && path !== undefined
      ? markdownLink(found.story.title ?? found.name, relativePath(round.path, path))
      : name;
  };
  const inRound = (text: string) => {
    const edits = debriefEdits(text, questions, link);
    if (!edits) throw fileRefusal('edit', 'conflict', uri);
    after = readDebrief(applyEdits(text, edits)).questions;
    return edits;
  };
  const inStory = (story: LocatedStory) => (text: string) => {
    const telling = { loop: located.loop.id, round: round.id };
    const answered = after.filter((each) => each.story !== undefined && storyOf([story], each.story));
    if (answered.length === 0) return untellingEdits(text, telling);
    const isOpen = questions.some(({ asked, landed }) => landed === null && isAmong(answered, asked));
    const landed = weakest(answered.map((each) => each.landed)) ?? (isOpen ? null : undefined);
    return tellingEdits(text, { ...telling, landed, date: round.date, to: round.interviewers.map(({ name }) => name) });
  };
  const changed = questions.filter(({ story, landed }) => story !== undefined || landed !== undefined);
  const replaced = before.filter(({ asked }) => isAmong(changed, asked));
  const told = new Set([...changed, ...replaced].flatMap(({ story }) => storyOf(stories, story ?? '') ?? []));
  const inStories = [...told].map((story): FileChange => ({ uri: story.uri, change: inStory(story) }));
  // What is most likely refused comes first.
  await writeTogether(files, [...more, { uri, change: inRound }, ...inStories]);
}

const isAmong = (questions: readonly Pick<DebriefedQuestion, 'asked'>[], asked: string): boolean =>
  questions.some((each) => isSameQuestion(each.asked, asked));

/** The story that a name, a file’s name or a title means. */
function storyOf(stories: readonly LocatedStory[], written: string): LocatedStory | undefined {
  const name = folded(storyNamed(written));
  return (
    stories.find((story) => folded(story.name) === name) ??
    stories.find(({ story }) => story.title !== undefined && folded(story.title) === name)
  );
}

const folded = (text: string): string => text.trim().normalize('NFC').toLowerCase();

/**
 * Reads the questions that the command was called with. What each may hold was checked already.
 * @throws Refusal where one names a story that is not there, or a landing that does not exist.
 */
export function decodeQuestions(given: unknown, { stories }: DebriefContext): DebriefChange[] {
  return (Array.isArray(given) ? given : []).map((each: unknown): DebriefChange => {
    const { asked, story, landed, pushedOn, contradicted } = fields(each);
    const landing = LANDINGS.find((candidate) => candidate === landed);
    if (landed !== undefined && landing === undefined)
      throw new Refusal('argument', t('“{0}” is no way to land: use one of {1}.', String(landed), LANDINGS.join(', ')));
    return {
      asked: String(asked),
      ...(story === undefined ? {} : { story: decodeStory(story, stories) }),
      ...(landing === undefined ? {} : { landed: landing }),
      pushedOn: textsIn(pushedOn),
      contradicted: textsIn(contradicted),
    };
  });
}

function decodeStory(given: unknown, stories: readonly LocatedStory[]): string {
  const uri = asUri(given);
  const text = asText(given);
  const found =
    stories.find((story) => uri && story.uri.toString() === uri.toString()) ??
    (text === undefined ? undefined : storyOf(stories, text));
  if (found) return found.name;
  throw new Refusal(
    'absent',
    t('There is no story “{0}”: name it by its file or its title. Nothing was written.', uri?.path ?? String(given)),
  );
}

const textsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((each: unknown) => asText(each) ?? []);
