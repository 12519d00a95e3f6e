/**
 * A whole loop as one HTML file: nothing in it is alive, nothing is loaded, and what is private is there only where it
 * was chosen. A block of text that says something private goes as a whole, wherever it stands.
 */
import { partHtml } from '../brief/briefHtml';
import { BRIEF_PARTS_STYLE } from '../brief/briefStyle';
import type { BriefFile, BriefStory } from '../brief/briefFacts';
import { composeBrief } from '../brief/composeBrief';
import { webLink, type BriefLine, type BriefPart } from '../brief/briefModel';
import { plainText } from '../checklist/checklist';
import { textOfItem } from '../checklist/taskDate';
import { taskTitle } from '../checklist/taskTitle';
import { formatDate, formatShortDate } from '../days/dates';
import { readCarried } from '../feedback/points';
import { loopTitle, type Round } from '../loop/loopModel';
import { shortName } from '../loop/loopNames';
import { commentAt, withoutLineComments } from '../markdown/comments';
import { ourSide } from '../markdown/conflict';
import { escapeHtml } from '../markdown/escape';
import { findConflict } from '../markdown/outline';
import { compareOffers } from '../offer/compareOffers';
import { comparisonEdits } from '../offer/comparisonFile';
import type { StatedFigure } from '../offer/offerModel';
import { statedText, whenSaid } from '../offer/stated';
import { htmlPage } from '../pack/htmlPage';
import { packStory } from '../pack/packFiles';
import { quiet, quietLine } from '../pack/quiet';
import { PackRenderer } from '../pack/render';
import { readTitledText } from '../pack/titledText';
import { isAsked } from '../questions/questionModel';
import { readQuestions } from '../questions/readQuestions';
import { isPractice } from '../sessions/sessionModel';
import { parseStory } from '../story/parseStory';
import { joined, listed } from '../words';
import { contentsHtml, listHtml, sectionHtml, tableHtml, type Piece, type Section } from './loopPackElements';
import { LOOP_PACK_PARTS, PRIVATE_PARTS, type LoopPackFacts, type LoopPackPart } from './loopPackModel';
import { LOOP_PACK_STYLE } from './loopPackStyle';
import { PrivateWords, type PrivateKind } from './privateWords';

/** Of a longer text, only as much goes into a pack, in UTF-16 units. */
export const MOST_TEXT = 200_000;

export interface LoopPackPage {
  readonly html: string;
  /** What was left out or cut, and why: sentences. */
  readonly notes: readonly string[];
}

export function loopPackHtml(facts: LoopPackFacts, include: readonly LoopPackPart[]): LoopPackPage {
  const parts = new Set(include);
  const secrets = new PrivateWords(facts, parts);
  return new LoopPackWriter(parts.has('people') ? facts : withoutListeners(facts), parts, secrets).page();
}

/** Pay that was stated, without whom it was stated to. */
function withoutListeners(facts: LoopPackFacts): LoopPackFacts {
  const unnamed = (offer: LoopPackFacts['offer']): LoopPackFacts['offer'] =>
    offer && {
      ...offer,
      offer: { ...offer.offer, stated: offer.offer.stated.map((figure) => ({ ...figure, to: undefined })) },
    };
  return {
    ...facts,
    offer: unnamed(facts.offer),
    briefs: facts.briefs.map((brief) => ({ ...brief, offer: unnamed(brief.offer) })),
  };
}

class LoopPackWriter {
  private readonly renderer = new PackRenderer({ isOwn: true });
  private readonly notes: string[] = [];
  /** Why something was left out. */
  private readonly found = new Set<PrivateKind>();

  constructor(
    private readonly facts: LoopPackFacts,
    private readonly include: ReadonlySet<LoopPackPart>,
    private readonly secrets: PrivateWords,
  ) {}

