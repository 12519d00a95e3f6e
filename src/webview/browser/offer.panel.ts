/** The page of an offer: its years as bars with the table behind them, its bands, its price; or offers side by side. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import {
  decodeToOfferPanel,
  type ComparisonPanelView,
  type FromOfferPanel,
  type OfferPanelView,
  type ToOfferPanel,
} from '../protocol/offer';
import type { NoticeMessage } from '../protocol/common';
import { bands } from './offer/bandSection';
import { comparisonOf } from './offer/comparisonSection';
import { asks, stated } from './offer/ladderSection';
import { priceOf } from './offer/priceSection';
import { years } from './offer/yearSection';
import { PanelPage } from './shared/panelPage';
import { icon } from './shared/parts';

class OfferPage extends PanelPage<ToOfferPanel, FromOfferPanel> {
  private told: Exclude<ToOfferPanel, NoticeMessage> | undefined;

  constructor() {
    super(decodeToOfferPanel);
  }

  protected hear(message: Exclude<ToOfferPanel, NoticeMessage>): void {
    this.told = message;
    if (message.type === 'offer') document.title = message.view ? `Offer: ${message.view.title}` : 'Offer';
    else document.title = 'Offers compared';
    this.notify('');
  }

  protected show(): void {
    const { told } = this;
    if (!told) return;
    const page =
      told.type === 'comparison' ? this.comparison(told.comparison) : told.view ? this.offer(told.view) : this.gone();
    render(page, this.main);
  }

  private offer(view: OfferPanelView): TemplateResult {
    return html`<header class="head">
        <p class="place">Offer</p>
        <h1>${view.title}</h1>
        ${view.facts.length > 0 ? html`<ul class="facts">${view.facts.map((fact) => html`<li>${fact}</li>`)}</ul>` : nothing}
        ${this.links(true)}
      </header>
      ${view.problems.map((message) => html`<div class="trouble">${icon('warning')}<p>${message}</p></div>`)}
      ${
        view.empty
          ? html`<p class="empty">No figures yet. Open the file and fill in the base, the equity and the rest as they come: this page then shows what they are worth, year by year.</p>`
          : html`${years(view)} ${priceOf(view, (factor) => this.say({ type: 'price', factor }))}`
      }
      ${bands(view)} ${stated(view)} ${asks(view)}
      ${
        view.notes.length > 0 && !view.empty
          ? html`<section class="notes" aria-labelledby="assumed">
              <h2 id="assumed">Assumed and left out</h2>
              <ul>${view.notes.map((note) => html`<li>${note}</li>`)}</ul>
            </section>`
          : nothing
      }`;
  }

  private comparison(view: ComparisonPanelView): TemplateResult {
    return html`<header class="head">
        <p class="place">All offers of this folder</p>
        <h1>Offers compared</h1>
        ${this.links(false)}
      </header>
      ${comparisonOf(view, (offer) => this.say({ type: 'show', offer }))}`;
  }

  private links(isOffer: boolean): TemplateResult {
    const link = (sign: TemplateResult, text: string, act: () => void): TemplateResult =>
      html`<button type="button" class="link" @click=${act}>${sign}${text}</button>`;
    return html`<p class="links">
      ${link(icon('go-to-file'), isOffer ? 'Open the file' : 'Open the table as a file', () => this.say({ type: 'open' }))}
      ${isOffer ? link(icon('comment'), 'Log a figure you stated', () => this.say({ type: 'log' })) : nothing}
      ${link(icon('git-compare'), isOffer ? 'Compare with other offers' : 'Write the table again', () => this.say({ type: 'compare' }))}
    </p>`;
  }

  private gone(): TemplateResult {
    return html`<header class="head"><h1>Offer</h1></header>
      <div class="trouble">${icon('warning')}<p>The offer’s file is not there any more.</p></div>`;
  }
}

new OfferPage().start();
