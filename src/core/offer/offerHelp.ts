/** What each key of an offer means, what it may have, and how it begins: for completion and hovers. */
import type { HelpTable } from '../frontMatter/keyHelp';
import { CADENCES, EQUITY_KINDS, RUNGS, SHARE_ROUNDINGS } from './offerModel';

const CURRENCIES = ['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'INR', 'SGD', 'JPY', 'SEK', 'PLN'];

const SIGN_ON: HelpTable = {
  year: { about: 'The year in which it is paid: 1 where it is left out.' },
  amount: { about: 'The bonus, before tax.' },
  clawbackMonths: { about: 'Whoever leaves within so many months pays it back.' },
};

const EQUITY: HelpTable = {
  kind: {
    about: '`rsu`: shares that are given. `options`: the right to buy at the strike. `percent`: a part of the company.',
    values: EQUITY_KINDS,
  },
  value: { about: 'The value of the whole grant. Where shares and price are given too, those count.' },
  shares: { about: 'The number of shares or options of the whole grant.' },
  percent: { about: 'The part of the company: `0.09` for 0.09%. It is a number of shares only with `outstanding`.' },
  price: { about: 'What one share is worth: the market’s price, or that of the last round. Preferred is not common.' },
  strike: { about: 'What one option costs to exercise. An option is worth `max(0, price − strike)`.' },
  outstanding: { about: 'All shares of the company, fully diluted: ask for it where the offer is a percentage.' },
  dilutionPercent: { about: 'How much of the grant’s value later rounds of financing take: your assumption.' },
  taxNote: { about: 'What to ask a tax adviser. Nothing is worked out from it.' },
};

const VESTING: HelpTable = {
  years: { about: 'In how many years the grant vests: 4 where it is left out.' },
  cliffMonths: { about: 'Nothing vests before this month; then all that is due is paid at once.' },
  cadence: { about: 'How often shares vest.', values: CADENCES },
  split: {
    about: 'What vests in each year, in percent, such as `[25, 25, 25, 25]`.',
    snippet: '[${1:25, 25, 25, 25}]',
  },
  rounding: {
    about:
      'How shares are rounded, by the standard allocation types: 18 shares in 4 parts are 5-4-5-4 (`cumulative`), 4-5-4-5 (`down`), 5-5-4-4 (`frontLoaded`) or 4-4-5-5 (`backLoaded`).',
    values: SHARE_ROUNDINGS,
  },
};

const REFRESHERS: HelpTable = {
  year: { about: 'The year of the grant. It vests from that year on.' },
  value: { about: 'The value of the grant.' },
  years: { about: 'In how many years it vests, in equal parts: 4 where it is left out.' },
};

const STATED: HelpTable = {
  date: { about: 'The day on which you said it.' },
  round: { about: 'The round in which you said it.' },
  to: { about: 'To whom.' },
  base: { about: 'The base that you named.' },
  total: { about: 'The pay of the first year that you named.' },
};

const ASK: HelpTable = {
  base: { about: 'The yearly base.' },
  equityPercent: { about: 'The part of the company, in percent.' },
  grant: { about: 'The value of the whole grant.' },
  signOn: { about: 'The sign-on bonus.' },
  total: { about: 'The pay of the first year.' },
  impact: { about: 'The impact you showed that this rests on, such as `"$2M incremental ARR in the case"`.' },
};

const RUNG_ABOUT = {
  target: 'What you ask for.',
  acceptable: 'What you would sign.',
  walkAway: 'Below this you say no.',
} as const;

export const OFFER_HELP: HelpTable = {
  company: { about: 'Whose offer it is, where the file belongs to no loop.' },
  base: { about: 'The yearly base salary, before tax.' },
  currency: { about: 'The ISO code of all amounts here.', values: CURRENCIES },
  bonusPercent: { about: 'The yearly bonus at target, in percent of the base.' },
  signOn: {
    about: 'What is paid once for signing: an amount, or a list by year. It is left out of what recurs.',
    snippet: '[{ year: 1, amount: ${1:30000}, clawbackMonths: ${2:12} }]',
    fields: SIGN_ON,
  },
  equity: {
    about: 'The initial grant. It counts in the years in which it vests.',
    snippet: '{ kind: ${1|rsu,options,percent|}, ${2:value}: ${3:400000} }',
    fields: EQUITY,
  },
  equityPercent: { about: 'The part of the company, in percent. Write `equity` to have it worked out.' },
  vesting: {
    about: 'When the grant vests.',
    snippet: '{ years: ${1:4}, cliffMonths: ${2:12}, cadence: ${3|quarterly,monthly,yearly|} }',
    fields: VESTING,
  },
  refreshers: {
    about: 'Further grants that were promised. Each vests in equal parts from its year on.',
    snippet: '[{ year: ${1:2}, value: ${2:60000}, years: ${3:4} }]',
    fields: REFRESHERS,
  },
  level: { about: 'The level in the company’s own words.' },
  location: { about: 'Where you would work.' },
  deadline: { about: 'The last day to answer, `YYYY-MM-DD`. It stands in *Today*, with what it collides with.' },
  start: { about: 'The first day of work, `YYYY-MM-DD`.' },
  rates: {
    about: 'What one unit of another currency is worth in this one, as you say: rates are never looked up.',
    snippet: '{ ${1:EUR}: ${2:1.08} }',
  },
  stated: {
    about: 'The figures you have said to the company. *Log a Figure You Stated* adds one.',
    snippet: '[{ date: ${1:2026-12-02}, round: ${2:phone-screen}, to: ${3:Sam}, base: ${4:200000} }]',
    fields: STATED,
  },
  asks: {
    about: 'Your ladder: what you ask for, what you would sign, and below what you say no. Each rests on impact.',
    fields: Object.fromEntries(
      RUNGS.map((rung) => [
        rung,
        {
          about: RUNG_ABOUT[rung],
          snippet: '{ base: ${1:200000}, impact: "${2:the impact you showed}" }',
          fields: ASK,
        },
      ]),
    ),
  },
};
