/** Whom the user meets in this round, and where: shown, and edited in a small form. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ref } from 'lit/directives/ref.js';
import { isWebAddress, LONGEST_OF_INTERVIEWER, type InterviewerKey } from '../../../core/loop/interviewers';
import type { PersonView, RoundView } from '../../protocol/round';
import { icon, type Say } from '../shared/parts';
import { isOfInputMethod } from '../timer/keys';

const FIELDS: readonly (readonly [key: InterviewerKey, label: string, placeholder: string])[] = [
  ['name', 'Name', 'Jane Doe'],
  ['role', 'Role', 'Director of PM'],
  ['cares', 'Cares about', 'trade-offs, cost'],
  ['link', 'Link', 'https://www.linkedin.com/in/jane'],
];

type Fields = Readonly<Record<InterviewerKey, string>>;

const NOBODY: Fields = { name: '', role: '', cares: '', link: '' };

/** The section, with the form while a person is added or edited. */
export class PeopleSection {
  /** Whom the form is for, by the place in the list: `new` for somebody who is added. */
  private open: number | 'new' | undefined;
  /** What is wrong with what was entered, in a sentence. */
  private wrong = '';
  /** Whether somebody is being taken out of the list from here. */
  private isRemoving = false;
  /** What takes the focus when the section is drawn next: the form, *Add*, or *Edit* of somebody in the list. */
  private toFocus: 'form' | 'add' | number | undefined;

  constructor(
    private readonly say: Say,
    private readonly redraw: () => void,
  ) {}

  /** The round was read again: what was entered is in it, or another program wrote. */
  take(before: RoundView | undefined, now: RoundView): void {
    if (JSON.stringify(before?.people) === JSON.stringify(now.people)) return;
    if (this.open !== undefined) this.close();
    else if (this.isRemoving) this.toFocus = 'add';
    this.isRemoving = false;
  }

  view({ people, meeting }: RoundView): TemplateResult | typeof nothing {
    if (!people) return nothing;
    return html`<section class="ask people" aria-labelledby="people">
      <h2 id="people">People <span class="tally">${people.length === 0 ? '' : people.length}</span></h2>
      ${meeting ? place(meeting) : nothing}
      ${people.length === 0 && this.open === undefined ? html`<p class="empty">Nobody is named yet.</p>` : nothing}
      <ul>${people.map((person, at) => (this.open === at ? html`<li>${this.form(person, person)}</li>` : this.person(person, at)))}</ul>
      ${this.open === 'new' ? this.form(NOBODY, undefined) : nothing}
      <p class="links">
        <button type="button" class="link" @click=${() => this.show('new')} ${ref((element) => this.focused('add', element))}>${icon('person-add')}<span>Add an interviewer</span></button>
        <button type="button" class="link" @click=${() => this.say({ type: 'invite' })}>${icon('mail')}<span>Read an invite…</span></button>
      </p>
    </section>`;
  }

  private person({ name, nth, role, cares, link }: PersonView, at: number): TemplateResult {
    return html`<li>
      <p>${link === '' ? name : html`<a href=${link}>${name}</a>`}${role === '' ? nothing : html`, ${role}`}</p>
      ${cares === '' ? nothing : html`<p class="quiet">Cares about ${cares}</p>`}
      <p class="links">
        <button type="button" class="link" aria-label="Edit ${name}" @click=${() => this.show(at)} ${ref((element) => this.focused(at, element))}>${icon('edit')}<span>Edit</span></button>
        <button type="button" class="link" aria-label="Remove ${name}" @click=${() => this.remove(name, nth)}>${icon('trash')}<span>Remove</span></button>
      </p>
    </li>`;
  }

  /** @param person who is edited; undefined for somebody who is added. */
  private form(fields: Fields, person: PersonView | undefined): TemplateResult {
    const key = (event: KeyboardEvent): void => {
      if (isOfInputMethod(event) || event.repeat) return;
      if (event.key === 'Enter') this.save(event, person);
      else if (event.key === 'Escape') this.close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    return html`<div class="person-form" role="group" aria-label="${fields.name === '' ? 'New interviewer' : fields.name}">
      ${FIELDS.map(
        ([name, label, placeholder], index) => html`<label>
          <span>${label}</span>
          <input type="text" name=${name} autocomplete="off" spellcheck="false" maxlength=${LONGEST_OF_INTERVIEWER[name]} placeholder=${placeholder} value=${fields[name]} @keydown=${key} ${index === 0 ? ref((element) => this.focused('form', element)) : nothing} />
        </label>`,
      )}
      ${this.wrong === '' ? nothing : html`<p class="wrong" role="alert">${icon('warning')} ${this.wrong}</p>`}
      <p class="links">
        <button type="button" class="tool" @click=${(event: Event) => this.save(event, person)}>${icon('check')}Save</button>
        <button type="button" class="tool" @click=${() => this.close()}>Cancel</button>
      </p>
    </div>`;
  }

  private save({ target }: Event, person: PersonView | undefined): void {
    const form = target instanceof Element ? target.closest('.person-form') : null;
    const typed = (key: InterviewerKey): string =>
      form?.querySelector<HTMLInputElement>(`input[name=${key}]`)?.value.trim() ?? '';
    const fields = { name: typed('name'), role: typed('role'), cares: typed('cares'), link: typed('link') };
    this.wrong =
      fields.name === ''
        ? 'Write a name.'
        : fields.link === '' || isWebAddress(fields.link)
          ? ''
          : 'Write a web address that begins with https://, or leave the link blank.';
    if (this.wrong !== '') return this.redraw();
    if (person && FIELDS.every(([key]) => person[key] === fields[key])) return this.close();
    // The form stays until the file has it, so that nothing is lost where it is refused.
    this.say({ type: 'person', ...fields, ...(person ? { interviewer: person.name, nth: person.nth } : {}) });
  }

  private remove(interviewer: string, nth: number): void {
    this.isRemoving = true;
    this.say({ type: 'removePerson', interviewer, nth });
  }

  private show(open: number | 'new'): void {
    this.open = open;
    this.wrong = '';
    this.toFocus = 'form';
    this.redraw();
  }

  private close(): void {
    this.toFocus = this.open === 'new' ? 'add' : this.open;
    this.open = undefined;
    this.wrong = '';
    this.redraw();
  }

  /** Gives the focus to what was just shown. */
  private focused(name: 'form' | 'add' | number, element: Element | undefined): void {
    if (this.toFocus !== name || !(element instanceof HTMLElement)) return;
    this.toFocus = undefined;
    // Not before it is in the page.
    queueMicrotask(() => element.focus());
  }
}

function place({ platform, link, place: where }: NonNullable<RoundView['meeting']>): TemplateResult {
  return html`<p>
    ${platform}${where === '' ? nothing : html`${platform === '' ? '' : ' · '}${where}`}
    ${link === '' ? nothing : html`<a href=${link}>Join</a>`}
  </p>`;
}
