/** What to ask the interviewers: choosing questions for a round, and marking them as asked. */
import * as vscode from 'vscode';
import { plainText } from '../core/checklist/checklist';
import { parseDate } from '../core/days/dates';
import type { TextEdit } from '../core/markdown/text';
import type { Clock } from '../core/ports';
import { askedEdits, chosenEdits, type MarkRefusal } from '../core/questions/markQuestions';
import { nextQuestions, type NextQuestion } from '../core/questions/nextQuestions';
import { isAsked, type Question, type QuestionName } from '../core/questions/questionModel';
import { joined } from '../core/words';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PrepStore, TextFiles } from '../store/api';
import { questionsUri, type QuestionStore } from '../store/questionStore';
import { createFile, editFile, fileRefusal } from '../store/refusals';
import { todayOf } from '../store/today';
import { asIndex, asText, fields } from './decode';
import { roundToUse, type LocatedRound } from './roundArgument';
import { sayBriefly } from './say';

const { t } = vscode.l10n;

/** No file has more questions that anybody would look through. */
const MOST_SHOWN = 50;

export interface QuestionCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly questions: QuestionStore;
  readonly clock: Clock;
}

export function registerQuestionCommands(parts: QuestionCommandParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.askNext', (argument) => askNext(parts, argument)),
    registerCommand('prepLoop.markAsked', (argument) => markAsked(parts, argument), false),
  );
}

async function askNext(parts: QuestionCommandParts, argument: unknown): Promise<readonly string[] | undefined> {
  const { store, clock, questions } = parts;
  const at = await roundToUse(store, clock, argument, t('Ask Next'));
  if (!at) return undefined;
  const { located, round } = at;
  const all = (await questions.read(located)) ?? (await newQuestions(parts, at));
  const heard = await questions.heard(located, all);
  const next = nextQuestions(all, round.id, heard);
  if (next.length === 0) throw noneLeft(at);
  const { round: named, ask } = fields(argument);
  const chosen = asText(named) === undefined || ask === true ? await letChoose(all, next, round.id, heard) : next;
  if (!chosen || chosen.length === 0) return undefined;
  await edit(parts, at, (text) =>
    chosenEdits(
      text,
      located.loop.rounds,
      chosen.map(({ question }) => question),
      round.id,
    ),
  );
  const texts = chosen.map(({ question }) => question.text);
  sayBriefly(t('Chosen for “{0}”: {1} of your questions.', round.title, texts.length));
  return texts;
}

/** A loop without the file gets the playbook's. */
async function newQuestions({ store, files, questions }: QuestionCommandParts, at: LocatedRound) {
  const { located } = at;
  const text = (await store.playbookOf(located))?.playbook?.questions ?? '';
  if (text.trim() === '') throw noneLeft(at);
  const uri = questionsUri(located.uri);
  await createFile(files, uri, `${text.trim()}\n`);
  return (await questions.read(located)) ?? [];
}

const noneLeft = ({ located, round }: LocatedRound): Refusal =>
  new Refusal('absent', t('No question is left for “{0}”: write one into questions.md, as a list item.', round.title), {
    file: questionsUri(located.uri),
    remedy: 'open',
  });

/** Those that fit, the next ones ticked. Undefined where the user left the question. */
async function letChoose(
  all: readonly Question[],
  next: readonly NextQuestion[],
  round: string,
  heard: readonly string[],
): Promise<readonly NextQuestion[] | undefined> {
  const fitting = nextQuestions(all, round, heard, MOST_SHOWN);
  const items = fitting.map((each) => ({
    label: plainText(each.question.text),
    detail: reasonOf(each),
    picked: next.some(({ question }) => question.line === each.question.line),
    each,
  }));
  const placeHolder = t('Which will you ask? Three are enough for a round.');
  const options = { title: t('Ask Next'), placeHolder, canPickMany: true, ignoreFocusOut: true } as const;
  return (await vscode.window.showQuickPick(items, options))?.map(({ each }) => each);
}

function reasonOf({ question, chosen, heard }: NextQuestion): string {
  const follows = heard.length === 0 ? '' : t('follows up on “{0}”', heard.join('”, “'));
  return joined([question.heading, chosen ? t('chosen') : '', follows], ' · ');
}

async function markAsked(parts: QuestionCommandParts, argument: unknown): Promise<boolean> {
  const { store, clock, questions } = parts;
  const given = fields(argument);
  const at = await roundToUse(store, clock, argument, t('Mark a Question as Asked'));
  if (!at) return false;
  const { located, round } = at;
  const today = todayOf(located.loop, clock);
  const date = given['date'] === undefined ? today : parseDate(String(given['date']));
  if (date === undefined)
    throw new Refusal('argument', t('“{0}” is not a calendar day: write it as YYYY-MM-DD.', String(given['date'])));
  const text = asText(given['question']);
  const name = text === undefined ? await letNameAsked(questions, at) : { text, nth: asIndex(given['nth']) };
  return name !== undefined && edit(parts, at, (now) => askedEdits(now, located.loop.rounds, name, date, round.id));
}

async function letNameAsked(questions: QuestionStore, at: LocatedRound): Promise<QuestionName | undefined> {
  const open = ((await questions.read(at.located)) ?? []).filter((question) => !isAsked(question));
  if (open.length === 0) throw noneLeft(at);
  const items = open.map((question) => ({ label: plainText(question.text), detail: question.heading, question }));
  const title = t('Mark a Question as Asked');
  return (await vscode.window.showQuickPick(items, { title, placeHolder: t('Which did you ask?') }))?.question;
}

/** Edits questions.md. @throws Refusal where it has changed, or is in a merge conflict. */
function edit(
  { files }: QuestionCommandParts,
  { located }: LocatedRound,
  change: (text: string) => TextEdit[] | MarkRefusal,
): Promise<boolean> {
  const uri = questionsUri(located.uri);
  return editFile(files, uri, (text) => {
    const edits = change(text);
    if (typeof edits === 'string') throw fileRefusal('edit', edits, uri);
    return edits;
  });
}
