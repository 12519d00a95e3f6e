/** Reads an invite: a calendar's file, or the text of a mail. Never throws; what is not there is left out and said. */
import type { CalendarDate } from '../days/dates';
import { plainInvite } from './inviteWords';
import { readIcs, type IcsLibrary } from './inviteIcs';
import { languageOf } from './inviteLanguage';
import type { Invite } from './inviteModel';
import { findMoments } from './inviteMoments';
import { findPeople } from './invitePeople';
import { findPlace } from './invitePlaces';
import type { OpenedInvite } from './openInvite';

/** No invite in words is longer; what stands below is a chain of older mails. In UTF-16 units. */
const LONGEST_TEXT = 60_000;

/**
 * What an invite says.
 * @param ics reads calendars; without it they are read as text.
 * @param today the user's day, from which “tomorrow” and a day without a year are reckoned.
 */
export function readInvite(opened: OpenedInvite, today: CalendarDate, ics?: IcsLibrary): Invite {
  const calendar = ics && opened.calendar !== undefined ? readIcs(ics, opened.calendar, today) : undefined;
  if (calendar) return calendar;
  const whole = plainInvite(opened.text, opened.mail);
  const text = ownPart(whole.slice(0, LONGEST_TEXT));
  const { moments, looseTime, notes } = findMoments(text, today);
  const language = moments.length === 0 ? languageOf(text) : undefined;
  return {
    title: titleOf(text),
    ...findPlace(text),
    isCancelled: isCancelled(text.slice(0, 2000)),
    isRecurring: false,
    moments,
    looseTime,
    people: findPeople(text),
    notes: [
      ...(whole.length > LONGEST_TEXT ? ['Only the beginning of this long text was read.'] : []),
      ...(opened.calendar !== undefined ? ['The calendar in it is damaged, so it was read as text.'] : []),
      ...(language === undefined
        ? []
        : [
            `The invite seems to be in ${language}. Days in words are read in English only; 2026-12-01 works in any language.`,
          ]),
      ...notes,
    ],
    text,
  };
}

const TITLE_CANCELLED = /^(?:subject:[ \t]{0,3})?cancell?ed(?: event)?:/imu;
const CANCELLED = /\b(?:interview|meeting|event|call|round)\b[^.\n]{0,60} (?:has been|was|is) cancell?ed\b/iu;
/** What is cancelled after these words may still take place. */
const CONDITION =
  /\b(?:if|in case|in the event|unless|when(?:ever)?|whether|should (?:the|this|that|your|our|an?|any|you|we|it))\b/iu;
const CLAUSE_END = /[.!?;:](?=\s)|\bbut\b|\n\s*\n/iu;

/** Whether a title or a sentence says so; “if the interview is cancelled” does not. */
function isCancelled(text: string): boolean {
  if (TITLE_CANCELLED.test(text)) return true;
  return text.split(CLAUSE_END).some((clause) => {
    const found = CANCELLED.exec(clause);
    return found !== null && !CONDITION.test(clause.slice(0, found.index + found[0].length));
  });
}

const WRITTEN_AT =
  /^(?:sent:|(?:received|created|dtstamp):[ \t]{0,3}(?:\w{3},[ \t])?\d{1,2} \w{3} \d{4} \d{2}:\d{2})/iu;
/** As RFC 5322 writes when a mail was sent: with its seconds and its offset. */
const MAIL_DATE =
  /^date:[ \t]{0,3}(?:\w{3},[ \t])?\d{1,2} \w{3} \d{4} \d{2}:\d{2}(:\d{2} (?:[+-]\d{4}|GMT|UTC)(?: \(\w{1,5}\))?)?$/iu;
const OLDER = /^[-_ ]{2,20}(?:original message|forwarded message)[-_ ]{2,20}$/iu;
const WROTE = /^(?:on|am|le|el) .{6,200}(?:wrote|schrieb|écrit|escribió)[^:\n]{0,80}:$/iu;

/** The mail itself: without quoted lines, the day on which it was sent, and older mails below. */
function ownPart(text: string): string {
  const lines: string[] = [];
  let hasWords = false;
  let isHeader = false;
  for (const line of text.split('\n')) {
    const bare = line.trim();
    if (OLDER.test(bare) && hasWords) break;
    // Below who it is from, a day and a time alone are those at which the mail was sent.
    isHeader = bare !== '' && (isHeader || /^from:/iu.test(bare));
    const sent = MAIL_DATE.exec(bare);
    const isSent = sent !== null && (isHeader || sent[1] !== undefined);
    if (bare.startsWith('>') || WROTE.test(bare.slice(0, 400)) || WRITTEN_AT.test(bare) || isSent) continue;
    hasWords ||= /\d/u.test(bare) && !/^(?:from|to|cc|subject):/iu.test(bare);
    lines.push(line);
  }
  return lines.join('\n');
}

/** The subject, else the first line with words. */
function titleOf(text: string): string {
  const subject = /^subject:[ \t]{0,3}(\S[^\n]{0,200})/imu.exec(text)?.[1];
  const first = text.split('\n').find((line) => /\p{L}{3}/u.test(line));
  return (subject ?? first ?? '').replace(/\s+/gu, ' ').trim().slice(0, 200);
}
