import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { RATINGS, type Rating } from '../../../core/recall/reviewLog';
import type { DrillCardView, DrillsPanelView, DrillTarget } from '../../protocol/drills';
import { icon, styled } from '../shared/parts';

const NAMES: Readonly<Record<Rating, string>> = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' };
const MEANING: Readonly<Record<Rating, string>> = {
  again: 'not known',
  hard: 'known with effort',
  good: 'known',
  easy: 'known at once',
};
const LINKS: Readonly<Record<DrillTarget, string>> = {
  log: 'Open the log',
  loop: 'Open loop.md',
  playbook: 'Open drills.md',
};

/** How far the sitting is. */
export function reviewProgress({ done, all }: DrillsPanelView): TemplateResult {
  return html`<div class="progress">
    <span class="track" aria-hidden="true"><span class="fill" ${styled((style) => (style.width = `${all === 0 ? 0 : (100 * done) / all}%`))}></span></span>
    <span class="count">${done + 1}<span aria-hidden="true"> / </span><span class="sr-only"> of </span>${all}</span>
  </div>`;
}

/** The four ratings, each with when the card comes back. */
export function ratings({ next }: DrillCardView, rate: (rating: Rating) => void, suggested?: Rating): TemplateResult {
  return html`<div class="ratings" role="group" aria-label="How well did you know it?">
    ${RATINGS.map(
      (rating, index) =>
        html`<button type="button" class="rating ${rating} ${rating === suggested ? 'suggested' : ''}" title=${rating === suggested ? `${MEANING[rating]}, suggested by your answer` : MEANING[rating]} @click=${() => rate(rating)}>
          <span class="name">${NAMES[rating]} <kbd>${index + 1}</kbd></span><span class="due">${next[rating]}</span>
        </button>`,
    )}
  </div>`;
}

/** What the sitting came to. */
export function finished(
  { done, tally, rest, changed, more, trouble: hasTrouble }: DrillsPanelView,
  again: () => void,
): TemplateResult | typeof nothing {
  if (done === 0 && hasTrouble && !more) return nothing;
  const known = done - tally.again;
  return html`<section class="over" aria-labelledby="over">
    <h2 id="over" tabindex="-1">${icon('pass')}${done === 0 ? 'Nothing to review now' : 'That’s it for this sitting'}</h2>
    ${done === 0 ? nothing : html`<p>${known} of ${done} known. ${share(tally, done)}</p>`}
    ${done === 0 ? nothing : html`<ul class="tally">${RATINGS.map((rating) => html`<li><span class="dot ${rating}" aria-hidden="true"></span>${NAMES[rating]} <strong>${tally[rating]}</strong></li>`)}</ul>`}
    ${changed === undefined ? nothing : html`<p>${changed}</p>`}
    <p class="quiet">${rest}</p>
    ${more ? html`<button type="button" class="turn" @click=${again}>${done === 0 ? 'Begin' : 'Another sitting'}</button>` : nothing}
  </section>`;
}

/** What sets the card aside, or flags it, each with its key. */
export function markButtons({ flagged }: DrillCardView, press: (key: string) => void): TemplateResult {
  const button = (key: string, name: string, title: string): TemplateResult =>
    html`<button type="button" class="link" title=${title} @click=${() => press(key)}>${name} <kbd>${key.toUpperCase()}</kbd></button>`;
  return html`<p class="marks" role="group" aria-label="Set the card aside">
    ${button('b', 'Bury till tomorrow', 'Not asked again today')}
    ${button('s', 'Suspend', 'Not asked until you bring it back')}
    ${button('f', flagged ? 'Remove the flag' : 'Flag', 'To find it again')}
  </p>`;
}

/** The cards that are not asked any more. */
export function suspendedCards(
  { suspended = [] }: DrillsPanelView,
  bringBack: (card: string) => void,
): TemplateResult | typeof nothing {
  if (suspended.length === 0) return nothing;
  return html`<section class="suspended" aria-labelledby="suspended">
    <h2 id="suspended">Suspended cards</h2>
    <ul>
      ${suspended.map(
        ({ card, question }) =>
          html`<li><span>${question}</span><button type="button" class="link" aria-label="Bring back ${question}" @click=${() => bringBack(card)}>Bring Back</button></li>`,
      )}
    </ul>
  </section>`;
}

/** The cards that are flagged: what is to be done about them is done in their file. */
export function flaggedCards(
  { flagged = [] }: DrillsPanelView,
  act: { readonly unflag: (card: string) => void; readonly edit: (card: string) => void },
): TemplateResult | typeof nothing {
  if (flagged.length === 0) return nothing;
  return html`<section class="suspended" aria-labelledby="flagged">
    <h2 id="flagged">Flagged cards</h2>
    <ul>
      ${flagged.map(
        ({ card, question, own }) =>
          html`<li><span>${question}</span><span class="acts">${own ? html`<button type="button" class="link" aria-label="Edit ${question}" @click=${() => act.edit(card)}>Edit</button>` : nothing}<button type="button" class="link" aria-label="Remove the flag of ${question}" @click=${() => act.unflag(card)}>Remove Flag</button></span></li>`,
      )}
    </ul>
  </section>`;
}

/** The last ratings, each of which can be undone; the last one of all has a button of its own. */
export function recentRatings(
  { recent }: DrillsPanelView,
  undo: (card: string, at: number) => void,
): TemplateResult | typeof nothing {
  if (recent.length < 2) return nothing;
  return html`<details class="recent">
    <summary>${icon('chevron-right')}The last ${recent.length} ${recent.some(({ mark }) => mark !== undefined) ? 'changes' : 'ratings'}</summary>
    <ol>
      ${recent.map(
        ({ card, at, rating, mark, question }) =>
          html`<li><span class="dot ${rating ?? 'marked'}" aria-hidden="true"></span><span>${rating === undefined ? mark : NAMES[rating]}</span><span>${question}</span><button type="button" class="link" aria-label=${mark === undefined ? `Undo the rating of ${question}` : `Undo “${mark}” of ${question}`} @click=${() => undo(card, at)}>Undo</button></li>`,
      )}
    </ol>
  </details>`;
}

/** The ratings as one bar; the list after it says the same. */
function share(tally: DrillsPanelView['tally'], done: number): TemplateResult {
  let from = 0;
  const parts = RATINGS.map((rating) => {
    const width = (100 * tally[rating]) / done;
    from += width;
    return svg`<rect class=${rating} x=${from - width} y="0" width=${width} height="8" />`;
  });
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

export function trouble(
  { message, target }: NonNullable<DrillsPanelView['trouble']>,
  open: (target: DrillTarget) => void,
): TemplateResult {
  return html`<div class="trouble">
    ${icon('warning')}
    <p>${message} ${target === undefined ? nothing : html`<button type="button" class="link" @click=${() => open(target)}>${LINKS[target]}</button>`}</p>
  </div>`;
}
