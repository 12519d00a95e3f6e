/**
 * What a peer gets after the user interviewed them: the filled-in form and nothing else of the file, as Markdown, which
 * the peer can import into a mock of their own, and as one HTML page.
 */
import { formatDate } from '../days/dates';
import { escapeHtml, escapeMarkdown } from '../markdown/escape';
import { HIRES, scoreOfHire } from '../sessions/hire';
import { scoreOf } from '../sessions/sessionModel';
import { numbered, slug } from '../slug';
import { isBlankValue } from './formLines';
import { htmlPage } from './htmlPage';
import type { FilledInterview } from './interview';
import { partsAsFile } from './packMarkdown';
import type { Pack } from './pack';
import { quiet, quietLine } from './quiet';
import { PackRenderer } from './render';
import { scoreSheet } from './sheet';
import { evidenceOf, type Filled, type Scored } from './sheetModel';
import { PACK_STYLE } from './style';

/** The feedback as both files are made of it. Titles and names are plain text, the rest Markdown without comments. */
export interface InterviewFeedback {
  readonly title: string;
  readonly peer: string;
  readonly facts: readonly string[];
  readonly competencies: readonly Scored[];
  readonly form: Filled;
}

/** The name of exported feedback without its ending. @param number 2 for the second of that name, and so on. */
export function feedbackName(round: string, peer: string, number = 1): string {
  return numbered(slug(`${round} feedback for ${peer}`, 'feedback'), number);
}

/** Only what the form says, made quiet: comments in the Markdown are the user's own business. */
export function feedbackOf(
  { title, competencies, minutes }: Pick<Pack, 'title' | 'competencies' | 'minutes'>,
  { peer, date, prompt, form }: Pick<FilledInterview, 'peer' | 'date' | 'prompt' | 'form'>,
): InterviewFeedback {
  const facts = [date === undefined ? '' : formatDate(date), `${minutes} minutes`, prompt ?? ''];
  return { title, peer, facts: facts.filter((fact) => fact !== ''), competencies, form: quietForm(form) };
}

function quietForm({ evidence, comments, points, ...scored }: Filled): Filled {
  const given = Object.entries(evidence ?? {}).flatMap(([id, { evidence: heard, redFlags }]) => {
    const said = { evidence: quietRemark(heard), redFlags: quietRemark(redFlags) };
    return said.evidence === '' && said.redFlags === '' ? [] : [[id, said] as const];
  });
  return {
    ...scored,
    ...(given.length > 0 ? { evidence: Object.fromEntries(given) } : {}),
    comments: quiet(comments),
    points: points.map(quietLine).filter((point) => point !== ''),
  };
}

/** Without comments; where nothing but a dash is left, nothing was said. */
function quietRemark(markdown: string): string {
  const said = quiet(markdown);
  return isBlankValue(said) ? '' : said;
}

/** The form with each competency’s anchors: `importScores` reads it back. */
export function feedbackMarkdown({ title, peer, facts, competencies, form }: InterviewFeedback): string {
  return partsAsFile([
    `# ${escapeMarkdown(title)}: feedback for ${escapeMarkdown(peer)}`,
    facts.map(escapeMarkdown).join(' · '),
    scoreSheet(competencies, form, true, false),
  ]);
}

/** One page without a script, which loads nothing. */
export function feedbackHtml({ title, peer, facts, competencies, form }: InterviewFeedback): string {
  const renderer = new PackRenderer();
  const body = `<header>
<p class="kicker">Mock interview · ${escapeHtml(title)}</p>
<h1>Feedback for ${escapeHtml(peer)}</h1>
<ul class="facts">${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('')}</ul>
</header>
${htmlSection('Scores', competencies.map((competency) => scored(competency, form, renderer)).join('\n'))}
${htmlSection('Hire or no hire', form.hire === undefined ? '' : `<p>${scoreOfHire(form.hire)} of ${HIRES.length}: ${escapeHtml(form.hire)}</p>`)}
${htmlSection('Points to work on', form.points.length === 0 ? '' : `<ul>${form.points.map((point) => `<li>${renderer.inline(point)}</li>`).join('')}</ul>`)}
${htmlSection('Comments', renderer.render(form.comments, 2))}
<footer><p>A 3 meets the bar. This page loads nothing from the network.</p></footer>`;
  return htmlPage({ title: `${title}: feedback for ${peer}`, style: PACK_STYLE, body });
}

function scored({ id, title, anchors = [] }: Scored, form: Filled, renderer: PackRenderer): string {
  const score = scoreOf(form.scores, id);
  const given = evidenceOf(form.evidence, id);
  const anchor = score === undefined ? undefined : anchors[score - 1];
  const said = score === undefined ? 'No view' : `${score} of 4`;
  const meaning = anchor === undefined ? '' : `: ${renderer.inline(anchor)}`;
  const part = (label: string, markdown = ''): string =>
    markdown === '' ? '' : `<p class="label">${label}</p>${renderer.render(markdown, 3)}`;
  return `<article><h3>${escapeHtml(title)}</h3><p><span class="figure">${said}</span>${meaning}</p>${part('Evidence', given?.evidence)}${part('Red flags', given?.redFlags)}</article>`;
}

function htmlSection(title: string, body: string): string {
  return body.trim() === '' ? '' : `<section><h2>${title}</h2>${body}</section>`;
}