  page(): LoopPackPage {
    const title = this.title(loopTitle(this.facts.loop), 'A loop');
    const sections = LOOP_PACK_PARTS.filter((part) => this.include.has(part))
      .map((part) => this.section(part))
      .filter(({ lead, pieces }) => lead !== '' || pieces.length > 0);
    const hidden = PRIVATE_PARTS.filter((part) => !this.include.has(part)).map((part) => HIDDEN[part]);
    const notes = [
      ...this.notes,
      ...FOUND.filter(({ kind }) => this.found.has(kind)).map(({ says }) => says),
      ...(hidden.length === 0 ? [] : [`Private, so left out: ${listed(hidden)}.`]),
    ];
    const html = htmlPage({
      title: `${title}: loop pack`,
      style: `${BRIEF_PARTS_STYLE}${LOOP_PACK_STYLE}`,
      body: `<header>
<p class="kicker">Loop pack</p>
<h1>${escapeHtml(title)}</h1>
</header>
${contentsHtml(sections)}
${sections.map(sectionHtml).join('\n')}
<footer>${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}</footer>`,
    });
    return { html, notes };
  }

  private section(part: LoopPackPart): Section {
    const pieces: Readonly<Record<LoopPackPart, () => Omit<Section, 'part'>>> = {
      plan: () => ({ lead: '', pieces: this.plan() }),
      briefs: () => ({ lead: '', pieces: this.briefs() }),
      stories: () => ({ lead: '', pieces: this.facts.stories.map((story, index) => this.story(story, index)) }),
      cheatSheet: () => ({ lead: this.document(this.facts.cheatSheet), pieces: [] }),
      scripts: () => ({ lead: '', pieces: this.facts.scripts.flatMap((file, index) => this.script(file, index)) }),
      questions: () => ({ lead: '', pieces: this.questions() }),
      offer: () => ({ lead: this.offer(), pieces: [] }),
      stated: () => ({ lead: this.stated(), pieces: [] }),
      feedback: () => ({ lead: '', pieces: this.feedback() }),
      people: () => ({ lead: '', pieces: this.people() }),
      logistics: () => ({ lead: this.links(), pieces: [] }),
    };
    return { part, ...pieces[part]() };
  }

  private plan(): Piece[] {
    const { loop, machineZone } = this.facts;
    const rounds = loop.rounds.map((round) => [
      this.roundName(round),
      round.date === undefined ? 'no date yet' : formatDate(round.date),
      round.time ?? '',
      round.minutes === undefined ? '' : `${round.minutes} min`,
    ]);
    // What feedback asked for is private, wherever it was carried.
    const open = (loop.preparation?.items ?? []).filter(
      ({ text, heading, checked }) => !checked && !readCarried(text) && this.shownLine(text, heading) !== undefined,
    );
    const tasks = open.map(({ text, due, minutes }) => [
      this.title(plainText(taskTitle(textOfItem(text))), 'A task'),
      due === undefined ? '' : formatShortDate(due),
      minutes === undefined ? '' : `${minutes} min`,
    ]);
    return [
      {
        title: 'Rounds',
        body: tableHtml(`Times are ${loop.timeZone ?? machineZone}.`, ['Round', 'Day', 'Time', 'Length'], rounds),
      },
      ...(tasks.length === 0 ? [] : [{ title: 'To prepare', body: tableHtml('', ['Task', 'Due', 'Length'], tasks) }]),
    ];
  }

  private briefs(): Piece[] {
    const hidden = (['stated', 'feedback', 'people'] as const).filter((part) => !this.include.has(part));
    return this.facts.briefs.map((facts) => {
      // What was heard comes from answers and feedback.
      const heard = this.include.has('feedback') ? facts.heard : [];
      const brief = composeBrief({ ...facts, heard }, { without: hidden, hasLink: this.include.has('logistics') });
      const parts = brief.parts
        .map(withoutProblems)
        .map((part) => ({ ...part, lines: part.lines.filter((line) => !this.isPrivateOfBrief(line)) }))
        .filter(({ lines }) => lines.length > 0);
      return {
        title: this.roundName(facts.round),
        body: parts.map((part) => partHtml(part, this.renderer, 4)).join('\n'),
      };
    });
  }

