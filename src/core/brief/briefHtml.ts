/** A brief as one HTML file: large on a screen, one sheet of A4 or Letter on paper. */
import { escapeHtml } from '../markdown/escape';
import { htmlPage } from '../pack/htmlPage';
import { PackRenderer } from '../pack/render';
import type { Brief, BriefLine, BriefPart } from './briefModel';
import { briefStyle } from './briefStyle';
import { fitBrief } from './fitBrief';

export interface BriefPage {
  readonly html: string;
  /** What was left out or shortened, in a sentence; '' where nothing was. */
  readonly note: string;
}

export function briefHtml(brief: Brief): BriefPage {
  const { wide, left, right, size, note } = fitBrief(brief);
  const renderer = new PackRenderer({ isOwn: true });
  const parts = (all: readonly BriefPart[]): string => all.map((part) => partHtml(part, renderer, 2)).join('\n');
  const html = htmlPage({
    title: `${brief.title}: ${brief.loop}`,
    style: briefStyle(size),
    body: `<header>
<p class="kicker">${escapeHtml(brief.loop)}</p>
<h1>${escapeHtml(brief.title)}</h1>
</header>
${parts(wide)}
<div class="columns">
<div>${parts(left)}</div>
<div>${parts(right)}</div>
</div>${note === '' ? '' : `\n<p class="note">${escapeHtml(note)}</p>`}`,
  });
  return { html, note };
}

/** @param level of its heading. */
export function partHtml({ id, title, lines }: BriefPart, renderer: PackRenderer, level: number): string {
  const list = id === 'leave' && lines.some(({ kind }) => kind === 'said') ? 'ol' : 'ul';
  const items = lines.map((line) => `<li class="${line.kind}">${lineHtml(line, renderer)}</li>`);
  return `<section class="part ${id}"><h${level}>${escapeHtml(title)}</h${level}><${list}>${items.join('')}</${list}></section>`;
}

function lineHtml({ label, text, details }: BriefLine, renderer: PackRenderer): string {
  const name = label === '' ? '' : `<strong>${escapeHtml(label)}</strong> `;
  const more = details.length === 0 ? '' : ` <span class="details">${details.map(escapeHtml).join(' · ')}</span>`;
  return `${name}${renderer.inline(text)}${more}`;
}
