import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { guessRound } from '../../../src/core/invite/guessRound';
import { inviteEdits, proposeChanges } from '../../../src/core/invite/inviteChanges';
import { inOwnZone } from '../../../src/core/invite/inviteInZone';
import { openInvite } from '../../../src/core/invite/openInvite';
import { readInvite } from '../../../src/core/invite/readInvite';
import { applyEdits } from '../../../src/core/markdown/text';
import { LOOP, read } from '../loop/readLoop';
import { TODAY } from './blindInvites';

const ROUND =
  '---\r\nround: system-design # mine\r\ndate: 2026-12-01\r\ntime:\r\npinned: false\r\ninterviewers: [Jane Doe]\r\n---\r\n# SD\r\n';
const INVITE =
  'System design interview\nThursday, December 3, 2026, 10:00 – 10:45 AM PST\nhttps://meet.google.com/abc-defg-hij\nInterviewers: Jane Doe (Director of PM), Sam Lee';

const loopOf = (round: string) => read({ 'loop.md': LOOP, 'rounds/02-system-design.md': round });

function proposal(text: string, round = ROUND) {
  const invite = readInvite(openInvite(text), TODAY, ICAL);
  const [moment] = invite.moments.map((each) => inOwnZone(each, 'Europe/Berlin'));
  const [at] = loopOf(round).rounds;
  assert.ok(at);
  return proposeChanges(invite, at, moment);
}

describe('what an invite changes in a round', () => {
  it('is named change by change, the old beside the new', () => {
    const { changes, notes } = proposal(INVITE);
    assert.deepEqual(
      changes.map(({ part, from, to }) => [part, from, to]),
      [
        ['date', '2026-12-01', '2026-12-03'],
        ['time', '', '19:00'],
        ['pinned', 'false', 'true'],
        ['platform', '', 'Google Meet'],
        ['link', '', 'https://meet.google.com/abc-defg-hij'],
        ['people', 'Jane Doe', 'Jane Doe, Director of PM'],
        ['people', '', 'Sam Lee'],
      ],
    );
    assert.match(notes.join(' '), /10:00 PST is 19:00 for you/u);
  });

  it('is written by minimal edits, is read back, and then leaves nothing to change', () => {
    const edits = inviteEdits(ROUND, proposal(INVITE).changes);
    assert.ok(edits);
    const after = applyEdits(ROUND, edits);
    assert.equal(
      after,
      '---\r\nround: system-design # mine\r\ndate: 2026-12-03\r\ntime: 19:00\r\npinned: true\r\ninterviewers: [{ name: Jane Doe, role: Director of PM }, Sam Lee]\r\nplatform: Google Meet\r\nlink: https://meet.google.com/abc-defg-hij\r\n---\r\n# SD\r\n'.replace(
        'Sam Lee]',
        '{ name: Sam Lee }]',
      ),
    );
    const [round] = loopOf(after).rounds;
    assert.deepEqual(
      [round?.date, round?.time, round?.platform, round?.pinned],
      ['2026-12-03', '19:00', 'Google Meet', true],
    );
    assert.deepEqual(loopOf(after).problems, []);
    assert.deepEqual(proposal(INVITE, after).changes, []);
  });

  it('is only what was accepted', () => {
    const changes = proposal(INVITE).changes.filter(({ part }) => part === 'platform');
    const after = applyEdits(ROUND, inviteEdits(ROUND, changes) ?? []);
    assert.equal(after, ROUND.replace('---\r\n# SD', 'platform: Google Meet\r\n---\r\n# SD'));
  });

  it('is nothing in a file that is broken', () => {
    const { changes } = proposal(INVITE);
    assert.equal(inviteEdits('---\ndate: [\n---\n', changes), undefined);
    assert.equal(inviteEdits(`<<<<<<< a\n${ROUND}=======\n>>>>>>> b\n`, changes), undefined);
  });

  it('takes the day back where the meeting is cancelled, and only then', () => {
    const ics = (date: string): string =>
      `BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nDTSTART;TZID=Europe/Berlin:${date}T100000\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR`;
    const mine = ROUND.replace('time:', 'time: 10:00');
    const { changes, notes } = proposal(ics('20261201'), mine);
    assert.deepEqual(
      changes.map(({ part, to }) => [part, to]),
      [
        ['date', ''],
        ['time', ''],
      ],
    );
    assert.match(notes[0] ?? '', /cancels the meeting on Tue 1 Dec 2026, 10:00/u);
    const after = applyEdits(mine, inviteEdits(mine, changes) ?? []);
    assert.deepEqual(
      loopOf(after).rounds.map(({ date, time }) => [date, time]),
      [[undefined, undefined]],
    );
    assert.deepEqual(loopOf(after).problems, []);
    const other = proposal(ics('20261209'), mine);
    assert.deepEqual(other.changes, []);
    assert.match(other.notes[0] ?? '', /stays as it is/u);
  });

  it('says what was not found', () => {
    const { changes, notes } = proposal('We will be in touch soon.');
    assert.deepEqual(changes, []);
    assert.match(notes.join(' '), /No day was found.*No interviewers were found/u);
  });
});

describe('the round of an invite', () => {
  const loop = read({
    'loop.md': LOOP,
    'rounds/01-phone-screen.md': '---\nround: phone-screen\ndate: 2026-12-01\n---\n# Phone Screen\n',
    'rounds/02-system-design.md': '---\nround: system-design\ndate: 2026-12-04\n---\n# System Design\n',
  });
  const guess = (text: string, dates: readonly string[] = []) => {
    const { rounds, isCertain } = guessRound(loop, readInvite(openInvite(text), TODAY), dates, TODAY);
    return [rounds[0]?.id, isCertain];
  };

  it('is certain where the invite names it, or no other is near', () => {
    assert.deepEqual(guess('System design interview\nDec 4'), ['system-design', true]);
    assert.deepEqual(guess('Your interview\nDec 4 is set', ['2026-12-04']), ['system-design', true]);
  });

  it('is asked for where nothing says which', () => {
    assert.deepEqual(guess('Interview with Acme'), ['phone-screen', false]);
    assert.deepEqual(guess('Phone screen or system design, as you like'), ['phone-screen', false]);
  });
});
