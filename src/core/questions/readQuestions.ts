/**
 * Reads `questions.md`: each list item is a question, who and what it is for stands in its heading, in a line
 * `For: hiring manager, phone-screen` below that, or after it as `(for: …)`, and what became of it as
 * `(chosen, round: …)` or `(asked 2026-12-02, round: …)`.
 */
import { isQuoted, parseBlocks, type BlockLine, type Container } from '../markdown/blocks';
import { ourSide } from '../markdown/conflict';
import { outline, type Section } from '../markdown/outline';
import { tidy } from '../markdown/text';
import { HIRING_MANAGER, type Question, type QuestionMark } from './questionModel';

/** A round that a question may be for. */
export interface NamedRound {
  readonly id: string;
  readonly title: string;
}

const BOX = /^\[([ x])\](?=[ \t])[ \t]*/iu;
const FOR_LINE = /^\**for:(.*)$/iu;
const FOR_HEADING = /(?:^|\s)for (?:the |your )?(\S.*)$/iu;
/** Headings of what stands beside the questions. */
const ASIDE = /^(?:my )?(?:notes?|answers?|links?|sources?)$/iu;
/** As much of a line's end as may be a mark. */
const LONGEST_MARK = 200;
/** A tag in brackets, which may stand in emphasis and have a full stop after it. */
const LAST_TAG = /([*_]{0,3})(\(((?:asked|chosen)(?![\p{L}\p{N}])|for:)([^()]*)\))\1[.,;]?$/iu;
const DATE = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/u;
const ROUND = /(?<!\p{L})round:([^,;]*)/iu;

/** Whom a part of the file is for. */
interface Audience {
  readonly rounds: readonly string[];
  readonly people: readonly string[];
}

const ANYBODY: Audience = { rounds: [], people: [] };

/**
 * Every question, in the order of the file. Never throws, and takes linear time; of a text with a merge conflict the
 * user's own side is read.
 * @param rounds those of the loop, so that their names are told from people.
 */
export function readQuestions(text: string, rounds: readonly NamedRound[]): Question[] {
  return new QuestionReader(ourSide(text), rounds).read();
}

class QuestionReader {
  private readonly lines: readonly BlockLine[];
  private readonly sections: readonly Section[];
  /** The audience of each heading that is open, by its level. */
  private readonly audiences: (Audience | undefined)[] = [];
  private section: Section | undefined;
  /** Items that are questions, or stand in one. */
  private readonly inside = new Set<Container>();

  constructor(
    private readonly text: string,
    private readonly rounds: readonly NamedRound[],
  ) {
    const blocks = parseBlocks(text);
    this.lines = blocks.lines;
    this.sections = outline(text, blocks);
  }

  read(): Question[] {
    const found: Question[] = [];
    const groups = this.groups();
    let next = 0;
    for (let index = 0; index < this.lines.length; index += 1) {
      const heading = this.sections[next];
      if (heading?.line === index) {
        next += 1;
        this.enter(heading);
        continue;
      }
      const line = this.lines[index] as BlockLine;
      this.hearFor(line);
      const item = line.marker < 0 ? undefined : itemOf(line, index);
      if (!item || groups.has(item) || isQuoted(item) || ASIDE.test(this.section?.title ?? '')) continue;
      if (item.parent && this.isInside(item.parent)) continue;
      const question = this.question(index, line);
      if (!question) continue;
      this.inside.add(item);
      found.push(question);
    }
    return withAnswers(this.text, this.lines, this.sections, withPlaces(found));
  }

  /** Items that only hold others: they ask nothing, and an item in them does. */
  private groups(): ReadonlySet<Container> {
    const groups = new Set<Container>();
    this.lines.forEach((line, index) => {
      const item = line.marker < 0 ? undefined : itemOf(line, index);
      if (!item?.parent || !this.lineText(line).includes('?')) return;
      for (let at: Container | undefined = item.parent; at && !groups.has(at); at = at.parent) {
        const first = this.lines[at.first];
        if (at.kind !== 'item' || !first || this.lineText(first).includes('?')) return;
        groups.add(at);
      }
    });
    return groups;
  }

  private lineText({ content, end }: BlockLine): string {
    return this.text.slice(content, end);
  }

  private isInside(container: Container | undefined): boolean {
    for (let at = container; at; at = at.parent) if (this.inside.has(at)) return true;
    return false;
  }

  private enter(section: Section): void {
    this.section = section;
    this.audiences.length = section.level;
    const round = this.roundNamed(section.title);
    const names = round === undefined ? (FOR_HEADING.exec(section.title)?.[1] ?? '') : section.title;
    this.audiences[section.level] = names === '' ? undefined : this.audienceOf(names.split(/,|;| and /u));
  }

  private hearFor({ block, content, end }: BlockLine): void {
    if (block?.kind !== 'paragraph' || block.container) return;
    const [, names] = FOR_LINE.exec(this.text.slice(content, end)) ?? [];
    if (names === undefined || names.trim() === '') return;
    const level = this.section?.level ?? 0;
    this.audiences[level] = joinedAudience(
      this.audiences[level] ?? ANYBODY,
      this.audienceOf(names.replaceAll('*', '').split(/[,;]/u)),
    );
  }

  private audienceOf(names: readonly string[]): Audience {
    const rounds: string[] = [];
    const people: string[] = [];
    for (const name of names.map((each) => each.trim()).filter((each) => each !== '')) {
      const round = this.roundNamed(name);
      if (round === undefined) people.push(personNamed(name));
      else rounds.push(round);
    }
    return { rounds, people };
  }

