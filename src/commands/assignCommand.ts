/** `prepLoop.assignStories`: a story for each question of a round, none twice, written into the round's file. */
import * as vscode from 'vscode';
import type { AnsweredQuestion } from '../commandTable';
import type { AssignedStory } from '../core/loop/loopModel';
import { assignedEdits } from '../core/match/assignedEdits';
import { askedInPrompt, assignStories, type Assigned, type AssignOptions } from '../core/match/assignment';
import { questionLines } from '../core/match/questionLines';
import { heardStories } from '../core/match/heard';
import type { Asked, Match } from '../core/match/storyIndex';
import { promptsOfRound, type Prompt } from '../core/playbook/rounds';
import type { Clock } from '../core/ports';
import { plural } from '../core/words';
import { registerCommand } from '../editorCommands';
import type { PrepStore, TextFiles } from '../store/api';
import { editNoted } from '../store/notedEdits';
import type { IndexedStories, StoryIndexes } from '../store/storyIndexes';
import { askAssignment, askQuestions, type Proposed } from './assignQuestions';
import { asText, fields } from './decode';
import { offerUndo } from './offerUndo';
import { decodeRoundArgument, roundToUse, roundUri, type LocatedRound } from './roundArgument';

const { t } = vscode.l10n;
const TITLE = t('Assign Stories to a Round');

export interface AssignCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly indexes: StoryIndexes;
  readonly clock: Clock;
}

/** A question as it is matched, and by what name it is written. */
export interface RoundQuestion extends Asked {
  /** A prompt's title, or the question as it was asked. */
  readonly prompt: string;
}

export function registerAssignCommand(parts: AssignCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.assignStories', (argument) => assign(parts, argument));
}

/** Called with a round and not for a person, writes at once; else shows what it would write, to be changed. */
async function assign(parts: AssignCommandParts, argument: unknown): Promise<readonly AnsweredQuestion[] | undefined> {
  const found = await roundToUse(parts.store, parts.clock, argument, TITLE);
  if (!found) return undefined;
  const named = decodeRoundArgument(argument);
  const isAsking = !named || named.isPerson;
  const playbook = (await parts.store.playbookOf(found.located))?.playbook;
  const prompts = promptsOfRound(playbook, found.round.id);
  const given = textsIn(fields(argument)['questions']);
  const questions = isAsking && !given ? await questionsToUse(found, prompts) : (given ?? prompts.map(ofPrompt));
  if (!questions) return undefined;
  const asked = questions.map((each) => (typeof each === 'string' ? ofText(each, prompts) : each));
  if (asked.length === 0) {
    void vscode.window.showInformationMessage(
      t('There is no question to assign a story to: name those that you expect, one on a line.'),
    );
    return undefined;
  }
  const indexed = await parts.indexes.of(found.located.root);
  const proposal = new Proposal(indexed, asked, heardStories(indexed.stories, found.located.loop, found.round));
  if (isAsking && !(await askAssignment(found.round.title, proposal))) return undefined;
  const assigned = proposal.assigned();
  const written = await editNoted(parts.files, roundUri(found), (text) => assignedEdits(text, assigned), 'assign');
  if (isAsking && written)
    void offerUndo(parts.files, written, {
      done: assignedInWords(proposal.answers),
      undone: t('The round’s file says what it said before.'),
      task: 'undoAssign',
    });
  return answered(indexed, proposal);
}

/** What would be written, as the user changes it. */
class Proposal implements Proposed {
  private readonly decided = new Map<number, string | undefined>();
  answers: readonly Assigned[];

  constructor(
    private readonly indexed: IndexedStories,
    readonly questions: readonly RoundQuestion[],
    private readonly heard: NonNullable<AssignOptions['heard']>,
  ) {
    this.answers = this.worked();
  }

  titleOf(story: string): string {
    const found = this.indexed.stories.find(({ name }) => name === story);
    return found?.story.title ?? story;
  }

  /** All stories for a question, the best first. */
  matches(at: number): readonly Match[] {
    const asked = this.questions[at];
    if (!asked) return [];
    return this.indexed.index.find(asked).map((match) => {
      const again = this.heard.get(match.id);
      return again === undefined ? match : { ...match, why: [again, ...match.why] };
    });
  }

  /** Where a question gets a story that another has, that one gets the best of what is left. */
  decide(at: number, story: string | undefined): void {
    for (const [other, taken] of this.decided) if (taken !== undefined && taken === story) this.decided.delete(other);
    this.decided.set(at, story);
    this.answers = this.worked();
  }

  assigned(): AssignedStory[] {
    return this.questions.map(({ prompt }, index) => ({ prompt, story: this.answers[index]?.story }));
  }

  private worked(): Assigned[] {
    return assignStories(this.indexed.index, this.questions, { heard: this.heard, decided: this.decided });
  }
}

const ofPrompt = (prompt: Prompt): RoundQuestion => ({ prompt: prompt.title, ...askedInPrompt(prompt) });

/** A question that is one of the prompts is matched as it. */
function ofText(text: string, prompts: readonly Prompt[]): RoundQuestion {
  const prompt = prompts.find(({ title, question }) => title === text || question.trim() === text);
  return prompt ? { ...ofPrompt(prompt), prompt: text } : { prompt: text, question: text };
}

/** One line each, without the marks of a list. @returns undefined for what is no list. */
function textsIn(value: unknown): string[] | undefined {
  return Array.isArray(value) ? questionLines(value.flatMap((each) => asText(each) ?? []).join('\n')) : undefined;
}

async function questionsToUse(
  { round }: LocatedRound,
  prompts: readonly Prompt[],
): Promise<readonly (string | RoundQuestion)[] | undefined> {
  const assigned = (round.assigned ?? []).map(({ prompt }) => prompt);
  const own = assigned.filter((each) => !prompts.some(({ title }) => title === each));
  const choice = await askQuestions(round.title, prompts.length, own);
  if (choice === undefined) return undefined;
  return choice === 'prompts' ? prompts.map(ofPrompt) : questionLines(choice);
}

function assignedInWords(answers: readonly Assigned[]): string {
  const gaps = answers.filter(({ story }) => story === undefined).length;
  return t('{0} of {1} have a story now.', answers.length - gaps, plural(answers.length, t('question')));
}

function answered({ stories }: IndexedStories, { questions, answers }: Proposal): AnsweredQuestion[] {
  return questions.map(({ prompt }, index) => {
    const { story, fit, why } = answers[index] ?? { story: undefined, fit: 'gap', why: [] };
    const located = stories.find(({ name }) => name === story);
    return {
      prompt,
      ...(located ? { uri: located.uri, title: located.story.title ?? located.name } : {}),
      fit,
      why,
    };
  });
}
