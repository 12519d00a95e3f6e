/**
 * Reads `drills.md` of the prep folder or of a loop: the user's own cards, in the format of a playbook's, and three
 * things more. A line “Round: …” names the rounds that a card is for, an answer that begins with `<->` is asked both
 * ways, and each `==…==` in an answer makes a card of its own, in which it is left out.
 */
import type { Problem } from '../ports';
import { readDrills, type Drill } from '../playbook/playbookDrills';
import { Source } from '../playbook/source';
import { cardId, type RecallCard } from './recallCards';

export const OWN_CARDS_FILE = 'drills.md';

/** What the ids of a file may name. */
export interface KnownIds {
  readonly competencies: ReadonlySet<string>;
  readonly rounds: ReadonlySet<string>;
}

const GROUP = 'Your cards';
const ROUND = /^\**Rounds?:\**/iu;
const BOTH_WAYS = /^<->\s*/u;
/** Code, which is left as it is, or a text to be left out. */
const CODE_OR_CLOZE = /`[^`\n]+`|==(?=[^\s=])([^=\n]*[^\s=])==/gu;
const FENCE = /^[ \t]*(?:`{3}|~{3})/u;
const LEFT_OUT = '[…]';

/** @param path for problems, and to open a card at its place. Never throws. */
export function readOwnCards(
  text: string,
  path: string,
  known: KnownIds,
): { readonly cards: readonly RecallCard[]; readonly problems: readonly Problem[] } {
  const source = new Source(path, text);
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
    const group = drill.group === '' ? GROUP : drill.group;
    return spread({ ...drill, group, answer }).map((card): RecallCard => ({
      ...card,
      ...(rounds.length > 0 ? { rounds } : {}),
      ...(place ? { place } : {}),
    }));
  });
  return { cards, problems: source.problems };
}

/** The answer without its lines “Round: …”, and what they name. */
function withoutRounds(
  answer: string,
  source: Source,
  section: Source['sections'][number],
  known: ReadonlySet<string>,
): { readonly answer: string; readonly rounds: readonly string[] } {
  const rounds: string[] = [];
  for (const line of source.linesIn(section.contentStart, section.end)) {
    const text = source.lineText(line);
    const label = ROUND.exec(text)?.[0];
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
  const lines = answer.split('\n').filter((line) => !ROUND.test(line));
  return { answer: lines.join('\n').trim(), rounds };
}

/** A card as it is asked: one, both ways, or once for each text that is left out. */
function spread(drill: Drill): RecallCard[] {
  const { question, answer } = drill;
  const sibling = cardId(question);
  if (BOTH_WAYS.test(answer)) {
    const back = answer.replace(BOTH_WAYS, '');
    const asked = back.replace(/\s+/gu, ' ').trim();
    if (asked === '') return [];
    return [
      { ...drill, id: sibling, answer: back, sibling },
      { ...drill, id: cardId(`${asked} <->`), question: asked, answer: question, sibling },
    ];
  }
  const left = new Set<string>();
  fill(answer, (inner) => (left.add(inner), inner));
  if (left.size === 0) return [{ ...drill, id: sibling }];
  return [...left].map((each) => ({
    ...drill,
    id: cardId(`${question} ==${each}==`),
    question: `${question}: ${fill(answer, (inner) => (inner === each ? LEFT_OUT : inner)).replace(/\s+/gu, ' ')}`,
    answer: fill(answer, (inner) => (inner === each ? `**${inner}**` : inner)),
    sibling,
  }));
}

/** The text with something else for each `==…==` that is not in code. */
function fill(text: string, as: (inner: string) => string): string {
  let isInFence = false;
  const lines = text.split('\n').map((line) => {
    const isFence = FENCE.test(line);
    if (isFence) isInFence = !isInFence;
    if (isFence || isInFence) return line;
    return line.replace(CODE_OR_CLOZE, (whole, inner: string | undefined) => (inner === undefined ? whole : as(inner)));
  });
  return lines.join('\n');
}

/** A card at the end of a file, as it is written there; a heading in the answer is kept from beginning another card. */
export function cardToAppend(text: string, question: string, answer: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const before =
    text.trim() === '' ? '' : /\r?\n\r?\n$/u.test(text) ? '' : /\r?\n$/u.test(text) ? newline : newline + newline;
  const lines = answer
    .trim()
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replace(/^(\s{0,3})(#{1,6}(?:\s|$))/u, '$1\\$2'));
  const title = question.replace(/\s+/gu, ' ').trim();
  return `${before}### ${title}${newline}${newline}${lines.join(newline)}${newline}`;
}
