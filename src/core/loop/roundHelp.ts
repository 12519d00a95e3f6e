/** What the keys of a round's front matter mean, for completion and hovers. */
import { aboutKey, keyAt, suggestKeys, type HelpTable, type KeySuggestions } from '../frontMatter/keyHelp';
import type { Span } from '../ports';
import { INTERVIEWER_KEYS, type InterviewerKey } from './interviewers';
import { ROUND_STATUSES } from './loopModel';

const PERSON: Readonly<Record<InterviewerKey, string>> = {
  name: 'Who it is.',
  role: 'What they do, such as `Director of PM`.',
  cares: 'What they care about, in your words.',
  link: 'A page about them, with `https://`.',
};

const INTERVIEWER: HelpTable = Object.fromEntries(INTERVIEWER_KEYS.map((key) => [key, { about: PERSON[key] }]));

const ROUND_HELP: HelpTable = {
  round: { about: 'The id of the round in the playbook.' },
  date: { about: 'The day of the round, as `YYYY-MM-DD`, on the loop’s own clock.' },
  time: { about: 'When it begins, as `HH:MM`, in the time zone of loop.md or else of this machine.' },
  pinned: { about: 'Whether replanning keeps the day.', values: ['true', 'false'] },
  status: { about: 'What became of it.', values: ROUND_STATUSES },
  interviewers: {
    about: 'Whom you meet: `[{ name, role, cares, link }]`. A bare name will do.',
    snippet: '\n  - { name: ${1:Jane Doe}, role: ${2:Director of PM} }',
    fields: INTERVIEWER,
  },
  platform: { about: 'Where it takes place, such as `Zoom`, `Phone` or `Onsite`.' },
  link: { about: 'The page to join it, with `https://`.' },
  place: { about: 'An address or a room.' },
};

/** What can be written at an offset of a round’s file, and what it replaces; undefined where nothing can. */
export const suggestInRound = (text: string, offset: number): KeySuggestions | undefined =>
  suggestKeys(text, offset, ROUND_HELP);

/** What the key at an offset of a round’s file means, as Markdown. */
export function roundHover(text: string, offset: number): (Span & { readonly text: string }) | undefined {
  const found = keyAt(text, offset, ROUND_HELP);
  return found && { ...found.word, text: aboutKey(found.name, found.help) };
}
