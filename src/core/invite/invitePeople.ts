/** The people whom an invite names. */
import { MONTH_NAMES, shortName, WEEKDAY_NAMES } from '../days/names';
import { plainLine } from '../loop/interviewers';
import type { InvitePerson, InvitePersonKind } from './inviteModel';
import { withoutEnd } from './inviteTokens';

const MOST_PEOPLE = 20;

/** Words that say that what stands after a name is a role. */
const ROLE =
  /\b(?:director|manager|management|engineer|engineering|vp|svp|evp|head|lead|leader|recruiter|recruiting|sourcer|pm|tpm|gpm|designer|design|scientist|science|founder|ceo|cto|cpo|coo|cfo|chief|president|partner|analyst|architect|consultant|coordinator|specialist|officer|developer|staff|principal|senior|product|talent|professor|owner|marketing|sales|operations|people|hr|researcher|counsel)\b/iu;

/** Words that no name has, so that “with Product Team” is not a person. */
const NO_NAME =
  /\b(?:hiring|manager|team|the|our|your|you|us|google|microsoft|zoom|teams|meet|webex|product|engineering|panel|interview|interviews|interviewer|round|call|meeting|video|phone|design|system|technical|recruiting|recruiter|talent|company|inc|corp|corporation|gmbh|ltd|llc|ag|labs|data|dear|hi|hello|time|pacific|eastern|central|street|hr|all|kind|best|regards|details|link|passcode|join|calendar|organizer|organiser|guests|tbd|tba)\b/iu;
const DAYS: ReadonlySet<string> = new Set(
  [...MONTH_NAMES, ...WEEKDAY_NAMES, ...WEEKDAY_NAMES.map(shortName)].map((name) => name.toLowerCase()),
);
const hasDay = (word: string): boolean =>
  word
    .toLowerCase()
    .split(/\W/u)
    .some((part) => DAYS.has(part));

const SMALL = /^(?:de|da|dos|das|du|di|del|della|la|le|van|von|der|den|ten|ter|zu|al|el|bin|ibn|y|e|st)$/iu;
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}'’-]*(?:\.?-?\p{Lu}?\.)?$/u;
const LONGEST_NAME = 5;

