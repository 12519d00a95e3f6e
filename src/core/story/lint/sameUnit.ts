/** Whether two figures count the same, by the words of their units. */
import { idOf, wordSet } from '../prose/vocabulary';

/** A target in these is one of a stream, whatever comes on it. */
const STREAMED = wordSet('event events message messages record records');
/** What comes one by one on a stream. */
const COMES = wordSet(`
  bid bids click clicks event events impression impressions log logs message messages order orders payment payments
  reading readings record records request requests swipe swipes transaction transactions trip trips update updates write
  writes
`);

/** Units are the same in singular and plural; events of a stream are met by whatever comes on one, such as requests. */
export function sameUnit(unit: string | null, wanted: string): boolean {
  if (unit === null) return false;
  const [left, right] = [unit.toLowerCase(), wanted.toLowerCase()];
  return (
    left === right ||
    left === `${right}s` ||
    `${left}s` === right ||
    (COMES.has(idOf(left)) && STREAMED.has(idOf(right)))
  );
}
