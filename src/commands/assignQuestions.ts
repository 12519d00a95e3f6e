/** What *Assign Stories to a Round* asks: which questions, and whether each has the story that the user wants. */
import * as vscode from 'vscode';
import type { Assigned } from '../core/match/assignment';
import type { Fit, Match } from '../core/match/storyIndex';
import { plural } from '../core/words';
import { pickStep, textStep, withoutIcons } from './steps';

const { t } = vscode.l10n;

export const FIT_ICONS: Readonly<Record<Fit, string>> = {
  strong: '$(star-full)',
  workable: '$(star-half)',
  stretch: '$(star-empty)',
  gap: '$(dash)',
};

/** What would be written, to be changed question by question. */
export interface Proposed {
  readonly questions: readonly { readonly prompt: string }[];
  readonly answers: readonly Assigned[];
  titleOf(story: string): string;
  matches(at: number): readonly Match[];
  decide(at: number, story: string | undefined): void;
}

const CLIPBOARD = 'clipboard';
const TYPED = 'typed';

/**
 * Which questions the round is to have stories for: its prompts, or those that are entered, one on a line; undefined
 * where the user leaves.
 * @param own those that the round's file has besides the prompts.
 */
export async function askQuestions(
  round: string,
  prompts: number,
  own: readonly string[],
): Promise<string | undefined> {
  const title = t('Assign Stories to {0}', round);
  for (;;) {
    const items = [
      ...(prompts > 0
        ? [{ label: t('$(comment-discussion) Its {0}', plural(prompts, t('prompt'))), of: 'prompts' }]
        : []),
      ...(own.length > 0
        ? [{ label: t('$(history) The {0} named before', plural(own.length, t('question'))), of: own.join('\n') }]
        : []),
      {
        label: t('$(clippy) Those on the clipboard'),
        detail: t('One on a line, from a mail for example'),
        of: CLIPBOARD,
      },
      { label: t('$(edit) Type other questions…'), of: TYPED },
    ];
    const choice = await pickStep({ title, hasBack: false, placeholder: t('A story for which questions?'), items });
    if (choice === undefined || choice === 'back') return undefined;
    if (choice.of === CLIPBOARD) return vscode.env.clipboard.readText();
    if (choice.of !== TYPED) return choice.of;
    const text = await askText(title, own);
    if (text !== 'back') return text;
  }
}

/** An input box drops the line breaks of what is pasted: a question mark, semicolon or full stop ends a question. */
async function askText(title: string, own: readonly string[]): Promise<string | undefined> {
  const text = await textStep({
    title,
    hasBack: true,
    prompt: t('Type the questions. A question mark, a full stop or a semicolon ends each.'),
    placeholder: t('Why us? Tell me about a time you failed.'),
    value: own.join(' '),
    judge: (value) =>
      value.trim() === ''
        ? { message: t('Name at least one question.'), severity: vscode.InputBoxValidationSeverity.Error }
        : undefined,
  });
  return text === undefined || text === 'back' ? text : text.replace(/\?\s*|[.;]\s+/gu, (end) => `${end.trim()}\n`);
}

interface AnswerItem extends vscode.QuickPickItem {
  /** The place of the question; undefined to write. */
  readonly at?: number;
}

/** Shows each question with its story, to be changed by choosing it. @returns whether to write. */
export async function askAssignment(round: string, proposed: Proposed): Promise<boolean> {
  let active = 0;
  for (;;) {
    const items = answerItems(proposed);
    const choice = await pickStep<AnswerItem>({
      title: t('Assign Stories to {0}', round),
      hasBack: false,
      placeholder: t('Choose a question to give it another story. Nothing is written yet.'),
      items,
      active: items[active],
    });
    if (choice === undefined || choice === 'back') return false;
    if (choice.at === undefined) return true;
    await askStory(proposed, choice.at);
    active = items.indexOf(choice);
  }
}

function answerItems(proposed: Proposed): AnswerItem[] {
  const { questions, answers } = proposed;
  const gaps = answers.filter(({ story }) => story === undefined).length;
  const rest = gaps === 0 ? '' : t('{0} without a story', plural(gaps, t('question')));
  return [
    { label: t('$(check) Write These into the Round'), description: rest },
    { label: t('Questions'), kind: vscode.QuickPickItemKind.Separator },
    ...questions.map(({ prompt }, at): AnswerItem => {
      const { story, fit, why } = answers[at] ?? { story: undefined, fit: 'gap', why: [] };
      return {
        label: `${FIT_ICONS[fit]} ${withoutIcons(prompt)}`,
        description: story === undefined ? t('gap') : fit,
        detail:
          story === undefined
            ? t('No story answers this yet')
            : [withoutIcons(proposed.titleOf(story)), ...why].join(' · '),
        at,
      };
    }),
  ];
}

interface StoryItem extends vscode.QuickPickItem {
  readonly story: string | undefined;
}

/** Lets the user choose the story of one question. */
async function askStory(proposed: Proposed, at: number): Promise<void> {
  const { questions, answers } = proposed;
  const items = [
    ...proposed.matches(at).map(({ id, fit, why }): StoryItem => {
      const other = answers.findIndex(({ story }, index) => story === id && index !== at);
      const use = other < 0 ? [] : [t('now for “{0}”', questions[other]?.prompt ?? '')];
      return {
        label: `${FIT_ICONS[fit]} ${withoutIcons(proposed.titleOf(id))}`,
        description: fit === 'gap' ? t('says nothing to this') : fit,
        detail: [...use, ...why].join(' · '),
        story: id,
      };
    }),
    { label: t('$(circle-slash) Leave a gap'), detail: t('No story for this question'), story: undefined },
  ];
  const choice = await pickStep<StoryItem>({
    title: withoutIcons(questions[at]?.prompt ?? ''),
    hasBack: true,
    placeholder: t('Which story answers it?'),
    items,
    active: items.find(({ story }) => story === answers[at]?.story),
  });
  if (choice !== undefined && choice !== 'back') proposed.decide(at, choice.story);
}
