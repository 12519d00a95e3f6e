/** A card that asks something else than before, and keeps its history. */
import * as vscode from 'vscode';
import { dateAt, formatShortDate } from '../core/days/dates';
import type { Clock } from '../core/ports';
import { likeliestFirst, lostHistories, type LostHistory } from '../core/recall/lostHistories';
import { cardId, cardsOfAll, recallCards, type RecallCard } from '../core/recall/recallCards';
import type { Review } from '../core/recall/reviewLog';
import { plural } from '../core/words';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { LocatedLoop, PrepStore } from '../store/api';
import type { OwnCards } from '../store/ownCards';
import type { ReviewStore } from '../store/reviewStore';
import { timeZoneOf } from '../store/today';
import { asText, fields } from './decode';
import { loopToUse } from './loopArgument';
import { sayBriefly } from './say';
import { pickStep } from './steps';

const { t } = vscode.l10n;
const TITLE = 'Keep the History of a Changed Card';

export interface CardHistoryParts {
  readonly store: PrepStore;
  readonly reviews: ReviewStore;
  readonly ownCards: OwnCards;
  readonly clock: Clock;
}

export function registerCardHistoryCommand(parts: CardHistoryParts): vscode.Disposable {
  return registerCommand('prepLoop.keepCardHistory', (argument) => keepCardHistory(parts, argument), false);
}

/** The cards of a loop, and what its log says. */
export async function cardsAndReviews(
  { store, reviews, ownCards }: Pick<CardHistoryParts, 'store' | 'reviews' | 'ownCards'>,
  located: LocatedLoop,
): Promise<{ readonly cards: readonly RecallCard[]; readonly reviews: readonly Review[] }> {
  const [entry, own, log] = await Promise.all([
    store.playbookOf(located),
    ownCards.cards(located),
    reviews.log(located),
  ]);
  return { cards: cardsOfAll(recallCards(entry?.playbook?.drills ?? []), own), reviews: log.reviews };
}

async function keepCardHistory(parts: CardHistoryParts, argument: unknown): Promise<boolean> {
  const given = fields(argument);
  const located = await loopToUse(parts.store, argument, TITLE);
  if (!located) return false;
  const { cards, reviews } = await cardsAndReviews(parts, located);
  const lost = lostHistories(reviews, cards);
  const [was, card] = [asText(given['was']), asText(given['card'])];
  const named = {
    was: was === undefined ? undefined : lostNamed(lost, was),
    card: card === undefined ? undefined : cardNamed(cards, card),
  };
  if (lost.length === 0)
    throw new Refusal(
      'absent',
      t('Every review in the log of “{0}” is of a card that is there: nothing is lost.', located.loop.id),
    );
  const chosen = await askFor(located, lost, cards, named);
  if (!chosen) return false;
  await parts.reviews.rename(located, { card: chosen.card.id, was: chosen.was.id, at: parts.clock.now() });
  sayBriefly(t('“{0}” has {1} now.', chosen.card.question, plural(chosen.was.reviews, 'earlier review')));
  return true;
}

/** @param name the question as it was asked, or the card's id. @throws Refusal where nothing is lost of it. */
function lostNamed(lost: readonly LostHistory[], name: string): LostHistory {
  const found = lost.find(({ id }) => id === name || id === cardId(name));
  if (!found)
    throw new Refusal('absent', t('The log has no reviews of “{0}”, or a card that is there still asks it.', name));
  return found;
}

/** @param name the card's question, or its id. @throws Refusal where there is no such card. */
function cardNamed(cards: readonly RecallCard[], name: string): RecallCard {
  const found = cards.find(({ id }) => id === name || id === cardId(name));
  if (!found) throw new Refusal('absent', t('No card of the loop asks “{0}”.', name));
  return found;
}

interface Chosen {
  readonly was: LostHistory;
  readonly card: RecallCard;
}

/** Asks for what is not named; undefined where the user leaves. */
async function askFor(
  located: LocatedLoop,
  lost: readonly LostHistory[],
  cards: readonly RecallCard[],
  named: { readonly [Key in keyof Chosen]: Chosen[Key] | undefined },
): Promise<Chosen | undefined> {
  const isAskingBoth = named.was === undefined && named.card === undefined;
  for (;;) {
    const was = named.was ?? (await askLost(located, lost, isAskingBoth));
    if (!was) return undefined;
    const card = named.card ?? (await askCard(cards, was, isAskingBoth));
    if (card === undefined) return undefined;
    if (card !== 'back') return { was, card };
  }
}

async function askLost(
  located: LocatedLoop,
  lost: readonly LostHistory[],
  isFirst: boolean,
): Promise<LostHistory | undefined> {
  const zone = timeZoneOf(located.loop);
  const items = lost.map((each) => ({
    label: `${each.words} …`,
    description: t('{0}, the last on {1}', plural(each.reviews, 'review'), formatShortDate(dateAt(each.last, zone))),
    each,
  }));
  const answer = await pickStep({
    title: TITLE,
    ...(isFirst ? { step: [1, 2] as const } : {}),
    hasBack: false,
    placeholder: t('Which question was changed?'),
    items,
  });
  return answer === 'back' ? undefined : answer?.each;
}

async function askCard(
  cards: readonly RecallCard[],
  was: LostHistory,
  hasBack: boolean,
): Promise<RecallCard | 'back' | undefined> {
  const items = likeliestFirst(cards, was).map((card) => ({ label: card.question, description: card.group, card }));
  const answer = await pickStep({
    title: TITLE,
    ...(hasBack ? { step: [2, 2] as const } : {}),
    hasBack,
    placeholder: t('Which card is it now?'),
    items,
  });
  return answer === 'back' ? answer : answer?.card;
}
