/** How a text may be read: as it is written, and as what its percent signs stand for, as in addresses. */
import { percentDecoded } from '../percentDecoded';

/** A link within a link within a link is written with `%2525`. */
const MOST_TIMES = 3;

/** The text with the usual form of each character and none that nobody sees, and as often decoded as there is to. */
export function readingsOf(text: string): readonly string[] {
  const readings = [plain(text)];
  while (readings.length <= MOST_TIMES) {
    const last = readings.at(-1) as string;
    const next = plain(decoded(last));
    if (next === last) break;
    readings.push(next);
  }
  return readings;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '');

/** What cannot be decoded as UTF-8 is of an older page: there each byte is a character. */
function decoded(text: string): string {
  return text.replace(
    /(?:%[\da-f]{2})+/giu,
    (run) => percentDecoded(run) ?? run.replace(/%(..)/gu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );
}
