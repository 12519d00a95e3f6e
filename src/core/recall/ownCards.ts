/**
 * Reads `drills.md` of the prep folder or of a loop: the user's own cards, in the format of a playbook's, and three
 * things more. A line “Round: …” names the rounds that a card is for, an answer that begins with `<->` is asked both
 * ways, and each `==…==` in an answer makes a card of its own, in which it is left out.
 */
import { parseBlocks, missingEndOf } from '../markdown/blocks';
import { conflictProblems, ourSide } from '../markdown/conflict';
import { isUnderlineAt } from '../markdown/lineMarks';
import { classifyLines, findConflict, outline } from '../markdown/outline';
import type { Problem } from '../ports';
import { noAnswer, readDrills, type Drill } from '../playbook/playbookDrills';
import { Source } from '../playbook/source';
import { cardId, type RecallCard } from './recallCards';

export const OWN_CARDS_FILE = 'drills.md';

/** What the ids of a file may name. */
export interface KnownIds {
  readonly competencies: ReadonlySet<string>;
  readonly rounds: ReadonlySet<string>;
}

const GROUP = 'Your cards';
const IMPORTED = 'Imported cards';
const ROUND = /^\**Rounds?:\**/iu;
const BOTH_WAYS = /^<->\s*/u;
/** Code, which is left as it is, or a text to be left out. */
const CODE_OR_CLOZE = /(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)|==(?=[^\s=])((?:[^=\n]|=(?!=))+)(?<!\s)==/gu;
const LEFT_OUT = '[…]';

/** @param path for problems, and to open a card at its place. Never throws. */
export function readOwnCards(
  text: string,
  path: string,
  known: KnownIds,
): { readonly cards: readonly RecallCard[]; readonly problems: readonly Problem[] } {
  const source = new Source(path, ourSide(text));
  if (source.isEmpty) return { cards: [], problems: [] };
  const drills = readDrills(source, known.competencies);
  const headings = new Map(
    source.sections
      .filter(({ level }) => level === 3)
      .reverse()
      .map((section) => [section.title, section]),
  );
  const cards = drills.flatMap((drill) => {
    const section = headings.get(drill.question);
    const { answer, rounds } = section
      ? withoutRounds(drill.answer, source, section, known.rounds)
      : { answer: drill.answer, rounds: [] };
    const place = section ? { path, start: section.start } : undefined;
    if (answer.replace(BOTH_WAYS, '') === '') {
      source.warn(noAnswer(drill.question), section && source.heading(section));
      return [];
    }
    const group = drill.group === '' ? GROUP : drill.group;
    return spread({ ...drill, group, answer }).map((card): RecallCard => ({
      ...card,
      ...(rounds.length > 0 ? { rounds } : {}),
      ...(place ? { place } : {}),
    }));
  });
  const conflict = conflictProblems(text, 'cards').map((problem): Problem => ({ ...problem, path }));
  return { cards, problems: [...conflict, ...source.problems] };
}

/** The answer without its lines “Round: …”, and what they name. */
function withoutRounds(
  answer: string,
  source: Source,
  section: Source['sections'][number],
  known: ReadonlySet<string>,
): { readonly answer: string; readonly rounds: readonly string[] } {
  if (!answer.split('\n').some((line) => ROUND.test(line))) return { answer, rounds: [] };
  const rounds: string[] = [];
  const kinds = classifyLines(source.text.slice(section.contentStart, section.end));
  for (const [index, line] of source.linesIn(section.contentStart, section.end).entries()) {
    const text = source.lineText(line);
    const label = kinds[index] === 'code' ? undefined : ROUND.exec(text)?.[0];
    if (label === undefined) continue;
    for (const id of text
      .slice(label.length)
      .split(',')
      .map((piece) => piece.trim())) {
      const start = line.start + text.indexOf(id, label.length);
      if (known.has(id)) rounds.push(id);
      else if (id !== '')
        source.warn(`The playbook has no round “${id}”: use the id of one of its rounds.`, {
          start,
          end: start + id.length,
        });
    }
  }
  const inAnswer = classifyLines(answer);
  const lines = answer.split('\n').filter((line, index) => inAnswer[index] === 'code' || !ROUND.test(line));
  return { answer: lines.join('\n').trim(), rounds };
}

