/**
 * A whole loop as one HTML file: nothing in it is alive, nothing is loaded, and what is private is there only where it
 * was chosen.
 */
import { BRIEF_PARTS_STYLE } from '../brief/briefStyle';
import { partHtml } from '../brief/briefHtml';
import type { BriefFile, BriefStory } from '../brief/briefFacts';
import { composeBrief } from '../brief/composeBrief';
import type { BriefPart, BriefPartId } from '../brief/briefModel';
import { plainText } from '../checklist/checklist';
import { textOfItem } from '../checklist/taskDate';
import { taskTitle } from '../checklist/taskTitle';
import { formatDate, formatShortDate } from '../days/dates';
import { readCarried } from '../feedback/points';
import { roundTitle } from '../loop/loopModel';
import { ourSide } from '../markdown/conflict';
import { escapeHtml } from '../markdown/escape';
import { locateFrontMatter } from '../markdown/frontMatter';
import { findConflict, outline } from '../markdown/outline';
import { withoutRanges } from '../markdown/text';
import { compareOffers } from '../offer/compareOffers';
import { comparisonEdits } from '../offer/comparisonFile';
import { statedText, whenSaid } from '../offer/stated';
import { htmlPage } from '../pack/htmlPage';
import { packStory } from '../pack/packFiles';
import { quiet, quietLine } from '../pack/quiet';
import { PackRenderer } from '../pack/render';
import { readQuestions } from '../questions/readQuestions';
import { isAsked } from '../questions/questionModel';
import { parseStory } from '../story/parseStory';
import { listed } from '../words';
import {
  LOOP_PACK_PARTS,
  LOOP_PACK_TITLES,
  PRIVATE_PARTS,
  type LoopPackFacts,
  type LoopPackPart,
} from './loopPackModel';
import { LOOP_PACK_STYLE } from './loopPackStyle';
import { offerAmounts, quotesAmounts, statedAmounts } from './quotesOffer';

/** Of a longer text, only as much goes into a pack, in UTF-16 units. */
export const MOST_TEXT = 200_000;

export interface LoopPackPage {
  readonly html: string;
  /** What was left out or cut, and why: sentences. */
  readonly notes: readonly string[];
}

/** A thing with a heading of its own below that of its part. */
interface Piece {
  readonly title: string;
  /** HTML. */
  readonly body: string;
}

interface Section {
  readonly part: LoopPackPart;
  /** HTML before the pieces. */
  readonly lead: string;
  readonly pieces: readonly Piece[];
}

export function loopPackHtml(facts: LoopPackFacts, include: readonly LoopPackPart[]): LoopPackPage {
  return new LoopPackWriter(facts, new Set(include)).page();
}

class LoopPackWriter {
  private readonly renderer = new PackRenderer({ isOwn: true });
  private readonly notes: string[] = [];
  /** Names that are private. */
  private readonly names: readonly string[];
  /** Whether a line was left out since it has such a name. */
  private hasNames = false;

  constructor(
    private readonly facts: LoopPackFacts,
    private readonly include: ReadonlySet<LoopPackPart>,
  ) {
    this.names = include.has('people') ? [] : namesOf(facts);
  }

  page(): LoopPackPage {
    const { loop } = this.facts;
    const title = [loop.company, loop.role].filter((part) => part !== '').join(' ') || loop.id;
    const sections = LOOP_PACK_PARTS.filter((part) => this.include.has(part))
      .map((part) => this.section(part))
      .filter(({ lead, pieces }) => lead !== '' || pieces.length > 0);
    const hidden = PRIVATE_PARTS.filter((part) => !this.include.has(part)).map((part) => HIDDEN[part]);
    if (this.hasNames) this.notes.push('Lines that name an interviewer are left out.');
    const notes = [...this.notes, ...(hidden.length === 0 ? [] : [`Private, so left out: ${listed(hidden)}.`])];
    const html = htmlPage({
      title: `${title}: loop pack`,
      style: `${BRIEF_PARTS_STYLE}${LOOP_PACK_STYLE}`,
      body: `<header>
<p class="kicker">Loop pack</p>
<h1>${escapeHtml(title)}</h1>
</header>
${contents(sections)}
${sections.map(sectionHtml).join('\n')}
<footer>${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}</footer>`,
    });
    return { html, notes };
  }

  private section(part: LoopPackPart): Section {
    const pieces: Readonly<Record<LoopPackPart, () => Omit<Section, 'part'>>> = {
      plan: () => this.plan(),
      briefs: () => ({ lead: '', pieces: this.briefs() }),
      stories: () => ({ lead: '', pieces: this.facts.stories.map((story) => this.story(story)) }),
      cheatSheet: () => ({ lead: this.document(this.facts.cheatSheet, 2), pieces: [] }),
      scripts: () => ({ lead: '', pieces: this.scripts() }),
      questions: () => ({ lead: '', pieces: this.questions() }),
      offer: () => ({ lead: this.offer(), pieces: [] }),
      stated: () => ({ lead: this.stated(), pieces: [] }),
      feedback: () => ({ lead: '', pieces: this.feedback() }),
      people: () => ({ lead: '', pieces: this.people() }),
    };
    return { part, ...pieces[part]() };
  }

