import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter } from '../../src/core/frontMatter/parseFrontMatter';
import { findConflict } from '../../src/core/markdown/outline';
import { applyEdits } from '../../src/core/markdown/text';
import { appendLine, readReviews, reviewLine, undoLine } from '../../src/core/recall/reviewLog';
import {
  addFeedback,
  addMarkers,
  addNotes,
  setScores,
  setSection,
  type Edits,
} from '../../src/core/sessions/editSession';
import { takeVerdict } from '../../src/core/sessions/peer';
import { parseSession } from '../../src/core/sessions/readSession';
import type { CompetencyScore } from '../../src/core/sessions/sessionModel';
import { contained } from '../../src/core/sessions/sessionSections';
import { writeSession } from '../../src/core/sessions/writeSession';
import { scores, session, words } from '../unit/sessions/arbitrary';
import { fuzz } from './support/fuzz';
import { anyText, byteOrderMark, lineBreak, markdownText, sortedLines } from './support/texts';

const PATH = 'loop/sessions/2026-11-22T1805-system-design.md';
const read = (text: string): ReturnType<typeof parseSession> => parseSession(PATH, text);
/** A session's file with whatever a person has written below what was saved. */
const file = fc
  .tuple(byteOrderMark, session, markdownText, lineBreak)
  .map(([mark, given, more, eol]) => mark + `${writeSession(given, 'A')}\n${more}`.replace(/\r\n?|\n/gu, eol));

const ADDITIONS = ['notes', 'markers', 'feedback', 'scores', 'verdict'] as const;
type Given = Readonly<Record<string, CompetencyScore>>;
const ADDED: Readonly<
  Record<(typeof ADDITIONS)[number], (text: string, point: string, notes: string, given: Given) => Edits>
> = {
  notes: (text, _, notes) => addNotes(text, notes),
  markers: (text, point) => addMarkers(text, [{ at: 65, phase: 'Frame', text: point }]),
  feedback: (text, point) => addFeedback(text, [point]),
  scores: (text, _, __, given) => setScores(text, 'scores', given),
  verdict: (text, point, notes, given) => takeVerdict(text, { scores: given, comments: notes, points: [point] }),
};

/** Fails where a session does not have the scores it had and those given; none is asked of broken front matter. */
function assertScored(before: string, after: string, which: 'scores' | 'peerScores', given: Given): void {
  if (parseFrontMatter(before).errors.length > 0) return;
  assert.deepEqual({ ...read(after)[which] }, { ...read(before)[which], ...given }, after);
}

describe('Fuzzed sessions', () => {
  fuzz(
    'are read back as they were saved',
    fc.tuple(session, markdownText, markdownText, lineBreak),
    ([given, notes, comments, eol]) => {
      const text = writeSession({ ...given, notes, peerComments: comments }, 'A').replace(/\n/gu, eol);
      if (findConflict(text)) return;
      const session = read(text);
      assert.deepEqual(session.problems, [], text);
      assert.deepEqual([session.notes, session.peerComments], [contained(notes), contained(comments)], text);
      assert.deepEqual(
        session.feedback.map((point) => point.text),
        given.feedback,
        text,
      );
      assert.deepEqual(
        [session.phases, session.markers, session.signals],
        [given.phases, given.markers, given.signals],
        text,
      );
    },
  );

  fuzz(
    'say what was added to them, and lose no line',
    fc.tuple(file, words, markdownText, scores, fc.constantFrom(...ADDITIONS)),
    ([before, point, notes, given, addition]) => {
      const add = (text: string): Edits => ADDED[addition](text, point, notes, given);
      const edits = add(before);
      if (findConflict(before)) {
        // Where there is nothing to add, there is nothing to refuse.
        assert.deepEqual(edits ?? [], []);
        return;
      }
      const isOfText = addition === 'notes' || addition === 'markers' || addition === 'feedback';
      if (isOfText) assert.ok(edits);
      if (edits === undefined) return;
      const after = applyEdits(before, edits);
      if (findConflict(after)) return;
      const is = read(after);
      if (addition === 'notes')
        assert.ok(`\n${is.notes}\n`.includes(`\n${contained(notes)}\n`) || notes.trim() === '', after);
      if (addition === 'markers')
        assert.ok(
          is.markers.some(({ at }) => at === 65),
          after,
        );
      if (addition === 'feedback' || addition === 'verdict')
        assert.ok(
          is.feedback.some(({ text }) => text === point),
          after,
        );
      if (!isOfText) assertScored(before, after, addition === 'scores' ? 'scores' : 'peerScores', given);
      if (isOfText) {
        const kept = new Set(sortedLines(after));
        for (const line of sortedLines(before)) assert.ok(kept.has(line), `${line} is lost in ${after}`);
      }
      if (addition !== 'verdict') assert.deepEqual(add(after), [], `twice: ${after}`);
    },
  );

  fuzz('have sections that are set to what is wished', fc.tuple(file, markdownText), ([before, markdown]) => {
    const edits = setSection(before, 'Peer’s comments', markdown);
    if (edits === undefined) return;
    const after = applyEdits(before, edits);
    if (!findConflict(after)) assert.equal(read(after).peerComments, contained(markdown), after);
  });

  fuzz('never make a reader throw', anyText, (text) => {
    read(text);
    read(`---\n${text}\n---\n## Markers\n${text}\n## Feedback\n${text}`);
  });
});

const moment = fc.integer({ min: 0, max: 4e12 });
const review = fc.record({ card: words, at: moment, rating: fc.constantFrom('again', 'hard', 'good', 'easy') });

describe('A fuzzed log of reviews', () => {
  fuzz(
    'keeps each review that was added, whatever stands between them',
    fc.tuple(fc.array(fc.tuple(review, anyText), { maxLength: 5 }), lineBreak),
    ([entries, eol]) => {
      let log = '';
      for (const [given, noise] of entries) {
        log = applyEdits(log, [appendLine(log, reviewLine(given))]);
        const between = noise.replace(/[{}]/gu, '');
        if (!/[\r\n]/u.test(between)) log += between + eol;
      }
      const { reviews, problems } = readReviews(log, 'reviews.jsonl');
      for (const [given] of entries)
        assert.ok(
          reviews.some(({ card, at }) => card === given.card && at === given.at),
          log,
        );
      for (const { start, end } of problems) assert.ok(start <= end && end <= log.length);
      const [first] = reviews;
      if (!first) return;
      const undone = applyEdits(log, [appendLine(log, undoLine(first, 0))]);
      assert.deepEqual(readReviews(undone, 'reviews.jsonl').reviews, reviews.slice(1));
    },
  );
});
