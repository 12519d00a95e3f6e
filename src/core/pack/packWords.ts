/** What both files of a pack say to the peer. Plain text. */
import type { Pack, PackPrompt } from './pack';
import { plural } from '../words';

/** How to hold the mock, with a sentence or two for each step. */
export function steps({ minutes, prompts, signals }: Pack): string[] {
  return [
    `Read the score sheet first, with what a 1 to a 4 looks like. Then ask ${prompts.length === 1 ? 'the prompt' : 'what you choose below'}, and let the candidate lead: ask follow-up questions, and do not teach.`,
    `Keep to the timetable, ${plural(minutes, 'minute')} in all. Say when a phase is over; do not extend it.`,
    signals.length === 0
      ? 'Note what you hear, in the candidate’s own words.'
      : 'Note the signals you hear, and the candidate’s own words.',
    'Score right afterwards, before you talk about it: what you saw, not what you know of the candidate. A 3 meets the bar.',
  ];
}

/** Which of several prompts to ask. */
export function choosePrompt(prompts: readonly PackPrompt[]): string {
  return prompts.some(({ clock }) => clock !== undefined)
    ? 'Choose one that fills the round, or several shorter ones that fill it between them, and do not say which before the clock starts.'
    : 'Choose one, and do not say which before the clock starts.';
}

export const sendBack =
  'Fill in the score sheet and send the Markdown file back as it is, or reply with its lines by email or chat, with points and comments below them. Comments after a score are welcome; evidence is what you heard, in the candidate’s words.';

export const copyBack =
  'What you click and write here stays in this page: it is for you, and for paper. To send it back, copy these lines into an email or a chat and fill them in, or fill in the Markdown file that came with it.';

export const privacy =
  'This pack holds the round and what the candidate chose to add. It loads nothing from the network.';
