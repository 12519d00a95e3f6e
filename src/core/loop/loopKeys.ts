/** The front matter of loop.md and of a round's file: their keys, and how each is read. */
import { isTimeZone, type CalendarDate } from '../days/dates';
import type { KeyReader } from '../frontMatter/frontMatterReader';
import {
  date,
  flag,
  isRecord,
  listOf,
  oneOf,
  required,
  time,
  wholeNumber,
  words,
  wordsIn,
} from '../frontMatter/valueReaders';
import type { LoadedPlaybook } from '../playbook/loadPlaybook';
import { farDate } from '../schedule/farDate';
import { MOST_DAYS } from '../schedule/planModel';
import { shown } from '../shown';
import { interviewers, isWebAddress } from './interviewers';
import { OUTCOMES, ROUND_STATUSES, type AssignedStory } from './loopModel';

export const LOOP_KEYS = {
  playbook: required(words(), 'loop.md has no “playbook”: add it.'),
  company: words(),
  role: words(),
  firstContact: required(date(), 'loop.md has no “firstContact”: add it as YYYY-MM-DD.'),
  prepareFrom: date(),
  timeZone: timeZone(),
  outcome: oneOf(OUTCOMES),
  closed: date(),
};

/** The key “days” of loop.md. @param fallback the length where it says none. */
export function lengthInDays(fallback: number): KeyReader<number> {
  const reader = wholeNumber(1, MOST_DAYS, (_key, value) => {
    const what = value === undefined ? 'loop.md has no “days”' : `“days” is ${shown(value)}`;
    return `${what}: write the loop’s length as a whole number; ${fallback} is assumed.`;
  });
  return (given) => reader(given) ?? fallback;
}

/**
 * @param name the round's name in the name of its file.
 * @param playbook the one that should have this round.
 * @param firstContact the loop's: a date that is years away from it has a wrong year.
 */
export function roundKeys(name: string, playbook: LoadedPlaybook | undefined, firstContact: CalendarDate | undefined) {
  return {
    round: roundId(name, playbook),
    date: dateNear(firstContact),
    time: time(),
    pinned: flag(),
    status: oneOf(ROUND_STATUSES),
    assigned: listOf(assignedStory, ASSIGNED_MESSAGE),
    interviewers: interviewers(),
    platform: words(),
    link: webAddress(),
    place: words(),
  };
}

const ASSIGNED_MESSAGE =
  '“assigned” has to say which story answers which question, such as [{ prompt: A failure, story: rewrite.md }].';

/** A question with the name of a story’s file; one without a story is a gap. */
function assignedStory(item: unknown): AssignedStory | undefined {
  const { prompt, story } = isRecord(item) ? item : {};
  const asked = wordsIn(prompt);
  const name = wordsIn(story);
  const isWrong = asked === undefined || (name === undefined && typeof story === 'object' && story !== null);
  return isWrong ? undefined : { prompt: asked, story: name?.replace(/\.md$/iu, '') };
}

function dateNear(firstContact: CalendarDate | undefined): KeyReader<CalendarDate | undefined> {
  const reader = date();
  return (given) => {
    const day = reader(given);
    const far = day === undefined || firstContact === undefined ? undefined : farDate(day, firstContact);
    return far === undefined ? day : given.wrong(far);
  };
}

/** The address of a page. */
function webAddress(): KeyReader<string | undefined> {
  const reader = words();
  return (given) => {
    const address = reader(given);
    if (address === undefined || isWebAddress(address)) return address;
    return given.wrong(
      `“${given.key}” is ${shown(address)}: write a web address, such as https://meet.google.com/abc-defg-hij.`,
    );
  };
}

function timeZone(): KeyReader<string | undefined> {
  const reader = words();
  return (given) => {
    const name = reader(given);
    if (name === undefined || isTimeZone(name)) return name;
    return given.wrong(`“${name}” is not a time zone: write a name such as Europe/Berlin; this machine’s is used.`);
  };
}

function roundId(name: string, playbook: LoadedPlaybook | undefined): KeyReader<string> {
  const reader = words();
  return (given) => {
    const id = reader(given) ?? name;
    const ids = playbook?.rounds.map((round) => round.id);
    if (ids && !ids.includes(id)) given.wrong(`The playbook has no round “${id}”: use one of ${ids.join(', ')}.`);
    return id;
  };
}