  private plan(): Omit<Section, 'part'> {
    const { loop, machineZone } = this.facts;
    const rounds = loop.rounds.map(({ title, date, time, minutes }) => [
      title,
      date === undefined ? 'no date yet' : formatDate(date),
      time ?? '',
      minutes === undefined ? '' : `${minutes} min`,
    ]);
    // What feedback asked for is private, wherever it was carried.
    const open = (loop.preparation?.items ?? []).filter(
      ({ text, checked }) => !checked && !readCarried(text) && !this.namesSomebody(text),
    );
    const tasks = open.map(({ text, due, minutes }) => [
      plainText(taskTitle(textOfItem(text))),
      due === undefined ? '' : formatShortDate(due),
      minutes === undefined ? '' : `${minutes} min`,
    ]);
    return {
      lead: '',
      pieces: [
        {
          title: 'Rounds',
          body: tableHtml(`Times are ${loop.timeZone ?? machineZone}.`, ['Round', 'Day', 'Time', 'Length'], rounds),
        },
        ...(tasks.length === 0 ? [] : [{ title: 'To prepare', body: tableHtml('', ['Task', 'Due', 'Length'], tasks) }]),
      ],
    };
  }

  private briefs(): Piece[] {
    const hidden = new Set<BriefPartId>(['stated', 'feedback', 'people']);
    for (const part of PRIVATE_PARTS) if (this.include.has(part)) hidden.delete(part as BriefPartId);
    return this.facts.briefs.map((facts) => {
      // What was heard comes from answers and feedback.
      const heard = this.include.has('feedback') ? facts.heard : [];
      const brief = composeBrief({ ...facts, heard }, { without: [...hidden], hasLink: this.include.has('people') });
      const parts = brief.parts
        .map((part) => this.withoutNames(withoutProblems(part)))
        .filter(({ lines }) => lines.length > 0);
      return { title: brief.title, body: parts.map((part) => partHtml(part, this.renderer, 4)).join('\n') };
    });
  }

  /** Who is met is private, in whichever line they are named. */
  private withoutNames(part: BriefPart): BriefPart {
    const lines = part.lines.filter(
      ({ label, text, details }) => !this.namesSomebody([label, text, ...details].join(' ')),
    );
    return { ...part, lines };
  }

  private namesSomebody(text: string): boolean {
    if (!mentions(text, this.names)) return false;
    this.hasNames = true;
    return true;
  }

  private story({ name, path, story }: BriefStory): Piece {
    const own = this.own(path, story.text);
    const { title, body } = packStory(name, parseStory(own));
    return { title, body: this.renderer.render(quiet(body), 3) };
  }

  /** @param level of the heading above. */
  private document(file: BriefFile | undefined, level: number): string {
    if (!file) return '';
    return this.renderer.render(quiet(bodyOf(this.own(file.path, file.text)).body), level);
  }

  private scripts(): Piece[] {
    const { scripts, offer } = this.facts;
    const amounts = [
      ...(offer && !this.include.has('offer') ? offerAmounts(offer.offer) : []),
      ...(offer && !this.include.has('stated') ? statedAmounts(offer.offer.stated) : []),
    ];
    return scripts.flatMap(({ path, text }): Piece[] => {
      const name = path.split('/').pop()?.replace(/\.md$/iu, '').replace(/-+/gu, ' ') ?? path;
      const { title, body } = bodyOf(this.own(path, text));
      if (quotesAmounts(text, amounts)) {
        this.notes.push(`The script “${name}” is left out: it quotes pay that is private.`);
        return [];
      }
      return [{ title: title ?? name, body: this.renderer.render(quiet(body), 3) }];
    });
  }

  /** Those that are still to be asked, without what was answered. */
  private questions(): Piece[] {
    const { questions, loop } = this.facts;
    if (!questions) return [];
    const groups = new Map<string, string[]>();
    for (const question of readQuestions(this.own(questions.path, questions.text), loop.rounds)) {
      if (isAsked(question) || this.namesSomebody(question.text)) continue;
      const heading = mentions(question.heading, this.names) ? '' : plainText(question.heading);
      groups.set(heading, [...(groups.get(heading) ?? []), question.text]);
    }
    return [...groups].map(([heading, texts]) => ({
      title: heading === '' ? 'To ask' : heading,
      body: listHtml(texts.map((text) => this.renderer.inline(quietLine(text)))),
    }));
  }

  private offer(): string {
    const { offer, loop } = this.facts;
    if (!offer) return '';
    const [edit] = comparisonEdits('', compareOffers([{ name: loop.company || loop.id, ...offer }])) ?? [];
    return this.renderer.render(quiet(edit?.newText ?? ''), 2);
  }

  private stated(): string {
    const { offer, loop } = this.facts;
    if (!offer || offer.offer.stated.length === 0) return '';
    const { stated, currency } = offer.offer;
    return listHtml(
      stated.map((figure) =>
        escapeHtml(
          [statedText(figure, currency), whenSaid(figure, (id) => roundTitle(loop, id))]
            .filter((each) => each !== '')
            .join(' · '),
        ),
      ),
    );
  }