  private roundNamed(name: string): string | undefined {
    const wanted = folded(name);
    return this.rounds.find(({ id, title }) => folded(id) === wanted || folded(title) === wanted)?.id;
  }

  /** The rounds and the people of the innermost heading that names any. */
  private audienceHere(own: Audience): Audience {
    let { rounds, people } = own;
    for (let level = this.audiences.length - 1; level >= 0; level -= 1) {
      const audience = this.audiences[level];
      if (rounds.length === 0) rounds = audience?.rounds ?? [];
      if (people.length === 0) people = audience?.people ?? [];
    }
    return { rounds, people };
  }

  private question(index: number, line: BlockLine): Question | undefined {
    const { block } = line;
    if (block?.kind !== 'paragraph') return undefined;
    const box = BOX.exec(this.lineText(line));
    const start = line.content + (box?.[0].length ?? 0);
    const words: string[] = [];
    let tags = NO_TAGS;
    // A mark ends the question: what follows in its paragraph is the answer.
    for (let at = index; at <= block.last && tags.at === undefined; at += 1) {
      const { content, end: lineEnd } = this.lines[at] as BlockLine;
      tags = this.tagsBefore(at === index ? start : content, lineEnd);
      words.push(this.text.slice(at === index ? start : content, tags.end));
    }
    const text = words.join(' ').trim().replace(/\s+/gu, ' ');
    if (text === '') return undefined;
    const ticked = box && box[1] !== ' ' ? ({ kind: 'asked', date: undefined, round: undefined } as const) : undefined;
    return {
      line: index,
      text,
      nth: 0,
      heading: this.section?.title ?? '',
      ...this.audienceHere(tags.audience),
      mark: tags.mark ?? ticked,
      answer: '',
      end: tags.last,
      markAt: tags.at,
    };
  }

  /** The tags at the end of a line, and where the words before them end. */
  private tagsBefore(start: number, lineEnd: number): Tags {
    let end = this.trimmedEnd(start, lineEnd);
    let tags: Tags = { ...NO_TAGS, end, last: end };
    for (;;) {
      const from = Math.max(start, end - LONGEST_MARK);
      const match = LAST_TAG.exec(this.text.slice(from, end));
      const [whole, emphasis = '', tag = '', kind = '', rest = ''] = match ?? [];
      if (whole === undefined || from + (match?.index ?? 0) <= start) return tags;
      const tagStart = end - whole.length + emphasis.length;
      const at = { start: tagStart, end: tagStart + tag.length };
      end = this.trimmedEnd(start, end - whole.length);
      if (kind.toLowerCase() === 'for:') tags = { ...tags, end, audience: this.audienceOf(rest.split(/[,;]/u)) };
      else if (tags.mark) tags = { ...tags, end };
      else tags = { ...tags, end, at, mark: this.markOf(kind, rest) };
    }
  }

  private markOf(kind: string, rest: string): QuestionMark {
    const round = ROUND.exec(rest)?.[1]?.trim();
    return {
      kind: kind.toLowerCase() === 'asked' ? 'asked' : 'chosen',
      date: DATE.exec(rest)?.[0],
      round: round === undefined || round === '' ? undefined : (this.roundNamed(round) ?? round),
    };
  }

  private trimmedEnd(start: number, end: number): number {
    let at = end;
    while (at > start && /\s/u.test(this.text[at - 1] ?? '')) at -= 1;
    return at;
  }
}

interface Tags {
  /** Where the words before them end. */
  readonly end: number;
  /** Where the last of them ends. */
  readonly last: number;
  readonly audience: Audience;
  readonly mark: QuestionMark | undefined;
  readonly at: Question['markAt'];
}

const NO_TAGS: Tags = { end: 0, last: 0, audience: ANYBODY, mark: undefined, at: undefined };

/** The list item that begins in a line. */
function itemOf({ block }: BlockLine, index: number): Container | undefined {
  const container = block?.container;
  return container?.kind === 'item' && container.first === index ? container : undefined;
}

const joinedAudience = (a: Audience, b: Audience): Audience => ({
  rounds: [...new Set([...a.rounds, ...b.rounds])],
  people: [...new Set([...a.people, ...b.people])],
});

const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim();

/** “The manager” is the hiring manager, who is the one that a candidate has. */
function personNamed(name: string): string {
  const person = folded(name).replace(/^(?:the|your) /u, '');
  return person === 'manager' || person === 'hiring managers' ? HIRING_MANAGER : person;
}

function withPlaces(questions: readonly Question[]): Question[] {
  const seen = new Map<string, number>();
  return questions.map((question) => {
    const nth = seen.get(question.text) ?? 0;
    seen.set(question.text, nth + 1);
    return { ...question, nth };
  });
}

/** What stands between an asked question and the next one, or the next heading. */
function withAnswers(
  text: string,
  lines: readonly BlockLine[],
  sections: readonly Section[],
  questions: readonly Question[],
): Question[] {
  let next = 0;
  return questions.map((question, index) => {
    while ((sections[next]?.line ?? Infinity) < question.line) next += 1;
    if (question.mark?.kind !== 'asked') return question;
    const stop = Math.min(
      lines[questions[index + 1]?.line ?? -1]?.start ?? text.length,
      sections[next]?.start ?? text.length,
    );
    const start = Math.max(question.end, question.markAt?.end ?? 0);
    const answer = tidy(text.slice(start, Math.max(start, stop)));
    return { ...question, answer: answer.replace(/^[ \t]+/gmu, '').trim() };
  });
}
