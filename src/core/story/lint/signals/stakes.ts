import { wordSet } from '../../prose/vocabulary';
import type { Told } from './signal';

const STAKES = wordSet(`
  lose losing lost close closing closed closure stop stopped penalty fine fines cancel cancelled quit resign jobs
  dissolved dissolve liable sue sued hurt harm harmed injury injured broke broken died dying death fallen fell bankrupt
  refunded freeze frozen banned lapsed lapse dismissed tender notice repeat waited thrown alone go drop dangerous danger
  unable outage hungry
`);
const THREATS = wordSet(`
  would could might if unless otherwise before about threat threatened notice warning risk until had or feared
`);

/** What stood to be lost, and by whom: said where the story is set up. */
export function isStake({ story, sentence: { first, last, has }, index, count }: Told): boolean {
  if (!has.stake) return false;
  const isSetUp = story.usesHeadings ? story.isSetting(index) : index < count / 2;
  if (!isSetUp || !story.hasWord(STAKES, first, last)) return false;
  return story.figuresIn(index).length > 0 || story.hasWord(THREATS, first, last);
}
