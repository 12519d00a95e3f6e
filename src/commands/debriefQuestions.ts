/** What a debrief asks of one question after the other. Escape keeps what was answered. */
import * as vscode from 'vscode';
import { LANDINGS, type DebriefedQuestion, type Landing } from '../core/debrief/debriefModel';
import { isSameQuestion, questionKey, type DebriefChange } from '../core/debrief/writeDebrief';
import { promptAsked } from '../core/lessons/gapLessons';
import { promptsOfRound } from '../core/playbook/rounds';
import { joined } from '../core/words';
import { storyTitle, type DebriefContext } from './debriefContext';
import { pickStep, textStep, withoutIcons, type Answer } from './steps';

const { t } = vscode.l10n;

interface QuestionItem extends vscode.QuickPickItem {
  /** `finish`, `other`, or the question itself. */
  readonly choice?: 'finish' | 'other';
  readonly asked?: string;
}

/** The question that was asked; `finish` where that was all, undefined where the user left. */
export async function askWhatWasAsked(
  context: DebriefContext,
  noted: readonly DebriefedQuestion[],
): Promise<{ readonly asked: string } | 'finish' | undefined> {
  for (;;) {
    const chosen = await pickStep<QuestionItem>({
      title: titleOf(context),
      hasBack: false,
      placeholder: t('What was asked? Choose a question, or write it down as they put it.'),
      items: questionItems(context, noted),
    });
    if (chosen === undefined || chosen === 'back') return undefined;
    if (chosen.choice === 'finish') return 'finish';
    if (chosen.asked !== undefined) return { asked: chosen.asked };
    const asked = await textStep({
      title: titleOf(context),
      hasBack: true,
      prompt: t('What was asked?'),
      value: '',
      placeholder: t('Tell me about a time you were wrong'),
      judge: (text) =>
        text.trim() === ''
          ? { message: t('Write the question.'), severity: vscode.InputBoxValidationSeverity.Error }
          : undefined,
    });
    if (asked === undefined) return undefined;
    if (asked !== 'back') return { asked };
  }
}

function questionItems(context: DebriefContext, noted: readonly DebriefedQuestion[]): QuestionItem[] {
  const { round, sessions, playbook } = context;
  const used = new Set(noted.map(({ asked }) => questionKey(asked)));
  const proposed = (titles: readonly string[], description: string): QuestionItem[] =>
    titles.flatMap((asked) => {
      if (used.has(questionKey(asked))) return [];
      used.add(questionKey(asked));
      const prompt = promptAsked(asked, playbook?.rounds ?? []);
      const detail = prompt && !isSameQuestion(prompt.question, asked) ? { detail: prompt.question } : {};
      return [{ label: withoutIcons(asked), description, asked, ...detail }];
    });
  const own = promptsOfRound(playbook, round.id);
  return [
    ...(noted.length === 0
      ? []
      : [
          {
            label: `$(check) ${t('That was all')}`,
            description: t('{0} noted', noted.length),
            choice: 'finish' as const,
          },
        ]),
    { label: `$(edit) ${t('Another question…')}`, choice: 'other' },
    ...group(
      t('Noted so far'),
      noted.map((question) => ({
        label: withoutIcons(question.asked),
        description: joined(
          [question.story === undefined ? '' : storyTitle(context, question.story), question.landed ?? ''],
          ' · ',
        ),
        asked: question.asked,
      })),
    ),
    ...group(
      t('Assigned'),
      proposed(
        (round.assigned ?? []).map(({ prompt }) => prompt),
        t('assigned'),
      ),
    ),
    ...group(
      t('Practised'),
      proposed(
        sessions.flatMap(({ prompt, prompts }) => (prompt === undefined ? prompts : [prompt])),
        t('practised'),
      ),
    ),
    ...group(
      t('Prompts of this round'),
      proposed(
        own.map(({ title }) => title),
        '',
      ),
    ),
  ];
}

function group(label: string, items: readonly QuestionItem[]): QuestionItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

/** What was answered of a question. */
export interface AskedOf {
  readonly change: DebriefChange;
  /** Whether the user left before the last of it. */
  readonly isLeft: boolean;
}

type Fields = Omit<DebriefChange, 'asked'>;

