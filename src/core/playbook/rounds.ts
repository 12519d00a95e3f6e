/** Reads rounds/<id>.md: guide, checklist, prompts, and weak beside strong answers. */
import { parseChecklist } from '../checklist/checklist';
import type { Section } from '../markdown/outline';
import { tidy, type Line } from '../markdown/text';
import { readCompetencies } from './competencyLine';
import { FOLLOW_UPS, readFollowUp, type FollowUp } from './followUps';
import { readClock, type ClockedRound, type PromptClock } from './promptClock';
import type { Source } from './source';

export interface Prompt extends PromptClock {
  readonly title: string;
  /** What the interviewer says: the first paragraph, as Markdown. */
  readonly question: string;
  /** The prompt as Markdown, without its follow-ups and the lines of competencies, minutes and phase. */
  readonly body: string;
  /** What a good answer has in it, one entry per point. */
  readonly listenFor: readonly string[];
  /** Ids of the playbook's competencies. */
  readonly competencies: readonly string[];
  /** What to ask next, in this order; left out where there is nothing. */
  readonly followUps?: readonly FollowUp[];
}

export interface Pair {
  readonly topic: string;
  readonly weak: string;
  readonly strong: string;
  readonly why?: string;
}

export interface RoundContent {
  readonly guide: string;
  /** The items' texts, as Markdown. */
  readonly checklist: readonly string[];
  readonly prompts: readonly Prompt[];
  readonly pairs: readonly Pair[];
}

/** The prompts of a playbook’s round; none where either is not known. */
export function promptsOfRound(
  playbook: { readonly rounds: readonly (Pick<RoundContent, 'prompts'> & { readonly id: string })[] } | undefined,
  round: string,
): readonly Prompt[] {
  return playbook?.rounds.find(({ id }) => id === round)?.prompts ?? [];
}

export const NO_CONTENT: RoundContent = { guide: '', checklist: [], prompts: [], pairs: [] };

const LISTEN_FOR = /^\**Listen for:\**/i;
const MARKER = /^\*\*(Weak|Strong|Why)(?::\*\*|\*\*:)/i;
const BULLET = /^ {0,3}[-*+] /;
/** A line that goes on with the item above. */
const CONTINUED = /^[ \t]+\S/;

/**
 * Reads a round's file. Problems are left with the source.
 * @param known the ids of the playbook's competencies.
 * @param round what playbook.json says of it.
 */
export function readRound(source: Source, known: ReadonlySet<string>, round: ClockedRound): RoundContent {
  if (source.isEmpty) {
    source.warn(`“${source.path}” is empty: give it the sections Guide, Checklist, Prompts, and Weak and strong.`);
    return NO_CONTENT;
  }
  const guide = part(source, 'Guide');
  const prompts = part(source, 'Prompts');
  const pairs = part(source, 'Weak and strong');
  return {
    guide: guide ? source.markdown(guide.contentStart, guide.end) : '',
    checklist: readChecklist(source),
    prompts: prompts ? source.children(prompts).map((section) => readPrompt(source, section, known, round)) : [],
    pairs: pairs ? source.children(pairs).flatMap((section) => readPair(source, section)) : [],
  };
}

function part(source: Source, title: string): Section | undefined {
  const section = source.section(2, title);
  if (!section) source.warn(`“${source.path}” has no section “## ${title}”: add it.`);
  else if (source.markdown(section.contentStart, section.end).trim() === '') {
    source.warn(`The section “${section.title}” is empty: write it.`, source.heading(section));
  }
  return section;
}

function readChecklist(source: Source): string[] {
  const section = part(source, 'Checklist');
  if (!section) return [];
  const items = parseChecklist(source.text).filter(
    ({ markOffset }) => markOffset >= section.contentStart && markOffset < section.end,
  );
  if (items.length === 0 && source.markdown(section.contentStart, section.end) !== '') {
    source.warn('The checklist has no items: write each on a line that begins with “- [ ] ”.', source.heading(section));
  }
  return items.map(({ text }) => text);
}

