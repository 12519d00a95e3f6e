/**
 * Draws the page of a round from its loop and files. Nothing on it is invented: what no file says is a blank that leads
 * to where it can be written.
 */
import { BLOCK_TITLES } from '../blocks/drawBlock';
import { readBlockText } from '../blocks/readBlocks';
import { plainText } from '../checklist/checklist';
import { followUps } from '../feedback/followUps';
import { readCarried } from '../feedback/points';
import { withoutLineComments } from '../markdown/comments';
import { escapeMarkdown } from '../markdown/escape';
import { resolvePath } from '../markdown/links';
import { outline } from '../markdown/outline';
import { loopTitle } from '../loop/loopModel';
import { statedText, whenSaid } from '../offer/stated';
import { QUESTIONS_FILE } from '../loop/parseFile';
import { quietLine } from '../pack/quiet';
import { nextQuestions } from '../questions/nextQuestions';
import type { BriefFacts } from './briefFacts';
import { logistics } from './briefLogistics';
import {
  blank,
  BRIEF_PARTS,
  BRIEF_TITLES,
  clipLine,
  fileWords,
  LONGEST_NAME,
  MOST_LINES,
  placeLink,
  problem,
  said,
  webLink,
  type Brief,
  type BriefLine,
  type BriefLink,
  type BriefPart,
  type BriefPartId,
} from './briefModel';
import { readOwnBrief, THINGS_TO_LEAVE, type OwnPart } from './ownBrief';
import { storyLines } from './briefStories';

/** Which parts only those see who may see everything. */
export interface BriefScope {
  /** Parts to leave out. */
  readonly without?: readonly BriefPartId[];
  /** False leaves out the address of the meeting. */
  readonly hasLink?: boolean;
}

export function composeBrief(facts: BriefFacts, { without = [], hasLink = true }: BriefScope = {}): Brief {
  const { loop, round } = facts;
  const lines: Readonly<Record<BriefPartId, () => BriefLine[]>> = {
    when: () => logistics(facts, { hasLink }),
    open: () => openLines(facts),
    leave: () => leaveLines(facts),
    stories: () => storyLines(facts),
    figures: () => figureLines(facts),
    people: () => peopleLines(facts),
    questions: () => questionLines(facts),
    stated: () => statedLines(facts),
    feedback: () => feedbackLines(facts),
  };
  return {
    title: nameToShow(round.title),
    loop: nameToShow(loopTitle(loop)),
    parts: BRIEF_PARTS.filter((id) => !without.includes(id)).map((id): BriefPart => ({
      id,
      title: BRIEF_TITLES[id],
      lines: atMost(lines[id]()).map(glanceable),
    })),
  };
}

const nameToShow = (words: string): string => clipLine(withoutLineComments(words), LONGEST_NAME);

/** What stands beside the text of a line is as short as its file lets it be long. */
const glanceable = (line: BriefLine): BriefLine => ({
  ...line,
  label: nameToShow(line.label),
  details: line.details.map(nameToShow),
});

function atMost(lines: readonly BriefLine[]): readonly BriefLine[] {
  if (lines.length <= MOST_LINES) return lines;
  const shown = lines.slice(0, MOST_LINES - 1);
  return [...shown, problem(`${lines.length - shown.length} more are in the file`, lines[MOST_LINES]?.link)];
}

const writeLink = (part: OwnPart, label: string): BriefLink => ({ kind: 'write', part, label });

function openLines({ round, text }: BriefFacts): BriefLine[] {
  const { open } = readOwnBrief(text);
  if (!open) return [blank('Your opening sentence is not written yet', writeLink('open', 'Write it'))];
  return [said(quietLine(open.text), { link: placeLink('Open its line', { path: round.path, line: open.line }) })];
}

function leaveLines({ round, text }: BriefFacts): BriefLine[] {
  const { leave } = readOwnBrief(text);
  const lines = leave
    .slice(0, THINGS_TO_LEAVE)
    .map((each) =>
      said(quietLine(each.text), { link: placeLink('Open its line', { path: round.path, line: each.line }) }),
    );
  const [more] = leave.slice(THINGS_TO_LEAVE);
  if (more) {
    const link = placeLink('Open the list', { path: round.path, line: more.line });
    return [...lines, problem(`You wrote ${leave.length}; nobody remembers more than ${THINGS_TO_LEAVE}`, link)];
  }
  if (lines.length === THINGS_TO_LEAVE) return lines;
  const missing =
    lines.length === 0
      ? 'Three things they should remember are not written yet'
      : `${THINGS_TO_LEAVE - lines.length} more to make three`;
  return [...lines, blank(missing, writeLink('leave', 'Write them'))];
}

