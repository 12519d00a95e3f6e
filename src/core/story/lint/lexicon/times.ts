/** Names of times, for the lists of words that hold them, and what says when something came. */
import { wordSet } from '../../prose/vocabulary';
import * as names from '../../../days/names';

export const MONTH_NAMES = names.MONTH_NAMES.join(' ').toLowerCase();
export const WEEKDAY_NAMES = names.WEEKDAY_NAMES.join(' ').toLowerCase();

/** These say when, wherever they stand. */
export const DATES = wordSet(`
  yesterday since h1 h2 q1 q2 q3 q4 fy fy19 fy20 fy21 fy22 fy23 fy24 fy25 fy26 fy27 overnight
  jan feb apr jun jul aug sep sept oct nov dec ${MONTH_NAMES}
`);
/** These say when, or over what time, only in an adverbial: "within a quarter", but not "a year group". */
export const SPANS = wordSet(`
  days week weeks weekend weekends fortnight fortnights month months quarter quarters year years season seasons term terms
  semester semesters trimester sprint sprints spring springs summer summers autumn autumns fall winter winters
  year's month's week's season's quarter's term's summer's winter's wks wk mo mos yr yrs nights
  easter christmas ramadan eid diwali lent passover thanksgiving halloween pentecost carnival advent hanukkah midsummer
  halfyear halfterm decade yearend monthend quarterend midyear midterm ${WEEKDAY_NAMES}
`);
/** Before a span, at most a few words on, these make an adverbial of it. */
export const LEADS_TO_SPAN = wordSet(`
  in within over after for during throughout past by since until till from through between before at of across inside
  around towards come this last next following that all each later earlier be been took taken takes lasted needed spent
`);
/** What may stand between: "over the whole of the following school year". */
export const BEFORE_SPAN = wordSet(`
  us me them a an the these those my our his her their its about around only just nearly almost roughly barely some another less than more
  under half first second third fourth fifth sixth last next same very single one couple few several many whole entire full
  previous coming early late mid academic school financial fiscal calendar working reporting consecutive straight
  successive good short long and or to
`);
/** "A year on", "two sprints later", "three quarters running". */
export const AFTER_SPAN = wordSet('on later ago after before since earlier into running straight consecutively flat');
/** These lead to a span even over adjectives: "within one heating season". */
export const LEADS_FAR = wordSet(
  'in within over after during throughout by since until till from between before across',
);
export const DETERMINERS = wordSet(
  'a an the this that these one single my our first second third next last same whole',
);
/** What comes round again and again, so that so many of them are a time: "after two audits", "for five closes". */
export const ROUNDS = wordSet(`
  audits inspections closes shifts cycles releases cohorts rounds intakes editions harvests matches games deliveries lessons
  rehearsals performances meetings sessions invoices paydays payrolls deployments batches surveys exams visits nights
  mornings evenings generations crops tours campaigns inventories stocktakes fittings services tournaments weekends
  elections hours openings launches tests checks counts
`);
/** One of them, after "by": "by the next audit", "by half-term". */
export const OCCASIONS = wordSet(`
  time end audit inspection close launch release exam exams cohort round intake edition harvest match visit survey deadline
  graduation prizegiving retrospective shift lunch lunchtime noon midnight evening morning afternoon night day invoice
  renewal election holidays break payroll inventory stocktake rehearsal performance sunset dawn nightfall
`);
/** Before "the second fitting", these say when. */
export const BEFORE_ORDINAL = wordSet('by after since until till before within from');
export const ORDINALS = wordSet('first second third fourth fifth sixth seventh eighth ninth tenth next following');
/** "Over the next two payrolls": what is counted is a time, whatever it is. */
export const OVER_NEXT = wordSet('next last past following first');
export const ONE_DAY = wordSet('same next following very single one this first second third all');
export const PARTS_OF_DAY = wordSet('day morning afternoon evening night hour hours');
