/** A field for a figure that was worked out in the head. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
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