  private story({ name, path, story }: BriefStory, index: number): Piece {
    const own = this.own(path, story.text);
    const { title, body } = packStory(name, own === story.text ? story : parseStory(own));
    return { title: this.title(title, `Story ${index + 1}`), body: this.render(body, 3) };
  }

  private document(file: BriefFile | undefined): string {
    return file ? this.render(readTitledText(this.own(file.path, file.text)).body, 2) : '';
  }

  private script({ path, text }: BriefFile, index: number): Piece[] {
    const ordinal = `Script ${index + 1}`;
    const name = path.split('/').pop()?.replace(/\.md$/iu, '').replace(/-+/gu, ' ') ?? path;
    const { title, body } = readTitledText(this.own(path, text));
    // A script on pay is composed from it: what is left of one would say too much.
    const words = quiet(body);
    if (this.secrets.quotesPay(`${name}\n${title ?? ''}\n${words}`)) {
      this.notes.push(`The script “${this.title(name, ordinal)}” is left out: it quotes pay that is private.`);
      return [];
    }
    return [{ title: this.title(title ?? name, ordinal), body: this.renderQuiet(words, 3) }];
  }

  /** Those that are still to be asked, without what was answered. */
  private questions(): Piece[] {
    const { questions, loop } = this.facts;
    if (!questions) return [];
    const groups = new Map<string, string[]>();
    for (const question of readQuestions(this.own(questions.path, questions.text), loop.rounds)) {
      const text = isAsked(question) ? undefined : this.shownLine(question.text, question.heading);
      if (text === undefined) continue;
      const heading = this.title(plainText(question.heading), '');
      const group = groups.get(heading);
      if (group) group.push(text);
      else groups.set(heading, [text]);
    }
    return [...groups].map(([heading, texts]) => ({
      title: heading === '' ? 'To ask' : heading,
      body: listHtml(texts),
    }));
  }

  private offer(): string {
    const { offer, loop } = this.facts;
    if (!offer) return '';
    const [edit] = comparisonEdits('', compareOffers([{ name: shortName(loop), ...offer }])) ?? [];
    return this.render(edit?.newText ?? '', 2);
  }

  private stated(): string {
    const { offer } = this.facts;
    if (!offer || offer.offer.stated.length === 0) return '';
    const { stated, currency } = offer.offer;
    const lines = stated.map((figure) => joined([statedText(figure, currency), this.whenSaid(figure)], ' · '));
    return this.plainList(lines);
  }

  private feedback(): Piece[] {
    const { sessions } = this.facts;
    const runs = sessions.filter(isPractice).map(({ round, kind, started, scheduled, scores }) => [
      this.roundNamed(round) ?? this.title(round, 'A round'),
      kind === 'mock' ? 'mock' : 'practice',
      started?.slice(0, 10) ?? scheduled?.date ?? '',
      Object.entries(scores)
        .map(([id, score]) => `${this.title(id, 'score')} ${score}`)
        .join(', '),
    ]);
    const points = sessions.flatMap(({ feedback }) => feedback.flatMap(({ text }) => this.shownLine(text) ?? []));
    return [
      ...(runs.length === 0 ? [] : [{ title: 'Runs', body: tableHtml('', ['Round', 'Kind', 'Day', 'Scores'], runs) }]),
      ...(points.length === 0 ? [] : [{ title: 'Feedback', body: listHtml(points) }]),
    ];
  }

  private people(): Piece[] {
    return this.facts.loop.rounds
      .filter(({ interviewers }) => interviewers.length > 0)
      .map((round) => ({
        title: this.roundName(round),
        body: this.plainList(
          round.interviewers.map(({ name, role, cares }) =>
            joined([name, role, cares === undefined ? undefined : `cares about ${cares}`], ' · '),
          ),
        ),
      }));
  }

