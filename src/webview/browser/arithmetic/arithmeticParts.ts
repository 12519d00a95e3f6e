/** The parts of the page of mental arithmetic. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { secondsInClock } from '../../../core/words';
import type { ArithmeticView, JudgedAnswerView } from '../../protocol/arithmetic';
import { solution, verdictLine } from './answerField';
import { icon } from '../shared/parts';

/** Time as it counts up: “0:07”. */
export const clockWords = (seconds: number): string => secondsInClock(Math.floor(seconds));

/** The verdict on an answer with the worked solution. */
export function verdictCard(judged: JudgedAnswerView, isLast: boolean, goOn: () => void): TemplateResult {
  const { question, text, words, isRight } = judged;
  return html`<section class="drill" aria-labelledby="question">
    <h2 id="question">${question}</h2>
    ${verdictLine({ isRight, words })}
    ${text.trim() === '' ? nothing : html`<p class="quiet">You said ${text.trim()} after ${secondsInClock(judged.seconds)}.</p>`}
    ${solution(judged)}
    <button type="button" class="turn" @click=${goOn}>${isLast ? 'See how it went' : 'Next question'} <kbd>Enter</kbd></button>
  </section>`;
}

interface Acts {
  readonly another: () => void;
  readonly save: (round: string) => void;
  readonly open: () => void;
}

/** What the sitting came to, and what can be done with it. */
export function outcome(
  view: ArithmeticView,
  { right, of, seconds, median, aloud }: NonNullable<ArithmeticView['summary']>,
  acts: Acts,
): TemplateResult {
  return html`<section class="over" aria-labelledby="over">
    <h2 id="over" tabindex="-1">${icon(right === of ? 'pass' : 'checklist')}${right} of ${of} right</h2>
    <p>${secondsInClock(seconds)} in all, usually ${median} s an answer. Exercise ${view.seed}.</p>
    <div class="aloud"><h3>Say it aloud</h3><p>“${aloud}”</p></div>
    <div class="acts">
      <button type="button" class="turn" @click=${acts.another}>Another</button>
      ${saving(view, acts)}
    </div>
  </section>`;
}

function saving({ saved, rounds, round }: ArithmeticView, { save, open }: Acts): TemplateResult {
  if (saved !== undefined)
    return html`<p class="saved">${icon('check')}Saved as <button type="button" class="link" @click=${open}>${saved}</button></p>`;
  if (rounds.length === 0)
    return html`<p class="quiet">This file belongs to no loop, so there is nowhere to save the score.</p>`;
  const chosen = (target: EventTarget | null): string =>
    (target instanceof Element ? target.closest('.saving')?.querySelector('select')?.value : undefined) ?? round;
  return html`<span class="saving"
    ><button type="button" class="turn second" @click=${(event: Event) => save(chosen(event.target))}>Save</button
    ><label>as practice of
      <select>
        ${rounds.map(({ id, title }) => html`<option value=${id} ?selected=${id === round}>${title}</option>`)}
      </select></label
    ></span
  >`;
}

/** Every question with what was said, and its solution to be unfolded. */
export function overview(answers: readonly JudgedAnswerView[]): TemplateResult {
  return html`<section class="answers" aria-labelledby="answers">
    <h2 id="answers">Answers</h2>
    ${answers.map(
      (answer) =>
        html`<details>
          <summary>
            ${icon(answer.isRight ? 'pass' : 'error')}<span class="sr-only">${answer.isRight ? 'Right: ' : 'Not right: '}</span
            ><span class="asked">${answer.question}</span><span class="quiet">${answer.text.trim() === '' ? '–' : answer.text.trim()} · ${secondsInClock(answer.seconds)}</span
            ><strong>${answer.steps.at(-1)?.result ?? ''}</strong>
          </summary>
          ${solution(answer)}
        </details>`,
    )}
  </section>`;
}
