/** What the keys of a round's front matter mean, for completion and hovers. */
import { INTERVIEWER_KEYS, type InterviewerKey } from './interviewers';
import { ROUND_STATUSES } from './loopModel';

export interface RoundKeyHelp {
  /** One or two sentences, as Markdown. */
  readonly about: string;
  /** What can be chosen from. */
  readonly values?: readonly string[];
  /** What follows the key when it is completed, in snippet syntax. */
  readonly snippet?: string;
}

type RoundHelp = Readonly<Record<string, RoundKeyHelp>>;

/** The keys of the first level. */
export const ROUND_HELP: RoundHelp = {
  round: { about: 'The id of the round in the playbook.' },
  date: { about: 'The day of the round, as `YYYY-MM-DD`, on the loop’s own clock.' },
  time: { about: 'When it begins, as `HH:MM`, in the time zone of loop.md or else of this machine.' },
  pinned: { about: 'Whether replanning keeps the day.', values: ['true', 'false'] },
  status: { about: 'What became of it.', values: ROUND_STATUSES },
  interviewers: {
    about: 'Whom you meet: `[{ name, role, cares, link }]`. A bare name will do.',
    snippet: '\n  - { name: ${1:Jane Doe}, role: ${2:Director of PM} }',
  },
  platform: { about: 'Where it takes place, such as `Zoom`, `Phone` or `Onsite`.' },
  link: { about: 'The page to join it, with `https://`.' },
  place: { about: 'An address or a room.' },
};

const PERSON: Readonly<Record<InterviewerKey, string>> = {
  name: 'Who it is.',
  role: 'What they do, such as `Director of PM`.',
  cares: 'What they care about, in your words.',
  link: 'A page about them, with `https://`.',
};

/** The keys of one person. */
export const INTERVIEWER_HELP: RoundHelp = Object.fromEntries(
  INTERVIEWER_KEYS.map((key) => [key, { about: PERSON[key] }]),
);
