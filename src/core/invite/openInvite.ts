/** Opens an invite as an envelope is opened: what it holds, before any of it is read. */
import { holdsCalendar } from './inviteIcs';
import { readMail, type Mail } from './mailParts';

export interface OpenedInvite {
  /** All of it, as it was given. */
  readonly text: string;
  /** Undefined where it is not a mail with its headers. */
  readonly mail: Mail | undefined;
  /** The text or the part of the mail that holds a calendar, without its encoding; undefined where none does. */
  readonly calendar: string | undefined;
}

/** Takes the text of an invite apart, once for all that read it. */
export function openInvite(text: string): OpenedInvite {
  const mail = readMail(text);
  const texts = [...(mail?.parts.map((part) => part.text) ?? []), text];
  return { text, mail, calendar: texts.find(holdsCalendar) };
}
