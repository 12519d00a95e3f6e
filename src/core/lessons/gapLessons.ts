/** What the gaps of a debrief become: points for the next round’s checklist, and drill cards of the later rounds. */
import type { DebriefedQuestion } from '../debrief/debriefModel';
import type { Round } from '../loop/loopModel';
import { outline } from '../markdown/outline';
import type { LoadedPlaybook } from '../playbook/loadPlaybook';
import type { Prompt } from '../playbook/rounds';
import { joined, plural } from '../words';

/** A card to be made of a question that was not answered well. */
export interface GapCard {
  readonly question: string;
  /** As Markdown. */
  readonly answer: string;
  /** Ids of the playbook’s competencies. */
  readonly competencies: readonly string[];
}

export interface GapFacts {
  /** The round that was debriefed. */
  readonly round: Pick<Round, 'id' | 'number' | 'title'>;
  /** All rounds of the loop. */
  readonly rounds: readonly Pick<Round, 'id' | 'number' | 'status'>[];
  readonly playbook: Pick<LoadedPlaybook, 'rounds'> | undefined;
  /** What a story is called, by the name of its file. */
  titleOf(story: string): string;
}

/** The questions that landed as gaps. */
export function gapsOf(questions: readonly DebriefedQuestion[]): DebriefedQuestion[] {
  return questions.filter(({ landed }) => landed === 'gap');
}

/** A gap as a point of feedback. It says the same whenever it is made, so that it is not carried twice. */
export function gapPoint({ asked }: Pick<DebriefedQuestion, 'asked'>): string {
  return `No good answer yet to “${asked}”`;
}

/** A gap as a drill card: for the later rounds that judge what it asks about, or for all of them. */
export function gapCard(gap: DebriefedQuestion, facts: GapFacts): GapCard {
  const { asked, story, pushedOn } = gap;
  const { round, rounds, playbook, titleOf } = facts;
  const competencies = promptAsked(asked, playbook?.rounds ?? [])?.competencies ?? [];
  const later = rounds.filter(({ number, status }) => number > round.number && status === 'planned');
  const judging = later.filter(({ id }) =>
    playbook?.rounds.find((each) => each.id === id)?.competencies.some((each) => competencies.includes(each)),
  );
  const wanted = judging.length > 0 ? judging : later;
  const told = story === undefined ? '' : `“${titleOf(story)}” did not answer it. `;
  const paragraphs = [
    `A gap in ${round.title}. ${told}Write the answer here, with a figure and a decision of yours in it.`,
    pushedOn.length === 0
      ? ''
      : `They pushed on ${plural(pushedOn.length, 'point')}: ${pushedOn.map(withoutStop).join('; ')}.`,
    wanted.length === 0 ? '' : `Round: ${wanted.map(({ id }) => id).join(', ')}`,
  ];
  return { question: asked, answer: joined(paragraphs, '\n\n'), competencies };
}

/** Whether a file of cards asks a question already. */
export function hasCard(text: string, question: string): boolean {
  return outline(text).some(({ level, title }) => level === 3 && folded(title) === folded(question));
}

/** The prompt of a playbook that a question was, by its title or its words. */
export function promptAsked(
  asked: string,
  rounds: readonly { readonly prompts: readonly Prompt[] }[],
): Prompt | undefined {
  const question = folded(asked);
  return rounds
    .flatMap(({ prompts }) => prompts)
    .find((prompt) => folded(prompt.title) === question || folded(prompt.question) === question);
}

const withoutStop = (text: string): string => text.replace(/[.;]$/u, '');
const folded = (text: string): string => text.trim().replace(/\s+/gu, ' ').toLowerCase();
