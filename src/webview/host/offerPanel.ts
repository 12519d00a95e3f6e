import * as vscode from 'vscode';
import { hasFigures } from '../../core/offer/offerModel';
import { COMPARISON_FILE } from '../../core/offer/comparisonFile';
import { runCommand } from '../../editorCommands';
import { Refusal } from '../../refusal';
import type { PrepStore } from '../../store/api';
import { uriIn } from '../../store/files';
import type { LocatedOffer, OfferStore } from '../../store/offerStore';
import {
  decodeFromOfferPanel,
  decodeOfferState,
  type FromOfferPanel,
  type OfferPanelState,
  type ToOfferPanel,
} from '../protocol/offer';
import { makeComparisonView, makeOfferView } from './offerView';
import { EditorPanel, type PanelKind, type PanelServices } from './panel';
import { EditorPanels } from './panels';

export interface OfferPanelServices extends PanelServices {
  readonly store: PrepStore;
  readonly offers: OfferStore;
}

const OFFER_VIEW_TYPE = 'prepLoop.offer';

const OFFER_PANEL: PanelKind<OfferPanelState, FromOfferPanel> = {
  viewType: OFFER_VIEW_TYPE,
  name: 'offer',
  decodeState: decodeOfferState,
  decodeMessage: decodeFromOfferPanel,
  keyOf: (state) => ('offer' in state ? state.offer : `compare ${state.compare}`),
};

/** What is shown: an offer, undefined where its file is gone, or all offers of a prep folder. */
type Found =
  | { readonly kind: 'offer'; readonly offer: LocatedOffer | undefined; readonly shown: ToOfferPanel }
  | { readonly kind: 'comparison'; readonly offers: readonly LocatedOffer[]; readonly shown: ToOfferPanel };

/** The offers of a prep folder that take part in a comparison: those without figures only where no loop has them. */
export function comparedOffers(all: readonly LocatedOffer[], root: vscode.Uri): LocatedOffer[] {
  return all.filter(
    ({ root: own, loop, offer }) => own.uri.toString() === root.toString() && (loop === undefined || hasFigures(offer)),
  );
}

/** An offer, year by year, or offers side by side. It holds nothing itself but what the slider is set to. */
class OfferPanel extends EditorPanel<OfferPanelState, FromOfferPanel, ToOfferPanel, Found> {
  private found: Found | undefined;
  private factor = 1;

  constructor(
    panel: vscode.WebviewPanel,
    private readonly state: OfferPanelState,
    private readonly services: OfferPanelServices,
  ) {
    super(panel, OFFER_PANEL, state, services);
    this._register(services.offers.onDidChange(() => void this.refresh()));
  }

  protected async read(): Promise<Found> {
    const { state, services } = this;
    const all = await services.offers.offers();
    if ('compare' in state) {
      const offers = comparedOffers(all, vscode.Uri.parse(state.compare));
      return { kind: 'comparison', offers, shown: { type: 'comparison', comparison: makeComparisonView(offers) } };
    }
    const offer = all.find(({ uri }) => uri.toString() === state.offer);
    if (!offer) return { kind: 'offer', offer, shown: { type: 'offer' } };
    const { loop, name } = offer;
    const entry = loop && (await services.store.playbookOf(loop));
    const view = makeOfferView({
      title: name,
      read: offer,
      compensation: entry?.playbook?.compensation,
      factor: this.factor,
      roundTitle: (id) => loop?.loop.rounds.find((round) => round.id === id)?.title,
    });
    return { kind: 'offer', offer, shown: { type: 'offer', view } };
  }

  protected show(found: Found): void {
    this.found = found;
    if (found.kind === 'offer' && found.offer) this.setTitle(`Offer: ${found.offer.name}`);
    this.sayChanged(found.shown);
  }

  protected async act(message: Exclude<FromOfferPanel, { type: 'ready' }>): Promise<void> {
    switch (message.type) {
      case 'price':
        this.factor = message.factor;
        return this.refresh();
      case 'open':
        return this.open();
      case 'show':
        return this.showOffer(message.offer);
      case 'compare':
        return void (await runCommand('prepLoop.compareOffers', this.loop));
      case 'log':
        return void (await runCommand('prepLoop.logStated', this.loop));
    }
  }

  private get loop(): { loop: vscode.Uri } | undefined {
    const loop = this.found?.kind === 'offer' ? this.found.offer?.loop : undefined;
    return loop && { loop: loop.uri };
  }

  private async open(): Promise<void> {
    const { state } = this;
    const uri =
      'offer' in state ? vscode.Uri.parse(state.offer) : uriIn(vscode.Uri.parse(state.compare), COMPARISON_FILE);
    await runCommand('prepLoop.openFile', { uri });
  }

  private async showOffer(index: number): Promise<void> {
    const withFigures =
      this.found?.kind === 'comparison' ? this.found.offers.filter(({ offer }) => hasFigures(offer)) : [];
    const offer = withFigures[index];
    if (!offer) throw new Refusal('changed', 'That has changed in the meantime. This is how it is now.');
    await runCommand('prepLoop.openOffer', offer.loop ? { loop: offer.loop.uri } : { uri: offer.uri });
  }
}

/** The open panels of offers: one for each file, and one for each prep folder whose offers are compared. */
export class OfferPanels extends EditorPanels<OfferPanelState, OfferPanel> {
  constructor(services: OfferPanelServices) {
    super(OFFER_PANEL, (panel, state) => new OfferPanel(panel, state, services));
  }

  open({ uri, name }: LocatedOffer): void {
    this.show({ offer: uri.toString() }, `Offer: ${name}`);
  }

  compare(root: vscode.Uri): void {
    this.show({ compare: root.toString() }, 'Offers Compared');
  }
}