  private links(): string {
    const links = this.facts.loop.rounds.flatMap((round) =>
      round.link === undefined || this.isPrivate(round.link)
        ? []
        : `${escapeHtml(this.roundName(round))} · ${this.renderer.inline(webLink(round.link, round.link))}`,
    );
    return links.length === 0 ? '' : listHtml(links);
  }

  /** The user’s Markdown, without the blocks that are private. */
  private render(markdown: string, level: number): string {
    return this.renderQuiet(quiet(markdown), level);
  }

  private renderQuiet(markdown: string, level: number): string {
    return this.renderer.render(markdown, level, (words, above) => this.isPrivate(words, above));
  }

  /** A line of the user’s Markdown as HTML; undefined where it is private. @param above what it stands below. */
  private shownLine(markdown: string, above = ''): string | undefined {
    const line = quietLine(markdown);
    return this.isPrivate(this.renderer.words(line), above) ? undefined : this.renderer.inline(line);
  }

  private plainList(lines: readonly string[]): string {
    const shown = lines.map(withoutLineComments).filter((line) => !this.isPrivate(line));
    return shown.length === 0 ? '' : listHtml(shown.map(escapeHtml));
  }

  /** The title of a round, or where it names somebody its number. */
  private roundName({ title, number }: Round): string {
    return this.title(title, `Round ${number}`);
  }

  /** Undefined where the loop has no such round. */
  private roundNamed(id: string): string | undefined {
    const round = this.facts.loop.rounds.find((each) => each.id === id);
    return round && this.roundName(round);
  }

  /** A round that the loop does not have is in the user’s own words, and these may name somebody. */
  private whenSaid(figure: StatedFigure): string {
    const { round } = figure;
    const isUnspeakable = round !== undefined && this.roundNamed(round) === undefined && this.isPrivate(round);
    return whenSaid(isUnspeakable ? { ...figure, round: undefined } : figure, (id) => this.roundNamed(id));
  }

  private title(text: string, otherwise: string): string {
    const title = withoutLineComments(text);
    return this.isPrivate(title) ? otherwise : title;
  }

  private isPrivateOfBrief({ label, text, details }: BriefLine): boolean {
    return this.isPrivate([label, this.renderer.words(text), ...details].join(' '));
  }

  private isPrivate(words: string, above = ''): boolean {
    const kind = this.secrets.find(words, above);
    if (kind !== undefined) this.found.add(kind);
    return kind !== undefined;
  }

  /** The user’s own side of a text, as much of it as a pack takes. */
  private own(path: string, text: string): string {
    const name = this.title(path, 'A file');
    if (findConflict(text)) this.notes.push(`${name} has a merge conflict: your side is in the pack.`);
    const own = ourSide(text);
    if (own.length <= MOST_TEXT) return own;
    this.notes.push(`${name} is very long: only its beginning is in the pack.`);
    const cut = own.slice(0, own.lastIndexOf('\n', MOST_TEXT) + 1 || MOST_TEXT);
    // A comment that is cut open would be text.
    return cut.slice(0, commentAt(own, cut.length)?.start);
  }
}

const HIDDEN: Readonly<Record<(typeof PRIVATE_PARTS)[number], string>> = {
  offer: 'the offer',
  stated: 'pay you have stated',
  feedback: 'practice and feedback',
  people: 'the interviewers',
  logistics: 'links to join',
};

/** What is said of lines that were left out. */
const FOUND: readonly { readonly kind: PrivateKind; readonly says: string }[] = [
  { kind: 'name', says: 'Lines that name an interviewer are left out.' },
  { kind: 'pay', says: 'Lines that quote pay are left out.' },
  { kind: 'link', says: 'Lines with a link to join are left out.' },
];

/** What does not fit together is for the user’s own page. */
const withoutProblems = (part: BriefPart): BriefPart => ({
  ...part,
  lines: part.lines.filter(({ kind }) => kind === 'said' || (kind === 'blank' && part.id !== 'when')),
});
