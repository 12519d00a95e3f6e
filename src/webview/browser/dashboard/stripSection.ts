import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DayEvent, DayView, StripView } from '../../../core/dashboard/dashboardModel';
import { joined } from '../../../core/words';
import { icon, styled } from '../shared/parts';

const ICONS = {
  round: 'comment-discussion',
  feedback: 'mail',
  mock: 'person',
} as const satisfies Record<DayEvent['kind'], string>;
const KINDS: Readonly<Record<DayEvent['kind'], string>> = { round: 'Round', feedback: 'Feedback day', mock: 'Mock' };
/** Of the drawing of a day's work. */
const HEIGHT = 40;

/** The loop's days: a calendar where it is narrow, a strip where there is room. */
export function strip(view: StripView | undefined): TemplateResult {
  if (!view) {
    return html`<section aria-labelledby="days"><h2 id="days">Days</h2><p class="empty">Write “firstContact: YYYY-MM-DD” into loop.md to see the loop’s days.</p></section>`;
  }
  const first = view.days[0];
  return html`<section class="days" aria-labelledby="days">
    <div class="heading">
      <h2 id="days">Days</h2>
      <ul class="legend" aria-hidden="true">
        ${(['round', 'feedback', 'mock'] as const).map((kind) => html`<li>${icon(ICONS[kind])}${KINDS[kind]}</li>`)}
        <li><span class="key-load"></span>Work</li>
        <li><span class="key-limit"></span>${view.legend}</li>
      </ul>
    </div>
    <ol class="strip" ${styled((style) => style.setProperty('--days', String(view.days.length)))}>
      ${repeat(
        view.days,
        ({ day }) => day,
        (day) => dayCell(day, view, day === first ? day.column : 0),
      )}
    </ol>
  </section>`;
}

/** @param column where the first day stands in its week; 0 for every other day. */
function dayCell(day: DayView, { limit }: StripView, column: number): TemplateResult {
  const classes = [
    'day',
    day.off ? 'off' : '',
    day.today ? 'today' : '',
    day.past ? 'past' : '',
    column > 0 ? `from-${column}` : '',
  ];
  return html`<li class=${joined(classes, ' ')} title=${day.spoken} aria-current=${day.today ? 'date' : nothing}>
    <span class="sr-only">${day.spoken}</span>
    <span class="date" aria-hidden="true"><span class="month">${day.month}</span><span class="weekday">${day.weekday}</span><span class="number">${day.dayOfMonth}</span></span>
    <span class="events" aria-hidden="true">${day.events.map(({ kind, done }) => html`<span class="event ${kind} ${done ? 'done' : ''}">${icon(kind === 'round' && done ? 'pass-filled' : ICONS[kind])}</span>`)}</span>
    ${loadChart(day, limit)}
    <span class="minutes ${day.over ? 'over' : ''}" aria-hidden="true">${day.minutes > 0 ? short(day.minutes) : ''}</span>
  </li>`;
}

/** The day's work beside what the user has for a day. */
function loadChart({ load, over, off }: DayView, limit: number): TemplateResult {
  const height = load * HEIGHT;
  const line = HEIGHT - limit * HEIGHT;
  return html`<svg class="load" viewBox="0 0 10 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect class=${over ? 'level over' : 'level'} x="1" width="8" y=${HEIGHT - height} height=${height} />`}
    ${off ? nothing : svg`<line class="limit" x1="0" x2="10" y1=${line} y2=${line} />`}
  </svg>`;
}

/** “45m”, “2h”, “2.5h”. */
function short(minutes: number): string {
  return minutes < 60 ? `${minutes}m` : `${Math.round(minutes / 6) / 10}h`;
}
