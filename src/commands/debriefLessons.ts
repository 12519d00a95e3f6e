/** What follows from a debrief: prompts and cards for its gaps, and edits of the notes that it contradicts. */
import * as vscode from 'vscode';
import type { DebriefedQuestion } from '../core/debrief/debriefModel';
import { nextRoundAfter } from '../core/feedback/followUps';
import { carryPoints } from '../core/feedback/points';
import { sentencesAgainst, strikeEdits, type NotedSentence } from '../core/lessons/contradictedNotes';
import { gapCard, gapPoint, gapsOf, hasCard, type GapCard } from '../core/lessons/gapLessons';
import { LOOP_FILE } from '../core/loop/parseFile';
import { relativePath } from '../core/markdown/links';
import { cardToAppend, OWN_CARDS_FILE } from '../core/recall/ownCards';
import { Refusal } from '../refusal';
import { uriIn } from '../store/files';
import { editFile, fileRefusal } from '../store/refusals';
import type { FileChange } from '../store/writeTogether';
import { appendCards, appendingEdits } from './appendCards';
import { storyTitle, type DebriefContext } from './debriefContext';
import { openAt } from './openAt';
import { pickStep, rowsOfText } from './steps';

const { t } = vscode.l10n;

/** What is proposed for the later rounds. Nothing that is there already. */
export interface Lessons {
  /** Points for the checklist of the next round, which makes prompts of them. */
  readonly points: readonly string[];
  readonly cards: readonly GapCard[];
}

/** Where points go: the next round’s checklist; undefined after the last round, which needs none. */
function nextChecklist({ located, round }: DebriefContext) {
  const next = nextRoundAfter(located.loop, round.id);
  return next && { title: next.title, path: next.path, uri: uriIn(located.root.uri, next.path) };
}

const cardsUri = ({ located }: DebriefContext): vscode.Uri => vscode.Uri.joinPath(located.uri, OWN_CARDS_FILE);

/** The lessons of some questions that the loop’s files do not have yet. */
export async function lessonsOf(context: DebriefContext, questions: readonly DebriefedQuestion[]): Promise<Lessons> {
  const { files, located, round, playbook } = context;
  const gaps = gapsOf(questions);
  const target = nextChecklist(context);
  const checklist = target && (await files.read(target.uri));
  const drills = (await files.read(cardsUri(context))) ?? '';
  const facts = {
    round,
    rounds: located.loop.rounds,
    playbook,
    titleOf: (story: string) => storyTitle(context, story),
  };
  return {
    points:
      checklist === undefined
        ? []
        : gaps
            .map(gapPoint)
            .filter((point) => carryPoints(checklist, [point], sourceOf(context, ''), 'Checklist')?.length !== 0),
    cards: gaps.filter(({ asked }) => !hasCard(drills, asked)).map((gap) => gapCard(gap, facts)),
  };
}

function sourceOf({ round }: DebriefContext, from: string) {
  return { title: round.title, path: relativePath(from, round.path) };
}

/** The edits of the next round’s file, and of the cards where they have a file already. */
export async function lessonChanges(context: DebriefContext, lessons: Lessons): Promise<FileChange[]> {
  const cards = cardsUri(context);
  const hasFile = lessons.cards.length > 0 && (await context.files.read(cards)) !== undefined;
  const inCards = { uri: cards, change: (text: string) => appendingEdits(text, cards, newCards(lessons)) };
  return [...(hasFile ? [inCards] : []), ...pointChanges(context, lessons)];
}

function pointChanges(context: DebriefContext, { points }: Lessons): FileChange[] {
  const target = nextChecklist(context);
  if (!target || points.length === 0) return [];
  const { uri, path } = target;
  return [
    {
      uri,
      change: (text) => {
        const edits = carryPoints(text, points, sourceOf(context, path), 'Checklist');
        if (!edits) throw fileRefusal('edit', 'conflict', uri);
        return edits;
      },
    },
  ];
}

/** Makes the file of the cards where there is none yet. @throws Refusal where it could not. */
export async function writeCards(context: DebriefContext, lessons: Lessons): Promise<void> {
  if (lessons.cards.length > 0) await appendCards(context.files, cardsUri(context), newCards(lessons));
}

/** What is added to a text: the cards that it has not. */
const newCards =
  ({ cards }: Lessons) =>
  (text: string): string => {
    let added = '';
    for (const { question, answer, competencies } of cards)
      if (!hasCard(text + added, question)) added += cardToAppend(text + added, question, answer, competencies);
    return added;
  };

