/** What nobody may read in a pack unless it was chosen: who is met, what is paid, and where a meeting is joined. */
import { loopTitle } from '../loop/loopModel';
import { withoutLineComments } from '../markdown/comments';
import { JoinFinder, LinkFinder } from './linksInText';
import { NameFinder } from './namesInText';
import type { LoopPackFacts, LoopPackPart } from './loopPackModel';
import { NO_PAY, payOfOffer, payStated, quotesPay, type Pay } from './quotesPay';
import { readingsOf } from './readings';

export type PrivateKind = 'name' | 'pay' | 'link';

/** Any other link is to a whole site, such as the company’s. */
const HAS_PATH = /:\/\/[^/?#]+[/?#]./u;

export class PrivateWords {
  private readonly names: NameFinder;
  /** The pages of people. */
  private readonly pages: LinkFinder;
  private readonly pay: Pay;
  private readonly joins: JoinFinder | undefined;

  constructor(facts: LoopPackFacts, include: ReadonlySet<LoopPackPart>) {
    const { rounds } = facts.loop;
    const isNamed = include.has('people');
    const known = withoutLineComments(`${facts.loop.id} ${loopTitle(facts.loop)}`);
    this.names = new NameFinder(isNamed ? [] : peopleOf(facts).map(withoutLineComments), known);
    const pages = rounds.flatMap(({ interviewers }) => interviewers.flatMap(({ link }) => link ?? []));
    this.pages = new LinkFinder(isNamed ? [] : pages.filter((page) => HAS_PATH.test(page)));
    this.pay = hiddenPay(facts, include);
    this.joins = include.has('logistics') ? undefined : new JoinFinder(rounds.flatMap(({ link }) => link ?? []));
  }

  /** Why a text may not be read; undefined where it may. @param above what it stands below. */
  find(text: string, above = ''): PrivateKind | undefined {
    const readings = readingsOf(text);
    if (readings.some((reading) => this.names.isIn(reading)) || this.pages.isIn(readings)) return 'name';
    if (this.hasPay(readings, above)) return 'pay';
    return this.joins?.isIn(readings) === true ? 'link' : undefined;
  }

  quotesPay(text: string): boolean {
    return this.hasPay(readingsOf(text), '');
  }

  private hasPay(readings: readonly string[], above: string): boolean {
    return readings.some((reading) => quotesPay(reading, this.pay, above));
  }
}

/** All that some file names: interviewers, peers, and who was told a figure or a story, in whatever loop. */
function peopleOf({ loop, offer, stories, sessions, briefs }: LoopPackFacts): string[] {
  const told = new Set([...stories, ...briefs.flatMap((brief) => brief.stories)].map(({ story }) => story.told));
  const offers = new Set([offer, ...briefs.map((brief) => brief.offer)]);
  const runs = new Set([...sessions, ...briefs.flatMap((brief) => brief.sessions)]);
  const names = [
    ...loop.rounds.flatMap(({ interviewers }) => interviewers.map(({ name }) => name)),
    ...[...offers].flatMap((each) => (each?.offer.stated ?? []).flatMap(({ to }) => to ?? [])),
    ...[...told].flatMap((tellings) => tellings.flatMap(({ to }) => to)),
    ...[...runs].flatMap(({ peer }) => peer?.name ?? []),
  ];
  return [...new Set(names)];
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
