/** Makes what the panel that rehearses a story shows. Pure, but for the renderer it is given. */
import { sayable, shareTime, type CueCard, type Rehearsal, type Told } from '../../core/story/rehearse';
import { MAX_PHASES, MINUTE_MS, type TimerPlan } from '../../core/timer/timer';
import { clip, clipHtml } from '../protocol/common';
import { VERSION_IDS, type CardView, type RehearsalView, type VersionId, type VersionView } from '../protocol/rehearse';
import type { Renderer, TimedContent } from './roundView';

/** A story or a script as a panel has read it. */
export interface RehearsedStory {
  /** A story where it is left out. */
  readonly kind?: 'story' | 'script';
  /** The story's own title, or its file's name. */
  readonly title: string;
  readonly rehearsal: Rehearsal;
  /** Words a minute. */
  readonly pace: number;
}

/** A card as a version tells it. */
interface ToldCard {
  readonly title: string;
  readonly cue: Told;
  readonly sentences: readonly Told[];
  readonly words: number;
  readonly leftOut: number;
}

export function makeRehearsalView(
  { kind = 'story', title, rehearsal, pace }: RehearsedStory,
  version: VersionId,
  renderer: Renderer,
): RehearsalView {
  const cards = cardsOf(rehearsal, version);
  const toHtml = ({ start, end }: Told): string =>
    clipHtml(sayable(rehearsal.story, start, end), (line) => renderer.renderInline(line));
  const versions = rehearsal.cards.length === 0 ? [] : VERSION_IDS.map((id) => versionView(rehearsal, id, kind));
  const chosen = versions.find(({ id }) => id === version);
  return {
    kind,
    title: clip(title),
    versions,
    version,
    words: cards.reduce((sum, { words }) => sum + words, 0),
    pace: Math.round(pace),
    sentences: cards.reduce((sum, { sentences }) => sum + sentences.length, 0),
    sentencesInAll: rehearsal.cards.reduce((sum, { sentences }) => sum + sentences.length, 0),
    cards: cards.map((card): CardView => ({
      title: clip(card.title),
      cue: toHtml(card.cue),
      words: card.sentences.length > 1 ? card.sentences.map(toHtml) : [],
      spoken: (card.words / pace) * 60,
      leftOut: card.leftOut,
    })),
    ...troubleOf(chosen, kind),
  };
}

/** What is shown of a story that is not there. */
export function missingView(title: string, version: VersionId, message: string): RehearsalView {
  return {
    kind: 'story',
    title: clip(title),
    versions: [],
    version,
    words: 0,
    pace: 0,
    sentences: 0,
    sentencesInAll: 0,
    cards: [],
    trouble: { message: clip(message), target: 'stories' },
  };
}

/** What the timer's phases are, with the cues for them: one a card, as long as its share of the words. */
export function timedContent({ kind = 'story', rehearsal }: RehearsedStory, version: VersionId): TimedContent {
  const cards = cardsOf(rehearsal, version);
  const total = targetOf(rehearsal, version) * 1000;
  if (cards.length === 0) return { phases: [] };
  if (cards.length > MAX_PHASES) return { phases: [{ title: `The ${kind}`, cue: '', minutes: total / MINUTE_MS }] };
  const shares = shareTime(
    total,
    cards.map(({ words }) => words),
  );
  return {
    phases: cards.map(({ title, cue }, index) => ({
      title,
      cue: plain(sayable(rehearsal.story, cue.start, cue.end)),
      minutes: (shares[index] ?? 0) / MINUTE_MS,
    })),
  };
}

/** The plan to time a version by; undefined where there is nothing to tell. @param uri the story's file. */
export function rehearsalPlan(story: RehearsedStory, uri: string, version: VersionId): TimerPlan | undefined {
  const { phases } = timedContent(story, version);
  if (phases.length === 0) return undefined;
  const length = version === 'full' ? `whole ${story.kind ?? 'story'}` : `${version} s`;
  return {
    subject: { kind: 'story', uri, version },
    title: `${story.title} (${length})`,
    phases: phases.map(({ title, minutes }) => ({ title, plannedMs: Math.round(minutes * MINUTE_MS) })),
  };
}

function targetOf({ target }: Rehearsal, version: VersionId): number {
  return version === 'full' ? target : Number(version);
}

function versionView(rehearsal: Rehearsal, id: VersionId, kind: 'story' | 'script'): VersionView {
  const target = targetOf(rehearsal, id);
  const found = rehearsal.versions.find(({ seconds }) => String(seconds) === id);
  const spoken = found?.spoken ?? rehearsal.seconds;
  const label = id === 'full' ? `Whole ${kind}` : `${id} seconds`;
  return { id, label, target, spoken, fits: found?.fits ?? spoken <= target };
}

function cardsOf(rehearsal: Rehearsal, version: VersionId): ToldCard[] {
  const found = rehearsal.versions.find(({ seconds }) => String(seconds) === version);
  const included = found && new Set(found.included);
  return rehearsal.cards.flatMap((card, index) => {
    const sentences = included ? card.sentences.filter((told) => included.has(told)) : card.sentences;
    const [first] = sentences;
    if (!first) return [];
    const cue = sentences.includes(card.cue) ? card.cue : first;
    return [
      {
        title: titleOf(card, index),
        cue,
        sentences,
        words: sentences.reduce((sum, told) => sum + told.words, 0),
        leftOut: card.sentences.length - sentences.length,
      },
    ];
  });
}

function titleOf({ section }: CueCard, index: number): string {
  if (section !== undefined && section.trim() !== '') return section;
  return index === 0 ? 'Opening' : `Part ${index + 1}`;
}

function troubleOf(version: VersionView | undefined, kind: 'story' | 'script'): Pick<RehearsalView, 'trouble'> {
  if (!version)
    return {
      trouble: {
        message:
          kind === 'script'
            ? 'This script is still empty.'
            : 'This story is still empty. Write its impact first: one sentence with what changed, for whom and by how much.',
        target: 'story',
      },
    };
  if (version.fits) return {};
  const over = Math.ceil(version.spoken - version.target);
  const message =
    version.id === 'full'
      ? `Said aloud, the whole ${kind} takes ${over} s longer than its target.`
      : `The first sentence alone takes ${Math.ceil(version.spoken)} s to say: shorten it, to make room for more in ${version.target} s.`;
  return { trouble: { message, target: 'story' } };
}

/** Markdown of a line as plain words. */
function plain(line: string): string {
  return line.replace(/[*`]+|~~|(?<![\p{L}\p{N}_])_+|(?<!_)_+(?![\p{L}\p{N}_])/gu, '');
}
