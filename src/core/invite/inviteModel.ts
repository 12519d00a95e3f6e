/** What an invite to a round says, as far as it could be read. */
import type { CalendarDate } from '../days/dates';
import type { Interviewer } from '../loop/interviewers';

/** A time zone as an invite names it. */
export interface InviteZone {
  /** An IANA name, or an offset such as `+05:30`. */
  readonly id: string;
  /** As it is written, such as “PST”. */
  readonly written: string;
}

/** A day, and the time where one is said. */
export interface InviteMoment {
  readonly date: CalendarDate;
  /** `HH:MM` in `zone`. */
  readonly time: string | undefined;
  /** Undefined where none is named: the user's own is meant. */
  readonly zone: InviteZone | undefined;
  /** How long it lasts, where the invite says it. */
  readonly minutes: number | undefined;
  /** The words of the invite. */
  readonly written: string;
}

/** How an interviewer was found: the more it says, the earlier in the list. */
export type InvitePersonKind = 'named' | 'attendee' | 'organiser';

export interface InvitePerson extends Interviewer {
  readonly kind: InvitePersonKind;
}

export interface InviteLink {
  readonly platform: string;
  readonly link: string;
}

/** Where the round takes place. */
export interface InvitePlace {
  /** Such as Zoom, Phone or Onsite. */
  readonly platform: string | undefined;
  /** `http:` or `https:`. */
  readonly link: string | undefined;
  /** An address or a room. */
  readonly place: string | undefined;
  /** Further links, such as that of a shared editor. */
  readonly others: readonly InviteLink[];
}

/** An invite, read. */
export interface Invite extends InvitePlace {
  readonly title: string;
  /** Whether it takes the meeting back. */
  readonly isCancelled: boolean;
  /** Whether the meeting is one of a series. */
  readonly isRecurring: boolean;
  /** The moments that may be meant, the likeliest first; more than one means that the user has to choose. */
  readonly moments: readonly InviteMoment[];
  /** A time without a day that could be read: it goes with the round's own day, or with one that the user gives. */
  readonly looseTime: Pick<InviteMoment, 'time' | 'zone' | 'written'> | undefined;
  readonly people: readonly InvitePerson[];
  /** What the reader wants to be known, each a sentence: what was decided, and what could not be read. */
  readonly notes: readonly string[];
  /** The words in which the round can be looked for. */
  readonly text: string;
}
