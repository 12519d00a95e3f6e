/** Pictures of the offer panel: an offer year by year, and offers side by side. */
import type { Window } from '../editor/ui/support/window';
import { day } from './days';
import type { Scene } from './scenes';

export const OFFER_FILES = {
  'prep/confluent/loop.md': `---\nplaybook: confluent-ai-ml-pm\ncompany: Confluent\nrole: AI/ML PM\nfirstContact: ${day(-18)}\ndays: 22\n---\n\n# Confluent\n`,
  'prep/confluent/offer.md': `---
base: 200000
bonusPercent: 10
currency: USD
signOn: [{ year: 1, amount: 30000, clawbackMonths: 12 }]
equity: { kind: rsu, shares: 12000, price: 31, outstanding: 355000000 }
vesting: { years: 4, cliffMonths: 12, cadence: quarterly, split: [25, 25, 25, 25] }
refreshers: [{ year: 2, value: 60000, years: 4 }]
level: Senior PM
location: Remote
deadline: ${day(3)}
rates: { EUR: 1.08 }
stated:
  - { date: ${day(-10)}, round: phone-screen, to: Sam, base: 205000 }
asks:
  target: { base: 210000, impact: "$2M incremental ARR in the case" }
  acceptable: { base: 200000, impact: "$2M incremental ARR in the case" }
  walkAway: { base: 185000, impact: "$1.1M incremental ARR at the low end" }
---

# Offer
`,
  'prep/offers/globex.md': `---
company: Globex
base: 175000
currency: EUR
signOn: 60000
level: Lead PM
deadline: ${day(5)}
---
`,
};

async function openOffer(window: Window): Promise<void> {
  await window.openView('Tracker');
  await window.runCommand('Prep Loop: Open Offer…');
  const frame = await window.webviewFrame('Confluent');
  await frame.getByRole('heading', { name: 'Year by year' }).waitFor();
  await window.icon().click(); // hides the side bar
}

export const OFFER_SCENES: readonly Scene[] = [
  {
    name: 'offer',
    theme: 'Default Dark Modern',
    size: { width: 1280, height: 1500 },
    files: OFFER_FILES,
    part: '.part.editor',
    act: openOffer,
  },
  {
    name: 'offers-compared',
    theme: 'Default Dark Modern',
    size: { width: 1280, height: 1000 },
    files: OFFER_FILES,
    part: '.part.editor',
    act: async (window) => {
      await window.openView('Tracker');
      await window.runCommand('Prep Loop: Compare Offers');
      const frame = await window.webviewFrame('Offers Compared');
      await frame.getByRole('heading', { name: 'Side by side' }).waitFor();
      await window.icon().click(); // hides the side bar
    },
  },
];
