/** What nobody may read in a pack unless it was chosen: who is met, what is paid, and where a meeting is joined. */
import { platformOfLink } from '../invite/platforms';
import { loopTitle } from '../loop/loopModel';
import { NameFinder } from './namesInText';
import type { LoopPackFacts, LoopPackPart } from './loopPackModel';
import { NO_PAY, payOfOffer, payStated, quotesPay, type Pay } from './quotesPay';

export type PrivateKind = 'name' | 'pay' | 'link';

const LINK = /https?:\/\/[^\s<>"')\]]+/giu;

export class PrivateWords {
  private readonly names: NameFinder;
  private readonly pay: Pay;
  private readonly hasLinks: boolean;
  private readonly links: ReadonlySet<string>;

  constructor(facts: LoopPackFacts, include: ReadonlySet<LoopPackPart>) {
    const { loop } = facts;
    this.names = new NameFinder(include.has('people') ? [] : peopleOf(facts), `${loop.id} ${loopTitle(loop)}`);
    this.pay = hiddenPay(facts, include);
    this.hasLinks = include.has('logistics');
    this.links = new Set(loop.rounds.flatMap(({ link }) => link ?? []));
  }

  /** Why a text may not be read; undefined where it may. @param above what it stands below. */
  find(text: string, above = ''): PrivateKind | undefined {
    if (this.names.isIn(text)) return 'name';
    if (this.quotesPay(text, above)) return 'pay';
    return this.joins(text) ? 'link' : undefined;
  }

  quotesPay(text: string, above = ''): boolean {
    return quotesPay(text, this.pay, above);
  }

  private joins(text: string): boolean {
    if (this.hasLinks || !text.includes('://')) return false;
    return [...text.matchAll(LINK)].some(([link]) => this.links.has(link) || platformOfLink(link) !== undefined);
  }
}

/** All that some file of the loop names: interviewers, and who was told a figure or a story. */
function peopleOf({ loop, offer, stories }: LoopPackFacts): string[] {
  const met = loop.rounds.flatMap(({ interviewers }) => interviewers.map(({ name }) => name));
  const stated = (offer?.offer.stated ?? []).flatMap(({ to }) => to ?? []);
  return [...met, ...stated, ...stories.flatMap(({ story }) => story.told.flatMap(({ to }) => to))];
}

/** What is shown where it was chosen hides nothing elsewhere. */
function hiddenPay({ offer }: LoopPackFacts, include: ReadonlySet<LoopPackPart>): Pay {
  if (!offer) return NO_PAY;
  const parts = [
    { pay: payOfOffer(offer.offer), isShown: include.has('offer') },
    { pay: payStated(offer.offer.stated), isShown: include.has('stated') },
  ];
  const hidden = (field: keyof Pay): number[] => {
    const shown = new Set(parts.filter(({ isShown }) => isShown).flatMap(({ pay }) => pay[field]));
    const all = parts.filter(({ isShown }) => !isShown).flatMap(({ pay }) => pay[field]);
    return all.filter((each) => !shown.has(each));
  };
  return { amounts: hidden('amounts'), percents: hidden('percents') };
}
