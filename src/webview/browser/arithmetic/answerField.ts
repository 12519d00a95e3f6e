/** What the pages have in common that ask for a figure: the block, the field, the verdict and the solution. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SolutionStepView } from '../../protocol/common';
import { icon } from '../shared/parts';
import { isOfInputMethod } from '../timer/keys';

/** What stands around a bare number. */
interface Dress {
  readonly before: string;
  readonly after: string;
}

/**
 * The field with its buttons. @param labelledBy id of the question. @param answer takes what was typed; '' where the
 * solution is asked for instead.
 */
export function answerField(
  { before, after }: Dress,
  labelledBy: string,
  answer: (text: string) => void,
): TemplateResult {
  const typed = (target: EventTarget | null): string =>
    (target instanceof Element ? target.closest('.answering')?.querySelector('input')?.value : undefined) ?? '';
  const submit = (event: Event): void => {
    const text = typed(event.target);
    if (text.trim() !== '') answer(text);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.repeat || isOfInputMethod(event)) return;
    event.preventDefault();
    submit(event);
  };
  return html`<div class="answering">
    <div class="line">
      ${before === '' ? nothing : html`<span class="unit" aria-hidden="true">${before}</span>`}
      <input class="typed" type="text" inputmode="text" autocomplete="off" spellcheck="false" maxlength="200" aria-labelledby=${labelledBy} @keydown=${press} />
      ${after.trim() === '' ? nothing : html`<span class="unit" aria-hidden="true">${after.trim()}</span>`}
    </div>
    <div class="acts">
      <button type="button" class="turn" @click=${submit}>Check <kbd>Enter</kbd></button>
      <button type="button" class="link" @click=${() => answer('')}>Show the solution</button>
    </div>
  </div>`;
}

/** The block with its figures, a line for each. */
export function givenBlock(block: string): TemplateResult {
  return html`<section class="given" aria-label="Given">
    <pre tabindex="0">${block}</pre>
  </section>`;
}

export function verdictLine({ isRight, words }: { readonly isRight: boolean; readonly words: string }): TemplateResult {
  return html`<p class="verdict ${isRight ? 'right' : 'wrong'}">${icon(isRight ? 'pass' : 'error')}<span>${words}</span></p>`;
}

/** The steps to a result, and who says so. */
export function solution({
  steps,
  source,
}: {
  readonly steps: readonly SolutionStepView[];
  readonly source: string;
}): TemplateResult {
  return html`<div class="solution" role="group" aria-label="Worked solution">
    ${steps.map((step) => solutionStep(step))}
    ${source === '' ? nothing : html`<p class="quiet">${source}</p>`}
  </div>`;
}

function solutionStep({ title, formula, figures, result }: SolutionStepView): TemplateResult {
  return html`<dl>
    <dt>${title}</dt>
    <dd>= ${formula}</dd>
    ${figures === '' ? nothing : html`<dd>= ${figures}</dd>`}
    <dd>= <strong>${result}</strong></dd>
  </dl>`;
}
