import assert from 'node:assert/strict';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { inOwnZone } from '../../../src/core/invite/inviteInZone';
import { openInvite } from '../../../src/core/invite/openInvite';
import { readInvite } from '../../../src/core/invite/readInvite';
import { decodeInvite } from '../../../src/store/inviteBytes';
import { costAtOnce } from '../../host/processorTime';
import { runs } from '../../support/properties';
import { labelledInvites, TODAY, wrongIn } from './blindInvites';

const read = (text: string, today = TODAY) => readInvite(openInvite(text), today, ICAL);

/** The moments as `date time zone`. */
const when = (text: string, today = TODAY): string[] =>
  read(text, today).moments.map(({ date, time, zone }) => [date, time, zone?.id].filter(Boolean).join(' '));

describe('an invite', () => {
  it('is read as forty labelled ones say', () => {
    const invites = labelledInvites('blind.txt');
    assert.equal(invites.length, 40);
    assert.deepEqual(invites.flatMap(wrongIn), []);
  });

  it('has its day in all usual forms', () => {
    for (const day of [
      'Thursday, December 3, 2026',
      'Thu Dec 3rd 2026',
      'Thurs. 3 Dec 2026',
      '3rd of December, 2026',
      '3-Dec-2026',
      'December 3',
      'Dec. the 3rd',
      '2026-12-03',
      '2026/12/03',
      '3.12.2026',
      'Thursday 12/3/2026',
      'Thu 03/12/26',
    ])
      assert.deepEqual(when(`Interview: ${day} at 14:00`), ['2026-12-03 14:00'], day);
  });

  it('has its time in all usual forms', () => {
    const times: Record<string, string> = {
      '2pm': '14:00',
      '2 p.m.': '14:00',
      '2:00 PM': '14:00',
      '2.00pm': '14:00',
      '14:00': '14:00',
      '1400 hrs': '14:00',
      '2 – 3 pm': '14:00',
      '11 - 1 PM': '11:00',
      '11am–12pm': '11:00',
      'from 2:00 until 2:45 PM': '14:00',
      '12am': '00:00',
      noon: '12:00',
    };
    for (const [written, time] of Object.entries(times))
      assert.deepEqual(when(`Dec 3, 2026, ${written}`), [`2026-12-03 ${time}`], written);
  });

  it('begins at the end of its day where its time is 24:00', () => {
    assert.deepEqual(when('Dec 3, 2026, 24:00'), ['2026-12-04 00:00']);
    assert.deepEqual(when('Dec 31, 2026, 24:00 – 00:45'), ['2027-01-01 00:00']);
    assert.deepEqual(when('Dec 3, 2026, 23:00 – 24:00'), ['2026-12-03 23:00']);
    assert.deepEqual(when('Dec 3, 2026, 00:00'), ['2026-12-03 00:00']);
  });

  it('names its zone by a short name, a place or an offset', () => {
    const zones: Record<string, string> = {
      PT: 'America/Los_Angeles',
      PST: 'America/Los_Angeles',
      Pacific: 'America/Los_Angeles',
      'Pacific Time': 'America/Los_Angeles',
      'Eastern Standard Time': 'America/New_York',
      'Eastern Time (US & Canada)': 'America/New_York',
      '(UTC-05:00) Eastern Time (US & Canada)': 'America/New_York',
      'PDT (Los Angeles)': 'America/Los_Angeles',
      '(Los Angeles)': 'America/Los_Angeles',
      'GMT+1': '+01:00',
      'UTC-03:30': '-03:30',
      GMT: 'UTC',
      'Berlin time': 'Europe/Berlin',
      'Europe/Vienna': 'Europe/Vienna',
      'America/Los_Angeles': 'America/Los_Angeles',
    };
    for (const [written, id] of Object.entries(zones))
      assert.deepEqual(when(`Dec 3, 2026, 10:00 – 10:45 AM ${written}`), [`2026-12-03 10:00 ${id}`], written);
    assert.deepEqual(when('Dec 3, 2026 at 10:00, et al. is fine'), ['2026-12-03 10:00']);
  });

  it('takes a day without a year as the next one, or as the one that its weekday says', () => {
    assert.deepEqual(when('December 3 at 10:00'), ['2026-12-03 10:00']);
    assert.deepEqual(when('January 6 at 10:00'), ['2027-01-06 10:00']);
    assert.deepEqual(when('Friday, November 27 at 10:00'), ['2026-11-27 10:00']);
    assert.deepEqual(when('Feb 29 at 10:00', '2026-12-01'), ['2028-02-29 10:00']);
    assert.deepEqual(when('Feb 29 at 10:00', '2028-02-29'), ['2028-02-29 10:00']);
    assert.deepEqual(when('Feb 29 at 10:00', '2028-03-01'), ['2032-02-29 10:00']);
    assert.deepEqual(when('Feb 29 at 10:00', '2097-01-01'), ['2104-02-29 10:00']);
  });

  it('has a year of two digits in the century that is nearest', () => {
    for (const day of ['1/15/27', '15.1.27', '15-Jan-27', 'Jan 15, ’27', "15 Jan '27"])
      assert.deepEqual(when(`${day} at 10:00`), ['2027-01-15 10:00'], day);
    assert.deepEqual(when('1/15/01 at 10:00', '2099-12-01'), ['2101-01-15 10:00']);
    assert.deepEqual(when('12/15/99 at 10:00', '2100-01-03'), ['2099-12-15 10:00']);
    // A range of days is no year.
    assert.deepEqual(when('January 15-27 at 10:00'), ['2027-01-15 10:00']);
  });

  it('does not decide what it cannot: both ways are kept, and a contradiction is said', () => {
    assert.deepEqual(when('04/05/2027 at 10:00'), ['2027-04-05 10:00', '2027-05-04 10:00']);
    const wrong = read('Monday, December 3, 2026 at 10:00');
    assert.deepEqual(wrong.moments, []);
    assert.match(wrong.notes.join(' '), /contradicts itself: that day is a Thursday/u);
    assert.equal(wrong.looseTime?.time, '10:00');
    assert.match(read('On 31/11/2026 at 10:00').notes.join(' '), /not a day of the calendar/u);
  });

  it('counts “tomorrow” and a weekday from today, and says so', () => {
    assert.deepEqual(when('Let us talk tomorrow at 3pm'), ['2026-12-01 15:00']);
    assert.deepEqual(when('Are you free Thursday at 3pm?'), ['2026-12-03 15:00']);
    assert.match(read('Talk tomorrow at 3pm').notes.join(' '), /counted from today/u);
    assert.deepEqual(when('Please answer by Friday.'), []);
  });

  it('is on the user’s own clock, with what it said', () => {
    const own = (text: string, zone: string) => {
      const [moment] = read(text).moments;
      assert.ok(moment);
      return inOwnZone(moment, zone);
    };
    const late = own('Dec 3, 2026, 5pm PT', 'Asia/Tokyo');
    assert.deepEqual([late.date, late.time], ['2026-12-04', '10:00']);
    assert.match(late.note, /17:00 PT is 10:00 for you \(Asia\/Tokyo\), on Fri 4 Dec/u);
    assert.match(own('July 6, 2027, 5pm PST', 'Europe/Berlin').note, /summer time on that day/u);
    assert.match(own('Dec 3, 2026, 17:00', 'Europe/Berlin').note, /names no time zone/u);
  });

  it('says in which language it is where its day was not read', () => {
    const french = read('Bonjour, nous vous invitons à un entretien avec notre équipe le jeudi 3 décembre à 14h.');
    assert.match(french.notes.join(' '), /seems to be in French/u);
    assert.deepEqual(when('Nous vous invitons à un entretien, pour vous et nous. 2026-12-03 14:00'), [
      '2026-12-03 14:00',
    ]);
  });

  it('is read from HTML, quoted-printable and any usual encoding', () => {
    const text = 'Zoë Müller, December 3, 2026 at 14:00';
    assert.deepEqual(when(`<html><body><p>Dec&nbsp;3, 2026</p><div>14:00</div></body></html>`), ['2026-12-03 14:00']);
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    assert.equal(decodeInvite(utf16), text);
    assert.equal(decodeInvite(utf16.slice(2)), text);
    assert.equal(decodeInvite(new Uint8Array(Buffer.from(utf16).swap16())), text);
    assert.equal(decodeInvite(new Uint8Array(Buffer.from(text, 'latin1'))), text);
    assert.equal(decodeInvite(new Uint8Array(Buffer.from(text))), text);
    assert.deepEqual(when('You meet Zo=EB=\n on Dec =\n3, 2026 at 14:00=20'), ['2026-12-03 14:00']);
  });

  it('keeps all the words of HTML once, whatever the letters of its tags and a lone bracket', () => {
    const styled = '<HTML><STYLE>p { color: red }</STYLE><P>Dec 3, 2026</P><Script>let a = 1;</SCRIPT>at 14:00</HTML>';
    assert.deepEqual(when(styled), ['2026-12-03 14:00']);
    assert.doesNotMatch(read(styled).text, /color|let a/u);
    assert.equal(
      read('<p>Call</p>Dec 3, 2026 at 14:00, for a fee < 5').text,
      '\nCall\nDec 3, 2026 at 14:00, for a fee < 5',
    );
    assert.equal(
      read('<p>Dec 3, 2026 at 14:00, for < 5 people <br>and you').text.trim(),
      'Dec 3, 2026 at 14:00, for < 5 people \nand you',
    );
  });

  it('is read from a mail saved as .eml, in whatever encoding its parts are', () => {
    const ics = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;TZID=Europe/Berlin:20261203T100000',
      'DTEND;TZID=Europe/Berlin:20261203T104500',
      'SUMMARY:System design with Zoë',
      'LOCATION:https://zoom.us/j/1?pwd=2',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n');
    const lines = (text: string): string => text.replace(/.{76}/gu, '$&\r\n');
    const quoted = (text: string, encoding: 'utf8' | 'latin1' = 'utf8'): string =>
      [...Buffer.from(text, encoding)]
        .map((byte) =>
          byte === 13 || byte === 10 || (byte > 31 && byte < 127 && byte !== 61)
            ? String.fromCharCode(byte)
            : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
        )
        .join('')
        .replace(/(.{20})(?=[^\r\n])/gu, '$1=\r\n');
    const encodings: Record<string, (text: string) => string> = {
      '7bit': (text) => text,
      base64: (text) => lines(Buffer.from(text).toString('base64')),
      'quoted-printable': quoted,
    };
    const mail = (type: string, encoding: string, body: string): string =>
      [
        'Received: from a by b; Mon, 30 Nov 2026 09:00:00 +0100',
        'From: Jane Doe <jane@acme.com>',
        'Date: Mon, 30 Nov 2026 09:00:00 +0100',
        'Subject: =?UTF-8?B?RMOpc2lnbg==?= =?UTF-8?Q?_with_Zo=C3=AB?=',
        'Content-Type: multipart/mixed;',
        ' boundary="out=er"',
        '',
        'This is a message in MIME format.',
        '--out=er',
        'Content-Type: multipart/alternative; boundary=inner',
        '',
        '--inner',
        `Content-Type: ${type}; charset=utf-8`,
        `Content-Transfer-Encoding: ${encoding}`,
        '',
        body,
        '--inner--',
        '--out=er',
        'Content-Type: image/png',
        'Content-Transfer-Encoding: base64',
        '',
        'iVBORw0KGgo=',
        '--out=er--',
        '',
      ].join('\r\n');
    for (const [encoding, encoded] of Object.entries(encodings)) {
      const invite = read(mail('text/calendar', encoding, encoded(ics)));
      assert.deepEqual(
        [invite.title, invite.link, invite.moments.map(({ date, time, minutes }) => [date, time, minutes])],
        ['System design with Zoë', 'https://zoom.us/j/1?pwd=2', [['2026-12-03', '10:00', 45]]],
        encoding,
      );
      const html = read(mail('text/html', encoding, encoded('<p>Zoë: <b>Dec 3, 2026</b> at 10:00 CET</p>')));
      assert.deepEqual(
        [html.title, html.moments.map(({ date, time }) => [date, time])],
        ['Désign with Zoë', [['2026-12-03', '10:00']]],
        encoding,
      );
      assert.match(html.text, /^Zoë: Dec 3/mu, encoding);
    }
    const alone = `Content-Transfer-Encoding: quoted-printable\n\n${quoted('Zoë, Dec 3, 2026 at 14:00', 'latin1')}`;
    assert.match(read(alone).text, /^Zoë, Dec 3, 2026 at 14:00$/mu);
    const attached = mail('application/octet-stream; name=invite.ics', 'base64', encodings['base64']?.(ics) ?? '');
    assert.deepEqual(when(attached), ['2026-12-03 10:00 Europe/Berlin']);
  });

  it('is cancelled where it says so, and not where it says what would be then', () => {
    for (const text of [
      'Subject: Canceled event: Loop\n\nDec 3, 2026 at 10:00',
      'Hi Jane,\nunfortunately your interview on Dec 3, 2026 at 10:00 has been cancelled.',
      'If you wonder: it is off. The interview on Dec 3, 2026 at 10:00 was canceled.',
      'The meeting is cancelled; please tell us if another day suits you.',
      'I do not know if you saw it, but the interview on Dec 3, 2026 at 10:00 has been cancelled.',
      'You should know that the call on Dec 3, 2026 at 10:00 was cancelled.',
    ])
      assert.equal(read(text).isCancelled, true, text);
    for (const text of [
      'Dec 3, 2026 at 10:00. If the interview is cancelled, we will let you know.',
      'Dec 3, 2026 at 10:00. We will write in case the call with Jane is cancelled.',
      'Dec 3, 2026 at 10:00. Unless the event was cancelled by then, join us.',
      'Dec 3, 2026 at 10:00. Should you hear that the round is canceled, do not worry.',
      'Dec 3, 2026 at 10:00. If for any reason\nthe interview is cancelled, we will let you know.',
      'Dec 3, 2026 at 10:00. In the event that the meeting is cancelled, we call you.',
      'Dec 3, 2026 at 10:00. Call us if the interview was cancelled.',
      'Dec 3, 2026 at 10:00. You get a mail when the event is cancelled.',
    ])
      assert.equal(read(text).isCancelled, false, text);
  });

  it('has its moment on a line that begins with “Date:”, and not the day on which its mail was sent', () => {
    assert.deepEqual(when('Interview\n\nDate: 14 Dec 2026 10:00 - 10:45'), ['2026-12-14 10:00']);
    assert.deepEqual(when('Your loop\nDate: 14 Dec 2026 10:00\nWhere: Zoom'), ['2026-12-14 10:00']);
    assert.deepEqual(when('Subject: Loop\nDate: Mon, 14 Dec 2026 10:00 - 10:45 PST'), [
      '2026-12-14 10:00 America/Los_Angeles',
    ]);
    for (const header of [
      'Date: Mon, 30 Nov 2026 09:00:00 +0100\nFrom: Jane <jane@acme.com>',
      'From: Jane <jane@acme.com>\nDate: 30 Nov 2026 09:00\nTo: Kim <kim@mail.com>',
      'From: Jane <jane@acme.com>\nTo: Kim <kim@mail.com>\nDate: Mon, 30 Nov 2026 09:00:00 +0100 (CET)',
      'From: Jane <jane@acme.com>\nSent: Monday, 30 November 2026 09:00',
    ])
      assert.deepEqual(
        when(`${header}\nSubject: Loop\n\nJoin us on 14 Dec 2026 at 10:00`),
        ['2026-12-14 10:00'],
        header,
      );
  });

  it('never takes a link that is no page, nor the words of a quoted mail', () => {
    assert.equal(read('Zoom: javascript://zoom.us/%0aalert(1)').link, undefined);
    assert.equal(read('https://user:word@zoom.us/j/1').link, undefined);
    assert.equal(read('https://zoom.us.evil.com/j/1').platform, undefined);
    assert.deepEqual(
      when('Dec 3, 2026 at 10:00\n\nOn Mon, Nov 30, 2026 at 9:00 AM Jane <j@a.b> wrote:\n> Dec 9 at 11:00'),
      ['2026-12-03 10:00'],
    );
  });

  it('of a damaged calendar is read as text, and never throws (property)', () => {
    assert.match(read('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART').notes.join(' '), /damaged/u);
    const part = fc.constantFrom(
      ...['BEGIN:VCALENDAR\n', 'BEGIN:VEVENT\n', 'END:VEVENT\n', 'END:VCALENDAR\n', 'DTSTART:20261303T250000Z\n'],
      ...[
        'DTSTART;TZID=No/Where:20261203T100000\n',
        'RRULE:FREQ=SECONDLY\n',
        'DTSTART:20261203\n',
        'DTEND:soon\n',
        'RRULE:FREQ=DAILY;UNTIL=x\n',
        'DURATION:-P1D\n',
      ],
      ...[
        'Dec 3',
        ' 10:00 ',
        'PT',
        '–',
        'am',
        '99/99/9999',
        '(UTC',
        '+99:99)',
        'with Jane Doe',
        '=3D=\n',
        '<a href=',
        'May',
      ],
      ...[
        'Content-Type: text/calendar; boundary=a\n',
        'Content-Transfer-Encoding: base64\n',
        '\n--a\n',
        'Wg=',
        '\n--a--',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => {
        const { moments } = read(parts.join(''));
        for (const moment of moments) inOwnZone(moment, 'Europe/Berlin');
      }),
      runs(300),
    );
  });

  it('in a calendar has a value left out that it may not hold, and is read in its other ones', () => {
    // A day without a time, or a length that is none, ended the whole reading with an error of the library.
    const calendar = (...lines: string[]): string =>
      ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Screen', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    assert.deepEqual(when(calendar('DTSTART:20261203', 'DTEND:20261204')), ['2026-12-03']);
    assert.deepEqual(when(calendar('DTSTART;TZID=Europe/Berlin:20261203')), ['2026-12-03']);
    assert.deepEqual(when(calendar('DTSTART:20261203T100000Z', 'DTEND:2026', 'DURATION:long')), [
      '2026-12-03 10:00 UTC',
    ]);
    const { title, notes } = read(calendar('DTSTART:soon'));
    assert.equal(title, 'Screen');
    assert.deepEqual(notes, ['The calendar entry has no start that could be read.']);
  });

  it('of any length is read in time that grows with its length', () => {
    for (const piece of [
      'Dec 3, 10:00 – ',
      'https://a.b/',
      '(((',
      'Jane Doe, ',
      'with Jane ',
      '<a ',
      '=3D',
      '. ',
      '10:',
      '< ',
      'x: a\n',
      'Content-Type: text/plain; boundary=a\n\n--a\n',
    ])
      read(piece.repeat(60_000 / piece.length));
  }).timeout(10_000);

  it('in a mail is read in that time as well, whatever its parts are divided by', () => {
    // A boundary with a colon made each line that begins a part a header too: from each of them, all the lines below
    // were read as its headers, and a mail of 80 KB took 13 seconds.
    for (const boundary of ['a:', ':', '-:', '----', 'a'])
      assert.ok(costAtOnce((size) => read(mailDivided(boundary, size)), 16_000, 16) < 10, `the boundary “${boundary}”`);
  }).timeout(30_000);
});

/** A mail of about a size, in UTF-16 units, of nothing but empty parts. */
function mailDivided(boundary: string, size: number): string {
  const head = `From: Acme <a@acme.com>\nContent-Type: multipart/mixed; boundary="${boundary}"\n\n`;
  const part = `--${boundary}\n`;
  return head + part.repeat(size / part.length);
}
