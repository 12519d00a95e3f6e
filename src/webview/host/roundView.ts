/** Makes what a round panel shows from the loop's files and the playbook. Pure, but for the renderer it is given. */
import { practiceBlocks } from '../../core/arithmetic/practiceBlocks';
import { BLOCK_TITLES } from '../../core/blocks/drawBlock';
import { tickOf, type ChecklistItem } from '../../core/checklist/checklist';
import { textOfItem } from '../../core/checklist/taskDate';
import type { CalendarDate } from '../../core/days/dates';
import { daysBetween, formatShortDate } from '../../core/days/dates';
import { loopTitle, type Loop, type Round, type RoundStatus } from '../../core/loop/loopModel';
import { readOffer } from '../../core/offer/readOffer';
import { statedText, whenSaid } from '../../core/offer/stated';
import { judgedIn } from '../../core/playbook/judged';
import type { LoadedPlaybook, LoadedRound } from '../../core/playbook/loadPlaybook';
import { clockText } from '../../core/playbook/promptClock';
import type { Prompt } from '../../core/playbook/rounds';
import type { Competency } from '../../core/playbook/schema';
import type { Problem } from '../../core/ports';
import { arithmeticWords, trendOf } from '../../core/sessions/roundTrend';
import type { Session } from '../../core/sessions/sessionModel';
import { isReady, type CoverageStory } from '../../core/story/coverage';
import type { TimerSnapshot } from '../../core/timer/snapshot';
import { isSameSubject, type TimerSubject } from '../../core/timer/subject';
import type { Thinking } from '../../core/timer/think';
import { MINUTE_MS, isActive } from '../../core/timer/timer';
import { away, joined, plural } from '../../core/words';
import { clip, clipHtml } from '../protocol/common';
import type { FitView, PhaseView, QuestionsView, RoundView, TimerView, TroubleView } from '../protocol/round';
import { makePeopleView } from './peopleView';
import { followUpView, followUpsFor } from './practiceView';
import { assignedView } from './assignedView';
import { makeComparison, makeTrendView } from './trendView';

/** What there is to show of a round; whatever is undefined could not be found. */
export interface RoundSources {
  readonly roundId: string;
  /** The name of the loop's folder. */
  readonly loopName: string;
  readonly loop: Loop | undefined;
  /** Undefined where there is none that can be used. */
  readonly playbook: LoadedPlaybook | undefined;
  /** Why the workspace's own playbook cannot be used. */
  readonly playbookProblems: readonly Problem[];
  readonly today: CalendarDate;
  /** The stories that fit the round, the best first. */
  readonly stories: readonly CoverageStory[];
  /** All stories of the prep folder; left out, those that fit. */
  readonly allStories?: readonly CoverageStory[];
  /** The loop's practice runs. */
  readonly sessions: readonly Session[];
  /** The Markdown of the loop's cheat sheet; '' where there is none. */
  readonly cheatSheet: string;
  /** In the first round. */
  readonly fit?: FitView | undefined;
  readonly questions?: QuestionsView | undefined;
  /** The text of the loop's offer.md; '' or left out where there is none. */
  readonly offer?: string;
}

/** Turns Markdown into HTML. */
export interface Renderer {
  render(markdown: string): string;
  renderInline(markdown: string): string;
}

/** Also renders whole files. */
export interface PageRenderer extends Renderer {
  /** @param level of the heading that the text stands under. */
  renderBelow(markdown: string, level: number): string;
}

/** The level of the heading “Figures”. */
const FIGURES_LEVEL = 2;

const STATUS: Readonly<Record<RoundStatus, { icon: 'circle-large' | 'pass' | 'error'; text: string }>> = {
  planned: { icon: 'circle-large', text: 'Planned' },
  done: { icon: 'pass', text: 'Done' },
  passed: { icon: 'pass', text: 'Passed' },
  failed: { icon: 'error', text: 'Not passed' },
};

/**
 * What a panel shows of a round. Texts that are too long for a message are clipped.
 * @param guide turns what the playbook says into HTML; left out, as what the user says.
 */
