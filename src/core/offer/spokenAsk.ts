/** The rungs of the ladder of asks as a script says them. */
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { isRecord } from '../frontMatter/valueReaders';
import { ourSide } from '../markdown/conflict';
import { centsOf, exactly } from './exactMath';
import { money } from './offerMoney';
import type { RungName } from './offerModel';
import { readOffer } from './readOffer';
import { writtenFigure } from './writtenFigure';

/**
 * The base or the equity that an offer’s file asks for: “$205,000”, “0.09%”. A base that is written with its currency,
 * such as “€175k”, stays as it is written. Undefined where the rung does not say it, or it cannot be read.
 */
export function spokenAsk(text: string, rung: RungName, part: 'base' | 'equity'): string | undefined {
  const { asks, currency } = readOffer(text).offer;
  const { base = 0, equityPercent = 0 } = asks[rung] ?? {};
  if (part === 'equity') return equityPercent > 0 ? `${equityPercent}%` : undefined;
  return base > 0 ? (inOwnWords(text, rung) ?? money(centsOf(exactly(base)), currency)) : undefined;
}

function inOwnWords(text: string, rung: RungName): string | undefined {
  const asks = parseFrontMatter(ourSide(text)).data['asks'];
  const asked = isRecord(asks) ? asks[rung] : undefined;
  const base = isRecord(asked) ? asked['base'] : asked;
  const hasCurrency = (writtenFigure(base)?.currencies.length ?? 0) > 0;
  return typeof base === 'string' && hasCurrency ? base.trim().replace(/\s+/gu, ' ') : undefined;
}
