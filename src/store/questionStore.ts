/** The questions to ask in a loop: `questions.md` as it is now, and what was heard in the loop so far. */
import * as vscode from 'vscode';
import { feedbackPoints } from '../core/feedback/points';
import { QUESTIONS_FILE } from '../core/loop/parseFile';
import type { Question } from '../core/questions/questionModel';
import { readQuestions } from '../core/questions/readQuestions';
import type { LocatedLoop, SessionStore, TextFiles } from './api';
import { uriIn } from './files';

export class QuestionStore {
  constructor(
    private readonly files: TextFiles,
    private readonly sessions: SessionStore,
  ) {}

  /** Undefined where the loop has no such file. */
  async read({ uri, loop }: LocatedLoop): Promise<readonly Question[] | undefined> {
    const text = await this.files.read(questionsUri(uri));
    return text === undefined ? undefined : readQuestions(text, loop.rounds);
  }

  /** Answers to what was asked, and the feedback on rounds and mocks. */
  async heard(located: LocatedLoop, questions: readonly Question[]): Promise<string[]> {
    const sessions = await this.sessions.sessions(located);
    const rounds = await Promise.all(
      located.loop.rounds.map(({ path }) => this.files.read(uriIn(located.root.uri, path))),
    );
    return [
      ...questions.map(({ answer }) => answer),
      ...sessions.flatMap(({ feedback, peerComments }) => [...feedback.map(({ text }) => text), peerComments]),
      ...rounds.flatMap((text) => feedbackPoints(text ?? '')),
    ].filter((text) => text !== '');
  }
}

/** @param loop the loop's folder. */
export const questionsUri = (loop: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(loop, QUESTIONS_FILE);