/** A name at the beginning of words: as far as it goes. @param isListed whether a first name alone will do. */
function nameAtStart(words: string, isListed: boolean): string | undefined {
  const parts: string[] = [];
  for (const part of words.split(/\s+/u, LONGEST_NAME + 1)) {
    const bare = withoutEnd(part, ',;:)]!?…')
      .replace(/(?<=\p{L}{3})\.$/u, '')
      .replace(/['’]s$/u, '');
    const isName = NAME_WORD.test(bare) && !NO_NAME.test(bare) && !hasDay(bare);
    if (!isName && !(parts.length > 0 && SMALL.test(bare))) break;
    parts.push(bare);
    if (bare !== part) break;
  }
  while (parts.length > 0 && SMALL.test(parts.at(-1) ?? '')) parts.pop();
  if (parts.length === 0 || parts.length > LONGEST_NAME || (parts.length === 1 && !isListed)) return undefined;
  return parts.join(' ');
}

/** The role after a name: in parentheses, or after a comma or a dash where it reads like one. */
function roleAfter(rest: string): { readonly role: string | undefined; readonly length: number } {
  const enclosed = /^\s{0,3}\(([^()\n]{2,80})\)/u.exec(rest);
  if (enclosed) {
    const [whole, words = ''] = enclosed;
    return { role: isOnlyContact(words) ? undefined : words.trim(), length: whole.length };
  }
  const after = /^\s{0,3}(?:,|[–—-](?=\s)|\|)\s{0,3}((?:[\p{L}&/'’-]+\s){0,6}[\p{L}&/'’-]+)/u.exec(rest);
  const words =
    after?.[1]?.split(/\s(?:on|at|and|is|will|for|from|who|this|next|in|via)\s|\s(?:on|at|and|for|via)$/iu, 1)[0] ?? '';
  if (!after || !ROLE.test(words)) return { role: undefined, length: 0 };
  return { role: words.trim(), length: after[0].indexOf(words) + words.length };
}

const isOnlyContact = (words: string): boolean =>
  /@|^\s*(?:organi[sz]er|optional|required|he|she|they|me|you)\b/iu.test(words);

/** One person or several: “Jane Doe (Director of PM), Raj Patel and Kim”. */
function peopleIn(written: string, kind: InvitePersonKind, isListed: boolean): InvitePerson[] {
  const people: InvitePerson[] = [];
  let rest = written.trimStart();
  for (let count = 0; count < MOST_PEOPLE; count += 1) {
    const name = nameAtStart(rest, isListed);
    if (name === undefined) break;
    const at = rest.search(/\S/u) + spanOfName(rest, name);
    const { role, length } = roleAfter(rest.slice(at));
    people.push({ name: plainLine(name), role, kind });
    const after = rest.slice(at + length);
    const more = /^(?:\s{0,3}<[^<>\n]{3,120}>)?\s{0,3}(?:[,;&/+|]|and\b)(?:\s{0,3}and\b)?\s{0,3}/iu.exec(after);
    if (!more) break;
    rest = after.slice(more[0].length);
  }
  return people;
}

/** How far the name reaches in the words, whatever white space they have. */
function spanOfName(words: string, name: string): number {
  let at = 0;
  for (const part of name.split(' ')) at = words.indexOf(part, at) + part.length;
  return at - words.search(/\S/u);
}

const LABEL =
  /^[ \t>*•_-]{0,8}(?:your |the )?(?:interviewers?|interviewed by|interview with|meeting with|you(?:’|')?(?:ll| will)(?: be)? meet(?:ing)?(?: with)?|with|panel(?:ists?| members)?|attendees|participants|speakers?|host(?:ed by)?|who)(?: will be| is| are)?[ \t*_]{0,4}:[ \t*_]{0,4}(\S[^\n]{1,600})?$/iu;
const GUESTS = /^[ \t*]{0,4}(guests|organi[sz]er|interviewers?|attendees|participants|panel)[ \t]{0,3}:?[ \t*]{0,4}$/iu;
const BULLET = /^[ \t]{0,8}(?:[-*•·–]|\d{1,2}[.)])?[ \t]{0,4}/u;
const PROSE =
  /\b(?:with|meet|meeting|interviewer (?:will be|is)|interviewers (?:will be|are)|speak(?:ing)? (?:with|to)|by)\s{1,3}(?:with\s)?(?=\p{Lu})/gu;
const INVITES = /^(\p{Lu}[^\n]{2,60}?) (?:invites you|is inviting you|has invited you)\b/gmu;
/** “10:00 AM – 10:45 AM  Product sense — Jane Doe, Director of PM” */
const SCHEDULED = /^[^\n]{0,20}\d[^\n]{0,120}\s[–—|-]\s(?=\p{Lu}[\p{L}'’-]*\s\p{Lu})/gmu;
const EVENT_TYPE = /^Event Type:?[^\n]{0,100}\n?[^\n(]{0,100}\((\p{Lu}[^()\n]{2,60})\)/mu;
const FROM_LINE = /^(?:from|organi[sz]er):[ \t]{0,3}"?([^"<\n]{3,60}?)"?[ \t]{0,3}<[^<>\n]{3,120}>/imu;
const GREETING =
  /^\s{0,8}(?:hi|hello|hey|dear|good (?:morning|afternoon))[ ,]{1,2}(\p{Lu}[\p{L}'’-]{1,30})(?:[ \t]\p{Lu}[\p{L}'’-]{1,30})?/imu;
const TO_LINE = /^to:[ \t]{0,3}"?([^"<\n]{3,60}?)"?[ \t]{0,3}<[^<>\n]{3,120}>/imu;

/** The people of a text, the candidate left out. */
export function findPeople(text: string): InvitePerson[] {
  const found = [...labelled(text), ...inProse(text)];
  const from = FROM_LINE.exec(text)?.[1];
  const organiser = from === undefined ? [] : peopleIn(from, 'organiser', false);
  return withoutCandidate([...found, ...(found.length === 0 ? organiser : [])], candidateOf(text));
}

function labelled(text: string): InvitePerson[] {
  const lines = text.split('\n');
  const people: InvitePerson[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.length > 1000) continue;
    const label = LABEL.exec(line);
    if (label?.[1] !== undefined) people.push(...peopleIn(label[1], 'named', true));
    const block = GUESTS.exec(line) ?? (label && label[1] === undefined ? label : null);
    if (block) people.push(...blockBelow(lines, index + 1, /^organi/iu.test(block[1] ?? '') ? 1 : MOST_PEOPLE));
    if (people.length >= MOST_PEOPLE) break;
  }
  return people;
}

/** The names on the lines below a heading, up to a blank line or one without a name. */
function blockBelow(lines: readonly string[], from: number, most: number): InvitePerson[] {
  const people: InvitePerson[] = [];
  for (const line of lines.slice(from, from + most)) {
    const bare = line.replace(BULLET, '');
    if (bare.trim() === '') break;
    // A mail address alone is a guest without a name.
    if (/^[^\s@]+@[^\s@]+$/u.test(bare.trim())) continue;
    const found = peopleIn(bare.replace(/ - organi[sz]er.*$/iu, ''), 'attendee', true);
    if (found.length === 0) break;
    people.push(...found);
  }
  return people;
}

function inProse(text: string): InvitePerson[] {
  const people: InvitePerson[] = [];
  const take = (written: string): void => void people.push(...peopleIn(written, 'named', false));
  for (const pattern of [PROSE, SCHEDULED])
    for (const match of text.matchAll(pattern)) {
      const from = match.index + match[0].length;
      take(text.slice(from, from + 300).split('\n', 1)[0] ?? '');
      if (people.length >= MOST_PEOPLE) return people;
    }
  for (const [, name = ''] of text.matchAll(INVITES)) take(name);
  const host = EVENT_TYPE.exec(text)?.[1];
  if (host !== undefined) take(host);
  return people;
}

/** The first and the whole name of whom the invite is written to, in small letters. */
export function candidateOf(text: string): readonly string[] {
  const names = [GREETING.exec(text)?.[1], TO_LINE.exec(text)?.[1]];
  return names.flatMap((name) => (name === undefined ? [] : [name.trim().toLowerCase()]));
}

/** Each person once, with all that was said of them. @param candidate names in small letters. */
export function withoutCandidate(people: readonly InvitePerson[], candidate: readonly string[]): InvitePerson[] {
  const byName = new Map<string, InvitePerson>();
  for (const person of people) {
    const key = person.name.toLowerCase();
    // An interviewer may have the candidate's first name.
    const isCandidate = candidate.some(
      (name) => key === name || (person.kind !== 'named' && key.split(' ')[0] === name),
    );
    if (isCandidate) continue;
    const before = byName.get(key);
    byName.set(key, before ? { ...before, role: before.role ?? person.role } : person);
  }
  // A first name alone is the same person as the whole name.
  const all = [...byName.values()];
  return all
    .filter(({ name }) => name.includes(' ') || !all.some((other) => other.name.startsWith(`${name} `)))
    .slice(0, MOST_PEOPLE);
}
