/** The page of a round: what to know in the last fifteen minutes, large enough to read standing up. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import type { NoticeMessage } from '../protocol/common';
import {
  decodeToBriefPanel,
  type BriefLineView,
  type BriefPanelView,
  type BriefPartView,
  type FromBriefPanel,
  type ToBriefPanel,
} from '../protocol/brief';
import { PanelPage } from './shared/panelPage';
import { icon, markdown } from './shared/parts';

/** What stands across the page, above the columns. */
const WIDE: readonly BriefPartView['id'][] = ['when', 'open', 'leave'];

class BriefPage extends PanelPage<ToBriefPanel, FromBriefPanel> {
  private view: BriefPanelView | undefined;
  private gone = '';

  constructor() {
    super(decodeToBriefPanel);
    this.main.addEventListener('click', (event) => this.followLink(event));
  }

  protected hear(message: Exclude<ToBriefPanel, NoticeMessage>): void {
    this.view = message.brief;
    this.gone = message.gone ?? '';
    document.title = this.view?.title ?? 'Page';
    this.notify('');
  }

  protected show(): void {
    const { view } = this;
    render(view ? this.page(view) : this.missing(), this.main);
  }

  private page({ title, loop, parts }: BriefPanelView): TemplateResult {
    const narrow = parts.filter(({ id }) => !WIDE.includes(id));
    return html`<header class="head">
        <p class="place">${loop}</p>
        <h1>${title}</h1>
        <p class="links">
          ${this.button(icon('preview'), 'Open the round’s panel', () => this.say({ type: 'round' }))}
          ${this.button(icon('export'), 'Export to print…', () => this.say({ type: 'export' }))}
        </p>
      </header>
      ${parts.filter(({ id }) => WIDE.includes(id)).map((part) => this.part(part))}
      <div class="columns">${narrow.map((part) => this.part(part))}</div>`;
  }

  private missing(): TemplateResult {
    return html`<header class="head"><h1>Page</h1></header>
      <div class="trouble">${icon('warning')}<p>${this.gone}</p></div>`;
  }

  private part({ id, title, lines }: BriefPartView): TemplateResult {
    const items = lines.map((line, index) => this.line(id, line, index));
    return html`<section class=${`part ${id}`} aria-labelledby=${`part-${id}`}>
      <h2 id=${`part-${id}`}>${title}</h2>
      ${id === 'leave' ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`}
    </section>`;
  }

  private line(part: BriefPartView['id'], line: BriefLineView, index: number): TemplateResult {
    const { kind, label, details, link } = line;
    return html`<li class=${kind} data-part=${part} data-line=${index}>
      <span class="words">
        ${kind === 'problem' ? icon('warning') : nothing} ${label === '' ? nothing : html`<strong>${label}</strong>`}
        <span class="text">${markdown(line.html)}</span>
        ${details.length === 0 ? nothing : html`<span class="details">${details.join(' · ')}</span>`}
      </span>
      ${link === undefined ? nothing : this.link(part, line, index, link)}
    </li>`;
  }

  /** Where something is missing, the link says in words what to do; elsewhere it is only a sign. */
  private link(part: BriefPartView['id'], { kind, label }: BriefLineView, index: number, does: string): TemplateResult {
    const follow = (): void => {
      const { version } = this.view ?? { version: 0 };
      this.say({ type: 'follow', version, part, line: index });
    };
    if (kind !== 'said') return this.button(icon('arrow-right'), does, follow);
    const name = label === '' ? `${does} (${index + 1})` : `${does}: ${label}`;
    return html`<button type="button" class="link source" title=${name} aria-label=${name} @click=${follow}>${icon('go-to-file')}</button>`;
  }

  private button(sign: TemplateResult, words: string, act: () => void): TemplateResult {
    return html`<button type="button" class="link" @click=${act}>${sign}${words}</button>`;
  }

  /** A link within a text. VS Code would open web links by itself: there is to be one way out. */
  private followLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link || !this.view) return;
    event.preventDefault();
    event.stopPropagation();
    const item = link.closest<HTMLElement>('li[data-part]');
    const part = this.view.parts.find(({ id }) => id === item?.dataset['part'])?.id;
    const href = link.getAttribute('href');
    if (part === undefined || href === null) return;
    this.say({ type: 'link', version: this.view.version, part, line: Number(item?.dataset['line']), href });
  }
}

new BriefPage().start();