  private feedback(): Piece[] {
    const { sessions, loop } = this.facts;
    const runs = sessions.map(({ round, kind, started, scheduled, scores }) => [
      roundTitle(loop, round),
      kind === 'mock' ? 'mock' : 'practice',
      started?.slice(0, 10) ?? scheduled?.date ?? '',
      Object.entries(scores)
        .map(([id, score]) => `${id} ${score}`)
        .join(', '),
    ]);
    const points = sessions.flatMap(({ feedback }) =>
      feedback.map(({ text }) => this.renderer.inline(quietLine(text))),
    );
    return [
      ...(runs.length === 0 ? [] : [{ title: 'Runs', body: tableHtml('', ['Round', 'Kind', 'Day', 'Scores'], runs) }]),
      ...(points.length === 0 ? [] : [{ title: 'Feedback', body: listHtml(points) }]),
    ];
  }

  private people(): Piece[] {
    return this.facts.loop.rounds
      .filter(({ interviewers }) => interviewers.length > 0)
      .map(({ title, interviewers }) => ({
        title,
        body: listHtml(
          interviewers.map(({ name, role, cares }) =>
            escapeHtml(
              [name, role, cares === undefined ? undefined : `cares about ${cares}`]
                .filter((each) => each !== undefined)
                .join(' · '),
            ),
          ),
        ),
      }));
  }

  /** The user’s own side of a text, as much of it as a pack takes. */
  private own(path: string, text: string): string {
    if (findConflict(text)) this.notes.push(`${path} has a merge conflict: your side is in the pack.`);
    const own = ourSide(text);
    if (own.length <= MOST_TEXT) return own;
    this.notes.push(`${path} is very long: only its beginning is in the pack.`);
    return own.slice(0, own.lastIndexOf('\n', MOST_TEXT) + 1 || MOST_TEXT);
  }
}

const HIDDEN: Readonly<Record<(typeof PRIVATE_PARTS)[number], string>> = {
  offer: 'the offer',
  stated: 'pay you have stated',
  feedback: 'practice and feedback',
  people: 'the interviewers',
};

/** What does not fit together is for the user’s own page. */
const withoutProblems = (part: BriefPart): BriefPart => ({
  ...part,
  lines: part.lines.filter(({ kind }) => kind === 'said' || (kind === 'blank' && part.id !== 'when')),
});

/** The interviewers’ names, and their first names. */
function namesOf({ loop }: LoopPackFacts): string[] {
  const names = loop.rounds.flatMap(({ interviewers }) => interviewers.map(({ name }) => name.toLowerCase()));
  return [...new Set(names.flatMap((name) => [name, name.split(/\s+/u)[0] ?? name]))].filter((name) => name.length > 2);
}

function mentions(text: string, names: readonly string[]): boolean {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return names.some((name) => words.includes(` ${name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `));
}

/** A text without its front matter and its first heading. */
function bodyOf(text: string): { readonly title: string | undefined; readonly body: string } {
  const front = locateFrontMatter(text);
  const bodyStart = typeof front === 'object' ? front.bodyStart : 0;
  const [first] = outline(text);
  const isTitled = first?.level === 1 && text.slice(bodyStart, first.start).trim() === '';
  const heading = isTitled ? [{ start: first.start, end: first.contentStart }] : [];
  return {
    title: isTitled && first.title !== '' ? plainText(first.title) : undefined,
    body: withoutRanges(text, [{ start: 0, end: bodyStart }, ...heading]),
  };
}

const listHtml = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

function tableHtml(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((each) => `<th scope="col">${escapeHtml(each)}</th>`).join('');
  const body = rows.map(([first = '', ...rest]) => {
    const cells = rest.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(first)}</th>${cells}</tr>`;
  });
  const said = caption === '' ? '' : `<caption>${escapeHtml(caption)}</caption>`;
  return `<table>${said}<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const pieceId = (part: LoopPackPart, index: number): string => `${part}-${index + 1}`;

function contents(sections: readonly Section[]): string {
  const items = sections.map(({ part, pieces }) => {
    const below = pieces.map(
      ({ title }, index) => `<li><a href="#${pieceId(part, index)}">${escapeHtml(title)}</a></li>`,
    );
    const list = below.length === 0 ? '' : `<ul>${below.join('')}</ul>`;
    return `<li><a href="#${part}">${LOOP_PACK_TITLES[part]}</a>${list}</li>`;
  });
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>${items.join('')}</ol></nav>`;
}

function sectionHtml({ part, lead, pieces }: Section): string {
  const articles = pieces.map(
    ({ title, body }, index) => `<article id="${pieceId(part, index)}"><h3>${escapeHtml(title)}</h3>${body}</article>`,
  );
  return `<section id="${part}" class="${part}"><h2>${LOOP_PACK_TITLES[part]}</h2>${lead}${articles.join('\n')}</section>`;
}