/** Shows the lessons, all of them ticked; undefined where the user left. */
export async function askLessons(context: DebriefContext, { points, cards }: Lessons): Promise<Lessons | undefined> {
  if (points.length + cards.length === 0) return { points, cards };
  const next = nextChecklist(context)?.title ?? '';
  const items = [
    ...points.map((point) => ({
      label: `$(comment-discussion) ${point}`,
      detail: t('A prompt of {0}, in its checklist', next),
      picked: true,
      point: point as string | undefined,
      card: undefined,
    })),
    ...cards.map((card) => ({
      label: `$(mortar-board) ${card.question}`,
      detail: t('A drill card in {0}: {1}', OWN_CARDS_FILE, card.answer.replace(/\s+/gu, ' ')),
      picked: true,
      point: undefined,
      card: card as GapCard | undefined,
    })),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('Debrief of {0}: for the later rounds', context.round.title),
    placeHolder: t('What the gaps become. Untick what should not be written.'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return (
    chosen && {
      points: chosen.flatMap(({ point }) => point ?? []),
      cards: chosen.flatMap(({ card }) => card ?? []),
    }
  );
}

/** A fact, and the sentences of our notes that it may contradict. */
export interface Contradiction {
  readonly fact: string;
  readonly sentences: readonly NotedSentence[];
}

/** The facts that some note may have otherwise. */
export async function contradictionsOf(
  context: DebriefContext,
  questions: readonly DebriefedQuestion[],
): Promise<Contradiction[]> {
  const facts = [...new Set(questions.flatMap(({ contradicted }) => contradicted))];
  if (facts.length === 0) return [];
  const { files, located } = context;
  const { loop, root } = located;
  const paths = [
    ...loop.documents.map(({ path }) => path).filter((path) => !NOT_NOTES.test(path)),
    `${loop.id}/${LOOP_FILE}`,
    ...loop.rounds.map(({ path }) => path),
  ];
  const notes = await Promise.all(
    paths.map(async (path) => ({ path, text: (await files.read(uriIn(root.uri, path))) ?? '' })),
  );
  return facts
    .map((fact) => ({ fact, sentences: sentencesAgainst(fact, notes) }))
    .filter(({ sentences }) => sentences.length > 0);
}

/** Files that say what the user wants or did, and nothing of the company. */
const NOT_NOTES = /\/(?:offer|retrospective)\.md$/u;

/** Offers to strike through what each fact contradicts. Escape leaves the notes as they are. */
export async function offerEdits(context: DebriefContext, contradictions: readonly Contradiction[]): Promise<void> {
  const { round, files, located } = context;
  for (const { fact, sentences } of contradictions) {
    const look = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: t('Show the Place') };
    const items = sentences.map((sentence) => {
      const { first, second } = rowsOfText(sentence.text.replace(/\s+/gu, ' '))[0] ?? { first: '', second: '' };
      return {
        label: first,
        description: `${sentence.path}, ${t('line {0}', sentence.line + 1)}`,
        detail: second === '' ? t('becomes ~~struck through~~ {0}', fact) : second,
        buttons: [look],
        sentence: sentence as NotedSentence | undefined,
      };
    });
    const none = {
      label: `$(dash) ${t('Leave my notes unchanged')}`,
      description: '',
      detail: '',
      buttons: [],
      sentence: undefined,
    };
    const chosen = await pickStep({
      title: t('Debrief of {0}: contradicted notes', round.title),
      hasBack: false,
      placeholder: t('“{0}”: which note does this replace? It is struck through, not deleted.', fact),
      items: [...items, none],
      look: {
        button: look,
        show: ({ sentence }) => {
          if (sentence)
            void openAt(uriIn(located.root.uri, sentence.path), {
              start: sentence.start,
              end: sentence.end,
              beside: true,
            });
        },
      },
    });
    if (chosen === undefined || chosen === 'back') return;
    const { sentence } = chosen;
    if (!sentence) continue;
    const uri = uriIn(located.root.uri, sentence.path);
    await editFile(files, uri, (text) => {
      const edits = strikeEdits(text, sentence, fact);
      if (!edits)
        throw new Refusal('changed', t('{0} has changed in the meantime. Nothing was written.', sentence.path));
      return edits;
    });
  }
}
