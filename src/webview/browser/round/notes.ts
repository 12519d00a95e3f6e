import { html, type TemplateResult } from 'lit/html.js';
import { MAX_NOTES } from '../../../core/practice/draft';
import { withLine } from '../../../core/practice/mark';
import { isPanelKey, isResetKey } from '../timer/keys';

/**
 * The field for notes. Every change is reported, so that nothing is lost whatever becomes of the page; what others
 * wrote is taken over only if the extension says that it is newer.
 */
export class NotesField {
  readonly element = document.createElement('textarea');
  private version = -1;

  /**
   * @param tell gets the notes whenever they were changed here.
   * @param isMac whether the keys are those of a Mac.
   */
  constructor(
    private readonly tell: (notes: string) => void,
    isMac: boolean,
  ) {
    const { element } = this;
    element.id = 'notes';
    element.className = 'notes-field';
    element.maxLength = MAX_NOTES;
    element.spellcheck = true;
    element.placeholder = 'Figures, decisions, what to say better next time…';
    element.addEventListener('input', () => this.changed());
    element.addEventListener('keydown', (event) => keepOwnKeys(event, isMac));
  }

  get isEmpty(): boolean {
    return this.element.value.trim() === '';
  }

  /** Takes over notes that others wrote. */
  take(notes: string, version: number): void {
    if (version === this.version) return;
    this.version = version;
    if (this.element.value !== notes) this.element.value = notes;
    this.grow();
  }

  /** Puts the cursor after the notes, with a line added where there is one. */
  write(line: string | undefined): void {
    const { element } = this;
    if (line !== undefined) {
      element.value = withLine(element.value, line).slice(0, MAX_NOTES);
      this.changed();
    }
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
    element.scrollTop = element.scrollHeight;
  }

  view(): TemplateResult {
    return html`<div class="notes"><label for="notes">Notes</label>${this.element}</div>`;
  }

  private changed(): void {
    this.tell(this.element.value);
    this.grow();
  }

  /** As tall as its text, between the bounds of the style sheet. */
  private grow(): void {
    const { style } = this.element;
    style.height = 'auto';
    style.height = `${this.element.scrollHeight + 2}px`;
  }
}

function keepOwnKeys(event: KeyboardEvent, isMac: boolean): void {
  // Nobody else may see this key: elsewhere in the panel it resets the timer.
  if (isResetKey(event, isMac)) event.stopPropagation();
  else if (isPanelKey(event, isMac)) event.preventDefault();
}