/** Asks what came of a question; `back` where another question is to be chosen. */
export async function askWhatCameOfIt(
  context: DebriefContext,
  asked: string,
  noted: DebriefedQuestion | undefined,
): Promise<AskedOf | 'back'> {
  const steps = [askStory, askLanding, askPushed, askContradicted];
  const answers: Fields[] = [];
  for (let at = 0; at < steps.length;) {
    const step = { context, asked, noted, number: [at + 1, steps.length] as const };
    const answer = await (steps[at] as (typeof steps)[number])(step);
    if (answer === 'back') {
      if (at === 0) return 'back';
      at -= 1;
      answers.length = at;
    } else if (answer === undefined) return { change: changeOf(asked, answers), isLeft: true };
    else {
      answers.push(answer);
      at += 1;
    }
  }
  return { change: changeOf(asked, answers), isLeft: false };
}

const changeOf = (asked: string, answers: readonly Fields[]): DebriefChange =>
  Object.assign({ asked }, ...answers) as DebriefChange;

interface AnswerStep {
  readonly context: DebriefContext;
  readonly asked: string;
  readonly noted: DebriefedQuestion | undefined;
  readonly number: readonly [number, number];
}

async function askStory({ context, asked, noted, number }: AnswerStep): Promise<Answer<Fields>> {
  const { index, playbook, round } = context;
  const prompt = promptAsked(asked, playbook?.rounds ?? []);
  const question = prompt === undefined ? asked : `${asked} ${prompt.question}`;
  const assigned = (round.assigned ?? []).find((each) => isSameQuestion(each.prompt, asked))?.story;
  const items = index.find({ question, competencies: prompt?.competencies ?? [] }).map(({ id, fit, why }) => ({
    label: withoutIcons(storyTitle(context, id)),
    description: joined([id === assigned ? t('assigned') : '', fit === 'gap' ? t('says nothing to this') : fit], ' · '),
    detail: why.join('; '),
    story: id as string | null,
  }));
  const none = {
    label: `$(dash) ${t('No story')}`,
    description: t('you answered without one'),
    detail: '',
    story: null,
  };
  const wanted = noted ? noted.story : assigned;
  const chosen = await pickStep({
    title: titleOf(context),
    step: number,
    hasBack: true,
    placeholder: t('“{0}”: which story did you tell?', asked),
    items: [...items, none],
    active: noted && wanted === undefined ? none : (items.find(({ story }) => story === wanted) ?? items[0] ?? none),
  });
  return chosen === undefined || chosen === 'back' ? chosen : { story: chosen.story };
}

async function askLanding({ context, asked, noted, number }: AnswerStep): Promise<Answer<Fields>> {
  const words: Readonly<Record<Landing, readonly [icon: string, detail: string]>> = {
    strong: ['star-full', t('they wanted to hear more, or said so')],
    solid: ['star-half', t('it answered the question')],
    gap: ['star-empty', t('it did not: this becomes a prompt and a card for the later rounds')],
  };
  const items = LANDINGS.map((landed) => {
    const [icon, detail] = words[landed];
    return { label: `$(${icon}) ${landed}`, detail, landed: landed as Landing | null };
  });
  const open = { label: `$(dash) ${t('Cannot say')}`, detail: t('leave it open'), landed: null };
  const chosen = await pickStep({
    title: titleOf(context),
    step: number,
    hasBack: true,
    placeholder: t('“{0}”: how did it land?', asked),
    items: [...items, open],
    active: noted && (items.find(({ landed }) => landed === noted.landed) ?? open),
  });
  return chosen === undefined || chosen === 'back' ? chosen : { landed: chosen.landed };
}

async function askPushed(step: AnswerStep): Promise<Answer<Fields>> {
  const text = await askLine(
    step,
    t('What did they push on? Leave it blank if on nothing.'),
    step.noted?.pushedOn ?? [],
  );
  return text === undefined || text === 'back' ? text : { pushedOn: textsOf(text) };
}

async function askContradicted(step: AnswerStep): Promise<Answer<Fields>> {
  const text = await askLine(
    step,
    t('What did you learn that your notes have otherwise? Leave it blank if nothing.'),
    step.noted?.contradicted ?? [],
  );
  return text === undefined || text === 'back' ? text : { contradicted: textsOf(text) };
}

function askLine({ context, number }: AnswerStep, prompt: string, there: readonly string[]): Promise<Answer<string>> {
  return textStep({
    title: titleOf(context),
    step: number,
    hasBack: true,
    prompt: there.length === 0 ? prompt : t('{0} Noted so far: {1}', prompt, there.join('; ')),
    value: '',
    judge: () => undefined,
  });
}

const titleOf = ({ round }: DebriefContext): string => t('Debrief of {0}', round.title);
const textsOf = (text: string): string[] => (text.trim() === '' ? [] : [text.trim()]);