/** Each block in a few words; one that cannot be worked out is said. */
function figureLines({ figureFiles }: BriefFacts): BriefLine[] {
  return figureFiles.flatMap(({ path, text }) => {
    const { blocks, parsed } = readBlockText(text);
    const sections = blocks.length === 0 ? [] : outline(text, parsed);
    return blocks.map((block): BriefLine => {
      const above = sections.filter(({ start }) => start < block.start).at(-1)?.title ?? '';
      const details = above === '' ? [] : [plainText(above)];
      const link = placeLink('Open the block', { path, start: block.start });
      const label = BLOCK_TITLES[block.kind];
      if (block.headline === undefined)
        return { ...problem('Cannot be worked out as it stands', link, label), details };
      return said(escapeMarkdown(block.headline), { label, details, link });
    });
  });
}

function peopleLines({ round }: BriefFacts): BriefLine[] {
  const link = placeLink('Open the round’s file', { path: round.path, line: 0 });
  if (round.interviewers.length === 0)
    return [blank('Nobody is named yet', { ...link, label: 'Write “interviewers” into the round’s file' })];
  return round.interviewers.map(({ name, role, cares, link: page }) => {
    const details = role === undefined ? [] : [role];
    const profile = page === undefined ? '' : ` (${webLink('profile', page)})`;
    if (cares === undefined)
      return { ...blank(`What they care about is not noted${profile}`, link, clipLine(name)), details };
    return said(`Cares about: ${fileWords(cares)}${profile}`, {
      label: clipLine(name),
      details,
      link,
    });
  });
}

function questionLines({ loop, round, questions, heard }: BriefFacts): BriefLine[] {
  const path = `${loop.id}/${QUESTIONS_FILE}`;
  const call = {
    id: 'prepLoop.askNext',
    title: 'Ask Next…',
    argument: { loop: loop.id, round: round.id, ask: true },
  } as const;
  const next = nextQuestions(questions ?? [], round.id, heard);
  if (next.length === 0)
    return [
      blank('No question to ask is left', questions ? { kind: 'run', label: 'Choose questions', call } : undefined),
    ];
  const lines = next.map(({ question, heard: words }) =>
    said(quietLine(question.text), {
      details: words.length === 0 ? [] : [`follows up on ${words.join(', ')}`],
      link: placeLink('Open its line', { path, line: question.line }),
    }),
  );
  if (next.some(({ chosen }) => chosen)) return lines;
  return [...lines, blank('Proposed; you have chosen none yet', { kind: 'run', label: 'Choose questions', call })];
}

function statedLines({ loop, round, offer }: BriefFacts): BriefLine[] {
  const log: BriefLink = {
    kind: 'run',
    label: 'Log a figure',
    call: { id: 'prepLoop.logStated', title: 'Log a Figure You Stated…', argument: { loop: loop.id, round: round.id } },
  };
  const { stated = [], currency = '' } = offer?.offer ?? {};
  if (!offer || stated.length === 0) return [blank('No figure stated so far', offer ? log : undefined)];
  const link = placeLink('Open the offer', { path: offer.path, line: 0 });
  return stated.map((figure) => {
    const when = whenSaid(figure, (id) => loop.rounds.find((each) => each.id === id)?.title);
    return said(escapeMarkdown(statedText(figure, currency)), { details: when === '' ? [] : [when], link });
  });
}

/** Feedback of earlier rounds and mocks: what was carried into the round’s checklist, and what is open besides. */
function feedbackLines({ loop, round, sessions }: BriefFacts): BriefLine[] {
  const shown = new Map<string, BriefLine>();
  for (const { text, line } of round.items) {
    const from = readCarried(text);
    if (!from) continue;
    const link = placeLink('Open its line', { path: round.path, line });
    shown.set(
      plainText(from.point).toLowerCase(),
      said(quietLine(from.point), { details: [`on ${from.title}`], link }),
    );
  }
  for (const { title, on, source } of followUps(loop, round.id, sessions)) {
    const path = source === undefined ? undefined : resolvePath('', source);
    const link = path === undefined ? undefined : placeLink('Open the feedback', { path });
    if (!shown.has(title.toLowerCase()))
      shown.set(title.toLowerCase(), said(escapeMarkdown(title), { details: [`on ${on}`], link }));
  }
  return shown.size > 0 ? [...shown.values()] : [blank('No feedback so far')];
}
