/** What a transcript says, for a session: its front matter, and Markdown for its notes. */
import { formatDate } from '../days/dates';
import { escapeMarkdown } from '../markdown/escape';
import type { Speech } from '../sessions/sessionModel';
import { joined, listed, secondsInClock } from '../words';
import type { Hesitations, MetStory, TranscriptMeasures } from './measureTranscript';
import type { MetQuestion } from './questionsMet';
import type { StoryFigure } from './saidFigures';
import type { PhasePace } from './speakingPace';
import type { Transcript } from './transcriptModel';

/** So many words, questions and figures of each kind are named; the rest is counted. */
const MOST_WORDS = 6;
const MOST_QUESTIONS = 40;
const MOST_FIGURES = 8;

/** How the candidate spoke, as a session keeps it. */
export function speechOf({ pace, fillers, hedges, share, monologue, firstFigure }: TranscriptMeasures): Speech {
  const { start, end } = monologue ?? {};
  const at = firstFigure?.at;
  return {
    ...(pace.wordsPerMinute === undefined ? {} : { wordsPerMinute: Math.round(pace.wordsPerMinute) }),
    ...(fillers ? { fillers: oneDigit(fillers.perHundred) } : {}),
    ...(hedges ? { hedges: oneDigit(hedges.perHundred) } : {}),
    ...(share === undefined ? {} : { share: Math.round(share * 100) }),
    ...(start === undefined || end === undefined ? {} : { longest: Math.round(end - start) }),
    ...(at === undefined ? {} : { firstFigure: Math.floor(at) }),
  };
}

const oneDigit = (value: number): number => Math.round(value * 10) / 10;

/** Where a transcript came from. */
export interface TranscriptSource {
  /** The name of its file; undefined for a text. */
  readonly name: string | undefined;
  /** `YYYY-MM-DD`; undefined where it is not known. */
  readonly day: string | undefined;
  /** Whether nobody said which speaker the candidate is. */
  readonly isGuessed?: boolean;
}

/** What a transcript says, as Markdown below headings of the third level and below. */
export function transcriptNotes(
  transcript: Transcript,
  measures: TranscriptMeasures,
  { name, day, isGuessed = false }: TranscriptSource,
): string {
  const title = joined(['Transcript', day === undefined ? '' : `of ${formatDate(day)}`], ' ');
  const source = joined(
    [
      whoLine(transcript, measures, isGuessed),
      name === undefined ? '' : `Read from ${escapeMarkdown(name)}.`,
      ...missingLines(transcript, measures),
    ],
    ' ',
  );
  const lines = [
    ...paceLines(measures),
    ...monologueLines(measures),
    ...hesitationLines('Fillers', measures.fillers),
    ...hesitationLines('Hedges', measures.hedges),
    ...(measures.share === undefined ? [] : [`Share of the talking: ${Math.round(measures.share * 100)}%`]),
    ...figureLines(measures),
    ...(measures.unsaid === undefined || measures.unsaid.length === 0
      ? []
      : [`Never said: ${measures.unsaid.map(escapeMarkdown).join(', ')}`]),
  ];
  return joined(
    [
      `### ${title}`,
      source,
      listOf(lines),
      ...section('Questions', (measures.questions ?? []).map(questionLine), MOST_QUESTIONS),
      ...section('Stories', measures.stories.flatMap(storyLines), MOST_QUESTIONS),
    ],
    '\n\n',
  );
}

const listOf = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

function section(title: string, lines: readonly string[], most: number): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > most ? [`… and ${lines.length - most} more`] : [];
  return [`#### ${title}`, listOf([...lines.slice(0, most), ...more])];
}

function whoLine({ speakers }: Transcript, { you }: TranscriptMeasures, isGuessed: boolean): string {
  if (you === '') return 'It names no speakers: all of it is taken as yours.';
  const others = speakers.filter((speaker) => speaker !== you).map(escapeMarkdown);
  return joined(
    [
      `${isGuessed ? 'As who talks most, you are taken to be' : 'You are'} ${escapeMarkdown(you)}`,
      others.length === 0 ? '' : `with ${listed(others)}`,
    ],
    ', ',
  ).concat('.');
}