export function makeRoundView(sources: RoundSources, renderer: PageRenderer, guide: Renderer = renderer): RoundView {
  const { roundId, loop, playbook } = sources;
  const toHtml = (markdown: string): string => clipHtml(markdown, (text) => renderer.render(text));
  const guideToHtml = (markdown: string): string => clipHtml(markdown, (text) => guide.render(text));
  const round = loop?.rounds.find(({ id }) => id === roundId);
  const content = playbook?.rounds.find(({ id }) => id === roundId);
  // An item that the playbook wrote holds none of the user's own figures.
  const written = new Set(content?.checklist);
  const toLine = (markdown: string): string =>
    clipHtml(withLinks(markdown, loop), (text) => (written.has(markdown) ? guide : renderer).renderInline(text));
  const judged = playbook && content ? judgedIn(playbook, content) : [];
  const comparison = makeComparison(sources.sessions, roundId, judged, toHtml);
  return {
    title: clip(round?.title ?? content?.title ?? roundId),
    place: clip(place(sources, round)),
    facts: facts(round, content, sources.today),
    ...contentView(content, guideToHtml),
    figures: clipHtml(sources.cheatSheet, (text) => renderer.renderBelow(text, FIGURES_LEVEL)),
    ...exercisesView(sources),
    competencies: judged.map(competencyView),
    checklist: (round?.items ?? []).map((item) => itemView(item, toLine)),
    hasFile: round !== undefined,
    prompts: promptsView(sources, content, toHtml, guideToHtml),
    stories: sources.stories.map(storyView),
    ...assignedView(round, sources.allStories ?? sources.stories),
    ...(sources.fit ? { fit: sources.fit } : {}),
    ...makePeopleView(round),
    ...(sources.questions ? { questions: sources.questions } : {}),
    trend: makeTrendView(
      sources.sessions,
      roundId,
      judged.map(({ id }) => id),
    ),
    ...(comparison ? { comparison } : {}),
    source: content ? clip(playbook?.source ?? '') : '',
    ...statedView(sources),
    troubles: troubles(sources, round, content).map((trouble) => ({ ...trouble, message: clip(trouble.message) })),
  };
}

function exercisesView({ cheatSheet, sessions, roundId }: RoundSources): Pick<RoundView, 'exercises' | 'arithmetic'> {
  const last = trendOf(sessions, roundId).arithmetic.at(-1);
  return {
    exercises: practiceBlocks(cheatSheet).map(({ index, kind, headline }) => ({
      block: index,
      title: clip(`${BLOCK_TITLES[kind]}: ${headline}`),
    })),
    arithmetic: last ? `${formatShortDate(last.date)}: ${arithmeticWords(last)}` : '',
  };
}

/** The figures that were said to the company, the latest first. */
function statedView({ offer = '', loop, playbook }: RoundSources): Pick<RoundView, 'stated'> {
  // Most offers have none: they are not read.
  if (!offer.includes('stated')) return {};
  const { stated, currency } = readOffer(offer).offer;
  const titleOf = (id: string): string | undefined =>
    loop?.rounds.find((round) => round.id === id)?.title ?? playbook?.rounds.find((round) => round.id === id)?.title;
  const lines = stated.map((figure) => clip(joined([statedText(figure, currency), whenSaid(figure, titleOf)], ' ')));
  return lines.length === 0 ? {} : { stated: lines.reverse() };
}

/** What the playbook alone says of the round. */
function contentView(
  content: LoadedRound | undefined,
  toHtml: (markdown: string) => string,
): Pick<RoundView, 'judges' | 'signals' | 'guide' | 'hasExemplar' | 'pairs'> {
  return {
    judges: clip(content?.judges ?? ''),
    signals: (content?.signals ?? []).map(clip),
    // A guide's own headings are `###` and deeper, which is where they fit in the page.
    guide: toHtml(content?.guide ?? ''),
    ...(content?.exemplar === undefined ? {} : { hasExemplar: true }),
    pairs: (content?.pairs ?? []).map((pair) => pairView(pair, toHtml)),
  };
}

function promptsView(
  sources: RoundSources,
  content: LoadedRound | undefined,
  toHtml: (markdown: string) => string,
  guideToHtml: (markdown: string) => string,
): RoundView['prompts'] {
  return [
    ...followUpsFor(sources, content).map((each) => followUpView(each, toHtml)),
    ...(content?.prompts ?? []).map((prompt) => promptView(prompt, content, sources.playbook, guideToHtml)),
  ];
}

function competencyView({ id, title, description, anchors }: Competency): RoundView['competencies'][number] {
  return { id, title: clip(title), description: clip(description), anchors: anchors.map(clip) };
}

const FILE_NAMED = /`([\w-]{1,80}\.md)`/gu;

/** The files of the loop that an item names, such as `cheat-sheet.md`, as links from the round's file. */
function withLinks(text: string, loop: Loop | undefined): string {
  return text.replace(FILE_NAMED, (whole, name: string) =>
    loop?.documents.some(({ path }) => path.endsWith(`/${name}`)) ? `[${name}](../${name})` : whole,
  );
}

function itemView(
  { line, indent, heading, ...item }: ChecklistItem,
  toLine: (markdown: string) => string,
): RoundView['checklist'][number] {
  const text = clip(item.text);
  return { line, ...tickOf(item), text, html: toLine(textOfItem(item.text)), indent, heading: clip(heading) };
}

function pairView(
  { topic, weak, strong, why }: LoadedRound['pairs'][number],
  toHtml: (markdown: string) => string,
): RoundView['pairs'][number] {
  return { topic: clip(topic), weak: toHtml(weak), strong: toHtml(strong), why: toHtml(why ?? '') };
}

function storyView(story: CoverageStory): RoundView['stories'][number] {
  const { title, score } = story;
  return { title: clip(title), ready: isReady(story), ...(score === undefined ? {} : { score: Math.round(score) }) };
}

