/** The people of a round: adding, editing and removing them in its front matter. */
import * as vscode from 'vscode';
import type { InterviewerArgument } from '../commandTable';
import { addInterviewer, changeInterviewer, removeInterviewer } from '../core/loop/editInterviewers';
import {
  INTERVIEWER_KEYS,
  isWebAddress,
  LONGEST_OF_INTERVIEWER,
  plainLine,
  type Interviewer,
  type InterviewerFields,
  type InterviewerKey,
} from '../core/loop/interviewers';
import type { TextEdit } from '../core/markdown/text';
import type { Clock } from '../core/ports';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PrepStore, TextFiles } from '../store/api';
import { editNoted, type WrittenFile } from '../store/notedEdits';
import { asIndex, asText, fields } from './decode';
import { offerUndo } from './offerUndo';
import { roundToUse, roundUri, type LocatedRound } from './roundArgument';
import { textStep } from './steps';

const { t } = vscode.l10n;

export interface PeopleCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly clock: Clock;
}

export function registerPeopleCommands(parts: PeopleCommandParts): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('prepLoop.addInterviewer', (argument) => add(parts, argument), false),
    registerCommand('prepLoop.editInterviewer', (argument) => edit(parts, argument), false),
    registerCommand('prepLoop.removeInterviewer', (argument) => remove(parts, argument), false),
  );
}

async function add(parts: PeopleCommandParts, argument: unknown): Promise<boolean> {
  const title = t('Add an Interviewer');
  const at = await roundToUse(parts.store, parts.clock, argument, title);
  if (!at) return false;
  const given = fieldsOf(argument);
  const person = given.name === undefined ? await askFields(title, given) : given;
  if (!person) return false;
  const { name = '' } = person;
  if (at.round.interviewers.some((other) => other.name === plainLine(name)))
    throw new Refusal('argument', t('{0} is an interviewer of {1} already.', plainLine(name), at.round.title));
  return (await write(parts, at, (text) => addInterviewer(text, { ...person, name }))) !== undefined;
}

async function edit(parts: PeopleCommandParts, argument: unknown): Promise<boolean> {
  const title = t('Edit an Interviewer');
  const found = await personToUse(parts, argument, title);
  if (!found) return false;
  const { at, person, nth } = found;
  const given = fieldsOf(argument);
  const isGiven = INTERVIEWER_KEYS.some((key) => given[key] !== undefined);
  const changed = isGiven ? given : await askFields(title, person);
  if (!changed) return false;
  return (await write(parts, at, (text) => changeInterviewer(text, { name: person.name, nth }, changed))) !== undefined;
}

async function remove(parts: PeopleCommandParts, argument: unknown): Promise<boolean> {
  const found = await personToUse(parts, argument, t('Remove an Interviewer'));
  if (!found) return false;
  const { at, person, nth } = found;
  const written = await write(parts, at, (text) => removeInterviewer(text, { name: person.name, nth }));
  if (!written) return false;
  void offerUndo(parts.files, written, {
    done: t('{0} was removed from {1}.', person.name, at.round.title),
    undone: t('{0} is back.', person.name),
  });
  return true;
}

/** What was written, to be taken back; undefined where the file says it already. */
const write = (
  { files }: PeopleCommandParts,
  at: LocatedRound,
  change: (text: string) => TextEdit[] | undefined,
): Promise<WrittenFile | undefined> => editNoted(files, roundUri(at), change);

interface FoundPerson {
  readonly at: LocatedRound;
  readonly person: Interviewer;
  /** Which one of several with that name, 0-based. */
  readonly nth: number;
}

/** The person who is named, else the one that the user chooses. @throws Refusal where the round has none. */
async function personToUse(
  { store, clock }: PeopleCommandParts,
  argument: unknown,
  title: string,
): Promise<FoundPerson | undefined> {
  const at = await roundToUse(store, clock, argument, title);
  if (!at) return undefined;
  const { interviewers } = at.round;
  const { interviewer, nth } = fields(argument);
  const name = asText(interviewer);
  const people = interviewers.map((person, index) => ({
    at,
    person,
    nth: interviewers.slice(0, index).filter((other) => other.name === person.name).length,
  }));
  if (people.length === 0)
    throw new Refusal('absent', t('{0} has no interviewers yet: add one first.', at.round.title));
  if (name === undefined) {
    const items = people.map((each) => ({ label: each.person.name, description: each.person.role ?? '', each }));
    return (await vscode.window.showQuickPick(items, { title, placeHolder: t('Whom?'), matchOnDescription: true }))
      ?.each;
  }
  const found = people.find((each) => each.person.name === plainLine(name) && each.nth === (asIndex(nth) ?? 0));
  if (!found) throw new Refusal('changed', t('{0} is not an interviewer of {1}.', name, at.round.title));
  return found;
}

/** The fields that an argument has; '' takes one out. @throws Refusal where one is wrong. */
function fieldsOf(argument: unknown): InterviewerFields {
  const given = fields(argument as Partial<InterviewerArgument>);
  const found = INTERVIEWER_KEYS.flatMap((key) => {
    const value = given[key];
    if (typeof value !== 'string') return [];
    const wrong = wrongWith(key, value);
    if (wrong !== undefined) throw new Refusal('argument', wrong);
    return [[key, plainLine(value)] as const];
  });
  return Object.fromEntries(found);
}

/** What is wrong with a field, in a sentence. */
function wrongWith(key: InterviewerKey, value: string): string | undefined {
  const text = plainLine(value);
  const most = LONGEST_OF_INTERVIEWER[key];
  if (key === 'name' && text === '') return t('An interviewer needs a name.');
  if (text.length > most) return t('That is longer than {0} characters: shorten it.', most);
  return key === 'link' && text !== '' && !isWebAddress(text)
    ? t('Write a web address, such as https://www.linkedin.com/in/jane, or leave it blank.')
    : undefined;
}

const QUESTIONS: Readonly<Record<InterviewerKey, { readonly prompt: string; readonly placeholder: string }>> = {
  name: { prompt: t('Who is it?'), placeholder: 'Jane Doe' },
  role: { prompt: t('What do they do? You may leave it blank.'), placeholder: t('Director of PM') },
  cares: { prompt: t('What do they care about? You may leave it blank.'), placeholder: t('trade-offs, cost') },
  link: { prompt: t('A page about them? You may leave it blank.'), placeholder: 'https://www.linkedin.com/in/jane' },
};

/** Asks for each field; Back goes to the one before, Escape leaves, and then nothing was written. */
async function askFields(title: string, present: InterviewerFields): Promise<InterviewerFields | undefined> {
  const answers: { [Key in InterviewerKey]?: string | undefined } = { ...present };
  for (let at = 0; at < INTERVIEWER_KEYS.length;) {
    const key = INTERVIEWER_KEYS[at] as InterviewerKey;
    const answer = await textStep({
      title,
      step: [at + 1, INTERVIEWER_KEYS.length],
      hasBack: at > 0,
      ...QUESTIONS[key],
      value: answers[key] ?? '',
      judge: (text) => {
        const message = wrongWith(key, text);
        return message === undefined ? undefined : { message, severity: vscode.InputBoxValidationSeverity.Error };
      },
    });
    if (answer === undefined) return undefined;
    if (answer === 'back') at -= 1;
    else {
      answers[key] = plainLine(answer);
      at += 1;
    }
  }
  return answers;
}