/** What could not be worked out, and why. */
function missingLines({ timing }: Transcript, { isEnglish }: TranscriptMeasures): string[] {
  return [
    timing === 'none' ? 'It has no times: there are no words a minute and no places.' : '',
    timing === 'coarse'
      ? 'Its times stand above several turns: there are no words a minute, and places are rough.'
      : '',
    isEnglish ? '' : 'It is not in English: fillers, hedges, terms and questions are not looked for.',
  ];
}

function paceLines({ pace, phases }: TranscriptMeasures): string[] {
  if (pace.wordsPerMinute === undefined) return [];
  const each = phases.flatMap((phase) => phaseWords(phase)).join(', ');
  return [`Words a minute: ${Math.round(pace.wordsPerMinute)}${each === '' ? '' : ` (${each})`}`];
}

function phaseWords({ title, from, wordsPerMinute }: PhasePace): string[] {
  if (wordsPerMinute === undefined) return [];
  const name = title === '' ? 'after the plan' : escapeMarkdown(title);
  return [`${name} from ${secondsInClock(from)}: ${Math.round(wordsPerMinute)}`];
}

function monologueLines({ monologue }: TranscriptMeasures): string[] {
  if (!monologue) return [];
  const { start, end, words, opening } = monologue;
  const isTimed = start !== undefined && end !== undefined;
  const length = isTimed ? `${secondsInClock(end - start)}, ` : '';
  return [`Longest without a break: ${length}${words} words${atTime(start)}, “${escapeMarkdown(opening)} …”`];
}

const atTime = (at: number | undefined): string => (at === undefined ? '' : ` at ${secondsInClock(at)}`);

function hesitationLines(title: string, found: Hesitations | undefined): string[] {
  if (!found) return [];
  const { count, perHundred, each } = found;
  const named = each.slice(0, MOST_WORDS).map(({ words, count: times }) => `${words} ${times}`);
  const more = each.length > MOST_WORDS ? ', …' : '';
  return [
    `${title} in a hundred words: ${oneDigit(perHundred)}${count === 0 ? '' : ` (${count}: ${named.join(', ')}${more})`}`,
  ];
}

function figureLines({ firstFigure, words }: TranscriptMeasures): string[] {
  if (firstFigure) return [`First figure: ${escapeMarkdown(firstFigure.text)}${atTime(firstFigure.at)}`];
  return words === 0 ? [] : ['First figure: none was said'];
}

function questionLine({ at, text, prompt }: MetQuestion): string {
  const place = at === undefined ? '' : `${secondsInClock(at)} `;
  return `${place}“${escapeMarkdown(text)}” ${prompt === undefined ? '(no prompt asks this)' : `(prompt: ${escapeMarkdown(prompt)})`}`;
}

function storyLines({ title, at, figures }: MetStory): string[] {
  const parts = (['said', 'changed', 'left out'] as const).flatMap((outcome) => {
    const some = figures.filter((figure) => figure.outcome === outcome);
    const named = some.slice(0, MOST_FIGURES).map(figureWords);
    if (some.length > MOST_FIGURES) named.push(`${some.length - MOST_FIGURES} more`);
    return named.length === 0 ? [] : [`${outcome}: ${named.join(', ')}`];
  });
  const figuresText = parts.length === 0 ? 'it has no figures' : parts.join('; ');
  return [`${escapeMarkdown(title)}, told${atTime(at)}: ${figuresText}`];
}

function figureWords({ text, outcome, said }: StoryFigure): string {
  const figure = escapeMarkdown(text);
  if (!said) return figure;
  const now = outcome === 'changed' ? `${figure} → ${escapeMarkdown(said.text)}` : figure;
  return `${now}${said.at === undefined ? '' : ` (${secondsInClock(said.at)})`}`;
}
