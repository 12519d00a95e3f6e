/** What an invite would change in a round's file, change by change, and the edits of those that are accepted. */
import { formatDate } from '../days/dates';
import { clearFrontMatterValue, setFrontMatterValue } from '../frontMatter/editFrontMatter';
import { addInterviewer, changeInterviewer } from '../loop/editInterviewers';
import { interviewerInWords } from '../loop/interviewers';
import type { Round } from '../loop/loopModel';
import type { TextEdit } from '../markdown/text';
import { inTurn } from '../sessions/editSession';
import { joined, plural } from '../words';
import type { Invite, InvitePerson } from './inviteModel';
import type { OwnMoment } from './inviteInZone';

/** The keys that an invite can change. */
export type InvitePart = 'date' | 'time' | 'pinned' | 'platform' | 'link' | 'place' | 'people';

export interface InviteChange {
  readonly part: InvitePart;
  /** As the file has it; '' for nothing. */
  readonly from: string;
  /** As it would be; '' for nothing. */
  readonly to: string;
  /** The words of the invite, or why. */
  readonly why: string;
  /** Whether it is proposed, or only offered. */
  readonly isProposed: boolean;
  readonly person?: InvitePerson;
}

export interface InviteProposal {
  readonly changes: readonly InviteChange[];
  /** What the user should know, each a sentence. */
  readonly notes: readonly string[];
}

/**
 * What an invite would change in a round.
 * @param moment the one that counts, on the user's own clock; undefined where the invite has none.
 */
export function proposeChanges(invite: Invite, round: Round, moment: OwnMoment | undefined): InviteProposal {
  if (invite.isCancelled) return cancelled(invite, round, moment);
  const people = peopleChanges(invite, round);
  const changes = [
    ...momentChanges(round, moment),
    ...changed('platform', round.platform, invite.platform, 'found in the invite'),
    ...changed('link', round.link, invite.link, 'found in the invite'),
    ...changed('place', round.place, invite.place, 'found in the invite'),
    ...people,
  ];
  return { changes, notes: [...invite.notes, ...momentNotes(invite, round, moment), ...otherNotes(invite)] };
}

function momentChanges(round: Round, moment: OwnMoment | undefined): InviteChange[] {
  if (!moment) return [];
  const { date, time, written, note } = moment;
  const why = `“${written}”`;
  const dates = changed('date', round.date, date, why);
  const times = changed('time', round.time, time, joined([why, note], ' · '));
  const pin = round.pinned
    ? []
    : changed('pinned', 'false', 'true', 'the company has set the day: replanning will not move it');
  return [...dates, ...times, ...(dates.length + times.length > 0 ? pin : [])];
}

function changed(part: InvitePart, from: string | undefined, to: string | undefined, why: string): InviteChange[] {
  return to === undefined || to === from ? [] : [{ part, from: from ?? '', to, why, isProposed: true }];
}

/** Those who are not there yet, and what is new of those who are. */
function peopleChanges({ people }: Invite, { interviewers }: Round): InviteChange[] {
  const hasOthers = people.some(({ kind }) => kind !== 'organiser');
  return people.flatMap((person): InviteChange[] => {
    const there = interviewers.find(({ name }) => name.toLowerCase() === person.name.toLowerCase());
    if (there && (person.role === undefined || there.role !== undefined)) return [];
    const isProposed = person.kind !== 'organiser' || !hasOthers;
    const from = there ? interviewerInWords(there) : '';
    return [{ part: 'people', from, to: interviewerInWords(person), why: KINDS[person.kind], isProposed, person }];
  });
}

const KINDS: Readonly<Record<InvitePerson['kind'], string>> = {
  named: 'named in the invite',
  attendee: 'invited as well',
  organiser: 'sent the invite',
};

function momentNotes({ looseTime }: Invite, { minutes }: Round, moment: OwnMoment | undefined): string[] {
  if (!moment) {
    const time =
      looseTime?.time === undefined ? '' : ` The time ${looseTime.time} (“${looseTime.written}”) has no day.`;
    return [`No day was found.${time}`];
  }
  const differs = moment.minutes !== undefined && minutes !== undefined && moment.minutes !== minutes;
  return [
    ...(moment.note === '' ? [] : [moment.note]),
    ...(differs
      ? [`The invite says ${plural(moment.minutes, 'minute')}; the playbook plans ${minutes} for this round.`]
      : []),
  ];
}

function otherNotes({ others, people }: Invite): string[] {
  return [
    ...others.map(({ platform, link }) => `Also found: ${platform}, ${link}`),
    ...(people.length === 0 ? ['No interviewers were found.'] : []),
  ];
}

/** A meeting that is taken back: the round loses its day, if that is the day of the meeting. */
function cancelled(invite: Invite, round: Round, moment: OwnMoment | undefined): InviteProposal {
  const isIt = moment !== undefined && round.date === moment.date && (round.time ?? moment.time) === moment.time;
  const when = moment ? ` on ${formatDate(moment.date)}${moment.time === undefined ? '' : `, ${moment.time}`}` : '';
  const said = `This cancels the meeting${when}.`;
  if (!isIt) return { changes: [], notes: [`${said} The round is not planned for then, so it stays as it is.`] };
  const why = 'the meeting is cancelled';
  const gone = (part: InvitePart, from: string | undefined): InviteChange[] =>
    from === undefined ? [] : [{ part, from, to: '', why, isProposed: true }];
  const pin = round.pinned ? changed('pinned', 'true', 'false', why) : [];
  const changes = [...gone('date', round.date), ...gone('time', round.time), ...pin, ...gone('link', round.link)];
  return { changes, notes: [said, ...invite.notes] };
}

/** The edits of the changes. Undefined where the file is broken, in a conflict, or would change elsewhere. */
export function inviteEdits(text: string, changes: readonly InviteChange[]): TextEdit[] | undefined {
  return inTurn(
    text,
    changes.map((change) => (now: string) => changeEdits(now, change)),
  );
}

function changeEdits(text: string, { part, to, person }: InviteChange): TextEdit[] | undefined {
  if (part === 'people') {
    if (!person) return [];
    const added = addInterviewer(text, person);
    return added?.length === 0 ? changeInterviewer(text, { name: person.name }, { role: person.role }) : added;
  }
  if (part === 'pinned') return setFrontMatterValue(text, part, to === 'true');
  return to === '' ? clearFrontMatterValue(text, part) : setFrontMatterValue(text, part, to);
}