/** What is timed: a round's phases, or what stands for them. */
export interface TimedContent {
  readonly phases: readonly { readonly title: string; readonly cue: string; readonly minutes: number }[];
}

/**
 * The timer as the panel of a round shows it: the window's timer where it is this round's, else one that is not
 * started. While there is time to think, the phases are still to come.
 */
export function makeTimerView(
  shot: TimerSnapshot | undefined,
  shown: TimerSubject,
  content: TimedContent | undefined,
  think?: Thinking,
): TimerView {
  const cueOf = (title: string): string => clip(content?.phases.find((phase) => phase.title === title)?.cue ?? '');
  if (!think && shot && isSameSubject(shot.subject, shown) && shot.status !== 'idle') {
    const phases = shot.phases.map((phase): PhaseView => ({
      ...phase,
      title: clip(phase.title),
      cue: cueOf(phase.title),
    }));
    return { status: shot.status, away: shot.pauseReason === 'away', phaseIndex: shot.phaseIndex, phases };
  }
  const phases = (content?.phases ?? []).map(({ title, cue, minutes }): PhaseView => ({
    title: clip(title),
    cue: clip(cue),
    plannedMs: Math.round(minutes * MINUTE_MS),
    addedMs: 0,
    elapsedMs: 0,
  }));
  const other = shot && isActive(shot) ? { other: clip(shot.title) } : {};
  const thinking = think ? { think: { leftMs: think.leftMs, totalMs: think.totalMs } } : {};
  return { status: 'idle', away: false, phaseIndex: 0, phases, ...thinking, ...other };
}

function place({ loop, loopName }: RoundSources, round: Round | undefined): string {
  const of = loop && round ? [`Round ${loop.rounds.indexOf(round) + 1} of ${loop.rounds.length}`] : [];
  return [...of, loop ? loopTitle(loop) : loopName].join(' · ');
}

function facts(round: Round | undefined, content: LoadedRound | undefined, today: CalendarDate): RoundView['facts'] {
  const list: RoundView['facts'] = [];
  if (round?.date !== undefined) {
    const at = round.time === undefined ? '' : `, ${round.time}`;
    list.push({
      icon: 'calendar',
      text: `${formatShortDate(round.date)}${at} · ${away(daysBetween(today, round.date))}`,
    });
  } else if (round) list.push({ icon: 'calendar', text: 'No date yet' });
  const minutes = round?.minutes ?? content?.minutes;
  if (minutes !== undefined) list.push({ icon: 'watch', text: plural(minutes, 'minute') });
  if (round) list.push(STATUS[round.status]);
  return list;
}

function promptView(
  prompt: Prompt,
  round: LoadedRound | undefined,
  playbook: LoadedPlaybook | undefined,
  toHtml: (markdown: string) => string,
): RoundView['prompts'][number] {
  const { title, question, body, listenFor, competencies, followUps } = prompt;
  const rest = (body.startsWith(question) ? body.slice(question.length) : body).trim();
  // The panel uses these words as the label that unfolds it.
  const clock = round && clockText(prompt, round);
  const more = listenFor.length > 0 ? rest.replace(/^\**Listen for:\**[ \t]*\n/iu, '') : rest;
  return {
    title: clip(title),
    question: toHtml(question),
    more: toHtml(more),
    pushes: (followUps ?? []).map(({ push, good, bad }) => ({
      push: toHtml(push),
      good: toHtml(good),
      bad: toHtml(bad),
    })),
    hasListenFor: listenFor.length > 0,
    competencies: competencies
      .map((id) => playbook?.competencies.find((each) => each.id === id)?.title ?? id)
      .map(clip),
    ...(clock === undefined ? {} : { clock: clip(clock) }),
  };
}

function troubles(sources: RoundSources, round: Round | undefined, content: LoadedRound | undefined): TroubleView[] {
  const { loop, loopName, playbook, playbookProblems, roundId } = sources;
  if (!loop) return [{ message: `The loop “${loopName}” is not in this workspace any more. Its panel can be closed.` }];
  const found: TroubleView[] = [];
  if (!round)
    found.push({
      message: `The loop has no file for the round “${roundId}” any more, so there is no checklist and nowhere for notes.`,
      target: 'loop',
    });
  else {
    const own = loop.problems.filter(({ path }) => path === round.path);
    found.push(...own.map(({ message }): TroubleView => ({ message, target: 'round' })));
  }
  if (!playbook) {
    const why = playbookProblems.find(({ severity }) => severity === 'error')?.message;
    if (why !== undefined)
      found.push({
        message: `The playbook “${loop.playbook}” cannot be used, so there are no phases, guide and prompts. ${why}`,
        target: 'playbook',
      });
    else
      found.push({
        message: `The playbook “${loop.playbook}” is not there, so there are no phases, guide and prompts.`,
        target: 'loop',
      });
  } else if (!content) {
    found.push({
      message: `The playbook “${playbook.title}” has no round “${roundId}”, so there are no phases, guide and prompts.`,
      target: 'playbook',
    });
  }
  return found;
}