function readPrompt(source: Source, section: Section, known: ReadonlySet<string>, round: ClockedRound): Prompt {
  const { lines, items, competencies, clock } = takeApart(source, section, known, round);
  const followUps = readFollowUps(source, items);
  const question = firstParagraph(lines);
  if (question === '')
    source.warn(
      `The prompt “${section.title}” asks nothing: write the question below its heading.`,
      source.heading(section),
    );
  return {
    title: section.title,
    question,
    body: tidy(lines.join('\n')),
    listenFor: readListenFor(lines),
    competencies,
    ...(followUps.length === 0 ? {} : { followUps }),
    ...clock,
  };
}

function readFollowUps(source: Source, items: readonly Item[]): FollowUp[] {
  return items.flatMap((item) => {
    const followUp = readFollowUp(item.text);
    if (followUp) return [followUp];
    source.warn('This follow-up does not say what to make of the answer: add “Good: …” and “Bad: …”.', item);
    return [];
  });
}

/** An item of a list, with its place. */
interface Item {
  text: string;
  readonly start: number;
  end: number;
}

interface PromptParts {
  /** What is left of the text. */
  readonly lines: readonly string[];
  /** The follow-ups. */
  readonly items: readonly Item[];
  readonly competencies: readonly string[];
  readonly clock: PromptClock;
}

function takeApart(source: Source, section: Section, known: ReadonlySet<string>, round: ClockedRound): PromptParts {
  const lines: string[] = [];
  const items: Item[] = [];
  const competencies: string[] = [];
  let clock: PromptClock = {};
  let isFollowUp = false;
  for (const line of source.linesIn(section.contentStart, section.end)) {
    const text = source.lineText(line);
    const listed = readCompetencies(source, line, known);
    const timed = listed ? undefined : readClock(source, line, round);
    if (listed) competencies.push(...listed);
    else if (timed) clock = { ...clock, ...timed };
    else if (FOLLOW_UPS.test(text)) isFollowUp = true;
    else if (!isFollowUp || !takeItem(items, text, line)) {
      isFollowUp = false;
      lines.push(text);
    }
  }
  return { lines, items, competencies, clock };
}

/** Takes a line of a list into its items; false where the line does not belong to the list. */
function takeItem(items: Item[], text: string, { start, end }: Line): boolean {
  const last = items.at(-1);
  if (BULLET.test(text)) items.push({ text: text.replace(BULLET, '').trim(), start, end });
  else if (last && CONTINUED.test(text)) {
    last.text += ` ${text.trim()}`;
    last.end = end;
  } else return text.trim() === '';
  return true;
}

function readListenFor(lines: readonly string[]): string[] {
  const listenFor: string[] = [];
  let listening = false;
  for (const text of lines) {
    const heard = LISTEN_FOR.exec(text);
    if (heard) {
      listening = true;
      const inline = text.slice(heard[0].length).trim();
      if (inline) listenFor.push(inline);
    } else if (listening && BULLET.test(text)) listenFor.push(text.replace(BULLET, '').trim());
    else if (listening && CONTINUED.test(text) && listenFor.length > 0)
      listenFor.push(`${listenFor.pop()} ${text.trim()}`);
    else if (text.trim() !== '') listening = false;
  }
  return listenFor;
}

function firstParagraph(lines: readonly string[]): string {
  const start = lines.findIndex((line) => line.trim() !== '');
  if (start === -1) return '';
  const length = lines.slice(start).findIndex((line) => line.trim() === '' || LISTEN_FOR.test(line));
  return lines
    .slice(start, length === -1 ? undefined : start + length)
    .join('\n')
    .trim();
}

function readPair(source: Source, section: Section): Pair[] {
  const parts = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of source.linesIn(section.contentStart, section.end)) {
    const text = source.lineText(line);
    const marker = MARKER.exec(text);
    if (marker) parts.set((marker[1] ?? '').toLowerCase(), (current = [text.slice(marker[0].length).trim()]));
    else current?.push(text);
  }
  const [weak, strong, why] = ['weak', 'strong', 'why'].map((name) => tidy((parts.get(name) ?? []).join('\n')));
  if (!weak || !strong) {
    const lacking = weak ? 'Strong' : 'Weak';
    source.warn(`The example “${section.title}” has no “**${lacking}:**” paragraph: add one.`, source.heading(section));
    return [];
  }
  return [{ topic: section.title, weak, strong, ...(why ? { why } : {}) }];
}
