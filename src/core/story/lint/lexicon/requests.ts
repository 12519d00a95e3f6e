import { wordSet } from '../../prose/vocabulary';

/** How running text says that something was asked of who tells it. */

/** What was asked, as a noun: "my task was", "the brief said". */
export const REQUEST_NOUNS = wordSet(`
  task job brief remit assignment mission mandate goal target objective ask aim order orders instruction instructions
  responsibility challenge commission role duty request plan idea wish point deal
`);
/** Where such a noun is the subject: "the ask was simple", "my remit: raise …", "the brief I got". */
export const AFTER_REQUEST_NOUN = wordSet('was is to i we said read he she they');
export const OWNERS = wordSet('my our the his her their');
/** In the passive, said of who tells it: "I was asked", "we had been set". */
export const ASKED = wordSet(`
  asked told tasked set given handed charged commissioned assigned instructed brought hired appointed ordered challenged
  entrusted responsible supposed expected meant required obliged
`);
/** Somebody asks who tells it: "the CTO asked me", "she handed us". */
export const ASKS = wordSet(`
  asked asks told tells tasked gave gives handed hands set sets ordered instructed begged urged charged challenged
  commissioned assigned hired wanted wants expected expects needed needs
`);
/** Without "me" behind them these ask all the same: "the board wanted churn below 2 %". */
export const DEMANDS_OF = wordSet('wished wanted wants demanded demands expected expects required requires insisted');
/** "I had to", "we were to", "I needed to". */
export const HAS_TO = wordSet('had was were needed have need');
