/** When and where a round takes place, as its file says; what is missing or does not fit together is said. */
import { formatDate, instantAt, isTimeZone, timeOfDay } from '../days/dates';
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { wordsIn } from '../frontMatter/valueReaders';
import { platformNamed, platformOfLink } from '../invite/platforms';
import type { Round } from '../loop/loopModel';
import { spanOfRound } from '../loop/roundSpan';
import { ourSide } from '../markdown/conflict';
import type { BriefFacts } from './briefFacts';
import { blank, fileWords, placeLink, problem, said, webLink, type BriefLine, type BriefLink } from './briefModel';

/** Problems of one file beyond these are for its editor to show. */
const MOST_PROBLEMS = 3;

/** @param hasLink false leaves out the address of the meeting: whoever has it can join. */
export function logistics(facts: BriefFacts, { hasLink = true } = {}): BriefLine[] {
  const { round, text } = facts;
  const front = parseFrontMatter(ourSide(text)).data;
  const { platform, link, place } = round;
  // A link that cannot be used is a problem of the file.
  const isLinkAsked = hasLink && (link !== undefined || (place === undefined && wordsIn(front['link']) === undefined));
  const file = placeLink('Open the round’s file', { path: round.path, line: 0 });
  return [
    ...whenLines(facts, wordsIn(front['timeZone']), file),
    ...(platform === undefined ? [] : [said(fileWords(platform), { label: 'Platform', link: file })]),
    ...(place === undefined ? [] : [said(fileWords(place), { label: 'Place', link: file })]),
    ...(isLinkAsked ? linkLines(platform, link, file) : []),
    ...fileProblems(facts),
  ];
}

function whenLines(facts: BriefFacts, ownZone: string | undefined, file: BriefLink): BriefLine[] {
  const { round, loop, machineZone } = facts;
  const { date, time } = round;
  const zone = loop.timeZone ?? machineZone;
  if (date === undefined) return [blank('No date yet', { ...file, label: 'Write “date” into the round’s file' })];
  const until = time === undefined ? '' : `, ${time}${untilText(round, zone)}`;
  const details = [zone, ...(time === undefined ? [] : duration(round))];
  return [
    said(`**${formatDate(date)}${until}**`, { details, link: file }),
    ...(time === undefined ? [blank('No time yet', { ...file, label: 'Write “time” into the round’s file' })] : []),
    ...zoneLines(facts, ownZone, file),
    ...contradictions(facts),
  ];
}

function duration({ minutes }: Round): string[] {
  return minutes === undefined ? [] : [`${minutes} min`];
}

/** “–14:45”; '' where the playbook does not say how long the round takes. */
function untilText(round: Round, zone: string): string {
  const span = round.minutes === undefined ? undefined : spanOfRound(round, zone);
  return span ? `–${timeOfDay(span.end, zone)}` : '';
}

function zoneLines({ loop, round, machineZone }: BriefFacts, own: string | undefined, file: BriefLink): BriefLine[] {
  if (own !== undefined && !isTimeZone(own))
    return [problem(`“${fileWords(own)}” is not a time zone: write a name such as Europe/Berlin.`, file)];
  if (loop.timeZone === undefined)
    return [
      blank(
        `loop.md names no time zone, so this machine’s counts: ${machineZone}`,
        placeLink('Open loop.md', { path: `${loop.id}/loop.md`, line: 0 }),
      ),
    ];
  if (own !== undefined && own !== loop.timeZone && isOtherTime(round, own, loop.timeZone))
    return [
      problem(
        `The round’s file says ${own}, and loop.md ${loop.timeZone}: the time is read as ${loop.timeZone}.`,
        file,
      ),
    ];
  return [];
}

/** Whether two zones mean different instants by the round’s time. */
function isOtherTime({ date, time }: Round, a: string, b: string): boolean {
  if (date === undefined) return false;
  return instantAt(date, time ?? '12:00', a) !== instantAt(date, time ?? '12:00', b);
}

/** What cannot be true at once: a day that is over, another round at the same time. */
function contradictions({ loop, round, today, machineZone }: BriefFacts): BriefLine[] {
  const file = placeLink('Open the round’s file', { path: round.path, line: 0 });
  const { date, status, title } = round;
  if (date === undefined) return [];
  const found: BriefLine[] = [];
  if (status === 'planned' && date < today)
    found.push(problem(`The day is over, and the file says “planned”: it was on ${formatDate(date)}.`, file));
  if (status !== 'planned' && date > today)
    found.push(problem(`The file says “${status}”, and the day is still to come.`, file));
  const zone = loop.timeZone ?? machineZone;
  const own = spanOfRound(round, zone);
  for (const other of loop.rounds) {
    const span = spanOfRound(other, zone);
    if (!own || !span || other.path === round.path || other.status !== 'planned' || status !== 'planned') continue;
    if (span.start < own.end && own.start < span.end)
      found.push(
        problem(
          `${fileWords(other.title)} is at the same time as ${fileWords(title)}: ${other.time ?? ''}`,
          placeLink('Open the other round’s file', { path: other.path, line: 0 }),
        ),
      );
  }
  return found;
}

function linkLines(platform: string | undefined, link: string | undefined, file: BriefLink): BriefLine[] {
  if (link === undefined) {
    const both = platform === undefined ? '“platform” and “link”' : '“link”';
    const text = platform === undefined ? 'Where it takes place is not noted' : 'No link yet';
    return [blank(text, { ...file, label: `Write ${both} into the round’s file` })];
  }
  const shown = said(webLink(link.replace(/^https?:\/\//iu, ''), link), { label: 'Link', link: file });
  const other = platform === undefined ? undefined : otherPlatform(platform, link);
  return other === undefined
    ? [shown]
    : [shown, problem(`The platform is “${fileWords(platform ?? '')}”, and the link leads to ${other}.`, file)];
}

/** The platform that a link leads to, where it is another known one than the one that is named. */
function otherPlatform(platform: string, link: string): string | undefined {
  const [named, led] = [platformNamed(platform), platformOfLink(link)];
  return named !== undefined && led !== named ? led : undefined;
}

/** What cannot be read in the round’s file: a wrong date, a merge conflict. */
function fileProblems({ loop, round }: BriefFacts): BriefLine[] {
  return loop.problems
    .filter(({ path }) => path === round.path)
    .slice(0, MOST_PROBLEMS)
    .map(({ message, path, start, end }) =>
      problem(fileWords(message), placeLink('Go to the place', { path, start, end })),
    );
}