/** A card as it is asked: one, both ways, or once for each text that is left out. */
function spread(drill: Drill): RecallCard[] {
  const { question, answer } = drill;
  const sibling = cardId(question);
  if (BOTH_WAYS.test(answer)) {
    const back = answer.replace(BOTH_WAYS, '');
    const asked = back.replace(/\s+/gu, ' ').trim();
    return [
      { ...drill, id: sibling, answer: back, sibling },
      { ...drill, id: cardId(`${question} <->`), question: asked, answer: question, sibling },
    ];
  }
  const left = new Set<string>();
  fillClozes(answer, (inner) => (left.add(inner), inner));
  if (left.size === 0) return [{ ...drill, id: sibling }];
  return [...left].map((each) => ({
    ...drill,
    id: cardId(`${question} ==${each}==`),
    question: `${question}: ${fillClozes(answer, (inner) => (inner === each ? LEFT_OUT : inner)).replace(/\s+/gu, ' ')}`,
    answer: fillClozes(answer, (inner) => (inner === each ? `**${inner}**` : inner)),
    sibling,
  }));
}

/** The text with something else for each `==…==` that is not in code. */
export function fillClozes(text: string, as: (inner: string) => string): string {
  if (!text.includes('==')) return text;
  const kinds = classifyLines(text);
  const lines = text.split('\n').map((line, index) => {
    if (kinds[index] === 'code') return line;
    return line.replace(CODE_OR_CLOZE, (whole, _: string | undefined, inner: string | undefined) =>
      inner === undefined ? whole : as(inner),
    );
  });
  return lines.join('\n');
}

/**
 * A card at the end of a file, as it is written there; a heading in the answer, or code without an end, is kept from
 * beginning another card or taking in the next.
 */
export function cardToAppend(
  text: string,
  question: string,
  answer: string,
  competencies: readonly string[] = [],
): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const title = question.replace(/\s+/gu, ' ').trim();
  const about = competencies.length === 0 ? [] : [`Competencies: ${competencies.join(', ')}`, ''];
  return gapAfter(text) + [`### ${title}`, '', ...about, ...answerLines(answer), ''].join(newline);
}

/** Cards at a file's end: in a group of their own where it has groups, as cards have their group's competencies. */
export function cardsToAppend(
  text: string,
  cards: readonly { readonly question: string; readonly answer: string; readonly competencies: readonly string[] }[],
): string {
  if (cards.length === 0) return '';
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const group = outline(text)
    .filter(({ level }) => level === 2)
    .at(-1);
  const heading = group === undefined || group.title === IMPORTED ? '' : `${gapAfter(text)}## ${IMPORTED}${newline}`;
  const added = cards.map(({ question, answer, competencies }, index) =>
    cardToAppend(index === 0 && heading === '' ? text : `x${newline}`, question, answer, competencies),
  );
  return heading + added.join('');
}

/** What keeps the next card apart from a text. */
function gapAfter(text: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (text.trim() === '' || /\r?\n\r?\n$/u.test(text)) return '';
  return /\r?\n$/u.test(text) ? newline : newline + newline;
}

/** What in a file keeps a card from being added at its end. */
export function appendingTrouble(text: string): 'conflict' | 'open' | undefined {
  if (findConflict(text)) return 'conflict';
  return missingEndOf(parseBlocks(text)) === undefined ? undefined : 'open';
}

function answerLines(answer: string): string[] {
  const text = answer.trim().replace(/\r\n?/gu, '\n');
  const kinds = classifyLines(text);
  const lines = text.split('\n').map((line, index, all) => {
    if (kinds[index] === 'code') return line;
    const [, indent = '', rest = ''] = /^( {0,3})(.*)$/su.exec(line) ?? [];
    const isUnderline = index > 0 && all[index - 1]?.trim() !== '' && isUnderlineAt(rest, 0, rest.length);
    return isUnderline || /^#{1,6}(?:\s|$)/u.test(rest) ? `${indent}\\${rest}` : line;
  });
  const end = missingEndOf(parseBlocks(text));
  return end === undefined ? lines : [...lines, end];
}
