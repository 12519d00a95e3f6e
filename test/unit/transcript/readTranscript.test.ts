import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countWords } from '../../../src/core/story/countWords';
import { decodeTranscript } from '../../../src/core/transcript/decodeTranscript';
import { joinTurns, readTranscript } from '../../../src/core/transcript/readTranscript';
import { dayOfRecording } from '../../../src/core/transcript/transcriptDay';
import type { Transcript } from '../../../src/core/transcript/transcriptModel';
import { decodeBytes, LABELS, readFixture, transcriptOf } from './labelled';

const said = ({ turns }: Transcript): string[] => turns.map(({ speaker, text }) => `${speaker}: ${text}`);
const vtt = (...cues: string[]): string => `WEBVTT\n\n${cues.join('\n\n')}\n`;
const problemOf = (text: string): string => {
  const reading = readTranscript(text);
  return 'problem' in reading ? reading.problem : '';
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const decoded = (given: Uint8Array): { text?: string; problem?: string } => decodeTranscript(given, decodeBytes);

describe('A transcript', () => {
  for (const [name, label] of Object.entries(LABELS))
    it(`is read from ${name}: form, speakers, turns and words`, () => {
      const transcript = readFixture(name);
      const { form, speakers, turns, day } = transcript;
      assert.deepEqual([form, speakers, turns.length], [label.form, label.speakers, label.turns]);
      if (label.date !== undefined) assert.equal(day, label.date);
      const who = speakers.length > 0 ? speakers : [''];
      const words = who.map((speaker) =>
        turns.filter((turn) => turn.speaker === speaker).reduce((sum, { text }) => sum + countWords(text), 0),
      );
      if (label.words) assert.deepEqual(words, label.words);
    });

  it('joins what one speaker says in a row, in the order of time', () => {
    const transcript = transcriptOf(
      vtt(
        '00:05.000 --> 00:06.000\n<v Ben>Second,',
        '00:01.000 --> 00:02.000\n<v Ana>First.',
        '00:06.000 --> 00:07.000\n<v Ben>and third.',
      ),
    );
    assert.deepEqual(said(transcript), ['Ana: First.', 'Ben: Second, and third.']);
    assert.deepEqual(
      transcript.turns.map(({ start, end }) => [start, end]),
      [
        [1, 2],
        [5, 7],
      ],
    );
  });

  it('keeps what two people say at once, each once', () => {
    const transcript = transcriptOf(
      vtt(
        '00:01.000 --> 00:05.000\n<v Ana>What I want is',
        '00:02.000 --> 00:03.000\n<v Ben>Yes.',
        '00:02.000 --> 00:03.000\n<v Ben>Yes.',
        '00:05.000 --> 00:06.000\n<v Ana>the figure.',
      ),
    );
    assert.deepEqual(said(transcript), ['Ana: What I want is', 'Ben: Yes.', 'Ana: the figure.']);
  });

  it('does not take words out that were said twice', () => {
    const transcript = transcriptOf(
      vtt('00:01.000 --> 00:02.000\nYes.', '00:02.000 --> 00:03.000\nYes.', '00:04.000 --> 00:05.000\nYes, it did.'),
    );
    assert.deepEqual(said(transcript), [': Yes. Yes. Yes, it did.']);
  });

  it('keeps what only looks like mark-up, and leaves out sounds that nobody said', () => {
    const transcript = transcriptOf(vtt('00:01.000 --> 00:02.000\nIf a < b &amp; c > d [laughter] (inaudible 00:12)'));
    assert.deepEqual(said(transcript), [': If a < b & c > d']);
  });

  it('takes no “Result:” in an answer for a speaker, and no time in a sentence for a stamp', () => {
    const transcript = transcriptOf('Ana: How was it?\nBen: Good.\nResult: we met at 10:30.\nAna: Fine.');
    assert.deepEqual(said(transcript), ['Ana: How was it?', 'Ben: Good. Result: we met at 10:30.', 'Ana: Fine.']);
    assert.deepEqual(transcriptOf('The plan was simple: go.\nWe met at 10:30').speakers, []);
  });

  it('is read as other tools write it, too', () => {
    const forms: Record<string, string> = {
      'a time first': '[00:00:03] Ana: Hi.\n\n[00:00:09] Ben: Hello.\n\n[00:00:12] Ana: Good.',
      'a dash before the time': 'Ana Ruiz - 00:03\nHi.\n\nBen Osei - 00:09\nHello.\n\nAna Ruiz - 00:12\nGood.',
      'the time in brackets': 'Ana Ruiz [00:00:03]\nHi.\nBen Osei [00:00:09]\nHello.\nAna Ruiz [00:00:12]\nGood.',
      'the time on its own line': 'Ana Ruiz\n0:03\nHi.\n\nBen Osei\n0:09\nHello.\n\nAna Ruiz\n0:12\nGood.',
      'the time in the line': 'Ana Ruiz 00:00:03 Hi.\nBen Osei 00:00:09 Hello.\nAna Ruiz 00:00:12 Good.',
      'bold names': '**Ana:** Hi.\n\n**Ben:** Hello.\n\n**Ana:** Good.',
      'ranges in brackets':
        '[00:00.000 --> 00:04.000] SPEAKER_00: Hi.\n[00:04.000 --> 00:08.000] SPEAKER_01: Hello.\n[00:08.000 --> 00:09.000] SPEAKER_00: Good.',
      capitals: 'ANA: Hi.\nBEN: Hello.\nANA: Good.',
      'roles with names': 'Interviewer (Ana): Hi.\nCandidate (Ben): Hello.\nInterviewer (Ana): Good.',
    };
    for (const [name, text] of Object.entries(forms)) {
      const transcript = transcriptOf(text);
      assert.deepEqual(
        [transcript.speakers.length, transcript.turns.map((turn) => turn.text)],
        [2, ['Hi.', 'Hello.', 'Good.']],
        name,
      );
    }
  });

  it('counts times of the clock from the first word on, over midnight too', () => {
    const { turns } = transcriptOf('[Ana] 23:59:55\nHi.\n[Ben] 00:00:03\nHello.');
    assert.deepEqual(
      turns.map(({ start }) => start),
      [0, 8],
    );
  });

  it('is refused in plain words where nothing is said in it, and where it is no transcript', () => {
    assert.match(problemOf(' \r\n'), /^The transcript is empty/u);
    assert.match(problemOf('WEBVTT\n\nNOTE only a note\n'), /^The transcript is empty/u);
    assert.match(problemOf('<!doctype html><p>Hi'), /^This is HTML or JSON/u);
    assert.match(problemOf('{"results": []}'), /^This is HTML or JSON/u);
  });
});

describe('The day of a recording', () => {
  it('is that of its file’s name: Zoom’s is in UTC, others’ are the user’s own', () => {
    const zoom = 'GMT20261130-233000_Recording.transcript.vtt';
    assert.equal(dayOfRecording(zoom, 'UTC'), '2026-11-30');
    assert.equal(dayOfRecording(zoom, 'America/Los_Angeles'), '2026-11-30');
    assert.equal(dayOfRecording(zoom, 'Europe/Berlin'), '2026-12-01');
    assert.equal(dayOfRecording('video_GMT20261130-003000.vtt', 'America/New_York'), '2026-11-29');
    assert.equal(dayOfRecording('GMT20261130-997000.vtt', 'America/New_York'), '2026-11-30');
    assert.equal(dayOfRecording('mock 2026-11-30 23.30.vtt', 'Asia/Tokyo'), '2026-11-30');
    assert.equal(dayOfRecording('mock.vtt', 'Asia/Tokyo'), undefined);
  });
});

describe('The bytes of a transcript', () => {
  it('are read as UTF-8, UTF-16 with a mark or without, and Latin-1', () => {
    assert.equal(decoded(bytes('Zoë: Hi')).text, 'Zoë: Hi');
    assert.equal(decoded(Buffer.from('Ana: Hi there', 'utf16le')).text, 'Ana: Hi there');
    assert.equal(decoded(Buffer.from('\ufeffAna: Hi', 'utf16le').swap16()).text, 'Ana: Hi');
    assert.equal(decoded(Buffer.from('Zoë: Grüße', 'latin1')).text, 'Zoë: Grüße');
  });

  it('are refused with what to do about it where they are something else', () => {
    assert.match(decoded(bytes('PK\u0003\u0004\u0014\0')).problem ?? '', /Word document/u);
    assert.match(decoded(bytes('%PDF-1.7')).problem ?? '', /PDF/u);
    assert.match(decoded(bytes('\0\0\0\u0018ftypmp42')).problem ?? '', /recording/u);
    assert.match(decoded(bytes('{\\rtf1 hi')).problem ?? '', /rich text/u);
    assert.match(decoded(new Uint8Array([1, 2, 3, 0, 0, 200])).problem ?? '', /not a text file/u);
    assert.match(decoded(new Uint8Array(21 * 1024 * 1024)).problem ?? '', /more than 20 MB/u);
  });
});

const piece = fc.record({
  speaker: fc.constantFrom('Ana', 'Ben', ''),
  start: fc.constant(undefined),
  end: fc.constant(undefined),
  text: fc.constantFrom('one', 'two words', 'and three words'),
});

describe('Joined turns (property)', () => {
  it('say all that the pieces say, in their order, and no speaker twice in a row', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const turns = joinTurns(pieces);
        assert.deepEqual(
          turns.flatMap((turn) => turn.pieces),
          pieces,
        );
        assert.equal(turns.map(({ text }) => text).join(' '), pieces.map(({ text }) => text).join(' '));
        for (const [index, { speaker }] of turns.entries()) assert.notEqual(speaker, turns[index + 1]?.speaker);
        // Joining what is joined changes nothing.
        assert.deepEqual(
          joinTurns(turns).map(({ text }) => text),
          turns.map(({ text }) => text),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('are the same in whatever order cues with different times stand', () => {
    const cue = fc.record({ speaker: fc.constantFrom('Ana', 'Ben'), word: fc.constantFrom('one', 'two', 'three') });
    fc.assert(
      fc.property(
        fc.array(cue, { minLength: 1, maxLength: 12 }).chain((cues) =>
          fc.tuple(
            fc.constant(cues),
            fc.shuffledSubarray(
              cues.map((_, index) => index),
              { minLength: cues.length },
            ),
          ),
        ),
        ([cues, order]) => {
          const write = (index: number): string => {
            const { speaker, word } = cues[index]!;
            const at = (index * 2).toString().padStart(2, '0');
            return `00:${at}.000 --> 00:${at}.900\n<v ${speaker}>${word}`;
          };
          const inOrder = transcriptOf(vtt(...cues.map((_, index) => write(index))));
          assert.deepEqual(transcriptOf(vtt(...order.map(write))).turns, inOrder.turns);
        },
      ),
      { numRuns: 100 },
    );
  });
});
